// An optimizer's state in PyTorch's structure. Options that PyTorch has as a tuple are several ones here.

#include <algorithm>

#include "wick/optim.h"

namespace wick::optim {

namespace {

constexpr struct {
  const char* name;
  const char* parts[3];
} kTuples[] = {{"betas", {"beta1", "beta2"}},
               {"etas", {"eta_minus", "eta_plus"}},
               {"step_sizes", {"step_size_min", "step_size_max"}},
               {"ns_coefficients", {"ns_a", "ns_b", "ns_c"}}};

std::string tuple_with(std::string_view part) {
  for (const auto& tuple : kTuples)
    for (const char* p : tuple.parts)
      if (p && part == p) return tuple.name;
  return std::string(part);
}

Tensor scalar(double v) { return from_memory(&v, {}, DType::float64); }

}  // namespace

Options options_of(std::string_view name, std::span<const double> values) {
  Options out;
  for (const auto& tuple : kTuples)
    if (name == tuple.name)
      for (const char* p : tuple.parts)
        if (p) out.emplace_back(p, 0);
  if (out.empty()) out.emplace_back(std::string(name), 0);
  check(values.size() == out.size(), ErrorKind::value, "[optimizer] option \"{}\" has {} values; need {}.", name, values.size(), out.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].second = values[i];
  return out;
}

StateDict Optimizer::state_dict() const {
  StateDict out;
  for (const auto& [key, t] : state()) {
    if (key[0] < '0' || key[0] > '9') continue;  // of a group
    const std::size_t dot = key.find('.');
    std::int64_t index = 0;
    for (std::size_t i = 0; i < dot; ++i) index = index * 10 + (key[i] - '0');
    if (out.state.empty() || out.state.back().first != index) out.state.emplace_back(index, nn::NamedTensors());
    out.state.back().second.emplace_back(key.substr(dot + 1), t);
  }
  std::int64_t n = 0;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    StateDict::Group& group = out.param_groups.emplace_back();
    for (const auto& [name, value] : groups_[g].options) {
      const std::string whole = tuple_with(name);
      if (group.options.empty() || group.options.back().first != whole) group.options.emplace_back(whole, std::vector<double>());
      group.options.back().second.push_back(value);
    }
    if (g < initial_lrs_.size()) group.options.emplace_back("initial_lr", std::vector{initial_lrs_[g]});
    for (std::size_t i = 0; i < groups_[g].params.size(); ++i) group.params.push_back(n++);
  }
  return out;
}

void Optimizer::load_state_dict(const StateDict& dict) {
  check(dict.param_groups.size() == groups_.size(), ErrorKind::value,
        "[{}.load_state_dict] loaded state dict has a different number of parameter groups: {}; need {}.", type(), dict.param_groups.size(), groups_.size());
  nn::NamedTensors flat;
  std::vector<std::int64_t> place;  // of the dict's parameter number, in our order
  std::vector<std::pair<std::size_t, double>> initial;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const StateDict::Group& from = dict.param_groups[g];
    check(from.params.size() == groups_[g].params.size(), ErrorKind::value,
          "[{}.load_state_dict] loaded state dict contains a parameter group that doesn't match the size of optimizer's group {}: {} parameters; need {}.",
          type(), g, from.params.size(), groups_[g].params.size());
    place.insert(place.end(), from.params.begin(), from.params.end());
    for (const auto& [name, values] : from.options) {
      if (name == "foreach" || name == "capturable" || name == "differentiable" || name == "fused") continue;
      if (name == "initial_lr" && values.size() == 1) {
        initial.emplace_back(g, values[0]);
        continue;
      }
      for (const auto& [option, value] : options_of(name, values)) flat.emplace_back(str("param_groups.", g, ".", option), scalar(value));
    }
  }
  for (const auto& [number, tensors] : dict.state) {
    const auto at = std::find(place.begin(), place.end(), number) - place.begin();
    check(at < static_cast<std::ptrdiff_t>(place.size()), ErrorKind::value, "[{}.load_state_dict] state of parameter {}, which is in no group.", type(), number);
    const bool unused = std::any_of(tensors.begin(), tensors.end(), [](const auto& t) { return t.first == "step" && t.second.defined() && t.second.numel() == 1 && t.second.item() == 0; });
    for (const auto& [name, t] : tensors)
      if (!unused && t.defined()) flat.emplace_back(str(at, ".", name), t);
  }
  load_state(flat);
  for (const auto& [g, lr] : initial) set_initial_lr(lr, g);
}

}  // namespace wick::optim
