// What all metrics share, how they read predictions, and those of true and false positives and negatives.

#include "wick/metrics.h"

#include <algorithm>

#include "core/sort.h"
#include "train/metric_input.h"
#include "wick/ops.h"

namespace wick {

Average average_from_name(std::string_view name) {
  if (name == "micro") return Average::micro;
  if (name == "macro") return Average::macro;
  if (name == "weighted") return Average::weighted;
  check(name == "none", ErrorKind::value, "[metrics] average is \"{}\"; need \"micro\", \"macro\", \"weighted\" or \"none\".", name);
  return Average::none;
}

Tensor predicted_classes(const Tensor& preds) {
  if (!preds.is_floating_point()) return preds.to(DType::int64).contiguous();
  const Tensor p = preds.detach().contiguous();
  if (p.dim() == 2 && p.size(1) > 1) return p.argmax(1);
  check(p.dim() == 1 || p.dim() == 2, ErrorKind::shape, "[metrics] predictions are {}; need scores [N,C], logits [N], or classes i64 [N].", preds);
  return gt(p.reshape({-1}), 0.0).to(DType::int64);
}

void Accumulator::merge(const Accumulator& other) {
  const MetricState& from = other.state_;
  check(std::string_view(type()) == other.type() && detail() == other.detail() && from.sums.size() == state_.sums.size(), ErrorKind::value,
        "[{}] cannot merge with a {}{} of {} sums; need one of the same classes and settings.", type(), other.type(), other.detail(), from.sums.size());
  for (std::size_t i = 0; i < from.sums.size(); ++i) state_.sums[i] += from.sums[i];
  state_.scores.insert(state_.scores.end(), from.scores.begin(), from.scores.end());
  state_.labels.insert(state_.labels.end(), from.labels.begin(), from.labels.end());
}

void Accumulator::reset() { state_ = {std::vector<double>(state_.sums.size()), {}, {}}; }

double Metric::compute() const {
  const std::vector<double> v = values();
  check(average_ != Average::none && v.size() == 1, ErrorKind::value, "[{}] average is none: there is no single figure; use compute_per_class().", type());
  return v[0];
}

std::vector<std::string> Metric::names() const {
  constexpr const char* kSuffix[] = {"", "_macro", "_weighted", "_none"};
  const std::string name = str(type(), detail(), kSuffix[static_cast<int>(average_)]);
  if (average_ != Average::none) return {name};
  std::vector<std::string> out;
  for (std::size_t k = 0; k < n_values(); ++k) out.push_back(str(name, "_", k));
  return out;
}

// ---- Reading.

namespace metric {

Task task_of(const ClassificationOptions& o) {
  return o.task == "binary" ? Task::binary : o.task == "multiclass" ? Task::multiclass : Task::multilabel;
}

void check_options(const char* type, const ClassificationOptions& o) {
  check(o.task == "binary" || o.task == "multiclass" || o.task == "multilabel", ErrorKind::value,
        "[{}] task is \"{}\"; need \"binary\", \"multiclass\" or \"multilabel\".", type, o.task);
  check(o.task == "binary" || o.num_classes >= 2, ErrorKind::value, "[{}] num_classes is {}; need 2 or more.", type, o.num_classes);
  check(o.threshold >= 0 && o.threshold <= 1, ErrorKind::value, "[{}] threshold is {}; need a number from 0 to 1.", type, o.threshold);
}

namespace {

bool outside_unit(const std::vector<double>& v) {
  for (const double x : v)
    if (!(x >= 0 && x <= 1)) return true;
  return false;
}

// [N,K,...] -> [N*M,K]
Tensor rows_of(const Tensor& x) {
  const std::int64_t n = x.size(0), k = x.size(1), m = n * k == 0 ? 0 : x.numel() / (n * k);
  return x.detach().contiguous().reshape({n, k, m}).transpose(1, 2).contiguous().reshape({n * m, k});
}

// The same without the second size.
Shape without_classes(const Shape& s) {
  Shape out = s;
  out.erase(1);
  return out;
}

void read_multiclass(const char* type, const ClassificationOptions& o, const Tensor& preds, const Tensor& target, bool probabilities, Samples& s) {
  const std::int64_t C = o.num_classes;
  s.width = static_cast<std::size_t>(C);
  s.labels.reserve(static_cast<std::size_t>(target.numel()));
  if (!preds.is_floating_point()) {
    check(preds.numel() == target.numel(), ErrorKind::shape, "[{}] predictions are {}, targets {}; both need the same number of samples.", type, preds, target);
    s.are_classes = true;
    s.scores = preds.to_vector();
    return;
  }
  const bool one_logit = C == 2 && preds.numel() == target.numel() && (preds.dim() == 1 || (preds.dim() == 2 && preds.size(1) == 1));
  check(one_logit || (preds.dim() >= 2 && preds.size(1) == C && without_classes(preds.shape()) == target.shape()), ErrorKind::shape,
        "[{}] predictions are {}, targets {}; need scores [N,{},...] for targets [N,...], or classes of the targets' shape.", type, preds, target, C);
  Tensor rows;
  if (one_logit) {  // the logit of class 1 over class 0
    const Tensor p = preds.detach().reshape({preds.numel(), 1});
    rows = cat({zeros_like(p), p}, 1);
  } else {
    rows = rows_of(preds);
  }
  s.scores = rows.to_vector();
  if (probabilities && (one_logit || o.logits || outside_unit(s.scores))) s.scores = rows.softmax(1).to_vector();
}

void read_binary_or_labels(const char* type, const ClassificationOptions& o, const Tensor& preds, const Tensor& target, Samples& s) {
  const bool binary = o.task == "binary";
  if (binary && o.logits && preds.dim() == 2 && preds.size(1) == 2 && preds.size(0) == target.numel())  // of both classes
    return read_binary_or_labels(type, o, preds.detach().select(1, 1) - preds.detach().select(1, 0), target, s);
  check(binary ? preds.numel() == target.numel() : preds.shape() == target.shape() && preds.dim() >= 2 && preds.size(1) == o.num_classes, ErrorKind::shape,
        "[{}] predictions are {}, targets {}; need {}.", type, preds, target, binary ? "one score per target" : str("both of one shape [N,", o.num_classes, ",...]"));
  if (!binary) s.width = static_cast<std::size_t>(o.num_classes);
  const Tensor rows = binary ? preds.detach() : rows_of(preds);
  s.scores = rows.to_vector();
  if (rows.is_floating_point() && (o.logits || outside_unit(s.scores))) s.scores = rows.sigmoid().to_vector();
}

}  // namespace

Samples read(const char* type, const ClassificationOptions& o, const Tensor& preds, const Tensor& target, bool probabilities) {
  check(preds.defined() && target.defined(), ErrorKind::value, "[{}] predictions or targets are undefined; need two tensors.", type);
  Samples s;
  const Task task = task_of(o);
  if (task == Task::multiclass) read_multiclass(type, o, preds, target, probabilities, s);
  else read_binary_or_labels(type, o, preds, target, s);
  const std::int64_t n_classes = task == Task::multiclass ? o.num_classes : 2;
  for (const double label : (task == Task::multilabel ? rows_of(target) : target.detach()).to_vector()) {
    const auto y = static_cast<std::int64_t>(label);
    const bool passed_over = y < 0 || (o.ignore_index && y == *o.ignore_index);
    check(passed_over || y < n_classes, ErrorKind::index, "[{}] label {} at row {} is out of range; need 0 <= label < {}.", type, y,
          s.labels.size() / (task == Task::multilabel ? s.width : 1), n_classes);
    s.labels.push_back(passed_over ? -1 : y);
  }
  s.n = task == Task::multilabel ? s.labels.size() / s.width : s.labels.size();
  if (s.are_classes)
    for (std::size_t i = 0; i < s.n; ++i)
      check(s.labels[i] < 0 || (s.scores[i] >= 0 && s.scores[i] < static_cast<double>(n_classes)), ErrorKind::index,
            "[{}] predicted class {} at row {} is out of range; need 0 <= class < {}.", type, s.scores[i], i, n_classes);
  return s;
}

std::int64_t predicted(const Samples& s, std::size_t row) {
  if (s.are_classes) return static_cast<std::int64_t>(s.scores[row]);
  const double* p = &s.scores[row * s.width];
  std::size_t best = 0;
  for (std::size_t k = 1; k < s.width; ++k)
    if (p[k] > p[best]) best = k;
  return static_cast<std::int64_t>(best);
}

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights) {
  double total = 0, sum = 0;
  for (std::size_t k = 0; k < values.size(); ++k) total += weights[k] * values[k], sum += weights[k];
  return ratio(total, sum);
}

}  // namespace metric

