// Unary elementwise ops: one kernel each way, so every entry is a forward, a name and what its gradient keeps.

#include "ops/broadcast.h"
#include "ops/pointwise.h"

namespace wick {

using kernels::Binary;
using kernels::Unary;

namespace {

// An op whose gradient is a formula of dy and what is kept.
using Slope = Term (*)(Term dy, Term kept);
Tensor composed(const char* op, const char* node, Unary kind, const Tensor& x, Keep keep, Slope slope) {
  return with_slope(unary_op(op, kind, x), node, x, keep, slope);
}
// One that takes integers as f32.
Tensor smooth(const char* op, const char* node, Unary kind, const Tensor& x, Keep keep, Slope slope) {
  return composed(op, node, kind, floating(op, x), keep, slope);
}

// An op whose gradient is a kernel of dy and what is kept.
Tensor fused(const char* op, const char* node, Unary kind, const Tensor& x, Keep keep, Binary slope, double p = 0, double q = 0) {
  Tensor y = unary_op(op, kind, x, p, q);
  const auto gradient = [slope, node, p, q](Term dy, Grads& d) {
    if (dy->ref()->use_count() == 1 && dy->impl()->storage->use_count() == 1) {  // nobody else will read dy: write over it
      dispatch_floating(node, dy->dtype(), [&]<class T>() {
        kernels::binary(slope, dy->data<T>(), 1, d.kept(0)->data<T>(), 1, dy->data<T>(), dy->numel(), p, q);
      });
      return dy;
    }
    return hold([&] { return binary_op(node, slope, dy, d.kept(0), dy->dtype(), p, q); });
  };
  record(y, node, keep | kFused, gradient, x);
  return y;
}

}  // namespace

Tensor exp(const Tensor& x) {
  return smooth("exp", "ExpBackward0", Unary::exp, x, kKeepResult, [](Term dy, Term y) { return dy * y; });
}
Tensor log(const Tensor& x) {
  return smooth("log", "LogBackward0", Unary::log, x, kKeepFirst, [](Term dy, Term x) { return dy / x; });
}
Tensor sqrt(const Tensor& x) {
  return smooth("sqrt", "SqrtBackward0", Unary::sqrt, x, kKeepResult, [](Term dy, Term y) { return dy / (y * 2.0); });
}
Tensor rsqrt(const Tensor& x) {
  return smooth("rsqrt", "RsqrtBackward0", Unary::rsqrt, x, kKeepResult, [](Term dy, Term y) { return dy * (y * y * y) * -0.5; });
}
Tensor square(const Tensor& x) {
  check_defined("square", "x", x);
  if (is_integral(x.dtype())) return x * x;
  return composed("square", "PowBackward0", Unary::square, x, kKeepFirst, [](Term dy, Term x) { return dy * (x * 2.0); });
}
Tensor reciprocal(const Tensor& x) {
  return smooth("reciprocal", "ReciprocalBackward0", Unary::reciprocal, x, kKeepResult, [](Term dy, Term y) { return neg(dy * (y * y)); });
}
Tensor sin(const Tensor& x) {
  return smooth("sin", "SinBackward0", Unary::sin, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(cos, x); });
}
Tensor cos(const Tensor& x) {
  return smooth("cos", "CosBackward0", Unary::cos, x, kKeepFirst, [](Term dy, Term x) { return neg(dy * apply(sin, x)); });
}
Tensor neg(const Tensor& x) {
  check_defined("neg", "x", x);
  if (is_integral(x.dtype())) return 0.0 - x;
  return composed("neg", "NegBackward0", Unary::neg, x, kKeepNothing, [](Term dy, Term) { return neg(dy); });
}

Tensor abs(const Tensor& x) {
  check_defined("abs", "x", x);
  if (is_integral(x.dtype())) return maximum(x, 0.0 - x);
  return fused("abs", "AbsBackward0", Unary::abs, x, kKeepFirst, Binary::abs_grad);
}
Tensor tanh(const Tensor& x) { return fused("tanh", "TanhBackward0", Unary::tanh, floating("tanh", x), kKeepResult, Binary::tanh_grad); }
Tensor sigmoid(const Tensor& x) { return fused("sigmoid", "SigmoidBackward0", Unary::sigmoid, floating("sigmoid", x), kKeepResult, Binary::sigmoid_grad); }
Tensor relu(const Tensor& x) {
  check_defined("relu", "x", x);
  if (is_integral(x.dtype())) return maximum(x, 0.0);
  return fused("relu", "ReluBackward0", Unary::relu, x, kKeepResult, Binary::relu_grad);
}
Tensor leaky_relu(const Tensor& x, double negative_slope) {
  return fused("leaky_relu", "LeakyReluBackward0", Unary::leaky_relu, x, kKeepFirst, Binary::leaky_relu_grad, negative_slope);
}
Tensor elu(const Tensor& x, double alpha) { return fused("elu", "EluBackward0", Unary::elu, x, kKeepFirst, Binary::elu_grad, alpha); }
Tensor silu(const Tensor& x) { return fused("silu", "SiluBackward0", Unary::silu, x, kKeepFirst, Binary::silu_grad); }

Tensor gelu(const Tensor& x, std::string_view approximate) {
  check(approximate == "none" || approximate == "tanh", ErrorKind::value, "[gelu] approximate is \"{}\"; need \"none\" or \"tanh\".", approximate);
  const bool exact = approximate == "none";
  return fused("gelu", "GeluBackward0", exact ? Unary::gelu : Unary::gelu_tanh, x, kKeepFirst, exact ? Binary::gelu_grad : Binary::gelu_tanh_grad);
}

Tensor softplus(const Tensor& x, double beta, double threshold) {
  check(beta > 0, ErrorKind::value, "[softplus] beta is {}; need beta > 0.", beta);
  return fused("softplus", "SoftplusBackward0", Unary::softplus, x, kKeepFirst, Binary::softplus_grad, beta, threshold);
}

}  // namespace wick
