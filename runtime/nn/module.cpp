// Module: calling, walking the tree of children, and the printout. state_dict.cpp saves and loads.

#include <algorithm>

#include "nn/module_error.h"
#include "nn/visitors.h"
#include "wick/autograd.h"

namespace wick::nn {

namespace {

// "Linear(in_features=8, out_features=4, bias=True)"; a module with children is only named.
std::string one_line(Module& m, bool leaf) {
  const std::string extra = leaf ? m.extra_repr() : "";
  return str(m.type(), leaf ? str("({})", extra) : "");
}

// Drops "[op] " in front of an error of a layer's only op: the layer's name says it.
std::string without_op(const Module& m, bool leaf, const std::string& text) {
  const std::size_t end = text.find("] ");
  if (text.empty() || text[0] != '[' || end == std::string::npos) return text;
  return leaf || text.substr(1, end - 1) == m.type() ? text.substr(end + 2) : text;
}

std::string path_of(Module& root, const Module* m) {
  for (const auto& [name, module] : root.named_modules())
    if (module == m) return name;
  return "";
}

std::string join(const std::string& prefix, const std::string& name) {
  return prefix.empty() ? name : prefix + "." + name;
}

void collect(Module& m, const std::string& name, std::vector<std::pair<std::string, Module*>>& out) {
  for (const auto& seen : out)
    if (seen.second == &m) return;
  out.emplace_back(name, &m);
  for (const auto& [child_name, child] : Contents(m).children) collect(*child, join(name, child_name), out);
}

std::string indent(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out;
}

}  // namespace

Tensor Module::forward(const Tensor& x) { return forward_all({x}).at(0); }

TensorList Module::forward_all(const TensorList& inputs) {
  check(inputs.size() == 1, ErrorKind::value, "[{}] {} inputs given; takes 1.", type(), inputs.size());
  return {forward(inputs[0])};
}

// Runs this module's forward; an error gets the module's place put in front.
template <class F>
void Module::with_place(const Tensor* x, const F& run) {
  try {
    check(x && x->defined(), ErrorKind::value, "[{}] input is undefined; need a tensor.", type());
    run();
  } catch (const ModuleError& e) {
    const std::string path = path_of(*this, e.source());
    if (path.empty()) throw;
    throw e.at(path);
  } catch (const Error& e) {
    const bool leaf = Contents(*this).children.empty();
    throw ModuleError(e, this, one_line(*this, leaf), without_op(*this, leaf, e.what()), "");
  }
}

Tensor Module::operator()(const Tensor& x) {
  Tensor y;
  if (watches_backward()) return call({x}).at(0);
  if (forward_pre_hooks_.empty()) {
    with_place(&x, [&] { y = forward(x); });
    run_hooks(x, y);
    return y;
  }
  Tensor in = x;
  with_place(&in, [&] {
    run_pre_hooks(in);
    y = forward(in);
  });
  run_hooks(in, y);
  return y;
}

TensorList Module::call(const TensorList& inputs) {
  TensorList out, in;
  const bool changes = (!forward_pre_hooks_.empty() || watches_backward()) && !inputs.empty();
  if (changes) in = inputs;
  const TensorList& taken = changes ? in : inputs;
  std::shared_ptr<BackwardCall> watched;
  with_place(taken.data(), [&] {
    if (!forward_pre_hooks_.empty()) run_pre_hooks(in[0]);
    if (watches_backward()) watched = enter(in);
    out = forward_all(taken);
  });
  run_hooks(taken.front(), out.at(0));
  if (watched) leave(watched, out);
  return out;
}

void Module::train(bool on) {
  for (const auto& m : named_modules()) m.second->training = on;
}

std::vector<std::pair<std::string, Module*>> Module::named_modules() {
  std::vector<std::pair<std::string, Module*>> out;
  collect(*this, "", out);
  return out;
}

std::vector<std::pair<std::string, Module*>> Module::named_children() { return Contents(*this).children; }

NamedTensors Module::named_parameters() {
  NamedTensors out;
  for (const auto& [prefix, m] : named_modules())
    for (const auto& [name, t] : Contents(*m).parameters) {
      const bool seen = std::any_of(out.begin(), out.end(), [t = t](const auto& o) { return o.second.is_same(*t); });
      if (!seen) out.emplace_back(join(prefix, name), *t);  // a shared parameter counts once
    }
  return out;
}

std::vector<Tensor> Module::parameters() {
  std::vector<Tensor> out;
  for (auto& [name, t] : named_parameters()) out.push_back(t);
  return out;
}

NamedTensors Module::named_buffers() {
  NamedTensors out;
  for (const auto& [prefix, m] : named_modules())
    for (const auto& [name, t] : Contents(*m).buffers) out.emplace_back(join(prefix, name), *t);
  return out;
}

void Module::zero_grad(bool set_to_none) {
  const NoGradGuard guard;
  for (const Tensor& p : parameters()) {
    Tensor g = p.grad();
    if (!g.defined()) continue;
    if (set_to_none) p.set_grad({});
    else g.zero_();
  }
}

Module& Module::requires_grad_(bool on) {
  for (Tensor& p : parameters()) p.requires_grad_(on);
  return *this;
}

void Module::to(DType dtype) {
  check(is_floating(dtype), ErrorKind::dtype, "[{}.to] dtype is {}; need a floating one.", type(), dtype);
  const NoGradGuard guard;
  NamedTensors all = named_parameters();
  for (const auto& b : named_buffers()) all.push_back(b);
  for (const auto& [name, t] : all) {
    if (!t.is_floating_point() || t.dtype() == dtype) continue;
    const Tensor grad = t.grad();
    const Tensor converted = t.detach().contiguous().to(dtype);
    TensorImpl &to = *t.impl(), &from = *converted.impl();  // the handle stays: an optimizer may hold it
    to.storage = from.storage;
    to.data = from.data;
    to.strides = from.strides;
    to.offset = from.offset;
    to.contiguous = from.contiguous;
    to.dtype = dtype;
    if (grad.defined()) t.set_grad(grad.to(dtype));
  }
}

std::string Module::repr() {
  const auto children = named_children();
  const std::string extra = extra_repr();
  if (children.empty()) return str("{}({})", type(), extra);
  std::string out = str(type(), "(\n  ");
  if (!extra.empty()) out += extra + "\n  ";
  for (std::size_t i = 0; i < children.size(); ++i) {
    const auto& [name, m] = children[i];
    out += str("({}): {}{}", name, indent(m->repr()), i + 1 < children.size() ? "\n  " : "\n");
  }
  return out + ")";
}

}  // namespace wick::nn
