#pragma once
// Convolutions over one, two and three dimensions, transposed too, and sliding blocks. Sizes: one for all spatial dimensions or
// one each. Inputs are [N,C,L], [N,C,H,W] or [N,C,D,H,W], or without N.

#include <string>

#include "wick/nn.h"

namespace wick::nn {

/// Padding of a convolution: sizes, or "same" or "valid".
struct ConvPadding {
  ConvPadding(int size) : sizes(size) {}  // NOLINT: these convert
  ConvPadding(std::int64_t size) : sizes(size) {}  // NOLINT
  ConvPadding(const Dims& sizes) : sizes(sizes) {}  // NOLINT
  ConvPadding(std::initializer_list<std::int64_t> sizes) : sizes(sizes) {}
  ConvPadding(const char* text) : text(text) {}  // NOLINT
  ConvPadding(std::string text) : text(std::move(text)) {}  // NOLINT

  Dims sizes;
  std::string text;
};

struct ConvOptions {
  Dims stride = 1;
  ConvPadding padding = 0;
  Dims dilation = 1;
  std::int64_t groups = 1;
  bool bias = true;
  std::string padding_mode = "zeros";  ///< or "reflect", "replicate", "circular"
};
using Conv1dOptions = ConvOptions;
using Conv2dOptions = ConvOptions;
using Conv3dOptions = ConvOptions;

struct ConvTransposeOptions {
  Dims stride = 1, padding = 0, output_padding = 0;
  std::int64_t groups = 1;
  bool bias = true;
  Dims dilation = 1;
};

/// What all convolutions are.
struct Conv : Module {
  Tensor forward(const Tensor& x) override;
  void visit(Visitor& v) override;
  const char* type() const override { return type_; }
  std::string extra_repr() const override;

  std::int64_t in_channels, out_channels;
  Dims kernel_size;  // with one size per dimension, as are the options'
  ConvOptions options;
  Tensor weight, bias;  // [out, in / groups, kernel...], [out]

 protected:
  Conv(const char* type, int n, std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const ConvOptions& options,
       const Dims* output_padding = nullptr);

  const char* type_;
  Dims output_padding_;
};

struct Conv1d final : Conv {
  Conv1d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const Conv1dOptions& options = {})
      : Conv("Conv1d", 1, in_channels, out_channels, kernel_size, options) {}
};
struct Conv2d final : Conv {
  Conv2d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const Conv2dOptions& options = {})
      : Conv("Conv2d", 2, in_channels, out_channels, kernel_size, options) {}
};
struct Conv3d final : Conv {
  Conv3d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const Conv3dOptions& options = {})
      : Conv("Conv3d", 3, in_channels, out_channels, kernel_size, options) {}
};

/// weight [in, out / groups, kernel...].
struct ConvTranspose : Conv {
  Tensor forward(const Tensor& x) override { return transposed(x, output_padding_); }
  /// output_size, the spatial sizes or all, chooses among the sizes that a convolution would turn into that of x.
  Tensor forward(const Tensor& x, const Dims& output_size);

 protected:
  ConvTranspose(const char* type, int n, std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size,
                const ConvTransposeOptions& options);
  Tensor transposed(const Tensor& x, const Dims& output_padding);
};
struct ConvTranspose1d final : ConvTranspose {
  ConvTranspose1d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const ConvTransposeOptions& options = {})
      : ConvTranspose("ConvTranspose1d", 1, in_channels, out_channels, kernel_size, options) {}
};
struct ConvTranspose2d final : ConvTranspose {
  ConvTranspose2d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const ConvTransposeOptions& options = {})
      : ConvTranspose("ConvTranspose2d", 2, in_channels, out_channels, kernel_size, options) {}
};
struct ConvTranspose3d final : ConvTranspose {
  ConvTranspose3d(std::int64_t in_channels, std::int64_t out_channels, const Dims& kernel_size, const ConvTransposeOptions& options = {})
      : ConvTranspose("ConvTranspose3d", 3, in_channels, out_channels, kernel_size, options) {}
};

struct BlockOptions {
  Dims dilation = 1, padding = 0, stride = 1;
};
/// [N,C,H,W] -> [N, C KH KW, blocks].
struct Unfold final : Module {
  explicit Unfold(const Dims& kernel_size, const BlockOptions& options = {}) : kernel_size(kernel_size), options(options) {}
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return "Unfold"; }
  std::string extra_repr() const override;

  Dims kernel_size;
  BlockOptions options;
};
/// [N, C KH KW, blocks] -> [N,C,H,W], overlapping blocks added.
struct Fold final : Module {
  Fold(const Dims& output_size, const Dims& kernel_size, const BlockOptions& options = {})
      : output_size(output_size), kernel_size(kernel_size), options(options) {}
  Tensor forward(const Tensor& x) override;
  const char* type() const override { return "Fold"; }
  std::string extra_repr() const override;

  Dims output_size, kernel_size;
  BlockOptions options;
};

}  // namespace wick::nn
