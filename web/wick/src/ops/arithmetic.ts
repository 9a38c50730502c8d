// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface AddOptions {
  /** default 1 */
  alpha?: number;
}
/** `add(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const add = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | AddOptions) => Tensor>("add");
export interface SubOptions {
  /** default 1 */
  alpha?: number;
}
/** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const sub = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | SubOptions) => Tensor>("sub");
/** `mul(Tensor self, Tensor other) -> Tensor` */
export const mul = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("mul");
export interface DivOptions {
  /** default None */
  roundingMode?: string | null;
}
/** `div(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export const div = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, roundingMode?: string | null | DivOptions) => Tensor>("div");
/** `pow(Tensor self, Tensor exponent) -> Tensor` */
export const pow = /* @__PURE__ */ op<(self: Tensor, exponent: Tensor | number) => Tensor>("pow");
/** `maximum(Tensor self, Tensor other) -> Tensor` */
export const maximum = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("maximum");
/** `minimum(Tensor self, Tensor other) -> Tensor` */
export const minimum = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("minimum");
/** `where(Tensor condition, Tensor self, Tensor other) -> Tensor` */
export const where = /* @__PURE__ */ op<(condition: Tensor, self: Tensor | number, other: Tensor | number) => Tensor>("where");
export interface ClampOptions {
  /** default None */
  min?: number | null;
  /** default None */
  max?: number | null;
}
export interface Clamp_TensorOptions {
  /** default None */
  min?: Tensor | number | null;
  /** default None */
  max?: Tensor | number | null;
}
/** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor`
 * or `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
export const clamp = /* @__PURE__ */ op<{
  (self: Tensor, min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
  (self: Tensor, min?: Tensor | number | null | Clamp_TensorOptions, max?: Tensor | number | null | Clamp_TensorOptions): Tensor;
}>("clamp");
/** `remainder(Tensor self, Tensor other) -> Tensor` */
export const remainder = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("remainder");
/** `fmod(Tensor self, Tensor other) -> Tensor` */
export const fmod = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("fmod");
/** `floor_divide(Tensor self, Tensor other) -> Tensor` */
export const floorDivide = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("floor_divide");
/** `true_divide(Tensor self, Tensor other) -> Tensor` */
export const trueDivide = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("true_divide");
/** `lerp(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export const lerp = /* @__PURE__ */ op<(self: Tensor, end: Tensor, weight: Tensor | number) => Tensor>("lerp");
export interface AddcmulOptions {
  /** default 1 */
  value?: number;
}
/** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcmul = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcmulOptions) => Tensor>("addcmul");
export interface AddcdivOptions {
  /** default 1 */
  value?: number;
}
/** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcdiv = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcdivOptions) => Tensor>("addcdiv");
/** `clamp_min(Tensor self, Tensor min) -> Tensor` */
export const clampMin = /* @__PURE__ */ op<(self: Tensor, min: Tensor | number) => Tensor>("clamp_min");
/** `clamp_max(Tensor self, Tensor max) -> Tensor` */
export const clampMax = /* @__PURE__ */ op<(self: Tensor, max: Tensor | number) => Tensor>("clamp_max");
export interface Add_Options {
  /** default 1 */
  alpha?: number;
}
/** `add_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const add_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | Add_Options) => Tensor>("add_");
export interface Addcdiv_Options {
  /** default 1 */
  value?: number;
}
/** `addcdiv_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcdiv_ = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcdiv_Options) => Tensor>("addcdiv_");
export interface Addcmul_Options {
  /** default 1 */
  value?: number;
}
/** `addcmul_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcmul_ = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcmul_Options) => Tensor>("addcmul_");
export interface Clamp_Options {
  /** default None */
  min?: number | null;
  /** default None */
  max?: number | null;
}
/** `clamp_(Tensor self, float? min=None, float? max=None) -> Tensor` */
export const clamp_ = /* @__PURE__ */ op<(self: Tensor, min?: number | null | Clamp_Options, max?: number | null | Clamp_Options) => Tensor>("clamp_");
/** `clamp_max_(Tensor self, Tensor max) -> Tensor` */
export const clampMax_ = /* @__PURE__ */ op<(self: Tensor, max: Tensor | number) => Tensor>("clamp_max_");
/** `clamp_min_(Tensor self, Tensor min) -> Tensor` */
export const clampMin_ = /* @__PURE__ */ op<(self: Tensor, min: Tensor | number) => Tensor>("clamp_min_");
export interface Div_Options {
  /** default None */
  roundingMode?: string | null;
}
/** `div_(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export const div_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, roundingMode?: string | null | Div_Options) => Tensor>("div_");
/** `floor_divide_(Tensor self, Tensor other) -> Tensor` */
export const floorDivide_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("floor_divide_");
/** `fmod_(Tensor self, Tensor other) -> Tensor` */
export const fmod_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("fmod_");
/** `lerp_(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export const lerp_ = /* @__PURE__ */ op<(self: Tensor, end: Tensor, weight: Tensor | number) => Tensor>("lerp_");
/** `mul_(Tensor self, Tensor other) -> Tensor` */
export const mul_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("mul_");
/** `pow_(Tensor self, Tensor exponent) -> Tensor` */
export const pow_ = /* @__PURE__ */ op<(self: Tensor, exponent: Tensor | number) => Tensor>("pow_");
/** `remainder_(Tensor self, Tensor other) -> Tensor` */
export const remainder_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("remainder_");
export interface Sub_Options {
  /** default 1 */
  alpha?: number;
}
/** `sub_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const sub_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | Sub_Options) => Tensor>("sub_");
/** `true_divide_(Tensor self, Tensor other) -> Tensor` */
export const trueDivide_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("true_divide_");

