#pragma once
// Pooling over one and three dimensions and with indices; max_pool2d, avg_pool2d and adaptive_avg_pool2d are in wick/ops.h.
// x has a batch dimension or none; sizes: one for all spatial dimensions or one each; an empty stride means kernel_size.
// Indices are int64, the flat place of the largest element in its plane (or line, or volume); of equals the first.

#include <utility>

#include "wick/tensor.h"

namespace wick {

Tensor max_pool1d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, const Dims& dilation = 1,
                  bool ceil_mode = false);
Tensor max_pool3d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, const Dims& dilation = 1,
                  bool ceil_mode = false);
std::pair<Tensor, Tensor> max_pool1d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                                                  const Dims& dilation = 1, bool ceil_mode = false);
std::pair<Tensor, Tensor> max_pool2d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                                                  const Dims& dilation = 1, bool ceil_mode = false);
std::pair<Tensor, Tensor> max_pool3d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                                                  const Dims& dilation = 1, bool ceil_mode = false);
/// Puts x back where indices say, zeros elsewhere. An empty output_size is (size - 1) stride - 2 padding + kernel_size; a given
/// one may differ from it by less than stride.
Tensor max_unpool1d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                    const Dims& output_size = {});
Tensor max_unpool2d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                    const Dims& output_size = {});
Tensor max_unpool3d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0,
                    const Dims& output_size = {});

Tensor avg_pool1d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, bool ceil_mode = false,
                  bool count_include_pad = true);
Tensor avg_pool3d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, bool ceil_mode = false,
                  bool count_include_pad = true, std::optional<std::int64_t> divisor_override = {});
/// (sum of x^norm_type over each window)^(1 / norm_type).
Tensor lp_pool1d(const Tensor& x, double norm_type, const Dims& kernel_size, const Dims& stride = {}, bool ceil_mode = false);
Tensor lp_pool2d(const Tensor& x, double norm_type, const Dims& kernel_size, const Dims& stride = {}, bool ceil_mode = false);

/// Of n inputs, output i of m pools [floor(i n / m), ceil((i + 1) n / m)). An output_size of -1 is PyTorch's None: that of x.
Tensor adaptive_avg_pool1d(const Tensor& x, const Dims& output_size);
Tensor adaptive_avg_pool3d(const Tensor& x, const Dims& output_size);
Tensor adaptive_max_pool1d(const Tensor& x, const Dims& output_size);
Tensor adaptive_max_pool2d(const Tensor& x, const Dims& output_size);
Tensor adaptive_max_pool3d(const Tensor& x, const Dims& output_size);
std::pair<Tensor, Tensor> adaptive_max_pool1d_with_indices(const Tensor& x, const Dims& output_size);
std::pair<Tensor, Tensor> adaptive_max_pool2d_with_indices(const Tensor& x, const Dims& output_size);
std::pair<Tensor, Tensor> adaptive_max_pool3d_with_indices(const Tensor& x, const Dims& output_size);

}  // namespace wick
