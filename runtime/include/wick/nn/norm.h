#pragma once
// Normalization layers.

#include <optional>

#include "wick/nn.h"

namespace wick::nn {

struct BatchNormOptions {
  double eps = 1e-5;
  std::optional<double> momentum = 0.1;  ///< none: the running statistics are the average over all batches
  bool affine = true, track_running_stats = true;
};
/// What layers with running statistics are.
struct RunningNorm : Module {
  void visit(Visitor& v) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  std::int64_t num_features;
  BatchNormOptions options;
  Tensor weight, bias, running_mean, running_var;  // [C]
  Tensor num_batches_tracked;                      // int64, 0-dim

 protected:
  RunningNorm(const char* type, int n, std::int64_t num_features, const BatchNormOptions& options);

  const char* type_;
  int n_;  // spatial dimensions
};

struct BatchNorm : RunningNorm {
  Tensor forward(const Tensor& x) override;

 protected:
  using RunningNorm::RunningNorm;
};
struct BatchNorm1d final : BatchNorm {
  explicit BatchNorm1d(std::int64_t num_features, const BatchNormOptions& options = {}) : BatchNorm("BatchNorm1d", 1, num_features, options) {}
};
struct BatchNorm2d final : BatchNorm {
  explicit BatchNorm2d(std::int64_t num_features, const BatchNormOptions& options = {}) : BatchNorm("BatchNorm2d", 2, num_features, options) {}
};
struct BatchNorm3d final : BatchNorm {
  explicit BatchNorm3d(std::int64_t num_features, const BatchNormOptions& options = {}) : BatchNorm("BatchNorm3d", 3, num_features, options) {}
};

struct InstanceNormOptions {
  double eps = 1e-5;
  std::optional<double> momentum = 0.1;  ///< none: the running statistics stay
  bool affine = false, track_running_stats = false;
};
/// Each channel of each sample by itself; an input may lack N.
struct InstanceNorm : RunningNorm {
  Tensor forward(const Tensor& x) override;

 protected:
  InstanceNorm(const char* type, int n, std::int64_t num_features, const InstanceNormOptions& o)
      : RunningNorm(type, n, num_features, {o.eps, o.momentum, o.affine, o.track_running_stats}) {}
};
struct InstanceNorm1d final : InstanceNorm {
  explicit InstanceNorm1d(std::int64_t num_features, const InstanceNormOptions& options = {}) : InstanceNorm("InstanceNorm1d", 1, num_features, options) {}
};
struct InstanceNorm2d final : InstanceNorm {
  explicit InstanceNorm2d(std::int64_t num_features, const InstanceNormOptions& options = {}) : InstanceNorm("InstanceNorm2d", 2, num_features, options) {}
};
struct InstanceNorm3d final : InstanceNorm {
  explicit InstanceNorm3d(std::int64_t num_features, const InstanceNormOptions& options = {}) : InstanceNorm("InstanceNorm3d", 3, num_features, options) {}
};

struct GroupNormOptions {
  double eps = 1e-5;
  bool affine = true;
};
struct GroupNorm final : Module {
  GroupNorm(std::int64_t num_groups, std::int64_t num_channels, const GroupNormOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "GroupNorm"; }
  std::string extra_repr() const override;

  std::int64_t num_groups, num_channels;
  GroupNormOptions options;
  Tensor weight, bias;  // [C]
};

struct LayerNormOptions {
  double eps = 1e-5;
  bool elementwise_affine = true;
};
/// Normalizes over the last dimensions, which must be normalized_shape.
struct LayerNorm : Module {
  explicit LayerNorm(const Dims& normalized_shape, const LayerNormOptions& options = {});
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return "LayerNorm"; }
  std::string extra_repr() const override;

  Dims normalized_shape;
  LayerNormOptions options;
  Tensor weight, bias;
};

struct RMSNormOptions {
  std::optional<double> eps = {};  ///< none: the machine epsilon of the input's dtype
  bool elementwise_affine = true;
};
/// As torch 2.4's.
struct RMSNorm final : Module {
  explicit RMSNorm(const Dims& normalized_shape, const RMSNormOptions& options = {});
  Tensor forward(const Tensor& x) override { return rms_norm(x, normalized_shape, weight, options.eps); }
  void visit(Visitor& v) override { v.parameter("weight", weight); }
  const char* type() const override { return "RMSNorm"; }
  std::string extra_repr() const override;

  Dims normalized_shape;
  RMSNormOptions options;
  Tensor weight;
};

struct LocalResponseNormOptions {
  double alpha = 1e-4, beta = 0.75, k = 1;
};
struct LocalResponseNorm final : Module {
  explicit LocalResponseNorm(std::int64_t size, const LocalResponseNormOptions& options = {}) : size(size), options(options) {}
  Tensor forward(const Tensor& x) override { return local_response_norm(x, size, options.alpha, options.beta, options.k); }
  const char* type() const override { return "LocalResponseNorm"; }
  std::string extra_repr() const override;

  std::int64_t size;
  LocalResponseNormOptions options;
};

}  // namespace wick::nn
