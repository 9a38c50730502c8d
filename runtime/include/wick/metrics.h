#pragma once
// Metrics with torchmetrics 1.0's names, arguments and definitions: update() with batches, compute() over all of them, merge()
// with the same metric of other batches, reset(). A ratio whose denominator is 0 is 0 (zero_division 0).
//
// Predictions and targets by task:
//   binary      preds f32 of target's size, or classes 0 and 1 (i64); target i64 0 and 1
//   multiclass  preds f32 [N,C,...], or classes i64 [N,...]; target i64 [N,...]; with two classes also logits [N] or [N,1]
//   multilabel  preds f32 [N,L,...], or 0 and 1; target i64 [N,L,...]
// Where probabilities are needed, scores with any value outside [0, 1] in a batch are logits, as in torchmetrics; option logits
// says that they always are. Targets equal to ignore_index and targets below 0 are passed over.
// update() throws ErrorKind::shape for sizes that do not fit and ErrorKind::index for a class out of range, and changes nothing.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wick/tensor.h"

namespace wick {

enum class Average { micro, macro, weighted, none };
Average average_from_name(std::string_view name);  ///< throws ErrorKind::value with the names there are

/// What a metric has gathered: sums that add up, and samples.
struct MetricState {
  std::vector<double> sums, scores;
  std::vector<std::int64_t> labels;
};

class Metric;

class Accumulator {
 public:
  virtual ~Accumulator() = default;
  virtual const char* type() const = 0;  ///< "F1Score"
  virtual void update(const Tensor& preds, const Tensor& target) = 0;
  void merge(const Accumulator& other);  ///< throws ErrorKind::value unless it is the same metric with as many classes
  void reset();
  /// The result as tensors, in torchmetrics' order: the figures as f64 [n], or what compute() of the class says.
  virtual std::vector<Tensor> results() const = 0;
  virtual const Metric* as_metric() const { return nullptr; }  ///< of those whose results are figures
  const MetricState& state() const { return state_; }
  void load_state(MetricState state) { state_ = std::move(state); }  ///< of this or an equal metric

 protected:
  explicit Accumulator(std::int64_t n_sums) : state_{std::vector<double>(static_cast<std::size_t>(n_sums)), {}, {}} {}
  virtual std::string detail() const { return ""; }  ///< "_top5", "_binary"
  MetricState state_;
};

struct ClassificationOptions {
  std::string task = "multiclass";        ///< "binary", "multiclass" or "multilabel"
  std::int64_t num_classes = 0;           ///< multilabel: num_labels; binary: not used
  std::optional<Average> average = {};    ///< none: torchmetrics' default, micro; macro for AUROC, AveragePrecision, JaccardIndex
  double threshold = 0.5;                 ///< binary and multilabel: above it is 1
  std::optional<std::int64_t> ignore_index = {};
  bool logits = false;
};

// ---- Single figures.

class Metric : public Accumulator {
 public:
  Average average() const { return average_; }
  /// Throws ErrorKind::value when the average is none or there are several outputs.
  double compute() const;
  /// One figure per class, label or output, whatever the average.
  std::vector<double> compute_per_class() const { return values(Average::none); }
  /// What average says: one figure, or several with none.
  std::vector<double> values() const { return values(average_); }
  /// For logs: "F1Score_macro", "Accuracy_top5"; per class "Recall_none_3".
  std::vector<std::string> names() const;
  std::vector<Tensor> results() const override { return {tensor(values())}; }
  const Metric* as_metric() const override { return this; }

 protected:
  Metric(std::int64_t n_sums, Average average) : Accumulator(n_sums), average_(average) {}
  virtual std::vector<double> values(Average average) const = 0;
  virtual std::size_t n_values() const = 0;  ///< with average none

 private:
  Average average_;
};

class ConfusionMatrix;

/// Metrics of true and false positives and negatives. Macro leaves out classes that neither occur nor are predicted (labels of
/// multilabel all count), weighted counts each class by its targets.
class StatScores : public Metric {
 public:
  using Metric::values;
  void update(const Tensor& preds, const Tensor& target) override;
  void update(const ConfusionMatrix& counted);  ///< multiclass: what was counted elsewhere

