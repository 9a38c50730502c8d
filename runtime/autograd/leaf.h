#pragma once
// What a tensor carries besides its data once gradients concern it.

#include <functional>
#include <utility>
#include <vector>

#include "wick/autograd.h"

namespace wick {

/// Shared with the accumulator of a leaf, which a graph in flight may hold longer than the leaf lives.
struct LeafMeta final : RefCounted {
  explicit LeafMeta(const TensorImpl* t) : tensor(t) {}
  Tensor grad;
  std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>> hooks;
  bool retains_grad = false;
  const TensorImpl* tensor;  // null when it is gone
  Ref<Node> accumulator;     // of a leaf: all its uses meet in it; let go with the tensor, since it holds this
};

LeafMeta& leaf_meta(const Tensor& t);

}  // namespace wick
