#pragma once
// Plain loops for float64, which serves exact gradient checks only: right and portable, not fast.

#include <algorithm>

#include "conv.h"

namespace wick::kernels {

/// Calls f(y index, x index, w index) for every product of the convolution, outputs outermost.
template <class F>
void for_each_product(const Conv2d& g, F f) {
  const std::int64_t cg = g.C / g.groups, og = g.O / g.groups;
  for (std::int64_t n = 0; n < g.N; ++n)
    for (std::int64_t o = 0; o < g.O; ++o)
      for (std::int64_t y = 0; y < g.OH; ++y)
        for (std::int64_t x = 0; x < g.OW; ++x)
          for (std::int64_t c = 0; c < cg; ++c)
            for (std::int64_t i = 0; i < g.KH; ++i)
              for (std::int64_t j = 0; j < g.KW; ++j) {
                const std::int64_t iy = y * g.stride_h - g.pad_h + i * g.dil_h;
                const std::int64_t ix = x * g.stride_w - g.pad_w + j * g.dil_w;
                if (iy < 0 || iy >= g.H || ix < 0 || ix >= g.W) continue;
                f(((n * g.O + o) * g.OH + y) * g.OW + x, ((n * g.C + o / og * cg + c) * g.H + iy) * g.W + ix,
                  ((o * cg + c) * g.KH + i) * g.KW + j);
              }
}

template <class T>
void conv_forward_scalar(const Conv2d& g, const T* x, const T* w, const T* bias, T* y) {
  const std::int64_t plane = g.OH * g.OW;
  std::fill(y, y + g.N * g.O * plane, T(0));
  for_each_product(g, [&](std::int64_t iy, std::int64_t ix, std::int64_t iw) { y[iy] += x[ix] * w[iw]; });
  if (!bias) return;
  for (std::int64_t i = 0; i < g.N * g.O; ++i)
    for (std::int64_t p = 0; p < plane; ++p) y[i * plane + p] += bias[i % g.O];
}

template <class T>
void conv_backward_input_scalar(const Conv2d& g, const T* dy, const T* w, T* dx) {
  std::fill(dx, dx + g.N * g.C * g.H * g.W, T(0));
  for_each_product(g, [&](std::int64_t iy, std::int64_t ix, std::int64_t iw) { dx[ix] += dy[iy] * w[iw]; });
}

template <class T>
void conv_backward_weight_scalar(const Conv2d& g, const T* x, const T* dy, T* dw, T* dbias) {
  const std::int64_t plane = g.OH * g.OW;
  std::fill(dw, dw + g.O * (g.C / g.groups) * g.KH * g.KW, T(0));
  for_each_product(g, [&](std::int64_t iy, std::int64_t ix, std::int64_t iw) { dw[iw] += x[ix] * dy[iy]; });
  if (!dbias) return;
  std::fill(dbias, dbias + g.O, T(0));
  for (std::int64_t i = 0; i < g.N * g.O; ++i)
    for (std::int64_t p = 0; p < plane; ++p) dbias[i % g.O] += dy[i * plane + p];
}

}  // namespace wick::kernels
