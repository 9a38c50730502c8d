// Embeddings.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "Embedding num_embeddings:integer>0 embedding_dim:integer>0 padding_idx=null:integer max_norm=null:number>0 norm_type=2:number>0"
        " scale_grad_by_freq=false:boolean\n"
      "EmbeddingBag num_embeddings:integer>0 embedding_dim:integer>0 max_norm=null:number>0 norm_type=2:number>0 scale_grad_by_freq=false:boolean"
        " mode=\"mean\":text(sum|mean|max) include_last_offset=false:boolean padding_idx=null:integer\n";
};

constexpr LayerMaker kMakers[] = {
    {"Embedding",
     [](const Json& j, std::string_view) {
       return make<nn::Embedding>(j.at("num_embeddings").integer(), j.at("embedding_dim").integer(),
                                  nn::EmbeddingOptions{maybe_integer(j.at("padding_idx")), maybe_number(j.at("max_norm")), j.at("norm_type").number(),
                                                        j.at("scale_grad_by_freq").boolean()});
     }},
    {"EmbeddingBag",
     [](const Json& j, std::string_view) {
       return make<nn::EmbeddingBag>(j.at("num_embeddings").integer(), j.at("embedding_dim").integer(),
                                     nn::EmbeddingBagOptions{maybe_number(j.at("max_norm")), j.at("norm_type").number(), j.at("scale_grad_by_freq").boolean(),
                                                             j.at("mode").text(), j.at("include_last_offset").boolean(), maybe_integer(j.at("padding_idx"))});
     }},
};

}  // namespace

constinit const LayerFamily kEmbeddingLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
