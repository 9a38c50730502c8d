#pragma once
// Transformers as in PyTorch 1.13: post-norm unless norm_first; sequences [T,B,E], or [B,T,E] if batch_first, or [T,E]. Masks as for
// MultiheadAttention: bool, true where one may not look, or floating, added. Inputs that are left out are none.
// Source: Vaswani et al. 2017, arXiv:1706.03762; norm_first: Xiong et al. 2020, arXiv:2002.04745.

#include <string>

#include "wick/nn/attention.h"
#include "wick/nn/norm.h"

namespace wick::nn {

struct TransformerLayerOptions {
  std::int64_t dim_feedforward = 2048;
  double dropout = 0.1;
  std::string activation = "relu";  ///< or "gelu", or "gelu_tanh", which stands for a callable of PyTorch's
  double layer_norm_eps = 1e-5;
  bool batch_first = false, norm_first = false;
  bool is_causal = false;  ///< in self-attention a step sees no later one. PyTorch 1.13 takes a mask instead
};

/// What both kinds of layer share: attention to oneself, a decoder's to the memory, then two Linears, each with its norm and dropout.
struct TransformerLayer : Module {
  TransformerLayer(TransformerLayer&&) noexcept;
  ~TransformerLayer() override;
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;
  std::shared_ptr<TransformerLayer> clone();  ///< with the same weights

  std::int64_t d_model, nhead;
  TransformerLayerOptions options;
  MultiheadAttention self_attn;
  std::unique_ptr<MultiheadAttention> multihead_attn;  // of a decoder layer, as norm3
  Linear linear1;
  Dropout dropout;
  Linear linear2;
  LayerNorm norm1, norm2;
  std::unique_ptr<LayerNorm> norm3;
  Dropout dropout1, dropout2, dropout3;

 protected:
  TransformerLayer(bool decodes, std::int64_t d_model, std::int64_t nhead, const TransformerLayerOptions& options);
};
/// forward_all({src, src_mask, src_key_padding_mask}) -> {output like src}.
struct TransformerEncoderLayer final : TransformerLayer {
  TransformerEncoderLayer(std::int64_t d_model, std::int64_t nhead, const TransformerLayerOptions& options = {})
      : TransformerLayer(false, d_model, nhead, options) {}
  const char* type() const override { return "TransformerEncoderLayer"; }
};
/// forward_all({tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask}) -> {output like tgt}.
struct TransformerDecoderLayer final : TransformerLayer {
  TransformerDecoderLayer(std::int64_t d_model, std::int64_t nhead, const TransformerLayerOptions& options = {})
      : TransformerLayer(true, d_model, nhead, options) {}
  const char* type() const override { return "TransformerDecoderLayer"; }
};

/// num_layers copies of a layer, weights included as in PyTorch, under the names "layers.0", "layers.1", ..., then "norm".
/// forward_all takes what the layer takes.
struct TransformerStack : Module {
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;

  struct Layers final : Module {
    Tensor forward(const Tensor& x) override;
    void visit(Visitor& v) override;
    const char* type() const override { return "ModuleList"; }
    std::vector<std::shared_ptr<TransformerLayer>> modules;
  };
  Layers layers;
  ModulePtr norm;  // or null

 protected:
  TransformerStack(TransformerLayer& layer, std::int64_t num_layers, Layer norm, bool is_causal);
};
/// is_causal makes it a language model's stack inside Sequential: no mask need be passed. PyTorch 1.13 has no such argument.
struct TransformerEncoder final : TransformerStack {
  TransformerEncoder(TransformerEncoderLayer& encoder_layer, std::int64_t num_layers, Layer norm = {}, bool is_causal = false)
      : TransformerStack(encoder_layer, num_layers, std::move(norm), is_causal) {}
  TransformerEncoder(TransformerEncoderLayer&& encoder_layer, std::int64_t num_layers, Layer norm = {}, bool is_causal = false)
      : TransformerStack(encoder_layer, num_layers, std::move(norm), is_causal) {}
  const char* type() const override { return "TransformerEncoder"; }
};
struct TransformerDecoder final : TransformerStack {
  TransformerDecoder(TransformerDecoderLayer& decoder_layer, std::int64_t num_layers, Layer norm = {})
      : TransformerStack(decoder_layer, num_layers, std::move(norm), false) {}
  TransformerDecoder(TransformerDecoderLayer&& decoder_layer, std::int64_t num_layers, Layer norm = {})
      : TransformerStack(decoder_layer, num_layers, std::move(norm), false) {}
  const char* type() const override { return "TransformerDecoder"; }
};

struct TransformerOptions {
  std::int64_t num_encoder_layers = 6, num_decoder_layers = 6;
  std::int64_t dim_feedforward = 2048;
  double dropout = 0.1;
  std::string activation = "relu";
  double layer_norm_eps = 1e-5;
  bool batch_first = false, norm_first = false;
};
/// forward_all({src, tgt, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask})
/// -> {output like tgt}. Matrices start xavier-uniform.
struct Transformer : Module {
  explicit Transformer(std::int64_t d_model = 512, std::int64_t nhead = 8, const TransformerOptions& options = {});
  TensorList forward_all(const TensorList& inputs) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "Transformer"; }
  /// [size,size]: 0 where a step may look, -inf at later ones.
  static Tensor generate_square_subsequent_mask(std::int64_t size);

  std::int64_t d_model, nhead;
  TransformerOptions options;
  TransformerEncoder encoder;
  TransformerDecoder decoder;
};

}  // namespace wick::nn
