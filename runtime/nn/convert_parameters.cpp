// Parameters as one vector.

#include "wick/autograd.h"
#include "wick/nn/utils.h"

namespace wick::nn::utils {

Tensor parameters_to_vector(const std::vector<Tensor>& parameters) {
  check(!parameters.empty(), ErrorKind::value, "[parameters_to_vector] got no parameters; need at least one.");
  TensorList parts;
  for (const Tensor& p : parameters) parts.push_back(p.reshape({p.numel()}));
  return cat(parts);
}

void vector_to_parameters(const Tensor& vector, const std::vector<Tensor>& parameters) {
  std::int64_t n = 0;
  for (const Tensor& p : parameters) n += p.numel();
  check(vector.defined() && vector.dim() == 1 && vector.numel() == n, ErrorKind::shape, "[vector_to_parameters] the vector is {}; the parameters have {} elements.", vector,
        n);
  const NoGradGuard guard;
  std::int64_t at = 0;
  for (Tensor p : parameters) {
    p.copy_(vector.detach().narrow(0, at, p.numel()).reshape(p.shape()));
    at += p.numel();
  }
}

}  // namespace wick::nn::utils
