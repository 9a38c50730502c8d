// exp, log and friends on float vectors: IEEE + - * / sqrt and integer steps only, no libm. log, sin and cos, which the
// generators of data and weights use, have the same bits on every target; the others fuse where the target can, and have
// the same bits where nothing is fused (SSE4, wasm, the deterministic mode). Errors below are against the exact value, in
// units of the last place of the result, measured over a dense sweep of all binades (tests/kernels/test_elementwise.cpp
// repeats it).
// Coefficients are minimax fits (reweighted least squares on Chebyshev nodes, rounded to float); range reductions
// follow Cody and Waite 1980 and, for large angles, Payne and Hanek 1983.

#if defined(WICK_MATH_INL_H_) != defined(WICK_READING)
#ifdef WICK_MATH_INL_H_
#undef WICK_MATH_INL_H_
#else
#define WICK_MATH_INL_H_
#endif

#include "kernels/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

using DI = hn::RebindToSigned<D>;
using VI = hn::Vec<DI>;

HWY_INLINE V constant(float c) { return hn::Set(D(), c); }
HWY_INLINE V mul_add(V a, V b, V c) { return hn::Add(hn::Mul(a, b), c); }
HWY_INLINE V mul_add(V a, V b, float c) { return hn::Add(hn::Mul(a, b), constant(c)); }
/// a b + c, rounded once where the target has the instruction.
HWY_INLINE V fused(V a, V b, V c) { return hn::MulAdd(a, b, c); }
HWY_INLINE V fused(V a, V b, float c) { return hn::MulAdd(a, b, constant(c)); }

/// x = n ln 2 + r; returns p = e^r - 1 and n shifted into the exponent field. Valid for |x| < 100.
struct ExpParts {
  V p;       // e^r - 1, |r| <= ln(2) / 2
  VI n;      // n << 23
};
HWY_INLINE ExpParts exp_parts(V x) {
  const DI di;
  const V magic = constant(12582912.0f);  // 1.5 * 2^23: adding it rounds to an integer kept in the low bits
  const V t = fused(x, constant(1.44269504f), magic);
  const V n = hn::Sub(t, magic);
  V r = hn::NegMulAdd(n, constant(0x1.62e4p-1f), x);  // ln 2 in two parts; n times the first is exact
  r = hn::NegMulAdd(n, constant(0x1.7f7d1cp-20f), r);
  V q = fused(constant(0.00138145976f), r, 0.00836871751f);
  q = fused(q, r, 0.041668389f);
  q = fused(q, r, 0.166665211f);
  q = fused(q, r, 0.49999994f);
  return {fused(hn::Mul(r, r), q, r), hn::ShiftLeft<23>(hn::BitCast(di, t))};
}

/// e^x where -87.33 < x < 88.72; other arguments give anything.
HWY_INLINE V exp_inside(V x) {
  const ExpParts e = exp_parts(x);
  // Adding to the exponent field reaches 2^128 * 0.7 as well, which a factor 2^n would not.
  return hn::BitCast(D(), hn::Add(hn::BitCast(DI(), hn::Add(e.p, constant(1.0f))), e.n));
}

/// 1.0 ulp. Results below 2^-126 become 0.
HWY_INLINE V exp(V x) {
  V y = exp_inside(x);
  y = hn::IfThenZeroElse(hn::Lt(x, constant(-87.33654f)), y);
  y = hn::IfThenElse(hn::Gt(x, constant(88.72284f)), constant(__builtin_inff()), y);
  return hn::IfThenElse(hn::IsNaN(x), x, y);
}

constexpr float kLog2E = 1.44269504f;

