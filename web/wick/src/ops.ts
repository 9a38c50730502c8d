// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "./call.js";
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
export const add = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | AddOptions) => Tensor>("add");
/** `sub(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const sub = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | SubOptions) => Tensor>("sub");
/** `mul(Tensor self, Tensor other) -> Tensor` */
export const mul = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("mul");
/** `div(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export const div = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, roundingMode?: string | null | DivOptions) => Tensor>("div");
/** `pow(Tensor self, Tensor exponent) -> Tensor` */
export const pow = /* @__PURE__ */ op<(self: Tensor, exponent: Tensor | number) => Tensor>("pow");
/** `maximum(Tensor self, Tensor other) -> Tensor` */
export const maximum = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("maximum");
/** `minimum(Tensor self, Tensor other) -> Tensor` */
export const minimum = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("minimum");
/** `where(Tensor condition, Tensor self, Tensor other) -> Tensor` */
export const where = /* @__PURE__ */ op<(condition: Tensor, self: Tensor | number, other: Tensor | number) => Tensor>("where");
/** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor`
 * or `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
export const clamp = /* @__PURE__ */ op<{
  (self: Tensor, min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor;
  (self: Tensor, min?: Tensor | number | null | Clamp_TensorOptions, max?: Tensor | number | null | Clamp_TensorOptions): Tensor;
}>("clamp");
/** `eq(Tensor self, Tensor other) -> Tensor` */
export const eq = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("eq");
/** `ne(Tensor self, Tensor other) -> Tensor` */
export const ne = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ne");
/** `lt(Tensor self, Tensor other) -> Tensor` */
export const lt = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("lt");
/** `le(Tensor self, Tensor other) -> Tensor` */
export const le = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("le");
/** `gt(Tensor self, Tensor other) -> Tensor` */
export const gt = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("gt");
/** `ge(Tensor self, Tensor other) -> Tensor` */
export const ge = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ge");
/** `exp(Tensor self) -> Tensor` */
export const exp = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp");
/** `log(Tensor self) -> Tensor` */
export const log = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log");
/** `sqrt(Tensor self) -> Tensor` */
export const sqrt = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sqrt");
/** `rsqrt(Tensor self) -> Tensor` */
export const rsqrt = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rsqrt");
/** `abs(Tensor self) -> Tensor` */
export const abs = /* @__PURE__ */ op<(self: Tensor) => Tensor>("abs");
/** `neg(Tensor self) -> Tensor` */
export const neg = /* @__PURE__ */ op<(self: Tensor) => Tensor>("neg");
/** `square(Tensor self) -> Tensor` */
export const square = /* @__PURE__ */ op<(self: Tensor) => Tensor>("square");
/** `reciprocal(Tensor self) -> Tensor` */
export const reciprocal = /* @__PURE__ */ op<(self: Tensor) => Tensor>("reciprocal");
/** `sin(Tensor self) -> Tensor` */
export const sin = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sin");
/** `cos(Tensor self) -> Tensor` */
export const cos = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cos");
/** `tanh(Tensor self) -> Tensor` */
export const tanh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanh");
/** `sigmoid(Tensor self) -> Tensor` */
export const sigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sigmoid");
/** `relu(Tensor self) -> Tensor` */
export const relu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu");
/** `leaky_relu(Tensor self, float negative_slope=0.01) -> Tensor` */
export const leakyRelu = /* @__PURE__ */ op<(self: Tensor, negativeSlope?: number | LeakyReluOptions) => Tensor>("leaky_relu");
/** `elu(Tensor self, float alpha=1) -> Tensor` */
export const elu = /* @__PURE__ */ op<(self: Tensor, alpha?: number | EluOptions) => Tensor>("elu");
/** `gelu(Tensor self, str approximate='none') -> Tensor` */
export const gelu = /* @__PURE__ */ op<(self: Tensor, approximate?: "none" | "tanh" | GeluOptions) => Tensor>("gelu");
/** `silu(Tensor self) -> Tensor` */
export const silu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("silu");
/** `softplus(Tensor self, float beta=1, float threshold=20) -> Tensor` */
export const softplus = /* @__PURE__ */ op<(self: Tensor, beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions) => Tensor>("softplus");
/** `sum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const sum = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | SumOptions, keepdim?: boolean | SumOptions) => Tensor>("sum");
/** `mean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const mean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | MeanOptions, keepdim?: boolean | MeanOptions) => Tensor>("mean");
/** `var(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export const variance = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | VarOptions, correction?: number | VarOptions, keepdim?: boolean | VarOptions) => Tensor>("var");
/** `max(Tensor self) -> Tensor`
 * or `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const max = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MaxDimOptions): [Tensor, Tensor];
}>("max");
/** `min(Tensor self) -> Tensor`
 * or `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const min = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MinDimOptions): [Tensor, Tensor];
}>("min");
/** `amax(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const amax = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | AmaxOptions, keepdim?: boolean | AmaxOptions) => Tensor>("amax");
/** `amin(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const amin = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | AminOptions, keepdim?: boolean | AminOptions) => Tensor>("amin");
/** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export const argmax = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | ArgmaxOptions, keepdim?: boolean | ArgmaxOptions) => Tensor>("argmax");
/** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export const argmin = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | ArgminOptions, keepdim?: boolean | ArgminOptions) => Tensor>("argmin");
/** `logsumexp(Tensor self, int[] dim, bool keepdim=False) -> Tensor` */
export const logsumexp = /* @__PURE__ */ op<(self: Tensor, dim: Ints, keepdim?: boolean | LogsumexpOptions) => Tensor>("logsumexp");
/** `softmax(Tensor self, int dim) -> Tensor` */
export const softmax = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("softmax");
/** `log_softmax(Tensor self, int dim) -> Tensor` */
export const logSoftmax = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("log_softmax");
/** `matmul(Tensor self, Tensor other) -> Tensor` */
export const matmul = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("matmul");
/** `linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
export const linear = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | LinearOptions) => Tensor>("linear");
/** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv2d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dOptions, stride?: Ints | Conv2dOptions, padding?: Ints | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dPaddingOptions, stride?: Ints | Conv2dPaddingOptions, padding?: string | Conv2dPaddingOptions, dilation?: Ints | Conv2dPaddingOptions, groups?: number | Conv2dPaddingOptions): Tensor;
}>("conv2d");
/** `max_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool2d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dOptions, padding?: Ints | MaxPool2dOptions, dilation?: Ints | MaxPool2dOptions, ceilMode?: boolean | MaxPool2dOptions) => Tensor>("max_pool2d");
/** `avg_pool2d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export const avgPool2d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool2dOptions, padding?: Ints | AvgPool2dOptions, ceilMode?: boolean | AvgPool2dOptions, countIncludePad?: boolean | AvgPool2dOptions, divisorOverride?: number | null | AvgPool2dOptions) => Tensor>("avg_pool2d");
/** `adaptive_avg_pool2d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool2d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool2d");
/** `batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor` */
export const batchNorm = /* @__PURE__ */ op<(input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, weight?: Tensor | null | BatchNormOptions, bias?: Tensor | null | BatchNormOptions, training?: boolean | BatchNormOptions, momentum?: number | BatchNormOptions, eps?: number | BatchNormOptions) => Tensor>("batch_norm");
/** `layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export const layerNorm = /* @__PURE__ */ op<(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | LayerNormOptions, bias?: Tensor | null | LayerNormOptions, eps?: number | LayerNormOptions) => Tensor>("layer_norm");
/** `dropout(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout = /* @__PURE__ */ op<(input: Tensor, p?: number | DropoutOptions, training?: boolean | DropoutOptions) => Tensor>("dropout");
/** `gather(Tensor self, int dim, Tensor index) -> Tensor` */
export const gather = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor) => Tensor>("gather");
/** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export const scatterAdd = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor) => Tensor>("scatter_add");
/** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
export const indexSelect = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor) => Tensor>("index_select");
/** `index_add(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export const indexAdd = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAddOptions) => Tensor>("index_add");
/** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
export const oneHot = /* @__PURE__ */ op<(self: Tensor, numClasses?: number | OneHotOptions) => Tensor>("one_hot");
/** `cat(Tensor[] tensors, int dim=0) -> Tensor` */
export const cat = /* @__PURE__ */ op<(tensors: readonly Tensor[], dim?: number | CatOptions) => Tensor>("cat");
/** `stack(Tensor[] tensors, int dim=0) -> Tensor` */
export const stack = /* @__PURE__ */ op<(tensors: readonly Tensor[], dim?: number | StackOptions) => Tensor>("stack");
/** `split(Tensor self, int split_size, int dim=0) -> Tensor[]`
 * or `split.sizes(Tensor self, int[] split_sizes, int dim=0) -> Tensor[]` */
