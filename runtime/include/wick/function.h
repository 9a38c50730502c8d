#pragma once
// Ops of the user's own with a backward of their own (torch.autograd.Function).

#include <memory>
#include <vector>

#include "wick/autograd.h"

namespace wick::autograd {

/// What a function of the user's can do in forward() and backward(); PyTorch's ctx. Its other state are plain members.
class FunctionBase {
 public:
  virtual ~FunctionBase() = default;
  /// The gradients of apply()'s arguments, one each in order (a list counts as its tensors), undefined where there is none;
  /// grad_outputs: one for each result of forward(), zeros where nothing arrived.
  virtual TensorList backward(const TensorList& grad_outputs) = 0;

 protected:
  /// Call once in forward(): any inputs, results or tensors made on the way. They are freed with the graph.
  void save_for_backward(const TensorList& tensors);
  /// In backward(): the saved tensors, in the graph where they were. Throws ErrorKind::autograd if one was written to since.
  TensorList saved_tensors() const;
  bool needs_input_grad(int i) const { return needs_[static_cast<std::size_t>(i)]; }  ///< of argument i
  void mark_non_differentiable(const TensorList& outputs) { fixed_ = outputs; }  ///< results that are constants; call in forward()
  void set_materialize_grads(bool on) { materialize_ = on; }  ///< off: an undefined tensor where no gradient arrived

  static void append(TensorList& inputs, const Tensor& t) { inputs.push_back(t); }
  static void append(TensorList& inputs, const TensorList& list) { inputs.insert(inputs.end(), list.begin(), list.end()); }
  template <class T>
  static void append(TensorList& inputs, const T&) { inputs.emplace_back(); }
  void begin(const TensorList& inputs);
  /// The outputs as results of a node that calls self's backward(). name: the node's.
  static TensorList connect(const std::shared_ptr<FunctionBase>& self, const char* name, bool once_differentiable, const TensorList& inputs,
                            TensorList outputs);

 private:
  struct Saved {
    Tensor data;
    std::uint32_t version;
    int output;  // which one it is; -1: none
  };
  struct Result {
    Shape shape;
    DType dtype;
  };
  void call_backward(TensorList grad_outputs, Grads& d);
  Tensor attach(const Tensor& output, int k) const;

  std::vector<Saved> saved_;
  std::vector<bool> needs_;
  TensorList fixed_;
  std::vector<Result> results_;
  TensorList arrived_;    // of several results: their gradients during a walk, which has this number
  std::uint64_t walk_ = 0;
  Node* node_ = nullptr;  // holds this
  bool materialize_ = true, once_ = false;
};

/// A function: derive F from Function<F> with a forward(...) that returns a Tensor or a TensorList, and a backward().
///   struct Cube : autograd::Function<Cube> {
///     static constexpr const char* kName = "CubeBackward";
///     Tensor forward(const Tensor& x) { save_for_backward({x}); return x * x * x; }
///     TensorList backward(const TensorList& dy) override { return {dy[0] * 3.0 * square(saved_tensors()[0])}; }
///   };
///   y = Cube::apply(x);
/// Each apply() makes its own object. forward() runs without recording. backward() made of ops can be differentiated again,
/// unless F has `static constexpr bool kOnceDifferentiable = true` (torch.autograd.function.once_differentiable).
/// apply throws what forward does; the walk throws ErrorKind::autograd, naming kName, on a wrong number or shape of gradients,
/// and when a function that is once differentiable is differentiated twice.
template <class F>
class Function : public FunctionBase {
 public:
  template <class... Args>
  static auto apply(const Args&... args) {
    TensorList inputs;
    (append(inputs, args), ...);
    const auto self = std::make_shared<F>();
    Function& base = *self;
    base.begin(inputs);
    const auto outputs = [&] {
      const NoGradGuard guard;
      return self->forward(args...);
    }();
    bool once = false;
    if constexpr (requires { F::kOnceDifferentiable; }) once = F::kOnceDifferentiable;
    if constexpr (std::is_same_v<decltype(outputs), const TensorList>) return connect(self, F::kName, once, inputs, outputs);
    else return connect(self, F::kName, once, inputs, {outputs})[0];
  }
};

}  // namespace wick::autograd
