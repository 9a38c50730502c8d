#pragma once
// Elementwise loops. Contiguous or strided inputs, contiguous output; no in-place restriction: y may equal an input
// when that input is contiguous.

#include <cstdint>

namespace wick::kernels {

enum class Unary : std::uint8_t {
  neg, abs, sign, square, sqrt, rsqrt, reciprocal, exp, log, log1p, tanh, sigmoid, relu, leaky_relu, elu, gelu, gelu_tanh, silu, softplus,
  sin, cos, erf, floor, ceil, round, trunc
};
/// y[i] = op(x[i]). p, q: leaky_relu(negative_slope p), elu(alpha p), softplus(beta p, threshold q); else unused.
void unary(Unary op, const float* x, float* y, std::int64_t n, double p = 0, double q = 0);
void unary(Unary op, const double* x, double* y, std::int64_t n, double p = 0, double q = 0);

enum class Binary : std::uint8_t {
  add, sub, mul, div, pow, maximum, minimum,
  // gradients: a is the gradient of the result, b what the forward saved
  relu_grad,        // a where b > 0 (b: x or y)
  leaky_relu_grad,  // b: x; p = negative_slope
  elu_grad,         // b: x; p = alpha
  gelu_grad, gelu_tanh_grad, silu_grad,  // b: x
  softplus_grad,    // b: x; p = beta, q = threshold
  sigmoid_grad,     // a b (1 - b), b: y
  tanh_grad,        // a (1 - b^2), b: y
  abs_grad          // a sign(b), b: x
};
/// y[i] = op(a[i * a_step], b[i * b_step]). Steps 0 and 1 are the fast ones; any other is allowed.
/// maximum and minimum propagate NaN, as PyTorch's.
void binary(Binary op, const float* a, std::int64_t a_step, const float* b, std::int64_t b_step, float* y, std::int64_t n, double p = 0, double q = 0);
void binary(Binary op, const double* a, std::int64_t a_step, const double* b, std::int64_t b_step, double* y, std::int64_t n, double p = 0, double q = 0);
/// Integers: add, sub, mul, maximum, minimum only; wraps around.
void binary(Binary op, const std::int64_t* a, std::int64_t a_step, const std::int64_t* b, std::int64_t b_step, std::int64_t* y, std::int64_t n);

enum class Compare : std::uint8_t { eq, ne, lt, le, gt, ge };
/// y[i] = 1 where the comparison holds, else 0.
template <class T>  // float, double, int64_t, int32_t, uint8_t
void compare(Compare op, const T* a, std::int64_t a_step, const T* b, std::int64_t b_step, std::uint8_t* y, std::int64_t n);

/// y[i] = cond[i * c_step] ? a[i * a_step] : b[i * b_step].
template <class T>  // float, double, int64_t
void where(const std::uint8_t* cond, std::int64_t c_step, const T* a, std::int64_t a_step, const T* b, std::int64_t b_step, T* y, std::int64_t n);

/// y[i] = min(max(x[i], lo), hi); NaN stays NaN.
void clamp(const float* x, float* y, std::int64_t n, double lo, double hi);
void clamp(const double* x, double* y, std::int64_t n, double lo, double hi);

/// y[i] = a x[i] + b y[i]: the axpby of gradient accumulation and running statistics.
void axpby(double a, const float* x, double b, float* y, std::int64_t n);
void axpby(double a, const double* x, double b, double* y, std::int64_t n);

}  // namespace wick::kernels
