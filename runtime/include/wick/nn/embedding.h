#pragma once
// Tables of vectors that are learned.

#include <optional>

#include "wick/nn.h"

namespace wick::nn {

struct EmbeddingOptions {
  std::optional<std::int64_t> padding_idx = {};  ///< this row starts as zeros and gets no gradient
  std::optional<double> max_norm = {};           ///< longer rows are scaled down to it, in weight, when they are looked up
  double norm_type = 2;                          ///< p of that norm
  bool scale_grad_by_freq = false;               ///< gradients are divided by how often a row was looked up
};
/// x int64 [...] -> [..., embedding_dim].
struct Embedding : Module {
  Embedding(std::int64_t num_embeddings, std::int64_t embedding_dim, const EmbeddingOptions& options = {});
  /// A layer on these rows [num_embeddings, embedding_dim]; freeze: they want no gradient.
  static Embedding from_pretrained(const Tensor& embeddings, bool freeze = true, const EmbeddingOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override { v.parameter("weight", weight); }
  const char* type() const override { return "Embedding"; }
  std::string extra_repr() const override;

  std::int64_t num_embeddings, embedding_dim;
  EmbeddingOptions options;
  Tensor weight;

 protected:
  Embedding(const char* layer, const Tensor& weight, const EmbeddingOptions& options);
};

struct EmbeddingBagOptions {
  std::optional<double> max_norm = {};
  double norm_type = 2;
  bool scale_grad_by_freq = false;
  std::string mode = "mean";         ///< "sum", "mean" or "max"
  bool include_last_offset = false;  ///< offsets end with the number of indices
  std::optional<std::int64_t> padding_idx = {};  ///< left out of every bag
};
/// Bags of rows. x int64 [B,n] -> [B, embedding_dim]; or inputs {x [n], offsets [B], per_sample_weights [n] or none}.
struct EmbeddingBag : Embedding {
  EmbeddingBag(std::int64_t num_embeddings, std::int64_t embedding_dim, const EmbeddingBagOptions& options = {});
  static EmbeddingBag from_pretrained(const Tensor& embeddings, bool freeze = true, const EmbeddingBagOptions& options = {});
  Tensor forward(const Tensor& x) override { return forward_all({x})[0]; }
  TensorList forward_all(const TensorList& inputs) override;
  const char* type() const override { return "EmbeddingBag"; }
  std::string extra_repr() const override;

  std::string mode;
  bool include_last_offset;

 private:
  EmbeddingBag(const Tensor& weight, const EmbeddingBagOptions& options);
};

}  // namespace wick::nn
