// y = f(x): one functor per operation, one loop for all of them.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/unary.cpp"
#include "kernels/foreach.h"

#include <cmath>

#include "kernels/element_params.h"
#include "kernels/elementwise.h"
#include "kernels/math-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

constexpr float kSqrt2OverPi = 0.797884561f;    // sqrt(2 / pi)
constexpr double kSqrtHalfD = 0.70710678118654752440;
constexpr double kSqrt2OverPiD = 0.79788456080286535588;

#define WICK_UNARY(Name, VECTOR, SCALAR)                                                             \
  struct Name {                                                                                      \
    HWY_INLINE Name() {}                                                                             \
    HWY_INLINE V operator()(V x, [[maybe_unused]] const ElementParams& o) const { return VECTOR; }          \
    static double scalar(double x, [[maybe_unused]] const ElementParams& o) { return SCALAR; }              \
    Exp2 exp2;                                                                                       \
  };

HWY_INLINE V leaky(V x, float slope) {
  return hn::IfThenElse(hn::Gt(x, hn::Zero(D())), x, hn::Mul(x, constant(slope)));
}
HWY_INLINE V elu_of(V x, float alpha) {
  return hn::IfThenElse(hn::Gt(x, hn::Zero(D())), x, hn::Mul(constant(alpha), expm1(x)));
}
// x Phi(x) = max(x, 0) - |x| erfc(|x| / sqrt 2) / 2, which cancels nowhere.
HWY_INLINE V gelu_of(const Exp2& exp2, V x) {
  const V a = at_most(hn::Abs(x), 9.5f);
  const V above = hn::IfThenZeroElse(hn::Le(x, hn::Zero(D())), x);  // as Relu below
  return hn::NegMulAdd(hn::Mul(constant(0.5f), a), normal_tail(exp2, a), above);
}
// (1 + tanh u) / 2 = 1 / (1 + e^-2u); 3.2 ulp up to |x| = 1, then 1.2e-7 |x|
HWY_INLINE V gelu_tanh_of(const Exp2& exp2, V x) {
  constexpr float k = -2 * kLog2E * kSqrt2OverPi;
  return exp2.gated(x, fused(constant(0.044715f * k), hn::Mul(x, x), k));
}
HWY_INLINE V softplus_of(V x, float beta, float threshold) {
  const V z = hn::Mul(x, constant(beta));
  return hn::IfThenElse(hn::Gt(z, constant(threshold)), x, hn::Div(log1p(exp(z)), constant(beta)));
}
// As PyTorch: sign(NaN) is 0.
HWY_INLINE V sign_of(V x) {
  const V zero = hn::Zero(D()), one = constant(1.0f);
  return hn::Sub(hn::IfThenElseZero(hn::Gt(x, zero), one), hn::IfThenElseZero(hn::Lt(x, zero), one));
}

WICK_UNARY(Neg, hn::Neg(x), -x)
WICK_UNARY(Abs, hn::Abs(x), std::fabs(x))
WICK_UNARY(Sign, sign_of(x), (x > 0) - (x < 0))
WICK_UNARY(Square, hn::Mul(x, x), x * x)
WICK_UNARY(Sqrt, hn::Sqrt(x), std::sqrt(x))
WICK_UNARY(Rsqrt, hn::Div(constant(1.0f), hn::Sqrt(x)), 1 / std::sqrt(x))
WICK_UNARY(Reciprocal, hn::Div(constant(1.0f), x), 1 / x)
WICK_UNARY(Exp, exp(x), std::exp(x))
WICK_UNARY(Log, log(x), std::log(x))
WICK_UNARY(Log1p, log1p(x), std::log1p(x))
WICK_UNARY(Tanh, tanh(x), std::tanh(x))
WICK_UNARY(Sigmoid, exp2.sigmoid(x), 1 / (1 + std::exp(-x)))
// -0 becomes 0: compilers make this a maximum, and targets differ in the sign of max(-0, 0).
WICK_UNARY(Relu, hn::IfThenZeroElse(hn::Le(x, hn::Zero(D())), x), x <= 0 ? 0 : x)
WICK_UNARY(LeakyRelu, leaky(x, o.p), x > 0 ? x : x * o.pd)
WICK_UNARY(Elu, elu_of(x, o.p), x > 0 ? x : o.pd * std::expm1(x))
WICK_UNARY(Gelu, gelu_of(exp2, x), 0.5 * x * (1 + std::erf(x * kSqrtHalfD)))
WICK_UNARY(GeluTanh, gelu_tanh_of(exp2, x), 0.5 * x * (1 + std::tanh(kSqrt2OverPiD * (x + 0.044715 * x * x * x))))
WICK_UNARY(Silu, exp2.gated(x, constant(-kLog2E)), x / (1 + std::exp(-x)))
WICK_UNARY(Softplus, softplus_of(x, o.p, o.q), x * o.pd > o.qd ? x : std::log1p(std::exp(x * o.pd)) / o.pd)
WICK_UNARY(Sin, sin(x), std::sin(x))
WICK_UNARY(Cos, cos(x), std::cos(x))
WICK_UNARY(Erf, erf(x), std::erf(x))
WICK_UNARY(Floor, hn::Floor(x), std::floor(x))
WICK_UNARY(Ceil, hn::Ceil(x), std::ceil(x))
WICK_UNARY(Round, hn::Round(x), std::nearbyint(x))
WICK_UNARY(Trunc, hn::Trunc(x), std::trunc(x))

