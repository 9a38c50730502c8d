#include "ops/broadcast.h"

namespace wick {

Runs::Runs(const char* op, std::initializer_list<const Tensor*> operands) : whole_(*operands.begin()), count_(static_cast<int>(operands.size())) {
  if (one_run(operands)) return;
  for (const Tensor* t : operands)
    if (t->dim() > whole_->dim() || (t->dim() == whole_->dim() && t->numel() > whole_->numel())) whole_ = t;
  if (whole_ == *operands.begin() || !one_run(operands)) begin_walk(op, operands);
}

// Whether each operand has either the shape of whole_, contiguous, or a single element.
bool Runs::one_run(std::initializer_list<const Tensor*> operands) {
  int k = 0;
  for (const Tensor* t : operands) {
    if (t->is_contiguous() && (t == whole_ || t->shape() == whole_->shape())) step[k++] = 1;
    else if (t->numel() == 1 && t->dim() <= whole_->dim()) step[k++] = 0;
    else return false;
  }
  n = total_ = whole_->numel();
  return true;
}

void Runs::begin_walk(const char* op, std::initializer_list<const Tensor*> operands) {
  for (int k = 0; k < count_; ++k) step[k] = 0;
  auto& [index, sizes, strides, shape] = walk_.emplace();
  for (const Tensor* t : operands) shape = broadcast_shapes(op, shape, t->shape());
  total_ = numel(shape);
  for (int d = 0; d < shape.rank(); ++d) {
    if (shape[d] == 1) continue;
    std::int64_t full[3];
    bool joins = !sizes.empty();
    int k = 0;
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

bool Runs::step_on() {
  auto& [index, sizes, strides, shape] = *walk_;
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
