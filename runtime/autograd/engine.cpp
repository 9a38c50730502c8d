// The walk: nodes in reverse order of recording, each once all gradients of its result have arrived. Sequence numbers
// grow along every edge, so their order is a topological one and no count of dependencies is needed.

#include <cmath>
#include <map>

#include "autograd/graph.h"
#include "autograd/leaf.h"
#include "autograd/mode.h"
#include "wick/autograd.h"
#include "wick/memory.h"

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
  struct Arrival {
    Ref<Node> node;
    Tensor gradient;
  };
  using Arrivals = std::map<std::uint64_t, Arrival, std::less<>, detail::SmallAllocator<std::pair<const std::uint64_t, Arrival>>>;
  Arrivals waiting;  // the last of them runs next
  bool keep, create;

  // AccumulateGrad nodes are made when their leaf is first used, possibly before other users of the leaf: they run
  // last of all, whatever their number.
  static std::uint64_t order(const Node& node) { return Graph::leaf_of(&node) ? node.sequence() : node.sequence() | std::uint64_t{1} << 63; }

  void push(const Ref<Node>& node, Tensor g) {
    Arrival& a = waiting[order(*node)];
    if (!a.node) {
      a.node = node;
      a.gradient = std::move(g);
    } else if (create || !owned(a.gradient)) {
      a.gradient = a.gradient + g;
    } else {
      a.gradient.add_(g);
    }
  }
  static bool owned(const Tensor& t) {
    return t.is_contiguous() && t.ref()->use_count() == 1 && t.impl()->storage->use_count() == 1;
  }

  static void check_finite(const Node& node, const TensorList& grads) {
    for (const Tensor& g : grads) {
      if (!g.defined()) continue;
      for (double v : g.to_vector())
        check(!std::isnan(v), ErrorKind::autograd, "[detect_anomaly] {} returned a NaN gradient.", node.name());
    }
  }

  // wanted: nodes whose arriving gradient is taken instead of being passed on (for autograd::grad).
  void run(const TensorList& roots, const TensorList& gradients, Arrivals* wanted) {
    const NoGradGuard restores(!create);
    if (create) grad_mode.enabled = !grad_mode.inference;
    for (std::size_t i = 0; i < roots.size(); ++i) push(Graph::edge_of(roots[i]), gradients[i]);
    TensorList out;
    while (!waiting.empty()) {
      const auto last = std::prev(waiting.end());
      const Ref<Node> node = std::move(last->second.node);
      Tensor dy = std::move(last->second.gradient);
      waiting.erase(last);
      Graph::call_hooks(Graph::hooks(*node), dy);
      if (wanted) {
        const auto w = wanted->find(order(*node));
        if (w != wanted->end()) {
          Tensor& sum = w->second.gradient;
          sum = sum.defined() ? sum + dy : dy;
        }
        if (Graph::leaf_of(node.get())) continue;
      }
      step(*node, dy, out);
    }
  }

  void step(Node& node, const Tensor& dy, TensorList& out) {
    if (Graph::leaf_of(&node)) return Graph::accumulate(node, dy);
    check(!node.released_, ErrorKind::autograd,
          "[backward] the graph behind {} was freed by an earlier backward(); pass retain_graph=true to the earlier one to walk it again.",
          node.name());
    const bool second = create && node.fused_;
    check(!second || node.twice_, ErrorKind::autograd, "[backward] {} has no gradient of its gradient; create_graph=true cannot go through it.",
          node.name());
    const auto inputs = node.next_functions();
    out.assign(inputs.size(), Tensor());
    {
      const Formula temporaries;
      Grads grads(node, out);
      const Term g = node.fused_ && !second ? dense(dy) : Term(dy);
      const int form = second ? -1 : 0;
      if (!node.one_by_one_) node.gradient_(&node + 1, g, grads, form);
      for (int i = 0; node.one_by_one_ && i < grads.size(); ++i)
        if (grads.needs(i)) grads[i] = node.gradient_(&node + 1, g, grads, i ^ form);
    }
    if (grad_mode.anomaly) check_finite(node, out);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (!inputs[i].node || !out[i].defined()) continue;
      Tensor g = std::exchange(out[i], Tensor());
      if (!(g.shape() == inputs[i].shape)) g = sum_to(g, inputs[i].shape);
      if (g.dtype() != inputs[i].dtype) g = g.to(inputs[i].dtype);
      push(inputs[i].node, std::move(g));
    }
    if (keep) return;
    while (node.n_kept_ > 0) node.kept_[--node.n_kept_] = {};
    node.released_ = true;
  }
};

namespace {
TensorList initial_gradients(const char* op, const TensorList& outputs, const TensorList& given) {
  check(given.empty() || given.size() == outputs.size(), ErrorKind::value, "[{}] {} gradients for {} outputs; need one each.", op, given.size(),
        outputs.size());
  TensorList out;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const Tensor& y = outputs[i];
    check(y.defined() && y.requires_grad(), ErrorKind::autograd,
          "[{}] the output does not require grad and has no grad_fn: no input of it requires grad, or it was made under no_grad().", op);
    const Tensor g = i < given.size() ? given[i] : Tensor();
    check(g.defined() || y.numel() == 1, ErrorKind::autograd,
          "[{}] grad can be implicitly created only for scalar outputs: the output is {}. Reduce it first, or pass a gradient of its shape.", op, y);
    check(!g.defined() || g.shape() == y.shape(), ErrorKind::shape, "[{}] gradient is {} for an output {}; shapes must be the same.", op, g, y);
    out.push_back(g.defined() ? g : ones_like(y));
  }
  return out;
}
}  // namespace

void Tensor::backward(const Tensor& gradient, bool retain_graph, bool create_graph) const {
  Engine engine{{}, retain_graph || create_graph, create_graph};
  engine.run({*this}, initial_gradients("backward", {*this}, gradient.defined() ? TensorList{gradient} : TensorList{}), nullptr);
}

namespace autograd {

TensorList grad(const TensorList& outputs, const TensorList& inputs, const TensorList& grad_outputs, bool retain_graph, bool create_graph,
                bool allow_unused) {
  const TensorList gradients = initial_gradients("autograd.grad", outputs, grad_outputs);
  Engine::Arrivals wanted;
  for (const Tensor& x : inputs) {
    const Ref<Node> node = Graph::edge_of(x);
    check(static_cast<bool>(node), ErrorKind::autograd, "[autograd.grad] an input {} does not require grad.", x);
    wanted[Engine::order(*node)].node = node;
  }
  Engine engine{{}, retain_graph || create_graph, create_graph};
  engine.run(outputs, gradients, &wanted);
  TensorList result;
  for (const Tensor& x : inputs) {
    const Tensor& g = wanted[Engine::order(*Graph::edge_of(x))].gradient;
    check(g.defined() || allow_unused, ErrorKind::autograd,
          "[autograd.grad] input {} appears not to have been used in the graph. Set allow_unused=true if that is intended.", result.size());
    result.push_back(g);
  }
  return result;
}

}  // namespace autograd

}  // namespace wick
