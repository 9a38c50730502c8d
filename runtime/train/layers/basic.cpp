// The layers of the page's own recipes.

#include "train/layers.h"

namespace wick::parts {

namespace {

nn::ModulePtr make_sequential(const Json& j, std::string_view path) {
  auto* out = new nn::Sequential;
  nn::ModulePtr owner(static_cast<nn::Module*>(out));
  const std::vector<Json>& layers = j.at("layers").items();
  for (std::size_t i = 0; i < layers.size(); ++i) out->append(module(layers[i], str("{}{}layers[{}]", path, path.empty() ? "" : ".", i)));
  return owner;
}

constexpr std::string_view kText =
      "Sequential layers:entries(layer)\n"
      "Linear in_features:integer>0 out_features:integer>0 bias=true:boolean\n"
      "Conv2d in_channels:integer>0 out_channels:integer>0 kernel_size:sizes>0 stride=1:sizes>0 padding=0:sizes>=0(same|valid) dilation=1:sizes>0 groups=1:integer>0"
        " bias=true:boolean padding_mode=\"zeros\":text(zeros|reflect|replicate|circular)\n"
      "BatchNorm1d num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=true:boolean track_running_stats=true:boolean\n"
      "BatchNorm2d num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=true:boolean track_running_stats=true:boolean\n"
      "Dropout p=0.5:number<=1\n"
      "Flatten start_dim=1:integer end_dim=-1:integer\n"
      "MaxPool2d kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0 dilation=1:sizes>0 return_indices=false:boolean ceil_mode=false:boolean\n"
      "ReLU\n"
      "Tanh\n";

constexpr LayerMaker kMakers[] = {
    {"Sequential", make_sequential},
    {"Linear", [](const Json& j, std::string_view) { return make<nn::Linear>(j.at("in_features").integer(), j.at("out_features").integer(), nn::LinearOptions{j.at("bias").boolean()}); }},
    {"Conv2d", [](const Json& j, std::string_view) { return make_conv<nn::Conv2d>(j); }},
    {"BatchNorm1d", [](const Json& j, std::string_view) { return make_running_norm<nn::BatchNorm1d, nn::BatchNormOptions>(j); }},
    {"BatchNorm2d", [](const Json& j, std::string_view) { return make_running_norm<nn::BatchNorm2d, nn::BatchNormOptions>(j); }},
    {"Dropout", [](const Json& j, std::string_view) { return make<nn::Dropout>(j.at("p").number()); }},
    {"Flatten", [](const Json& j, std::string_view) { return make<nn::Flatten>(j.at("start_dim").integer(), j.at("end_dim").integer()); }},
    {"MaxPool2d", [](const Json& j, std::string_view) { return make_max_pool<nn::MaxPool2d>(j); }},
    {"ReLU", [](const Json&, std::string_view) { return make<nn::ReLU>(); }},
    {"Tanh", [](const Json&, std::string_view) { return make<nn::Tanh>(); }},
};

}  // namespace

constinit const LayerFamily kBasicLayers = {[] { return kText; }, kMakers};

}  // namespace wick::parts
