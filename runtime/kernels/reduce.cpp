// Reductions of the middle axis of [outer, n, inner]. Sums: float over 32 virtual lanes or 128 rows at a time, then
// double, in pieces of a fixed size merged in order.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/reduce.cpp"
#include "kernels/foreach.h"

#include "kernels/reduce.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"
#include "kernels/sum_kind.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

HWY_INLINE V squared_from(V x, V c) {
  const V v = hn::Sub(x, c);
  return hn::Mul(v, v);
}

/// out[r] = sum over row r of x [rows, n], or of its squares, or of its squared distances from center[r].
void sum_rows(SumKind kind, const float* x, std::size_t rows, std::size_t n, const float* center, double* out) {
  for (std::size_t r = 0; r < rows; ++r, x += n) {
    const float c = center ? center[r] : 0.0f;
    out[r] = sum_blocks(n, [&](std::size_t i, std::size_t m) HWY_ATTR {
      return kind == SumKind::plain ? sum_of(x + i, m) : sum_of_squares(x + i, m, c);
    });
  }
}
/// The same for columns: out[j] over the rows of x [rows, cols] with row stride `stride`, center[j].
void sum_columns(SumKind kind, const float* x, std::size_t rows, std::size_t stride, std::size_t cols, const float* center,
                 double* out) {
  if (kind == SumKind::plain) {
    column_sums(rows, cols, out, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR { return load(x + r * stride + j); });
  } else if (!center) {
    column_sums(rows, cols, out, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR {
      const V v = load(x + r * stride + j);
      return hn::Mul(v, v);
    });
  } else {
    column_sums(rows, cols, out, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR {
      return squared_from(load(x + r * stride + j), load(center + j));
    });
  }
}

/// Largest or smallest of each row. NaN wins.
void max_rows(bool smallest, const float* x, std::size_t rows, std::size_t n, float* y) {
  for (std::size_t r = 0; r < rows; ++r, x += n) y[r] = max_of(x, n, smallest);
}
void max_columns(bool smallest, const float* x, std::size_t rows, std::size_t stride, std::size_t cols, float* y) {
  const V flip = hn::Set(D(), smallest ? -0.0f : 0.0f);
  map(cols, y, [&](auto load, std::size_t j) HWY_ATTR {
    V m = hn::Xor(load(x + j), flip);
    for (std::size_t r = 1; r < rows; ++r) {
      const V v = hn::Xor(load(x + r * stride + j), flip);
      m = hn::IfThenElse(hn::Or(hn::Gt(v, m), hn::IsNaN(v)), v, m);
    }
    return hn::Xor(m, flip);
  });
}

