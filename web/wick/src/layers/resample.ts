// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

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
