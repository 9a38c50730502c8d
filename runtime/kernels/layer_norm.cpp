// Layer normalization of rows x [rows,n]; a row stays in the first-level cache between its passes. Rows of whole vectors with a weight
// and a bias take two: while one is written, a later one's mean and variance come from memory. Their gradients
// take two as well.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/layer_norm.cpp"
#include "kernels/foreach.h"

#include "kernels/norm.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"
#include "kernels/tile_wasm_run.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

/// Rows taken together, of `room` elements: they stay in the first-level cache, and what follows a row's sum overlaps with the next row's.
constexpr std::size_t kMostRows = 16;
HWY_INLINE std::size_t rows_together(std::size_t n, std::size_t room) { return HWY_MAX(std::size_t{1}, HWY_MIN(kMostRows, room / HWY_MAX(n, std::size_t{1}))); }

/// Half `part` (0 or 1) of n floats is asked for ahead of its use: memory works while a row's later passes do without it.
HWY_INLINE void fetch_half(const float* x, std::size_t n, std::size_t part) {
  constexpr std::size_t kLine = 16;
  for (std::size_t i = part * (n / 2); i < (part ? n : n / 2); i += kLine) __builtin_prefetch(x + i);
}

/// The sums of x and of x^2, in float over 8 virtual lanes each, element i in lane i mod 8: in wasm, more would not stay in registers.
struct RowSums {
  using D8 = hn::CappedTag<float, 8>;
  static constexpr std::size_t kN = hn::MaxLanes(D8()), kCount = 8 / kN;
  hn::Vec<D8> plain[kCount], squares[kCount];

  HWY_INLINE RowSums() {
    WICK_UNROLL
    for (std::size_t k = 0; k < kCount; ++k) plain[k] = squares[k] = hn::Zero(D8());
  }
  HWY_INLINE void add_8(const float* x) {
    WICK_UNROLL
    for (std::size_t k = 0; k < kCount; ++k) {
      const auto v = hn::LoadU(D8(), x + k * kN);
      plain[k] = hn::Add(plain[k], v);
      squares[k] = hn::MulAdd(v, v, squares[k]);
    }
  }
  HWY_INLINE float sum(hn::Vec<D8>* lanes) {
    if (kCount == 2) lanes[0] = hn::Add(lanes[0], lanes[kCount - 1]);
    return fold(D8(), lanes[0]);
  }
};

constexpr std::size_t kStep = 16;

/// layer_norm_rows with weight and bias, n a multiple of kStep. While a row is written, the sums of the one two rows on come from memory:
/// the chain from there to its rstd takes as long as a short row. y may be x.
void layer_norm_whole_rows(const float* x, std::size_t rows, std::size_t n, const float* weight, const float* bias, double eps,
                           float* y, float* mean, float* rstd) {
#if HWY_TARGET == HWY_WASM
  if (const auto relaxed = relaxed_layer_norm()) return relaxed(x, rows, n, weight, bias, eps, y, mean, rstd);
#endif
  const D d;
  constexpr std::size_t kAhead = 2, kBlock = 256;  // of kBlock elements, float sums stay accurate
  const double share = 1 / static_cast<double>(n);
  const float* next = x;
  for (std::size_t r = 0; r < rows + kAhead; ++r) {
    if (r < kAhead && r >= rows) continue;
    if (r >= rows) next = x;  // of which nothing is used
    const bool write = r >= kAhead;
    const V m = hn::Set(d, write ? mean[r - kAhead] : 0), s = hn::Set(d, write ? rstd[r - kAhead] : 0);
    double average = 0, var = 0;
    for (std::size_t at = 0; at < n; at += kBlock) {
      RowSums of;
      const float *w = weight + at, *b = bias + at;
      const float* const end = next + HWY_MIN(kBlock, n - at);
      if (write) {
        for (; next != end; x += kStep, next += kStep, w += kStep, b += kStep, y += kStep) {
          of.add_8(next), of.add_8(next + 8);
          WICK_UNROLL
          for (std::size_t k = 0; k < kStep / kN; ++k) {
            const V unit = hn::Mul(hn::Sub(hn::LoadU(d, x + k * kN), m), s);
            hn::StoreU(hn::MulAdd(unit, hn::LoadU(d, w + k * kN), hn::LoadU(d, b + k * kN)), d, y + k * kN);
          }
        }
      } else {
        for (; next != end; next += kStep) of.add_8(next), of.add_8(next + 8);
      }
      average += share * of.sum(of.plain);
      var += share * of.sum(of.squares);
    }
    if (r >= rows) continue;
    const double far = average * average;
    var -= far;
    mean[r] = static_cast<float>(average);
    // The difference is as good as the sums for a mean up to two deviations from 0.
    if (HWY_UNLIKELY(!(far <= 4 * var))) var = share * sum_of_squares(next - n, n, mean[r]);
    rstd[r] = static_cast<float>(1 / __builtin_sqrt(var + eps));
  }
}

