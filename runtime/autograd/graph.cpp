// Nodes, edges and what gradients keep. The walk is in engine.cpp.

#include "autograd/leaf.h"
#include "autograd/mode.h"
#include "autograd/graph.h"
#include "wick/autograd.h"

namespace wick {

thread_local Node* current_node = nullptr;

namespace {
thread_local std::uint64_t next_sequence = 0;

// Nodes whose count fell to zero wait here while one of them is being deleted, so a chain of any length is freed by
// this loop and not by nested destructors.
thread_local std::vector<Node*> doomed;
thread_local bool deleting = false;
}  // namespace

Node::Node(const char* name) : name_(name), sequence_(next_sequence++) {}
Node::~Node() = default;

void Node::release() {
  doomed.push_back(this);
  if (deleting) return;
  deleting = true;
  while (!doomed.empty()) {
    Node* n = doomed.back();
    doomed.pop_back();
    delete n;
  }
  deleting = false;
}

bool Grads::needs(int i) const { return static_cast<bool>(node_.next_functions()[static_cast<std::size_t>(i)].node); }

LeafMeta& leaf_meta(const Tensor& t) {
  auto& leaf = t.impl()->leaf;
  if (!leaf) leaf = std::make_unique<LeafMeta>();
  return *leaf;
}

namespace {

// Stands for a leaf in the graph: adds what arrives to its grad.
class AccumulateGrad final : public Node {
 public:
  explicit AccumulateGrad(const Tensor& leaf) : Node("AccumulateGrad"), leaf_(leaf) { leaf_meta(leaf).accumulator = this; }
  const Tensor& leaf() const { return leaf_; }
  void backward(const Tensor& dy, Grads&) override {
    Tensor g = dy;
    LeafMeta& meta = leaf_meta(leaf_);
    for (const auto& [id, hook] : std::vector(meta.hooks)) {
      const Tensor replaced = hook(g);
      if (replaced.defined()) g = replaced;
    }
    Tensor& grad = *meta.grad;
    if (grad_enabled()) grad = grad.defined() ? grad + g : g;
    else if (!grad.defined()) grad = sole_owner(g) ? g.detach() : g.clone().detach();
    else grad.add_(g);
  }
  void release_saved() override {}

 protected:
  void release() override {
    leaf_meta(leaf_).accumulator = nullptr;
    Node::release();
  }

