// Per-target helpers: partial vectors, loops that handle their tail once, sums over 32 virtual lanes.
// A loader `load` is passed to element functions: load(p) reads a whole vector, or its first part at the end of a row.

#if defined(WICK_SIMD_INL_H_) != defined(WICK_READING)
#ifdef WICK_SIMD_INL_H_
#undef WICK_SIMD_INL_H_
#else
#define WICK_SIMD_INL_H_
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

// Loops over a few vectors that must stay in registers, also where unrolling is switched off.
#undef WICK_UNROLL
#if defined(__clang__)
#define WICK_UNROLL _Pragma("clang loop unroll(full)")
#else
#define WICK_UNROLL _Pragma("GCC unroll 8")
#endif

// One copy in wasm, inlined elsewhere.
#undef WICK_SHARED
#if HWY_TARGET == HWY_WASM
#define WICK_SHARED HWY_NOINLINE inline
#else
#define WICK_SHARED HWY_INLINE
#endif

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;
using M = hn::Mask<D>;
constexpr std::size_t kN = HWY_LANES(float);
constexpr std::size_t kLanes = 32;

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
HWY_INLINE V load_part(const float* p, std::size_t n) { return hn::MaskedLoad(hn::FirstN(D(), n), D(), p); }
HWY_INLINE void store_part(V v, float* p, std::size_t n) { hn::BlendedStore(v, hn::FirstN(D(), n), D(), p); }
#else  // out of line: they are called at every loop's end, and wasm must stay small
HWY_NOINLINE inline V load_part(const float* p, std::size_t n) {
  if (n >= kN) return hn::LoadU(D(), p);
  HWY_ALIGN float b[kN] = {};
  for (std::size_t i = 0; i < n; ++i) b[i] = p[i];
  return hn::Load(D(), b);
}
HWY_NOINLINE inline void store_part(V v, float* p, std::size_t n) {
  if (n >= kN) return hn::StoreU(v, D(), p);
  HWY_ALIGN float b[kN];
  hn::Store(v, D(), b);
  for (std::size_t i = 0; i < n; ++i) p[i] = b[i];
}
#endif

struct Full {
  HWY_INLINE V operator()(const float* p) const { return hn::LoadU(D(), p); }
};
struct Part {
  std::size_t n;
  HWY_INLINE V operator()(const float* p) const { return load_part(p, n); }
};

/// Writes as much as the loader reads.
HWY_INLINE void store(Full, V v, float* p) { hn::StoreU(v, D(), p); }
HWY_INLINE void store(Part part, V v, float* p) { store_part(v, p, part.n); }

/// y[i] = f(load, i) for i < n, where f returns the vector at element i.
template <class F>
HWY_INLINE void map(std::size_t n, float* y, const F& f) {
  std::size_t i = 0;
  for (; i + kN <= n; i += kN) hn::StoreU(f(Full(), i), D(), y + i);
  if (i < n) store_part(f(Part{n - i}, i), y + i, n - i);
}

/// lane i + lane i + w for w = half the lanes, then a quarter, … 1.
template <class DV, class VV>
HWY_INLINE float fold(DV, VV v) {
  if constexpr (hn::MaxLanes(DV()) == 1) {
    return hn::GetLane(v);
#if HWY_TARGET == HWY_WASM  // where half a vector is cut off by a mask that goes through memory
  } else if constexpr (hn::MaxLanes(DV()) == 4) {
    v = hn::Add(v, hn::Shuffle1032(v));
    return hn::GetLane(hn::Add(v, hn::Shuffle2301(v)));
#endif
  } else {
    const hn::Half<DV> half;
    return fold(half, hn::Add(hn::LowerHalf(half, v), hn::UpperHalf(half, v)));
  }
}

