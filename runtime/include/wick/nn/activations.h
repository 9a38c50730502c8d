#pragma once
// Activations as modules.

#include <optional>

#include "wick/nn.h"

namespace wick::nn {

struct ReLU : Module {
  Tensor forward(const Tensor& x) override { return relu(x); }
  const char* type() const override { return "ReLU"; }
};

struct LeakyReLU : Module {
  explicit LeakyReLU(double negative_slope = 0.01) : negative_slope(negative_slope) {}
  Tensor forward(const Tensor& x) override { return leaky_relu(x, negative_slope); }
  const char* type() const override { return "LeakyReLU"; }
  std::string extra_repr() const override;

  double negative_slope;
};

struct ELU : Module {
  explicit ELU(double alpha = 1.0) : alpha(alpha) {}
  Tensor forward(const Tensor& x) override { return elu(x, alpha); }
  const char* type() const override { return "ELU"; }
  std::string extra_repr() const override;

  double alpha;
};

struct GELU : Module {
  explicit GELU(const std::string& approximate = "none");  ///< "none" or "tanh"
  Tensor forward(const Tensor& x) override { return gelu(x, approximate); }
  const char* type() const override { return "GELU"; }
  std::string extra_repr() const override;

  std::string approximate;
};

struct SiLU : Module {
  Tensor forward(const Tensor& x) override { return silu(x); }
  const char* type() const override { return "SiLU"; }
};

struct Softplus : Module {
  explicit Softplus(double beta = 1, double threshold = 20) : beta(beta), threshold(threshold) {}
  Tensor forward(const Tensor& x) override { return softplus(x, beta, threshold); }
  const char* type() const override { return "Softplus"; }
  std::string extra_repr() const override;

  double beta, threshold;
};

struct Tanh : Module {
  Tensor forward(const Tensor& x) override { return tanh(x); }
  const char* type() const override { return "Tanh"; }
};

struct Sigmoid : Module {
  Tensor forward(const Tensor& x) override { return sigmoid(x); }
  const char* type() const override { return "Sigmoid"; }
};

/// dim is required, as PyTorch warns when it is left out.
struct Softmax : Module {
  explicit Softmax(std::int64_t dim) : dim(dim) {}
  Tensor forward(const Tensor& x) override { return softmax(x, dim); }
  const char* type() const override { return "Softmax"; }
  std::string extra_repr() const override;

  std::int64_t dim;
};

struct LogSoftmax : Module {
  explicit LogSoftmax(std::int64_t dim) : dim(dim) {}
  Tensor forward(const Tensor& x) override { return log_softmax(x, dim); }
  const char* type() const override { return "LogSoftmax"; }
  std::string extra_repr() const override;

  std::int64_t dim;
};

}  // namespace wick::nn
