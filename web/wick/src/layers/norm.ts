// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

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
