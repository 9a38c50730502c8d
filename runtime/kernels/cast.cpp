// Conversions between element types. Each goes through a block of double (from a floating type) or int64 (from an
// integral one), so that n types need 2 n loops instead of n^2; the pairs that matter for speed are direct.

#include <cmath>
#include <cstring>

#include "kernels/copy.h"
#include "kernels/split.h"

namespace wick::kernels {

namespace {

float float_of(std::uint32_t bits) { return __builtin_bit_cast(float, bits); }

float half_to_float(std::uint16_t h) {
  const std::uint32_t sign = static_cast<std::uint32_t>(h & 0x8000) << 16, rest = h & 0x7fff;
  if (rest >= 0x7c00) return float_of(sign | 0x7f800000 | (rest & 0x3ff) << 13);
  // Scaling by 2^112 moves the exponent bias from 15 to 127 and normalizes subnormals.
  return float_of(__builtin_bit_cast(std::uint32_t, float_of(rest << 13) * 0x1p112f) | sign);
}
/// Free of branches, so that loops over it become vectors.
std::uint16_t float_to_half(float x) {
  const std::uint32_t bits = __builtin_bit_cast(std::uint32_t, x), a = bits & 0x7fffffff, sign = bits >> 16 & 0x8000;
  const std::uint32_t normal = (a + 0xfff + (a >> 13 & 1) - 0x38000000) >> 13;
  // Below 2^-14: adding 0.5 leaves the subnormal's bits, rounded to even, at the end of the sum.
  const std::uint32_t tiny = __builtin_bit_cast(std::uint32_t, float_of(a) + 0.5f) - 0x3f000000;
  std::uint32_t h = a < 0x38800000 ? tiny : normal;
  h = a >= 0x477ff000 ? 0x7c00 : h;  // 65520 and more round to infinity
  h = a > 0x7f800000 ? 0x7e00 : h;
  return static_cast<std::uint16_t>(sign | h);
}
float bfloat_to_float(std::uint16_t b) { return float_of(static_cast<std::uint32_t>(b) << 16); }
std::uint16_t float_to_bfloat(float x) {
  const std::uint32_t bits = __builtin_bit_cast(std::uint32_t, x);
  if (x != x) return static_cast<std::uint16_t>(bits >> 16 | 0x40);
  return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}
/// As x86 converts: out of range, also NaN, gives the smallest integer.
template <class I>
I to_integer(double x, double limit) {
  return x >= -limit && x < limit ? static_cast<I>(x) : static_cast<I>(std::int64_t{1} << 63 >> (64 - 8 * sizeof(I)));
}

template <class T, class W, class F>
void widen(const void* src, W* out, std::int64_t n, F f) {
  const T* p = static_cast<const T*>(src);
  for (std::int64_t i = 0; i < n; ++i) out[i] = static_cast<W>(f(p[i]));
}
template <class T, class W, class F>
void narrow(const W* in, void* dst, std::int64_t n, F f) {
  T* p = static_cast<T*>(dst);
  for (std::int64_t i = 0; i < n; ++i) p[i] = static_cast<T>(f(in[i]));
}
constexpr auto kSame = [](auto v) { return v; };

template <class W>
void store_block(const W* in, DType to, void* dst, std::int64_t n) {
  constexpr bool kFloating = sizeof(W) == 8 && static_cast<W>(0.5) != 0;
  switch (to) {
    case DType::float32: return narrow<float>(in, dst, n, kSame);
    case DType::float64: return narrow<double>(in, dst, n, kSame);
    case DType::int64:
      if constexpr (kFloating) return narrow<std::int64_t>(in, dst, n, [](W v) { return to_integer<std::int64_t>(v, 0x1p63); });
      return narrow<std::int64_t>(in, dst, n, kSame);
    case DType::int32:
      if constexpr (kFloating) return narrow<std::int32_t>(in, dst, n, [](W v) { return to_integer<std::int32_t>(std::trunc(v), 0x1p31); });
      return narrow<std::int32_t>(in, dst, n, kSame);
    case DType::uint8:
      if constexpr (kFloating) return narrow<std::uint8_t>(in, dst, n, [](W v) { return to_integer<std::int64_t>(v, 0x1p63); });
      return narrow<std::uint8_t>(in, dst, n, kSame);
    case DType::bool_: return narrow<std::uint8_t>(in, dst, n, [](W v) { return v != 0; });
    case DType::float16: return narrow<std::uint16_t>(in, dst, n, [](W v) { return float_to_half(static_cast<float>(v)); });
    case DType::bfloat16: return narrow<std::uint16_t>(in, dst, n, [](W v) { return float_to_bfloat(static_cast<float>(v)); });
  }
}

void cast_block(DType from, const void* src, DType to, void* dst, std::int64_t n) {
  constexpr std::int64_t kMost = 512;
  double d[kMost];
  std::int64_t l[kMost];
  switch (from) {
    case DType::float32: widen<float>(src, d, n, kSame); return store_block(d, to, dst, n);
    case DType::float64: return store_block(static_cast<const double*>(src), to, dst, n);
    case DType::float16: widen<std::uint16_t>(src, d, n, half_to_float); return store_block(d, to, dst, n);
    case DType::bfloat16: widen<std::uint16_t>(src, d, n, bfloat_to_float); return store_block(d, to, dst, n);
    case DType::int64: return store_block(static_cast<const std::int64_t*>(src), to, dst, n);
    case DType::int32: widen<std::int32_t>(src, l, n, kSame); return store_block(l, to, dst, n);
    case DType::uint8: widen<std::uint8_t>(src, l, n, kSame); return store_block(l, to, dst, n);
    case DType::bool_: widen<std::uint8_t>(src, l, n, kSame); return store_block(l, to, dst, n);
  }
}

}  // namespace

void cast(DType from, const void* src, DType to, void* dst, std::int64_t n) {
  const std::int64_t from_bytes = static_cast<std::int64_t>(item_size(from)), to_bytes = static_cast<std::int64_t>(item_size(to));
  const auto* s = static_cast<const unsigned char*>(src);
  auto* d = static_cast<unsigned char*>(dst);
  if (from == to) {
    if (n > 0) std::memcpy(dst, src, static_cast<std::size_t>(n * from_bytes));
    return;
  }
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) {
    if (from == DType::uint8 && to == DType::float32) {
      return widen<std::uint8_t>(s + i, reinterpret_cast<float*>(d) + i, m, kSame);
    }
    if (from == DType::float32 && to == DType::float16) {
      return widen<float>(s + i * 4, reinterpret_cast<std::uint16_t*>(d) + i, m, float_to_half);
    }
    for (std::int64_t j = i; j < i + m; j += 512) {
      cast_block(from, s + j * from_bytes, to, d + j * to_bytes, std::min<std::int64_t>(512, i + m - j));
    }
  });
}

}  // namespace wick::kernels
