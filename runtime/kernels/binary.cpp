// y = f(a, b): one functor per operation. The loop sees only contiguous blocks; broadcast and strided operands are
// first laid out in a block.

#include "kernels/targets.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/binary.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <cmath>

#include "kernels/element_params.h"
#include "kernels/elementwise.h"
#include "kernels/math-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

#define WICK_BINARY(Name, VECTOR, SCALAR)                                                                   \
  struct Name {                                                                                             \
    HWY_INLINE V operator()(V a, V b, [[maybe_unused]] const ElementParams& o) const { return VECTOR; }     \
    static double scalar(double a, double b, [[maybe_unused]] const ElementParams& o) { return SCALAR; }    \
  };

HWY_INLINE V sigmoid_of(V x) {
  const V one = constant(1.0f);
  return hn::Div(one, hn::Add(one, exp(hn::Neg(x))));
}
HWY_INLINE M positive(V x) { return hn::Gt(x, hn::Zero(D())); }
HWY_INLINE V sign_of(V x) {
  const V one = constant(1.0f);
  return hn::Sub(hn::IfThenElseZero(positive(x), one), hn::IfThenElseZero(hn::Lt(x, hn::Zero(D())), one));
}
// d/dx x Phi(x) = Phi(x) + x phi(x)
HWY_INLINE V gelu_slope(V x) {
  const V half = constant(0.5f);
  const V cdf = hn::Mul(half, hn::Add(constant(1.0f), erf(hn::Mul(x, constant(0.707106781f)))));
  const V pdf = hn::Mul(constant(0.398942280f), exp(hn::Neg(hn::Mul(half, hn::Mul(x, x)))));
  return hn::Add(cdf, hn::Mul(x, pdf));
}
// With t = tanh(c (x + k x^3)): (1 + t) / 2 + x (1 - t^2) c (1 + 3 k x^2) / 2
HWY_INLINE V gelu_tanh_slope(V x) {
  const V one = constant(1.0f), half = constant(0.5f), c = constant(0.797884561f);
  const V k2 = hn::Mul(constant(0.044715f), hn::Mul(x, x));
  const V t = tanh(hn::Mul(c, mul_add(k2, x, x)));
  const V inner = hn::Mul(c, mul_add(constant(3.0f), k2, one));
  const V right = hn::Mul(hn::Mul(half, x), hn::Mul(hn::Sub(one, hn::Mul(t, t)), inner));
  return hn::Add(hn::Mul(half, hn::Add(one, t)), right);
}
HWY_INLINE V silu_slope(V x) {
  const V one = constant(1.0f), s = sigmoid_of(x);
  return hn::Mul(s, hn::Add(one, hn::Mul(x, hn::Sub(one, s))));
}
HWY_INLINE V softplus_grad_of(V a, V x, float beta, float threshold) {
  const V z = hn::Mul(x, constant(beta));
  return hn::IfThenElse(hn::Gt(z, constant(threshold)), a, hn::Mul(a, sigmoid_of(z)));
}
inline double sigmoid_of(double x) { return 1 / (1 + std::exp(-x)); }
inline double gelu_slope(double x) {
  return 0.5 * (1 + std::erf(x * 0.70710678118654752440)) + x * 0.39894228040143267794 * std::exp(-0.5 * x * x);
}
inline double gelu_tanh_slope(double x) {
  const double c = 0.79788456080286535588, t = std::tanh(c * (x + 0.044715 * x * x * x));
  return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
}

// a^b over float operands, computed in double with our own log and exp so that every target gives the same bits.
// Relative error below 2^-40 before the rounding to float. Follows C99's special cases.
inline double pow_double(double a, double b) {
  const double inf = __builtin_inf();
  if (b == 0 || a == 1) return 1;
  if (a != a || b != b) return a + b;
  const bool b_integer = std::floor(b) == b;
  const bool b_odd = b_integer && std::fabs(b) < 0x1p53 && std::floor(b * 0.5) != b * 0.5;
  const double sign = (std::signbit(a) && b_odd) ? -1.0 : 1.0;
  const double m = std::fabs(a);
  if (std::fabs(b) == inf) return m == 1 ? 1 : ((m > 1) == (b > 0) ? inf : 0);
  if (m == 0 || m == inf) return sign * ((m == 0) == (b < 0) ? inf : 0);
  if (a < 0 && !b_integer) return __builtin_nan("");
  // log m = n ln 2 + 2 atanh((f - 1) / (f + 1)), f in [sqrt(1/2), sqrt(2))
  const std::uint64_t u = __builtin_bit_cast(std::uint64_t, m) - 0x3fe6a09e667f3bcd;
  const double n = static_cast<double>(static_cast<int>(static_cast<std::int64_t>(u) >> 52));
  const double f = __builtin_bit_cast(double, (u & 0xfffffffffffff) + 0x3fe6a09e667f3bcd);
  const double s = (f - 1) / (f + 1), z = s * s;
  double p = 1.0 / 19;
  for (int k = 17; k >= 1; k -= 2) p = p * z + 1.0 / k;
  const double y = b * (n * 0.69314718055994530942 + 2 * s * p);
  if (y > 100) return sign * inf;
  if (y < -110) return sign * 0.0;
  const double e = std::floor(y * 1.44269504088896340736 + 0.5);
  const double r = y - e * 0.69314718055994530942;
  double q = 1;
  for (int k = 13; k >= 1; --k) q = q * r / k + 1;
  return sign * q * __builtin_bit_cast(double, static_cast<std::uint64_t>(static_cast<std::int64_t>(e) + 1023) << 52);
}
HWY_INLINE V pow_of(V a, V b) {
  const D d;
  HWY_ALIGN float x[kN], y[kN];
  hn::Store(a, d, x);
  hn::Store(b, d, y);
  for (std::size_t i = 0; i < kN; ++i) x[i] = static_cast<float>(pow_double(x[i], y[i]));
  return hn::Load(d, x);
}

