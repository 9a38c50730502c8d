#pragma once
// The graph of gradients. An op states its gradient beside its forward with record(); the engine alone adds gradients
// up and sums them back to the shape of a broadcast input. Each node has one result. Walks and frees are loops.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "wick/tensor.h"

namespace wick {

/// Gradients are recorded unless a guard forbids it (torch.no_grad, torch.inference_mode).
bool grad_enabled();
bool inference_enabled();
class NoGradGuard {
 public:
  explicit NoGradGuard(bool on = true);  ///< on: nothing is recorded in this scope
  ~NoGradGuard();
  NoGradGuard(const NoGradGuard&) = delete;
  NoGradGuard& operator=(const NoGradGuard&) = delete;

 private:
  bool before_;
};
class EnableGradGuard {
 public:
  EnableGradGuard();
  ~EnableGradGuard();
  EnableGradGuard(const EnableGradGuard&) = delete;
  EnableGradGuard& operator=(const EnableGradGuard&) = delete;

 private:
  bool before_;
};
/// As no_grad; tensors made inside can never enter a graph.
class InferenceMode {
 public:
  InferenceMode();
  ~InferenceMode();
  InferenceMode(const InferenceMode&) = delete;
  InferenceMode& operator=(const InferenceMode&) = delete;

 private:
  bool grad_before_, inference_before_;
};
/// Names the first op whose backward makes a NaN (torch.autograd.detect_anomaly). Costs a scan per gradient.
class DetectAnomaly {
 public:
  DetectAnomaly();
  ~DetectAnomaly();

 private:
  bool before_;
};

/// A tensor inside a formula: a bare pointer, without the clean-up code of a Tensor. The temporaries behind Terms live until
/// the innermost Formula ends; one made of a Tensor's name lives as long as that Tensor.
class Term {
 public:
  Term() = default;
  Term(const Tensor& t) : t_(&t) {}  // NOLINT: a Term is used where a Tensor would be
  Term(Tensor&& t);                  // NOLINT: kept by the innermost Formula
  Term(double number);               // NOLINT: as Tensor(number)
  Term(const Tensor* t) : t_(t) {}   // NOLINT: from Formula::place()
  operator const Tensor&() const { return *t_; }  // NOLINT
  const Tensor* operator->() const { return t_; }
  const Tensor& operator*() const { return *t_; }

 private:
  const Tensor* t_ = nullptr;
};

/// t as a contiguous tensor outside the graph, for a kernel.
Term dense(Term t);

/// The scope of a formula's temporaries.
class Formula {
 public:
  Formula() : before_(innermost_) { innermost_ = this; }
  ~Formula();
  Formula(const Formula&) = delete;
  Formula& operator=(const Formula&) = delete;
  static Tensor* place();  ///< an undefined tensor that lives until the innermost Formula ends

 private:
  static constexpr int kMaxTerms = 32;
  static constinit thread_local Formula* innermost_;
  Formula* before_;
  int n_ = 0;
  alignas(Tensor) unsigned char terms_[kMaxTerms * sizeof(Tensor)];
};

/// What a gradient function works with: what was kept, and the gradients of the inputs to fill in.
class Grads {
 public:
  Grads(Node& node, TensorList& out) : node_(node), out_(out) {}
  int size() const { return static_cast<int>(out_.size()); }
  bool needs(int i) const;            ///< whether input i wants a gradient; skip the work otherwise
  const Shape& shape(int i) const;    ///< of input i
  Tensor& operator[](int i) { return out_[static_cast<std::size_t>(i)]; }
  /// The i-th kept tensor: inputs in their order, then the result, then those of keep(). It has its place in the graph again.
  /// Throws ErrorKind::autograd if it was written to in place since.
  Term kept(int i) const;
  /// What other users of input i have given for its gradient so far, where a part of the gradient can be added in place,
  /// to leave d[i] undefined; else null, and in a walk with create_graph.
  Tensor* arrived(int i) const;
  /// Memory for the gradient of input i, made now; null if it wants none.
  template <class T>
  T* make(int i) {
    return static_cast<T*>(make_like_input(i));
  }

