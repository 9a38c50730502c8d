#pragma once
// Normalization within a sample; batch_norm and layer_norm are in wick/ops.h.

#include "wick/tensor.h"

namespace wick {

/// x [N,C,...], channels in num_groups groups, each normalized over its channels and the rest; weight, bias [C] or undefined.
Tensor group_norm(const Tensor& x, std::int64_t num_groups, const Tensor& weight = {}, const Tensor& bias = {}, double eps = 1e-5);
/// x [N,C,...], each channel of each sample normalized by itself, or by the running statistics where use_input_stats is false.
/// Those move as batch_norm's do, by the mean over the samples. All of them [C]; any but x may be undefined.
Tensor instance_norm(const Tensor& x, const Tensor& running_mean = {}, const Tensor& running_var = {}, const Tensor& weight = {},
                     const Tensor& bias = {}, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5);
/// x / sqrt(mean(x^2) + eps) over the last dimensions, which must be normalized_shape, times weight. Without eps: the
/// machine epsilon of x's dtype. torch 2.4's rms_norm; Zhang, Sennrich 2019, arXiv:1910.07467.
Tensor rms_norm(const Tensor& x, const Dims& normalized_shape, const Tensor& weight = {}, std::optional<double> eps = {});
/// x / (k + alpha mean(x^2))^beta, the mean over size neighbouring channels. x [N,C,...] of rank 3 or more.
Tensor local_response_norm(const Tensor& x, std::int64_t size, double alpha = 1e-4, double beta = 0.75, double k = 1);

}  // namespace wick
