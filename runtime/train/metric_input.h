#pragma once
// Predictions and targets of any task as rows of scores and labels.

#include <cstdint>
#include <vector>

#include "wick/metrics.h"

namespace wick::metric {

enum class Task { binary, multiclass, multilabel };
Task task_of(const ClassificationOptions& options);
/// Throws ErrorKind::value unless the options make sense together.
void check_options(const char* type, const ClassificationOptions& options);

struct Samples {
  std::size_t n = 0, width = 1;      // width: 1 for binary, else classes or labels
  std::vector<double> scores;        // [n, width]; with are_classes [n]
  std::vector<std::int64_t> labels;  // [n], multilabel [n, width]; -1: passed over
  bool are_classes = false;          // multiclass: predictions came as classes
};

/// probabilities: multiclass scores are made such where they are logits (those of the other tasks always are).
Samples read(const char* type, const ClassificationOptions& options, const Tensor& preds, const Tensor& target, bool probabilities);
/// The class each row predicts, multiclass: the first of the highest.
std::int64_t predicted(const Samples& s, std::size_t row);

inline double ratio(double a, double b) { return b == 0 ? 0 : a / b; }  // zero_division 0
/// Sum of weights times values over the sum of weights.
double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights);

}  // namespace wick::metric
