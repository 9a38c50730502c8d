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

// The gradients that are kernels, again as ops; kept: y where its derivative is a formula of y, else x.
constexpr double kGeluCubic = 0.044715, kSqrt2OverPi = 0.7978845608028654, kInvSqrt2Pi = 0.3989422804014327;
Tensor gelu_slope(const Tensor& dy, const Tensor& x);
Term slope_of_ops(Binary slope, Term dy, Term kept, double p, double q) {
  const auto clamped = [&] { return hold([&] { return clamp(*kept, {}, 0.0); }); };
  switch (slope) {
    case Binary::abs_grad: return where(apply(gt, kept, 0.0), dy, where(apply(lt, kept, 0.0), neg(dy), zeros_like(dy)));
    case Binary::relu_grad: return where(apply(gt, kept, 0.0), dy, zeros_like(dy));
    case Binary::leaky_relu_grad: return where(apply(gt, kept, 0.0), dy, dy * p);
    case Binary::elu_grad: return where(apply(gt, kept, 0.0), dy, dy * apply(exp, clamped()) * p);
    case Binary::sigmoid_grad: return dy * (kept * (1.0 - kept));
    case Binary::tanh_grad: return dy * (1.0 - kept * kept);
    case Binary::softplus_grad: {
      const Term z = kept * p;
      return where(apply(gt, z, q), dy, dy * apply(sigmoid, z));
    }
    case Binary::silu_grad: {
      const Term s = apply(sigmoid, kept);
      return dy * (s * (kept * (1.0 - s) + 1.0));
    }
    case Binary::gelu_tanh_grad: {
      const Term x2 = kept * kept, t = apply(tanh, kept * (x2 * kGeluCubic + 1.0) * kSqrt2OverPi);
      return dy * ((t + 1.0) * 0.5 + kept * (1.0 - t * t) * (x2 * (3 * kGeluCubic) + 1.0) * (0.5 * kSqrt2OverPi));
    }
    default: return gelu_slope(dy, kept);
  }
}

// dy gelu'(x) as an op: gelu'' is phi(x) (2 - x^2), with the normal density phi.
Tensor gelu_slope(const Tensor& dy, const Tensor& x) {
  Tensor g = binary_op("gelu", Binary::gelu_grad, dy, x, dy.dtype());
  const auto gradient = [](Term dg, Grads& d, int i) {
    const Term dy = d.kept(0), x = d.kept(1);
    if (i == 0) return Term(gelu_slope(dg, x));
    const Term x2 = x * x;
    return dg * dy * (apply(exp, x2 * -0.5) * (2.0 - x2) * kInvSqrt2Pi);
  };
  record(g, "GeluBackwardBackward0", kKeepFirst | kKeepSecond, gradient, dy, x);
  return g;
}

// An op whose gradient is a kernel of dy and what is kept.
struct FusedSlope {
  Binary slope;
  const char* node;
  double p, q;
  Term operator()(Term dy, Grads& d) const {
    if (dy->ref()->use_count() == 1 && dy->impl()->storage->use_count() == 1) {  // nobody else will read dy: write over it
      dispatch_floating(node, dy->dtype(), [&]<class T>() {
        kernels::binary(slope, dy->data<T>(), 1, d.kept(0)->data<T>(), 1, dy->data<T>(), dy->numel(), p, q);
      });
      return dy;
    }
    return hold([&] { return binary_op(node, slope, dy, d.kept(0), dy->dtype(), p, q); });
  }
  Term twice(Term dy, Grads& d) const { return slope_of_ops(slope, dy, d.kept(0), p, q); }
};
Tensor fused(const char* op, const char* node, Unary kind, const Tensor& x, Keep keep, Binary slope, double p = 0, double q = 0) {
  Tensor y = unary_op(op, kind, x, p, q);
  record(y, node, keep | kFused, FusedSlope{slope, node, p, q}, x);
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
