#pragma once
// Softmax cross-entropy in one pass per row, forward and backward.

#include <cstdint>

namespace wick::kernels {

/// x [rows,n] logits, label [rows] (all in [0,n) or equal to ignore), weight [n] or null.
/// loss[r] = w_t (1 - s) (-logp_t) + s / n sum_c w_c (-logp_c), 0 for ignored rows (s: label_smoothing); lse [rows] gets log sum exp.
void cross_entropy(const float* x, const std::int64_t* label, const float* weight, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, float* loss, float* lse);
void cross_entropy(const double* x, const std::int64_t* label, const double* weight, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, double* loss, double* lse);
/// dx [rows,n] for the gradient dloss [rows] of each row's loss (step 0: one shared scalar).
void cross_entropy_grad(const float* x, const std::int64_t* label, const float* weight, const float* lse, const float* dloss, std::int64_t dloss_step, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, float* dx);
void cross_entropy_grad(const double* x, const std::int64_t* label, const double* weight, const double* lse, const double* dloss, std::int64_t dloss_step, std::int64_t rows, std::int64_t n, std::int64_t ignore, double smoothing, double* dx);

}  // namespace wick::kernels
