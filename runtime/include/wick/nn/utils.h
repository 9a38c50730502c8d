#pragma once
// torch.nn.utils (1.13): weights computed from other parameters, and parameters as one vector. clip_grad_* are in wick/optim.h.

#include <optional>
#include <string>

#include "wick/nn.h"

namespace wick::nn::utils {

/// The weight `name` becomes g v / |v| with the parameters name_g and name_v, computed before each forward; |v| is over all
/// dimensions but dim (none: over all). g and v start as the weight has it. Returns the module.
/// Throws ErrorKind::value for a module that has no such parameter or has it weight-normed already.
/// Source: Salimans, Kingma 2016, arXiv:1602.07868.
Module& weight_norm(Module& module, const std::string& name = "weight", std::optional<std::int64_t> dim = 0);
/// The weight as it is becomes the parameter again. Throws ErrorKind::value where there is no weight_norm.
Module& remove_weight_norm(Module& module, const std::string& name = "weight");

struct SpectralNormOptions {
  std::int64_t n_power_iterations = 1;  ///< per forward in train mode
  double eps = 1e-12;
  std::optional<std::int64_t> dim = {};  ///< of the outputs; none: 0, but 1 for ConvTranspose
};
/// The weight `name` becomes name_orig over its largest singular value, which buffers name_u and name_v follow by power
/// iterations; they start at random from default_generator(). Returns the module. Throws as weight_norm.
/// Source: Miyato et al. 2018, arXiv:1802.05957.
Module& spectral_norm(Module& module, const std::string& name = "weight", const SpectralNormOptions& options = {});
Module& remove_spectral_norm(Module& module, const std::string& name = "weight");

/// All elements, one parameter after the other: f32[N]. Throws ErrorKind::value for an empty list.
Tensor parameters_to_vector(const std::vector<Tensor>& parameters);
/// Copies them back. Throws ErrorKind::shape unless the vector has as many elements as the parameters.
void vector_to_parameters(const Tensor& vector, const std::vector<Tensor>& parameters);

}  // namespace wick::nn::utils
