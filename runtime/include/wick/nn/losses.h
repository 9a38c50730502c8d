#pragma once
// Losses: callables of (input, target) with PyTorch's names and defaults. reduction is "mean", "sum" or "none".

#include <memory>
#include <string>

#include "wick/tensor.h"

namespace wick::nn {

struct Loss {
  virtual ~Loss() = default;
  virtual Tensor forward(const Tensor& input, const Tensor& target) = 0;
  Tensor operator()(const Tensor& input, const Tensor& target) { return forward(input, target); }
  virtual const char* type() const = 0;  ///< "CrossEntropyLoss"
};
using LossPtr = std::shared_ptr<Loss>;

struct CrossEntropyLossOptions {
  Tensor weight = {};  ///< [C]
  std::int64_t ignore_index = -100;
  std::string reduction = "mean";
  double label_smoothing = 0;
};
/// input [N,C] or [N,C,d1...] logits, target int64 [N] or [N,d1...].
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

}  // namespace wick::nn
