// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface ScaledDotProductAttentionOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 0 */
  dropoutP?: number;
  /** default False */
  isCausal?: boolean;
  /** default None */
  scale?: number | null;
}
/** `scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False, float? scale=None) -> Tensor` */
export const scaledDotProductAttention = /* @__PURE__ */ op<(query: Tensor, key: Tensor, value: Tensor | number, attnMask?: Tensor | null | ScaledDotProductAttentionOptions, dropoutP?: number | ScaledDotProductAttentionOptions, isCausal?: boolean | ScaledDotProductAttentionOptions, scale?: number | null | ScaledDotProductAttentionOptions) => Tensor>("scaled_dot_product_attention");
export interface AttentionWeightsOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 1 */
  scale?: number;
  /** default False */
  isCausal?: boolean;
}
/** `attention_weights(Tensor scores, Tensor? attn_mask=None, float scale=1, bool is_causal=False) -> Tensor` */
export const attentionWeights = /* @__PURE__ */ op<(scores: Tensor, attnMask?: Tensor | null | AttentionWeightsOptions, scale?: number | AttentionWeightsOptions, isCausal?: boolean | AttentionWeightsOptions) => Tensor>("attention_weights");
export interface SelfAttentionOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 0 */
  dropoutP?: number;
  /** default False */
  isCausal?: boolean;
}
/** `self_attention(Tensor qkv, int num_heads, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False) -> Tensor` */
export const selfAttention = /* @__PURE__ */ op<(qkv: Tensor, numHeads: number, attnMask?: Tensor | null | SelfAttentionOptions, dropoutP?: number | SelfAttentionOptions, isCausal?: boolean | SelfAttentionOptions) => Tensor>("self_attention");
