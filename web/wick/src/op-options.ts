// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import type { DType, Tensor } from "./tensor.js";

/** One integer or a list of them. */
export type Ints = number | readonly number[];

export interface AddOptions {
  /** default 1 */
  alpha?: number;
}
export interface SubOptions {
  /** default 1 */
  alpha?: number;
}
export interface DivOptions {
  /** default None */
  roundingMode?: string | null;
}
export interface ClampOptions {
  /** default None */
  min?: number | null;
  /** default None */
  max?: number | null;
}
export interface Clamp_TensorOptions {
  /** default None */
  min?: Tensor | number | null;
  /** default None */
  max?: Tensor | number | null;
}
export interface LeakyReluOptions {
  /** default 0.01 */
  negativeSlope?: number;
}
export interface EluOptions {
  /** default 1 */
  alpha?: number;
}
export interface GeluOptions {
  /** default 'none' */
  approximate?: "none" | "tanh";
}
export interface SoftplusOptions {
  /** default 1 */
  beta?: number;
  /** default 20 */
  threshold?: number;
}
export interface SumOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface MeanOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface VarOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
export interface MaxDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface MinDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface AmaxOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface AminOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface ArgmaxOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
export interface ArgminOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
export interface LogsumexpOptions {
  /** default False */
  keepdim?: boolean;
}
export interface LinearOptions {
  /** default None */
  bias?: Tensor | null;
}
export interface Conv2dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface Conv2dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface MaxPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface AvgPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default False */
  ceilMode?: boolean;
  /** default True */
  countIncludePad?: boolean;
  /** default None */
  divisorOverride?: number | null;
}
export interface BatchNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default False */
  training?: boolean;
  /** default 0.1 */
  momentum?: number;
  /** default 1e-05 */
  eps?: number;
}
export interface LayerNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default 1e-05 */
  eps?: number;
}
export interface DropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface IndexAddOptions {
  /** default 1 */
  alpha?: number;
}
export interface OneHotOptions {
  /** default -1 */
  numClasses?: number;
}
export interface CatOptions {
  /** default 0 */
  dim?: number;
}
export interface StackOptions {
  /** default 0 */
  dim?: number;
}
export interface SplitOptions {
  /** default 0 */
  dim?: number;
}
export interface SplitSizesOptions {
  /** default 0 */
  dim?: number;
}
export interface PadOptions {
  /** default 'constant' */
  mode?: string;
  /** default None */
  value?: number | null;
}
export interface FlattenOptions {
  /** default 0 */
  startDim?: number;
  /** default -1 */
  endDim?: number;
}
export interface SliceOptions {
  /** default 1 */
  step?: number;
}
export interface CrossEntropyOptions {
  /** default None */
  weight?: Tensor | null;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 0 */
  labelSmoothing?: number;
}
export interface NllLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface BinaryCrossEntropyWithLogitsOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  posWeight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MseLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface L1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface SmoothL1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 1 */
  beta?: number;
}
export interface ZerosOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface OnesOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface FullOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface ArangeOptions {
  /** default 1 */
  step?: number;
  /** default None */
  dtype?: DType;
}
export interface RandOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface RandnOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface RecurrentWalkOptions {
  /** default False */
  reverse?: boolean;
}
export interface LstmCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
export interface GruCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
export interface RnnTanhCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
export interface RnnReluCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
export interface ScaledDotProductAttentionOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 0 */
  dropoutP?: number;
  /** default False */
  isCausal?: boolean;
  /** default None */
  scale?: number | null;
}
export interface AttentionWeightsOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 1 */
  scale?: number;
  /** default False */
  isCausal?: boolean;
}
export interface SelfAttentionOptions {
  /** default None */
  attnMask?: Tensor | null;
  /** default 0 */
  dropoutP?: number;
  /** default False */
  isCausal?: boolean;
}
export interface PackPaddedSequenceOptions {
  /** default False */
  batchFirst?: boolean;
}
export interface PadPackedSequenceOptions {
  /** default False */
  batchFirst?: boolean;
  /** default 0 */
  paddingValue?: number;
  /** default None */
  totalLength?: number | null;
}
export interface PadSequenceOptions {
  /** default False */
  batchFirst?: boolean;
  /** default 0 */
  paddingValue?: number;
}
export interface RoundOptions {
  /** default 0 */
  decimals?: number;
}
export interface LogitOptions {
  /** default None */
  eps?: number | null;
}
export interface NanToNumOptions {
  /** default 0 */
  nan?: number;
  /** default None */
  posinf?: number | null;
  /** default None */
  neginf?: number | null;
}
export interface AddcmulOptions {
  /** default 1 */
  value?: number;
}
export interface AddcdivOptions {
  /** default 1 */
  value?: number;
}
export interface ProdDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface StdOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
export interface VarMeanOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
export interface StdMeanOptions {
  /** default [] */
  dim?: Ints;
  /** default 1 */
  correction?: number;
  /** default False */
  keepdim?: boolean;
}
export interface NormOptions {
  /** default 2 */
  p?: number;
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface NormFroOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface LinalgVectorNormOptions {
  /** default 2 */
  ord?: number;
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface DistOptions {
  /** default 2 */
  p?: number;
}
export interface CdistOptions {
  /** default 2 */
  p?: number;
  /** default None */
  computeMode?: string | null;
}
export interface NansumOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface NanmeanOptions {
  /** default [] */
  dim?: Ints;
  /** default False */
  keepdim?: boolean;
}
export interface CountNonzeroOptions {
  /** default [] */
  dim?: Ints;
}
export interface AllDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface AnyDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface AminmaxOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
}
export interface DiffOptions {
  /** default 1 */
  n?: number;
  /** default -1 */
  dim?: number;
  /** default None */
  prepend?: Tensor | null;
  /** default None */
  append?: Tensor | null;
}
export interface SortOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  descending?: boolean;
  /** default False */
  stable?: boolean;
}
export interface ArgsortOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  descending?: boolean;
}
export interface TopkOptions {
  /** default -1 */
  dim?: number;
  /** default True */
  largest?: boolean;
  /** default True */
  sorted?: boolean;
}
export interface KthvalueOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  keepdim?: boolean;
}
export interface MedianDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface NanmedianDimOptions {
  /** default False */
  keepdim?: boolean;
}
export interface ModeOptions {
  /** default -1 */
  dim?: number;
  /** default False */
  keepdim?: boolean;
}
export interface QuantileOptions {
  /** default None */
  dim?: number | null;
  /** default False */
  keepdim?: boolean;
  /** default 'linear' */
  interpolation?: string;
}
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
export interface UniqueConsecutiveOptions {
  /** default False */
  returnInverse?: boolean;
  /** default False */
  returnCounts?: boolean;
  /** default None */
  dim?: number | null;
}
export interface BincountOptions {
  /** default None */
  weights?: Tensor | null;
  /** default 0 */
  minlength?: number;
}
export interface HistcOptions {
  /** default 100 */
  bins?: number;
  /** default 0 */
  min?: number;
  /** default 0 */
  max?: number;
}
export interface SearchsortedOptions {
  /** default False */
  outInt32?: boolean;
  /** default False */
  right?: boolean;
  /** default None */
  side?: string | null;
}
export interface BucketizeOptions {
  /** default False */
  outInt32?: boolean;
  /** default False */
  right?: boolean;
}
export interface AddmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface AddmvOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface AddrOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface BaddbmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface AddbmmOptions {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface CrossOptions {
  /** default None */
  dim?: number | null;
}
export interface LinalgCrossOptions {
  /** default -1 */
  dim?: number;
}
export interface DiagonalOptions {
  /** default 0 */
  offset?: number;
  /** default 0 */
  dim1?: number;
  /** default 1 */
  dim2?: number;
}
export interface DiagEmbedOptions {
  /** default 0 */
  offset?: number;
  /** default -2 */
  dim1?: number;
  /** default -1 */
  dim2?: number;
}
export interface DiagOptions {
  /** default 0 */
  diagonal?: number;
}
export interface ScatterOptions {
  /** default '' */
  reduce?: string;
}
export interface ScatterReduceOptions {
  /** default True */
  includeSelf?: boolean;
}
export interface IndexPutOptions {
  /** default False */
  accumulate?: boolean;
}
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
export interface TakeAlongDimOptions {
  /** default None */
  dim?: number | null;
}
export interface TrilOptions {
  /** default 0 */
  diagonal?: number;
}
export interface TriuOptions {
  /** default 0 */
  diagonal?: number;
}
export interface RollOptions {
  /** default [] */
  dims?: Ints;
}
export interface Rot90Options {
  /** default 1 */
  k?: number;
  /** default [0,1] */
  dims?: Ints;
}
export interface RepeatInterleaveOptions {
  /** default None */
  dim?: number | null;
}
export interface ChunkOptions {
  /** default 0 */
  dim?: number;
}
export interface UnbindOptions {
  /** default 0 */
  dim?: number;
}
export interface TensorSplitOptions {
  /** default 0 */
  dim?: number;
}
export interface TensorSplitIndicesOptions {
  /** default 0 */
  dim?: number;
}
export interface MeshgridOptions {
  /** default 'ij' */
  indexing?: string;
}
export interface CombinationsOptions {
  /** default 2 */
  r?: number;
  /** default False */
  withReplacement?: boolean;
}
export interface LinspaceOptions {
  /** default 'float32' */
  dtype?: DType;
}
export interface LogspaceOptions {
  /** default 10 */
  base?: number;
  /** default 'float32' */
  dtype?: DType;
}
export interface EyeOptions {
  /** default None */
  m?: number | null;
  /** default 'float32' */
  dtype?: DType;
}
export interface FullLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface ZerosLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface OnesLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface EmptyLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface TrilIndicesOptions {
  /** default 0 */
  offset?: number;
}
export interface TriuIndicesOptions {
  /** default 0 */
  offset?: number;
}
export interface RandLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface RandnLikeOptions {
  /** default None */
  dtype?: DType;
}
export interface RandintLikeOptions {
  /** default None */
  high?: number | null;
}
export interface BernoulliOptions {
  /** default None */
  p?: number | null;
}
export interface MultinomialOptions {
  /** default False */
  replacement?: boolean;
}
export interface NormalOptions {
  /** default 1 */
  std?: Tensor | number;
  /** default [] */
  size?: Ints;
}
export interface Uniform_Options {
  /** default 0 */
  from?: number;
  /** default 1 */
  to?: number;
}
export interface Normal_Options {
  /** default 0 */
  mean?: number;
  /** default 1 */
  std?: number;
}
export interface Exponential_Options {
  /** default 1 */
  lambd?: number;
}
export interface Bernoulli_Options {
  /** default 0.5 */
  p?: Tensor | number;
}
export interface Random_Options {
  /** default 0 */
  from?: number;
  /** default None */
  to?: number | null;
}
export interface Conv1dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface Conv1dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface Conv3dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface Conv3dPaddingOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 'valid' */
  padding?: string;
  /** default 1 */
  dilation?: Ints;
  /** default 1 */
  groups?: number;
}
export interface ConvTranspose1dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
export interface ConvTranspose2dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
export interface ConvTranspose3dOptions {
  /** default None */
  bias?: Tensor | null;
  /** default 1 */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 0 */
  outputPadding?: Ints;
  /** default 1 */
  groups?: number;
  /** default 1 */
  dilation?: Ints;
}
export interface Im2colOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
export interface Col2imOptions {
  /** default 1 */
  dilation?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  stride?: Ints;
}
export interface MaxPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface MaxPool3dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface MaxPool1dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface MaxPool2dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface MaxPool3dWithIndicesOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default 1 */
  dilation?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface MaxUnpool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