/// 2^z in half of exp's steps: 2 ulp for -126.5 < z < 127.5, then 0 and inf. Of a rounded z = c x the error as a power of x is |z| / 2
/// ulp more: for weights and gates, which are far from 1 then. Made before a loop, so that the constants are in registers: as
/// literals, they would be in the loop in wasm, where V8 builds each of two words every time.
class Exp2 {
 public:
  static constexpr float kConstants[] = {12583039.0f, 0.00132710836f, 0.0096713677f, 0.055507075f, 0.240222454f, 0.693147004f, 1.0f, -127.0f, -kLog2E, 128.0f};
  HWY_INLINE Exp2() {
    const float* p = kConstants;
#if HWY_TARGET == HWY_WASM
    asm("" : "+r"(p));
#endif
    magic_ = constant(p[0]), c5_ = constant(p[1]), c4_ = constant(p[2]), c3_ = constant(p[3]), c2_ = constant(p[4]), c1_ = constant(p[5]);
    one_ = constant(p[6]), lowest_ = constant(p[7]), minus_log2e_ = constant(p[8]), highest_ = constant(p[9]);
  }
  /// -127 <= z <= 128
  HWY_INLINE V inside(V z) const {
    // Adding 1.5 * 2^23 + 127 rounds to an integer n and leaves the exponent field of 2^n in the low bits.
    const V t = hn::Add(z, magic_), f = hn::Sub(z, hn::Sub(t, magic_));
    V p = fused(c5_, f, c4_);
    p = fused(p, f, c3_);
    p = fused(p, f, c2_);
    p = fused(p, f, c1_);
    p = fused(p, f, one_);
    return hn::Mul(p, hn::BitCast(D(), hn::ShiftLeft<23>(hn::BitCast(DI(), t))));
  }
  /// Any z; NaN stays, as Min and Max return it where it is their second argument.
  HWY_INLINE V operator()(V z) const { return inside(hn::Max(lowest_, hn::Min(highest_, z))); }
  /// e^-x for x >= 0
  HWY_INLINE V decay(V x) const { return inside(hn::Max(lowest_, hn::Mul(x, minus_log2e_))); }
  /// 1 / (1 + e^-x)
  HWY_INLINE V sigmoid(V x) const { return hn::Div(one_, hn::Add(one_, (*this)(hn::Mul(x, minus_log2e_)))); }
  /// x / (1 + 2^(x z))
  HWY_INLINE V gated(V x, V z) const { return hn::Div(x, hn::Add(one_, (*this)(hn::Mul(x, z)))); }

 private:
  V magic_, c5_, c4_, c3_, c2_, c1_, one_, lowest_, highest_, minus_log2e_;
};

/// e^x - 1 for x <= 0 (and up to 60). 0.92 ulp.
HWY_INLINE V expm1(V x) {
  const D d;
  const V one = constant(1.0f);
  const V c = hn::IfThenElse(hn::Lt(x, constant(-30.0f)), constant(-30.0f), x);
  const ExpParts e = exp_parts(c);
  const V s = hn::BitCast(d, hn::Add(hn::BitCast(DI(), one), e.n));  // 2^n
  return hn::IfThenElse(hn::IsNaN(x), x, hn::Add(hn::Mul(s, e.p), hn::Sub(s, one)));
}

/// 0.8 ulp; subnormal arguments too. log(0) = -inf, log(x < 0) = NaN.
HWY_INLINE V log(V x) {
  const D d;
  const DI di;
  const M tiny = hn::Lt(x, constant(0x1p-126f));
  const V xs = hn::IfThenElse(tiny, hn::Mul(x, constant(0x1p24f)), x);
  // Subtracting the bits of sqrt(1/2) puts the mantissa into [sqrt(1/2), sqrt(2)).
  const VI b = hn::Sub(hn::BitCast(di, xs), hn::Set(di, 0x3f3504f3));
  V n = hn::ConvertTo(d, hn::ShiftRight<23>(b));
  n = hn::Sub(n, hn::IfThenElseZero(tiny, constant(24.0f)));
  const VI m = hn::Add(hn::And(b, hn::Set(di, 0x007fffff)), hn::Set(di, 0x3f3504f3));
  const V f = hn::Sub(hn::BitCast(d, m), constant(1.0f));
  V q = mul_add(constant(0.0674664006f), f, -0.116756521f);
  q = mul_add(q, f, 0.11888162f);
  q = mul_add(q, f, -0.124055892f);
  q = mul_add(q, f, 0.142195523f);
  q = mul_add(q, f, -0.166679963f);
  q = mul_add(q, f, 0.200021192f);
  q = mul_add(q, f, -0.250000089f);
  q = mul_add(q, f, 0.333333135f);
  const V ff = hn::Mul(f, f);
  // Small terms first: n ln2_lo + f^3 q - f^2 / 2, then f, then the exact n ln2_hi.
  V y = mul_add(hn::Mul(ff, f), q, hn::Mul(n, constant(0x1.7f7d1cp-20f)));
  y = hn::Sub(y, hn::Mul(ff, constant(0.5f)));
  y = hn::Add(hn::Add(y, f), hn::Mul(n, constant(0x1.62e4p-1f)));
  y = hn::IfThenElse(hn::Eq(x, hn::Zero(d)), constant(-__builtin_inff()), y);
  y = hn::IfThenElse(hn::Lt(x, hn::Zero(d)), constant(__builtin_nanf("")), y);
  const V inf = constant(__builtin_inff());
  return hn::IfThenElse(hn::Or(hn::Eq(x, inf), hn::IsNaN(x)), x, y);
}

