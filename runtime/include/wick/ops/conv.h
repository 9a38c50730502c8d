#pragma once
// Convolutions over one, two and three dimensions, and their sliding blocks; conv2d itself is in wick/ops.h. Sizes of stride,
// padding, dilation and the like: one for all spatial dimensions or one each, as in PyTorch. x has a batch dimension or
// none; so has the result.

#include <string_view>

#include "wick/tensor.h"

namespace wick {

/// x [N,C,L] or [C,L], weight [O,C/groups,K], bias [O] or undefined.
Tensor conv1d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
              const Dims& dilation = 1, std::int64_t groups = 1);
/// x [N,C,D,H,W] or [C,D,H,W], weight [O,C/groups,KD,KH,KW]. A conv2d over blocks of depth: it needs KD times the memory of x.
Tensor conv3d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
              const Dims& dilation = 1, std::int64_t groups = 1);
/// As conv1d and so on, with padding "valid" (none) or "same" (the result is as large as x; needs stride 1).
Tensor conv1d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation = 1,
              std::int64_t groups = 1);
Tensor conv2d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation = 1,
              std::int64_t groups = 1);
Tensor conv3d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation = 1,
              std::int64_t groups = 1);

/// The gradient of a convolution as an op: x [N,C,L], weight [C,O/groups,K] -> [N,O,(L - 1) stride - 2 padding + dilation (K - 1) +
/// output_padding + 1]. Throws: output_padding is not below stride or dilation.
Tensor conv_transpose1d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
                        const Dims& output_padding = 0, std::int64_t groups = 1, const Dims& dilation = 1);
Tensor conv_transpose2d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
                        const Dims& output_padding = 0, std::int64_t groups = 1, const Dims& dilation = 1);
Tensor conv_transpose3d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
                        const Dims& output_padding = 0, std::int64_t groups = 1, const Dims& dilation = 1);

/// Sliding blocks of x [N,C,H,W] or [C,H,W] as columns: [N, C KH KW, blocks] (torch.nn.functional.unfold; in the list of ops im2col, for unfold there is the view).
Tensor unfold(const Tensor& x, const Dims& kernel_size, const Dims& dilation = 1, const Dims& padding = 0, const Dims& stride = 1);
/// The sum of blocks at their places, [N, C KH KW, blocks] -> [N,C,H,W] with output_size (H, W) (torch.nn.functional.fold; col2im).
Tensor fold(const Tensor& x, const Dims& output_size, const Dims& kernel_size, const Dims& dilation = 1, const Dims& padding = 0,
            const Dims& stride = 1);

}  // namespace wick
