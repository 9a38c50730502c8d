#include <cmath>

#include "wick/autograd.h"

namespace wick::autograd {

namespace {

using Function = std::function<TensorList(const TensorList&)>;

// Element j of x, in row-major order.
double& element(const Tensor& x, std::int64_t j) {
  std::int64_t place = 0;
  for (int d = x.dim() - 1; d >= 0; --d) {
    place += j % x.shape()[d] * x.strides()[d];
    j /= x.shape()[d];
  }
  return x.data<double>()[place];
}

std::vector<double> values(const TensorList& outputs) {
  std::vector<double> all;
  for (const Tensor& y : outputs) {
    const std::vector<double> v = y.to_vector();
    all.insert(all.end(), v.begin(), v.end());
  }
  return all;
}

// Those that are differentiated, and their places among the inputs.
struct Wanted {
  TensorList tensors;
  std::vector<std::size_t> places;
  std::string error;
};
Wanted wanted_of(const TensorList& inputs) {
  Wanted out;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    const Tensor& x = inputs[k];
    if (!x.defined() || !x.requires_grad()) continue;
    if (x.dtype() != DType::float64) out.error = str("input ", k, " is ", x, "; gradcheck needs f64");
    out.tensors.push_back(x);
    out.places.push_back(k);
  }
  return out;
}

// Every entry of the Jacobian of all outputs: row i by a walk from output element i, column j by central differences of input
// element j. One walk, of zeros, even if there is no output element. constants: an output without a graph has zeros for its rows.
std::string check_jacobian(const Function& fn, const TensorList& inputs, const GradcheckOptions& o, bool constants) {
  const Wanted wanted = wanted_of(inputs);
  if (!wanted.error.empty()) return wanted.error;
  const TensorList outputs = fn(inputs);
  std::vector<std::vector<double>> rows(wanted.tensors.size());  // of each input: its part of the Jacobian
  for (const Tensor& y : outputs) {
    if (!y.requires_grad() && !constants) return "the result does not require grad";
    for (std::int64_t i = 0; i < y.numel() || i == 0; ++i) {
      const Tensor seed = zeros_like(y);
      if (y.numel() > 0) seed.data<double>()[i] = 1;
      const TensorList g = y.requires_grad() ? grad({y}, wanted.tensors, {seed}, true, false, true) : TensorList(wanted.tensors.size());
      for (std::size_t k = 0; k < g.size(); ++k) {
        const Tensor& x = wanted.tensors[k];
        if (g[k].defined() && !(g[k].shape() == x.shape() && g[k].dtype() == x.dtype()))
          return str("the gradient of input ", wanted.places[k], " is ", g[k], "; the input is ", x);
        const std::vector<double> row = g[k].defined() ? g[k].to_vector() : std::vector<double>(static_cast<std::size_t>(x.numel()));
        if (y.numel() > 0) rows[k].insert(rows[k].end(), row.begin(), row.end());
      }
    }
  }
  const NoGradGuard guard;
  for (std::size_t k = 0; k < wanted.tensors.size(); ++k) {
    const auto n_in = static_cast<std::size_t>(wanted.tensors[k].numel());
    for (std::size_t j = 0; j < n_in; ++j) {
      double& v = element(wanted.tensors[k], static_cast<std::int64_t>(j));
      const double before = v;
      v = before + o.eps;
      const std::vector<double> high = values(fn(inputs));
      v = before - o.eps;
      const std::vector<double> low = values(fn(inputs));
      v = before;
      for (std::size_t i = 0; i < high.size(); ++i) {
        const double numeric = (high[i] - low[i]) / (2 * o.eps), given = rows[k][i * n_in + j];
        if (!(std::abs(numeric - given) <= o.atol + o.rtol * std::abs(numeric)))
          return str("d output[", i, "] / d input ", wanted.places[k], "[", j, "]: backward gives ", given, ", central differences ", numeric);
      }
    }
  }
  return "";
}

}  // namespace

std::string gradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const GradcheckOptions& o) {
  return check_jacobian([&](const TensorList& in) { return TensorList{fn(in)}; }, inputs, o, false);
}

std::string gradgradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const Tensor& grad_output,
                          const GradcheckOptions& o) {
  const Wanted wanted = wanted_of(inputs);
  if (!wanted.error.empty()) return wanted.error;
  const Tensor y = fn(inputs);
  Tensor dy = grad_output.defined() ? grad_output.detach() : zeros_like(y);
  for (std::int64_t i = 0; !grad_output.defined() && i < dy.numel(); ++i) dy.data<double>()[i] = 0.3 + 0.45 * static_cast<double>(i % 5) - static_cast<double>(i % 3);
  dy.requires_grad_();
  // The differences are those of the plain walk, which may run other kernels than the recorded one.
  const auto first = [&](const TensorList& all) {
    const bool create = grad_enabled();
    const EnableGradGuard on;
    TensorList out;
    for (const Tensor& g : grad({fn(inputs)}, wanted.tensors, {all.back()}, false, create, true))
      if (g.defined()) out.push_back(g);
    return out;
  };
  TensorList all = inputs;
  all.push_back(dy);
  return check_jacobian(first, all, o, true);
}

}  // namespace wick::autograd
