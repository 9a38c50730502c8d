#include "wick/nn/losses.h"

#include "wick/ops.h"

namespace wick::nn {

namespace {
void check_reduction(const char* loss, const std::string& r) {
  check(r == "mean" || r == "sum" || r == "none", ErrorKind::value, "[{}] reduction is \"{}\"; need \"mean\", \"sum\" or \"none\".", loss, r);
}
}  // namespace

Tensor Loss::call(const TensorList& inputs) {
  check(static_cast<int>(inputs.size()) == n_inputs(), ErrorKind::value, "[{}] {} inputs; need {}.", type(), inputs.size(), n_inputs());
  return forward_all(inputs);
}

CrossEntropyLoss::CrossEntropyLoss(const CrossEntropyLossOptions& o) : options(o) {
  check_reduction(type(), o.reduction);
  check(o.label_smoothing >= 0 && o.label_smoothing <= 1, ErrorKind::value,
        "[CrossEntropyLoss] label_smoothing is {}; need 0 <= label_smoothing <= 1.", o.label_smoothing);
}
Tensor CrossEntropyLoss::forward(const Tensor& input, const Tensor& target) {
  return cross_entropy(input, target, options.weight, options.ignore_index, options.reduction, options.label_smoothing);
}

NLLLoss::NLLLoss(const NLLLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor NLLLoss::forward(const Tensor& input, const Tensor& target) {
  return nll_loss(input, target, options.weight, options.ignore_index, options.reduction);
}

BCEWithLogitsLoss::BCEWithLogitsLoss(const BCEWithLogitsLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor BCEWithLogitsLoss::forward(const Tensor& input, const Tensor& target) {
  return binary_cross_entropy_with_logits(input, target, options.weight, options.pos_weight, options.reduction);
}

MSELoss::MSELoss(const std::string& r) : reduction(r) { check_reduction(type(), r); }
Tensor MSELoss::forward(const Tensor& input, const Tensor& target) { return mse_loss(input, target, reduction); }

L1Loss::L1Loss(const std::string& r) : reduction(r) { check_reduction(type(), r); }
Tensor L1Loss::forward(const Tensor& input, const Tensor& target) { return l1_loss(input, target, reduction); }

SmoothL1Loss::SmoothL1Loss(const SmoothL1LossOptions& o) : options(o) {
  check_reduction(type(), o.reduction);
  check(o.beta >= 0, ErrorKind::value, "[SmoothL1Loss] beta is {}; need beta >= 0.", o.beta);
}
Tensor SmoothL1Loss::forward(const Tensor& input, const Tensor& target) {
  return smooth_l1_loss(input, target, options.reduction, options.beta);
}

BCELoss::BCELoss(const BCELossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor BCELoss::forward(const Tensor& input, const Tensor& target) { return binary_cross_entropy(input, target, options.weight, options.reduction); }

HuberLoss::HuberLoss(const HuberLossOptions& o) : options(o) {
  check_reduction(type(), o.reduction);
  check(o.delta > 0, ErrorKind::value, "[HuberLoss] delta is {}; need delta > 0.", o.delta);
}
Tensor HuberLoss::forward(const Tensor& input, const Tensor& target) { return huber_loss(input, target, options.reduction, options.delta); }

KLDivLoss::KLDivLoss(const KLDivLossOptions& o) : options(o) { if (o.reduction != "batchmean") check_reduction(type(), o.reduction); }
Tensor KLDivLoss::forward(const Tensor& input, const Tensor& target) { return kl_div(input, target, options.reduction, options.log_target); }

PoissonNLLLoss::PoissonNLLLoss(const PoissonNLLLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor PoissonNLLLoss::forward(const Tensor& input, const Tensor& target) {
  return poisson_nll_loss(input, target, options.log_input, options.full, options.eps, options.reduction);
}

GaussianNLLLoss::GaussianNLLLoss(const GaussianNLLLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor GaussianNLLLoss::forward_all(const TensorList& inputs) {
  return gaussian_nll_loss(inputs[0], inputs[1], inputs[2], options.full, options.eps, options.reduction);
}

HingeEmbeddingLoss::HingeEmbeddingLoss(const HingeEmbeddingLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor HingeEmbeddingLoss::forward(const Tensor& input, const Tensor& target) {
  return hinge_embedding_loss(input, target, options.margin, options.reduction);
}

SoftMarginLoss::SoftMarginLoss(const std::string& r) : reduction(r) { check_reduction(type(), r); }
Tensor SoftMarginLoss::forward(const Tensor& input, const Tensor& target) { return soft_margin_loss(input, target, reduction); }

MarginRankingLoss::MarginRankingLoss(const MarginRankingLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor MarginRankingLoss::forward_all(const TensorList& inputs) {
  return margin_ranking_loss(inputs[0], inputs[1], inputs[2], options.margin, options.reduction);
}

CosineEmbeddingLoss::CosineEmbeddingLoss(const CosineEmbeddingLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor CosineEmbeddingLoss::forward_all(const TensorList& inputs) {
  return cosine_embedding_loss(inputs[0], inputs[1], inputs[2], options.margin, options.reduction);
}

TripletMarginWithDistanceLoss::TripletMarginWithDistanceLoss(const TripletMarginWithDistanceLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor TripletMarginWithDistanceLoss::forward_all(const TensorList& inputs) {
  const auto apart = [&](const Tensor& a, const Tensor& b) { return options.distance_function ? options.distance_function(a, b) : pairwise_distance(a, b); };
  const Tensor &anchor = inputs[0], &positive = inputs[1], &negative = inputs[2];
  const Tensor near = apart(anchor, positive);
  Tensor far = apart(anchor, negative);
  if (options.swap) far = minimum(far, apart(positive, negative));
  check(near.shape() == far.shape(), ErrorKind::shape, "[{}] distance_function gives {} for the positive and {} for the negative pairs; need one shape.", type(), near, far);
  const Tensor loss = clamp(near - far + options.margin, 0.0);
  return options.reduction == "none" ? loss : options.reduction == "sum" ? loss.sum() : loss.mean();
}

TripletMarginLoss::TripletMarginLoss(const TripletMarginLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor TripletMarginLoss::forward_all(const TensorList& inputs) {
  return triplet_margin_loss(inputs[0], inputs[1], inputs[2], options.margin, options.p, options.eps, options.swap, options.reduction);
}

MultiMarginLoss::MultiMarginLoss(const MultiMarginLossOptions& o) : options(o) {
  check_reduction(type(), o.reduction);
  check(o.p == 1 || o.p == 2, ErrorKind::value, "[MultiMarginLoss] only p == 1 and p == 2 supported; p is {}.", o.p);
}
Tensor MultiMarginLoss::forward(const Tensor& input, const Tensor& target) {
  return multi_margin_loss(input, target, options.p, options.margin, options.weight, options.reduction);
}

MultiLabelMarginLoss::MultiLabelMarginLoss(const std::string& r) : reduction(r) { check_reduction(type(), r); }
Tensor MultiLabelMarginLoss::forward(const Tensor& input, const Tensor& target) { return multilabel_margin_loss(input, target, reduction); }

MultiLabelSoftMarginLoss::MultiLabelSoftMarginLoss(const MultiLabelSoftMarginLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor MultiLabelSoftMarginLoss::forward(const Tensor& input, const Tensor& target) {
  return multilabel_soft_margin_loss(input, target, options.weight, options.reduction);
}

CTCLoss::CTCLoss(const CTCLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor CTCLoss::forward_all(const TensorList& inputs) {
  return ctc_loss(inputs[0], inputs[1], inputs[2], inputs[3], options.blank, options.reduction, options.zero_infinity);
}

SigmoidFocalLoss::SigmoidFocalLoss(const SigmoidFocalLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor SigmoidFocalLoss::forward(const Tensor& input, const Tensor& target) {
  return sigmoid_focal_loss(input, target, options.alpha, options.gamma, options.reduction);
}

FocalLoss::FocalLoss(const FocalLossOptions& o) : options(o) {
  check_reduction(type(), o.reduction);
  check(o.gamma >= 0, ErrorKind::value, "[FocalLoss] gamma is {}; need gamma >= 0.", o.gamma);
}
Tensor FocalLoss::forward(const Tensor& input, const Tensor& target) {
  return focal_loss(input, target, options.weight, options.gamma, options.ignore_index, options.reduction);
}

DiceLoss::DiceLoss(const DiceLossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor DiceLoss::forward(const Tensor& input, const Tensor& target) { return dice_loss(input, target, options.smooth, options.reduction); }

SoftF1Loss::SoftF1Loss(const SoftF1LossOptions& o) : options(o) { check_reduction(type(), o.reduction); }
Tensor SoftF1Loss::forward(const Tensor& input, const Tensor& target) { return soft_f1_loss(input, target, options.eps, options.reduction); }

}  // namespace wick::nn
