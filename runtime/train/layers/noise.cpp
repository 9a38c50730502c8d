// Noise, beside Dropout, which is in basic.cpp.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "Dropout1d p=0.5:number<=1\n"
      "Dropout2d p=0.5:number<=1\n"
      "Dropout3d p=0.5:number<=1\n"
      "AlphaDropout p=0.5:number<=1\n"
      "FeatureAlphaDropout p=0.5:number<=1\n";
};

constexpr LayerMaker kMakers[] = {
    {"Dropout1d", [](const Json& j, std::string_view) { return make<nn::Dropout1d>(j.at("p").number()); }},
    {"Dropout2d", [](const Json& j, std::string_view) { return make<nn::Dropout2d>(j.at("p").number()); }},
    {"Dropout3d", [](const Json& j, std::string_view) { return make<nn::Dropout3d>(j.at("p").number()); }},
    {"AlphaDropout", [](const Json& j, std::string_view) { return make<nn::AlphaDropout>(j.at("p").number()); }},
    {"FeatureAlphaDropout", [](const Json& j, std::string_view) { return make<nn::FeatureAlphaDropout>(j.at("p").number()); }},
};

}  // namespace

constinit const LayerFamily kNoiseLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
