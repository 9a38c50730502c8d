#pragma once
// The registry of layers: for each family what a recipe may say of them (the lines of schema_table.cpp) and what makes them,
// side by side in layers/. Recipes, the C ABI and the classes of the JavaScript package come from it.

#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "core/cold_text.h"
#include "train/json.h"
#include "wick/nn.h"

namespace wick::parts {

/// Makes a layer from its checked entry, which stood at path in the recipe.
struct LayerMaker {
  const char* type;
  nn::ModulePtr (*make)(const Json& j, std::string_view path);
};
struct LayerFamily {
  std::string_view (*text)();
  std::span<const LayerMaker> makers;
};
extern const LayerFamily kBasicLayers, kContainerLayers, kSpatialLayers, kNormLayers, kEmbeddingLayers, kActivationLayers, kNoiseLayers, kRecurrentLayers,
    kAttentionLayers;
/// The first is what the page's own recipes use; the others' texts are cold.
std::span<const LayerFamily* const> layer_families();

// For makers.
Dims dims(const Json& j);  ///< a number or a list; empty for null
std::optional<std::int64_t> maybe_integer(const Json& j);
std::optional<double> maybe_number(const Json& j);
nn::ModulePtr module(const Json& j, std::string_view path);  ///< of a layer inside, at path

template <class M, class... Args>
nn::ModulePtr make(Args&&... args) {
  return nn::ModulePtr(static_cast<nn::Module*>(new M(std::forward<Args>(args)...)));  // one control block for all types
}

}  // namespace wick::parts