export const split = /* @__PURE__ */ op<{
  (self: Tensor, splitSize: number, dim?: number | SplitOptions): Tensor[];
  (self: Tensor, splitSizes: Ints, dim?: number | SplitSizesOptions): Tensor[];
}>("split*");
/** `pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor` */
export const pad = /* @__PURE__ */ op<(self: Tensor, pad_: Ints, mode?: string | PadOptions, value?: number | null | PadOptions) => Tensor>("pad");
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
/** `cross_entropy(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean', float label_smoothing=0) -> Tensor` */
export const crossEntropy = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | CrossEntropyOptions, ignoreIndex?: number | CrossEntropyOptions, reduction?: "mean" | "sum" | "none" | CrossEntropyOptions, labelSmoothing?: number | CrossEntropyOptions) => Tensor>("cross_entropy");
/** `nll_loss(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean') -> Tensor` */
export const nllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | NllLossOptions, ignoreIndex?: number | NllLossOptions, reduction?: "mean" | "sum" | "none" | NllLossOptions) => Tensor>("nll_loss");
/** `binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, str reduction='mean') -> Tensor` */
export const binaryCrossEntropyWithLogits = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, posWeight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyWithLogitsOptions) => Tensor>("binary_cross_entropy_with_logits");
/** `mse_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const mseLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MseLossOptions) => Tensor>("mse_loss");
/** `l1_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const l1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | L1LossOptions) => Tensor>("l1_loss");
/** `smooth_l1_loss(Tensor input, Tensor target, str reduction='mean', float beta=1) -> Tensor` */
export const smoothL1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SmoothL1LossOptions, beta?: number | SmoothL1LossOptions) => Tensor>("smooth_l1_loss");
/** `zeros(int[] size, str dtype='float32') -> Tensor` */
export const zeros = /* @__PURE__ */ op<(size: Ints, dtype?: DType | ZerosOptions) => Tensor>("zeros");
/** `ones(int[] size, str dtype='float32') -> Tensor` */
export const ones = /* @__PURE__ */ op<(size: Ints, dtype?: DType | OnesOptions) => Tensor>("ones");
/** `full(int[] size, float fill_value, str dtype='float32') -> Tensor` */
export const full = /* @__PURE__ */ op<(size: Ints, fillValue: number, dtype?: DType | FullOptions) => Tensor>("full");
/** `arange(float start, float end, float step=1, str? dtype=None) -> Tensor` */
export const arange = /* @__PURE__ */ op<(start: number, end: number, step?: number | ArangeOptions, dtype?: DType | ArangeOptions) => Tensor>("arange");
/** `rand(int[] size, str dtype='float32') -> Tensor` */
export const rand = /* @__PURE__ */ op<(size: Ints, dtype?: DType | RandOptions) => Tensor>("rand");
/** `randn(int[] size, str dtype='float32') -> Tensor` */
export const randn = /* @__PURE__ */ op<(size: Ints, dtype?: DType | RandnOptions) => Tensor>("randn");
/** `randint(int low, int high, int[] size) -> Tensor` */
export const randint = /* @__PURE__ */ op<(low: number, high: number, size: Ints) => Tensor>("randint");
/** `randperm(int n) -> Tensor` */
export const randperm = /* @__PURE__ */ op<(n: number) => Tensor>("randperm");
/** `recurrent_walk(Tensor input, Tensor weight_hh, Tensor? bias_hh, Tensor? h_0, Tensor? c_0, Tensor? weight_hr, Tensor? batch_sizes, int kind, bool reverse=False) -> Tensor` */
export const recurrentWalk = /* @__PURE__ */ op<(input: Tensor, weightHh: Tensor, biasHh: Tensor | null, h0: Tensor | null, c0: Tensor | null, weightHr: Tensor | null, batchSizes: Tensor | null, kind: number, reverse?: boolean | RecurrentWalkOptions) => Tensor>("recurrent_walk");
/** `lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
export const lstmCell = /* @__PURE__ */ op<(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | LstmCellOptions, bHh?: Tensor | null | LstmCellOptions) => [Tensor, Tensor]>("lstm_cell*");
/** `gru_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const gruCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | GruCellOptions, bHh?: Tensor | null | GruCellOptions) => Tensor>("gru_cell");
/** `rnn_tanh_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const rnnTanhCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnTanhCellOptions, bHh?: Tensor | null | RnnTanhCellOptions) => Tensor>("rnn_tanh_cell");
/** `rnn_relu_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const rnnReluCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnReluCellOptions, bHh?: Tensor | null | RnnReluCellOptions) => Tensor>("rnn_relu_cell");
/** `scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False, float? scale=None) -> Tensor` */
export const scaledDotProductAttention = /* @__PURE__ */ op<(query: Tensor, key: Tensor, value: Tensor | number, attnMask?: Tensor | null | ScaledDotProductAttentionOptions, dropoutP?: number | ScaledDotProductAttentionOptions, isCausal?: boolean | ScaledDotProductAttentionOptions, scale?: number | null | ScaledDotProductAttentionOptions) => Tensor>("scaled_dot_product_attention");
/** `attention_weights(Tensor scores, Tensor? attn_mask=None, float scale=1, bool is_causal=False) -> Tensor` */
export const attentionWeights = /* @__PURE__ */ op<(scores: Tensor, attnMask?: Tensor | null | AttentionWeightsOptions, scale?: number | AttentionWeightsOptions, isCausal?: boolean | AttentionWeightsOptions) => Tensor>("attention_weights");
/** `self_attention(Tensor qkv, int num_heads, Tensor? attn_mask=None, float dropout_p=0, bool is_causal=False) -> Tensor` */
export const selfAttention = /* @__PURE__ */ op<(qkv: Tensor, numHeads: number, attnMask?: Tensor | null | SelfAttentionOptions, dropoutP?: number | SelfAttentionOptions, isCausal?: boolean | SelfAttentionOptions) => Tensor>("self_attention");
/** `pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first=False) -> (Tensor, Tensor)` */
export const packPaddedSequence = /* @__PURE__ */ op<(input: Tensor, lengths: Tensor, batchFirst?: boolean | PackPaddedSequenceOptions) => [Tensor, Tensor]>("pack_padded_sequence*");
/** `pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first=False, float padding_value=0, int? total_length=None) -> (Tensor, Tensor)` */
export const padPackedSequence = /* @__PURE__ */ op<(data: Tensor, batchSizes: Tensor, batchFirst?: boolean | PadPackedSequenceOptions, paddingValue?: number | PadPackedSequenceOptions, totalLength?: number | null | PadPackedSequenceOptions) => [Tensor, Tensor]>("pad_packed_sequence*");
/** `pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0) -> Tensor` */
export const padSequence = /* @__PURE__ */ op<(sequences: readonly Tensor[], batchFirst?: boolean | PadSequenceOptions, paddingValue?: number | PadSequenceOptions) => Tensor>("pad_sequence");
/** `floor(Tensor self) -> Tensor` */
export const floor = /* @__PURE__ */ op<(self: Tensor) => Tensor>("floor");
/** `ceil(Tensor self) -> Tensor` */
export const ceil = /* @__PURE__ */ op<(self: Tensor) => Tensor>("ceil");
/** `trunc(Tensor self) -> Tensor` */
export const trunc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trunc");
/** `round(Tensor self, int decimals=0) -> Tensor` */
export const round = /* @__PURE__ */ op<(self: Tensor, decimals?: number | RoundOptions) => Tensor>("round");
/** `frac(Tensor self) -> Tensor` */
export const frac = /* @__PURE__ */ op<(self: Tensor) => Tensor>("frac");
/** `sign(Tensor self) -> Tensor` */
export const sign = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sign");
/** `tan(Tensor self) -> Tensor` */
export const tan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tan");
/** `asin(Tensor self) -> Tensor` */
export const asin = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asin");
/** `acos(Tensor self) -> Tensor` */
export const acos = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acos");
/** `atan(Tensor self) -> Tensor` */
export const atan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atan");
/** `sinh(Tensor self) -> Tensor` */
export const sinh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinh");
/** `cosh(Tensor self) -> Tensor` */
export const cosh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cosh");
/** `asinh(Tensor self) -> Tensor` */
export const asinh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asinh");
/** `acosh(Tensor self) -> Tensor` */
export const acosh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acosh");
/** `atanh(Tensor self) -> Tensor` */
export const atanh = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atanh");
/** `exp2(Tensor self) -> Tensor` */
export const exp2 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp2");
/** `expm1(Tensor self) -> Tensor` */
export const expm1 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("expm1");
/** `log2(Tensor self) -> Tensor` */
export const log2 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log2");
/** `log10(Tensor self) -> Tensor` */
export const log10 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log10");
/** `log1p(Tensor self) -> Tensor` */
export const log1p = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log1p");
/** `erf(Tensor self) -> Tensor` */
export const erf = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erf");
/** `erfc(Tensor self) -> Tensor` */
export const erfc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfc");
/** `erfinv(Tensor self) -> Tensor` */
export const erfinv = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfinv");
/** `sinc(Tensor self) -> Tensor` */
export const sinc = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinc");
/** `logit(Tensor self, float? eps=None) -> Tensor` */
export const logit = /* @__PURE__ */ op<(self: Tensor, eps?: number | null | LogitOptions) => Tensor>("logit");
/** `lgamma(Tensor self) -> Tensor` */
export const lgamma = /* @__PURE__ */ op<(self: Tensor) => Tensor>("lgamma");
/** `digamma(Tensor self) -> Tensor` */
export const digamma = /* @__PURE__ */ op<(self: Tensor) => Tensor>("digamma");
/** `polygamma(int n, Tensor self) -> Tensor` */
export const polygamma = /* @__PURE__ */ op<(n: number, self: Tensor) => Tensor>("polygamma");
/** `deg2rad(Tensor self) -> Tensor` */
export const deg2rad = /* @__PURE__ */ op<(self: Tensor) => Tensor>("deg2rad");
/** `rad2deg(Tensor self) -> Tensor` */
export const rad2deg = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rad2deg");
/** `nan_to_num(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export const nanToNum = /* @__PURE__ */ op<(self: Tensor, nan?: number | NanToNumOptions, posinf?: number | null | NanToNumOptions, neginf?: number | null | NanToNumOptions) => Tensor>("nan_to_num");
/** `remainder(Tensor self, Tensor other) -> Tensor` */
export const remainder = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("remainder");
/** `fmod(Tensor self, Tensor other) -> Tensor` */
export const fmod = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("fmod");
/** `floor_divide(Tensor self, Tensor other) -> Tensor` */
export const floorDivide = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("floor_divide");
/** `true_divide(Tensor self, Tensor other) -> Tensor` */
export const trueDivide = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("true_divide");
/** `atan2(Tensor self, Tensor other) -> Tensor` */
export const atan2 = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("atan2");
/** `hypot(Tensor self, Tensor other) -> Tensor` */
export const hypot = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("hypot");
/** `logaddexp(Tensor self, Tensor other) -> Tensor` */
export const logaddexp = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logaddexp");
/** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
export const logaddexp2 = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logaddexp2");
/** `xlogy(Tensor self, Tensor other) -> Tensor` */
export const xlogy = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("xlogy");
/** `copysign(Tensor self, Tensor other) -> Tensor` */
export const copysign = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("copysign");
/** `heaviside(Tensor self, Tensor values) -> Tensor` */
export const heaviside = /* @__PURE__ */ op<(self: Tensor, values: Tensor) => Tensor>("heaviside");
/** `lerp(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export const lerp = /* @__PURE__ */ op<(self: Tensor, end: Tensor, weight: Tensor | number) => Tensor>("lerp");
/** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcmul = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcmulOptions) => Tensor>("addcmul");
/** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcdiv = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | AddcdivOptions) => Tensor>("addcdiv");
/** `clamp_min(Tensor self, Tensor min) -> Tensor` */
export const clampMin = /* @__PURE__ */ op<(self: Tensor, min: Tensor | number) => Tensor>("clamp_min");
/** `clamp_max(Tensor self, Tensor max) -> Tensor` */
export const clampMax = /* @__PURE__ */ op<(self: Tensor, max: Tensor | number) => Tensor>("clamp_max");
/** `isnan(Tensor self) -> Tensor` */
export const isnan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isnan");
/** `isinf(Tensor self) -> Tensor` */
export const isinf = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isinf");
/** `isfinite(Tensor self) -> Tensor` */
export const isfinite = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isfinite");
/** `logical_not(Tensor self) -> Tensor` */
export const logicalNot = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logical_not");
/** `logical_and(Tensor self, Tensor other) -> Tensor` */
export const logicalAnd = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_and");
/** `logical_or(Tensor self, Tensor other) -> Tensor` */
export const logicalOr = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_or");
/** `logical_xor(Tensor self, Tensor other) -> Tensor` */
export const logicalXor = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_xor");
/** `bitwise_not(Tensor self) -> Tensor` */
export const bitwiseNot = /* @__PURE__ */ op<(self: Tensor) => Tensor>("bitwise_not");
/** `bitwise_and(Tensor self, Tensor other) -> Tensor` */
export const bitwiseAnd = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_and");
/** `bitwise_or(Tensor self, Tensor other) -> Tensor` */
export const bitwiseOr = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_or");
/** `bitwise_xor(Tensor self, Tensor other) -> Tensor` */
export const bitwiseXor = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_xor");
/** `prod(Tensor self) -> Tensor`
 * or `prod.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const prod = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | ProdDimOptions): Tensor;
}>("prod");
/** `std(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> Tensor` */
export const std = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | StdOptions, correction?: number | StdOptions, keepdim?: boolean | StdOptions) => Tensor>("std");
/** `var_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export const varMean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | VarMeanOptions, correction?: number | VarMeanOptions, keepdim?: boolean | VarMeanOptions) => [Tensor, Tensor]>("var_mean*");
/** `std_mean(Tensor self, int[] dim=[], float correction=1, bool keepdim=False) -> (Tensor, Tensor)` */
export const stdMean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | StdMeanOptions, correction?: number | StdMeanOptions, keepdim?: boolean | StdMeanOptions) => [Tensor, Tensor]>("std_mean*");
/** `norm(Tensor self, float p=2, int[] dim=[], bool keepdim=False) -> Tensor`
 * or `norm.fro(Tensor self, str p, int[] dim=[], bool keepdim=False) -> Tensor` */
