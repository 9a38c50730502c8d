// Sequential and Residual.

#include "wick/nn/layers.h"

namespace wick::nn {

Sequential::Sequential(const std::vector<ModulePtr>& modules) {
  for (const ModulePtr& m : modules) append(m);
}
Sequential::Sequential(const std::vector<std::pair<std::string, ModulePtr>>& modules) {
  for (const auto& [name, m] : modules) add(name, m);
}

Sequential& Sequential::append(Layer layer) { return add(to_text(children.size()), std::move(layer)); }

Sequential& Sequential::add(const std::string& name, Layer layer) {
  check(layer.module != nullptr, ErrorKind::value, "[Sequential] module \"{}\" is null; need a module.", name);
  check(!name.empty() && name.find('.') == std::string::npos, ErrorKind::value,
        "[Sequential] name is \"{}\"; need one that is not empty and has no dot.", name);
  for (const auto& child : children)
    check(child.first != name, ErrorKind::value, "[Sequential] there is already a module \"{}\"; names must differ.", name);
  children.emplace_back(name, std::move(layer.module));
  return *this;
}

Tensor Sequential::forward(const Tensor& x) {
  Tensor y = x;
  for (const auto& child : children) y = (*child.second)(y);
  return y;
}

void Sequential::visit(Visitor& v) {
  for (const auto& child : children) v.child(child.first, *child.second);
}

Residual::Residual(Layer main_branch, Layer shortcut_branch, const ResidualOptions& o)
    : main(std::move(main_branch.module)), shortcut(std::move(shortcut_branch.module)), options(o) {
  check(main != nullptr, ErrorKind::value, "[Residual] the main branch is null; need a module.");
  check(o.activation == "relu" || o.activation == "none", ErrorKind::value, "[Residual] activation is \"{}\"; need \"relu\" or \"none\".",
        o.activation);
}

Tensor Residual::forward(const Tensor& x) {
  const Tensor a = (*main)(x), b = shortcut ? (*shortcut)(x) : x;
  check(a.shape() == b.shape(), ErrorKind::shape,
        "[Residual] the main branch gives {}, the shortcut {}; both must have one shape. Where main changes the size, "
        "the shortcut needs a Conv2d with kernel_size 1 and main's stride.", a, b);
  const Tensor y = a + b;
  return options.activation == "relu" ? relu(y) : y;
}

void Residual::visit(Visitor& v) {
  v.child("main", *main);
  if (shortcut) v.child("shortcut", *shortcut);
}

std::string Residual::extra_repr() const { return options.activation == "none" ? "" : "activation=" + options.activation; }

}  // namespace wick::nn