WICK_BINARY(AddOp, hn::Add(a, b), a + b)
WICK_BINARY(SubOp, hn::Sub(a, b), a - b)
WICK_BINARY(MulOp, hn::Mul(a, b), a * b)
WICK_BINARY(DivOp, hn::Div(a, b), a / b)
WICK_BINARY(PowOp, pow_of(a, b), std::pow(a, b))
WICK_BINARY(Maximum, hn::IfThenElse(hn::Or(hn::Gt(a, b), hn::IsNaN(a)), a, b), a > b || a != a ? a : b)
WICK_BINARY(Minimum, hn::IfThenElse(hn::Or(hn::Lt(a, b), hn::IsNaN(a)), a, b), a < b || a != a ? a : b)
// As PyTorch's threshold backward: a NaN lets the gradient through.
WICK_BINARY(ReluGrad, hn::IfThenZeroElse(hn::Le(b, hn::Zero(D())), a), b <= 0 ? 0 : a)
WICK_BINARY(LeakyReluGrad, hn::IfThenElse(positive(b), a, hn::Mul(a, constant(o.p))), b > 0 ? a : a * o.pd)
WICK_BINARY(EluGrad, hn::IfThenElse(positive(b), a, hn::Mul(hn::Mul(a, constant(o.p)), exp(b))),
            b > 0 ? a : a * o.pd * std::exp(b))
WICK_BINARY(GeluGrad, hn::Mul(a, gelu_slope(b)), a * gelu_slope(b))
WICK_BINARY(GeluTanhGrad, hn::Mul(a, gelu_tanh_slope(b)), a * gelu_tanh_slope(b))
WICK_BINARY(SiluGrad, hn::Mul(a, silu_slope(b)), a * sigmoid_of(b) * (1 + b * (1 - sigmoid_of(b))))
WICK_BINARY(SoftplusGrad, softplus_grad_of(a, b, o.p, o.q), b * o.pd > o.qd ? a : a * sigmoid_of(b * o.pd))
WICK_BINARY(SigmoidGrad, hn::Mul(a, hn::Mul(b, hn::Sub(constant(1.0f), b))), a * b * (1 - b))
WICK_BINARY(TanhGrad, hn::Mul(a, hn::Sub(constant(1.0f), hn::Mul(b, b))), a * (1 - b * b))
WICK_BINARY(AbsGrad, hn::Mul(a, sign_of(b)), a * ((b > 0) - (b < 0)))

template <class Op>
HWY_NOINLINE void run(const ElementParams& o, const float* a, const float* b, float* y, std::size_t n) {
  const std::size_t whole = n / kN * kN, rest = n - whole;
  for (std::size_t i = 0; i < whole; i += kN) {
    hn::StoreU(Op()(hn::LoadU(D(), a + i), hn::LoadU(D(), b + i), o), D(), y + i);
  }
  if (rest == 0) return;
  HWY_ALIGN float ta[kN] = {}, tb[kN] = {};
  for (std::size_t i = 0; i < rest; ++i) ta[i] = a[whole + i];
  for (std::size_t i = 0; i < rest; ++i) tb[i] = b[whole + i];
  run<Op>(o, ta, tb, ta, kN);
  for (std::size_t i = 0; i < rest; ++i) y[whole + i] = ta[i];
}
template <class Op>
HWY_NOINLINE void run(const ElementParams& o, const double* a, const double* b, double* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] = Op::scalar(a[i], b[i], o);
}

