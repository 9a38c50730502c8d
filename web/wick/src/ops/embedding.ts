// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface EmbeddingOptions {
  /** default None */
  paddingIdx?: number | null;
  /** default None */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default False */
  scaleGradByFreq?: boolean;
  /** default False */
  sparse?: boolean;
}
/** `embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
export const embedding = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, paddingIdx?: number | null | EmbeddingOptions, maxNorm?: number | null | EmbeddingOptions, normType?: number | EmbeddingOptions, scaleGradByFreq?: boolean | EmbeddingOptions, sparse?: boolean | EmbeddingOptions) => Tensor>("embedding");
export interface EmbeddingBagOptions {
  /** default None */
  offsets?: Tensor | null;
  /** default None */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default False */
  scaleGradByFreq?: boolean;
  /** default 'mean' */
  mode?: string;
  /** default False */
  sparse?: boolean;
  /** default None */
  perSampleWeights?: Tensor | null;
  /** default False */
  includeLastOffset?: boolean;
  /** default None */
  paddingIdx?: number | null;
}
/** `embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None) -> Tensor` */
export const embeddingBag = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, offsets?: Tensor | null | EmbeddingBagOptions, maxNorm?: number | null | EmbeddingBagOptions, normType?: number | EmbeddingBagOptions, scaleGradByFreq?: boolean | EmbeddingBagOptions, mode?: string | EmbeddingBagOptions, sparse?: boolean | EmbeddingBagOptions, perSampleWeights?: Tensor | null | EmbeddingBagOptions, includeLastOffset?: boolean | EmbeddingBagOptions, paddingIdx?: number | null | EmbeddingBagOptions) => Tensor>("embedding_bag");
