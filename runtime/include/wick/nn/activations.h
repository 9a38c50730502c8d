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

struct ReLU6 : Module {
  Tensor forward(const Tensor& x) override { return relu6(x); }
  const char* type() const override { return "ReLU6"; }
};

struct Hardsigmoid : Module {
  Tensor forward(const Tensor& x) override { return hardsigmoid(x); }
  const char* type() const override { return "Hardsigmoid"; }
};

struct Hardswish : Module {
  Tensor forward(const Tensor& x) override { return hardswish(x); }
  const char* type() const override { return "Hardswish"; }
};

struct LogSigmoid : Module {
  Tensor forward(const Tensor& x) override { return logsigmoid(x); }
  const char* type() const override { return "LogSigmoid"; }
};

struct Mish : Module {
  Tensor forward(const Tensor& x) override { return mish(x); }
  const char* type() const override { return "Mish"; }
};

struct SELU : Module {
  Tensor forward(const Tensor& x) override { return selu(x); }
  const char* type() const override { return "SELU"; }
};

struct Softsign : Module {
  Tensor forward(const Tensor& x) override { return softsign(x); }
  const char* type() const override { return "Softsign"; }
};

struct Tanhshrink : Module {
  Tensor forward(const Tensor& x) override { return tanhshrink(x); }
  const char* type() const override { return "Tanhshrink"; }
};

struct CELU : Module {
  explicit CELU(double alpha = 1.0);  ///< not 0
  Tensor forward(const Tensor& x) override { return celu(x, alpha); }
  const char* type() const override { return "CELU"; }
  std::string extra_repr() const override;

  double alpha;
};

struct GLU : Module {
  explicit GLU(std::int64_t dim = -1) : dim(dim) {}
  Tensor forward(const Tensor& x) override { return glu(x, dim); }
  const char* type() const override { return "GLU"; }
  std::string extra_repr() const override;

  std::int64_t dim;
};

struct Hardshrink : Module {
  explicit Hardshrink(double lambd = 0.5) : lambd(lambd) {}
  Tensor forward(const Tensor& x) override { return hardshrink(x, lambd); }
  const char* type() const override { return "Hardshrink"; }
  std::string extra_repr() const override;

  double lambd;
};

struct Softshrink : Module {
  explicit Softshrink(double lambd = 0.5);  ///< lambd >= 0
  Tensor forward(const Tensor& x) override { return softshrink(x, lambd); }
  const char* type() const override { return "Softshrink"; }
  std::string extra_repr() const override;

  double lambd;
};

struct Hardtanh : Module {
  explicit Hardtanh(double min_val = -1, double max_val = 1);  ///< min_val < max_val
  Tensor forward(const Tensor& x) override { return hardtanh(x, min_val, max_val); }
  const char* type() const override { return "Hardtanh"; }
  std::string extra_repr() const override;

  double min_val, max_val;
};

struct Threshold : Module {
  Threshold(double threshold, double value) : threshold(threshold), value(value) {}
  Tensor forward(const Tensor& x) override { return wick::threshold(x, threshold, value); }
  const char* type() const override { return "Threshold"; }
  std::string extra_repr() const override;

  double threshold, value;
};

/// Draws its slopes from default_generator() while training.
struct RReLU : Module {
  explicit RReLU(double lower = 1.0 / 8, double upper = 1.0 / 3);  ///< lower <= upper
  Tensor forward(const Tensor& x) override { return rrelu(x, lower, upper, training); }
  const char* type() const override { return "RReLU"; }
  std::string extra_repr() const override;

  double lower, upper;
};

/// Learns its slope below 0: one, or one for each channel of x [N,C,...].
struct PReLU : Module {
  explicit PReLU(std::int64_t num_parameters = 1, double init = 0.25);
  Tensor forward(const Tensor& x) override { return prelu(x, weight); }
  void visit(Visitor& v) override { v.parameter("weight", weight); }
  const char* type() const override { return "PReLU"; }
  std::string extra_repr() const override;

  std::int64_t num_parameters;
  Tensor weight;  // [num_parameters]
};

/// dim is required, as with Softmax.
struct Softmin : Module {
  explicit Softmin(std::int64_t dim) : dim(dim) {}
  Tensor forward(const Tensor& x) override { return softmin(x, dim); }
  const char* type() const override { return "Softmin"; }
  std::string extra_repr() const override;

  std::int64_t dim;
};

/// Over the channels of x [N,C,H,W] or [C,H,W].
struct Softmax2d : Module {
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return "Softmax2d"; }
};

}  // namespace wick::nn
