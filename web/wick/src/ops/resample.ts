// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

export interface PadOptions {
  /** default 'constant' */
  mode?: string;
  /** default None */
  value?: number | null;
}
/** `pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor` */
export const pad = /* @__PURE__ */ op<(self: Tensor, pad_: Ints, mode?: string | PadOptions, value?: number | null | PadOptions) => Tensor>("pad");
export interface InterpolateOptions {
  /** default [] */
  size?: Ints;
  /** default [] */
  scaleFactor?: number | readonly number[];
  /** default 'nearest' */
  mode?: string;
  /** default False */
  alignCorners?: boolean;
}
/** `interpolate(Tensor input, int[] size=[], float[] scale_factor=[], str mode='nearest', bool align_corners=False) -> Tensor` */
export const interpolate = /* @__PURE__ */ op<(input: Tensor, size?: Ints | InterpolateOptions, scaleFactor?: number | readonly number[] | InterpolateOptions, mode?: string | InterpolateOptions, alignCorners?: boolean | InterpolateOptions) => Tensor>("interpolate");
export interface GridSampleOptions {
  /** default 'bilinear' */
  mode?: string;
  /** default 'zeros' */
  paddingMode?: string;
  /** default False */
  alignCorners?: boolean;
}
/** `grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool align_corners=False) -> Tensor` */
export const gridSample = /* @__PURE__ */ op<(input: Tensor, grid: Tensor, mode?: string | GridSampleOptions, paddingMode?: string | GridSampleOptions, alignCorners?: boolean | GridSampleOptions) => Tensor>("grid_sample");
/** `grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export const gridSampler = /* @__PURE__ */ op<(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean) => Tensor>("grid_sampler");
export interface AffineGridOptions {
  /** default False */
  alignCorners?: boolean;
}
/** `affine_grid(Tensor theta, int[] size, bool align_corners=False) -> Tensor` */
export const affineGrid = /* @__PURE__ */ op<(theta: Tensor, size: Ints, alignCorners?: boolean | AffineGridOptions) => Tensor>("affine_grid");
/** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
export const pixelShuffle = /* @__PURE__ */ op<(self: Tensor, upscaleFactor: number) => Tensor>("pixel_shuffle");
/** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
export const pixelUnshuffle = /* @__PURE__ */ op<(self: Tensor, downscaleFactor: number) => Tensor>("pixel_unshuffle");
/** `channel_shuffle(Tensor self, int groups) -> Tensor` */
export const channelShuffle = /* @__PURE__ */ op<(self: Tensor, groups: number) => Tensor>("channel_shuffle");
export interface ConstantPadNdOptions {
  /** default 0 */
  value?: number;
}
/** `constant_pad_nd(Tensor self, int[] pad, float value=0) -> Tensor` */
export const constantPadNd = /* @__PURE__ */ op<(self: Tensor, pad: Ints, value?: number | ConstantPadNdOptions) => Tensor>("constant_pad_nd");

/** Those that are methods of Tensor. */
export interface ResampleMethods {
  /** `pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor` */
  pad(pad_: Ints, mode?: string | PadOptions, value?: number | null | PadOptions): Tensor;
  /** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
  pixelShuffle(upscaleFactor: number): Tensor;
  /** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
  pixelUnshuffle(downscaleFactor: number): Tensor;
  /** `channel_shuffle(Tensor self, int groups) -> Tensor` */
  channelShuffle(groups: number): Tensor;
  /** `constant_pad_nd(Tensor self, int[] pad, float value=0) -> Tensor` */
  constantPadNd(pad: Ints, value?: number | ConstantPadNdOptions): Tensor;
}
