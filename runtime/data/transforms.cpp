// Stored samples to the model's input: u8 to [0, 1], random affine maps, normalization.

#include <algorithm>
#include <cmath>
#include <cstring>

#include "data/exact_math.h"
#include "wick/data.h"
#include "wick/parallel.h"

namespace wick {

namespace {

constexpr std::uint64_t kAffineKey = 0x414646494E45ull;  // keeps these streams apart from the other users of a seed: "AFFINE"

struct Matrix {  // output pixel -> input pixel, both counted from the centre
  double a, b, tx, c, d, ty;
};

double draw(PhiloxStream& random, const std::pair<double, double>& range) {
  const double u = random.uniform();  // drawn also for an empty range: the stream does not depend on the settings
  return range.first + (range.second - range.first) * u;
}

// The inverse of translate * rotate * shear * scale; torchvision's _get_inverse_affine_matrix with the centre at 0.
Matrix inverse_map(double degrees, double tx, double ty, double scale, double shear_x, double shear_y) {
  using exact::sin_cos_turns;
  const auto angle = [](double d) { return d / 360; };
  const auto sy = sin_cos_turns(angle(shear_y)), sx = sin_cos_turns(angle(shear_x)), ry = sin_cos_turns(angle(degrees - shear_y)),
             r = sin_cos_turns(angle(degrees));
  const double tan_x = sx.sin / sx.cos;
  const double a = ry.cos / sy.cos, b = -ry.cos * tan_x / sy.cos - r.sin;
  const double c = ry.sin / sy.cos, d = -ry.sin * tan_x / sy.cos + r.cos;
  Matrix m{d / scale, -b / scale, 0, -c / scale, a / scale, 0};
  m.tx = -(m.a * tx + m.b * ty);
  m.ty = -(m.c * tx + m.d * ty);
  return m;
}

// Bilinear, 0 outside. from and to [H,W].
void warp(const float* from, float* to, std::int64_t H, std::int64_t W, const Matrix& m) {
  const double cx = static_cast<double>(W - 1) / 2, cy = static_cast<double>(H - 1) / 2;
  const auto pixel = [&](std::int64_t y, std::int64_t x) { return y >= 0 && y < H && x >= 0 && x < W ? from[y * W + x] : 0.0f; };
  for (std::int64_t y = 0; y < H; ++y) {
    const double dy = static_cast<double>(y) - cy;
    for (std::int64_t x = 0; x < W; ++x) {
      const double dx = static_cast<double>(x) - cx;
      const double sx = m.a * dx + m.b * dy + m.tx + cx, sy = m.c * dx + m.d * dy + m.ty + cy;
      float v = 0;
      if (sx > -1 && sx < static_cast<double>(W) && sy > -1 && sy < static_cast<double>(H)) {
        const double fx = std::floor(sx), fy = std::floor(sy);
        const auto x0 = static_cast<std::int64_t>(fx), y0 = static_cast<std::int64_t>(fy);
        const auto u = static_cast<float>(sx - fx), w = static_cast<float>(sy - fy);
        const float top = pixel(y0, x0) * (1 - u) + pixel(y0, x0 + 1) * u;
        const float bottom = pixel(y0 + 1, x0) * (1 - u) + pixel(y0 + 1, x0 + 1) * u;
        v = top * (1 - w) + bottom * w;
      }
      to[y * W + x] = v;
    }
  }
}

void check_affine(const transforms::RandomAffine& t) {
  const auto in_unit = [](double v) { return v >= 0 && v <= 1; };
  check(in_unit(t.translate.first) && in_unit(t.translate.second), ErrorKind::value,
        "[RandomAffine] translate is ({}, {}); need fractions in [0, 1].", t.translate.first, t.translate.second);
  check(t.scale.first > 0 && t.scale.second >= t.scale.first, ErrorKind::value, "[RandomAffine] scale is ({}, {}); need 0 < min <= max.",
        t.scale.first, t.scale.second);
  for (const auto& s : {t.shear_x, t.shear_y})
    check(std::fabs(s.first) < 90 && std::fabs(s.second) < 90, ErrorKind::value, "[RandomAffine] shear is ({}, {}); need less than 90 degrees.",
          s.first, s.second);
}

}  // namespace

void transforms::RandomAffine::apply(Tensor& images, std::span<const std::int64_t> indices, std::uint64_t seed, std::uint64_t epoch) const {
  check(images.dim() == 4 && images.dtype() == DType::float32 && images.size(0) == static_cast<std::int64_t>(indices.size()), ErrorKind::shape,
        "[RandomAffine] input is {}; need images f32[{},C,H,W].", images, indices.size());
  check_affine(*this);
  const std::int64_t B = images.size(0), C = images.size(1), H = images.size(2), W = images.size(3), plane = H * W;
  const Tensor before = images.contiguous();
  Tensor after = empty(images.shape());
  const float* from = before.data<float>();
  float* to = after.data<float>();
  constexpr std::int64_t kChunk = 4;  // images; 784 pixels take some 8 µs
  parallel_chunks((B + kChunk - 1) / kChunk, [&](std::int64_t chunk) {
    for (std::int64_t i = chunk * kChunk; i < std::min(B, (chunk + 1) * kChunk); ++i) {
      PhiloxStream random(seed ^ kAffineKey, (epoch << 40) ^ static_cast<std::uint64_t>(indices[static_cast<std::size_t>(i)]));
      const double angle = draw(random, degrees);
      const double max_x = translate.first * static_cast<double>(W), max_y = translate.second * static_cast<double>(H);
      const double tx = std::floor(draw(random, {-max_x, max_x}) + 0.5), ty = std::floor(draw(random, {-max_y, max_y}) + 0.5);
      const double s = draw(random, scale), kx = draw(random, shear_x), ky = draw(random, shear_y);
      const Matrix m = inverse_map(angle, tx, ty, s, kx, ky);
      for (std::int64_t c = 0; c < C; ++c) warp(from + (i * C + c) * plane, to + (i * C + c) * plane, H, W, m);
    }
  });
  images = after;
}

Tensor to_input(const Tensor& stored, const Shape& sample_shape) {
  const int rank = sample_shape.rank();
  if (stored.dtype() != DType::uint8 || rank < 2) return is_integral(stored.dtype()) && stored.dtype() != DType::uint8 ? stored : stored.to(DType::float32);
  check(rank <= 3, ErrorKind::shape, "[to_input] samples have shape {}; images need [H,W] or [C,H,W].", sample_shape);
  const Tensor s = stored.contiguous();
  const std::int64_t B = s.size(0);
  const Shape shape = rank == 2 ? Shape{B, 1, sample_shape[0], sample_shape[1]}
                                               : Shape{B, sample_shape[0], sample_shape[1], sample_shape[2]};
  Tensor x = empty(shape);
  const auto* from = s.data<std::uint8_t>();
  float* to = x.data<float>();
  for (std::int64_t i = 0; i < s.numel(); ++i) to[i] = static_cast<float>(from[i]) / 255.0f;
  return x;
}

void normalize_(Tensor& x, const transforms::Normalize& normalize) {
  if (normalize.mean.empty() && normalize.std.empty()) return;
  const std::int64_t B = x.size(0), C = x.dim() > 1 ? x.size(1) : 1, inner = B * C > 0 ? x.numel() / (B * C) : 0;
  const auto fits = [&](std::size_t n) { return n == 1 || static_cast<std::int64_t>(n) == C; };
  check(fits(normalize.mean.size()) && fits(normalize.std.size()), ErrorKind::value,
        "[Normalize] {} means and {} stds for input {}; need one each, or {} each.", normalize.mean.size(), normalize.std.size(), x, C);
  float* p = x.data<float>();
  for (std::int64_t b = 0; b < B; ++b)
    for (std::int64_t c = 0; c < C; ++c) {
      const auto at = [&](const std::vector<float>& v) { return v.size() == 1 ? v[0] : v[static_cast<std::size_t>(c)]; };
      const float mean = at(normalize.mean), std = at(normalize.std);
      for (std::int64_t i = 0; i < inner; ++i, ++p) *p = (*p - mean) / std;
    }
}

}  // namespace wick
