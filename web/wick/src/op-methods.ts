// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import type {
  Ints, AddOptions, SubOptions, ClampOptions, LeakyReluOptions, EluOptions, GeluOptions, SoftplusOptions, SumOptions,
  MeanOptions, VarOptions, MaxDimOptions, MinDimOptions, AmaxOptions, AminOptions, ArgmaxOptions, ArgminOptions,
  LogsumexpOptions, SplitOptions, SplitSizesOptions, PadOptions, FlattenOptions, SliceOptions,
} from "./op-options.js";
import {
  add, sub, mul, div, pow, maximum, minimum, clamp, eq, ne, lt, le, gt, ge, exp, log, sqrt, rsqrt, abs, neg, square,
  reciprocal, sin, cos, tanh, sigmoid, relu, leakyRelu, elu, gelu, silu, softplus, sum, mean, variance, max, min,
  amax, amin, argmax, argmin, logsumexp, softmax, logSoftmax, matmul, gather, scatterAdd, indexSelect, indexAdd,
  oneHot, split, pad, flatten, view, reshape, transpose, t, permute, narrow, select, slice, expand, squeeze,
  unsqueeze, clone, contiguous, to,
} from "./ops.js";
import type { DType, Tensor } from "./tensor.js";

/** The ops that are methods of Tensor. */
export interface OpMethods {
  /** `add(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  add(other: Tensor | number, alpha?: number | AddOptions): Tensor;
  /** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  sub(other: Tensor | number, alpha?: number | SubOptions): Tensor;
  /** `mul(Tensor self, Tensor other) -> Tensor` */
  mul(other: Tensor | number): Tensor;
  /** `div(Tensor self, Tensor other) -> Tensor` */
  div(other: Tensor | number): Tensor;
  /** `pow(Tensor self, Tensor exponent) -> Tensor` */
  pow(exponent: Tensor | number): Tensor;
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(other: Tensor | number): Tensor;
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(other: Tensor | number): Tensor;
  /** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor` */
  clamp(min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
  /** `eq(Tensor self, Tensor other) -> Tensor` */
  eq(other: Tensor | number): Tensor;
  /** `ne(Tensor self, Tensor other) -> Tensor` */
  ne(other: Tensor | number): Tensor;
  /** `lt(Tensor self, Tensor other) -> Tensor` */
  lt(other: Tensor | number): Tensor;
  /** `le(Tensor self, Tensor other) -> Tensor` */
  le(other: Tensor | number): Tensor;
  /** `gt(Tensor self, Tensor other) -> Tensor` */
  gt(other: Tensor | number): Tensor;
  /** `ge(Tensor self, Tensor other) -> Tensor` */
  ge(other: Tensor | number): Tensor;
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
  /** `sigmoid(Tensor self) -> Tensor` */
  sigmoid(): Tensor;
  /** `relu(Tensor self) -> Tensor` */
  relu(): Tensor;
  /** `leaky_relu(Tensor self, float negative_slope=0.01) -> Tensor` */
  leakyRelu(negativeSlope?: number | LeakyReluOptions): Tensor;
  /** `elu(Tensor self, float alpha=1) -> Tensor` */
  elu(alpha?: number | EluOptions): Tensor;
  /** `gelu(Tensor self, str approximate='none') -> Tensor` */
  gelu(approximate?: "none" | "tanh" | GeluOptions): Tensor;
  /** `silu(Tensor self) -> Tensor` */
  silu(): Tensor;
  /** `softplus(Tensor self, float beta=1, float threshold=20) -> Tensor` */
  softplus(beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions): Tensor;
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
  /** `softmax(Tensor self, int dim) -> Tensor` */
  softmax(dim: number): Tensor;
  /** `log_softmax(Tensor self, int dim) -> Tensor` */
  logSoftmax(dim: number): Tensor;
  /** `matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(other: Tensor | number): Tensor;
  /** `gather(Tensor self, int dim, Tensor index) -> Tensor` */
  gather(dim: number, index: Tensor): Tensor;
  /** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(dim: number, index: Tensor): Tensor;
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexAdd(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `one_hot(Tensor self, int num_classes) -> Tensor` */
  oneHot(numClasses: number): Tensor;
  /** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
  split(splitSize: number, dim?: number | SplitOptions): Tensor[];
  split(splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
  /** `pad(Tensor self, int[] pad, float value=0) -> Tensor` */
  pad(pad_: Ints, value?: number | PadOptions): Tensor;
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
}
export class OpMethods {}

const table = {
  add, sub, mul, div, pow, maximum, minimum, clamp, eq, ne, lt, le, gt, ge, exp, log, sqrt, rsqrt, abs, neg, square,
  reciprocal, sin, cos, tanh, sigmoid, relu, leakyRelu, elu, gelu, silu, softplus, sum, mean, var: variance, max, min,
  amax, amin, argmax, argmin, logsumexp, softmax, logSoftmax, matmul, gather, scatterAdd, indexSelect, indexAdd,
  oneHot, split, pad, flatten, view, reshape, transpose, t, permute, narrow, select, slice, expand, squeeze,
  unsqueeze, clone, contiguous, to,
};
for (const [name, op] of Object.entries(table) as [string, (...args: any[]) => any][]) {
  Object.defineProperty(OpMethods.prototype, name, {
    value(this: Tensor, ...args: unknown[]) {
      return op(this, ...args);
    },
  });
}
