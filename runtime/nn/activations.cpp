// The settings of activations and of the layers that only reshape.

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
