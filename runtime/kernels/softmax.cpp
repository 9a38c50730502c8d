// Softmax and log-softmax of rows, and their gradients. A row stays in cache between its two or three passes.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/softmax.cpp"
#include "kernels/foreach.h"

#include "kernels/math-inl.h"
#include "kernels/reduce.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

void softmax_rows(const float* x, std::size_t rows, std::size_t n, float* y) {
  for (std::size_t r = 0; r < rows; ++r, x += n, y += n) {
    const V m = constant(max_of(x, n));
    BlockSum s;
    s.add(n, [&](auto load, std::size_t i) HWY_ATTR {
      const V e = exp(hn::Sub(load(x + i), m));
      store(load, e, y + i);
      return e;
    });
    const V scale = constant(static_cast<float>(1 / s.total()));
    map(n, y, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(y + i), scale); });
  }
}
void log_softmax_rows(const float* x, std::size_t rows, std::size_t n, float* y) {
  for (std::size_t r = 0; r < rows; ++r, x += n, y += n) {
    const V m = constant(max_of(x, n));
    BlockSum s;
    s.add(n, [&](auto load, std::size_t i) HWY_ATTR { return exp(hn::Sub(load(x + i), m)); });
    const V l = log(constant(static_cast<float>(s.total())));
    map(n, y, [&](auto load, std::size_t i) HWY_ATTR { return hn::Sub(hn::Sub(load(x + i), m), l); });
  }
}
void softmax_grad_rows(const float* dy, const float* y, std::size_t rows, std::size_t n, float* dx) {
  for (std::size_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    BlockSum s;
    s.add(n, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(dy + i), load(y + i)); });
    const V t = constant(static_cast<float>(s.total()));
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(y + i), hn::Sub(load(dy + i), t)); });
  }
}
void log_softmax_grad_rows(const float* dy, const float* y, std::size_t rows, std::size_t n, float* dx) {
  for (std::size_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    BlockSum s;
    s.add(n, [&](auto load, std::size_t i) HWY_ATTR { return load(dy + i); });
    const V t = constant(static_cast<float>(s.total()));
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Sub(load(dy + i), hn::Mul(exp(load(y + i)), t)); });
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace wick::kernels {

HWY_EXPORT(softmax_rows);
HWY_EXPORT(log_softmax_rows);
HWY_EXPORT(softmax_grad_rows);
HWY_EXPORT(log_softmax_grad_rows);

namespace {
constexpr std::int64_t kRowGrain = 16384;  // exp costs more than a copy

double max_of_row(const double* x, std::int64_t n) {
  double m = x[0];
  for (std::int64_t i = 1; i < n; ++i) m = x[i] > m || x[i] != x[i] ? x[i] : m;
  return m;
}
}  // namespace

void softmax(const float* x, std::int64_t rows, std::int64_t n, float* y) {
  if (n == 0) return;
  split(rows, piece_of(n, kRowGrain), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(softmax_rows)(x + r * n, m, n, y + r * n);
  });
}
void log_softmax(const float* x, std::int64_t rows, std::int64_t n, float* y) {
  if (n == 0) return;
  split(rows, piece_of(n, kRowGrain), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(log_softmax_rows)(x + r * n, m, n, y + r * n);
  });
}
void softmax_grad(const float* dy, const float* y, std::int64_t rows, std::int64_t n, float* dx) {
  split(rows, piece_of(n), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(softmax_grad_rows)(dy + r * n, y + r * n, m, n, dx + r * n);
  });
}
void log_softmax_grad(const float* dy, const float* y, std::int64_t rows, std::int64_t n, float* dx) {
  split(rows, piece_of(n, kRowGrain), [&](std::int64_t r, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(log_softmax_grad_rows)(dy + r * n, y + r * n, m, n, dx + r * n);
  });
}

void softmax(const double* x, std::int64_t rows, std::int64_t n, double* y) {
  log_softmax(x, rows, n, y);
  for (std::int64_t i = 0; i < rows * n; ++i) y[i] = std::exp(y[i]);
}
void log_softmax(const double* x, std::int64_t rows, std::int64_t n, double* y) {
  for (std::int64_t r = 0; r < rows && n > 0; ++r, x += n, y += n) {
    const double m = max_of_row(x, n);
    double s = 0;
    for (std::int64_t i = 0; i < n; ++i) s += std::exp(x[i] - m);
    for (std::int64_t i = 0; i < n; ++i) y[i] = x[i] - m - std::log(s);
  }
}
void softmax_grad(const double* dy, const double* y, std::int64_t rows, std::int64_t n, double* dx) {
  for (std::int64_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    double s = 0;
    for (std::int64_t i = 0; i < n; ++i) s += dy[i] * y[i];
    for (std::int64_t i = 0; i < n; ++i) dx[i] = y[i] * (dy[i] - s);
  }
}
void log_softmax_grad(const double* dy, const double* y, std::int64_t rows, std::int64_t n, double* dx) {
  for (std::int64_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    double s = 0;
    for (std::int64_t i = 0; i < n; ++i) s += dy[i];
    for (std::int64_t i = 0; i < n; ++i) dx[i] = dy[i] - std::exp(y[i]) * s;
  }
}

}  // namespace wick::kernels
#endif
