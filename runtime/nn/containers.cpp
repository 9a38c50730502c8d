// Sequential, ModuleList, ModuleDict and Residual.

#include <algorithm>

#include "wick/nn/layers.h"
#include "wick/quote.h"

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

std::size_t ModuleList::place(std::int64_t i, std::int64_t most) const {
  const std::int64_t n = size(), at = i < 0 ? i + n : i;
  check(at >= 0 && at <= most && (at < n || most == n), ErrorKind::index, "[ModuleList] index {} is out of range; it has {} modules.", i, n);
  return static_cast<std::size_t>(at);
}
ModuleList& ModuleList::extend(const std::vector<ModulePtr>& more) {
  const std::vector<ModulePtr> all = more;  // may be this list's own
  for (const ModulePtr& m : all) append(m);
  return *this;
}
ModuleList& ModuleList::insert(std::int64_t i, Layer layer) {
  check(layer.module != nullptr, ErrorKind::value, "[ModuleList] module {} is null; need a module.", i);
  modules.insert(modules.begin() + static_cast<std::ptrdiff_t>(place(i, size())), std::move(layer.module));
  return *this;
}
ModulePtr ModuleList::pop(std::int64_t i) {
  const auto at = modules.begin() + static_cast<std::ptrdiff_t>(place(i, size() - 1));
  ModulePtr out = *at;
  modules.erase(at);
  return out;
}
void ModuleList::set(std::int64_t i, Layer layer) {
  check(layer.module != nullptr, ErrorKind::value, "[ModuleList] module {} is null; need a module.", i);
  modules[place(i, size() - 1)] = std::move(layer.module);
}
ModuleList ModuleList::slice(std::int64_t start, std::int64_t end) const {
  const auto clip = [this](std::int64_t i) { return std::clamp<std::int64_t>(i < 0 ? i + size() : i, 0, size()); };
  ModuleList out;
  for (std::int64_t i = clip(start); i < clip(end); ++i) out.append(modules[static_cast<std::size_t>(i)]);
  return out;
}
Tensor ModuleList::forward(const Tensor&) { fail(ErrorKind::value, "[ModuleList] has no forward; call its modules one by one, or use Sequential."); }
void ModuleList::visit(Visitor& v) {
  for (std::size_t i = 0; i < modules.size(); ++i) v.child(to_text(i), *modules[i]);
}

std::size_t ModuleDict::place(const std::string& key) const {
  std::string names;
  for (std::size_t i = 0; i < modules.size(); ++i) {
    if (modules[i].first == key) return i;
    names += str(i ? ", " : "", quote(modules[i].first));
  }
  fail(ErrorKind::value, "[ModuleDict] there is no module {}; need one of {}.", quote(key), names.empty() ? "those added before; it is empty" : names);
}
bool ModuleDict::contains(const std::string& key) const {
  return std::any_of(modules.begin(), modules.end(), [&key](const auto& m) { return m.first == key; });
}
void ModuleDict::set(const std::string& key, Layer layer) {
  check(layer.module != nullptr, ErrorKind::value, "[ModuleDict] module {} is null; need a module.", quote(key));
  check(!key.empty() && key.find('.') == std::string::npos, ErrorKind::value, "[ModuleDict] name is {}; need one that is not empty and has no dot.", quote(key));
  if (contains(key)) modules[place(key)].second = std::move(layer.module);
  else modules.emplace_back(key, std::move(layer.module));
}
ModuleDict& ModuleDict::update(const Items& more) {
  const Items all = more;  // may be this dict's own
  for (const auto& m : all) set(m.first, m.second);
  return *this;
}
ModulePtr ModuleDict::pop(const std::string& key) {
  const auto at = modules.begin() + static_cast<std::ptrdiff_t>(place(key));
  ModulePtr out = at->second;
  modules.erase(at);
  return out;
}
std::vector<std::string> ModuleDict::keys() const {
  std::vector<std::string> out;
  for (const auto& m : modules) out.push_back(m.first);
  return out;
}
std::vector<ModulePtr> ModuleDict::values() const {
  std::vector<ModulePtr> out;
  for (const auto& m : modules) out.push_back(m.second);
  return out;
}
Tensor ModuleDict::forward(const Tensor&) { fail(ErrorKind::value, "[ModuleDict] has no forward; call its modules by name."); }
void ModuleDict::visit(Visitor& v) {
  for (const auto& m : modules) v.child(m.first, *m.second);
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
