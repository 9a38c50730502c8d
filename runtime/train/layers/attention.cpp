// Attention and transformers. A causal language model is an encoder with "is_causal": true, between an embedding with positions
// and a Linear.

#include "train/layers.h"
#include "train/schema.h"
#include "wick/nn/transformer.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "MultiheadAttention embed_dim:integer>0 num_heads:integer>0 dropout=0:number<=1 bias=true:boolean add_bias_kv=false:boolean add_zero_attn=false:boolean"
        " kdim=null:integer>0 vdim=null:integer>0 batch_first=false:boolean need_weights=true:boolean average_attn_weights=true:boolean is_causal=false:boolean\n"
      "TransformerEncoderLayer d_model:integer>0 nhead:integer>0 dim_feedforward=2048:integer>0 dropout=0.1:number<=1"
        " activation=\"relu\":text(relu|gelu|gelu_tanh) layer_norm_eps=1e-5:number>0 batch_first=false:boolean norm_first=false:boolean is_causal=false:boolean\n"
      "TransformerDecoderLayer d_model:integer>0 nhead:integer>0 dim_feedforward=2048:integer>0 dropout=0.1:number<=1"
        " activation=\"relu\":text(relu|gelu|gelu_tanh) layer_norm_eps=1e-5:number>0 batch_first=false:boolean norm_first=false:boolean is_causal=false:boolean\n"
      "TransformerEncoder encoder_layer:entry(layer) num_layers:integer>0 norm=null:entry(layer) is_causal=false:boolean\n"
      "TransformerDecoder decoder_layer:entry(layer) num_layers:integer>0 norm=null:entry(layer)\n"
      "Transformer d_model=512:integer>0 nhead=8:integer>0 num_encoder_layers=6:integer>0 num_decoder_layers=6:integer>0 dim_feedforward=2048:integer>0"
        " dropout=0.1:number<=1 activation=\"relu\":text(relu|gelu|gelu_tanh) layer_norm_eps=1e-5:number>0 batch_first=false:boolean norm_first=false:boolean\n"
      "PositionalEncoding d_model:integer>0 dropout=0.1:number<=1 max_len=5000:integer>0 batch_first=false:boolean\n"
      "PositionalEmbedding max_len:integer>0 d_model:integer>0 batch_first=false:boolean\n";
};

std::int64_t whole(const Json& j, const char* key) { return j.at(key).integer(); }

/// Options that layers and Transformer name alike.
template <class Options>
Options common(const Json& j) {
  Options o;
  o.dim_feedforward = whole(j, "dim_feedforward");
  o.dropout = j.at("dropout").number();
  o.activation = j.at("activation").text();
  o.layer_norm_eps = j.at("layer_norm_eps").number();
  o.batch_first = j.at("batch_first").boolean();
  o.norm_first = j.at("norm_first").boolean();
  return o;
}

nn::MultiheadAttentionOptions attention_options(const Json& j) {
  nn::MultiheadAttentionOptions o;
  o.dropout = j.at("dropout").number();
  o.bias = j.at("bias").boolean();
  o.add_bias_kv = j.at("add_bias_kv").boolean();
  o.add_zero_attn = j.at("add_zero_attn").boolean();
  o.kdim = maybe_integer(j.at("kdim"));
  o.vdim = maybe_integer(j.at("vdim"));
  o.batch_first = j.at("batch_first").boolean();
  o.need_weights = j.at("need_weights").boolean();
  o.average_attn_weights = j.at("average_attn_weights").boolean();
  o.is_causal = j.at("is_causal").boolean();
  return o;
}

template <class L>
L layer(const Json& j) {
  auto o = common<nn::TransformerLayerOptions>(j);
  o.is_causal = j.at("is_causal").boolean();
  return {whole(j, "d_model"), whole(j, "nhead"), o};
}

/// The layer that a stack repeats: j's entry of that key, which must be of one type.
const Json& repeated(const Json& j, const char* key, std::string_view type, std::string_view path) {
  const Json& layer = j.at(key);
  if (layer.at("type").text() != type) schema::bad(layer, str("{}{}{}", path, path.empty() ? "" : ".", key), "\"{}\" cannot stand here; need \"{}\".", layer.at("type").text(), type);
  return layer;
}
nn::Layer norm_of(const Json& j, std::string_view path) {
  nn::Layer norm;
  if (!j.at("norm").is_null()) norm = module(j.at("norm"), str("{}{}norm", path, path.empty() ? "" : "."));
  return norm;
}

constexpr LayerMaker kMakers[] = {
    {"MultiheadAttention", [](const Json& j, std::string_view) { return make<nn::MultiheadAttention>(whole(j, "embed_dim"), whole(j, "num_heads"), attention_options(j)); }},
    {"TransformerEncoderLayer", [](const Json& j, std::string_view) { return make<nn::TransformerEncoderLayer>(layer<nn::TransformerEncoderLayer>(j)); }},
    {"TransformerDecoderLayer", [](const Json& j, std::string_view) { return make<nn::TransformerDecoderLayer>(layer<nn::TransformerDecoderLayer>(j)); }},
    {"TransformerEncoder",
     [](const Json& j, std::string_view path) {
       return make<nn::TransformerEncoder>(layer<nn::TransformerEncoderLayer>(repeated(j, "encoder_layer", "TransformerEncoderLayer", path)), whole(j, "num_layers"), norm_of(j, path),
                                           j.at("is_causal").boolean());
     }},
    {"TransformerDecoder",
     [](const Json& j, std::string_view path) {
       return make<nn::TransformerDecoder>(layer<nn::TransformerDecoderLayer>(repeated(j, "decoder_layer", "TransformerDecoderLayer", path)), whole(j, "num_layers"), norm_of(j, path));
     }},
    {"Transformer",
     [](const Json& j, std::string_view) {
       auto o = common<nn::TransformerOptions>(j);
       o.num_encoder_layers = whole(j, "num_encoder_layers");
       o.num_decoder_layers = whole(j, "num_decoder_layers");
       return make<nn::Transformer>(whole(j, "d_model"), whole(j, "nhead"), o);
     }},
    {"PositionalEncoding",
     [](const Json& j, std::string_view) {
       return make<nn::PositionalEncoding>(whole(j, "d_model"), nn::PositionalEncodingOptions{j.at("dropout").number(), whole(j, "max_len"), j.at("batch_first").boolean()});
     }},
    {"PositionalEmbedding",
     [](const Json& j, std::string_view) {
       return make<nn::PositionalEmbedding>(whole(j, "max_len"), whole(j, "d_model"), nn::PositionalEmbeddingOptions{j.at("batch_first").boolean()});
     }},
};

}  // namespace

constinit const LayerFamily kAttentionLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
