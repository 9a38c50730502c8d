// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import type {
  CrossEntropyOptions,
  NllLossOptions,
  FocalLossOptions,
  DiceLossOptions,
  SoftF1LossOptions,
  MultiMarginLossOptions,
  BinaryCrossEntropyOptions,
  BinaryCrossEntropyWithLogitsOptions,
  SigmoidFocalLossOptions,
  MseLossOptions,
  L1LossOptions,
  SmoothL1LossOptions,
  HuberLossOptions,
  PoissonNllLossOptions,
  HingeEmbeddingLossOptions,
  SoftMarginLossOptions,
  KlDivOptions,
  GaussianNllLossOptions,
  MarginRankingLossOptions,
  CosineEmbeddingLossOptions,
  TripletMarginLossOptions,
  MultilabelMarginLossOptions,
  MultilabelSoftMarginLossOptions,
  CtcLossOptions,
} from "./op-options.js";
import * as F from "./ops.js";
import type { Tensor } from "./tensor.js";

export type Reduction = "mean" | "sum" | "none";
/** The loss of its inputs, in the order of PyTorch's forward. */
export interface Loss {
  forward(...inputs: Tensor[]): Tensor;
}
export class CrossEntropyLoss implements Loss {
  constructor(readonly options: CrossEntropyOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.crossEntropy(input, target, this.options);
}
export class NLLLoss implements Loss {
  constructor(readonly options: NllLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.nllLoss(input, target, this.options);
}
export class FocalLoss implements Loss {
  constructor(readonly options: FocalLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.focalLoss(input, target, this.options);
}
export class DiceLoss implements Loss {
  constructor(readonly options: DiceLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.diceLoss(input, target, this.options);
}
export class SoftF1Loss implements Loss {
  constructor(readonly options: SoftF1LossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.softF1Loss(input, target, this.options);
}
export class MultiMarginLoss implements Loss {
  constructor(readonly options: MultiMarginLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.multiMarginLoss(input, target, this.options);
}
export class BCELoss implements Loss {
  constructor(readonly options: BinaryCrossEntropyOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.binaryCrossEntropy(input, target, this.options);
}
export class BCEWithLogitsLoss implements Loss {
  constructor(readonly options: BinaryCrossEntropyWithLogitsOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.binaryCrossEntropyWithLogits(input, target, this.options);
}
export class SigmoidFocalLoss implements Loss {
  constructor(readonly options: SigmoidFocalLossOptions = {}) {}
  forward = (inputs: Tensor, targets: Tensor): Tensor => F.sigmoidFocalLoss(inputs, targets, this.options);
}
export class MSELoss implements Loss {
  constructor(readonly options: MseLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.mseLoss(input, target, this.options);
}
export class L1Loss implements Loss {
  constructor(readonly options: L1LossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.l1Loss(input, target, this.options);
}
export class SmoothL1Loss implements Loss {
  constructor(readonly options: SmoothL1LossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.smoothL1Loss(input, target, this.options);
}
export class HuberLoss implements Loss {
  constructor(readonly options: HuberLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.huberLoss(input, target, this.options);
}
export class PoissonNLLLoss implements Loss {
  constructor(readonly options: PoissonNllLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.poissonNllLoss(input, target, this.options);
}
export class HingeEmbeddingLoss implements Loss {
  constructor(readonly options: HingeEmbeddingLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.hingeEmbeddingLoss(input, target, this.options);
}
export class SoftMarginLoss implements Loss {
  constructor(readonly options: SoftMarginLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.softMarginLoss(input, target, this.options);
}
export class KLDivLoss implements Loss {
  constructor(readonly options: KlDivOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.klDiv(input, target, this.options);
}
export class GaussianNLLLoss implements Loss {
  constructor(readonly options: GaussianNllLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor, var_: Tensor): Tensor => F.gaussianNllLoss(input, target, var_, this.options);
}
export class MarginRankingLoss implements Loss {
  constructor(readonly options: MarginRankingLossOptions = {}) {}
  forward = (input1: Tensor, input2: Tensor, target: Tensor): Tensor => F.marginRankingLoss(input1, input2, target, this.options);
}
export class CosineEmbeddingLoss implements Loss {
  constructor(readonly options: CosineEmbeddingLossOptions = {}) {}
  forward = (input1: Tensor, input2: Tensor, target: Tensor): Tensor => F.cosineEmbeddingLoss(input1, input2, target, this.options);
}
export class TripletMarginLoss implements Loss {
  constructor(readonly options: TripletMarginLossOptions = {}) {}
  forward = (anchor: Tensor, positive: Tensor, negative: Tensor): Tensor => F.tripletMarginLoss(anchor, positive, negative, this.options);
}
export class MultiLabelMarginLoss implements Loss {
  constructor(readonly options: MultilabelMarginLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.multilabelMarginLoss(input, target, this.options);
}
export class MultiLabelSoftMarginLoss implements Loss {
  constructor(readonly options: MultilabelSoftMarginLossOptions = {}) {}
  forward = (input: Tensor, target: Tensor): Tensor => F.multilabelSoftMarginLoss(input, target, this.options);
}
export class CTCLoss implements Loss {
  constructor(readonly options: CtcLossOptions = {}) {}
  forward = (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor): Tensor => F.ctcLoss(logProbs, targets, inputLengths, targetLengths, this.options);
}
