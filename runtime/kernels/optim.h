#pragma once
// Optimizer steps, one fused pass over a parameter. Formulas and order of operations as PyTorch 1.13's single-tensor code, but for Adam's
// fraction in float32, both parts of which are times sqrt(1 - beta2^t).

#include <cstdint>

namespace wick::kernels {

struct Sgd {
  double lr, momentum, dampening, weight_decay;
  bool nesterov, maximize, first;  // first: the momentum buffer is set to the gradient
};
/// buf may be null when momentum is 0.
void sgd_step(const Sgd& o, float* w, const float* g, float* buf, std::int64_t n);
void sgd_step(const Sgd& o, double* w, const double* g, double* buf, std::int64_t n);

struct Adam {
  double lr, beta1, beta2, eps, weight_decay;
  bool decoupled;  // AdamW: w *= 1 - lr weight_decay; else g += weight_decay w
  bool amsgrad, maximize;
  std::int64_t step;  // 1 for the first
};
/// max_sq is read and written only with amsgrad.
void adam_step(const Adam& o, float* w, const float* g, float* avg, float* sq, float* max_sq, std::int64_t n);
void adam_step(const Adam& o, double* w, const double* g, double* avg, double* sq, double* max_sq, std::int64_t n);

}  // namespace wick::kernels