// ---- True and false positives and negatives. Sums: tp, fp, fn of each class, then how many samples there were, of multilabel
// for each label.

using metric::ratio;
using metric::Task;

namespace {

std::int64_t n_of(const ClassificationOptions& o) { return o.task == "binary" ? 1 : std::max<std::int64_t>(0, o.num_classes); }

}  // namespace

StatScores::StatScores(const ClassificationOptions& o, std::int64_t top_k, const char* type)
    : Metric(checked_mul(3, n_of(o)) + (o.task == "multilabel" ? n_of(o) : 1), o.task == "binary" ? Average::micro : o.average.value_or(Average::micro)),
      options_(o), top_k_(top_k), n_(static_cast<std::size_t>(n_of(o))) {
  metric::check_options(type, o);
  check(top_k >= 1 && (top_k == 1 || (o.task == "multiclass" && top_k <= o.num_classes)), ErrorKind::value,
        "[{}] top_k is {}; need 1, or for multiclass up to num_classes ({}).", type, top_k, o.num_classes);
}

std::string StatScores::detail() const {
  return str(options_.task == "multiclass" ? "" : "_" + options_.task, top_k_ > 1 ? str("_top", top_k_) : "");
}

void StatScores::update(const Tensor& preds, const Tensor& target) {
  const metric::Samples s = metric::read(type(), options_, preds, target, false);
  double *tp = state_.sums.data(), *fp = tp + n_, *fn = fp + n_, *n = fn + n_;
  const Task task = metric::task_of(options_);
  if (task != Task::multiclass) {
    for (std::size_t i = 0; i < s.labels.size(); ++i) {
      if (s.labels[i] < 0) continue;
      const std::size_t k = i % s.width;
      const bool is = s.labels[i] == 1, said = s.scores[i] > options_.threshold;
      ++n[k];
      if (is) ++(said ? tp : fn)[k];
      else if (said) ++fp[k];
    }
    return;
  }
  check(top_k_ == 1 || !s.are_classes, ErrorKind::value, "[{}] top_k is {} but predictions are classes; need scores [N,C].", type(), top_k_);
  for (std::size_t i = 0; i < s.n; ++i) {
    if (s.labels[i] < 0) continue;
    ++*n;
    const auto label = static_cast<std::size_t>(s.labels[i]);
    if (top_k_ == 1) {
      const auto said = static_cast<std::size_t>(metric::predicted(s, i));
      if (said == label) ++tp[label];
      else ++fn[label], ++fp[said];
      continue;
    }
    const double* p = &s.scores[i * s.width];
    const auto order = sorted_indices(s.width, [p](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    bool found = false;
    for (std::size_t r = 0; r < static_cast<std::size_t>(top_k_); ++r) {
      if (order[r] == label) found = true;
      else ++fp[order[r]];
    }
    ++(found ? tp : fn)[label];
  }
}

void StatScores::update(const ConfusionMatrix& m) {
  check(options_.task == "multiclass" && static_cast<std::size_t>(m.n_classes()) == n_, ErrorKind::value, "[{}] the matrix counts {} classes; need {}.", type(),
        m.n_classes(), n_);
  for (std::int64_t a = 0; a < m.n_classes(); ++a)
    for (std::int64_t b = 0; b < m.n_classes(); ++b) {
      const auto count = static_cast<double>(m.count(a, b));
      const auto label = static_cast<std::size_t>(a), said = static_cast<std::size_t>(b);
      if (a == b) state_.sums[label] += count;
      else state_.sums[n_ + said] += count, state_.sums[2 * n_ + label] += count;
    }
  state_.sums[3 * n_] += static_cast<double>(m.total());
}

StatScores::Counts StatScores::counts(std::size_t k) const {
  const double* s = state_.sums.data();
  Counts c{s[k], s[n_ + k], 0, s[2 * n_ + k]};
  c.tn = s[3 * n_ + (options_.task == "multilabel" ? k : 0)] - c.tp - c.fp - c.fn;
  return c;
}

std::vector<double> StatScores::values(Average average) const {
  std::vector<double> scores, weights;
  Counts sums;
  for (std::size_t k = 0; k < n_; ++k) {
    const Counts c = counts(k);
    scores.push_back(score(c));
    if (average == Average::weighted) weights.push_back(c.tp + c.fn);
    else weights.push_back(options_.task == "multilabel" || c.tp + c.fp + c.fn > 0);
    sums = {sums.tp + c.tp, sums.fp + c.fp, sums.tn + c.tn, sums.fn + c.fn};
  }
  if (average == Average::none) return scores;
  if (average == Average::micro) return {score(sums)};
  return {metric::weighted_mean(scores, weights)};
}

double Accuracy::score(const Counts& c) const {
  return options_.task == "multiclass" ? ratio(c.tp, c.tp + c.fn) : ratio(c.tp + c.tn, c.tp + c.tn + c.fp + c.fn);
}
double Precision::score(const Counts& c) const { return ratio(c.tp, c.tp + c.fp); }
double Recall::score(const Counts& c) const { return ratio(c.tp, c.tp + c.fn); }
double Specificity::score(const Counts& c) const { return ratio(c.tn, c.tn + c.fp); }

FBetaScore::FBetaScore(double beta, const ClassificationOptions& options, std::int64_t top_k) : StatScores(options, top_k, "FBetaScore"), beta_(beta) {
  check(beta > 0, ErrorKind::value, "[FBetaScore] beta is {}; need beta > 0.", beta);
}
double FBetaScore::score(const Counts& c) const {
  const double b = beta_ * beta_;
  return ratio((1 + b) * c.tp, (1 + b) * c.tp + b * c.fn + c.fp);
}
std::string FBetaScore::detail() const { return str("_beta", beta_, StatScores::detail()); }

}  // namespace wick
