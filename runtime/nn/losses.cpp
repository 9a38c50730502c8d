#include "wick/nn/losses.h"

#include "wick/ops.h"

namespace wick::nn {

namespace {
void check_reduction(const char* loss, const std::string& r) {
  check(r == "mean" || r == "sum" || r == "none", ErrorKind::value, "[{}] reduction is \"{}\"; need \"mean\", \"sum\" or \"none\".", loss, r);
}
}  // namespace

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

}  // namespace wick::nn
