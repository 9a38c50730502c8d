// Convolutions, and sliding blocks.

#include "train/layers.h"

namespace wick::parts {

nn::ConvOptions conv_options(const Json& j) {
  const Json& padding = j.at("padding");
  nn::ConvOptions o{dims(j.at("stride")), 0, dims(j.at("dilation")), j.at("groups").integer(), j.at("bias").boolean(), j.at("padding_mode").text()};
  o.padding = padding.is(Json::Type::string) ? nn::ConvPadding(padding.text()) : nn::ConvPadding(dims(padding));
  return o;
}

namespace {

#define WICK_CONV_KEYS \
  " in_channels:integer>0 out_channels:integer>0 kernel_size:sizes>0 stride=1:sizes>0 padding=0:sizes>=0(same|valid) dilation=1:sizes>0" \
  " groups=1:integer>0 bias=true:boolean padding_mode=\"zeros\":text(zeros|reflect|replicate|circular)\n"
#define WICK_CONV_TRANSPOSE_KEYS \
  " in_channels:integer>0 out_channels:integer>0 kernel_size:sizes>0 stride=1:sizes>0 padding=0:sizes>=0 output_padding=0:sizes>=0" \
  " groups=1:integer>0 bias=true:boolean dilation=1:sizes>0\n"
struct Text {
  static constexpr char text[] =
      "Conv1d" WICK_CONV_KEYS
      "Conv3d" WICK_CONV_KEYS
      "ConvTranspose1d" WICK_CONV_TRANSPOSE_KEYS
      "ConvTranspose2d" WICK_CONV_TRANSPOSE_KEYS
      "ConvTranspose3d" WICK_CONV_TRANSPOSE_KEYS
      "Unfold kernel_size:sizes>0 dilation=1:sizes>0 padding=0:sizes>=0 stride=1:sizes>0\n"
      "Fold output_size:sizes>0 kernel_size:sizes>0 dilation=1:sizes>0 padding=0:sizes>=0 stride=1:sizes>0\n";
};

template <class M>
nn::ModulePtr make_transpose(const Json& j) {
  return make<M>(j.at("in_channels").integer(), j.at("out_channels").integer(), dims(j.at("kernel_size")),
                 nn::ConvTransposeOptions{dims(j.at("stride")), dims(j.at("padding")), dims(j.at("output_padding")), j.at("groups").integer(), j.at("bias").boolean(),
                                          dims(j.at("dilation"))});
}

nn::BlockOptions block_options(const Json& j) { return {dims(j.at("dilation")), dims(j.at("padding")), dims(j.at("stride"))}; }

constexpr LayerMaker kMakers[] = {
    {"Conv1d", [](const Json& j, std::string_view) { return make_conv<nn::Conv1d>(j); }},
    {"Conv3d", [](const Json& j, std::string_view) { return make_conv<nn::Conv3d>(j); }},
    {"ConvTranspose1d", [](const Json& j, std::string_view) { return make_transpose<nn::ConvTranspose1d>(j); }},
    {"ConvTranspose2d", [](const Json& j, std::string_view) { return make_transpose<nn::ConvTranspose2d>(j); }},
    {"ConvTranspose3d", [](const Json& j, std::string_view) { return make_transpose<nn::ConvTranspose3d>(j); }},
    {"Unfold", [](const Json& j, std::string_view) { return make<nn::Unfold>(dims(j.at("kernel_size")), block_options(j)); }},
    {"Fold", [](const Json& j, std::string_view) { return make<nn::Fold>(dims(j.at("output_size")), dims(j.at("kernel_size")), block_options(j)); }},
};

}  // namespace

constinit const LayerFamily kConvLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
