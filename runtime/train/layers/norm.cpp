// Normalization.

#include "train/layers.h"

namespace wick::parts {

namespace {

#define WICK_INSTANCE_NORM_KEYS \
  " num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=false:boolean track_running_stats=false:boolean\n"
struct Text {
  static constexpr char text[] =
      "BatchNorm3d num_features:integer>0 eps=1e-5:number>0 momentum=0.1:number<=1? affine=true:boolean track_running_stats=true:boolean\n"
      "InstanceNorm1d" WICK_INSTANCE_NORM_KEYS
      "InstanceNorm2d" WICK_INSTANCE_NORM_KEYS
      "InstanceNorm3d" WICK_INSTANCE_NORM_KEYS
      "GroupNorm num_groups:integer>0 num_channels:integer>0 eps=1e-5:number>0 affine=true:boolean\n"
      "RMSNorm normalized_shape:integers>0 eps=null:number>0 elementwise_affine=true:boolean\n"
      "LocalResponseNorm size:integer>0 alpha=1e-4:number beta=0.75:number k=1:number\n"
      "LayerNorm normalized_shape:integers>0 eps=1e-5:number>0 elementwise_affine=true:boolean\n";
};

constexpr LayerMaker kMakers[] = {
    {"BatchNorm3d", [](const Json& j, std::string_view) { return make_running_norm<nn::BatchNorm3d, nn::BatchNormOptions>(j); }},
    {"InstanceNorm1d", [](const Json& j, std::string_view) { return make_running_norm<nn::InstanceNorm1d, nn::InstanceNormOptions>(j); }},
    {"InstanceNorm2d", [](const Json& j, std::string_view) { return make_running_norm<nn::InstanceNorm2d, nn::InstanceNormOptions>(j); }},
    {"InstanceNorm3d", [](const Json& j, std::string_view) { return make_running_norm<nn::InstanceNorm3d, nn::InstanceNormOptions>(j); }},
    {"GroupNorm",
     [](const Json& j, std::string_view) {
       return make<nn::GroupNorm>(j.at("num_groups").integer(), j.at("num_channels").integer(), nn::GroupNormOptions{j.at("eps").number(), j.at("affine").boolean()});
     }},
    {"RMSNorm",
     [](const Json& j, std::string_view) {
       return make<nn::RMSNorm>(dims(j.at("normalized_shape")), nn::RMSNormOptions{maybe_number(j.at("eps")), j.at("elementwise_affine").boolean()});
     }},
    {"LocalResponseNorm",
     [](const Json& j, std::string_view) {
       return make<nn::LocalResponseNorm>(j.at("size").integer(), nn::LocalResponseNormOptions{j.at("alpha").number(), j.at("beta").number(), j.at("k").number()});
     }},
    {"LayerNorm",
     [](const Json& j, std::string_view) {
       return make<nn::LayerNorm>(dims(j.at("normalized_shape")), nn::LayerNormOptions{j.at("eps").number(), j.at("elementwise_affine").boolean()});
     }},
};

}  // namespace

constinit const LayerFamily kNormLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
