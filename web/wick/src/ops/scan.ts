// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

/** `cumsum(Tensor self, int dim) -> Tensor` */
export const cumsum = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumsum");
/** `cumprod(Tensor self, int dim) -> Tensor` */
export const cumprod = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumprod");
/** `logcumsumexp(Tensor self, int dim) -> Tensor` */
export const logcumsumexp = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("logcumsumexp");
/** `cummax(Tensor self, int dim) -> (Tensor, Tensor)` */
export const cummax = /* @__PURE__ */ op<(self: Tensor, dim: number) => [Tensor, Tensor]>("cummax*");
/** `cummin(Tensor self, int dim) -> (Tensor, Tensor)` */
export const cummin = /* @__PURE__ */ op<(self: Tensor, dim: number) => [Tensor, Tensor]>("cummin*");
export interface DiffOptions {
  /** default 1 */
  n?: number;
  /** default -1 */
  dim?: number;
  /** default None */
  prepend?: Tensor | null;
  /** default None */
  append?: Tensor | null;
}
/** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
export const diff = /* @__PURE__ */ op<(self: Tensor, n?: number | DiffOptions, dim?: number | DiffOptions, prepend?: Tensor | null | DiffOptions, append?: Tensor | null | DiffOptions) => Tensor>("diff");
/** `cumprod_(Tensor self, int dim) -> Tensor` */
export const cumprod_ = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumprod_");
/** `cumsum_(Tensor self, int dim) -> Tensor` */
export const cumsum_ = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumsum_");

/** Those that are methods of Tensor. */
export interface ScanMethods {
  /** `cumsum(Tensor self, int dim) -> Tensor` */
  cumsum(dim: number): Tensor;
  /** `cumprod(Tensor self, int dim) -> Tensor` */
  cumprod(dim: number): Tensor;
  /** `logcumsumexp(Tensor self, int dim) -> Tensor` */
  logcumsumexp(dim: number): Tensor;
  /** `cummax(Tensor self, int dim) -> (Tensor, Tensor)` */
  cummax(dim: number): [Tensor, Tensor];
  /** `cummin(Tensor self, int dim) -> (Tensor, Tensor)` */
  cummin(dim: number): [Tensor, Tensor];
  /** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
  diff(n?: number | DiffOptions, dim?: number | DiffOptions, prepend?: Tensor | null | DiffOptions, append?: Tensor | null | DiffOptions): Tensor;
  /** `cumprod_(Tensor self, int dim) -> Tensor` */
  cumprod_(dim: number): Tensor;
  /** `cumsum_(Tensor self, int dim) -> Tensor` */
  cumsum_(dim: number): Tensor;
}
