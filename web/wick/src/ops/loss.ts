// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

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
/** `cross_entropy(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean', float label_smoothing=0) -> Tensor` */
export const crossEntropy = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | CrossEntropyOptions, ignoreIndex?: number | CrossEntropyOptions, reduction?: "mean" | "sum" | "none" | CrossEntropyOptions, labelSmoothing?: number | CrossEntropyOptions) => Tensor>("cross_entropy");
export interface NllLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default -100 */
  ignoreIndex?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `nll_loss(Tensor input, Tensor target, Tensor? weight=None, int ignore_index=-100, str reduction='mean') -> Tensor` */
export const nllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | NllLossOptions, ignoreIndex?: number | NllLossOptions, reduction?: "mean" | "sum" | "none" | NllLossOptions) => Tensor>("nll_loss");
export interface BinaryCrossEntropyWithLogitsOptions {
  /** default None */
  weight?: Tensor | null;
  /** default None */
  posWeight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, str reduction='mean') -> Tensor` */
export const binaryCrossEntropyWithLogits = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, posWeight?: Tensor | null | BinaryCrossEntropyWithLogitsOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyWithLogitsOptions) => Tensor>("binary_cross_entropy_with_logits");
export interface MseLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `mse_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const mseLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MseLossOptions) => Tensor>("mse_loss");
export interface L1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `l1_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const l1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | L1LossOptions) => Tensor>("l1_loss");
export interface SmoothL1LossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 1 */
  beta?: number;
}
/** `smooth_l1_loss(Tensor input, Tensor target, str reduction='mean', float beta=1) -> Tensor` */
export const smoothL1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SmoothL1LossOptions, beta?: number | SmoothL1LossOptions) => Tensor>("smooth_l1_loss");
export interface BinaryCrossEntropyOptions {
  /** default None */
  weight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const binaryCrossEntropy = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | BinaryCrossEntropyOptions, reduction?: "mean" | "sum" | "none" | BinaryCrossEntropyOptions) => Tensor>("binary_cross_entropy");
export interface HuberLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default 1 */
  delta?: number;
}
/** `huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1) -> Tensor` */
export const huberLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | HuberLossOptions, delta?: number | HuberLossOptions) => Tensor>("huber_loss");
export interface KlDivOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default False */
  logTarget?: boolean;
}
/** `kl_div(Tensor input, Tensor target, str reduction='mean', bool log_target=False) -> Tensor` */
export const klDiv = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | KlDivOptions, logTarget?: boolean | KlDivOptions) => Tensor>("kl_div");
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
/** `poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, float eps=1e-08, str reduction='mean') -> Tensor` */
export const poissonNllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, logInput?: boolean | PoissonNllLossOptions, full?: boolean | PoissonNllLossOptions, eps?: number | PoissonNllLossOptions, reduction?: "mean" | "sum" | "none" | PoissonNllLossOptions) => Tensor>("poisson_nll_loss");
export interface GaussianNllLossOptions {
  /** default False */
  full?: boolean;
  /** default 1e-06 */
  eps?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor` */
export const gaussianNllLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, var_: Tensor, full?: boolean | GaussianNllLossOptions, eps?: number | GaussianNllLossOptions, reduction?: "mean" | "sum" | "none" | GaussianNllLossOptions) => Tensor>("gaussian_nll_loss");
export interface HingeEmbeddingLossOptions {
  /** default 1 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `hinge_embedding_loss(Tensor input, Tensor target, float margin=1, str reduction='mean') -> Tensor` */
export const hingeEmbeddingLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, margin?: number | HingeEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | HingeEmbeddingLossOptions) => Tensor>("hinge_embedding_loss");
export interface SoftMarginLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `soft_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const softMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | SoftMarginLossOptions) => Tensor>("soft_margin_loss");
export interface MarginRankingLossOptions {
  /** default 0 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export const marginRankingLoss = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | MarginRankingLossOptions, reduction?: "mean" | "sum" | "none" | MarginRankingLossOptions) => Tensor>("margin_ranking_loss");
export interface CosineEmbeddingLossOptions {
  /** default 0 */
  margin?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, str reduction='mean') -> Tensor` */
