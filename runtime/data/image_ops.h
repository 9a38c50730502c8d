#pragma once
// What the transforms share.

#include "wick/transforms.h"

namespace wick::transforms {

struct Map {  // output pixel -> input pixel, both counted from the centre
  double a, b, tx, c, d, ty;
};
/// The inverse of translate * rotate * shear * scale; torchvision's _get_inverse_affine_matrix with the centre at 0.
Map inverse_map(double degrees, double tx, double ty, double scale, double shear_x, double shear_y);
/// To a result of height x width, the image's own if 0.
void warp(Image& image, const Map& m, Interpolation interpolation, float fill, std::int64_t height = 0, std::int64_t width = 0);

/// Of bytes: back to whole numbers, to the nearest (halves to even), within [0, 255].
void finish_rounded(Image& x);

}  // namespace wick::transforms
