// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

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
/** `max_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool2d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dOptions, padding?: Ints | MaxPool2dOptions, dilation?: Ints | MaxPool2dOptions, ceilMode?: boolean | MaxPool2dOptions) => Tensor>("max_pool2d");
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
/** `avg_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export const avgPool2d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool2dOptions, padding?: Ints | AvgPool2dOptions, ceilMode?: boolean | AvgPool2dOptions, countIncludePad?: boolean | AvgPool2dOptions, divisorOverride?: number | null | AvgPool2dOptions) => Tensor>("avg_pool2d");
/** `adaptive_avg_pool2d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool2d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool2d");
export interface MaxPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `max_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool1d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dOptions, padding?: Ints | MaxPool1dOptions, dilation?: Ints | MaxPool1dOptions, ceilMode?: boolean | MaxPool1dOptions) => Tensor>("max_pool1d");
export interface MaxPool3dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `max_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool3d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dOptions, padding?: Ints | MaxPool3dOptions, dilation?: Ints | MaxPool3dOptions, ceilMode?: boolean | MaxPool3dOptions) => Tensor>("max_pool3d");
export interface MaxPool1dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `max_pool1d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool1dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dWithIndicesOptions, padding?: Ints | MaxPool1dWithIndicesOptions, dilation?: Ints | MaxPool1dWithIndicesOptions, ceilMode?: boolean | MaxPool1dWithIndicesOptions) => [Tensor, Tensor]>("max_pool1d_with_indices*");
export interface MaxPool2dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `max_pool2d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool2dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dWithIndicesOptions, padding?: Ints | MaxPool2dWithIndicesOptions, dilation?: Ints | MaxPool2dWithIndicesOptions, ceilMode?: boolean | MaxPool2dWithIndicesOptions) => [Tensor, Tensor]>("max_pool2d_with_indices*");
export interface MaxPool3dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `max_pool3d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool3dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dWithIndicesOptions, padding?: Ints | MaxPool3dWithIndicesOptions, dilation?: Ints | MaxPool3dWithIndicesOptions, ceilMode?: boolean | MaxPool3dWithIndicesOptions) => [Tensor, Tensor]>("max_pool3d_with_indices*");
export interface MaxUnpool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
/** `max_unpool1d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool1d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool1dOptions, padding?: Ints | MaxUnpool1dOptions, outputSize?: Ints | MaxUnpool1dOptions) => Tensor>("max_unpool1d");
export interface MaxUnpool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
/** `max_unpool2d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool2d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool2dOptions, padding?: Ints | MaxUnpool2dOptions, outputSize?: Ints | MaxUnpool2dOptions) => Tensor>("max_unpool2d");
export interface MaxUnpool3dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
/** `max_unpool3d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool3d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool3dOptions, padding?: Ints | MaxUnpool3dOptions, outputSize?: Ints | MaxUnpool3dOptions) => Tensor>("max_unpool3d");
export interface AvgPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default False */
  ceilMode?: boolean;
  /** default True */
  countIncludePad?: boolean;
}
/** `avg_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
export const avgPool1d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool1dOptions, padding?: Ints | AvgPool1dOptions, ceilMode?: boolean | AvgPool1dOptions, countIncludePad?: boolean | AvgPool1dOptions) => Tensor>("avg_pool1d");
export interface AvgPool3dOptions {
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
/** `avg_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export const avgPool3d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool3dOptions, padding?: Ints | AvgPool3dOptions, ceilMode?: boolean | AvgPool3dOptions, countIncludePad?: boolean | AvgPool3dOptions, divisorOverride?: number | null | AvgPool3dOptions) => Tensor>("avg_pool3d");
export interface LpPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `lp_pool1d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export const lpPool1d = /* @__PURE__ */ op<(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool1dOptions, ceilMode?: boolean | LpPool1dOptions) => Tensor>("lp_pool1d");
export interface LpPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default False */
  ceilMode?: boolean;
}
/** `lp_pool2d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export const lpPool2d = /* @__PURE__ */ op<(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool2dOptions, ceilMode?: boolean | LpPool2dOptions) => Tensor>("lp_pool2d");
/** `adaptive_avg_pool1d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool1d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool1d");
/** `adaptive_avg_pool3d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool3d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool3d");
/** `adaptive_max_pool1d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool1d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool1d");
/** `adaptive_max_pool2d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool2d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool2d");
/** `adaptive_max_pool3d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool3d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool3d");
/** `adaptive_max_pool1d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool1dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool1d_with_indices*");
/** `adaptive_max_pool2d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool2dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool2d_with_indices*");
/** `adaptive_max_pool3d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool3dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool3d_with_indices*");
