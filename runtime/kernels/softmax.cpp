// Softmax and log-softmax of rows, and their gradients. A row stays in cache between its two or three passes.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/softmax.cpp"
#include "kernels/foreach.h"

#include "kernels/math-inl.h"
#include "kernels/reduce.h"
#include "kernels/split.h"
#include "kernels/tile_wasm_run.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

/// Largest of m and x; a NaN may be lost.
HWY_INLINE V larger(V m, Full, const float* x) { return hn::Max(m, hn::LoadU(D(), x)); }
HWY_INLINE V larger(V m, Part part, const float* x) { return hn::Max(m, hn::IfThenElse(hn::FirstN(D(), part.n), part(x), m)); }

/// Each row's maximum is taken while the row before is computed, so that it comes from memory meanwhile. A NaN of a row is one in
/// every e^(x - max) and in their sum, whatever the maximum.
void softmax_rows(const float* x, std::size_t rows, std::size_t n, float* y) {
  const D d;
  const Exp2 exp2;
#if HWY_TARGET == HWY_WASM
  const DecayFn relaxed = relaxed_decay();
#endif
  const V none = hn::Set(d, -__builtin_inff());
  V next = none;
  for (std::size_t i = 0; i < n; i += kN) next = larger(next, Part{HWY_MIN(kN, n - i)}, x + i);
  for (std::size_t r = 0; r < rows; ++r, x += n, y += n) {
    const V m = hn::MaxOfLanes(d, next);
    const float* const after = r + 1 < rows ? x + n : x;
    next = none;
    std::size_t done = 0;
#if HWY_TARGET == HWY_WASM
    if (relaxed) {
      HWY_ALIGN float most[kN];
      done = n / kN * kN;
      hn::Store(next, d, most);
      relaxed(x, after, y, static_cast<std::ptrdiff_t>(done), hn::GetLane(m), Exp2::kConstants, most);
      next = hn::Load(d, most);
    }
#endif
    map(n - done, y + done, [&](auto load, std::size_t i) HWY_ATTR {
      next = larger(next, load, after + done + i);
      return exp2.decay(hn::Sub(m, load(x + done + i)));
    });
    const double s = sum_blocks(n, [&](std::size_t i, std::size_t k) HWY_ATTR { return sum_of(y + i, k); });
    const V scale = constant(static_cast<float>(1 / s));
    map(n, y, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(y + i), scale); });
  }
}
void log_softmax_rows(const float* x, std::size_t rows, std::size_t n, float* y) {
  for (std::size_t r = 0; r < rows; ++r, x += n, y += n) {
    const V m = constant(max_of(x, n));
    const double s = sum_mapped(n, [&](auto load, std::size_t i) HWY_ATTR { return exp(hn::Sub(load(x + i), m)); });
    const V l = log(constant(static_cast<float>(s)));
    map(n, y, [&](auto load, std::size_t i) HWY_ATTR { return hn::Sub(hn::Sub(load(x + i), m), l); });
  }
}
void softmax_grad_rows(const float* dy, const float* y, std::size_t rows, std::size_t n, float* dx) {
  for (std::size_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    const double s = sum_blocks(n, [&](std::size_t i, std::size_t m) HWY_ATTR { return sum_of_products(dy + i, y + i, m); });
    const V t = constant(static_cast<float>(s));
    map(n, dx, [&](auto load, std::size_t i) HWY_ATTR { return hn::Mul(load(y + i), hn::Sub(load(dy + i), t)); });
  }
}
void log_softmax_grad_rows(const float* dy, const float* y, std::size_t rows, std::size_t n, float* dx) {
  for (std::size_t r = 0; r < rows; ++r, dy += n, y += n, dx += n) {
    const double s = sum_blocks(n, [&](std::size_t i, std::size_t m) HWY_ATTR { return sum_of(dy + i, m); });
    const V t = constant(static_cast<float>(s));
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
