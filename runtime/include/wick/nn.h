#pragma once
// Modules: plain structs whose visit() names their tensors and children. The names give parameters(), state_dict() keys
// and the printout, and equal PyTorch's.

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "wick/ops.h"
#include "wick/tensor.h"

namespace wick::nn {

struct Module;

/// What visit() reports to.
struct Visitor {
  virtual ~Visitor() = default;
  virtual void parameter(const char* name, Tensor& t) = 0;  ///< an undefined tensor (no bias) is passed over
  virtual void buffer(const char* name, Tensor& t) = 0;
  virtual void child(const std::string& name, Module& m) = 0;
};

using NamedTensors = std::vector<std::pair<std::string, Tensor>>;

struct Module {
  bool training = true;

  Module() = default;
  Module(const Module&) = delete;
  Module(Module&&) = default;
  Module& operator=(const Module&) = delete;
  Module& operator=(Module&&) = delete;
  virtual ~Module() = default;

  /// A layer overrides forward() when it has one input and one result, else forward_all(); each calls the other.
  virtual Tensor forward(const Tensor& x);
  virtual TensorList forward_all(const TensorList& inputs);
  /// forward, then hooks. An error's text gets the path and printout of the module it came from put in front, once:
  /// "[features.2: Linear(in_features=8, out_features=4, bias=True)] input is f32[2,9]; ...".
  Tensor operator()(const Tensor& x);
  /// The same for all inputs and all results, in the order of PyTorch's forward: an LSTM takes {x, h_0, c_0} and gives
  /// {output, h_n, c_n}. Inputs that may be left out are undefined or missing; operator() gives the first result.
  TensorList call(const TensorList& inputs);
  virtual void visit(Visitor& v) { (void)v; }
  virtual const char* type() const = 0;           ///< "Conv2d"
  virtual std::string extra_repr() const { return ""; }  ///< "1, 16, kernel_size=(3, 3), ..." as PyTorch prints it

  void train(bool on = true);  ///< Dropout drops and BatchNorm uses and tracks the batch; applies to all children
  void eval() { train(false); }
  std::vector<Tensor> parameters();
  NamedTensors named_parameters();
  NamedTensors named_buffers();
  /// All modules below and this one (named ""), in visit order.
  std::vector<std::pair<std::string, Module*>> named_modules();
  std::vector<std::pair<std::string, Module*>> named_children();
  void zero_grad(bool set_to_none = true);
  Module& requires_grad_(bool on = true);
  void to(DType dtype);  ///< converts floating parameters and buffers in place
  /// Parameters, then buffers, in PyTorch's order (module by module); the tensors share storage with the module's.
  NamedTensors state_dict();
  /// Copies values in. Throws one ErrorKind::value that lists every missing, unexpected and misshapen key, and changes
  /// nothing then. Not strict: missing and unexpected keys are ignored, misshapen ones still throw, as in PyTorch.
  void load_state_dict(const NamedTensors& state, bool strict = true);
  std::string repr();  ///< the tree as PyTorch prints it
  /// Called after this module's forward with its input and output.
  int register_forward_hook(std::function<void(Module&, const Tensor& in, const Tensor& out)> hook);
  void remove_forward_hook(int id);
  /// Called before this module's forward with its (first) input; a defined result takes the input's place.
  int register_forward_pre_hook(std::function<Tensor(Module&, const Tensor& in)> hook);
  void remove_forward_pre_hook(int id);
  /// Called by backward() when the gradients of this module's inputs are known, undefined for an input that needs none (at once
  /// when none does); a list returned, of as many, takes the place of grad_input. A module with such hooks must outlive the graph.
  int register_full_backward_hook(std::function<TensorList(Module&, const TensorList& grad_input, const TensorList& grad_output)> hook);
  void remove_full_backward_hook(int id);
  /// Called when the gradients of the results have come, before they enter this module; a list returned takes their place.
  int register_full_backward_pre_hook(std::function<TensorList(Module&, const TensorList& grad_output)> hook);
  void remove_full_backward_pre_hook(int id);

  /// A tensor named by visit() that is no parameter but computed from others before each forward (wick/nn/utils.h). They take
  /// its place among parameters() and buffers, after the module's own.
  struct Computed {
    std::string how, name;  ///< "weight_norm", "weight"
    int hook = 0;
    NamedTensors parameters, buffers;
    std::function<Tensor(Module&, Computed&)> compute;
  };
  std::vector<std::shared_ptr<Computed>> computed;

 private:
  template <class F>
  void with_place(const Tensor* x, const F& run);
  void run_pre_hooks(Tensor& x);
  void run_hooks(const Tensor& x, const Tensor& y);
  struct BackwardCall;  // between the results and the inputs of one call, hooks.cpp
  std::shared_ptr<BackwardCall> enter(TensorList& inputs);
  static void leave(const std::shared_ptr<BackwardCall>& call, TensorList& outputs);
  bool watches_backward() const { return !backward_hooks_.empty() || !backward_pre_hooks_.empty(); }
  std::vector<std::pair<int, std::function<void(Module&, const Tensor&, const Tensor&)>>> forward_hooks_;
  std::vector<std::pair<int, std::function<Tensor(Module&, const Tensor&)>>> forward_pre_hooks_;
  std::vector<std::pair<int, std::function<TensorList(Module&, const TensorList&, const TensorList&)>>> backward_hooks_;
  std::vector<std::pair<int, std::function<TensorList(Module&, const TensorList&)>>> backward_pre_hooks_;
};

using ModulePtr = std::shared_ptr<Module>;

}  // namespace wick::nn

#include "wick/nn/layers.h"
#include "wick/nn/losses.h"
