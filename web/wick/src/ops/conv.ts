// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

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
export interface Conv2dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
/** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv2d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dOptions, stride?: Ints | Conv2dOptions, padding?: Ints | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dPaddingOptions, stride?: Ints | Conv2dPaddingOptions, padding?: string | Conv2dPaddingOptions, dilation?: Ints | Conv2dPaddingOptions, groups?: number | Conv2dPaddingOptions): Tensor;
}>("conv2d");
export interface Conv1dOptions {
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
export interface Conv1dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
/** `conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv1d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dOptions, stride?: Ints | Conv1dOptions, padding?: Ints | Conv1dOptions, dilation?: Ints | Conv1dOptions, groups?: number | Conv1dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dPaddingOptions, stride?: Ints | Conv1dPaddingOptions, padding?: string | Conv1dPaddingOptions, dilation?: Ints | Conv1dPaddingOptions, groups?: number | Conv1dPaddingOptions): Tensor;
}>("conv1d");
export interface Conv3dOptions {
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
export interface Conv3dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
/** `conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv3d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dOptions, stride?: Ints | Conv3dOptions, padding?: Ints | Conv3dOptions, dilation?: Ints | Conv3dOptions, groups?: number | Conv3dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dPaddingOptions, stride?: Ints | Conv3dPaddingOptions, padding?: string | Conv3dPaddingOptions, dilation?: Ints | Conv3dPaddingOptions, groups?: number | Conv3dPaddingOptions): Tensor;
}>("conv3d");
export interface ConvTranspose1dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
/** `conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose1d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose1dOptions, stride?: Ints | ConvTranspose1dOptions, padding?: Ints | ConvTranspose1dOptions, outputPadding?: Ints | ConvTranspose1dOptions, groups?: number | ConvTranspose1dOptions, dilation?: Ints | ConvTranspose1dOptions) => Tensor>("conv_transpose1d");
export interface ConvTranspose2dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
/** `conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose2d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose2dOptions, stride?: Ints | ConvTranspose2dOptions, padding?: Ints | ConvTranspose2dOptions, outputPadding?: Ints | ConvTranspose2dOptions, groups?: number | ConvTranspose2dOptions, dilation?: Ints | ConvTranspose2dOptions) => Tensor>("conv_transpose2d");
export interface ConvTranspose3dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
/** `conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose3d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose3dOptions, stride?: Ints | ConvTranspose3dOptions, padding?: Ints | ConvTranspose3dOptions, outputPadding?: Ints | ConvTranspose3dOptions, groups?: number | ConvTranspose3dOptions, dilation?: Ints | ConvTranspose3dOptions) => Tensor>("conv_transpose3d");
export interface Im2colOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
/** `im2col(Tensor input, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export const im2col = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, dilation?: Ints | Im2colOptions, padding?: Ints | Im2colOptions, stride?: Ints | Im2colOptions) => Tensor>("im2col");
export interface Col2imOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
/** `col2im(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export const col2im = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints, kernelSize: Ints, dilation?: Ints | Col2imOptions, padding?: Ints | Col2imOptions, stride?: Ints | Col2imOptions) => Tensor>("col2im");
