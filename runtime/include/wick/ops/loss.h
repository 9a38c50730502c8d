#pragma once
// The losses of torch.nn.functional beside those in wick/ops.h, torchvision's focal loss, and three that neither has. Unless
// said otherwise x and target are f32 or f64 and broadcast; reduction is "mean", "sum" or "none"; a mean is over all elements
// of the unreduced loss; another reduction or a value outside its limits throws ErrorKind::value, a wrong shape ErrorKind::shape.

#include <string_view>

#include "wick/tensor.h"

namespace wick {

/// -weight (target log x + (1 - target) log(1 - x)), each logarithm at least -100. x in [0, 1], of target's shape; weight
/// broadcasts with it.
Tensor binary_cross_entropy(const Tensor& x, const Tensor& target, const Tensor& weight = {}, std::string_view reduction = "mean");
Tensor huber_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean", double delta = 1);  ///< delta > 0
/// target (log target - x), x being log-probabilities; log_target: so is target. reduction also "batchmean": the sum divided by
/// the first size, which is the divergence itself.
Tensor kl_div(const Tensor& x, const Tensor& target, std::string_view reduction = "mean", bool log_target = false);
/// exp(x) - target x; not log_input: x - target log(x + eps). full adds Stirling's term for targets above 1.
Tensor poisson_nll_loss(const Tensor& x, const Tensor& target, bool log_input = true, bool full = false, double eps = 1e-8,
                        std::string_view reduction = "mean");
/// (log v + (x - target)^2 / v) / 2, v = max(var, eps); full adds log(2 pi) / 2. var >= 0, of x's shape, or with a last size of 1,
/// or without the last dimension.
Tensor gaussian_nll_loss(const Tensor& x, const Tensor& target, const Tensor& var, bool full = false, double eps = 1e-6,
                         std::string_view reduction = "mean");
/// x where target is 1, max(0, margin - x) where it is -1.
Tensor hinge_embedding_loss(const Tensor& x, const Tensor& target, double margin = 1, std::string_view reduction = "mean");
/// log(1 + exp(-target x)); targets are 1 and -1.
Tensor soft_margin_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean");
/// max(0, margin - target (x1 - x2)); all of one rank.
Tensor margin_ranking_loss(const Tensor& x1, const Tensor& x2, const Tensor& target, double margin = 0, std::string_view reduction = "mean");
/// 1 - cos(x1, x2) where target is 1, max(0, cos - margin) where it is -1. x1, x2 [N,D] and target [N], or [D] and 0-dim.
Tensor cosine_embedding_loss(const Tensor& x1, const Tensor& x2, const Tensor& target, double margin = 0, std::string_view reduction = "mean");
/// max(0, margin + |anchor - positive| - |anchor - negative|) by the p-norm of the last dimension, eps being added to each
/// difference. swap: the negative counts from the positive if that is nearer.
Tensor triplet_margin_loss(const Tensor& anchor, const Tensor& positive, const Tensor& negative, double margin = 1, double p = 2, double eps = 1e-6,
                           bool swap = false, std::string_view reduction = "mean");

/// sum_j max(0, margin - x[target] + x[j])^p / C over the other classes; p 1 or 2; weight [C] is the target's.
/// x [N,C] or [C], target int64 [N] or 0-dim.
Tensor multi_margin_loss(const Tensor& x, const Tensor& target, std::int64_t p = 1, double margin = 1, const Tensor& weight = {},
                         std::string_view reduction = "mean");
/// sum_ij max(0, 1 - x[t_i] + x[j]) / C over the targets t_i and the classes j that are none. x [N,C] or [C]; target int64 of its
/// shape: class indices up to the first -1. Takes N C C numbers of memory.
Tensor multilabel_margin_loss(const Tensor& x, const Tensor& target, std::string_view reduction = "mean");
/// Binary cross-entropy of the logits x, its mean over the last dimension. weight broadcasts with x.
Tensor multilabel_soft_margin_loss(const Tensor& x, const Tensor& target, const Tensor& weight = {}, std::string_view reduction = "mean");

/// Connectionist temporal classification: -log of the probability of all paths that read as the targets.
///   log_probs  [T,N,C] or [T,C]   log-probabilities; the gradient is that of a log_softmax before them, as in PyTorch
///   targets    int64 [N,S], or [sum of target_lengths] one after another; not blank
///   input_lengths, target_lengths   int64 [N]; at most T and S
///   "mean" divides each loss by its target length first; zero_infinity: losses of impossible targets are 0
/// Not differentiable twice, as in PyTorch. Source: Graves et al. 2006, "Connectionist Temporal Classification", eq. 6 to 16.
Tensor ctc_loss(const Tensor& log_probs, const Tensor& targets, const Tensor& input_lengths, const Tensor& target_lengths, std::int64_t blank = 0,
                std::string_view reduction = "mean", bool zero_infinity = false);

/// torchvision.ops.sigmoid_focal_loss: alpha_t (1 - p_t)^gamma times the binary cross-entropy of the logits x; alpha < 0: no
/// alpha_t. target of x's shape, 0 to 1. Lin et al. 2017, arXiv:1708.02002.
Tensor sigmoid_focal_loss(const Tensor& x, const Tensor& target, double alpha = 0.25, double gamma = 2, std::string_view reduction = "none");
/// The same over classes: -weight_t (1 - p_t)^gamma log p_t, p = softmax(x, 1). Operands and mean as in cross_entropy, to which
/// gamma = 0 is equal: the mean divides by the weights of the rows that count.
Tensor focal_loss(const Tensor& x, const Tensor& target, const Tensor& weight = {}, double gamma = 2, std::int64_t ignore_index = -100,
                  std::string_view reduction = "mean");
/// 1 - (2 sum pt + smooth) / (sum p + sum t + smooth) for each sample and class, summed over the positions after them: the loss
/// without reduction is [N,C]. x [N,C,...] logits; target int64 [N,...]: p = softmax(x, 1), t is one-hot; target floating, of x's
/// shape: p = sigmoid(x). Milletari et al. 2016, arXiv:1606.04797, with the denominator of Sudre et al. 2017, arXiv:1707.03237.
Tensor dice_loss(const Tensor& x, const Tensor& target, double smooth = 1, std::string_view reduction = "mean");
/// 1 - 2 sum pt / (sum p + sum t + eps) for each class, summed over samples and positions: 1 - F1 with probabilities for counts,
/// whose mean is 1 - macro F1. Operands as of dice_loss; without reduction [C]. Bénédict et al. 2021, arXiv:2108.10566.
Tensor soft_f1_loss(const Tensor& x, const Tensor& target, double eps = 1e-7, std::string_view reduction = "mean");

}  // namespace wick
