// Transformer layers, stacks of them, and Transformer.

#include "wick/nn/transformer.h"

#include <initializer_list>

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

const Tensor& at(const TensorList& inputs, std::size_t i) {
  static const Tensor none;
  return i < inputs.size() ? inputs[i] : none;
}

/// Reports the children there are.
void visit_all(Visitor& v, std::initializer_list<std::pair<const char*, Module*>> children) {
  for (const auto& [name, child] : children)
    if (child) v.child(name, *child);
}

}  // namespace

TransformerLayer::TransformerLayer(bool decodes, std::int64_t width, std::int64_t heads, const TransformerLayerOptions& o)
    : d_model(width), nhead(heads), options(o), self_attn(width, heads, attention_options(o, o.is_causal)), linear1(width, o.dim_feedforward), dropout(o.dropout),
      linear2(o.dim_feedforward, width), norm1(width, {.eps = o.layer_norm_eps}), norm2(width, {.eps = o.layer_norm_eps}), dropout1(o.dropout), dropout2(o.dropout),
      dropout3(o.dropout) {
  const std::string& name = o.activation;
  check(name == "relu" || name == "gelu" || name == "gelu_tanh", ErrorKind::value,
        "[TransformerLayer] activation is \"{}\"; activation should be relu/gelu (or gelu_tanh).", name);
  if (!decodes) return;
  multihead_attn = std::make_unique<MultiheadAttention>(width, heads, attention_options(o, false));
  norm3 = std::make_unique<LayerNorm>(width, LayerNormOptions{.eps = o.layer_norm_eps});
}
TransformerLayer::TransformerLayer(TransformerLayer&&) noexcept = default;
TransformerLayer::~TransformerLayer() = default;

TensorList TransformerLayer::forward_all(const TensorList& inputs) {
  const bool decodes = multihead_attn != nullptr;
  check(inputs.size() >= (decodes ? 2 : 1) && inputs.size() <= (decodes ? 6 : 3), ErrorKind::value, "[{}] {} inputs given; takes {}.", type(), inputs.size(),
        decodes ? "tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, the first two at least" : "src, src_mask, src_key_padding_mask");
  LayerNorm* const norms[] = {&norm1, &norm2, norm3.get()};
  Dropout* const dropouts[] = {&dropout1, &dropout2, &dropout3};
  const int steps = decodes ? 3 : 2;
  Tensor x = inputs[0];
  for (int i = 0; i < steps; ++i) {
    Tensor y = options.norm_first ? (*norms[i])(x) : x;
    if (i == steps - 1) {
      y = linear2(dropout(activate(options.activation, linear1(y))));
    } else {
      const bool over = i == 1;  // at the memory
      const std::size_t mask = over ? 3 : decodes ? 2 : 1, padding = over ? 5 : decodes ? 4 : 2;
      const Tensor key = over ? inputs[1] : y;
      y = (over ? *multihead_attn : self_attn).call({y, key, key, at(inputs, padding), at(inputs, mask)})[0];
    }
    x = x + (*dropouts[i])(y);
    if (!options.norm_first) x = (*norms[i])(x);
  }
  return {x};
}

void TransformerLayer::visit(Visitor& v) {
  visit_all(v, {{"self_attn", &self_attn}, {"multihead_attn", multihead_attn.get()}, {"linear1", &linear1}, {"dropout", &dropout}, {"linear2", &linear2},
                {"norm1", &norm1}, {"norm2", &norm2}, {"norm3", norm3.get()}, {"dropout1", &dropout1}, {"dropout2", &dropout2},
                {"dropout3", multihead_attn ? &dropout3 : nullptr}});
}

std::shared_ptr<TransformerLayer> TransformerLayer::clone() {
  std::shared_ptr<TransformerLayer> copy;
  if (multihead_attn) copy.reset(new TransformerDecoderLayer(d_model, nhead, options));
  else copy.reset(new TransformerEncoderLayer(d_model, nhead, options));
  copy->to(linear1.weight.dtype());
  copy->load_state_dict(state_dict());
  copy->train(training);
  return copy;
}

Tensor TransformerStack::Layers::forward(const Tensor&) { fail(ErrorKind::value, "[ModuleList] a list of modules has no forward."); }

void TransformerStack::Layers::visit(Visitor& v) {
  for (std::size_t i = 0; i < modules.size(); ++i) v.child(to_text(i), *modules[i]);
}

TransformerStack::TransformerStack(TransformerLayer& layer, std::int64_t num_layers, Layer last, bool is_causal) : norm(std::move(last.module)) {
  check_positive("TransformerStack", "num_layers", num_layers);
  for (std::int64_t i = 0; i < num_layers; ++i) {
    layers.modules.push_back(layer.clone());
    TransformerLayer& copy = *layers.modules.back();
    if (is_causal) copy.options.is_causal = copy.self_attn.options.is_causal = true;
  }
}

TensorList TransformerStack::forward_all(const TensorList& inputs) {
  TensorList now = inputs;
  for (const auto& layer : layers.modules) now[0] = layer->call(now)[0];
  return {norm ? (*norm)(now[0]) : now[0]};
}

void TransformerStack::visit(Visitor& v) { visit_all(v, {{"layers", &layers}, {"norm", norm.get()}}); }

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
  visit_all(v, {{"encoder", &encoder}, {"decoder", &decoder}});
}

Tensor Transformer::generate_square_subsequent_mask(std::int64_t size) {
  const Tensor place = arange(0, static_cast<double>(size));
  return where(gt(place, place.unsqueeze(1)), full({}, -__builtin_inf()), zeros({}));
}

}  // namespace wick::nn
