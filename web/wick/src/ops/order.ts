// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface SortOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  descending?: boolean;
  /** default False */
  stable?: boolean;
}
/** `sort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> (Tensor, Tensor)` */
export const sort = /* @__PURE__ */ op<(self: Tensor, dim?: number | SortOptions, descending?: boolean | SortOptions, stable?: boolean | SortOptions) => [Tensor, Tensor]>("sort*");
export interface ArgsortOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  descending?: boolean;
}
/** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
export const argsort = /* @__PURE__ */ op<(self: Tensor, dim?: number | ArgsortOptions, descending?: boolean | ArgsortOptions) => Tensor>("argsort");
/** `msort(Tensor self) -> Tensor` */
export const msort = /* @__PURE__ */ op<(self: Tensor) => Tensor>("msort");
export interface TopkOptions {
  /** default -1 */
  dim?: number;
  /** default True */
  largest?: boolean;
  /** default True */
  sorted?: boolean;
}
/** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor, Tensor)` */
export const topk = /* @__PURE__ */ op<(self: Tensor, k: number, dim?: number | TopkOptions, largest?: boolean | TopkOptions, sorted?: boolean | TopkOptions) => [Tensor, Tensor]>("topk*");
export interface KthvalueOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  keepdim?: boolean;
}
/** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export const kthvalue = /* @__PURE__ */ op<(self: Tensor, k: number, dim?: number | KthvalueOptions, keepdim?: boolean | KthvalueOptions) => [Tensor, Tensor]>("kthvalue*");
export interface MedianDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `median(Tensor self) -> Tensor`
 * or `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const median = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MedianDimOptions): [Tensor, Tensor];
}>("median");
export interface NanmedianDimOptions {
  /** default False */
  keepdim?: boolean;
}
/** `nanmedian(Tensor self) -> Tensor`
 * or `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const nanmedian = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | NanmedianDimOptions): [Tensor, Tensor];
}>("nanmedian");
export interface ModeOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  keepdim?: boolean;
}
/** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export const mode = /* @__PURE__ */ op<(self: Tensor, dim?: number | ModeOptions, keepdim?: boolean | ModeOptions) => [Tensor, Tensor]>("mode*");
export interface QuantileOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
  /** default 'linear' */
  interpolation?: string;
}
/** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, str interpolation='linear') -> Tensor` */
export const quantile = /* @__PURE__ */ op<(self: Tensor, q: Tensor | number, dim?: number | null | QuantileOptions, keepdim?: boolean | QuantileOptions, interpolation?: string | QuantileOptions) => Tensor>("quantile");
export interface UniqueOptions {
  /** default True */
  sorted?: boolean;
  /** default False */
  returnInverse?: boolean;
  /** default False */
  returnCounts?: boolean;
  /** default None */
  dim?: number | null;
}
/** `unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
export const unique = /* @__PURE__ */ op<(self: Tensor, sorted?: boolean | UniqueOptions, returnInverse?: boolean | UniqueOptions, returnCounts?: boolean | UniqueOptions, dim?: number | null | UniqueOptions) => Tensor[]>("unique*");
export interface UniqueConsecutiveOptions {
  /** default False */
  returnInverse?: boolean;
  /** default False */
  returnCounts?: boolean;
  /** default None */
  dim?: number | null;
}
/** `unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
export const uniqueConsecutive = /* @__PURE__ */ op<(self: Tensor, returnInverse?: boolean | UniqueConsecutiveOptions, returnCounts?: boolean | UniqueConsecutiveOptions, dim?: number | null | UniqueConsecutiveOptions) => Tensor[]>("unique_consecutive*");
export interface BincountOptions {
  /** default None */
  weights?: Tensor | null;
  /** default 0 */
  minlength?: number;
}
/** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
export const bincount = /* @__PURE__ */ op<(self: Tensor, weights?: Tensor | null | BincountOptions, minlength?: number | BincountOptions) => Tensor>("bincount");
export interface HistcOptions {
  /** default 100 */
  bins?: number;
  /** default 0 */
  min?: number;
  /** default 0 */
  max?: number;
}
/** `histc(Tensor self, int bins=100, float min=0, float max=0) -> Tensor` */
export const histc = /* @__PURE__ */ op<(self: Tensor, bins?: number | HistcOptions, min?: number | HistcOptions, max?: number | HistcOptions) => Tensor>("histc");
export interface SearchsortedOptions {
  /** default False */
  outInt32?: boolean;
  /** default False */
  right?: boolean;
  /** default None */
  side?: string | null;
}
/** `searchsorted(Tensor sorted_sequence, Tensor self, bool out_int32=False, bool right=False, str? side=None) -> Tensor` */
export const searchsorted = /* @__PURE__ */ op<(sortedSequence: Tensor, self: Tensor, outInt32?: boolean | SearchsortedOptions, right?: boolean | SearchsortedOptions, side?: string | null | SearchsortedOptions) => Tensor>("searchsorted");
export interface BucketizeOptions {
  /** default False */
  outInt32?: boolean;
  /** default False */
  right?: boolean;
}
/** `bucketize(Tensor self, Tensor boundaries, bool out_int32=False, bool right=False) -> Tensor` */
export const bucketize = /* @__PURE__ */ op<(self: Tensor, boundaries: Tensor, outInt32?: boolean | BucketizeOptions, right?: boolean | BucketizeOptions) => Tensor>("bucketize");