export const norm = /* @__PURE__ */ op<{
  (self: Tensor, p?: number | NormOptions, dim?: Ints | NormOptions, keepdim?: boolean | NormOptions): Tensor;
  (self: Tensor, p: string, dim?: Ints | NormFroOptions, keepdim?: boolean | NormFroOptions): Tensor;
}>("norm");
/** `linalg_vector_norm(Tensor self, float ord=2, int[] dim=[], bool keepdim=False) -> Tensor` */
export const linalgVectorNorm = /* @__PURE__ */ op<(self: Tensor, ord?: number | LinalgVectorNormOptions, dim?: Ints | LinalgVectorNormOptions, keepdim?: boolean | LinalgVectorNormOptions) => Tensor>("linalg_vector_norm");
/** `dist(Tensor self, Tensor other, float p=2) -> Tensor` */
export const dist = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, p?: number | DistOptions) => Tensor>("dist");
/** `cdist(Tensor x1, Tensor x2, float p=2, str? compute_mode=None) -> Tensor` */
export const cdist = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, p?: number | CdistOptions, computeMode?: string | null | CdistOptions) => Tensor>("cdist");
/** `nansum(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const nansum = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | NansumOptions, keepdim?: boolean | NansumOptions) => Tensor>("nansum");
/** `nanmean(Tensor self, int[] dim=[], bool keepdim=False) -> Tensor` */
export const nanmean = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | NanmeanOptions, keepdim?: boolean | NanmeanOptions) => Tensor>("nanmean");
/** `count_nonzero(Tensor self, int[] dim=[]) -> Tensor` */
export const countNonzero = /* @__PURE__ */ op<(self: Tensor, dim?: Ints | CountNonzeroOptions) => Tensor>("count_nonzero");
/** `all(Tensor self) -> Tensor`
 * or `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const all = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | AllDimOptions): Tensor;
}>("all");
/** `any(Tensor self) -> Tensor`
 * or `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export const any = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | AnyDimOptions): Tensor;
}>("any");
/** `aminmax(Tensor self, int? dim=None, bool keepdim=False) -> (Tensor, Tensor)` */
export const aminmax = /* @__PURE__ */ op<(self: Tensor, dim?: number | null | AminmaxOptions, keepdim?: boolean | AminmaxOptions) => [Tensor, Tensor]>("aminmax*");
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
/** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
export const diff = /* @__PURE__ */ op<(self: Tensor, n?: number | DiffOptions, dim?: number | DiffOptions, prepend?: Tensor | null | DiffOptions, append?: Tensor | null | DiffOptions) => Tensor>("diff");
/** `sort(Tensor self, int dim=-1, bool descending=False, bool stable=False) -> (Tensor, Tensor)` */
export const sort = /* @__PURE__ */ op<(self: Tensor, dim?: number | SortOptions, descending?: boolean | SortOptions, stable?: boolean | SortOptions) => [Tensor, Tensor]>("sort*");
/** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
export const argsort = /* @__PURE__ */ op<(self: Tensor, dim?: number | ArgsortOptions, descending?: boolean | ArgsortOptions) => Tensor>("argsort");
/** `msort(Tensor self) -> Tensor` */
export const msort = /* @__PURE__ */ op<(self: Tensor) => Tensor>("msort");
/** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor, Tensor)` */
export const topk = /* @__PURE__ */ op<(self: Tensor, k: number, dim?: number | TopkOptions, largest?: boolean | TopkOptions, sorted?: boolean | TopkOptions) => [Tensor, Tensor]>("topk*");
/** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export const kthvalue = /* @__PURE__ */ op<(self: Tensor, k: number, dim?: number | KthvalueOptions, keepdim?: boolean | KthvalueOptions) => [Tensor, Tensor]>("kthvalue*");
/** `median(Tensor self) -> Tensor`
 * or `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const median = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | MedianDimOptions): [Tensor, Tensor];
}>("median");
/** `nanmedian(Tensor self) -> Tensor`
 * or `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export const nanmedian = /* @__PURE__ */ op<{
  (self: Tensor): Tensor;
  (self: Tensor, dim: number, keepdim?: boolean | NanmedianDimOptions): [Tensor, Tensor];
}>("nanmedian");
/** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor, Tensor)` */
export const mode = /* @__PURE__ */ op<(self: Tensor, dim?: number | ModeOptions, keepdim?: boolean | ModeOptions) => [Tensor, Tensor]>("mode*");
/** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, str interpolation='linear') -> Tensor` */
export const quantile = /* @__PURE__ */ op<(self: Tensor, q: Tensor | number, dim?: number | null | QuantileOptions, keepdim?: boolean | QuantileOptions, interpolation?: string | QuantileOptions) => Tensor>("quantile");
/** `unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
export const unique = /* @__PURE__ */ op<(self: Tensor, sorted?: boolean | UniqueOptions, returnInverse?: boolean | UniqueOptions, returnCounts?: boolean | UniqueOptions, dim?: number | null | UniqueOptions) => Tensor[]>("unique*");
/** `unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor[]` */
export const uniqueConsecutive = /* @__PURE__ */ op<(self: Tensor, returnInverse?: boolean | UniqueConsecutiveOptions, returnCounts?: boolean | UniqueConsecutiveOptions, dim?: number | null | UniqueConsecutiveOptions) => Tensor[]>("unique_consecutive*");
/** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
export const bincount = /* @__PURE__ */ op<(self: Tensor, weights?: Tensor | null | BincountOptions, minlength?: number | BincountOptions) => Tensor>("bincount");
/** `histc(Tensor self, int bins=100, float min=0, float max=0) -> Tensor` */
export const histc = /* @__PURE__ */ op<(self: Tensor, bins?: number | HistcOptions, min?: number | HistcOptions, max?: number | HistcOptions) => Tensor>("histc");
/** `searchsorted(Tensor sorted_sequence, Tensor self, bool out_int32=False, bool right=False, str? side=None) -> Tensor` */
export const searchsorted = /* @__PURE__ */ op<(sortedSequence: Tensor, self: Tensor, outInt32?: boolean | SearchsortedOptions, right?: boolean | SearchsortedOptions, side?: string | null | SearchsortedOptions) => Tensor>("searchsorted");
/** `bucketize(Tensor self, Tensor boundaries, bool out_int32=False, bool right=False) -> Tensor` */
export const bucketize = /* @__PURE__ */ op<(self: Tensor, boundaries: Tensor, outInt32?: boolean | BucketizeOptions, right?: boolean | BucketizeOptions) => Tensor>("bucketize");
/** `mm(Tensor self, Tensor mat2) -> Tensor` */
export const mm = /* @__PURE__ */ op<(self: Tensor, mat2: Tensor) => Tensor>("mm");
/** `bmm(Tensor self, Tensor mat2) -> Tensor` */
export const bmm = /* @__PURE__ */ op<(self: Tensor, mat2: Tensor) => Tensor>("bmm");
/** `mv(Tensor self, Tensor vec) -> Tensor` */
export const mv = /* @__PURE__ */ op<(self: Tensor, vec: Tensor) => Tensor>("mv");
/** `dot(Tensor self, Tensor tensor) -> Tensor` */
export const dot = /* @__PURE__ */ op<(self: Tensor, tensor: Tensor) => Tensor>("dot");
/** `inner(Tensor self, Tensor other) -> Tensor` */
export const inner = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("inner");
/** `outer(Tensor self, Tensor vec2) -> Tensor` */
export const outer = /* @__PURE__ */ op<(self: Tensor, vec2: Tensor) => Tensor>("outer");
/** `kron(Tensor self, Tensor other) -> Tensor` */
export const kron = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("kron");
/** `addmm(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export const addmm = /* @__PURE__ */ op<(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | AddmmOptions, alpha?: number | AddmmOptions) => Tensor>("addmm");
/** `addmv(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export const addmv = /* @__PURE__ */ op<(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | AddmvOptions, alpha?: number | AddmvOptions) => Tensor>("addmv");
/** `addr(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export const addr = /* @__PURE__ */ op<(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | AddrOptions, alpha?: number | AddrOptions) => Tensor>("addr");
/** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const baddbmm = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | BaddbmmOptions, alpha?: number | BaddbmmOptions) => Tensor>("baddbmm");
/** `addbmm(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const addbmm = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | AddbmmOptions, alpha?: number | AddbmmOptions) => Tensor>("addbmm");
/** `matrix_power(Tensor self, int n) -> Tensor` */
export const matrixPower = /* @__PURE__ */ op<(self: Tensor, n: number) => Tensor>("matrix_power");
/** `einsum(str equation, Tensor[] tensors) -> Tensor` */
export const einsum = /* @__PURE__ */ op<(equation: string, tensors: readonly Tensor[]) => Tensor>("einsum");
/** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
export const tensordot = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dimsSelf: Ints, dimsOther: Ints) => Tensor>("tensordot");
/** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
export const cross = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dim?: number | null | CrossOptions) => Tensor>("cross");
/** `linalg_cross(Tensor self, Tensor other, int dim=-1) -> Tensor` */
export const linalgCross = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, dim?: number | LinalgCrossOptions) => Tensor>("linalg_cross");
/** `diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
export const diagonal = /* @__PURE__ */ op<(self: Tensor, offset?: number | DiagonalOptions, dim1?: number | DiagonalOptions, dim2?: number | DiagonalOptions) => Tensor>("diagonal");
/** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
export const diagEmbed = /* @__PURE__ */ op<(self: Tensor, offset?: number | DiagEmbedOptions, dim1?: number | DiagEmbedOptions, dim2?: number | DiagEmbedOptions) => Tensor>("diag_embed");
/** `diag(Tensor self, int diagonal=0) -> Tensor` */
export const diag = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | DiagOptions) => Tensor>("diag");
/** `trace(Tensor self) -> Tensor` */
export const trace = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trace");
/** `scatter(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export const scatter = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | ScatterOptions) => Tensor>("scatter");
/** `scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export const scatterReduce = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduceOptions) => Tensor>("scatter_reduce");
/** `index_fill(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export const indexFill = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, value: Tensor | number) => Tensor>("index_fill");
/** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export const indexCopy = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>("index_copy");
/** `index(Tensor self, Tensor?[] indices) -> Tensor` */
export const index = /* @__PURE__ */ op<(self: Tensor, indices: readonly (Tensor | null)[]) => Tensor>("index");
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
/** `slice_scatter(Tensor self, Tensor src, int dim=0, int? start=None, int? end=None, int step=1) -> Tensor` */
export const sliceScatter = /* @__PURE__ */ op<(self: Tensor, src: Tensor, dim?: number | SliceScatterOptions, start?: number | null | SliceScatterOptions, end?: number | null | SliceScatterOptions, step?: number | SliceScatterOptions) => Tensor>("slice_scatter");
/** `take(Tensor self, Tensor index) -> Tensor` */
export const take = /* @__PURE__ */ op<(self: Tensor, index: Tensor) => Tensor>("take");
/** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
export const takeAlongDim = /* @__PURE__ */ op<(self: Tensor, indices: Tensor, dim?: number | null | TakeAlongDimOptions) => Tensor>("take_along_dim");
/** `nonzero(Tensor self) -> Tensor` */
export const nonzero = /* @__PURE__ */ op<(self: Tensor) => Tensor>("nonzero");
/** `nonzero_numpy(Tensor self) -> Tensor[]` */
export const nonzeroNumpy = /* @__PURE__ */ op<(self: Tensor) => Tensor[]>("nonzero_numpy*");
/** `argwhere(Tensor self) -> Tensor` */
export const argwhere = /* @__PURE__ */ op<(self: Tensor) => Tensor>("argwhere");
/** `tril(Tensor self, int diagonal=0) -> Tensor` */
export const tril = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | TrilOptions) => Tensor>("tril");
/** `triu(Tensor self, int diagonal=0) -> Tensor` */
export const triu = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | TriuOptions) => Tensor>("triu");
/** `roll(Tensor self, int[] shifts, int[] dims=[]) -> Tensor` */
export const roll = /* @__PURE__ */ op<(self: Tensor, shifts: Ints, dims?: Ints | RollOptions) => Tensor>("roll");
/** `flip(Tensor self, int[] dims) -> Tensor` */
export const flip = /* @__PURE__ */ op<(self: Tensor, dims: Ints) => Tensor>("flip");
/** `fliplr(Tensor self) -> Tensor` */
export const fliplr = /* @__PURE__ */ op<(self: Tensor) => Tensor>("fliplr");
/** `flipud(Tensor self) -> Tensor` */
export const flipud = /* @__PURE__ */ op<(self: Tensor) => Tensor>("flipud");
/** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
export const rot90 = /* @__PURE__ */ op<(self: Tensor, k?: number | Rot90Options, dims?: Ints | Rot90Options) => Tensor>("rot90");
/** `repeat(Tensor self, int[] repeats) -> Tensor` */
export const repeat = /* @__PURE__ */ op<(self: Tensor, repeats: Ints) => Tensor>("repeat");
/** `tile(Tensor self, int[] dims) -> Tensor` */
export const tile = /* @__PURE__ */ op<(self: Tensor, dims: Ints) => Tensor>("tile");
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
/** `chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
export const chunk = /* @__PURE__ */ op<(self: Tensor, chunks: number, dim?: number | ChunkOptions) => Tensor[]>("chunk*");
/** `unbind(Tensor self, int dim=0) -> Tensor[]` */
export const unbind = /* @__PURE__ */ op<(self: Tensor, dim?: number | UnbindOptions) => Tensor[]>("unbind*");
/** `tensor_split(Tensor self, int sections, int dim=0) -> Tensor[]`
 * or `tensor_split.indices(Tensor self, int[] indices, int dim=0) -> Tensor[]` */