/// First place of the largest (smallest) element of each row, or of the first NaN.
void arg_rows(bool smallest, const float* x, std::size_t rows, std::size_t n, std::int64_t* y) {
  for (std::size_t r = 0; r < rows; ++r, x += n) {
    const float best = max_of(x, n, smallest);
    const V m = hn::Set(D(), best);
    const bool nan = best != best;
    for (std::size_t i = 0; i < n; i += kN) {
      const std::size_t count = HWY_MIN(kN, n - i);
      const V v = load_part(x + i, count);
      const M found = hn::And(hn::FirstN(D(), count), nan ? hn::IsNaN(v) : hn::Eq(v, m));
      const auto at = hn::FindFirstTrue(D(), found);
      if (at >= 0) {
        y[r] = static_cast<std::int64_t>(i) + at;
        break;
      }
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>
#include <limits>

namespace wick::kernels {

HWY_EXPORT(sum_rows);
HWY_EXPORT(sum_columns);
HWY_EXPORT(max_rows);
HWY_EXPORT(max_columns);
HWY_EXPORT(arg_rows);

namespace {

constexpr std::int64_t kPieces = 256;  // rows or columns whose sums wait on the stack

/// y[o] = total of row o / divisor; rows longer than a piece are summed in pieces.
void sums_of_rows(SumKind kind, const float* x, std::int64_t outer, std::int64_t n, const float* center, double divisor, float* y) {
  const std::int64_t parts = (n + kGrain - 1) / kGrain;
  if (parts <= 1) {
    return split(outer, std::min(kPieces, piece_of(n)), [&](std::int64_t r, std::int64_t count) {
      double sums[kPieces];
      HWY_DYNAMIC_DISPATCH(sum_rows)(kind, x + r * n, count, n, center ? center + r : nullptr, sums);
      for (std::int64_t i = 0; i < count; ++i) y[r + i] = static_cast<float>(sums[i] / divisor);
    });
  }
  double* sums = static_cast<double*>(thread_scratch(0, static_cast<std::size_t>(parts) * sizeof(double)));
  for (std::int64_t r = 0; r < outer; ++r) {
    split(n, kGrain, [&](std::int64_t i, std::int64_t count) {
      HWY_DYNAMIC_DISPATCH(sum_rows)(kind, x + r * n + i, 1, count, center ? center + r : nullptr, sums + i / kGrain);
    });
    double total = 0;
    for (std::int64_t i = 0; i < parts; ++i) total += sums[i];
    y[r] = static_cast<float>(total / divisor);
  }
}

/// y[o, j] = total over n / divisor, for blocks of columns and, when they are long, pieces of rows.
void sums_of_columns(SumKind kind, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, const float* center,
                     double divisor, float* y) {
  const std::int64_t width = std::min(inner, kPieces), blocks = (inner + width - 1) / width;
  const std::int64_t rows = std::max<std::int64_t>(128, kGrain / width / 128 * 128), parts = (n + rows - 1) / rows;
  const auto run = [&](std::int64_t o, std::int64_t j, std::int64_t r, std::int64_t m, double* out) {
    HWY_DYNAMIC_DISPATCH(sum_columns)(kind, x + (o * n + r) * inner + j, m, inner, std::min(width, inner - j),
                                      center ? center + o * inner + j : nullptr, out);
  };
  if (parts <= 1) {
    return split(outer * blocks, piece_of(n * width), [&](std::int64_t first, std::int64_t count) {
      double sums[kPieces];
      for (std::int64_t t = first; t < first + count; ++t) {
        const std::int64_t o = t / blocks, j = t % blocks * width;
        run(o, j, 0, n, sums);
        for (std::int64_t i = 0; i < std::min(width, inner - j); ++i) y[o * inner + j + i] = static_cast<float>(sums[i] / divisor);
      }
    });
  }
  double* sums = static_cast<double*>(thread_scratch(0, static_cast<std::size_t>(parts * inner) * sizeof(double)));
  for (std::int64_t o = 0; o < outer; ++o) {
    split(parts * blocks, 1, [&](std::int64_t t, std::int64_t) {
      const std::int64_t r = t / blocks * rows, j = t % blocks * width;
      run(o, j, r, std::min(rows, n - r), sums + t / blocks * inner + j);
    });
    for (std::int64_t j = 0; j < inner; ++j) {
      double total = 0;
      for (std::int64_t p = 0; p < parts; ++p) total += sums[p * inner + j];
      y[o * inner + j] = static_cast<float>(total / divisor);
    }
  }
}

void sums(SumKind kind, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, const float* center, double divisor,
          float* y) {
  if (inner == 1) {
    sums_of_rows(kind, x, outer, n, center, divisor, y);
  } else if (inner > 0) {
    sums_of_columns(kind, x, outer, n, inner, center, divisor, y);
  }
}

template <class T, class Better>
void arg_columns(const T* x, std::int64_t n, std::int64_t inner, std::int64_t* y, Better better) {
  for (std::int64_t j = 0; j < inner; ++j) y[j] = 0;
  for (std::int64_t i = 1; i < n; ++i) {
    for (std::int64_t j = 0; j < inner; ++j) {
      const T v = x[i * inner + j], best = x[y[j] * inner + j];
      if (better(v, best) || (v != v && best == best)) y[j] = i;
    }
  }
}
template <class T>
void arg_any(bool largest, const T* x, std::int64_t outer, std::int64_t n, std::int64_t inner, std::int64_t* y) {
  split(outer, piece_of(n * inner), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t o = first; o < first + count; ++o) {
      if (largest) {
        arg_columns(x + o * n * inner, n, inner, y + o * inner, [](T a, T b) { return a > b; });
      } else {
        arg_columns(x + o * n * inner, n, inner, y + o * inner, [](T a, T b) { return a < b; });
      }
    }
  });
}

}  // namespace

void reduce(Reduce op, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, float* y) {
  switch (op) {
    case Reduce::sum: return sums(SumKind::plain, x, outer, n, inner, nullptr, 1, y);
    case Reduce::mean: return sums(SumKind::plain, x, outer, n, inner, nullptr, static_cast<double>(n), y);
    case Reduce::sum_of_squares: return sums(SumKind::squared, x, outer, n, inner, nullptr, 1, y);
    case Reduce::max:
    case Reduce::min: {
      const bool smallest = op == Reduce::min;
      return split(outer, piece_of(n * inner), [&](std::int64_t first, std::int64_t count) {
        if (inner == 1) return HWY_DYNAMIC_DISPATCH(max_rows)(smallest, x + first * n, count, n, y + first);
        for (std::int64_t o = first; o < first + count; ++o) {
          HWY_DYNAMIC_DISPATCH(max_columns)(smallest, x + o * n * inner, n, inner, inner, y + o * inner);
        }
      });
    }
  }
}
void reduce(Reduce op, const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double* y) {
  for (std::int64_t o = 0; o < outer; ++o) {
    for (std::int64_t j = 0; j < inner; ++j) {
      const double* p = x + o * n * inner + j;
      const bool extreme = op == Reduce::max || op == Reduce::min;
      double a = extreme ? p[0] : 0;
      for (std::int64_t i = 0; i < n; ++i) {
        const double v = p[i * inner];
        if (op == Reduce::max) {
          a = v > a || v != v ? v : a;
        } else if (op == Reduce::min) {
          a = v < a || v != v ? v : a;
        } else {
          a += op == Reduce::sum_of_squares ? v * v : v;
        }
      }
      y[o * inner + j] = op == Reduce::mean ? a / static_cast<double>(n) : a;
    }
  }
}

void arg_reduce(bool largest, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, std::int64_t* y) {
  if (inner != 1) return arg_any(largest, x, outer, n, inner, y);
  split(outer, piece_of(n), [&](std::int64_t r, std::int64_t m) { HWY_DYNAMIC_DISPATCH(arg_rows)(!largest, x + r * n, m, n, y + r); });
}
void arg_reduce(bool largest, const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, std::int64_t* y) {
  arg_any(largest, x, outer, n, inner, y);
}

void var_mean(const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double correction, float* var, float* mean) {
  sums(SumKind::plain, x, outer, n, inner, nullptr, static_cast<double>(n), mean);
  sums(SumKind::squared, x, outer, n, inner, mean, static_cast<double>(n) - correction, var);
}
void var_mean(const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double correction, double* var, double* mean) {
  reduce(Reduce::mean, x, outer, n, inner, mean);
  for (std::int64_t o = 0; o < outer; ++o) {
    for (std::int64_t j = 0; j < inner; ++j) {
      const double m = mean[o * inner + j];
      double s = 0;
      for (std::int64_t i = 0; i < n; ++i) {
        const double v = x[(o * n + i) * inner + j] - m;
        s += v * v;
      }
      var[o * inner + j] = s / (static_cast<double>(n) - correction);
    }
  }
}

}  // namespace wick::kernels
#endif
