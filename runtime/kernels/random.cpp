// Philox4x32-10 and the fills made from it. A vector of blocks is computed side by side, word by word, then interleaved.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/random.cpp"
#include "kernels/foreach.h"

#include "kernels/math-inl.h"
#include "kernels/random.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

using DU = hn::RebindToUnsigned<D>;
using DU64 = hn::Repartition<std::uint64_t, DU>;
using VU = hn::Vec<DU>;

HWY_INLINE void mul_wide(VU a, VU b, VU* hi, VU* lo) {
#if HWY_TARGET == HWY_WASM  // Highway's MulEven is a product of 64 bits there
  const auto first = wasm_u64x2_extmul_low_u32x4(a.raw, b.raw), last = wasm_u64x2_extmul_high_u32x4(a.raw, b.raw);
  *lo = VU{wasm_i32x4_shuffle(first, last, 0, 2, 4, 6)};
  *hi = VU{wasm_i32x4_shuffle(first, last, 1, 3, 5, 7)};
#else
  const DU d;
  const DU64 d64;
  const auto even = hn::MulEven(a, b);
  const auto odd = hn::MulEven(hn::BitCast(d, hn::ShiftRight<32>(hn::BitCast(d64, a))), b);
  *hi = hn::OddEven(hn::BitCast(d, odd), hn::BitCast(d, hn::ShiftRight<32>(even)));
  *lo = hn::OddEven(hn::BitCast(d, hn::ShiftLeft<32>(odd)), hn::BitCast(d, even));
#endif
}
/// Words w[0..3] of the kN blocks from s.counter on.
HWY_INLINE void philox_blocks(PhiloxState s, VU w[4]) {
  const DU d;
  const std::uint32_t low = static_cast<std::uint32_t>(s.counter);
  static constexpr std::uint32_t kLanesFrom0[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};  // Iota is a loop of stores in wasm
  w[0] = hn::Add(hn::Set(d, low), hn::LoadU(d, kLanesFrom0));
  // Where the low word wrapped around, the high one is one more.
  const VU carry = hn::VecFromMask(d, hn::Lt(w[0], hn::Set(d, low)));
  w[1] = hn::Sub(hn::Set(d, static_cast<std::uint32_t>(s.counter >> 32)), carry);
  w[2] = w[3] = hn::Zero(d);
  std::uint32_t k0 = static_cast<std::uint32_t>(s.key), k1 = static_cast<std::uint32_t>(s.key >> 32);
  static constexpr std::uint32_t kFactors[8] = {0xD2511F53u, 0xD2511F53u, 0xD2511F53u, 0xD2511F53u, 0xCD9E8D57u, 0xCD9E8D57u, 0xCD9E8D57u, 0xCD9E8D57u};
  VU m0 = hn::Set(d, kFactors[0]), m1 = hn::Set(d, kFactors[4]);
  for (int round = 0; round < 10; ++round, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u) {
    VU hi0, lo0, hi1, lo1;
#if HWY_TARGET == HWY_WASM  // of factors it knows, clang makes 64 bits ahead of the loop, and products of 64 bits in it
    const std::uint32_t* factors = kFactors;
    asm volatile("" : "+r"(factors));
    m0 = hn::LoadU(d, factors), m1 = hn::LoadU(d, factors + 4);
#endif
    mul_wide(w[0], m0, &hi0, &lo0);
    mul_wide(w[2], m1, &hi1, &lo1);
    w[0] = hn::Xor(hn::Xor(hi1, w[1]), hn::Set(d, k0));
    w[2] = hn::Xor(hn::Xor(hi0, w[3]), hn::Set(d, k1));
    w[1] = lo1;
    w[3] = lo0;
  }
}
HWY_INLINE V unit(VU word) {  // (word >> 8) 2^-24, exact
  return hn::Mul(hn::ConvertTo(D(), hn::BitCast(DI(), hn::ShiftRight<8>(word))), constant(0x1p-24f));
}

/// out[i] = make(words, ...) for n elements, 4 kN at a time: make turns the four word vectors into four value vectors.
template <class F>
HWY_INLINE void fill(PhiloxState s, float* y, std::size_t n, const F& make) {
  const D d;
  HWY_ALIGN float b[4 * kN];
  for (std::size_t i = 0; i < n; i += 4 * kN, s.counter += kN) {
    VU w[4];
    V v[4];
    philox_blocks(s, w);
    make(w, v);
    const std::size_t m = HWY_MIN(4 * kN, n - i);
    if (m == 4 * kN) {
      hn::StoreInterleaved4(v[0], v[1], v[2], v[3], d, y + i);
      continue;
    }
    hn::StoreInterleaved4(v[0], v[1], v[2], v[3], d, b);
    for (std::size_t k = 0; k < m; k += kN) store_part(hn::Load(d, b + k), y + i + k, HWY_MIN(kN, m - k));
  }
}