/// As fold, of kCount vectors side by side.
template <std::size_t kCount>
HWY_INLINE float fold_lanes(V (&s)[kCount]) {
  WICK_UNROLL
  for (std::size_t w = kCount / 2; w > 0; w /= 2) {
    WICK_UNROLL
    for (std::size_t k = 0; k < w; ++k) s[k] = hn::Add(s[k], s[k + w]);
  }
  return fold(D(), s[0]);
}

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
/// The sum of f(load, i) for i < n, in float over 32 virtual lanes, element i in lane i mod 32 whatever the vector size; of those,
/// lane i + lane i + 16 first, then 8, 4, 2, 1.
template <class F>
HWY_INLINE float sum_lanes(std::size_t n, const F& f) {
  constexpr std::size_t kCount = kLanes / kN;
  V s[kCount];
  WICK_UNROLL
  for (std::size_t k = 0; k < kCount; ++k) s[k] = hn::Zero(D());
  std::size_t i = 0;
  for (; i + kLanes <= n; i += kLanes) {
    WICK_UNROLL
    for (std::size_t k = 0; k < kCount; ++k) s[k] = hn::Add(s[k], f(Full(), i + k * kN));
  }
  WICK_UNROLL
  for (std::size_t k = 0; k < kCount; ++k, i += kN) {
    if (i >= n) continue;
    const std::size_t m = HWY_MIN(kN, n - i);
    s[k] = hn::Add(s[k], hn::IfThenElseZero(hn::FirstN(D(), m), f(Part{m}, i)));
  }
  return fold_lanes(s);
}
#endif

/// A copy of the n < lanes elements at a, filled up with pad.
HWY_INLINE void copy_rest(const float* a, std::size_t n, float pad, std::size_t lanes, float* HWY_RESTRICT rest) {
  const D d;
  for (std::size_t i = 0; i < lanes; i += kN) hn::Store(hn::Set(d, pad), d, rest + i);
  std::size_t i = 0;
  for (; i + kN <= n; i += kN) hn::Store(hn::LoadU(d, a + i), d, rest + i);
  for (; i < n; ++i) rest[i] = a[i];
}

/// Sum of f(a, b) over vectors of a and b [n], one or both of them used; f(pad, 0) is 0.
template <class F>
HWY_INLINE float sum_pairs(const float* a, const float* b, std::size_t n, [[maybe_unused]] float pad, const F& f) {
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
  return sum_lanes(n, [&](auto load, std::size_t i) HWY_ATTR { return f(load(a + i), load(b + i)); });
#else
  // The same lanes; what is left over goes through the same loop from a padded copy, so that all stays in registers.
  const D d;
  constexpr std::size_t kCount = kLanes / kN;
  HWY_ALIGN float rest_a[kLanes], rest_b[kLanes];
  V s[kCount];
  WICK_UNROLL
  for (std::size_t k = 0; k < kCount; ++k) s[k] = hn::Zero(d);
  for (;;) {
    for (; n >= kLanes; n -= kLanes, a += kLanes, b += kLanes) {
      WICK_UNROLL
      for (std::size_t k = 0; k < kCount; ++k) s[k] = hn::Add(s[k], f(hn::LoadU(d, a + k * kN), hn::LoadU(d, b + k * kN)));
    }
    if (n == 0) break;
    copy_rest(a, n, pad, kLanes, rest_a);
    copy_rest(b, n, 0, kLanes, rest_b);
    a = rest_a, b = rest_b, n = kLanes;
  }
  return fold_lanes(s);
#endif
}
// Sums of one block, of at most 4096 elements: they stay accurate, and the block in the first-level cache.
/// x
WICK_SHARED float sum_of(const float* x, std::size_t n) {
  return sum_pairs(x, x, n, 0, [](V v, V) HWY_ATTR { return v; });
}
/// (x - c)^2
WICK_SHARED float sum_of_squares(const float* x, std::size_t n, float c) {
  const V vc = hn::Set(D(), c);
  return sum_pairs(x, x, n, c, [&](V v, V) HWY_ATTR { return hn::Mul(hn::Sub(v, vc), hn::Sub(v, vc)); });
}
/// a (b - c)
WICK_SHARED float sum_of_products(const float* a, const float* b, std::size_t n, float c = 0) {
  const V vc = hn::Set(D(), c);
  return sum_pairs(a, b, n, 0, [&](V v, V w) HWY_ATTR { return hn::Mul(v, hn::Sub(w, vc)); });
}
/// The sum over blocks of f(first, count), in double.
template <class F>
HWY_INLINE double sum_blocks(std::size_t n, const F& f, std::size_t block = 4096) {
  double total = 0;
  for (std::size_t b = 0; b < n; b += block) total += f(b, HWY_MIN(block, n - b));
  return total;
}
/// Sum of f(load, i) for i < n.
template <class F>
HWY_INLINE double sum_mapped(std::size_t n, const F& f) {
  constexpr std::size_t kBlock = 1024;
  return sum_blocks(n, [&](std::size_t first, std::size_t count) HWY_ATTR {
    const auto at = [&](auto load, std::size_t i) HWY_ATTR { return f(load, first + i); };
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
    return sum_lanes(count, at);
#else
    HWY_ALIGN float values[kBlock];
    map(count, values, at);
    return sum_of(values, count);
#endif
  }, kBlock);
}