/// fetch: x does not lie in the second-level cache.
void layer_norm_rows(const float* x, std::size_t rows, std::size_t n, const float* weight, const float* bias, double eps, bool fetch,
                     float* y, float* mean, float* rstd) {
  if (weight && bias && n % kStep == 0 && n <= 4096) return layer_norm_whole_rows(x, rows, n, weight, bias, eps, y, mean, rstd);
  const double share = 1 / static_cast<double>(n);
  const std::size_t most = rows_together(n, 2048);
  for (std::size_t first = 0; first < rows; first += most) {
    const std::size_t end = HWY_MIN(rows, first + most);
    for (std::size_t r = first; r < end; ++r) {
      mean[r] = static_cast<float>(share * sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of(x + r * n + i, k); }));
    }
    for (std::size_t r = first; r < end; ++r) {
      if (fetch && r + most < rows) fetch_half(x + (r + most) * n, n, 0);
      const double squares = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of_squares(x + r * n + i, k, mean[r]); });
      rstd[r] = static_cast<float>(1 / __builtin_sqrt(share * squares + eps));
    }
    for (std::size_t r = first; r < end; ++r) {
      if (fetch && r + most < rows) fetch_half(x + (r + most) * n, n, 1);
      const V m = hn::Set(D(), mean[r]), s = hn::Set(D(), rstd[r]);
      const float* const px = x + r * n;
      float* const py = y + r * n;
      const auto unit = [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(hn::Sub(load(px + i), m), s); };
      if (weight && bias) {
        map(n, py, [&](auto load, std::size_t i) HWY_ATTR { return hn::MulAdd(unit(load, i), load(weight + i), load(bias + i)); });
        continue;
      }
      map(n, py, unit);
      if (weight) map(n, py, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(py + i), load(weight + i)); });
      if (bias) map(n, py, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(load(py + i), load(bias + i)); });
    }
  }
}

