#pragma once
// Image files as a digit model sees them.

#include <cstddef>
#include <span>
#include <string>

#include "wick/tensor.h"

namespace wick {

/// Whether bytes look like a picture (PNG, JPEG, BMP, GIF, PGM) rather than an IDX file.
bool is_picture(std::span<const std::byte> bytes);

/// u8 [H,W] grey levels of a picture. Throws ErrorKind::format naming the file.
Tensor read_picture(std::span<const std::byte> bytes, const std::string& name);

/// A drawn or photographed digit of any size to u8 [28,28]: ink bright on dark (turned round where the border is bright),
/// faint noise of the paper taken away, cropped, scaled and centred as MNIST's.
Tensor centred_digit(const Tensor& picture);

}  // namespace wick
