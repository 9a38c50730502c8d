#pragma once
// The engine's access to a node's insides.

#include "wick/autograd.h"

namespace wick {

struct Graph {
  using Hooks = std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>>;
  static std::vector<Node::Input>& inputs(Node& n) { return n.inputs_; }
  static Hooks& hooks(Node& n) { return n.hooks_; }
  static bool& released(Node& n) { return n.released_; }
  /// The node a gradient of t flows to: its grad_fn, a fresh accumulator for a leaf, or null.
  static Ref<Node> edge_of(const Tensor& t);
  /// The leaf an accumulator stands for; null for any other node.
  static TensorImpl* leaf_of(const Node* node);
};

}  // namespace wick
