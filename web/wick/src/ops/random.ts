// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Ints } from "../op-options.js";
import type { DType, Tensor } from "../tensor.js";

export interface RandOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `rand(int[] size, str dtype='float32') -> Tensor` */
export const rand = /* @__PURE__ */ op<(size: Ints, dtype?: DType | RandOptions) => Tensor>("rand");
export interface RandnOptions {
  /** default 'float32' */
  dtype?: DType;
}
/** `randn(int[] size, str dtype='float32') -> Tensor` */
export const randn = /* @__PURE__ */ op<(size: Ints, dtype?: DType | RandnOptions) => Tensor>("randn");
/** `randint(int low, int high, int[] size) -> Tensor` */
export const randint = /* @__PURE__ */ op<(low: number, high: number, size: Ints) => Tensor>("randint");
/** `randperm(int n) -> Tensor` */
export const randperm = /* @__PURE__ */ op<(n: number) => Tensor>("randperm");
export interface RandLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `rand_like(Tensor self, str? dtype=None) -> Tensor` */
export const randLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | RandLikeOptions) => Tensor>("rand_like");
export interface RandnLikeOptions {
  /** default None */
  dtype?: DType;
}
/** `randn_like(Tensor self, str? dtype=None) -> Tensor` */
export const randnLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | RandnLikeOptions) => Tensor>("randn_like");
export interface RandintLikeOptions {
  /** default None */
  high?: number | null;
}
/** `randint_like(Tensor self, int low, int? high=None) -> Tensor` */
export const randintLike = /* @__PURE__ */ op<(self: Tensor, low: number, high?: number | null | RandintLikeOptions) => Tensor>("randint_like");
export interface BernoulliOptions {
  /** default None */
  p?: number | null;
}
/** `bernoulli(Tensor self, float? p=None) -> Tensor` */
export const bernoulli = /* @__PURE__ */ op<(self: Tensor, p?: number | null | BernoulliOptions) => Tensor>("bernoulli");
export interface MultinomialOptions {
  /** default False */
  replacement?: boolean;
}
/** `multinomial(Tensor self, int num_samples, bool replacement=False) -> Tensor` */
export const multinomial = /* @__PURE__ */ op<(self: Tensor, numSamples: number, replacement?: boolean | MultinomialOptions) => Tensor>("multinomial");
export interface NormalOptions {
  /** default 1 */
  std?: Tensor | number;
  /** default [] */
  size?: Ints;
}
/** `normal(Tensor mean, Tensor std=1, int[] size=[]) -> Tensor` */
export const normal = /* @__PURE__ */ op<(mean: Tensor | number, std?: Tensor | number | NormalOptions, size?: Ints | NormalOptions) => Tensor>("normal");
export interface Uniform_Options {
  /** default 0 */
  from?: number;
  /** default 1 */
  to?: number;
}
/** `uniform_(Tensor self, float from=0, float to=1) -> Tensor` */
export const uniform_ = /* @__PURE__ */ op<(self: Tensor, from?: number | Uniform_Options, to?: number | Uniform_Options) => Tensor>("uniform_");
export interface Normal_Options {
  /** default 0 */
  mean?: number;
  /** default 1 */
  std?: number;
}
/** `normal_(Tensor self, float mean=0, float std=1) -> Tensor` */
export const normal_ = /* @__PURE__ */ op<(self: Tensor, mean?: number | Normal_Options, std?: number | Normal_Options) => Tensor>("normal_");
export interface Exponential_Options {
  /** default 1 */
  lambd?: number;
}
/** `exponential_(Tensor self, float lambd=1) -> Tensor` */
export const exponential_ = /* @__PURE__ */ op<(self: Tensor, lambd?: number | Exponential_Options) => Tensor>("exponential_");
export interface Bernoulli_Options {
  /** default 0.5 */
  p?: Tensor | number;
}
/** `bernoulli_(Tensor self, Tensor p=0.5) -> Tensor` */
export const bernoulli_ = /* @__PURE__ */ op<(self: Tensor, p?: Tensor | number | Bernoulli_Options) => Tensor>("bernoulli_");
export interface Random_Options {
  /** default 0 */
  from?: number;
  /** default None */
  to?: number | null;
}
/** `random_(Tensor self, int from=0, int? to=None) -> Tensor` */
export const random_ = /* @__PURE__ */ op<(self: Tensor, from?: number | Random_Options, to?: number | null | Random_Options) => Tensor>("random_");

/** Those that are methods of Tensor. */
export interface RandomMethods {
  /** `rand_like(Tensor self, str? dtype=None) -> Tensor` */
  randLike(dtype?: DType | RandLikeOptions): Tensor;
  /** `randn_like(Tensor self, str? dtype=None) -> Tensor` */
  randnLike(dtype?: DType | RandnLikeOptions): Tensor;
  /** `randint_like(Tensor self, int low, int? high=None) -> Tensor` */
  randintLike(low: number, high?: number | null | RandintLikeOptions): Tensor;
  /** `bernoulli(Tensor self, float? p=None) -> Tensor` */
  bernoulli(p?: number | null | BernoulliOptions): Tensor;
  /** `multinomial(Tensor self, int num_samples, bool replacement=False) -> Tensor` */
  multinomial(numSamples: number, replacement?: boolean | MultinomialOptions): Tensor;
  /** `uniform_(Tensor self, float from=0, float to=1) -> Tensor` */
  uniform_(from?: number | Uniform_Options, to?: number | Uniform_Options): Tensor;
  /** `normal_(Tensor self, float mean=0, float std=1) -> Tensor` */
  normal_(mean?: number | Normal_Options, std?: number | Normal_Options): Tensor;
  /** `exponential_(Tensor self, float lambd=1) -> Tensor` */
  exponential_(lambd?: number | Exponential_Options): Tensor;
  /** `bernoulli_(Tensor self, Tensor p=0.5) -> Tensor` */
  bernoulli_(p?: Tensor | number | Bernoulli_Options): Tensor;
  /** `random_(Tensor self, int from=0, int? to=None) -> Tensor` */
  random_(from?: number | Random_Options, to?: number | null | Random_Options): Tensor;
}
