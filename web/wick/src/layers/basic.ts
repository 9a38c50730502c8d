// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

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
