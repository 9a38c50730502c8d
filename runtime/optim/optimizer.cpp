// What all optimizers share: groups, options by name, the loop over parameters, saved state.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "wick/autograd.h"
#include "wick/optim.h"
#include "wick/registry.h"

namespace wick::optim {

namespace {

const std::string kGroupPrefix = "param_groups.";

// A float64 0-dim tensor: read and written as bytes, since a build may leave float64 arithmetic out.
Tensor scalar(double v) { return from_memory(&v, {}, DType::float64); }

}  // namespace

void Optimizer::add_groups(const std::vector<ParamGroup>& groups) {
  check(!groups.empty(), ErrorKind::value, "[{}] got no parameter groups; need at least one.", type());
  for (const ParamGroup& g : groups) add_param_group(g);
}

void Optimizer::add_param_group(const ParamGroup& group) {
  check(!group.params.empty(), ErrorKind::value, "[{}] optimizer got an empty parameter list; need at least one parameter.", type());
  for (std::size_t i = 0; i < group.params.size(); ++i) {
    const Tensor& p = group.params[i];
    check(p.defined() && p.is_floating_point(), ErrorKind::dtype, "[{}] parameter {} is {}; need a floating tensor.", type(), i, p);
    check_parameter(i, p);
    check(p.is_leaf(), ErrorKind::value, "[{}] can't optimize a non-leaf Tensor: parameter {} is the result of an op; need a leaf.", type(), i);
    const auto is_p = [&](const Tensor& other) { return other.is_same(p); };
    for (const ParamGroup& g : groups_)
      for (const Tensor& other : g.params)
        check(!is_p(other), ErrorKind::value, "[{}] some parameters appear in more than one parameter group: parameter {} does.", type(), i);
    for (std::size_t j = 0; j < i; ++j)
      check(!is_p(group.params[j]), ErrorKind::value, "[{}] parameter {} is the same tensor as parameter {}; need each once.", type(), i, j);
  }
  ParamGroup full{group.params, {}};
  for (std::size_t i = 0; i < defaults_.size(); ++i) full.options.emplace_back(names_.options[i], defaults_[i]);
  for (const auto& [name, value] : group.options) full.options[option_index(name)].second = value;
  validate(values(full));
  groups_.push_back(std::move(full));
  states_.resize(states_.size() + group.params.size());
}

void Optimizer::zero_grad(bool set_to_none) {
  const NoGradGuard guard;
  for (const ParamGroup& g : groups_)
    for (const Tensor& p : g.params) {
      Tensor grad = p.grad();
      if (!grad.defined()) continue;
      if (set_to_none) p.set_grad({});
      else grad.detach().zero_();
    }
}

void Optimizer::step() {
  const NoGradGuard guard;
  std::size_t index = 0;
  for (const ParamGroup& group : groups_) {
    const std::vector<double> o = values(group);
    for (Tensor p : group.params) {
      ParamState& state = states_[index++];
      const Tensor grad = p.grad();
      if (!grad.defined()) continue;
      check(grad.shape() == p.shape() && grad.dtype() == p.dtype(), ErrorKind::shape, "[{}] parameter {} is {}, its gradient {}; both must agree.",
            type(), index - 1, p, grad);
      for (Tensor& b : state.buffers)
        if (b.defined()) b = b.to(p.dtype());  // after Module::to()
      const Tensor dense = p.detach().contiguous();
      update(o, dense, grad.contiguous(), state);
      if (p.is_contiguous()) bump_version(p);
      else p.copy_(dense);
    }
  }
}

Tensor Optimizer::step(const Closure& closure) {
  const Tensor loss = [&] {
    const EnableGradGuard guard;
    return closure();
  }();
  step();
  return loss;
}

const Options& Optimizer::options(std::size_t group) const {
  check(group < groups_.size(), ErrorKind::index, "[{}] group {} does not exist; need 0 <= group < {}.", type(), group, groups_.size());
  return groups_[group].options;
}

double Optimizer::option(std::string_view name, std::size_t group) const { return options(group)[option_index(name)].second; }

void Optimizer::set_option(std::string_view name, double value, std::size_t group) {
  ParamGroup changed{{}, options(group)};
  changed.options[option_index(name)].second = value;
  validate(values(changed));
  groups_[group].options = std::move(changed.options);
}

void Optimizer::set_option(std::string_view name, double value) {
  const std::size_t i = option_index(name);
  for (const ParamGroup& g : groups_) {
    std::vector<double> o = values(g);
    o[i] = value;
    validate(o);
  }
  for (ParamGroup& g : groups_) g.options[i].second = value;
}

const std::vector<double>& Optimizer::initial_lrs() {
  while (initial_lrs_.size() < groups_.size()) initial_lrs_.push_back(option("lr", initial_lrs_.size()));
  return initial_lrs_;
}

void Optimizer::set_initial_lr(double value, std::size_t group) {
  initial_lrs();
  check(group < groups_.size(), ErrorKind::index, "[{}] group {} does not exist; need 0 <= group < {}.", type(), group, groups_.size());
  initial_lrs_[group] = value;
}

bool Optimizer::has_option(std::string_view name) const {
  for (const char* option : names_.options)
    if (name == option) return true;
  return false;
}

std::size_t Optimizer::option_index(std::string_view name) const {
  for (std::size_t i = 0; i < names_.options.size(); ++i)
    if (name == names_.options[i]) return i;
  std::string known;
  for (const char* n : names_.options) known += (known.empty() ? "" : ", ") + std::string(n);
  fail(ErrorKind::value, "[{}] has no option \"{}\"; its options are {}.", type(), name, known);
}

std::vector<double> Optimizer::values(const ParamGroup& group) const {
  std::vector<double> out;
  for (const auto& option : group.options) out.push_back(option.second);
  return out;
}

nn::NamedTensors Optimizer::state() const {
  nn::NamedTensors out;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const ParamState& s = states_[i];
    if (names_.counts_steps && s.step > 0) out.emplace_back(str(i, ".step"), from_memory(&s.step, {}, DType::int64));
    for (std::size_t k = 0; s.step > 0 && k < names_.scalars.size(); ++k) out.emplace_back(str(i, ".", names_.scalars[k]), scalar(s.scalars[k]));
    for (std::size_t b = 0; b < names_.buffers.size(); ++b)
      if (s.buffers[b].defined()) out.emplace_back(str(i, ".", names_.buffers[b]), s.buffers[b]);
  }
  for (std::size_t g = 0; g < groups_.size(); ++g)
    for (const auto& [name, value] : groups_[g].options) out.emplace_back(str(kGroupPrefix, g, ".", name), scalar(value));
  return out;
}

