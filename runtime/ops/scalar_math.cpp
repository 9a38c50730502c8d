#include "ops/scalar_math.h"

#include <cmath>
#include <cstdint>
#include <iterator>

namespace wick::scalar {

namespace {

constexpr double kInf = __builtin_inf(), kNaN = __builtin_nan("");
constexpr double kPi = 3.14159265358979323846, kLn2 = 0.69314718055994530942;
// ln 2 in two parts; whole numbers below 2^20 times the first are exact.
constexpr double kLn2High = 0x1.62e42feep-1, kLn2Low = 0x1.a39ef35793c76p-33;

/// c[0] + z (c[1] + z (c[2] + ...))
template <class Coefficients>
double polynomial(double z, const Coefficients& c) {
  double sum = 0;
  for (auto p = std::rbegin(c); p != std::rend(c); ++p) sum = sum * z + *p;
  return sum;
}

/// e^x = 2^n (1 + p): p = e^r - 1 with |r| <= ln(2) / 2, by Taylor's series; the first term left out is below 1e-19.
struct ExpParts {
  double p;
  int n;
};
ExpParts exp_parts(double x) {
  const double n = std::nearbyint(x * (1 / kLn2));
  const double r = (x - n * kLn2High) - n * kLn2Low;
  double q = 1;
  for (int k = 14; k >= 2; --k) q = 1 + r * q / k;
  return {r * q, static_cast<int>(n)};
}

/// sin (odd) or cos of x in [-pi/4, pi/4], by Taylor's series to x^19 or x^18.
double sin_or_cos(double x, bool odd) {
  const double z = x * x;
  double q = 1;
  for (int k = odd ? 19 : 18; k >= 2; k -= 2) q = 1 - z * q / (k * (k - 1));
  return odd ? x * q : q;
}

/// sin(pi (x + quarter / 2))
double sin_pi_shifted(double x, std::int64_t quarter) {
  if (!(std::fabs(x) < kInf)) return kNaN;
  const double turn = x - 2 * std::nearbyint(x * 0.5), halves = std::nearbyint(turn * 2);  // turn in [-1, 1]
  const double r = (turn - halves * 0.5) * kPi;
  const std::int64_t q = static_cast<std::int64_t>(halves) + quarter;
  const double y = sin_or_cos(r, (q & 1) == 0);
  return q & 2 ? -y : y;
}

/// The sum of (-1)^k B_2k / ... terms of Stirling's series for log gamma beyond its leading part, x >= 10.
double stirling(double x) {
  static constexpr double c[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156};
  return polynomial(1 / (x * x), c) / x;
}

/// Hurwitz' zeta for a whole s >= 2: terms up to a >= 10, the rest by Euler and Maclaurin.
double zeta(int s, double q) {
  if (q <= 0 && q == std::floor(q)) return kInf;
  if (!(q >= -1e5)) return kNaN;
  const auto power = [s](double a) {
    double p = 1;
    for (int i = 0; i < s; ++i) p *= a;
    return p;
  };
  double sum = 0, a = q;
  for (int i = 0; i < 10 || a < 10; ++i, a += 1) sum += 1 / power(a);
  static constexpr double c[] = {1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000, 1.0 / 74724249600};  // B_2k / (2k)!
  double term = s / (a * power(a));
  sum += a / ((s - 1) * power(a)) + 0.5 / power(a);
  for (int k = 0; k < 7; ++k) {
    sum += c[k] * term;
    term *= (s + 2.0 * k + 1) * (s + 2.0 * k + 2) / (a * a);
  }
  return sum;
}

}  // namespace

double exp(double x) {
  if (x != x) return x;
  if (x > 709.8) return kInf;
  if (x < -746) return 0;
  const ExpParts e = exp_parts(x);
  return std::ldexp(1 + e.p, e.n);
}

double expm1(double x) {
  if (x != x) return x;
  if (x > 40) return exp(x) - 1;
  if (x < -40) return -1;
  const ExpParts e = exp_parts(x);
  return e.n == 0 ? e.p : std::ldexp(e.p, e.n) + (std::ldexp(1, e.n) - 1);
}

double log(double x) {
  if (!(x > 0)) return x == 0 ? -kInf : kNaN;
  if (x == kInf) return x;
  int e;
  double m = std::frexp(x, &e);
  if (m < 0.70710678118654752440) m *= 2, --e;  // [sqrt(1/2), sqrt(2))
  // log m = 2 atanh(u), u = (m - 1) / (m + 1), |u| < 0.172: the first term left out is 2 u^23 / 23 < 2e-19.
  static constexpr double c[] = {2.0, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
  const double u = (m - 1) / (m + 1);
  return e * kLn2High + (e * kLn2Low + u * polynomial(u * u, c));
}

// The rounding error of 1 + x is put back (Kahan).
double log1p(double x) {
  const double u = 1 + x;
  if (u == 1) return x;
  return u > 0 && u < kInf ? log(u) + (x - (u - 1)) / u : log(u);
}

double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  const bool whole = y == std::floor(y), odd = whole && y * 0.5 != std::floor(y * 0.5);
  if (x < 0 && !whole && x != -kInf) return kNaN;
  const double l = log(std::fabs(x)), m = l == 0 ? 1 : exp(y * l);
  return odd && std::signbit(x) ? -m : m;
}

double sin_pi(double x) { return sin_pi_shifted(x, 0); }
double cos_pi(double x) { return sin_pi_shifted(x, 1); }

double atan(double x) {
  if (x != x) return x;
  double t = std::fabs(x);
  const bool inverted = t > 1;
  if (inverted) t = 1 / t;
  // Two halvings of the angle leave t <= tan(pi / 16); the first term left out is t^27 / 27 < 1e-20.
  for (int i = 0; i < 2; ++i) t /= 1 + std::sqrt(1 + t * t);
  static constexpr double c[] = {4.0, -4.0 / 3, 4.0 / 5, -4.0 / 7, 4.0 / 9, -4.0 / 11, 4.0 / 13, -4.0 / 15, 4.0 / 17, -4.0 / 19, 4.0 / 21, -4.0 / 23, 4.0 / 25};
  const double angle = t * polynomial(t * t, c);
  return std::copysign(inverted ? kPi / 2 - angle : angle, x);
}

double atan2(double y, double x) {
  if (x != x || y != y) return kNaN;
  double a = std::fabs(y), b = std::fabs(x);
  if (a == kInf && b == kInf) a = b = 1;
  double angle = a > b ? kPi / 2 - atan(b / a) : b == 0 ? 0 : atan(a / b);
  if (std::signbit(x)) angle = kPi - angle;
  return std::copysign(angle, y);
}

double asin(double x) { return atan2(x, std::sqrt((1 - x) * (1 + x))); }
double acos(double x) { return atan2(std::sqrt((1 - x) * (1 + x)), x); }

namespace {
// e^a / 2, also where e^a alone is infinite.
double half_exp(double a) { return a < 709 ? 0.5 * exp(a) : exp(a - kLn2); }
}  // namespace

double sinh(double x) {
  const double a = std::fabs(x);
  if (a > 40) return std::copysign(half_exp(a), x);
  const double t = expm1(a);
  return std::copysign(0.5 * (t + t / (t + 1)), x);
}
double cosh(double x) {
  const double a = std::fabs(x);
  if (a > 40) return half_exp(a);
  const double e = exp(a);
  return 0.5 * (e + 1 / e);
}

double asinh(double x) {
  const double a = std::fabs(x);
  return std::copysign(a > 1e9 ? log(a) + kLn2 : log1p(a + a * a / (1 + std::sqrt(1 + a * a))), x);
}
double acosh(double x) { return x > 1e9 ? log(x) + kLn2 : log1p((x - 1) + std::sqrt((x - 1) * (x + 1))); }
double atanh(double x) {
  const double a = std::fabs(x);
  return std::copysign(0.5 * log1p(2 * a / (1 - a)), x);
}

double erf(double x) {
  if (std::fabs(x) >= 1.5) return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
  // 2 / sqrt(pi) e^-x^2 x (1 + 2 x^2 / 3 + (2 x^2)^2 / 15 + ...), all terms positive.
  double q = 1;
  for (int k = 61; k >= 3; k -= 2) q = 1 + 2 * x * x * q / k;
  return 1.1283791670955126 * exp(-x * x) * x * q;
}

// The trapezoidal rule with step 1/2 on an integral for erfc, with the correction for the poles it passes (Chiarella and
// Reichel 1968): the error of the rule is below 1e-16.
double erfc(double x) {
  if (x < 1.5) return 1 - erf(x);
  if (x > 28) return 0;
  if (x != x) return x;
  const double z = x * x;
  double sum = 0.5 / z;
  for (int n = 13; n >= 1; --n) sum += exp(-0.25 * n * n) / (0.25 * n * n + z);
  const double rule = x / kPi * exp(-z) * sum, grown = 4 * kPi * x;
  return rule + (grown < 60 ? 2 / (1 - exp(grown)) : 0);
}

// Giles 2012 to 4e-7, then two steps of Halley's method on erfc, which does not cancel.
double erfinv(double y) {
  const double a = std::fabs(y);
  if (!(a < 1)) return a == 1 ? std::copysign(kInf, y) : kNaN;
  if (a < 1e-150) return y * 0.88622692545275801365;
  static constexpr double kNear[] = {1.50140941, 0.246640727, -0.00417768164, -0.00125372503, 0.00021858087, -4.39150654e-06, -3.5233877e-06, 3.43273939e-07, 2.81022636e-08};
  static constexpr double kFar[] = {2.83297682, 1.00167406, 0.00943887047, -0.0076224613, 0.00573950773, -0.00367342844, 0.00134934322, 0.000100950558, -0.000200214257};
  const double w = -log((1 - a) * (1 + a));
  double x = a * (w < 5 ? polynomial(w - 2.5, kNear) : polynomial(std::sqrt(w) - 3, kFar));
  for (int i = 0; i < 2; ++i) {
    const double miss = x < 0.5 ? erf(x) - a : (1 - a) - erfc(x);
    const double step = miss * 0.88622692545275801365 * exp(x * x);
    x -= step / (1 + x * step);
  }
  return std::copysign(x, y);
}

double lgamma(double x) {
  if (x != x) return x;
  if (std::fabs(x) == kInf || (x <= 0 && x == std::floor(x))) return kInf;
  if (x == 1 || x == 2) return 0;
  if (x < 0.5) return log(kPi / std::fabs(sin_pi(x))) - lgamma(1 - x);
  double product = 1;
  for (; x < 10; x += 1) product *= x;
  return ((x - 0.5) * log(x) - x) + (0.91893853320467274178 + stirling(x)) - log(product);
}

double digamma(double x) {
  if (x != x || x == kInf) return x;
  if (x == 0) return std::copysign(kInf, -x);
  if (x < 0 && x == std::floor(x)) return kNaN;
  if (x < 0) return digamma(1 - x) - kPi * cos_pi(x) / sin_pi(x);
  double sum = 0;
  for (; x < 10; x += 1) sum += 1 / x;
  static constexpr double c[] = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12};
  const double z = 1 / (x * x);
  return log(x) - 0.5 / x - z * polynomial(z, c) - sum;
}

double polygamma(double n, double x) {
  if (n == 0) return digamma(x);
  double factorial = 1;
  for (int k = 2; k <= static_cast<int>(n); ++k) factorial *= k;
  const double value = factorial * zeta(static_cast<int>(n) + 1, x);
  return static_cast<int>(n) % 2 ? value : -value;
}

}  // namespace wick::scalar
