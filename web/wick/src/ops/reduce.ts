// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

export interface SumOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `sum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const sum = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | SumOptions, keepdim?: boolean | SumOptions) => Tensor>("sum");
export interface MeanOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `mean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const mean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | MeanOptions, keepdim?: boolean | MeanOptions) => Tensor>("mean");
export interface VarOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
/** `var(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export const variance = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | VarOptions, correction?: number | VarOptions, keepdim?: boolean | VarOptions) => Tensor>("var");
export { variance as var };
export interface MaxDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `max(Tensor self) -> Tensor`
 * or `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const max = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MaxDimOptions): [Tensor, Tensor];
}>("max");
export interface MinDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `min(Tensor self) -> Tensor`
 * or `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const min = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MinDimOptions): [Tensor, Tensor];
}>("min");
export interface AmaxOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `amax(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const amax = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | AmaxOptions, keepdim?: boolean | AmaxOptions) => Tensor>("amax");
export interface AminOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `amin(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const amin = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | AminOptions, keepdim?: boolean | AminOptions) => Tensor>("amin");
export interface ArgmaxOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
/** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export const argmax = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | ArgmaxOptions, keepdim?: boolean | ArgmaxOptions) => Tensor>("argmax");
export interface ArgminOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
/** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export const argmin = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | ArgminOptions, keepdim?: boolean | ArgminOptions) => Tensor>("argmin");
export interface LogsumexpOptions {
  /** default False */
  keepdim?: boolean;
}
/** `logsumexp(Tensor self, int[] dim, bool keepdim=False) -> Tensor` */
export const logsumexp = /* @__PURE__ */ op<(self: Tensor, dim: Ints, keepdim?: boolean | LogsumexpOptions) => Tensor>("logsumexp");
export interface ProdDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `prod(Tensor self) -> Tensor`
 * or `prod.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const prod = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | ProdDimOptions): Tensor;
}>("prod");
export interface StdOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
/** `std(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export const std = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | StdOptions, correction?: number | StdOptions, keepdim?: boolean | StdOptions) => Tensor>("std");
export interface VarMeanOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
/** `var_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export const varMean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | VarMeanOptions, correction?: number | VarMeanOptions, keepdim?: boolean | VarMeanOptions) => [Tensor, Tensor]>("var_mean*");
export interface StdMeanOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
/** `std_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export const stdMean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | StdMeanOptions, correction?: number | StdMeanOptions, keepdim?: boolean | StdMeanOptions) => [Tensor, Tensor]>("std_mean*");
export interface NormOptions {
  /** default 2 */
  p?: number;
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface NormFroOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `norm(Tensor self, float p=2, int[] dim=[], bool keepdim=False) -> Tensor`
 * or `norm.fro(Tensor self, str p, int[] dim=[], bool keepdim=False) -> Tensor` */
export const norm = /* @__PURE__ */ op<{
  (self: Tensor, p?: number | NormOptions, dim?: Ints | NormOptions, keepdim?: boolean | NormOptions): Tensor;
  (self: Tensor, p: string, dim?: Ints | NormFroOptions, keepdim?: boolean | NormFroOptions): Tensor;
}>("norm");
export interface LinalgVectorNormOptions {
  /** default 2 */
  ord?: number;
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `linalg_vector_norm(Tensor self, float ord=2, int[] dim=[], bool keepdim=False) -> Tensor` */
export const linalgVectorNorm = /* @__PURE__ */ op<(self: Tensor, ord?: number | LinalgVectorNormOptions, dim?: Ints | LinalgVectorNormOptions, keepdim?: boolean | LinalgVectorNormOptions) => Tensor>("linalg_vector_norm");
export interface NansumOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `nansum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const nansum = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | NansumOptions, keepdim?: boolean | NansumOptions) => Tensor>("nansum");
export interface NanmeanOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
/** `nanmean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const nanmean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | NanmeanOptions, keepdim?: boolean | NanmeanOptions) => Tensor>("nanmean");
export interface CountNonzeroOptions {
  /** default [] */
  dim?: Ints;
}
/** `count_nonzero(Tensor self, int[] dim=[]) -> Tensor` */
export const countNonzero = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | CountNonzeroOptions) => Tensor>("count_nonzero");
export interface AllDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `all(Tensor self) -> Tensor`
 * or `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const all = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | AllDimOptions): Tensor;
}>("all");
export interface AnyDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `any(Tensor self) -> Tensor`
 * or `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const any = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | AnyDimOptions): Tensor;
}>("any");
export interface AminmaxOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
/** `aminmax(Tensor self, int? dim=None, bool keepdim=False) -> (Tensor, Tensor)` */
export const aminmax = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | AminmaxOptions, keepdim?: boolean | AminmaxOptions) => [Tensor, Tensor]>("aminmax*");

