// Metrics of regression and of language models.

#include <algorithm>
#include <cmath>

#include "train/metric_input.h"
#include "wick/metrics.h"

namespace wick {

namespace {

void check_outputs(const char* type, std::int64_t n) { check(n >= 1, ErrorKind::value, "[{}] num_outputs is {}; need 1 or more.", type, n); }
Average of_outputs(std::int64_t n) { return n > 1 ? Average::none : Average::micro; }
std::int64_t at_least_0(std::int64_t n) { return std::max<std::int64_t>(0, n); }

// Calls add(output, prediction, target) for each element; returns the number of samples.
template <class F>
double each(const char* type, std::size_t n_outputs, const Tensor& preds, const Tensor& target, F add) {
  check(preds.defined() && target.defined() && preds.numel() == target.numel() && (preds.shape() == target.shape() || n_outputs == 1), ErrorKind::shape,
        "[{}] predictions are {}, targets {}; both need the same shape.", type, preds, target);
  check(n_outputs == 1 || (preds.dim() == 2 && preds.size(1) == static_cast<std::int64_t>(n_outputs)), ErrorKind::shape, "[{}] predictions are {}; need [N,{}].",
        type, preds, n_outputs);
  const std::vector<double> p = preds.to_vector(), y = target.to_vector();
  for (std::size_t i = 0; i < p.size(); ++i) add(i % n_outputs, p[i], y[i]);
  return static_cast<double>(p.size() / n_outputs);
}

// All sums but the last, which counts the samples, over that.
std::vector<double> means(const std::vector<double>& sums) {
  std::vector<double> out;
  for (std::size_t k = 0; k + 1 < sums.size(); ++k) out.push_back(sums[k] / sums.back());
  return out;
}

}  // namespace

MeanSquaredError::MeanSquaredError(bool squared, std::int64_t num_outputs) : Metric(at_least_0(num_outputs) + 1, of_outputs(num_outputs)), squared_(squared) {
  check_outputs("MeanSquaredError", num_outputs);
}
void MeanSquaredError::update(const Tensor& preds, const Tensor& target) {
  state_.sums.back() += each(type(), n_values(), preds, target, [&](std::size_t k, double p, double y) { state_.sums[k] += (p - y) * (p - y); });
}
std::vector<double> MeanSquaredError::values(Average) const {
  std::vector<double> out = means(state_.sums);
  if (!squared_)
    for (double& v : out) v = std::sqrt(v);
  return out;
}

MeanAbsoluteError::MeanAbsoluteError(std::int64_t num_outputs) : Metric(at_least_0(num_outputs) + 1, of_outputs(num_outputs)) {
  check_outputs("MeanAbsoluteError", num_outputs);
}
void MeanAbsoluteError::update(const Tensor& preds, const Tensor& target) {
  state_.sums.back() += each(type(), n_values(), preds, target, [&](std::size_t k, double p, double y) { state_.sums[k] += std::fabs(p - y); });
}
std::vector<double> MeanAbsoluteError::values(Average) const { return means(state_.sums); }

// Sums: of each output the targets, their squares and the squared errors, then the samples.
R2Score::R2Score(std::int64_t num_outputs, std::int64_t adjusted, std::string_view multioutput)
    : Metric(checked_mul(3, at_least_0(num_outputs)) + 1, multioutput == "raw_values" ? of_outputs(num_outputs) : Average::micro),
      adjusted_(adjusted), weighted_(multioutput == "variance_weighted") {
  check_outputs("R2Score", num_outputs);
  check(adjusted >= 0, ErrorKind::value, "[R2Score] adjusted is {}; need 0 or more.", adjusted);
  check(weighted_ || multioutput == "raw_values" || multioutput == "uniform_average", ErrorKind::value,
        "[R2Score] multioutput is \"{}\"; need \"raw_values\", \"uniform_average\" or \"variance_weighted\".", multioutput);
}
void R2Score::update(const Tensor& preds, const Tensor& target) {
  state_.sums.back() += each(type(), n_values(), preds, target, [&](std::size_t k, double p, double y) {
    double* s = &state_.sums[3 * k];
    s[0] += y;
    s[1] += y * y;
    s[2] += (p - y) * (p - y);
  });
}
std::vector<double> R2Score::values(Average average) const {
  const double n = state_.sums.back();
  check(n >= 2, ErrorKind::value, "[R2Score] it saw {} samples; need at least two.", n);
  std::vector<double> out, weights;
  for (std::size_t k = 0; k < n_values(); ++k) {
    const double* s = &state_.sums[3 * k];
    const double total = s[1] - s[0] * s[0] / n, left = s[2];
    constexpr double kNothing = 1e-4;  // torchmetrics' limit for targets or errors that do not vary
    out.push_back(left <= kNothing ? 1 : total <= kNothing ? 0 : 1 - left / total);
    weights.push_back(weighted_ ? total : 1);
  }
  const auto d = static_cast<double>(adjusted_);
  const auto adjust = [&](double& r) {
    if (d > 0 && d < n - 1) r = 1 - (1 - r) * (n - 1) / (n - d - 1);
  };
  if (average != Average::none) out = {metric::weighted_mean(out, weights)};
  for (double& r : out) adjust(r);
  return out;
}

// Sums: negative log likelihoods, and how many.
void Perplexity::update(const Tensor& preds, const Tensor& target) {
  check(preds.defined() && target.defined() && preds.is_floating_point() && preds.dim() == target.dim() + 1, ErrorKind::shape,
        "[Perplexity] predictions are {}, targets {}; need logits with one dimension more, for the classes.", preds, target);
  const std::int64_t dim = class_dim_ < 0 ? class_dim_ + preds.dim() : class_dim_;
  check(dim >= 0 && dim < preds.dim(), ErrorKind::index, "[Perplexity] class_dim is {}; predictions are {}.", class_dim_, preds);
  Shape rest = preds.shape();
  rest.erase(static_cast<int>(dim));
  check(rest == target.shape(), ErrorKind::shape, "[Perplexity] predictions are {}, targets {}; without the classes (dimension {}) both need the same shape.",
        preds, target, dim);
  const std::int64_t V = preds.size(dim);
  std::size_t step = 1;  // from class to class
  for (std::int64_t d = dim + 1; d < preds.dim(); ++d) step *= static_cast<std::size_t>(preds.size(d));
  const std::vector<double> x = preds.detach().to_vector(), labels = target.detach().to_vector();
  std::vector<double> sums = state_.sums;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto y = static_cast<std::int64_t>(labels[i]);
    if (y < 0 || (ignore_index_ && y == *ignore_index_)) continue;
    check(y < V, ErrorKind::index, "[Perplexity] label {} at row {} is out of range; need 0 <= label < {}.", y, i, V);
    const double* p = &x[i / step * step * static_cast<std::size_t>(V) + i % step];
    double highest = p[0], sum = 0;
    for (std::int64_t k = 1; k < V; ++k) highest = std::max(highest, p[static_cast<std::size_t>(k) * step]);
    for (std::int64_t k = 0; k < V; ++k) sum += std::exp(p[static_cast<std::size_t>(k) * step] - highest);
    sums[0] += highest + std::log(sum) - p[static_cast<std::size_t>(y) * step];
    ++sums[1];
  }
  state_.sums = sums;
}
std::vector<double> Perplexity::values(Average) const { return {std::exp(state_.sums[0] / state_.sums[1])}; }

}  // namespace wick
