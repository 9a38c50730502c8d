// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { call, first } from "./call.js";
import type {
  Ints, AddOptions, SubOptions, ClampOptions, LeakyReluOptions, EluOptions, GeluOptions, SoftplusOptions, SumOptions,
  MeanOptions, VarOptions, MaxDimOptions, MinDimOptions, AmaxOptions, AminOptions, ArgmaxOptions, ArgminOptions,
  LogsumexpOptions, LinearOptions, Conv2dOptions, MaxPool2dOptions, AvgPool2dOptions, BatchNormOptions,
  LayerNormOptions, DropoutOptions, EmbeddingOptions, CatOptions, StackOptions, SplitOptions, SplitSizesOptions,
  PadOptions, FlattenOptions, SliceOptions, CrossEntropyOptions, NllLossOptions, BinaryCrossEntropyWithLogitsOptions,
  MseLossOptions, L1LossOptions, SmoothL1LossOptions, ZerosOptions, OnesOptions, FullOptions, ArangeOptions,
  RandOptions, RandnOptions,
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
/** `div(Tensor self, Tensor other) -> Tensor` */
export function div(self: Tensor, other: Tensor | number): Tensor {
  return first(call("div", ["self","other"], [self, other]));
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
export function where(condition: Tensor, self: Tensor, other: Tensor | number): Tensor {
  return first(call("where", ["condition","self","other"], [condition, self, other]));
}
/** `clamp(Tensor self, float? min=None, float? max=None) -> Tensor` */
export function clamp(self: Tensor, min?: number | null | ClampOptions, max?: number | null | ClampOptions): Tensor {
  return first(call("clamp", ["self","min","max"], [self, min, max]));
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
export function max(self: Tensor, dim?: any, keepdim?: any): any {
  return dim !== undefined
    ? call("max.dim", ["self","dim","keepdim"], [self, dim, keepdim]) as [Tensor, Tensor]
    : first(call("max", ["self"], [self]));
}
/** `min(Tensor self) -> Tensor`
 * or `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
export function min(self: Tensor): Tensor;
export function min(self: Tensor, dim: number, keepdim?: boolean | MinDimOptions): [Tensor, Tensor];
export function min(self: Tensor, dim?: any, keepdim?: any): any {
  return dim !== undefined
    ? call("min.dim", ["self","dim","keepdim"], [self, dim, keepdim]) as [Tensor, Tensor]
    : first(call("min", ["self"], [self]));
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
/** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] dilation=1, int groups=1) -> Tensor` */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null | Conv2dOptions, stride?: Ints | Conv2dOptions, padding?: Ints | Conv2dOptions, dilation?: Ints | Conv2dOptions, groups?: number | Conv2dOptions): Tensor {
  return first(call("conv2d", ["input","weight","bias","stride","padding","dilation","groups"], [input, weight, bias, stride, padding, dilation, groups]));
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
/** `embedding(Tensor input, Tensor weight, int? padding_idx=None) -> Tensor` */
export function embedding(input: Tensor, weight: Tensor, paddingIdx?: number | null | EmbeddingOptions): Tensor {
  return first(call("embedding", ["input","weight","paddingIdx"], [input, weight, paddingIdx]));
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
/** `index_add(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export function indexAdd(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  return first(call("index_add", ["self","dim","index","source"], [self, dim, index, source]));
}
/** `one_hot(Tensor self, int num_classes) -> Tensor` */
export function oneHot(self: Tensor, numClasses: number): Tensor {
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
export function split(self: Tensor, splitSize?: any, dim?: any): any {
  return Array.isArray(splitSize)
    ? call("split.sizes", ["self","splitSizes","dim"], [self, splitSize, dim])
    : call("split", ["self","splitSize","dim"], [self, splitSize, dim]);
}
/** `pad(Tensor self, int[] pad, float value=0) -> Tensor` */
export function pad(self: Tensor, pad_: Ints, value?: number | PadOptions): Tensor {
  return first(call("pad", ["self","pad","value"], [self, pad_, value]));
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
export function squeeze(self: Tensor, dim?: any): any {
  return dim !== undefined
    ? first(call("squeeze.dim", ["self","dim"], [self, dim]))
    : first(call("squeeze", ["self"], [self]));
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
/** `arange(float start, float end, float step=1, str dtype='int64') -> Tensor` */
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
export { variance as var };
