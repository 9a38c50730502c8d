#include <cmath>

#include "wick/autograd.h"

namespace wick::autograd {

namespace {

// Element j of x, in row-major order.
double& element(const Tensor& x, std::int64_t j) {
  std::int64_t place = 0;
  for (int d = x.dim() - 1; d >= 0; --d) {
    place += j % x.shape()[d] * x.strides()[d];
    j /= x.shape()[d];
  }
  return x.data<double>()[place];
}

}  // namespace

// Every entry of the Jacobian: row i by backward() of output i, column j by central differences of input element j.
std::string gradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const GradcheckOptions& o) {
  TensorList wanted;
  std::vector<std::size_t> place;  // of each wanted one among the inputs
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    const Tensor& x = inputs[k];
    if (!x.defined() || !x.requires_grad()) continue;
    if (x.dtype() != DType::float64) return str("input ", k, " is ", x, "; gradcheck needs f64");
    wanted.push_back(x);
    place.push_back(k);
  }
  const Tensor y = fn(inputs);
  if (!y.requires_grad()) return "the result does not require grad";
  const std::int64_t n_out = y.numel();
  std::vector<std::vector<double>> rows(wanted.size());  // of each input: its part of the Jacobian
  for (std::int64_t i = 0; i < n_out || i == 0; ++i) {
    const Tensor seed = zeros_like(y);
    if (n_out > 0) seed.data<double>()[i] = 1;
    const TensorList g = grad({y}, wanted, {seed}, true, false, true);
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      const Tensor& x = wanted[k];
      if (g[k].defined() && !(g[k].shape() == x.shape() && g[k].dtype() == x.dtype()))
        return str("the gradient of input ", place[k], " is ", g[k], "; the input is ", x);
      const std::vector<double> row = g[k].defined() ? g[k].to_vector() : std::vector<double>(static_cast<std::size_t>(x.numel()));
      if (n_out > 0) rows[k].insert(rows[k].end(), row.begin(), row.end());
    }
  }
  const NoGradGuard guard;
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    const std::int64_t n_in = wanted[k].numel();
    for (std::int64_t j = 0; j < n_in; ++j) {
      double& v = element(wanted[k], j);
      const double before = v;
      v = before + o.eps;
      const std::vector<double> high = fn(inputs).to_vector();
      v = before - o.eps;
      const std::vector<double> low = fn(inputs).to_vector();
      v = before;
      for (std::int64_t i = 0; i < n_out; ++i) {
        const double numeric = (high[static_cast<std::size_t>(i)] - low[static_cast<std::size_t>(i)]) / (2 * o.eps);
        const double given = rows[k][static_cast<std::size_t>(i * n_in + j)];
        if (!(std::abs(numeric - given) <= o.atol + o.rtol * std::abs(numeric)))
          return str("d output[", i, "] / d input ", place[k], "[", j, "]: backward gives ", given, ", central differences ", numeric);
      }
    }
  }
  return "";
}

}  // namespace wick::autograd
