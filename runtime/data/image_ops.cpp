// Images moved about: resized, cropped, padded, mapped, blurred.

#include <algorithm>
#include <cmath>

#include "data/exact_math.h"
#include "data/image_ops.h"

namespace wick::transforms {

namespace {

// torch.round: halves to even.
float round_even(float v) {
  const float down = std::floor(v), rest = v - down;
  if (rest != 0.5f) return rest < 0.5f ? down : down + 1;
  return std::fmod(down, 2.0f) == 0 ? down : down + 1;
}

// What a pixel of the result is made of: `weights` of the pixels from `first` on.
struct Taps {
  std::int64_t first = 0;
  std::vector<float> weights;
};

// Keys' cubic convolution; ATen has a = -0.75, with antialias -0.5.
float cubic(float distance, float a) {
  const float d = std::fabs(distance);
  if (d >= 2) return 0;
  return d < 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : (((d - 5) * d + 8) * d - 4) * a;
}

// Of one axis. The formulas are those of ATen's UpSample: pixel centres lie at i + 1/2.
std::vector<Taps> taps_of(std::int64_t from, std::int64_t to, Interpolation interpolation, bool antialias) {
  std::vector<Taps> out(static_cast<std::size_t>(to));
  const float scale = static_cast<float>(from) / static_cast<float>(to);
  for (std::int64_t i = 0; i < to; ++i) {
    Taps& t = out[static_cast<std::size_t>(i)];
    const float at = static_cast<float>(i);
    if (interpolation == Interpolation::nearest) {
      t.first = std::min(static_cast<std::int64_t>(std::floor(at * scale)), from - 1);
      t.weights = {1};
    } else if (interpolation == Interpolation::bicubic && !antialias) {
      const float centre = scale * (at + 0.5f) - 0.5f, floor = std::floor(centre);
      const auto low = static_cast<std::int64_t>(floor) - 1;
      t.first = std::clamp<std::int64_t>(low, 0, from - 1);
      for (std::int64_t k = low; k < low + 4; ++k) {  // what lies outside repeats the pixel at the edge
        const auto place = static_cast<std::size_t>(std::clamp<std::int64_t>(k, 0, from - 1) - t.first);
        t.weights.resize(std::max(t.weights.size(), place + 1));
        t.weights[place] += cubic(centre - static_cast<float>(k), -0.75f);
      }
    } else if (!antialias) {
      const float centre = std::max(0.0f, scale * (at + 0.5f) - 0.5f);
      t.first = std::min(static_cast<std::int64_t>(centre), from - 1);
      const float second = centre - static_cast<float>(t.first);
      t.weights = {1 - second};
      if (t.first + 1 < from) t.weights.push_back(second);
      else t.weights[0] = 1;
    } else {  // a triangle over as many pixels as one of the result covers, or a cubic over twice as many
      const bool bicubic = interpolation == Interpolation::bicubic;
      const float inverse = 1 / std::max(1.0f, scale), support = std::max(1.0f, scale) * (bicubic ? 2 : 1), centre = scale * (at + 0.5f);
      t.first = std::max<std::int64_t>(0, static_cast<std::int64_t>(centre - support + 0.5f));
      const std::int64_t end = std::min(from, static_cast<std::int64_t>(centre + support + 0.5f));
      float total = 0;
      for (std::int64_t k = t.first; k < end; ++k) {
        const float distance = (static_cast<float>(k) - centre + 0.5f) * inverse;
        const float w = bicubic ? cubic(distance, -0.5f) : std::max(0.0f, 1 - std::fabs(distance));
        t.weights.push_back(w);
        total += w;
      }
      for (float& w : t.weights) w /= total;
    }
  }
  return out;
}

// One axis of planes [outer, n, inner], by taps.
std::vector<float> apply_taps(const std::vector<float>& x, std::int64_t outer, std::int64_t n, std::int64_t inner, const std::vector<Taps>& taps) {
  const auto to = static_cast<std::int64_t>(taps.size());
  std::vector<float> out(static_cast<std::size_t>(outer * to * inner));
  for (std::int64_t o = 0; o < outer; ++o)
    for (std::int64_t i = 0; i < to; ++i) {
      const Taps& t = taps[static_cast<std::size_t>(i)];
      float* y = out.data() + (o * to + i) * inner;
      const float* from = x.data() + (o * n + t.first) * inner;
      for (std::size_t k = 0; k < t.weights.size(); ++k, from += inner)
        for (std::int64_t c = 0; c < inner; ++c) y[c] += t.weights[k] * from[c];
    }
  return out;
}

void check_size(const char* op, std::int64_t height, std::int64_t width) {
  check(height >= 1 && width >= 1, ErrorKind::value, "[{}] size is [{},{}]; need 1 or more.", op, height, width);
}

// Where a place outside [0, n) is taken from; -1: nowhere.
std::int64_t source(std::int64_t i, std::int64_t n, PaddingMode mode) {
  if (i >= 0 && i < n) return i;
  switch (mode) {
    case PaddingMode::constant: return -1;
    case PaddingMode::edge: return i < 0 ? 0 : n - 1;
    case PaddingMode::reflect: return i < 0 ? -i : 2 * n - 2 - i;
    default: {
      const std::int64_t period = 2 * n, at = ((i % period) + period) % period;
      return at < n ? at : period - 1 - at;
    }
  }
}

}  // namespace

void finish_rounded(Image& x) {
  if (!x.bytes) return;
  for (float& v : x.values) v = std::clamp(round_even(v), 0.0f, 255.0f);
}

Map inverse_map(double degrees, double tx, double ty, double scale, double shear_x, double shear_y) {
  using exact::sin_cos_turns;
  const auto angle = [](double d) { return d / 360; };
  const auto sy = sin_cos_turns(angle(shear_y)), sx = sin_cos_turns(angle(shear_x)), ry = sin_cos_turns(angle(degrees - shear_y)),
             r = sin_cos_turns(angle(degrees));
  const double tan_x = sx.sin / sx.cos;
  const double a = ry.cos / sy.cos, b = -ry.cos * tan_x / sy.cos - r.sin;
  const double c = ry.sin / sy.cos, d = -ry.sin * tan_x / sy.cos + r.cos;
  Map m{d / scale, -b / scale, 0, -c / scale, a / scale, 0};
  m.tx = -(m.a * tx + m.b * ty);
  m.ty = -(m.c * tx + m.d * ty);
  return m;
}

void warp(Image& image, const Map& m, Interpolation interpolation, float fill, std::int64_t height, std::int64_t width) {
  check(interpolation != Interpolation::bicubic, ErrorKind::value, "[affine] interpolation is bicubic; need nearest or bilinear, as torchvision has it for tensors.");
  const std::int64_t H = image.H, W = image.W;
  const double cx = static_cast<double>(W - 1) / 2, cy = static_cast<double>(H - 1) / 2;
  Image out(image.C, height ? height : H, width ? width : W, image.bytes);
  const double ox = static_cast<double>(out.W - 1) / 2, oy = static_cast<double>(out.H - 1) / 2;
  for (std::int64_t c = 0; c < image.C; ++c) {
    const float* const from = image.plane(c);
    const auto pixel = [&](std::int64_t y, std::int64_t x) { return y >= 0 && y < H && x >= 0 && x < W ? from[y * W + x] : fill; };
    float* to = out.plane(c);
    for (std::int64_t y = 0; y < out.H; ++y) {
      const double dy = static_cast<double>(y) - oy;
      for (std::int64_t x = 0; x < out.W; ++x, ++to) {
        const double dx = static_cast<double>(x) - ox;
        const double sx = m.a * dx + m.b * dy + m.tx + cx, sy = m.c * dx + m.d * dy + m.ty + cy;
        *to = fill;
        if (!(sx > -1 && sx < static_cast<double>(W) && sy > -1 && sy < static_cast<double>(H))) continue;
        if (interpolation == Interpolation::nearest) {
          *to = pixel(static_cast<std::int64_t>(std::nearbyint(sy)), static_cast<std::int64_t>(std::nearbyint(sx)));
          continue;
        }
        const double fx = std::floor(sx), fy = std::floor(sy);
        const auto x0 = static_cast<std::int64_t>(fx), y0 = static_cast<std::int64_t>(fy);
        const auto u = static_cast<float>(sx - fx), w = static_cast<float>(sy - fy);
        const float top = pixel(y0, x0) * (1 - u) + pixel(y0, x0 + 1) * u;
        const float bottom = pixel(y0 + 1, x0) * (1 - u) + pixel(y0 + 1, x0 + 1) * u;
        *to = top * (1 - w) + bottom * w;
      }
    }
  }
  image = std::move(out);
  finish_rounded(image);
}

namespace functional {

void resize(Image& x, std::int64_t height, std::int64_t width, Interpolation interpolation, bool antialias) {
  check_size("resize", height, width);
  check(x.H >= 1 && x.W >= 1, ErrorKind::shape, "[resize] the image is [{},{},{}]; need at least one pixel.", x.C, x.H, x.W);
  if (height == x.H && width == x.W) return;
  std::vector<float> wide = apply_taps(x.values, x.C * x.H, x.W, 1, taps_of(x.W, width, interpolation, antialias));
  x.values = apply_taps(wide, x.C, x.H, width, taps_of(x.H, height, interpolation, antialias));
  x.H = height;
  x.W = width;
  finish_rounded(x);
}

void crop(Image& x, std::int64_t top, std::int64_t left, std::int64_t height, std::int64_t width) {
  check_size("crop", height, width);
  check(top >= 0 && left >= 0 && height <= x.H - top && width <= x.W - left, ErrorKind::shape, "[crop] [{},{}] at ({}, {}) lies outside the image of [{},{}].", height,
        width, top, left, x.H, x.W);
  Image out(x.C, height, width, x.bytes);
  for (std::int64_t c = 0; c < x.C; ++c)
    for (std::int64_t y = 0; y < height; ++y) std::copy_n(x.plane(c) + (top + y) * x.W + left, width, out.plane(c) + y * width);
  x = std::move(out);
}

void pad(Image& x, const Padding& p, float fill, PaddingMode mode) {
  check(p.left >= 0 && p.top >= 0 && p.right >= 0 && p.bottom >= 0, ErrorKind::value, "[pad] padding is ({}, {}, {}, {}); need 0 or more.", p.left, p.top, p.right, p.bottom);
  check(mode != PaddingMode::reflect || (std::max(p.left, p.right) < x.W && std::max(p.top, p.bottom) < x.H), ErrorKind::shape,
        "[pad] padding size should be less than the corresponding input dimension; it is ({}, {}, {}, {}) for [{},{}].", p.left, p.top, p.right, p.bottom, x.H, x.W);
  Image out(x.C, checked_add(x.H, p.top + p.bottom), checked_add(x.W, p.left + p.right), x.bytes);
  for (std::int64_t c = 0; c < x.C; ++c)
    for (std::int64_t y = 0; y < out.H; ++y) {
      const std::int64_t from = source(y - p.top, x.H, mode);
      for (std::int64_t k = 0; k < out.W; ++k) {
        const std::int64_t at = source(k - p.left, x.W, mode);
        out.plane(c)[y * out.W + k] = from < 0 || at < 0 ? fill : x.plane(c)[from * x.W + at];
      }
    }
  x = std::move(out);
}

void center_crop(Image& x, std::int64_t height, std::int64_t width) {
  check_size("center_crop", height, width);
  const std::int64_t dy = std::max<std::int64_t>(0, height - x.H), dx = std::max<std::int64_t>(0, width - x.W);
  if (dy || dx) pad(x, {dx / 2, dy / 2, (dx + 1) / 2, (dy + 1) / 2});
  const auto start = [](std::int64_t room) { return static_cast<std::int64_t>(round_even(static_cast<float>(room) / 2)); };
  crop(x, start(x.H - height), start(x.W - width), height, width);
}

void hflip(Image& x) {
  for (std::int64_t row = 0; row < x.C * x.H; ++row) std::reverse(x.values.data() + row * x.W, x.values.data() + (row + 1) * x.W);
}

void vflip(Image& x) {
  for (std::int64_t c = 0; c < x.C; ++c)
    for (std::int64_t y = 0; y < x.H / 2; ++y) std::swap_ranges(x.plane(c) + y * x.W, x.plane(c) + (y + 1) * x.W, x.plane(c) + (x.H - 1 - y) * x.W);
}

void affine(Image& x, double degrees, double tx, double ty, double scale, double shear_x, double shear_y, Interpolation interpolation, float fill) {
  check(scale > 0, ErrorKind::value, "[affine] Argument scale should be positive; it is {}.", scale);
  warp(x, inverse_map(degrees, tx, ty, scale, shear_x, shear_y), interpolation, fill);
}

void rotate(Image& x, double degrees, Interpolation interpolation, float fill, bool expand, std::optional<std::pair<double, double>> center) {
  Map m = inverse_map(-degrees, 0, 0, 1, 0, 0);
  const double w = static_cast<double>(x.W), h = static_cast<double>(x.H);
  if (center) {
    const double cx = center->first - w * 0.5, cy = center->second - h * 0.5;
    m.tx = cx - m.a * cx - m.b * cy;
    m.ty = cy - m.c * cx - m.d * cy;
  }
  if (!expand) return warp(x, m, interpolation, fill);
  // The size that holds the corners under the map, which torchvision turns the other way round; to 1e-4 of a pixel.
  double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
  for (const double sx : {-0.5, 0.5})
    for (const double sy : {-0.5, 0.5}) {
      const double to[2] = {m.a * sx * w + m.b * sy * h + m.tx + w / 2, m.c * sx * w + m.d * sy * h + m.ty + h / 2};
      for (int k = 0; k < 2; ++k) low[k] = std::min(low[k], to[k]), high[k] = std::max(high[k], to[k]);
    }
  const auto size = [&](int k) { return static_cast<std::int64_t>(std::ceil(std::trunc(high[k] * 1e4) * 1e-4) - std::floor(std::trunc(low[k] * 1e4) * 1e-4)); };
  warp(x, m, interpolation, fill, size(1), size(0));
}

void gaussian_blur(Image& x, std::int64_t kernel_height, std::int64_t kernel_width, double sigma) {
  check(sigma > 0, ErrorKind::value, "[gaussian_blur] sigma should have positive values. Got {}.", sigma);
  for (const std::int64_t k : {kernel_height, kernel_width})
    check(k > 0 && k % 2 == 1, ErrorKind::value, "[gaussian_blur] kernel_size should have odd and positive integers. Got {}.", k);
  const std::int64_t H = x.H, W = x.W;
  const auto taps = [&](std::int64_t n, std::int64_t kernel) {
    std::vector<float> weights;
    float total = 0;
    for (std::int64_t k = 0; k < kernel; ++k) {
      const double at = (static_cast<double>(k) - static_cast<double>(kernel - 1) / 2) / sigma;
      weights.push_back(static_cast<float>(exact::exp(-0.5 * at * at)));
      total += weights.back();
    }
    for (float& w : weights) w /= total;
    std::vector<Taps> out(static_cast<std::size_t>(n));
    for (std::int64_t i = 0; i < n; ++i) out[static_cast<std::size_t>(i)] = {i, weights};
    return out;
  };
  const bool bytes = x.bytes;
  pad(x, {kernel_width / 2, kernel_height / 2, kernel_width / 2, kernel_height / 2}, 0, PaddingMode::reflect);
  const std::vector<float> rows = apply_taps(x.values, x.C * x.H, x.W, 1, taps(W, kernel_width));
  Image out(x.C, H, W, bytes);
  out.values = apply_taps(rows, x.C, x.H, W, taps(H, kernel_height));
  x = std::move(out);
  finish_rounded(x);
}

}  // namespace functional

}  // namespace wick::transforms
