// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

/** `matmul(Tensor self, Tensor other) -> Tensor` */
export const matmul = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("matmul");
export interface LinearOptions {
  /** default None */
  bias?: Tensor | null;
}
/** `linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
export const linear = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | LinearOptions) => Tensor>("linear");
/** `mm(Tensor self, Tensor mat2) -> Tensor` */
export const mm = /* @__PURE__ */ op<(self: Tensor, mat2: Tensor) => Tensor>("mm");
/** `bmm(Tensor self, Tensor mat2) -> Tensor` */
export const bmm = /* @__PURE__ */ op<(self: Tensor, mat2: Tensor) => Tensor>("bmm");
/** `mv(Tensor self, Tensor vec) -> Tensor` */
export const mv = /* @__PURE__ */ op<(self: Tensor, vec: Tensor) => Tensor>("mv");
/** `dot(Tensor self, Tensor tensor) -> Tensor` */
export const dot = /* @__PURE__ */ op<(self: Tensor, tensor: Tensor) => Tensor>("dot");
/** `inner(Tensor self, Tensor other) -> Tensor` */
export const inner = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("inner");
/** `outer(Tensor self, Tensor vec2) -> Tensor` */
export const outer = /* @__PURE__ */ op<(self: Tensor, vec2: Tensor) => Tensor>("outer");
/** `kron(Tensor self, Tensor other) -> Tensor` */
export const kron = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("kron");
export interface AddmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addmm(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export const addmm = /* @__PURE__ */ op<(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | AddmmOptions, alpha?: number | AddmmOptions) => Tensor>("addmm");
export interface AddmvOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addmv(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export const addmv = /* @__PURE__ */ op<(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | AddmvOptions, alpha?: number | AddmvOptions) => Tensor>("addmv");
export interface AddrOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addr(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export const addr = /* @__PURE__ */ op<(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | AddrOptions, alpha?: number | AddrOptions) => Tensor>("addr");
export interface BaddbmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const baddbmm = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | BaddbmmOptions, alpha?: number | BaddbmmOptions) => Tensor>("baddbmm");
export interface AddbmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const addbmm = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | AddbmmOptions, alpha?: number | AddbmmOptions) => Tensor>("addbmm");
/** `matrix_power(Tensor self, int n) -> Tensor` */
export const matrixPower = /* @__PURE__ */ op<(self: Tensor, n: number) => Tensor>("matrix_power");
/** `einsum(str equation, Tensor[] tensors) -> Tensor` */
export const einsum = /* @__PURE__ */ op<(equation: string, tensors: readonly Tensor[]) => Tensor>("einsum");
/** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
export const tensordot = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dimsSelf: Ints, dimsOther: Ints) => Tensor>("tensordot");
export interface CrossOptions {
  /** default None */
  dim?: number | null;
}
/** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
export const cross = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dim?: number | null | CrossOptions) => Tensor>("cross");
export interface LinalgCrossOptions {
  /** default -1 */
  dim?: number;
}
/** `linalg_cross(Tensor self, Tensor other, int dim=-1) -> Tensor` */
export const linalgCross = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dim?: number | LinalgCrossOptions) => Tensor>("linalg_cross");
export interface DiagonalOptions {
  /** default 0 */
  offset?: number;
  /** default 0 */
  dim1?: number;
  /** default 1 */
  dim2?: number;
}
/** `diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
export const diagonal = /* @__PURE__ */ op<(self: Tensor, offset?: number | DiagonalOptions, dim1?: number | DiagonalOptions, dim2?: number | DiagonalOptions) => Tensor>("diagonal");
export interface DiagEmbedOptions {
  /** default 0 */
  offset?: number;
  /** default -2 */
  dim1?: number;
  /** default -1 */
  dim2?: number;
}
/** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
export const diagEmbed = /* @__PURE__ */ op<(self: Tensor, offset?: number | DiagEmbedOptions, dim1?: number | DiagEmbedOptions, dim2?: number | DiagEmbedOptions) => Tensor>("diag_embed");
export interface DiagOptions {
  /** default 0 */
  diagonal?: number;
}
/** `diag(Tensor self, int diagonal=0) -> Tensor` */
export const diag = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | DiagOptions) => Tensor>("diag");
/** `trace(Tensor self) -> Tensor` */
export const trace = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trace");
export interface BilinearOptions {
  /** default None */
  bias?: Tensor | null;
}
/** `bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
export const bilinear = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null | BilinearOptions) => Tensor>("bilinear");
export interface Addbmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const addbmm_ = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Addbmm_Options, alpha?: number | Addbmm_Options) => Tensor>("addbmm_");
export interface Addmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addmm_(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export const addmm_ = /* @__PURE__ */ op<(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | Addmm_Options, alpha?: number | Addmm_Options) => Tensor>("addmm_");
export interface Addmv_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addmv_(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export const addmv_ = /* @__PURE__ */ op<(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | Addmv_Options, alpha?: number | Addmv_Options) => Tensor>("addmv_");
export interface Addr_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `addr_(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export const addr_ = /* @__PURE__ */ op<(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | Addr_Options, alpha?: number | Addr_Options) => Tensor>("addr_");
export interface Baddbmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
/** `baddbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const baddbmm_ = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Baddbmm_Options, alpha?: number | Baddbmm_Options) => Tensor>("baddbmm_");

