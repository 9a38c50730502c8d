// Activations.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "LeakyReLU negative_slope=0.01:number\n"
      "ELU alpha=1.0:number\n"
      "GELU approximate=\"none\":text(none|tanh)\n"
      "SiLU\n"
      "Softplus beta=1:number>0 threshold=20:number\n"
      "Sigmoid\n"
      "Softmax dim:integer\n"
      "LogSoftmax dim:integer\n";
};

constexpr LayerMaker kMakers[] = {
    {"LeakyReLU", [](const Json& j, std::string_view) { return make<nn::LeakyReLU>(j.at("negative_slope").number()); }},
    {"ELU", [](const Json& j, std::string_view) { return make<nn::ELU>(j.at("alpha").number()); }},
    {"GELU", [](const Json& j, std::string_view) { return make<nn::GELU>(j.at("approximate").text()); }},
    {"SiLU", [](const Json&, std::string_view) { return make<nn::SiLU>(); }},
    {"Softplus", [](const Json& j, std::string_view) { return make<nn::Softplus>(j.at("beta").number(), j.at("threshold").number()); }},
    {"Sigmoid", [](const Json&, std::string_view) { return make<nn::Sigmoid>(); }},
    {"Softmax", [](const Json& j, std::string_view) { return make<nn::Softmax>(j.at("dim").integer()); }},
    {"LogSoftmax", [](const Json& j, std::string_view) { return make<nn::LogSoftmax>(j.at("dim").integer()); }},
};

}  // namespace

constinit const LayerFamily kActivationLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