 private:
  void* make_like_input(int i);
  Node& node_;
  TensorList& out_;
};

/// Which tensors a gradient needs, and how it is called.
enum Keep : unsigned {
  kKeepNothing = 0,
  kKeepFirst = 1, kKeepSecond = 2,  // inputs, as kept(0) and kept(1)
  kKeepResult = 4,
  kKeepFactors = 8,                 // of two inputs each whose partner wants a gradient
  kFused = 16                       // the gradient calls kernels: dy and what is kept come contiguous; see record() for create_graph
};

namespace detail {
/// The gradient of input i, or of all inputs at once, which are then in d. closure: the function's captures. A fused one is
/// asked for its form made of ops by ~i.
using Gradient = Term (*)(const void* closure, Term dy, Grads& d, int i);
inline constexpr unsigned kOneByOne = 32;  // the gradient function gives the gradient of one input
inline constexpr unsigned kTwice = 64;     // a fused gradient has a form made of ops
}

/// One op in the graph: its name as PyTorch prints it, edges to the ops of its inputs, and its gradient.
class Node final : public RefCounted {
 public:
  struct Input {
    Ref<Node> node;  // null: the input wants no gradient
    Shape shape;     // gradients are summed back to this shape and cast to this dtype
    DType dtype;
  };
  const char* name() const { return name_; }
  /// Inputs in argument order; node is null where no gradient flows (PyTorch's next_functions).
  std::span<const Input> next_functions() const { return {inputs_, static_cast<std::size_t>(n_inputs_)}; }
  std::uint64_t sequence() const { return sequence_; }

 private:
  friend struct Engine;
  friend struct Graph;
  friend class Grads;
  friend class Recorded;
  // What a gradient keeps of a tensor: its data and, when read, its place in the graph again.
  struct Kept {
    static constexpr int kResult = -1, kOther = -2;
    Tensor data;
    std::uint32_t version;  // a later in-place write has made it another
    int input;              // which one it is; kResult: the node's own, kOther: one without a gradient
  };
  using Hooks = std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>>;
  bool has(unsigned form) const { return form_ & form; }
  Node(const char* name, Input* inputs, std::size_t bytes);
  ~Node() override;
  void release() noexcept override;  // frees long chains without recursion
  void forget() noexcept {           // what is kept
    while (n_kept_ > 0) kept_[--n_kept_].~Kept();
  }
  /// A node, then its closure, then room for its inputs, in one block.
  static Ref<Node> make(const char* name, std::size_t closure_bytes, int n_inputs);

  const char* name_;
  std::uint64_t sequence_ = 0;
  std::size_t bytes_;          // of the block
  Node* next_doomed_ = nullptr;
  Input* inputs_;
  int n_inputs_ = 0;
  std::unique_ptr<Hooks> hooks_;  // on the gradient of the result; null until there is one
  detail::Gradient gradient_ = nullptr;
  Ref<LeafMeta> leaf_;  // an accumulator's
  union {
    Kept kept_[4];  // the first n_kept_ of them live
  };
  int n_kept_ = 0;
  std::uint8_t form_ = 0;  // kFused, kOneByOne, kTwice
  bool released_ = false;
};

/// Whether an op on these inputs must record a node.
bool needs_grad(const Tensor& a);
bool needs_grad(const Tensor& a, const Tensor& b);
bool needs_grad(const Tensor& a, const Tensor& b, const Tensor& c);
bool needs_grad(const TensorList& inputs);

/// What record() made, or nothing when no input wants a gradient.
class Recorded {
 public:
  Recorded keep(const Tensor& t) const;  ///< one more tensor for Grads::kept

