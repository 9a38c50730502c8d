// The settings of activations and of the layers that only reshape.

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/layers.h"

namespace wick::nn {

std::string LeakyReLU::extra_repr() const { return "negative_slope=" + py_float(negative_slope); }

std::string ELU::extra_repr() const { return "alpha=" + py_float(alpha); }

GELU::GELU(const std::string& approximate) : approximate(approximate) {
  check(approximate == "none" || approximate == "tanh", ErrorKind::value, "[GELU] approximate is \"{}\"; need \"none\" or \"tanh\".", approximate);
}
std::string GELU::extra_repr() const { return str("approximate='{}'", approximate); }

std::string Softplus::extra_repr() const { return str("beta={}, threshold={}", py_number(beta), py_number(threshold)); }

std::string Softmax::extra_repr() const { return str("dim=", dim); }
std::string LogSoftmax::extra_repr() const { return str("dim=", dim); }
std::string Softmin::extra_repr() const { return str("dim=", dim); }
std::string GLU::extra_repr() const { return str("dim=", dim); }

Tensor Softmax2d::forward(const Tensor& x) {
  check(x.dim() == 3 || x.dim() == 4, ErrorKind::shape, "[Softmax2d] Softmax2d requires a 3D or 4D tensor as input; input is {}.", x);
  return softmax(x, -3);
}

CELU::CELU(double alpha) : alpha(alpha) { check(alpha != 0, ErrorKind::value, "[CELU] alpha is 0; alpha cannot be 0 for CELU."); }
std::string CELU::extra_repr() const { return "alpha=" + py_float(alpha); }

std::string Hardshrink::extra_repr() const { return py_float(lambd); }

Softshrink::Softshrink(double lambd) : lambd(lambd) {
  check(lambd >= 0, ErrorKind::value, "[Softshrink] lambda must be greater or equal to 0, but found to be {}.", lambd);
}
std::string Softshrink::extra_repr() const { return py_float(lambd); }

Hardtanh::Hardtanh(double min_val, double max_val) : min_val(min_val), max_val(max_val) {
  check(max_val > min_val, ErrorKind::value, "[Hardtanh] min_val is {}, max_val {}; need min_val < max_val.", min_val, max_val);
}
std::string Hardtanh::extra_repr() const { return str("min_val={}, max_val={}", py_float(min_val), py_float(max_val)); }

std::string Threshold::extra_repr() const { return str("threshold={}, value={}", py_number(threshold), py_number(value)); }

RReLU::RReLU(double lower, double upper) : lower(lower), upper(upper) {
  check(lower <= upper, ErrorKind::value, "[RReLU] lower is {}, upper {}; need lower <= upper.", lower, upper);
}
std::string RReLU::extra_repr() const { return str("lower={}, upper={}", py_float(lower), py_float(upper)); }

PReLU::PReLU(std::int64_t num_parameters, double init) : num_parameters(num_parameters) {
  check_positive("PReLU", "num_parameters", num_parameters);
  weight = full(num_parameters, init).requires_grad_();
}
std::string PReLU::extra_repr() const { return str("num_parameters=", num_parameters); }

Tensor Flatten::forward(const Tensor& x) { return x.flatten(start_dim, end_dim); }
std::string Flatten::extra_repr() const { return str("start_dim={}, end_dim={}", start_dim, end_dim); }

Tensor Unflatten::forward(const Tensor& x) {
  const int d = wrap_dim("Unflatten", dim, x.dim());
  Shape shape;
  for (int i = 0; i < x.dim(); ++i) {
    if (i != d) shape.push_back(x.shape()[i]);
    else
      for (const std::int64_t s : unflattened_size) shape.push_back(s);
  }
  const bool fits = unflattened_size.contains(-1) || numel(unflattened_size) == x.size(d);
  check(fits, ErrorKind::shape, "[Unflatten] input is {}; size {} must be the product of {}.", x, d, unflattened_size);
  return x.reshape(shape);
}
std::string Unflatten::extra_repr() const { return str("dim={}, unflattened_size={}", dim, py_tuple(unflattened_size)); }

}  // namespace wick::nn
