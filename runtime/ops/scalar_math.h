#pragma once
// Elementary and special functions of one double from + - * / sqrt and exact steps (floor, ldexp, frexp) alone, so that they have
// the same bits on every target. The error, unless said otherwise, is a few units of double's last place: a result rounded to
// float is within 0.51 ulp. Speed comes second: ops that models train through have vector kernels (kernels/math-inl.h).

namespace wick::scalar {

double exp(double x);
double expm1(double x);
double log(double x);
double log1p(double x);
/// x^y; relative error below (1 + |y log x|) 4e-16.
double pow(double x, double y);

/// sin and cos of pi x; the reduction is exact.
double sin_pi(double x);
double cos_pi(double x);

double atan(double x);
double atan2(double y, double x);
double asin(double x);
double acos(double x);
double sinh(double x);
double cosh(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);

double erfc(double x);  ///< relative error below (10 + x^2) 2e-16
/// Absolute error 4e-16 |x|, which near 1 is more than an ulp of erfc.
double erf(double x);
double erfinv(double y);

/// log |gamma(x)|; absolute error 1e-15 beyond the relative one.
double lgamma(double x);
double digamma(double x);
/// n-th derivative of digamma, n >= 0. NaN for x < -1e5.
double polygamma(double n, double x);

}  // namespace wick::scalar
