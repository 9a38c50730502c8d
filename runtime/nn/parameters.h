#pragma once
// Making and initialising the parameters of layers.

#include "wick/tensor.h"

namespace wick::nn {

Tensor new_parameter(const Shape& shape);
/// PyTorch's default for Linear and Conv2d: weight and bias uniform in ±1 / sqrt(fan_in). bias may be undefined.
void default_init(const Tensor& weight, const Tensor& bias);

void check_positive(const char* layer, const char* name, std::int64_t value);
/// One size or two, each >= least; returns two.
Dims pair_of(const char* layer, const char* name, const Dims& sizes, std::int64_t least);

}  // namespace wick::nn
