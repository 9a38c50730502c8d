// Layer normalization of rows x [rows,n]; a row stays in the first-level cache between its passes.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/layer_norm.cpp"
#include "kernels/foreach.h"

#include "kernels/norm.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

void layer_norm_rows(const float* x, std::size_t rows, std::size_t n, const float* weight, const float* bias, double eps, float* y,
                     float* mean, float* rstd) {
  const V one = hn::Set(D(), 1.0f), zero = hn::Zero(D());
  for (std::size_t r = 0; r < rows; ++r, x += n, y += n) {
    BlockSum sum, squares;
    sum.add(n, [&](auto load, std::size_t i) HWY_ATTR { return load(x + i); });
    mean[r] = static_cast<float>(sum.total() / static_cast<double>(n));
    const V m = hn::Set(D(), mean[r]);
    squares.add(n, [&](auto load, std::size_t i) HWY_ATTR {
      const V v = hn::Sub(load(x + i), m);
      return hn::Mul(v, v);
    });
    rstd[r] = static_cast<float>(1 / __builtin_sqrt(squares.total() / static_cast<double>(n) + eps));
    const V s = hn::Set(D(), rstd[r]);
    map(n, y, [&](auto load, std::size_t i) HWY_ATTR {
      const V v = hn::Mul(hn::Sub(load(x + i), m), s);
      return hn::Add(hn::Mul(v, weight ? load(weight + i) : one), bias ? load(bias + i) : zero);
    });
  }
}

/// dx = rstd (g - mean(g) - xhat mean(g xhat)), g = dy weight, xhat = (x - mean) rstd.
void layer_norm_grad_rows(const float* dy, const float* x, std::size_t rows, std::size_t n, const float* mean, const float* rstd,
                          const float* weight, float* dx) {
  const V one = hn::Set(D(), 1.0f);
  for (std::size_t r = 0; r < rows; ++r, dy += n, x += n, dx += n) {
    const V m = hn::Set(D(), mean[r]), s = hn::Set(D(), rstd[r]);
    const auto grad = [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(dy + i), weight ? load(weight + i) : one); };
    const auto unit = [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(hn::Sub(load(x + i), m), s); };
    BlockSum plain, along;
    plain.add(n, grad);
    along.add(n, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(grad(load, i), unit(load, i)); });
    const V p = hn::Set(D(), static_cast<float>(plain.total() / static_cast<double>(n)));
    const V a = hn::Set(D(), static_cast<float>(along.total() / static_cast<double>(n)));
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR {
      return hn::Mul(s, hn::Sub(hn::Sub(grad(load, i), p), hn::Mul(unit(load, i), a)));
    });
  }
}

/// sums [n] of dy xhat and of dy over the rows.
void layer_norm_param_sums(const float* dy, const float* x, std::size_t rows, std::size_t n, const float* mean, const float* rstd,
                           double* dweight, double* dbias) {
  if (dbias) {
    column_sums(rows, n, dbias, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR { return load(dy + r * n + j); });
  }
  if (dweight) {
    column_sums(rows, n, dweight, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR {
      const V unit = hn::Mul(hn::Sub(load(x + r * n + j), hn::Set(D(), mean[r])), hn::Set(D(), rstd[r]));
      return hn::Mul(load(dy + r * n + j), unit);
    });
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
HWY_EXPORT(layer_norm_param_sums);

void layer_norm(const float* x, std::int64_t rows, std::int64_t n, const float* weight, const float* bias, double eps, float* y, float* mean, float* rstd) {
  split(rows, piece_of(n, kGrain / 2), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(layer_norm_rows)(x + r * n, m, n, weight, bias, eps, y + r * n, mean + r, rstd + r);
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
  // Pieces of at least 128 rows: dx first, then the sums over columns while the rows are in cache.
  const bool sum = dweight || dbias;
  const std::int64_t piece = std::max<std::int64_t>(128, piece_of(n, kGrain / 2)), parts = std::max<std::int64_t>(1, (rows + piece - 1) / piece);
  double* sums = sum ? static_cast<double*>(thread_scratch(0, static_cast<std::size_t>(2 * parts * n) * sizeof(double))) : nullptr;
  if (sum && rows == 0) std::fill(sums, sums + 2 * n, 0.0);
  split(rows, piece, [&](std::int64_t r, std::int64_t m) {
    if (dx) HWY_DYNAMIC_DISPATCH(layer_norm_grad_rows)(dy + r * n, x + r * n, m, n, mean + r, rstd + r, weight, dx + r * n);
    if (!sum) return;
    double* out = sums + r / piece * 2 * n;
    HWY_DYNAMIC_DISPATCH(layer_norm_param_sums)(dy + r * n, x + r * n, m, n, mean + r, rstd + r, dweight ? out : nullptr, dbias ? out + n : nullptr);
  });
  const auto total = [&](const double* first, float* out) {
    for (std::int64_t i = 0; i < n; ++i) {
      double s = 0;
      for (std::int64_t p = 0; p < parts; ++p) s += first[p * 2 * n + i];
      out[i] = static_cast<float>(s);
    }
  };
  if (dweight) total(sums, dweight);
  if (dbias) total(sums + n, dbias);
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
