#include "wick/metrics.h"

#include "wick/ops.h"

namespace wick {

Average average_from_name(std::string_view name) {
  if (name == "micro") return Average::micro;
  if (name == "macro") return Average::macro;
  if (name == "weighted") return Average::weighted;
  check(name == "none", ErrorKind::value, "[metrics] average is \"{}\"; need \"micro\", \"macro\", \"weighted\" or \"none\".", name);
  return Average::none;
}

ConfusionMatrix::ConfusionMatrix(std::int64_t n_classes) : n_(n_classes) {
  check(n_classes >= 2, ErrorKind::value, "[ConfusionMatrix] n_classes is {}; need 2 or more.", n_classes);
  counts_.assign(static_cast<std::size_t>(checked_mul(n_, n_)), 0);
}

Tensor predicted_classes(const Tensor& preds) {
  if (!preds.is_floating_point()) return preds.to(DType::int64).contiguous();
  const Tensor p = preds.detach().contiguous();
  if (p.dim() == 2 && p.size(1) > 1) return p.argmax(1);
  check(p.dim() == 1 || p.dim() == 2, ErrorKind::shape, "[metrics] predictions are {}; need scores [N,C], logits [N], or classes i64 [N].", preds);
  return gt(p.reshape({-1}), 0.0).to(DType::int64);
}

void ConfusionMatrix::update(const Tensor& preds, const Tensor& target) {
  const Tensor classes = predicted_classes(preds), labels = target.detach().to(DType::int64).contiguous().reshape({-1});
  check(classes.numel() == labels.numel(), ErrorKind::shape, "[ConfusionMatrix] predictions are {}, targets {}; both need the same number of samples.",
        preds, target);
  const auto* p = classes.data<std::int64_t>();
  const auto* t = labels.data<std::int64_t>();
  for (std::int64_t i = 0; i < labels.numel(); ++i) {
    if (t[i] < 0) continue;
    check(t[i] < n_, ErrorKind::index, "[ConfusionMatrix] label {} at row {} is out of range; need 0 <= label < {}.", t[i], i, n_);
    check(p[i] >= 0 && p[i] < n_, ErrorKind::index, "[ConfusionMatrix] predicted class {} at row {} is out of range; need 0 <= class < {}.", p[i], i, n_);
  }
  for (std::int64_t i = 0; i < labels.numel(); ++i)
    if (t[i] >= 0) add(t[i], p[i]);
}

void ConfusionMatrix::merge(const ConfusionMatrix& other) {
  check(other.n_ == n_, ErrorKind::value, "[ConfusionMatrix] the other counts {} classes; need {}.", other.n_, n_);
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

void ConfusionMatrix::reset() { counts_.assign(counts_.size(), 0); }

Tensor ConfusionMatrix::compute() const { return tensor(counts_, {n_, n_}); }

std::int64_t ConfusionMatrix::total() const {
  std::int64_t sum = 0;
  for (const std::int64_t c : counts_) sum += c;
  return sum;
}

namespace {
double ratio(double a, double b) { return b == 0 ? 0 : a / b; }  // zero_division 0
}  // namespace

double Metric::compute() const { return compute(matrix_); }
std::vector<double> Metric::compute_per_class() const { return compute_per_class(matrix_); }

std::vector<double> Metric::compute_per_class(const ConfusionMatrix& m) const {
  std::vector<double> out;
  for (std::int64_t k = 0; k < m.n_classes(); ++k) {
    Counts c;
    c.tp = static_cast<double>(m.count(k, k));
    for (std::int64_t j = 0; j < m.n_classes(); ++j) {
      if (j == k) continue;
      c.fn += static_cast<double>(m.count(k, j));
      c.fp += static_cast<double>(m.count(j, k));
    }
    out.push_back(score(c));
  }
  return out;
}

// Macro leaves out classes that neither occur nor are predicted; weighted counts each class by its labels.
double Metric::compute(const ConfusionMatrix& m) const {
  check(average_ != Average::none, ErrorKind::value, "[{}] average is none: there is no single figure; use compute_per_class().", type());
  Counts sums;
  double total = 0, weights = 0;
  const std::vector<double> scores = compute_per_class(m);
  for (std::int64_t k = 0; k < m.n_classes(); ++k) {
    double labels = 0, predicted = 0;
    for (std::int64_t j = 0; j < m.n_classes(); ++j) {
      labels += static_cast<double>(m.count(k, j));
      predicted += static_cast<double>(m.count(j, k));
    }
    const auto tp = static_cast<double>(m.count(k, k));
    sums.tp += tp;
    sums.fn += labels - tp;
    sums.fp += predicted - tp;
    const double weight = average_ == Average::weighted ? labels : labels + predicted > 0;
    total += weight * scores[static_cast<std::size_t>(k)];
    weights += weight;
  }
  return average_ == Average::micro ? score(sums) : ratio(total, weights);
}

double Accuracy::score(const Counts& c) const { return ratio(c.tp, c.tp + c.fn); }
double Precision::score(const Counts& c) const { return ratio(c.tp, c.tp + c.fp); }
double Recall::score(const Counts& c) const { return ratio(c.tp, c.tp + c.fn); }
double F1Score::score(const Counts& c) const { return ratio(2 * c.tp, 2 * c.tp + c.fp + c.fn); }

}  // namespace wick
