// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { methods } from "./call.js";
import type {
  Ints, AddOptions, SubOptions, DivOptions, ClampOptions, Clamp_TensorOptions, LeakyReluOptions, EluOptions,
  GeluOptions, SoftplusOptions, SumOptions, MeanOptions, VarOptions, MaxDimOptions, MinDimOptions, AmaxOptions,
  AminOptions, ArgmaxOptions, ArgminOptions, LogsumexpOptions, IndexAddOptions, OneHotOptions, SplitOptions,
  SplitSizesOptions, PadOptions, FlattenOptions, SliceOptions, RoundOptions, LogitOptions, NanToNumOptions,
  AddcmulOptions, AddcdivOptions, ProdDimOptions, StdOptions, VarMeanOptions, StdMeanOptions, NormOptions,
  NormFroOptions, LinalgVectorNormOptions, DistOptions, NansumOptions, NanmeanOptions, CountNonzeroOptions,
  AllDimOptions, AnyDimOptions, AminmaxOptions, DiffOptions, SortOptions, ArgsortOptions, TopkOptions,
  KthvalueOptions, MedianDimOptions, NanmedianDimOptions, ModeOptions, QuantileOptions, UniqueOptions,
  UniqueConsecutiveOptions, BincountOptions, HistcOptions, BucketizeOptions, AddmmOptions, AddmvOptions, AddrOptions,
  BaddbmmOptions, AddbmmOptions, CrossOptions, LinalgCrossOptions, DiagonalOptions, DiagEmbedOptions, DiagOptions,
  ScatterOptions, ScatterReduceOptions, IndexPutOptions, SliceScatterOptions, TakeAlongDimOptions, TrilOptions,
  TriuOptions, RollOptions, Rot90Options, RepeatInterleaveOptions, ChunkOptions, UnbindOptions, TensorSplitOptions,
  TensorSplitIndicesOptions, CombinationsOptions, FullLikeOptions, ZerosLikeOptions, OnesLikeOptions,
  EmptyLikeOptions, RandLikeOptions, RandnLikeOptions, RandintLikeOptions, BernoulliOptions, MultinomialOptions,
  Uniform_Options, Normal_Options, Exponential_Options, Bernoulli_Options, Random_Options, ConstantPadNdOptions,
  HardtanhOptions, HardshrinkOptions, SoftshrinkOptions, CeluOptions, GluOptions, RreluOptions, Add_Options,
  Addbmm_Options, Addcdiv_Options, Addcmul_Options, Addmm_Options, Addmv_Options, Addr_Options, Baddbmm_Options,
  Celu_Options, Clamp_Options, Div_Options, Elu_Options, Gelu_Options, Hardtanh_Options, IndexAdd_Options,
  IndexPut_Options, LeakyRelu_Options, Logit_Options, NanToNum_Options, Round_Options, Rrelu_Options, Scatter_Options,
  ScatterReduce_Options, Sub_Options, Tril_Options, Triu_Options,
} from "./op-options.js";
import type { DType, Tensor } from "./tensor.js";

