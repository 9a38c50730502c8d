// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

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
