#pragma once
// Batch and layer normalization, forward and backward, each in as few passes over memory as the formula allows.

#include <cstdint>

namespace wick::kernels {

/// x [N,C,S]. y = (x - mean) / sqrt(var + eps) * weight + bias; weight, bias [C] or null (1, 0).
void batch_norm_apply(const float* x, std::int64_t N, std::int64_t C, std::int64_t S, const float* mean, const float* var, double eps, const float* weight, const float* bias, float* y);
void batch_norm_apply(const double* x, std::int64_t N, std::int64_t C, std::int64_t S, const double* mean, const double* var, double eps, const double* weight, const double* bias, double* y);
/// The same in training: writes the mean [C] and the biased variance [C] of each channel and uses them.
void batch_norm_train(const float* x, std::int64_t N, std::int64_t C, std::int64_t S, double eps, const float* weight, const float* bias, float* mean, float* var, float* y);
void batch_norm_train(const double* x, std::int64_t N, std::int64_t C, std::int64_t S, double eps, const double* weight, const double* bias, double* mean, double* var, double* y);
/// Any of dx, dweight, dbias may be null. training: mean and var are functions of x; else constants.
void batch_norm_backward(const float* dy, const float* x, std::int64_t N, std::int64_t C, std::int64_t S, const float* mean, const float* var, double eps, const float* weight, bool training, float* dx, float* dweight, float* dbias);
void batch_norm_backward(const double* dy, const double* x, std::int64_t N, std::int64_t C, std::int64_t S, const double* mean, const double* var, double eps, const double* weight, bool training, double* dx, double* dweight, double* dbias);

/// x [rows,n]; weight, bias [n] or null; also writes mean and rstd = 1 / sqrt(var + eps), [rows] each.
void layer_norm(const float* x, std::int64_t rows, std::int64_t n, const float* weight, const float* bias, double eps, float* y, float* mean, float* rstd);
void layer_norm(const double* x, std::int64_t rows, std::int64_t n, const double* weight, const double* bias, double eps, double* y, double* mean, double* rstd);
/// Any of dx, dweight, dbias may be null.
void layer_norm_backward(const float* dy, const float* x, std::int64_t rows, std::int64_t n, const float* mean, const float* rstd, const float* weight, float* dx, float* dweight, float* dbias);
void layer_norm_backward(const double* dy, const double* x, std::int64_t rows, std::int64_t n, const double* mean, const double* rstd, const double* weight, double* dx, double* dweight, double* dbias);

}  // namespace wick::kernels
