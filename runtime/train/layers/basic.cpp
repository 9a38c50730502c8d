// The layers of the page's own recipes.

#include "train/layers.h"

namespace wick::parts {

namespace {

nn::BatchNormOptions batch_norm(const Json& j) {
  return {j.at("eps").number(), maybe_number(j.at("momentum")), j.at("affine").boolean(), j.at("track_running_stats").boolean()};
}

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
      "Conv2d in_channels:integer>0 out_channels:integer>0 kernel_size:sizes>0 stride=1:sizes>0 padding=0:sizes>=0 dilation=1:sizes>0 groups=1:integer>0"
        " bias=true:boolean\n"
      "BatchNorm1d num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=true:boolean track_running_stats=true:boolean\n"
      "BatchNorm2d num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=true:boolean track_running_stats=true:boolean\n"
      "Dropout p=0.5:number<=1\n"
      "Flatten start_dim=1:integer end_dim=-1:integer\n"
      "MaxPool2d kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0 dilation=1:sizes>0 ceil_mode=false:boolean\n"
      "ReLU\n"
      "Tanh\n";

constexpr LayerMaker kMakers[] = {
    {"Sequential", make_sequential},
    {"Linear", [](const Json& j, std::string_view) { return make<nn::Linear>(j.at("in_features").integer(), j.at("out_features").integer(), nn::LinearOptions{j.at("bias").boolean()}); }},
    {"Conv2d",
     [](const Json& j, std::string_view) {
       return make<nn::Conv2d>(j.at("in_channels").integer(), j.at("out_channels").integer(), dims(j.at("kernel_size")),
                               nn::Conv2dOptions{dims(j.at("stride")), dims(j.at("padding")), dims(j.at("dilation")), j.at("groups").integer(), j.at("bias").boolean()});
     }},
    {"BatchNorm1d", [](const Json& j, std::string_view) { return make<nn::BatchNorm1d>(j.at("num_features").integer(), batch_norm(j)); }},
    {"BatchNorm2d", [](const Json& j, std::string_view) { return make<nn::BatchNorm2d>(j.at("num_features").integer(), batch_norm(j)); }},
    {"Dropout", [](const Json& j, std::string_view) { return make<nn::Dropout>(j.at("p").number()); }},
    {"Flatten", [](const Json& j, std::string_view) { return make<nn::Flatten>(j.at("start_dim").integer(), j.at("end_dim").integer()); }},
    {"MaxPool2d",
     [](const Json& j, std::string_view) {
       return make<nn::MaxPool2d>(dims(j.at("kernel_size")), nn::MaxPool2dOptions{dims(j.at("stride")), dims(j.at("padding")), dims(j.at("dilation")), j.at("ceil_mode").boolean()});
     }},
    {"ReLU", [](const Json&, std::string_view) { return make<nn::ReLU>(); }},
    {"Tanh", [](const Json&, std::string_view) { return make<nn::Tanh>(); }},
};

}  // namespace

constinit const LayerFamily kBasicLayers = {[] { return kText; }, kMakers};

}  // namespace wick::parts
