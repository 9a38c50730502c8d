#pragma once
// Reductions over the middle axis of x [outer, n, inner] into y [outer, inner]. Sums run over 32 virtual lanes
// (element i goes to lane i mod 32) and a fixed tree over the lanes, so they are the same bits on every target.

#include <cstdint>

namespace wick::kernels {

enum class Reduce : std::uint8_t { sum, mean, max, min, sum_of_squares };
/// n may be 0 for sum, mean (NaN) and sum_of_squares. max and min propagate NaN.
void reduce(Reduce op, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, float* y);
void reduce(Reduce op, const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double* y);

/// Index of the first largest (or smallest) element; a NaN counts as largest (smallest), as PyTorch's argmax.
void arg_reduce(bool largest, const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, std::int64_t* y);
void arg_reduce(bool largest, const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, std::int64_t* y);

/// Two-pass variance: sum((x - mean)^2) / (n - correction); also writes the means.
void var_mean(const float* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double correction, float* var, float* mean);
void var_mean(const double* x, std::int64_t outer, std::int64_t n, std::int64_t inner, double correction, double* var, double* mean);

/// Rows of the last axis, x [rows, n].
void softmax(const float* x, std::int64_t rows, std::int64_t n, float* y);
void softmax(const double* x, std::int64_t rows, std::int64_t n, double* y);
void log_softmax(const float* x, std::int64_t rows, std::int64_t n, float* y);
void log_softmax(const double* x, std::int64_t rows, std::int64_t n, double* y);
/// dx = y (dy - sum(dy y)) for softmax, dx = dy - exp(y) sum(dy) for log_softmax.
void softmax_grad(const float* dy, const float* y, std::int64_t rows, std::int64_t n, float* dx);
void softmax_grad(const double* dy, const double* y, std::int64_t rows, std::int64_t n, double* dx);
void log_softmax_grad(const float* dy, const float* y, std::int64_t rows, std::int64_t n, float* dx);
void log_softmax_grad(const double* dy, const double* y, std::int64_t rows, std::int64_t n, double* dx);

}  // namespace wick::kernels
