// y = f(a, b): one functor per operation. The loop sees only contiguous blocks; broadcast and strided operands are
// first laid out in a block.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/binary.cpp"
#include "kernels/foreach.h"

#include <cmath>
#include <type_traits>

#include "kernels/element_params.h"
#include "kernels/elementwise.h"
#include "kernels/math-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

#define WICK_BINARY(Name, VECTOR, SCALAR)                                                                   \
  struct Name {                                                                                             \
    HWY_INLINE Name() {}                                                                                    \
    HWY_INLINE V operator()(V a, V b, [[maybe_unused]] const ElementParams& o) const { return VECTOR; }     \
    static double scalar(double a, double b, [[maybe_unused]] const ElementParams& o) { return SCALAR; }    \
    Exp2 exp2;                                                                                              \
  };

HWY_INLINE M positive(V x) { return hn::Gt(x, hn::Zero(D())); }
HWY_INLINE V sign_of(V x) {
  const V one = constant(1.0f);
  return hn::Sub(hn::IfThenElseZero(positive(x), one), hn::IfThenElseZero(hn::Lt(x, hn::Zero(D())), one));
}
// d/dx x Phi(x) = Phi(x) + x phi(x)
HWY_INLINE V gelu_slope(const Exp2& exp2, V x) {
  const V a = at_most(hn::Abs(x), 9.5f), half = constant(0.5f), tail = hn::Mul(half, normal_tail(exp2, a));
  const V cdf = hn::IfThenElse(positive(x), hn::Sub(constant(1.0f), tail), tail);
  const V pdf = hn::Mul(constant(0.398942280f), exp2.inside(hn::Mul(constant(-0.5f * kLog2E), hn::Mul(a, a))));
  return fused(hn::CopySign(a, x), pdf, cdf);
}
// With s = 1 / (1 + e^-2u), u = c (x + k x^3): s + 2 x s (1 - s) c (1 + 3 k x^2)
HWY_INLINE V gelu_tanh_slope(const Exp2& exp2, V x) {
  const V one = constant(1.0f), c2 = constant(2 * 0.797884561f);
  const V k2 = hn::Mul(constant(0.044715f), hn::Mul(x, x));
  const V s = exp2.sigmoid(hn::Mul(c2, fused(k2, x, x)));
  const V inner = hn::Mul(c2, fused(constant(3.0f), k2, one));
  return fused(hn::Mul(x, hn::Mul(s, hn::Sub(one, s))), inner, s);
}
HWY_INLINE V silu_slope(const Exp2& exp2, V x) {
  const V one = constant(1.0f), s = exp2.sigmoid(x);
  return hn::Mul(s, hn::Add(one, hn::Mul(x, hn::Sub(one, s))));
}
HWY_INLINE V softplus_grad_of(const Exp2& exp2, V a, V x, float beta, float threshold) {
  const V z = hn::Mul(x, constant(beta));
  return hn::IfThenElse(hn::Gt(z, constant(threshold)), a, hn::Mul(a, exp2.sigmoid(z)));
}
inline double sigmoid_of(double x) { return 1 / (1 + std::exp(-x)); }
inline double gelu_slope(double x) {
  return 0.5 * (1 + std::erf(x * 0.70710678118654752440)) + x * 0.39894228040143267794 * std::exp(-0.5 * x * x);
}
inline double gelu_tanh_slope(double x) {
  const double c = 0.79788456080286535588, t = std::tanh(c * (x + 0.044715 * x * x * x));
  return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
}

