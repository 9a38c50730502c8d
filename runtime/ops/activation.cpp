// Activations made of other ops. Those of one input are one node, whose gradient is a formula of dy and x, so that it can be
// differentiated again; where a formula has a kink it states PyTorch's choice.

#include "wick/ops/activation.h"

#include "ops/losses.h"

namespace wick {

namespace {

// forward(x) with the gradient slope(x, dy).
template <class F, class S>
Tensor activation(const char* op, const char* node, const Tensor& x, const F& forward, const S& slope) {
  check_floating(op, "input", x);
  const Formula temporaries;
  Tensor y = *forward(detach(x));
  record(y, node, kKeepFirst, [slope](Term dy, Grads& d) { return slope(d.kept(0), dy); }, x);
  return y;
}

Term clamped(Term x, std::optional<double> min, std::optional<double> max) {
  return hold([&] { return clamp(x, min, max); });
}

// value where low < x < high, else 0.
Term between(Term x, double low, double high, Term value) {
  return where(apply(le, x, low), 0.0, where(apply(ge, x, high), 0.0, value));
}

// value where x lies beyond ±limit, else 0.
Term beyond(Term x, double limit, Term value) {
  return where(apply(ge, x, -limit), where(apply(le, x, limit), 0.0, value), value);
}

// log(1 + exp(x)).
Term log1p_exp(Term x) { return log_sigmoid_loss(neg(x)); }

// exp(x) where x <= 0, and a finite number elsewhere.
Term exp_below_0(Term x) { return apply(exp, clamped(x, {}, 0.0)); }

Term relu6_plus_3(Term x) { return clamped(x + 3.0, 0.0, 6.0); }

}  // namespace

Tensor hardtanh(const Tensor& x, double min_val, double max_val) {
  return activation(
      "hardtanh", "HardtanhBackward0", x, [&](Term x) { return clamped(x, min_val, max_val); },
      [min_val, max_val](Term x, Term dy) { return between(x, min_val, max_val, dy); });
}

Tensor relu6(const Tensor& x) { return hardtanh(x, 0, 6); }

Tensor hardsigmoid(const Tensor& x) {
  return activation(
      "hardsigmoid", "HardsigmoidBackward0", x, [](Term x) { return relu6_plus_3(x) / 6.0; },
      [](Term x, Term dy) { return between(x, -3, 3, dy / 6.0); });
}

Tensor hardswish(const Tensor& x) {
  return activation(
      "hardswish", "HardswishBackward0", x, [](Term x) { return x * relu6_plus_3(x) / 6.0; },
      [](Term x, Term dy) { return where(apply(lt, x, -3.0), 0.0, where(apply(le, x, 3.0), dy * (x / 3.0 + 0.5), dy)); });
}

Tensor hardshrink(const Tensor& x, double lambd) {
  return activation(
      "hardshrink", "HardshrinkBackward0", x, [&](Term x) { return beyond(x, lambd, x); },
      [lambd](Term x, Term dy) { return beyond(x, lambd, dy); });
}

Tensor softshrink(const Tensor& x, double lambd) {
  check(lambd >= 0, ErrorKind::value, "[softshrink] lambda must be greater or equal to 0, but found to be {}.", lambd);
  return activation(
      "softshrink", "SoftshrinkBackward0", x, [&](Term x) { return x - clamped(x, -lambd, lambd); },
      [lambd](Term x, Term dy) { return beyond(x, lambd, dy); });
}

Tensor tanhshrink(const Tensor& x) {
  return activation(
      "tanhshrink", "TanhshrinkBackward0", x, [](Term x) { return x - apply(tanh, x); },
      [](Term x, Term dy) { return dy * apply(square, apply(tanh, x)); });
}

Tensor threshold(const Tensor& x, double threshold, double value) {
  return activation(
      "threshold", "ThresholdBackward0", x, [&](Term x) { return where(apply(le, x, threshold), value, x); },
      [threshold](Term x, Term dy) { return where(apply(le, x, threshold), 0.0, dy); });
}

Tensor softsign(const Tensor& x) {
  return activation(
      "softsign", "SoftsignBackward0", x, [](Term x) { return x / (apply(abs, x) + 1.0); },
      [](Term x, Term dy) { return dy / apply(square, apply(abs, x) + 1.0); });
}

Tensor logsigmoid(const Tensor& x) {
  return activation(
      "logsigmoid", "LogSigmoidBackward0", x, [](Term x) { return neg(log_sigmoid_loss(x)); },
      [](Term x, Term dy) { return dy * apply(sigmoid, neg(x)); });
}

Tensor mish(const Tensor& x) {
  return activation(
      "mish", "MishBackward0", x, [](Term x) { return x * apply(tanh, log1p_exp(x)); },
      [](Term x, Term dy) {
        const Term t = apply(tanh, log1p_exp(x));
        return dy * (t + x * apply(sigmoid, x) * (1.0 - t * t));
      });
}

Tensor selu(const Tensor& x) {
  constexpr double kAlpha = 1.6732632423543772848170429916717, kScale = 1.0507009873554804934193349852946;
  return activation(
      "selu", "EluBackward0", x, [](Term x) { return hold([&] { return elu(x, kAlpha); }) * kScale; },
      [](Term x, Term dy) { return dy * where(apply(le, x, 0.0), exp_below_0(x) * (kScale * kAlpha), kScale); });
}

Tensor celu(const Tensor& x, double alpha) {
  check(alpha != 0, ErrorKind::value, "[celu] alpha is 0; alpha cannot be 0 for CELU.");
  return activation(
      "celu", "EluBackward0", x, [&](Term x) { return hold([&] { return elu(x / alpha, 1); }) * alpha; },
      [alpha](Term x, Term dy) { return dy * where(apply(le, x, 0.0), exp_below_0(x / alpha), 1.0); });
}

Tensor softmin(const Tensor& x, std::int64_t dim) {
  check_floating("softmin", "input", x);
  const Formula temporaries;
  return softmax(neg(Term(x)), dim);
}

Tensor glu(const Tensor& x, std::int64_t dim) {
  check_floating("glu", "input", x);
  check(x.dim() > 0, ErrorKind::shape, "[glu] glu does not support scalars because halving size must be even; input is {}.", x);
  const int d = wrap_dim("glu", dim, x.dim());
  const std::int64_t n = x.shape()[d];
  check(n % 2 == 0, ErrorKind::shape, "[glu] Halving dimension must be even, but dimension {} is size {}; input is {}.", d, n, x);
  return x.narrow(d, 0, n / 2) * sigmoid(x.narrow(d, n / 2, n / 2));
}

Tensor prelu(const Tensor& x, const Tensor& weight) {
  check_floating("prelu", "input", x);
  check_floating("prelu", "weight", weight);
  check_same_dtype("prelu", "input", x, "weight", weight);
  const std::int64_t n = weight.numel(), channels = x.dim() >= 2 ? x.shape()[1] : 1;
  check(weight.dim() <= 1, ErrorKind::shape, "[prelu] weight is {}; need [1] or one per channel.", weight);
  check(n == 1 || n == channels, ErrorKind::shape,
        "[prelu] Mismatch of parameter numbers and input channel size. Found parameter numbers = {} and channel size = {}; input is {}.", n, channels, x);
  const Formula temporaries;
  Shape per_channel;
  for (int d = 0; d < x.dim(); ++d) per_channel.push_back(d == 1 && n > 1 ? n : 1);
  const Term all = x, positive = apply(gt, detach(x), 0.0), negative = where(positive, 0.0, all);
  return where(positive, all, reshape(weight, per_channel) * negative);
}

Tensor rrelu(const Tensor& x, double lower, double upper, bool training, Generator* generator) {
  check_floating("rrelu", "input", x);
  check(lower <= upper, ErrorKind::value, "[rrelu] Lower bound should be less than or equal to the upper bound; they are {} and {}.", lower, upper);
  if (!training) return leaky_relu(x, (lower + upper) / 2);
  const Formula temporaries;
  const Term slopes = hold([&] { return empty(x.shape(), x.dtype()); });
  uniform_(slopes, lower, upper, generator);
  return Term(x) * where(apply(le, detach(x), 0.0), slopes, 1.0);
}

}  // namespace wick
