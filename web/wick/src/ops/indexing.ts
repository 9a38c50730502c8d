// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

/** `gather(Tensor self, int dim, Tensor index) -> Tensor` */
export const gather = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor) => Tensor>("gather");
/** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export const scatterAdd = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor) => Tensor>("scatter_add");
/** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
export const indexSelect = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor) => Tensor>("index_select");
export interface IndexAddOptions {
  /** default 1 */
  alpha?: number;
}
/** `index_add(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export const indexAdd = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAddOptions) => Tensor>("index_add");
export interface OneHotOptions {
  /** default -1 */
  numClasses?: number;
}
/** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
export const oneHot = /* @__PURE__ */ op<(self: Tensor, numClasses?: number | OneHotOptions) => Tensor>("one_hot");
export interface ScatterOptions {
  /** default '' */
  reduce?: string;
}
/** `scatter(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export const scatter = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | ScatterOptions) => Tensor>("scatter");
export interface ScatterReduceOptions {
  /** default True */
  includeSelf?: boolean;
}
/** `scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export const scatterReduce = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduceOptions) => Tensor>("scatter_reduce");
/** `index_fill(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export const indexFill = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, value: Tensor | number) => Tensor>("index_fill");
/** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export const indexCopy = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>("index_copy");
/** `index(Tensor self, Tensor?[] indices) -> Tensor` */
export const index = /* @__PURE__ */ op<(self: Tensor, indices: readonly (Tensor | null)[]) => Tensor>("index");
export interface IndexPutOptions {
  /** default False */
  accumulate?: boolean;
}
/** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export const indexPut = /* @__PURE__ */ op<(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPutOptions) => Tensor>("index_put");
/** `masked_fill(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export const maskedFill = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, value: Tensor | number) => Tensor>("masked_fill");
/** `masked_select(Tensor self, Tensor mask) -> Tensor` */
export const maskedSelect = /* @__PURE__ */ op<(self: Tensor, mask: Tensor) => Tensor>("masked_select");
/** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export const maskedScatter = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, source: Tensor) => Tensor>("masked_scatter");
/** `select_scatter(Tensor self, Tensor src, int dim, int index) -> Tensor` */
export const selectScatter = /* @__PURE__ */ op<(self: Tensor, src: Tensor, dim: number, index: number) => Tensor>("select_scatter");
export interface SliceScatterOptions {
  /** default 0 */
  dim?: number;
  /** default None */
  start?: number | null;
  /** default None */
  end?: number | null;
  /** default 1 */
  step?: number;
}
/** `slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor` */
export const sliceScatter = /* @__PURE__ */ op<(self: Tensor, src: Tensor, dim?: number | SliceScatterOptions, start?: number | null | SliceScatterOptions, end?: number | null | SliceScatterOptions, step?: number | SliceScatterOptions) => Tensor>("slice_scatter");
/** `take(Tensor self, Tensor index) -> Tensor` */
export const take = /* @__PURE__ */ op<(self: Tensor, index: Tensor) => Tensor>("take");
export interface TakeAlongDimOptions {
  /** default None */
  dim?: number | null;
}
/** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
export const takeAlongDim = /* @__PURE__ */ op<(self: Tensor, indices: Tensor, dim?: number | null | TakeAlongDimOptions) => Tensor>("take_along_dim");
/** `nonzero(Tensor self) -> Tensor` */
export const nonzero = /* @__PURE__ */ op<(self: Tensor) => Tensor>("nonzero");
/** `nonzero_numpy(Tensor self) -> Tensor[]` */
export const nonzeroNumpy = /* @__PURE__ */ op<(self: Tensor) => Tensor[]>("nonzero_numpy*");
/** `argwhere(Tensor self) -> Tensor` */
export const argwhere = /* @__PURE__ */ op<(self: Tensor) => Tensor>("argwhere");
export interface IndexAdd_Options {
  /** default 1 */
  alpha?: number;
}
/** `index_add_(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export const indexAdd_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAdd_Options) => Tensor>("index_add_");
/** `index_copy_(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export const indexCopy_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>("index_copy_");
/** `index_fill_(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export const indexFill_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, value: Tensor | number) => Tensor>("index_fill_");
export interface IndexPut_Options {
  /** default False */
  accumulate?: boolean;
}
/** `index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export const indexPut_ = /* @__PURE__ */ op<(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPut_Options) => Tensor>("index_put_");
/** `masked_fill_(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export const maskedFill_ = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, value: Tensor | number) => Tensor>("masked_fill_");
/** `masked_scatter_(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export const maskedScatter_ = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, source: Tensor) => Tensor>("masked_scatter_");
export interface Scatter_Options {
  /** default '' */
  reduce?: string;
}
/** `scatter_(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export const scatter_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | Scatter_Options) => Tensor>("scatter_");
/** `scatter_add_(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export const scatterAdd_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor) => Tensor>("scatter_add_");
export interface ScatterReduce_Options {
  /** default True */
  includeSelf?: boolean;
}
/** `scatter_reduce_(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export const scatterReduce_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduce_Options) => Tensor>("scatter_reduce_");

/** Those that are methods of Tensor. */
export interface IndexingMethods {
  /** `gather(Tensor self, int dim, Tensor index) -> Tensor` */
  gather(dim: number, index: Tensor): Tensor;
  /** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(dim: number, index: Tensor): Tensor;
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
  indexAdd(dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAddOptions): Tensor;
  /** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
  oneHot(numClasses?: number | OneHotOptions): Tensor;
  /** `scatter(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
  scatter(dim: number, index: Tensor, src: Tensor | number, reduce?: string | ScatterOptions): Tensor;
  /** `scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
  scatterReduce(dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduceOptions): Tensor;
  /** `index_fill(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill(dim: number, index: Tensor, value: Tensor | number): Tensor;
  /** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index(Tensor self, Tensor?[] indices) -> Tensor` */
  index(indices: readonly (Tensor | null)[]): Tensor;
  /** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPutOptions): Tensor;
  /** `masked_fill(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill(mask: Tensor, value: Tensor | number): Tensor;
  /** `masked_select(Tensor self, Tensor mask) -> Tensor` */
  maskedSelect(mask: Tensor): Tensor;
  /** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter(mask: Tensor, source: Tensor): Tensor;
  /** `select_scatter(Tensor self, Tensor src, int dim, int index) -> Tensor` */
  selectScatter(src: Tensor, dim: number, index: number): Tensor;
  /** `slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor` */
  sliceScatter(src: Tensor, dim?: number | SliceScatterOptions, start?: number | null | SliceScatterOptions, end?: number | null | SliceScatterOptions, step?: number | SliceScatterOptions): Tensor;
  /** `take(Tensor self, Tensor index) -> Tensor` */
  take(index: Tensor): Tensor;
  /** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
  takeAlongDim(indices: Tensor, dim?: number | null | TakeAlongDimOptions): Tensor;
  /** `nonzero(Tensor self) -> Tensor` */
  nonzero(): Tensor;
  /** `nonzero_numpy(Tensor self) -> Tensor[]` */
  nonzeroNumpy(): Tensor[];
  /** `argwhere(Tensor self) -> Tensor` */
  argwhere(): Tensor;
  /** `index_add_(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
  indexAdd_(dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAdd_Options): Tensor;
  /** `index_copy_(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy_(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index_fill_(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill_(dim: number, index: Tensor, value: Tensor | number): Tensor;
  /** `index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPut_Options): Tensor;
  /** `masked_fill_(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill_(mask: Tensor, value: Tensor | number): Tensor;
  /** `masked_scatter_(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter_(mask: Tensor, source: Tensor): Tensor;
  /** `scatter_(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
  scatter_(dim: number, index: Tensor, src: Tensor | number, reduce?: string | Scatter_Options): Tensor;
  /** `scatter_add_(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd_(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter_reduce_(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
  scatterReduce_(dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduce_Options): Tensor;
}