 private:
  friend struct Graph;
  Node* node_ = nullptr;
};

namespace detail {
Recorded record(const Tensor& y, const char* name, unsigned keep, Gradient fn, const void* closure, std::size_t closure_bytes,
                const Tensor* const* inputs, int n);
Recorded record_list(const Tensor& y, const char* name, unsigned keep, Gradient fn, const void* closure, std::size_t closure_bytes,
                     const TensorList& inputs);

template <class F>
concept HasTwice = requires(const F& fn, Term dy, Grads& d) { fn.twice(dy, d); };

template <class F>
Term call_gradient([[maybe_unused]] const void* closure, Term dy, Grads& d, [[maybe_unused]] int i) {
  const F& fn = *static_cast<const F*>(closure);
  if constexpr (HasTwice<F>) {
    static_assert(std::is_same_v<decltype(fn.twice(dy, d)), decltype(fn(dy, d))>, "both forms have the same signature");
    if (i < 0) {
      if constexpr (std::is_void_v<decltype(fn.twice(dy, d))>) return fn.twice(dy, d), Term();
      else return fn.twice(dy, d);
    }
  }
  if constexpr (std::is_invocable_v<const F&, Term, Grads&, int>) return fn(dy, d, i);
  else if constexpr (std::is_void_v<std::invoke_result_t<const F&, Term, Grads&>>) return fn(dy, d), Term();
  else return fn(dy, d);
}
template <class F>
constexpr unsigned form() {
  if constexpr (std::is_invocable_v<const F&, Term, Grads&, int>) return kOneByOne;
  else return (std::is_void_v<std::invoke_result_t<const F&, Term, Grads&>> ? 0 : kOneByOne) | (HasTwice<F> ? kTwice : 0);
}
}  // namespace detail

/// Records y = op(a, b, c) if any of these wants a gradient; undefined inputs are allowed. keep: a sum of Keep. fn is made of
/// ops, and therefore itself differentiable (unless kFused); it captures plain values only, and is one of
///   Term fn(Term dy, Grads& d)          the gradient of the only input
///   Term fn(Term dy, Grads& d, int i)   the gradient of input i, called for those that want one
///   void fn(Term dy, Grads& d)          fills in the gradients of all inputs that want one
/// A kFused fn may be a struct that has, beside operator(), the same gradient made of ops: twice(dy, d), with the operator's
/// result. It is called instead when the walk itself is recorded (create_graph); a kFused fn without it then throws.
template <class F, class... More>
Recorded record(const Tensor& y, const char* name, unsigned keep, const F& fn, const Tensor& a, const More&... more) {
  static_assert(std::is_trivially_copyable_v<F> && std::is_trivially_destructible_v<F>, "capture plain values; keep() tensors");
  static_assert(sizeof...(More) <= 2);
  const Tensor* const inputs[] = {&a, &more...};
  constexpr std::size_t bytes = std::is_empty_v<F> ? 0 : sizeof(F);
  return detail::record(y, name, keep | detail::form<F>(), detail::call_gradient<F>, bytes ? &fn : nullptr, bytes, inputs, 1 + static_cast<int>(sizeof...(More)));
}
template <class F>
Recorded record_list(const Tensor& y, const char* name, unsigned keep, const F& fn, const TensorList& inputs) {
  static_assert(std::is_trivially_copyable_v<F> && std::is_trivially_destructible_v<F>, "capture plain values; keep() tensors");
  return detail::record_list(y, name, keep | detail::form<F>(), detail::call_gradient<F>, &fn, sizeof(F), inputs);
}

/// Throws unless t may be written in place now; afterwards call bump_version(t).
void check_in_place(const char* op, const Tensor& t);
inline void bump_version(const Tensor& t) { ++t.impl()->storage->version; }

/// Sums over broadcast dimensions until g has the given shape.
Tensor sum_to(const Tensor& g, const Shape& shape);

namespace autograd {

/// Gradients of outputs with respect to inputs, without touching any grad (torch.autograd.grad).
/// allow_unused: an input the outputs do not depend on gives an undefined tensor instead of an error.
TensorList grad(const TensorList& outputs, const TensorList& inputs, const TensorList& grad_outputs = {}, bool retain_graph = false,
                bool create_graph = false, bool allow_unused = false);

struct GradcheckOptions {
  double eps = 1e-6, atol = 1e-7, rtol = 1e-5;
};
/// Compares the gradient of fn at float64 inputs with central differences, every entry of the Jacobian.
/// Returns "" when all agree, else a text naming the input, the element and both values.
std::string gradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const GradcheckOptions& options = {});
/// The same for the gradient of fn, as a function of the inputs and of grad_output (its result's gradient; some values if
/// undefined): the gradient of the recorded walk (create_graph) against differences of the plain one.
std::string gradgradcheck(const std::function<Tensor(const TensorList&)>& fn, const TensorList& inputs, const Tensor& grad_output = {},
                          const GradcheckOptions& options = {});

}  // namespace autograd

}  // namespace wick
