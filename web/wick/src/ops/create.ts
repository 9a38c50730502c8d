// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { DType, Tensor } from "../tensor.js";

export interface ZerosOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `zeros(int[] size, str dtype='float32') -> Tensor` */
export const zeros = /* @__PURE__ */ op<(size: Ints, dtype?: DType | ZerosOptions) => Tensor>("zeros");
export interface OnesOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `ones(int[] size, str dtype='float32') -> Tensor` */
export const ones = /* @__PURE__ */ op<(size: Ints, dtype?: DType | OnesOptions) => Tensor>("ones");
export interface FullOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `full(int[] size, float fill_value, str dtype='float32') -> Tensor` */
export const full = /* @__PURE__ */ op<(size: Ints, fillValue: number, dtype?: DType | FullOptions) => Tensor>("full");
export interface ArangeOptions {
  /** default 1 */
  step?: number;
  /** default None */
  dtype?: DType;
}
/** `arange(float start, float end, float step=1, str? dtype=None) -> Tensor` */
export const arange = /* @__PURE__ */ op<(start: number, end: number, step?: number | ArangeOptions, dtype?: DType | ArangeOptions) => Tensor>("arange");
export interface LinspaceOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `linspace(float start, float end, int steps, str dtype='float32') -> Tensor` */
export const linspace = /* @__PURE__ */ op<(start: number, end: number, steps: number, dtype?: DType | LinspaceOptions) => Tensor>("linspace");
export interface LogspaceOptions {
  /** default 10 */
  base?: number;
  /** default 'float32' */
  dtype?: DType;
}
/** `logspace(float start, float end, int steps, float base=10, str dtype='float32') -> Tensor` */
export const logspace = /* @__PURE__ */ op<(start: number, end: number, steps: number, base?: number | LogspaceOptions, dtype?: DType | LogspaceOptions) => Tensor>("logspace");
export interface EyeOptions {
  /** default None */
  m?: number | null;
  /** default 'float32' */
  dtype?: DType;
}
/** `eye(int n, int? m=None, str dtype='float32') -> Tensor` */
export const eye = /* @__PURE__ */ op<(n: number, m?: number | null | EyeOptions, dtype?: DType | EyeOptions) => Tensor>("eye");
export interface FullLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `full_like(Tensor self, float fill_value, str? dtype=None) -> Tensor` */
export const fullLike = /* @__PURE__ */ op<(self: Tensor, fillValue: number, dtype?: DType | FullLikeOptions) => Tensor>("full_like");
export interface ZerosLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `zeros_like(Tensor self, str? dtype=None) -> Tensor` */
export const zerosLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | ZerosLikeOptions) => Tensor>("zeros_like");
export interface OnesLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `ones_like(Tensor self, str? dtype=None) -> Tensor` */
export const onesLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | OnesLikeOptions) => Tensor>("ones_like");
export interface EmptyLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `empty_like(Tensor self, str? dtype=None) -> Tensor` */
export const emptyLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | EmptyLikeOptions) => Tensor>("empty_like");
export interface TrilIndicesOptions {
  /** default 0 */
  offset?: number;
}
/** `tril_indices(int row, int col, int offset=0) -> Tensor` */
export const trilIndices = /* @__PURE__ */ op<(row: number, col: number, offset?: number | TrilIndicesOptions) => Tensor>("tril_indices");
export interface TriuIndicesOptions {
  /** default 0 */
  offset?: number;
}
/** `triu_indices(int row, int col, int offset=0) -> Tensor` */
export const triuIndices = /* @__PURE__ */ op<(row: number, col: number, offset?: number | TriuIndicesOptions) => Tensor>("triu_indices");
/** `zero_(Tensor self) -> Tensor` */
export const zero_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("zero_");
/** `fill_(Tensor self, Tensor value) -> Tensor` */
export const fill_ = /* @__PURE__ */ op<(self: Tensor, value: Tensor | number) => Tensor>("fill_");
/** `copy_(Tensor self, Tensor src) -> Tensor` */
export const copy_ = /* @__PURE__ */ op<(self: Tensor, src: Tensor) => Tensor>("copy_");

/** Those that are methods of Tensor. */
export interface CreateMethods {
  /** `full_like(Tensor self, float fill_value, str? dtype=None) -> Tensor` */
  fullLike(fillValue: number, dtype?: DType | FullLikeOptions): Tensor;
  /** `zeros_like(Tensor self, str? dtype=None) -> Tensor` */
  zerosLike(dtype?: DType | ZerosLikeOptions): Tensor;
  /** `ones_like(Tensor self, str? dtype=None) -> Tensor` */
  onesLike(dtype?: DType | OnesLikeOptions): Tensor;
  /** `empty_like(Tensor self, str? dtype=None) -> Tensor` */
  emptyLike(dtype?: DType | EmptyLikeOptions): Tensor;
  /** `zero_(Tensor self) -> Tensor` */
  zero_(): Tensor;
  /** `fill_(Tensor self, Tensor value) -> Tensor` */
  fill_(value: Tensor | number): Tensor;
  /** `copy_(Tensor self, Tensor src) -> Tensor` */
  copy_(src: Tensor): Tensor;
}
