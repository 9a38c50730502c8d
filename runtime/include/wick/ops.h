#pragma once
// Every op, with PyTorch's name, argument order and defaults. Unless said otherwise: x is f32 or f64 of any shape, dim
// counts from the end when negative, an op on wrong shapes, dtypes or values throws wick::Error and changes nothing,
// and the formula is that of torch 1.13's documentation page of the same name.

#include <optional>
#include <string_view>
#include <utility>

#include "wick/random.h"
#include "wick/tensor.h"

namespace wick {

// Arithmetic: operands broadcast and promote as in PyTorch; a plain number keeps the tensor's dtype.
Tensor add(const Tensor& x, const Tensor& other, double alpha = 1);  ///< x + alpha other
Tensor sub(const Tensor& x, const Tensor& other, double alpha = 1);
Tensor mul(const Tensor& x, const Tensor& other);
Tensor div(const Tensor& x, const Tensor& other);  ///< true division: integers give f32
Tensor pow(const Tensor& x, const Tensor& exponent);
Tensor maximum(const Tensor& x, const Tensor& other);  ///< NaN if either is; the gradient of a tie is halved
Tensor minimum(const Tensor& x, const Tensor& other);
/// condition bool; x and other broadcast with it.
Tensor where(const Tensor& condition, const Tensor& x, const Tensor& other);
Tensor clamp(const Tensor& x, std::optional<double> min, std::optional<double> max = {});

// Comparison: bool results.
Tensor eq(const Tensor& x, const Tensor& other);
Tensor ne(const Tensor& x, const Tensor& other);
Tensor lt(const Tensor& x, const Tensor& other);
Tensor le(const Tensor& x, const Tensor& other);
Tensor gt(const Tensor& x, const Tensor& other);
Tensor ge(const Tensor& x, const Tensor& other);

// Elementwise.
Tensor exp(const Tensor& x);
Tensor log(const Tensor& x);
Tensor sqrt(const Tensor& x);
Tensor rsqrt(const Tensor& x);
Tensor abs(const Tensor& x);
Tensor neg(const Tensor& x);
Tensor square(const Tensor& x);
Tensor reciprocal(const Tensor& x);
Tensor sin(const Tensor& x);
Tensor cos(const Tensor& x);
Tensor tanh(const Tensor& x);
Tensor sigmoid(const Tensor& x);
Tensor relu(const Tensor& x);
Tensor leaky_relu(const Tensor& x, double negative_slope = 0.01);
Tensor elu(const Tensor& x, double alpha = 1.0);
Tensor gelu(const Tensor& x, std::string_view approximate = "none");  ///< "none" (erf) or "tanh"
Tensor silu(const Tensor& x);
Tensor softplus(const Tensor& x, double beta = 1, double threshold = 20);

// Reductions: an empty dim list means all dimensions.
Tensor sum(const Tensor& x, const Dims& dim = {}, bool keepdim = false);
Tensor mean(const Tensor& x, const Dims& dim = {}, bool keepdim = false);
Tensor var(const Tensor& x, const Dims& dim = {}, double correction = 1, bool keepdim = false);
Tensor max(const Tensor& x);  ///< the gradient is shared evenly among ties
Tensor min(const Tensor& x);
std::pair<Tensor, Tensor> max(const Tensor& x, std::int64_t dim, bool keepdim = false);  ///< values, indices (int64)
std::pair<Tensor, Tensor> min(const Tensor& x, std::int64_t dim, bool keepdim = false);
Tensor amax(const Tensor& x, const Dims& dim = {}, bool keepdim = false);
Tensor amin(const Tensor& x, const Dims& dim = {}, bool keepdim = false);
Tensor argmax(const Tensor& x, std::optional<std::int64_t> dim = {}, bool keepdim = false);
Tensor argmin(const Tensor& x, std::optional<std::int64_t> dim = {}, bool keepdim = false);
Tensor logsumexp(const Tensor& x, const Dims& dim, bool keepdim = false);
Tensor softmax(const Tensor& x, std::int64_t dim);
Tensor log_softmax(const Tensor& x, std::int64_t dim);

// Products.
Tensor matmul(const Tensor& x, const Tensor& other);  ///< torch.matmul's rules for 1-d, 2-d and batched operands
/// x [..., in], weight [out, in], bias [out] or undefined -> [..., out].
Tensor linear(const Tensor& x, const Tensor& weight, const Tensor& bias = {});
/// x [N,C,H,W] or [C,H,W], weight [O,C/groups,KH,KW], bias [O] or undefined; stride, padding, dilation: one or two sizes.
Tensor conv2d(const Tensor& x, const Tensor& weight, const Tensor& bias = {}, const Dims& stride = 1, const Dims& padding = 0,
              const Dims& dilation = 1, std::int64_t groups = 1);

// Pooling on [N,C,H,W] or [C,H,W]; an empty stride means kernel_size.
Tensor max_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, const Dims& dilation = 1,
                  bool ceil_mode = false);
