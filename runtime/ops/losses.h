#pragma once
// What losses share: reductions, elementwise losses as one node, and rows of class scores with their labels.

#include "ops/formula.h"

namespace wick {

enum class Reduction { none, mean, sum };
/// Throws ErrorKind::value for another name.
Reduction reduction_of(const char* op, std::string_view name);
Term reduced(Term loss, Reduction how);
/// Checks that x and target are floating, and gives the reduction.
Reduction elementwise(const char* op, const Tensor& x, const Tensor& target, std::string_view reduction);
/// What an element's loss counts in the reduced one: 1 / divisor for the mean, else 1.
inline double row_scale(Reduction reduction, double divisor) { return reduction == Reduction::mean ? 1 / divisor : 1; }

/// Records an elementwise loss with its reduction as one node; slope(dy, d, i) is the gradient of each unreduced element, by
/// input (i = 0) or target.
template <class F>
Tensor elementwise_loss(const char* node, const Tensor& x, const Tensor& target, Term loss, Reduction how, const F& slope, Term extra_a = Tensor(),
                        Term extra_b = Tensor()) {
  const double scale = row_scale(how, static_cast<double>(loss->numel()));
  Tensor y = reduced(loss, how);
  const auto gradient = [scale, slope](Term dy, Grads& d, int i) { return slope(dy * scale, d, i); };
  record(y, node, kKeepFirst | kKeepSecond, gradient, x, target).keep(extra_a).keep(extra_b);
  return y;
}

/// Logits [N,C,d1...] as rows [N d1...,C], targets as one list.
struct Rows {
  Tensor x, target;
  Shape shape;  // of a loss without reduction
};
Rows as_rows(const char* op, const Tensor& x, const Tensor& target);
/// x [N,C,d1...] or [C] as rows [N d1...,C].
Tensor rows_of_classes(const Tensor& x);
void check_labels(const char* op, const Tensor& target, std::int64_t n_classes, std::int64_t ignore);
void check_weight(const char* op, const Tensor& weight, const Tensor& x, std::int64_t n_classes);
/// Sum of the class weights of the rows that count: the divisor of the mean.
double total_weight(const Tensor& target, const Tensor& weight, std::int64_t ignore);

/// cross_entropy with targets that are probabilities, of x's shape.
Tensor soft_cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight, std::int64_t ignore_index, Reduction how, double label_smoothing);

/// softplus's threshold above which log(1 + exp(x)) is x to the last bit of a double, and below which exp(x) is finite in f32.
inline constexpr double kSoftplusExact = 40;
/// log(1 + exp(-x)), which never overflows.
Term log_sigmoid_loss(Term x);

}  // namespace wick