 protected:
  struct Counts {
    double tp = 0, fp = 0, tn = 0, fn = 0;
  };
  StatScores(const ClassificationOptions& options, std::int64_t top_k, const char* type);
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return n_; }
  std::string detail() const override;
  virtual double score(const Counts& c) const = 0;

  ClassificationOptions options_;
  std::int64_t top_k_;

 private:
  Counts counts(std::size_t k) const;
  std::size_t n_;
};

/// Share of right predictions; multiclass: recall per class. top_k: the k highest scores count as predicted, among equal ones
/// the first classes.
struct Accuracy final : StatScores {
  explicit Accuracy(const ClassificationOptions& options, std::int64_t top_k = 1) : StatScores(options, top_k, "Accuracy") {}
  const char* type() const override { return "Accuracy"; }

 protected:
  double score(const Counts& c) const override;
};
struct Precision final : StatScores {
  explicit Precision(const ClassificationOptions& options, std::int64_t top_k = 1) : StatScores(options, top_k, "Precision") {}
  const char* type() const override { return "Precision"; }

 protected:
  double score(const Counts& c) const override;
};
struct Recall final : StatScores {
  explicit Recall(const ClassificationOptions& options, std::int64_t top_k = 1) : StatScores(options, top_k, "Recall") {}
  const char* type() const override { return "Recall"; }

 protected:
  double score(const Counts& c) const override;
};
struct Specificity final : StatScores {
  explicit Specificity(const ClassificationOptions& options, std::int64_t top_k = 1) : StatScores(options, top_k, "Specificity") {}
  const char* type() const override { return "Specificity"; }

 protected:
  double score(const Counts& c) const override;
};
struct FBetaScore : StatScores {
  FBetaScore(double beta, const ClassificationOptions& options, std::int64_t top_k = 1);
  const char* type() const override { return "FBetaScore"; }

 protected:
  double score(const Counts& c) const override;
  std::string detail() const override;
  double beta_;
};
struct F1Score final : FBetaScore {
  explicit F1Score(const ClassificationOptions& options, std::int64_t top_k = 1) : FBetaScore(1, options, top_k) {}
  const char* type() const override { return "F1Score"; }

 protected:
  std::string detail() const override { return StatScores::detail(); }
};

/// Counts [target, predicted].
class ConfusionMatrix final : public Accumulator {
 public:
  explicit ConfusionMatrix(std::int64_t n_classes) : ConfusionMatrix(ClassificationOptions{.num_classes = n_classes}) {}
  /// normalize: "none", "true" (over targets), "pred" (over predictions) or "all".
  explicit ConfusionMatrix(const ClassificationOptions& options, std::string_view normalize = "none");
  const char* type() const override { return "ConfusionMatrix"; }
  void update(const Tensor& preds, const Tensor& target) override;
  void add(std::int64_t label, std::int64_t predicted) { ++state_.sums[static_cast<std::size_t>(label * n_ + predicted)]; }
  /// i64 [C, C], row: target; multilabel [L, 2, 2]. Normalized: f32.
  Tensor compute() const;
  std::vector<Tensor> results() const override { return {compute()}; }
  std::int64_t n_classes() const { return n_; }
  std::int64_t count(std::int64_t label, std::int64_t predicted) const {
    return static_cast<std::int64_t>(state_.sums[static_cast<std::size_t>(label * n_ + predicted)]);
  }
  std::int64_t total() const;

 protected:
  std::string detail() const override { return options_.task == "multiclass" ? "" : "_" + options_.task; }

 private:
  ClassificationOptions options_;
  std::string normalize_;
  std::int64_t n_;
};

/// Metrics of a whole confusion matrix.
class MatrixMetric : public Metric {
 public:
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  MatrixMetric(const ClassificationOptions& options, Average average, const char* type);
  std::size_t n_values() const override { return 1; }
  std::string detail() const override;
  double count(std::size_t row, std::size_t column) const { return state_.sums[row * n_ + column]; }

