#pragma once
// The engine's access to a node's insides.

#include "wick/autograd.h"

namespace wick {

struct Graph {
  using Hooks = std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>>;
  static Hooks& hooks(Node& n) { return n.hooks_; }
  static void call_hooks(const Hooks& hooks, Tensor& g);
  /// The node a gradient of t flows to: its grad_fn, a fresh accumulator for a leaf, or null.
  static Ref<Node> edge_of(const Tensor& t);
  /// Of an accumulator: what its leaf carries; null for any other node.
  static const LeafMeta* leaf_of(const Node* node) { return node->leaf_.get(); }
  /// Adds what arrives at an accumulator to its leaf's grad.
  static void accumulate(const Node& node, const Tensor& dy);
  static Recorded connect(const Tensor& y, const char* name, unsigned keep, detail::Gradient fn, const void* closure, std::size_t closure_bytes,
                          const Tensor* const* inputs, int n);
  /// Gives node its number, higher than those of its inputs.
  static void number(Node& node);
  static void keep(Node& node, const Tensor& t, int input);
  /// What node keeps for its gradient.
  static TensorList kept(const Node& node) {
    TensorList out;
    for (int i = 0; i < node.n_kept_; ++i) out.push_back(node.kept_[i].data);
    return out;
  }
};

/// A walk within a gradient, over a graph made there: returns the gradients of its inputs (undefined where none arrived); those
/// of other leaves go where the walk around it sends its own. outputs require grad.
TensorList walk_inside(const TensorList& outputs, const TensorList& gradients, const TensorList& inputs);

/// The number of this thread's walk that a gradient is called in.
std::uint64_t current_walk();

}  // namespace wick