/** Those that are methods of Tensor. */
export interface ArithmeticMethods {
  /** `add(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  add(other: Tensor | number, alpha?: number | AddOptions): Tensor;
  /** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  sub(other: Tensor | number, alpha?: number | SubOptions): Tensor;
  /** `mul(Tensor self, Tensor other) -> Tensor` */
  mul(other: Tensor | number): Tensor;
  /** `div(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
  div(other: Tensor | number, roundingMode?: string | null | DivOptions): Tensor;
  /** `pow(Tensor self, Tensor exponent) -> Tensor` */
  pow(exponent: Tensor | number): Tensor;
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(other: Tensor | number): Tensor;
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(other: Tensor | number): Tensor;
  /** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor`
 * or `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
  clamp(min?: Tensor | number | null | Clamp_TensorOptions, max?: Tensor | number | null | Clamp_TensorOptions): Tensor;
  /** `remainder(Tensor self, Tensor other) -> Tensor` */
  remainder(other: Tensor | number): Tensor;
  /** `fmod(Tensor self, Tensor other) -> Tensor` */
  fmod(other: Tensor | number): Tensor;
  /** `floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(other: Tensor | number): Tensor;
  /** `true_divide(Tensor self, Tensor other) -> Tensor` */
  trueDivide(other: Tensor | number): Tensor;
  /** `lerp(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(end: Tensor, weight: Tensor | number): Tensor;
  /** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcmul(tensor1: Tensor, tensor2: Tensor, value?: number | AddcmulOptions): Tensor;
  /** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcdiv(tensor1: Tensor, tensor2: Tensor, value?: number | AddcdivOptions): Tensor;
  /** `clamp_min(Tensor self, Tensor min) -> Tensor` */
  clampMin(min: Tensor | number): Tensor;
  /** `clamp_max(Tensor self, Tensor max) -> Tensor` */
  clampMax(max: Tensor | number): Tensor;
  /** `add_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  add_(other: Tensor | number, alpha?: number | Add_Options): Tensor;
  /** `addcdiv_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, value?: number | Addcdiv_Options): Tensor;
  /** `addcmul_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcmul_(tensor1: Tensor, tensor2: Tensor, value?: number | Addcmul_Options): Tensor;
  /** `clamp_(Tensor self, float? min=None, float? max=None) -> Tensor` */
  clamp_(min?: number | null | Clamp_Options, max?: number | null | Clamp_Options): Tensor;
  /** `clamp_max_(Tensor self, Tensor max) -> Tensor` */
  clampMax_(max: Tensor | number): Tensor;
  /** `clamp_min_(Tensor self, Tensor min) -> Tensor` */
  clampMin_(min: Tensor | number): Tensor;
  /** `div_(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
  div_(other: Tensor | number, roundingMode?: string | null | Div_Options): Tensor;
  /** `floor_divide_(Tensor self, Tensor other) -> Tensor` */
  floorDivide_(other: Tensor | number): Tensor;
  /** `fmod_(Tensor self, Tensor other) -> Tensor` */
  fmod_(other: Tensor | number): Tensor;
  /** `lerp_(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp_(end: Tensor, weight: Tensor | number): Tensor;
  /** `mul_(Tensor self, Tensor other) -> Tensor` */
  mul_(other: Tensor | number): Tensor;
  /** `pow_(Tensor self, Tensor exponent) -> Tensor` */
  pow_(exponent: Tensor | number): Tensor;
  /** `remainder_(Tensor self, Tensor other) -> Tensor` */
  remainder_(other: Tensor | number): Tensor;
  /** `sub_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  sub_(other: Tensor | number, alpha?: number | Sub_Options): Tensor;
  /** `true_divide_(Tensor self, Tensor other) -> Tensor` */
  trueDivide_(other: Tensor | number): Tensor;
}
