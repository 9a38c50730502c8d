// Losses. Cross-entropy and NLL are kernels over rows; the others are composed of elementwise ops.

#include "kernels/loss.h"

#include "ops/losses.h"

namespace wick {

namespace {

Term unsqueeze(Term x) {
  return hold([&] { return x->unsqueeze(1); });
}

}  // namespace

Reduction reduction_of(const char* op, std::string_view name) {
  if (name == "mean") return Reduction::mean;
  if (name == "sum") return Reduction::sum;
  check(name == "none", ErrorKind::value, "[{}] reduction is \"{}\"; need \"mean\", \"sum\" or \"none\".", op, name);
  return Reduction::none;
}

Tensor rows_of_classes(const Tensor& x) {
  if (x.dim() == 1) return x.unsqueeze(0);
  if (x.dim() == 2) return x;
  Dims order;
  for (int i = 0; i < x.dim(); ++i)
    if (i != 1) order.push_back(i);
  order.push_back(1);
  const std::int64_t n = x.shape()[1];
  return x.permute(order).reshape({n ? x.numel() / n : 0, n});
}

Rows as_rows(const char* op, const Tensor& x, const Tensor& target) {
  check_floating(op, "input", x);
  check_index_dtype(op, "target", target);
  check(x.dim() >= 1, ErrorKind::shape, "[{}] input is {}; need [C], [N,C] or [N,C,d1,...].", op, x);
  if (x.dim() == 1) {
    check(target.dim() == 0, ErrorKind::shape, "[{}] target is {} for input {}; need a 0-dim target.", op, target, x);
    return {x.unsqueeze(0), target.reshape({1}), {}};
  }
  Shape expected = x.shape();
  expected.erase(1);
  check(target.shape() == expected, ErrorKind::shape, "[{}] target is {} for input {}; need {}: one class index per row.", op, target, x, expected);
  return {rows_of_classes(x), target.reshape({target.numel()}), expected};
}

void check_labels(const char* op, const Tensor& target, std::int64_t n_classes, std::int64_t ignore) {
  const auto* p = target.data<std::int64_t>();
  for (std::int64_t i = 0; i < target.numel(); ++i)
    check(p[i] == ignore || (p[i] >= 0 && p[i] < n_classes), ErrorKind::index, "[{}] Target {} at row {} is out of bounds; need 0 <= target < {}.",
          op, p[i], i, n_classes);
}

void check_weight(const char* op, const Tensor& weight, const Tensor& x, std::int64_t n_classes) {
  if (!weight.defined()) return;
  check_same_dtype(op, "input", x, "weight", weight);
  check(weight.shape() == Shape{n_classes}, ErrorKind::shape, "[{}] weight is {}; need [{}], one per class.", op, weight, n_classes);
}

double total_weight(const Tensor& target, const Tensor& weight, std::int64_t ignore) {
  double total = 0;
  const auto* p = target.data<std::int64_t>();
  const std::vector<double> w = weight.defined() ? weight.to_vector() : std::vector<double>();
  for (std::int64_t i = 0; i < target.numel(); ++i)
    if (p[i] != ignore) total += w.empty() ? 1 : w[static_cast<std::size_t>(p[i])];
  return total;
}

namespace {

// The gradient of the rows' losses -sum_c a[c] log softmax(x)[c], where a, the weight of each class in a row, is constant.
struct CrossEntropyGradient {
  std::int64_t ignore_index;
  double label_smoothing, scale;
  bool none;
  void operator()(Term dy, Grads& d) const {
    const Term dloss = none ? dy : dy * scale;
    dispatch_floating("cross_entropy", dy->dtype(), [&]<class T>() {
      const Term x = d.kept(0), w = d.kept(2);
      kernels::cross_entropy_grad(x->data<T>(), d.kept(1)->data<std::int64_t>(), w->defined() ? w->data<T>() : nullptr, d.kept(3)->data<T>(),
                                  dloss->data<T>(), none ? 1 : 0, x->shape()[0], x->shape()[1], ignore_index, label_smoothing, d.make<T>(0));
    });
  }
  void twice(Term dy, Grads& d) const {
    const Term x = d.kept(0), labels = unsqueeze(d.kept(1)), w = d.kept(2);
    const auto n = static_cast<double>(x->shape()[1]);
    const Term counted = to(apply(ne, labels, static_cast<double>(ignore_index)), x->dtype());
    const Term hit = to(apply(eq, labels, hold([&] { return arange(0, n); })), x->dtype());
    const Term each = w->defined() ? w : Term(hold([&] { return ones({x->shape()[1]}, x->dtype()); }));
    const Term a = (hit * each * (1 - label_smoothing) + each * (label_smoothing / n)) * counted;
    const Term dloss = none ? reshape(dy, {x->shape()[0], 1}) : dy * scale;
    d[0] = dloss * (hold([&] { return softmax(*x, 1); }) * sum(a, 1, true) - a);
  }
};

}  // namespace

Tensor cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, std::string_view reduction,
                     double label_smoothing) {
  const Reduction how = reduction_of("cross_entropy", reduction);
  check(label_smoothing >= 0 && label_smoothing <= 1, ErrorKind::value, "[cross_entropy] label_smoothing must be between 0.0 and 1.0. Got: {}.",
        label_smoothing);
  if (target.defined() && x.defined() && target.is_floating_point() && x.shape() == target.shape())
    return soft_cross_entropy(x, target, weight, ignore_index, how, label_smoothing);
  const Rows r = as_rows("cross_entropy", x, target);
  const std::int64_t rows = r.x.shape()[0], n = r.x.shape()[1];
  const Formula temporaries;
  const Term labels = dense(r.target), xc = dense(r.x), w = dense(weight);
  check_labels("cross_entropy", labels, n, ignore_index);
  check_weight("cross_entropy", weight, x, n);
  const auto row_of = [&] { return empty({rows}, x.dtype()); };
  const Term loss = hold(row_of), lse = hold(row_of);
  dispatch_floating("cross_entropy", x.dtype(), [&]<class T>() {
    kernels::cross_entropy(xc->data<T>(), labels->data<std::int64_t>(), w->defined() ? w->data<T>() : nullptr, rows, n, ignore_index, label_smoothing,
                           loss->data<T>(), lse->data<T>());
  });
  const bool none = how == Reduction::none;
  const double scale = row_scale(how, total_weight(labels, weight, ignore_index));
  Tensor y = none ? reshape(loss, r.shape) : sum(loss, {}, false) * scale;
  if (tracer) trace("cross_entropy", y, {&*xc, &*labels});
  const CrossEntropyGradient gradient{ignore_index, label_smoothing, scale, none};
  record(y, "NllLossBackward0", kKeepFirst | kFused, gradient, r.x).keep(labels).keep(w).keep(lse);
  return y;
}

