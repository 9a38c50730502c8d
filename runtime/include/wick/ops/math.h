#pragma once
// Elementwise ops beyond those of wick/ops.h, by the same rules. Integers become f32 where the function is not one of
// integers, as in PyTorch. Results in f32 are within 1 ulp unless said otherwise, and have the same bits on every target.

#include <optional>
#include <string_view>

#include "wick/tensor.h"

namespace wick {

// Rounding: integers stay as they are; the gradient is 0, that of frac is 1.
Tensor floor(const Tensor& x);
Tensor ceil(const Tensor& x);
Tensor trunc(const Tensor& x);
Tensor round(const Tensor& x, std::int64_t decimals = 0);  ///< half to even, at the given place after the point
Tensor frac(const Tensor& x);
Tensor sign(const Tensor& x);

Tensor tan(const Tensor& x);  ///< 4 ulp
Tensor asin(const Tensor& x);
Tensor acos(const Tensor& x);
Tensor atan(const Tensor& x);
Tensor sinh(const Tensor& x);
Tensor cosh(const Tensor& x);
Tensor asinh(const Tensor& x);
Tensor acosh(const Tensor& x);
Tensor atanh(const Tensor& x);
Tensor exp2(const Tensor& x);
Tensor expm1(const Tensor& x);
Tensor log2(const Tensor& x);
Tensor log10(const Tensor& x);
Tensor log1p(const Tensor& x);  ///< 1.5 ulp
Tensor erf(const Tensor& x);    ///< 1.2 ulp
Tensor erfc(const Tensor& x);
Tensor erfinv(const Tensor& x);
Tensor sinc(const Tensor& x);  ///< sin(pi x) / (pi x)
/// log(x / (1 - x)), x clamped to [eps, 1 - eps] if eps is given.
Tensor logit(const Tensor& x, std::optional<double> eps = {});
Tensor lgamma(const Tensor& x);
Tensor digamma(const Tensor& x);
Tensor polygamma(std::int64_t n, const Tensor& x);  ///< n-th derivative of digamma, 0 <= n <= 100
Tensor deg2rad(const Tensor& x);
Tensor rad2deg(const Tensor& x);
/// NaN, inf and -inf replaced; posinf and neginf default to the dtype's largest and smallest number.
Tensor nan_to_num(const Tensor& x, double nan = 0, std::optional<double> posinf = {}, std::optional<double> neginf = {});

// Of two operands, which broadcast and promote.
Tensor remainder(const Tensor& x, const Tensor& other);     ///< has other's sign
Tensor fmod(const Tensor& x, const Tensor& other);          ///< has x's sign
Tensor floor_divide(const Tensor& x, const Tensor& other);  ///< no gradient, as in PyTorch
/// rounding_mode: "floor" or "trunc"; the gradient is 0.
Tensor div(const Tensor& x, const Tensor& other, std::string_view rounding_mode);
Tensor atan2(const Tensor& x, const Tensor& other);         ///< angle of the point (other, x)
Tensor hypot(const Tensor& x, const Tensor& other);
Tensor logaddexp(const Tensor& x, const Tensor& other);
Tensor logaddexp2(const Tensor& x, const Tensor& other);
Tensor xlogy(const Tensor& x, const Tensor& other);      ///< x log(other); 0 where x is 0
Tensor copysign(const Tensor& x, const Tensor& other);
Tensor heaviside(const Tensor& x, const Tensor& values);  ///< no gradient
Tensor lerp(const Tensor& x, const Tensor& end, const Tensor& weight);  ///< x + weight (end - x)
Tensor addcmul(const Tensor& x, const Tensor& tensor1, const Tensor& tensor2, double value = 1);
Tensor addcdiv(const Tensor& x, const Tensor& tensor1, const Tensor& tensor2, double value = 1);
/// clamp with bounds that broadcast; either may be undefined. min above max gives max.
Tensor clamp_tensor(const Tensor& x, const Tensor& min, const Tensor& max);
Tensor clamp_min(const Tensor& x, const Tensor& min);
Tensor clamp_max(const Tensor& x, const Tensor& max);

// Tests: bool results.
Tensor isnan(const Tensor& x);
Tensor isinf(const Tensor& x);
Tensor isfinite(const Tensor& x);
Tensor logical_not(const Tensor& x);
Tensor logical_and(const Tensor& x, const Tensor& other);
Tensor logical_or(const Tensor& x, const Tensor& other);
Tensor logical_xor(const Tensor& x, const Tensor& other);

// Bits of integers and bools.
Tensor bitwise_not(const Tensor& x);
Tensor bitwise_and(const Tensor& x, const Tensor& other);
Tensor bitwise_or(const Tensor& x, const Tensor& other);
Tensor bitwise_xor(const Tensor& x, const Tensor& other);

}  // namespace wick
