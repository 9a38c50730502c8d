#pragma once
// Multi-head attention as in PyTorch 1.13, and encodings of positions. Letters: B sequences, L queries, S keys, E embed_dim.

#include <optional>

#include "wick/nn/layers.h"
#include "wick/nn/noise.h"
#include "wick/ops/attention.h"

namespace wick::nn {

/// A Linear under the name that PyTorch's printout gives this one.
struct NonDynamicallyQuantizableLinear final : Linear {
  using Linear::Linear;
  const char* type() const override { return "NonDynamicallyQuantizableLinear"; }
};

struct MultiheadAttentionOptions {
  double dropout = 0;  ///< on the weights, in training
  bool bias = true, add_bias_kv = false, add_zero_attn = false;
  std::optional<std::int64_t> kdim = {}, vdim = {};  ///< none: embed_dim
  bool batch_first = false;
  // Arguments of forward in PyTorch, which keeps none of them; here they stay set.
  bool need_weights = true, average_attn_weights = true;
  bool is_causal = false;  ///< query i looks at keys 0 ... i, whatever other mask there is; not in PyTorch 1.13
};
/// forward_all({query, key, value, key_padding_mask, attn_mask}): query [L,B,E], key [S,B,kdim], value [S,B,vdim] ([B,L,E] and so
/// on if batch_first), or each without B; key and value that are left out are the query. key_padding_mask [B,S], attn_mask [L,S] or
/// [B num_heads,L,S]: bool, true where one may NOT look, or floating, added to the scores. Gives the output like query and, if
/// need_weights, the weights [B,L,S] or, not averaged, [B,num_heads,L,S].
/// forward(x), so also inside Sequential, is self-attention without its weights.
struct MultiheadAttention : Module {
  MultiheadAttention(std::int64_t embed_dim, std::int64_t num_heads, const MultiheadAttentionOptions& options = {});
  MultiheadAttention(MultiheadAttention&&) noexcept;
  ~MultiheadAttention() override;
  Tensor forward(const Tensor& x) override;
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "MultiheadAttention"; }

  std::int64_t embed_dim, num_heads;
  MultiheadAttentionOptions options;
  Tensor in_proj_weight;                                // [3 E,E], unless kdim or vdim differs from E
  Tensor q_proj_weight, k_proj_weight, v_proj_weight;   // then [E,E], [E,kdim], [E,vdim]
  Tensor in_proj_bias;                                  // [3 E]
  Tensor bias_k, bias_v;                                // [1,1,E], of add_bias_kv
  NonDynamicallyQuantizableLinear out_proj;

 private:
  TensorList attend(const TensorList& inputs, bool with_weights);
  Tensor mask_of(const Tensor& key_padding_mask, const Tensor& attn_mask, const Shape& scores, DType dtype) const;
};

struct PositionalEncodingOptions {
  double dropout = 0.1;
  std::int64_t max_len = 5000;
  bool batch_first = false;
};
/// Adds sines and cosines of the position to x [T,B,d_model] ([B,T,d_model] if batch_first) or [T,d_model], T <= max_len, then
/// drops out. Not in torch.nn: it is the module of PyTorch's transformer tutorial, its buffer "pe" [max_len,1,d_model] included.
/// Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5.
struct PositionalEncoding : Module {
  explicit PositionalEncoding(std::int64_t d_model, const PositionalEncodingOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "PositionalEncoding"; }

  PositionalEncodingOptions options;
  Dropout dropout;
  Tensor pe;
};

struct PositionalEmbeddingOptions {
  bool batch_first = false;
};
/// Adds a learned row for each position to x, shaped as above. Not in torch.nn: it stands for the second nn.Embedding of a GPT;
/// its weight [max_len,d_model] starts normal, as nn.Embedding's does.
struct PositionalEmbedding : Module {
  PositionalEmbedding(std::int64_t max_len, std::int64_t d_model, const PositionalEmbeddingOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "PositionalEmbedding"; }
  std::string extra_repr() const override;

  PositionalEmbeddingOptions options;
  Tensor weight;
};

}  // namespace wick::nn

#include "wick/nn/transformer.h"
