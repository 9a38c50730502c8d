// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

/** `exp(Tensor self) -> Tensor` */
export const exp = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp");
/** `log(Tensor self) -> Tensor` */
export const log = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log");
/** `sqrt(Tensor self) -> Tensor` */
export const sqrt = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sqrt");
/** `rsqrt(Tensor self) -> Tensor` */
export const rsqrt = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rsqrt");
/** `abs(Tensor self) -> Tensor` */
export const abs = /* @__PURE__ */ op<(self: Tensor) => Tensor>("abs");
/** `neg(Tensor self) -> Tensor` */
export const neg = /* @__PURE__ */ op<(self: Tensor) => Tensor>("neg");
/** `square(Tensor self) -> Tensor` */
export const square = /* @__PURE__ */ op<(self: Tensor) => Tensor>("square");
/** `reciprocal(Tensor self) -> Tensor` */
export const reciprocal = /* @__PURE__ */ op<(self: Tensor) => Tensor>("reciprocal");
/** `sin(Tensor self) -> Tensor` */
export const sin = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sin");
/** `cos(Tensor self) -> Tensor` */
export const cos = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cos");
/** `tanh(Tensor self) -> Tensor` */
export const tanh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanh");
/** `floor(Tensor self) -> Tensor` */
export const floor = /* @__PURE__ */ op<(self: Tensor) => Tensor>("floor");
/** `ceil(Tensor self) -> Tensor` */
export const ceil = /* @__PURE__ */ op<(self: Tensor) => Tensor>("ceil");
/** `trunc(Tensor self) -> Tensor` */
export const trunc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trunc");
export interface RoundOptions {
  /** default 0 */
  decimals?: number;
}
/** `round(Tensor self, int decimals=0) -> Tensor` */
export const round = /* @__PURE__ */ op<(self: Tensor, decimals?: number | RoundOptions) => Tensor>("round");
/** `frac(Tensor self) -> Tensor` */
export const frac = /* @__PURE__ */ op<(self: Tensor) => Tensor>("frac");
/** `sign(Tensor self) -> Tensor` */
export const sign = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sign");
/** `tan(Tensor self) -> Tensor` */
export const tan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tan");
/** `asin(Tensor self) -> Tensor` */
export const asin = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asin");
/** `acos(Tensor self) -> Tensor` */
export const acos = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acos");
/** `atan(Tensor self) -> Tensor` */
export const atan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atan");
/** `sinh(Tensor self) -> Tensor` */
export const sinh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinh");
/** `cosh(Tensor self) -> Tensor` */
export const cosh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cosh");
/** `asinh(Tensor self) -> Tensor` */
export const asinh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asinh");
/** `acosh(Tensor self) -> Tensor` */
export const acosh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acosh");
/** `atanh(Tensor self) -> Tensor` */
export const atanh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atanh");
/** `exp2(Tensor self) -> Tensor` */
export const exp2 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp2");
/** `expm1(Tensor self) -> Tensor` */
export const expm1 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("expm1");
/** `log2(Tensor self) -> Tensor` */
export const log2 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log2");
/** `log10(Tensor self) -> Tensor` */
export const log10 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log10");
/** `log1p(Tensor self) -> Tensor` */
export const log1p = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log1p");
/** `erf(Tensor self) -> Tensor` */
export const erf = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erf");
/** `erfc(Tensor self) -> Tensor` */
export const erfc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfc");
/** `erfinv(Tensor self) -> Tensor` */
export const erfinv = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfinv");
/** `sinc(Tensor self) -> Tensor` */
export const sinc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinc");
export interface LogitOptions {
  /** default None */
  eps?: number | null;
}
/** `logit(Tensor self, float? eps=None) -> Tensor` */
export const logit = /* @__PURE__ */ op<(self: Tensor, eps?: number | null | LogitOptions) => Tensor>("logit");
/** `lgamma(Tensor self) -> Tensor` */
export const lgamma = /* @__PURE__ */ op<(self: Tensor) => Tensor>("lgamma");
/** `digamma(Tensor self) -> Tensor` */
export const digamma = /* @__PURE__ */ op<(self: Tensor) => Tensor>("digamma");
/** `polygamma(int n, Tensor self) -> Tensor` */
export const polygamma = /* @__PURE__ */ op<(n: number, self: Tensor) => Tensor>("polygamma");
/** `deg2rad(Tensor self) -> Tensor` */
export const deg2rad = /* @__PURE__ */ op<(self: Tensor) => Tensor>("deg2rad");
/** `rad2deg(Tensor self) -> Tensor` */
export const rad2deg = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rad2deg");
export interface NanToNumOptions {
  /** default 0 */
  nan?: number;
  /** default None */
  posinf?: number | null;
  /** default None */
  neginf?: number | null;
}
/** `nan_to_num(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export const nanToNum = /* @__PURE__ */ op<(self: Tensor, nan?: number | NanToNumOptions, posinf?: number | null | NanToNumOptions, neginf?: number | null | NanToNumOptions) => Tensor>("nan_to_num");
/** `atan2(Tensor self, Tensor other) -> Tensor` */
export const atan2 = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("atan2");
/** `hypot(Tensor self, Tensor other) -> Tensor` */
export const hypot = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("hypot");
/** `logaddexp(Tensor self, Tensor other) -> Tensor` */
export const logaddexp = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logaddexp");
/** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
export const logaddexp2 = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logaddexp2");
/** `xlogy(Tensor self, Tensor other) -> Tensor` */
export const xlogy = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("xlogy");
/** `copysign(Tensor self, Tensor other) -> Tensor` */
export const copysign = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("copysign");
/** `heaviside(Tensor self, Tensor values) -> Tensor` */
export const heaviside = /* @__PURE__ */ op<(self: Tensor, values: Tensor) => Tensor>("heaviside");
/** `abs_(Tensor self) -> Tensor` */
export const abs_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("abs_");
/** `acos_(Tensor self) -> Tensor` */
export const acos_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acos_");
/** `acosh_(Tensor self) -> Tensor` */
export const acosh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acosh_");
/** `asin_(Tensor self) -> Tensor` */
export const asin_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asin_");
/** `asinh_(Tensor self) -> Tensor` */
export const asinh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asinh_");
/** `atan_(Tensor self) -> Tensor` */
export const atan_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atan_");
/** `atan2_(Tensor self, Tensor other) -> Tensor` */
export const atan2_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("atan2_");
/** `atanh_(Tensor self) -> Tensor` */
export const atanh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atanh_");
/** `ceil_(Tensor self) -> Tensor` */
export const ceil_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("ceil_");
/** `copysign_(Tensor self, Tensor other) -> Tensor` */
export const copysign_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("copysign_");
/** `cos_(Tensor self) -> Tensor` */
export const cos_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cos_");
/** `cosh_(Tensor self) -> Tensor` */
export const cosh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cosh_");
/** `deg2rad_(Tensor self) -> Tensor` */
export const deg2rad_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("deg2rad_");
/** `digamma_(Tensor self) -> Tensor` */
export const digamma_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("digamma_");
/** `erf_(Tensor self) -> Tensor` */
export const erf_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erf_");
/** `erfc_(Tensor self) -> Tensor` */
export const erfc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfc_");
/** `erfinv_(Tensor self) -> Tensor` */
export const erfinv_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfinv_");
/** `exp_(Tensor self) -> Tensor` */
export const exp_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp_");
/** `exp2_(Tensor self) -> Tensor` */
export const exp2_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp2_");
/** `expm1_(Tensor self) -> Tensor` */
export const expm1_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("expm1_");
/** `floor_(Tensor self) -> Tensor` */
export const floor_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("floor_");
/** `frac_(Tensor self) -> Tensor` */
export const frac_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("frac_");
/** `heaviside_(Tensor self, Tensor values) -> Tensor` */
export const heaviside_ = /* @__PURE__ */ op<(self: Tensor, values: Tensor) => Tensor>("heaviside_");
/** `hypot_(Tensor self, Tensor other) -> Tensor` */
export const hypot_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("hypot_");
/** `lgamma_(Tensor self) -> Tensor` */
export const lgamma_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("lgamma_");
/** `log_(Tensor self) -> Tensor` */
export const log_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log_");
/** `log10_(Tensor self) -> Tensor` */
export const log10_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log10_");
/** `log1p_(Tensor self) -> Tensor` */
export const log1p_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log1p_");
/** `log2_(Tensor self) -> Tensor` */
export const log2_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log2_");
export interface Logit_Options {
  /** default None */
  eps?: number | null;
}
/** `logit_(Tensor self, float? eps=None) -> Tensor` */
export const logit_ = /* @__PURE__ */ op<(self: Tensor, eps?: number | null | Logit_Options) => Tensor>("logit_");
export interface NanToNum_Options {
  /** default 0 */
  nan?: number;
  /** default None */
  posinf?: number | null;
  /** default None */
  neginf?: number | null;
}
/** `nan_to_num_(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export const nanToNum_ = /* @__PURE__ */ op<(self: Tensor, nan?: number | NanToNum_Options, posinf?: number | null | NanToNum_Options, neginf?: number | null | NanToNum_Options) => Tensor>("nan_to_num_");
/** `neg_(Tensor self) -> Tensor` */
export const neg_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("neg_");
/** `rad2deg_(Tensor self) -> Tensor` */
export const rad2deg_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rad2deg_");
/** `reciprocal_(Tensor self) -> Tensor` */
export const reciprocal_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("reciprocal_");
export interface Round_Options {
  /** default 0 */
  decimals?: number;
}
/** `round_(Tensor self, int decimals=0) -> Tensor` */
export const round_ = /* @__PURE__ */ op<(self: Tensor, decimals?: number | Round_Options) => Tensor>("round_");
/** `rsqrt_(Tensor self) -> Tensor` */
export const rsqrt_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rsqrt_");
/** `sign_(Tensor self) -> Tensor` */
export const sign_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sign_");
/** `sin_(Tensor self) -> Tensor` */
export const sin_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sin_");
/** `sinc_(Tensor self) -> Tensor` */
export const sinc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinc_");
/** `sinh_(Tensor self) -> Tensor` */
export const sinh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinh_");
/** `sqrt_(Tensor self) -> Tensor` */
export const sqrt_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sqrt_");
/** `square_(Tensor self) -> Tensor` */
export const square_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("square_");
/** `tan_(Tensor self) -> Tensor` */
export const tan_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tan_");
/** `tanh_(Tensor self) -> Tensor` */
export const tanh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanh_");
/** `trunc_(Tensor self) -> Tensor` */
export const trunc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trunc_");
/** `xlogy_(Tensor self, Tensor other) -> Tensor` */
export const xlogy_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("xlogy_");