export const tensorSplit = /* @__PURE__ */ op<{
  (self: Tensor, sections: number, dim?: number | TensorSplitOptions): Tensor[];
  (self: Tensor, indices: Ints, dim?: number | TensorSplitIndicesOptions): Tensor[];
}>("tensor_split*");
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
/** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
export const combinations = /* @__PURE__ */ op<(self: Tensor, r?: number | CombinationsOptions, withReplacement?: boolean | CombinationsOptions) => Tensor>("combinations");
/** `linspace(float start, float end, int steps, str dtype='float32') -> Tensor` */
export const linspace = /* @__PURE__ */ op<(start: number, end: number, steps: number, dtype?: DType | LinspaceOptions) => Tensor>("linspace");
/** `logspace(float start, float end, int steps, float base=10, str dtype='float32') -> Tensor` */
export const logspace = /* @__PURE__ */ op<(start: number, end: number, steps: number, base?: number | LogspaceOptions, dtype?: DType | LogspaceOptions) => Tensor>("logspace");
/** `eye(int n, int? m=None, str dtype='float32') -> Tensor` */
export const eye = /* @__PURE__ */ op<(n: number, m?: number | null | EyeOptions, dtype?: DType | EyeOptions) => Tensor>("eye");
/** `full_like(Tensor self, float fill_value, str? dtype=None) -> Tensor` */
export const fullLike = /* @__PURE__ */ op<(self: Tensor, fillValue: number, dtype?: DType | FullLikeOptions) => Tensor>("full_like");
/** `zeros_like(Tensor self, str? dtype=None) -> Tensor` */
export const zerosLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | ZerosLikeOptions) => Tensor>("zeros_like");
/** `ones_like(Tensor self, str? dtype=None) -> Tensor` */
export const onesLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | OnesLikeOptions) => Tensor>("ones_like");
/** `empty_like(Tensor self, str? dtype=None) -> Tensor` */
export const emptyLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | EmptyLikeOptions) => Tensor>("empty_like");
/** `tril_indices(int row, int col, int offset=0) -> Tensor` */
export const trilIndices = /* @__PURE__ */ op<(row: number, col: number, offset?: number | TrilIndicesOptions) => Tensor>("tril_indices");
/** `triu_indices(int row, int col, int offset=0) -> Tensor` */
export const triuIndices = /* @__PURE__ */ op<(row: number, col: number, offset?: number | TriuIndicesOptions) => Tensor>("triu_indices");
/** `rand_like(Tensor self, str? dtype=None) -> Tensor` */
export const randLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | RandLikeOptions) => Tensor>("rand_like");
/** `randn_like(Tensor self, str? dtype=None) -> Tensor` */
export const randnLike = /* @__PURE__ */ op<(self: Tensor, dtype?: DType | RandnLikeOptions) => Tensor>("randn_like");
/** `randint_like(Tensor self, int low, int? high=None) -> Tensor` */
export const randintLike = /* @__PURE__ */ op<(self: Tensor, low: number, high?: number | null | RandintLikeOptions) => Tensor>("randint_like");
/** `bernoulli(Tensor self, float? p=None) -> Tensor` */
export const bernoulli = /* @__PURE__ */ op<(self: Tensor, p?: number | null | BernoulliOptions) => Tensor>("bernoulli");
/** `multinomial(Tensor self, int num_samples, bool replacement=False) -> Tensor` */
export const multinomial = /* @__PURE__ */ op<(self: Tensor, numSamples: number, replacement?: boolean | MultinomialOptions) => Tensor>("multinomial");
/** `normal(Tensor mean, Tensor std=1, int[] size=[]) -> Tensor` */
export const normal = /* @__PURE__ */ op<(mean: Tensor | number, std?: Tensor | number | NormalOptions, size?: Ints | NormalOptions) => Tensor>("normal");
/** `zero_(Tensor self) -> Tensor` */
export const zero_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("zero_");
/** `fill_(Tensor self, Tensor value) -> Tensor` */
export const fill_ = /* @__PURE__ */ op<(self: Tensor, value: Tensor | number) => Tensor>("fill_");
/** `copy_(Tensor self, Tensor src) -> Tensor` */
export const copy_ = /* @__PURE__ */ op<(self: Tensor, src: Tensor) => Tensor>("copy_");
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
/** `uniform_(Tensor self, float from=0, float to=1) -> Tensor` */
export const uniform_ = /* @__PURE__ */ op<(self: Tensor, from?: number | Uniform_Options, to?: number | Uniform_Options) => Tensor>("uniform_");
/** `normal_(Tensor self, float mean=0, float std=1) -> Tensor` */
export const normal_ = /* @__PURE__ */ op<(self: Tensor, mean?: number | Normal_Options, std?: number | Normal_Options) => Tensor>("normal_");
/** `exponential_(Tensor self, float lambd=1) -> Tensor` */
export const exponential_ = /* @__PURE__ */ op<(self: Tensor, lambd?: number | Exponential_Options) => Tensor>("exponential_");
/** `bernoulli_(Tensor self, Tensor p=0.5) -> Tensor` */
export const bernoulli_ = /* @__PURE__ */ op<(self: Tensor, p?: Tensor | number | Bernoulli_Options) => Tensor>("bernoulli_");
/** `random_(Tensor self, int from=0, int? to=None) -> Tensor` */
export const random_ = /* @__PURE__ */ op<(self: Tensor, from?: number | Random_Options, to?: number | null | Random_Options) => Tensor>("random_");
/** `conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv1d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dOptions, stride?: Ints | Conv1dOptions, padding?: Ints | Conv1dOptions, dilation?: Ints | Conv1dOptions, groups?: number | Conv1dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv1dPaddingOptions, stride?: Ints | Conv1dPaddingOptions, padding?: string | Conv1dPaddingOptions, dilation?: Ints | Conv1dPaddingOptions, groups?: number | Conv1dPaddingOptions): Tensor;
}>("conv1d");
/** `conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor`
 * or `conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, str padding='valid', int[] dilation=1, int groups=1) -> Tensor` */
