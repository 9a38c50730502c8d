// MultiheadAttention, PositionalEncoding, PositionalEmbedding.

#include "wick/nn/attention.h"

#include <cmath>

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/autograd.h"
#include "wick/nn/init.h"

namespace wick::nn {

MultiheadAttention::MultiheadAttention(std::int64_t embed, std::int64_t heads, const MultiheadAttentionOptions& o)
    : embed_dim(embed), num_heads(heads), options(o), out_proj(embed, embed, LinearOptions{o.bias}) {
  check_positive("MultiheadAttention", "num_heads", heads);
  check(embed % heads == 0, ErrorKind::value, "[MultiheadAttention] embed_dim must be divisible by num_heads; they are {} and {}.", embed, heads);
  check(o.dropout >= 0 && o.dropout <= 1, ErrorKind::value, "[MultiheadAttention] dropout is {}; need 0 <= dropout <= 1.", o.dropout);
  const auto xavier = [](const Shape& shape) {
    Tensor t = new_parameter(shape);
    init::xavier_uniform_(t);
    return t;
  };
  const std::int64_t kdim = o.kdim.value_or(embed), vdim = o.vdim.value_or(embed);
  check_positive("MultiheadAttention", "kdim", kdim);
  check_positive("MultiheadAttention", "vdim", vdim);
  if (kdim == embed && vdim == embed) {
    in_proj_weight = xavier({3 * embed, embed});
  } else {
    q_proj_weight = xavier({embed, embed});
    k_proj_weight = xavier({embed, kdim});
    v_proj_weight = xavier({embed, vdim});
  }
  if (o.bias) {
    in_proj_bias = new_parameter(3 * embed);
    init::zeros_(out_proj.bias);
  }
  if (!o.add_bias_kv) return;
  for (Tensor* t : {&bias_k, &bias_v}) {
    *t = new_parameter({1, 1, embed});
    init::xavier_normal_(*t);
  }
}

MultiheadAttention::MultiheadAttention(MultiheadAttention&&) noexcept = default;
MultiheadAttention::~MultiheadAttention() = default;

Tensor MultiheadAttention::forward(const Tensor& x) { return attend({x}, false)[0]; }
TensorList MultiheadAttention::forward_all(const TensorList& inputs) { return attend(inputs, options.need_weights); }

void MultiheadAttention::visit(Visitor& v) {
  v.parameter("in_proj_weight", in_proj_weight);
  v.parameter("q_proj_weight", q_proj_weight);
  v.parameter("k_proj_weight", k_proj_weight);
  v.parameter("v_proj_weight", v_proj_weight);
  v.parameter("in_proj_bias", in_proj_bias);
  v.parameter("bias_k", bias_k);
  v.parameter("bias_v", bias_v);
  v.child("out_proj", out_proj);
}

namespace {

/// A mask as what is added to the scores: -inf where a bool one is true.
Tensor added(const Tensor& mask, DType dtype) {
  if (mask.dtype() != DType::bool_) return mask.to(dtype);
  return where(mask, full({}, -__builtin_inf(), dtype), zeros({}, dtype));
}

}  // namespace

/// Both masks as one that broadcasts to the scores [B,heads,L,S]; undefined if there is none. S may count keys that the masks do
/// not know, which all may look at.
Tensor MultiheadAttention::mask_of(const Tensor& key_padding_mask, const Tensor& attn_mask, const Shape& scores, DType dtype) const {
  const std::int64_t B = scores[0], L = scores[2], more = options.add_bias_kv + options.add_zero_attn, S = scores[3] - more;
  Tensor mask;
  const auto kind_ok = [](const Tensor& t) { return t.dtype() == DType::bool_ || t.is_floating_point(); };
  if (attn_mask.defined()) {
    const Shape matrix{L, S}, each{B * num_heads, L, S};
    check(attn_mask.shape() == matrix || attn_mask.shape() == each, ErrorKind::shape, "[MultiheadAttention] attn_mask is {}, but should be {} or {}.", attn_mask,
          matrix, each);
    check(kind_ok(attn_mask), ErrorKind::dtype, "[MultiheadAttention] attn_mask is {}; only float and bool are supported.", attn_mask);
    mask = added(attn_mask, dtype);
    if (attn_mask.dim() == 3) mask = mask.view({B, num_heads, L, S});
  }
  if (key_padding_mask.defined()) {
    const Shape need{B, S};
    check(key_padding_mask.shape() == need, ErrorKind::shape, "[MultiheadAttention] expecting key_padding_mask shape of {}, but got {}.", need, key_padding_mask);
    check(kind_ok(key_padding_mask), ErrorKind::dtype, "[MultiheadAttention] key_padding_mask is {}; only bool and floating types are supported.", key_padding_mask);
    const Tensor padding = added(key_padding_mask, dtype).view({B, 1, 1, S});
    mask = mask.defined() ? mask + padding : padding;
  }
  if (options.is_causal && more) {  // the added keys lie behind all others, where a causal query would not look
    const Tensor column = arange(0, static_cast<double>(S)), row = arange(0, static_cast<double>(L)).unsqueeze(1);
    const Tensor causal = added(gt(column, row), dtype);
    mask = mask.defined() ? mask + causal : causal;
  }
  return mask.defined() && more ? pad(mask, {0, more}) : mask;
}

TensorList MultiheadAttention::attend(const TensorList& inputs, bool with_weights) {
  check(inputs.size() <= 5, ErrorKind::value, "[MultiheadAttention] {} inputs given; takes query, key, value, key_padding_mask, attn_mask.", inputs.size());
  const auto input = [&](std::size_t i) { return i < inputs.size() ? inputs[i] : Tensor(); };
  Tensor q = input(0), k = input(1).defined() ? input(1) : q, v = input(2).defined() ? input(2) : k, padding = input(3);
  const std::int64_t E = embed_dim, kdim = options.kdim.value_or(E), vdim = options.vdim.value_or(E);
  const bool batched = q.dim() == 3, self = k.is_same(q) && v.is_same(q);
  check((batched || q.dim() == 2) && k.dim() == q.dim() && v.dim() == q.dim(), ErrorKind::shape,
        "[MultiheadAttention] query is {}, key is {}, value is {}; need 3 dimensions each, or 2 for one sequence.", q, k, v);
  check(q.size(-1) == E && k.size(-1) == kdim && v.size(-1) == vdim, ErrorKind::shape,
        "[MultiheadAttention] query is {}, key is {}, value is {}; was expecting last sizes of {}, {} and {}.", q, k, v, E, kdim, vdim);
  const bool same_k = k.is_same(v);
  const auto batch_first = [&](const Tensor& t) { return !batched ? t.unsqueeze(0) : options.batch_first ? t : t.transpose(0, 1); };
  q = batch_first(q);
  k = self ? q : batch_first(k);
  v = same_k ? k : batch_first(v);
  if (!batched && padding.defined()) padding = padding.unsqueeze(0);
  const std::int64_t B = q.size(0), L = q.size(1), S = k.size(1), D = E / num_heads;
  check(k.size(0) == B && v.size(0) == B && v.size(1) == S, ErrorKind::shape,
        "[MultiheadAttention] batches or lengths differ: query, key and value are, batch first, {}, {} and {}.", q, k, v);
  const std::int64_t more = options.add_bias_kv + options.add_zero_attn;
  const Tensor mask = mask_of(padding, input(4), {B, num_heads, L, S + more}, q.dtype());
  const double p = training ? options.dropout : 0;
  const bool causal = options.is_causal && !more;

  TensorList out;
  if (self && in_proj_weight.defined() && !more && !with_weights) {
    out.push_back(self_attention(linear(q, in_proj_weight, in_proj_bias), num_heads, mask, p, causal));
  } else {
    // Part i of the projection; neighbouring parts of one input are one product.
    const auto project = [&](const Tensor& x, std::int64_t part, std::int64_t parts) {
      const Tensor own[] = {q_proj_weight, k_proj_weight, v_proj_weight};
      const Tensor weight = in_proj_weight.defined() ? in_proj_weight.narrow(0, part * E, parts * E) : own[part];
      return linear(x, weight, in_proj_bias.defined() ? in_proj_bias.narrow(0, part * E, parts * E) : Tensor());
    };
    const bool joint = in_proj_weight.defined() && same_k;
    q = project(q, 0, 1);
    if (joint) {
      const TensorList parts = split(project(k, 1, 2), E, 2);
      k = parts[0];
      v = parts[1];
    } else {
      k = project(k, 1, 1);
      v = project(v, 2, 1);
    }
    if (options.add_bias_kv) {
      k = cat({k, bias_k.expand({B, 1, E})}, 1);
      v = cat({v, bias_v.expand({B, 1, E})}, 1);
    }
    if (options.add_zero_attn) {
      const Tensor nothing = zeros({1, 1, E}, q.dtype()).expand({B, 1, E});
      k = cat({k, nothing}, 1);
      v = cat({v, nothing}, 1);
    }
    const auto heads = [&](const Tensor& t) { return t.reshape({B, t.size(1), num_heads, D}).transpose(1, 2); };  // [B,heads,L or S,D]
    const Tensor scores = heads(q).matmul(heads(k).transpose(-2, -1));
    const Tensor weights = wick::dropout(attention_weights(scores, mask, 1 / std::sqrt(static_cast<double>(D)), causal), p);
    out.push_back(weights.matmul(heads(v)).transpose(1, 2).reshape({B, L, E}));
    if (with_weights) {
      out.push_back(options.average_attn_weights ? weights.mean(1) : weights);
      if (!batched) out[1] = out[1].squeeze(0);
    }
  }
  out[0] = out_proj(out[0]);
  if (!batched) out[0] = out[0].squeeze(0);
  else if (!options.batch_first) out[0] = out[0].transpose(0, 1);
  return out;
}

namespace {

/// The first T rows of a table [max_len,...,E], so that they add to x.
Tensor rows_for(const char* layer, const Tensor& table, const Tensor& x, bool batch_first) {
  const std::int64_t max_len = table.size(0), E = table.size(-1);
  check((x.dim() == 2 || x.dim() == 3) && x.size(-1) == E, ErrorKind::shape, "[{}] input is {}; need {} or [T,{}].", layer, x,
        batch_first ? "[B,T,d_model]" : "[T,B,d_model]", E);
  const bool second = x.dim() == 3 && batch_first;
  const std::int64_t T = x.size(second ? 1 : 0);
  check(T <= max_len, ErrorKind::shape, "[{}] input is {}: {} steps; need at most {} (max_len).", layer, x, T, max_len);
  const Tensor rows = table.narrow(0, 0, T).reshape({T, E});
  return x.dim() == 3 && !batch_first ? rows.unsqueeze(1) : rows;
}

}  // namespace

PositionalEncoding::PositionalEncoding(std::int64_t d_model, const PositionalEncodingOptions& o) : options(o), dropout(o.dropout) {
  check_positive("PositionalEncoding", "d_model", d_model);
  check_positive("PositionalEncoding", "max_len", o.max_len);
  const NoGradGuard guard;
  constexpr double kLog10000 = 9.210340371976182736;
  const Tensor position = arange(0, static_cast<double>(o.max_len), 1, DType::float32).unsqueeze(1);
  const Tensor angle = position * exp(arange(0, static_cast<double>(d_model), 2, DType::float32) * (-kLog10000 / static_cast<double>(d_model)));
  pe = stack({sin(angle), cos(angle)}, 2).flatten(1).narrow(1, 0, d_model).unsqueeze(1).contiguous();
}

Tensor PositionalEncoding::forward(const Tensor& x) { return dropout(x + rows_for(type(), pe, x, options.batch_first)); }

void PositionalEncoding::visit(Visitor& v) {
  v.buffer("pe", pe);
  v.child("dropout", dropout);
}

PositionalEmbedding::PositionalEmbedding(std::int64_t max_len, std::int64_t d_model, const PositionalEmbeddingOptions& o) : options(o) {
  check_positive("PositionalEmbedding", "max_len", max_len);
  check_positive("PositionalEmbedding", "d_model", d_model);
  weight = new_parameter({max_len, d_model});
  init::normal_(weight);
}

Tensor PositionalEmbedding::forward(const Tensor& x) { return x + rows_for(type(), weight, x, options.batch_first); }

void PositionalEmbedding::visit(Visitor& v) { v.parameter("weight", weight); }

std::string PositionalEmbedding::extra_repr() const { return str("{}, {}", weight.size(0), weight.size(1)); }

}  // namespace wick::nn
