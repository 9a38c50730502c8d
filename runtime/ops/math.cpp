// Elementwise functions of one tensor. A gradient is a formula of ops, so each is differentiable again.

#include "wick/ops/math.h"

#include <cmath>

#include "ops/pointwise.h"
#include "ops/scalar_math.h"

namespace wick {

using kernels::Unary;

namespace {

constexpr double kPi = 3.14159265358979323846, kLn2 = 0.69314718055994530942, kLn10 = 2.30258509299404568402, kTwoOverSqrtPi = 1.12837916709551257390;

// A function of scalar_math.h and its gradient. Integers become f32.
Tensor scalar_op(const char* op, const char* node, double (*fn)(double), const Tensor& x, Keep keep, Term (*slope)(Term dy, Term kept)) {
  const Tensor xf = floating(op, x);
  return with_slope(pointwise(op, fn, xf), node, xf, keep, slope);
}

Tensor rounded(const char* op, const char* node, Unary kind, const Tensor& x) {
  check_defined(op, "x", x);
  if (is_integral(x.dtype())) return x.clone();
  return with_zero_slope(unary_op(op, kind, x), node, x);
}

// 1 - x^2 without loss near 1.
Term one_minus_square(Term x) { return (1.0 - x) * (x + 1.0); }

}  // namespace

Tensor floor(const Tensor& x) { return rounded("floor", "FloorBackward0", Unary::floor, x); }
Tensor ceil(const Tensor& x) { return rounded("ceil", "CeilBackward0", Unary::ceil, x); }
Tensor trunc(const Tensor& x) { return rounded("trunc", "TruncBackward0", Unary::trunc, x); }

Tensor round(const Tensor& x, std::int64_t decimals) {
  if (decimals == 0) return rounded("round", "RoundBackward0", Unary::round, x);
  check_floating("round", "x", x);
  check(decimals > -40 && decimals < 40, ErrorKind::value, "[round] decimals is {}; need -40 < decimals < 40.", decimals);
  const auto at_place = [](double v, double place) {
    const double unit = scalar::pow(10, std::fabs(place));
    if (!(std::fabs(v) < __builtin_inf())) return v;
    return place > 0 ? std::nearbyint(v * unit) / unit : std::nearbyint(v / unit) * unit;
  };
  return with_zero_slope(pointwise("round", at_place, x, static_cast<double>(decimals)), "RoundBackward1", x);
}

Tensor frac(const Tensor& x) {
  check_floating("frac", "x", x);
  return with_slope(pointwise("frac", [](double v) { return v - std::trunc(v); }, x), "FracBackward0", x, kKeepNothing, [](Term dy, Term) { return dy; });
}

Tensor sign(const Tensor& x) {
  check_defined("sign", "x", x);
  if (is_integral(x.dtype())) return pointwise("sign", [](std::int64_t a, std::int64_t) -> std::int64_t { return (a > 0) - (a < 0); }, x, 0.0, x.dtype());
  return with_zero_slope(unary_op("sign", Unary::sign, x), "SignBackward0", x);
}

Tensor tan(const Tensor& x) {
  const Tensor xf = floating("tan", x), plain = xf.detach();
  return with_slope(div(sin(plain), cos(plain)), "TanBackward0", xf, kKeepResult, [](Term dy, Term y) { return dy * (y * y + 1.0); });
}
Tensor asin(const Tensor& x) {
  return scalar_op("asin", "AsinBackward0", scalar::asin, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(rsqrt, one_minus_square(x)); });
}
Tensor acos(const Tensor& x) {
  return scalar_op("acos", "AcosBackward0", scalar::acos, x, kKeepFirst, [](Term dy, Term x) { return neg(dy * apply(rsqrt, one_minus_square(x))); });
}
Tensor atan(const Tensor& x) {
  return scalar_op("atan", "AtanBackward0", scalar::atan, x, kKeepFirst, [](Term dy, Term x) { return dy / (x * x + 1.0); });
}
Tensor sinh(const Tensor& x) {
  return scalar_op("sinh", "SinhBackward0", scalar::sinh, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(cosh, x); });
}
Tensor cosh(const Tensor& x) {
  return scalar_op("cosh", "CoshBackward0", scalar::cosh, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(sinh, x); });
}
Tensor asinh(const Tensor& x) {
  return scalar_op("asinh", "AsinhBackward0", scalar::asinh, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(rsqrt, x * x + 1.0); });
}
Tensor acosh(const Tensor& x) {
  return scalar_op("acosh", "AcoshBackward0", scalar::acosh, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(rsqrt, (x - 1.0) * (x + 1.0)); });
}
Tensor atanh(const Tensor& x) {
  return scalar_op("atanh", "AtanhBackward0", scalar::atanh, x, kKeepFirst, [](Term dy, Term x) { return dy / one_minus_square(x); });
}

Tensor exp2(const Tensor& x) {
  return scalar_op("exp2", "Exp2Backward0", [](double v) { return scalar::pow(2, v); }, x, kKeepResult, [](Term dy, Term y) { return dy * y * kLn2; });
}
Tensor expm1(const Tensor& x) {
  return scalar_op("expm1", "Expm1Backward0", scalar::expm1, x, kKeepResult, [](Term dy, Term y) { return dy * (y + 1.0); });
}
Tensor log2(const Tensor& x) {
  return scalar_op("log2", "Log2Backward0", [](double v) { return scalar::log(v) / kLn2; }, x, kKeepFirst, [](Term dy, Term x) { return dy / (x * kLn2); });
}
Tensor log10(const Tensor& x) {
  return scalar_op("log10", "Log10Backward0", [](double v) { return scalar::log(v) / kLn10; }, x, kKeepFirst,
                   [](Term dy, Term x) { return dy / (x * kLn10); });
}
Tensor log1p(const Tensor& x) {
  const Tensor xf = floating("log1p", x);
  return with_slope(unary_op("log1p", Unary::log1p, xf), "Log1PBackward0", xf, kKeepFirst, [](Term dy, Term x) { return dy / (x + 1.0); });
}

