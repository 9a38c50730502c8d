// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { Tensor } from "../tensor.js";

export interface DistOptions {
  /** default 2 */
  p?: number;
}
/** `dist(Tensor self, Tensor other, float p=2) -> Tensor` */
export const dist = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, p?: number | DistOptions) => Tensor>("dist");
export interface CdistOptions {
  /** default 2 */
  p?: number;
  /** default None */
  computeMode?: string | null;
}
/** `cdist(Tensor x1, Tensor x2, float p=2, str? compute_mode=None) -> Tensor` */
export const cdist = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, p?: number | CdistOptions, computeMode?: string | null | CdistOptions) => Tensor>("cdist");
export interface CosineSimilarityOptions {
  /** default 1 */
  dim?: number;
  /** default 1e-08 */
  eps?: number;
}
/** `cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
export const cosineSimilarity = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, dim?: number | CosineSimilarityOptions, eps?: number | CosineSimilarityOptions) => Tensor>("cosine_similarity");
export interface PairwiseDistanceOptions {
  /** default 2 */
  p?: number;
  /** default 1e-06 */
  eps?: number;
  /** default False */
  keepdim?: boolean;
}
/** `pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False) -> Tensor` */
export const pairwiseDistance = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, p?: number | PairwiseDistanceOptions, eps?: number | PairwiseDistanceOptions, keepdim?: boolean | PairwiseDistanceOptions) => Tensor>("pairwise_distance");
export interface NormalizeOptions {
  /** default 2 */
  p?: number;
  /** default 1 */
  dim?: Ints;
  /** default 1e-12 */
  eps?: number;
}
/** `normalize(Tensor input, float p=2, int[] dim=1, float eps=1e-12) -> Tensor` */
export const normalize = /* @__PURE__ */ op<(input: Tensor, p?: number | NormalizeOptions, dim?: Ints | NormalizeOptions, eps?: number | NormalizeOptions) => Tensor>("normalize");

/** Those that are methods of Tensor. */
export interface DistanceMethods {
  /** `dist(Tensor self, Tensor other, float p=2) -> Tensor` */
  dist(other: Tensor | number, p?: number | DistOptions): Tensor;
}