Tensor nll_loss(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, std::string_view reduction) {
  const Reduction how = reduction_of("nll_loss", reduction);
  const Rows r = as_rows("nll_loss", x, target);
  const std::int64_t n_classes = r.x.shape()[1];
  const Formula temporaries;
  const Term labels = dense(r.target), xd = detach(r.x);
  check_labels("nll_loss", labels, n_classes, ignore_index);
  check_weight("nll_loss", weight, x, n_classes);
  // An ignored row picks class 0 with weight 0.
  const Term counted = apply(ne, labels, static_cast<double>(ignore_index)), safe = where(counted, labels, zeros_like(labels));
  Term row_weight = to(counted, x.dtype());
  if (weight.defined()) row_weight = row_weight * hold([&] { return index_select(detach(weight), 0, safe); });
  const Term picked = hold([&] { return gather(xd, 1, unsqueeze(safe)); }), row = reshape(picked, labels->shape());
  const Term loss = neg(where(counted, row, zeros_like(row)) * row_weight);
  const double scale = row_scale(how, total_weight(labels, weight, ignore_index));
  Tensor y = how == Reduction::none ? reshape(loss, r.shape) : sum(loss, {}, false) * scale;
  if (tracer) trace("nll_loss", y, {&r.x, &*labels});
  const auto gradient = [scale](Term dy, Grads& d) {
    const Term safe = d.kept(0), drow = neg(d.kept(1) * (dy->dim() ? reshape(dy, {-1}) : dy) * scale);
    return hold([&] { return scatter_add(zeros(d.shape(0), dy), 1, unsqueeze(safe), unsqueeze(drow)); });
  };
  record(y, "NllLossBackward0", kKeepNothing, gradient, r.x).keep(safe).keep(row_weight);
  return y;
}

