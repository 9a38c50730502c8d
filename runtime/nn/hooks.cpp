// Hooks of a module: before and after its forward, before and after its backward.

#include "wick/autograd.h"
#include "wick/function.h"
#include "wick/nn.h"

namespace wick::nn {

void Module::run_hooks(const Tensor& x, const Tensor& y) {
  if (forward_hooks_.empty()) return;
  const auto hooks = forward_hooks_;  // a hook may remove itself
  for (const auto& hook : hooks) hook.second(*this, x, y);
}

void Module::run_pre_hooks(Tensor& x) {
  const auto hooks = forward_pre_hooks_;  // a hook may remove itself
  for (const auto& hook : hooks)
    if (Tensor other = hook.second(*this, x); other.defined()) x = std::move(other);
}

// The inputs pass through one node, the results through another; the walk comes to that of the results first.
struct Module::BackwardCall {
  Module& module;
  std::vector<std::size_t> inputs, outputs;  // which of them have gradients
  std::size_t n_inputs = 0, n_outputs = 0;
  TensorList grad_output;

  void replace(TensorList& gradients, TensorList other, const char* what) const {
    if (other.empty()) return;
    check(other.size() == gradients.size(), ErrorKind::value, "[{}] a backward hook returned {} gradients for {} {}; need one each, undefined where there is none.",
          module.type(), other.size(), gradients.size(), what);
    gradients = std::move(other);
  }

  TensorList came(const TensorList& dys) {
    grad_output = spread(dys, outputs, n_outputs);
    const auto hooks = module.backward_pre_hooks_;  // a hook may remove itself
    for (const auto& hook : hooks) replace(grad_output, hook.second(module, grad_output), "results");
    if (inputs.empty()) gone({});
    return picked(grad_output, outputs);
  }

  TensorList gone(const TensorList& dxs) {
    TensorList grad_input = spread(dxs, inputs, n_inputs);
    const auto hooks = module.backward_hooks_;
    for (const auto& hook : hooks) replace(grad_input, hook.second(module, grad_input, grad_output), "inputs");
    grad_output.clear();
    return picked(grad_input, inputs);
  }

  static TensorList spread(const TensorList& some, const std::vector<std::size_t>& at, std::size_t n) {
    TensorList out(n);
    for (std::size_t k = 0; k < some.size(); ++k) out[at[k]] = some[k];
    return out;
  }
  static TensorList picked(const TensorList& all, const std::vector<std::size_t>& at) {
    TensorList out;
    for (const std::size_t i : at) out.push_back(all[i]);
    return out;
  }

  // Passes those that need gradients through a node whose backward is fn.
  static void pass(const std::shared_ptr<BackwardCall>& call, TensorList& all, std::vector<std::size_t>& which, TensorList (BackwardCall::*fn)(const TensorList&)) {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (needs_grad(all[i])) which.push_back(i);
    if (which.empty()) return;
    const TensorList through = Passage::apply(picked(all, which), call, fn);
    for (std::size_t k = 0; k < which.size(); ++k) all[which[k]] = through[k];
  }

  struct Passage : autograd::Function<Passage> {
    static constexpr const char* kName = "BackwardHookFunctionBackward";
    std::shared_ptr<BackwardCall> call;
    TensorList (BackwardCall::*fn)(const TensorList&) = nullptr;

    TensorList forward(const TensorList& all, const std::shared_ptr<BackwardCall>& of, TensorList (BackwardCall::*what)(const TensorList&)) {
      call = of;
      fn = what;
      set_materialize_grads(false);
      TensorList out;
      for (const Tensor& t : all) out.push_back(t.detach());
      return out;
    }
    TensorList backward(const TensorList& grads) override {
      TensorList out = (*call.*fn)(grads);
      out.resize(grads.size() + 2);  // the other arguments have none
      return out;
    }
  };
};

std::shared_ptr<Module::BackwardCall> Module::enter(TensorList& inputs) {
  const auto call = std::shared_ptr<BackwardCall>(new BackwardCall{*this, {}, {}, inputs.size(), 0, {}});
  if (grad_enabled()) BackwardCall::pass(call, inputs, call->inputs, &BackwardCall::gone);
  return call;
}

void Module::leave(const std::shared_ptr<BackwardCall>& call, TensorList& outputs) {
  call->n_outputs = outputs.size();
  if (grad_enabled()) BackwardCall::pass(call, outputs, call->outputs, &BackwardCall::came);
}

namespace {
// Adds a hook and gives its id.
template <class Hooks, class Hook>
int add(Hooks& hooks, Hook&& hook) {
  const int id = hooks.empty() ? 0 : hooks.back().first + 1;
  hooks.emplace_back(id, std::forward<Hook>(hook));
  return id;
}
template <class Hooks>
void remove(Hooks& hooks, int id) {
  std::erase_if(hooks, [id](const auto& h) { return h.first == id; });
}
}  // namespace

int Module::register_forward_hook(std::function<void(Module&, const Tensor&, const Tensor&)> hook) { return add(forward_hooks_, std::move(hook)); }
void Module::remove_forward_hook(int id) { remove(forward_hooks_, id); }

int Module::register_forward_pre_hook(std::function<Tensor(Module&, const Tensor&)> hook) { return add(forward_pre_hooks_, std::move(hook)); }
void Module::remove_forward_pre_hook(int id) { remove(forward_pre_hooks_, id); }

int Module::register_full_backward_hook(std::function<TensorList(Module&, const TensorList&, const TensorList&)> hook) {
  return add(backward_hooks_, std::move(hook));
}
void Module::remove_full_backward_hook(int id) { remove(backward_hooks_, id); }

int Module::register_full_backward_pre_hook(std::function<TensorList(Module&, const TensorList&)> hook) { return add(backward_pre_hooks_, std::move(hook)); }
void Module::remove_full_backward_pre_hook(int id) { remove(backward_pre_hooks_, id); }

}  // namespace wick::nn