// a^b for values that came from float, computed in double; relative error below 2^-40 before the rounding to float.
// Plain C++ without branches, which compilers turn into vectors: Highway has no double arithmetic for wasm yet.
HWY_INLINE double pow_double(double a, double b) {
  const double inf = __builtin_inf(), m = __builtin_fabs(a), round = 0x1.8p52;  // x + round - round is the nearest integer
  // log m = n ln 2 + 2 atanh((f - 1) / (f + 1)), f in [sqrt(1/2), sqrt(2)). The biased exponent becomes a double by
  // placing it into the low bits of 2^52.
  const std::uint64_t sqrt_half = 0x3fe6a09e667f3bcd;
  const std::uint64_t u = __builtin_bit_cast(std::uint64_t, m) - sqrt_half + (std::uint64_t{1023} << 52);
  const double n = __builtin_bit_cast(double, u >> 52 | 0x4330000000000000) - (0x1p52 + 1023);
  const double f = __builtin_bit_cast(double, (u & 0xfffffffffffff) + sqrt_half);
  const double s = (f - 1) / (f + 1), z = s * s;
  const double p = (((((((2.0 / 17 * z + 2.0 / 15) * z + 2.0 / 13) * z + 2.0 / 11) * z + 2.0 / 9) * z + 2.0 / 7) * z + 2.0 / 5) * z + 2.0 / 3) * z + 2.0;
  double log_m = n * 0.69314718055994530942 + s * p;
  log_m = m == 0 ? -1e300 : log_m;
  log_m = m == inf ? 1e300 : log_m;
  // An infinite b acts as a very large one; outside [-110, 100] the float result is 0 or infinity anyway.
  double y = b > 1e30 ? 1e30 : b;
  y = (y < -1e30 ? -1e30 : y) * log_m;
  y = y > 100 ? 100 : y;
  y = y < -110 ? -110 : y;
  const double t = y * 1.44269504088896340736 + round, r = y - (t - round) * 0.69314718055994530942;
  double q = 1 + r * (1.0 / 11);
  q = 1 + r * (1.0 / 10) * q;
  q = 1 + r * (1.0 / 9) * q;
  q = 1 + r * (1.0 / 8) * q;
  q = 1 + r * (1.0 / 7) * q;
  q = 1 + r * (1.0 / 6) * q;
  q = 1 + r * (1.0 / 5) * q;
  q = 1 + r * (1.0 / 4) * q;
  q = 1 + r * (1.0 / 3) * q;
  q = 1 + r * 0.5 * q;
  q = 1 + r * q;
  q *= __builtin_bit_cast(double, (__builtin_bit_cast(std::uint64_t, t) + 1023) << 52);
  // C99's special cases. The sign of a survives an odd whole b only; a < 0 needs a whole b.
  const double h = b * 0.5, nan = __builtin_nan("");
  const bool whole = (b + round) - round == b, even = (h + round) - round == h;
  const std::uint64_t sign = __builtin_bit_cast(std::uint64_t, a) & std::uint64_t{1} << 63;
  q = (whole & !even) ? __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, q) | sign) : q;
  q = (!whole & (a < 0) & (m != inf)) ? nan : q;
  q = ((a != a) | (b != b)) ? nan : q;
  return ((a == 1) | (b == 0)) ? 1 : q;
}

WICK_BINARY(AddOp, hn::Add(a, b), a + b)
WICK_BINARY(SubOp, hn::Sub(a, b), a - b)
WICK_BINARY(MulOp, hn::Mul(a, b), a * b)
WICK_BINARY(DivOp, hn::Div(a, b), a / b)
struct PowOp {
  static double scalar(double a, double b, const ElementParams&) { return std::pow(a, b); }
};
WICK_BINARY(Maximum, hn::IfThenElse(hn::Or(hn::Gt(a, b), hn::IsNaN(a)), a, b), a > b || a != a ? a : b)
WICK_BINARY(Minimum, hn::IfThenElse(hn::Or(hn::Lt(a, b), hn::IsNaN(a)), a, b), a < b || a != a ? a : b)
// As PyTorch's threshold backward: a NaN lets the gradient through.
WICK_BINARY(ReluGrad, hn::IfThenZeroElse(hn::Le(b, hn::Zero(D())), a), b <= 0 ? 0 : a)
WICK_BINARY(LeakyReluGrad, hn::IfThenElse(positive(b), a, hn::Mul(a, constant(o.p))), b > 0 ? a : a * o.pd)
WICK_BINARY(EluGrad, hn::IfThenElse(positive(b), a, hn::Mul(hn::Mul(a, constant(o.p)), exp(b))),
            b > 0 ? a : a * o.pd * std::exp(b))
