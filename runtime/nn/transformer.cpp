// Transformer layers, stacks of them, and Transformer.

#include "wick/nn/transformer.h"

#include "nn/parameters.h"
#include "wick/autograd.h"
#include "wick/nn/init.h"

namespace wick::nn {

namespace {

MultiheadAttentionOptions attention_options(const TransformerLayerOptions& o, bool is_causal) {
  MultiheadAttentionOptions a;
  a.dropout = o.dropout;
  a.batch_first = o.batch_first;
  a.need_weights = false;
  a.is_causal = is_causal;
  return a;
}

Tensor activate(const std::string& name, const Tensor& x) {
  if (name == "relu") return relu(x);
  return gelu(x, name == "gelu" ? "none" : "tanh");
}

void check_activation(const char* layer, const std::string& name) {
  check(name == "relu" || name == "gelu" || name == "gelu_tanh", ErrorKind::value, "[{}] activation is \"{}\"; activation should be relu/gelu (or gelu_tanh).",
        layer, name);
}

Tensor at(const TensorList& inputs, std::size_t i) { return i < inputs.size() ? inputs[i] : Tensor(); }

/// What both kinds of layer do after attention.
template <class L>
Tensor feed_forward(L& l, const Tensor& x) {
  return l.linear2(l.dropout(activate(l.options.activation, l.linear1(x))));
}

/// x + branch(x), normalized before or after.
template <class F>
Tensor residual(bool norm_first, LayerNorm& norm, const Tensor& x, const F& branch) {
  return norm_first ? x + branch(norm(x)) : norm(x + branch(x));
}

template <class L>
std::shared_ptr<L> copy_of(L& layer) {
  auto copy = std::make_shared<L>(layer.d_model, layer.nhead, layer.options);
  copy->to(layer.linear1.weight.dtype());
  copy->load_state_dict(layer.state_dict());
  copy->train(layer.training);
  return copy;
}

}  // namespace

TransformerEncoderLayer::TransformerEncoderLayer(std::int64_t width, std::int64_t heads, const TransformerLayerOptions& o)
    : d_model(width), nhead(heads), options(o), self_attn(width, heads, attention_options(o, o.is_causal)), linear1(width, o.dim_feedforward), dropout(o.dropout),
      linear2(o.dim_feedforward, width), norm1(width, {.eps = o.layer_norm_eps}), norm2(width, {.eps = o.layer_norm_eps}), dropout1(o.dropout), dropout2(o.dropout) {
  check_activation(type(), o.activation);
}

TensorList TransformerEncoderLayer::forward_all(const TensorList& inputs) {
  check(inputs.size() <= 3, ErrorKind::value, "[{}] {} inputs given; takes src, src_mask, src_key_padding_mask.", type(), inputs.size());
  const auto attend = [&](const Tensor& x) { return dropout1(self_attn.call({x, x, x, at(inputs, 2), at(inputs, 1)})[0]); };
  const Tensor x = residual(options.norm_first, norm1, inputs[0], attend);
  return {residual(options.norm_first, norm2, x, [&](const Tensor& y) { return dropout2(feed_forward(*this, y)); })};
}

void TransformerEncoderLayer::visit(Visitor& v) {
  v.child("self_attn", self_attn);
  v.child("linear1", linear1);
  v.child("dropout", dropout);
  v.child("linear2", linear2);
  v.child("norm1", norm1);
  v.child("norm2", norm2);
  v.child("dropout1", dropout1);
  v.child("dropout2", dropout2);
}

std::shared_ptr<TransformerEncoderLayer> TransformerEncoderLayer::clone() { return copy_of(*this); }

TransformerDecoderLayer::TransformerDecoderLayer(std::int64_t width, std::int64_t heads, const TransformerLayerOptions& o)
    : d_model(width), nhead(heads), options(o), self_attn(width, heads, attention_options(o, false)), multihead_attn(width, heads, attention_options(o, false)),
      linear1(width, o.dim_feedforward), dropout(o.dropout), linear2(o.dim_feedforward, width), norm1(width, {.eps = o.layer_norm_eps}),
      norm2(width, {.eps = o.layer_norm_eps}), norm3(width, {.eps = o.layer_norm_eps}), dropout1(o.dropout), dropout2(o.dropout), dropout3(o.dropout) {
  check_activation(type(), o.activation);
}

TensorList TransformerDecoderLayer::forward_all(const TensorList& inputs) {
  check(inputs.size() >= 2 && inputs.size() <= 6, ErrorKind::value,
        "[{}] {} inputs given; takes tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, the first two at least.", type(), inputs.size());
  const auto look_back = [&](const Tensor& x) { return dropout1(self_attn.call({x, x, x, at(inputs, 4), at(inputs, 2)})[0]); };
  const auto look_over = [&](const Tensor& x) { return dropout2(multihead_attn.call({x, inputs[1], inputs[1], at(inputs, 5), at(inputs, 3)})[0]); };
  Tensor x = residual(options.norm_first, norm1, inputs[0], look_back);
  x = residual(options.norm_first, norm2, x, look_over);
  return {residual(options.norm_first, norm3, x, [&](const Tensor& y) { return dropout3(feed_forward(*this, y)); })};
}

void TransformerDecoderLayer::visit(Visitor& v) {
  v.child("self_attn", self_attn);
  v.child("multihead_attn", multihead_attn);
  v.child("linear1", linear1);
  v.child("dropout", dropout);
  v.child("linear2", linear2);
  v.child("norm1", norm1);
  v.child("norm2", norm2);
  v.child("norm3", norm3);
  v.child("dropout1", dropout1);
  v.child("dropout2", dropout2);
  v.child("dropout3", dropout3);
}

std::shared_ptr<TransformerDecoderLayer> TransformerDecoderLayer::clone() { return copy_of(*this); }

Tensor TransformerStack::Layers::forward(const Tensor&) { fail(ErrorKind::value, "[ModuleList] a list of modules has no forward."); }

void TransformerStack::Layers::visit(Visitor& v) {
  for (std::size_t i = 0; i < modules.size(); ++i) v.child(to_text(i), *modules[i]);
}

TensorList TransformerStack::forward_all(const TensorList& inputs) {
  TensorList now = inputs;
  for (const ModulePtr& layer : layers.modules) now[0] = layer->call(now)[0];
  return {norm ? (*norm)(now[0]) : now[0]};
}

void TransformerStack::visit(Visitor& v) {
  v.child("layers", layers);
  if (norm) v.child("norm", *norm);
}

TransformerEncoder::TransformerEncoder(TransformerEncoderLayer& layer, std::int64_t num_layers, Layer last, bool is_causal) {
  check_positive(type(), "num_layers", num_layers);
  for (std::int64_t i = 0; i < num_layers; ++i) {
    const auto copy = layer.clone();
    copy->options.is_causal = copy->self_attn.options.is_causal = is_causal || layer.options.is_causal;
    layers.modules.push_back(copy);
  }
  norm = std::move(last.module);
}

TransformerDecoder::TransformerDecoder(TransformerDecoderLayer& layer, std::int64_t num_layers, Layer last) {
  check_positive(type(), "num_layers", num_layers);
  for (std::int64_t i = 0; i < num_layers; ++i) layers.modules.push_back(layer.clone());
  norm = std::move(last.module);
}

namespace {
TransformerLayerOptions layer_options(const TransformerOptions& o) {
  return {o.dim_feedforward, o.dropout, o.activation, o.layer_norm_eps, o.batch_first, o.norm_first};
}
}  // namespace

Transformer::Transformer(std::int64_t width, std::int64_t heads, const TransformerOptions& o)
    : d_model(width), nhead(heads), options(o),
      encoder(TransformerEncoderLayer(width, heads, layer_options(o)), o.num_encoder_layers, LayerNorm(width, {.eps = o.layer_norm_eps})),
      decoder(TransformerDecoderLayer(width, heads, layer_options(o)), o.num_decoder_layers, LayerNorm(width, {.eps = o.layer_norm_eps})) {
  for (const Tensor& p : parameters())
    if (p.dim() > 1) init::xavier_uniform_(p);
}

TensorList Transformer::forward_all(const TensorList& inputs) {
  check(inputs.size() >= 2 && inputs.size() <= 8, ErrorKind::value,
        "[Transformer] {} inputs given; takes src, tgt, src_mask, tgt_mask, memory_mask and the three key_padding_masks, the first two at least.", inputs.size());
  const Tensor &src = inputs[0], &tgt = inputs[1];
  check(src.dim() >= 2 && tgt.defined() && tgt.dim() == src.dim(), ErrorKind::shape, "[Transformer] src is {}, tgt is {}; need 3 dimensions each, or 2.", src, tgt);
  const int batch = options.batch_first ? 0 : 1;
  check(src.dim() < 3 || src.size(batch) == tgt.size(batch), ErrorKind::shape, "[Transformer] src is {}, tgt is {}: the batch number of src and tgt must be equal.",
        src, tgt);
  check(src.size(-1) == d_model && tgt.size(-1) == d_model, ErrorKind::shape,
        "[Transformer] src is {}, tgt is {}: the feature number of src and tgt must be equal to d_model, {}.", src, tgt, d_model);
  const Tensor memory = encoder.call({src, at(inputs, 2), at(inputs, 5)})[0];
  return decoder.call({tgt, memory, at(inputs, 3), at(inputs, 4), at(inputs, 6), at(inputs, 7)});
}

void Transformer::visit(Visitor& v) {
  v.child("encoder", encoder);
  v.child("decoder", decoder);
}

Tensor Transformer::generate_square_subsequent_mask(std::int64_t size) {
  const Tensor place = arange(0, static_cast<double>(size));
  return where(gt(place, place.unsqueeze(1)), full({}, -__builtin_inf()), zeros({}));
}

}  // namespace wick::nn
