#pragma once
// Figures over lists of tensors: norms for display, and whether anything is NaN or infinite.

#include <vector>

#include "wick/tensor.h"

namespace wick {

double euclidean_norm(const Tensor& t);  ///< 0 for an undefined tensor
double euclidean_norm(const std::vector<Tensor>& tensors);
double norm_of_difference(const Tensor& a, const Tensor& b);
double max_abs(const Tensor& t);
bool all_finite(const Tensor& t);

}  // namespace wick
