// Batch normalization over x [N,C,S]. A channel's planes stay in cache between the passes that need them. With S = 1
// ([N,C], BatchNorm1d) channels are columns instead and vectors run over C.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/batch_norm.cpp"
#include "kernels/foreach.h"

#include "kernels/norm.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

constexpr std::size_t kBlock = 2048;  // elements whose sums are accurate enough in float

/// Two sums in one pass: f adds its part of a and b to either. In float over 16 virtual lanes each, element i in lane i mod 16: in wasm,
/// more would not stay in registers. f adds nothing for a = pad, b = 0.
template <class F>
HWY_INLINE void two_sums(const float* a, const float* b, std::size_t n, float pad, const F& f, float* sums) {
  constexpr std::size_t kVirtual = 16, kCount = kVirtual / kN;
  const D d;
  HWY_ALIGN float rest_a[kVirtual], rest_b[kVirtual];
  V v[2][kCount];
  WICK_UNROLL
  for (std::size_t k = 0; k < kCount; ++k) v[0][k] = v[1][k] = hn::Zero(d);
  for (;;) {
    for (; n >= kVirtual; n -= kVirtual, a += kVirtual, b += kVirtual) {
      WICK_UNROLL
      for (std::size_t k = 0; k < kCount; ++k) f(hn::LoadU(d, a + k * kN), hn::LoadU(d, b + k * kN), v[0][k], v[1][k]);
    }
    if (n == 0) break;
    copy_rest(a, n, pad, kVirtual, rest_a);
    copy_rest(b, n, 0, kVirtual, rest_b);
    a = rest_a, b = rest_b, n = kVirtual;
  }
  WICK_UNROLL
  for (std::size_t w = kCount / 2; w > 0; w /= 2) {
    WICK_UNROLL
    for (std::size_t k = 0; k < w; ++k) v[0][k] = hn::Add(v[0][k], v[0][k + w]), v[1][k] = hn::Add(v[1][k], v[1][k + w]);
  }
  sums[0] = fold(d, v[0][0]);
  sums[1] = fold(d, v[1][0]);
}

/// Mean and biased variance of N planes of S elements, `stride` apart, in one pass. Of some kBlock elements at a time, about the mean m
/// of those before them: the differences' sum and that of their squares, merged in double (Chan, Golub and LeVeque 1979). The first
/// block's own mean comes first.
void channel_stats(const float* x, std::size_t N, std::size_t stride, std::size_t S, float* mean, float* var) {
  double count = 0, m = sum_of(x, HWY_MIN(kBlock, S)) / static_cast<double>(HWY_MIN(kBlock, S)), squares = 0;
  double k = 0, differences = 0, their_squares = 0;
  float pivot = static_cast<float>(m);
  for (std::size_t n = 0; n < N; ++n, x += stride) {
    for (std::size_t i = 0; i < S; i += kBlock) {
      const std::size_t size = HWY_MIN(kBlock, S - i);
      const V c = hn::Set(D(), pivot);
      float sums[2];
      two_sums(x + i, x + i, size, pivot, [&](V v, V, V& plain, V& square) HWY_ATTR {
        const V far = hn::Sub(v, c);
        plain = hn::Add(plain, far);
        square = hn::MulAdd(far, far, square);
      }, sums);
      k += static_cast<double>(size), differences += sums[0], their_squares += sums[1];
      if (k < kBlock && (n + 1 < N || i + kBlock < S)) continue;
      const double off = differences / k, step = pivot + off - m;
      squares += their_squares - off * differences + step * step * k * count / (count + k);
      count += k;
      m += step * k / count;
      pivot = static_cast<float>(m);
      k = differences = their_squares = 0;
    }
  }
  *mean = static_cast<float>(m);
  *var = static_cast<float>(squares < 0 ? 0 : squares / count);  // of a constant, by rounding; NaN stays
}

