#pragma once
// The engine's access to a node's insides.

#include "wick/autograd.h"

namespace wick {

struct Graph {
  using Hooks = Node::Hooks;
  static const Hooks* hooks_of(const Node& n) { return n.hooks_.get(); }
  static Hooks& hooks(Node& n) {
    if (!n.hooks_) n.hooks_ = std::make_unique<Hooks>();
    return *n.hooks_;
  }
  static void call_hooks(const Hooks& hooks, Tensor& g);
  /// The node a gradient of t flows to: its grad_fn, a fresh accumulator for a leaf, or null.
  static Node* edge_of(const Tensor& t);
  /// Of an accumulator: what its leaf carries; null for any other node.
  static const LeafMeta* leaf_of(const Node* node) { return node->leaf_.get(); }
  /// Adds what arrives at an accumulator to its leaf's grad.
  static void accumulate(const Node& node, const Tensor& dy);
  /// The edge of a leaf, whose uses all meet in one accumulator.
  static Node* accumulator_of(const Tensor& leaf);
  static Recorded record(const Tensor& y, const char* name, unsigned keep, detail::Gradient fn, const void* closure, std::size_t closure_bytes,
                         const Tensor* const* inputs, int n);
  /// A new node's number; above: the highest of its inputs'.
  static std::uint64_t number(std::uint64_t above);
  static void keep(Node& node, const Tensor& t, int input);
  static void keep_nothing(Node& node) { new (&node.kept_[node.n_kept_++]) Node::Kept{Tensor(), 0, Node::Kept::kOther}; }
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
