// Optimizers and what of a model's parameters they train, from a recipe.

#include "train/parts.h"
#include "train/schema.h"
#include "wick/quote.h"
#include "wick/registry.h"

namespace wick::parts {

namespace {

// A function for each type, so that a page loads only those it uses. Their options come with the groups.
using MakeOptimizer = optim::Optimizer*(const std::vector<optim::ParamGroup>& groups);
template <class O>
optim::Optimizer* make(const std::vector<optim::ParamGroup>& groups) {
  return new O(groups, {});
}
constexpr struct {
  const char* type;
  MakeOptimizer* make;
} kOptimizers[] = {
    {"SGD", make<optim::SGD>},           {"Adam", make<optim::Adam>},         {"AdamW", make<optim::AdamW>},       {"Adamax", make<optim::Adamax>},
    {"NAdam", make<optim::NAdam>},       {"RAdam", make<optim::RAdam>},       {"RMSprop", make<optim::RMSprop>},   {"Adagrad", make<optim::Adagrad>},
    {"Adadelta", make<optim::Adadelta>}, {"ASGD", make<optim::ASGD>},         {"Rprop", make<optim::Rprop>},       {"Lion", make<optim::Lion>},
    {"Muon", make<optim::Muon>},         {"LBFGS", make<optim::LBFGS>},
};

// The whole name, the start of it up to a dot, or a pattern.
bool is_of(std::string_view pattern, std::string_view name) {
  if (name.starts_with(pattern) && (name.size() == pattern.size() || name[pattern.size()] == '.')) return true;
  return pattern.find('*') != pattern.npos && matches(pattern, name);
}

optim::Options option(const std::string& name, const Json& value) {
  std::vector<double> values;
  if (value.is(Json::Type::array))
    for (const Json& v : value.items()) values.push_back(v.number());
  else if (value.is(Json::Type::boolean)) values.push_back(value.boolean());
  else if (value.is(Json::Type::string)) values.push_back(value.text() == "strong_wolfe" || value.text() == "match_rms_adamw");
  else if (value.is_null()) values.push_back(0);  // line_search_fn, adjust_lr_fn
  else values.push_back(value.number());
  return optim::options_of(name, values);
}

// The groups of the recipe, after one with the parameters that are in none, if there are any.
std::vector<optim::ParamGroup> param_groups(const Json& j, const nn::NamedTensors& parameters, std::string_view path) {
  std::vector<optim::ParamGroup> groups(1);
  groups[0].options = options(j);
  const std::vector<Json>& given = j.at("param_groups").items();
  std::vector<std::size_t> group_of(parameters.size(), 0);
  for (std::size_t g = 0; g < given.size(); ++g) {
    groups.push_back({{}, groups[0].options});
    for (const auto& [name, value] : options(given[g]))
      for (auto& o : groups.back().options)
        if (o.first == name) o.second = value;
    const std::string at = str(path, path.empty() ? "" : ".", "param_groups[", g, "].params");
    for (const std::size_t i : named_by(given[g].at("params"), parameters, at)) {
      if (group_of[i] != 0 && group_of[i] != g + 1)
        schema::bad(given[g].at("params"), at, "parameter {} is in param_groups[{}] already; some parameters appear in more than one parameter group.",
                    quote(parameters[i].first), group_of[i] - 1);
      group_of[i] = g + 1;
    }
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) groups[group_of[i]].params.push_back(parameters[i].second);
  if (groups[0].params.empty()) groups.erase(groups.begin());
  return groups;
}

}  // namespace

optim::Options options(const Json& entry) {
  optim::Options out;
  for (std::size_t i = 0; i < entry.keys().size(); ++i) {
    const std::string& name = entry.keys()[i];
    const Json& value = entry.items()[i];
    if (name == "type" || name == "param_groups" || name == "params") continue;
    const bool default_evals = name == "max_eval" && value.is_null();
    const Json evals(default_evals ? entry.at("max_iter").integer() * 5 / 4 : 0);
    for (const auto& o : option(name, default_evals ? evals : value)) out.push_back(o);
  }
  return out;
}

bool matches(std::string_view pattern, std::string_view name) {
  if (pattern.empty()) return name.empty();
  if (pattern[0] == '*') return matches(pattern.substr(1), name) || (!name.empty() && matches(pattern, name.substr(1)));
  return !name.empty() && pattern[0] == name[0] && matches(pattern.substr(1), name.substr(1));
}

std::vector<std::size_t> named_by(const Json& patterns, const nn::NamedTensors& parameters, std::string_view path) {
  std::vector<std::size_t> out;
  std::vector<bool> seen(parameters.size());
  for (std::size_t k = 0; k < patterns.items().size(); ++k) {
    const Json& pattern = patterns.items()[k];
    bool any = false;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      if (!is_of(pattern.text(), parameters[i].first)) continue;
      any = true;
      if (!seen[i]) out.push_back(i);
      seen[i] = true;
    }
    if (any) continue;
    std::vector<std::string> names;
    for (const auto& p : parameters) names.push_back(p.first);
    const std::vector<std::string> near = nearest_names(pattern.text(), names);
    std::string example = near.empty() ? "." : str("; did you mean {}?", quote(near[0]));
    if (near.empty() && !names.empty()) example = str("; need the start of one, such as {}, or a pattern with *.", quote(names[0]));
    schema::bad(pattern, str(path, "[", k, "]"), "no parameter is named {}{}", quote(pattern.text()), example);
  }
  return out;
}

std::unique_ptr<optim::Optimizer> optimizer(const Json& j, const nn::NamedTensors& parameters, std::string_view path) {
  const std::vector<optim::ParamGroup> groups = param_groups(j, parameters, path);
  try {
    for (const auto& [type, make] : kOptimizers)
      if (j.at("type").text() == type) return std::unique_ptr<optim::Optimizer>(make(groups));
    schema::bad(j, path, "is an optimizer nobody makes.");
  } catch (...) {
    schema::rethrow(j, path);
  }
}

void set_option(optim::Optimizer& o, const Json& j, const std::string& name) {
  const std::vector<Json>& given = j.at("param_groups").items();
  const std::size_t n = o.param_groups().size(), first = n > given.size() ? 1 : 0;  // where the recipe's own groups start
  for (const auto& [option, value] : option(name, j.at(name)))
    for (std::size_t g = 0; g < n; ++g)
      if (g < first || !given[g - first].find(name)) o.set_option(option, value, g);
}

}  // namespace wick::parts
