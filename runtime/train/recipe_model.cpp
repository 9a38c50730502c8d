// Modules from a recipe's "model".

#include <tuple>

#include "core/number.h"
#include "nn/module_error.h"
#include "train/layers.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/autograd.h"
#include "wick/nn.h"

namespace wick::parts {

std::span<const LayerFamily* const> layer_families() {
  static constexpr const LayerFamily* kFamilies[] = {
      &kBasicLayers, &kContainerLayers, &kConvLayers, &kPoolLayers, &kResampleLayers, &kNormLayers, &kEmbeddingLayers, &kActivationLayers,
      &kNoiseLayers, &kRecurrentLayers, &kAttentionLayers,
  };
  return kFamilies;
}

Dims dims(const Json& j) {
  if (j.is_null()) return {};
  if (j.is(Json::Type::number)) return j.integer();
  Dims out;
  for (const Json& v : j.items()) out.push_back(v.is_null() ? -1 : v.integer());
  return out;
}
std::optional<std::int64_t> maybe_integer(const Json& j) { return j.is_null() ? std::nullopt : std::optional(j.integer()); }
std::optional<double> maybe_number(const Json& j) { return j.is_null() ? std::nullopt : std::optional(j.number()); }

namespace {

// "2.main.0" of a model's module -> "model.layers[2].main.layers[0]", and the entry there.
std::pair<std::string, const Json*> recipe_path(const Json& model, std::string_view module_path) {
  std::string path = "model";
  const Json* at = &model;
  while (!module_path.empty() && at) {
    const std::size_t dot = module_path.find('.');
    const std::string name(module_path.substr(0, dot));
    module_path = dot == module_path.npos ? std::string_view() : module_path.substr(dot + 1);
    if (at->at("type").text() == "Sequential") {
      std::uint64_t index = 0;
      (void)parse_uint(name, index);
      path += str(".layers[{}]", index);
      const std::vector<Json>& layers = at->at("layers").items();
      at = index < layers.size() ? &layers[static_cast<std::size_t>(index)] : nullptr;
    } else {
      const Json* inside = at->find(name);
      if (!inside || !inside->is(Json::Type::object)) break;  // a part that the layer made itself
      path += "." + name;
      at = inside;
    }
  }
  return {path, at};
}

}  // namespace

nn::ModulePtr module(const Json& j, std::string_view path) {
  const std::string& type = j.at("type").text();
  for (const LayerFamily* family : layer_families())
    for (const LayerMaker& m : family->makers) {
      if (type != m.type) continue;
      try {
        return m.make(j, path);
      } catch (...) {  // what only the layer can tell, such as in_channels not divisible by groups
        schema::rethrow(j, path);
      }
    }
  schema::bad(j, path, "there is no maker for layer \"{}\".", type);
}

}  // namespace wick::parts

namespace wick {

namespace {
// Throws what layer `source` of the model (null if unknown) said of an example, at its place in the recipe.
[[noreturn]] void bad_layer(nn::Module& model, const nn::Module* source, const Shape& shape, const Json* model_json, const char* what) {
  std::string path = "model";
  const Json* at = model_json;
  if (source && model_json)
    for (const auto& [name, m] : model.named_modules())
      if (m == source) std::tie(path, at) = parts::recipe_path(*model_json, name);
  static const Json kNowhere;
  schema::bad(at ? *at : kNowhere, path, "{} The model's input is {}.", what, shape);
}
}  // namespace

Shape check_model(nn::Module& model, const Shape& input, const Json* model_json, DType dtype) {
  Shape shape = input;
  shape.insert(0, 2);
  const bool training = model.training;
  model.eval();
  struct Restore {
    nn::Module& m;
    bool on;
    ~Restore() { m.train(on); }
  } const restore{model, training};
  const NoGradGuard guard;
  try {
    return model(zeros(shape, dtype)).shape();
  } catch (const nn::ModuleError& e) {
    if (e.kind() == ErrorKind::memory) throw;
    bad_layer(model, e.source(), shape, model_json, e.what());
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::memory) throw;
    bad_layer(model, nullptr, shape, model_json, e.what());
  }
}

}  // namespace wick
