// Metrics of confusion matrices. Sums: [row of target, column of prediction], multilabel one 2x2 matrix after the other.

#include <algorithm>
#include <cmath>
#include <limits>

#include "train/metric_input.h"
#include "wick/metrics.h"
#include "wick/ops.h"

namespace wick {

using metric::ratio;
using metric::Task;

namespace {

std::int64_t rows(const ClassificationOptions& o) { return o.task == "multiclass" ? std::max<std::int64_t>(0, o.num_classes) : 2; }
std::int64_t n_cells(const ClassificationOptions& o) {
  return checked_mul(checked_mul(rows(o), rows(o)), o.task == "multilabel" ? std::max<std::int64_t>(0, o.num_classes) : 1);
}

void count_cells(const char* type, const ClassificationOptions& o, const Tensor& preds, const Tensor& target, std::vector<double>& cells) {
  const metric::Samples s = metric::read(type, o, preds, target, false);
  const bool multiclass = o.task == "multiclass";
  for (std::size_t i = 0; i < s.labels.size(); ++i) {
    if (s.labels[i] < 0) continue;
    const auto label = static_cast<std::size_t>(s.labels[i]);
    if (multiclass) ++cells[label * s.width + static_cast<std::size_t>(metric::predicted(s, i))];
    else ++cells[i % s.width * 4 + label * 2 + (s.scores[i] > o.threshold)];
  }
}

}  // namespace

ConfusionMatrix::ConfusionMatrix(const ClassificationOptions& o, std::string_view normalize)
    : Accumulator(n_cells(o)), options_(o), normalize_(normalize), n_(rows(o)) {
  metric::check_options("ConfusionMatrix", o);
  check(normalize == "none" || normalize == "true" || normalize == "pred" || normalize == "all", ErrorKind::value,
        "[ConfusionMatrix] normalize is \"{}\"; need \"none\", \"true\", \"pred\" or \"all\".", normalize);
}

void ConfusionMatrix::update(const Tensor& preds, const Tensor& target) { count_cells(type(), options_, preds, target, state_.sums); }

std::int64_t ConfusionMatrix::total() const {
  double sum = 0;
  for (const double c : state_.sums) sum += c;
  return static_cast<std::int64_t>(sum);
}

Tensor ConfusionMatrix::compute() const {
  const bool multilabel = options_.task == "multilabel";
  const Shape shape = multilabel ? Shape{options_.num_classes, 2, 2} : Shape{n_, n_};
  const std::vector<double>& cells = state_.sums;
  if (normalize_ == "none") {
    std::vector<std::int64_t> counts;
    for (const double c : cells) counts.push_back(static_cast<std::int64_t>(c));
    return tensor(counts, shape);
  }
  const auto n = static_cast<std::size_t>(n_);
  std::vector<float> shares;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double* matrix = &cells[i / (n * n) * (n * n)];
    const std::size_t row = i / n % n, column = i % n;
    double whole = 0;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b)
        if (normalize_ == "all" || (normalize_ == "true" ? a == row : b == column)) whole += matrix[a * n + b];
    shares.push_back(static_cast<float>(ratio(cells[i], whole)));
  }
  return tensor(shares, shape);
}

MatrixMetric::MatrixMetric(const ClassificationOptions& o, Average average, const char* type)
    : Metric(n_cells(o), o.task == "binary" ? Average::micro : average), options_(o), n_(static_cast<std::size_t>(rows(o))) {
  metric::check_options(type, o);
}

std::string MatrixMetric::detail() const { return options_.task == "multiclass" ? "" : "_" + options_.task; }

void MatrixMetric::update(const Tensor& preds, const Tensor& target) { count_cells(type(), options_, preds, target, state_.sums); }

