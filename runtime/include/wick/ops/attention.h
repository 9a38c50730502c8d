#pragma once
// Attention. Letters: L queries, S keys and values, E and Ev their widths; "..." are batch and head dimensions, which broadcast.

#include <optional>

#include "wick/ops.h"

namespace wick {

/// softmax(query key^T scale + mask) value, as torch 2's function of this name.
///   query [...,L,E]   key [...,S,E]   value [...,S,Ev]   returns [...,L,Ev]
///   attn_mask broadcasts to [...,L,S]: bool, true where a query may look, or floating, added to the scores
///   is_causal: query i looks at keys 0 ... i; no attn_mask beside it   scale: 1 / sqrt(E) if none
/// dropout_p acts whatever the mode, as in PyTorch: pass 0 outside training. A query that may look nowhere gives NaN.
/// Source: Vaswani et al. 2017, arXiv:1706.03762, formula 1.
Tensor scaled_dot_product_attention(const Tensor& query, const Tensor& key, const Tensor& value, const Tensor& attn_mask = {}, double dropout_p = 0,
                                    bool is_causal = false, std::optional<double> scale = {});

/// The weights of attention: softmax(scores scale + attn_mask) along the last dimension, in one pass over memory each way.
/// scores [...,L,S]; attn_mask, is_causal as above, and here both may be given. Zeros where a causal query may not look.
Tensor attention_weights(const Tensor& scores, const Tensor& attn_mask = {}, double scale = 1, bool is_causal = false);

/// Attention of a sequence to itself in several heads, from one projection to another without a copy of the parts.
///   qkv [B,T,3 E]: the projected queries, keys and values of all heads side by side; heads divides E
///   attn_mask, is_causal as for attention_weights, on [B,heads,T,T]   returns [B,T,E]
/// dropout_p as above, drawn from default_generator().
Tensor self_attention(const Tensor& qkv, std::int64_t num_heads, const Tensor& attn_mask = {}, double dropout_p = 0, bool is_causal = false);

}  // namespace wick
