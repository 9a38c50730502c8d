// Saving and loading the tensors of a module tree by name.

#include <algorithm>

#include "nn/visitors.h"
#include "wick/autograd.h"

namespace wick::nn {

namespace {

void collect(Module& m, const std::string& prefix, NamedTensors& out) {
  const Contents contents(m);
  for (const auto& [name, t] : contents.parameters) out.emplace_back(prefix + name, *t);
  for (const auto& [name, t] : contents.buffers) out.emplace_back(prefix + name, *t);
  for (const auto& [name, child] : contents.children) collect(*child, prefix + name + ".", out);
}

const Tensor* find(const NamedTensors& list, const std::string& name) {
  const auto it = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.first == name; });
  return it == list.end() ? nullptr : &it->second;
}

void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

}  // namespace

NamedTensors Module::state_dict() {
  NamedTensors out;
  collect(*this, "", out);
  for (auto& [name, t] : out) t = t.detach();
  return out;
}

void Module::load_state_dict(const NamedTensors& state, bool strict) {
  NamedTensors own = state_dict();
  std::string missing, unexpected, misshapen;
  std::vector<std::pair<Tensor, Tensor>> copies;
  for (const auto& [name, t] : own) {
    const Tensor* source = find(state, name);
    if (!source) append(missing, name);
    else if (!source->defined() || source->shape() != t.shape())
      append(misshapen, str("{} is {} but the model's is {}", name, *source, t));
    else copies.emplace_back(t, *source);
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    const std::string& name = state[i].first;
    if (find(state, name) != &state[i].second) append(unexpected, name + " (a second time)");
    else if (!find(own, name)) append(unexpected, name);
  }
  std::string problems;
  if (strict && !missing.empty()) problems += " Missing key(s): " + missing + ".";
  if (strict && !unexpected.empty()) problems += " Unexpected key(s): " + unexpected + ".";
  if (!misshapen.empty()) problems += " Size mismatch: " + misshapen + ".";
  check(problems.empty(), ErrorKind::value, "[load_state_dict] the state does not fit {}, nothing was loaded.{}", type(), problems);

  const NoGradGuard guard;
  for (auto& [to, from] : copies) to.copy_(from.detach());
}

}  // namespace wick::nn
