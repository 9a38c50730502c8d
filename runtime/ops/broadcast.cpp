#include "ops/broadcast.h"

namespace wick {

void Broadcast::collapse(std::initializer_list<const Tensor*> operands) {
  n_ = static_cast<int>(operands.size());
  total_ = numel(shape);
  Dims full[3];
  int k = 0;
  for (const Tensor* t : operands) {
    full[k] = Dims::filled(shape.rank(), 0);
    const int lead = shape.rank() - t->dim();
    for (int i = lead; i < shape.rank(); ++i) full[k][i] = t->shape()[i - lead] == 1 ? 0 : t->strides()[i - lead];
    ++k;
  }
  for (int d = 0; d < shape.rank(); ++d) {
    if (shape[d] == 1) continue;
    bool joins = !sizes_.empty();
    for (k = 0; k < n_ && joins; ++k) joins = strides_[k].back() == full[k][d] * shape[d];
    if (joins) {
      const int last = sizes_.rank() - 1;
      sizes_[last] *= shape[d];
      for (k = 0; k < n_; ++k) strides_[k][last] = full[k][d];
    } else {
      sizes_.push_back(shape[d]);
      for (k = 0; k < n_; ++k) strides_[k].push_back(full[k][d]);
    }
  }
}

}  // namespace wick
