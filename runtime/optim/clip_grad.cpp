// clip_grad_norm_ and clip_grad_value_.

#include <cmath>

#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/optim.h"

namespace wick::nn::utils {

namespace {

// Eight double sums in a fixed order: float gradients cannot overflow them, and the result is the same everywhere.
template <class T, class F>
double sum_of(const T* g, std::int64_t n, F f) {
  double lanes[8] = {};
  std::int64_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int l = 0; l < 8; ++l) lanes[l] += f(static_cast<double>(g[i + l]));
  for (; i < n; ++i) lanes[i % 8] += f(static_cast<double>(g[i]));
  return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

// Sum of |g|^p, or the largest |g| for p infinite; a NaN in g gives NaN.
double power_sum(const Tensor& grad, double p) {
  const Tensor g = grad.detach().contiguous();
  return dispatch_floating("clip_grad_norm_", g.dtype(), [&]<class T>() {
    const T* x = g.data<T>();
    const std::int64_t n = g.numel();
    if (p == 2) return sum_of(x, n, [](double v) { return v * v; });
    if (p == 1) return sum_of(x, n, [](double v) { return std::fabs(v); });
    if (!std::isinf(p)) return sum_of(x, n, [p](double v) { return std::pow(std::fabs(v), p); });
    double largest = 0;
    for (std::int64_t i = 0; i < n; ++i) {
      const double v = std::fabs(static_cast<double>(x[i]));
      if (!(v <= largest)) largest = v;
      if (std::isnan(v)) break;
    }
    return largest;
  });
}

}  // namespace

double clip_grad_norm_(const std::vector<Tensor>& parameters, double max_norm, double norm_type, bool error_if_nonfinite) {
  check(norm_type > 0, ErrorKind::value, "[clip_grad_norm_] norm_type is {}; need norm_type > 0.", norm_type);
  check(max_norm >= 0, ErrorKind::value, "[clip_grad_norm_] max_norm is {}; need max_norm >= 0.", max_norm);
  const NoGradGuard guard;
  double total = 0;
  for (const Tensor& p : parameters) {
    if (!p.grad().defined()) continue;
    const double sum = power_sum(p.grad(), norm_type);
    if (!std::isinf(norm_type)) total += sum;
    else if (!(sum <= total)) total = sum;
    if (std::isnan(total)) break;
  }
  if (norm_type == 2) total = std::sqrt(total);
  else if (norm_type != 1 && !std::isinf(norm_type)) total = std::pow(total, 1 / norm_type);
  check(!error_if_nonfinite || std::isfinite(total), ErrorKind::diverged, "[clip_grad_norm_] the norm of the gradients is {}; need a finite one.",
        total);
  const double scale = max_norm / (total + 1e-6);
  if (scale >= 1) return total;
  for (const Tensor& p : parameters)
    if (Tensor g = p.grad(); g.defined()) g.detach().mul_(scale);
  return total;
}

void clip_grad_value_(const std::vector<Tensor>& parameters, double clip_value) {
  check(clip_value >= 0, ErrorKind::value, "[clip_grad_value_] clip_value is {}; need clip_value >= 0.", clip_value);
  const NoGradGuard guard;
  for (const Tensor& p : parameters)
    if (Tensor g = p.grad(); g.defined()) g.detach().copy_(clamp(g, -clip_value, clip_value));
}

}  // namespace wick::nn::utils
