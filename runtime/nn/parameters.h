#pragma once
// Making and initialising the parameters of layers.

#include "wick/tensor.h"

namespace wick::nn {

Tensor new_parameter(const Shape& shape);
/// PyTorch's default for Linear and Conv2d: weight and bias uniform in ±1 / sqrt(fan_in). bias may be undefined.
void default_init(const Tensor& weight, const Tensor& bias);

void check_positive(const char* layer, const char* name, std::int64_t value);
/// One size or n of them, each >= least; returns n.
Dims sizes_of(const char* layer, const char* name, const Dims& sizes, int n, std::int64_t least);
/// Throws unless there are n inputs, all defined.
void check_inputs(const char* layer, const TensorList& inputs, std::size_t n);

}  // namespace wick::nn
