// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer, type ModuleConfig } from "./nn-module.js";
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
  padding?: Ints | "same" | "valid";
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default "zeros" */
  paddingMode?: "zeros" | "reflect" | "replicate" | "circular";
}
export class Conv2d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | Conv2dOptions, padding?: Ints | "same" | "valid" | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions, bias?: boolean | Conv2dOptions, paddingMode?: "zeros" | "reflect" | "replicate" | "circular" | Conv2dOptions) {
    super("Conv2d", 3, "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode", [inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode]);
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
  returnIndices?: boolean;
  /** default false */
  ceilMode?: boolean;
}
export class MaxPool2d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxPool2dOptions, padding?: Ints | MaxPool2dOptions, dilation?: Ints | MaxPool2dOptions, returnIndices?: boolean | MaxPool2dOptions, ceilMode?: boolean | MaxPool2dOptions) {
    super("MaxPool2d", 1, "kernel_size stride padding dilation return_indices ceil_mode", [kernelSize, stride, padding, dilation, returnIndices, ceilMode]);
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
export interface Conv1dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints | "same" | "valid";
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default "zeros" */
  paddingMode?: "zeros" | "reflect" | "replicate" | "circular";
}
export class Conv1d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | Conv1dOptions, padding?: Ints | "same" | "valid" | Conv1dOptions, dilation?: Ints | Conv1dOptions, groups?: number | Conv1dOptions, bias?: boolean | Conv1dOptions, paddingMode?: "zeros" | "reflect" | "replicate" | "circular" | Conv1dOptions) {
    super("Conv1d", 3, "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode", [inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode]);
  }
}
export interface Conv3dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints | "same" | "valid";
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default "zeros" */
  paddingMode?: "zeros" | "reflect" | "replicate" | "circular";
}
export class Conv3d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | Conv3dOptions, padding?: Ints | "same" | "valid" | Conv3dOptions, dilation?: Ints | Conv3dOptions, groups?: number | Conv3dOptions, bias?: boolean | Conv3dOptions, paddingMode?: "zeros" | "reflect" | "replicate" | "circular" | Conv3dOptions) {
    super("Conv3d", 3, "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode", [inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode]);
  }
}
export interface ConvTranspose1dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default 1 */
  dilation?: Ints;
}
export class ConvTranspose1d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | ConvTranspose1dOptions, padding?: Ints | ConvTranspose1dOptions, outputPadding?: Ints | ConvTranspose1dOptions, groups?: number | ConvTranspose1dOptions, bias?: boolean | ConvTranspose1dOptions, dilation?: Ints | ConvTranspose1dOptions) {
    super("ConvTranspose1d", 3, "in_channels out_channels kernel_size stride padding output_padding groups bias dilation", [inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation]);
  }
}
export interface ConvTranspose2dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default 1 */
  dilation?: Ints;
}
export class ConvTranspose2d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | ConvTranspose2dOptions, padding?: Ints | ConvTranspose2dOptions, outputPadding?: Ints | ConvTranspose2dOptions, groups?: number | ConvTranspose2dOptions, bias?: boolean | ConvTranspose2dOptions, dilation?: Ints | ConvTranspose2dOptions) {
    super("ConvTranspose2d", 3, "in_channels out_channels kernel_size stride padding output_padding groups bias dilation", [inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation]);
  }
}
export interface ConvTranspose3dOptions {
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default true */
  bias?: boolean;
  /** default 1 */
  dilation?: Ints;
}
export class ConvTranspose3d extends Layer {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, stride?: Ints | ConvTranspose3dOptions, padding?: Ints | ConvTranspose3dOptions, outputPadding?: Ints | ConvTranspose3dOptions, groups?: number | ConvTranspose3dOptions, bias?: boolean | ConvTranspose3dOptions, dilation?: Ints | ConvTranspose3dOptions) {
    super("ConvTranspose3d", 3, "in_channels out_channels kernel_size stride padding output_padding groups bias dilation", [inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation]);
  }
}
export interface UnfoldOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
export class Unfold extends Layer {
  constructor(kernelSize: Ints, dilation?: Ints | UnfoldOptions, padding?: Ints | UnfoldOptions, stride?: Ints | UnfoldOptions) {
    super("Unfold", 1, "kernel_size dilation padding stride", [kernelSize, dilation, padding, stride]);
  }
}
export interface FoldOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
export class Fold extends Layer {
  constructor(outputSize: Ints, kernelSize: Ints, dilation?: Ints | FoldOptions, padding?: Ints | FoldOptions, stride?: Ints | FoldOptions) {
    super("Fold", 2, "output_size kernel_size dilation padding stride", [outputSize, kernelSize, dilation, padding, stride]);
  }
}
export interface MaxPool1dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default false */
  returnIndices?: boolean;
  /** default false */
  ceilMode?: boolean;
}
export class MaxPool1d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxPool1dOptions, padding?: Ints | MaxPool1dOptions, dilation?: Ints | MaxPool1dOptions, returnIndices?: boolean | MaxPool1dOptions, ceilMode?: boolean | MaxPool1dOptions) {
    super("MaxPool1d", 1, "kernel_size stride padding dilation return_indices ceil_mode", [kernelSize, stride, padding, dilation, returnIndices, ceilMode]);
  }
}
export interface MaxPool3dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default false */
  returnIndices?: boolean;
  /** default false */
  ceilMode?: boolean;
}
export class MaxPool3d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxPool3dOptions, padding?: Ints | MaxPool3dOptions, dilation?: Ints | MaxPool3dOptions, returnIndices?: boolean | MaxPool3dOptions, ceilMode?: boolean | MaxPool3dOptions) {
    super("MaxPool3d", 1, "kernel_size stride padding dilation return_indices ceil_mode", [kernelSize, stride, padding, dilation, returnIndices, ceilMode]);
  }
}
export interface MaxUnpool1dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
}
export class MaxUnpool1d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxUnpool1dOptions, padding?: Ints | MaxUnpool1dOptions) {
    super("MaxUnpool1d", 1, "kernel_size stride padding", [kernelSize, stride, padding]);
  }
}
export interface MaxUnpool2dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
}
export class MaxUnpool2d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxUnpool2dOptions, padding?: Ints | MaxUnpool2dOptions) {
    super("MaxUnpool2d", 1, "kernel_size stride padding", [kernelSize, stride, padding]);
  }
}
export interface MaxUnpool3dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
}
export class MaxUnpool3d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | MaxUnpool3dOptions, padding?: Ints | MaxUnpool3dOptions) {
    super("MaxUnpool3d", 1, "kernel_size stride padding", [kernelSize, stride, padding]);
  }
}
export interface AvgPool1dOptions {
  /** default null */
  stride?: Ints | null;
  /** default 0 */
  padding?: Ints;
  /** default false */
  ceilMode?: boolean;
  /** default true */
  countIncludePad?: boolean;
}
export class AvgPool1d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | AvgPool1dOptions, padding?: Ints | AvgPool1dOptions, ceilMode?: boolean | AvgPool1dOptions, countIncludePad?: boolean | AvgPool1dOptions) {
    super("AvgPool1d", 1, "kernel_size stride padding ceil_mode count_include_pad", [kernelSize, stride, padding, ceilMode, countIncludePad]);
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
export interface AvgPool3dOptions {
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
export class AvgPool3d extends Layer {
  constructor(kernelSize: Ints, stride?: Ints | null | AvgPool3dOptions, padding?: Ints | AvgPool3dOptions, ceilMode?: boolean | AvgPool3dOptions, countIncludePad?: boolean | AvgPool3dOptions, divisorOverride?: number | null | AvgPool3dOptions) {
    super("AvgPool3d", 1, "kernel_size stride padding ceil_mode count_include_pad divisor_override", [kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride]);
  }
}
export interface LPPool1dOptions {
  /** default null */
  stride?: Ints | null;
  /** default false */
  ceilMode?: boolean;
}
export class LPPool1d extends Layer {
  constructor(normType: number, kernelSize: Ints, stride?: Ints | null | LPPool1dOptions, ceilMode?: boolean | LPPool1dOptions) {
    super("LPPool1d", 2, "norm_type kernel_size stride ceil_mode", [normType, kernelSize, stride, ceilMode]);
  }
}
export interface LPPool2dOptions {
  /** default null */
  stride?: Ints | null;
  /** default false */
  ceilMode?: boolean;
}
export class LPPool2d extends Layer {
  constructor(normType: number, kernelSize: Ints, stride?: Ints | null | LPPool2dOptions, ceilMode?: boolean | LPPool2dOptions) {
    super("LPPool2d", 2, "norm_type kernel_size stride ceil_mode", [normType, kernelSize, stride, ceilMode]);
  }
}
export class AdaptiveAvgPool1d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[]) {
    super("AdaptiveAvgPool1d", 1, "output_size", [outputSize]);
  }
}
export class AdaptiveAvgPool2d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[]) {
    super("AdaptiveAvgPool2d", 1, "output_size", [outputSize]);
  }
}
export class AdaptiveAvgPool3d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[]) {
    super("AdaptiveAvgPool3d", 1, "output_size", [outputSize]);
  }
}
export interface AdaptiveMaxPool1dOptions {
  /** default false */
  returnIndices?: boolean;
}
export class AdaptiveMaxPool1d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[], returnIndices?: boolean | AdaptiveMaxPool1dOptions) {
    super("AdaptiveMaxPool1d", 1, "output_size return_indices", [outputSize, returnIndices]);
  }
}
export interface AdaptiveMaxPool2dOptions {
  /** default false */
  returnIndices?: boolean;
}
export class AdaptiveMaxPool2d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[], returnIndices?: boolean | AdaptiveMaxPool2dOptions) {
    super("AdaptiveMaxPool2d", 1, "output_size return_indices", [outputSize, returnIndices]);
  }
}
export interface AdaptiveMaxPool3dOptions {
  /** default false */
  returnIndices?: boolean;
}
export class AdaptiveMaxPool3d extends Layer {
  constructor(outputSize: number | null | readonly (number | null)[], returnIndices?: boolean | AdaptiveMaxPool3dOptions) {
    super("AdaptiveMaxPool3d", 1, "output_size return_indices", [outputSize, returnIndices]);
  }
}
export class ConstantPad1d extends Layer {
  constructor(padding: Ints, value: number) {
    super("ConstantPad1d", 2, "padding value", [padding, value]);
  }
}
export class ConstantPad2d extends Layer {
  constructor(padding: Ints, value: number) {
    super("ConstantPad2d", 2, "padding value", [padding, value]);
  }
}
export class ConstantPad3d extends Layer {
  constructor(padding: Ints, value: number) {
    super("ConstantPad3d", 2, "padding value", [padding, value]);
  }
}
export class ZeroPad2d extends Layer {
  constructor(padding: Ints) {
    super("ZeroPad2d", 1, "padding", [padding]);
  }
}
export class ReflectionPad1d extends Layer {
  constructor(padding: Ints) {
    super("ReflectionPad1d", 1, "padding", [padding]);
  }
}
export class ReflectionPad2d extends Layer {
  constructor(padding: Ints) {
    super("ReflectionPad2d", 1, "padding", [padding]);
  }
}
export class ReflectionPad3d extends Layer {
  constructor(padding: Ints) {
    super("ReflectionPad3d", 1, "padding", [padding]);
  }
}
export class ReplicationPad1d extends Layer {
  constructor(padding: Ints) {
    super("ReplicationPad1d", 1, "padding", [padding]);
  }
}
export class ReplicationPad2d extends Layer {
  constructor(padding: Ints) {
    super("ReplicationPad2d", 1, "padding", [padding]);
  }
}
export class ReplicationPad3d extends Layer {
  constructor(padding: Ints) {
    super("ReplicationPad3d", 1, "padding", [padding]);
  }
}
export interface UpsampleOptions {
  /** default null */
  size?: Ints | null;
  /** default null */
  scaleFactor?: number | readonly number[] | null;
  /** default "nearest" */
  mode?: "nearest" | "nearest-exact" | "linear" | "bilinear" | "bicubic" | "trilinear" | "area";
  /** default null */
  alignCorners?: boolean | null;
}
export class Upsample extends Layer {
  constructor(size?: Ints | null | UpsampleOptions, scaleFactor?: number | readonly number[] | null | UpsampleOptions, mode?: "nearest" | "nearest-exact" | "linear" | "bilinear" | "bicubic" | "trilinear" | "area" | UpsampleOptions, alignCorners?: boolean | null | UpsampleOptions) {
    super("Upsample", 0, "size scale_factor mode align_corners", [size, scaleFactor, mode, alignCorners]);
  }
}
export interface UpsamplingNearest2dOptions {
  /** default null */
  size?: Ints | null;
  /** default null */
  scaleFactor?: number | readonly number[] | null;
}
export class UpsamplingNearest2d extends Layer {
  constructor(size?: Ints | null | UpsamplingNearest2dOptions, scaleFactor?: number | readonly number[] | null | UpsamplingNearest2dOptions) {
    super("UpsamplingNearest2d", 0, "size scale_factor", [size, scaleFactor]);
  }
}
export interface UpsamplingBilinear2dOptions {
  /** default null */
  size?: Ints | null;
  /** default null */
  scaleFactor?: number | readonly number[] | null;
}
export class UpsamplingBilinear2d extends Layer {
  constructor(size?: Ints | null | UpsamplingBilinear2dOptions, scaleFactor?: number | readonly number[] | null | UpsamplingBilinear2dOptions) {
    super("UpsamplingBilinear2d", 0, "size scale_factor", [size, scaleFactor]);
  }
}
export class PixelShuffle extends Layer {
  constructor(upscaleFactor: number) {
    super("PixelShuffle", 1, "upscale_factor", [upscaleFactor]);
  }
}
export class PixelUnshuffle extends Layer {
  constructor(downscaleFactor: number) {
    super("PixelUnshuffle", 1, "downscale_factor", [downscaleFactor]);
  }
}
export class ChannelShuffle extends Layer {
  constructor(groups: number) {
    super("ChannelShuffle", 1, "groups", [groups]);
  }
}
export interface BilinearOptions {
  /** default true */
  bias?: boolean;
}
export class Bilinear extends Layer {
  constructor(in1Features: number, in2Features: number, outFeatures: number, bias?: boolean | BilinearOptions) {
    super("Bilinear", 3, "in1_features in2_features out_features bias", [in1Features, in2Features, outFeatures, bias]);
  }
}
export interface CosineSimilarityOptions {
  /** default 1 */
  dim?: number;
  /** default 1e-8 */
  eps?: number;
}
export class CosineSimilarity extends Layer {
  constructor(dim?: number | CosineSimilarityOptions, eps?: number | CosineSimilarityOptions) {
    super("CosineSimilarity", 0, "dim eps", [dim, eps]);
  }
}
export interface PairwiseDistanceOptions {
  /** default 2 */
  p?: number;
  /** default 0.000001 */
  eps?: number;
  /** default false */
  keepdim?: boolean;
}
export class PairwiseDistance extends Layer {
  constructor(p?: number | PairwiseDistanceOptions, eps?: number | PairwiseDistanceOptions, keepdim?: boolean | PairwiseDistanceOptions) {
    super("PairwiseDistance", 0, "p eps keepdim", [p, eps, keepdim]);
  }
}
export interface BatchNorm3dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default true */
  affine?: boolean;
  /** default true */
  trackRunningStats?: boolean;
}
export class BatchNorm3d extends Layer {
  constructor(numFeatures: number, eps?: number | BatchNorm3dOptions, momentum?: number | null | BatchNorm3dOptions, affine?: boolean | BatchNorm3dOptions, trackRunningStats?: boolean | BatchNorm3dOptions) {
    super("BatchNorm3d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface InstanceNorm1dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default false */
  affine?: boolean;
  /** default false */
  trackRunningStats?: boolean;
}
export class InstanceNorm1d extends Layer {
  constructor(numFeatures: number, eps?: number | InstanceNorm1dOptions, momentum?: number | null | InstanceNorm1dOptions, affine?: boolean | InstanceNorm1dOptions, trackRunningStats?: boolean | InstanceNorm1dOptions) {
    super("InstanceNorm1d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface InstanceNorm2dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default false */
  affine?: boolean;
  /** default false */
  trackRunningStats?: boolean;
}
export class InstanceNorm2d extends Layer {
  constructor(numFeatures: number, eps?: number | InstanceNorm2dOptions, momentum?: number | null | InstanceNorm2dOptions, affine?: boolean | InstanceNorm2dOptions, trackRunningStats?: boolean | InstanceNorm2dOptions) {
    super("InstanceNorm2d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface InstanceNorm3dOptions {
  /** default 0.00001 */
  eps?: number;
  /** default 0.1 */
  momentum?: number | null;
  /** default false */
  affine?: boolean;
  /** default false */
  trackRunningStats?: boolean;
}
export class InstanceNorm3d extends Layer {
  constructor(numFeatures: number, eps?: number | InstanceNorm3dOptions, momentum?: number | null | InstanceNorm3dOptions, affine?: boolean | InstanceNorm3dOptions, trackRunningStats?: boolean | InstanceNorm3dOptions) {
    super("InstanceNorm3d", 1, "num_features eps momentum affine track_running_stats", [numFeatures, eps, momentum, affine, trackRunningStats]);
  }
}
export interface GroupNormOptions {
  /** default 0.00001 */
  eps?: number;
  /** default true */
  affine?: boolean;
}
export class GroupNorm extends Layer {
  constructor(numGroups: number, numChannels: number, eps?: number | GroupNormOptions, affine?: boolean | GroupNormOptions) {
    super("GroupNorm", 2, "num_groups num_channels eps affine", [numGroups, numChannels, eps, affine]);
  }
}
export interface RMSNormOptions {
  /** default null */
  eps?: number | null;
  /** default true */
  elementwiseAffine?: boolean;
}
export class RMSNorm extends Layer {
  constructor(normalizedShape: Ints, eps?: number | null | RMSNormOptions, elementwiseAffine?: boolean | RMSNormOptions) {
    super("RMSNorm", 1, "normalized_shape eps elementwise_affine", [normalizedShape, eps, elementwiseAffine]);
  }
}
export interface LocalResponseNormOptions {
  /** default 0.0001 */
  alpha?: number;
  /** default 0.75 */
  beta?: number;
  /** default 1 */
  k?: number;
}
export class LocalResponseNorm extends Layer {
  constructor(size: number, alpha?: number | LocalResponseNormOptions, beta?: number | LocalResponseNormOptions, k?: number | LocalResponseNormOptions) {
    super("LocalResponseNorm", 1, "size alpha beta k", [size, alpha, beta, k]);
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
export interface CELUOptions {
  /** default 1 */
  alpha?: number;
}
export class CELU extends Layer {
  constructor(alpha?: number | CELUOptions) {
    super("CELU", 0, "alpha", [alpha]);
  }
}
export interface GLUOptions {
  /** default -1 */
  dim?: number;
}
export class GLU extends Layer {
  constructor(dim?: number | GLUOptions) {
    super("GLU", 0, "dim", [dim]);
  }
}
export interface HardshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export class Hardshrink extends Layer {
  constructor(lambd?: number | HardshrinkOptions) {
    super("Hardshrink", 0, "lambd", [lambd]);
  }
}
export class Hardsigmoid extends Layer {
  constructor() {
    super("Hardsigmoid", 0, "", []);
  }
}
export class Hardswish extends Layer {
  constructor() {
    super("Hardswish", 0, "", []);
  }
}
export interface HardtanhOptions {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
export class Hardtanh extends Layer {
  constructor(minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions) {
    super("Hardtanh", 0, "min_val max_val", [minVal, maxVal]);
  }
}
export class LogSigmoid extends Layer {
  constructor() {
    super("LogSigmoid", 0, "", []);
  }
}
export class Mish extends Layer {
  constructor() {
    super("Mish", 0, "", []);
  }
}
export interface PReLUOptions {
  /** default 1 */
  numParameters?: number;
  /** default 0.25 */
  init?: number;
}
export class PReLU extends Layer {
  constructor(numParameters?: number | PReLUOptions, init?: number | PReLUOptions) {
    super("PReLU", 0, "num_parameters init", [numParameters, init]);
  }
}
export class ReLU6 extends Layer {
  constructor() {
    super("ReLU6", 0, "", []);
  }
}
export interface RReLUOptions {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
}
export class RReLU extends Layer {
  constructor(lower?: number | RReLUOptions, upper?: number | RReLUOptions) {
    super("RReLU", 0, "lower upper", [lower, upper]);
  }
}
export class SELU extends Layer {
  constructor() {
    super("SELU", 0, "", []);
  }
}
export class Softmax2d extends Layer {
  constructor() {
    super("Softmax2d", 0, "", []);
  }
}
export class Softmin extends Layer {
  constructor(dim: number) {
    super("Softmin", 1, "dim", [dim]);
  }
}
export interface SoftshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export class Softshrink extends Layer {
  constructor(lambd?: number | SoftshrinkOptions) {
    super("Softshrink", 0, "lambd", [lambd]);
  }
}
export class Softsign extends Layer {
  constructor() {
    super("Softsign", 0, "", []);
  }
}
export class Tanhshrink extends Layer {
  constructor() {
    super("Tanhshrink", 0, "", []);
  }
}
export class Threshold extends Layer {
  constructor(threshold: number, value: number) {
    super("Threshold", 2, "threshold value", [threshold, value]);
  }
}
export interface AdaptiveLogSoftmaxWithLossOptions {
  /** default 4 */
  divValue?: number;
  /** default false */
  headBias?: boolean;
}
export class AdaptiveLogSoftmaxWithLoss extends Layer {
  constructor(inFeatures: number, nClasses: number, cutoffs: Ints, divValue?: number | AdaptiveLogSoftmaxWithLossOptions, headBias?: boolean | AdaptiveLogSoftmaxWithLossOptions) {
    super("AdaptiveLogSoftmaxWithLoss", 3, "in_features n_classes cutoffs div_value head_bias", [inFeatures, nClasses, cutoffs, divValue, headBias]);
  }
}
export interface Dropout1dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout1d extends Layer {
  constructor(p?: number | Dropout1dOptions) {
    super("Dropout1d", 0, "p", [p]);
  }
}
export interface Dropout2dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout2d extends Layer {
  constructor(p?: number | Dropout2dOptions) {
    super("Dropout2d", 0, "p", [p]);
  }
}
export interface Dropout3dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout3d extends Layer {
  constructor(p?: number | Dropout3dOptions) {
    super("Dropout3d", 0, "p", [p]);
  }
}
export interface AlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
}
export class AlphaDropout extends Layer {
  constructor(p?: number | AlphaDropoutOptions) {
    super("AlphaDropout", 0, "p", [p]);
  }
}
export interface FeatureAlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
}
export class FeatureAlphaDropout extends Layer {
  constructor(p?: number | FeatureAlphaDropoutOptions) {
    super("FeatureAlphaDropout", 0, "p", [p]);
  }
}
export interface RNNOptions {
  /** default 1 */
  numLayers?: number;
  /** default "tanh" */
  nonlinearity?: "tanh" | "relu";
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
}
export class RNN extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | RNNOptions, nonlinearity?: "tanh" | "relu" | RNNOptions, bias?: boolean | RNNOptions, batchFirst?: boolean | RNNOptions, dropout?: number | RNNOptions, bidirectional?: boolean | RNNOptions) {
    super("RNN", 2, "input_size hidden_size num_layers nonlinearity bias batch_first dropout bidirectional", [inputSize, hiddenSize, numLayers, nonlinearity, bias, batchFirst, dropout, bidirectional]);
  }
}
export interface LSTMOptions {
  /** default 1 */
  numLayers?: number;
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
  /** default 0 */
  projSize?: number;
}
export class LSTM extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | LSTMOptions, bias?: boolean | LSTMOptions, batchFirst?: boolean | LSTMOptions, dropout?: number | LSTMOptions, bidirectional?: boolean | LSTMOptions, projSize?: number | LSTMOptions) {
    super("LSTM", 2, "input_size hidden_size num_layers bias batch_first dropout bidirectional proj_size", [inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize]);
  }
}
export interface GRUOptions {
  /** default 1 */
  numLayers?: number;
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
}
export class GRU extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | GRUOptions, bias?: boolean | GRUOptions, batchFirst?: boolean | GRUOptions, dropout?: number | GRUOptions, bidirectional?: boolean | GRUOptions) {
    super("GRU", 2, "input_size hidden_size num_layers bias batch_first dropout bidirectional", [inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional]);
  }
}
export interface RNNCellOptions {
  /** default true */
  bias?: boolean;
  /** default "tanh" */
  nonlinearity?: "tanh" | "relu";
}
export class RNNCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | RNNCellOptions, nonlinearity?: "tanh" | "relu" | RNNCellOptions) {
    super("RNNCell", 2, "input_size hidden_size bias nonlinearity", [inputSize, hiddenSize, bias, nonlinearity]);
  }
}
export interface LSTMCellOptions {
  /** default true */
  bias?: boolean;
}
export class LSTMCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | LSTMCellOptions) {
    super("LSTMCell", 2, "input_size hidden_size bias", [inputSize, hiddenSize, bias]);
  }
}
export interface GRUCellOptions {
  /** default true */
  bias?: boolean;
}
export class GRUCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | GRUCellOptions) {
    super("GRUCell", 2, "input_size hidden_size bias", [inputSize, hiddenSize, bias]);
  }
}
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
