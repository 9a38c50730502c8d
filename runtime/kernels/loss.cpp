// Softmax cross-entropy: log sum exp and the loss of each row in one visit; the gradient in another.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/loss.cpp"
#include "kernels/foreach.h"

#include "kernels/loss.h"
#include "kernels/math-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

void lse_rows(const float* x, std::size_t rows, std::size_t n, float* lse) {
  HWY_ALIGN float total[kN], biggest[kN];
  // The logarithms of kN rows are taken together.
  for (std::size_t r0 = 0; r0 < rows; r0 += kN) {
    const std::size_t m = HWY_MIN(kN, rows - r0);
    for (std::size_t k = 0; k < kN; ++k) total[k] = biggest[k] = 1;
    for (std::size_t k = 0; k < m; ++k, x += n) {
      biggest[k] = max_of(x, n);
      const V b = constant(biggest[k]);
      total[k] = static_cast<float>(sum_mapped(n, [&](auto load, std::size_t i) HWY_ATTR { return exp(hn::Sub(load(x + i), b)); }));
    }
    store_part(hn::Add(hn::Load(D(), biggest), log(hn::Load(D(), total))), lse + r0, m);
  }
}
/// sum_c w_c (lse - x_c), w null for ones.
double weighted_distance(const float* x, const float* w, std::size_t n, float lse) {
  const V l = constant(lse);
  if (w) return sum_mapped(n, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(w + i), hn::Sub(l, load(x + i))); });
  return sum_mapped(n, [&](auto load, std::size_t i) HWY_ATTR { return hn::Sub(l, load(x + i)); });
}
/// dx = a exp(x - lse) - b w, w null for ones.
void grad_row(const float* x, const float* w, std::size_t n, float lse, float a, float b, float* dx) {
  const V l = constant(lse), va = constant(a), vb = constant(b);
  if (w) {
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR {
      return hn::Sub(hn::Mul(va, exp(hn::Sub(load(x + i), l))), hn::Mul(vb, load(w + i)));
    });
  } else {
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Sub(hn::Mul(va, exp(hn::Sub(load(x + i), l))), vb); });
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace wick::kernels {

HWY_EXPORT(lse_rows);
HWY_EXPORT(weighted_distance);
HWY_EXPORT(grad_row);

namespace {

constexpr std::int64_t kRowGrain = 16384;

void lse_of(const float* x, std::int64_t rows, std::int64_t n, float* lse) { HWY_DYNAMIC_DISPATCH(lse_rows)(x, rows, n, lse); }
double distance_of(const float* x, const float* w, std::int64_t n, float lse) {
  return HWY_DYNAMIC_DISPATCH(weighted_distance)(x, w, n, lse);
}
void grad_of(const float* x, const float* w, std::int64_t n, float lse, double a, double b, float* dx) {
  HWY_DYNAMIC_DISPATCH(grad_row)(x, w, n, lse, static_cast<float>(a), static_cast<float>(b), dx);
}

void lse_of(const double* x, std::int64_t rows, std::int64_t n, double* lse) {
  for (std::int64_t r = 0; r < rows; ++r, x += n) {
    double m = x[0], s = 0;
    for (std::int64_t i = 1; i < n; ++i) m = x[i] > m || x[i] != x[i] ? x[i] : m;
    for (std::int64_t i = 0; i < n; ++i) s += std::exp(x[i] - m);
    lse[r] = m + std::log(s);
  }
}
double distance_of(const double* x, const double* w, std::int64_t n, double lse) {
  double s = 0;
  for (std::int64_t i = 0; i < n; ++i) s += (w ? w[i] : 1) * (lse - x[i]);
  return s;
}
void grad_of(const double* x, const double* w, std::int64_t n, double lse, double a, double b, double* dx) {
  for (std::int64_t i = 0; i < n; ++i) dx[i] = a * std::exp(x[i] - lse) - b * (w ? w[i] : 1);
}

template <class T>
void forward(const T* x, const std::int64_t* label, const T* weight, std::int64_t rows, std::int64_t n, std::int64_t ignore,
             double smoothing, T* loss, T* lse) {
  if (n == 0) return;
  split(rows, piece_of(n, kRowGrain), [&](std::int64_t first, std::int64_t count) {
    lse_of(x + first * n, count, n, lse + first);
    for (std::int64_t r = first; r < first + count; ++r) {
      loss[r] = 0;
      if (label[r] == ignore) continue;
      const double w = weight ? weight[label[r]] : 1;
      double l = w * (1 - smoothing) * static_cast<double>(lse[r] - x[r * n + label[r]]);
      if (smoothing != 0) l += smoothing / static_cast<double>(n) * distance_of(x + r * n, weight, n, lse[r]);
      loss[r] = static_cast<T>(l);
    }
  });
}

template <class T>
void backward(const T* x, const std::int64_t* label, const T* weight, const T* lse, const T* dloss, std::int64_t dloss_step,
              std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, T* dx) {
  double weights = static_cast<double>(n);
  if (weight) {
    weights = 0;
    for (std::int64_t i = 0; i < n; ++i) weights += weight[i];
  }
  split(rows, piece_of(n, kRowGrain), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t r = first; r < first + count; ++r) {
      T* out = dx + r * n;
      if (label[r] == ignore) {
        std::fill(out, out + n, T(0));
        continue;
      }
      const double d = dloss[r * dloss_step], hard = d * (1 - smoothing) * (weight ? weight[label[r]] : 1);
      const double soft = d * smoothing / static_cast<double>(n);
      grad_of(x + r * n, weight, n, lse[r], hard + soft * weights, soft, out);
      out[label[r]] -= static_cast<T>(hard);
    }
  });
}

}  // namespace

void cross_entropy(const float* x, const std::int64_t* label, const float* weight, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, float* loss, float* lse) {
  forward(x, label, weight, rows, n, ignore, smoothing, loss, lse);
}
void cross_entropy(const double* x, const std::int64_t* label, const double* weight, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, double* loss, double* lse) {
  forward(x, label, weight, rows, n, ignore, smoothing, loss, lse);
}
void cross_entropy_grad(const float* x, const std::int64_t* label, const float* weight, const float* lse, const float* dloss, std::int64_t dloss_step, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, float* dx) {
  backward(x, label, weight, lse, dloss, dloss_step, rows, n, ignore, smoothing, dx);
}
void cross_entropy_grad(const double* x, const std::int64_t* label, const double* weight, const double* lse, const double* dloss, std::int64_t dloss_step, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, double* dx) {
  backward(x, label, weight, lse, dloss, dloss_step, rows, n, ignore, smoothing, dx);
}

}  // namespace wick::kernels
#endif
