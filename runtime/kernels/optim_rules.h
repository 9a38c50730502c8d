#pragma once
// Optimizer steps that share one loop: each is a rule that changes one weight and its buffers given its gradient.

#include <cstdint>

namespace wick::kernels {

// What the steps need, worked out from the options: decay is weight_decay, sign -1 to maximize. Buffers in the order of
// the comments; those in brackets may be null.

/// Kingma, Ba 2014 (arXiv:1412.6980), section 7.1. exp_avg, exp_inf; step = lr / (1 - beta1^t).
struct Adamax {
  double sign, decay, beta1, beta2, eps, step;
};
/// Dozat 2016, "Incorporating Nesterov momentum into Adam". exp_avg, exp_avg_sq; of_grad and of_avg multiply g and exp_avg.
struct NAdam {
  double decay, beta1, beta2, eps, sqrt_correction2, of_grad, of_avg;
};
/// Liu et al. 2019 (arXiv:1908.03265). exp_avg, exp_avg_sq; rectified 0 while the variance is unknown.
struct RAdam {
  double decay, beta1, beta2, eps, step, rectified;
};
/// Tieleman, Hinton 2012, lecture 6.5. square_avg, [grad_avg], [momentum_buffer].
struct RMSprop {
  double sign, decay, alpha, eps, momentum, lr;
};
/// Duchi, Hazan, Singer 2011. sum; lr already decayed.
struct Adagrad {
  double sign, decay, eps, lr;
};
/// Zeiler 2012 (arXiv:1212.5701). square_avg, acc_delta.
struct Adadelta {
  double sign, decay, rho, eps, lr;
};
/// Polyak, Juditsky 1992. ax.
struct ASGD {
  double sign, decay, shrink, eta, mu;
};
/// Riedmiller, Braun 1993. prev, step_size.
struct Rprop {
  double sign, eta_minus, eta_plus, step_min, step_max;
};
/// Chen et al. 2023 (arXiv:2302.06675). exp_avg.
struct Lion {
  double sign, shrink, beta1, beta2, lr;
};

#define WICK_OPTIMIZER_RULES(X) X(Adamax) X(NAdam) X(RAdam) X(RMSprop) X(Adagrad) X(Adadelta) X(ASGD) X(Rprop) X(Lion)

/// One step of n weights; b: three buffers, null where unused.
#define WICK_DECLARE_STEP(Rule)                                                                             \
  void optimizer_step(const Rule& rule, float* w, const float* g, float* const b[3], std::int64_t n);      \
  void optimizer_step(const Rule& rule, double* w, const double* g, double* const b[3], std::int64_t n);
WICK_OPTIMIZER_RULES(WICK_DECLARE_STEP)
#undef WICK_DECLARE_STEP

}  // namespace wick::kernels