  ClassificationOptions options_;
  std::size_t n_;  // of rows; 2 for binary and multilabel
};
/// Multilabel: of the sum of all labels' matrices. 0 where it is undefined, but ±1 for binary with only right or wrong ones.
struct MatthewsCorrCoef final : MatrixMetric {
  explicit MatthewsCorrCoef(const ClassificationOptions& options) : MatrixMetric(options, Average::micro, "MatthewsCorrCoef") {}
  const char* type() const override { return "MatthewsCorrCoef"; }

 protected:
  std::vector<double> values(Average average) const override;
};
/// binary and multiclass. weights: "none", "linear" or "quadratic".
struct CohenKappa final : MatrixMetric {
  explicit CohenKappa(const ClassificationOptions& options, std::string_view weights = "none");
  const char* type() const override { return "CohenKappa"; }

 protected:
  std::vector<double> values(Average average) const override;
  std::string detail() const override;

 private:
  std::string weights_;
};
/// Intersection over union; macro by default, and as StatScores' with absent classes.
struct JaccardIndex final : MatrixMetric {
  explicit JaccardIndex(const ClassificationOptions& options) : MatrixMetric(options, options.average.value_or(Average::macro), "JaccardIndex") {}
  const char* type() const override { return "JaccardIndex"; }

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override;
};

// ---- Of scores. They keep every sample until reset().

/// One curve per class (one for binary). thresholds: given ones in rising order, or each score that occurs.
struct Curve {
  Tensor x, y, thresholds;  // f32; ROC: fpr, tpr; PrecisionRecallCurve: precision, recall
};
std::vector<double> even_thresholds(std::int64_t n);  ///< n from 0 to 1: torchmetrics' thresholds=n

namespace detail {
/// Probabilities of all samples, and which label each had.
struct ScoreList {
  explicit ScoreList(const ClassificationOptions& options, std::vector<double> thresholds, const char* type);
  void update(MetricState& state, const Tensor& preds, const Tensor& target) const;
  struct Points {  // by falling threshold
    std::vector<double> fps, tps, thresholds;
    double positives = 0, negatives = 0;
  };
  /// k: of which class; none: of all labels together.
  Points points(const MetricState& state, std::optional<std::size_t> k) const;
  std::size_t n_curves() const;

  ClassificationOptions options;
  std::vector<double> thresholds;
  const char* type;
};
}  // namespace detail

/// results(): x, y and thresholds of a binary curve; of several classes at given thresholds the same with x and y [C,T]; at
/// each score that occurs, all x, then all y, then all thresholds, one per class.
class Curves : public Accumulator {
 public:
  void update(const Tensor& preds, const Tensor& target) override { list_.update(state_, preds, target); }
  virtual std::vector<Curve> compute() const = 0;
  std::vector<Tensor> results() const override;

 protected:
  Curves(const ClassificationOptions& options, const std::vector<double>& thresholds, const char* type);
  std::string detail() const override;

  detail::ScoreList list_;
};
/// False and true positive rates by falling threshold; without given thresholds from (0, 0), at threshold 1, on.
class ROC final : public Curves {
 public:
  explicit ROC(const ClassificationOptions& options, const std::vector<double>& thresholds = {}) : Curves(options, thresholds, "ROC") {}
  const char* type() const override { return "ROC"; }
  std::vector<Curve> compute() const override;
};
/// Precision and recall by rising threshold, then the point (1, 0), which has none.
class PrecisionRecallCurve final : public Curves {
 public:
  explicit PrecisionRecallCurve(const ClassificationOptions& options, const std::vector<double>& thresholds = {})
      : Curves(options, thresholds, "PrecisionRecallCurve") {}
  const char* type() const override { return "PrecisionRecallCurve"; }
  std::vector<Curve> compute() const override;
};

/// Areas, one per class against the rest. NaN classes are left out of averages; micro is for multilabel.
class CurveMetric : public Metric {
 public:
  void update(const Tensor& preds, const Tensor& target) override { list_.update(state_, preds, target); }

