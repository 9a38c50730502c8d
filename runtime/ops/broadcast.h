#pragma once
// Walks operands that broadcast to one shape in runs along a collapsed innermost dimension.

#include <optional>

#include "kernels/elementwise.h"
#include "wick/tensor.h"

namespace wick {

/// Operands under their common shape. Neighbouring dimensions that all operands step through evenly are joined, so contiguous
/// operands are one run. Use: Runs r(op, {&a, &b}); then, while (r.next()), a kernel on n elements from a's place 0 with step 0,
/// and so on; the output is contiguous from out. shape() is an operand's while all live.
class Runs {
 public:
  Runs(const char* op, std::initializer_list<const Tensor*> operands);
  bool next() {
    if (started_) return walk_ && step_on();
    started_ = true;
    return total_ > 0;
  }
  const Shape& shape() const { return walk_ ? walk_->shape : whole_->shape(); }
  std::int64_t out = 0, n = 1;         // in elements, as all below
  std::int64_t at[3] = {}, step[3] = {};

 private:
  struct Walk {
    std::int64_t index[kMaxRank] = {};
    Dims sizes, strides[3];
    Shape shape;
  };
  bool one_run(std::initializer_list<const Tensor*> operands);
  void begin_walk(const char* op, std::initializer_list<const Tensor*> operands);
  bool step_on();
  const Tensor* whole_;        // the operand whose shape it is where all is one run
  std::int64_t total_;
  std::optional<Walk> walk_;  // none where all is one run
  int count_;
  bool started_ = false;
};

/// y = kind(a, b) in dtype (f32, f64 or i64), outside the graph. p, q: parameters of the kind.
Tensor binary_op(const char* op, kernels::Binary kind, const Tensor& a, const Tensor& b, DType dtype, double p = 0, double q = 0);

}  // namespace wick
