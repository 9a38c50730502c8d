#pragma once
// torch.nn.init: fills a tensor in place, outside the graph, from default_generator().

#include <string_view>
#include <utility>

#include "wick/tensor.h"

namespace wick::nn::init {

/// nonlinearity: linear, conv1d to conv3d, conv_transpose1d to conv_transpose3d, sigmoid, tanh, relu, leaky_relu (param: negative
/// slope, 0.01 by default) or selu.
double calculate_gain(std::string_view nonlinearity, std::optional<double> param = {});
/// (fan_in, fan_out) of a weight [out, in, ...]. Throws ErrorKind::shape below rank 2.
std::pair<std::int64_t, std::int64_t> fan_in_and_fan_out(const Tensor& t);

void uniform_(const Tensor& t, double a = 0, double b = 1);
void normal_(const Tensor& t, double mean = 0, double std = 1);
/// Normal values that lie in [a, b].
void trunc_normal_(const Tensor& t, double mean = 0, double std = 1, double a = -2, double b = 2);
void constant_(const Tensor& t, double value);
void zeros_(const Tensor& t);
void ones_(const Tensor& t);
void xavier_uniform_(const Tensor& t, double gain = 1);
void xavier_normal_(const Tensor& t, double gain = 1);
/// mode: "fan_in" or "fan_out"; a: negative slope of the leaky_relu that follows. He et al. 2015, arXiv:1502.01852.
void kaiming_uniform_(const Tensor& t, double a = 0, std::string_view mode = "fan_in", std::string_view nonlinearity = "leaky_relu");
void kaiming_normal_(const Tensor& t, double a = 0, std::string_view mode = "fan_in", std::string_view nonlinearity = "leaky_relu");

/// The identity; t has two dimensions.
void eye_(const Tensor& t);
/// A convolution that keeps its channels: 1 in the middle of the kernel of output d and input d, for each group; else 0.
/// t [out, in / groups, ...] of rank 3 to 5.
void dirac_(const Tensor& t, std::int64_t groups = 1);
/// Rows that are orthonormal, or columns if there are more rows than columns, times gain; dimensions from the second on count as
/// one. Drawn evenly from all such matrices: Mezzadri 2006, arXiv:math-ph/0609050. At least 2 dimensions.
void orthogonal_(const Tensor& t, double gain = 1);
/// Normal values, of which the share sparsity of each column is 0. Two dimensions. Martens 2010.
void sparse_(const Tensor& t, double sparsity, double std = 0.01);

}  // namespace wick::nn::init
