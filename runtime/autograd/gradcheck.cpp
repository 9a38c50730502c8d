#include <cmath>

#include "wick/autograd.h"

namespace wick::autograd {

// Every entry of the Jacobian: column j by central differences of input element j, row i by backward() of output i.
std::string gradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const GradcheckOptions& o) {
  const Tensor y = fn(inputs);
  if (!y.requires_grad()) return "the result does not require grad";
  const std::int64_t n_out = y.numel();
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    const Tensor& x = inputs[k];
    if (!x.defined() || !x.requires_grad()) continue;
    if (x.dtype() != DType::float64) return str("input ", k, " is ", x, "; gradcheck needs f64");
    const std::int64_t n_in = x.numel();
    std::vector<double> analytic(static_cast<std::size_t>(n_out * n_in));
    for (std::int64_t i = 0; i < n_out; ++i) {
      Tensor seed = zeros_like(y);
      seed.data<double>()[i] = 1;
      const Tensor g = grad({y}, {x}, {seed}, true, false, true)[0];
      if (!g.defined()) continue;
      const std::vector<double> row = g.to_vector();
      for (std::int64_t j = 0; j < n_in; ++j) analytic[static_cast<std::size_t>(i * n_in + j)] = row[static_cast<std::size_t>(j)];
    }
    const NoGradGuard guard;
    const Dims strides = x.strides();
    for (std::int64_t j = 0; j < n_in; ++j) {
      std::int64_t place = 0, rest = j;
      for (int d = x.dim() - 1; d >= 0; --d) {
        place += rest % x.shape()[d] * strides[d];
        rest /= x.shape()[d];
      }
      double& v = x.data<double>()[place];
      const double before = v;
      v = before + o.eps;
      const std::vector<double> high = fn(inputs).to_vector();
      v = before - o.eps;
      const std::vector<double> low = fn(inputs).to_vector();
      v = before;
      for (std::int64_t i = 0; i < n_out; ++i) {
        const double numeric = (high[static_cast<std::size_t>(i)] - low[static_cast<std::size_t>(i)]) / (2 * o.eps);
        const double given = analytic[static_cast<std::size_t>(i * n_in + j)];
        if (!(std::abs(numeric - given) <= o.atol + o.rtol * std::abs(numeric)))
          return str("d output[", i, "] / d input ", k, "[", j, "]: backward gives ", given, ", central differences ", numeric);
      }
    }
  }
  return "";
}

}  // namespace wick::autograd
