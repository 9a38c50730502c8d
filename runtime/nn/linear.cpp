#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/layers.h"

namespace wick::nn {

Linear::Linear(std::int64_t in, std::int64_t out, const LinearOptions& o) : in_features(in), out_features(out) {
  check_positive("Linear", "in_features", in);
  check_positive("Linear", "out_features", out);
  weight = new_parameter({out, in});
  if (o.bias) bias = new_parameter(out);
  default_init(weight, bias);
}

Tensor Linear::forward(const Tensor& x) {
  const int rank = x.dim();
  if (rank == 0 || x.shape().back() != in_features) {
    const bool flat_fits = rank > 2 && x.size(0) > 0 && x.numel() / x.size(0) == in_features;
    fail(ErrorKind::shape, "[Linear] input is {}; its last size must be {} (in_features).{}", x, in_features,
         flat_fits ? " Put a Flatten() in front." : "");
  }
  return linear(x, weight, bias);
}

void Linear::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string Linear::extra_repr() const {
  return str("in_features={}, out_features={}, bias={}", in_features, out_features, py_bool(bias.defined()));
}

}  // namespace wick::nn