/// layer_norm_grad_rows for one row where nothing is null and n is a multiple of kStep. One pass makes the sums that dx needs and adds to
/// dweight and dbias; then dx = rstd g + slope x + base is three operations.
HWY_INLINE void layer_norm_grad_whole_row(const float* dy, const float* x, std::size_t n, float mean, float rstd, const float* weight, bool fetch,
                                          float* dx, float* dweight, float* dbias) {
  const D d;
  constexpr std::size_t kBlock = 256, kCount = kStep / kN;  // float sums of kBlock elements, over kStep virtual lanes, added in double
  const double share = 1 / static_cast<double>(n);
  const V m = hn::Set(d, mean), s = hn::Set(d, rstd);
  double plain = 0, along = 0;
  for (std::size_t i = 0; i < n;) {
    V sum[kCount], dot[kCount];
    WICK_UNROLL
    for (std::size_t k = 0; k < kCount; ++k) sum[k] = dot[k] = hn::Zero(d);
    for (const std::size_t end = HWY_MIN(n, i + kBlock); i < end; i += kStep) {
      // Memory is asked for as it is used, as requests in a burst would wait for each other: half of the next row's here, half below.
      if (fetch) __builtin_prefetch(dy + n + i), __builtin_prefetch(dx + i, 1);
      WICK_UNROLL
      for (std::size_t k = 0; k < kCount; ++k) {
        const std::size_t at = i + k * kN;
        const V q = hn::LoadU(d, dy + at), unit = hn::Mul(hn::Sub(hn::LoadU(d, x + at), m), s), g = hn::Mul(q, hn::LoadU(d, weight + at));
        hn::StoreU(hn::MulAdd(q, unit, hn::LoadU(d, dweight + at)), d, dweight + at);
        hn::StoreU(hn::Add(q, hn::LoadU(d, dbias + at)), d, dbias + at);
        sum[k] = hn::Add(sum[k], g), dot[k] = hn::MulAdd(g, unit, dot[k]);
      }
    }
    plain += share * fold_lanes(sum), along += share * fold_lanes(dot);
  }
  const double scale = rstd, slope = -scale * scale * along, base = -scale * plain - slope * mean;
  const V vslope = hn::Set(d, static_cast<float>(slope)), vbase = hn::Set(d, static_cast<float>(base));
  for (std::size_t i = 0; i < n; i += kStep) {
    if (fetch) __builtin_prefetch(x + n + i);
    WICK_UNROLL
    for (std::size_t k = i; k < i + kStep; k += kN) {
      const V g = hn::Mul(hn::LoadU(d, dy + k), hn::LoadU(d, weight + k));
      hn::StoreU(hn::MulAdd(g, s, hn::MulAdd(hn::LoadU(d, x + k), vslope, vbase)), d, dx + k);
    }
  }
}

/// dx = rstd (g - mean(g) - xhat mean(g xhat)), g = dy weight, xhat = (x - mean) rstd. dx may be null.
/// Adds dy xhat to dweight [n] and dy to dbias [n], if not null. fetch: as above.
void layer_norm_grad_rows(const float* dy, const float* x, std::size_t rows, std::size_t n, const float* mean, const float* rstd,
                          const float* weight, bool fetch, float* dx, float* dweight, float* dbias) {
  if (weight && dx && dweight && dbias && n % kStep == 0) {
#if HWY_TARGET == HWY_WASM
    if (const auto relaxed = relaxed_layer_norm_grad()) return relaxed(dy, x, rows, n, mean, rstd, weight, dx, dweight, dbias);
#endif
    for (std::size_t r = 0; r < rows; ++r) layer_norm_grad_whole_row(dy + r * n, x + r * n, n, mean[r], rstd[r], weight, fetch, dx + r * n, dweight, dbias);
    return;
  }
  const double share = 1 / static_cast<double>(n);
  for (std::size_t r = 0; r < rows; ++r, dy += n, x += n) {
    const V m = hn::Set(D(), mean[r]), s = hn::Set(D(), rstd[r]);
    const auto unit = [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(hn::Sub(load(x + i), m), s); };
    if (dx) {
      const float* g = dy;
      if (weight) {
        map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(dy + i), load(weight + i)); });
        g = dx;
      }
      const double sum = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of(g + i, k); });
      const double sum_with_x = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of_products(g + i, x + i, k, mean[r]); });
      const V p = hn::Set(D(), static_cast<float>(share * sum)), a = hn::Set(D(), static_cast<float>(share * rstd[r] * sum_with_x));
      map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(s, hn::Sub(hn::Sub(load(g + i), p), hn::Mul(unit(load, i), a))); });
      dx += n;
    }
    if (dweight) map(n, dweight, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(load(dweight + i), hn::Mul(load(dy + i), unit(load, i))); });
    if (dbias) map(n, dbias, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(load(dbias + i), load(dy + i)); });
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace wick::kernels {

HWY_EXPORT(layer_norm_rows);
HWY_EXPORT(layer_norm_grad_rows);

// Elements that no second-level cache holds twice.
constexpr std::int64_t kFar = 1 << 18;

void layer_norm(const float* x, std::int64_t rows, std::int64_t n, const float* weight, const float* bias, double eps, float* y, float* mean, float* rstd) {
  split(rows, piece_of(n, kGrain / 2), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(layer_norm_rows)(x + r * n, m, n, weight, bias, eps, rows * n > kFar, y + r * n, mean + r, rstd + r);
  });
}
void layer_norm(const double* x, std::int64_t rows, std::int64_t n, const double* weight, const double* bias, double eps, double* y, double* mean, double* rstd) {
  for (std::int64_t r = 0; r < rows; ++r, x += n, y += n) {
    double s = 0, q = 0;
    for (std::int64_t i = 0; i < n; ++i) s += x[i];
    mean[r] = s / static_cast<double>(n);
    for (std::int64_t i = 0; i < n; ++i) q += (x[i] - mean[r]) * (x[i] - mean[r]);
    rstd[r] = 1 / std::sqrt(q / static_cast<double>(n) + eps);
    for (std::int64_t i = 0; i < n; ++i) {
      y[i] = (x[i] - mean[r]) * rstd[r] * (weight ? weight[i] : 1) + (bias ? bias[i] : 0);
    }
  }
}

