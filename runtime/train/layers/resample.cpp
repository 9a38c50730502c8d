// Padding, resizing, moving between channels and space, and layers of two inputs.

#include "train/layers.h"

namespace wick::parts {

namespace {

#define WICK_UPSAMPLE_KEYS " size=null:sizes>0 scale_factor=null:factors>0"
struct Text {
  static constexpr char text[] =
      "ConstantPad1d padding:integers value:number\n"
      "ConstantPad2d padding:integers value:number\n"
      "ConstantPad3d padding:integers value:number\n"
      "ZeroPad2d padding:integers\n"
      "ReflectionPad1d padding:integers\n"
      "ReflectionPad2d padding:integers\n"
      "ReflectionPad3d padding:integers\n"
      "ReplicationPad1d padding:integers\n"
      "ReplicationPad2d padding:integers\n"
      "ReplicationPad3d padding:integers\n"
      "Upsample" WICK_UPSAMPLE_KEYS " mode=\"nearest\":text(nearest|nearest-exact|linear|bilinear|bicubic|trilinear|area) align_corners=null:boolean\n"
      "UpsamplingNearest2d" WICK_UPSAMPLE_KEYS "\n"
      "UpsamplingBilinear2d" WICK_UPSAMPLE_KEYS "\n"
      "PixelShuffle upscale_factor:integer>0\n"
      "PixelUnshuffle downscale_factor:integer>0\n"
      "ChannelShuffle groups:integer>0\n"
      "Bilinear in1_features:integer>0 in2_features:integer>0 out_features:integer>0 bias=true:boolean\n"
      "CosineSimilarity dim=1:integer eps=1e-8:number>=0\n"
      "PairwiseDistance p=2:number>=0 eps=1e-6:number>=0 keepdim=false:boolean\n";
};

std::vector<double> factors(const Json& j) {
  if (j.is_null()) return {};
  if (j.is(Json::Type::number)) return {j.number()};
  std::vector<double> out;
  for (const Json& v : j.items()) out.push_back(v.number());
  return out;
}

template <class M>
nn::ModulePtr make_constant_pad(const Json& j) {
  return make<M>(dims(j.at("padding")), j.at("value").number());
}
template <class M>
nn::ModulePtr make_pad(const Json& j) {
  return make<M>(dims(j.at("padding")));
}
template <class M>
nn::ModulePtr make_upsampling(const Json& j) {
  return make<M>(dims(j.at("size")), factors(j.at("scale_factor")));
}
nn::ModulePtr make_upsample(const Json& j, std::string_view) {
  const Json& corners = j.at("align_corners");
  return make<nn::Upsample>(nn::UpsampleOptions{dims(j.at("size")), factors(j.at("scale_factor")), j.at("mode").text(), !corners.is_null() && corners.boolean()});
}

constexpr LayerMaker kMakers[] = {
    {"ConstantPad1d", [](const Json& j, std::string_view) { return make_constant_pad<nn::ConstantPad1d>(j); }},
    {"ConstantPad2d", [](const Json& j, std::string_view) { return make_constant_pad<nn::ConstantPad2d>(j); }},
    {"ConstantPad3d", [](const Json& j, std::string_view) { return make_constant_pad<nn::ConstantPad3d>(j); }},
    {"ZeroPad2d", [](const Json& j, std::string_view) { return make_pad<nn::ZeroPad2d>(j); }},
    {"ReflectionPad1d", [](const Json& j, std::string_view) { return make_pad<nn::ReflectionPad1d>(j); }},
    {"ReflectionPad2d", [](const Json& j, std::string_view) { return make_pad<nn::ReflectionPad2d>(j); }},
    {"ReflectionPad3d", [](const Json& j, std::string_view) { return make_pad<nn::ReflectionPad3d>(j); }},
    {"ReplicationPad1d", [](const Json& j, std::string_view) { return make_pad<nn::ReplicationPad1d>(j); }},
    {"ReplicationPad2d", [](const Json& j, std::string_view) { return make_pad<nn::ReplicationPad2d>(j); }},
    {"ReplicationPad3d", [](const Json& j, std::string_view) { return make_pad<nn::ReplicationPad3d>(j); }},
    {"Upsample", make_upsample},
    {"UpsamplingNearest2d", [](const Json& j, std::string_view) { return make_upsampling<nn::UpsamplingNearest2d>(j); }},
    {"UpsamplingBilinear2d", [](const Json& j, std::string_view) { return make_upsampling<nn::UpsamplingBilinear2d>(j); }},
    {"PixelShuffle", [](const Json& j, std::string_view) { return make<nn::PixelShuffle>(j.at("upscale_factor").integer()); }},
    {"PixelUnshuffle", [](const Json& j, std::string_view) { return make<nn::PixelUnshuffle>(j.at("downscale_factor").integer()); }},
    {"ChannelShuffle", [](const Json& j, std::string_view) { return make<nn::ChannelShuffle>(j.at("groups").integer()); }},
    {"Bilinear",
     [](const Json& j, std::string_view) {
       return make<nn::Bilinear>(j.at("in1_features").integer(), j.at("in2_features").integer(), j.at("out_features").integer(), nn::BilinearOptions{j.at("bias").boolean()});
     }},
    {"CosineSimilarity", [](const Json& j, std::string_view) { return make<nn::CosineSimilarity>(j.at("dim").integer(), j.at("eps").number()); }},
    {"PairwiseDistance", [](const Json& j, std::string_view) { return make<nn::PairwiseDistance>(j.at("p").number(), j.at("eps").number(), j.at("keepdim").boolean()); }},
};

}  // namespace

constinit const LayerFamily kResampleLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
