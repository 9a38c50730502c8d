#include "optim/schedule.h"

#include <numbers>

namespace wick::optim {

double cos_pi(double t) {
  t = std::fabs(t - 2 * std::floor(t / 2 + 0.5));  // [0, 1]; exact for the t < 2^52 used here
  const bool flip = t > 0.5;
  if (flip) t = 1 - t;
  const bool use_sin = t > 0.25;
  const double x = std::numbers::pi * (use_sin ? 0.5 - t : t), z = x * x;  // |x| <= pi / 4
  double sum = 0;
  // Taylor series to x^19 and x^18, summed from the small end; the first term left out is below 1e-19.
  for (int k = 18; k >= 2; k -= 2) {
    const double a = use_sin ? k * (k + 1) : k * (k - 1);
    sum = -z / a * (1 + sum);
  }
  const double r = use_sin ? x + x * sum : 1 + sum;
  return flip ? -r : r;
}

double power(double base, double exponent) {
  if (!(exponent >= 0 && exponent < 9e15) || exponent != std::floor(exponent)) return std::pow(base, exponent);
  double y = 1;
  for (auto n = static_cast<std::int64_t>(exponent); n > 0; n >>= 1, base *= base)
    if (n & 1) y *= base;
  return y;
}

}  // namespace wick::optim