export const conv3d = /* @__PURE__ */ op<{
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dOptions, stride?: Ints | Conv3dOptions, padding?: Ints | Conv3dOptions, dilation?: Ints | Conv3dOptions, groups?: number | Conv3dOptions): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null | Conv3dPaddingOptions, stride?: Ints | Conv3dPaddingOptions, padding?: string | Conv3dPaddingOptions, dilation?: Ints | Conv3dPaddingOptions, groups?: number | Conv3dPaddingOptions): Tensor;
}>("conv3d");
/** `conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose1d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose1dOptions, stride?: Ints | ConvTranspose1dOptions, padding?: Ints | ConvTranspose1dOptions, outputPadding?: Ints | ConvTranspose1dOptions, groups?: number | ConvTranspose1dOptions, dilation?: Ints | ConvTranspose1dOptions) => Tensor>("conv_transpose1d");
/** `conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose2d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose2dOptions, stride?: Ints | ConvTranspose2dOptions, padding?: Ints | ConvTranspose2dOptions, outputPadding?: Ints | ConvTranspose2dOptions, groups?: number | ConvTranspose2dOptions, dilation?: Ints | ConvTranspose2dOptions) => Tensor>("conv_transpose2d");
/** `conv_transpose3d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1) -> Tensor` */
export const convTranspose3d = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, bias?: Tensor | null | ConvTranspose3dOptions, stride?: Ints | ConvTranspose3dOptions, padding?: Ints | ConvTranspose3dOptions, outputPadding?: Ints | ConvTranspose3dOptions, groups?: number | ConvTranspose3dOptions, dilation?: Ints | ConvTranspose3dOptions) => Tensor>("conv_transpose3d");
/** `im2col(Tensor input, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export const im2col = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, dilation?: Ints | Im2colOptions, padding?: Ints | Im2colOptions, stride?: Ints | Im2colOptions) => Tensor>("im2col");
/** `col2im(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1) -> Tensor` */
export const col2im = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints, kernelSize: Ints, dilation?: Ints | Col2imOptions, padding?: Ints | Col2imOptions, stride?: Ints | Col2imOptions) => Tensor>("col2im");
/** `max_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool1d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dOptions, padding?: Ints | MaxPool1dOptions, dilation?: Ints | MaxPool1dOptions, ceilMode?: boolean | MaxPool1dOptions) => Tensor>("max_pool1d");
/** `max_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> Tensor` */
export const maxPool3d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dOptions, padding?: Ints | MaxPool3dOptions, dilation?: Ints | MaxPool3dOptions, ceilMode?: boolean | MaxPool3dOptions) => Tensor>("max_pool3d");
/** `max_pool1d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool1dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool1dWithIndicesOptions, padding?: Ints | MaxPool1dWithIndicesOptions, dilation?: Ints | MaxPool1dWithIndicesOptions, ceilMode?: boolean | MaxPool1dWithIndicesOptions) => [Tensor, Tensor]>("max_pool1d_with_indices*");
/** `max_pool2d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool2dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool2dWithIndicesOptions, padding?: Ints | MaxPool2dWithIndicesOptions, dilation?: Ints | MaxPool2dWithIndicesOptions, ceilMode?: boolean | MaxPool2dWithIndicesOptions) => [Tensor, Tensor]>("max_pool2d_with_indices*");
/** `max_pool3d_with_indices(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, int[] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export const maxPool3dWithIndices = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | MaxPool3dWithIndicesOptions, padding?: Ints | MaxPool3dWithIndicesOptions, dilation?: Ints | MaxPool3dWithIndicesOptions, ceilMode?: boolean | MaxPool3dWithIndicesOptions) => [Tensor, Tensor]>("max_pool3d_with_indices*");
/** `max_unpool1d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool1d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool1dOptions, padding?: Ints | MaxUnpool1dOptions, outputSize?: Ints | MaxUnpool1dOptions) => Tensor>("max_unpool1d");
/** `max_unpool2d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool2d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool2dOptions, padding?: Ints | MaxUnpool2dOptions, outputSize?: Ints | MaxUnpool2dOptions) => Tensor>("max_unpool2d");
/** `max_unpool3d(Tensor input, Tensor indices, int[] kernel_size, int[] stride=[], int[] padding=0, int[] output_size=[]) -> Tensor` */
export const maxUnpool3d = /* @__PURE__ */ op<(input: Tensor, indices: Tensor, kernelSize: Ints, stride?: Ints | MaxUnpool3dOptions, padding?: Ints | MaxUnpool3dOptions, outputSize?: Ints | MaxUnpool3dOptions) => Tensor>("max_unpool3d");
/** `avg_pool1d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
export const avgPool1d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool1dOptions, padding?: Ints | AvgPool1dOptions, ceilMode?: boolean | AvgPool1dOptions, countIncludePad?: boolean | AvgPool1dOptions) => Tensor>("avg_pool1d");
/** `avg_pool3d(Tensor input, int[] kernel_size, int[] stride=[], int[] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export const avgPool3d = /* @__PURE__ */ op<(input: Tensor, kernelSize: Ints, stride?: Ints | AvgPool3dOptions, padding?: Ints | AvgPool3dOptions, ceilMode?: boolean | AvgPool3dOptions, countIncludePad?: boolean | AvgPool3dOptions, divisorOverride?: number | null | AvgPool3dOptions) => Tensor>("avg_pool3d");
/** `lp_pool1d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export const lpPool1d = /* @__PURE__ */ op<(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool1dOptions, ceilMode?: boolean | LpPool1dOptions) => Tensor>("lp_pool1d");
/** `lp_pool2d(Tensor input, float norm_type, int[] kernel_size, int[] stride=[], bool ceil_mode=False) -> Tensor` */
export const lpPool2d = /* @__PURE__ */ op<(input: Tensor, normType: number, kernelSize: Ints, stride?: Ints | LpPool2dOptions, ceilMode?: boolean | LpPool2dOptions) => Tensor>("lp_pool2d");
/** `adaptive_avg_pool1d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool1d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool1d");
/** `adaptive_avg_pool3d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveAvgPool3d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_avg_pool3d");
/** `adaptive_max_pool1d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool1d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool1d");
/** `adaptive_max_pool2d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool2d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool2d");
/** `adaptive_max_pool3d(Tensor input, int[] output_size) -> Tensor` */
export const adaptiveMaxPool3d = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => Tensor>("adaptive_max_pool3d");
/** `adaptive_max_pool1d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool1dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool1d_with_indices*");
/** `adaptive_max_pool2d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool2dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool2d_with_indices*");
/** `adaptive_max_pool3d_with_indices(Tensor input, int[] output_size) -> (Tensor, Tensor)` */
export const adaptiveMaxPool3dWithIndices = /* @__PURE__ */ op<(input: Tensor, outputSize: Ints) => [Tensor, Tensor]>("adaptive_max_pool3d_with_indices*");
/** `group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor` */
export const groupNorm = /* @__PURE__ */ op<(input: Tensor, numGroups: number, weight?: Tensor | null | GroupNormOptions, bias?: Tensor | null | GroupNormOptions, eps?: number | GroupNormOptions) => Tensor>("group_norm");
/** `instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05) -> Tensor` */
export const instanceNorm = /* @__PURE__ */ op<(input: Tensor, runningMean?: Tensor | null | InstanceNormOptions, runningVar?: Tensor | null | InstanceNormOptions, weight?: Tensor | null | InstanceNormOptions, bias?: Tensor | null | InstanceNormOptions, useInputStats?: boolean | InstanceNormOptions, momentum?: number | InstanceNormOptions, eps?: number | InstanceNormOptions) => Tensor>("instance_norm");
/** `rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor` */
export const rmsNorm = /* @__PURE__ */ op<(input: Tensor, normalizedShape: Ints, weight?: Tensor | null | RmsNormOptions, eps?: number | null | RmsNormOptions) => Tensor>("rms_norm");
/** `local_response_norm(Tensor input, int size, float alpha=0.0001, float beta=0.75, float k=1) -> Tensor` */
export const localResponseNorm = /* @__PURE__ */ op<(input: Tensor, size: number, alpha?: number | LocalResponseNormOptions, beta?: number | LocalResponseNormOptions, k?: number | LocalResponseNormOptions) => Tensor>("local_response_norm");
/** `interpolate(Tensor input, int[] size=[], float[] scale_factor=[], str mode='nearest', bool align_corners=False) -> Tensor` */
export const interpolate = /* @__PURE__ */ op<(input: Tensor, size?: Ints | InterpolateOptions, scaleFactor?: number | readonly number[] | InterpolateOptions, mode?: string | InterpolateOptions, alignCorners?: boolean | InterpolateOptions) => Tensor>("interpolate");
/** `grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool align_corners=False) -> Tensor` */
export const gridSample = /* @__PURE__ */ op<(input: Tensor, grid: Tensor, mode?: string | GridSampleOptions, paddingMode?: string | GridSampleOptions, alignCorners?: boolean | GridSampleOptions) => Tensor>("grid_sample");
/** `grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export const gridSampler = /* @__PURE__ */ op<(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean) => Tensor>("grid_sampler");
/** `affine_grid(Tensor theta, int[] size, bool align_corners=False) -> Tensor` */
export const affineGrid = /* @__PURE__ */ op<(theta: Tensor, size: Ints, alignCorners?: boolean | AffineGridOptions) => Tensor>("affine_grid");
/** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
export const pixelShuffle = /* @__PURE__ */ op<(self: Tensor, upscaleFactor: number) => Tensor>("pixel_shuffle");
/** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
export const pixelUnshuffle = /* @__PURE__ */ op<(self: Tensor, downscaleFactor: number) => Tensor>("pixel_unshuffle");
/** `channel_shuffle(Tensor self, int groups) -> Tensor` */
export const channelShuffle = /* @__PURE__ */ op<(self: Tensor, groups: number) => Tensor>("channel_shuffle");
/** `constant_pad_nd(Tensor self, int[] pad, float value=0) -> Tensor` */
export const constantPadNd = /* @__PURE__ */ op<(self: Tensor, pad: Ints, value?: number | ConstantPadNdOptions) => Tensor>("constant_pad_nd");
/** `cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
export const cosineSimilarity = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, dim?: number | CosineSimilarityOptions, eps?: number | CosineSimilarityOptions) => Tensor>("cosine_similarity");
/** `pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False) -> Tensor` */
export const pairwiseDistance = /* @__PURE__ */ op<(x1: Tensor, x2: Tensor, p?: number | PairwiseDistanceOptions, eps?: number | PairwiseDistanceOptions, keepdim?: boolean | PairwiseDistanceOptions) => Tensor>("pairwise_distance");
/** `normalize(Tensor input, float p=2, int[] dim=1, float eps=1e-12) -> Tensor` */
export const normalize = /* @__PURE__ */ op<(input: Tensor, p?: number | NormalizeOptions, dim?: Ints | NormalizeOptions, eps?: number | NormalizeOptions) => Tensor>("normalize");
/** `bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
export const bilinear = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null | BilinearOptions) => Tensor>("bilinear");
/** `hardtanh(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export const hardtanh = /* @__PURE__ */ op<(self: Tensor, minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions) => Tensor>("hardtanh");
/** `relu6(Tensor self) -> Tensor` */
export const relu6 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu6");
/** `hardsigmoid(Tensor self) -> Tensor` */
export const hardsigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardsigmoid");
/** `hardswish(Tensor self) -> Tensor` */
export const hardswish = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardswish");
/** `hardshrink(Tensor self, float lambd=0.5) -> Tensor` */
export const hardshrink = /* @__PURE__ */ op<(self: Tensor, lambd?: number | HardshrinkOptions) => Tensor>("hardshrink");
/** `softshrink(Tensor self, float lambd=0.5) -> Tensor` */
export const softshrink = /* @__PURE__ */ op<(self: Tensor, lambd?: number | SoftshrinkOptions) => Tensor>("softshrink");
/** `tanhshrink(Tensor self) -> Tensor` */
export const tanhshrink = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanhshrink");
/** `threshold(Tensor self, float threshold, float value) -> Tensor` */
export const threshold = /* @__PURE__ */ op<(self: Tensor, threshold_: number, value: number) => Tensor>("threshold");
/** `softsign(Tensor self) -> Tensor` */
export const softsign = /* @__PURE__ */ op<(self: Tensor) => Tensor>("softsign");
/** `logsigmoid(Tensor self) -> Tensor` */
export const logsigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logsigmoid");
/** `mish(Tensor self) -> Tensor` */
export const mish = /* @__PURE__ */ op<(self: Tensor) => Tensor>("mish");
/** `selu(Tensor self) -> Tensor` */
export const selu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("selu");
/** `celu(Tensor self, float alpha=1) -> Tensor` */
export const celu = /* @__PURE__ */ op<(self: Tensor, alpha?: number | CeluOptions) => Tensor>("celu");
/** `softmin(Tensor self, int dim) -> Tensor` */
export const softmin = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("softmin");
/** `glu(Tensor self, int dim=-1) -> Tensor` */
export const glu = /* @__PURE__ */ op<(self: Tensor, dim?: number | GluOptions) => Tensor>("glu");
/** `prelu(Tensor self, Tensor weight) -> Tensor` */
export const prelu = /* @__PURE__ */ op<(self: Tensor, weight: Tensor) => Tensor>("prelu");
/** `rrelu(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export const rrelu = /* @__PURE__ */ op<(self: Tensor, lower?: number | RreluOptions, upper?: number | RreluOptions, training?: boolean | RreluOptions) => Tensor>("rrelu");
/** `dropout1d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout1d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout1dOptions, training?: boolean | Dropout1dOptions) => Tensor>("dropout1d");
/** `dropout2d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout2d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout2dOptions, training?: boolean | Dropout2dOptions) => Tensor>("dropout2d");
/** `dropout3d(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout3d = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout3dOptions, training?: boolean | Dropout3dOptions) => Tensor>("dropout3d");
/** `alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const alphaDropout = /* @__PURE__ */ op<(input: Tensor, p?: number | AlphaDropoutOptions, training?: boolean | AlphaDropoutOptions) => Tensor>("alpha_dropout");
/** `feature_alpha_dropout(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const featureAlphaDropout = /* @__PURE__ */ op<(input: Tensor, p?: number | FeatureAlphaDropoutOptions, training?: boolean | FeatureAlphaDropoutOptions) => Tensor>("feature_alpha_dropout");
/** `embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
export const embedding = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, paddingIdx?: number | null | EmbeddingOptions, maxNorm?: number | null | EmbeddingOptions, normType?: number | EmbeddingOptions, scaleGradByFreq?: boolean | EmbeddingOptions, sparse?: boolean | EmbeddingOptions) => Tensor>("embedding");
/** `embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None) -> Tensor` */
export const embeddingBag = /* @__PURE__ */ op<(input: Tensor, weight: Tensor, offsets?: Tensor | null | EmbeddingBagOptions, maxNorm?: number | null | EmbeddingBagOptions, normType?: number | EmbeddingBagOptions, scaleGradByFreq?: boolean | EmbeddingBagOptions, mode?: string | EmbeddingBagOptions, sparse?: boolean | EmbeddingBagOptions, perSampleWeights?: Tensor | null | EmbeddingBagOptions, includeLastOffset?: boolean | EmbeddingBagOptions, paddingIdx?: number | null | EmbeddingBagOptions) => Tensor>("embedding_bag");
/** `binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const binaryCrossEntropy = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyOptions) => Tensor>("binary_cross_entropy");
/** `huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1) -> Tensor` */
export const huberLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | HuberLossOptions, delta?: number | HuberLossOptions) => Tensor>("huber_loss");
/** `kl_div(Tensor input, Tensor target, str reduction='mean', bool log_target=False) -> Tensor` */
export const klDiv = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | KlDivOptions, logTarget?: boolean | KlDivOptions) => Tensor>("kl_div");
/** `poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, float eps=1e-08, str reduction='mean') -> Tensor` */
export const poissonNllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, logInput?: boolean | PoissonNllLossOptions, full?: boolean | PoissonNllLossOptions, eps?: number | PoissonNllLossOptions, reduction?: "mean" | "sum" | "none" | PoissonNllLossOptions) => Tensor>("poisson_nll_loss");
/** `gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor` */
export const gaussianNllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, var_: Tensor, full?: boolean | GaussianNllLossOptions, eps?: number | GaussianNllLossOptions, reduction?: "mean" | "sum" | "none" | GaussianNllLossOptions) => Tensor>("gaussian_nll_loss");
/** `hinge_embedding_loss(Tensor input, Tensor target, float margin=1, str reduction='mean') -> Tensor` */
export const hingeEmbeddingLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, margin?: number | HingeEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | HingeEmbeddingLossOptions) => Tensor>("hinge_embedding_loss");
/** `soft_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const softMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SoftMarginLossOptions) => Tensor>("soft_margin_loss");
/** `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export const marginRankingLoss = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | MarginRankingLossOptions, reduction?: "mean" | "sum" | "none" | MarginRankingLossOptions) => Tensor>("margin_ranking_loss");
/** `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export const cosineEmbeddingLoss = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | CosineEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | CosineEmbeddingLossOptions) => Tensor>("cosine_embedding_loss");
/** `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1, float p=2, float eps=1e-06, bool swap=False, str reduction='mean') -> Tensor` */
export const tripletMarginLoss = /* @__PURE__ */ op<(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number | TripletMarginLossOptions, p?: number | TripletMarginLossOptions, eps?: number | TripletMarginLossOptions, swap?: boolean | TripletMarginLossOptions, reduction?: "mean" | "sum" | "none" | TripletMarginLossOptions) => Tensor>("triplet_margin_loss");
/** `multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const multiMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, p?: number | MultiMarginLossOptions, margin?: number | MultiMarginLossOptions, weight?: Tensor | null | MultiMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultiMarginLossOptions) => Tensor>("multi_margin_loss");
/** `multilabel_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const multilabelMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MultilabelMarginLossOptions) => Tensor>("multilabel_margin_loss");
/** `multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const multilabelSoftMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | MultilabelSoftMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultilabelSoftMarginLossOptions) => Tensor>("multilabel_soft_margin_loss");
/** `ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, str reduction='mean', bool zero_infinity=False) -> Tensor` */
export const ctcLoss = /* @__PURE__ */ op<(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: number | CtcLossOptions, reduction?: "mean" | "sum" | "none" | CtcLossOptions, zeroInfinity?: boolean | CtcLossOptions) => Tensor>("ctc_loss");
/** `sigmoid_focal_loss(Tensor inputs, Tensor targets, float alpha=0.25, float gamma=2, str reduction='none') -> Tensor` */
export const sigmoidFocalLoss = /* @__PURE__ */ op<(inputs: Tensor, targets: Tensor, alpha?: number | SigmoidFocalLossOptions, gamma?: number | SigmoidFocalLossOptions, reduction?: "mean" | "sum" | "none" | SigmoidFocalLossOptions) => Tensor>("sigmoid_focal_loss");
/** `focal_loss(Tensor input, Tensor target, Tensor? weight=None, float gamma=2, int ignore_index=-100, str reduction='mean') -> Tensor` */
export const focalLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | FocalLossOptions, gamma?: number | FocalLossOptions, ignoreIndex?: number | FocalLossOptions, reduction?: "mean" | "sum" | "none" | FocalLossOptions) => Tensor>("focal_loss");
/** `dice_loss(Tensor input, Tensor target, float smooth=1, str reduction='mean') -> Tensor` */
export const diceLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, smooth?: number | DiceLossOptions, reduction?: "mean" | "sum" | "none" | DiceLossOptions) => Tensor>("dice_loss");
/** `soft_f1_loss(Tensor input, Tensor target, float eps=1e-07, str reduction='mean') -> Tensor` */
export const softF1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, eps?: number | SoftF1LossOptions, reduction?: "mean" | "sum" | "none" | SoftF1LossOptions) => Tensor>("soft_f1_loss");
/** `abs_(Tensor self) -> Tensor` */
export const abs_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("abs_");
/** `acos_(Tensor self) -> Tensor` */
export const acos_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acos_");
/** `acosh_(Tensor self) -> Tensor` */
export const acosh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("acosh_");
/** `add_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const add_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | Add_Options) => Tensor>("add_");
/** `addbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const addbmm_ = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Addbmm_Options, alpha?: number | Addbmm_Options) => Tensor>("addbmm_");
/** `addcdiv_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcdiv_ = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcdiv_Options) => Tensor>("addcdiv_");
/** `addcmul_(Tensor self, Tensor tensor1, Tensor tensor2, float value=1) -> Tensor` */
export const addcmul_ = /* @__PURE__ */ op<(self: Tensor, tensor1: Tensor, tensor2: Tensor, value?: number | Addcmul_Options) => Tensor>("addcmul_");
/** `addmm_(Tensor self, Tensor mat1, Tensor mat2, float beta=1, float alpha=1) -> Tensor` */
export const addmm_ = /* @__PURE__ */ op<(self: Tensor, mat1: Tensor, mat2: Tensor, beta?: number | Addmm_Options, alpha?: number | Addmm_Options) => Tensor>("addmm_");
/** `addmv_(Tensor self, Tensor mat, Tensor vec, float beta=1, float alpha=1) -> Tensor` */
export const addmv_ = /* @__PURE__ */ op<(self: Tensor, mat: Tensor, vec: Tensor, beta?: number | Addmv_Options, alpha?: number | Addmv_Options) => Tensor>("addmv_");
/** `addr_(Tensor self, Tensor vec1, Tensor vec2, float beta=1, float alpha=1) -> Tensor` */
export const addr_ = /* @__PURE__ */ op<(self: Tensor, vec1: Tensor, vec2: Tensor, beta?: number | Addr_Options, alpha?: number | Addr_Options) => Tensor>("addr_");
/** `alpha_dropout_(Tensor input, float p=0.5, bool training=False) -> Tensor` */
export const alphaDropout_ = /* @__PURE__ */ op<(input: Tensor, p?: number | AlphaDropout_Options, training?: boolean | AlphaDropout_Options) => Tensor>("alpha_dropout_");
/** `asin_(Tensor self) -> Tensor` */
export const asin_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asin_");
/** `asinh_(Tensor self) -> Tensor` */
export const asinh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("asinh_");
/** `atan_(Tensor self) -> Tensor` */
export const atan_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atan_");
/** `atan2_(Tensor self, Tensor other) -> Tensor` */
export const atan2_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("atan2_");
/** `atanh_(Tensor self) -> Tensor` */
export const atanh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("atanh_");
/** `baddbmm_(Tensor self, Tensor batch1, Tensor batch2, float beta=1, float alpha=1) -> Tensor` */
export const baddbmm_ = /* @__PURE__ */ op<(self: Tensor, batch1: Tensor, batch2: Tensor, beta?: number | Baddbmm_Options, alpha?: number | Baddbmm_Options) => Tensor>("baddbmm_");
/** `bitwise_and_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseAnd_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_and_");
/** `bitwise_not_(Tensor self) -> Tensor` */
export const bitwiseNot_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("bitwise_not_");
/** `bitwise_or_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseOr_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_or_");
/** `bitwise_xor_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseXor_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_xor_");
/** `ceil_(Tensor self) -> Tensor` */
export const ceil_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("ceil_");
/** `celu_(Tensor self, float alpha=1) -> Tensor` */
export const celu_ = /* @__PURE__ */ op<(self: Tensor, alpha?: number | Celu_Options) => Tensor>("celu_");
/** `clamp_(Tensor self, float? min=None, float? max=None) -> Tensor` */
export const clamp_ = /* @__PURE__ */ op<(self: Tensor, min?: number | null | Clamp_Options, max?: number | null | Clamp_Options) => Tensor>("clamp_");
/** `clamp_max_(Tensor self, Tensor max) -> Tensor` */
export const clampMax_ = /* @__PURE__ */ op<(self: Tensor, max: Tensor | number) => Tensor>("clamp_max_");
/** `clamp_min_(Tensor self, Tensor min) -> Tensor` */
export const clampMin_ = /* @__PURE__ */ op<(self: Tensor, min: Tensor | number) => Tensor>("clamp_min_");
/** `copysign_(Tensor self, Tensor other) -> Tensor` */
export const copysign_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("copysign_");
/** `cos_(Tensor self) -> Tensor` */
export const cos_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cos_");
/** `cosh_(Tensor self) -> Tensor` */
export const cosh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("cosh_");
/** `cumprod_(Tensor self, int dim) -> Tensor` */
export const cumprod_ = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumprod_");
/** `cumsum_(Tensor self, int dim) -> Tensor` */
export const cumsum_ = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("cumsum_");
/** `deg2rad_(Tensor self) -> Tensor` */
export const deg2rad_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("deg2rad_");
/** `digamma_(Tensor self) -> Tensor` */
export const digamma_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("digamma_");
/** `div_(Tensor self, Tensor other, str? rounding_mode=None) -> Tensor` */
export const div_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, roundingMode?: string | null | Div_Options) => Tensor>("div_");
/** `dropout_(Tensor input, float p=0.5, bool training=True) -> Tensor` */
export const dropout_ = /* @__PURE__ */ op<(input: Tensor, p?: number | Dropout_Options, training?: boolean | Dropout_Options) => Tensor>("dropout_");
/** `elu_(Tensor self, float alpha=1) -> Tensor` */
export const elu_ = /* @__PURE__ */ op<(self: Tensor, alpha?: number | Elu_Options) => Tensor>("elu_");
/** `eq_(Tensor self, Tensor other) -> Tensor` */
export const eq_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("eq_");
/** `erf_(Tensor self) -> Tensor` */
export const erf_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erf_");
/** `erfc_(Tensor self) -> Tensor` */
export const erfc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfc_");
/** `erfinv_(Tensor self) -> Tensor` */
export const erfinv_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("erfinv_");
/** `exp_(Tensor self) -> Tensor` */
export const exp_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp_");
/** `exp2_(Tensor self) -> Tensor` */
export const exp2_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("exp2_");
/** `expm1_(Tensor self) -> Tensor` */
export const expm1_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("expm1_");
/** `floor_(Tensor self) -> Tensor` */
export const floor_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("floor_");
/** `floor_divide_(Tensor self, Tensor other) -> Tensor` */
export const floorDivide_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("floor_divide_");
/** `fmod_(Tensor self, Tensor other) -> Tensor` */
export const fmod_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("fmod_");
/** `frac_(Tensor self) -> Tensor` */
export const frac_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("frac_");
/** `ge_(Tensor self, Tensor other) -> Tensor` */
export const ge_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ge_");
/** `gelu_(Tensor self, str approximate='none') -> Tensor` */
export const gelu_ = /* @__PURE__ */ op<(self: Tensor, approximate?: "none" | "tanh" | Gelu_Options) => Tensor>("gelu_");
/** `gt_(Tensor self, Tensor other) -> Tensor` */
export const gt_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("gt_");
/** `hardsigmoid_(Tensor self) -> Tensor` */
export const hardsigmoid_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardsigmoid_");
/** `hardswish_(Tensor self) -> Tensor` */
export const hardswish_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardswish_");
/** `hardtanh_(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export const hardtanh_ = /* @__PURE__ */ op<(self: Tensor, minVal?: number | Hardtanh_Options, maxVal?: number | Hardtanh_Options) => Tensor>("hardtanh_");
/** `heaviside_(Tensor self, Tensor values) -> Tensor` */
export const heaviside_ = /* @__PURE__ */ op<(self: Tensor, values: Tensor) => Tensor>("heaviside_");
/** `hypot_(Tensor self, Tensor other) -> Tensor` */
export const hypot_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("hypot_");
/** `index_add_(Tensor self, int dim, Tensor index, Tensor source, float alpha=1) -> Tensor` */
export const indexAdd_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor, alpha?: number | IndexAdd_Options) => Tensor>("index_add_");
/** `index_copy_(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export const indexCopy_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>("index_copy_");
/** `index_fill_(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export const indexFill_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, value: Tensor | number) => Tensor>("index_fill_");
/** `index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export const indexPut_ = /* @__PURE__ */ op<(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean | IndexPut_Options) => Tensor>("index_put_");
/** `le_(Tensor self, Tensor other) -> Tensor` */
export const le_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("le_");
/** `leaky_relu_(Tensor self, float negative_slope=0.01) -> Tensor` */
export const leakyRelu_ = /* @__PURE__ */ op<(self: Tensor, negativeSlope?: number | LeakyRelu_Options) => Tensor>("leaky_relu_");
/** `lerp_(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export const lerp_ = /* @__PURE__ */ op<(self: Tensor, end: Tensor, weight: Tensor | number) => Tensor>("lerp_");
/** `lgamma_(Tensor self) -> Tensor` */
export const lgamma_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("lgamma_");
/** `log_(Tensor self) -> Tensor` */
export const log_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log_");
/** `log10_(Tensor self) -> Tensor` */
export const log10_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log10_");
/** `log1p_(Tensor self) -> Tensor` */
export const log1p_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log1p_");
/** `log2_(Tensor self) -> Tensor` */
export const log2_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("log2_");
/** `logical_and_(Tensor self, Tensor other) -> Tensor` */
export const logicalAnd_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_and_");
/** `logical_not_(Tensor self) -> Tensor` */
export const logicalNot_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logical_not_");
/** `logical_or_(Tensor self, Tensor other) -> Tensor` */
export const logicalOr_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_or_");
/** `logical_xor_(Tensor self, Tensor other) -> Tensor` */
export const logicalXor_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_xor_");
/** `logit_(Tensor self, float? eps=None) -> Tensor` */
export const logit_ = /* @__PURE__ */ op<(self: Tensor, eps?: number | null | Logit_Options) => Tensor>("logit_");
/** `lt_(Tensor self, Tensor other) -> Tensor` */
export const lt_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("lt_");
/** `masked_fill_(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export const maskedFill_ = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, value: Tensor | number) => Tensor>("masked_fill_");
/** `masked_scatter_(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export const maskedScatter_ = /* @__PURE__ */ op<(self: Tensor, mask: Tensor, source: Tensor) => Tensor>("masked_scatter_");
/** `mish_(Tensor self) -> Tensor` */
export const mish_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("mish_");
/** `mul_(Tensor self, Tensor other) -> Tensor` */
export const mul_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("mul_");
/** `nan_to_num_(Tensor self, float nan=0, float? posinf=None, float? neginf=None) -> Tensor` */
export const nanToNum_ = /* @__PURE__ */ op<(self: Tensor, nan?: number | NanToNum_Options, posinf?: number | null | NanToNum_Options, neginf?: number | null | NanToNum_Options) => Tensor>("nan_to_num_");
/** `ne_(Tensor self, Tensor other) -> Tensor` */
export const ne_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ne_");
/** `neg_(Tensor self) -> Tensor` */
export const neg_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("neg_");
/** `pow_(Tensor self, Tensor exponent) -> Tensor` */
export const pow_ = /* @__PURE__ */ op<(self: Tensor, exponent: Tensor | number) => Tensor>("pow_");
/** `rad2deg_(Tensor self) -> Tensor` */
export const rad2deg_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rad2deg_");
/** `reciprocal_(Tensor self) -> Tensor` */
export const reciprocal_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("reciprocal_");
/** `relu_(Tensor self) -> Tensor` */
export const relu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu_");
/** `relu6_(Tensor self) -> Tensor` */
export const relu6_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu6_");
/** `remainder_(Tensor self, Tensor other) -> Tensor` */
export const remainder_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("remainder_");
/** `round_(Tensor self, int decimals=0) -> Tensor` */
export const round_ = /* @__PURE__ */ op<(self: Tensor, decimals?: number | Round_Options) => Tensor>("round_");
/** `rrelu_(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export const rrelu_ = /* @__PURE__ */ op<(self: Tensor, lower?: number | Rrelu_Options, upper?: number | Rrelu_Options, training?: boolean | Rrelu_Options) => Tensor>("rrelu_");
/** `rsqrt_(Tensor self) -> Tensor` */
export const rsqrt_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("rsqrt_");
/** `scatter_(Tensor self, int dim, Tensor index, Tensor src, str reduce='') -> Tensor` */
export const scatter_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor | number, reduce?: string | Scatter_Options) => Tensor>("scatter_");
/** `scatter_add_(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export const scatterAdd_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor) => Tensor>("scatter_add_");
/** `scatter_reduce_(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self=True) -> Tensor` */
export const scatterReduce_ = /* @__PURE__ */ op<(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includeSelf?: boolean | ScatterReduce_Options) => Tensor>("scatter_reduce_");
/** `selu_(Tensor self) -> Tensor` */
export const selu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("selu_");
/** `sigmoid_(Tensor self) -> Tensor` */
export const sigmoid_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sigmoid_");
/** `sign_(Tensor self) -> Tensor` */
export const sign_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sign_");
/** `silu_(Tensor self) -> Tensor` */
export const silu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("silu_");
/** `sin_(Tensor self) -> Tensor` */
export const sin_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sin_");
/** `sinc_(Tensor self) -> Tensor` */
export const sinc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinc_");
/** `sinh_(Tensor self) -> Tensor` */
export const sinh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sinh_");
/** `sqrt_(Tensor self) -> Tensor` */
export const sqrt_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sqrt_");
/** `square_(Tensor self) -> Tensor` */
export const square_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("square_");
/** `sub_(Tensor self, Tensor other, float alpha=1) -> Tensor` */
export const sub_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number, alpha?: number | Sub_Options) => Tensor>("sub_");
/** `tan_(Tensor self) -> Tensor` */
export const tan_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tan_");
/** `tanh_(Tensor self) -> Tensor` */
export const tanh_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanh_");
/** `threshold_(Tensor self, float threshold, float value) -> Tensor` */
export const threshold_ = /* @__PURE__ */ op<(self: Tensor, threshold: number, value: number) => Tensor>("threshold_");
/** `tril_(Tensor self, int diagonal=0) -> Tensor` */
export const tril_ = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | Tril_Options) => Tensor>("tril_");
/** `triu_(Tensor self, int diagonal=0) -> Tensor` */
export const triu_ = /* @__PURE__ */ op<(self: Tensor, diagonal?: number | Triu_Options) => Tensor>("triu_");
/** `true_divide_(Tensor self, Tensor other) -> Tensor` */
export const trueDivide_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("true_divide_");
/** `trunc_(Tensor self) -> Tensor` */
export const trunc_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("trunc_");
/** `xlogy_(Tensor self, Tensor other) -> Tensor` */
export const xlogy_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("xlogy_");
export { variance as var };
