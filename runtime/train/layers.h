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
extern const LayerFamily kBasicLayers, kContainerLayers, kConvLayers, kPoolLayers, kResampleLayers, kNormLayers, kEmbeddingLayers, kActivationLayers,
    kNoiseLayers, kRecurrentLayers, kAttentionLayers;
/// The first is what the page's own recipes use; the others' texts are cold.
std::span<const LayerFamily* const> layer_families();

// For makers.
Dims dims(const Json& j);  ///< a number or a list, -1 for null in it; empty for null
std::optional<std::int64_t> maybe_integer(const Json& j);
std::optional<double> maybe_number(const Json& j);
nn::ModulePtr module(const Json& j, std::string_view path);  ///< of a layer inside, at path

template <class M, class... Args>
nn::ModulePtr make(Args&&... args) {
  return nn::ModulePtr(static_cast<nn::Module*>(new M(std::forward<Args>(args)...)));  // one control block for all types
}

// What layers over one, two and three dimensions share.
nn::ConvOptions conv_options(const Json& j);
nn::MaxPoolOptions max_pool_options(const Json& j);
template <class M>
nn::ModulePtr make_conv(const Json& j) {
  return make<M>(j.at("in_channels").integer(), j.at("out_channels").integer(), dims(j.at("kernel_size")), conv_options(j));
}
template <class M>
nn::ModulePtr make_max_pool(const Json& j) {
  return make<M>(dims(j.at("kernel_size")), max_pool_options(j));
}
template <class M, class Options>
nn::ModulePtr make_running_norm(const Json& j) {
  return make<M>(j.at("num_features").integer(),
                 Options{j.at("eps").number(), maybe_number(j.at("momentum")), j.at("affine").boolean(), j.at("track_running_stats").boolean()});
}

}  // namespace wick::parts
