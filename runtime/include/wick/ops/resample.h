#pragma once
// Resizing, sampling at places, and moving between channels and space.

#include <string_view>
#include <vector>

#include "wick/tensor.h"

namespace wick {

/// Resizes the spatial dimensions of x [N,C,...] to size, or by scale_factor (one for all or one each; the size is rounded down);
/// give one of both. mode: "nearest", "nearest-exact", "linear" (x of rank 3), "bilinear" and "bicubic" (rank 4), "trilinear"
/// (rank 5), "area". align_corners: for the modes that interpolate. As with PyTorch, a scale_factor given is the scale used.
Tensor interpolate(const Tensor& x, const Dims& size, const std::vector<double>& scale_factor = {}, std::string_view mode = "nearest",
                   bool align_corners = false);
/// Samples x [N,C,H,W] at grid [N,OH,OW,2], or x [N,C,D,H,W] at grid [N,OD,OH,OW,3], of places (x, y, z) where -1 and 1 are the
/// borders. mode "bilinear", "nearest" or, for rank 4, "bicubic"; padding_mode "zeros", "border" or "reflection".
Tensor grid_sample(const Tensor& x, const Tensor& grid, std::string_view mode = "bilinear", std::string_view padding_mode = "zeros",
                   bool align_corners = false);
/// grid_sample with numbers for the modes: 0, 1, 2 in the order above for both (torch.grid_sampler).
Tensor grid_sampler(const Tensor& x, const Tensor& grid, std::int64_t interpolation_mode, std::int64_t padding_mode, bool align_corners);
/// The grid of affine maps theta [N,2,3] for size (N,C,H,W), or theta [N,3,4] for size (N,C,D,H,W).
Tensor affine_grid(const Tensor& theta, const Dims& size, bool align_corners = false);

Tensor pixel_shuffle(const Tensor& x, std::int64_t upscale_factor);      ///< [..., C r r, H, W] -> [..., C, H r, W r]
Tensor pixel_unshuffle(const Tensor& x, std::int64_t downscale_factor);  ///< [..., C, H r, W r] -> [..., C r r, H, W]
Tensor channel_shuffle(const Tensor& x, std::int64_t groups);            ///< [N,C,...], channel (g, c) becomes (c, g)

/// pad with a constant (the name of PyTorch's op behind it).
Tensor constant_pad_nd(const Tensor& x, const Dims& pad, double value = 0);

}  // namespace wick
