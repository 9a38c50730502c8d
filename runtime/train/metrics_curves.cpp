// Metrics of scores: curves, the areas under them, calibration.

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/sort.h"
#include "train/metric_input.h"
#include "wick/metrics.h"
#include "wick/ops.h"

namespace wick {

using metric::ratio;

namespace {

std::int64_t n_curves_of(const ClassificationOptions& o) { return o.task == "binary" ? 1 : std::max<std::int64_t>(0, o.num_classes); }

}  // namespace

std::vector<double> even_thresholds(std::int64_t n) {
  check(n >= 2, ErrorKind::value, "[metrics] {} thresholds; need 2 or more.", n);
  std::vector<double> out;
  const float step = 1 / static_cast<float>(n - 1);
  // As torch.linspace: from both ends in float32, so that a score on a threshold falls on the same side.
  for (std::int64_t i = 0; i < n; ++i)
    out.push_back(i < n / 2 ? step * static_cast<float>(i) : 1 - step * static_cast<float>(n - 1 - i));
  return out;
}

namespace detail {

ScoreList::ScoreList(const ClassificationOptions& o, std::vector<double> given, const char* name) : options(o), thresholds(std::move(given)), type(name) {
  metric::check_options(name, o);
  check(std::is_sorted(thresholds.begin(), thresholds.end()), ErrorKind::value, "[{}] thresholds fall; need rising ones.", name);
}

std::size_t ScoreList::n_curves() const { return static_cast<std::size_t>(n_curves_of(options)); }

void ScoreList::update(MetricState& state, const Tensor& preds, const Tensor& target) const {
  check(preds.is_floating_point(), ErrorKind::dtype, "[{}] predictions are {}; need scores, not classes.", type, preds);
  const metric::Samples s = metric::read(type, options, preds, target, true);
  state.scores.insert(state.scores.end(), s.scores.begin(), s.scores.end());
  state.labels.insert(state.labels.end(), s.labels.begin(), s.labels.end());
}

ScoreList::Points ScoreList::points(const MetricState& state, std::optional<std::size_t> k) const {
  const bool multiclass = options.task == "multiclass";
  const std::size_t width = n_curves();
  std::vector<double> scores;
  std::vector<bool> is;
  for (std::size_t i = 0; i < state.scores.size(); ++i) {
    const std::int64_t label = state.labels[multiclass ? i / width : i];
    if (label < 0 || (k && i % width != *k)) continue;
    scores.push_back(state.scores[i]);
    is.push_back(multiclass ? label == static_cast<std::int64_t>(i % width) : label == 1);
  }
  Points p;
  for (const bool positive : is) ++(positive ? p.positives : p.negatives);
  const auto order = sorted_indices(scores.size(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  double tp = 0, fp = 0;
  std::size_t i = 0;
  const auto pass = [&] { ++(is[order[i++]] ? tp : fp); };
  const auto put = [&](double threshold) {
    p.tps.push_back(tp);
    p.fps.push_back(fp);
    p.thresholds.push_back(threshold);
  };
  if (thresholds.empty()) {
    while (i < order.size()) {
      const double score = scores[order[i]];
      do pass();
      while (i < order.size() && scores[order[i]] == score);
      put(score);
    }
  } else {
    for (std::size_t t = thresholds.size(); t-- > 0;) {
      while (i < order.size() && scores[order[i]] >= thresholds[t]) pass();
      put(thresholds[t]);
    }
  }
  return p;
}

}  // namespace detail

namespace {

using Points = detail::ScoreList::Points;

Tensor floats(const std::vector<double>& v) {
  std::vector<float> out;
  for (const double x : v) out.push_back(static_cast<float>(x));
  return tensor(out);
}

// Rates of the ROC curve; the first point (0, 0) belongs to the threshold 1.
void rates(const Points& p, bool given_thresholds, std::vector<double>& fpr, std::vector<double>& tpr) {
  if (!given_thresholds) fpr.push_back(0), tpr.push_back(0);
  for (std::size_t i = 0; i < p.tps.size(); ++i) {
    fpr.push_back(ratio(p.fps[i], p.negatives));
    tpr.push_back(ratio(p.tps[i], p.positives));
  }
}

// Without positive samples the recall of exact curves is NaN, of those at given thresholds 0.
void precision_recall(const Points& p, bool given_thresholds, std::vector<double>& precision, std::vector<double>& recall) {
  for (std::size_t i = p.tps.size(); i-- > 0;) {
    precision.push_back(ratio(p.tps[i], p.tps[i] + p.fps[i]));
    recall.push_back(given_thresholds ? ratio(p.tps[i], p.positives) : p.tps[i] / p.positives);
  }
  precision.push_back(1);
  recall.push_back(0);
}

}  // namespace

// A sum for each curve, always 0, so that only those of as many classes merge.
Curves::Curves(const ClassificationOptions& o, const std::vector<double>& thresholds, const char* type)
    : Accumulator(n_curves_of(o)), list_(o, thresholds, type) {}

std::string Curves::detail() const { return list_.options.task == "multiclass" ? "" : "_" + list_.options.task; }

std::vector<Tensor> Curves::results() const {
  const std::vector<Curve> curves = compute();
  if (curves.size() == 1) return {curves[0].x, curves[0].y, curves[0].thresholds};
  TensorList x, y, thresholds;
  for (const Curve& c : curves) {
    x.push_back(c.x);
    y.push_back(c.y);
    thresholds.push_back(c.thresholds);
  }
  if (!list_.thresholds.empty()) return {stack(x), stack(y), thresholds[0]};
  std::vector<Tensor> out(x.begin(), x.end());
  out.insert(out.end(), y.begin(), y.end());
  out.insert(out.end(), thresholds.begin(), thresholds.end());
  return out;
}

std::vector<Curve> ROC::compute() const {
  std::vector<Curve> out;
  for (std::size_t k = 0; k < list_.n_curves(); ++k) {
    Points p = list_.points(state_, k);
    std::vector<double> fpr, tpr;
    rates(p, !list_.thresholds.empty(), fpr, tpr);
    if (list_.thresholds.empty()) p.thresholds.insert(p.thresholds.begin(), 1);
    out.push_back({floats(fpr), floats(tpr), floats(p.thresholds)});
  }
  return out;
}

std::vector<Curve> PrecisionRecallCurve::compute() const {
  std::vector<Curve> out;
  for (std::size_t k = 0; k < list_.n_curves(); ++k) {
    Points p = list_.points(state_, k);
    std::vector<double> precision, recall;
    precision_recall(p, !list_.thresholds.empty(), precision, recall);
    std::reverse(p.thresholds.begin(), p.thresholds.end());
    out.push_back({floats(precision), floats(recall), floats(p.thresholds)});
  }
  return out;
}

CurveMetric::CurveMetric(const ClassificationOptions& o, const std::vector<double>& thresholds, const char* type)
    : Metric(n_curves_of(o), o.task == "binary" ? Average::micro : o.average.value_or(Average::macro)), list_(o, thresholds, type) {
  check(average() != Average::micro || o.task != "multiclass", ErrorKind::value, "[{}] average is \"micro\"; need \"macro\", \"weighted\" or \"none\" for multiclass.", type);
}

std::string CurveMetric::detail() const { return list_.options.task == "multiclass" ? "" : "_" + list_.options.task; }

std::vector<double> CurveMetric::values(Average average) const {
  if (average == Average::micro) return {area(list_.points(state_, {}))};
  std::vector<double> areas, known, weights;
  for (std::size_t k = 0; k < list_.n_curves(); ++k) {
    const Points p = list_.points(state_, k);
    areas.push_back(area(p));
    if (std::isnan(areas.back())) continue;
    known.push_back(areas.back());
    weights.push_back(average == Average::weighted ? p.positives : 1);
  }
  if (average == Average::none) return areas;
  return {known.empty() ? std::numeric_limits<double>::quiet_NaN() : metric::weighted_mean(known, weights)};
}

// In counts, which are exact.
double AUROC::area(const Points& p) const {
  double sum = 0;
  for (std::size_t i = list_.thresholds.empty() ? 0 : 1; i < p.fps.size(); ++i) {
    const double fp = i ? p.fps[i - 1] : 0, tp = i ? p.tps[i - 1] : 0;
    sum += (p.fps[i] - fp) * (p.tps[i] + tp) / 2;
  }
  return ratio(sum, p.positives * p.negatives);
}

double AveragePrecision::area(const Points& p) const {
  std::vector<double> precision, recall;
  precision_recall(p, !list_.thresholds.empty(), precision, recall);
  double sum = 0;
  for (std::size_t i = 1; i < recall.size(); ++i) sum += (recall[i - 1] - recall[i]) * precision[i - 1];
  return p.positives + p.negatives == 0 ? std::numeric_limits<double>::quiet_NaN() : sum;
}

// Sums: of each bin how many samples, their confidence and how many were right.
CalibrationError::CalibrationError(const ClassificationOptions& o, std::int64_t n_bins, std::string_view norm)
    : Metric(checked_mul(3, std::max<std::int64_t>(0, n_bins) + 1), Average::micro), options_(o), n_bins_(n_bins), norm_(norm) {
  metric::check_options("CalibrationError", o);
  check(o.task != "multilabel", ErrorKind::value, "[CalibrationError] task is \"multilabel\"; need \"binary\" or \"multiclass\".");
  check(n_bins >= 1, ErrorKind::value, "[CalibrationError] n_bins is {}; need 1 or more.", n_bins);
  check(norm == "l1" || norm == "l2" || norm == "max", ErrorKind::value, "[CalibrationError] norm is \"{}\"; need \"l1\", \"l2\" or \"max\".", norm);
}

std::string CalibrationError::detail() const {
  return str(options_.task == "binary" ? "_binary" : "", norm_ == "l1" ? "" : "_" + norm_);
}

void CalibrationError::update(const Tensor& preds, const Tensor& target) {
  check(preds.is_floating_point(), ErrorKind::dtype, "[CalibrationError] predictions are {}; need scores, not classes.", preds);
  const metric::Samples s = metric::read(type(), options_, preds, target, true);
  const std::vector<double> edges = even_thresholds(n_bins_ + 1);
  const bool binary = options_.task == "binary";
  for (std::size_t i = 0; i < s.n; ++i) {
    if (s.labels[i] < 0) continue;
    const std::int64_t said = binary ? 0 : metric::predicted(s, i);
    const double confidence = s.scores[i * s.width + static_cast<std::size_t>(said)];
    const auto bin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, std::upper_bound(edges.begin(), edges.end(), confidence) - edges.begin() - 1));
    double* sums = &state_.sums[3 * bin];
    ++sums[0];
    sums[1] += confidence;
    sums[2] += binary ? static_cast<double>(s.labels[i]) : s.labels[i] == said;
  }
}

std::vector<double> CalibrationError::values(Average) const {
  double total = 0, error = 0;
  for (std::size_t b = 0; b < state_.sums.size(); b += 3) total += state_.sums[b];
  for (std::size_t b = 0; b < state_.sums.size(); b += 3) {
    const double n = state_.sums[b], gap = std::fabs(ratio(state_.sums[b + 2], n) - ratio(state_.sums[b + 1], n)), share = ratio(n, total);
    if (norm_ == "max") error = std::max(error, gap);
    else error += (norm_ == "l1" ? gap : gap * gap) * share;
  }
  return {norm_ == "l2" ? std::sqrt(error) : error};
}

}  // namespace wick