/** The ops that are methods of Tensor. */
export interface OpMethods {
  /** `add(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  add(other: Tensor | number, alpha?: number | AddOptions): Tensor;
  /** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  sub(other: Tensor | number, alpha?: number | SubOptions): Tensor;
  /** `mul(Tensor self, Tensor other) -> Tensor` */
  mul(other: Tensor | number): Tensor;
  /** `div(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
  div(other: Tensor | number, roundingMode?: string | null | DivOptions): Tensor;
  /** `pow(Tensor self, Tensor exponent) -> Tensor` */
  pow(exponent: Tensor | number): Tensor;
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(other: Tensor | number): Tensor;
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(other: Tensor | number): Tensor;
  /** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor`
 * or `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
  clamp(min?: Tensor | number | null | Clamp_TensorOptions, max?: Tensor | number | null | Clamp_TensorOptions): Tensor;
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
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
  indexAdd(dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAddOptions): Tensor;
  /** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
  oneHot(numClasses?: number | OneHotOptions): Tensor;
  /** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
  split(splitSize: number, dim?: number | SplitOptions): Tensor[];
  split(splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
  /** `pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor` */
  pad(pad_: Ints, mode?: string | PadOptions, value?: number | null | PadOptions): Tensor;
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
  /** `floor(Tensor self) -> Tensor` */
  floor(): Tensor;
  /** `ceil(Tensor self) -> Tensor` */
  ceil(): Tensor;
  /** `trunc(Tensor self) -> Tensor` */
  trunc(): Tensor;
  /** `round(Tensor self, int decimals=0) -> Tensor` */
  round(decimals?: number | RoundOptions): Tensor;
  /** `frac(Tensor self) -> Tensor` */
  frac(): Tensor;
  /** `sign(Tensor self) -> Tensor` */
  sign(): Tensor;
  /** `tan(Tensor self) -> Tensor` */
  tan(): Tensor;
  /** `asin(Tensor self) -> Tensor` */
  asin(): Tensor;
  /** `acos(Tensor self) -> Tensor` */
  acos(): Tensor;
  /** `atan(Tensor self) -> Tensor` */
  atan(): Tensor;
  /** `sinh(Tensor self) -> Tensor` */
  sinh(): Tensor;
  /** `cosh(Tensor self) -> Tensor` */
  cosh(): Tensor;
  /** `asinh(Tensor self) -> Tensor` */
  asinh(): Tensor;
  /** `acosh(Tensor self) -> Tensor` */
  acosh(): Tensor;
  /** `atanh(Tensor self) -> Tensor` */
  atanh(): Tensor;
  /** `exp2(Tensor self) -> Tensor` */
  exp2(): Tensor;
  /** `expm1(Tensor self) -> Tensor` */
  expm1(): Tensor;
  /** `log2(Tensor self) -> Tensor` */
  log2(): Tensor;
  /** `log10(Tensor self) -> Tensor` */
  log10(): Tensor;
  /** `log1p(Tensor self) -> Tensor` */
  log1p(): Tensor;
  /** `erf(Tensor self) -> Tensor` */
  erf(): Tensor;
  /** `erfc(Tensor self) -> Tensor` */
  erfc(): Tensor;
  /** `erfinv(Tensor self) -> Tensor` */
  erfinv(): Tensor;
  /** `sinc(Tensor self) -> Tensor` */
  sinc(): Tensor;
  /** `logit(Tensor self, float? eps=None) -> Tensor` */
  logit(eps?: number | null | LogitOptions): Tensor;
  /** `lgamma(Tensor self) -> Tensor` */
  lgamma(): Tensor;
  /** `digamma(Tensor self) -> Tensor` */
  digamma(): Tensor;
  /** `deg2rad(Tensor self) -> Tensor` */
  deg2rad(): Tensor;
  /** `rad2deg(Tensor self) -> Tensor` */
  rad2deg(): Tensor;
  /** `nan_to_num(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(nan?: number | NanToNumOptions, posinf?: number | null | NanToNumOptions, neginf?: number | null | NanToNumOptions): Tensor;
  /** `remainder(Tensor self, Tensor other) -> Tensor` */
  remainder(other: Tensor | number): Tensor;
  /** `fmod(Tensor self, Tensor other) -> Tensor` */
  fmod(other: Tensor | number): Tensor;
  /** `floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(other: Tensor | number): Tensor;
  /** `true_divide(Tensor self, Tensor other) -> Tensor` */
  trueDivide(other: Tensor | number): Tensor;
  /** `atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(other: Tensor | number): Tensor;
  /** `hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(other: Tensor | number): Tensor;
  /** `logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(other: Tensor | number): Tensor;
  /** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
  logaddexp2(other: Tensor | number): Tensor;
  /** `xlogy(Tensor self, Tensor other) -> Tensor` */
  xlogy(other: Tensor | number): Tensor;
  /** `copysign(Tensor self, Tensor other) -> Tensor` */
  copysign(other: Tensor | number): Tensor;
  /** `heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(values: Tensor): Tensor;
  /** `lerp(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(end: Tensor, weight: Tensor | number): Tensor;
  /** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcmul(tensor1: Tensor, tensor2: Tensor, value?: number | AddcmulOptions): Tensor;
  /** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcdiv(tensor1: Tensor, tensor2: Tensor, value?: number | AddcdivOptions): Tensor;
  /** `clamp_min(Tensor self, Tensor min) -> Tensor` */
  clampMin(min: Tensor | number): Tensor;
  /** `clamp_max(Tensor self, Tensor max) -> Tensor` */
  clampMax(max: Tensor | number): Tensor;
  /** `isnan(Tensor self) -> Tensor` */
  isnan(): Tensor;
  /** `isinf(Tensor self) -> Tensor` */
  isinf(): Tensor;
  /** `isfinite(Tensor self) -> Tensor` */
  isfinite(): Tensor;
  /** `logical_not(Tensor self) -> Tensor` */
  logicalNot(): Tensor;
  /** `logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(other: Tensor | number): Tensor;
  /** `logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(other: Tensor | number): Tensor;
  /** `logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(other: Tensor | number): Tensor;
  /** `bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(): Tensor;
  /** `bitwise_and(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(other: Tensor | number): Tensor;
  /** `bitwise_or(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(other: Tensor | number): Tensor;
  /** `bitwise_xor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(other: Tensor | number): Tensor;
  /** `prod(Tensor self) -> Tensor`
 * or `prod.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  prod(): Tensor;
  prod(dim: number, keepdim?: boolean | ProdDimOptions): Tensor;
  /** `std(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
  std(dim?: Ints | StdOptions, correction?: number | StdOptions, keepdim?: boolean | StdOptions): Tensor;
  /** `var_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(dim?: Ints | VarMeanOptions, correction?: number | VarMeanOptions, keepdim?: boolean | VarMeanOptions): [Tensor, Tensor];
  /** `std_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(dim?: Ints | StdMeanOptions, correction?: number | StdMeanOptions, keepdim?: boolean | StdMeanOptions): [Tensor, Tensor];
  /** `norm(Tensor self, float p=2, int[] dim=[], bool keepdim=False) -> Tensor`
 * or `norm.fro(Tensor self, str p, int[] dim=[], bool keepdim=False) -> Tensor` */
  norm(p?: number | NormOptions, dim?: Ints | NormOptions, keepdim?: boolean | NormOptions): Tensor;
  norm(p: string, dim?: Ints | NormFroOptions, keepdim?: boolean | NormFroOptions): Tensor;
  /** `linalg_vector_norm(Tensor self, float ord=2, int[] dim=[], bool keepdim=False) -> Tensor` */
  linalgVectorNorm(ord?: number | LinalgVectorNormOptions, dim?: Ints | LinalgVectorNormOptions, keepdim?: boolean | LinalgVectorNormOptions): Tensor;
  /** `dist(Tensor self, Tensor other, float p=2) -> Tensor` */
  dist(other: Tensor | number, p?: number | DistOptions): Tensor;
  /** `nansum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  nansum(dim?: Ints | NansumOptions, keepdim?: boolean | NansumOptions): Tensor;
  /** `nanmean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
  nanmean(dim?: Ints | NanmeanOptions, keepdim?: boolean | NanmeanOptions): Tensor;
  /** `count_nonzero(Tensor self, int[] dim=[]) -> Tensor` */
  countNonzero(dim?: Ints | CountNonzeroOptions): Tensor;
  /** `all(Tensor self) -> Tensor`
 * or `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(): Tensor;
  all(dim: number, keepdim?: boolean | AllDimOptions): Tensor;
  /** `any(Tensor self) -> Tensor`
 * or `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(): Tensor;
  any(dim: number, keepdim?: boolean | AnyDimOptions): Tensor;
  /** `aminmax(Tensor self, int? dim=None, bool keepdim=False) -> (Tensor, Tensor)` */
  aminmax(dim?: number | null | AminmaxOptions, keepdim?: boolean | AminmaxOptions): [Tensor, Tensor];
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
  /** `full_like(Tensor self, float fill_value, str? dtype=None) -> Tensor` */
  fullLike(fillValue: number, dtype?: DType | FullLikeOptions): Tensor;
  /** `zeros_like(Tensor self, str? dtype=None) -> Tensor` */
  zerosLike(dtype?: DType | ZerosLikeOptions): Tensor;
  /** `ones_like(Tensor self, str? dtype=None) -> Tensor` */
  onesLike(dtype?: DType | OnesLikeOptions): Tensor;
  /** `empty_like(Tensor self, str? dtype=None) -> Tensor` */
  emptyLike(dtype?: DType | EmptyLikeOptions): Tensor;
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
  /** `zero_(Tensor self) -> Tensor` */
  zero_(): Tensor;
  /** `fill_(Tensor self, Tensor value) -> Tensor` */
  fill_(value: Tensor | number): Tensor;
  /** `copy_(Tensor self, Tensor src) -> Tensor` */
  copy_(src: Tensor): Tensor;
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
  /** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
  pixelShuffle(upscaleFactor: number): Tensor;
  /** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
  pixelUnshuffle(downscaleFactor: number): Tensor;
  /** `channel_shuffle(Tensor self, int groups) -> Tensor` */
  channelShuffle(groups: number): Tensor;
  /** `constant_pad_nd(Tensor self, int[] pad, float value=0) -> Tensor` */
  constantPadNd(pad: Ints, value?: number | ConstantPadNdOptions): Tensor;
  /** `hardtanh(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
  hardtanh(minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions): Tensor;
  /** `relu6(Tensor self) -> Tensor` */
  relu6(): Tensor;
  /** `hardsigmoid(Tensor self) -> Tensor` */
  hardsigmoid(): Tensor;
  /** `hardswish(Tensor self) -> Tensor` */
  hardswish(): Tensor;
  /** `hardshrink(Tensor self, float lambd=0.5) -> Tensor` */
  hardshrink(lambd?: number | HardshrinkOptions): Tensor;
  /** `softshrink(Tensor self, float lambd=0.5) -> Tensor` */
  softshrink(lambd?: number | SoftshrinkOptions): Tensor;
  /** `tanhshrink(Tensor self) -> Tensor` */
  tanhshrink(): Tensor;
  /** `threshold(Tensor self, float threshold, float value) -> Tensor` */
  threshold(threshold_: number, value: number): Tensor;
  /** `softsign(Tensor self) -> Tensor` */
  softsign(): Tensor;
  /** `logsigmoid(Tensor self) -> Tensor` */
  logsigmoid(): Tensor;
  /** `mish(Tensor self) -> Tensor` */
  mish(): Tensor;
  /** `selu(Tensor self) -> Tensor` */
  selu(): Tensor;
  /** `celu(Tensor self, float alpha=1) -> Tensor` */
  celu(alpha?: number | CeluOptions): Tensor;
  /** `softmin(Tensor self, int dim) -> Tensor` */
  softmin(dim: number): Tensor;
  /** `glu(Tensor self, int dim=-1) -> Tensor` */
  glu(dim?: number | GluOptions): Tensor;
  /** `prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(weight: Tensor): Tensor;
  /** `rrelu(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
  rrelu(lower?: number | RreluOptions, upper?: number | RreluOptions, training?: boolean | RreluOptions): Tensor;
  /** `abs_(Tensor self) -> Tensor` */
  abs_(): Tensor;
  /** `acos_(Tensor self) -> Tensor` */
  acos_(): Tensor;
  /** `acosh_(Tensor self) -> Tensor` */
  acosh_(): Tensor;
  /** `add_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  add_(other: Tensor | number, alpha?: number | Add_Options): Tensor;
  /** `addbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  addbmm_(batch1: Tensor, batch2: Tensor, beta?: number | Addbmm_Options, alpha?: number | Addbmm_Options): Tensor;
  /** `addcdiv_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, value?: number | Addcdiv_Options): Tensor;
  /** `addcmul_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
  addcmul_(tensor1: Tensor, tensor2: Tensor, value?: number | Addcmul_Options): Tensor;
  /** `addmm_(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
  addmm_(mat1: Tensor, mat2: Tensor, beta?: number | Addmm_Options, alpha?: number | Addmm_Options): Tensor;
  /** `addmv_(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
  addmv_(mat: Tensor, vec: Tensor, beta?: number | Addmv_Options, alpha?: number | Addmv_Options): Tensor;
  /** `addr_(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
  addr_(vec1: Tensor, vec2: Tensor, beta?: number | Addr_Options, alpha?: number | Addr_Options): Tensor;
  /** `asin_(Tensor self) -> Tensor` */
  asin_(): Tensor;
  /** `asinh_(Tensor self) -> Tensor` */
  asinh_(): Tensor;
  /** `atan_(Tensor self) -> Tensor` */
  atan_(): Tensor;
  /** `atan2_(Tensor self, Tensor other) -> Tensor` */
  atan2_(other: Tensor | number): Tensor;
  /** `atanh_(Tensor self) -> Tensor` */
  atanh_(): Tensor;
  /** `baddbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
  baddbmm_(batch1: Tensor, batch2: Tensor, beta?: number | Baddbmm_Options, alpha?: number | Baddbmm_Options): Tensor;
  /** `bitwise_and_(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd_(other: Tensor | number): Tensor;
  /** `bitwise_not_(Tensor self) -> Tensor` */
  bitwiseNot_(): Tensor;
  /** `bitwise_or_(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr_(other: Tensor | number): Tensor;
  /** `bitwise_xor_(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor_(other: Tensor | number): Tensor;
  /** `ceil_(Tensor self) -> Tensor` */
  ceil_(): Tensor;
  /** `celu_(Tensor self, float alpha=1) -> Tensor` */
  celu_(alpha?: number | Celu_Options): Tensor;
  /** `clamp_(Tensor self, float? min=None, float? max=None) -> Tensor` */
  clamp_(min?: number | null | Clamp_Options, max?: number | null | Clamp_Options): Tensor;
  /** `clamp_max_(Tensor self, Tensor max) -> Tensor` */
  clampMax_(max: Tensor | number): Tensor;
  /** `clamp_min_(Tensor self, Tensor min) -> Tensor` */
  clampMin_(min: Tensor | number): Tensor;
  /** `copysign_(Tensor self, Tensor other) -> Tensor` */
  copysign_(other: Tensor | number): Tensor;
  /** `cos_(Tensor self) -> Tensor` */
  cos_(): Tensor;
  /** `cosh_(Tensor self) -> Tensor` */
  cosh_(): Tensor;
  /** `cumprod_(Tensor self, int dim) -> Tensor` */
  cumprod_(dim: number): Tensor;
  /** `cumsum_(Tensor self, int dim) -> Tensor` */
  cumsum_(dim: number): Tensor;
  /** `deg2rad_(Tensor self) -> Tensor` */
  deg2rad_(): Tensor;
  /** `digamma_(Tensor self) -> Tensor` */
  digamma_(): Tensor;
  /** `div_(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
  div_(other: Tensor | number, roundingMode?: string | null | Div_Options): Tensor;
  /** `elu_(Tensor self, float alpha=1) -> Tensor` */
  elu_(alpha?: number | Elu_Options): Tensor;
  /** `eq_(Tensor self, Tensor other) -> Tensor` */
  eq_(other: Tensor | number): Tensor;
  /** `erf_(Tensor self) -> Tensor` */
  erf_(): Tensor;
  /** `erfc_(Tensor self) -> Tensor` */
  erfc_(): Tensor;
  /** `erfinv_(Tensor self) -> Tensor` */
  erfinv_(): Tensor;
  /** `exp_(Tensor self) -> Tensor` */
  exp_(): Tensor;
  /** `exp2_(Tensor self) -> Tensor` */
  exp2_(): Tensor;
  /** `expm1_(Tensor self) -> Tensor` */
  expm1_(): Tensor;
  /** `floor_(Tensor self) -> Tensor` */
  floor_(): Tensor;
  /** `floor_divide_(Tensor self, Tensor other) -> Tensor` */
  floorDivide_(other: Tensor | number): Tensor;
  /** `fmod_(Tensor self, Tensor other) -> Tensor` */
  fmod_(other: Tensor | number): Tensor;
  /** `frac_(Tensor self) -> Tensor` */
  frac_(): Tensor;
  /** `ge_(Tensor self, Tensor other) -> Tensor` */
  ge_(other: Tensor | number): Tensor;
  /** `gelu_(Tensor self, str approximate='none') -> Tensor` */
  gelu_(approximate?: "none" | "tanh" | Gelu_Options): Tensor;
  /** `gt_(Tensor self, Tensor other) -> Tensor` */
  gt_(other: Tensor | number): Tensor;
  /** `hardsigmoid_(Tensor self) -> Tensor` */
  hardsigmoid_(): Tensor;
  /** `hardswish_(Tensor self) -> Tensor` */
  hardswish_(): Tensor;
  /** `hardtanh_(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
  hardtanh_(minVal?: number | Hardtanh_Options, maxVal?: number | Hardtanh_Options): Tensor;
  /** `heaviside_(Tensor self, Tensor values) -> Tensor` */
  heaviside_(values: Tensor): Tensor;
  /** `hypot_(Tensor self, Tensor other) -> Tensor` */
  hypot_(other: Tensor | number): Tensor;
  /** `index_add_(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
  indexAdd_(dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAdd_Options): Tensor;
  /** `index_copy_(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy_(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index_fill_(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill_(dim: number, index: Tensor, value: Tensor | number): Tensor;
  /** `index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPut_Options): Tensor;
  /** `le_(Tensor self, Tensor other) -> Tensor` */
  le_(other: Tensor | number): Tensor;
  /** `leaky_relu_(Tensor self, float negative_slope=0.01) -> Tensor` */
  leakyRelu_(negativeSlope?: number | LeakyRelu_Options): Tensor;
  /** `lerp_(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp_(end: Tensor, weight: Tensor | number): Tensor;
  /** `lgamma_(Tensor self) -> Tensor` */
  lgamma_(): Tensor;
  /** `log_(Tensor self) -> Tensor` */
  log_(): Tensor;
  /** `log10_(Tensor self) -> Tensor` */
  log10_(): Tensor;
  /** `log1p_(Tensor self) -> Tensor` */
  log1p_(): Tensor;
  /** `log2_(Tensor self) -> Tensor` */
  log2_(): Tensor;
  /** `logical_and_(Tensor self, Tensor other) -> Tensor` */
  logicalAnd_(other: Tensor | number): Tensor;
  /** `logical_not_(Tensor self) -> Tensor` */
  logicalNot_(): Tensor;
  /** `logical_or_(Tensor self, Tensor other) -> Tensor` */
  logicalOr_(other: Tensor | number): Tensor;
  /** `logical_xor_(Tensor self, Tensor other) -> Tensor` */
  logicalXor_(other: Tensor | number): Tensor;
  /** `logit_(Tensor self, float? eps=None) -> Tensor` */
  logit_(eps?: number | null | Logit_Options): Tensor;
  /** `lt_(Tensor self, Tensor other) -> Tensor` */
  lt_(other: Tensor | number): Tensor;
  /** `masked_fill_(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill_(mask: Tensor, value: Tensor | number): Tensor;
  /** `masked_scatter_(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter_(mask: Tensor, source: Tensor): Tensor;
  /** `mish_(Tensor self) -> Tensor` */
  mish_(): Tensor;
  /** `mul_(Tensor self, Tensor other) -> Tensor` */
  mul_(other: Tensor | number): Tensor;
  /** `nan_to_num_(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum_(nan?: number | NanToNum_Options, posinf?: number | null | NanToNum_Options, neginf?: number | null | NanToNum_Options): Tensor;
  /** `ne_(Tensor self, Tensor other) -> Tensor` */
  ne_(other: Tensor | number): Tensor;
  /** `neg_(Tensor self) -> Tensor` */
  neg_(): Tensor;
  /** `pow_(Tensor self, Tensor exponent) -> Tensor` */
  pow_(exponent: Tensor | number): Tensor;
  /** `rad2deg_(Tensor self) -> Tensor` */
  rad2deg_(): Tensor;
  /** `reciprocal_(Tensor self) -> Tensor` */
  reciprocal_(): Tensor;
  /** `relu_(Tensor self) -> Tensor` */
  relu_(): Tensor;
  /** `relu6_(Tensor self) -> Tensor` */
  relu6_(): Tensor;
  /** `remainder_(Tensor self, Tensor other) -> Tensor` */
  remainder_(other: Tensor | number): Tensor;
  /** `round_(Tensor self, int decimals=0) -> Tensor` */
  round_(decimals?: number | Round_Options): Tensor;
  /** `rrelu_(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
  rrelu_(lower?: number | Rrelu_Options, upper?: number | Rrelu_Options, training?: boolean | Rrelu_Options): Tensor;
  /** `rsqrt_(Tensor self) -> Tensor` */
  rsqrt_(): Tensor;
  /** `scatter_(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
  scatter_(dim: number, index: Tensor, src: Tensor | number, reduce?: string | Scatter_Options): Tensor;
  /** `scatter_add_(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd_(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter_reduce_(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
  scatterReduce_(dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduce_Options): Tensor;
  /** `selu_(Tensor self) -> Tensor` */
  selu_(): Tensor;
  /** `sigmoid_(Tensor self) -> Tensor` */
  sigmoid_(): Tensor;
  /** `sign_(Tensor self) -> Tensor` */
  sign_(): Tensor;
  /** `silu_(Tensor self) -> Tensor` */
  silu_(): Tensor;
  /** `sin_(Tensor self) -> Tensor` */
  sin_(): Tensor;
  /** `sinc_(Tensor self) -> Tensor` */
  sinc_(): Tensor;
  /** `sinh_(Tensor self) -> Tensor` */
  sinh_(): Tensor;
  /** `sqrt_(Tensor self) -> Tensor` */
  sqrt_(): Tensor;
  /** `square_(Tensor self) -> Tensor` */
  square_(): Tensor;
  /** `sub_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
  sub_(other: Tensor | number, alpha?: number | Sub_Options): Tensor;
  /** `tan_(Tensor self) -> Tensor` */
  tan_(): Tensor;
  /** `tanh_(Tensor self) -> Tensor` */
  tanh_(): Tensor;
  /** `threshold_(Tensor self, float threshold, float value) -> Tensor` */
  threshold_(threshold: number, value: number): Tensor;
  /** `tril_(Tensor self, int diagonal=0) -> Tensor` */
  tril_(diagonal?: number | Tril_Options): Tensor;
  /** `triu_(Tensor self, int diagonal=0) -> Tensor` */
  triu_(diagonal?: number | Triu_Options): Tensor;
  /** `true_divide_(Tensor self, Tensor other) -> Tensor` */
  trueDivide_(other: Tensor | number): Tensor;
  /** `trunc_(Tensor self) -> Tensor` */
  trunc_(): Tensor;
  /** `xlogy_(Tensor self, Tensor other) -> Tensor` */
  xlogy_(other: Tensor | number): Tensor;
}
export class OpMethods {}