 private:
  // A gradient nobody else holds may be kept as it is; else the caller's copy could change under us.
  static bool sole_owner(const Tensor& g) { return g.is_contiguous() && g.impl()->storage->use_count() == 1 && g.ref()->use_count() <= 2; }
  Tensor leaf_;
};

}  // namespace

Ref<Node> Graph::edge_of(const Tensor& t) {
  if (!t.defined()) return nullptr;
  if (t.impl()->grad_fn) return t.impl()->grad_fn;
  if (!t.impl()->requires_grad) return nullptr;
  if (t.impl()->leaf && t.impl()->leaf->accumulator) return Ref<Node>(t.impl()->leaf->accumulator);
  return Ref<Node>(new AccumulateGrad(t));
}

TensorImpl* Graph::leaf_of(const Node* node) {
  auto* leaf = dynamic_cast<const AccumulateGrad*>(node);
  return leaf ? leaf->leaf().impl() : nullptr;
}

bool needs_grad(const Tensor& a) { return grad_mode.enabled && a.defined() && a.requires_grad(); }
bool needs_grad(const Tensor& a, const Tensor& b) { return needs_grad(a) || needs_grad(b); }
bool needs_grad(const Tensor& a, const Tensor& b, const Tensor& c) { return needs_grad(a) || needs_grad(b) || needs_grad(c); }
bool needs_grad(const TensorList& inputs) {
  for (const Tensor& t : inputs)
    if (needs_grad(t)) return true;
  return false;
}

namespace {
void connect(Node& node, std::vector<Node::Input>& edges, std::span<const Tensor> inputs) {
  edges.reserve(inputs.size());
  for (const Tensor& t : inputs) {
    check(!t.defined() || !t.impl()->inference || !t.requires_grad(), ErrorKind::autograd, "[", node.name(),
          "] an input was made under InferenceMode and cannot enter a graph. Make it outside, or clone() it there.");
    edges.push_back({Graph::edge_of(t), t.defined() ? t.shape() : Shape{}, t.defined() ? t.dtype() : DType::float32});
  }
}
}  // namespace

Tensor attach(Ref<Node> node, Tensor y, std::span<const Tensor> inputs) {
  connect(*node, Graph::inputs(*node), inputs);
  y.impl()->grad_fn = std::move(node);
  return y;
}

void attach_in_place(Ref<Node> node, const Tensor& y, std::span<const Tensor> inputs) {
  connect(*node, Graph::inputs(*node), inputs);
  y.impl()->grad_fn = std::move(node);
}

void check_in_place(const char* op, const Tensor& t) {
  check(t.defined(), ErrorKind::value, "[", op, "] the tensor written to is undefined.");
  if (!grad_mode.enabled) return;
  check(!(t.is_leaf() && t.impl()->requires_grad), ErrorKind::autograd, "[", op,
        "] a leaf that requires grad is written in place; do it under NoGradGuard, or write to a copy.");
  check(!(t.impl()->is_view && t.requires_grad()), ErrorKind::autograd, "[", op,
        "] a view of a tensor that requires grad is written in place; do it under NoGradGuard, or write to a copy.");
}

Saved::Saved(const Tensor& t, bool is_result) : version_(t.version()), is_result_(is_result) {
  // A leaf holds no node, so keeping the handle itself makes no cycle and keeps its identity.
  if (!is_result && t.is_leaf()) data_ = t;
  else {
    data_ = t.detach();
    if (!is_result) grad_fn_ = t.grad_fn();
  }
}

Tensor Saved::operator()() const {
  if (!data_.defined()) return {};
  check(data_.version() == version_, ErrorKind::autograd, "[", current_node ? current_node->name() : "backward", "] a saved tensor ", data_,
        " was modified by an in-place operation: it is at version ", data_.version(), "; version ", version_,
        " is needed for the gradient. Write to a clone() instead.");
  if (!grad_mode.enabled || data_.requires_grad()) return data_;
  Node* node = is_result_ ? current_node : grad_fn_.get();
  if (!node) return data_;
  Tensor t = data_.detach();
  t.impl()->grad_fn = Ref<Node>(node);
  return t;
}

// Tensor's autograd methods.

bool Tensor::requires_grad() const { return impl_->requires_grad || impl_->grad_fn; }

Tensor& Tensor::requires_grad_(bool on) {
  check(is_leaf(), ErrorKind::autograd, "[requires_grad_] this tensor is a result of an op (", is_leaf() ? "" : grad_fn()->name(),
        "); only leaves can be told. Use detach() first.");
  check(!on || is_floating_point(), ErrorKind::autograd, "[requires_grad_] tensor is ", *this, "; only floating dtypes have gradients.");
  impl_->requires_grad = on;
  return *this;
}

Tensor Tensor::grad() const { return impl_->leaf ? *impl_->leaf->grad : Tensor(); }

void Tensor::set_grad(const Tensor& g) const {
  check(!g.defined() || (g.shape() == shape() && g.dtype() == dtype()), ErrorKind::shape, "[set_grad] gradient is ", g, " for a tensor ", *this,
        "; shape and dtype must be the same.");
  if (g.defined() || impl_->leaf) *leaf_meta(*this).grad = g;
}

void Tensor::retain_grad() const {
  if (is_leaf()) return;
  LeafMeta& meta = leaf_meta(*this);
  if (meta.retains_grad) return;
  meta.retains_grad = true;
  Graph::hooks(*grad_fn()).emplace_back(-1, [slot = meta.grad](const Tensor& g) {
    *slot = slot->defined() ? *slot + g : g;
    return Tensor();
  });
}

namespace {
int next_hook_id = 0;
}

int Tensor::register_hook(std::function<Tensor(const Tensor&)> hook) const {
  check(requires_grad(), ErrorKind::autograd, "[register_hook] tensor does not require grad, so no gradient will reach it.");
  auto& hooks = is_leaf() ? leaf_meta(*this).hooks : Graph::hooks(*grad_fn());
  hooks.emplace_back(next_hook_id, std::move(hook));
  return next_hook_id++;
}

void Tensor::remove_hook(int id) const {
  auto& hooks = is_leaf() ? leaf_meta(*this).hooks : Graph::hooks(*grad_fn());
  std::erase_if(hooks, [id](const auto& h) { return h.first == id; });
}

}  // namespace wick
