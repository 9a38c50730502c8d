#pragma once
// The graph of gradients. An op states its gradient beside its forward with record(); the engine alone adds gradients
// up and sums them back to the shape of a broadcast input. Each node has one result. Walks and frees are loops.

#include <functional>
#include <span>
#include <string>
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

/// Gradients of a node's inputs, filled by its backward function.
class Grads {
 public:
  Grads(const Node& node, TensorList& out) : node_(node), out_(out) {}
  bool needs(int i) const;  ///< whether input i wants a gradient; skip the work otherwise
  Tensor& operator[](int i) { return out_[static_cast<std::size_t>(i)]; }
  int size() const { return static_cast<int>(out_.size()); }

 private:
  const Node& node_;
  TensorList& out_;
};

/// One op in the graph: its name as PyTorch prints it, edges to the ops of its inputs, and its gradient.
class Node : public RefCounted {
 public:
  struct Input {
    Ref<Node> node;  // null: the input wants no gradient
    Shape shape;     // gradients are summed back to this shape and cast to this dtype
    DType dtype;
  };
  explicit Node(const char* name);
  ~Node() override;
  const char* name() const { return name_; }
  /// Inputs in argument order; node is null where no gradient flows (PyTorch's next_functions).
  const std::vector<Input>& next_functions() const { return inputs_; }
  std::uint64_t sequence() const { return sequence_; }
  virtual void backward(const Tensor& dy, Grads& d) = 0;
  virtual bool once_differentiable() const { return false; }
  virtual void release_saved() = 0;  ///< drops what the gradient keeps; a later backward() throws

 protected:
  void release() override;  // frees long chains without recursion

 private:
  friend struct Engine;
  friend struct Graph;
  const char* name_;
  std::uint64_t sequence_;
  std::vector<Input> inputs_;
  std::vector<std::pair<int, std::function<Tensor(const Tensor&)>>> hooks_;  // on the gradient of the result
  bool released_ = false;
};

/// What a gradient keeps of a tensor: its data and, when read, its place in the graph again. Reading after an in-place
/// write to the tensor throws ErrorKind::autograd.
class Saved {
 public:
  Saved() = default;
  Saved(const Tensor& t, bool is_result);
  Tensor operator()() const;  ///< only inside backward()
  bool defined() const { return data_.defined(); }

 private:
  Tensor data_;
  Ref<Node> grad_fn_;
  std::uint32_t version_ = 0;
  bool is_result_ = false;
};
inline Saved saved(const Tensor& t) { return t.defined() ? Saved(t, false) : Saved(); }
inline Saved saved_result(const Tensor& t) { return Saved(t, true); }

/// Whether an op on these inputs must record a node.
bool needs_grad(const Tensor& a);
bool needs_grad(const Tensor& a, const Tensor& b);
bool needs_grad(const Tensor& a, const Tensor& b, const Tensor& c);
bool needs_grad(const TensorList& inputs);

/// Joins result y to the graph through node; inputs in argument order, undefined ones allowed.
Tensor attach(Ref<Node> node, Tensor y, std::span<const Tensor> inputs);

template <class F>
class OpNode final : public Node {
 public:
  OpNode(const char* name, F fn, bool once) : Node(name), fn_(std::move(fn)), once_(once) {}
  void backward(const Tensor& dy, Grads& d) override { (*fn_)(dy, d); }
  bool once_differentiable() const override { return once_; }
  void release_saved() override { fn_.reset(); }

 private:
  std::optional<F> fn_;
  bool once_;
};

/// Records y = op(inputs) with the gradient fn(dy, Grads& d), made of ops and therefore itself differentiable.
/// Call only when needs_grad(inputs).
template <class F>
Tensor record(const char* name, Tensor y, std::initializer_list<Tensor> inputs, F fn) {
  return attach(Ref<Node>(new OpNode<F>(name, std::move(fn), false)), std::move(y), std::span(inputs.begin(), inputs.size()));
}
/// The same for a gradient that calls kernels: create_graph through it throws and names the op.
template <class F>
Tensor record_once(const char* name, Tensor y, std::initializer_list<Tensor> inputs, F fn) {
  return attach(Ref<Node>(new OpNode<F>(name, std::move(fn), true)), std::move(y), std::span(inputs.begin(), inputs.size()));
}
template <class F>
Tensor record_list(const char* name, Tensor y, const TensorList& inputs, F fn) {
  return attach(Ref<Node>(new OpNode<F>(name, std::move(fn), false)), std::move(y), std::span(inputs.data(), inputs.size()));
}

/// Joins the result of an in-place op: y keeps its handle and takes the new place in the graph.
void attach_in_place(Ref<Node> node, const Tensor& y, std::span<const Tensor> inputs);
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

}  // namespace autograd

}  // namespace wick
