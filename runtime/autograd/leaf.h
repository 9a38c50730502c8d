#pragma once
// What a tensor carries besides its data once gradients concern it.

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "wick/autograd.h"

namespace wick {

struct LeafMeta {
  std::shared_ptr<Tensor> grad = std::make_shared<Tensor>();  // shared with the accumulator of a graph in flight
  std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>> hooks;
  bool retains_grad = false;
  Node* accumulator = nullptr;  // the live one of this leaf, so that all uses meet in it; cleared when it goes
};

LeafMeta& leaf_meta(const Tensor& t);

}  // namespace wick
