// Unary elementwise ops: one kernel each way, so every entry is a forward, a name and what its gradient keeps.

#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/common.h"

namespace wick {

using kernels::Binary;
using kernels::Unary;

namespace {

Tensor unary_op(const char* op, Unary kind, const Tensor& x, double p = 0, double q = 0) {
  check_floating(op, "x", x);
  const Tensor xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  dispatch_floating(op, x.dtype(), [&]<class T>() { kernels::unary(kind, xc.data<T>(), y.data<T>(), y.numel(), p, q); });
  if (tracer) trace(op, y, {&xc}, {kind == Unary::gelu_tanh ? 1 : p, q});
  return y;
}

// Records y with a fused gradient kernel of (dy, kept).
Tensor record_fused(const char* name, const Tensor& y, const Tensor& x, Saved kept, Binary grad, double p = 0, double q = 0) {
  return record_once(name, y, {x}, [kept = std::move(kept), grad, name, p, q](const Tensor& dy, Grads& d) {
    d[0] = binary_op(name, grad, dy, kept(), dy.dtype(), p, q);
  });
}

}  // namespace

Tensor exp(const Tensor& x) {
  Tensor y = unary_op("exp", Unary::exp, x);
  if (!needs_grad(x)) return y;
  return record("ExpBackward0", y, {x}, [y = saved_result(y)](const Tensor& dy, Grads& d) { d[0] = dy * y(); });
}

Tensor log(const Tensor& x) {
  Tensor y = unary_op("log", Unary::log, x);
  if (!needs_grad(x)) return y;
  return record("LogBackward0", y, {x}, [x = saved(x)](const Tensor& dy, Grads& d) { d[0] = dy / x(); });
}

Tensor sqrt(const Tensor& x) {
  Tensor y = unary_op("sqrt", Unary::sqrt, x);
  if (!needs_grad(x)) return y;
  return record("SqrtBackward0", y, {x}, [y = saved_result(y)](const Tensor& dy, Grads& d) { d[0] = dy / (y() * 2.0); });
}

Tensor rsqrt(const Tensor& x) {
  Tensor y = unary_op("rsqrt", Unary::rsqrt, x);
  if (!needs_grad(x)) return y;
  return record("RsqrtBackward0", y, {x}, [y = saved_result(y)](const Tensor& dy, Grads& d) {
    const Tensor r = y();
    d[0] = dy * (r * r * r) * -0.5;
  });
}

Tensor abs(const Tensor& x) {
  Tensor y = unary_op("abs", Unary::abs, x);
  return needs_grad(x) ? record_fused("AbsBackward0", y, x, saved(x), Binary::abs_grad) : y;
}

Tensor neg(const Tensor& x) {
  if (is_integral(x.dtype())) return 0.0 - x;
  Tensor y = unary_op("neg", Unary::neg, x);
  if (!needs_grad(x)) return y;
  return record("NegBackward0", y, {x}, [](const Tensor& dy, Grads& d) { d[0] = neg(dy); });
}

Tensor square(const Tensor& x) {
  Tensor y = unary_op("square", Unary::square, x);
  if (!needs_grad(x)) return y;
  return record("PowBackward0", y, {x}, [x = saved(x)](const Tensor& dy, Grads& d) { d[0] = dy * (x() * 2.0); });
}

Tensor reciprocal(const Tensor& x) {
  Tensor y = unary_op("reciprocal", Unary::reciprocal, x);
  if (!needs_grad(x)) return y;
  return record("ReciprocalBackward0", y, {x}, [y = saved_result(y)](const Tensor& dy, Grads& d) {
    const Tensor r = y();
    d[0] = neg(dy * (r * r));
  });
}

Tensor sin(const Tensor& x) {
  Tensor y = unary_op("sin", Unary::sin, x);
  if (!needs_grad(x)) return y;
  return record("SinBackward0", y, {x}, [x = saved(x)](const Tensor& dy, Grads& d) { d[0] = dy * cos(x()); });
}

Tensor cos(const Tensor& x) {
  Tensor y = unary_op("cos", Unary::cos, x);
  if (!needs_grad(x)) return y;
  return record("CosBackward0", y, {x}, [x = saved(x)](const Tensor& dy, Grads& d) { d[0] = neg(dy * sin(x())); });
}

Tensor tanh(const Tensor& x) {
  Tensor y = unary_op("tanh", Unary::tanh, x);
  return needs_grad(x) ? record_fused("TanhBackward0", y, x, saved_result(y), Binary::tanh_grad) : y;
}

Tensor sigmoid(const Tensor& x) {
  Tensor y = unary_op("sigmoid", Unary::sigmoid, x);
  return needs_grad(x) ? record_fused("SigmoidBackward0", y, x, saved_result(y), Binary::sigmoid_grad) : y;
}

Tensor relu(const Tensor& x) {
  Tensor y = unary_op("relu", Unary::relu, x);
  return needs_grad(x) ? record_fused("ReluBackward0", y, x, saved_result(y), Binary::relu_grad) : y;
}

Tensor leaky_relu(const Tensor& x, double negative_slope) {
  Tensor y = unary_op("leaky_relu", Unary::leaky_relu, x, negative_slope);
  return needs_grad(x) ? record_fused("LeakyReluBackward0", y, x, saved(x), Binary::leaky_relu_grad, negative_slope) : y;
}

Tensor elu(const Tensor& x, double alpha) {
  Tensor y = unary_op("elu", Unary::elu, x, alpha);
  return needs_grad(x) ? record_fused("EluBackward0", y, x, saved(x), Binary::elu_grad, alpha) : y;
}

Tensor gelu(const Tensor& x, std::string_view approximate) {
  check(approximate == "none" || approximate == "tanh", ErrorKind::value, "[gelu] approximate is \"", approximate, "\"; need \"none\" or \"tanh\".");
  const bool exact = approximate == "none";
  Tensor y = unary_op("gelu", exact ? Unary::gelu : Unary::gelu_tanh, x);
  return needs_grad(x) ? record_fused("GeluBackward0", y, x, saved(x), exact ? Binary::gelu_grad : Binary::gelu_tanh_grad) : y;
}

Tensor silu(const Tensor& x) {
  Tensor y = unary_op("silu", Unary::silu, x);
  return needs_grad(x) ? record_fused("SiluBackward0", y, x, saved(x), Binary::silu_grad) : y;
}

Tensor softplus(const Tensor& x, double beta, double threshold) {
  check(beta > 0, ErrorKind::value, "[softplus] beta is ", beta, "; need beta > 0.");
  Tensor y = unary_op("softplus", Unary::softplus, x, beta, threshold);
  return needs_grad(x) ? record_fused("SoftplusBackward0", y, x, saved(x), Binary::softplus_grad, beta, threshold) : y;
}

}  // namespace wick
