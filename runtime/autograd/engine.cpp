// The walk: nodes in reverse order of recording, each once all gradients of its result have arrived. Sequence numbers
// grow along every edge, so their order is a topological one and no count of dependencies is needed.

#include <cmath>
#include <map>
#include <utility>

#include "autograd/graph.h"
#include "autograd/leaf.h"
#include "core/mode.h"
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
  bool keep, create;
  Arrivals* wanted = nullptr;       // nodes whose arriving gradient is taken here (for autograd::grad); other leaves get none,
  bool accumulate = false;          // unless told so
  Arrivals waiting = {};            // the last of them runs next
  std::uint64_t number = 0;
  static thread_local Engine* running;
  static thread_local std::uint64_t walks;

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

  void run(const TensorList& roots, const TensorList& gradients) {
    const NoGradGuard restores(!create);
    if (create) grad_mode.enabled = !grad_mode.inference;
    const struct Running {
      Engine* before;
      ~Running() { running = before; }
    } around{std::exchange(running, this)};
    number = ++walks;
    for (std::size_t i = 0; i < roots.size(); ++i) push(Ref<Node>(Graph::edge_of(roots[i])), gradients[i]);
    TensorList out;
    const std::uint64_t lowest = wanted && !accumulate ? wanted->begin()->first : 0;  // nothing below it is asked for
    while (!waiting.empty()) {
      const auto last = std::prev(waiting.end());
      if (last->first < lowest) break;
      const Ref<Node> node = std::move(last->second.node);
      Tensor dy = std::move(last->second.gradient);
      waiting.erase(last);
      if (const auto* hooks = Graph::hooks_of(*node)) Graph::call_hooks(*hooks, dy);
      if (wanted) {
        const auto w = wanted->find(order(*node));
        if (w != wanted->end()) add(w->second.gradient, dy);
        if (Graph::leaf_of(node.get()) ? !accumulate || w != wanted->end() : order(*node) == lowest) continue;
      }
      step(*node, dy, out);
    }
  }
  static void add(Tensor& sum, const Tensor& g) { sum = sum.defined() ? sum + g : g; }

  // form: 0, or -1 for that made of ops.
  template <int form>
  static void call(Node& node, Term dy, Grads& d) {
    if (!node.has(detail::kOneByOne)) node.gradient_(&node + 1, dy, d, form);
    for (int i = 0; node.has(detail::kOneByOne) && i < d.size(); ++i)
      if (d.needs(i)) d[i] = node.gradient_(&node + 1, dy, d, i ^ form);
  }
  WICK_NOINLINE static void call_made_of_ops(Node& node, Term dy, Grads& d) {
    check(node.has(detail::kTwice), ErrorKind::autograd, "[backward] {} has no gradient of its gradient; create_graph=true cannot go through it.",
          node.name());
    call<-1>(node, dy, d);
  }

  void step(Node& node, const Tensor& dy, TensorList& out) {
    if (Graph::leaf_of(&node)) return Graph::accumulate(node, dy);
    check(!node.released_, ErrorKind::autograd,
          "[backward] the graph behind {} was freed by an earlier backward(); pass retain_graph=true to the earlier one to walk it again.",
          node.name());
    const auto inputs = node.next_functions();
    out.assign(inputs.size(), Tensor());
    {
      const Formula temporaries;
      Grads grads(node, out);
      if (!create || !node.has(kFused)) call<0>(node, node.has(kFused) ? dense(dy) : Term(dy), grads);
      else call_made_of_ops(node, dy, grads);
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
    node.forget();
    node.released_ = true;
  }
};

constinit thread_local Engine* Engine::running = nullptr;
constinit thread_local std::uint64_t Engine::walks = 0;

Tensor* Grads::arrived(int i) const {
  const Node::Input& input = node_.inputs_[i];
  Engine* const engine = Engine::running;
  if (!engine || engine->create || !input.node) return nullptr;
  const auto at = engine->waiting.find(Engine::order(*input.node));
  if (at == engine->waiting.end()) return nullptr;
  Tensor& sum = at->second.gradient;
  return Engine::owned(sum) && sum.shape() == input.shape && sum.dtype() == input.dtype ? &sum : nullptr;
}

std::uint64_t current_walk() { return Engine::running ? Engine::running->number : 0; }

// Leaves' gradients go where the walk around this one sends them.
TensorList walk_inside(const TensorList& outputs, const TensorList& gradients, const TensorList& inputs) {
  Engine* outer = Engine::running;
  Engine::Arrivals wanted;
  if (outer && outer->wanted)
    for (const auto& [order, arrival] : *outer->wanted) wanted[order].node = arrival.node;
  for (const Tensor& x : inputs) {
    const Ref<Node> node(Graph::edge_of(x));
    if (node) wanted[Engine::order(*node)].node = node;
  }
  Engine engine{false, false, &wanted, !outer || !outer->wanted || outer->accumulate};
  engine.run(outputs, gradients);
  TensorList out;
  for (const Tensor& x : inputs) {
    const Ref<Node> node(Graph::edge_of(x));
    out.push_back(node ? wanted[Engine::order(*node)].gradient : Tensor());
  }
  if (outer && outer->wanted)
    for (auto& [order, arrival] : *outer->wanted)
      if (wanted[order].gradient.defined()) Engine::add(arrival.gradient, wanted[order].gradient);
  return out;
}

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
  Engine engine{retain_graph || create_graph, create_graph};
  engine.run({*this}, initial_gradients("backward", {*this}, gradient.defined() ? TensorList{gradient} : TensorList{}));
}

namespace autograd {

TensorList grad(const TensorList& outputs, const TensorList& inputs, const TensorList& grad_outputs, bool retain_graph, bool create_graph,
                bool allow_unused) {
  const TensorList gradients = initial_gradients("autograd.grad", outputs, grad_outputs);
  Engine::Arrivals wanted;
  for (const Tensor& x : inputs) {
    const Ref<Node> node(Graph::edge_of(x));
    check(static_cast<bool>(node), ErrorKind::autograd, "[autograd.grad] an input {} does not require grad.", x);
    wanted[Engine::order(*node)].node = node;
  }
  Engine engine{retain_graph || create_graph, create_graph, &wanted};
  if (!wanted.empty()) engine.run(outputs, gradients);
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