void uniform_f32(PhiloxState s, float* y, std::size_t n, float lo, float range) {
  fill(s, y, n, [&](const VU* w, V* v) HWY_ATTR {
    for (int k = 0; k < 4; ++k) v[k] = hn::Add(constant(lo), hn::Mul(constant(range), unit(w[k])));
  });
}
void normal_f32(PhiloxState s, float* y, std::size_t n, float mean, float std) {
  fill(s, y, n, [&](const VU* w, V* v) HWY_ATTR {
    for (int k = 0; k < 4; k += 2) {
      const V r = hn::Sqrt(hn::Mul(constant(-2.0f), log(hn::Sub(constant(1.0f), unit(w[k])))));
      sin_cos_turns(unit(w[k + 1]), &v[k + 1], &v[k]);
      for (int j = k; j < k + 2; ++j) v[j] = hn::Add(constant(mean), hn::Mul(constant(std), hn::Mul(r, v[j])));
    }
  });
}
/// y = x scale where word >> 8 >= limit, else 0.
void dropout_f32(PhiloxState s, const float* x, float* y, std::size_t n, std::uint32_t limit, float scale) {
  const D d;
  const DI di;
  const hn::Vec<DI> below = hn::Set(di, static_cast<std::int32_t>(limit) - 1);
  const V factor = constant(scale);
  const auto kept = [&](const float* words, V v) HWY_ATTR {
    const auto word = hn::BitCast(di, hn::ShiftRight<8>(hn::BitCast(DU(), hn::Load(d, words))));
    return hn::IfThenElseZero(hn::RebindMask(d, hn::Gt(word, below)), hn::Mul(v, factor));
  };
  HWY_ALIGN float b[4 * kN];
  for (std::size_t i = 0; i < n; i += 4 * kN, s.counter += kN) {
    VU w[4];
    philox_blocks(s, w);
    hn::StoreInterleaved4(hn::BitCast(d, w[0]), hn::BitCast(d, w[1]), hn::BitCast(d, w[2]), hn::BitCast(d, w[3]), d, b);
    const std::size_t m = HWY_MIN(4 * kN, n - i);
    if (m == 4 * kN) {
      WICK_UNROLL
      for (std::size_t k = 0; k < 4 * kN; k += kN) hn::StoreU(kept(b + k, hn::LoadU(d, x + i + k)), d, y + i + k);
      continue;
    }
    for (std::size_t k = 0; k < m; k += kN) store_part(kept(b + k, load_part(x + i + k, HWY_MIN(kN, m - k))), y + i + k, HWY_MIN(kN, m - k));
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace wick::kernels {

HWY_EXPORT(uniform_f32);
HWY_EXPORT(normal_f32);
HWY_EXPORT(dropout_f32);

namespace {

constexpr std::int64_t kFillGrain = 32768;  // a multiple of the 4 words of a block

PhiloxState ahead(PhiloxState s, std::int64_t elements) {
  return {s.key, s.counter + static_cast<std::uint64_t>(elements) / 4};
}
/// fn(i, block of element i, i mod 4)
template <class F>
void each_word(PhiloxState s, std::int64_t n, const F& fn) {
  std::uint32_t w[4];
  for (std::int64_t i = 0; i < n; ++i) {
    if (i % 4 == 0) philox_block(ahead(s, i), w);
    fn(i, w, static_cast<int>(i % 4));
  }
}
double unit(std::uint32_t word) { return (word >> 8) * 0x1p-24; }
std::uint32_t dropout_limit(double p) { return static_cast<std::uint32_t>(std::ceil(p * 0x1p24)); }

}  // namespace

void philox_block(PhiloxState s, std::uint32_t out[4]) {
  std::uint32_t c[4] = {static_cast<std::uint32_t>(s.counter), static_cast<std::uint32_t>(s.counter >> 32), 0, 0};
  philox_rounds(c, static_cast<std::uint32_t>(s.key), static_cast<std::uint32_t>(s.key >> 32));
  for (int i = 0; i < 4; ++i) out[i] = c[i];
}
void philox_rounds(std::uint32_t c[4], std::uint32_t k0, std::uint32_t k1) {
  for (int round = 0; round < 10; ++round, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * c[0], p1 = std::uint64_t{0xCD9E8D57u} * c[2];
    c[0] = static_cast<std::uint32_t>(p1 >> 32) ^ c[1] ^ k0;
    c[2] = static_cast<std::uint32_t>(p0 >> 32) ^ c[3] ^ k1;
    c[1] = static_cast<std::uint32_t>(p1);
    c[3] = static_cast<std::uint32_t>(p0);
  }
}

void uniform(PhiloxState s, float* y, std::int64_t n, double lo, double hi) {
  split(n, kFillGrain, [&](std::int64_t i, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(uniform_f32)(ahead(s, i), y + i, m, static_cast<float>(lo), static_cast<float>(hi - lo));
  });
}
void uniform(PhiloxState s, double* y, std::int64_t n, double lo, double hi) {
  each_word(s, n, [&](std::int64_t i, const std::uint32_t* w, int k) { y[i] = lo + (hi - lo) * unit(w[k]); });
}

void normal(PhiloxState s, float* y, std::int64_t n, double mean, double std) {
  split(n, kFillGrain, [&](std::int64_t i, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(normal_f32)(ahead(s, i), y + i, m, static_cast<float>(mean), static_cast<float>(std));
  });
}
void normal(PhiloxState s, double* y, std::int64_t n, double mean, double std) {
  each_word(s, n, [&](std::int64_t i, const std::uint32_t* w, int k) {
    const double r = std::sqrt(-2 * std::log(1 - unit(w[k & 2]))), angle = 6.28318530717958647693 * unit(w[k | 1]);
    y[i] = mean + std * r * (k & 1 ? std::sin(angle) : std::cos(angle));
  });
}

void dropout(PhiloxState s, const float* x, float* y, std::int64_t n, double p) {
  const std::uint32_t limit = dropout_limit(p);
  const float scale = p < 1 ? static_cast<float>(1 / (1 - p)) : 0.0f;
  split(n, kFillGrain, [&](std::int64_t i, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(dropout_f32)(ahead(s, i), x + i, y + i, m, limit, scale);
  });
}
void dropout(PhiloxState s, const double* x, double* y, std::int64_t n, double p) {
  const std::uint32_t limit = dropout_limit(p);
  each_word(s, n, [&](std::int64_t i, const std::uint32_t* w, int k) { y[i] = (w[k] >> 8) >= limit ? x[i] / (1 - p) : 0; });
}

}  // namespace wick::kernels
#endif
