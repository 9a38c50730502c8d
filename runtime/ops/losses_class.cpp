// Losses over scores of classes.

#include "ops/losses.h"
#include "wick/ops/loss.h"

namespace wick {

namespace {

Term unsqueeze(Term x, int dim) {
  return hold([&] { return x->unsqueeze(dim); });
}

// Indices of classes as rows of 0 and 1, in like's dtype.
Term one_hot_like(Term labels, std::int64_t n_classes, const Tensor& like) {
  return to(hold([&] { return one_hot(labels, n_classes); }), like.dtype());
}

// The classes' scores of [N,C] or [C], and a result's shape.
Shape check_matrix(const char* op, const Tensor& x, const Tensor& target) {
  check_floating(op, "input", x);
  check_index_dtype(op, "target", target);
  check(x.dim() <= 2 && x.numel() > 0, ErrorKind::shape,
        "[{}] Expected non-empty vector or matrix with optional 0-dim batch size, but got: {}.", op, x);
  return x.dim() == 2 ? Shape{x.shape()[0]} : Shape();
}

}  // namespace

Tensor soft_cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, Reduction how, double label_smoothing) {
  check_floating("cross_entropy", "input", x);
  check(x.dim() >= 1, ErrorKind::shape, "[cross_entropy] input is {}; need [C], [N,C] or [N,C,d1,...].", x);
  check(ignore_index < 0, ErrorKind::value, "[cross_entropy] ignore_index is not supported for floating point target; it is {}.", ignore_index);
  const Formula temporaries;
  const Term rows = hold([&] { return rows_of_classes(x); });
  Term t = hold([&] { return rows_of_classes(target); });
  const std::int64_t n = rows->shape()[0], C = rows->shape()[1];
  check_weight("cross_entropy", weight, x, C);
  if (label_smoothing > 0) t = t * (1 - label_smoothing) + label_smoothing / static_cast<double>(C);
  Term loss = hold([&] { return log_softmax(rows, 1); }) * t;
  if (weight.defined()) loss = loss * Term(weight);
  if (how != Reduction::none) return sum(loss, {}, false) * -row_scale(how, static_cast<double>(n));
  Shape shape = x.shape();
  shape.erase(x.dim() == 1 ? 0 : 1);
  return reshape(neg(sum(loss, 1, false)), shape);
}

Tensor focal_loss(const Tensor& x, const Tensor& target, const Tensor& weight, double gamma, std::int64_t ignore_index, std::string_view reduction) {
  const Reduction how = reduction_of("focal_loss", reduction);
  check(gamma >= 0, ErrorKind::value, "[focal_loss] gamma is {}; need gamma >= 0.", gamma);
  const Rows r = as_rows("focal_loss", x, target);
  const Formula temporaries;
  const Term labels = dense(r.target), log_p = hold([&] { return log_softmax(r.x, 1); });
  Term loss = hold([&] { return nll_loss(log_p, labels, weight, ignore_index, "none"); });
  if (gamma > 0) {
    const Term unweighted = hold([&] { return nll_loss(log_p, labels, {}, ignore_index, "none"); });
    // A tiny bound keeps the slope of the power finite where p is 1.
    const Term missed = hold([&] { return clamp(1.0 - apply(exp, neg(unweighted)), 1e-12); });
    loss = loss * apply(pow, missed, gamma);
  }
  if (how == Reduction::none) return reshape(loss, r.shape);
  return sum(loss, {}, false) * row_scale(how, total_weight(labels, weight, ignore_index));
}

Tensor multi_margin_loss(const Tensor& x, const Tensor& target, std::int64_t p, double margin, const Tensor& weight, std::string_view reduction) {
  const char* op = "multi_margin_loss";
  const Reduction how = reduction_of(op, reduction);
  check(p == 1 || p == 2, ErrorKind::value, "[{}] only p == 1 and p == 2 supported; p is {}.", op, p);
  const Shape shape = check_matrix(op, x, target);
  if (x.dim() == 0) return multi_margin_loss(x.reshape({1}), target, p, margin, weight, reduction);
  check(target.dim() <= 1 && target.numel() == numel(shape), ErrorKind::shape, "[{}] inconsistent target size, got: {} for input {}.", op, target, x);
  const Formula temporaries;
  const Term rows = hold([&] { return rows_of_classes(x); }), labels = reshape(dense(target), {target.numel()});
  const std::int64_t C = rows->shape()[1];
  check_labels(op, labels, C, -1 - C);
  check_weight(op, weight, x, C);
  const Term own = hold([&] { return gather(rows, 1, unsqueeze(labels, 1)); });
  const Term others = 1.0 - one_hot_like(labels, C, x);
  Term loss = apply(relu, (rows - own + margin) * others);
  if (p == 2) loss = apply(square, loss);
  loss = sum(loss, 1, false) / static_cast<double>(C);
  if (weight.defined()) loss = loss * hold([&] { return index_select(weight.detach(), 0, labels); });
  return reduced(reshape(loss, target.shape()), how);
}

