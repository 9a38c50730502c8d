#pragma once
// Products and distances of two inputs.

#include "wick/tensor.h"

namespace wick {

/// x1 . x2 along dim, each divided by its length or eps, whichever is larger. x1 and x2 broadcast.
Tensor cosine_similarity(const Tensor& x1, const Tensor& x2, std::int64_t dim = 1, double eps = 1e-8);
/// The p-norm of x1 - x2 + eps along the last dimension. x1 and x2 broadcast.
Tensor pairwise_distance(const Tensor& x1, const Tensor& x2, double p = 2, double eps = 1e-6, bool keepdim = false);
/// x / max(p-norm of x along dim, eps).
Tensor normalize(const Tensor& x, double p = 2, const Dims& dim = 1, double eps = 1e-12);
/// y_o = x1 weight_o x2 + bias_o: x1 [...,I1], x2 [...,I2], weight [O,I1,I2], bias [O] or undefined -> [...,O].
Tensor bilinear(const Tensor& x1, const Tensor& x2, const Tensor& weight, const Tensor& bias = {});

}  // namespace wick