void Optimizer::load_state(const nn::NamedTensors& state) {
  const NoGradGuard guard;
  std::vector<ParamState> states(states_.size());
  for (ParamState& s : states) std::fill_n(s.scalars, 2, std::numeric_limits<double>::quiet_NaN());
  std::vector<ParamGroup> groups = groups_;
  std::vector<Tensor> params;
  for (const ParamGroup& g : groups_) params.insert(params.end(), g.params.begin(), g.params.end());
  std::string problems;
  const auto complain = [&](const std::string& text) { problems += (problems.empty() ? "" : ", ") + text; };

  for (const auto& [key, t] : state) {
    // key = "3.exp_avg" or "param_groups.0.lr"
    const bool of_group = key.starts_with(kGroupPrefix);
    std::size_t at = of_group ? kGroupPrefix.size() : 0, index = 0, n_digits = 0;
    for (; at < key.size() && key[at] >= '0' && key[at] <= '9' && n_digits < 9; ++at, ++n_digits)
      index = index * 10 + static_cast<std::size_t>(key[at] - '0');
    const bool numbered = n_digits > 0 && at < key.size() && key[at] == '.';
    if (!numbered || index >= (of_group ? groups.size() : params.size())) {
      complain("unexpected " + key);
      continue;
    }
    const std::string name = key.substr(at + 1);
    const auto of_scalar = std::find(names_.scalars.begin(), names_.scalars.end(), name) - names_.scalars.begin();
    const bool is_scalar = !of_group && of_scalar < static_cast<std::ptrdiff_t>(names_.scalars.size());
    if (of_group || is_scalar || (names_.counts_steps && name == "step")) {
      if (!t.defined() || t.numel() != 1) complain(str("{} is {} but must be one number", key, t));
      else if (is_scalar) states[index].scalars[of_scalar] = t.item();
      else if (!of_group) {
        const double step = t.item();
        if (step >= 1 && step < 9e15) states[index].step = static_cast<std::int64_t>(step);
        else complain(str("{} is {} but must be at least 1", key, step));
      } else {
        bool known = false;
        for (auto& [option, value] : groups[index].options)
          if (option == name) known = true, value = t.item();
        if (!known) complain("unexpected " + key);
      }
      continue;
    }
    std::size_t b = 0;
    while (b < names_.buffers.size() && name != names_.buffers[b]) ++b;
    if (b == names_.buffers.size()) complain("unexpected " + key);
    else if (!t.defined() || t.shape() != params[index].shape()) complain(str("{} is {} but its parameter is {}", key, t, params[index]));
    else states[index].buffers[b] = t.detach().to(params[index].dtype()).clone();
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    const ParamState& s = states[i];
    std::string missing = names_.counts_steps && s.step == 0 ? str("missing {}.step", i) : "";
    std::size_t n_missing = missing.empty() ? 0 : 1, n_parts = names_.n_required + (names_.counts_steps ? 1 : 0);
    for (std::size_t b = 0; b < names_.n_required; ++b)
      if (!s.buffers[b].defined()) missing += str("{}missing {}.{}", n_missing++ ? ", " : "", i, names_.buffers[b]);
    for (std::size_t k = 0; k < names_.scalars.size(); ++k, ++n_parts)
      if (std::isnan(s.scalars[k])) missing += str("{}missing {}.{}", n_missing++ ? ", " : "", i, names_.scalars[k]);
    if (n_missing > 0 && n_missing < n_parts) complain(missing);
  }
  check(problems.empty(), ErrorKind::value, "[{}.load_state] the state does not fit, nothing was loaded: {}.", type(), problems);
  for (const ParamGroup& g : groups) validate(values(g));
  states_ = std::move(states);
  groups_ = std::move(groups);
}

}  // namespace wick::optim
