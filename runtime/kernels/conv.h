#pragma once
// 2-D convolution (cross-correlation, as torch.nn.functional.conv2d) in its three directions, NCHW outside.
// No path materialises an im2col larger than a cache block.

#include <cstdint>

#include "kernels/gemm.h"

namespace wick::kernels {

/// x [N,C,H,W], w [O,C/groups,KH,KW], y [N,O,OH,OW]; OH = (H + 2 pad_h - dil_h (KH - 1) - 1) / stride_h + 1.
struct Conv2d {
  std::int64_t N, C, H, W, O, KH, KW, OH, OW;
  std::int64_t stride_h, stride_w, pad_h, pad_w, dil_h, dil_w, groups;
  bool x_last = false, y_last = false;  // x, or y and the residual, are [N,H,W,C]; of conv2d_packed(), where conv2d_last() says so
};

/// y = conv(x, w) + bias; bias [O] or null. Overwrites y.
void conv2d_forward(const Conv2d& g, const float* x, const float* w, const float* bias, float* y);
void conv2d_forward(const Conv2d& g, const double* x, const double* w, const double* bias, double* y);

/// A convolution whose weights stay, for eval programs: pack the weights once, run many times.
///   y = activation(conv(x, w) + bias + residual); bias [O] or null, residual as y or null; y overlaps neither x nor residual.
/// The packed form depends on all of g but N, and on the processor: never store it. The size is in floats.
/// Stride-1 3x3 kernels may be computed by Winograd's F(4x4,3x3): errors up to some 1e-5 of the largest sum of magnitudes.
struct ConvEpilogue {
  const float* bias = nullptr;
  const float* residual = nullptr;
  Activation activation = Activation::none;
  bool pool = false;  // y holds the largest of each 2 x 2, [N,O,OH/2,OW/2]; without residual, where conv2d_pools(g)
};
bool conv2d_pools(const Conv2d& g);
/// Which of x and y may have channels last, whatever x_last and y_last are now: neither, both or neither, y, each by itself.
enum class Last { none, both, y, any };
Last conv2d_last(const Conv2d& g);
std::int64_t conv2d_packed_size(const Conv2d& g);
void conv2d_pack(const Conv2d& g, const float* w, float* packed);
void conv2d_packed(const Conv2d& g, const float* x, const float* packed, const ConvEpilogue& epilogue, float* y);

/// dx [N,C,H,W] from dy [N,O,OH,OW]. Overwrites dx.
void conv2d_backward_input(const Conv2d& g, const float* dy, const float* w, float* dx);
void conv2d_backward_input(const Conv2d& g, const double* dy, const double* w, double* dx);
/// dw as w, and dbias [O] unless null. Overwrites both. Sums over images in a fixed order, whatever the thread count.
void conv2d_backward_weight(const Conv2d& g, const float* x, const float* dy, float* dw, float* dbias);
void conv2d_backward_weight(const Conv2d& g, const double* x, const double* dy, double* dw, double* dbias);

}  // namespace wick::kernels