template <class T>
void run_binary(Binary op, const T* a, const T* b, T* y, std::size_t n, const ElementParams& o) {
  switch (op) {
    case Binary::add: return run<AddOp>(o, a, b, y, n);
    case Binary::sub: return run<SubOp>(o, a, b, y, n);
    case Binary::mul: return run<MulOp>(o, a, b, y, n);
    case Binary::div: return run<DivOp>(o, a, b, y, n);
    case Binary::pow: return run<PowOp>(o, a, b, y, n);
    case Binary::maximum: return run<Maximum>(o, a, b, y, n);
    case Binary::minimum: return run<Minimum>(o, a, b, y, n);
    case Binary::relu_grad: return run<ReluGrad>(o, a, b, y, n);
    case Binary::leaky_relu_grad: return run<LeakyReluGrad>(o, a, b, y, n);
    case Binary::elu_grad: return run<EluGrad>(o, a, b, y, n);
    case Binary::gelu_grad: return run<GeluGrad>(o, a, b, y, n);
    case Binary::gelu_tanh_grad: return run<GeluTanhGrad>(o, a, b, y, n);
    case Binary::silu_grad: return run<SiluGrad>(o, a, b, y, n);
    case Binary::softplus_grad: return run<SoftplusGrad>(o, a, b, y, n);
    case Binary::sigmoid_grad: return run<SigmoidGrad>(o, a, b, y, n);
    case Binary::tanh_grad: return run<TanhGrad>(o, a, b, y, n);
    case Binary::abs_grad: return run<AbsGrad>(o, a, b, y, n);
  }
}
void binary_f32(Binary op, const float* a, const float* b, float* y, std::size_t n, const ElementParams& o) {
  run_binary(op, a, b, y, n, o);
}
#if HWY_TARGET == HWY_STATIC_TARGET  // double is plain C++, once
void binary_f64(Binary op, const double* a, const double* b, double* y, std::size_t n, const ElementParams& o) {
  run_binary(op, a, b, y, n, o);
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "kernels/strided_block.h"

namespace wick::kernels {

HWY_EXPORT(binary_f32);

namespace {

void binary_i64(Binary op, const std::int64_t* a, const std::int64_t* b, std::int64_t* y, std::int64_t n) {
  using U = std::uint64_t;  // wraps around
  const auto each = [&](auto f) {
    for (std::int64_t i = 0; i < n; ++i) y[i] = f(a[i], b[i]);
  };
  switch (op) {
    case Binary::add: return each([](std::int64_t p, std::int64_t q) { return static_cast<std::int64_t>(U(p) + U(q)); });
    case Binary::sub: return each([](std::int64_t p, std::int64_t q) { return static_cast<std::int64_t>(U(p) - U(q)); });
    case Binary::mul: return each([](std::int64_t p, std::int64_t q) { return static_cast<std::int64_t>(U(p) * U(q)); });
    case Binary::maximum: return each([](std::int64_t p, std::int64_t q) { return p > q ? p : q; });
    case Binary::minimum: return each([](std::int64_t p, std::int64_t q) { return p < q ? p : q; });
    default: return;
  }
}

}  // namespace

void binary(Binary op, const float* a, std::int64_t a_step, const float* b, std::int64_t b_step, float* y, std::int64_t n,
            double p, double q) {
  const ElementParams o(p, q);
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) {
    in_blocks(m, StridedBlock<float>(a + i * a_step, a_step, m), StridedBlock<float>(b + i * b_step, b_step, m),
              [&](std::int64_t at, std::int64_t count, const float* pa, const float* pb) {
                HWY_DYNAMIC_DISPATCH(binary_f32)(op, pa, pb, y + i + at, count, o);
              });
  });
}
void binary(Binary op, const double* a, std::int64_t a_step, const double* b, std::int64_t b_step, double* y,
            std::int64_t n, double p, double q) {
  const ElementParams o(p, q);
  in_blocks(n, StridedBlock<double>(a, a_step, n), StridedBlock<double>(b, b_step, n),
            [&](std::int64_t at, std::int64_t count, const double* pa, const double* pb) {
              HWY_STATIC_DISPATCH(binary_f64)(op, pa, pb, y + at, count, o);
            });
}
void binary(Binary op, const std::int64_t* a, std::int64_t a_step, const std::int64_t* b, std::int64_t b_step,
            std::int64_t* y, std::int64_t n) {
  in_blocks(n, StridedBlock<std::int64_t>(a, a_step, n), StridedBlock<std::int64_t>(b, b_step, n),
            [&](std::int64_t at, std::int64_t count, const std::int64_t* pa, const std::int64_t* pb) {
              binary_i64(op, pa, pb, y + at, count);
            });
}

}  // namespace wick::kernels
#endif