/// y = x scale + shift on N planes of S elements, `stride` apart.
void scale_planes(const float* x, std::size_t N, std::size_t stride, std::size_t S, float scale, float shift, float* y) {
  const V a = hn::Set(D(), scale), b = hn::Set(D(), shift);
  for (std::size_t n = 0; n < N; ++n, x += stride, y += stride) {
    const float* px = x;
    float* py = y;
    std::size_t left = S;
    for (; left >= 4 * kN; left -= 4 * kN, px += 4 * kN, py += 4 * kN) {  // for wasm: addresses are counted once for four vectors
      WICK_UNROLL
      for (std::size_t k = 0; k < 4 * kN; k += kN) hn::StoreU(hn::Add(hn::Mul(hn::LoadU(D(), px + k), a), b), D(), py + k);
    }
    map(left, py, [&](auto load, std::size_t i) HWY_ATTR { return hn::Add(hn::Mul(load(px + i), a), b); });
  }
}
void scale_columns(const float* x, std::size_t rows, std::size_t C, const float* scale, const float* shift, float* y) {
  for (std::size_t r = 0; r < rows; ++r, x += C, y += C) {
    map(C, y, [&](auto load, std::size_t j) HWY_ATTR { return hn::Add(hn::Mul(load(x + j), load(scale + j)), load(shift + j)); });
  }
}

/// sums[0] = sum dy, sums[1] = sum dy (x - mean) of one channel.
void channel_grad_sums(const float* dy, const float* x, std::size_t N, std::size_t stride, std::size_t S, float mean, double* sums) {
  const V c = hn::Set(D(), mean);
  sums[0] = sums[1] = 0;
  for (std::size_t n = 0; n < N; ++n, dy += stride, x += stride) {
    for (std::size_t i = 0; i < S; i += kBlock) {
      const std::size_t size = HWY_MIN(kBlock, S - i);
      float block[2];
      two_sums(dy + i, x + i, size, 0, [&](V g, V v, V& plain, V& along) HWY_ATTR {
        plain = hn::Add(plain, g);
        along = hn::MulAdd(g, hn::Sub(v, c), along);
      }, block);
      sums[0] += block[0];
      sums[1] += block[1];
    }
  }
}
void column_grad_sums(const float* dy, const float* x, std::size_t rows, std::size_t C, std::size_t cols, const float* mean,
                      double* plain, double* along) {
  column_sums(rows, cols, plain, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR { return load(dy + r * C + j); });
  column_sums(rows, cols, along, [&](auto load, std::size_t r, std::size_t j) HWY_ATTR {
    return hn::Mul(load(dy + r * C + j), hn::Sub(load(x + r * C + j), load(mean + j)));
  });
}

