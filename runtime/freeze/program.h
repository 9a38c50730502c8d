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
  bool pool = false;           // of conv: 2 x 2 max pooling after that
  bool x_last = false, y_last = false;  // what it reads first, and its result, lie with channels last (channels_last.cpp)
  std::vector<int> joined = {};  // the ops after first, in order
  Tensor weight = {}, bias = {};  // of linear and conv, BatchNorm folded in
  Tensor packed = {};          // the weight as the kernel reads it
};

inline std::size_t at(int i) { return static_cast<std::size_t>(i); }
inline const Op& first_op(const Node& node, const Recording& r) { return r.ops[at(node.first)]; }
inline const Op& last_op(const Node& node, const Recording& r) { return r.ops[at(node.last)]; }
inline const View& out_of(const Node& node, const Recording& r) { return last_op(node, r).out; }

struct Program {
  /// fixed: only the recorded batch size; else a and b were recorded at 2 and 3.
  Program(Recording a, Recording b, bool fixed);

  /// The ops at a batch size.
  Recording at(std::int64_t n) const { return fixed ? a : a.at(n, b); }
  Recording a, b;
  bool fixed;
  std::vector<Node> nodes;
};

/// What a node reads, folded weights apart: of products the input and, where there is one, the residual.
std::vector<const View*> operands_of(const Node& node, const Recording& ops);
/// kernels::Unary of an op and its parameters, or -1.
int unary_of(const Op& op);

/// Decides which values between convolutions lie with channels last: x_last and y_last of all nodes.
void choose_channels_last(Program& program);

}  // namespace wick::frozen