void layer_norm_backward(const float* dy, const float* x, std::int64_t rows, std::int64_t n, const float* mean, const float* rstd, const float* weight, float* dx, float* dweight, float* dbias) {
  // Sums over rows: float chains of 128, added in double.
  constexpr std::int64_t kChain = 128;
  const std::int64_t sums_n = (dweight ? n : 0) + (dbias ? n : 0), piece = std::max(kChain, piece_of(n, kGrain / 2) / kChain * kChain);
  const std::int64_t parts = std::max<std::int64_t>(1, (rows + piece - 1) / piece);
  double* const sums = static_cast<double*>(thread_scratch(0, static_cast<std::size_t>(parts * sums_n) * (sizeof(double) + sizeof(float))));
  float* const chains = reinterpret_cast<float*>(sums + parts * sums_n);
  std::fill(sums, sums + parts * sums_n, 0.0);
  split(rows, piece, [&](std::int64_t first, std::int64_t count) {
    double* const sum = sums + first / piece * sums_n;
    float* const chain = chains + first / piece * sums_n;
    for (std::int64_t r = first; r < first + count; r += kChain) {
      std::fill(chain, chain + sums_n, 0.0f);
      HWY_DYNAMIC_DISPATCH(layer_norm_grad_rows)(dy + r * n, x + r * n, std::min(kChain, first + count - r), n, mean + r, rstd + r, weight, rows * n > kFar,
                                                 dx ? dx + r * n : nullptr, dweight ? chain : nullptr, dbias ? chain + sums_n - n : nullptr);
      for (std::int64_t i = 0; i < sums_n; ++i) sum[i] += chain[i];
    }
  });
  const auto total = [&](std::int64_t first, float* out) {
    for (std::int64_t i = 0; i < n; ++i) {
      double s = 0;
      for (std::int64_t p = 0; p < parts; ++p) s += sums[p * sums_n + first + i];
      out[i] = static_cast<float>(s);
    }
  };
  if (dweight) total(0, dweight);
  if (dbias) total(sums_n - n, dbias);
}
void layer_norm_backward(const double* dy, const double* x, std::int64_t rows, std::int64_t n, const double* mean, const double* rstd, const double* weight, double* dx, double* dweight, double* dbias) {
  if (dweight) std::fill(dweight, dweight + n, 0.0);
  if (dbias) std::fill(dbias, dbias + n, 0.0);
  for (std::int64_t r = 0; r < rows; ++r, dy += n, x += n) {
    double plain = 0, along = 0;
    for (std::int64_t i = 0; i < n; ++i) {
      const double unit = (x[i] - mean[r]) * rstd[r], g = dy[i] * (weight ? weight[i] : 1);
      plain += g;
      along += g * unit;
      if (dweight) dweight[i] += dy[i] * unit;
      if (dbias) dbias[i] += dy[i];
    }
    for (std::int64_t i = 0; dx && i < n; ++i) {
      const double unit = (x[i] - mean[r]) * rstd[r], g = dy[i] * (weight ? weight[i] : 1);
      dx[r * n + i] = rstd[r] * (g - (plain + unit * along) / static_cast<double>(n));
    }
  }
}

}  // namespace wick::kernels
#endif
