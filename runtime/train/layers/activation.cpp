// Activations.

#include "train/layers.h"
#include "wick/nn/adaptive_softmax.h"

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
      "LogSoftmax dim:integer\n"
      "CELU alpha=1.0:number\n"
      "GLU dim=-1:integer\n"
      "Hardshrink lambd=0.5:number\n"
      "Hardsigmoid\n"
      "Hardswish\n"
      "Hardtanh min_val=-1:number max_val=1:number\n"
      "LogSigmoid\n"
      "Mish\n"
      "PReLU num_parameters=1:integer>0 init=0.25:number\n"
      "ReLU6\n"
      "RReLU lower=0.125:number upper=0.3333333333333333:number\n"
      "SELU\n"
      "Softmax2d\n"
      "Softmin dim:integer\n"
      "Softshrink lambd=0.5:number>=0\n"
      "Softsign\n"
      "Tanhshrink\n"
      "Threshold threshold:number value:number\n"
      "AdaptiveLogSoftmaxWithLoss in_features:integer>0 n_classes:integer>0 cutoffs:integers>0 div_value=4:number>0 head_bias=false:boolean\n";
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
    {"CELU", [](const Json& j, std::string_view) { return make<nn::CELU>(j.at("alpha").number()); }},
    {"GLU", [](const Json& j, std::string_view) { return make<nn::GLU>(j.at("dim").integer()); }},
    {"Hardshrink", [](const Json& j, std::string_view) { return make<nn::Hardshrink>(j.at("lambd").number()); }},
    {"Hardsigmoid", [](const Json&, std::string_view) { return make<nn::Hardsigmoid>(); }},
    {"Hardswish", [](const Json&, std::string_view) { return make<nn::Hardswish>(); }},
    {"Hardtanh", [](const Json& j, std::string_view) { return make<nn::Hardtanh>(j.at("min_val").number(), j.at("max_val").number()); }},
    {"LogSigmoid", [](const Json&, std::string_view) { return make<nn::LogSigmoid>(); }},
    {"Mish", [](const Json&, std::string_view) { return make<nn::Mish>(); }},
    {"PReLU", [](const Json& j, std::string_view) { return make<nn::PReLU>(j.at("num_parameters").integer(), j.at("init").number()); }},
    {"ReLU6", [](const Json&, std::string_view) { return make<nn::ReLU6>(); }},
    {"RReLU", [](const Json& j, std::string_view) { return make<nn::RReLU>(j.at("lower").number(), j.at("upper").number()); }},
    {"SELU", [](const Json&, std::string_view) { return make<nn::SELU>(); }},
    {"Softmax2d", [](const Json&, std::string_view) { return make<nn::Softmax2d>(); }},
    {"Softmin", [](const Json& j, std::string_view) { return make<nn::Softmin>(j.at("dim").integer()); }},
    {"Softshrink", [](const Json& j, std::string_view) { return make<nn::Softshrink>(j.at("lambd").number()); }},
    {"Softsign", [](const Json&, std::string_view) { return make<nn::Softsign>(); }},
    {"Tanhshrink", [](const Json&, std::string_view) { return make<nn::Tanhshrink>(); }},
    {"Threshold", [](const Json& j, std::string_view) { return make<nn::Threshold>(j.at("threshold").number(), j.at("value").number()); }},
    {"AdaptiveLogSoftmaxWithLoss",
     [](const Json& j, std::string_view) {
       std::vector<std::int64_t> cutoffs;
       const Json& given = j.at("cutoffs");  // a number or a list
       if (given.is(Json::Type::number)) cutoffs.push_back(given.integer());
       for (const Json& c : given.items()) cutoffs.push_back(c.integer());
       return make<nn::AdaptiveLogSoftmaxWithLoss>(j.at("in_features").integer(), j.at("n_classes").integer(), std::move(cutoffs),
                                                   nn::AdaptiveLogSoftmaxWithLossOptions{j.at("div_value").number(), j.at("head_bias").boolean()});
     }},
};

}  // namespace

constinit const LayerFamily kActivationLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