/// 1.5 ulp. The rounding error of 1 + x is put back (Kahan).
HWY_INLINE V log1p(V x) {
  const V one = constant(1.0f);
  const V u = hn::Add(x, one);
  const V c = hn::Div(hn::Sub(x, hn::Sub(u, one)), u);
  const V y = log(u);
  const M plain = hn::Or(hn::Eq(u, hn::Zero(D())), hn::Eq(u, constant(__builtin_inff())));
  // x itself where 1 + x is 1, which also keeps the sign of zero.
  return hn::IfThenElse(hn::Eq(u, one), x, hn::IfThenElse(plain, y, hn::Add(y, c)));
}

/// 1.3 ulp.
HWY_INLINE V tanh(V x) {
  const V a = hn::Abs(x);
  const V z = hn::Mul(x, x);
  V p = fused(constant(-0.00571704516f), z, 0.020650588f);
  p = fused(p, z, -0.0537434965f);
  p = fused(p, z, 0.133314908f);
  p = fused(p, z, -0.333332837f);
  const V small = fused(hn::Mul(p, z), x, x);
  const V one = constant(1.0f);
  V big = hn::Sub(one, hn::Div(constant(2.0f), hn::Add(exp_inside(hn::Add(a, a)), one)));
  big = hn::IfThenElse(hn::Gt(a, constant(10.0f)), one, big);
  // NaN takes the polynomial.
  return hn::IfThenElse(hn::Ge(a, constant(0.625f)), hn::CopySign(big, x), small);
}

/// 1.2 ulp: an odd polynomial below 0.9277, else 1 - exp(polynomial).
HWY_INLINE V erf(V x) {
  const V t = hn::Abs(x);
  const V s = hn::Mul(x, x);
  V p = fused(constant(-0.000596425496f), s, 0.00498800445f);
  p = fused(p, s, -0.0267631244f);
  p = fused(p, s, 0.112817213f);
  p = fused(p, s, -0.376124859f);
  p = fused(p, s, 0.128379151f);
  const V small = fused(p, x, x);
  V q = fused(constant(-1.12312655e-05f), t, 0.000322803477f);
  q = fused(q, t, -0.00364245754f);
  q = fused(q, t, 0.0237620603f);
  q = fused(q, t, -0.106236875f);
  q = fused(q, t, -0.635151327f);
  q = fused(q, t, -0.12864849f);
  V big = hn::Sub(constant(1.0f), exp_inside(hn::Sub(hn::Mul(q, t), t)));
  big = hn::IfThenElse(hn::Gt(t, constant(4.0f)), constant(1.0f), big);
  // NaN takes the polynomial.
  return hn::IfThenElse(hn::Ge(t, constant(0.9277f)), hn::CopySign(big, x), small);
}

/// erfc(a / sqrt 2) for a >= 0 to 4e-8 absolute: 2 to the power of a polynomial. A larger a counts as 9.5; NaN gives anything.
HWY_INLINE V normal_tail(const Exp2& exp2, V a) {
  V p = fused(constant(-2.8349134e-06f), a, 3.93776972e-05f);
  p = fused(p, a, -0.000186180274f);
  p = fused(p, a, -0.000136936316f);
  p = fused(p, a, 0.00706342049f);
  p = fused(p, a, -0.0524961799f);
  p = fused(p, a, -0.45920822f);
  p = fused(p, a, -1.15110517f);
  return exp2.inside(hn::Mul(p, a));
}
HWY_INLINE V at_most(V a, float limit) { return hn::Min(constant(limit), a); }  // keeps NaN, as exp2

/// sin and cos of r in [-pi/4, pi/4].
HWY_INLINE V sin_kernel(V r) {
  const V z = hn::Mul(r, r);
  V p = mul_add(constant(-0.00019514632f), z, 0.00833215564f);
  p = mul_add(p, z, -0.166666552f);
  return mul_add(hn::Mul(p, z), r, r);
}
HWY_INLINE V cos_kernel(V r) {
  const V z = hn::Mul(r, r);
  V p = mul_add(constant(2.44324128e-05f), z, -0.00138873095f);
  p = mul_add(p, z, 0.0416666456f);
  return hn::Add(hn::Sub(constant(1.0f), hn::Mul(z, constant(0.5f))), hn::Mul(hn::Mul(z, z), p));
}
/// sin(q pi/2 + r).
HWY_INLINE V sin_quadrant(VI q, V r) {
  const D d;
  const DI di;
  const M odd = hn::RebindMask(d, hn::TestBit(q, hn::Set(di, 1)));
  const V y = hn::IfThenElse(odd, cos_kernel(r), sin_kernel(r));
  return hn::Xor(y, hn::BitCast(d, hn::ShiftLeft<30>(hn::And(q, hn::Set(di, 2)))));
}