// The last, partial vector goes through a buffer and the same loop: each operation is compiled once.
template <class Op>
HWY_NOINLINE void run(const ElementParams& o, const float* x, float* y, std::size_t n) {
  const Op op;
  const std::size_t whole = n / kN * kN, rest = n - whole;
  for (std::size_t i = 0; i < whole; i += kN) hn::StoreU(op(hn::LoadU(D(), x + i), o), D(), y + i);
  if (rest == 0) return;
  HWY_ALIGN float b[kN];
  hn::Store(load_part(x + whole, rest), D(), b);
  run<Op>(o, b, b, kN);
  store_part(hn::Load(D(), b), y + whole, rest);
}
template <class Op>
HWY_NOINLINE void run(const ElementParams& o, const double* x, double* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] = Op::scalar(x[i], o);
}

template <class T>
void run_unary(Unary op, const T* x, T* y, std::size_t n, const ElementParams& o) {
  switch (op) {
    case Unary::neg: return run<Neg>(o, x, y, n);
    case Unary::abs: return run<Abs>(o, x, y, n);
    case Unary::sign: return run<Sign>(o, x, y, n);
    case Unary::square: return run<Square>(o, x, y, n);
    case Unary::sqrt: return run<Sqrt>(o, x, y, n);
    case Unary::rsqrt: return run<Rsqrt>(o, x, y, n);
    case Unary::reciprocal: return run<Reciprocal>(o, x, y, n);
    case Unary::exp: return run<Exp>(o, x, y, n);
    case Unary::log: return run<Log>(o, x, y, n);
    case Unary::log1p: return run<Log1p>(o, x, y, n);
    case Unary::tanh: return run<Tanh>(o, x, y, n);
    case Unary::sigmoid: return run<Sigmoid>(o, x, y, n);
    case Unary::relu: return run<Relu>(o, x, y, n);
    case Unary::leaky_relu: return run<LeakyRelu>(o, x, y, n);
    case Unary::elu: return run<Elu>(o, x, y, n);
    case Unary::gelu: return run<Gelu>(o, x, y, n);
    case Unary::gelu_tanh: return run<GeluTanh>(o, x, y, n);
    case Unary::silu: return run<Silu>(o, x, y, n);
    case Unary::softplus: return run<Softplus>(o, x, y, n);
    case Unary::sin: return run<Sin>(o, x, y, n);
    case Unary::cos: return run<Cos>(o, x, y, n);
    case Unary::erf: return run<Erf>(o, x, y, n);
    case Unary::floor: return run<Floor>(o, x, y, n);
    case Unary::ceil: return run<Ceil>(o, x, y, n);
    case Unary::round: return run<Round>(o, x, y, n);
    case Unary::trunc: return run<Trunc>(o, x, y, n);
  }
}
void unary_f32(Unary op, const float* x, float* y, std::size_t n, const ElementParams& o) { run_unary(op, x, y, n, o); }
#if HWY_TARGET == HWY_STATIC_TARGET  // double is plain C++, once
void unary_f64(Unary op, const double* x, double* y, std::size_t n, const ElementParams& o) { run_unary(op, x, y, n, o); }
#endif
void clamp_f32(const float* x, float* y, std::size_t n, float lo, float hi) {
  const V l = constant(lo), h = constant(hi);
  map(n, y, [&](auto load, std::size_t i) HWY_ATTR {
    const V v = load(x + i);
    const V up = hn::IfThenElse(hn::Lt(v, l), l, v);
    return hn::IfThenElse(hn::Gt(up, h), h, up);
  });
}

void axpby_f32(float a, const float* x, float b, float* y, std::size_t n) {
  const V va = constant(a), vb = constant(b);
  map(n, y, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(hn::Mul(va, load(x + i)), hn::Mul(vb, load(y + i))); });
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wick::kernels {

HWY_EXPORT(unary_f32);
HWY_EXPORT(clamp_f32);
HWY_EXPORT(axpby_f32);

void unary(Unary op, const float* x, float* y, std::int64_t n, double p, double q) {
  const ElementParams o(p, q);
  if (n <= kGrain) return HWY_DYNAMIC_DISPATCH(unary_f32)(op, x, y, n, o);
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) { HWY_DYNAMIC_DISPATCH(unary_f32)(op, x + i, y + i, m, o); });
}
void unary(Unary op, const double* x, double* y, std::int64_t n, double p, double q) {
  HWY_STATIC_DISPATCH(unary_f64)(op, x, y, n, ElementParams(p, q));
}

void clamp(const float* x, float* y, std::int64_t n, double lo, double hi) {
  const float l = static_cast<float>(lo), h = static_cast<float>(hi);
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) { HWY_DYNAMIC_DISPATCH(clamp_f32)(x + i, y + i, m, l, h); });
}
void clamp(const double* x, double* y, std::int64_t n, double lo, double hi) {
  for (std::int64_t i = 0; i < n; ++i) {
    const double up = x[i] < lo ? lo : x[i];
    y[i] = up > hi ? hi : up;
  }
}

void axpby(double a, const float* x, double b, float* y, std::int64_t n) {
  const float fa = static_cast<float>(a), fb = static_cast<float>(b);
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) { HWY_DYNAMIC_DISPATCH(axpby_f32)(fa, x + i, fb, y + i, m); });
}
void axpby(double a, const double* x, double b, double* y, std::int64_t n) {
  for (std::int64_t i = 0; i < n; ++i) y[i] = a * x[i] + b * y[i];
}

}  // namespace wick::kernels
#endif
