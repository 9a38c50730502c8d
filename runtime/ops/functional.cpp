#include "wick/functional.h"

#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::autograd::functional {

namespace {

// The inputs in a graph of their own, or as they are in the caller's.
TensorList prepared(const char* op, const TensorList& inputs, bool create_graph) {
  TensorList out;
  for (const Tensor& x : inputs) {
    check(x.defined() && x.is_floating_point(), ErrorKind::dtype, "[{}] input {} is {}; need floating tensors.", op, out.size(), x);
    if (create_graph && x.requires_grad()) out.push_back(x.view(x.shape()));
    else out.push_back(x.detach().requires_grad_());
  }
  return out;
}

void check_vector(const char* op, const Tensor& v, const Tensor& like) {
  check(v.defined() && v.shape() == like.shape(), ErrorKind::shape, "[{}] v is {} for {}; shapes must be the same.", op, v, like);
}
void check_vectors(const char* op, const TensorList& v, const TensorList& like) {
  check(v.size() == like.size(), ErrorKind::value, "[{}] v has {} tensors for {} inputs; need one each.", op, v.size(), like.size());
  for (std::size_t i = 0; i < v.size(); ++i) check_vector(op, v[i], like[i]);
}
void check_single(const char* op, const Tensor& y) {
  check(y.defined() && y.numel() == 1, ErrorKind::shape, "[{}] the function gives {}; need a single element.", op, y);
}

// d y / d inputs, zeros where y does not depend on one.
TensorList gradient(const Tensor& y, const TensorList& inputs, const Tensor& dy, bool retain, bool create_graph) {
  TensorList g = y.requires_grad() ? grad({y}, inputs, {dy}, retain, create_graph, true) : TensorList(inputs.size());
  for (std::size_t i = 0; i < g.size(); ++i)
    if (!g[i].defined()) g[i] = zeros_like(inputs[i]);
  return g;
}

// The rows of y's Jacobian: one walk for each of its elements.
TensorList rows(const Tensor& y, const TensorList& inputs, bool create_graph) {
  std::vector<TensorList> parts(inputs.size());
  for (std::int64_t i = 0; i < y.numel(); ++i) {
    const Tensor seed = zeros(y.numel(), y.dtype());
    seed.select(0, i).fill_(1);
    const TensorList g = gradient(y, inputs, seed.view(y.shape()), true, create_graph);
    for (std::size_t k = 0; k < g.size(); ++k) parts[k].push_back(g[k]);
  }
  TensorList out;
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    Shape shape = y.shape();
    for (const std::int64_t n : inputs[k].shape()) shape.push_back(n);
    out.push_back(parts[k].empty() ? zeros(shape, inputs[k].dtype()) : stack(parts[k]).reshape(shape));
  }
  return out;
}

Tensor result(const Tensor& y, bool create_graph) { return create_graph ? y : y.detach(); }

}  // namespace

TensorList jacobian(const Fn& fn, const TensorList& inputs, bool create_graph) {
  const EnableGradGuard on;
  const TensorList x = prepared("jacobian", inputs, create_graph);
  return rows(fn(x), x, create_graph);
}

std::vector<TensorList> hessian(const Fn& fn, const TensorList& inputs, bool create_graph) {
  const EnableGradGuard on;
  const TensorList x = prepared("hessian", inputs, create_graph);
  const Tensor y = fn(x);
  check_single("hessian", y);
  std::vector<TensorList> out;
  for (const Tensor& g : gradient(y, x, ones_like(y), true, true)) out.push_back(rows(g, x, create_graph));
  return out;
}

std::pair<Tensor, TensorList> vjp(const Fn& fn, const TensorList& inputs, const Tensor& v, bool create_graph) {
  const EnableGradGuard on;
  const TensorList x = prepared("vjp", inputs, create_graph);
  const Tensor y = fn(x);
  check(v.defined() || y.numel() == 1, ErrorKind::shape, "[vjp] v can only be left out if the function gives a single element; it gives {}.", y);
  if (v.defined()) check_vector("vjp", v, y);
  return {result(y, create_graph), gradient(y, x, v.defined() ? v : ones_like(y), create_graph, create_graph)};
}

std::pair<Tensor, Tensor> jvp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph) {
  const EnableGradGuard on;
  const TensorList x = prepared("jvp", inputs, create_graph);
  check_vectors("jvp", v, x);
  const Tensor y = fn(x), u = zeros_like(y).requires_grad_();
  TensorList depends, along;  // parts of u^T J that depend on u
  const TensorList g = gradient(y, x, u, true, true);
  for (std::size_t i = 0; i < g.size(); ++i) {
    if (!g[i].requires_grad()) continue;
    depends.push_back(g[i]);
    along.push_back(v[i]);
  }
  Tensor jv = depends.empty() ? Tensor() : grad(depends, {u}, along, create_graph, create_graph, true)[0];
  if (!jv.defined()) jv = zeros_like(y);
  return {result(y, create_graph), jv};
}

namespace {
std::pair<Tensor, TensorList> second(const char* op, const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph) {
  const EnableGradGuard on;
  const TensorList x = prepared(op, inputs, create_graph);
  check_vectors(op, v, x);
  const Tensor y = fn(x);
  check_single(op, y);
  const TensorList g = gradient(y, x, ones_like(y), true, true);
  Tensor along;  // g^T v
  for (std::size_t i = 0; i < g.size(); ++i) {
    const Tensor part = sum(g[i] * v[i]);
    along = along.defined() ? along + part : part;
  }
  return {result(y, create_graph), gradient(along, x, ones_like(along), create_graph, create_graph)};
}
}  // namespace

std::pair<Tensor, TensorList> vhp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph) {
  return second("vhp", fn, inputs, v, create_graph);
}
std::pair<Tensor, TensorList> hvp(const Fn& fn, const TensorList& inputs, const TensorList& v, bool create_graph) {
  return second("hvp", fn, inputs, v, create_graph);
}

}  // namespace wick::autograd::functional
