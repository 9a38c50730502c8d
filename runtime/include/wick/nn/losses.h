#pragma once
// Losses with PyTorch's names and defaults; the formulas and what they take stand at the ops of wick/ops/loss.h. reduction is
// "mean", "sum" or "none".

#include <functional>
#include <memory>
#include <string>

#include "wick/tensor.h"

namespace wick::nn {

struct Loss {
  virtual ~Loss() = default;
  /// A loss overrides forward() when it takes an input and a target, else forward_all() and n_inputs(); each calls the other.
  virtual Tensor forward(const Tensor& input, const Tensor& target) { return call({input, target}); }
  virtual Tensor forward_all(const TensorList& inputs) { return forward(inputs[0], inputs[1]); }
  virtual int n_inputs() const { return 2; }
  Tensor operator()(const Tensor& input, const Tensor& target) { return forward(input, target); }
  /// The loss of all inputs, in the order of PyTorch's forward: {anchor, positive, negative}. Throws ErrorKind::value when their
  /// number is not n_inputs().
  Tensor call(const TensorList& inputs);
  virtual const char* type() const = 0;  ///< "CrossEntropyLoss"
  std::string repr() const { return std::string(type()) + "()"; }  ///< as PyTorch prints a loss, whatever its options
};
using LossPtr = std::shared_ptr<Loss>;

struct CrossEntropyLossOptions {
  Tensor weight = {};  ///< [C]
  std::int64_t ignore_index = -100;
  std::string reduction = "mean";
  double label_smoothing = 0;
};
/// input [N,C] or [N,C,d1...] logits; target int64 [N] or [N,d1...], or probabilities of input's shape.
struct CrossEntropyLoss : Loss {
  explicit CrossEntropyLoss(const CrossEntropyLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "CrossEntropyLoss"; }
  CrossEntropyLossOptions options;
};

struct NLLLossOptions {
  Tensor weight = {};  ///< [C]
  std::int64_t ignore_index = -100;
  std::string reduction = "mean";
};
/// As CrossEntropyLoss, on log-probabilities.
struct NLLLoss : Loss {
  explicit NLLLoss(const NLLLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "NLLLoss"; }
  NLLLossOptions options;
};

struct BCEWithLogitsLossOptions {
  Tensor weight = {};  ///< broadcasts with the target
  std::string reduction = "mean";
  Tensor pos_weight = {};
};
struct BCEWithLogitsLoss : Loss {
  explicit BCEWithLogitsLoss(const BCEWithLogitsLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "BCEWithLogitsLoss"; }
  BCEWithLogitsLossOptions options;
};

struct MSELoss : Loss {
  explicit MSELoss(const std::string& reduction = "mean");
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "MSELoss"; }
  std::string reduction;
};

struct L1Loss : Loss {
  explicit L1Loss(const std::string& reduction = "mean");
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "L1Loss"; }
  std::string reduction;
};

struct SmoothL1LossOptions {
  std::string reduction = "mean";
  double beta = 1.0;
};
struct SmoothL1Loss : Loss {
  explicit SmoothL1Loss(const SmoothL1LossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "SmoothL1Loss"; }
  SmoothL1LossOptions options;
};

struct BCELossOptions {
  Tensor weight = {};  ///< broadcasts with the target
  std::string reduction = "mean";
};
/// input: probabilities, in [0, 1].
struct BCELoss : Loss {
  explicit BCELoss(const BCELossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "BCELoss"; }
  BCELossOptions options;
};

struct HuberLossOptions {
  std::string reduction = "mean";
  double delta = 1;  ///< delta > 0
};
struct HuberLoss : Loss {
  explicit HuberLoss(const HuberLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "HuberLoss"; }
  HuberLossOptions options;
};

struct KLDivLossOptions {
  std::string reduction = "mean";  ///< also "batchmean", which is the divergence itself
  bool log_target = false;  ///< the target is log-probabilities too
};
/// input: log-probabilities.
struct KLDivLoss : Loss {
  explicit KLDivLoss(const KLDivLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "KLDivLoss"; }
  KLDivLossOptions options;
};

struct PoissonNLLLossOptions {
  bool log_input = true;
  bool full = false;  ///< with Stirling's term
  double eps = 1e-8;
  std::string reduction = "mean";
};
struct PoissonNLLLoss : Loss {
  explicit PoissonNLLLoss(const PoissonNLLLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "PoissonNLLLoss"; }
  PoissonNLLLossOptions options;
};

struct GaussianNLLLossOptions {
  bool full = false;  ///< with the constant term
  double eps = 1e-6;  ///< least variance
  std::string reduction = "mean";
};
/// Takes {input, target, var}.
struct GaussianNLLLoss : Loss {
  explicit GaussianNLLLoss(const GaussianNLLLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 3; }
  const char* type() const override { return "GaussianNLLLoss"; }
  GaussianNLLLossOptions options;
};

struct HingeEmbeddingLossOptions {
  double margin = 1;
  std::string reduction = "mean";
};
/// target: 1 or -1.
struct HingeEmbeddingLoss : Loss {
  explicit HingeEmbeddingLoss(const HingeEmbeddingLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "HingeEmbeddingLoss"; }
  HingeEmbeddingLossOptions options;
};

