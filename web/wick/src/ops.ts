// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { argument, call, first, isTensor } from "./call.js";
import type {
  Ints, AddOptions, SubOptions, DivOptions, ClampOptions, Clamp_TensorOptions, LeakyReluOptions, EluOptions,
  GeluOptions, SoftplusOptions, SumOptions, MeanOptions, VarOptions, MaxDimOptions, MinDimOptions, AmaxOptions,
  AminOptions, ArgmaxOptions, ArgminOptions, LogsumexpOptions, LinearOptions, Conv2dOptions, Conv2dPaddingOptions,
  MaxPool2dOptions, AvgPool2dOptions, BatchNormOptions, LayerNormOptions, DropoutOptions, IndexAddOptions,
  OneHotOptions, CatOptions, StackOptions, SplitOptions, SplitSizesOptions, PadOptions, FlattenOptions, SliceOptions,
  CrossEntropyOptions, NllLossOptions, BinaryCrossEntropyWithLogitsOptions, MseLossOptions, L1LossOptions,
  SmoothL1LossOptions, ZerosOptions, OnesOptions, FullOptions, ArangeOptions, RandOptions, RandnOptions,
  RecurrentWalkOptions, LstmCellOptions, GruCellOptions, RnnTanhCellOptions, RnnReluCellOptions,
  ScaledDotProductAttentionOptions, AttentionWeightsOptions, SelfAttentionOptions, PackPaddedSequenceOptions,
  PadPackedSequenceOptions, PadSequenceOptions, RoundOptions, LogitOptions, NanToNumOptions, AddcmulOptions,
  AddcdivOptions, ProdDimOptions, StdOptions, VarMeanOptions, StdMeanOptions, NormOptions, NormFroOptions,
  LinalgVectorNormOptions, DistOptions, CdistOptions, NansumOptions, NanmeanOptions, CountNonzeroOptions,
  AllDimOptions, AnyDimOptions, AminmaxOptions, DiffOptions, SortOptions, ArgsortOptions, TopkOptions,
  KthvalueOptions, MedianDimOptions, NanmedianDimOptions, ModeOptions, QuantileOptions, UniqueOptions,
  UniqueConsecutiveOptions, BincountOptions, HistcOptions, SearchsortedOptions, BucketizeOptions, AddmmOptions,
  AddmvOptions, AddrOptions, BaddbmmOptions, AddbmmOptions, CrossOptions, LinalgCrossOptions, DiagonalOptions,
  DiagEmbedOptions, DiagOptions, ScatterOptions, ScatterReduceOptions, IndexPutOptions, SliceScatterOptions,
  TakeAlongDimOptions, TrilOptions, TriuOptions, RollOptions, Rot90Options, RepeatInterleaveOptions, ChunkOptions,
  UnbindOptions, TensorSplitOptions, TensorSplitIndicesOptions, MeshgridOptions, CombinationsOptions, LinspaceOptions,
  LogspaceOptions, EyeOptions, FullLikeOptions, ZerosLikeOptions, OnesLikeOptions, EmptyLikeOptions,
  TrilIndicesOptions, TriuIndicesOptions, RandLikeOptions, RandnLikeOptions, RandintLikeOptions, BernoulliOptions,
  MultinomialOptions, NormalOptions, Uniform_Options, Normal_Options, Exponential_Options, Bernoulli_Options,
  Random_Options, Conv1dOptions, Conv1dPaddingOptions, Conv3dOptions, Conv3dPaddingOptions, ConvTranspose1dOptions,
  ConvTranspose2dOptions, ConvTranspose3dOptions, Im2colOptions, Col2imOptions, MaxPool1dOptions, MaxPool3dOptions,
  MaxPool1dWithIndicesOptions, MaxPool2dWithIndicesOptions, MaxPool3dWithIndicesOptions, MaxUnpool1dOptions,
  MaxUnpool2dOptions, MaxUnpool3dOptions, AvgPool1dOptions, AvgPool3dOptions, LpPool1dOptions, LpPool2dOptions,
  GroupNormOptions, InstanceNormOptions, RmsNormOptions, LocalResponseNormOptions, InterpolateOptions,
  GridSampleOptions, AffineGridOptions, ConstantPadNdOptions, CosineSimilarityOptions, PairwiseDistanceOptions,
  NormalizeOptions, BilinearOptions, HardtanhOptions, HardshrinkOptions, SoftshrinkOptions, CeluOptions, GluOptions,
  RreluOptions, Dropout1dOptions, Dropout2dOptions, Dropout3dOptions, AlphaDropoutOptions, FeatureAlphaDropoutOptions,
  EmbeddingOptions, EmbeddingBagOptions, BinaryCrossEntropyOptions, HuberLossOptions, KlDivOptions,
  PoissonNllLossOptions, GaussianNllLossOptions, HingeEmbeddingLossOptions, SoftMarginLossOptions,
  MarginRankingLossOptions, CosineEmbeddingLossOptions, TripletMarginLossOptions, MultiMarginLossOptions,
  MultilabelMarginLossOptions, MultilabelSoftMarginLossOptions, CtcLossOptions, SigmoidFocalLossOptions,
  FocalLossOptions, DiceLossOptions, SoftF1LossOptions, Add_Options, Addbmm_Options, Addcdiv_Options, Addcmul_Options,
  Addmm_Options, Addmv_Options, Addr_Options, AlphaDropout_Options, Baddbmm_Options, Celu_Options, Clamp_Options,
  Div_Options, Dropout_Options, Elu_Options, Gelu_Options, Hardtanh_Options, IndexAdd_Options, IndexPut_Options,
  LeakyRelu_Options, Logit_Options, NanToNum_Options, Round_Options, Rrelu_Options, Scatter_Options,
  ScatterReduce_Options, Sub_Options, Tril_Options, Triu_Options,
} from "./op-options.js";
import type { DType, Tensor } from "./tensor.js";

/** `add(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export function add(self: Tensor, other: Tensor | number, alpha?: number | AddOptions): Tensor {
  return first(call("add", ["self","other","alpha"], [self, other, alpha]));
}
/** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export function sub(self: Tensor, other: Tensor | number, alpha?: number | SubOptions): Tensor {
  return first(call("sub", ["self","other","alpha"], [self, other, alpha]));
}
/** `mul(Tensor self, Tensor other) -> Tensor` */
export function mul(self: Tensor, other: Tensor | number): Tensor {
  return first(call("mul", ["self","other"], [self, other]));
}
/** `div(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export function div(self: Tensor, other: Tensor | number, roundingMode?: string | null | DivOptions): Tensor {
  return first(call("div", ["self","other","roundingMode"], [self, other, roundingMode]));
}
/** `pow(Tensor self, Tensor exponent) -> Tensor` */
export function pow(self: Tensor, exponent: Tensor | number): Tensor {
  return first(call("pow", ["self","exponent"], [self, exponent]));
}
/** `maximum(Tensor self, Tensor other) -> Tensor` */
export function maximum(self: Tensor, other: Tensor | number): Tensor {
  return first(call("maximum", ["self","other"], [self, other]));
}
/** `minimum(Tensor self, Tensor other) -> Tensor` */
export function minimum(self: Tensor, other: Tensor | number): Tensor {
  return first(call("minimum", ["self","other"], [self, other]));
}
/** `where(Tensor condition, Tensor self, Tensor other) -> Tensor` */
export function where(condition: Tensor, self: Tensor | number, other: Tensor | number): Tensor {
  return first(call("where", ["condition","self","other"], [condition, self, other]));
}
/** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor`
 * or `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
export function clamp(self: Tensor, min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
export function clamp(self: Tensor, min?: Tensor | number | null | Clamp_TensorOptions, max?: Tensor | number | null | Clamp_TensorOptions): Tensor;
export function clamp(...args: any[]): any {
  const given = (name: string) => argument(["self","min","max"], args, name);
  return isTensor(given("min")) || isTensor(given("max")) ? first(call("clamp.Tensor", ["self","min","max"], args)) : first(call("clamp", ["self","min","max"], args));
}
/** `eq(Tensor self, Tensor other) -> Tensor` */
export function eq(self: Tensor, other: Tensor | number): Tensor {
  return first(call("eq", ["self","other"], [self, other]));
}
/** `ne(Tensor self, Tensor other) -> Tensor` */
export function ne(self: Tensor, other: Tensor | number): Tensor {
  return first(call("ne", ["self","other"], [self, other]));
}
/** `lt(Tensor self, Tensor other) -> Tensor` */
export function lt(self: Tensor, other: Tensor | number): Tensor {
  return first(call("lt", ["self","other"], [self, other]));
}
/** `le(Tensor self, Tensor other) -> Tensor` */
export function le(self: Tensor, other: Tensor | number): Tensor {
  return first(call("le", ["self","other"], [self, other]));
}
/** `gt(Tensor self, Tensor other) -> Tensor` */
export function gt(self: Tensor, other: Tensor | number): Tensor {
  return first(call("gt", ["self","other"], [self, other]));
}
/** `ge(Tensor self, Tensor other) -> Tensor` */
export function ge(self: Tensor, other: Tensor | number): Tensor {
  return first(call("ge", ["self","other"], [self, other]));
}
/** `exp(Tensor self) -> Tensor` */
export function exp(self: Tensor): Tensor {
  return first(call("exp", ["self"], [self]));
}
/** `log(Tensor self) -> Tensor` */
export function log(self: Tensor): Tensor {
  return first(call("log", ["self"], [self]));
}
/** `sqrt(Tensor self) -> Tensor` */
export function sqrt(self: Tensor): Tensor {
  return first(call("sqrt", ["self"], [self]));
}
/** `rsqrt(Tensor self) -> Tensor` */
export function rsqrt(self: Tensor): Tensor {
  return first(call("rsqrt", ["self"], [self]));
}
/** `abs(Tensor self) -> Tensor` */
export function abs(self: Tensor): Tensor {
  return first(call("abs", ["self"], [self]));
}
/** `neg(Tensor self) -> Tensor` */
export function neg(self: Tensor): Tensor {
  return first(call("neg", ["self"], [self]));
}
/** `square(Tensor self) -> Tensor` */
export function square(self: Tensor): Tensor {
  return first(call("square", ["self"], [self]));
}
/** `reciprocal(Tensor self) -> Tensor` */
export function reciprocal(self: Tensor): Tensor {
  return first(call("reciprocal", ["self"], [self]));
}
/** `sin(Tensor self) -> Tensor` */
export function sin(self: Tensor): Tensor {
  return first(call("sin", ["self"], [self]));
}
/** `cos(Tensor self) -> Tensor` */
export function cos(self: Tensor): Tensor {
  return first(call("cos", ["self"], [self]));
}
/** `tanh(Tensor self) -> Tensor` */
export function tanh(self: Tensor): Tensor {
  return first(call("tanh", ["self"], [self]));
}
/** `sigmoid(Tensor self) -> Tensor` */
export function sigmoid(self: Tensor): Tensor {
  return first(call("sigmoid", ["self"], [self]));
}
/** `relu(Tensor self) -> Tensor` */
export function relu(self: Tensor): Tensor {
  return first(call("relu", ["self"], [self]));
}
/** `leaky_relu(Tensor self, float negative_slope=0.01) -> Tensor` */
export function leakyRelu(self: Tensor, negativeSlope?: number | LeakyReluOptions): Tensor {
  return first(call("leaky_relu", ["self","negativeSlope"], [self, negativeSlope]));
}
/** `elu(Tensor self, float alpha=1) -> Tensor` */
export function elu(self: Tensor, alpha?: number | EluOptions): Tensor {
  return first(call("elu", ["self","alpha"], [self, alpha]));
}
/** `gelu(Tensor self, str approximate='none') -> Tensor` */
export function gelu(self: Tensor, approximate?: "none" | "tanh" | GeluOptions): Tensor {
  return first(call("gelu", ["self","approximate"], [self, approximate]));
}
/** `silu(Tensor self) -> Tensor` */
export function silu(self: Tensor): Tensor {
  return first(call("silu", ["self"], [self]));
}
/** `softplus(Tensor self, float beta=1, float threshold=20) -> Tensor` */
export function softplus(self: Tensor, beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions): Tensor {
  return first(call("softplus", ["self","beta","threshold"], [self, beta, threshold]));
}
/** `sum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function sum(self: Tensor, dim?: Ints | SumOptions, keepdim?: boolean | SumOptions): Tensor {
  return first(call("sum", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `mean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function mean(self: Tensor, dim?: Ints | MeanOptions, keepdim?: boolean | MeanOptions): Tensor {
  return first(call("mean", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `var(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export function variance(self: Tensor, dim?: Ints | VarOptions, correction?: number | VarOptions, keepdim?: boolean | VarOptions): Tensor {
  return first(call("var", ["self","dim","correction","keepdim"], [self, dim, correction, keepdim]));
}
/** `max(Tensor self) -> Tensor`
 * or `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export function max(self: Tensor): Tensor;
export function max(self: Tensor, dim: number, keepdim?: boolean | MaxDimOptions): [Tensor, Tensor];
export function max(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? call("max.dim", ["self","dim","keepdim"], args) as [Tensor, Tensor] : first(call("max", ["self"], args));
}
/** `min(Tensor self) -> Tensor`
 * or `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export function min(self: Tensor): Tensor;
export function min(self: Tensor, dim: number, keepdim?: boolean | MinDimOptions): [Tensor, Tensor];
export function min(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? call("min.dim", ["self","dim","keepdim"], args) as [Tensor, Tensor] : first(call("min", ["self"], args));
}
/** `amax(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function amax(self: Tensor, dim?: Ints | AmaxOptions, keepdim?: boolean | AmaxOptions): Tensor {
  return first(call("amax", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `amin(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function amin(self: Tensor, dim?: Ints | AminOptions, keepdim?: boolean | AminOptions): Tensor {
  return first(call("amin", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export function argmax(self: Tensor, dim?: number | null | ArgmaxOptions, keepdim?: boolean | ArgmaxOptions): Tensor {
  return first(call("argmax", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export function argmin(self: Tensor, dim?: number | null | ArgminOptions, keepdim?: boolean | ArgminOptions): Tensor {
  return first(call("argmin", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `logsumexp(Tensor self, int[] dim, bool keepdim=False) -> Tensor` */