/** Those that are methods of Tensor. */
export interface ReduceMethods {
  /** `sum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  sum(dim?: Ints | SumOptions, keepdim?: boolean | SumOptions): Tensor;
  /** `mean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  mean(dim?: Ints | MeanOptions, keepdim?: boolean | MeanOptions): Tensor;
  /** `var(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
  var(dim?: Ints | VarOptions, correction?: number | VarOptions, keepdim?: boolean | VarOptions): Tensor;
  /** `max(Tensor self) -> Tensor`
 * or `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
  max(): Tensor;
  max(dim: number, keepdim?: boolean | MaxDimOptions): [Tensor, Tensor];
  /** `min(Tensor self) -> Tensor`
 * or `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
  min(): Tensor;
  min(dim: number, keepdim?: boolean | MinDimOptions): [Tensor, Tensor];
  /** `amax(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  amax(dim?: Ints | AmaxOptions, keepdim?: boolean | AmaxOptions): Tensor;
  /** `amin(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  amin(dim?: Ints | AminOptions, keepdim?: boolean | AminOptions): Tensor;
  /** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmax(dim?: number | null | ArgmaxOptions, keepdim?: boolean | ArgmaxOptions): Tensor;
  /** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmin(dim?: number | null | ArgminOptions, keepdim?: boolean | ArgminOptions): Tensor;
  /** `logsumexp(Tensor self, int[] dim, bool keepdim=False) -> Tensor` */
  logsumexp(dim: Ints, keepdim?: boolean | LogsumexpOptions): Tensor;
  /** `prod(Tensor self) -> Tensor`
 * or `prod.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  prod(): Tensor;
  prod(dim: number, keepdim?: boolean | ProdDimOptions): Tensor;
  /** `std(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
  std(dim?: Ints | StdOptions, correction?: number | StdOptions, keepdim?: boolean | StdOptions): Tensor;
  /** `var_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(dim?: Ints | VarMeanOptions, correction?: number | VarMeanOptions, keepdim?: boolean | VarMeanOptions): [Tensor, Tensor];
  /** `std_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(dim?: Ints | StdMeanOptions, correction?: number | StdMeanOptions, keepdim?: boolean | StdMeanOptions): [Tensor, Tensor];
  /** `norm(Tensor self, float p=2, int[] dim=[], bool keepdim=False) -> Tensor`
 * or `norm.fro(Tensor self, str p, int[] dim=[], bool keepdim=False) -> Tensor` */
  norm(p?: number | NormOptions, dim?: Ints | NormOptions, keepdim?: boolean | NormOptions): Tensor;
  norm(p: string, dim?: Ints | NormFroOptions, keepdim?: boolean | NormFroOptions): Tensor;
  /** `linalg_vector_norm(Tensor self, float ord=2, int[] dim=[], bool keepdim=False) -> Tensor` */
  linalgVectorNorm(ord?: number | LinalgVectorNormOptions, dim?: Ints | LinalgVectorNormOptions, keepdim?: boolean | LinalgVectorNormOptions): Tensor;
  /** `nansum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  nansum(dim?: Ints | NansumOptions, keepdim?: boolean | NansumOptions): Tensor;
  /** `nanmean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  nanmean(dim?: Ints | NanmeanOptions, keepdim?: boolean | NanmeanOptions): Tensor;
  /** `count_nonzero(Tensor self, int[] dim=[]) -> Tensor` */
  countNonzero(dim?: Ints | CountNonzeroOptions): Tensor;
  /** `all(Tensor self) -> Tensor`
 * or `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(): Tensor;
  all(dim: number, keepdim?: boolean | AllDimOptions): Tensor;
  /** `any(Tensor self) -> Tensor`
 * or `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(): Tensor;
  any(dim: number, keepdim?: boolean | AnyDimOptions): Tensor;
  /** `aminmax(Tensor self, int? dim=None, bool keepdim=False) -> (Tensor, Tensor)` */
  aminmax(dim?: number | null | AminmaxOptions, keepdim?: boolean | AminmaxOptions): [Tensor, Tensor];
}
