// Convolutions, pools, padding, normalization and layers of two inputs: what stored PyTorch modules (tests/golden) do not show.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "wick/nn.h"
#include "wick/ops.h"

using namespace wick;
using namespace wick::nn;

namespace {

double largest(const Tensor& t) { return t.abs().max().item(); }

TEST_CASE("nn: a convolution's initial values are uniform in 1 / sqrt(fan_in), also when it is transposed or grouped") {
  manual_seed(3);
  const auto check_bound = [](const Conv& c, double fan_in) {
    const double bound = 1 / std::sqrt(fan_in);
    CHECK(largest(c.weight) <= bound);
    CHECK(largest(c.weight) > 0.9 * bound);
    CHECK(largest(c.bias) <= bound);
  };
  check_bound(Conv1d(6, 32, 5), 30);
  check_bound(Conv3d(4, 8, {1, 2, 3}, {.groups = 2}), 12);
  check_bound(ConvTranspose1d(6, 32, 5), 160);
  check_bound(ConvTranspose2d(4, 8, {2, 3}, {.groups = 2}), 24);
  const Bilinear b(16, 9, 20);
  CHECK(largest(b.weight) <= 0.25);
  CHECK(largest(b.weight) > 0.24);
}

TEST_CASE("nn: a transposed convolution's output_size picks one of the sizes that its stride allows") {
  ConvTranspose2d up(2, 3, 3, {.stride = 2, .padding = 1});
  const Tensor x = ones({1, 2, 4, 4});
  CHECK(up(x).shape() == Shape{1, 3, 7, 7});
  CHECK(up.forward(x, {8, 7}).shape() == Shape{1, 3, 8, 7});
  CHECK(up.forward(x, {1, 3, 7, 8}).shape() == Shape{1, 3, 7, 8});
  ConvTranspose2d wider(2, 3, 3, {.stride = 2, .padding = 1, .output_padding = {1, 0}});
  wider.load_state_dict(up.state_dict());
  CHECK(largest(up.forward(x, {8, 7}) - wider(x)) == 0);
  CHECK(error_of([&] { up.forward(x, {9, 7}); }).says("requested an output size of [9,7], but valid sizes of dimension -2 range from 7 to 8"));
}

TEST_CASE("nn: a max pool gives its indices when told to, and an unpool takes them") {
  MaxPool2d pool(2, {.return_indices = true});
  const Tensor x = arange(0, 16, 1, DType::float32).reshape({1, 1, 4, 4});
  const TensorList out = pool.call({x});
  REQUIRE(out.size() == 2);
  CHECK(out[1].to_vector() == std::vector<double>{5, 7, 13, 15});
  MaxUnpool2d unpool(2);
  CHECK(unpool.call(out)[0].sum().item() == 40);
  CHECK(unpool.forward(out[0], out[1], {5, 4}).shape() == Shape{1, 1, 5, 4});
  CHECK(error_of([&] { unpool(x); }).says("1 inputs given; takes 2"));
  AdaptiveMaxPool1d adaptive(2, {.return_indices = true});
  CHECK(adaptive.call({x.reshape({1, 1, 16})})[1].to_vector() == std::vector<double>{7, 15});
}

TEST_CASE("nn: InstanceNorm moves its running statistics by the mean over the samples") {
  InstanceNorm1d norm(1, {.momentum = 0.5, .track_running_stats = true});
  norm(tensor(std::vector<float>{0, 2, 10, 14}, {2, 1, 2}));
  CHECK(norm.running_mean.item() == doctest::Approx(0.5 * (1 + 12) / 2));
  CHECK(norm.running_var.item() == doctest::Approx(0.5 + 0.5 * (2 + 8) / 2));
  norm.eval();
  CHECK(norm(tensor(std::vector<float>{3.25f, 3.25f}, {1, 1, 2})).abs().max().item() < 1e-6);
}

TEST_CASE("nn: settings of spatial layers out of range") {
  CHECK(error_of([] { Conv1d(2, 4, {3, 3}); }).text == "[Conv1d] kernel_size is [3,3]; need one size, >= 1.");
  CHECK(error_of([] { Conv3d(2, 4, {3, 3}); }).text == "[Conv3d] kernel_size is [3,3]; need one size or (depth, height, width), each >= 1.");
  CHECK(error_of([] { Conv2d(2, 4, 3, {.padding = "full"}); }).text == "[Conv2d] padding is \"full\"; need \"same\", \"valid\" or sizes.");
  CHECK(error_of([] { Conv2d(2, 4, 3, {.stride = 2, .padding = "same"}); }).says("padding='same' is not supported for strided convolutions"));
  CHECK(error_of([] { Conv2d(2, 4, 3, {.padding_mode = "mirror"}); }).says("padding_mode is \"mirror\""));
  CHECK(error_of([] { ConvTranspose1d(3, 4, 3, {.groups = 2}); }).says("in_channels must be divisible by groups"));
  CHECK(error_of([] { ConvTranspose3d(2, 4, 3, {.output_padding = -1}); }).says("[ConvTranspose3d] output_padding is [-1]"));
  CHECK(error_of([] { MaxPool1d(0); }).says("[MaxPool1d] kernel_size is [0]"));
  CHECK(error_of([] { MaxUnpool3d({2, 2}); }).says("[MaxUnpool3d] kernel_size is [2,2]"));
  CHECK(error_of([] { AvgPool3d(2, {.divisor_override = 0}); }).says("divisor_override is 0"));
  CHECK(error_of([] { AvgPool1d(2, {.divisor_override = 3}); }).says("this layer takes none"));
  CHECK(error_of([] { LPPool2d(0, 2); }).says("norm_type is 0"));
  CHECK(error_of([] { AdaptiveMaxPool2d({1, 2, 3}); }).says("output_size is [1,2,3]"));
  CHECK(error_of([] { ZeroPad2d({1, 2}); }).text == "[ZeroPad2d] padding is [1,2]; need one width or 4.");
  CHECK(error_of([] { GroupNorm(2, 3); }).says("num_channels must be divisible by num_groups"));
  CHECK(error_of([] { InstanceNorm2d(0); }).text == "[InstanceNorm2d] num_features is 0; need num_features > 0.");
  CHECK(error_of([] { BatchNorm3d(2, {.eps = 0}); }).text == "[BatchNorm3d] eps is 0; need eps > 0.");
  CHECK(error_of([] { RMSNorm(0); }).says("[RMSNorm] normalized_shape is 0"));
  CHECK(error_of([] { Bilinear(1, 0, 1); }).text == "[Bilinear] in2_features is 0; need in2_features > 0.");
}

TEST_CASE("nn: spatial layers refuse inputs that do not fit") {
  CHECK(error_of([] { Conv1d(2, 3, 3)(zeros({1, 3, 8})); }).says("input is f32[1,3,8]; need [N,2,L] or [2,L] (in_channels)"));
  CHECK(error_of([] { ConvTranspose2d(2, 3, 3)(zeros({2, 8})); }).says("need [N,2,H,W] or [2,H,W] (in_channels)"));
  CHECK(error_of([] { Conv2d(1, 1, 3, {.padding = 4, .padding_mode = "reflect"})(zeros({1, 1, 4, 4})); }).says("padding size should be less"));
  CHECK(error_of([] { BatchNorm3d(2)(zeros({2, 2, 3, 3})); }).says("need [N,C,D,H,W] with C = 2"));
  CHECK(error_of([] { InstanceNorm2d(2)(zeros({2, 2})); }).says("need [N,C,H,W] or [C,H,W]"));
  CHECK(error_of([] { GroupNorm(2, 4)(zeros({2, 6, 3})); }).says("need [N,4,...] (num_channels)"));
  CHECK(error_of([] { RMSNorm(4)(zeros({2, 6})); }).says("its last sizes must be normalized_shape [4]"));
  CHECK(error_of([] { ReflectionPad1d(3)(zeros({1, 1, 3})); }).says("padding size should be less"));
  CHECK(error_of([] { Upsample({.scale_factor = {2.0}, .mode = "bilinear"})(zeros({1, 1, 3})); }).says("mode \"bilinear\" needs rank 4"));
  CHECK(error_of([] { PixelShuffle(2)(zeros({1, 3, 2, 2})); }).says("divisible by upscale_factor squared"));
  CHECK(error_of([] { ChannelShuffle(2)(zeros({1, 3, 2})); }).says("channels divisible by groups"));
  CHECK(error_of([] { Fold(4, 2)(zeros({1, 3, 9})); }).says("divisible by the product of kernel_size"));
  CHECK(error_of([] { CosineSimilarity()(zeros({2, 3})); }).says("1 inputs given; takes 2"));
}

}  // namespace