/// dx = a dy + b (x - mean) + k for the planes of one channel.
void channel_grad(const float* dy, const float* x, std::size_t N, std::size_t stride, std::size_t S, float mean, float a, float b,
                  float k, float* dx) {
  const V vm = hn::Set(D(), mean), va = hn::Set(D(), a), vb = hn::Set(D(), b), vk = hn::Set(D(), k);
  for (std::size_t n = 0; n < N; ++n) {
    const float* g = dy + n * stride;
    const float* p = x + n * stride;
    map(S, dx + n * stride, [&](auto load, std::size_t i) HWY_ATTR {
      return hn::Add(hn::Add(hn::Mul(va, load(g + i)), hn::Mul(vb, hn::Sub(load(p + i), vm))), vk);
    });
  }
}
void column_grad(const float* dy, const float* x, std::size_t rows, std::size_t C, const float* mean, const float* a, const float* b,
                 const float* k, float* dx) {
  for (std::size_t r = 0; r < rows; ++r, dy += C, x += C, dx += C) {
    map(C, dx, [&](auto load, std::size_t j) HWY_ATTR {
      const V along = hn::Mul(load(b + j), hn::Sub(load(x + j), load(mean + j)));
      return hn::Add(hn::Add(hn::Mul(load(a + j), load(dy + j)), along), load(k + j));
    });
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

#include "kernels/reduce.h"

namespace wick::kernels {

HWY_EXPORT(channel_stats);
HWY_EXPORT(scale_planes);
HWY_EXPORT(scale_columns);
HWY_EXPORT(channel_grad_sums);
HWY_EXPORT(column_grad_sums);
HWY_EXPORT(channel_grad);
HWY_EXPORT(column_grad);

namespace {

/// dx = a dy + b (x - mean) + k, from
///   dx = w rstd (dy - mean(dy) - (x - mean) rstd^2 mean(dy (x - mean))), the means absent outside training.
struct GradLine {
  double a, b, k;
};
GradLine grad_line(double sum_dy, double sum_along, double count, double rstd, double weight, bool training) {
  const double a = rstd * weight;
  if (!training) return {a, 0, 0};
  return {a, -a * rstd * rstd * sum_along / count, -a * sum_dy / count};
}
template <class T>
double rstd_of(const T* var, std::int64_t c, double eps) {
  return 1 / std::sqrt(static_cast<double>(var[c]) + eps);
}

/// training: writes mean and var first. Channel by channel, so that a channel is still in cache when it is scaled.
void channels(const float* x, std::int64_t N, std::int64_t C, std::int64_t S, bool training, float* mean, float* var, double eps, const float* weight, const float* bias, float* y) {
  if (S == 1 && training) var_mean(x, 1, N, C, 0, var, mean);
  float* const scale = static_cast<float*>(thread_scratch(0, static_cast<std::size_t>(2 * C) * sizeof(float)));
  float* const shift = scale + C;
  split(C, S == 1 ? C : piece_of(N * S), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t c = first; c < first + count; ++c) {
      if (S != 1 && training) HWY_DYNAMIC_DISPATCH(channel_stats)(x + c * S, N, C * S, S, mean + c, var + c);
      scale[c] = static_cast<float>(rstd_of(var, c, eps)) * (weight ? weight[c] : 1.0f);
      shift[c] = (bias ? bias[c] : 0.0f) - mean[c] * scale[c];
      if (S != 1) HWY_DYNAMIC_DISPATCH(scale_planes)(x + c * S, N, C * S, S, scale[c], shift[c], y + c * S);
    }
  });
  if (S != 1) return;
  split(N, piece_of(C), [&](std::int64_t n, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(scale_columns)(x + n * C, m, C, scale, shift, y + n * C);
  });
}

}  // namespace

void batch_norm_train(const float* x, std::int64_t N, std::int64_t C, std::int64_t S, double eps, const float* weight, const float* bias, float* mean, float* var, float* y) {
  channels(x, N, C, S, true, mean, var, eps, weight, bias, y);
}
void batch_norm_apply(const float* x, std::int64_t N, std::int64_t C, std::int64_t S, const float* mean, const float* var, double eps, const float* weight, const float* bias, float* y) {
  channels(x, N, C, S, false, const_cast<float*>(mean), const_cast<float*>(var), eps, weight, bias, y);
}
void batch_norm_apply(const double* x, std::int64_t N, std::int64_t C, std::int64_t S, const double* mean, const double* var, double eps, const double* weight, const double* bias, double* y) {
  for (std::int64_t p = 0; p < N * C; ++p) {
    const std::int64_t c = p % C;
    const double scale = rstd_of(var, c, eps) * (weight ? weight[c] : 1);
    for (std::int64_t i = p * S; i < (p + 1) * S; ++i) y[i] = (x[i] - mean[c]) * scale + (bias ? bias[c] : 0);
  }
}

void batch_norm_train(const double* x, std::int64_t N, std::int64_t C, std::int64_t S, double eps, const double* weight, const double* bias, double* mean, double* var, double* y) {
  const double count = static_cast<double>(N * S);
  for (std::int64_t c = 0; c < C; ++c) {
    const auto sum = [&](auto f) {
      double s = 0;
      for (std::int64_t n = 0; n < N; ++n) {
        for (std::int64_t i = 0; i < S; ++i) s += f(x[(n * C + c) * S + i]);
      }
      return s / count;
    };
    const double m = mean[c] = sum([](double v) { return v; });
    var[c] = sum([m](double v) { return (v - m) * (v - m); });
  }
  batch_norm_apply(x, N, C, S, mean, var, eps, weight, bias, y);
}

void batch_norm_backward(const float* dy, const float* x, std::int64_t N, std::int64_t C, std::int64_t S, const float* mean, const float* var, double eps, const float* weight, bool training, float* dx, float* dweight, float* dbias) {
  const double count = static_cast<double>(N * S);
  const auto finish = [&](std::int64_t c, double sum_dy, double sum_along) {
    const double rstd = rstd_of(var, c, eps);
    if (dweight) dweight[c] = static_cast<float>(sum_along * rstd);
    if (dbias) dbias[c] = static_cast<float>(sum_dy);
    return grad_line(sum_dy, sum_along, count, rstd, weight ? weight[c] : 1, training);
  };
  const bool need_sums = training || dweight || dbias;
  if (S != 1) {
    return split(C, piece_of(2 * N * S), [&](std::int64_t first, std::int64_t channels) {
      for (std::int64_t c = first; c < first + channels; ++c) {
        double sums[2] = {0, 0};
        if (need_sums) HWY_DYNAMIC_DISPATCH(channel_grad_sums)(dy + c * S, x + c * S, N, C * S, S, mean[c], sums);
        const GradLine l = finish(c, sums[0], sums[1]);
        if (!dx) continue;
        HWY_DYNAMIC_DISPATCH(channel_grad)(dy + c * S, x + c * S, N, C * S, S, mean[c], static_cast<float>(l.a), static_cast<float>(l.b),
                                           static_cast<float>(l.k), dx + c * S);
      }
    });
  }
  constexpr std::int64_t kWidth = 128;
  float* line = static_cast<float*>(thread_scratch(0, static_cast<std::size_t>(3 * C) * sizeof(float)));
  split((C + kWidth - 1) / kWidth, piece_of(2 * N * kWidth), [&](std::int64_t first, std::int64_t blocks) {
    for (std::int64_t j = first * kWidth; j < std::min(C, (first + blocks) * kWidth); j += kWidth) {
      const std::int64_t cols = std::min(kWidth, C - j);
      double plain[kWidth] = {}, along[kWidth] = {};
      if (need_sums) HWY_DYNAMIC_DISPATCH(column_grad_sums)(dy + j, x + j, N, C, cols, mean + j, plain, along);
      for (std::int64_t i = 0; i < cols; ++i) {
        const GradLine l = finish(j + i, plain[i], along[i]);
        line[j + i] = static_cast<float>(l.a);
        line[C + j + i] = static_cast<float>(l.b);
        line[2 * C + j + i] = static_cast<float>(l.k);
      }
    }
  });
  if (!dx) return;
  split(N, piece_of(C), [&](std::int64_t n, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(column_grad)(dy + n * C, x + n * C, m, C, mean, line, line + C, line + 2 * C, dx + n * C);
  });
}
void batch_norm_backward(const double* dy, const double* x, std::int64_t N, std::int64_t C, std::int64_t S, const double* mean, const double* var, double eps, const double* weight, bool training, double* dx, double* dweight, double* dbias) {
  for (std::int64_t c = 0; c < C; ++c) {
    double plain = 0, along = 0;
    const auto each = [&](auto f) {
      for (std::int64_t n = 0; n < N; ++n) {
        for (std::int64_t i = 0; i < S; ++i) f((n * C + c) * S + i);
      }
    };
    each([&](std::int64_t i) {
      plain += dy[i];
      along += dy[i] * (x[i] - mean[c]);
    });
    const double rstd = rstd_of(var, c, eps);
    if (dweight) dweight[c] = along * rstd;
    if (dbias) dbias[c] = plain;
    const GradLine l = grad_line(plain, along, static_cast<double>(N * S), rstd, weight ? weight[c] : 1, training);
    if (dx) each([&](std::int64_t i) { dx[i] = l.a * dy[i] + l.b * (x[i] - mean[c]) + l.k; });
  }
}

}  // namespace wick::kernels
#endif