/// out[j] = sum over rows r of f(load, r, j): float chains of 128 rows, added in double.
template <class F>
HWY_INLINE void column_sums(std::size_t rows, std::size_t cols, double* out, const F& f) {
  const D d;
  constexpr std::size_t kRows = 128, kWide = 4;
  HWY_ALIGN float b[kWide * kN];
  for (std::size_t j = 0; j < cols; ++j) out[j] = 0;
  std::size_t j = 0;
  for (; j + kWide * kN <= cols; j += kWide * kN) {
    for (std::size_t r0 = 0; r0 < rows; r0 += kRows) {
      const std::size_t r1 = HWY_MIN(rows, r0 + kRows);
      V a0 = hn::Zero(d), a1 = a0, a2 = a0, a3 = a0;
      for (std::size_t r = r0; r < r1; ++r) {
        a0 = hn::Add(a0, f(Full(), r, j));
        a1 = hn::Add(a1, f(Full(), r, j + kN));
        a2 = hn::Add(a2, f(Full(), r, j + 2 * kN));
        a3 = hn::Add(a3, f(Full(), r, j + 3 * kN));
      }
      hn::Store(a0, d, b);
      hn::Store(a1, d, b + kN);
      hn::Store(a2, d, b + 2 * kN);
      hn::Store(a3, d, b + 3 * kN);
      for (std::size_t k = 0; k < kWide * kN; ++k) out[j + k] += b[k];
    }
  }
  for (; j < cols; j += kN) {
    const std::size_t m = HWY_MIN(kN, cols - j);
    for (std::size_t r0 = 0; r0 < rows; r0 += kRows) {
      const std::size_t r1 = HWY_MIN(rows, r0 + kRows);
      V a = hn::Zero(d);
      for (std::size_t r = r0; r < r1; ++r) a = hn::Add(a, f(Part{m}, r, j));
      hn::Store(a, d, b);
      for (std::size_t k = 0; k < m; ++k) out[j + k] += b[k];
    }
  }
}

/// Largest of x [n], or smallest (min x = -max -x); NaN if there is one.
WICK_SHARED float max_of(const float* x, std::size_t n, bool smallest = false) {
  const D d;
  const V flip = hn::Set(d, smallest ? -0.0f : 0.0f);
  const auto pick = [&](V m, V v) HWY_ATTR { return hn::IfThenElse(hn::Or(hn::Gt(v, m), hn::IsNaN(v)), v, m); };
  V m = hn::Set(d, -__builtin_inff()), m1 = m;
  std::size_t i = 0;
  for (; i + 2 * kN <= n; i += 2 * kN) {
    m = pick(m, hn::Xor(hn::LoadU(d, x + i), flip));
    m1 = pick(m1, hn::Xor(hn::LoadU(d, x + i + kN), flip));
  }
  m = pick(m, m1);
  for (; i < n; i += kN) {
    const std::size_t c = HWY_MIN(kN, n - i);
    m = pick(m, hn::IfThenElse(hn::FirstN(d, c), hn::Xor(load_part(x + i, c), flip), m));
  }
  HWY_ALIGN float b[kN];
  hn::Store(hn::Xor(m, flip), d, b);
  float best = b[0];
  for (std::size_t k = 1; k < kN; ++k) best = (b[k] != b[k] || (smallest ? b[k] < best : b[k] > best)) ? b[k] : best;
  return best;
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#endif