/** Those that are methods of Tensor. */
export interface ProductsMethods {
  /** `matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(other: Tensor | number): Tensor;
  /** `mm(Tensor self, Tensor mat2) -> Tensor` */
  mm(mat2: Tensor): Tensor;
  /** `bmm(Tensor self, Tensor mat2) -> Tensor` */
  bmm(mat2: Tensor): Tensor;
  /** `mv(Tensor self, Tensor vec) -> Tensor` */
  mv(vec: Tensor): Tensor;
  /** `dot(Tensor self, Tensor tensor) -> Tensor` */
  dot(tensor: Tensor): Tensor;
  /** `inner(Tensor self, Tensor other) -> Tensor` */
  inner(other: Tensor | number): Tensor;
  /** `outer(Tensor self, Tensor vec2) -> Tensor` */
  outer(vec2: Tensor): Tensor;
  /** `kron(Tensor self, Tensor other) -> Tensor` */
  kron(other: Tensor | number): Tensor;
  /** `addmm(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
  addmm(mat1: Tensor, mat2: Tensor, beta?: number | AddmmOptions, alpha?: number | AddmmOptions): Tensor;
  /** `addmv(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
  addmv(mat: Tensor, vec: Tensor, beta?: number | AddmvOptions, alpha?: number | AddmvOptions): Tensor;
  /** `addr(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
  addr(vec1: Tensor, vec2: Tensor, beta?: number | AddrOptions, alpha?: number | AddrOptions): Tensor;
  /** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  baddbmm(batch1: Tensor, batch2: Tensor, beta?: number | BaddbmmOptions, alpha?: number | BaddbmmOptions): Tensor;
  /** `addbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  addbmm(batch1: Tensor, batch2: Tensor, beta?: number | AddbmmOptions, alpha?: number | AddbmmOptions): Tensor;
  /** `matrix_power(Tensor self, int n) -> Tensor` */
  matrixPower(n: number): Tensor;
  /** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
  tensordot(other: Tensor | number, dimsSelf: Ints, dimsOther: Ints): Tensor;
  /** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
  cross(other: Tensor | number, dim?: number | null | CrossOptions): Tensor;
  /** `linalg_cross(Tensor self, Tensor other, int dim=-1) -> Tensor` */
  linalgCross(other: Tensor | number, dim?: number | LinalgCrossOptions): Tensor;
  /** `diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
  diagonal(offset?: number | DiagonalOptions, dim1?: number | DiagonalOptions, dim2?: number | DiagonalOptions): Tensor;
  /** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
  diagEmbed(offset?: number | DiagEmbedOptions, dim1?: number | DiagEmbedOptions, dim2?: number | DiagEmbedOptions): Tensor;
  /** `diag(Tensor self, int diagonal=0) -> Tensor` */
  diag(diagonal?: number | DiagOptions): Tensor;
  /** `trace(Tensor self) -> Tensor` */
  trace(): Tensor;
  /** `addbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  addbmm_(batch1: Tensor, batch2: Tensor, beta?: number | Addbmm_Options, alpha?: number | Addbmm_Options): Tensor;
  /** `addmm_(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
  addmm_(mat1: Tensor, mat2: Tensor, beta?: number | Addmm_Options, alpha?: number | Addmm_Options): Tensor;
  /** `addmv_(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
  addmv_(mat: Tensor, vec: Tensor, beta?: number | Addmv_Options, alpha?: number | Addmv_Options): Tensor;
  /** `addr_(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
  addr_(vec1: Tensor, vec2: Tensor, beta?: number | Addr_Options, alpha?: number | Addr_Options): Tensor;
  /** `baddbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  baddbmm_(batch1: Tensor, batch2: Tensor, beta?: number | Baddbmm_Options, alpha?: number | Baddbmm_Options): Tensor;
}
