#pragma once
// sin, cos, exp and log from + - * / and sqrt only, for the generators: data must have the same bits natively and in wasm,
// whose C libraries differ in the last place.

#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

#include "wick/philox.h"

namespace wick::exact {

struct SinCos {
  double sin, cos;
};

/// sin and cos of 2 pi t for |t| < 2^31; absolute error below 1e-9.
inline SinCos sin_cos_turns(double t) {
  const double quarters = t * 4.0;
  const auto q = static_cast<std::int64_t>(quarters + (quarters < 0 ? -0.5 : 0.5));
  const double x = (quarters - static_cast<double>(q)) * (std::numbers::pi / 2);  // |x| <= pi / 4
  const double z = x * x;
  // Taylor series; the first term left out is below 2e-11 (sin, x^13 / 13!) and 1e-10 (cos, x^12 / 12!).
  const double s =
      x * (1 + z * (-1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 - z / 39916800)))));
  const double c = 1 + z * (-0.5 + z * (1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 - z / 3628800))));
  switch (q & 3) {
    case 0: return {s, c};
    case 1: return {c, -s};
    case 2: return {-s, -c};
    default: return {-c, s};
  }
}

/// exp(x) for x < 700; relative error below 1e-15, and 0 below exp(-700).
inline double exp(double x) {
  if (x < -700) return 0;
  const double k = std::floor(x / std::numbers::ln2 + 0.5);
  const double r = (x - k * 0.693147180369123816490) - k * 1.90821492927058770002e-10;  // ln 2 in two parts; |r| <= 0.347
  double sum = 1;
  for (int n = 14; n > 0; --n) sum = 1 + sum * r / n;  // the first term left out is below 2e-19
  const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023) << 52;
  double power;
  std::memcpy(&power, &bits, sizeof bits);
  return sum * power;
}

/// Natural logarithm of a positive normal number; absolute error below 1e-9 beyond the rounding of the exponent's term.
inline double log(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof x);
  int e = static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0xFFFFFFFFFFFFFull) | 0x3FF0000000000000ull;
  double m;
  std::memcpy(&m, &bits, sizeof m);  // [1, 2)
  if (m > std::numbers::sqrt2) {
    m *= 0.5;
    ++e;
  }
  // log m = 2 atanh(u), u = (m - 1) / (m + 1), |u| < 0.172: the first term left out is 2 u^13 / 13 < 2e-11.
  const double u = (m - 1) / (m + 1), z = u * u;
  const double series = 1 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z / 11))));
  return 2 * u * series + e * std::numbers::ln2;
}

/// One standard normal number (Box–Muller; takes two words of the stream).
inline double normal(PhiloxStream& random) {
  const double u = 1.0 - random.uniform();  // (0, 1]
  const double radius = std::sqrt(-2 * log(u));
  return radius * sin_cos_turns(random.uniform()).cos;
}

}  // namespace wick::exact
