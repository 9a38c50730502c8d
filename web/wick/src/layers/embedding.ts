// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";

export interface EmbeddingOptions {
  /** default null */
  paddingIdx?: number | null;
  /** default null */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default false */
  scaleGradByFreq?: boolean;
}
export class Embedding extends Layer {
  constructor(numEmbeddings: number, embeddingDim: number, paddingIdx?: number | null | EmbeddingOptions, maxNorm?: number | null | EmbeddingOptions, normType?: number | EmbeddingOptions, scaleGradByFreq?: boolean | EmbeddingOptions) {
    super("Embedding", 2, "num_embeddings embedding_dim padding_idx max_norm norm_type scale_grad_by_freq", [numEmbeddings, embeddingDim, paddingIdx, maxNorm, normType, scaleGradByFreq]);
  }
}
export interface EmbeddingBagOptions {
  /** default null */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default false */
  scaleGradByFreq?: boolean;
  /** default "mean" */
  mode?: "sum" | "mean" | "max";
  /** default false */
  includeLastOffset?: boolean;
  /** default null */
  paddingIdx?: number | null;
}
export class EmbeddingBag extends Layer {
  constructor(numEmbeddings: number, embeddingDim: number, maxNorm?: number | null | EmbeddingBagOptions, normType?: number | EmbeddingBagOptions, scaleGradByFreq?: boolean | EmbeddingBagOptions, mode?: "sum" | "mean" | "max" | EmbeddingBagOptions, includeLastOffset?: boolean | EmbeddingBagOptions, paddingIdx?: number | null | EmbeddingBagOptions) {
    super("EmbeddingBag", 2, "num_embeddings embedding_dim max_norm norm_type scale_grad_by_freq mode include_last_offset padding_idx", [numEmbeddings, embeddingDim, maxNorm, normType, scaleGradByFreq, mode, includeLastOffset, paddingIdx]);
  }
}