WICK_BINARY(GeluGrad, hn::Mul(a, gelu_slope(exp2, b)), a * gelu_slope(b))
WICK_BINARY(GeluTanhGrad, hn::Mul(a, gelu_tanh_slope(exp2, b)), a * gelu_tanh_slope(b))
WICK_BINARY(SiluGrad, hn::Mul(a, silu_slope(exp2, b)), a * sigmoid_of(b) * (1 + b * (1 - sigmoid_of(b))))
WICK_BINARY(SoftplusGrad, softplus_grad_of(exp2, a, b, o.p, o.q), b * o.pd > o.qd ? a : a * sigmoid_of(b * o.pd))
WICK_BINARY(SigmoidGrad, hn::Mul(a, hn::Mul(b, hn::Sub(constant(1.0f), b))), a * b * (1 - b))
WICK_BINARY(TanhGrad, hn::Mul(a, hn::Sub(constant(1.0f), hn::Mul(b, b))), a * (1 - b * b))
WICK_BINARY(AbsGrad, hn::Mul(a, sign_of(b)), a * ((b > 0) - (b < 0)))

template <class Op>
HWY_NOINLINE void run(const ElementParams& o, const float* a, const float* b, float* y, std::size_t n) {
  const Op op;
  if constexpr (std::is_same_v<Op, AddOp> || std::is_same_v<Op, MulOp>) {  // the usual ones; more would be as much more to download
    for (; n >= 4 * kN; n -= 4 * kN, a += 4 * kN, b += 4 * kN, y += 4 * kN) {  // for wasm: addresses are counted once for four vectors
      WICK_UNROLL
      for (std::size_t k = 0; k < 4 * kN; k += kN) hn::StoreU(op(hn::LoadU(D(), a + k), hn::LoadU(D(), b + k), o), D(), y + k);
    }
  }
  const std::size_t whole = n / kN * kN, rest = n - whole;
  for (std::size_t i = 0; i < whole; i += kN) {
    hn::StoreU(op(hn::LoadU(D(), a + i), hn::LoadU(D(), b + i), o), D(), y + i);
  }
  if (rest == 0) return;
  HWY_ALIGN float ta[kN], tb[kN];
  hn::Store(load_part(a + whole, rest), D(), ta);
  hn::Store(load_part(b + whole, rest), D(), tb);
  run<Op>(o, ta, tb, ta, kN);
  store_part(hn::Load(D(), ta), y + whole, rest);
}
template <>
HWY_NOINLINE void run<PowOp>(const ElementParams&, const float* a, const float* b, float* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] = static_cast<float>(pow_double(a[i], b[i]));
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

// Out of line: what its loops share must not burden the short way.
HWY_NOINLINE void in_pieces(Binary op, const float* a, std::int64_t a_step, const float* b, std::int64_t b_step, float* y, std::int64_t n,
                            const ElementParams& o) {
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) {
    in_blocks(m, StridedBlock<float>(a + i * a_step, a_step, m), StridedBlock<float>(b + i * b_step, b_step, m),
              [&](std::int64_t at, std::int64_t count, const float* pa, const float* pb) {
                HWY_DYNAMIC_DISPATCH(binary_f32)(op, pa, pb, y + i + at, count, o);
              });
  });
}

}  // namespace

void binary(Binary op, const float* a, std::int64_t a_step, const float* b, std::int64_t b_step, float* y, std::int64_t n,
            double p, double q) {
  const ElementParams o(p, q);
  if (op == Binary::pow && b_step == 0 && n > 0 && a_step == 1) {  // the exponents PyTorch treats apart, too
    if (*b == 2) return unary(Unary::square, a, y, n);
    if (*b == 0.5f) return unary(Unary::sqrt, a, y, n);
  }
  if (n == 1) a_step = b_step = 1;  // a step over one element says nothing
  if (n <= kGrain && a_step == 1 && b_step == 1) return HWY_DYNAMIC_DISPATCH(binary_f32)(op, a, b, y, n, o);
  in_pieces(op, a, a_step, b, b_step, y, n, o);
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