export interface MaxUnpool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
export interface MaxUnpool3dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default [] */
  outputSize?: Ints;
}
export interface AvgPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default False */
  ceilMode?: boolean;
  /** default True */
  countIncludePad?: boolean;
}
export interface AvgPool3dOptions {
  /** default [] */
  stride?: Ints;
  /** default 0 */
  padding?: Ints;
  /** default False */
  ceilMode?: boolean;
  /** default True */
  countIncludePad?: boolean;
  /** default None */
  divisorOverride?: number | null;
}
export interface LpPool1dOptions {
  /** default [] */
  stride?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface LpPool2dOptions {
  /** default [] */
  stride?: Ints;
  /** default False */
  ceilMode?: boolean;
}
export interface GroupNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default 1e-05 */
  eps?: number;
}
export interface InstanceNormOptions {
  /** default None */
  runningMean?: Tensor | null;
  /** default None */
  runningVar?: Tensor | null;
  /** default None */
  weight?: Tensor | null;
  /** default None */
  bias?: Tensor | null;
  /** default True */
  useInputStats?: boolean;
  /** default 0.1 */
  momentum?: number;
  /** default 1e-05 */
  eps?: number;
}
export interface RmsNormOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  eps?: number | null;
}
export interface LocalResponseNormOptions {
  /** default 0.0001 */
  alpha?: number;
  /** default 0.75 */
  beta?: number;
  /** default 1 */
  k?: number;
}
export interface InterpolateOptions {
  /** default [] */
  size?: Ints;
  /** default [] */
  scaleFactor?: number | readonly number[];
  /** default 'nearest' */
  mode?: string;
  /** default False */
  alignCorners?: boolean;
}
export interface GridSampleOptions {
  /** default 'bilinear' */
  mode?: string;
  /** default 'zeros' */
  paddingMode?: string;
  /** default False */
  alignCorners?: boolean;
}
export interface AffineGridOptions {
  /** default False */
  alignCorners?: boolean;
}
export interface ConstantPadNdOptions {
  /** default 0 */
  value?: number;
}
export interface CosineSimilarityOptions {
  /** default 1 */
  dim?: number;
  /** default 1e-08 */
  eps?: number;
}
export interface PairwiseDistanceOptions {
  /** default 2 */
  p?: number;
  /** default 1e-06 */
  eps?: number;
  /** default False */
  keepdim?: boolean;
}
export interface NormalizeOptions {
  /** default 2 */
  p?: number;
  /** default 1 */
  dim?: Ints;
  /** default 1e-12 */
  eps?: number;
}
export interface BilinearOptions {
  /** default None */
  bias?: Tensor | null;
}
export interface HardtanhOptions {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
export interface HardshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export interface SoftshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export interface CeluOptions {
  /** default 1 */
  alpha?: number;
}
export interface GluOptions {
  /** default -1 */
  dim?: number;
}
export interface RreluOptions {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
  /** default False */
  training?: boolean;
}
export interface Dropout1dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface Dropout2dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface Dropout3dOptions {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface AlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
export interface FeatureAlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
export interface EmbeddingOptions {
  /** default None */
  paddingIdx?: number | null;
  /** default None */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default False */
  scaleGradByFreq?: boolean;
  /** default False */
  sparse?: boolean;
}
export interface EmbeddingBagOptions {
  /** default None */
  offsets?: Tensor | null;
  /** default None */
  maxNorm?: number | null;
  /** default 2 */
  normType?: number;
  /** default False */
  scaleGradByFreq?: boolean;
  /** default 'mean' */
  mode?: string;
  /** default False */
  sparse?: boolean;
  /** default None */
  perSampleWeights?: Tensor | null;
  /** default False */
  includeLastOffset?: boolean;
  /** default None */
  paddingIdx?: number | null;
}
export interface BinaryCrossEntropyOptions {
  /** default None */
  weight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface HuberLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 1 */
  delta?: number;
}
export interface KlDivOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default False */
  logTarget?: boolean;
}
export interface PoissonNllLossOptions {
  /** default True */
  logInput?: boolean;
  /** default False */
  full?: boolean;
  /** default 1e-08 */
  eps?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface GaussianNllLossOptions {
  /** default False */
  full?: boolean;
  /** default 1e-06 */
  eps?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface HingeEmbeddingLossOptions {
  /** default 1 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface SoftMarginLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MarginRankingLossOptions {
  /** default 0 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface CosineEmbeddingLossOptions {
  /** default 0 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface TripletMarginLossOptions {
  /** default 1 */
  margin?: number;
  /** default 2 */
  p?: number;
  /** default 1e-06 */
  eps?: number;
  /** default False */
  swap?: boolean;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MultiMarginLossOptions {
  /** default 1 */
  p?: number;
  /** default 1 */
  margin?: number;
  /** default None */
  weight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MultilabelMarginLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface MultilabelSoftMarginLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface CtcLossOptions {
  /** default 0 */
  blank?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default False */
  zeroInfinity?: boolean;
}
export interface SigmoidFocalLossOptions {
  /** default 0.25 */
  alpha?: number;
  /** default 2 */
  gamma?: number;
  /** default 'none' */
  reduction?: "mean" | "sum" | "none";
}
export interface FocalLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default 2 */
  gamma?: number;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface DiceLossOptions {
  /** default 1 */
  smooth?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface SoftF1LossOptions {
  /** default 1e-07 */
  eps?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
export interface Add_Options {
  /** default 1 */
  alpha?: number;
}
export interface Addbmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface Addcdiv_Options {
  /** default 1 */
  value?: number;
}
export interface Addcmul_Options {
  /** default 1 */
  value?: number;
}
export interface Addmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface Addmv_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface Addr_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface AlphaDropout_Options {
  /** default 0.5 */
  p?: number;
  /** default False */
  training?: boolean;
}
export interface Baddbmm_Options {
  /** default 1 */
  beta?: number;
  /** default 1 */
  alpha?: number;
}
export interface Celu_Options {
  /** default 1 */
  alpha?: number;
}
export interface Clamp_Options {
  /** default None */
  min?: number | null;
  /** default None */
  max?: number | null;
}
export interface Div_Options {
  /** default None */
  roundingMode?: string | null;
}
export interface Dropout_Options {
  /** default 0.5 */
  p?: number;
  /** default True */
  training?: boolean;
}
export interface Elu_Options {
  /** default 1 */
  alpha?: number;
}
export interface Gelu_Options {
  /** default 'none' */
  approximate?: "none" | "tanh";
}
export interface Hardtanh_Options {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
export interface IndexAdd_Options {
  /** default 1 */
  alpha?: number;
}
export interface IndexPut_Options {
  /** default False */
  accumulate?: boolean;
}
export interface LeakyRelu_Options {
  /** default 0.01 */
  negativeSlope?: number;
}
export interface Logit_Options {
  /** default None */
  eps?: number | null;
}
export interface NanToNum_Options {
  /** default 0 */
  nan?: number;
  /** default None */
  posinf?: number | null;
  /** default None */
  neginf?: number | null;
}
export interface Round_Options {
  /** default 0 */
  decimals?: number;
}
export interface Rrelu_Options {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
  /** default False */
  training?: boolean;
}
export interface Scatter_Options {
  /** default '' */
  reduce?: string;
}
export interface ScatterReduce_Options {
  /** default True */
  includeSelf?: boolean;
}
export interface Sub_Options {
  /** default 1 */
  alpha?: number;
}
export interface Tril_Options {
  /** default 0 */
  diagonal?: number;
}
export interface Triu_Options {
  /** default 0 */
  diagonal?: number;
}
