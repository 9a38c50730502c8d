// Initial values of parameters, and weights computed from others, from a recipe's "init" and "parametrizations".

#include <optional>

#include "train/parts.h"
#include "train/schema.h"
#include "wick/nn/init.h"
#include "wick/nn/utils.h"
#include "wick/quote.h"
#include "wick/registry.h"

namespace wick::parts {

namespace {

double number(const Json& j, const char* key) { return j.at(key).number(); }

constexpr struct {
  const char* type;
  void (*fill)(const Json& j, const Tensor& t);
} kInits[] = {
    {"uniform_", [](const Json& j, const Tensor& t) { nn::init::uniform_(t, number(j, "a"), number(j, "b")); }},
    {"normal_", [](const Json& j, const Tensor& t) { nn::init::normal_(t, number(j, "mean"), number(j, "std")); }},
    {"trunc_normal_", [](const Json& j, const Tensor& t) { nn::init::trunc_normal_(t, number(j, "mean"), number(j, "std"), number(j, "a"), number(j, "b")); }},
    {"constant_", [](const Json& j, const Tensor& t) { nn::init::constant_(t, number(j, "val")); }},
    {"zeros_", [](const Json&, const Tensor& t) { nn::init::zeros_(t); }},
    {"ones_", [](const Json&, const Tensor& t) { nn::init::ones_(t); }},
    {"xavier_uniform_", [](const Json& j, const Tensor& t) { nn::init::xavier_uniform_(t, number(j, "gain")); }},
    {"xavier_normal_", [](const Json& j, const Tensor& t) { nn::init::xavier_normal_(t, number(j, "gain")); }},
    {"kaiming_uniform_", [](const Json& j, const Tensor& t) { nn::init::kaiming_uniform_(t, number(j, "a"), j.at("mode").text(), j.at("nonlinearity").text()); }},
    {"kaiming_normal_", [](const Json& j, const Tensor& t) { nn::init::kaiming_normal_(t, number(j, "a"), j.at("mode").text(), j.at("nonlinearity").text()); }},
    {"eye_", [](const Json&, const Tensor& t) { nn::init::eye_(t); }},
    {"dirac_", [](const Json& j, const Tensor& t) { nn::init::dirac_(t, j.at("groups").integer()); }},
    {"orthogonal_", [](const Json& j, const Tensor& t) { nn::init::orthogonal_(t, number(j, "gain")); }},
    {"sparse_", [](const Json& j, const Tensor& t) { nn::init::sparse_(t, number(j, "sparsity"), number(j, "std")); }},
};

std::optional<std::int64_t> dim_of(const Json& j) { return j.at("dim").is_null() ? std::nullopt : std::optional(j.at("dim").integer()); }

void apply(const Json& j, nn::Module& m) {
  const std::string& name = j.at("name").text();
  if (j.at("type").text() == "weight_norm") nn::utils::weight_norm(m, name, dim_of(j));
  else nn::utils::spectral_norm(m, name, {j.at("n_power_iterations").integer(), j.at("eps").number(), dim_of(j)});
}

}  // namespace

void fill(const Json& j, const Tensor& t, std::string_view path) {
  for (const auto& init : kInits) {
    if (j.at("type").text() != init.type) continue;
    try {
      return init.fill(j, t);
    } catch (...) {  // a tensor that does not suit
      schema::rethrow(j, path);
    }
  }
}

WICK_NOINLINE void initialize(const Json& list, const nn::NamedTensors& parameters, std::string_view path) {
  for (std::size_t k = 0; k < list.items().size(); ++k) {
    const Json& j = list.items()[k];
    const std::string at = str("{}[{}]", path, k);
    for (const std::size_t i : named_by(j.at("parameters"), parameters, at + ".parameters")) fill(j, parameters[i].second, at);
  }
}

void parametrize_one(const Json& j, nn::Module& model, std::string_view path) {
  const auto modules = model.named_modules();
  const std::vector<Json>& wanted = j.at("modules").items();
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    bool any = false;
    std::vector<std::string> names;
    for (const auto& [name, m] : modules) {
      if (!name.empty()) names.push_back(name);
      if (!matches(wanted[k].text(), name)) continue;
      any = true;
      try {
        apply(j, *m);
      } catch (...) {
        schema::rethrow(j, path);
      }
    }
    if (any) continue;
    const std::vector<std::string> near = nearest_names(wanted[k].text(), names);
    schema::bad(wanted[k], str("{}.modules[{}]", path, k), "no module is named {}{}", quote(wanted[k].text()),
                near.empty() ? "; need a name such as \"0\", or a pattern with *." : str("; did you mean {}?", quote(near[0])));
  }
}

WICK_NOINLINE void parametrize(const Json& list, nn::Module& model, std::string_view path) {
  for (std::size_t k = 0; k < list.items().size(); ++k) parametrize_one(list.items()[k], model, str("{}[{}]", path, k));
}

}  // namespace wick::parts
