// Containers and layers that only reshape.

#include "train/layers.h"

namespace wick::parts {

namespace {

nn::ModulePtr make_residual(const Json& j, std::string_view path) {
  const std::string prefix = path.empty() ? "" : str("{}.", path);
  nn::Layer shortcut;
  if (!j.at("shortcut").is_null()) shortcut = module(j.at("shortcut"), prefix + "shortcut");
  return make<nn::Residual>(module(j.at("main"), prefix + "main"), shortcut, nn::ResidualOptions{j.at("activation").text()});
}

struct Text {
  static constexpr char text[] =
      "Residual main:entry(layer) shortcut=null:entry(layer) activation=\"none\":text(relu|none)\n"
      "Identity\n"
      "Unflatten dim:integer unflattened_size:integers\n";
};

constexpr LayerMaker kMakers[] = {
    {"Residual", make_residual},
    {"Identity", [](const Json&, std::string_view) { return make<nn::Identity>(); }},
    {"Unflatten", [](const Json& j, std::string_view) { return make<nn::Unflatten>(j.at("dim").integer(), dims(j.at("unflattened_size"))); }},
};

}  // namespace

constinit const LayerFamily kContainerLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