Tensor erf(const Tensor& x) {
  const Tensor xf = floating("erf", x);
  return with_slope(unary_op("erf", Unary::erf, xf), "ErfBackward0", xf, kKeepFirst,
                    [](Term dy, Term x) { return dy * apply(exp, neg(x * x)) * kTwoOverSqrtPi; });
}
Tensor erfc(const Tensor& x) {
  return scalar_op("erfc", "ErfcBackward0", scalar::erfc, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(exp, neg(x * x)) * -kTwoOverSqrtPi; });
}
Tensor erfinv(const Tensor& x) {
  return scalar_op("erfinv", "ErfinvBackward0", scalar::erfinv, x, kKeepResult, [](Term dy, Term y) { return dy * apply(exp, y * y) * (1 / kTwoOverSqrtPi); });
}

namespace {
// (cos(pi x) - sinc x) / x, which cancels near 0: its own loop in double, and its own derivative -pi^2 sinc x - 2 slope / x.
Tensor sinc_slope(const Tensor& x) {
  const auto value = [](double v) {
    const double z = kPi * kPi * v * v;
    if (z < 1e-3) return -kPi * kPi * v / 3 * (1 - z / 10 * (1 - z / 28));  // the next term is below 1e-12 of it
    return (scalar::cos_pi(v) - scalar::sin_pi(v) / (kPi * v)) / v;
  };
  return with_slope(pointwise("sinc", value, x), "SincBackwardBackward0", x, kKeepFirst, [](Term dy, Term x) {
    const Term zero = apply(eq, x, 0.0), safe = where(zero, 1.0, x), ratio = where(zero, -kPi * kPi / 3, apply(sinc_slope, safe) / safe);
    return neg(dy * (apply(sinc, x) * (kPi * kPi) + ratio * 2.0));
  });
}
}  // namespace

Tensor sinc(const Tensor& x) {
  const auto value = [](double v) { return v == 0 ? 1 : scalar::sin_pi(v) / (kPi * v); };
  return scalar_op("sinc", "SincBackward0", value, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(sinc_slope, x); });
}

Tensor logit(const Tensor& x, std::optional<double> eps) {
  const Tensor xf = floating("logit", x);
  const double lowest = eps.value_or(-1), highest = 1 - lowest;
  const auto value = [](double v, double edge) {
    if (edge >= 0) v = v < edge ? edge : v > 1 - edge ? 1 - edge : v;
    return v > 0.5 ? -scalar::log((1 - v) / v) : scalar::log(v / (1 - v));
  };
  Tensor y = pointwise("logit", value, xf, lowest);
  const auto gradient = [lowest, highest](Term dy, Grads& d) {
    const Term x = d.kept(0), slope = dy / (x * (1.0 - x));
    const bool clamped = lowest >= 0;
    const Term outside = clamped ? zeros_like(dy) : hold([&] { return full(dy->shape(), __builtin_nan(""), dy->dtype()); });
    return where(apply(lt, x, clamped ? lowest : 0.0), outside, where(apply(gt, x, clamped ? highest : 1.0), outside, slope));
  };
  record(y, "LogitBackward0", kKeepFirst, gradient, xf);
  return y;
}

Tensor lgamma(const Tensor& x) {
  return scalar_op("lgamma", "LgammaBackward0", scalar::lgamma, x, kKeepFirst, [](Term dy, Term x) { return dy * apply(digamma, x); });
}
Tensor digamma(const Tensor& x) {
  return scalar_op("digamma", "DigammaBackward0", scalar::digamma, x, kKeepFirst, [](Term dy, Term x) { return dy * hold([&] { return polygamma(1, x); }); });
}
Tensor polygamma(std::int64_t n, const Tensor& x) {
  check(n >= 0 && n <= 100, ErrorKind::value, "[polygamma] n is {}; need 0 <= n <= 100.", n);
  const Tensor xf = floating("polygamma", x);
  Tensor y = pointwise("polygamma", [](double v, double order) { return scalar::polygamma(order, v); }, xf, static_cast<double>(n));
  record(y, "PolygammaBackward0", kKeepFirst, [n](Term dy, Grads& d) { return dy * hold([&] { return polygamma(n + 1, d.kept(0)); }); }, xf);
  return y;
}

Tensor deg2rad(const Tensor& x) { return mul(x, kPi / 180); }
Tensor rad2deg(const Tensor& x) { return mul(x, 180 / kPi); }

Tensor nan_to_num(const Tensor& x, double nan, std::optional<double> posinf, std::optional<double> neginf) {
  check_defined("nan_to_num", "x", x);
  if (is_integral(x.dtype())) return x.clone();
  check_floating("nan_to_num", "x", x);
  const double largest = x.dtype() == DType::float64 ? 0x1.fffffffffffffp1023 : static_cast<double>(0x1.fffffep127f), inf = __builtin_inf();
  return where(isnan(x), nan, where(eq(x, inf), posinf.value_or(largest), where(eq(x, -inf), neginf.value_or(-largest), x)));
}

}  // namespace wick
