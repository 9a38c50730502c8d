// Pools.

#include "train/layers.h"

namespace wick::parts {

nn::MaxPoolOptions max_pool_options(const Json& j) {
  return {dims(j.at("stride")), dims(j.at("padding")), dims(j.at("dilation")), j.at("return_indices").boolean(), j.at("ceil_mode").boolean()};
}

namespace {

#define WICK_MAX_POOL_KEYS \
  " kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0 dilation=1:sizes>0 return_indices=false:boolean ceil_mode=false:boolean\n"
#define WICK_AVG_POOL_KEYS " kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0 ceil_mode=false:boolean count_include_pad=true:boolean"
#define WICK_UNPOOL_KEYS " kernel_size:sizes>0 stride=null:sizes>0 padding=0:sizes>=0\n"
#define WICK_LP_POOL_KEYS " norm_type:number kernel_size:sizes>0 stride=null:sizes>0 ceil_mode=false:boolean\n"
struct Text {
  static constexpr char text[] =
      "MaxPool1d" WICK_MAX_POOL_KEYS
      "MaxPool3d" WICK_MAX_POOL_KEYS
      "MaxUnpool1d" WICK_UNPOOL_KEYS
      "MaxUnpool2d" WICK_UNPOOL_KEYS
      "MaxUnpool3d" WICK_UNPOOL_KEYS
      "AvgPool1d" WICK_AVG_POOL_KEYS "\n"
      "AvgPool2d" WICK_AVG_POOL_KEYS " divisor_override=null:integer>0\n"
      "AvgPool3d" WICK_AVG_POOL_KEYS " divisor_override=null:integer>0\n"
      "LPPool1d" WICK_LP_POOL_KEYS
      "LPPool2d" WICK_LP_POOL_KEYS
      "AdaptiveAvgPool1d output_size:extents>0\n"
      "AdaptiveAvgPool2d output_size:extents>0\n"
      "AdaptiveAvgPool3d output_size:extents>0\n"
      "AdaptiveMaxPool1d output_size:extents>0 return_indices=false:boolean\n"
      "AdaptiveMaxPool2d output_size:extents>0 return_indices=false:boolean\n"
      "AdaptiveMaxPool3d output_size:extents>0 return_indices=false:boolean\n";
};

template <class M>
nn::ModulePtr make_unpool(const Json& j) {
  return make<M>(dims(j.at("kernel_size")), nn::MaxUnpoolOptions{dims(j.at("stride")), dims(j.at("padding"))});
}
template <class M>
nn::ModulePtr make_avg_pool(const Json& j) {
  const Json* divisor = j.find("divisor_override");
  return make<M>(dims(j.at("kernel_size")), nn::AvgPoolOptions{dims(j.at("stride")), dims(j.at("padding")), j.at("ceil_mode").boolean(), j.at("count_include_pad").boolean(),
                                                               divisor ? maybe_integer(*divisor) : std::nullopt});
}
template <class M>
nn::ModulePtr make_lp_pool(const Json& j) {
  return make<M>(j.at("norm_type").number(), dims(j.at("kernel_size")), nn::LPPoolOptions{dims(j.at("stride")), j.at("ceil_mode").boolean()});
}
template <class M>
nn::ModulePtr make_adaptive_max(const Json& j) {
  return make<M>(dims(j.at("output_size")), nn::AdaptiveMaxPoolOptions{j.at("return_indices").boolean()});
}

constexpr LayerMaker kMakers[] = {
    {"MaxPool1d", [](const Json& j, std::string_view) { return make_max_pool<nn::MaxPool1d>(j); }},
    {"MaxPool3d", [](const Json& j, std::string_view) { return make_max_pool<nn::MaxPool3d>(j); }},
    {"MaxUnpool1d", [](const Json& j, std::string_view) { return make_unpool<nn::MaxUnpool1d>(j); }},
    {"MaxUnpool2d", [](const Json& j, std::string_view) { return make_unpool<nn::MaxUnpool2d>(j); }},
    {"MaxUnpool3d", [](const Json& j, std::string_view) { return make_unpool<nn::MaxUnpool3d>(j); }},
    {"AvgPool1d", [](const Json& j, std::string_view) { return make_avg_pool<nn::AvgPool1d>(j); }},
    {"AvgPool2d", [](const Json& j, std::string_view) { return make_avg_pool<nn::AvgPool2d>(j); }},
    {"AvgPool3d", [](const Json& j, std::string_view) { return make_avg_pool<nn::AvgPool3d>(j); }},
    {"LPPool1d", [](const Json& j, std::string_view) { return make_lp_pool<nn::LPPool1d>(j); }},
    {"LPPool2d", [](const Json& j, std::string_view) { return make_lp_pool<nn::LPPool2d>(j); }},
    {"AdaptiveAvgPool1d", [](const Json& j, std::string_view) { return make<nn::AdaptiveAvgPool1d>(dims(j.at("output_size"))); }},
    {"AdaptiveAvgPool2d", [](const Json& j, std::string_view) { return make<nn::AdaptiveAvgPool2d>(dims(j.at("output_size"))); }},
    {"AdaptiveAvgPool3d", [](const Json& j, std::string_view) { return make<nn::AdaptiveAvgPool3d>(dims(j.at("output_size"))); }},
    {"AdaptiveMaxPool1d", [](const Json& j, std::string_view) { return make_adaptive_max<nn::AdaptiveMaxPool1d>(j); }},
    {"AdaptiveMaxPool2d", [](const Json& j, std::string_view) { return make_adaptive_max<nn::AdaptiveMaxPool2d>(j); }},
    {"AdaptiveMaxPool3d", [](const Json& j, std::string_view) { return make_adaptive_max<nn::AdaptiveMaxPool3d>(j); }},
};

}  // namespace

constinit const LayerFamily kPoolLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
