#pragma once
// Checks of option values, worded as PyTorch's.

#include <string>

#include "wick/error.h"

namespace wick::optim {

/// NaN fails too.
inline void check_not_negative(const char* optimizer, const char* what, double value) {
  check(value >= 0, ErrorKind::value, "[{}] Invalid {}: {}; need a number >= 0.", optimizer, what, value);
}

}  // namespace wick::optim