/** Those that are methods of Tensor. */
export interface OrderMethods {
  /** `sort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> (Tensor, Tensor)` */
  sort(dim?: number | SortOptions, descending?: boolean | SortOptions, stable?: boolean | SortOptions): [Tensor, Tensor];
  /** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
  argsort(dim?: number | ArgsortOptions, descending?: boolean | ArgsortOptions): Tensor;
  /** `msort(Tensor self) -> Tensor` */
  msort(): Tensor;
  /** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor, Tensor)` */
  topk(k: number, dim?: number | TopkOptions, largest?: boolean | TopkOptions, sorted?: boolean | TopkOptions): [Tensor, Tensor];
  /** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
  kthvalue(k: number, dim?: number | KthvalueOptions, keepdim?: boolean | KthvalueOptions): [Tensor, Tensor];
  /** `median(Tensor self) -> Tensor`
 * or `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
  median(): Tensor;
  median(dim: number, keepdim?: boolean | MedianDimOptions): [Tensor, Tensor];
  /** `nanmedian(Tensor self) -> Tensor`
 * or `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
  nanmedian(): Tensor;
  nanmedian(dim: number, keepdim?: boolean | NanmedianDimOptions): [Tensor, Tensor];
  /** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
  mode(dim?: number | ModeOptions, keepdim?: boolean | ModeOptions): [Tensor, Tensor];
  /** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, str interpolation='linear') -> Tensor` */
  quantile(q: Tensor | number, dim?: number | null | QuantileOptions, keepdim?: boolean | QuantileOptions, interpolation?: string | QuantileOptions): Tensor;
  /** `unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
  unique(sorted?: boolean | UniqueOptions, returnInverse?: boolean | UniqueOptions, returnCounts?: boolean | UniqueOptions, dim?: number | null | UniqueOptions): Tensor[];
  /** `unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
  uniqueConsecutive(returnInverse?: boolean | UniqueConsecutiveOptions, returnCounts?: boolean | UniqueConsecutiveOptions, dim?: number | null | UniqueConsecutiveOptions): Tensor[];
  /** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
  bincount(weights?: Tensor | null | BincountOptions, minlength?: number | BincountOptions): Tensor;
  /** `histc(Tensor self, int bins=100, float min=0, float max=0) -> Tensor` */
  histc(bins?: number | HistcOptions, min?: number | HistcOptions, max?: number | HistcOptions): Tensor;
  /** `bucketize(Tensor self, Tensor boundaries, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(boundaries: Tensor, outInt32?: boolean | BucketizeOptions, right?: boolean | BucketizeOptions): Tensor;
}
