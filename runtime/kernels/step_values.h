#pragma once

namespace wick::kernels {

/// What an Adam step needs besides its options: lr / (1 - beta1^t) and sqrt(1 - beta2^t).
struct AdamValues {
  double step_size, sqrt_correction2;
};

}  // namespace wick::kernels