export const cosineEmbeddingLoss = /* @__PURE__ */ op<(input1: Tensor, input2: Tensor, target: Tensor, margin?: number | CosineEmbeddingLossOptions, reduction?: "mean" | "sum" | "none" | CosineEmbeddingLossOptions) => Tensor>("cosine_embedding_loss");
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
/** `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1, float p=2, float eps=1e-06, bool swap=False, str reduction='mean') -> Tensor` */
export const tripletMarginLoss = /* @__PURE__ */ op<(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number | TripletMarginLossOptions, p?: number | TripletMarginLossOptions, eps?: number | TripletMarginLossOptions, swap?: boolean | TripletMarginLossOptions, reduction?: "mean" | "sum" | "none" | TripletMarginLossOptions) => Tensor>("triplet_margin_loss");
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
/** `multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const multiMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, p?: number | MultiMarginLossOptions, margin?: number | MultiMarginLossOptions, weight?: Tensor | null | MultiMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultiMarginLossOptions) => Tensor>("multi_margin_loss");
export interface MultilabelMarginLossOptions {
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `multilabel_margin_loss(Tensor input, Tensor target, str reduction='mean') -> Tensor` */
export const multilabelMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, reduction?: "mean" | "sum" | "none" | MultilabelMarginLossOptions) => Tensor>("multilabel_margin_loss");
export interface MultilabelSoftMarginLossOptions {
  /** default None */
  weight?: Tensor | null;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, str reduction='mean') -> Tensor` */
export const multilabelSoftMarginLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | MultilabelSoftMarginLossOptions, reduction?: "mean" | "sum" | "none" | MultilabelSoftMarginLossOptions) => Tensor>("multilabel_soft_margin_loss");
export interface CtcLossOptions {
  /** default 0 */
  blank?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
  /** default False */
  zeroInfinity?: boolean;
}
/** `ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, str reduction='mean', bool zero_infinity=False) -> Tensor` */
export const ctcLoss = /* @__PURE__ */ op<(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: number | CtcLossOptions, reduction?: "mean" | "sum" | "none" | CtcLossOptions, zeroInfinity?: boolean | CtcLossOptions) => Tensor>("ctc_loss");
export interface SigmoidFocalLossOptions {
  /** default 0.25 */
  alpha?: number;
  /** default 2 */
  gamma?: number;
  /** default 'none' */
  reduction?: "mean" | "sum" | "none";
}
/** `sigmoid_focal_loss(Tensor inputs, Tensor targets, float alpha=0.25, float gamma=2, str reduction='none') -> Tensor` */
export const sigmoidFocalLoss = /* @__PURE__ */ op<(inputs: Tensor, targets: Tensor, alpha?: number | SigmoidFocalLossOptions, gamma?: number | SigmoidFocalLossOptions, reduction?: "mean" | "sum" | "none" | SigmoidFocalLossOptions) => Tensor>("sigmoid_focal_loss");
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
/** `focal_loss(Tensor input, Tensor target, Tensor? weight=None, float gamma=2, int ignore_index=-100, str reduction='mean') -> Tensor` */
export const focalLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, weight?: Tensor | null | FocalLossOptions, gamma?: number | FocalLossOptions, ignoreIndex?: number | FocalLossOptions, reduction?: "mean" | "sum" | "none" | FocalLossOptions) => Tensor>("focal_loss");
export interface DiceLossOptions {
  /** default 1 */
  smooth?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `dice_loss(Tensor input, Tensor target, float smooth=1, str reduction='mean') -> Tensor` */
export const diceLoss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, smooth?: number | DiceLossOptions, reduction?: "mean" | "sum" | "none" | DiceLossOptions) => Tensor>("dice_loss");
export interface SoftF1LossOptions {
  /** default 1e-07 */
  eps?: number;
  /** default 'mean' */
  reduction?: "mean" | "sum" | "none";
}
/** `soft_f1_loss(Tensor input, Tensor target, float eps=1e-07, str reduction='mean') -> Tensor` */
export const softF1Loss = /* @__PURE__ */ op<(input: Tensor, target: Tensor, eps?: number | SoftF1LossOptions, reduction?: "mean" | "sum" | "none" | SoftF1LossOptions) => Tensor>("soft_f1_loss");