/// |x| >= 2^12: x = q pi/2 + r by 96 bits of 2/pi around the binary point of x (Payne and Hanek).
HWY_INLINE void reduce_large(float x, std::int32_t* q, float* r) {
  static constexpr std::uint32_t kTwoOverPi[] = {0,          0xa2f9836e, 0x4e441529, 0xfc2757d1,
                                                 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab};
  const std::uint32_t bits = __builtin_bit_cast(std::uint32_t, x);
  const std::uint64_t m = (bits & 0x7fffff) | 0x800000;
  const int e = static_cast<int>((bits >> 23) & 0xff) - 150;  // |x| = m 2^e, e in [-11, 104]
  const int at = e + 32 - 3;  // first bit of 2/pi needed: whole multiples of 8 are dropped
  const int word = at >> 5, shift = at & 31;
  const auto window = [&](int k) {
    const std::uint64_t w = (static_cast<std::uint64_t>(kTwoOverPi[word + k]) << 32) | kTwoOverPi[word + k + 1];
    return static_cast<std::uint32_t>(w >> (32 - shift));
  };
  // m * 0.w0w1w2 * 2^3 modulo 8, in units of 2^-61.
  const std::uint64_t hi = (m * window(0)) << 32;
  const std::uint64_t product = hi + m * window(1) + ((m * window(2)) >> 32);
  const std::uint64_t rounded = (product + (std::uint64_t{1} << 60)) >> 61;
  const std::int64_t rest = static_cast<std::int64_t>(product - (rounded << 61));
  const double angle = static_cast<double>(rest) * (1.5707963267948966 * 0x1p-61);
  *q = static_cast<std::int32_t>((bits >> 31) ? -rounded : rounded);
  *r = static_cast<float>((bits >> 31) ? -angle : angle);
}

/// sin(x + quarter pi/2). 1.8 ulp of max(|result|, 2^-12) for any finite x; inf gives NaN.
HWY_INLINE V sin_shifted(V x, std::int32_t quarter) {
  const D d;
  const DI di;
  const V magic = constant(12582912.0f);
  const V t = mul_add(x, constant(0.636619772f), magic);
  const V n = hn::Sub(t, magic);
  // pi/2 in parts of 11 bits: n has at most 13, so the first three products are exact.
  V r = hn::Sub(x, hn::Mul(n, constant(0x1.92p+0f)));
  r = hn::Sub(r, hn::Mul(n, constant(0x1.fb4p-12f)));
  r = hn::Sub(r, hn::Mul(n, constant(0x1.444p-24f)));
  r = hn::Sub(r, hn::Mul(n, constant(0x1.68c234p-39f)));
  VI q = hn::BitCast(di, t);
  const M large = hn::Gt(hn::Abs(x), constant(4096.0f));
  if (HWY_UNLIKELY(!hn::AllFalse(d, large))) {
    HWY_ALIGN float xs[kN], rs[kN];
    HWY_ALIGN std::int32_t qs[kN];
    hn::Store(x, d, xs);
    hn::Store(r, d, rs);
    hn::Store(q, di, qs);
    for (std::size_t i = 0; i < kN; ++i) {
      if (xs[i] - xs[i] != 0) {
        rs[i] = __builtin_nanf("");
      } else if (xs[i] > 4096.0f || xs[i] < -4096.0f) {
        reduce_large(xs[i], &qs[i], &rs[i]);
      }
    }
    r = hn::Load(d, rs);
    q = hn::Load(di, qs);
  }
  return sin_quadrant(hn::Add(q, hn::Set(di, quarter)), r);
}
HWY_INLINE V sin(V x) { return sin_shifted(x, 0); }
HWY_INLINE V cos(V x) { return sin_shifted(x, 1); }

/// sin and cos of 2 pi u for u in [0, 1]; the reduction is exact.
HWY_INLINE void sin_cos_turns(V u, V* s, V* c) {
  const V magic = constant(12582912.0f);
  const V t = mul_add(u, constant(4.0f), magic);
  const V r = hn::Mul(hn::Sub(u, hn::Mul(hn::Sub(t, magic), constant(0.25f))), constant(6.28318531f));
  const VI q = hn::BitCast(DI(), t);
  *s = sin_quadrant(q, r);
  *c = sin_quadrant(hn::Add(q, hn::Set(DI(), 1)), r);
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#endif