Reduction elementwise(const char* op, const Tensor& x, const Tensor& target, std::string_view reduction) {
  const Reduction how = reduction_of(op, reduction);
  check_floating(op, "input", x);
  check_floating(op, "target", target);
  return how;
}

Term reduced(Term loss, Reduction how) {
  if (how == Reduction::none) return loss;
  return hold([&] { return how == Reduction::sum ? sum(*loss) : mean(*loss); });
}

Term log_sigmoid_loss(Term x) {
  return hold([&] { return softplus(neg(x), 1, kSoftplusExact); });
}

Tensor binary_cross_entropy_with_logits(const Tensor& x, const Tensor& target, const Tensor& weight, const Tensor& pos_weight, std::string_view reduction) {
  const char* op = "binary_cross_entropy_with_logits";
  const Reduction how = elementwise(op, x, target, reduction);
  check(x.shape() == target.shape(), ErrorKind::shape, "[{}] Target size ({}) must be the same as input size ({}).", op, target, x);
  const Formula temporaries;
  // (1 - t) x + (1 + (p - 1) t) log(1 + exp(-x))
  const Term xd = detach(x), t = detach(target), w = weight.defined() ? detach(weight) : 1.0;
  const Term extra = pos_weight.defined() ? detach(pos_weight) - 1.0 : 0.0;
  const Term loss = w * ((1.0 - t) * xd + (extra * t + 1.0) * log_sigmoid_loss(xd));
  const auto slope = [](Term dy, Grads& d, int i) {
    const Term x = d.kept(0), t = d.kept(1), w = d.kept(2), extra = d.kept(3);
    if (i == 0) return dy * w * ((1.0 - t) - (extra * t + 1.0) * apply(sigmoid, neg(x)));
    return dy * w * (extra * log_sigmoid_loss(x) - x);
  };
  return elementwise_loss("BinaryCrossEntropyWithLogitsBackward0", x, target, loss, how, slope, w, extra);
}

Tensor mse_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  const Reduction how = elementwise("mse_loss", x, target, reduction);
  const Formula temporaries;
  const auto slope = [](Term dy, Grads& d, int i) { return dy * ((d.kept(i) - d.kept(1 - i)) * 2.0); };
  return elementwise_loss("MseLossBackward0", x, target, apply(square, detach(x) - detach(target)), how, slope);
}

Tensor l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  const Reduction how = elementwise("l1_loss", x, target, reduction);
  const Formula temporaries;
  return reduced(apply(abs, Term(x) - Term(target)), how);
}

Tensor smooth_l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction, double beta) {
  check(beta >= 0, ErrorKind::value, "[smooth_l1_loss] smooth_l1_loss does not support negative values for beta; beta is {}.", beta);
  if (beta == 0) return l1_loss(x, target, reduction);
  const Reduction how = elementwise("smooth_l1_loss", x, target, reduction);
  const Formula temporaries;
  const Term size = apply(abs, detach(x) - detach(target));
  const Term loss = where(apply(lt, size, beta), apply(square, size) * (0.5 / beta), size - 0.5 * beta);
  const auto slope = [beta](Term dy, Grads& d, int i) {
    const Term far = (d.kept(i) - d.kept(1 - i)) / beta;
    return dy * hold([&] { return clamp(far, -1.0, 1.0); });
  };
  return elementwise_loss("SmoothL1LossBackward0", x, target, loss, how, slope);
}

}  // namespace wick
