#pragma once
// Convolutions of eval programs whose images have channels last, [N,H,W,C]: conv_last.cpp.

#include "kernels/conv.h"

namespace wick::kernels {

std::int64_t conv_last_packed_size(const Conv2d& g);  // in floats
void conv_last_pack(const Conv2d& g, const float* w, float* packed);
/// As conv2d_packed(), for g.x_last and g.y_last; a depthwise one needs both.
void conv_last(const Conv2d& g, const float* x, const float* packed, const ConvEpilogue& epilogue, float* y);

/// Output rows [y0, y1) of one image, for the code of the chosen target.
struct LastTask {
  const Conv2d* g;
  const float* x;  // the image
  const float* packed;
  const float* bias;
  const float* residual;  // as y
  bool relu;
  float* y;  // row y0
  std::int64_t y0, y1;
};

}  // namespace wick::kernels
