// Losses. Cross-entropy and NLL are kernels over rows; the others are composed of elementwise ops.

#include "kernels/loss.h"

#include "ops/common.h"

namespace wick {

namespace {

void check_reduction(const char* op, std::string_view reduction) {
  check(reduction == "mean" || reduction == "sum" || reduction == "none", ErrorKind::value, "[", op, "] reduction is \"", reduction,
        "\"; need \"mean\", \"sum\" or \"none\".");
}

// Logits [N,C,d1...] as rows [N d1...,C], targets as one list.
struct Rows {
  Tensor x, target;
  Shape shape;  // of a loss without reduction
};

Rows as_rows(const char* op, const Tensor& x, const Tensor& target) {
  check_floating(op, "input", x);
  check_index_dtype(op, "target", target);
  check(x.dim() >= 1, ErrorKind::shape, "[", op, "] input is ", x, "; need [C], [N,C] or [N,C,d1,...].");
  if (x.dim() == 1) {
    check(target.dim() == 0, ErrorKind::shape, "[", op, "] target is ", target, " for input ", x, "; need a 0-dim target.");
    return {x.unsqueeze(0), target.reshape({1}), {}};
  }
  Shape expected = x.shape();
  expected.erase(1);
  check(target.shape() == expected, ErrorKind::shape, "[", op, "] target is ", target, " for input ", x, "; need ", expected, ": one class index per row.");
  if (x.dim() == 2) return {x, target.reshape({-1}), expected};
  Dims order;
  for (int i = 0; i < x.dim(); ++i)
    if (i != 1) order.push_back(i);
  order.push_back(1);
  return {x.permute(order).reshape({target.numel(), x.shape()[1]}), target.reshape({target.numel()}), expected};
}

void check_labels(const char* op, const Tensor& target, std::int64_t n_classes, std::int64_t ignore) {
  const auto* p = target.data<std::int64_t>();
  for (std::int64_t i = 0; i < target.numel(); ++i)
    check(p[i] == ignore || (p[i] >= 0 && p[i] < n_classes), ErrorKind::index, "[", op, "] Target ", p[i], " at row ", i,
          " is out of bounds; need 0 <= target < ", n_classes, ".");
}

void check_weight(const char* op, const Tensor& weight, const Tensor& x, std::int64_t n_classes) {
  if (!weight.defined()) return;
  check_same_dtype(op, "input", x, "weight", weight);
  check(weight.shape() == Shape{n_classes}, ErrorKind::shape, "[", op, "] weight is ", weight, "; need [", n_classes, "], one per class.");
}

// Sum of the class weights of the rows that count: the divisor of the mean.
double total_weight(const Tensor& target, const Tensor& weight, std::int64_t ignore) {
  double total = 0;
  const auto* p = target.data<std::int64_t>();
  const std::vector<double> w = weight.defined() ? weight.to_vector() : std::vector<double>();
  for (std::int64_t i = 0; i < target.numel(); ++i)
    if (p[i] != ignore) total += w.empty() ? 1 : w[static_cast<std::size_t>(p[i])];
  return total;
}

// What a row's loss counts in the reduced one: 1 / divisor for the mean, else 1.
double row_scale(std::string_view reduction, double divisor) { return reduction == "mean" ? 1 / divisor : 1; }

}  // namespace

Tensor cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, std::string_view reduction,
                     double label_smoothing) {
  check_reduction("cross_entropy", reduction);
  check(label_smoothing >= 0 && label_smoothing <= 1, ErrorKind::value, "[cross_entropy] label_smoothing must be between 0.0 and 1.0. Got: ", label_smoothing, ".");
  const Rows r = as_rows("cross_entropy", x, target);
  const Tensor labels = dense(r.target);
  check_labels("cross_entropy", labels, r.x.shape()[1], ignore_index);
  check_weight("cross_entropy", weight, x, r.x.shape()[1]);
  const std::int64_t rows = r.x.shape()[0], n = r.x.shape()[1];
  const Tensor xc = dense(r.x.detach()), w = dense(weight);
  Tensor loss = empty({rows}, x.dtype()), lse = empty({rows}, x.dtype());
  dispatch_floating("cross_entropy", x.dtype(), [&]<class T>() {
    kernels::cross_entropy(xc.data<T>(), labels.data<std::int64_t>(), w.defined() ? w.data<T>() : nullptr, rows, n, ignore_index, label_smoothing,
                           loss.data<T>(), lse.data<T>());
  });
  const bool none = reduction == "none";
  const double scale = row_scale(reduction, total_weight(labels, weight, ignore_index));
  Tensor y = none ? loss.reshape(r.shape) : sum(loss) * scale;
  if (tracer) trace("cross_entropy", y, {&xc, &labels});
  if (!needs_grad(r.x)) return y;
  return record_once("NllLossBackward0", y, {r.x},
                     [x = saved(r.x), labels, w, lse, rows, n, ignore_index, label_smoothing, none, scale](const Tensor& dy, Grads& d) {
                       const Tensor xc = dense(x()), dloss = none ? dense(dy) : dy * scale;
                       d[0] = empty(xc.shape(), dy.dtype());
                       dispatch_floating("cross_entropy", dy.dtype(), [&]<class T>() {
                         kernels::cross_entropy_grad(xc.data<T>(), labels.data<std::int64_t>(), w.defined() ? w.data<T>() : nullptr, lse.data<T>(),
                                                     dloss.data<T>(), none ? 1 : 0, rows, n, ignore_index, label_smoothing, d[0].data<T>());
                       });
                     });
}

