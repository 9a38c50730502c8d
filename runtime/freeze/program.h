#pragma once
// A recording turned into nodes: dead ops gone, chains of ops joined, weights folded and copied.

#include "freeze/recording.h"
#include "kernels/elementwise.h"

namespace wick::frozen {

enum class Kind : std::uint8_t {
  linear, conv, matmul, unary, binary, max_pool, avg_pool, adaptive_pool, batch_norm, layer_norm, softmax, log_softmax, rows, copy,
  other  // runs as the ordinary op
};

/// One step: the op `first`, and those joined to it, of which `last` names the result.
struct Node {
  Kind kind;
  int first, last;
  int function = 0;            // kernels::Unary or Binary of kind unary or binary
  int residual_op = -1, residual_in = -1;  // of linear and conv: the operand ops[residual_op].in[residual_in] is added
  int activation = -1;         // kernels::Unary after that, with the parameters of op `last`; -1: none
  std::vector<int> joined = {};  // the ops after first, in order
  Tensor weight = {}, bias = {};  // of linear and conv, BatchNorm folded in
  Tensor packed = {};          // the weight as the kernel reads it
};

struct Program {
  /// fixed: only the recorded batch size; else a and b were recorded at 2 and 3.
  Program(Recording a, Recording b, bool fixed);

  /// The ops at a batch size.
  Recording at(std::int64_t n) const { return fixed ? a : a.at(n, b); }
  /// Calls fn(view) for each operand of a node but folded weights.
  template <class F>
  static void each_operand(const Node& node, const Recording& r, F fn) {
    const Op& op = r.ops[static_cast<std::size_t>(node.first)];
    const std::size_t count = node.weight.defined() ? 1 : op.in.size();
    for (std::size_t i = 0; i < count; ++i)
      if (op.in[i].value >= 0) fn(op.in[i]);
    if (node.residual_op >= 0) fn(residual(node, r));
  }
  static const View& residual(const Node& node, const Recording& r) {
    return r.ops[static_cast<std::size_t>(node.residual_op)].in[static_cast<std::size_t>(node.residual_in)];
  }

  Recording a, b;
  bool fixed;
  std::vector<Node> nodes;
};

/// kernels::Unary of an op and its parameters, or -1.
int unary_of(const Op& op);

}  // namespace wick::frozen
