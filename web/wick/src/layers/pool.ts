// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

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
