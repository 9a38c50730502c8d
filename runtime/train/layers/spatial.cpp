// Pools.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "AvgPool2d kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0 ceil_mode=false:boolean count_include_pad=true:boolean"
        " divisor_override=null:integer>0\n"
      "AdaptiveAvgPool2d output_size:sizes>0\n";
};

constexpr LayerMaker kMakers[] = {
    {"AvgPool2d",
     [](const Json& j, std::string_view) {
       return make<nn::AvgPool2d>(dims(j.at("kernel_size")), nn::AvgPool2dOptions{dims(j.at("stride")), dims(j.at("padding")), j.at("ceil_mode").boolean(),
                                                                                  j.at("count_include_pad").boolean(), maybe_integer(j.at("divisor_override"))});
     }},
    {"AdaptiveAvgPool2d", [](const Json& j, std::string_view) { return make<nn::AdaptiveAvgPool2d>(dims(j.at("output_size"))); }},
};

}  // namespace

constinit const LayerFamily kSpatialLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