export function logsumexp(self: Tensor, dim: Ints, keepdim?: boolean | LogsumexpOptions): Tensor {
  return first(call("logsumexp", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `softmax(Tensor self, int dim) -> Tensor` */
export function softmax(self: Tensor, dim: number): Tensor {
  return first(call("softmax", ["self","dim"], [self, dim]));
}
/** `log_softmax(Tensor self, int dim) -> Tensor` */
export function logSoftmax(self: Tensor, dim: number): Tensor {
  return first(call("log_softmax", ["self","dim"], [self, dim]));
}
/** `matmul(Tensor self, Tensor other) -> Tensor` */
export function matmul(self: Tensor, other: Tensor | number): Tensor {
  return first(call("matmul", ["self","other"], [self, other]));
}
/** `linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
export function linear(input: Tensor, weight: Tensor, bias?: Tensor | null | LinearOptions): Tensor {
  return first(call("linear", ["input","weight","bias"], [input, weight, bias]));
}
/** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dOptions, stride?: Ints | Conv2dOptions, padding?: Ints | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions): Tensor;
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dPaddingOptions, stride?: Ints | Conv2dPaddingOptions, padding?: string | Conv2dPaddingOptions, dilation?: Ints | Conv2dPaddingOptions, groups?: number | Conv2dPaddingOptions): Tensor;
export function conv2d(...args: any[]): any {
  const given = (name: string) => argument(["input","weight","bias","stride","padding","dilation","groups"], args, name);
  return typeof given("padding") === "string" ? first(call("conv2d.padding", ["input","weight","bias","stride","padding","dilation","groups"], args)) : first(call("conv2d", ["input","weight","bias","stride","padding","dilation","groups"], args));
}
/** `max_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool2d(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dOptions, padding?: Ints | MaxPool2dOptions, dilation?: Ints | MaxPool2dOptions, ceilMode?: boolean | MaxPool2dOptions): Tensor {
  return first(call("max_pool2d", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]));
}
/** `avg_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export function avgPool2d(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool2dOptions, padding?: Ints | AvgPool2dOptions, ceilMode?: boolean | AvgPool2dOptions, countIncludePad?: boolean | AvgPool2dOptions, divisorOverride?: number | null | AvgPool2dOptions): Tensor {
  return first(call("avg_pool2d", ["input","kernelSize","stride","padding","ceilMode","countIncludePad","divisorOverride"], [input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride]));
}
/** `adaptive_avg_pool2d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveAvgPool2d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_avg_pool2d", ["input","outputSize"], [input, outputSize]));
}
/** `batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor` */
export function batchNorm(input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, weight?: Tensor | null | BatchNormOptions, bias?: Tensor | null | BatchNormOptions, training?: boolean | BatchNormOptions, momentum?: number | BatchNormOptions, eps?: number | BatchNormOptions): Tensor {
  return first(call("batch_norm", ["input","runningMean","runningVar","weight","bias","training","momentum","eps"], [input, runningMean, runningVar, weight, bias, training, momentum, eps]));
}
/** `layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export function layerNorm(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | LayerNormOptions, bias?: Tensor | null | LayerNormOptions, eps?: number | LayerNormOptions): Tensor {
  return first(call("layer_norm", ["input","normalizedShape","weight","bias","eps"], [input, normalizedShape, weight, bias, eps]));
}
/** `dropout(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export function dropout(input: Tensor, p?: number | DropoutOptions, training?: boolean | DropoutOptions): Tensor {
  return first(call("dropout", ["input","p","training"], [input, p, training]));
}
/** `gather(Tensor self, int dim, Tensor index) -> Tensor` */
export function gather(self: Tensor, dim: number, index: Tensor): Tensor {
  return first(call("gather", ["self","dim","index"], [self, dim, index]));
}
/** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export function scatterAdd(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  return first(call("scatter_add", ["self","dim","index","src"], [self, dim, index, src]));
}
/** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
export function indexSelect(self: Tensor, dim: number, index: Tensor): Tensor {
  return first(call("index_select", ["self","dim","index"], [self, dim, index]));
}
/** `index_add(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export function indexAdd(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAddOptions): Tensor {
  return first(call("index_add", ["self","dim","index","source","alpha"], [self, dim, index, source, alpha]));
}
/** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
export function oneHot(self: Tensor, numClasses?: number | OneHotOptions): Tensor {
  return first(call("one_hot", ["self","numClasses"], [self, numClasses]));
}
/** `cat(Tensor[] tensors, int dim=0) -> Tensor` */
export function cat(tensors: readonly Tensor[], dim?: number | CatOptions): Tensor {
  return first(call("cat", ["tensors","dim"], [tensors, dim]));
}
/** `stack(Tensor[] tensors, int dim=0) -> Tensor` */
export function stack(tensors: readonly Tensor[], dim?: number | StackOptions): Tensor {
  return first(call("stack", ["tensors","dim"], [tensors, dim]));
}
/** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
export function split(self: Tensor, splitSize: number, dim?: number | SplitOptions): Tensor[];
export function split(self: Tensor, splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
export function split(...args: any[]): any {
  return Array.isArray(args[1]) ? call("split.sizes", ["self","splitSizes","dim"], args) : call("split", ["self","splitSize","dim"], args);
}
/** `pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor` */
export function pad(self: Tensor, pad_: Ints, mode?: string | PadOptions, value?: number | null | PadOptions): Tensor {
  return first(call("pad", ["self","pad","mode","value"], [self, pad_, mode, value]));
}
/** `flatten(Tensor self, int start_dim=0, int end_dim=-1) -> Tensor` */
export function flatten(self: Tensor, startDim?: number | FlattenOptions, endDim?: number | FlattenOptions): Tensor {
  return first(call("flatten", ["self","startDim","endDim"], [self, startDim, endDim]));
}
/** `view(Tensor self, int[] size) -> Tensor` */
export function view(self: Tensor, size: Ints): Tensor {
  return first(call("view", ["self","size"], [self, size]));
}
/** `reshape(Tensor self, int[] shape) -> Tensor` */
export function reshape(self: Tensor, shape: Ints): Tensor {
  return first(call("reshape", ["self","shape"], [self, shape]));
}
/** `transpose(Tensor self, int dim0, int dim1) -> Tensor` */
export function transpose(self: Tensor, dim0: number, dim1: number): Tensor {
  return first(call("transpose", ["self","dim0","dim1"], [self, dim0, dim1]));
}
/** `t(Tensor self) -> Tensor` */
export function t(self: Tensor): Tensor {
  return first(call("t", ["self"], [self]));
}
/** `permute(Tensor self, int[] dims) -> Tensor` */
export function permute(self: Tensor, dims: Ints): Tensor {
  return first(call("permute", ["self","dims"], [self, dims]));
}
/** `narrow(Tensor self, int dim, int start, int length) -> Tensor` */
export function narrow(self: Tensor, dim: number, start: number, length: number): Tensor {
  return first(call("narrow", ["self","dim","start","length"], [self, dim, start, length]));
}
/** `select(Tensor self, int dim, int index) -> Tensor` */
export function select(self: Tensor, dim: number, index: number): Tensor {
  return first(call("select", ["self","dim","index"], [self, dim, index]));
}
/** `slice(Tensor self, int dim, int start, int end, int step=1) -> Tensor` */
export function slice(self: Tensor, dim: number, start: number, end: number, step?: number | SliceOptions): Tensor {
  return first(call("slice", ["self","dim","start","end","step"], [self, dim, start, end, step]));
}
/** `expand(Tensor self, int[] size) -> Tensor` */
export function expand(self: Tensor, size: Ints): Tensor {
  return first(call("expand", ["self","size"], [self, size]));
}
/** `squeeze(Tensor self) -> Tensor`
 * or `squeeze.dim(Tensor self, int dim) -> Tensor` */
export function squeeze(self: Tensor): Tensor;
export function squeeze(self: Tensor, dim: number): Tensor;
export function squeeze(...args: any[]): any {
  const given = (name: string) => argument(["self","dim"], args, name);
  return given("dim") !== undefined ? first(call("squeeze.dim", ["self","dim"], args)) : first(call("squeeze", ["self"], args));
}
/** `unsqueeze(Tensor self, int dim) -> Tensor` */
export function unsqueeze(self: Tensor, dim: number): Tensor {
  return first(call("unsqueeze", ["self","dim"], [self, dim]));
}
/** `clone(Tensor self) -> Tensor` */
export function clone(self: Tensor): Tensor {
  return first(call("clone", ["self"], [self]));
}
/** `contiguous(Tensor self) -> Tensor` */
export function contiguous(self: Tensor): Tensor {
  return first(call("contiguous", ["self"], [self]));
}
/** `to(Tensor self, str dtype) -> Tensor` */
export function to(self: Tensor, dtype: DType): Tensor {
  return first(call("to", ["self","dtype"], [self, dtype]));
}
/** `cross_entropy(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean', float label_smoothing=0) -> Tensor` */
export function crossEntropy(input: Tensor, target: Tensor, weight?: Tensor | null | CrossEntropyOptions, ignoreIndex?: number | CrossEntropyOptions, reduction?: "mean" | "sum" | "none" | CrossEntropyOptions, labelSmoothing?: number | CrossEntropyOptions): Tensor {
  return first(call("cross_entropy", ["input","target","weight","ignoreIndex","reduction","labelSmoothing"], [input, target, weight, ignoreIndex, reduction, labelSmoothing]));
}
/** `nll_loss(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean') -> Tensor` */
export function nllLoss(input: Tensor, target: Tensor, weight?: Tensor | null | NllLossOptions, ignoreIndex?: number | NllLossOptions, reduction?: "mean" | "sum" | "none" | NllLossOptions): Tensor {
  return first(call("nll_loss", ["input","target","weight","ignoreIndex","reduction"], [input, target, weight, ignoreIndex, reduction]));
}
/** `binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, str reduction='mean') -> Tensor` */
export function binaryCrossEntropyWithLogits(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, posWeight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyWithLogitsOptions): Tensor {
  return first(call("binary_cross_entropy_with_logits", ["input","target","weight","posWeight","reduction"], [input, target, weight, posWeight, reduction]));
}
/** `mse_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export function mseLoss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MseLossOptions): Tensor {
  return first(call("mse_loss", ["input","target","reduction"], [input, target, reduction]));
}
/** `l1_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export function l1Loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | L1LossOptions): Tensor {
  return first(call("l1_loss", ["input","target","reduction"], [input, target, reduction]));
}
/** `smooth_l1_loss(Tensor input, Tensor target, str reduction='mean', float beta=1) -> Tensor` */
export function smoothL1Loss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SmoothL1LossOptions, beta?: number | SmoothL1LossOptions): Tensor {
  return first(call("smooth_l1_loss", ["input","target","reduction","beta"], [input, target, reduction, beta]));
}
/** `zeros(int[] size, str dtype='float32') -> Tensor` */
export function zeros(size: Ints, dtype?: DType | ZerosOptions): Tensor {
  return first(call("zeros", ["size","dtype"], [size, dtype]));
}
/** `ones(int[] size, str dtype='float32') -> Tensor` */
export function ones(size: Ints, dtype?: DType | OnesOptions): Tensor {
  return first(call("ones", ["size","dtype"], [size, dtype]));
}
/** `full(int[] size, float fill_value, str dtype='float32') -> Tensor` */
export function full(size: Ints, fillValue: number, dtype?: DType | FullOptions): Tensor {
  return first(call("full", ["size","fillValue","dtype"], [size, fillValue, dtype]));
}
/** `arange(float start, float end, float step=1, str? dtype=None) -> Tensor` */
export function arange(start: number, end: number, step?: number | ArangeOptions, dtype?: DType | ArangeOptions): Tensor {
  return first(call("arange", ["start","end","step","dtype"], [start, end, step, dtype]));
}
/** `rand(int[] size, str dtype='float32') -> Tensor` */
export function rand(size: Ints, dtype?: DType | RandOptions): Tensor {
  return first(call("rand", ["size","dtype"], [size, dtype]));
}
/** `randn(int[] size, str dtype='float32') -> Tensor` */
export function randn(size: Ints, dtype?: DType | RandnOptions): Tensor {
  return first(call("randn", ["size","dtype"], [size, dtype]));
}
/** `randint(int low, int high, int[] size) -> Tensor` */
export function randint(low: number, high: number, size: Ints): Tensor {
  return first(call("randint", ["low","high","size"], [low, high, size]));
}
/** `randperm(int n) -> Tensor` */
export function randperm(n: number): Tensor {
  return first(call("randperm", ["n"], [n]));
}
/** `recurrent_walk(Tensor input, Tensor weight_hh, Tensor? bias_hh, Tensor? h_0, Tensor? c_0, Tensor? weight_hr, Tensor? batch_sizes, int kind, bool reverse=False) -> Tensor` */
export function recurrentWalk(input: Tensor, weightHh: Tensor, biasHh: Tensor | null, h0: Tensor | null, c0: Tensor | null, weightHr: Tensor | null, batchSizes: Tensor | null, kind: number, reverse?: boolean | RecurrentWalkOptions): Tensor {
  return first(call("recurrent_walk", ["input","weightHh","biasHh","h0","c0","weightHr","batchSizes","kind","reverse"], [input, weightHh, biasHh, h0, c0, weightHr, batchSizes, kind, reverse]));
}
/** `lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
export function lstmCell(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | LstmCellOptions, bHh?: Tensor | null | LstmCellOptions): [Tensor, Tensor] {
  return call("lstm_cell", ["input","hx","wIh","wHh","bIh","bHh"], [input, hx, wIh, wHh, bIh, bHh]) as [Tensor, Tensor];
}
/** `gru_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function gruCell(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | GruCellOptions, bHh?: Tensor | null | GruCellOptions): Tensor {
  return first(call("gru_cell", ["input","hx","wIh","wHh","bIh","bHh"], [input, hx, wIh, wHh, bIh, bHh]));
}
/** `rnn_tanh_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function rnnTanhCell(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnTanhCellOptions, bHh?: Tensor | null | RnnTanhCellOptions): Tensor {
  return first(call("rnn_tanh_cell", ["input","hx","wIh","wHh","bIh","bHh"], [input, hx, wIh, wHh, bIh, bHh]));
}
/** `rnn_relu_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function rnnReluCell(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnReluCellOptions, bHh?: Tensor | null | RnnReluCellOptions): Tensor {
  return first(call("rnn_relu_cell", ["input","hx","wIh","wHh","bIh","bHh"], [input, hx, wIh, wHh, bIh, bHh]));
}
/** `scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False, float? scale=None) -> Tensor` */
export function scaledDotProductAttention(query: Tensor, key: Tensor, value: Tensor | number, attnMask?: Tensor | null | ScaledDotProductAttentionOptions, dropoutP?: number | ScaledDotProductAttentionOptions, isCausal?: boolean | ScaledDotProductAttentionOptions, scale?: number | null | ScaledDotProductAttentionOptions): Tensor {
  return first(call("scaled_dot_product_attention", ["query","key","value","attnMask","dropoutP","isCausal","scale"], [query, key, value, attnMask, dropoutP, isCausal, scale]));
}
/** `attention_weights(Tensor scores, Tensor? attn_mask=None, float scale=1, bool is_causal=False) -> Tensor` */
export function attentionWeights(scores: Tensor, attnMask?: Tensor | null | AttentionWeightsOptions, scale?: number | AttentionWeightsOptions, isCausal?: boolean | AttentionWeightsOptions): Tensor {
  return first(call("attention_weights", ["scores","attnMask","scale","isCausal"], [scores, attnMask, scale, isCausal]));
}
/** `self_attention(Tensor qkv, int num_heads, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False) -> Tensor` */
export function selfAttention(qkv: Tensor, numHeads: number, attnMask?: Tensor | null | SelfAttentionOptions, dropoutP?: number | SelfAttentionOptions, isCausal?: boolean | SelfAttentionOptions): Tensor {
  return first(call("self_attention", ["qkv","numHeads","attnMask","dropoutP","isCausal"], [qkv, numHeads, attnMask, dropoutP, isCausal]));
}
/** `pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first=False) -> (Tensor, Tensor)` */
export function packPaddedSequence(input: Tensor, lengths: Tensor, batchFirst?: boolean | PackPaddedSequenceOptions): [Tensor, Tensor] {
  return call("pack_padded_sequence", ["input","lengths","batchFirst"], [input, lengths, batchFirst]) as [Tensor, Tensor];
}
/** `pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first=False, float padding_value=0, int? total_length=None) -> (Tensor, Tensor)` */
export function padPackedSequence(data: Tensor, batchSizes: Tensor, batchFirst?: boolean | PadPackedSequenceOptions, paddingValue?: number | PadPackedSequenceOptions, totalLength?: number | null | PadPackedSequenceOptions): [Tensor, Tensor] {
  return call("pad_packed_sequence", ["data","batchSizes","batchFirst","paddingValue","totalLength"], [data, batchSizes, batchFirst, paddingValue, totalLength]) as [Tensor, Tensor];
}
/** `pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0) -> Tensor` */
export function padSequence(sequences: readonly Tensor[], batchFirst?: boolean | PadSequenceOptions, paddingValue?: number | PadSequenceOptions): Tensor {
  return first(call("pad_sequence", ["sequences","batchFirst","paddingValue"], [sequences, batchFirst, paddingValue]));
}
/** `floor(Tensor self) -> Tensor` */
export function floor(self: Tensor): Tensor {
  return first(call("floor", ["self"], [self]));
}
/** `ceil(Tensor self) -> Tensor` */
export function ceil(self: Tensor): Tensor {
  return first(call("ceil", ["self"], [self]));
}
/** `trunc(Tensor self) -> Tensor` */
export function trunc(self: Tensor): Tensor {
  return first(call("trunc", ["self"], [self]));
}
/** `round(Tensor self, int decimals=0) -> Tensor` */
export function round(self: Tensor, decimals?: number | RoundOptions): Tensor {
  return first(call("round", ["self","decimals"], [self, decimals]));
}
/** `frac(Tensor self) -> Tensor` */
export function frac(self: Tensor): Tensor {
  return first(call("frac", ["self"], [self]));
}
/** `sign(Tensor self) -> Tensor` */
export function sign(self: Tensor): Tensor {
  return first(call("sign", ["self"], [self]));
}
/** `tan(Tensor self) -> Tensor` */
export function tan(self: Tensor): Tensor {
  return first(call("tan", ["self"], [self]));
}
/** `asin(Tensor self) -> Tensor` */
export function asin(self: Tensor): Tensor {
  return first(call("asin", ["self"], [self]));
}
/** `acos(Tensor self) -> Tensor` */
export function acos(self: Tensor): Tensor {
  return first(call("acos", ["self"], [self]));
}
/** `atan(Tensor self) -> Tensor` */
export function atan(self: Tensor): Tensor {
  return first(call("atan", ["self"], [self]));
}
/** `sinh(Tensor self) -> Tensor` */
export function sinh(self: Tensor): Tensor {
  return first(call("sinh", ["self"], [self]));
}
/** `cosh(Tensor self) -> Tensor` */
export function cosh(self: Tensor): Tensor {
  return first(call("cosh", ["self"], [self]));
}
/** `asinh(Tensor self) -> Tensor` */
export function asinh(self: Tensor): Tensor {
  return first(call("asinh", ["self"], [self]));
}
/** `acosh(Tensor self) -> Tensor` */
export function acosh(self: Tensor): Tensor {
  return first(call("acosh", ["self"], [self]));
}
/** `atanh(Tensor self) -> Tensor` */
export function atanh(self: Tensor): Tensor {
  return first(call("atanh", ["self"], [self]));
}
/** `exp2(Tensor self) -> Tensor` */
export function exp2(self: Tensor): Tensor {
  return first(call("exp2", ["self"], [self]));
}
/** `expm1(Tensor self) -> Tensor` */
export function expm1(self: Tensor): Tensor {
  return first(call("expm1", ["self"], [self]));
}
/** `log2(Tensor self) -> Tensor` */
export function log2(self: Tensor): Tensor {
  return first(call("log2", ["self"], [self]));
}
/** `log10(Tensor self) -> Tensor` */
export function log10(self: Tensor): Tensor {
  return first(call("log10", ["self"], [self]));
}
/** `log1p(Tensor self) -> Tensor` */
export function log1p(self: Tensor): Tensor {
  return first(call("log1p", ["self"], [self]));
}
/** `erf(Tensor self) -> Tensor` */
export function erf(self: Tensor): Tensor {
  return first(call("erf", ["self"], [self]));
}
/** `erfc(Tensor self) -> Tensor` */
export function erfc(self: Tensor): Tensor {
  return first(call("erfc", ["self"], [self]));
}
/** `erfinv(Tensor self) -> Tensor` */
export function erfinv(self: Tensor): Tensor {
  return first(call("erfinv", ["self"], [self]));
}
/** `sinc(Tensor self) -> Tensor` */
export function sinc(self: Tensor): Tensor {
  return first(call("sinc", ["self"], [self]));
}
/** `logit(Tensor self, float? eps=None) -> Tensor` */
export function logit(self: Tensor, eps?: number | null | LogitOptions): Tensor {
  return first(call("logit", ["self","eps"], [self, eps]));
}
/** `lgamma(Tensor self) -> Tensor` */
export function lgamma(self: Tensor): Tensor {
  return first(call("lgamma", ["self"], [self]));
}
/** `digamma(Tensor self) -> Tensor` */
export function digamma(self: Tensor): Tensor {
  return first(call("digamma", ["self"], [self]));
}
/** `polygamma(int n, Tensor self) -> Tensor` */
export function polygamma(n: number, self: Tensor): Tensor {
  return first(call("polygamma", ["n","self"], [n, self]));
}
/** `deg2rad(Tensor self) -> Tensor` */
export function deg2rad(self: Tensor): Tensor {
  return first(call("deg2rad", ["self"], [self]));
}
/** `rad2deg(Tensor self) -> Tensor` */
export function rad2deg(self: Tensor): Tensor {
  return first(call("rad2deg", ["self"], [self]));
}
/** `nan_to_num(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export function nanToNum(self: Tensor, nan?: number | NanToNumOptions, posinf?: number | null | NanToNumOptions, neginf?: number | null | NanToNumOptions): Tensor {
  return first(call("nan_to_num", ["self","nan","posinf","neginf"], [self, nan, posinf, neginf]));
}
/** `remainder(Tensor self, Tensor other) -> Tensor` */
export function remainder(self: Tensor, other: Tensor | number): Tensor {
  return first(call("remainder", ["self","other"], [self, other]));
}
/** `fmod(Tensor self, Tensor other) -> Tensor` */
export function fmod(self: Tensor, other: Tensor | number): Tensor {
  return first(call("fmod", ["self","other"], [self, other]));
}
/** `floor_divide(Tensor self, Tensor other) -> Tensor` */
export function floorDivide(self: Tensor, other: Tensor | number): Tensor {
  return first(call("floor_divide", ["self","other"], [self, other]));
}
/** `true_divide(Tensor self, Tensor other) -> Tensor` */
export function trueDivide(self: Tensor, other: Tensor | number): Tensor {
  return first(call("true_divide", ["self","other"], [self, other]));
}
/** `atan2(Tensor self, Tensor other) -> Tensor` */
export function atan2(self: Tensor, other: Tensor | number): Tensor {
  return first(call("atan2", ["self","other"], [self, other]));
}
/** `hypot(Tensor self, Tensor other) -> Tensor` */
export function hypot(self: Tensor, other: Tensor | number): Tensor {
  return first(call("hypot", ["self","other"], [self, other]));
}
/** `logaddexp(Tensor self, Tensor other) -> Tensor` */
export function logaddexp(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logaddexp", ["self","other"], [self, other]));
}
/** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
export function logaddexp2(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logaddexp2", ["self","other"], [self, other]));
}
/** `xlogy(Tensor self, Tensor other) -> Tensor` */
export function xlogy(self: Tensor, other: Tensor | number): Tensor {
  return first(call("xlogy", ["self","other"], [self, other]));
}
/** `copysign(Tensor self, Tensor other) -> Tensor` */
export function copysign(self: Tensor, other: Tensor | number): Tensor {
  return first(call("copysign", ["self","other"], [self, other]));
}
/** `heaviside(Tensor self, Tensor values) -> Tensor` */
export function heaviside(self: Tensor, values: Tensor): Tensor {
  return first(call("heaviside", ["self","values"], [self, values]));
}
/** `lerp(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export function lerp(self: Tensor, end: Tensor, weight: Tensor | number): Tensor {
  return first(call("lerp", ["self","end","weight"], [self, end, weight]));
}
/** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export function addcmul(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcmulOptions): Tensor {
  return first(call("addcmul", ["self","tensor1","tensor2","value"], [self, tensor1, tensor2, value]));
}
/** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export function addcdiv(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcdivOptions): Tensor {
  return first(call("addcdiv", ["self","tensor1","tensor2","value"], [self, tensor1, tensor2, value]));
}
/** `clamp_min(Tensor self, Tensor min) -> Tensor` */
export function clampMin(self: Tensor, min: Tensor | number): Tensor {
  return first(call("clamp_min", ["self","min"], [self, min]));
}
/** `clamp_max(Tensor self, Tensor max) -> Tensor` */
export function clampMax(self: Tensor, max: Tensor | number): Tensor {
  return first(call("clamp_max", ["self","max"], [self, max]));
}
/** `isnan(Tensor self) -> Tensor` */
export function isnan(self: Tensor): Tensor {
  return first(call("isnan", ["self"], [self]));
}
/** `isinf(Tensor self) -> Tensor` */
export function isinf(self: Tensor): Tensor {
  return first(call("isinf", ["self"], [self]));
}
/** `isfinite(Tensor self) -> Tensor` */
export function isfinite(self: Tensor): Tensor {
  return first(call("isfinite", ["self"], [self]));
}
/** `logical_not(Tensor self) -> Tensor` */
export function logicalNot(self: Tensor): Tensor {
  return first(call("logical_not", ["self"], [self]));
}
/** `logical_and(Tensor self, Tensor other) -> Tensor` */
export function logicalAnd(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_and", ["self","other"], [self, other]));
}
/** `logical_or(Tensor self, Tensor other) -> Tensor` */
export function logicalOr(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_or", ["self","other"], [self, other]));
}
/** `logical_xor(Tensor self, Tensor other) -> Tensor` */
export function logicalXor(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_xor", ["self","other"], [self, other]));
}
/** `bitwise_not(Tensor self) -> Tensor` */
export function bitwiseNot(self: Tensor): Tensor {
  return first(call("bitwise_not", ["self"], [self]));
}
/** `bitwise_and(Tensor self, Tensor other) -> Tensor` */
export function bitwiseAnd(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_and", ["self","other"], [self, other]));
}
/** `bitwise_or(Tensor self, Tensor other) -> Tensor` */
export function bitwiseOr(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_or", ["self","other"], [self, other]));
}
/** `bitwise_xor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseXor(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_xor", ["self","other"], [self, other]));
}
/** `prod(Tensor self) -> Tensor`
 * or `prod.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export function prod(self: Tensor): Tensor;
export function prod(self: Tensor, dim: number, keepdim?: boolean | ProdDimOptions): Tensor;
export function prod(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? first(call("prod.dim", ["self","dim","keepdim"], args)) : first(call("prod", ["self"], args));
}
/** `std(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export function std(self: Tensor, dim?: Ints | StdOptions, correction?: number | StdOptions, keepdim?: boolean | StdOptions): Tensor {
  return first(call("std", ["self","dim","correction","keepdim"], [self, dim, correction, keepdim]));
}
/** `var_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export function varMean(self: Tensor, dim?: Ints | VarMeanOptions, correction?: number | VarMeanOptions, keepdim?: boolean | VarMeanOptions): [Tensor, Tensor] {
  return call("var_mean", ["self","dim","correction","keepdim"], [self, dim, correction, keepdim]) as [Tensor, Tensor];
}
/** `std_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export function stdMean(self: Tensor, dim?: Ints | StdMeanOptions, correction?: number | StdMeanOptions, keepdim?: boolean | StdMeanOptions): [Tensor, Tensor] {
  return call("std_mean", ["self","dim","correction","keepdim"], [self, dim, correction, keepdim]) as [Tensor, Tensor];
}
/** `norm(Tensor self, float p=2, int[] dim=[], bool keepdim=False) -> Tensor`
 * or `norm.fro(Tensor self, str p, int[] dim=[], bool keepdim=False) -> Tensor` */
export function norm(self: Tensor, p?: number | NormOptions, dim?: Ints | NormOptions, keepdim?: boolean | NormOptions): Tensor;
export function norm(self: Tensor, p: string, dim?: Ints | NormFroOptions, keepdim?: boolean | NormFroOptions): Tensor;
export function norm(...args: any[]): any {
  const given = (name: string) => argument(["self","p","dim","keepdim"], args, name);
  return typeof given("p") === "string" ? first(call("norm.fro", ["self","p","dim","keepdim"], args)) : first(call("norm", ["self","p","dim","keepdim"], args));
}
/** `linalg_vector_norm(Tensor self, float ord=2, int[] dim=[], bool keepdim=False) -> Tensor` */
export function linalgVectorNorm(self: Tensor, ord?: number | LinalgVectorNormOptions, dim?: Ints | LinalgVectorNormOptions, keepdim?: boolean | LinalgVectorNormOptions): Tensor {
  return first(call("linalg_vector_norm", ["self","ord","dim","keepdim"], [self, ord, dim, keepdim]));
}
/** `dist(Tensor self, Tensor other, float p=2) -> Tensor` */
export function dist(self: Tensor, other: Tensor | number, p?: number | DistOptions): Tensor {
  return first(call("dist", ["self","other","p"], [self, other, p]));
}
/** `cdist(Tensor x1, Tensor x2, float p=2, str? compute_mode=None) -> Tensor` */
export function cdist(x1: Tensor, x2: Tensor, p?: number | CdistOptions, computeMode?: string | null | CdistOptions): Tensor {
  return first(call("cdist", ["x1","x2","p","computeMode"], [x1, x2, p, computeMode]));
}
/** `nansum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function nansum(self: Tensor, dim?: Ints | NansumOptions, keepdim?: boolean | NansumOptions): Tensor {
  return first(call("nansum", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `nanmean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export function nanmean(self: Tensor, dim?: Ints | NanmeanOptions, keepdim?: boolean | NanmeanOptions): Tensor {
  return first(call("nanmean", ["self","dim","keepdim"], [self, dim, keepdim]));
}
/** `count_nonzero(Tensor self, int[] dim=[]) -> Tensor` */
export function countNonzero(self: Tensor, dim?: Ints | CountNonzeroOptions): Tensor {
  return first(call("count_nonzero", ["self","dim"], [self, dim]));
}
/** `all(Tensor self) -> Tensor`
 * or `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export function all(self: Tensor): Tensor;
export function all(self: Tensor, dim: number, keepdim?: boolean | AllDimOptions): Tensor;
export function all(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? first(call("all.dim", ["self","dim","keepdim"], args)) : first(call("all", ["self"], args));
}
/** `any(Tensor self) -> Tensor`
 * or `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export function any(self: Tensor): Tensor;
export function any(self: Tensor, dim: number, keepdim?: boolean | AnyDimOptions): Tensor;
export function any(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? first(call("any.dim", ["self","dim","keepdim"], args)) : first(call("any", ["self"], args));
}
/** `aminmax(Tensor self, int? dim=None, bool keepdim=False) -> (Tensor, Tensor)` */
export function aminmax(self: Tensor, dim?: number | null | AminmaxOptions, keepdim?: boolean | AminmaxOptions): [Tensor, Tensor] {
  return call("aminmax", ["self","dim","keepdim"], [self, dim, keepdim]) as [Tensor, Tensor];
}
/** `cumsum(Tensor self, int dim) -> Tensor` */
export function cumsum(self: Tensor, dim: number): Tensor {
  return first(call("cumsum", ["self","dim"], [self, dim]));
}
/** `cumprod(Tensor self, int dim) -> Tensor` */
export function cumprod(self: Tensor, dim: number): Tensor {
  return first(call("cumprod", ["self","dim"], [self, dim]));
}
/** `logcumsumexp(Tensor self, int dim) -> Tensor` */
export function logcumsumexp(self: Tensor, dim: number): Tensor {
  return first(call("logcumsumexp", ["self","dim"], [self, dim]));
}
/** `cummax(Tensor self, int dim) -> (Tensor, Tensor)` */
export function cummax(self: Tensor, dim: number): [Tensor, Tensor] {
  return call("cummax", ["self","dim"], [self, dim]) as [Tensor, Tensor];
}
/** `cummin(Tensor self, int dim) -> (Tensor, Tensor)` */
export function cummin(self: Tensor, dim: number): [Tensor, Tensor] {
  return call("cummin", ["self","dim"], [self, dim]) as [Tensor, Tensor];
}
/** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
export function diff(self: Tensor, n?: number | DiffOptions, dim?: number | DiffOptions, prepend?: Tensor | null | DiffOptions, append?: Tensor | null | DiffOptions): Tensor {
  return first(call("diff", ["self","n","dim","prepend","append"], [self, n, dim, prepend, append]));
}
/** `sort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> (Tensor, Tensor)` */
export function sort(self: Tensor, dim?: number | SortOptions, descending?: boolean | SortOptions, stable?: boolean | SortOptions): [Tensor, Tensor] {
  return call("sort", ["self","dim","descending","stable"], [self, dim, descending, stable]) as [Tensor, Tensor];
}
/** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
export function argsort(self: Tensor, dim?: number | ArgsortOptions, descending?: boolean | ArgsortOptions): Tensor {
  return first(call("argsort", ["self","dim","descending"], [self, dim, descending]));
}
/** `msort(Tensor self) -> Tensor` */
export function msort(self: Tensor): Tensor {
  return first(call("msort", ["self"], [self]));
}
/** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor, Tensor)` */
export function topk(self: Tensor, k: number, dim?: number | TopkOptions, largest?: boolean | TopkOptions, sorted?: boolean | TopkOptions): [Tensor, Tensor] {
  return call("topk", ["self","k","dim","largest","sorted"], [self, k, dim, largest, sorted]) as [Tensor, Tensor];
}
/** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export function kthvalue(self: Tensor, k: number, dim?: number | KthvalueOptions, keepdim?: boolean | KthvalueOptions): [Tensor, Tensor] {
  return call("kthvalue", ["self","k","dim","keepdim"], [self, k, dim, keepdim]) as [Tensor, Tensor];
}
/** `median(Tensor self) -> Tensor`
 * or `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export function median(self: Tensor): Tensor;
export function median(self: Tensor, dim: number, keepdim?: boolean | MedianDimOptions): [Tensor, Tensor];
export function median(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? call("median.dim", ["self","dim","keepdim"], args) as [Tensor, Tensor] : first(call("median", ["self"], args));
}
/** `nanmedian(Tensor self) -> Tensor`
 * or `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export function nanmedian(self: Tensor): Tensor;
export function nanmedian(self: Tensor, dim: number, keepdim?: boolean | NanmedianDimOptions): [Tensor, Tensor];
export function nanmedian(...args: any[]): any {
  const given = (name: string) => argument(["self","dim","keepdim"], args, name);
  return given("dim") !== undefined ? call("nanmedian.dim", ["self","dim","keepdim"], args) as [Tensor, Tensor] : first(call("nanmedian", ["self"], args));
}
/** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export function mode(self: Tensor, dim?: number | ModeOptions, keepdim?: boolean | ModeOptions): [Tensor, Tensor] {
  return call("mode", ["self","dim","keepdim"], [self, dim, keepdim]) as [Tensor, Tensor];
}
/** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, str interpolation='linear') -> Tensor` */
export function quantile(self: Tensor, q: Tensor | number, dim?: number | null | QuantileOptions, keepdim?: boolean | QuantileOptions, interpolation?: string | QuantileOptions): Tensor {
  return first(call("quantile", ["self","q","dim","keepdim","interpolation"], [self, q, dim, keepdim, interpolation]));
}
/** `unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> Tensor[]` */
export function unique(self: Tensor, sorted?: boolean | UniqueOptions, returnInverse?: boolean | UniqueOptions, returnCounts?: boolean | UniqueOptions): Tensor[] {
  return call("unique", ["self","sorted","returnInverse","returnCounts"], [self, sorted, returnInverse, returnCounts]);
}
/** `unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False) -> Tensor[]` */
export function uniqueConsecutive(self: Tensor, returnInverse?: boolean | UniqueConsecutiveOptions, returnCounts?: boolean | UniqueConsecutiveOptions): Tensor[] {
  return call("unique_consecutive", ["self","returnInverse","returnCounts"], [self, returnInverse, returnCounts]);
}
/** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
export function bincount(self: Tensor, weights?: Tensor | null | BincountOptions, minlength?: number | BincountOptions): Tensor {
  return first(call("bincount", ["self","weights","minlength"], [self, weights, minlength]));
}
/** `histc(Tensor self, int bins=100, float min=0, float max=0) -> Tensor` */
export function histc(self: Tensor, bins?: number | HistcOptions, min?: number | HistcOptions, max?: number | HistcOptions): Tensor {
  return first(call("histc", ["self","bins","min","max"], [self, bins, min, max]));
}
/** `searchsorted(Tensor sorted_sequence, Tensor self, bool out_int32=False, bool right=False, str? side=None) -> Tensor` */
export function searchsorted(sortedSequence: Tensor, self: Tensor, outInt32?: boolean | SearchsortedOptions, right?: boolean | SearchsortedOptions, side?: string | null | SearchsortedOptions): Tensor {
  return first(call("searchsorted", ["sortedSequence","self","outInt32","right","side"], [sortedSequence, self, outInt32, right, side]));
}
/** `bucketize(Tensor self, Tensor boundaries, bool out_int32=False, bool right=False) -> Tensor` */
export function bucketize(self: Tensor, boundaries: Tensor, outInt32?: boolean | BucketizeOptions, right?: boolean | BucketizeOptions): Tensor {
  return first(call("bucketize", ["self","boundaries","outInt32","right"], [self, boundaries, outInt32, right]));
}
/** `mm(Tensor self, Tensor mat2) -> Tensor` */
export function mm(self: Tensor, mat2: Tensor): Tensor {
  return first(call("mm", ["self","mat2"], [self, mat2]));
}
/** `bmm(Tensor self, Tensor mat2) -> Tensor` */
export function bmm(self: Tensor, mat2: Tensor): Tensor {
  return first(call("bmm", ["self","mat2"], [self, mat2]));
}
/** `mv(Tensor self, Tensor vec) -> Tensor` */
export function mv(self: Tensor, vec: Tensor): Tensor {
  return first(call("mv", ["self","vec"], [self, vec]));
}
/** `dot(Tensor self, Tensor tensor) -> Tensor` */
export function dot(self: Tensor, tensor: Tensor): Tensor {
  return first(call("dot", ["self","tensor"], [self, tensor]));
}
/** `inner(Tensor self, Tensor other) -> Tensor` */
export function inner(self: Tensor, other: Tensor | number): Tensor {
  return first(call("inner", ["self","other"], [self, other]));
}
/** `outer(Tensor self, Tensor vec2) -> Tensor` */
export function outer(self: Tensor, vec2: Tensor): Tensor {
  return first(call("outer", ["self","vec2"], [self, vec2]));
}
/** `kron(Tensor self, Tensor other) -> Tensor` */
export function kron(self: Tensor, other: Tensor | number): Tensor {
  return first(call("kron", ["self","other"], [self, other]));
}
/** `addmm(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export function addmm(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | AddmmOptions, alpha?: number | AddmmOptions): Tensor {
  return first(call("addmm", ["self","mat1","mat2","beta","alpha"], [self, mat1, mat2, beta, alpha]));
}
/** `addmv(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export function addmv(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | AddmvOptions, alpha?: number | AddmvOptions): Tensor {
  return first(call("addmv", ["self","mat","vec","beta","alpha"], [self, mat, vec, beta, alpha]));
}
/** `addr(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export function addr(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | AddrOptions, alpha?: number | AddrOptions): Tensor {
  return first(call("addr", ["self","vec1","vec2","beta","alpha"], [self, vec1, vec2, beta, alpha]));
}
/** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export function baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | BaddbmmOptions, alpha?: number | BaddbmmOptions): Tensor {
  return first(call("baddbmm", ["self","batch1","batch2","beta","alpha"], [self, batch1, batch2, beta, alpha]));
}
/** `addbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export function addbmm(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | AddbmmOptions, alpha?: number | AddbmmOptions): Tensor {
  return first(call("addbmm", ["self","batch1","batch2","beta","alpha"], [self, batch1, batch2, beta, alpha]));
}
/** `matrix_power(Tensor self, int n) -> Tensor` */
export function matrixPower(self: Tensor, n: number): Tensor {
  return first(call("matrix_power", ["self","n"], [self, n]));
}
/** `einsum(str equation, Tensor[] tensors) -> Tensor` */
export function einsum(equation: string, tensors: readonly Tensor[]): Tensor {
  return first(call("einsum", ["equation","tensors"], [equation, tensors]));
}
/** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
export function tensordot(self: Tensor, other: Tensor | number, dimsSelf: Ints, dimsOther: Ints): Tensor {
  return first(call("tensordot", ["self","other","dimsSelf","dimsOther"], [self, other, dimsSelf, dimsOther]));
}
/** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
export function cross(self: Tensor, other: Tensor | number, dim?: number | null | CrossOptions): Tensor {
  return first(call("cross", ["self","other","dim"], [self, other, dim]));
}
/** `linalg_cross(Tensor self, Tensor other, int dim=-1) -> Tensor` */
export function linalgCross(self: Tensor, other: Tensor | number, dim?: number | LinalgCrossOptions): Tensor {
  return first(call("linalg_cross", ["self","other","dim"], [self, other, dim]));
}
/** `diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
export function diagonal(self: Tensor, offset?: number | DiagonalOptions, dim1?: number | DiagonalOptions, dim2?: number | DiagonalOptions): Tensor {
  return first(call("diagonal", ["self","offset","dim1","dim2"], [self, offset, dim1, dim2]));
}
/** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
export function diagEmbed(self: Tensor, offset?: number | DiagEmbedOptions, dim1?: number | DiagEmbedOptions, dim2?: number | DiagEmbedOptions): Tensor {
  return first(call("diag_embed", ["self","offset","dim1","dim2"], [self, offset, dim1, dim2]));
}
/** `diag(Tensor self, int diagonal=0) -> Tensor` */
export function diag(self: Tensor, diagonal?: number | DiagOptions): Tensor {
  return first(call("diag", ["self","diagonal"], [self, diagonal]));
}
/** `trace(Tensor self) -> Tensor` */
export function trace(self: Tensor): Tensor {
  return first(call("trace", ["self"], [self]));
}
/** `scatter(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export function scatter(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | ScatterOptions): Tensor {
  return first(call("scatter", ["self","dim","index","src","reduce"], [self, dim, index, src, reduce]));
}
/** `scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export function scatterReduce(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduceOptions): Tensor {
  return first(call("scatter_reduce", ["self","dim","index","src","reduce","includeSelf"], [self, dim, index, src, reduce, includeSelf]));
}
/** `index_fill(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export function indexFill(self: Tensor, dim: number, index: Tensor, value: Tensor | number): Tensor {
  return first(call("index_fill", ["self","dim","index","value"], [self, dim, index, value]));
}
/** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export function indexCopy(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  return first(call("index_copy", ["self","dim","index","source"], [self, dim, index, source]));
}
/** `index(Tensor self, Tensor?[] indices) -> Tensor` */
export function index(self: Tensor, indices: readonly (Tensor | null)[]): Tensor {
  return first(call("index", ["self","indices"], [self, indices]));
}
/** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export function indexPut(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPutOptions): Tensor {
  return first(call("index_put", ["self","indices","values","accumulate"], [self, indices, values, accumulate]));
}
/** `masked_fill(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export function maskedFill(self: Tensor, mask: Tensor, value: Tensor | number): Tensor {
  return first(call("masked_fill", ["self","mask","value"], [self, mask, value]));
}
/** `masked_select(Tensor self, Tensor mask) -> Tensor` */
export function maskedSelect(self: Tensor, mask: Tensor): Tensor {
  return first(call("masked_select", ["self","mask"], [self, mask]));
}
/** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export function maskedScatter(self: Tensor, mask: Tensor, source: Tensor): Tensor {
  return first(call("masked_scatter", ["self","mask","source"], [self, mask, source]));
}
/** `select_scatter(Tensor self, Tensor src, int dim, int index) -> Tensor` */
export function selectScatter(self: Tensor, src: Tensor, dim: number, index: number): Tensor {
  return first(call("select_scatter", ["self","src","dim","index"], [self, src, dim, index]));
}
/** `slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor` */
export function sliceScatter(self: Tensor, src: Tensor, dim?: number | SliceScatterOptions, start?: number | null | SliceScatterOptions, end?: number | null | SliceScatterOptions, step?: number | SliceScatterOptions): Tensor {
  return first(call("slice_scatter", ["self","src","dim","start","end","step"], [self, src, dim, start, end, step]));
}
/** `take(Tensor self, Tensor index) -> Tensor` */
export function take(self: Tensor, index: Tensor): Tensor {
  return first(call("take", ["self","index"], [self, index]));
}
/** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
export function takeAlongDim(self: Tensor, indices: Tensor, dim?: number | null | TakeAlongDimOptions): Tensor {
  return first(call("take_along_dim", ["self","indices","dim"], [self, indices, dim]));
}
/** `nonzero(Tensor self) -> Tensor` */
export function nonzero(self: Tensor): Tensor {
  return first(call("nonzero", ["self"], [self]));
}
/** `nonzero_numpy(Tensor self) -> Tensor[]` */
export function nonzeroNumpy(self: Tensor): Tensor[] {
  return call("nonzero_numpy", ["self"], [self]);
}
/** `argwhere(Tensor self) -> Tensor` */
export function argwhere(self: Tensor): Tensor {
  return first(call("argwhere", ["self"], [self]));
}
/** `tril(Tensor self, int diagonal=0) -> Tensor` */
export function tril(self: Tensor, diagonal?: number | TrilOptions): Tensor {
  return first(call("tril", ["self","diagonal"], [self, diagonal]));
}
/** `triu(Tensor self, int diagonal=0) -> Tensor` */
export function triu(self: Tensor, diagonal?: number | TriuOptions): Tensor {
  return first(call("triu", ["self","diagonal"], [self, diagonal]));
}
/** `roll(Tensor self, int[] shifts, int[] dims=[]) -> Tensor` */
export function roll(self: Tensor, shifts: Ints, dims?: Ints | RollOptions): Tensor {
  return first(call("roll", ["self","shifts","dims"], [self, shifts, dims]));
}
/** `flip(Tensor self, int[] dims) -> Tensor` */
export function flip(self: Tensor, dims: Ints): Tensor {
  return first(call("flip", ["self","dims"], [self, dims]));
}
/** `fliplr(Tensor self) -> Tensor` */
export function fliplr(self: Tensor): Tensor {
  return first(call("fliplr", ["self"], [self]));
}
/** `flipud(Tensor self) -> Tensor` */
export function flipud(self: Tensor): Tensor {
  return first(call("flipud", ["self"], [self]));
}
/** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
export function rot90(self: Tensor, k?: number | Rot90Options, dims?: Ints | Rot90Options): Tensor {
  return first(call("rot90", ["self","k","dims"], [self, k, dims]));
}
/** `repeat(Tensor self, int[] repeats) -> Tensor` */
export function repeat(self: Tensor, repeats: Ints): Tensor {
  return first(call("repeat", ["self","repeats"], [self, repeats]));
}
/** `tile(Tensor self, int[] dims) -> Tensor` */
export function tile(self: Tensor, dims: Ints): Tensor {
  return first(call("tile", ["self","dims"], [self, dims]));
}
/** `repeat_interleave(Tensor self, Tensor repeats, int? dim=None) -> Tensor` */
export function repeatInterleave(self: Tensor, repeats: Tensor | number, dim?: number | null | RepeatInterleaveOptions): Tensor {
  return first(call("repeat_interleave", ["self","repeats","dim"], [self, repeats, dim]));
}
/** `movedim(Tensor self, int[] source, int[] destination) -> Tensor` */
export function movedim(self: Tensor, source: Ints, destination: Ints): Tensor {
  return first(call("movedim", ["self","source","destination"], [self, source, destination]));
}
/** `swapaxes(Tensor self, int axis0, int axis1) -> Tensor` */
export function swapaxes(self: Tensor, axis0: number, axis1: number): Tensor {
  return first(call("swapaxes", ["self","axis0","axis1"], [self, axis0, axis1]));
}
/** `unfold(Tensor self, int dimension, int size, int step) -> Tensor` */
export function unfold(self: Tensor, dimension: number, size: number, step: number): Tensor {
  return first(call("unfold", ["self","dimension","size","step"], [self, dimension, size, step]));
}
/** `broadcast_to(Tensor self, int[] size) -> Tensor` */
export function broadcastTo(self: Tensor, size: Ints): Tensor {
  return first(call("broadcast_to", ["self","size"], [self, size]));
}
/** `expand_as(Tensor self, Tensor other) -> Tensor` */
export function expandAs(self: Tensor, other: Tensor | number): Tensor {
  return first(call("expand_as", ["self","other"], [self, other]));
}
/** `view_as(Tensor self, Tensor other) -> Tensor` */
export function viewAs(self: Tensor, other: Tensor | number): Tensor {
  return first(call("view_as", ["self","other"], [self, other]));
}
/** `reshape_as(Tensor self, Tensor other) -> Tensor` */
export function reshapeAs(self: Tensor, other: Tensor | number): Tensor {
  return first(call("reshape_as", ["self","other"], [self, other]));
}
/** `ravel(Tensor self) -> Tensor` */
export function ravel(self: Tensor): Tensor {
  return first(call("ravel", ["self"], [self]));
}
/** `unflatten(Tensor self, int dim, int[] sizes) -> Tensor` */
export function unflatten(self: Tensor, dim: number, sizes: Ints): Tensor {
  return first(call("unflatten", ["self","dim","sizes"], [self, dim, sizes]));
}
/** `atleast_1d(Tensor self) -> Tensor` */
export function atleast1d(self: Tensor): Tensor {
  return first(call("atleast_1d", ["self"], [self]));
}
/** `atleast_2d(Tensor self) -> Tensor` */
export function atleast2d(self: Tensor): Tensor {
  return first(call("atleast_2d", ["self"], [self]));
}
/** `atleast_3d(Tensor self) -> Tensor` */
export function atleast3d(self: Tensor): Tensor {
  return first(call("atleast_3d", ["self"], [self]));
}
/** `chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
export function chunk(self: Tensor, chunks: number, dim?: number | ChunkOptions): Tensor[] {
  return call("chunk", ["self","chunks","dim"], [self, chunks, dim]);
}
/** `unbind(Tensor self, int dim=0) -> Tensor[]` */
export function unbind(self: Tensor, dim?: number | UnbindOptions): Tensor[] {
  return call("unbind", ["self","dim"], [self, dim]);
}
/** `tensor_split(Tensor self, int sections, int dim=0) -> Tensor[]`
 * or `tensor_split.indices(Tensor self, int[] indices, int dim=0) -> Tensor[]` */
export function tensorSplit(self: Tensor, sections: number, dim?: number | TensorSplitOptions): Tensor[];
export function tensorSplit(self: Tensor, indices: Ints, dim?: number | TensorSplitIndicesOptions): Tensor[];
export function tensorSplit(...args: any[]): any {
  return Array.isArray(args[1]) ? call("tensor_split.indices", ["self","indices","dim"], args) : call("tensor_split", ["self","sections","dim"], args);
}
/** `meshgrid(Tensor[] tensors, str indexing='ij') -> Tensor[]` */
export function meshgrid(tensors: readonly Tensor[], indexing?: string | MeshgridOptions): Tensor[] {
  return call("meshgrid", ["tensors","indexing"], [tensors, indexing]);
}
/** `hstack(Tensor[] tensors) -> Tensor` */
export function hstack(tensors: readonly Tensor[]): Tensor {
  return first(call("hstack", ["tensors"], [tensors]));
}
/** `vstack(Tensor[] tensors) -> Tensor` */
export function vstack(tensors: readonly Tensor[]): Tensor {
  return first(call("vstack", ["tensors"], [tensors]));
}
/** `dstack(Tensor[] tensors) -> Tensor` */
export function dstack(tensors: readonly Tensor[]): Tensor {
  return first(call("dstack", ["tensors"], [tensors]));
}
/** `column_stack(Tensor[] tensors) -> Tensor` */
export function columnStack(tensors: readonly Tensor[]): Tensor {
  return first(call("column_stack", ["tensors"], [tensors]));
}
/** `block_diag(Tensor[] tensors) -> Tensor` */
export function blockDiag(tensors: readonly Tensor[]): Tensor {
  return first(call("block_diag", ["tensors"], [tensors]));
}
/** `cartesian_prod(Tensor[] tensors) -> Tensor` */
export function cartesianProd(tensors: readonly Tensor[]): Tensor {
  return first(call("cartesian_prod", ["tensors"], [tensors]));
}
/** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
export function combinations(self: Tensor, r?: number | CombinationsOptions, withReplacement?: boolean | CombinationsOptions): Tensor {
  return first(call("combinations", ["self","r","withReplacement"], [self, r, withReplacement]));
}
/** `linspace(float start, float end, int steps, str dtype='float32') -> Tensor` */
export function linspace(start: number, end: number, steps: number, dtype?: DType | LinspaceOptions): Tensor {
  return first(call("linspace", ["start","end","steps","dtype"], [start, end, steps, dtype]));
}
/** `logspace(float start, float end, int steps, float base=10, str dtype='float32') -> Tensor` */
export function logspace(start: number, end: number, steps: number, base?: number | LogspaceOptions, dtype?: DType | LogspaceOptions): Tensor {
  return first(call("logspace", ["start","end","steps","base","dtype"], [start, end, steps, base, dtype]));
}
/** `eye(int n, int? m=None, str dtype='float32') -> Tensor` */
export function eye(n: number, m?: number | null | EyeOptions, dtype?: DType | EyeOptions): Tensor {
  return first(call("eye", ["n","m","dtype"], [n, m, dtype]));
}
/** `full_like(Tensor self, float fill_value, str? dtype=None) -> Tensor` */
export function fullLike(self: Tensor, fillValue: number, dtype?: DType | FullLikeOptions): Tensor {
  return first(call("full_like", ["self","fillValue","dtype"], [self, fillValue, dtype]));
}
/** `zeros_like(Tensor self, str? dtype=None) -> Tensor` */
export function zerosLike(self: Tensor, dtype?: DType | ZerosLikeOptions): Tensor {
  return first(call("zeros_like", ["self","dtype"], [self, dtype]));
}
/** `ones_like(Tensor self, str? dtype=None) -> Tensor` */
export function onesLike(self: Tensor, dtype?: DType | OnesLikeOptions): Tensor {
  return first(call("ones_like", ["self","dtype"], [self, dtype]));
}
/** `empty_like(Tensor self, str? dtype=None) -> Tensor` */
export function emptyLike(self: Tensor, dtype?: DType | EmptyLikeOptions): Tensor {
  return first(call("empty_like", ["self","dtype"], [self, dtype]));
}
/** `tril_indices(int row, int col, int offset=0) -> Tensor` */
export function trilIndices(row: number, col: number, offset?: number | TrilIndicesOptions): Tensor {
  return first(call("tril_indices", ["row","col","offset"], [row, col, offset]));
}
/** `triu_indices(int row, int col, int offset=0) -> Tensor` */
export function triuIndices(row: number, col: number, offset?: number | TriuIndicesOptions): Tensor {
  return first(call("triu_indices", ["row","col","offset"], [row, col, offset]));
}
/** `rand_like(Tensor self, str? dtype=None) -> Tensor` */
export function randLike(self: Tensor, dtype?: DType | RandLikeOptions): Tensor {
  return first(call("rand_like", ["self","dtype"], [self, dtype]));
}
/** `randn_like(Tensor self, str? dtype=None) -> Tensor` */
export function randnLike(self: Tensor, dtype?: DType | RandnLikeOptions): Tensor {
  return first(call("randn_like", ["self","dtype"], [self, dtype]));
}
/** `randint_like(Tensor self, int low, int? high=None) -> Tensor` */
export function randintLike(self: Tensor, low: number, high?: number | null | RandintLikeOptions): Tensor {
  return first(call("randint_like", ["self","low","high"], [self, low, high]));
}
/** `bernoulli(Tensor self, float? p=None) -> Tensor` */
export function bernoulli(self: Tensor, p?: number | null | BernoulliOptions): Tensor {
  return first(call("bernoulli", ["self","p"], [self, p]));
}
/** `multinomial(Tensor self, int num_samples, bool replacement=False) -> Tensor` */
export function multinomial(self: Tensor, numSamples: number, replacement?: boolean | MultinomialOptions): Tensor {
  return first(call("multinomial", ["self","numSamples","replacement"], [self, numSamples, replacement]));
}
/** `normal(Tensor mean, Tensor std=1, int[] size=[]) -> Tensor` */
export function normal(mean: Tensor | number, std?: Tensor | number | NormalOptions, size?: Ints | NormalOptions): Tensor {
  return first(call("normal", ["mean","std","size"], [mean, std, size]));
}
/** `zero_(Tensor self) -> Tensor` */
export function zero_(self: Tensor): Tensor {
  return first(call("zero_", ["self"], [self]));
}
/** `fill_(Tensor self, Tensor value) -> Tensor` */
export function fill_(self: Tensor, value: Tensor | number): Tensor {
  return first(call("fill_", ["self","value"], [self, value]));
}
/** `copy_(Tensor self, Tensor src) -> Tensor` */
export function copy_(self: Tensor, src: Tensor): Tensor {
  return first(call("copy_", ["self","src"], [self, src]));
}
/** `uniform_(Tensor self, float from=0, float to=1) -> Tensor` */
export function uniform_(self: Tensor, from?: number | Uniform_Options, to?: number | Uniform_Options): Tensor {
  return first(call("uniform_", ["self","from","to"], [self, from, to]));
}
/** `normal_(Tensor self, float mean=0, float std=1) -> Tensor` */
export function normal_(self: Tensor, mean?: number | Normal_Options, std?: number | Normal_Options): Tensor {
  return first(call("normal_", ["self","mean","std"], [self, mean, std]));
}
/** `exponential_(Tensor self, float lambd=1) -> Tensor` */
export function exponential_(self: Tensor, lambd?: number | Exponential_Options): Tensor {
  return first(call("exponential_", ["self","lambd"], [self, lambd]));
}
/** `bernoulli_(Tensor self, Tensor p=0.5) -> Tensor` */
export function bernoulli_(self: Tensor, p?: Tensor | number | Bernoulli_Options): Tensor {
  return first(call("bernoulli_", ["self","p"], [self, p]));
}
/** `random_(Tensor self, int from=0, int? to=None) -> Tensor` */
export function random_(self: Tensor, from?: number | Random_Options, to?: number | null | Random_Options): Tensor {
  return first(call("random_", ["self","from","to"], [self, from, to]));
}
/** `conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dOptions, stride?: Ints | Conv1dOptions, padding?: Ints | Conv1dOptions, dilation?: Ints | Conv1dOptions, groups?: number | Conv1dOptions): Tensor;
export function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dPaddingOptions, stride?: Ints | Conv1dPaddingOptions, padding?: string | Conv1dPaddingOptions, dilation?: Ints | Conv1dPaddingOptions, groups?: number | Conv1dPaddingOptions): Tensor;
export function conv1d(...args: any[]): any {
  const given = (name: string) => argument(["input","weight","bias","stride","padding","dilation","groups"], args, name);
  return typeof given("padding") === "string" ? first(call("conv1d.padding", ["input","weight","bias","stride","padding","dilation","groups"], args)) : first(call("conv1d", ["input","weight","bias","stride","padding","dilation","groups"], args));
}
/** `conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dOptions, stride?: Ints | Conv3dOptions, padding?: Ints | Conv3dOptions, dilation?: Ints | Conv3dOptions, groups?: number | Conv3dOptions): Tensor;
export function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dPaddingOptions, stride?: Ints | Conv3dPaddingOptions, padding?: string | Conv3dPaddingOptions, dilation?: Ints | Conv3dPaddingOptions, groups?: number | Conv3dPaddingOptions): Tensor;
export function conv3d(...args: any[]): any {
  const given = (name: string) => argument(["input","weight","bias","stride","padding","dilation","groups"], args, name);
  return typeof given("padding") === "string" ? first(call("conv3d.padding", ["input","weight","bias","stride","padding","dilation","groups"], args)) : first(call("conv3d", ["input","weight","bias","stride","padding","dilation","groups"], args));
}
/** `conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export function convTranspose1d(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose1dOptions, stride?: Ints | ConvTranspose1dOptions, padding?: Ints | ConvTranspose1dOptions, outputPadding?: Ints | ConvTranspose1dOptions, groups?: number | ConvTranspose1dOptions, dilation?: Ints | ConvTranspose1dOptions): Tensor {
  return first(call("conv_transpose1d", ["input","weight","bias","stride","padding","outputPadding","groups","dilation"], [input, weight, bias, stride, padding, outputPadding, groups, dilation]));
}
/** `conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export function convTranspose2d(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose2dOptions, stride?: Ints | ConvTranspose2dOptions, padding?: Ints | ConvTranspose2dOptions, outputPadding?: Ints | ConvTranspose2dOptions, groups?: number | ConvTranspose2dOptions, dilation?: Ints | ConvTranspose2dOptions): Tensor {
  return first(call("conv_transpose2d", ["input","weight","bias","stride","padding","outputPadding","groups","dilation"], [input, weight, bias, stride, padding, outputPadding, groups, dilation]));
}
/** `conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export function convTranspose3d(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose3dOptions, stride?: Ints | ConvTranspose3dOptions, padding?: Ints | ConvTranspose3dOptions, outputPadding?: Ints | ConvTranspose3dOptions, groups?: number | ConvTranspose3dOptions, dilation?: Ints | ConvTranspose3dOptions): Tensor {
  return first(call("conv_transpose3d", ["input","weight","bias","stride","padding","outputPadding","groups","dilation"], [input, weight, bias, stride, padding, outputPadding, groups, dilation]));
}
/** `im2col(Tensor input, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export function im2col(input: Tensor, kernelSize: Ints, dilation?: Ints | Im2colOptions, padding?: Ints | Im2colOptions, stride?: Ints | Im2colOptions): Tensor {
  return first(call("im2col", ["input","kernelSize","dilation","padding","stride"], [input, kernelSize, dilation, padding, stride]));
}
/** `col2im(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export function col2im(input: Tensor, outputSize: Ints, kernelSize: Ints, dilation?: Ints | Col2imOptions, padding?: Ints | Col2imOptions, stride?: Ints | Col2imOptions): Tensor {
  return first(call("col2im", ["input","outputSize","kernelSize","dilation","padding","stride"], [input, outputSize, kernelSize, dilation, padding, stride]));
}
/** `max_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool1d(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dOptions, padding?: Ints | MaxPool1dOptions, dilation?: Ints | MaxPool1dOptions, ceilMode?: boolean | MaxPool1dOptions): Tensor {
  return first(call("max_pool1d", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]));
}
/** `max_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool3d(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dOptions, padding?: Ints | MaxPool3dOptions, dilation?: Ints | MaxPool3dOptions, ceilMode?: boolean | MaxPool3dOptions): Tensor {
  return first(call("max_pool3d", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]));
}
/** `max_pool1d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool1dWithIndices(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dWithIndicesOptions, padding?: Ints | MaxPool1dWithIndicesOptions, dilation?: Ints | MaxPool1dWithIndicesOptions, ceilMode?: boolean | MaxPool1dWithIndicesOptions): [Tensor, Tensor] {
  return call("max_pool1d_with_indices", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]) as [Tensor, Tensor];
}
/** `max_pool2d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool2dWithIndices(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dWithIndicesOptions, padding?: Ints | MaxPool2dWithIndicesOptions, dilation?: Ints | MaxPool2dWithIndicesOptions, ceilMode?: boolean | MaxPool2dWithIndicesOptions): [Tensor, Tensor] {
  return call("max_pool2d_with_indices", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]) as [Tensor, Tensor];
}
/** `max_pool3d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool3dWithIndices(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dWithIndicesOptions, padding?: Ints | MaxPool3dWithIndicesOptions, dilation?: Ints | MaxPool3dWithIndicesOptions, ceilMode?: boolean | MaxPool3dWithIndicesOptions): [Tensor, Tensor] {
  return call("max_pool3d_with_indices", ["input","kernelSize","stride","padding","dilation","ceilMode"], [input, kernelSize, stride, padding, dilation, ceilMode]) as [Tensor, Tensor];
}
/** `max_unpool1d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export function maxUnpool1d(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool1dOptions, padding?: Ints | MaxUnpool1dOptions, outputSize?: Ints | MaxUnpool1dOptions): Tensor {
  return first(call("max_unpool1d", ["input","indices","kernelSize","stride","padding","outputSize"], [input, indices, kernelSize, stride, padding, outputSize]));
}
/** `max_unpool2d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export function maxUnpool2d(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool2dOptions, padding?: Ints | MaxUnpool2dOptions, outputSize?: Ints | MaxUnpool2dOptions): Tensor {
  return first(call("max_unpool2d", ["input","indices","kernelSize","stride","padding","outputSize"], [input, indices, kernelSize, stride, padding, outputSize]));
}
/** `max_unpool3d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export function maxUnpool3d(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool3dOptions, padding?: Ints | MaxUnpool3dOptions, outputSize?: Ints | MaxUnpool3dOptions): Tensor {
  return first(call("max_unpool3d", ["input","indices","kernelSize","stride","padding","outputSize"], [input, indices, kernelSize, stride, padding, outputSize]));
}
/** `avg_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
export function avgPool1d(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool1dOptions, padding?: Ints | AvgPool1dOptions, ceilMode?: boolean | AvgPool1dOptions, countIncludePad?: boolean | AvgPool1dOptions): Tensor {
  return first(call("avg_pool1d", ["input","kernelSize","stride","padding","ceilMode","countIncludePad"], [input, kernelSize, stride, padding, ceilMode, countIncludePad]));
}
/** `avg_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export function avgPool3d(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool3dOptions, padding?: Ints | AvgPool3dOptions, ceilMode?: boolean | AvgPool3dOptions, countIncludePad?: boolean | AvgPool3dOptions, divisorOverride?: number | null | AvgPool3dOptions): Tensor {
  return first(call("avg_pool3d", ["input","kernelSize","stride","padding","ceilMode","countIncludePad","divisorOverride"], [input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride]));
}
/** `lp_pool1d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export function lpPool1d(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool1dOptions, ceilMode?: boolean | LpPool1dOptions): Tensor {
  return first(call("lp_pool1d", ["input","normType","kernelSize","stride","ceilMode"], [input, normType, kernelSize, stride, ceilMode]));
}
/** `lp_pool2d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export function lpPool2d(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool2dOptions, ceilMode?: boolean | LpPool2dOptions): Tensor {
  return first(call("lp_pool2d", ["input","normType","kernelSize","stride","ceilMode"], [input, normType, kernelSize, stride, ceilMode]));
}
/** `adaptive_avg_pool1d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveAvgPool1d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_avg_pool1d", ["input","outputSize"], [input, outputSize]));
}
/** `adaptive_avg_pool3d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveAvgPool3d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_avg_pool3d", ["input","outputSize"], [input, outputSize]));
}
/** `adaptive_max_pool1d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveMaxPool1d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_max_pool1d", ["input","outputSize"], [input, outputSize]));
}
/** `adaptive_max_pool2d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveMaxPool2d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_max_pool2d", ["input","outputSize"], [input, outputSize]));
}
/** `adaptive_max_pool3d(Tensor input, int[] output_size) -> Tensor` */
export function adaptiveMaxPool3d(input: Tensor, outputSize: Ints): Tensor {
  return first(call("adaptive_max_pool3d", ["input","outputSize"], [input, outputSize]));
}
/** `adaptive_max_pool1d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool1dWithIndices(input: Tensor, outputSize: Ints): [Tensor, Tensor] {
  return call("adaptive_max_pool1d_with_indices", ["input","outputSize"], [input, outputSize]) as [Tensor, Tensor];
}
/** `adaptive_max_pool2d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool2dWithIndices(input: Tensor, outputSize: Ints): [Tensor, Tensor] {
  return call("adaptive_max_pool2d_with_indices", ["input","outputSize"], [input, outputSize]) as [Tensor, Tensor];
}
/** `adaptive_max_pool3d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool3dWithIndices(input: Tensor, outputSize: Ints): [Tensor, Tensor] {
  return call("adaptive_max_pool3d_with_indices", ["input","outputSize"], [input, outputSize]) as [Tensor, Tensor];
}
/** `group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export function groupNorm(input: Tensor, numGroups: number, weight?: Tensor | null | GroupNormOptions, bias?: Tensor | null | GroupNormOptions, eps?: number | GroupNormOptions): Tensor {
  return first(call("group_norm", ["input","numGroups","weight","bias","eps"], [input, numGroups, weight, bias, eps]));
}
/** `instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05) -> Tensor` */
export function instanceNorm(input: Tensor, runningMean?: Tensor | null | InstanceNormOptions, runningVar?: Tensor | null | InstanceNormOptions, weight?: Tensor | null | InstanceNormOptions, bias?: Tensor | null | InstanceNormOptions, useInputStats?: boolean | InstanceNormOptions, momentum?: number | InstanceNormOptions, eps?: number | InstanceNormOptions): Tensor {
  return first(call("instance_norm", ["input","runningMean","runningVar","weight","bias","useInputStats","momentum","eps"], [input, runningMean, runningVar, weight, bias, useInputStats, momentum, eps]));
}
/** `rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor` */
export function rmsNorm(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | RmsNormOptions, eps?: number | null | RmsNormOptions): Tensor {
  return first(call("rms_norm", ["input","normalizedShape","weight","eps"], [input, normalizedShape, weight, eps]));
}
/** `local_response_norm(Tensor input, int size, float alpha=0.0001, float beta=0.75, float k=1) -> Tensor` */
export function localResponseNorm(input: Tensor, size: number, alpha?: number | LocalResponseNormOptions, beta?: number | LocalResponseNormOptions, k?: number | LocalResponseNormOptions): Tensor {
  return first(call("local_response_norm", ["input","size","alpha","beta","k"], [input, size, alpha, beta, k]));
}
/** `interpolate(Tensor input, int[] size=[], float[] scale_factor=[], str mode='nearest', bool align_corners=False) -> Tensor` */
export function interpolate(input: Tensor, size?: Ints | InterpolateOptions, scaleFactor?: number | readonly number[] | InterpolateOptions, mode?: string | InterpolateOptions, alignCorners?: boolean | InterpolateOptions): Tensor {
  return first(call("interpolate", ["input","size","scaleFactor","mode","alignCorners"], [input, size, scaleFactor, mode, alignCorners]));
}
/** `grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool align_corners=False) -> Tensor` */
export function gridSample(input: Tensor, grid: Tensor, mode?: string | GridSampleOptions, paddingMode?: string | GridSampleOptions, alignCorners?: boolean | GridSampleOptions): Tensor {
  return first(call("grid_sample", ["input","grid","mode","paddingMode","alignCorners"], [input, grid, mode, paddingMode, alignCorners]));
}
/** `grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export function gridSampler(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): Tensor {
  return first(call("grid_sampler", ["input","grid","interpolationMode","paddingMode","alignCorners"], [input, grid, interpolationMode, paddingMode, alignCorners]));
}
/** `affine_grid(Tensor theta, int[] size, bool align_corners=False) -> Tensor` */
export function affineGrid(theta: Tensor, size: Ints, alignCorners?: boolean | AffineGridOptions): Tensor {
  return first(call("affine_grid", ["theta","size","alignCorners"], [theta, size, alignCorners]));
}
/** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
export function pixelShuffle(self: Tensor, upscaleFactor: number): Tensor {
  return first(call("pixel_shuffle", ["self","upscaleFactor"], [self, upscaleFactor]));
}
/** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
export function pixelUnshuffle(self: Tensor, downscaleFactor: number): Tensor {
  return first(call("pixel_unshuffle", ["self","downscaleFactor"], [self, downscaleFactor]));
}
/** `channel_shuffle(Tensor self, int groups) -> Tensor` */
export function channelShuffle(self: Tensor, groups: number): Tensor {
  return first(call("channel_shuffle", ["self","groups"], [self, groups]));
}
/** `constant_pad_nd(Tensor self, int[] pad, float value=0) -> Tensor` */
export function constantPadNd(self: Tensor, pad: Ints, value?: number | ConstantPadNdOptions): Tensor {
  return first(call("constant_pad_nd", ["self","pad","value"], [self, pad, value]));
}
/** `cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
export function cosineSimilarity(x1: Tensor, x2: Tensor, dim?: number | CosineSimilarityOptions, eps?: number | CosineSimilarityOptions): Tensor {
  return first(call("cosine_similarity", ["x1","x2","dim","eps"], [x1, x2, dim, eps]));
}
/** `pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False) -> Tensor` */
export function pairwiseDistance(x1: Tensor, x2: Tensor, p?: number | PairwiseDistanceOptions, eps?: number | PairwiseDistanceOptions, keepdim?: boolean | PairwiseDistanceOptions): Tensor {
  return first(call("pairwise_distance", ["x1","x2","p","eps","keepdim"], [x1, x2, p, eps, keepdim]));
}
/** `normalize(Tensor input, float p=2, int[] dim=1, float eps=1e-12) -> Tensor` */
export function normalize(input: Tensor, p?: number | NormalizeOptions, dim?: Ints | NormalizeOptions, eps?: number | NormalizeOptions): Tensor {
  return first(call("normalize", ["input","p","dim","eps"], [input, p, dim, eps]));
}
/** `bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
export function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null | BilinearOptions): Tensor {
  return first(call("bilinear", ["input1","input2","weight","bias"], [input1, input2, weight, bias]));
}
/** `hardtanh(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export function hardtanh(self: Tensor, minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions): Tensor {
  return first(call("hardtanh", ["self","minVal","maxVal"], [self, minVal, maxVal]));
}
/** `relu6(Tensor self) -> Tensor` */
export function relu6(self: Tensor): Tensor {
  return first(call("relu6", ["self"], [self]));
}
/** `hardsigmoid(Tensor self) -> Tensor` */
export function hardsigmoid(self: Tensor): Tensor {
  return first(call("hardsigmoid", ["self"], [self]));
}
/** `hardswish(Tensor self) -> Tensor` */
export function hardswish(self: Tensor): Tensor {
  return first(call("hardswish", ["self"], [self]));
}
/** `hardshrink(Tensor self, float lambd=0.5) -> Tensor` */
export function hardshrink(self: Tensor, lambd?: number | HardshrinkOptions): Tensor {
  return first(call("hardshrink", ["self","lambd"], [self, lambd]));
}
/** `softshrink(Tensor self, float lambd=0.5) -> Tensor` */
export function softshrink(self: Tensor, lambd?: number | SoftshrinkOptions): Tensor {
  return first(call("softshrink", ["self","lambd"], [self, lambd]));
}
/** `tanhshrink(Tensor self) -> Tensor` */
export function tanhshrink(self: Tensor): Tensor {
  return first(call("tanhshrink", ["self"], [self]));
}
/** `threshold(Tensor self, float threshold, float value) -> Tensor` */
export function threshold(self: Tensor, threshold_: number, value: number): Tensor {
  return first(call("threshold", ["self","threshold","value"], [self, threshold_, value]));
}
/** `softsign(Tensor self) -> Tensor` */
export function softsign(self: Tensor): Tensor {
  return first(call("softsign", ["self"], [self]));
}
/** `logsigmoid(Tensor self) -> Tensor` */
export function logsigmoid(self: Tensor): Tensor {
  return first(call("logsigmoid", ["self"], [self]));
}
/** `mish(Tensor self) -> Tensor` */
export function mish(self: Tensor): Tensor {
  return first(call("mish", ["self"], [self]));
}
/** `selu(Tensor self) -> Tensor` */
export function selu(self: Tensor): Tensor {
  return first(call("selu", ["self"], [self]));
}
/** `celu(Tensor self, float alpha=1) -> Tensor` */
export function celu(self: Tensor, alpha?: number | CeluOptions): Tensor {
  return first(call("celu", ["self","alpha"], [self, alpha]));
}
/** `softmin(Tensor self, int dim) -> Tensor` */
export function softmin(self: Tensor, dim: number): Tensor {
  return first(call("softmin", ["self","dim"], [self, dim]));
}
/** `glu(Tensor self, int dim=-1) -> Tensor` */
export function glu(self: Tensor, dim?: number | GluOptions): Tensor {
  return first(call("glu", ["self","dim"], [self, dim]));
}
/** `prelu(Tensor self, Tensor weight) -> Tensor` */
export function prelu(self: Tensor, weight: Tensor): Tensor {
  return first(call("prelu", ["self","weight"], [self, weight]));
}
/** `rrelu(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export function rrelu(self: Tensor, lower?: number | RreluOptions, upper?: number | RreluOptions, training?: boolean | RreluOptions): Tensor {
  return first(call("rrelu", ["self","lower","upper","training"], [self, lower, upper, training]));
}
/** `dropout1d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export function dropout1d(input: Tensor, p?: number | Dropout1dOptions, training?: boolean | Dropout1dOptions): Tensor {
  return first(call("dropout1d", ["input","p","training"], [input, p, training]));
}
/** `dropout2d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export function dropout2d(input: Tensor, p?: number | Dropout2dOptions, training?: boolean | Dropout2dOptions): Tensor {
  return first(call("dropout2d", ["input","p","training"], [input, p, training]));
}
/** `dropout3d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export function dropout3d(input: Tensor, p?: number | Dropout3dOptions, training?: boolean | Dropout3dOptions): Tensor {
  return first(call("dropout3d", ["input","p","training"], [input, p, training]));
}
/** `alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export function alphaDropout(input: Tensor, p?: number | AlphaDropoutOptions, training?: boolean | AlphaDropoutOptions): Tensor {
  return first(call("alpha_dropout", ["input","p","training"], [input, p, training]));
}
/** `feature_alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export function featureAlphaDropout(input: Tensor, p?: number | FeatureAlphaDropoutOptions, training?: boolean | FeatureAlphaDropoutOptions): Tensor {
  return first(call("feature_alpha_dropout", ["input","p","training"], [input, p, training]));
}
/** `embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
export function embedding(input: Tensor, weight: Tensor, paddingIdx?: number | null | EmbeddingOptions, maxNorm?: number | null | EmbeddingOptions, normType?: number | EmbeddingOptions, scaleGradByFreq?: boolean | EmbeddingOptions, sparse?: boolean | EmbeddingOptions): Tensor {
  return first(call("embedding", ["input","weight","paddingIdx","maxNorm","normType","scaleGradByFreq","sparse"], [input, weight, paddingIdx, maxNorm, normType, scaleGradByFreq, sparse]));
}
/** `embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None) -> Tensor` */
export function embeddingBag(input: Tensor, weight: Tensor, offsets?: Tensor | null | EmbeddingBagOptions, maxNorm?: number | null | EmbeddingBagOptions, normType?: number | EmbeddingBagOptions, scaleGradByFreq?: boolean | EmbeddingBagOptions, mode?: string | EmbeddingBagOptions, sparse?: boolean | EmbeddingBagOptions, perSampleWeights?: Tensor | null | EmbeddingBagOptions, includeLastOffset?: boolean | EmbeddingBagOptions, paddingIdx?: number | null | EmbeddingBagOptions): Tensor {
  return first(call("embedding_bag", ["input","weight","offsets","maxNorm","normType","scaleGradByFreq","mode","sparse","perSampleWeights","includeLastOffset","paddingIdx"], [input, weight, offsets, maxNorm, normType, scaleGradByFreq, mode, sparse, perSampleWeights, includeLastOffset, paddingIdx]));
}
/** `binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export function binaryCrossEntropy(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyOptions): Tensor {
  return first(call("binary_cross_entropy", ["input","target","weight","reduction"], [input, target, weight, reduction]));
}
/** `huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1) -> Tensor` */
export function huberLoss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | HuberLossOptions, delta?: number | HuberLossOptions): Tensor {
  return first(call("huber_loss", ["input","target","reduction","delta"], [input, target, reduction, delta]));
}
/** `kl_div(Tensor input, Tensor target, str reduction='mean', bool log_target=False) -> Tensor` */
export function klDiv(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | KlDivOptions, logTarget?: boolean | KlDivOptions): Tensor {
  return first(call("kl_div", ["input","target","reduction","logTarget"], [input, target, reduction, logTarget]));
}
/** `poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, float eps=1e-08, str reduction='mean') -> Tensor` */
export function poissonNllLoss(input: Tensor, target: Tensor, logInput?: boolean | PoissonNllLossOptions, full?: boolean | PoissonNllLossOptions, eps?: number | PoissonNllLossOptions, reduction?: "mean" | "sum" | "none" | PoissonNllLossOptions): Tensor {
  return first(call("poisson_nll_loss", ["input","target","logInput","full","eps","reduction"], [input, target, logInput, full, eps, reduction]));
}
/** `gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor` */
export function gaussianNllLoss(input: Tensor, target: Tensor, var_: Tensor, full?: boolean | GaussianNllLossOptions, eps?: number | GaussianNllLossOptions, reduction?: "mean" | "sum" | "none" | GaussianNllLossOptions): Tensor {
  return first(call("gaussian_nll_loss", ["input","target","var","full","eps","reduction"], [input, target, var_, full, eps, reduction]));
}
/** `hinge_embedding_loss(Tensor input, Tensor target, float margin=1, str reduction='mean') -> Tensor` */
export function hingeEmbeddingLoss(input: Tensor, target: Tensor, margin?: number | HingeEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | HingeEmbeddingLossOptions): Tensor {
  return first(call("hinge_embedding_loss", ["input","target","margin","reduction"], [input, target, margin, reduction]));
}
/** `soft_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export function softMarginLoss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SoftMarginLossOptions): Tensor {
  return first(call("soft_margin_loss", ["input","target","reduction"], [input, target, reduction]));
}
/** `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export function marginRankingLoss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | MarginRankingLossOptions, reduction?: "mean" | "sum" | "none" | MarginRankingLossOptions): Tensor {
  return first(call("margin_ranking_loss", ["input1","input2","target","margin","reduction"], [input1, input2, target, margin, reduction]));
}
/** `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export function cosineEmbeddingLoss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | CosineEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | CosineEmbeddingLossOptions): Tensor {
  return first(call("cosine_embedding_loss", ["input1","input2","target","margin","reduction"], [input1, input2, target, margin, reduction]));
}
/** `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1, float p=2, float eps=1e-06, bool swap=False, str reduction='mean') -> Tensor` */
export function tripletMarginLoss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number | TripletMarginLossOptions, p?: number | TripletMarginLossOptions, eps?: number | TripletMarginLossOptions, swap?: boolean | TripletMarginLossOptions, reduction?: "mean" | "sum" | "none" | TripletMarginLossOptions): Tensor {
  return first(call("triplet_margin_loss", ["anchor","positive","negative","margin","p","eps","swap","reduction"], [anchor, positive, negative, margin, p, eps, swap, reduction]));
}
/** `multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1, Tensor? weight=None, str reduction='mean') -> Tensor` */
export function multiMarginLoss(input: Tensor, target: Tensor, p?: number | MultiMarginLossOptions, margin?: number | MultiMarginLossOptions, weight?: Tensor | null | MultiMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultiMarginLossOptions): Tensor {
  return first(call("multi_margin_loss", ["input","target","p","margin","weight","reduction"], [input, target, p, margin, weight, reduction]));
}
/** `multilabel_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export function multilabelMarginLoss(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MultilabelMarginLossOptions): Tensor {
  return first(call("multilabel_margin_loss", ["input","target","reduction"], [input, target, reduction]));
}
/** `multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export function multilabelSoftMarginLoss(input: Tensor, target: Tensor, weight?: Tensor | null | MultilabelSoftMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultilabelSoftMarginLossOptions): Tensor {
  return first(call("multilabel_soft_margin_loss", ["input","target","weight","reduction"], [input, target, weight, reduction]));
}
/** `ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, str reduction='mean', bool zero_infinity=False) -> Tensor` */
export function ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: number | CtcLossOptions, reduction?: "mean" | "sum" | "none" | CtcLossOptions, zeroInfinity?: boolean | CtcLossOptions): Tensor {
  return first(call("ctc_loss", ["logProbs","targets","inputLengths","targetLengths","blank","reduction","zeroInfinity"], [logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity]));
}
/** `sigmoid_focal_loss(Tensor inputs, Tensor targets, float alpha=0.25, float gamma=2, str reduction='none') -> Tensor` */
export function sigmoidFocalLoss(inputs: Tensor, targets: Tensor, alpha?: number | SigmoidFocalLossOptions, gamma?: number | SigmoidFocalLossOptions, reduction?: "mean" | "sum" | "none" | SigmoidFocalLossOptions): Tensor {
  return first(call("sigmoid_focal_loss", ["inputs","targets","alpha","gamma","reduction"], [inputs, targets, alpha, gamma, reduction]));
}
/** `focal_loss(Tensor input, Tensor target, Tensor? weight=None, float gamma=2, int ignore_index=-100, str reduction='mean') -> Tensor` */
export function focalLoss(input: Tensor, target: Tensor, weight?: Tensor | null | FocalLossOptions, gamma?: number | FocalLossOptions, ignoreIndex?: number | FocalLossOptions, reduction?: "mean" | "sum" | "none" | FocalLossOptions): Tensor {
  return first(call("focal_loss", ["input","target","weight","gamma","ignoreIndex","reduction"], [input, target, weight, gamma, ignoreIndex, reduction]));
}
/** `dice_loss(Tensor input, Tensor target, float smooth=1, str reduction='mean') -> Tensor` */
export function diceLoss(input: Tensor, target: Tensor, smooth?: number | DiceLossOptions, reduction?: "mean" | "sum" | "none" | DiceLossOptions): Tensor {
  return first(call("dice_loss", ["input","target","smooth","reduction"], [input, target, smooth, reduction]));
}
/** `soft_f1_loss(Tensor input, Tensor target, float eps=1e-07, str reduction='mean') -> Tensor` */
export function softF1Loss(input: Tensor, target: Tensor, eps?: number | SoftF1LossOptions, reduction?: "mean" | "sum" | "none" | SoftF1LossOptions): Tensor {
  return first(call("soft_f1_loss", ["input","target","eps","reduction"], [input, target, eps, reduction]));
}
/** `abs_(Tensor self) -> Tensor` */
export function abs_(self: Tensor): Tensor {
  return first(call("abs_", ["self"], [self]));
}
/** `acos_(Tensor self) -> Tensor` */
export function acos_(self: Tensor): Tensor {
  return first(call("acos_", ["self"], [self]));
}
/** `acosh_(Tensor self) -> Tensor` */
export function acosh_(self: Tensor): Tensor {
  return first(call("acosh_", ["self"], [self]));
}
/** `add_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export function add_(self: Tensor, other: Tensor | number, alpha?: number | Add_Options): Tensor {
  return first(call("add_", ["self","other","alpha"], [self, other, alpha]));
}
/** `addbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export function addbmm_(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Addbmm_Options, alpha?: number | Addbmm_Options): Tensor {
  return first(call("addbmm_", ["self","batch1","batch2","beta","alpha"], [self, batch1, batch2, beta, alpha]));
}
/** `addcdiv_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export function addcdiv_(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcdiv_Options): Tensor {
  return first(call("addcdiv_", ["self","tensor1","tensor2","value"], [self, tensor1, tensor2, value]));
}
/** `addcmul_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export function addcmul_(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcmul_Options): Tensor {
  return first(call("addcmul_", ["self","tensor1","tensor2","value"], [self, tensor1, tensor2, value]));
}
/** `addmm_(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export function addmm_(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | Addmm_Options, alpha?: number | Addmm_Options): Tensor {
  return first(call("addmm_", ["self","mat1","mat2","beta","alpha"], [self, mat1, mat2, beta, alpha]));
}
/** `addmv_(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export function addmv_(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | Addmv_Options, alpha?: number | Addmv_Options): Tensor {
  return first(call("addmv_", ["self","mat","vec","beta","alpha"], [self, mat, vec, beta, alpha]));
}
/** `addr_(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export function addr_(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | Addr_Options, alpha?: number | Addr_Options): Tensor {
  return first(call("addr_", ["self","vec1","vec2","beta","alpha"], [self, vec1, vec2, beta, alpha]));
}
/** `alpha_dropout_(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export function alphaDropout_(input: Tensor, p?: number | AlphaDropout_Options, training?: boolean | AlphaDropout_Options): Tensor {
  return first(call("alpha_dropout_", ["input","p","training"], [input, p, training]));
}
/** `asin_(Tensor self) -> Tensor` */
export function asin_(self: Tensor): Tensor {
  return first(call("asin_", ["self"], [self]));
}
/** `asinh_(Tensor self) -> Tensor` */
export function asinh_(self: Tensor): Tensor {
  return first(call("asinh_", ["self"], [self]));
}
/** `atan_(Tensor self) -> Tensor` */
export function atan_(self: Tensor): Tensor {
  return first(call("atan_", ["self"], [self]));
}
/** `atan2_(Tensor self, Tensor other) -> Tensor` */
export function atan2_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("atan2_", ["self","other"], [self, other]));
}
/** `atanh_(Tensor self) -> Tensor` */
export function atanh_(self: Tensor): Tensor {
  return first(call("atanh_", ["self"], [self]));
}
/** `baddbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export function baddbmm_(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Baddbmm_Options, alpha?: number | Baddbmm_Options): Tensor {
  return first(call("baddbmm_", ["self","batch1","batch2","beta","alpha"], [self, batch1, batch2, beta, alpha]));
}
/** `bitwise_and_(Tensor self, Tensor other) -> Tensor` */
export function bitwiseAnd_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_and_", ["self","other"], [self, other]));
}
/** `bitwise_not_(Tensor self) -> Tensor` */
export function bitwiseNot_(self: Tensor): Tensor {
  return first(call("bitwise_not_", ["self"], [self]));
}
/** `bitwise_or_(Tensor self, Tensor other) -> Tensor` */
export function bitwiseOr_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_or_", ["self","other"], [self, other]));
}
/** `bitwise_xor_(Tensor self, Tensor other) -> Tensor` */
export function bitwiseXor_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("bitwise_xor_", ["self","other"], [self, other]));
}
/** `ceil_(Tensor self) -> Tensor` */
export function ceil_(self: Tensor): Tensor {
  return first(call("ceil_", ["self"], [self]));
}
/** `celu_(Tensor self, float alpha=1) -> Tensor` */
export function celu_(self: Tensor, alpha?: number | Celu_Options): Tensor {
  return first(call("celu_", ["self","alpha"], [self, alpha]));
}
/** `clamp_(Tensor self, float? min=None, float? max=None) -> Tensor` */
export function clamp_(self: Tensor, min?: number | null | Clamp_Options, max?: number | null | Clamp_Options): Tensor {
  return first(call("clamp_", ["self","min","max"], [self, min, max]));
}
/** `clamp_max_(Tensor self, Tensor max) -> Tensor` */
export function clampMax_(self: Tensor, max: Tensor | number): Tensor {
  return first(call("clamp_max_", ["self","max"], [self, max]));
}
/** `clamp_min_(Tensor self, Tensor min) -> Tensor` */
export function clampMin_(self: Tensor, min: Tensor | number): Tensor {
  return first(call("clamp_min_", ["self","min"], [self, min]));
}
/** `copysign_(Tensor self, Tensor other) -> Tensor` */
export function copysign_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("copysign_", ["self","other"], [self, other]));
}
/** `cos_(Tensor self) -> Tensor` */
export function cos_(self: Tensor): Tensor {
  return first(call("cos_", ["self"], [self]));
}
/** `cosh_(Tensor self) -> Tensor` */
export function cosh_(self: Tensor): Tensor {
  return first(call("cosh_", ["self"], [self]));
}
/** `cumprod_(Tensor self, int dim) -> Tensor` */
export function cumprod_(self: Tensor, dim: number): Tensor {
  return first(call("cumprod_", ["self","dim"], [self, dim]));
}
/** `cumsum_(Tensor self, int dim) -> Tensor` */
export function cumsum_(self: Tensor, dim: number): Tensor {
  return first(call("cumsum_", ["self","dim"], [self, dim]));
}
/** `deg2rad_(Tensor self) -> Tensor` */
export function deg2rad_(self: Tensor): Tensor {
  return first(call("deg2rad_", ["self"], [self]));
}
/** `digamma_(Tensor self) -> Tensor` */
export function digamma_(self: Tensor): Tensor {
  return first(call("digamma_", ["self"], [self]));
}
/** `div_(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export function div_(self: Tensor, other: Tensor | number, roundingMode?: string | null | Div_Options): Tensor {
  return first(call("div_", ["self","other","roundingMode"], [self, other, roundingMode]));
}
/** `dropout_(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export function dropout_(input: Tensor, p?: number | Dropout_Options, training?: boolean | Dropout_Options): Tensor {
  return first(call("dropout_", ["input","p","training"], [input, p, training]));
}
/** `elu_(Tensor self, float alpha=1) -> Tensor` */
export function elu_(self: Tensor, alpha?: number | Elu_Options): Tensor {
  return first(call("elu_", ["self","alpha"], [self, alpha]));
}
/** `eq_(Tensor self, Tensor other) -> Tensor` */
export function eq_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("eq_", ["self","other"], [self, other]));
}
/** `erf_(Tensor self) -> Tensor` */
export function erf_(self: Tensor): Tensor {
  return first(call("erf_", ["self"], [self]));
}
/** `erfc_(Tensor self) -> Tensor` */
export function erfc_(self: Tensor): Tensor {
  return first(call("erfc_", ["self"], [self]));
}
/** `erfinv_(Tensor self) -> Tensor` */
export function erfinv_(self: Tensor): Tensor {
  return first(call("erfinv_", ["self"], [self]));
}
/** `exp_(Tensor self) -> Tensor` */
export function exp_(self: Tensor): Tensor {
  return first(call("exp_", ["self"], [self]));
}
/** `exp2_(Tensor self) -> Tensor` */
export function exp2_(self: Tensor): Tensor {
  return first(call("exp2_", ["self"], [self]));
}
/** `expm1_(Tensor self) -> Tensor` */
export function expm1_(self: Tensor): Tensor {
  return first(call("expm1_", ["self"], [self]));
}
/** `floor_(Tensor self) -> Tensor` */
export function floor_(self: Tensor): Tensor {
  return first(call("floor_", ["self"], [self]));
}
/** `floor_divide_(Tensor self, Tensor other) -> Tensor` */
export function floorDivide_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("floor_divide_", ["self","other"], [self, other]));
}
/** `fmod_(Tensor self, Tensor other) -> Tensor` */
export function fmod_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("fmod_", ["self","other"], [self, other]));
}
/** `frac_(Tensor self) -> Tensor` */
export function frac_(self: Tensor): Tensor {
  return first(call("frac_", ["self"], [self]));
}
/** `ge_(Tensor self, Tensor other) -> Tensor` */
export function ge_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("ge_", ["self","other"], [self, other]));
}
/** `gelu_(Tensor self, str approximate='none') -> Tensor` */
export function gelu_(self: Tensor, approximate?: "none" | "tanh" | Gelu_Options): Tensor {
  return first(call("gelu_", ["self","approximate"], [self, approximate]));
}
/** `gt_(Tensor self, Tensor other) -> Tensor` */
export function gt_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("gt_", ["self","other"], [self, other]));
}
/** `hardsigmoid_(Tensor self) -> Tensor` */
export function hardsigmoid_(self: Tensor): Tensor {
  return first(call("hardsigmoid_", ["self"], [self]));
}
/** `hardswish_(Tensor self) -> Tensor` */
export function hardswish_(self: Tensor): Tensor {
  return first(call("hardswish_", ["self"], [self]));
}
/** `hardtanh_(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export function hardtanh_(self: Tensor, minVal?: number | Hardtanh_Options, maxVal?: number | Hardtanh_Options): Tensor {
  return first(call("hardtanh_", ["self","minVal","maxVal"], [self, minVal, maxVal]));
}
/** `heaviside_(Tensor self, Tensor values) -> Tensor` */
export function heaviside_(self: Tensor, values: Tensor): Tensor {
  return first(call("heaviside_", ["self","values"], [self, values]));
}
/** `hypot_(Tensor self, Tensor other) -> Tensor` */
export function hypot_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("hypot_", ["self","other"], [self, other]));
}
/** `index_add_(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export function indexAdd_(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAdd_Options): Tensor {
  return first(call("index_add_", ["self","dim","index","source","alpha"], [self, dim, index, source, alpha]));
}
/** `index_copy_(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export function indexCopy_(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  return first(call("index_copy_", ["self","dim","index","source"], [self, dim, index, source]));
}
/** `index_fill_(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export function indexFill_(self: Tensor, dim: number, index: Tensor, value: Tensor | number): Tensor {
  return first(call("index_fill_", ["self","dim","index","value"], [self, dim, index, value]));
}
/** `index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export function indexPut_(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPut_Options): Tensor {
  return first(call("index_put_", ["self","indices","values","accumulate"], [self, indices, values, accumulate]));
}
/** `le_(Tensor self, Tensor other) -> Tensor` */
export function le_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("le_", ["self","other"], [self, other]));
}
/** `leaky_relu_(Tensor self, float negative_slope=0.01) -> Tensor` */
export function leakyRelu_(self: Tensor, negativeSlope?: number | LeakyRelu_Options): Tensor {
  return first(call("leaky_relu_", ["self","negativeSlope"], [self, negativeSlope]));
}
/** `lerp_(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export function lerp_(self: Tensor, end: Tensor, weight: Tensor | number): Tensor {
  return first(call("lerp_", ["self","end","weight"], [self, end, weight]));
}
/** `lgamma_(Tensor self) -> Tensor` */
export function lgamma_(self: Tensor): Tensor {
  return first(call("lgamma_", ["self"], [self]));
}
/** `log_(Tensor self) -> Tensor` */
export function log_(self: Tensor): Tensor {
  return first(call("log_", ["self"], [self]));
}
/** `log10_(Tensor self) -> Tensor` */
export function log10_(self: Tensor): Tensor {
  return first(call("log10_", ["self"], [self]));
}
/** `log1p_(Tensor self) -> Tensor` */
export function log1p_(self: Tensor): Tensor {
  return first(call("log1p_", ["self"], [self]));
}
/** `log2_(Tensor self) -> Tensor` */
export function log2_(self: Tensor): Tensor {
  return first(call("log2_", ["self"], [self]));
}
/** `logical_and_(Tensor self, Tensor other) -> Tensor` */
export function logicalAnd_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_and_", ["self","other"], [self, other]));
}
/** `logical_not_(Tensor self) -> Tensor` */
export function logicalNot_(self: Tensor): Tensor {
  return first(call("logical_not_", ["self"], [self]));
}
/** `logical_or_(Tensor self, Tensor other) -> Tensor` */
export function logicalOr_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_or_", ["self","other"], [self, other]));
}
/** `logical_xor_(Tensor self, Tensor other) -> Tensor` */
export function logicalXor_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("logical_xor_", ["self","other"], [self, other]));
}
/** `logit_(Tensor self, float? eps=None) -> Tensor` */
export function logit_(self: Tensor, eps?: number | null | Logit_Options): Tensor {
  return first(call("logit_", ["self","eps"], [self, eps]));
}
/** `lt_(Tensor self, Tensor other) -> Tensor` */
export function lt_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("lt_", ["self","other"], [self, other]));
}
/** `masked_fill_(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export function maskedFill_(self: Tensor, mask: Tensor, value: Tensor | number): Tensor {
  return first(call("masked_fill_", ["self","mask","value"], [self, mask, value]));
}
/** `masked_scatter_(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export function maskedScatter_(self: Tensor, mask: Tensor, source: Tensor): Tensor {
  return first(call("masked_scatter_", ["self","mask","source"], [self, mask, source]));
}
/** `mish_(Tensor self) -> Tensor` */
export function mish_(self: Tensor): Tensor {
  return first(call("mish_", ["self"], [self]));
}
/** `mul_(Tensor self, Tensor other) -> Tensor` */
export function mul_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("mul_", ["self","other"], [self, other]));
}
/** `nan_to_num_(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export function nanToNum_(self: Tensor, nan?: number | NanToNum_Options, posinf?: number | null | NanToNum_Options, neginf?: number | null | NanToNum_Options): Tensor {
  return first(call("nan_to_num_", ["self","nan","posinf","neginf"], [self, nan, posinf, neginf]));
}
/** `ne_(Tensor self, Tensor other) -> Tensor` */
export function ne_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("ne_", ["self","other"], [self, other]));
}
/** `neg_(Tensor self) -> Tensor` */
export function neg_(self: Tensor): Tensor {
  return first(call("neg_", ["self"], [self]));
}
/** `pow_(Tensor self, Tensor exponent) -> Tensor` */
export function pow_(self: Tensor, exponent: Tensor | number): Tensor {
  return first(call("pow_", ["self","exponent"], [self, exponent]));
}
/** `rad2deg_(Tensor self) -> Tensor` */
export function rad2deg_(self: Tensor): Tensor {
  return first(call("rad2deg_", ["self"], [self]));
}
/** `reciprocal_(Tensor self) -> Tensor` */
export function reciprocal_(self: Tensor): Tensor {
  return first(call("reciprocal_", ["self"], [self]));
}
/** `relu_(Tensor self) -> Tensor` */
export function relu_(self: Tensor): Tensor {
  return first(call("relu_", ["self"], [self]));
}
/** `relu6_(Tensor self) -> Tensor` */
export function relu6_(self: Tensor): Tensor {
  return first(call("relu6_", ["self"], [self]));
}
/** `remainder_(Tensor self, Tensor other) -> Tensor` */
export function remainder_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("remainder_", ["self","other"], [self, other]));
}
/** `round_(Tensor self, int decimals=0) -> Tensor` */
export function round_(self: Tensor, decimals?: number | Round_Options): Tensor {
  return first(call("round_", ["self","decimals"], [self, decimals]));
}
/** `rrelu_(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export function rrelu_(self: Tensor, lower?: number | Rrelu_Options, upper?: number | Rrelu_Options, training?: boolean | Rrelu_Options): Tensor {
  return first(call("rrelu_", ["self","lower","upper","training"], [self, lower, upper, training]));
}
/** `rsqrt_(Tensor self) -> Tensor` */
export function rsqrt_(self: Tensor): Tensor {
  return first(call("rsqrt_", ["self"], [self]));
}
/** `scatter_(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export function scatter_(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | Scatter_Options): Tensor {
  return first(call("scatter_", ["self","dim","index","src","reduce"], [self, dim, index, src, reduce]));
}
/** `scatter_add_(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export function scatterAdd_(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  return first(call("scatter_add_", ["self","dim","index","src"], [self, dim, index, src]));
}
/** `scatter_reduce_(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export function scatterReduce_(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduce_Options): Tensor {
  return first(call("scatter_reduce_", ["self","dim","index","src","reduce","includeSelf"], [self, dim, index, src, reduce, includeSelf]));
}
/** `selu_(Tensor self) -> Tensor` */
export function selu_(self: Tensor): Tensor {
  return first(call("selu_", ["self"], [self]));
}
/** `sigmoid_(Tensor self) -> Tensor` */
export function sigmoid_(self: Tensor): Tensor {
  return first(call("sigmoid_", ["self"], [self]));
}
/** `sign_(Tensor self) -> Tensor` */
export function sign_(self: Tensor): Tensor {
  return first(call("sign_", ["self"], [self]));
}
/** `silu_(Tensor self) -> Tensor` */
export function silu_(self: Tensor): Tensor {
  return first(call("silu_", ["self"], [self]));
}
/** `sin_(Tensor self) -> Tensor` */
export function sin_(self: Tensor): Tensor {
  return first(call("sin_", ["self"], [self]));
}
/** `sinc_(Tensor self) -> Tensor` */
export function sinc_(self: Tensor): Tensor {
  return first(call("sinc_", ["self"], [self]));
}
/** `sinh_(Tensor self) -> Tensor` */
export function sinh_(self: Tensor): Tensor {
  return first(call("sinh_", ["self"], [self]));
}
/** `sqrt_(Tensor self) -> Tensor` */
export function sqrt_(self: Tensor): Tensor {
  return first(call("sqrt_", ["self"], [self]));
}
/** `square_(Tensor self) -> Tensor` */
export function square_(self: Tensor): Tensor {
  return first(call("square_", ["self"], [self]));
}
/** `sub_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export function sub_(self: Tensor, other: Tensor | number, alpha?: number | Sub_Options): Tensor {
  return first(call("sub_", ["self","other","alpha"], [self, other, alpha]));
}
/** `tan_(Tensor self) -> Tensor` */
export function tan_(self: Tensor): Tensor {
  return first(call("tan_", ["self"], [self]));
}
/** `tanh_(Tensor self) -> Tensor` */
export function tanh_(self: Tensor): Tensor {
  return first(call("tanh_", ["self"], [self]));
}
/** `threshold_(Tensor self, float threshold, float value) -> Tensor` */
export function threshold_(self: Tensor, threshold: number, value: number): Tensor {
  return first(call("threshold_", ["self","threshold","value"], [self, threshold, value]));
}
/** `tril_(Tensor self, int diagonal=0) -> Tensor` */
export function tril_(self: Tensor, diagonal?: number | Tril_Options): Tensor {
  return first(call("tril_", ["self","diagonal"], [self, diagonal]));
}
/** `triu_(Tensor self, int diagonal=0) -> Tensor` */
export function triu_(self: Tensor, diagonal?: number | Triu_Options): Tensor {
  return first(call("triu_", ["self","diagonal"], [self, diagonal]));
}
/** `true_divide_(Tensor self, Tensor other) -> Tensor` */
export function trueDivide_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("true_divide_", ["self","other"], [self, other]));
}
/** `trunc_(Tensor self) -> Tensor` */
export function trunc_(self: Tensor): Tensor {
  return first(call("trunc_", ["self"], [self]));
}
/** `xlogy_(Tensor self, Tensor other) -> Tensor` */
export function xlogy_(self: Tensor, other: Tensor | number): Tensor {
  return first(call("xlogy_", ["self","other"], [self, other]));
}
export { variance as var };
