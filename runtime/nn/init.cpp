#include "wick/nn/init.h"

#include <cmath>

#include "wick/autograd.h"
#include "wick/random.h"

namespace wick::nn::init {

double calculate_gain(std::string_view nonlinearity, std::optional<double> param) {
  if (nonlinearity == "linear" || nonlinearity == "conv2d" || nonlinearity == "sigmoid") return 1;
  if (nonlinearity == "tanh") return 5.0 / 3;
  if (nonlinearity == "relu") return std::sqrt(2.0);
  if (nonlinearity == "selu") return 0.75;
  if (nonlinearity == "leaky_relu") {
    const double slope = param.value_or(0.01);
    return std::sqrt(2.0 / (1 + slope * slope));
  }
  fail(ErrorKind::value, "[calculate_gain] nonlinearity is \"{}\"; need linear, conv2d, sigmoid, tanh, relu, leaky_relu or selu.", nonlinearity);
}

std::pair<std::int64_t, std::int64_t> fan_in_and_fan_out(const Tensor& t) {
  check(t.dim() >= 2, ErrorKind::shape, "[init] tensor is {}; fan in and fan out need at least 2 dimensions.", t);
  std::int64_t receptive_field = 1;
  for (int i = 2; i < t.dim(); ++i) receptive_field *= t.size(i);
  return {t.size(1) * receptive_field, t.size(0) * receptive_field};
}

void uniform_(const Tensor& t, double a, double b) {
  const NoGradGuard guard;
  wick::uniform_(t, a, b);
}

void normal_(const Tensor& t, double mean, double std) {
  const NoGradGuard guard;
  wick::normal_(t, mean, std);
}

void constant_(const Tensor& t, double value) {
  const NoGradGuard guard;
  Tensor(t).fill_(value);
}
void zeros_(const Tensor& t) { constant_(t, 0); }
void ones_(const Tensor& t) { constant_(t, 1); }

namespace {

double xavier_std(const Tensor& t, double gain) {
  const auto [fan_in, fan_out] = fan_in_and_fan_out(t);
  return gain * std::sqrt(2.0 / static_cast<double>(fan_in + fan_out));
}

double kaiming_std(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  check(mode == "fan_in" || mode == "fan_out", ErrorKind::value, "[init] mode is \"{}\"; need fan_in or fan_out.", mode);
  const auto [fan_in, fan_out] = fan_in_and_fan_out(t);
  return calculate_gain(nonlinearity, a) / std::sqrt(static_cast<double>(mode == "fan_in" ? fan_in : fan_out));
}

// The uniform distribution on [-b, b] has the standard deviation b / sqrt(3).
void symmetric_uniform(const Tensor& t, double std) {
  const double bound = std::sqrt(3.0) * std;
  if (t.numel()) init::uniform_(t, -bound, bound);
}

}  // namespace

void xavier_uniform_(const Tensor& t, double gain) { symmetric_uniform(t, xavier_std(t, gain)); }
void xavier_normal_(const Tensor& t, double gain) { init::normal_(t, 0, xavier_std(t, gain)); }
void kaiming_uniform_(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  symmetric_uniform(t, kaiming_std(t, a, mode, nonlinearity));
}
void kaiming_normal_(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  init::normal_(t, 0, kaiming_std(t, a, mode, nonlinearity));
}

}  // namespace wick::nn::init
