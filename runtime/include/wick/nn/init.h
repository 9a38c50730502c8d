#pragma once
// torch.nn.init: fills a tensor in place, outside the graph, from default_generator().

#include <string_view>
#include <utility>

#include "wick/tensor.h"

namespace wick::nn::init {

/// nonlinearity: linear, conv2d, sigmoid, tanh, relu, leaky_relu (param: negative slope, 0.01 by default) or selu.
double calculate_gain(std::string_view nonlinearity, std::optional<double> param = {});
/// (fan_in, fan_out) of a weight [out, in, ...]. Throws ErrorKind::shape below rank 2.
std::pair<std::int64_t, std::int64_t> fan_in_and_fan_out(const Tensor& t);

void uniform_(const Tensor& t, double a = 0, double b = 1);
void normal_(const Tensor& t, double mean = 0, double std = 1);
void constant_(const Tensor& t, double value);
void zeros_(const Tensor& t);
void ones_(const Tensor& t);
void xavier_uniform_(const Tensor& t, double gain = 1);
void xavier_normal_(const Tensor& t, double gain = 1);
/// mode: "fan_in" or "fan_out"; a: negative slope of the leaky_relu that follows. He et al. 2015, arXiv:1502.01852.
void kaiming_uniform_(const Tensor& t, double a = 0, std::string_view mode = "fan_in", std::string_view nonlinearity = "leaky_relu");
void kaiming_normal_(const Tensor& t, double a = 0, std::string_view mode = "fan_in", std::string_view nonlinearity = "leaky_relu");

}  // namespace wick::nn::init
