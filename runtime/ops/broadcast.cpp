#include "ops/broadcast.h"

namespace wick {

Runs::Runs(const char* op, std::initializer_list<const Tensor*> operands) : count_(static_cast<int>(operands.size())) {
  const Tensor& first = **operands.begin();
  int same = 0;  // operands that need no broadcasting
  for (const Tensor* t : operands) same += t->is_contiguous() && t->shape() == first.shape();
  if (same == count_) {
    shape = first.shape();
    n = total_ = first.numel();
    step[0] = step[1] = step[2] = 1;
    return;
  }
  for (const Tensor* t : operands) shape = broadcast_shapes(op, shape, t->shape());
  total_ = numel(shape);
  for (int d = 0; d < shape.rank(); ++d) {
    if (shape[d] == 1) continue;
    std::int64_t full[3];
    bool joins = !sizes_.empty();
    int k = 0;
    for (const Tensor* t : operands) {
      const int own = d - (shape.rank() - t->dim());
      full[k] = own < 0 || t->shape()[own] == 1 ? 0 : t->strides()[own];
      joins = joins && strides_[k].back() == full[k] * shape[d];
      ++k;
    }
    if (!joins) sizes_.push_back(1);
    const int last = sizes_.rank() - 1;
    sizes_[last] *= shape[d];
    for (k = 0; k < count_; ++k) {
      if (!joins) strides_[k].push_back(0);
      strides_[k][last] = full[k];
    }
  }
  if (sizes_.empty()) return;
  n = sizes_.back();
  for (int k = 0; k < count_; ++k) step[k] = strides_[k].back();
}

bool Runs::next() {
  if (!started_) {
    started_ = true;
    return total_ > 0;
  }
  out += n;
  for (int d = sizes_.rank() - 2; d >= 0; --d) {
    for (int k = 0; k < count_; ++k) at[k] += strides_[k][d];
    if (++index_[d] < sizes_[d]) return true;
    index_[d] = 0;
    for (int k = 0; k < count_; ++k) at[k] -= strides_[k][d] * sizes_[d];
  }
  return false;
}

}  // namespace wick
