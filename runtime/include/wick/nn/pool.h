#pragma once
// Pools over one, two and three dimensions; inputs and sizes as for convolutions.

#include <optional>

#include "wick/nn.h"

namespace wick::nn {

struct MaxPoolOptions {
  Dims stride = {};  ///< empty: kernel_size
  Dims padding = 0, dilation = 1;
  bool return_indices = false;  ///< call() gives {output, indices}
  bool ceil_mode = false;
};
using MaxPool2dOptions = MaxPoolOptions;
struct MaxPool : Module {
  Tensor forward(const Tensor& x) override;
  TensorList forward_all(const TensorList& inputs) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  Dims kernel_size;
  MaxPoolOptions options;

 protected:
  MaxPool(const char* type, int n, const Dims& kernel_size, const MaxPoolOptions& options);

  const char* type_;
  int n_;
};
struct MaxPool1d final : MaxPool {
  explicit MaxPool1d(const Dims& kernel_size, const MaxPoolOptions& options = {}) : MaxPool("MaxPool1d", 1, kernel_size, options) {}
};
struct MaxPool2d final : MaxPool {
  explicit MaxPool2d(const Dims& kernel_size, const MaxPoolOptions& options = {}) : MaxPool("MaxPool2d", 2, kernel_size, options) {}
};
struct MaxPool3d final : MaxPool {
  explicit MaxPool3d(const Dims& kernel_size, const MaxPoolOptions& options = {}) : MaxPool("MaxPool3d", 3, kernel_size, options) {}
};

struct MaxUnpoolOptions {
  Dims stride = {};  ///< empty: kernel_size
  Dims padding = 0;
};
/// call({x, indices}).
struct MaxUnpool : Module {
  using Module::forward;
  TensorList forward_all(const TensorList& inputs) override { return {unpool(inputs, {})}; }
  Tensor forward(const Tensor& x, const Tensor& indices, const Dims& output_size = {}) { return unpool({x, indices}, output_size); }
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  Dims kernel_size;
  MaxUnpoolOptions options;

 protected:
  MaxUnpool(const char* type, int n, const Dims& kernel_size, const MaxUnpoolOptions& options);
  Tensor unpool(const TensorList& inputs, const Dims& output_size);

  const char* type_;
};
struct MaxUnpool1d final : MaxUnpool {
  explicit MaxUnpool1d(const Dims& kernel_size, const MaxUnpoolOptions& options = {}) : MaxUnpool("MaxUnpool1d", 1, kernel_size, options) {}
};
struct MaxUnpool2d final : MaxUnpool {
  explicit MaxUnpool2d(const Dims& kernel_size, const MaxUnpoolOptions& options = {}) : MaxUnpool("MaxUnpool2d", 2, kernel_size, options) {}
};
struct MaxUnpool3d final : MaxUnpool {
  explicit MaxUnpool3d(const Dims& kernel_size, const MaxUnpoolOptions& options = {}) : MaxUnpool("MaxUnpool3d", 3, kernel_size, options) {}
};

struct AvgPoolOptions {
  Dims stride = {};  ///< empty: kernel_size
  Dims padding = 0;
  bool ceil_mode = false, count_include_pad = true;
  std::optional<std::int64_t> divisor_override = {};  ///< not for AvgPool1d
};
using AvgPool2dOptions = AvgPoolOptions;
struct AvgPool : Module {
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  Dims kernel_size;
  AvgPoolOptions options;

 protected:
  AvgPool(const char* type, int n, const Dims& kernel_size, const AvgPoolOptions& options);

  const char* type_;
  int n_;
};
struct AvgPool1d final : AvgPool {
  explicit AvgPool1d(const Dims& kernel_size, const AvgPoolOptions& options = {}) : AvgPool("AvgPool1d", 1, kernel_size, options) {}
};
struct AvgPool2d final : AvgPool {
  explicit AvgPool2d(const Dims& kernel_size, const AvgPoolOptions& options = {}) : AvgPool("AvgPool2d", 2, kernel_size, options) {}
};
struct AvgPool3d final : AvgPool {
  explicit AvgPool3d(const Dims& kernel_size, const AvgPoolOptions& options = {}) : AvgPool("AvgPool3d", 3, kernel_size, options) {}
};

struct LPPoolOptions {
  Dims stride = {};  ///< empty: kernel_size
  bool ceil_mode = false;
};
struct LPPool : Module {
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  double norm_type;
  Dims kernel_size;
  LPPoolOptions options;

 protected:
  LPPool(const char* type, int n, double norm_type, const Dims& kernel_size, const LPPoolOptions& options);

  const char* type_;
  int n_;
};
struct LPPool1d final : LPPool {
  LPPool1d(double norm_type, const Dims& kernel_size, const LPPoolOptions& options = {}) : LPPool("LPPool1d", 1, norm_type, kernel_size, options) {}
};
struct LPPool2d final : LPPool {
  LPPool2d(double norm_type, const Dims& kernel_size, const LPPoolOptions& options = {}) : LPPool("LPPool2d", 2, norm_type, kernel_size, options) {}
};

/// An output_size of -1 is PyTorch's None: that of the input.
struct AdaptivePool : Module {
  Tensor forward(const Tensor& x) override;
  TensorList forward_all(const TensorList& inputs) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  Dims output_size;
  bool return_indices;  // of a max pool: call() gives {output, indices}

 protected:
  AdaptivePool(const char* type, int n, bool max, const Dims& output_size, bool return_indices = false);

  const char* type_;
  int n_;
  bool max_;
};
struct AdaptiveAvgPool1d final : AdaptivePool {
  explicit AdaptiveAvgPool1d(const Dims& output_size) : AdaptivePool("AdaptiveAvgPool1d", 1, false, output_size) {}
};
struct AdaptiveAvgPool2d final : AdaptivePool {
  explicit AdaptiveAvgPool2d(const Dims& output_size) : AdaptivePool("AdaptiveAvgPool2d", 2, false, output_size) {}
};
struct AdaptiveAvgPool3d final : AdaptivePool {
  explicit AdaptiveAvgPool3d(const Dims& output_size) : AdaptivePool("AdaptiveAvgPool3d", 3, false, output_size) {}
};
struct AdaptiveMaxPoolOptions {
  bool return_indices = false;  ///< call() gives {output, indices}
};
struct AdaptiveMaxPool1d final : AdaptivePool {
  explicit AdaptiveMaxPool1d(const Dims& output_size, const AdaptiveMaxPoolOptions& options = {})
      : AdaptivePool("AdaptiveMaxPool1d", 1, true, output_size, options.return_indices) {}
};
struct AdaptiveMaxPool2d final : AdaptivePool {
  explicit AdaptiveMaxPool2d(const Dims& output_size, const AdaptiveMaxPoolOptions& options = {})
      : AdaptivePool("AdaptiveMaxPool2d", 2, true, output_size, options.return_indices) {}
};
struct AdaptiveMaxPool3d final : AdaptivePool {
  explicit AdaptiveMaxPool3d(const Dims& output_size, const AdaptiveMaxPoolOptions& options = {})
      : AdaptivePool("AdaptiveMaxPool3d", 3, true, output_size, options.return_indices) {}
};

}  // namespace wick::nn
