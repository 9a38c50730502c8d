// Made by tools/gen_ops.mjs from the op registry; not to be edited.

/** One integer or a list of them. */
export type Ints = number | readonly number[];

export type {
  AddOptions, SubOptions, DivOptions, ClampOptions, Clamp_TensorOptions, AddcmulOptions, AddcdivOptions, Add_Options,
  Addcdiv_Options, Addcmul_Options, Clamp_Options, Div_Options, Sub_Options,
} from "./ops/arithmetic.js";
export type {
  RoundOptions, LogitOptions, NanToNumOptions, Logit_Options, NanToNum_Options, Round_Options,
} from "./ops/math.js";
export type {
  LeakyReluOptions, EluOptions, GeluOptions, SoftplusOptions, HardtanhOptions, HardshrinkOptions, SoftshrinkOptions,
  CeluOptions, GluOptions, RreluOptions, Celu_Options, Elu_Options, Gelu_Options, Hardtanh_Options, LeakyRelu_Options,
  Rrelu_Options,
} from "./ops/activation.js";
export type {
  SumOptions, MeanOptions, VarOptions, MaxDimOptions, MinDimOptions, AmaxOptions, AminOptions, ArgmaxOptions,
  ArgminOptions, LogsumexpOptions, ProdDimOptions, StdOptions, VarMeanOptions, StdMeanOptions, NormOptions,
  NormFroOptions, LinalgVectorNormOptions, NansumOptions, NanmeanOptions, CountNonzeroOptions, AllDimOptions,
  AnyDimOptions, AminmaxOptions,
} from "./ops/reduce.js";
export type {
  LinearOptions, AddmmOptions, AddmvOptions, AddrOptions, BaddbmmOptions, AddbmmOptions, CrossOptions,
  LinalgCrossOptions, DiagonalOptions, DiagEmbedOptions, DiagOptions, BilinearOptions, Addbmm_Options, Addmm_Options,
  Addmv_Options, Addr_Options, Baddbmm_Options,
} from "./ops/products.js";
export type {
  Conv2dOptions, Conv2dPaddingOptions, Conv1dOptions, Conv1dPaddingOptions, Conv3dOptions, Conv3dPaddingOptions,
  ConvTranspose1dOptions, ConvTranspose2dOptions, ConvTranspose3dOptions, Im2colOptions, Col2imOptions,
} from "./ops/conv.js";
export type {
  MaxPool2dOptions, AvgPool2dOptions, MaxPool1dOptions, MaxPool3dOptions, MaxPool1dWithIndicesOptions,
  MaxPool2dWithIndicesOptions, MaxPool3dWithIndicesOptions, MaxUnpool1dOptions, MaxUnpool2dOptions,
  MaxUnpool3dOptions, AvgPool1dOptions, AvgPool3dOptions, LpPool1dOptions, LpPool2dOptions,
} from "./ops/pool.js";
export type {
  BatchNormOptions, LayerNormOptions, GroupNormOptions, InstanceNormOptions, RmsNormOptions, LocalResponseNormOptions,
} from "./ops/norm.js";
export type {
  DropoutOptions, Dropout1dOptions, Dropout2dOptions, Dropout3dOptions, AlphaDropoutOptions,
  FeatureAlphaDropoutOptions, AlphaDropout_Options, Dropout_Options,
} from "./ops/dropout.js";
export type {
  IndexAddOptions, OneHotOptions, ScatterOptions, ScatterReduceOptions, IndexPutOptions, SliceScatterOptions,
  TakeAlongDimOptions, IndexAdd_Options, IndexPut_Options, Scatter_Options, ScatterReduce_Options,
} from "./ops/indexing.js";
export type {
  CatOptions, StackOptions, SplitOptions, SplitSizesOptions, ChunkOptions, UnbindOptions, TensorSplitOptions,
  TensorSplitIndicesOptions, MeshgridOptions, CombinationsOptions,
} from "./ops/join.js";
export type {
  PadOptions, InterpolateOptions, GridSampleOptions, AffineGridOptions, ConstantPadNdOptions,
} from "./ops/resample.js";
export type {
  FlattenOptions, SliceOptions, TrilOptions, TriuOptions, RollOptions, Rot90Options, RepeatInterleaveOptions,
  Tril_Options, Triu_Options,
} from "./ops/shape.js";
export type {
  CrossEntropyOptions, NllLossOptions, BinaryCrossEntropyWithLogitsOptions, MseLossOptions, L1LossOptions,
  SmoothL1LossOptions, BinaryCrossEntropyOptions, HuberLossOptions, KlDivOptions, PoissonNllLossOptions,
  GaussianNllLossOptions, HingeEmbeddingLossOptions, SoftMarginLossOptions, MarginRankingLossOptions,
  CosineEmbeddingLossOptions, TripletMarginLossOptions, MultiMarginLossOptions, MultilabelMarginLossOptions,
  MultilabelSoftMarginLossOptions, CtcLossOptions, SigmoidFocalLossOptions, FocalLossOptions, DiceLossOptions,
  SoftF1LossOptions,
} from "./ops/loss.js";
export type {
  ZerosOptions, OnesOptions, FullOptions, ArangeOptions, LinspaceOptions, LogspaceOptions, EyeOptions,
  FullLikeOptions, ZerosLikeOptions, OnesLikeOptions, EmptyLikeOptions, TrilIndicesOptions, TriuIndicesOptions,
} from "./ops/create.js";
export type {
  RandOptions, RandnOptions, RandLikeOptions, RandnLikeOptions, RandintLikeOptions, BernoulliOptions,
  MultinomialOptions, NormalOptions, Uniform_Options, Normal_Options, Exponential_Options, Bernoulli_Options,
  Random_Options,
} from "./ops/random.js";
export type {
  ScaledDotProductAttentionOptions, AttentionWeightsOptions, SelfAttentionOptions,
} from "./ops/attention.js";
export type {
  RecurrentWalkOptions, LstmCellOptions, GruCellOptions, RnnTanhCellOptions, RnnReluCellOptions,
} from "./ops/recurrent.js";
export type {
  PackPaddedSequenceOptions, PadPackedSequenceOptions, PadSequenceOptions,
} from "./ops/sequence.js";
export type {
  DistOptions, CdistOptions, CosineSimilarityOptions, PairwiseDistanceOptions, NormalizeOptions,
} from "./ops/distance.js";
export type {
  DiffOptions,
} from "./ops/scan.js";
export type {
  SortOptions, ArgsortOptions, TopkOptions, KthvalueOptions, MedianDimOptions, NanmedianDimOptions, ModeOptions,
  QuantileOptions, UniqueOptions, UniqueConsecutiveOptions, BincountOptions, HistcOptions, SearchsortedOptions,
  BucketizeOptions,
} from "./ops/order.js";
export type {
  EmbeddingOptions, EmbeddingBagOptions,
} from "./ops/embedding.js";
