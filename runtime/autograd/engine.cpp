// The walk: nodes in reverse order of recording, each once all gradients of its result have arrived. Sequence numbers
// grow along every edge, so a heap ordered by them is a topological order and no count of dependencies is needed.

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "autograd/graph.h"
#include "autograd/leaf.h"
#include "autograd/mode.h"
#include "wick/autograd.h"

namespace wick {

Tensor sum_to(const Tensor& g, const Shape& shape) {
  if (g.shape() == shape) return g;
  Dims dims;
  const int lead = g.dim() - shape.rank();
  for (int i = 0; i < g.dim(); ++i)
    if (i < lead || (shape[i - lead] == 1 && g.shape()[i] != 1)) dims.push_back(i);
  const Tensor s = dims.empty() ? g : g.sum(dims, true);
  return s.reshape(shape);
}

struct Engine {
  // AccumulateGrad nodes are made when their leaf is first used, possibly before other users of the leaf: they run
  // last of all, whatever their number.
  static bool runs_later(const Ref<Node>& a, const Ref<Node>& b) {
    const bool leaf_a = Graph::leaf_of(a.get()), leaf_b = Graph::leaf_of(b.get());
    if (leaf_a != leaf_b) return leaf_a;
    return a->sequence() < b->sequence();
  }

  struct Arrived {
    Tensor gradient;
  };
  std::vector<Ref<Node>> heap;
  std::unordered_map<Node*, Arrived> arrived;
  bool keep, create;

  void push(const Ref<Node>& node, const Tensor& g) {
    auto [it, is_new] = arrived.try_emplace(node.get());
    Tensor& sum = it->second.gradient;
    if (is_new) {
      sum = g;
      heap.push_back(node);
      std::push_heap(heap.begin(), heap.end(), runs_later);
    } else if (create || !owned(sum)) {
      sum = sum + g;
    } else {
      sum.add_(g);
    }
  }
  static bool owned(const Tensor& t) {
    return t.is_contiguous() && t.ref()->use_count() == 1 && t.impl()->storage->use_count() == 1;
  }

  static void check_finite(const Node& node, const TensorList& grads) {
    for (const Tensor& g : grads) {
      if (!g.defined()) continue;
      for (double v : g.to_vector())
        check(!std::isnan(v), ErrorKind::autograd, "[detect_anomaly] ", node.name(), " returned a NaN gradient.");
    }
  }

  // wanted: nodes whose arriving gradient is taken instead of being passed on (for autograd::grad).
  void run(const TensorList& roots, const TensorList& gradients, std::unordered_map<Node*, Tensor>* wanted) {
    const NoGradGuard no_grad(!create);
    for (std::size_t i = 0; i < roots.size(); ++i) push(Graph::edge_of(roots[i]), gradients[i]);
    TensorList out;
    while (!heap.empty()) {
      std::pop_heap(heap.begin(), heap.end(), runs_later);
      const Ref<Node> node = std::move(heap.back());
      heap.pop_back();
      const auto it = arrived.find(node.get());
      Tensor dy = std::move(it->second.gradient);
      arrived.erase(it);
      for (const auto& [id, hook] : Graph::Hooks(Graph::hooks(*node))) {
        const Tensor replaced = hook(dy);
        if (replaced.defined()) dy = replaced;
      }
      if (wanted) {
        const auto w = wanted->find(node.get());
        if (w != wanted->end()) w->second = w->second.defined() ? w->second + dy : dy;
        if (Graph::leaf_of(node.get())) continue;
      }
      step(*node, dy, out);
    }
  }

  void step(Node& node, const Tensor& dy, TensorList& out) {
    check(!Graph::released(node), ErrorKind::autograd, "[backward] the graph behind ", node.name(),
          " was freed by an earlier backward(); pass retain_graph=true to the earlier one to walk it again.");
    check(!create || !node.once_differentiable(), ErrorKind::autograd, "[backward] ", node.name(),
          " has no gradient of its gradient; create_graph=true cannot go through it.");
    auto& inputs = Graph::inputs(node);
    out.assign(inputs.size(), Tensor());
    {
      Grads grads(node, out);
      Node* before = current_node;
      current_node = &node;
      struct Restore {
        Node* n;
        ~Restore() { current_node = n; }
      } restore{before};
      node.backward(dy, grads);
    }
    if (grad_mode.anomaly) check_finite(node, out);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (!inputs[i].node || !out[i].defined()) continue;
      Tensor g = std::move(out[i]);
      if (!(g.shape() == inputs[i].shape)) g = sum_to(g, inputs[i].shape);
      if (g.dtype() != inputs[i].dtype) g = g.to(inputs[i].dtype);
      push(inputs[i].node, g);
    }
    if (!keep && !Graph::leaf_of(&node)) {
      node.release_saved();
      Graph::released(node) = true;
    }
  }
};

namespace {
TensorList initial_gradients(const char* op, const TensorList& outputs, const TensorList& given) {
  check(given.empty() || given.size() == outputs.size(), ErrorKind::value, "[", op, "] ", given.size(), " gradients for ", outputs.size(),
        " outputs; need one each.");
  TensorList out;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const Tensor& y = outputs[i];
    check(y.defined() && y.requires_grad(), ErrorKind::autograd, "[", op,
          "] the output does not require grad and has no grad_fn: no input of it requires grad, or it was made under no_grad().");
    const Tensor g = i < given.size() ? given[i] : Tensor();
    check(g.defined() || y.numel() == 1, ErrorKind::autograd, "[", op, "] grad can be implicitly created only for scalar outputs: the output is ", y,
          ". Reduce it first, or pass a gradient of its shape.");
    check(!g.defined() || g.shape() == y.shape(), ErrorKind::shape, "[", op, "] gradient is ", g, " for an output ", y, "; shapes must be the same.");
    out.push_back(g.defined() ? g : ones_like(y));
  }
  return out;
}
}  // namespace

void Tensor::backward(const Tensor& gradient, bool retain_graph, bool create_graph) const {
  Engine engine{{}, {}, retain_graph || create_graph, create_graph};
  engine.run({*this}, initial_gradients("backward", {*this}, gradient.defined() ? TensorList{gradient} : TensorList{}), nullptr);
}

namespace autograd {

TensorList grad(const TensorList& outputs, const TensorList& inputs, const TensorList& grad_outputs, bool retain_graph, bool create_graph,
                bool allow_unused) {
  const TensorList gradients = initial_gradients("autograd.grad", outputs, grad_outputs);
  std::unordered_map<Node*, Tensor> wanted;
  std::vector<Ref<Node>> nodes;
  for (const Tensor& x : inputs) {
    nodes.push_back(Graph::edge_of(x));
    check(static_cast<bool>(nodes.back()), ErrorKind::autograd, "[autograd.grad] an input ", x, " does not require grad.");
    wanted[nodes.back().get()];
  }
  Engine engine{{}, {}, retain_graph || create_graph, create_graph};
  engine.run(outputs, gradients, &wanted);
  TensorList result;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Tensor& g = wanted[nodes[i].get()];
    check(g.defined() || allow_unused, ErrorKind::autograd, "[autograd.grad] input ", i,
          " appears not to have been used in the graph. Set allow_unused=true if that is intended.");
    result.push_back(g);
  }
  return result;
}

}  // namespace autograd

}  // namespace wick
