// Embeddings.

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "Embedding num_embeddings:integer>0 embedding_dim:integer>0 padding_idx=null:integer\n";
};

constexpr LayerMaker kMakers[] = {
    {"Embedding",
     [](const Json& j, std::string_view) {
       return make<nn::Embedding>(j.at("num_embeddings").integer(), j.at("embedding_dim").integer(), nn::EmbeddingOptions{maybe_integer(j.at("padding_idx"))});
     }},
};

}  // namespace

constinit const LayerFamily kEmbeddingLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