/// target: 1 or -1.
struct SoftMarginLoss : Loss {
  explicit SoftMarginLoss(const std::string& reduction = "mean");
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "SoftMarginLoss"; }
  std::string reduction;
};

struct MarginRankingLossOptions {
  double margin = 0;
  std::string reduction = "mean";
};
/// Takes {input1, input2, target}.
struct MarginRankingLoss : Loss {
  explicit MarginRankingLoss(const MarginRankingLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 3; }
  const char* type() const override { return "MarginRankingLoss"; }
  MarginRankingLossOptions options;
};

struct CosineEmbeddingLossOptions {
  double margin = 0;
  std::string reduction = "mean";
};
/// Takes {input1, input2, target}.
struct CosineEmbeddingLoss : Loss {
  explicit CosineEmbeddingLoss(const CosineEmbeddingLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 3; }
  const char* type() const override { return "CosineEmbeddingLoss"; }
  CosineEmbeddingLossOptions options;
};

struct TripletMarginLossOptions {
  double margin = 1;
  double p = 2;
  double eps = 1e-6;
  bool swap = false;
  std::string reduction = "mean";
};
/// Takes {anchor, positive, negative}.
struct TripletMarginLoss : Loss {
  explicit TripletMarginLoss(const TripletMarginLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 3; }
  const char* type() const override { return "TripletMarginLoss"; }
  TripletMarginLossOptions options;
};

struct TripletMarginWithDistanceLossOptions {
  /// Of [N,D] and [N,D] the distance of each pair; pairwise_distance() where it is empty.
  std::function<Tensor(const Tensor&, const Tensor&)> distance_function = {};
  double margin = 1;
  bool swap = false;
  std::string reduction = "mean";
};
/// Takes {anchor, positive, negative}.
struct TripletMarginWithDistanceLoss : Loss {
  explicit TripletMarginWithDistanceLoss(const TripletMarginWithDistanceLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 3; }
  const char* type() const override { return "TripletMarginWithDistanceLoss"; }
  TripletMarginWithDistanceLossOptions options;
};

struct MultiMarginLossOptions {
  std::int64_t p = 1;  ///< 1 or 2
  double margin = 1;
  Tensor weight = {};  ///< [C]
  std::string reduction = "mean";
};
struct MultiMarginLoss : Loss {
  explicit MultiMarginLoss(const MultiMarginLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "MultiMarginLoss"; }
  MultiMarginLossOptions options;
};

/// target int64 of the shape of input: class indices up to the first -1.
struct MultiLabelMarginLoss : Loss {
  explicit MultiLabelMarginLoss(const std::string& reduction = "mean");
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "MultiLabelMarginLoss"; }
  std::string reduction;
};

struct MultiLabelSoftMarginLossOptions {
  Tensor weight = {};  ///< broadcasts with the input
  std::string reduction = "mean";
};
struct MultiLabelSoftMarginLoss : Loss {
  explicit MultiLabelSoftMarginLoss(const MultiLabelSoftMarginLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "MultiLabelSoftMarginLoss"; }
  MultiLabelSoftMarginLossOptions options;
};

struct CTCLossOptions {
  std::int64_t blank = 0;
  std::string reduction = "mean";
  bool zero_infinity = false;
};
/// Takes {log_probs, targets, input_lengths, target_lengths}.
struct CTCLoss : Loss {
  explicit CTCLoss(const CTCLossOptions& options = {});
  Tensor forward_all(const TensorList& inputs) override;
  int n_inputs() const override { return 4; }
  const char* type() const override { return "CTCLoss"; }
  CTCLossOptions options;
};

struct SigmoidFocalLossOptions {
  double alpha = 0.25;  ///< below 0: no weights
  double gamma = 2;
  std::string reduction = "mean";
};
/// torchvision has the op alone, whose reduction is "none" unless given.
struct SigmoidFocalLoss : Loss {
  explicit SigmoidFocalLoss(const SigmoidFocalLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "SigmoidFocalLoss"; }
  SigmoidFocalLossOptions options;
};

struct FocalLossOptions {
  Tensor weight = {};  ///< [C]
  double gamma = 2;
  std::int64_t ignore_index = -100;
  std::string reduction = "mean";
};
/// Operands as of CrossEntropyLoss with class indices.
struct FocalLoss : Loss {
  explicit FocalLoss(const FocalLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "FocalLoss"; }
  FocalLossOptions options;
};

struct DiceLossOptions {
  double smooth = 1;
  std::string reduction = "mean";
};
struct DiceLoss : Loss {
  explicit DiceLoss(const DiceLossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "DiceLoss"; }
  DiceLossOptions options;
};

struct SoftF1LossOptions {
  double eps = 1e-7;
  std::string reduction = "mean";
};
struct SoftF1Loss : Loss {
  explicit SoftF1Loss(const SoftF1LossOptions& options = {});
  Tensor forward(const Tensor& input, const Tensor& target) override;
  const char* type() const override { return "SoftF1Loss"; }
  SoftF1LossOptions options;
};

}  // namespace wick::nn