std::vector<double> MatthewsCorrCoef::values(Average) const {
  std::vector<double> m(n_ * n_), truth(n_), said(n_);
  for (std::size_t i = 0; i < state_.sums.size(); ++i) m[i % m.size()] += state_.sums[i];
  double total = 0, right = 0;
  for (std::size_t a = 0; a < n_; ++a)
    for (std::size_t b = 0; b < n_; ++b) {
      const double c = m[a * n_ + b];
      truth[a] += c;
      said[b] += c;
      total += c;
      if (a == b) right += c;
    }
  if (n_ == 2 && right != 0 && right == total) return {1};
  if (n_ == 2 && right == 0 && total != 0) return {-1};
  double both = right * total, of_said = total * total, of_truth = total * total;
  for (std::size_t k = 0; k < n_; ++k) {
    both -= truth[k] * said[k];
    of_said -= said[k] * said[k];
    of_truth -= truth[k] * truth[k];
  }
  double below = of_said * of_truth;
  if (below != 0) return {both / std::sqrt(below)};
  if (n_ != 2) return {0};
  // Only one class occurs, or only one is predicted: the limit, as torchmetrics has it.
  const double tn = m[0], fp = m[1], fn = m[2], tp = m[3], eps = std::numeric_limits<float>::epsilon();
  const double a = tp == 0 || tn == 0 ? tp + tn : 0, b = fp == 0 || fn == 0 ? fp + fn : 0;
  below = (tp + fp + eps) * (tp + fn + eps) * (tn + fp + eps) * (tn + fn + eps);
  return {std::sqrt(eps) * (a - b) / std::sqrt(below)};
}

CohenKappa::CohenKappa(const ClassificationOptions& o, std::string_view weights) : MatrixMetric(o, Average::micro, "CohenKappa"), weights_(weights) {
  check(o.task != "multilabel", ErrorKind::value, "[CohenKappa] task is \"multilabel\"; need \"binary\" or \"multiclass\".");
  check(weights == "none" || weights == "linear" || weights == "quadratic", ErrorKind::value,
        "[CohenKappa] weights is \"{}\"; need \"none\", \"linear\" or \"quadratic\".", weights);
}

std::string CohenKappa::detail() const { return str(MatrixMetric::detail(), weights_ == "none" ? "" : "_" + weights_); }

std::vector<double> CohenKappa::values(Average) const {
  std::vector<double> truth(n_), said(n_);
  double total = 0, seen = 0, expected = 0;
  for (std::size_t a = 0; a < n_; ++a)
    for (std::size_t b = 0; b < n_; ++b) truth[a] += count(a, b), said[b] += count(a, b), total += count(a, b);
  for (std::size_t a = 0; a < n_; ++a)
    for (std::size_t b = 0; b < n_; ++b) {
      const double d = a > b ? static_cast<double>(a - b) : static_cast<double>(b - a);
      const double weight = weights_ == "none" ? a != b : weights_ == "linear" ? d : d * d;
      seen += weight * count(a, b);
      expected += weight * truth[a] * said[b] / total;
    }
  return {1 - seen / expected};  // NaN without samples or with one class alone
}

std::size_t JaccardIndex::n_values() const {
  return options_.task == "binary" ? 1 : static_cast<std::size_t>(options_.num_classes);
}

std::vector<double> JaccardIndex::values(Average average) const {
  const bool multiclass = options_.task == "multiclass";
  std::vector<double> scores, weights;
  double both_sum = 0, either_sum = 0;
  for (std::size_t k = 0; k < n_values(); ++k) {
    double both = 0, truth = 0, said = 0;
    if (multiclass) {
      both = count(k, k);
      for (std::size_t j = 0; j < n_; ++j) truth += count(k, j), said += count(j, k);
    } else {
      const double* m = &state_.sums[4 * k];
      both = m[3], truth = m[2] + m[3], said = m[1] + m[3];
    }
    const double either = truth + said - both;
    const bool ignored = multiclass && options_.ignore_index && static_cast<std::int64_t>(k) == *options_.ignore_index;
    both_sum += both;
    either_sum += ignored ? 0 : either;
    scores.push_back(ratio(both, either));
    weights.push_back(average == Average::weighted ? truth : !ignored && (!multiclass || truth + said > 0));
  }
  if (average == Average::none) return scores;
  if (average == Average::micro) return {ratio(both_sum, either_sum)};
  return {metric::weighted_mean(scores, weights)};
}

}  // namespace wick
