#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

// f32 zeros of n spatial dimensions of one size behind the leading ones.
V zeros_nd(Shape lead, int n, std::int64_t size) {
  for (int i = 0; i < n; ++i) lead.push_back(size);
  return f32(lead);
}

const BadCallFamily kFamily("spatial", [](BadCalls& out) {
  static constexpr const char* kLayouts[] = {"need [N,C,L] or [C,L]", "need [N,C,H,W] or [C,H,W]", "need [N,C,D,H,W] or [C,D,H,W]"};
  for (int n = 1; n <= 3; ++n) {
    const std::string d = std::to_string(n) + "d";
    const V x = zeros_nd({1, 2}, n, 4), flat = f32({4}), w = zeros_nd({4, 2}, n, 3);
    out.push_back({"conv" + d, {flat, w}, kLayouts[n - 1]});
    out.push_back({"conv" + d, {zeros_nd({1, 3}, n, 4), w}, "weight takes 2 input channels"});
    out.push_back({"conv" + d, {zeros_nd({1, 2}, n, 2), w}, "the kernel cannot be larger than the input"});
    out.push_back({"conv" + d, {x, f32({4, 2})}, "need " + std::to_string(n + 2) + " dimensions"});
    out.push_back({"conv" + d, {x, w, f32({3})}, "bias is f32[3]; need [4]"});
    out.push_back({"conv" + d, {x, w, kNone, Ints{1, 1, 1, 1}}, "stride is [1,1,1,1]; need one size or"});
    out.push_back({"conv" + d + ".padding", {x, w, kNone, I(1), "full"}, "padding is \"full\"; need \"same\", \"valid\" or sizes"});
    out.push_back({"conv" + d + ".padding", {x, w, kNone, I(2), "same"}, "padding='same' is not supported for strided convolutions"});
    out.push_back({"conv_transpose" + d, {x, zeros_nd({3, 2}, n, 2)}, "weight takes 3 input channels"});
    out.push_back({"conv_transpose" + d, {x, zeros_nd({2, 2}, n, 2), kNone, I(1), I(0), I(1)}, "output padding must be smaller than either stride or dilation"});
    out.push_back({"conv_transpose" + d, {zeros_nd({1, 2}, n, 1), zeros_nd({2, 2}, n, 2), kNone, I(1), I(1)}, "output size is too small"});
    for (const char* end : {"", "_with_indices"}) {
      out.push_back({"max_pool" + d + end, {flat, I(2)}, kLayouts[n - 1]});
      out.push_back({"max_pool" + d + end, {x, I(2), I(2), I(2)}, "pad should be at most half of kernel size"});
      out.push_back({"max_pool" + d + end, {x, I(5)}, "output size is too small"});
      out.push_back({"adaptive_max_pool" + d + end, {flat, I(2)}, kLayouts[n - 1]});
      out.push_back({"adaptive_max_pool" + d + end, {x, I(-2)}, "output_size is [-2]"});
    }
    out.push_back({"max_unpool" + d, {x, x, I(2)}, "need i64"});
    out.push_back({"max_unpool" + d, {x, i64({1, 2}), I(2)}, "shapes must be equal"});
    const Tensor far = full(x.tensor.shape(), 1e6, DType::int64);
    out.push_back({"max_unpool" + d, {x, far, I(2)}, "found an invalid max index: 1000000"});
    out.push_back({"max_unpool" + d, {x, zeros_like(far), I(2), I(2), I(0), Ints(static_cast<std::size_t>(n), 20)}, "it should be between 6 and 10"});
    out.push_back({"avg_pool" + d, {x, I(5)}, "output size is too small"});
    out.push_back({"adaptive_avg_pool" + d, {flat, I(2)}, kLayouts[n - 1]});
    if (n < 3) out.push_back({"lp_pool" + d, {x, 0.0, I(2)}, "norm_type is 0"});
  }
  out.push_back({"avg_pool3d", {f32({1, 1, 4, 4, 4}), I(2), I(2), I(0), false, true, I(0)}, "divisor must be not zero"});
  out.push_back({"im2col", {f32({2, 2, 2}), I(3)}, "the array of sliding blocks is 0x0; each must be at least 1"});
  out.push_back({"col2im", {f32({1, 5, 4}), I(3), I(2)}, "must be divisible by the product of kernel_size [2,2]"});
  out.push_back({"col2im", {f32({1, 4, 5}), I(3), I(2)}, "must match the calculated number of sliding blocks 2x2"});

  out.push_back({"group_norm", {f32({2, 3, 4}), I(2)}, "number of channels must be divisible by num_groups"});
  out.push_back({"group_norm", {f32({1, 2}), I(2)}, "expected more than 1 value per channel when training"});
  out.push_back({"group_norm", {f32({2, 4, 4}), I(2), f32({2})}, "weight is f32[2] for input f32[2,4,4]; need [4]"});
  out.push_back({"instance_norm", {f32({2, 3, 1})}, "expected more than 1 spatial element when training"});
  out.push_back({"instance_norm", {f32({2, 3, 4}), kNone, kNone, kNone, kNone, false}, "expected running_mean and running_var to be defined"});
  out.push_back({"instance_norm", {f32({2, 3, 4}), f32({3})}, "only one of running_mean and running_var is given"});
  out.push_back({"rms_norm", {f32({2, 3}), Ints{4}}, "its last sizes must be normalized_shape [4]"});
  out.push_back({"local_response_norm", {f32({2, 3}), I(2)}, "expected 3D or higher dimensionality input"});
  out.push_back({"local_response_norm", {f32({2, 3, 4}), I(0)}, "need size > 0"});

  out.push_back({"interpolate", {f32({1, 1, 4})}, "neither size and scale_factor are given"});
  out.push_back({"interpolate", {f32({1, 1, 4}), I(2), 2.0}, "both size and scale_factor are given"});
  out.push_back({"interpolate", {f32({1, 1, 4}), I(2), std::vector<double>{}, "bilinear"}, "mode \"bilinear\" needs rank 4"});
  out.push_back({"interpolate", {f32({1, 1, 4}), I(2), std::vector<double>{}, "lanczos"}, "mode is \"lanczos\""});
  out.push_back({"interpolate", {f32({1, 1, 4}), I(2), std::vector<double>{}, "nearest", true}, "it can only be set with the interpolating modes"});
  out.push_back({"interpolate", {f32({1, 1, 4}), I(0)}, "input and output sizes should be greater than 0"});
  out.push_back({"grid_sample", {f32({1, 1, 4, 4}), f32({1, 2, 2, 2}), "cubic"}, "mode is \"cubic\""});
  out.push_back({"grid_sample", {f32({1, 1, 4, 4}), f32({1, 2, 2, 2}), "nearest", "wrap"}, "padding_mode is \"wrap\""});
  out.push_back({"grid_sampler", {f32({1, 1, 4, 4}), f32({2, 2, 2, 2}), I(0), I(0), false}, "need the same batch size and rank, and 2 in the last dimension"});
  out.push_back({"grid_sampler", {f32({1, 1, 4, 4}), f32({1, 2, 2, 2}), I(3), I(0), false}, "interpolation_mode is 3"});
  out.push_back({"grid_sample", {f32({1, 1, 4, 4, 2}), f32({1, 2, 2, 2, 3}), "bicubic"}, "bicubic interpolation only supports 4D input"});
  out.push_back({"affine_grid", {f32({1, 2, 2}), Ints{1, 1, 2, 2}}, "theta is f32[1,2,2]; need [1,2,3]"});
  out.push_back({"affine_grid", {f32({1, 2, 3}), Ints{1, 1, 2}}, "need [N,C,H,W] or [N,C,D,H,W]"});
  out.push_back({"pixel_shuffle", {f32({1, 3, 2, 2}), I(2)}, "divisible by upscale_factor squared"});
  out.push_back({"pixel_unshuffle", {f32({1, 3, 3, 2}), I(2)}, "divisible by downscale_factor"});
  out.push_back({"channel_shuffle", {f32({1, 3, 2}), I(2)}, "channels divisible by groups"});
  out.push_back({"pad", {f32({1, 1, 3}), Ints{3, 0}, "reflect"}, "padding size should be less than the corresponding input dimension"});
  out.push_back({"pad", {f32({1, 1, 3}), Ints{4, 0}, "circular"}, "padding must not wrap around more than once"});
  out.push_back({"pad", {f32({3}), Ints{1, 1}, "replicate"}, "pads the last dimension of 2 or 3"});
  out.push_back({"pad", {f32({1, 3}), Ints{1, 1}, "mirror"}, "mode is \"mirror\""});
  out.push_back({"pad", {f32({1, 3}), Ints{1, 1}, "reflect", 2.0}, "only \"constant\" takes one"});
  out.push_back({"constant_pad_nd", {f32({2}), Ints{1, 2, 3}}, "need an even number of widths"});

  out.push_back({"cosine_similarity", {f32({2, 3}), f32({2, 4})}, "[2,3] and [2,4] differ at dimension 1"});
  out.push_back({"cosine_similarity", {f32({2, 3}), f32({2, 3}), I(2)}, "dim is 2"});
  out.push_back({"pairwise_distance", {f32({2, 3}), f32({2, 4})}, "[2,3] and [2,4] differ at dimension 1"});
  out.push_back({"normalize", {f32({2, 3}), 2.0, I(3)}, "dim is 3"});
  out.push_back({"bilinear", {f32({2, 3}), f32({2, 4}), f32({5, 3, 3})}, "need the same rank, and 3 and 3 as last sizes"});
  out.push_back({"bilinear", {f32({2, 3}), f32({3, 3}), f32({5, 3, 3})}, "input batch dimensions do not match"});
});

}  // namespace
}  // namespace wick::test
