// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { DType, Tensor } from "../tensor.js";

export interface FlattenOptions {
  /** default 0 */
  startDim?: number;
  /** default -1 */
  endDim?: number;
}
/** `flatten(Tensor self, int start_dim=0, int end_dim=-1) -> Tensor` */
export const flatten = /* @__PURE__ */ op<(self: Tensor, startDim?: number | FlattenOptions, endDim?: number | FlattenOptions) => Tensor>("flatten");
/** `view(Tensor self, int[] size) -> Tensor` */
export const view = /* @__PURE__ */ op<(self: Tensor, size: Ints) => Tensor>("view");
/** `reshape(Tensor self, int[] shape) -> Tensor` */
export const reshape = /* @__PURE__ */ op<(self: Tensor, shape: Ints) => Tensor>("reshape");
/** `transpose(Tensor self, int dim0, int dim1) -> Tensor` */
export const transpose = /* @__PURE__ */ op<(self: Tensor, dim0: number, dim1: number) => Tensor>("transpose");
/** `t(Tensor self) -> Tensor` */
export const t = /* @__PURE__ */ op<(self: Tensor) => Tensor>("t");
/** `permute(Tensor self, int[] dims) -> Tensor` */
export const permute = /* @__PURE__ */ op<(self: Tensor, dims: Ints) => Tensor>("permute");
/** `narrow(Tensor self, int dim, int start, int length) -> Tensor` */
export const narrow = /* @__PURE__ */ op<(self: Tensor, dim: number, start: number, length: number) => Tensor>("narrow");
/** `select(Tensor self, int dim, int index) -> Tensor` */
export const select = /* @__PURE__ */ op<(self: Tensor, dim: number, index: number) => Tensor>("select");
export interface SliceOptions {
  /** default 1 */
  step?: number;
}
/** `slice(Tensor self, int dim, int start, int end, int step=1) -> Tensor` */
export const slice = /* @__PURE__ */ op<(self: Tensor, dim: number, start: number, end: number, step?: number | SliceOptions) => Tensor>("slice");
/** `expand(Tensor self, int[] size) -> Tensor` */
export const expand = /* @__PURE__ */ op<(self: Tensor, size: Ints) => Tensor>("expand");
/** `squeeze(Tensor self) -> Tensor`
 * or `squeeze.dim(Tensor self, int dim) -> Tensor` */