methods(OpMethods.prototype, `
  add sub mul div pow maximum minimum clamp eq ne lt le gt ge exp log sqrt rsqrt abs neg square reciprocal sin cos
  tanh sigmoid relu leaky_relu elu gelu silu softplus sum mean var max min amax amin argmax argmin logsumexp softmax
  log_softmax matmul gather scatter_add index_select index_add one_hot split* pad flatten view reshape transpose t
  permute narrow select slice expand squeeze unsqueeze clone contiguous to floor ceil trunc round frac sign tan asin
  acos atan sinh cosh asinh acosh atanh exp2 expm1 log2 log10 log1p erf erfc erfinv sinc logit lgamma digamma deg2rad
  rad2deg nan_to_num remainder fmod floor_divide true_divide atan2 hypot logaddexp logaddexp2 xlogy copysign heaviside
  lerp addcmul addcdiv clamp_min clamp_max isnan isinf isfinite logical_not logical_and logical_or logical_xor
  bitwise_not bitwise_and bitwise_or bitwise_xor prod std var_mean* std_mean* norm linalg_vector_norm dist nansum
  nanmean count_nonzero all any aminmax* cumsum cumprod logcumsumexp cummax* cummin* diff sort* argsort msort topk*
  kthvalue* median nanmedian mode* quantile unique* unique_consecutive* bincount histc bucketize mm bmm mv dot inner
  outer kron addmm addmv addr baddbmm addbmm matrix_power tensordot cross linalg_cross diagonal diag_embed diag trace
  scatter scatter_reduce index_fill index_copy index index_put masked_fill masked_select masked_scatter select_scatter
  slice_scatter take take_along_dim nonzero nonzero_numpy* argwhere tril triu roll flip fliplr flipud rot90 repeat
  tile repeat_interleave movedim swapaxes unfold broadcast_to expand_as view_as reshape_as ravel unflatten atleast_1d
  atleast_2d atleast_3d chunk* unbind* tensor_split* combinations full_like zeros_like ones_like empty_like rand_like
  randn_like randint_like bernoulli multinomial zero_ fill_ copy_ t_ transpose_ swapaxes_ squeeze_ unsqueeze_ uniform_
  normal_ exponential_ bernoulli_ random_ pixel_shuffle pixel_unshuffle channel_shuffle constant_pad_nd hardtanh relu6
  hardsigmoid hardswish hardshrink softshrink tanhshrink threshold softsign logsigmoid mish selu celu softmin glu
  prelu rrelu abs_ acos_ acosh_ add_ addbmm_ addcdiv_ addcmul_ addmm_ addmv_ addr_ asin_ asinh_ atan_ atan2_ atanh_
  baddbmm_ bitwise_and_ bitwise_not_ bitwise_or_ bitwise_xor_ ceil_ celu_ clamp_ clamp_max_ clamp_min_ copysign_ cos_
  cosh_ cumprod_ cumsum_ deg2rad_ digamma_ div_ elu_ eq_ erf_ erfc_ erfinv_ exp_ exp2_ expm1_ floor_ floor_divide_
  fmod_ frac_ ge_ gelu_ gt_ hardsigmoid_ hardswish_ hardtanh_ heaviside_ hypot_ index_add_ index_copy_ index_fill_
  index_put_ le_ leaky_relu_ lerp_ lgamma_ log_ log10_ log1p_ log2_ logical_and_ logical_not_ logical_or_ logical_xor_
  logit_ lt_ masked_fill_ masked_scatter_ mish_ mul_ nan_to_num_ ne_ neg_ pow_ rad2deg_ reciprocal_ relu_ relu6_
  remainder_ round_ rrelu_ rsqrt_ scatter_ scatter_add_ scatter_reduce_ selu_ sigmoid_ sign_ silu_ sin_ sinc_ sinh_
  sqrt_ square_ sub_ tan_ tanh_ threshold_ tril_ triu_ true_divide_ trunc_ xlogy_
`);
