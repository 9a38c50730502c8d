// Losses that compare input and target element by element.

#include "ops/losses.h"
#include "wick/ops/loss.h"

namespace wick {

namespace {

Term clamp_min(Term x, double min) {
  return hold([&] { return clamp(x, min); });
}

Term elements_near_1(Term p, Term t) { return p * t + (1.0 - p) * (1.0 - t); }

void check_probabilities(const char* op, const Tensor& x) {
  const Formula temporaries;
  const Term xc = dense(x);
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    const T* p = xc->data<T>();
    for (std::int64_t i = 0; i < x.numel(); ++i)
      check(p[i] >= 0 && p[i] <= 1, ErrorKind::value, "[{}] all elements of input should be between 0 and 1; element {} is {}.", op, i,
            static_cast<double>(p[i]));
  });
}

// log p, at least -100.
Term bounded_log(Term p) { return clamp_min(apply(log, p), -100); }

}  // namespace

Tensor binary_cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight, std::string_view reduction) {
  const char* op = "binary_cross_entropy";
  const Reduction how = elementwise(op, x, target, reduction);
  check(x.shape() == target.shape(), ErrorKind::shape,
        "[{}] Using a target size ({}) that is different to the input size ({}) is deprecated. Please ensure they have the same size.", op, target, x);
  check_probabilities(op, x);
  const Formula temporaries;
  const Term xd = detach(x), t = detach(target), w = weight.defined() ? detach(weight) : 1.0;
  const Term loss = w * ((t - 1.0) * bounded_log(1.0 - xd) - t * bounded_log(xd));
  const auto slope = [](Term dy, Grads& d, int i) {
    const Term x = d.kept(0), t = d.kept(1), w = d.kept(2);
    if (i == 0) return dy * w * (x - t) / clamp_min((1.0 - x) * x, 1e-12);
    return dy * w * (bounded_log(1.0 - x) - bounded_log(x));
  };
  return elementwise_loss("BinaryCrossEntropyBackward0", x, target, loss, how, slope, w);
}

Tensor huber_loss(const Tensor& x, const Tensor& target, std::string_view reduction, double delta) {
  const Reduction how = elementwise("huber_loss", x, target, reduction);
  check(delta > 0, ErrorKind::value, "[huber_loss] huber_loss does not support non-positive values for delta; delta is {}.", delta);
  const Formula temporaries;
  const Term size = apply(abs, detach(x) - detach(target));
  const Term loss = where(apply(lt, size, delta), apply(square, size) * 0.5, (size - 0.5 * delta) * delta);
  const auto slope = [delta](Term dy, Grads& d, int i) {
    const Term far = d.kept(i) - d.kept(1 - i);
    return dy * hold([&] { return clamp(far, -delta, delta); });
  };
  return elementwise_loss("HuberLossBackward0", x, target, loss, how, slope);
}

Tensor kl_div(const Tensor& x, const Tensor& target, std::string_view reduction, bool log_target) {
  const bool by_batch = reduction == "batchmean";
  const Reduction how = elementwise("kl_div", x, target, by_batch ? "sum" : reduction);
  const Formula temporaries;
  const Term log_p = x, t = target;
  // t log t is 0 at 0.
  const Term loss = log_target ? apply(exp, t) * (t - log_p) : t * (apply(log, where(apply(eq, detach(t), 0.0), 1.0, t)) - log_p);
  const Term y = reduced(loss, how);
  return by_batch && x.dim() ? y / static_cast<double>(x.shape()[0]) : y;
}

Tensor poisson_nll_loss(const Tensor& x, const Tensor& target, bool log_input, bool full, double eps, std::string_view reduction) {
  const Reduction how = elementwise("poisson_nll_loss", x, target, reduction);
  const Formula temporaries;
  const Term rate = x, t = target;
  Term loss = log_input ? apply(exp, rate) - t * rate : rate - t * apply(log, rate + eps);
  if (full) {
    constexpr double kTwoPi = 6.283185307179586;
    const Term small = apply(le, detach(t), 1.0), safe = where(small, 1.0, t);
    loss = loss + where(small, 0.0, safe * apply(log, safe) - safe + apply(log, safe * kTwoPi) * 0.5);
  }
  return reduced(loss, how);
}

Tensor gaussian_nll_loss(const Tensor& x, const Tensor& target, const Tensor& var, bool full, double eps, std::string_view reduction) {
  const Reduction how = elementwise("gaussian_nll_loss", x, target, reduction);
  check_floating("gaussian_nll_loss", "var", var);
  Shape one = x.shape(), short_one;  // the sizes that var may have
  if (one.rank()) {
    one[one.rank() - 1] = 1;
    for (int i = 0; i + 1 < x.dim(); ++i) short_one.push_back(x.shape()[i]);
  }
  check(var.shape() == x.shape() || var.shape() == one || (x.dim() && var.shape() == short_one), ErrorKind::shape,
        "[gaussian_nll_loss] var is of incorrect size: it is {} for input {}; need {}, {} or {}.", var, x, x.shape(), one, short_one);
  const Formula temporaries;
  for (const double v : var.to_vector()) check(!(v < 0), ErrorKind::value, "[gaussian_nll_loss] var has negative entry/entries: {}; need var >= 0.", v);
  // The bound moves var without a gradient of its own.
  Term v = var.shape() == x.shape() || var.shape() == one ? Term(var) : hold([&] { return var.unsqueeze(-1); });
  v = v + (clamp_min(detach(v), eps) - detach(v));
  Term loss = (apply(log, v) + apply(square, Term(x) - Term(target)) / v) * 0.5;
  if (full) loss = loss + 0.9189385332046727;  // log(2 pi) / 2
  return reduced(loss, how);
}

Tensor hinge_embedding_loss(const Tensor& x, const Tensor& target, double margin, std::string_view reduction) {
  const Reduction how = elementwise("hinge_embedding_loss", x, target, reduction);
  const Formula temporaries;
  const Term t = detach(target);
  // A target that is neither counts both, as in PyTorch.
  return reduced(where(apply(ne, t, 1.0), clamp_min(margin - Term(x), 0), 0.0) + where(apply(ne, t, -1.0), Term(x), 0.0), how);
}

Tensor soft_margin_loss(const Tensor& x, const Tensor& target, std::string_view reduction) {
  const Reduction how = elementwise("soft_margin_loss", x, target, reduction);
  const Formula temporaries;
  return reduced(log_sigmoid_loss(Term(target) * Term(x)), how);
}

Tensor sigmoid_focal_loss(const Tensor& x, const Tensor& target, double alpha, double gamma, std::string_view reduction) {
  const Reduction how = elementwise("sigmoid_focal_loss", x, target, reduction);
  const Formula temporaries;
  const Term t = target, p = apply(sigmoid, x);
  Term loss = hold([&] { return binary_cross_entropy_with_logits(x, target, {}, {}, "none"); });
  loss = loss * apply(pow, 1.0 - elements_near_1(p, t), gamma);
  if (alpha >= 0) loss = loss * elements_near_1(alpha, t);
  return reduced(loss, how);
}

}  // namespace wick
