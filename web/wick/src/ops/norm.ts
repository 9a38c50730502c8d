// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

export interface BatchNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default False */
  training?: boolean;
  /** default 0.1 */
  momentum?: number;
  /** default 1e-05 */
  eps?: number;
}
/** `batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor` */
export const batchNorm = /* @__PURE__ */ op<(input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, weight?: Tensor | null | BatchNormOptions, bias?: Tensor | null | BatchNormOptions, training?: boolean | BatchNormOptions, momentum?: number | BatchNormOptions, eps?: number | BatchNormOptions) => Tensor>("batch_norm");
export interface LayerNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default 1e-05 */
  eps?: number;
}
/** `layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export const layerNorm = /* @__PURE__ */ op<(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | LayerNormOptions, bias?: Tensor | null | LayerNormOptions, eps?: number | LayerNormOptions) => Tensor>("layer_norm");
export interface GroupNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default 1e-05 */
  eps?: number;
}
/** `group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export const groupNorm = /* @__PURE__ */ op<(input: Tensor, numGroups: number, weight?: Tensor | null | GroupNormOptions, bias?: Tensor | null | GroupNormOptions, eps?: number | GroupNormOptions) => Tensor>("group_norm");
export interface InstanceNormOptions {
  /** default None */
  runningMean?: Tensor | null;
  /** default None */
  runningVar?: Tensor | null;
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default True */
  useInputStats?: boolean;
  /** default 0.1 */
  momentum?: number;
  /** default 1e-05 */
  eps?: number;
}
/** `instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05) -> Tensor` */
export const instanceNorm = /* @__PURE__ */ op<(input: Tensor, runningMean?: Tensor | null | InstanceNormOptions, runningVar?: Tensor | null | InstanceNormOptions, weight?: Tensor | null | InstanceNormOptions, bias?: Tensor | null | InstanceNormOptions, useInputStats?: boolean | InstanceNormOptions, momentum?: number | InstanceNormOptions, eps?: number | InstanceNormOptions) => Tensor>("instance_norm");
export interface RmsNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  eps?: number | null;
}
/** `rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor` */
export const rmsNorm = /* @__PURE__ */ op<(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | RmsNormOptions, eps?: number | null | RmsNormOptions) => Tensor>("rms_norm");
export interface LocalResponseNormOptions {
  /** default 0.0001 */
  alpha?: number;
  /** default 0.75 */
  beta?: number;
  /** default 1 */
  k?: number;
}
/** `local_response_norm(Tensor input, int size, float alpha=0.0001, float beta=0.75, float k=1) -> Tensor` */
export const localResponseNorm = /* @__PURE__ */ op<(input: Tensor, size: number, alpha?: number | LocalResponseNormOptions, beta?: number | LocalResponseNormOptions, k?: number | LocalResponseNormOptions) => Tensor>("local_response_norm");
