#pragma once
// Walks operands that broadcast to one shape in runs along a collapsed innermost dimension.

#include "kernels/elementwise.h"
#include "wick/tensor.h"

namespace wick {

/// Operands a, b (and c) under their common shape. Neighbouring dimensions that all operands step through evenly are
/// joined, so contiguous operands are one run.
class Broadcast {
 public:
  Broadcast(const char* op, const Tensor& a, const Tensor& b) : shape(broadcast_shapes(op, a.shape(), b.shape())) {
    collapse({&a, &b});
  }
  Broadcast(const char* op, const Tensor& a, const Tensor& b, const Tensor& c)
      : shape(broadcast_shapes(op, broadcast_shapes(op, a.shape(), b.shape()), c.shape())) {
    collapse({&a, &b, &c});
  }
  /// fn(out, a, a_step, b, b_step, n): offsets in elements from each operand's data; the output is contiguous.
  template <class F>
  void run(F fn) const {
    each([&](std::int64_t o, const std::int64_t* at) { fn(o, at[0], step(0), at[1], step(1), inner()); });
  }
  /// The same with a third operand.
  template <class F>
  void run3(F fn) const {
    each([&](std::int64_t o, const std::int64_t* at) { fn(o, at[0], step(0), at[1], step(1), at[2], step(2), inner()); });
  }
  Shape shape;

 private:
  void collapse(std::initializer_list<const Tensor*> operands);
  std::int64_t inner() const { return sizes_.empty() ? 1 : sizes_.back(); }
  std::int64_t step(int k) const { return sizes_.empty() ? 0 : strides_[k].back(); }
  template <class F>
  void each(F fn) const {
    if (total_ == 0) return;
    std::int64_t at[3] = {0, 0, 0}, index[kMaxRank] = {};
    for (std::int64_t o = 0;; o += inner()) {
      fn(o, at);
      int d = sizes_.rank() - 2;
      for (; d >= 0; --d) {
        for (int k = 0; k < n_; ++k) at[k] += strides_[k][d];
        if (++index[d] < sizes_[d]) break;
        index[d] = 0;
        for (int k = 0; k < n_; ++k) at[k] -= strides_[k][d] * sizes_[d];
      }
      if (d < 0) return;
    }
  }
  Dims sizes_, strides_[3];
  int n_ = 0;
  std::int64_t total_ = 0;
};

/// y = kind(a, b) in dtype (f32, f64 or i64), outside the graph. p, q: parameters of the kind.
Tensor binary_op(const char* op, kernels::Binary kind, const Tensor& a, const Tensor& b, DType dtype, double p = 0, double q = 0);

}  // namespace wick
