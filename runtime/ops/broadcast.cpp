#include "ops/broadcast.h"

namespace wick {

Runs::Runs(const char* op, std::initializer_list<const Tensor*> operands) : count_(static_cast<int>(operands.size())) {
  // One run where each operand has either the whole shape, contiguous, or a single element.
  const Tensor* whole = *operands.begin();
  for (const Tensor* t : operands)
    if (t->dim() > whole->dim() || (t->dim() == whole->dim() && t->numel() > whole->numel())) whole = t;
  int k = 0;
  for (const Tensor* t : operands) {
    if (t->is_contiguous() && t->shape() == whole->shape()) step[k++] = 1;
    else if (t->numel() == 1) step[k++] = 0;
    else break;
  }
  if (k == count_) {
    shape = whole->shape();
    n = total_ = whole->numel();
    return;
  }
  for (k = 0; k < count_; ++k) step[k] = 0;
  auto& [index, sizes, strides] = walk_.emplace();
  for (const Tensor* t : operands) shape = broadcast_shapes(op, shape, t->shape());
  total_ = numel(shape);
  for (int d = 0; d < shape.rank(); ++d) {
    if (shape[d] == 1) continue;
    std::int64_t full[3];
    bool joins = !sizes.empty();
    k = 0;
    for (const Tensor* t : operands) {
      const int own = d - (shape.rank() - t->dim());
      full[k] = own < 0 || t->shape()[own] == 1 ? 0 : t->strides()[own];
      joins = joins && strides[k].back() == full[k] * shape[d];
      ++k;
    }
    if (!joins) sizes.push_back(1);
    const int last = sizes.rank() - 1;
    sizes[last] *= shape[d];
    for (k = 0; k < count_; ++k) {
      if (!joins) strides[k].push_back(0);
      strides[k][last] = full[k];
    }
  }
  if (sizes.empty()) return;
  n = sizes.back();
  for (int k = 0; k < count_; ++k) step[k] = strides[k].back();
}

bool Runs::next() {
  if (!started_) {
    started_ = true;
    return total_ > 0;
  }
  if (!walk_) return false;
  auto& [index, sizes, strides] = *walk_;
  out += n;
  for (int d = sizes.rank() - 2; d >= 0; --d) {
    for (int k = 0; k < count_; ++k) at[k] += strides[k][d];
    if (++index[d] < sizes[d]) return true;
    index[d] = 0;
    for (int k = 0; k < count_; ++k) at[k] -= strides[k][d] * sizes[d];
  }
  return false;
}

}  // namespace wick
