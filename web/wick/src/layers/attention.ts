// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer, type ModuleConfig } from "../nn-module.js";

export interface MultiheadAttentionOptions {
  /** default 0 */
  dropout?: number;
  /** default true */
  bias?: boolean;
  /** default false */
  addBiasKv?: boolean;
  /** default false */
  addZeroAttn?: boolean;
  /** default null */
  kdim?: number | null;
  /** default null */
  vdim?: number | null;
  /** default false */
  batchFirst?: boolean;
  /** default true */
  needWeights?: boolean;
  /** default true */
  averageAttnWeights?: boolean;
  /** default false */
  isCausal?: boolean;
}
export class MultiheadAttention extends Layer {
  constructor(embedDim: number, numHeads: number, dropout?: number | MultiheadAttentionOptions, bias?: boolean | MultiheadAttentionOptions, addBiasKv?: boolean | MultiheadAttentionOptions, addZeroAttn?: boolean | MultiheadAttentionOptions, kdim?: number | null | MultiheadAttentionOptions, vdim?: number | null | MultiheadAttentionOptions, batchFirst?: boolean | MultiheadAttentionOptions, needWeights?: boolean | MultiheadAttentionOptions, averageAttnWeights?: boolean | MultiheadAttentionOptions, isCausal?: boolean | MultiheadAttentionOptions) {
    super("MultiheadAttention", 2, "embed_dim num_heads dropout bias add_bias_kv add_zero_attn kdim vdim batch_first need_weights average_attn_weights is_causal", [embedDim, numHeads, dropout, bias, addBiasKv, addZeroAttn, kdim, vdim, batchFirst, needWeights, averageAttnWeights, isCausal]);
  }
}
export interface TransformerEncoderLayerOptions {
  /** default 2048 */
  dimFeedforward?: number;
  /** default 0.1 */
  dropout?: number;
  /** default "relu" */
  activation?: "relu" | "gelu" | "gelu_tanh";
  /** default 0.00001 */
  layerNormEps?: number;
  /** default false */
  batchFirst?: boolean;
  /** default false */
  normFirst?: boolean;
  /** default false */
  isCausal?: boolean;
}
export class TransformerEncoderLayer extends Layer {
  constructor(dModel: number, nhead: number, dimFeedforward?: number | TransformerEncoderLayerOptions, dropout?: number | TransformerEncoderLayerOptions, activation?: "relu" | "gelu" | "gelu_tanh" | TransformerEncoderLayerOptions, layerNormEps?: number | TransformerEncoderLayerOptions, batchFirst?: boolean | TransformerEncoderLayerOptions, normFirst?: boolean | TransformerEncoderLayerOptions, isCausal?: boolean | TransformerEncoderLayerOptions) {
    super("TransformerEncoderLayer", 2, "d_model nhead dim_feedforward dropout activation layer_norm_eps batch_first norm_first is_causal", [dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, isCausal]);
  }
}
export interface TransformerDecoderLayerOptions {
  /** default 2048 */
  dimFeedforward?: number;
  /** default 0.1 */
  dropout?: number;
  /** default "relu" */
  activation?: "relu" | "gelu" | "gelu_tanh";
  /** default 0.00001 */
  layerNormEps?: number;
  /** default false */
  batchFirst?: boolean;
  /** default false */
  normFirst?: boolean;
  /** default false */
  isCausal?: boolean;
}
export class TransformerDecoderLayer extends Layer {
  constructor(dModel: number, nhead: number, dimFeedforward?: number | TransformerDecoderLayerOptions, dropout?: number | TransformerDecoderLayerOptions, activation?: "relu" | "gelu" | "gelu_tanh" | TransformerDecoderLayerOptions, layerNormEps?: number | TransformerDecoderLayerOptions, batchFirst?: boolean | TransformerDecoderLayerOptions, normFirst?: boolean | TransformerDecoderLayerOptions, isCausal?: boolean | TransformerDecoderLayerOptions) {
    super("TransformerDecoderLayer", 2, "d_model nhead dim_feedforward dropout activation layer_norm_eps batch_first norm_first is_causal", [dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst, isCausal]);
  }
}
export interface TransformerEncoderOptions {
  /** default null */
  norm?: ModuleConfig | string | null;
  /** default false */
  isCausal?: boolean;
}
export class TransformerEncoder extends Layer {
  constructor(encoderLayer: ModuleConfig | string, numLayers: number, norm?: ModuleConfig | string | null | TransformerEncoderOptions, isCausal?: boolean | TransformerEncoderOptions) {
    super("TransformerEncoder", 2, "encoder_layer num_layers norm is_causal", [encoderLayer, numLayers, norm, isCausal]);
  }
}
export interface TransformerDecoderOptions {
  /** default null */
  norm?: ModuleConfig | string | null;
}
export class TransformerDecoder extends Layer {
  constructor(decoderLayer: ModuleConfig | string, numLayers: number, norm?: ModuleConfig | string | null | TransformerDecoderOptions) {
    super("TransformerDecoder", 2, "decoder_layer num_layers norm", [decoderLayer, numLayers, norm]);
  }
}
export interface TransformerOptions {
  /** default 512 */
  dModel?: number;
  /** default 8 */
  nhead?: number;
  /** default 6 */
  numEncoderLayers?: number;
  /** default 6 */
  numDecoderLayers?: number;
  /** default 2048 */
  dimFeedforward?: number;
  /** default 0.1 */
  dropout?: number;
  /** default "relu" */
  activation?: "relu" | "gelu" | "gelu_tanh";
  /** default 0.00001 */
  layerNormEps?: number;
  /** default false */
  batchFirst?: boolean;
  /** default false */
  normFirst?: boolean;
}
export class Transformer extends Layer {
  constructor(dModel?: number | TransformerOptions, nhead?: number | TransformerOptions, numEncoderLayers?: number | TransformerOptions, numDecoderLayers?: number | TransformerOptions, dimFeedforward?: number | TransformerOptions, dropout?: number | TransformerOptions, activation?: "relu" | "gelu" | "gelu_tanh" | TransformerOptions, layerNormEps?: number | TransformerOptions, batchFirst?: boolean | TransformerOptions, normFirst?: boolean | TransformerOptions) {
    super("Transformer", 0, "d_model nhead num_encoder_layers num_decoder_layers dim_feedforward dropout activation layer_norm_eps batch_first norm_first", [dModel, nhead, numEncoderLayers, numDecoderLayers, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst]);
  }
}
export interface PositionalEncodingOptions {
  /** default 0.1 */
  dropout?: number;
  /** default 5000 */
  maxLen?: number;
  /** default false */
  batchFirst?: boolean;
}
export class PositionalEncoding extends Layer {
  constructor(dModel: number, dropout?: number | PositionalEncodingOptions, maxLen?: number | PositionalEncodingOptions, batchFirst?: boolean | PositionalEncodingOptions) {
    super("PositionalEncoding", 1, "d_model dropout max_len batch_first", [dModel, dropout, maxLen, batchFirst]);
  }
}
export interface PositionalEmbeddingOptions {
  /** default false */
  batchFirst?: boolean;
}
export class PositionalEmbedding extends Layer {
  constructor(maxLen: number, dModel: number, batchFirst?: boolean | PositionalEmbeddingOptions) {
    super("PositionalEmbedding", 2, "max_len d_model batch_first", [maxLen, dModel, batchFirst]);
  }
}
