#pragma once
// Checks and arithmetic that several schedulers need.

#include <cmath>
#include <cstdint>

#include "wick/error.h"

namespace wick::optim {

inline void check_scheduler(bool ok, const char* scheduler, const char* name, double value, const char* needed) {
  check(ok, ErrorKind::value, "[{}] {} is {}; need {}.", scheduler, name, value, needed);
}

/// A saved count; anything else, NaN included, becomes 0.
inline std::int64_t count_of(double v) { return v >= 0 && v < 9e15 ? static_cast<std::int64_t>(v) : 0; }

/// cos(pi t) to within 2 ulp from + - * / only: the C libraries of native and wasm builds differ in the last place.
double cos_pi(double t);
/// base^exponent, base >= 0; for whole exponents by squaring, for the same reason.
double power(double base, double exponent);

}  // namespace wick::optim