 protected:
  CurveMetric(const ClassificationOptions& options, const std::vector<double>& thresholds, const char* type);
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return list_.n_curves(); }
  std::string detail() const override;
  virtual double area(const detail::ScoreList::Points& p) const = 0;

  detail::ScoreList list_;
};
/// Area under the ROC curve; 0 for a class without positive or without negative samples, as in torchmetrics.
struct AUROC final : CurveMetric {
  explicit AUROC(const ClassificationOptions& options, const std::vector<double>& thresholds = {}) : CurveMetric(options, thresholds, "AUROC") {}
  const char* type() const override { return "AUROC"; }

 protected:
  double area(const detail::ScoreList::Points& p) const override;
};
/// Precision weighted by the steps of recall; NaN for a class without positive samples.
struct AveragePrecision final : CurveMetric {
  explicit AveragePrecision(const ClassificationOptions& options, const std::vector<double>& thresholds = {})
      : CurveMetric(options, thresholds, "AveragePrecision") {}
  const char* type() const override { return "AveragePrecision"; }

 protected:
  double area(const detail::ScoreList::Points& p) const override;
};

/// Top-label calibration error over n_bins equal bins of confidence; a confidence of exactly 1 is in a bin of its own, as in
/// torchmetrics. binary and multiclass. norm: "l1" (expected), "l2" (root of the mean square) or "max".
struct CalibrationError final : Metric {
  explicit CalibrationError(const ClassificationOptions& options, std::int64_t n_bins = 15, std::string_view norm = "l1");
  const char* type() const override { return "CalibrationError"; }
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return 1; }
  std::string detail() const override;

 private:
  ClassificationOptions options_;
  std::int64_t n_bins_;
  std::string norm_;
};

// ---- Of values: preds and target of one shape, [N, num_outputs] where there are several.

struct MeanSquaredError final : Metric {
  explicit MeanSquaredError(bool squared = true, std::int64_t num_outputs = 1);  ///< not squared: its root
  const char* type() const override { return "MeanSquaredError"; }
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return state_.sums.size() - 1; }
  std::string detail() const override { return squared_ ? "" : "_root"; }

 private:
  bool squared_;
};
struct MeanAbsoluteError final : Metric {
  explicit MeanAbsoluteError(std::int64_t num_outputs = 1);
  const char* type() const override { return "MeanAbsoluteError"; }
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return state_.sums.size() - 1; }
};
/// adjusted: number of independent variables. multioutput: "uniform_average", "raw_values" or "variance_weighted".
/// Throws ErrorKind::value at compute() with fewer than two samples.
struct R2Score final : Metric {
  explicit R2Score(std::int64_t num_outputs = 1, std::int64_t adjusted = 0, std::string_view multioutput = "uniform_average");
  const char* type() const override { return "R2Score"; }
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return state_.sums.size() / 3; }
  std::string detail() const override { return adjusted_ ? "_adjusted" : ""; }

 private:
  std::int64_t adjusted_;
  bool weighted_;
};
/// exp of the mean negative log likelihood. preds f32 [...,V] logits, target i64 [...]; class_dim 1: preds [N,V,...], as
/// cross_entropy takes them.
struct Perplexity final : Metric {
  explicit Perplexity(std::optional<std::int64_t> ignore_index = {}, std::int64_t class_dim = -1)
      : Metric(2, Average::micro), ignore_index_(ignore_index), class_dim_(class_dim) {}
  const char* type() const override { return "Perplexity"; }
  void update(const Tensor& preds, const Tensor& target) override;

 protected:
  std::vector<double> values(Average average) const override;
  std::size_t n_values() const override { return 1; }

 private:
  std::optional<std::int64_t> ignore_index_;
  std::int64_t class_dim_;
};

/// Predicted classes i64 [N] of scores [N,C], of logits [N] or [N,1] (above 0 is class 1), or the classes themselves.
Tensor predicted_classes(const Tensor& preds);

}  // namespace wick
