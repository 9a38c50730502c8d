#pragma once
// 2-D pooling on x [planes,H,W] (planes = N C) into y [planes,OH,OW].

#include <cstdint>

namespace wick::kernels {

struct Pool2d {
  std::int64_t planes, H, W, OH, OW;
  std::int64_t kh, kw, stride_h, stride_w, pad_h, pad_w, dil_h = 1, dil_w = 1;
};

/// Padding counts as minus infinity; index [planes,OH,OW] receives the flat place h * W + w of the first largest element.
/// A NaN in the window is the result, as in PyTorch.
void max_pool2d(const Pool2d& g, const float* x, float* y, std::int32_t* index);
void max_pool2d(const Pool2d& g, const double* x, double* y, std::int32_t* index);
/// Overwrites dx.
void max_pool2d_backward(const Pool2d& g, const float* dy, const std::int32_t* index, float* dx);
void max_pool2d_backward(const Pool2d& g, const double* dy, const std::int32_t* index, double* dx);

/// divisor 0: the window's size, counting padding if count_include_pad.
void avg_pool2d(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const float* x, float* y);
void avg_pool2d(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const double* x, double* y);
void avg_pool2d_backward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const float* dy, float* dx);
void avg_pool2d_backward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const double* dy, double* dx);

/// Window of output i over n inputs, m outputs: [floor(i n / m), ceil((i + 1) n / m)). Uses planes, H, W, OH, OW only.
void adaptive_avg_pool2d(const Pool2d& g, const float* x, float* y);
void adaptive_avg_pool2d(const Pool2d& g, const double* x, double* y);
void adaptive_avg_pool2d_backward(const Pool2d& g, const float* dy, float* dx);
void adaptive_avg_pool2d_backward(const Pool2d& g, const double* dy, double* dx);

}  // namespace wick::kernels
