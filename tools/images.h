#pragma once
// Pictures of digits as a digit model sees them.

#include "wick/tensor.h"

namespace wick {

/// A drawn or photographed digit of any size to u8 [28,28]: ink bright on dark (turned round where the border is bright),
/// faint noise of the paper taken away, cropped, scaled and centred as MNIST's.
Tensor centred_digit(const Tensor& picture);

}  // namespace wick