export const squeeze = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number): Tensor;
}>("squeeze");
/** `unsqueeze(Tensor self, int dim) -> Tensor` */
export const unsqueeze = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("unsqueeze");
/** `clone(Tensor self) -> Tensor` */
export const clone = /* @__PURE__ */ op<(self: Tensor) => Tensor>("clone");
/** `contiguous(Tensor self) -> Tensor` */
export const contiguous = /* @__PURE__ */ op<(self: Tensor) => Tensor>("contiguous");
/** `to(Tensor self, str dtype) -> Tensor` */
export const to = /* @__PURE__ */ op<(self: Tensor, dtype: DType) => Tensor>("to");
export interface TrilOptions {
  /** default 0 */
  diagonal?: number;
}
/** `tril(Tensor self, int diagonal=0) -> Tensor` */
export const tril = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | TrilOptions) => Tensor>("tril");
export interface TriuOptions {
  /** default 0 */
  diagonal?: number;
}
/** `triu(Tensor self, int diagonal=0) -> Tensor` */
export const triu = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | TriuOptions) => Tensor>("triu");
export interface RollOptions {
  /** default [] */
  dims?: Ints;
}
/** `roll(Tensor self, int[] shifts, int[] dims=[]) -> Tensor` */
export const roll = /* @__PURE__ */ op<(self: Tensor, shifts: Ints, dims?: Ints | RollOptions) => Tensor>("roll");
/** `flip(Tensor self, int[] dims) -> Tensor` */
export const flip = /* @__PURE__ */ op<(self: Tensor, dims: Ints) => Tensor>("flip");
/** `fliplr(Tensor self) -> Tensor` */
export const fliplr = /* @__PURE__ */ op<(self: Tensor) => Tensor>("fliplr");
/** `flipud(Tensor self) -> Tensor` */
export const flipud = /* @__PURE__ */ op<(self: Tensor) => Tensor>("flipud");
export interface Rot90Options {
  /** default 1 */
  k?: number;
  /** default [0,1] */
  dims?: Ints;
}
/** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
export const rot90 = /* @__PURE__ */ op<(self: Tensor, k?: number | Rot90Options, dims?: Ints | Rot90Options) => Tensor>("rot90");
/** `repeat(Tensor self, int[] repeats) -> Tensor` */
export const repeat = /* @__PURE__ */ op<(self: Tensor, repeats: Ints) => Tensor>("repeat");
/** `tile(Tensor self, int[] dims) -> Tensor` */
export const tile = /* @__PURE__ */ op<(self: Tensor, dims: Ints) => Tensor>("tile");
export interface RepeatInterleaveOptions {
  /** default None */
  dim?: number | null;
}
/** `repeat_interleave(Tensor self, Tensor repeats, int? dim=None) -> Tensor` */
export const repeatInterleave = /* @__PURE__ */ op<(self: Tensor, repeats: Tensor | number, dim?: number | null | RepeatInterleaveOptions) => Tensor>("repeat_interleave");
/** `movedim(Tensor self, int[] source, int[] destination) -> Tensor` */
export const movedim = /* @__PURE__ */ op<(self: Tensor, source: Ints, destination: Ints) => Tensor>("movedim");
/** `swapaxes(Tensor self, int axis0, int axis1) -> Tensor` */
export const swapaxes = /* @__PURE__ */ op<(self: Tensor, axis0: number, axis1: number) => Tensor>("swapaxes");
/** `unfold(Tensor self, int dimension, int size, int step) -> Tensor` */
export const unfold = /* @__PURE__ */ op<(self: Tensor, dimension: number, size: number, step: number) => Tensor>("unfold");
/** `broadcast_to(Tensor self, int[] size) -> Tensor` */
export const broadcastTo = /* @__PURE__ */ op<(self: Tensor, size: Ints) => Tensor>("broadcast_to");
/** `expand_as(Tensor self, Tensor other) -> Tensor` */
export const expandAs = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("expand_as");
/** `view_as(Tensor self, Tensor other) -> Tensor` */
export const viewAs = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("view_as");
/** `reshape_as(Tensor self, Tensor other) -> Tensor` */
export const reshapeAs = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("reshape_as");
/** `ravel(Tensor self) -> Tensor` */
export const ravel = /* @__PURE__ */ op<(self: Tensor) => Tensor>("ravel");
/** `unflatten(Tensor self, int dim, int[] sizes) -> Tensor` */
export const unflatten = /* @__PURE__ */ op<(self: Tensor, dim: number, sizes: Ints) => Tensor>("unflatten");
/** `atleast_1d(Tensor self) -> Tensor` */
export const atleast1d = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atleast_1d");
/** `atleast_2d(Tensor self) -> Tensor` */
export const atleast2d = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atleast_2d");
/** `atleast_3d(Tensor self) -> Tensor` */
export const atleast3d = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atleast_3d");
/** `t_(Tensor self) -> Tensor` */
export const t_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("t_");
/** `transpose_(Tensor self, int dim0, int dim1) -> Tensor` */
export const transpose_ = /* @__PURE__ */ op<(self: Tensor, dim0: number, dim1: number) => Tensor>("transpose_");
/** `swapaxes_(Tensor self, int axis0, int axis1) -> Tensor` */
export const swapaxes_ = /* @__PURE__ */ op<(self: Tensor, axis0: number, axis1: number) => Tensor>("swapaxes_");
/** `squeeze_(Tensor self) -> Tensor`
 * or `squeeze_.dim(Tensor self, int dim) -> Tensor` */
export const squeeze_ = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number): Tensor;
}>("squeeze_");
/** `unsqueeze_(Tensor self, int dim) -> Tensor` */
export const unsqueeze_ = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("unsqueeze_");
export interface Tril_Options {
  /** default 0 */
  diagonal?: number;
}
/** `tril_(Tensor self, int diagonal=0) -> Tensor` */
export const tril_ = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | Tril_Options) => Tensor>("tril_");
export interface Triu_Options {
  /** default 0 */
  diagonal?: number;
}
/** `triu_(Tensor self, int diagonal=0) -> Tensor` */
export const triu_ = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | Triu_Options) => Tensor>("triu_");

