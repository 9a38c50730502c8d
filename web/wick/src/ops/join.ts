// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

export interface CatOptions {
  /** default 0 */
  dim?: number;
}
/** `cat(Tensor[] tensors, int dim=0) -> Tensor` */
export const cat = /* @__PURE__ */ op<(tensors: readonly Tensor[], dim?: number | CatOptions) => Tensor>("cat");
export interface StackOptions {
  /** default 0 */
  dim?: number;
}
/** `stack(Tensor[] tensors, int dim=0) -> Tensor` */
export const stack = /* @__PURE__ */ op<(tensors: readonly Tensor[], dim?: number | StackOptions) => Tensor>("stack");
export interface SplitOptions {
  /** default 0 */
  dim?: number;
}
export interface SplitSizesOptions {
  /** default 0 */
  dim?: number;
}
/** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
export const split = /* @__PURE__ */ op<{
  (self: Tensor, splitSize: number, dim?: number | SplitOptions): Tensor[];
  (self: Tensor, splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
}>("split*");
export interface ChunkOptions {
  /** default 0 */
  dim?: number;
}
/** `chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
export const chunk = /* @__PURE__ */ op<(self: Tensor, chunks: number, dim?: number | ChunkOptions) => Tensor[]>("chunk*");
export interface UnbindOptions {
  /** default 0 */
  dim?: number;
}
/** `unbind(Tensor self, int dim=0) -> Tensor[]` */
export const unbind = /* @__PURE__ */ op<(self: Tensor, dim?: number | UnbindOptions) => Tensor[]>("unbind*");
export interface TensorSplitOptions {
  /** default 0 */
  dim?: number;
}
export interface TensorSplitIndicesOptions {
  /** default 0 */
  dim?: number;
}
/** `tensor_split(Tensor self, int sections, int dim=0) -> Tensor[]`
 * or `tensor_split.indices(Tensor self, int[] indices, int dim=0) -> Tensor[]` */
export const tensorSplit = /* @__PURE__ */ op<{
  (self: Tensor, sections: number, dim?: number | TensorSplitOptions): Tensor[];
  (self: Tensor, indices: Ints, dim?: number | TensorSplitIndicesOptions): Tensor[];
}>("tensor_split*");
export interface MeshgridOptions {
  /** default 'ij' */
  indexing?: string;
}
/** `meshgrid(Tensor[] tensors, str indexing='ij') -> Tensor[]` */
export const meshgrid = /* @__PURE__ */ op<(tensors: readonly Tensor[], indexing?: string | MeshgridOptions) => Tensor[]>("meshgrid*");
/** `hstack(Tensor[] tensors) -> Tensor` */
export const hstack = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("hstack");
/** `vstack(Tensor[] tensors) -> Tensor` */
export const vstack = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("vstack");
/** `dstack(Tensor[] tensors) -> Tensor` */
export const dstack = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("dstack");
/** `column_stack(Tensor[] tensors) -> Tensor` */
export const columnStack = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("column_stack");
/** `block_diag(Tensor[] tensors) -> Tensor` */
export const blockDiag = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("block_diag");
/** `cartesian_prod(Tensor[] tensors) -> Tensor` */
export const cartesianProd = /* @__PURE__ */ op<(tensors: readonly Tensor[]) => Tensor>("cartesian_prod");
export interface CombinationsOptions {
  /** default 2 */
  r?: number;
  /** default False */
  withReplacement?: boolean;
}
/** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
export const combinations = /* @__PURE__ */ op<(self: Tensor, r?: number | CombinationsOptions, withReplacement?: boolean | CombinationsOptions) => Tensor>("combinations");

/** Those that are methods of Tensor. */
export interface JoinMethods {
  /** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
  split(splitSize: number, dim?: number | SplitOptions): Tensor[];
  split(splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
  /** `chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
  chunk(chunks: number, dim?: number | ChunkOptions): Tensor[];
  /** `unbind(Tensor self, int dim=0) -> Tensor[]` */
  unbind(dim?: number | UnbindOptions): Tensor[];
  /** `tensor_split(Tensor self, int sections, int dim=0) -> Tensor[]`
 * or `tensor_split.indices(Tensor self, int[] indices, int dim=0) -> Tensor[]` */
  tensorSplit(sections: number, dim?: number | TensorSplitOptions): Tensor[];
  tensorSplit(indices: Ints, dim?: number | TensorSplitIndicesOptions): Tensor[];
  /** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
  combinations(r?: number | CombinationsOptions, withReplacement?: boolean | CombinationsOptions): Tensor;
}