Tensor avg_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride = {}, const Dims& padding = 0, bool ceil_mode = false,
                  bool count_include_pad = true, std::optional<std::int64_t> divisor_override = {});
Tensor adaptive_avg_pool2d(const Tensor& x, const Dims& output_size);

// Normalization and noise.
/// x [N,C] or [N,C,...]. training: normalizes by the batch and moves running_mean and running_var (in place, unbiased
/// variance) by momentum; else by the running statistics. All of them [C]; any but x may be undefined.
Tensor batch_norm(const Tensor& x, const Tensor& running_mean, const Tensor& running_var, const Tensor& weight = {}, const Tensor& bias = {},
                  bool training = false, double momentum = 0.1, double eps = 1e-5);
Tensor layer_norm(const Tensor& x, const Dims& normalized_shape, const Tensor& weight = {}, const Tensor& bias = {}, double eps = 1e-5);
/// Zeros each element with probability p and scales the rest by 1 / (1 - p), if training; else returns x.
Tensor dropout(const Tensor& x, double p = 0.5, bool training = true, Generator* generator = nullptr);

// Indexing; index tensors are int64 and checked. x is of any dtype. More in wick/ops/indexing.h.
Tensor gather(const Tensor& x, std::int64_t dim, const Tensor& index);
Tensor scatter_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src);
Tensor index_select(const Tensor& x, std::int64_t dim, const Tensor& index);
Tensor index_add(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, double alpha = 1);
Tensor one_hot(const Tensor& x, std::int64_t num_classes = -1);  ///< -1: one more than the largest of x

// Shapes.
Tensor cat(const TensorList& tensors, std::int64_t dim = 0);
Tensor stack(const TensorList& tensors, std::int64_t dim = 0);
TensorList split(const Tensor& x, std::int64_t split_size, std::int64_t dim = 0);
TensorList split(const Tensor& x, const std::vector<std::int64_t>& sizes, std::int64_t dim = 0);
/// pad: (left, right) of the last dimension, then of the one before, ...; negative sizes crop. mode: "constant" (value, or 0),
/// or "reflect", "replicate" or "circular" on one to three dimensions behind those of batch and channels.
Tensor pad(const Tensor& x, const Dims& pad, std::string_view mode = "constant", std::optional<double> value = {});
Tensor flatten(const Tensor& x, std::int64_t start_dim = 0, std::int64_t end_dim = -1);

// Losses. reduction: "mean", "sum" or "none".
/// x [N,C] or [N,C,d1...] logits, target int64 [N] or [N,d1...]; weight [C] or undefined.
Tensor cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight = {}, std::int64_t ignore_index = -100,
                     std::string_view reduction = "mean", double label_smoothing = 0);
Tensor nll_loss(const Tensor& x, const Tensor& target, const Tensor& weight = {}, std::int64_t ignore_index = -100,
                std::string_view reduction = "mean");
Tensor binary_cross_entropy_with_logits(const Tensor& x, const Tensor& target, const Tensor& weight = {}, const Tensor& pos_weight = {},
                                        std::string_view reduction = "mean");
Tensor mse_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean");
Tensor l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean");
Tensor smooth_l1_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean", double beta = 1.0);

}  // namespace wick

#include "wick/ops/attention.h"
#include "wick/ops/math.h"
#include "wick/ops/products.h"
#include "wick/ops/recurrent.h"
#include "wick/ops/sequence.h"
#include "wick/ops/statistics.h"
#include "wick/ops/conv.h"
#include "wick/ops/distance.h"
#include "wick/ops/norm.h"
#include "wick/ops/pool.h"
#include "wick/ops/resample.h"
#include "wick/ops/activation.h"
#include "wick/ops/embedding.h"
#include "wick/ops/loss.h"
