// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "./nn-module.js";
import type { Ints } from "./op-options.js";

export interface LinearOptions {
  /** default true */
  bias?: boolean;
}
export class Linear extends Layer {
  constructor(inFeatures: number, outFeatures: number, bias?: boolean | LinearOptions) {
    super("Linear", 2, "in_features out_features bias", [inFeatures, outFeatures, bias]);
  }
}
export interface Conv2dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
}
export class Conv2d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | Conv2dOptions, padding?: Ints | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions, bias?: boolean | Conv2dOptions) {
    super("Conv2d", 3, "in_channels out_channels kernel_size stride padding dilation groups bias", [inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias]);
  }
}
export interface BatchNorm1dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default true */
  affine?: boolean;
  /** default true */
  trackRunningStats?: boolean;
}
export class BatchNorm1d extends Layer {
  constructor(numFeatures: number, eps?: number | BatchNorm1dOptions, momentum?: number | null | BatchNorm1dOptions, affine?: boolean | BatchNorm1dOptions, trackRunningStats?: boolean | BatchNorm1dOptions) {
    super("BatchNorm1d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface BatchNorm2dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default true */
  affine?: boolean;
  /** default true */
  trackRunningStats?: boolean;
}
export class BatchNorm2d extends Layer {
  constructor(numFeatures: number, eps?: number | BatchNorm2dOptions, momentum?: number | null | BatchNorm2dOptions, affine?: boolean | BatchNorm2dOptions, trackRunningStats?: boolean | BatchNorm2dOptions) {
    super("BatchNorm2d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface DropoutOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout extends Layer {
  constructor(p?: number | DropoutOptions) {
    super("Dropout", 0, "p", [p]);
  }
}
export interface FlattenOptions {
  /** default 1 */
  startDim?: number;
  /** default -1 */
  endDim?: number;
}
export class Flatten extends Layer {
  constructor(startDim?: number | FlattenOptions, endDim?: number | FlattenOptions) {
    super("Flatten", 0, "start_dim end_dim", [startDim, endDim]);
  }
}
export interface MaxPool2dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default false */
  ceilMode?: boolean;
}
export class MaxPool2d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxPool2dOptions, padding?: Ints | MaxPool2dOptions, dilation?: Ints | MaxPool2dOptions, ceilMode?: boolean | MaxPool2dOptions) {
    super("MaxPool2d", 1, "kernel_size stride padding dilation ceil_mode", [kernelSize, stride, padding, dilation, ceilMode]);
  }
}
export class ReLU extends Layer {
  constructor() {
    super("ReLU", 0, "", []);
  }
}
export class Tanh extends Layer {
  constructor() {
    super("Tanh", 0, "", []);
  }
}
export class Identity extends Layer {
  constructor() {
    super("Identity", 0, "", []);
  }
}
export class Unflatten extends Layer {
  constructor(dim: number, unflattenedSize: Ints) {
    super("Unflatten", 2, "dim unflattened_size", [dim, unflattenedSize]);
  }
}
export interface AvgPool2dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
  /** default false */
  ceilMode?: boolean;
  /** default true */
  countIncludePad?: boolean;
  /** default null */
  divisorOverride?: number | null;
}
export class AvgPool2d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | AvgPool2dOptions, padding?: Ints | AvgPool2dOptions, ceilMode?: boolean | AvgPool2dOptions, countIncludePad?: boolean | AvgPool2dOptions, divisorOverride?: number | null | AvgPool2dOptions) {
    super("AvgPool2d", 1, "kernel_size stride padding ceil_mode count_include_pad divisor_override", [kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride]);
  }
}
export class AdaptiveAvgPool2d extends Layer {
  constructor(outputSize: Ints) {
    super("AdaptiveAvgPool2d", 1, "output_size", [outputSize]);
  }
}
export interface LayerNormOptions {
  /** default 0.00001 */
  eps?: number;
  /** default true */
  elementwiseAffine?: boolean;
}
export class LayerNorm extends Layer {
  constructor(normalizedShape: Ints, eps?: number | LayerNormOptions, elementwiseAffine?: boolean | LayerNormOptions) {
    super("LayerNorm", 1, "normalized_shape eps elementwise_affine", [normalizedShape, eps, elementwiseAffine]);
  }
}
export interface EmbeddingOptions {
  /** default null */
  paddingIdx?: number | null;
}
export class Embedding extends Layer {
  constructor(numEmbeddings: number, embeddingDim: number, paddingIdx?: number | null | EmbeddingOptions) {
    super("Embedding", 2, "num_embeddings embedding_dim padding_idx", [numEmbeddings, embeddingDim, paddingIdx]);
  }
}
export interface LeakyReLUOptions {
  /** default 0.01 */
  negativeSlope?: number;
}
export class LeakyReLU extends Layer {
  constructor(negativeSlope?: number | LeakyReLUOptions) {
    super("LeakyReLU", 0, "negative_slope", [negativeSlope]);
  }
}
export interface ELUOptions {
  /** default 1 */
  alpha?: number;
}
export class ELU extends Layer {
  constructor(alpha?: number | ELUOptions) {
    super("ELU", 0, "alpha", [alpha]);
  }
}
export interface GELUOptions {
  /** default "none" */
  approximate?: "none" | "tanh";
}
export class GELU extends Layer {
  constructor(approximate?: "none" | "tanh" | GELUOptions) {
    super("GELU", 0, "approximate", [approximate]);
  }
}
export class SiLU extends Layer {
  constructor() {
    super("SiLU", 0, "", []);
  }
}
export interface SoftplusOptions {
  /** default 1 */
  beta?: number;
  /** default 20 */
  threshold?: number;
}
export class Softplus extends Layer {
  constructor(beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions) {
    super("Softplus", 0, "beta threshold", [beta, threshold]);
  }
}
export class Sigmoid extends Layer {
  constructor() {
    super("Sigmoid", 0, "", []);
  }
}
export class Softmax extends Layer {
  constructor(dim: number) {
    super("Softmax", 1, "dim", [dim]);
  }
}
export class LogSoftmax extends Layer {
  constructor(dim: number) {
    super("LogSoftmax", 1, "dim", [dim]);
  }
}
