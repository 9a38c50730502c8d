// Normalization.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "LayerNorm normalized_shape:integers>0 eps=1e-5:number>0 elementwise_affine=true:boolean\n";
};

constexpr LayerMaker kMakers[] = {
    {"LayerNorm",
     [](const Json& j, std::string_view) {
       return make<nn::LayerNorm>(dims(j.at("normalized_shape")), nn::LayerNormOptions{j.at("eps").number(), j.at("elementwise_affine").boolean()});
     }},
};

}  // namespace

constinit const LayerFamily kNormLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
