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

Dims sizes_of(const char* layer, const char* name, const Dims& sizes, int n, std::int64_t least) {
  bool ok = sizes.rank() == 1 || sizes.rank() == n;
  for (const std::int64_t s : sizes) ok = ok && s >= least;
  static constexpr const char* kWanted[] = {"one size,", "one size or (height, width), each", "one size or (depth, height, width), each"};
  check(ok, ErrorKind::value, "[{}] {} is {}; need {} >= {}.", layer, name, sizes, kWanted[n - 1], least);
  return sizes.rank() == n ? sizes : Dims::filled(n, sizes[0]);
}

void check_inputs(const char* layer, const TensorList& inputs, std::size_t n) {
  bool ok = inputs.size() == n;
  for (const Tensor& t : inputs) ok = ok && t.defined();
  check(ok, ErrorKind::value, "[{}] {} inputs given; takes {}.", layer, inputs.size(), n);
}

}  // namespace wick::nn
