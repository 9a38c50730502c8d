#pragma once
// Layers that are noise while training and do nothing in eval mode. They draw from default_generator().

#include "wick/nn.h"

namespace wick::nn {

/// p may be changed between steps.
struct Dropout : Module {
  explicit Dropout(double p = 0.5);  ///< 0 <= p <= 1
  Tensor forward(const Tensor& x) override { return dropout(x, p, training); }
  const char* type() const override { return "Dropout"; }
  std::string extra_repr() const override;

  double p;
};

/// Whole channels of x [N,C,L] or [C,L].
struct Dropout1d : Dropout {
  using Dropout::Dropout;
  Tensor forward(const Tensor& x) override { return dropout1d(x, p, training); }
  const char* type() const override { return "Dropout1d"; }
};

/// Whole channels of x [N,C,H,W].
struct Dropout2d : Dropout {
  using Dropout::Dropout;
  Tensor forward(const Tensor& x) override { return dropout2d(x, p, training); }
  const char* type() const override { return "Dropout2d"; }
};

/// Whole channels of x [N,C,D,H,W] or [C,D,H,W].
struct Dropout3d : Dropout {
  using Dropout::Dropout;
  Tensor forward(const Tensor& x) override { return dropout3d(x, p, training); }
  const char* type() const override { return "Dropout3d"; }
};

/// Keeps the mean and variance that SELU makes.
struct AlphaDropout : Dropout {
  using Dropout::Dropout;
  Tensor forward(const Tensor& x) override { return alpha_dropout(x, p, training); }
  const char* type() const override { return "AlphaDropout"; }
};

/// AlphaDropout of whole channels of x [N,C,...].
struct FeatureAlphaDropout : Dropout {
  using Dropout::Dropout;
  Tensor forward(const Tensor& x) override { return feature_alpha_dropout(x, p, training); }
  const char* type() const override { return "FeatureAlphaDropout"; }
};

}  // namespace wick::nn