Tensor nll_loss(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, std::string_view reduction) {
  check_reduction("nll_loss", reduction);
  const Rows r = as_rows("nll_loss", x, target);
  const Tensor labels = dense(r.target);
  const std::int64_t n_classes = r.x.shape()[1];
  check_labels("nll_loss", labels, n_classes, ignore_index);
  check_weight("nll_loss", weight, x, n_classes);
  // An ignored row picks class 0 with weight 0.
  const Tensor counted = ne(labels, static_cast<double>(ignore_index));
  const Tensor safe = where(counted, labels, zeros_like(labels));
  Tensor row_weight = counted.to(x.dtype());
  if (weight.defined()) row_weight = row_weight * index_select(weight.detach(), 0, safe);
  const Tensor picked = gather(r.x.detach(), 1, safe.unsqueeze(1)).squeeze(1);
  const Tensor loss = neg(where(counted, picked, zeros_like(picked)) * row_weight);
  const double scale = row_scale(reduction, total_weight(labels, weight, ignore_index));
  Tensor y = reduction == "none" ? loss.reshape(r.shape) : sum(loss) * scale;
  if (tracer) trace("nll_loss", y, {&r.x, &labels});
  if (!needs_grad(r.x)) return y;
  return record("NllLossBackward0", y, {r.x}, [safe, row_weight, scale, shape = r.x.shape()](const Tensor& dy, Grads& d) {
    const Tensor drow = neg(row_weight * (dy.dim() ? dy.reshape({-1}) : dy) * scale);
    d[0] = scatter_add(zeros(shape, dy.dtype()), 1, safe.unsqueeze(1), drow.unsqueeze(1));
  });
}

namespace {

// An elementwise loss with its reduction as one node; slope(dy, d) gets the gradient of each unreduced element.
template <class F>
Tensor elementwise_loss(const char* node, const Tensor& x, const Tensor& target, const Tensor& loss, std::string_view reduction, F slope) {
  const double scale = row_scale(reduction, static_cast<double>(loss.numel()));
  Tensor y = reduction == "none" ? loss : reduction == "sum" ? sum(loss) : mean(loss);
  if (!needs_grad(x, target)) return y;
  return record(node, y, {x, target}, [x = saved(x), target = saved(target), scale, slope = std::move(slope)](const Tensor& dy, Grads& d) {
    slope(x(), target(), dy * scale, d);
  });
}

void check_elementwise(const char* op, const Tensor& x, const Tensor& target, std::string_view reduction) {
  check_reduction(op, reduction);
  check_floating(op, "input", x);
  check_floating(op, "target", target);
}

}  // namespace

Tensor binary_cross_entropy_with_logits(const Tensor& x, const Tensor& target, const Tensor& weight, const Tensor& pos_weight, std::string_view reduction) {
  const char* op = "binary_cross_entropy_with_logits";
  check_elementwise(op, x, target, reduction);
  check(x.shape() == target.shape(), ErrorKind::shape, "[", op, "] Target size (", target, ") must be the same as input size (", x, ").");
  // (1 - t) x + (1 + (p - 1) t) log(1 + exp(-x)); softplus(-x) is the logarithm and never overflows.
  const Tensor xd = x.detach(), t = target.detach(), w = weight.defined() ? weight.detach() : Tensor(1.0);
  const Tensor extra = pos_weight.defined() ? pos_weight.detach() - 1.0 : Tensor(0.0);
  const Tensor loss = w * ((1.0 - t) * xd + (extra * t + 1.0) * softplus(neg(xd), 1, __builtin_inf()));
  return elementwise_loss("BinaryCrossEntropyWithLogitsBackward0", x, target, loss, reduction,
                          [w, extra](const Tensor& x, const Tensor& t, const Tensor& dy, Grads& d) {
                            if (d.needs(0)) d[0] = dy * w * ((1.0 - t) - (extra * t + 1.0) * sigmoid(neg(x)));
                            if (d.needs(1)) d[1] = dy * w * (extra * softplus(neg(x), 1, __builtin_inf()) - x);
                          });
}

Tensor mse_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  check_elementwise("mse_loss", x, target, reduction);
  return elementwise_loss("MseLossBackward0", x, target, square(x.detach() - target.detach()), reduction,
                          [](const Tensor& x, const Tensor& t, const Tensor& dy, Grads& d) {
                            const Tensor dx = dy * ((x - t) * 2.0);
                            if (d.needs(0)) d[0] = dx;
                            if (d.needs(1)) d[1] = neg(dx);
                          });
}

Tensor l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  check_elementwise("l1_loss", x, target, reduction);
  const Tensor loss = abs(x - target);
  return reduction == "mean" ? mean(loss) : reduction == "sum" ? sum(loss) : loss;
}

Tensor smooth_l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction, double beta) {
  check(beta >= 0, ErrorKind::value, "[smooth_l1_loss] smooth_l1_loss does not support negative values for beta; beta is ", beta, ".");
  if (beta == 0) return l1_loss(x, target, reduction);
  check_elementwise("smooth_l1_loss", x, target, reduction);
  const Tensor size = abs(x.detach() - target.detach());
  const Tensor loss = where(lt(size, beta), square(size) * (0.5 / beta), size - 0.5 * beta);
  return elementwise_loss("SmoothL1LossBackward0", x, target, loss, reduction,
                          [beta](const Tensor& x, const Tensor& t, const Tensor& dy, Grads& d) {
                            const Tensor dx = dy * clamp((x - t) / beta, -1.0, 1.0);
                            if (d.needs(0)) d[0] = dx;
                            if (d.needs(1)) d[1] = neg(dx);
                          });
}

}  // namespace wick
