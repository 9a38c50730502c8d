// Weights computed from other tensors before each forward: weight_norm and spectral_norm.

#include <algorithm>
#include <utility>

#include "wick/autograd.h"
#include "wick/nn/init.h"
#include "wick/nn/utils.h"

namespace wick::nn::utils {

namespace {

// Where a module keeps the parameter of a name; null if it has none.
struct Slot final : Visitor {
  Slot(Module& m, const std::string& wanted) : wanted(wanted) { m.visit(*this); }
  void parameter(const char* name, Tensor& t) override {
    if (name == wanted) tensor = &t;
  }
  void buffer(const char*, Tensor&) override {}
  void child(const std::string&, Module&) override {}
  const std::string& wanted;
  Tensor* tensor = nullptr;
};

// Over all dimensions but dim, which keep size 1; without dim over all, 0-dim.
Tensor norm_except(const Tensor& v, std::optional<std::int64_t> dim) {
  const Tensor squares = v * v;
  if (!dim) return squares.sum().sqrt();
  Dims others;
  const int kept = wrap_dim("weight_norm", *dim, v.dim());
  for (int d = 0; d < v.dim(); ++d)
    if (d != kept) others.push_back(d);
  return (others.empty() ? squares : squares.sum(others, true)).sqrt();
}

Tensor leaf(const Tensor& t) { return t.detach().clone().requires_grad_(); }

Module::Computed* find(Module& m, const char* how, const std::string& name) {
  for (const auto& c : m.computed)
    if (c->name == name && c->how == how) return c.get();
  return nullptr;
}

// Without power iterations.
Tensor value_of(Module& m, Module::Computed& c) {
  const bool training = std::exchange(m.training, false);
  Tensor value = c.compute(m, c);
  m.training = training;
  return value;
}

// From now on the weight is what c.compute() says.
Module& start(Module& m, const std::shared_ptr<Module::Computed>& c) {
  m.computed.push_back(c);
  *Slot(m, c->name).tensor = value_of(m, *c);
  c->hook = m.register_forward_pre_hook([kept = c.get()](Module& module, const Tensor&) {
    *Slot(module, kept->name).tensor = kept->compute(module, *kept);
    return Tensor();
  });
  return m;
}

Module& stop(Module& m, const char* how, const std::string& name) {
  Module::Computed* c = find(m, how, name);
  check(c != nullptr, ErrorKind::value, "[remove_{}] {} of '{}' not found in {}.", how, how, name, m.repr());
  const NoGradGuard guard;
  const Tensor weight = value_of(m, *c);
  m.remove_forward_pre_hook(c->hook);
  std::erase_if(m.computed, [c](const auto& other) { return other.get() == c; });
  *Slot(m, name).tensor = leaf(weight);
  return m;
}

std::shared_ptr<Module::Computed> describe(Module& m, const char* how, const std::string& name) {
  check(find(m, how, name) == nullptr, ErrorKind::value, "[{}] Cannot register two {} hooks on the same parameter {}.", how, how, name);
  const Tensor* weight = Slot(m, name).tensor;
  const bool is_parameter = weight && weight->defined() && std::none_of(m.computed.begin(), m.computed.end(), [&](const auto& c) { return c->name == name; });
  check(is_parameter, ErrorKind::value, "[{}] {} has no parameter \"{}\".", how, m.repr(), name);
  return std::make_shared<Module::Computed>(Module::Computed{how, name, 0, {}, {}, {}});
}

Tensor normalized(const Tensor& v, double eps) { return v / std::max((v * v).sum().sqrt().item(), eps); }

// [outputs, everything else]
Tensor matrix_of(const Tensor& weight, int dim) {
  Dims order = dim;
  for (int d = 0; d < weight.dim(); ++d)
    if (d != dim) order.push_back(d);
  return weight.permute(order).reshape({weight.size(dim), -1});
}

Tensor over_largest_singular_value(Module& m, Module::Computed& c, const SpectralNormOptions& o, int dim) {
  const Tensor& weight = c.parameters[0].second;
  const Tensor w = matrix_of(weight, dim);
  Tensor u = c.buffers[0].second.clone(), v = c.buffers[1].second.clone();  // the buffers may move on before backward()
  if (m.training) {
    const NoGradGuard guard;
    for (std::int64_t i = 0; i < o.n_power_iterations; ++i) {
      v = normalized(w.t().matmul(u), o.eps);
      u = normalized(w.matmul(v), o.eps);
    }
    c.buffers[0].second.copy_(u);
    c.buffers[1].second.copy_(v);
  }
  return weight / (u * w.matmul(v)).sum();
}

}  // namespace

Module& weight_norm(Module& m, const std::string& name, std::optional<std::int64_t> dim) {
  const auto c = describe(m, "weight_norm", name);
  const Tensor weight = *Slot(m, name).tensor;
  c->parameters = {{name + "_g", leaf(norm_except(weight.detach(), dim))}, {name + "_v", leaf(weight)}};
  c->compute = [dim](Module&, Module::Computed& own) {
    const Tensor &g = own.parameters[0].second, &v = own.parameters[1].second;
    return v * (g / norm_except(v, dim));
  };
  return start(m, c);
}

Module& remove_weight_norm(Module& m, const std::string& name) { return stop(m, "weight_norm", name); }
Module& remove_spectral_norm(Module& m, const std::string& name) { return stop(m, "spectral_norm", name); }

Module& spectral_norm(Module& m, const std::string& name, const SpectralNormOptions& o) {
  check(o.n_power_iterations > 0, ErrorKind::value, "[spectral_norm] Expected n_power_iterations to be positive, but got n_power_iterations={}.",
        o.n_power_iterations);
  const auto c = describe(m, "spectral_norm", name);
  const Tensor weight = *Slot(m, name).tensor;
  const int dim = wrap_dim("spectral_norm", o.dim.value_or(std::string_view(m.type()).starts_with("ConvTranspose") ? 1 : 0), weight.dim());
  const Tensor w = matrix_of(weight.detach(), dim);
  c->parameters = {{name + "_orig", leaf(weight)}};
  for (int side = 0; side < 2; ++side) {
    const Tensor start = empty(Shape{w.size(side)}, w.dtype());
    init::normal_(start);
    c->buffers.emplace_back(name + (side == 0 ? "_u" : "_v"), normalized(start, o.eps));
  }
  c->compute = [o, dim](Module& module, Module::Computed& own) { return over_largest_singular_value(module, own, o, dim); };
  return start(m, c);
}

}  // namespace wick::nn::utils
