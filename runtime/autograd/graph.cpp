// Nodes, edges and what gradients keep. The walk is in engine.cpp.

#include "autograd/graph.h"

#include <atomic>
#include <cstring>
#include <new>

#include "autograd/leaf.h"
#include "core/mode.h"
#include "core/small.h"
#include "wick/autograd.h"

namespace wick {

namespace {
// A node's number: a count that grows along every edge, also where threads meet (Lamport 1978), then the thread's own number.
thread_local std::uint64_t last_sequence = 0;
constexpr int kThreadBits = 16;
std::atomic<std::uint64_t> threads{0};

// Nodes nobody holds wait here while one of them is being deleted, so a chain of any length is freed by this loop and not by
// nested destructors.
thread_local Node* doomed = nullptr;
thread_local bool deleting = false;
}  // namespace

Node::Node(const char* name, Input* inputs, std::size_t bytes) : name_(name), bytes_(bytes), inputs_(inputs) {}
Node::~Node() {
  forget();
  while (n_inputs_ > 0) inputs_[--n_inputs_].~Input();
}

WICK_INLINE Ref<Node> Node::make(const char* name, std::size_t closure_bytes, int n_inputs) {
  closure_bytes = (closure_bytes + alignof(Input) - 1) / alignof(Input) * alignof(Input);
  const std::size_t bytes = sizeof(Node) + closure_bytes + static_cast<std::size_t>(n_inputs) * sizeof(Input);
  char* block = static_cast<char*>(detail::take_small(bytes));
  return Ref<Node>::first(new (block) Node(name, reinterpret_cast<Input*>(block + sizeof(Node) + closure_bytes), bytes));
}

void Node::release() noexcept {
  if (deleting) {
    next_doomed_ = doomed;
    doomed = this;
    return;
  }
  deleting = true;
  for (Node* n = this; n;) {
    const std::size_t bytes = n->bytes_;
    n->~Node();
    detail::give_small(n, bytes);
    n = doomed;
    if (n) doomed = n->next_doomed_;
  }
  deleting = false;
}

constinit thread_local Formula* Formula::innermost_ = nullptr;

Formula::~Formula() {
  innermost_ = before_;
  auto* terms = reinterpret_cast<Tensor*>(terms_);
  while (n_ > 0) terms[--n_].~Tensor();
}

Tensor* Formula::place() {
  Formula* f = innermost_;
  check(f && f->n_ < kMaxTerms, ErrorKind::value, "[formula] a formula has more than {} temporaries, or none encloses this term.", kMaxTerms);
  return new (f->terms_ + sizeof(Tensor) * static_cast<std::size_t>(f->n_++)) Tensor();
}

Term::Term(Tensor&& t) {
  Tensor* kept = Formula::place();
  *kept = std::move(t);
  t_ = kept;
}
Term::Term(double number) : t_(new (Formula::place()) Tensor(number)) {}

LeafMeta& leaf_meta(const Tensor& t) {
  auto& leaf = t.impl()->leaf;
  if (!leaf) leaf = make_ref<LeafMeta>(t.impl());
  return *leaf;
}

// A gradient nobody else holds may be kept as it is; else the caller's copy could change under us.
static bool sole_owner(const Tensor& g) { return g.is_contiguous() && g.impl()->storage->use_count() == 1 && g.ref()->use_count() <= 2; }

void Graph::call_hooks(const Hooks& hooks, Tensor& g) {
  if (hooks.empty()) return;
  for (const auto& [id, hook] : Hooks(hooks)) {  // a copy: a hook may remove itself
    const Tensor replaced = hook(g);
    if (replaced.defined()) g = replaced;
  }
}

void Graph::accumulate(const Node& node, const Tensor& dy) {
  Tensor g = dy;
  LeafMeta& meta = *node.leaf_;
  call_hooks(meta.hooks, g);
  Tensor& grad = meta.grad;
  if (grad_enabled()) grad = grad.defined() ? grad + g : g;
  else if (!grad.defined()) grad = sole_owner(g) ? g.detach() : g.clone().detach();
  else grad.add_(g);
}

std::uint64_t Graph::number(std::uint64_t above) {
  constexpr std::uint64_t kThread = (std::uint64_t{1} << kThreadBits) - 1;
  if (last_sequence == 0) [[unlikely]] last_sequence = ++threads & kThread;
  const std::uint64_t n = above > last_sequence ? above : last_sequence;
  return last_sequence = (n | kThread) + 1 + (last_sequence & kThread);
}

WICK_NOINLINE Node* Graph::accumulator_of(const Tensor& leaf) {
  LeafMeta& meta = leaf_meta(leaf);
  if (!meta.accumulator) {
    meta.accumulator = Node::make("AccumulateGrad", 0, 0);
    meta.accumulator->leaf_ = leaf.impl()->leaf;
    meta.accumulator->sequence_ = number(0);
  }
  return meta.accumulator.get();
}

Node* Graph::edge_of(const Tensor& t) {
  if (!t.defined()) return nullptr;
  if (Node* node = t.grad_fn().get()) return node;
  const TensorImpl& i = *t.impl();
  if (!i.requires_grad) return nullptr;
  return i.leaf && i.leaf->accumulator ? i.leaf->accumulator.get() : accumulator_of(t);
}

bool Tensor::requires_grad() const { return impl_->requires_grad || grad_fn(); }

bool needs_grad(const Tensor& a) { return grad_mode.enabled && a.defined() && a.requires_grad(); }
bool needs_grad(const Tensor& a, const Tensor& b) { return needs_grad(a) || needs_grad(b); }
bool needs_grad(const Tensor& a, const Tensor& b, const Tensor& c) { return needs_grad(a) || needs_grad(b) || needs_grad(c); }
bool needs_grad(const TensorList& inputs) {
  for (const Tensor& t : inputs)
    if (needs_grad(t)) return true;
  return false;
}

void Graph::keep(Node& node, const Tensor& t, int input) {
  if (!t.defined()) return keep_nothing(node);
  // A leaf that requires grad keeps its identity; it holds no node and never will, so this makes no cycle. Nor will a number.
  const bool as_it_is = t.impl()->requires_grad || t.impl()->is_number;
  new (&node.kept_[node.n_kept_]) Node::Kept{as_it_is ? t : t.detach(), t.version(), input};
  ++node.n_kept_;
}

Recorded Recorded::keep(const Tensor& t) const {
  if (node_) Graph::keep(*node_, t, Node::Kept::kOther);
  return *this;
}

WICK_INLINE Recorded Graph::record(const Tensor& y, const char* name, unsigned keep, detail::Gradient fn, const void* closure, std::size_t closure_bytes,
                                   const Tensor* const* inputs, int n) {
  if (!grad_mode.enabled) return {};
  int wanting = 0;
  while (wanting < n && !(inputs[wanting]->defined() && inputs[wanting]->requires_grad())) ++wanting;
  if (wanting == n) return {};
  Ref<Node> owner = Node::make(name, closure_bytes, n);
  Recorded recorded;
  Node* node = recorded.node_ = owner.get();
  node->gradient_ = fn;
  node->form_ = static_cast<std::uint8_t>(keep & (kFused | detail::kOneByOne | detail::kTwice));
  if (closure_bytes) std::memcpy(static_cast<void*>(node + 1), closure, closure_bytes);
  std::uint64_t last = 0;
  for (int i = 0; i < n; ++i) {
    const Tensor& t = *inputs[i];
    Node* edge = edge_of(t);
    check(!edge || !t.impl()->inference, ErrorKind::autograd,
          "[{}] an input was made under InferenceMode and cannot enter a graph. Make it outside, or clone() it there.", name);
    if (edge && edge->sequence_ > last) last = edge->sequence_;
    if (t.defined()) new (&node->inputs_[i]) Node::Input{Ref<Node>(edge), t.shape(), t.dtype()};
    else new (&node->inputs_[i]) Node::Input{nullptr, {}, DType::float32};
    node->n_inputs_ = i + 1;
  }
  node->sequence_ = number(last);
  if (keep & kKeepFactors) keep |= (node->inputs_[1].node ? kKeepFirst : 0u) | (node->inputs_[0].node ? kKeepSecond : 0u);
  if (keep & kKeepFirst) Graph::keep(*node, *inputs[0], 0);
  else if (keep & kKeepSecond) keep_nothing(*node);
  if (keep & kKeepSecond) Graph::keep(*node, *inputs[1], 1);
  if (keep & kKeepResult) Graph::keep(*node, y, Node::Kept::kResult);
  y.impl()->grad_fn = std::move(owner);
  return recorded;
}

namespace detail {

Recorded record(const Tensor& y, const char* name, unsigned keep, Gradient fn, const void* closure, std::size_t closure_bytes,
                const Tensor* const* inputs, int n) {
  return Graph::record(y, name, keep, fn, closure, closure_bytes, inputs, n);
}

Recorded record_list(const Tensor& y, const char* name, unsigned keep, Gradient fn, const void* closure, std::size_t closure_bytes,
                     const TensorList& inputs) {
  if (!needs_grad(inputs)) return {};
  std::vector<const Tensor*> list;
  for (const Tensor& t : inputs) list.push_back(&t);
  return record(y, name, keep, fn, closure, closure_bytes, list.data(), static_cast<int>(list.size()));
}

}  // namespace detail

bool Grads::needs(int i) const { return static_cast<bool>(node_.inputs_[i].node); }
const Shape& Grads::shape(int i) const { return node_.inputs_[i].shape; }

void* Grads::make_like_input(int i) {
  if (!needs(i)) return nullptr;
  const Node::Input& input = node_.inputs_[i];
  return ((*this)[i] = empty(input.shape, input.dtype)).raw_data();
}

Term Grads::kept(int i) const {
  if (i >= node_.n_kept_) return Formula::place();  // a formula may name what it does not use
  const Node::Kept& k = node_.kept_[i];
  const Tensor& t = k.data;
  if (!t.defined()) return t;
  check(t.version() == k.version, ErrorKind::autograd,
        "[{}] one of the variables needed for gradient computation has been modified by an inplace operation: {} is at version {}; expected version {} instead. Write to a clone().",
        node_.name(), t, t.version(), k.version);
  if (!grad_mode.enabled) return node_.has(kFused) ? dense(t) : Term(t);
  if (t.requires_grad() || k.input == Node::Kept::kOther) return t;
  Node* grad_fn = k.input == Node::Kept::kResult ? &node_ : node_.inputs_[k.input].node.get();
  if (!grad_fn) return t;
  Tensor* out = Formula::place();
  *out = t.detach();
  out->impl()->grad_fn = Ref<Node>(grad_fn);
  return *out;
}

void check_in_place(const char* op, const Tensor& t) {
  check(t.defined(), ErrorKind::value, "[{}] the tensor written to is undefined.", op);
  if (!grad_mode.enabled) return;
  const TensorImpl& i = *t.impl();
  check(!(t.is_leaf() && i.requires_grad), ErrorKind::autograd,
        "[{}] a leaf Variable that requires grad is being used in an in-place operation. Do it under NoGradGuard, or write to a copy.", op);
  if (!i.base) return;
  const Tensor base(i.base);
  check(!(base.is_leaf() && base.requires_grad()), ErrorKind::autograd,
        "[{}] a view of a leaf Variable that requires grad is being used in an in-place operation. Do it under NoGradGuard, or write to a copy.", op);
  check(!(i.unrecorded && base.requires_grad()), ErrorKind::autograd,
        "[{}] A view was created in no_grad mode and is being modified inplace with grad mode enabled. Make it outside no_grad, or write to a copy.", op);
}

static WICK_NOINLINE Term dense_copy(Term t) {
  const NoGradGuard guard;
  return new (Formula::place()) Tensor(t->contiguous());
}
Term dense(Term t) { return !t->defined() || t->is_contiguous() ? t : dense_copy(t); }

// Tensor's autograd methods.

Tensor& Tensor::requires_grad_(bool on) {
  check(is_leaf(), ErrorKind::autograd, "[requires_grad_] this tensor is a result of an op ({}); only leaves can be told. Use detach() first.",
        is_leaf() ? "" : grad_fn()->name());
  check(!on || is_floating_point(), ErrorKind::autograd, "[requires_grad_] tensor is {}; only floating dtypes have gradients.", *this);
  impl_->requires_grad = on;
  if (on) impl_->base = nullptr;  // a leaf of its own from here on
  return *this;
}

Tensor Tensor::grad() const { return impl_->leaf ? impl_->leaf->grad : Tensor(); }

void Tensor::set_grad(const Tensor& g) const {
  check(!g.defined() || (g.shape() == shape() && g.dtype() == dtype()), ErrorKind::shape,
        "[set_grad] gradient is {} for a tensor {}; shape and dtype must be the same.", g, *this);
  if (g.defined() || impl_->leaf) leaf_meta(*this).grad = g;
}

void Tensor::retain_grad() const {
  if (is_leaf()) return;
  LeafMeta& meta = leaf_meta(*this);
  if (meta.retains_grad) return;
  meta.retains_grad = true;
  Graph::hooks(*grad_fn()).emplace_back(-1, [meta = impl_->leaf](const Tensor& g) {
    meta->grad = meta->grad.defined() ? meta->grad + g : g;
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
