#include "wick/function.h"

#include <algorithm>
#include <utility>

#include "autograd/graph.h"
#include "core/mode.h"

namespace wick::autograd {

namespace {

// What travels from the nodes of several results to the one that runs backward(): only that something arrived.
Tensor token() { return zeros({1}); }

// A tensor that holds self, so that the graph frees it as it frees what else it keeps.
Tensor holder_of(const std::shared_ptr<FunctionBase>& self) { return from_blob(self.get(), {0}, {1}, DType::uint8, self); }

bool broadcasts_to(const Shape& from, const Shape& to) {  // as sum_to undoes it: to is the smaller one
  if (to.rank() > from.rank()) return false;
  for (int i = 1; i <= to.rank(); ++i)
    if (to[to.rank() - i] != from[from.rank() - i] && to[to.rank() - i] != 1) return false;
  return true;
}

// g with a gradient that is an error.
Tensor refused(const char* name, const Tensor& g, const TensorList& dy) {
  const Tensor out = g.detach();
  const auto gradient = [name](Term, Grads&, int) -> Term {
    fail(ErrorKind::autograd, "[{}] trying to differentiate twice a function that is once_differentiable.", name);
  };
  record_list(out, name, kKeepNothing, gradient, dy);
  return out;
}

}  // namespace

void FunctionBase::begin(const TensorList& inputs) {
  for (const Tensor& t : inputs) needs_.push_back(needs_grad(t));
}

void FunctionBase::save_for_backward(const TensorList& tensors) {
  for (const Tensor& t : tensors) saved_.push_back({t, t.defined() ? t.version() : 0, -1});
}

TensorList FunctionBase::saved_tensors() const {
  TensorList out;
  for (const Saved& s : saved_) {
    check(!s.data.defined() || s.data.version() == s.version, ErrorKind::autograd,
          "[{}] a saved tensor {} was modified by an in-place operation: it is at version {}; version {} is needed for the gradient. Write to a clone() instead.",
          node_->name(), s.data, s.data.defined() ? s.data.version() : 0, s.version);
    out.push_back(s.output >= 0 && grad_mode.enabled ? attach(s.data.detach(), s.output) : s.data);
  }
  return out;
}

// One result is the node's own; several have nodes of their own that hand over what arrives at them.
Tensor FunctionBase::attach(const Tensor& output, int k) const {
  if (results_.size() == 1) {
    output.impl()->grad_fn = Ref<Node>(node_);
    return output;
  }
  const Tensor hub = token();
  hub.impl()->grad_fn = Ref<Node>(node_);
  auto* self = const_cast<FunctionBase*>(this);  // the walk hands gradients over through it
  const auto gradient = [self, k](Term dy, Grads&) {
    if (std::exchange(self->walk_, current_walk()) != current_walk()) self->arrived_.assign(self->results_.size(), Tensor());  // of a walk that failed
    Tensor& sum = self->arrived_[static_cast<std::size_t>(k)];
    sum = sum.defined() ? sum + *dy : *dy;  // backward() may have put the result into the graph once more
    return Term(token());
  };
  record(output, node_->name(), kKeepNothing, gradient, hub);
  return output;
}

TensorList FunctionBase::connect(const std::shared_ptr<FunctionBase>& self, const char* name, bool once_differentiable, const TensorList& inputs,
                                 TensorList outputs) {
  for (Tensor& y : outputs) {
    if (!y.defined()) continue;
    const auto same = [&y](const Tensor& t) { return t.defined() && t.is_same(y); };
    if (y.requires_grad() || std::any_of(inputs.begin(), inputs.end(), same)) y = y.detach();  // an input handed on is a result of its own
  }
  if (!needs_grad(inputs)) return outputs;
  self->once_ = once_differentiable;
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    const Tensor& y = outputs[k];
    self->results_.push_back(y.defined() ? Result{y.shape(), y.dtype()} : Result{{}, DType::float32});
    for (Saved& s : self->saved_)
      if (y.defined() && s.data.defined() && s.data.is_same(y)) s.data = y.detach(), s.output = static_cast<int>(k);
  }
  self->arrived_.resize(outputs.size());
  const Tensor hub = outputs.size() == 1 && outputs[0].defined() ? outputs[0].detach() : token();
  FunctionBase* f = self.get();
  const auto gradient = [f](Term dy, Grads& d) {
    f->call_backward(f->results_.size() == 1 ? TensorList{*dy} : std::exchange(f->arrived_, TensorList(f->results_.size())), d);
  };
  record_list(hub, name, kKeepNothing, gradient, inputs).keep(holder_of(self));
  f->node_ = hub.grad_fn().get();
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    const Tensor& y = outputs[k];
    const auto same = [&y](const Tensor& t) { return t.is_same(y); };
    if (!y.defined() || !is_floating(y.dtype()) || std::any_of(f->fixed_.begin(), f->fixed_.end(), same)) continue;
    f->attach(y, static_cast<int>(k));
  }
  f->fixed_.clear();
  return outputs;
}

void FunctionBase::call_backward(TensorList grad_outputs, Grads& d) {
  for (std::size_t k = 0; k < grad_outputs.size(); ++k)
    if (materialize_ && !grad_outputs[k].defined()) grad_outputs[k] = zeros(results_[k].shape, results_[k].dtype);
  const bool refuse = once_ && needs_grad(grad_outputs);
  TensorList g;
  {
    const NoGradGuard guard(once_);
    g = backward(grad_outputs);
  }
  check(static_cast<int>(g.size()) == d.size(), ErrorKind::autograd,
        "[{}] returned an incorrect number of gradients (expected {}, got {}); need one for each argument, undefined where there is none.",
        node_->name(), d.size(), g.size());
  for (int i = 0; i < d.size(); ++i) {
    Tensor& gi = g[static_cast<std::size_t>(i)];
    if (!gi.defined() || !d.needs(i)) continue;
    check(broadcasts_to(gi.shape(), d.shape(i)), ErrorKind::autograd, "[{}] returned an invalid gradient at index {}: got {}; expected a shape compatible with {}.",
          node_->name(), i, gi, d.shape(i));
    d[i] = refuse ? refused(node_->name(), gi, grad_outputs) : std::move(gi);
  }
}

}  // namespace wick::autograd
