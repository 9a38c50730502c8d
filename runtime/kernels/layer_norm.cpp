// Layer normalization of rows x [rows,n]; a row stays in the first-level cache between its passes. Rows of whole vectors with a weight
// and a bias take two: while one is written, a later one's mean and variance come from memory.

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

/// dx = rstd (g - mean(g) - xhat mean(g xhat)), g = dy weight, xhat = (x - mean) rstd. dx may be null.
/// Adds dy xhat to dweight [n] and dy to dbias [n], if not null. fetch: as above.
void layer_norm_grad_rows(const float* dy, const float* x, std::size_t rows, std::size_t n, const float* mean, const float* rstd,
                          const float* weight, bool fetch, float* dx, float* dweight, float* dbias) {
#if HWY_TARGET == HWY_WASM
  if (const auto relaxed = relaxed_layer_norm_grad(); relaxed && weight && dx && dweight && dbias && n % 8 == 0)
    return relaxed(dy, x, rows, n, mean, rstd, weight, dx, dweight, dbias);
#endif
  const double share = 1 / static_cast<double>(n);
  const std::size_t most = rows_together(n, 1024);
  float plain[kMostRows] = {}, along[kMostRows] = {};
  for (std::size_t first = 0; first < rows; first += most) {
    const std::size_t end = HWY_MIN(rows, first + most);
    for (std::size_t r = first; dx && r < end; ++r) {
      const float *g = dy + r * n, *const px = x + r * n;
      double sum = 0, sum_with_x = 0;
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
      // Memory is asked for as it is used, as requests in a burst would wait for each other; now also for dx, which is written below.
      const V m = hn::Set(D(), mean[r]);
      constexpr std::size_t kBlock = 4096;  // as sum_blocks
      for (std::size_t b = 0; b < n; b += kBlock) {
        const auto sums = sums_of_lanes<2>(HWY_MIN(kBlock, n - b), [&](auto load, std::size_t at, V* v) HWY_ATTR {
          const std::size_t i = b + at;
          if (fetch) __builtin_prefetch(g + most * n + i);
          __builtin_prefetch(dx + r * n + i, 1);
          v[0] = load(g + i);
          if (weight) v[0] = hn::Mul(v[0], load(weight + i));
          v[1] = hn::Mul(v[0], hn::Sub(load(px + i), m));
        });
        sum += sums[0], sum_with_x += sums[1];
      }
#else
      if (weight) {
        map(n, dx + r * n, [&](auto load, std::size_t i) HWY_ATTR {
          if (fetch) __builtin_prefetch(g + most * n + i);
          return hn::Mul(load(g + i), load(weight + i));
        });
        g = dx + r * n;
      }
      sum = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of(g + i, k); });
      sum_with_x = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of_products(g + i, px + i, k, mean[r]); });
#endif
      plain[r - first] = static_cast<float>(share * sum);
      along[r - first] = static_cast<float>(share * rstd[r] * sum_with_x);
    }
    for (std::size_t r = first; r < end; ++r) {
      const V m = hn::Set(D(), mean[r]), s = hn::Set(D(), rstd[r]);
      const float *const pdy = dy + r * n, *const px = x + r * n;
      const auto unit = [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(hn::Sub(load(px + i), m), s); };
      const V p = hn::Set(D(), plain[r - first]), a = hn::Set(D(), along[r - first]);
      float* const pdx = dx ? dx + r * n : nullptr;
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
      const auto slope = [&](auto load, std::size_t i) HWY_ATTR { return weight ? hn::Mul(load(pdy + i), load(weight + i)) : load(pdy + i); };
#else
      const auto slope = [g = weight ? pdx : pdy](auto load, std::size_t i) HWY_ATTR { return load(g + i); };
#endif
      if (dx && dweight && dbias) {
        map(n, pdx, [&](auto load, std::size_t i) HWY_ATTR {
          if (fetch) __builtin_prefetch(px + most * n + i);
          const V u = unit(load, i), q = load(pdy + i);
          store(load, hn::Add(load(dweight + i), hn::Mul(q, u)), dweight + i);
          store(load, hn::Add(load(dbias + i), q), dbias + i);
          return hn::Mul(s, hn::Sub(hn::Sub(slope(load, i), p), hn::Mul(u, a)));
        });
        continue;
      }
      if (dx) map(n, pdx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(s, hn::Sub(hn::Sub(slope(load, i), p), hn::Mul(unit(load, i), a))); });
      if (dweight) map(n, dweight, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(load(dweight + i), hn::Mul(load(pdy + i), unit(load, i))); });
      if (dbias) map(n, dbias, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(load(dbias + i), load(pdy + i)); });
    }
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
