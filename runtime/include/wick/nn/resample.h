#pragma once
// Resizing, and moving between channels and space.

#include <string>
#include <vector>

#include "wick/nn.h"

namespace wick::nn {

struct UpsampleOptions {
  Dims size = {};                        ///< give this
  std::vector<double> scale_factor = {};  ///< or this: one factor, or one per spatial dimension
  std::string mode = "nearest";
  bool align_corners = false;
};
/// x [N,C,...]; modes as interpolate's.
struct Upsample : Module {
  explicit Upsample(const UpsampleOptions& options) : options(options) {}
  Tensor forward(const Tensor& x) override { return interpolate(x, options.size, options.scale_factor, options.mode, options.align_corners); }
  const char* type() const override { return "Upsample"; }
  std::string extra_repr() const override;

  UpsampleOptions options;
};
struct UpsamplingNearest2d final : Upsample {
  explicit UpsamplingNearest2d(const Dims& size, const std::vector<double>& scale_factor = {}) : Upsample({size, scale_factor}) {}
  const char* type() const override { return "UpsamplingNearest2d"; }
};
struct UpsamplingBilinear2d final : Upsample {
  explicit UpsamplingBilinear2d(const Dims& size, const std::vector<double>& scale_factor = {}) : Upsample({size, scale_factor, "bilinear", true}) {}
  const char* type() const override { return "UpsamplingBilinear2d"; }
};

struct PixelShuffle final : Module {
  explicit PixelShuffle(std::int64_t upscale_factor) : upscale_factor(upscale_factor) {}
  Tensor forward(const Tensor& x) override { return pixel_shuffle(x, upscale_factor); }
  const char* type() const override { return "PixelShuffle"; }
  std::string extra_repr() const override { return str("upscale_factor=", upscale_factor); }

  std::int64_t upscale_factor;
};
struct PixelUnshuffle final : Module {
  explicit PixelUnshuffle(std::int64_t downscale_factor) : downscale_factor(downscale_factor) {}
  Tensor forward(const Tensor& x) override { return pixel_unshuffle(x, downscale_factor); }
  const char* type() const override { return "PixelUnshuffle"; }
  std::string extra_repr() const override { return str("downscale_factor=", downscale_factor); }

  std::int64_t downscale_factor;
};
struct ChannelShuffle final : Module {
  explicit ChannelShuffle(std::int64_t groups) : groups(groups) {}
  Tensor forward(const Tensor& x) override { return channel_shuffle(x, groups); }
  const char* type() const override { return "ChannelShuffle"; }
  std::string extra_repr() const override { return str("groups=", groups); }

  std::int64_t groups;
};

}  // namespace wick::nn
