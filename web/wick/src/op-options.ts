// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import type { DType, Tensor } from "./tensor.js";

/** One integer or a list of them. */
export type Ints = number | readonly number[];

export interface AddOptions {
  /** default 1 */
  alpha?: number;
}
export interface SubOptions {
  /** default 1 */
  alpha?: number;
}
export interface ClampOptions {
  /** default None */
  min?: number | null;
  /** default None */
  max?: number | null;
}
export interface LeakyReluOptions {
  /** default 0.01 */
  negativeSlope?: number;
}
export interface EluOptions {
  /** default 1 */
  alpha?: number;
}
export interface GeluOptions {
  /** default 'none' */
  approximate?: "none" | "tanh";
}
export interface SoftplusOptions {
  /** default 1 */
  beta?: number;
  /** default 20 */
  threshold?: number;
}
export interface SumOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface MeanOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface VarOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
export interface MaxDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface MinDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface AmaxOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface AminOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface ArgmaxOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
export interface ArgminOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
export interface LogsumexpOptions {
  /** default False */
  keepdim?: boolean;
}
export interface LinearOptions {
  /** default None */
  bias?: Tensor | null;
}
export interface Conv2dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface MaxPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface AvgPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default False */
  ceilMode?: boolean;
  /** default True */
  countIncludePad?: boolean;
  /** default None */
  divisorOverride?: number | null;
}
export interface BatchNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default False */
  training?: boolean;
  /** default 0.1 */
  momentum?: number;
  /** default 1e-05 */
  eps?: number;
}
export interface LayerNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default 1e-05 */
  eps?: number;
}
export interface DropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface EmbeddingOptions {
  /** default None */
  paddingIdx?: number | null;
}
export interface CatOptions {
  /** default 0 */
  dim?: number;
}
export interface StackOptions {
  /** default 0 */
  dim?: number;
}
export interface SplitOptions {
  /** default 0 */
  dim?: number;
}
export interface SplitSizesOptions {
  /** default 0 */
  dim?: number;
}
export interface PadOptions {
  /** default 0 */
  value?: number;
}
export interface FlattenOptions {
  /** default 0 */
  startDim?: number;
  /** default -1 */
  endDim?: number;
}
export interface SliceOptions {
  /** default 1 */
  step?: number;
}
export interface CrossEntropyOptions {
  /** default None */
  weight?: Tensor | null;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 0 */
  labelSmoothing?: number;
}
export interface NllLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface BinaryCrossEntropyWithLogitsOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  posWeight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MseLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface L1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface SmoothL1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 1 */
  beta?: number;
}
export interface ZerosOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface OnesOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface FullOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface ArangeOptions {
  /** default 1 */
  step?: number;
  /** default 'int64' */
  dtype?: DType;
}
export interface RandOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface RandnOptions {
  /** default 'float32' */
  dtype?: DType;
}