/** Those that are methods of Tensor. */
export interface ShapeMethods {
  /** `flatten(Tensor self, int start_dim=0, int end_dim=-1) -> Tensor` */
  flatten(startDim?: number | FlattenOptions, endDim?: number | FlattenOptions): Tensor;
  /** `view(Tensor self, int[] size) -> Tensor` */
  view(size: Ints): Tensor;
  /** `reshape(Tensor self, int[] shape) -> Tensor` */
  reshape(shape: Ints): Tensor;
  /** `transpose(Tensor self, int dim0, int dim1) -> Tensor` */
  transpose(dim0: number, dim1: number): Tensor;
  /** `t(Tensor self) -> Tensor` */
  t(): Tensor;
  /** `permute(Tensor self, int[] dims) -> Tensor` */
  permute(dims: Ints): Tensor;
  /** `narrow(Tensor self, int dim, int start, int length) -> Tensor` */
  narrow(dim: number, start: number, length: number): Tensor;
  /** `select(Tensor self, int dim, int index) -> Tensor` */
  select(dim: number, index: number): Tensor;
  /** `slice(Tensor self, int dim, int start, int end, int step=1) -> Tensor` */
  slice(dim: number, start: number, end: number, step?: number | SliceOptions): Tensor;
  /** `expand(Tensor self, int[] size) -> Tensor` */
  expand(size: Ints): Tensor;
  /** `squeeze(Tensor self) -> Tensor`
 * or `squeeze.dim(Tensor self, int dim) -> Tensor` */
  squeeze(): Tensor;
  squeeze(dim: number): Tensor;
  /** `unsqueeze(Tensor self, int dim) -> Tensor` */
  unsqueeze(dim: number): Tensor;
  /** `clone(Tensor self) -> Tensor` */
  clone(): Tensor;
  /** `contiguous(Tensor self) -> Tensor` */
  contiguous(): Tensor;
  /** `to(Tensor self, str dtype) -> Tensor` */
  to(dtype: DType): Tensor;
  /** `tril(Tensor self, int diagonal=0) -> Tensor` */
  tril(diagonal?: number | TrilOptions): Tensor;
  /** `triu(Tensor self, int diagonal=0) -> Tensor` */
  triu(diagonal?: number | TriuOptions): Tensor;
  /** `roll(Tensor self, int[] shifts, int[] dims=[]) -> Tensor` */
  roll(shifts: Ints, dims?: Ints | RollOptions): Tensor;
  /** `flip(Tensor self, int[] dims) -> Tensor` */
  flip(dims: Ints): Tensor;
  /** `fliplr(Tensor self) -> Tensor` */
  fliplr(): Tensor;
  /** `flipud(Tensor self) -> Tensor` */
  flipud(): Tensor;
  /** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
  rot90(k?: number | Rot90Options, dims?: Ints | Rot90Options): Tensor;
  /** `repeat(Tensor self, int[] repeats) -> Tensor` */
  repeat(repeats: Ints): Tensor;
  /** `tile(Tensor self, int[] dims) -> Tensor` */
  tile(dims: Ints): Tensor;
  /** `repeat_interleave(Tensor self, Tensor repeats, int? dim=None) -> Tensor` */
  repeatInterleave(repeats: Tensor | number, dim?: number | null | RepeatInterleaveOptions): Tensor;
  /** `movedim(Tensor self, int[] source, int[] destination) -> Tensor` */
  movedim(source: Ints, destination: Ints): Tensor;
  /** `swapaxes(Tensor self, int axis0, int axis1) -> Tensor` */
  swapaxes(axis0: number, axis1: number): Tensor;
  /** `unfold(Tensor self, int dimension, int size, int step) -> Tensor` */
  unfold(dimension: number, size: number, step: number): Tensor;
  /** `broadcast_to(Tensor self, int[] size) -> Tensor` */
  broadcastTo(size: Ints): Tensor;
  /** `expand_as(Tensor self, Tensor other) -> Tensor` */
  expandAs(other: Tensor | number): Tensor;
  /** `view_as(Tensor self, Tensor other) -> Tensor` */
  viewAs(other: Tensor | number): Tensor;
  /** `reshape_as(Tensor self, Tensor other) -> Tensor` */
  reshapeAs(other: Tensor | number): Tensor;
  /** `ravel(Tensor self) -> Tensor` */
  ravel(): Tensor;
  /** `unflatten(Tensor self, int dim, int[] sizes) -> Tensor` */
  unflatten(dim: number, sizes: Ints): Tensor;
  /** `atleast_1d(Tensor self) -> Tensor` */
  atleast1d(): Tensor;
  /** `atleast_2d(Tensor self) -> Tensor` */
  atleast2d(): Tensor;
  /** `atleast_3d(Tensor self) -> Tensor` */
  atleast3d(): Tensor;
  /** `t_(Tensor self) -> Tensor` */
  t_(): Tensor;
  /** `transpose_(Tensor self, int dim0, int dim1) -> Tensor` */
  transpose_(dim0: number, dim1: number): Tensor;
  /** `swapaxes_(Tensor self, int axis0, int axis1) -> Tensor` */
  swapaxes_(axis0: number, axis1: number): Tensor;
  /** `squeeze_(Tensor self) -> Tensor`
 * or `squeeze_.dim(Tensor self, int dim) -> Tensor` */
  squeeze_(): Tensor;
  squeeze_(dim: number): Tensor;
  /** `unsqueeze_(Tensor self, int dim) -> Tensor` */
  unsqueeze_(dim: number): Tensor;
  /** `tril_(Tensor self, int diagonal=0) -> Tensor` */
  tril_(diagonal?: number | Tril_Options): Tensor;
  /** `triu_(Tensor self, int diagonal=0) -> Tensor` */
  triu_(diagonal?: number | Triu_Options): Tensor;
}
