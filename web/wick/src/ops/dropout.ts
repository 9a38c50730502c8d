// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface DropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
/** `dropout(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout = /* @__PURE__ */ op<(input: Tensor, p?: number | DropoutOptions, training?: boolean | DropoutOptions) => Tensor>("dropout");
export interface Dropout1dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
/** `dropout1d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout1d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout1dOptions, training?: boolean | Dropout1dOptions) => Tensor>("dropout1d");
export interface Dropout2dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
/** `dropout2d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout2d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout2dOptions, training?: boolean | Dropout2dOptions) => Tensor>("dropout2d");
export interface Dropout3dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
/** `dropout3d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout3d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout3dOptions, training?: boolean | Dropout3dOptions) => Tensor>("dropout3d");
export interface AlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
/** `alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const alphaDropout = /* @__PURE__ */ op<(input: Tensor, p?: number | AlphaDropoutOptions, training?: boolean | AlphaDropoutOptions) => Tensor>("alpha_dropout");
export interface FeatureAlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
/** `feature_alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const featureAlphaDropout = /* @__PURE__ */ op<(input: Tensor, p?: number | FeatureAlphaDropoutOptions, training?: boolean | FeatureAlphaDropoutOptions) => Tensor>("feature_alpha_dropout");
export interface AlphaDropout_Options {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
/** `alpha_dropout_(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const alphaDropout_ = /* @__PURE__ */ op<(input: Tensor, p?: number | AlphaDropout_Options, training?: boolean | AlphaDropout_Options) => Tensor>("alpha_dropout_");
export interface Dropout_Options {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
/** `dropout_(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout_ = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout_Options, training?: boolean | Dropout_Options) => Tensor>("dropout_");
