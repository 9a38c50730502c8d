#pragma once
// Metrics of classification as torchmetrics 1.0 defines them (multiclass; zero_division 0): update() with batches,
// compute() over all of them, merge() with the same metric of other batches.

#include <memory>
#include <string>
#include <vector>

#include "wick/tensor.h"

namespace wick {

enum class Average { micro, macro, weighted, none };
Average average_from_name(std::string_view name);  ///< throws ErrorKind::value with the names there are

/// Counts [label, predicted] over n_classes classes, the base of all the others.
class ConfusionMatrix {
 public:
  explicit ConfusionMatrix(std::int64_t n_classes);
  /// preds f32 [N, C] scores (the highest counts; with n_classes 2 also [N] or [N,1] logits, above 0 is class 1) or i64 [N]
  /// classes; target i64 [N] (or f32 0 and 1 where preds are logits). Labels below 0 are passed over.
  /// Throws ErrorKind::index for a class out of range.
  void update(const Tensor& preds, const Tensor& target);
  void add(std::int64_t label, std::int64_t predicted) { ++counts_[static_cast<std::size_t>(label * n_ + predicted)]; }
  void merge(const ConfusionMatrix& other);
  void reset();
  Tensor compute() const;  ///< i64 [C, C], row: label
  std::int64_t n_classes() const { return n_; }
  std::int64_t count(std::int64_t label, std::int64_t predicted) const { return counts_[static_cast<std::size_t>(label * n_ + predicted)]; }
  std::int64_t total() const;

 private:
  std::int64_t n_;
  std::vector<std::int64_t> counts_;
};

/// Predicted classes i64 [N] of scores, by the rules of ConfusionMatrix::update().
Tensor predicted_classes(const Tensor& preds);

class Metric {
 public:
  Metric(std::int64_t n_classes, Average average) : matrix_(n_classes), average_(average) {}
  virtual ~Metric() = default;
  virtual const char* type() const = 0;  ///< "F1Score"
  void update(const Tensor& preds, const Tensor& target) { matrix_.update(preds, target); }
  void merge(const Metric& other) { matrix_.merge(other.matrix_); }
  void reset() { matrix_.reset(); }
  double compute() const;                     ///< throws ErrorKind::value when average is none
  std::vector<double> compute_per_class() const;  ///< average none
  Average average() const { return average_; }
  /// compute() or per class of a matrix counted elsewhere.
  double compute(const ConfusionMatrix& m) const;
  std::vector<double> compute_per_class(const ConfusionMatrix& m) const;

 protected:
  struct Counts {
    double tp = 0, fp = 0, fn = 0;
  };
  virtual double score(const Counts& c) const = 0;

 private:
  ConfusionMatrix matrix_;
  Average average_;
};

/// Share of right predictions; macro and weighted: of the classes' recalls.
struct Accuracy final : Metric {
  explicit Accuracy(std::int64_t n_classes, Average average = Average::micro) : Metric(n_classes, average) {}
  const char* type() const override { return "Accuracy"; }

 protected:
  double score(const Counts& c) const override;
};
struct Precision final : Metric {
  explicit Precision(std::int64_t n_classes, Average average = Average::micro) : Metric(n_classes, average) {}
  const char* type() const override { return "Precision"; }

 protected:
  double score(const Counts& c) const override;
};
struct Recall final : Metric {
  explicit Recall(std::int64_t n_classes, Average average = Average::micro) : Metric(n_classes, average) {}
  const char* type() const override { return "Recall"; }

 protected:
  double score(const Counts& c) const override;
};
struct F1Score final : Metric {
  explicit F1Score(std::int64_t n_classes, Average average = Average::micro) : Metric(n_classes, average) {}
  const char* type() const override { return "F1Score"; }

 protected:
  double score(const Counts& c) const override;
};

}  // namespace wick