/** Those that are methods of Tensor. */
export interface MathMethods {
  /** `exp(Tensor self) -> Tensor` */
  exp(): Tensor;
  /** `log(Tensor self) -> Tensor` */
  log(): Tensor;
  /** `sqrt(Tensor self) -> Tensor` */
  sqrt(): Tensor;
  /** `rsqrt(Tensor self) -> Tensor` */
  rsqrt(): Tensor;
  /** `abs(Tensor self) -> Tensor` */
  abs(): Tensor;
  /** `neg(Tensor self) -> Tensor` */
  neg(): Tensor;
  /** `square(Tensor self) -> Tensor` */
  square(): Tensor;
  /** `reciprocal(Tensor self) -> Tensor` */
  reciprocal(): Tensor;
  /** `sin(Tensor self) -> Tensor` */
  sin(): Tensor;
  /** `cos(Tensor self) -> Tensor` */
  cos(): Tensor;
  /** `tanh(Tensor self) -> Tensor` */
  tanh(): Tensor;
  /** `floor(Tensor self) -> Tensor` */
  floor(): Tensor;
  /** `ceil(Tensor self) -> Tensor` */
  ceil(): Tensor;
  /** `trunc(Tensor self) -> Tensor` */
  trunc(): Tensor;
  /** `round(Tensor self, int decimals=0) -> Tensor` */
  round(decimals?: number | RoundOptions): Tensor;
  /** `frac(Tensor self) -> Tensor` */
  frac(): Tensor;
  /** `sign(Tensor self) -> Tensor` */
  sign(): Tensor;
  /** `tan(Tensor self) -> Tensor` */
  tan(): Tensor;
  /** `asin(Tensor self) -> Tensor` */
  asin(): Tensor;
  /** `acos(Tensor self) -> Tensor` */
  acos(): Tensor;
  /** `atan(Tensor self) -> Tensor` */
  atan(): Tensor;
  /** `sinh(Tensor self) -> Tensor` */
  sinh(): Tensor;
  /** `cosh(Tensor self) -> Tensor` */
  cosh(): Tensor;
  /** `asinh(Tensor self) -> Tensor` */
  asinh(): Tensor;
  /** `acosh(Tensor self) -> Tensor` */
  acosh(): Tensor;
  /** `atanh(Tensor self) -> Tensor` */
  atanh(): Tensor;
  /** `exp2(Tensor self) -> Tensor` */
  exp2(): Tensor;
  /** `expm1(Tensor self) -> Tensor` */
  expm1(): Tensor;
  /** `log2(Tensor self) -> Tensor` */
  log2(): Tensor;
  /** `log10(Tensor self) -> Tensor` */
  log10(): Tensor;
  /** `log1p(Tensor self) -> Tensor` */
  log1p(): Tensor;
  /** `erf(Tensor self) -> Tensor` */
  erf(): Tensor;
  /** `erfc(Tensor self) -> Tensor` */
  erfc(): Tensor;
  /** `erfinv(Tensor self) -> Tensor` */
  erfinv(): Tensor;
  /** `sinc(Tensor self) -> Tensor` */
  sinc(): Tensor;
  /** `logit(Tensor self, float? eps=None) -> Tensor` */
  logit(eps?: number | null | LogitOptions): Tensor;
  /** `lgamma(Tensor self) -> Tensor` */
  lgamma(): Tensor;
  /** `digamma(Tensor self) -> Tensor` */
  digamma(): Tensor;
  /** `deg2rad(Tensor self) -> Tensor` */
  deg2rad(): Tensor;
  /** `rad2deg(Tensor self) -> Tensor` */
  rad2deg(): Tensor;
  /** `nan_to_num(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(nan?: number | NanToNumOptions, posinf?: number | null | NanToNumOptions, neginf?: number | null | NanToNumOptions): Tensor;
  /** `atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(other: Tensor | number): Tensor;
  /** `hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(other: Tensor | number): Tensor;
  /** `logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(other: Tensor | number): Tensor;
  /** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
  logaddexp2(other: Tensor | number): Tensor;
  /** `xlogy(Tensor self, Tensor other) -> Tensor` */
  xlogy(other: Tensor | number): Tensor;
  /** `copysign(Tensor self, Tensor other) -> Tensor` */
  copysign(other: Tensor | number): Tensor;
  /** `heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(values: Tensor): Tensor;
  /** `abs_(Tensor self) -> Tensor` */
  abs_(): Tensor;
  /** `acos_(Tensor self) -> Tensor` */
  acos_(): Tensor;
  /** `acosh_(Tensor self) -> Tensor` */
  acosh_(): Tensor;
  /** `asin_(Tensor self) -> Tensor` */
  asin_(): Tensor;
  /** `asinh_(Tensor self) -> Tensor` */
  asinh_(): Tensor;
  /** `atan_(Tensor self) -> Tensor` */
  atan_(): Tensor;
  /** `atan2_(Tensor self, Tensor other) -> Tensor` */
  atan2_(other: Tensor | number): Tensor;
  /** `atanh_(Tensor self) -> Tensor` */
  atanh_(): Tensor;
  /** `ceil_(Tensor self) -> Tensor` */
  ceil_(): Tensor;
  /** `copysign_(Tensor self, Tensor other) -> Tensor` */
  copysign_(other: Tensor | number): Tensor;
  /** `cos_(Tensor self) -> Tensor` */
  cos_(): Tensor;
  /** `cosh_(Tensor self) -> Tensor` */
  cosh_(): Tensor;
  /** `deg2rad_(Tensor self) -> Tensor` */
  deg2rad_(): Tensor;
  /** `digamma_(Tensor self) -> Tensor` */
  digamma_(): Tensor;
  /** `erf_(Tensor self) -> Tensor` */
  erf_(): Tensor;
  /** `erfc_(Tensor self) -> Tensor` */
  erfc_(): Tensor;
  /** `erfinv_(Tensor self) -> Tensor` */
  erfinv_(): Tensor;
  /** `exp_(Tensor self) -> Tensor` */
  exp_(): Tensor;
  /** `exp2_(Tensor self) -> Tensor` */
  exp2_(): Tensor;
  /** `expm1_(Tensor self) -> Tensor` */
  expm1_(): Tensor;
  /** `floor_(Tensor self) -> Tensor` */
  floor_(): Tensor;
  /** `frac_(Tensor self) -> Tensor` */
  frac_(): Tensor;
  /** `heaviside_(Tensor self, Tensor values) -> Tensor` */
  heaviside_(values: Tensor): Tensor;
  /** `hypot_(Tensor self, Tensor other) -> Tensor` */
  hypot_(other: Tensor | number): Tensor;
  /** `lgamma_(Tensor self) -> Tensor` */
  lgamma_(): Tensor;
  /** `log_(Tensor self) -> Tensor` */
  log_(): Tensor;
  /** `log10_(Tensor self) -> Tensor` */
  log10_(): Tensor;
  /** `log1p_(Tensor self) -> Tensor` */
  log1p_(): Tensor;
  /** `log2_(Tensor self) -> Tensor` */
  log2_(): Tensor;
  /** `logit_(Tensor self, float? eps=None) -> Tensor` */
  logit_(eps?: number | null | Logit_Options): Tensor;
  /** `nan_to_num_(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum_(nan?: number | NanToNum_Options, posinf?: number | null | NanToNum_Options, neginf?: number | null | NanToNum_Options): Tensor;
  /** `neg_(Tensor self) -> Tensor` */
  neg_(): Tensor;
  /** `rad2deg_(Tensor self) -> Tensor` */
  rad2deg_(): Tensor;
  /** `reciprocal_(Tensor self) -> Tensor` */
  reciprocal_(): Tensor;
  /** `round_(Tensor self, int decimals=0) -> Tensor` */
  round_(decimals?: number | Round_Options): Tensor;
  /** `rsqrt_(Tensor self) -> Tensor` */
  rsqrt_(): Tensor;
  /** `sign_(Tensor self) -> Tensor` */
  sign_(): Tensor;
  /** `sin_(Tensor self) -> Tensor` */
  sin_(): Tensor;
  /** `sinc_(Tensor self) -> Tensor` */
  sinc_(): Tensor;
  /** `sinh_(Tensor self) -> Tensor` */
  sinh_(): Tensor;
  /** `sqrt_(Tensor self) -> Tensor` */
  sqrt_(): Tensor;
  /** `square_(Tensor self) -> Tensor` */
  square_(): Tensor;
  /** `tan_(Tensor self) -> Tensor` */
  tan_(): Tensor;
  /** `tanh_(Tensor self) -> Tensor` */
  tanh_(): Tensor;
  /** `trunc_(Tensor self) -> Tensor` */
  trunc_(): Tensor;
  /** `xlogy_(Tensor self, Tensor other) -> Tensor` */
  xlogy_(other: Tensor | number): Tensor;
}
