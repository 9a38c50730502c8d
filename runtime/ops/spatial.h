#pragma once
// What ops over one, two or three spatial dimensions share.

#include "kernels/conv.h"
#include "ops/common.h"

namespace wick {

/// "[N,C,L] or [C,L]" and so on.
const char* spatial_layout(int n);
/// Whether x has a batch dimension, n being its spatial ones. Throws for another rank or an empty channel or spatial size.
bool has_batch(const char* op, const Tensor& x, int n);
/// One size or n of them to n, each at least `least` and below 2^20. name: "stride".
Dims sizes_of(const char* op, const char* name, const Dims& d, int n, std::int64_t least);

/// What a convolution over n spatial dimensions is told, checked but for the extents.
struct ConvSettings {
  Dims stride, padding, dilation;
  std::int64_t groups;
};
/// weight is [O,C/groups,...], or [C,O/groups,...] if transposed.
ConvSettings conv_settings(const char* op, int n, const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding,
                           const Dims& dilation, std::int64_t groups, bool transposed = false);
/// conv2d's gradient for its input as an op: dy [N,O,OH,OW], w [O,C/groups,KH,KW] -> [N,C,H,W].
Tensor conv2d_input(const kernels::Conv2d& g, const Tensor& dy, const Tensor& w);
/// Output extent of one axis of a convolution or pool.
inline std::int64_t conv_extent(std::int64_t n, std::int64_t kernel, std::int64_t stride, std::int64_t padding, std::int64_t dilation) {
  const std::int64_t room = n + 2 * padding - dilation * (kernel - 1) - 1;
  return room < 0 ? 0 : room / stride + 1;
}

}  // namespace wick