Tensor multilabel_margin_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  const char* op = "multilabel_margin_loss";
  const Reduction how = reduction_of(op, reduction);
  const Shape shape = check_matrix(op, x, target);
  check(target.shape() == x.shape(), ErrorKind::shape, "[{}] inconsistent target size: {} for input {}.", op, target, x);
  if (x.dim() == 0) return multilabel_margin_loss(x.reshape({1}), target.reshape({1}), reduction);
  const Formula temporaries;
  const Term rows = hold([&] { return rows_of_classes(x); }), labels = dense(target);
  const std::int64_t N = rows->shape()[0], C = rows->shape()[1];
  // pairs[n][i][j]: how often class i, a target, must beat class j, which is none.
  const Term pairs = zeros({N, C, C}, x);
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    T* out = pairs->data<T>();
    for (std::int64_t n = 0; n < N; ++n, out += C * C) {
      const std::int64_t* t = labels->data<std::int64_t>() + n * C;
      std::int64_t count = 0;
      while (count < C && t[count] != -1) {
        check(t[count] >= 0 && t[count] < C, ErrorKind::index, "[{}] target {} at row {} is out of range; need -1 <= target < {}.", op, t[count], n, C);
        for (std::int64_t j = 0; j < C; ++j) out[t[count] * C + j] += T(1);
        ++count;
      }
      for (std::int64_t k = 0; k < count; ++k)
        for (std::int64_t i = 0; i < C; ++i) out[i * C + t[k]] = T(0);
    }
  });
  const Term missed = apply(relu, unsqueeze(rows, 1) - unsqueeze(rows, 2) + 1.0);
  return reduced(reshape(sum(missed * pairs, {1, 2}, false) / static_cast<double>(C), shape), how);
}

Tensor multilabel_soft_margin_loss(const Tensor& x, const Tensor& target, const Tensor& weight, std::string_view reduction) {
  const Reduction how = elementwise("multilabel_soft_margin_loss", x, target, reduction);
  check(x.dim() >= 1, ErrorKind::shape, "[multilabel_soft_margin_loss] input is {}; need [C] or [N,C].", x);
  const Formula temporaries;
  const Term t = target;
  Term loss = t * log_sigmoid_loss(x) + (1.0 - t) * log_sigmoid_loss(neg(Term(x)));
  if (weight.defined()) loss = loss * Term(weight);
  return reduced(sum(loss, -1, false) / static_cast<double>(x.shape()[x.dim() - 1]), how);
}

namespace {

// The sums over all dimensions but those kept: of p t, and of p + t.
struct Overlap {
  Term both, either;
};

Overlap overlap(const char* op, const Tensor& x, const Tensor& target, bool by_sample) {
  check_floating(op, "input", x);
  check_defined(op, "target", target);
  check(x.dim() >= 2, ErrorKind::shape, "[{}] input is {}; need [N,C] or [N,C,d1,...].", op, x);
  Term p = x, t = target;
  if (target.is_floating_point()) {
    check(target.shape() == x.shape(), ErrorKind::shape, "[{}] target is {} for input {}; need its shape, or class indices.", op, target, x);
    p = apply(sigmoid, x);
  } else {
    const Rows r = as_rows(op, x, target);
    check_labels(op, r.target.contiguous(), x.shape()[1], -1 - x.shape()[1]);
    p = hold([&] { return softmax(x, 1); });
    t = one_hot_like(target, x.shape()[1], x);
    Dims order = {0, x.dim() - 1};  // the classes come after the samples
    for (int i = 1; i + 1 < x.dim(); ++i) order.push_back(i);
    t = hold([&] { return t->permute(order); });
  }
  Dims over;
  for (int i = by_sample ? 2 : 0; i < x.dim(); ++i)
    if (i != 1) over.push_back(i);
  const auto total = [&](Term v) { return over.rank() ? sum(v, over, false) : v; };
  return {total(p * t), total(p + t)};
}

}  // namespace

Tensor dice_loss(const Tensor& x, const Tensor& target, double smooth, std::string_view reduction) {
  const Reduction how = reduction_of("dice_loss", reduction);
  check(smooth >= 0, ErrorKind::value, "[dice_loss] smooth is {}; need smooth >= 0.", smooth);
  const Formula temporaries;
  const Overlap o = overlap("dice_loss", x, target, true);
  return reduced(1.0 - (o.both * 2.0 + smooth) / (o.either + smooth), how);
}

Tensor soft_f1_loss(const Tensor& x, const Tensor& target, double eps, std::string_view reduction) {
  const Reduction how = reduction_of("soft_f1_loss", reduction);
  check(eps >= 0, ErrorKind::value, "[soft_f1_loss] eps is {}; need eps >= 0.", eps);
  const Formula temporaries;
  const Overlap o = overlap("soft_f1_loss", x, target, false);
  return reduced(1.0 - o.both * 2.0 / (o.either + eps), how);
}

}  // namespace wick
