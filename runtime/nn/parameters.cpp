#include "nn/parameters.h"

#include <cmath>

#include "wick/nn/init.h"

namespace wick::nn {

Tensor new_parameter(const Shape& shape) { return zeros(shape).requires_grad_(); }

void default_init(const Tensor& weight, const Tensor& bias) {
  init::kaiming_uniform_(weight, std::sqrt(5.0));  // gain sqrt(1/3): the bound is 1 / sqrt(fan_in)
  if (!bias.defined()) return;
  const double bound = 1 / std::sqrt(static_cast<double>(init::fan_in_and_fan_out(weight).first));
  init::uniform_(bias, -bound, bound);
}

void check_positive(const char* layer, const char* name, std::int64_t value) {
  check(value > 0, ErrorKind::value, "[{}] {} is {}; need {} > 0.", layer, name, value, name);
}

Dims pair_of(const char* layer, const char* name, const Dims& sizes, std::int64_t least) {
  bool ok = sizes.rank() == 1 || sizes.rank() == 2;
  for (const std::int64_t s : sizes) ok = ok && s >= least;
  check(ok, ErrorKind::value, "[{}] {} is {}; need one size or (height, width), each >= {}.", layer, name, sizes, least);
  return sizes.rank() == 1 ? Dims{sizes[0], sizes[0]} : sizes;
}

}  // namespace wick::nn
