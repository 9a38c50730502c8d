// Images with other values: colours, tones, types.

#include <algorithm>
#include <cmath>

#include "data/image_ops.h"

namespace wick::transforms::functional {

namespace {

// torchvision's blend: factor x + (1 - factor) other, cut to the range; of bytes, to whole numbers by cutting off.
float blend(const Image& x, float v, float other, double factor) {
  const float y = std::clamp(static_cast<float>(factor) * v + static_cast<float>(1 - factor) * other, 0.0f, x.bound());
  return x.bytes ? std::trunc(y) : y;
}

void check_colors(const char* op, const Image& x) {
  check(x.C == 1 || x.C == 3, ErrorKind::shape, "[{}] Input image tensor permitted channel values are [1, 3], but found {}.", op, x.C);
}

void check_factor(const char* op, double factor) { check(factor >= 0, ErrorKind::value, "[{}] factor ({}) is not non-negative.", op, factor); }

// 0.2989 R + 0.587 G + 0.114 B; of bytes a whole number.
std::vector<float> gray_of(const Image& x) {
  std::vector<float> out(x.values.begin(), x.values.begin() + x.H * x.W);
  if (x.C == 1) return out;
  const float *r = x.plane(0), *g = x.plane(1), *b = x.plane(2);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = 0.2989f * r[i] + 0.587f * g[i] + 0.114f * b[i];
    if (x.bytes) out[i] = std::trunc(out[i]);
  }
  return out;
}

struct Hsv {
  float h, s, v;
};

Hsv to_hsv(float r, float g, float b) {
  const float top = std::max({r, g, b}), low = std::min({r, g, b}), range = top - low;
  const bool gray = top == low;
  const float by = gray ? 1 : range, rc = (top - r) / by, gc = (top - g) / by, bc = (top - b) / by;
  const float h = top == r ? bc - gc : top == g ? 2 + rc - bc : 4 + gc - rc;
  return {std::fmod(h / 6 + 1, 1.0f), range / (gray ? 1 : top), top};
}

void to_rgb(const Hsv& c, float& r, float& g, float& b) {
  const float i = std::floor(c.h * 6), f = c.h * 6 - i;
  const auto unit = [](float v) { return std::clamp(v, 0.0f, 1.0f); };
  const float v = c.v, p = unit(v * (1 - c.s)), q = unit(v * (1 - c.s * f)), t = unit(v * (1 - c.s * (1 - f)));
  const float table[6][3] = {{v, t, p}, {q, v, p}, {p, v, t}, {p, q, v}, {t, p, v}, {v, p, q}};
  const float* out = table[static_cast<int>(i) % 6];
  r = out[0], g = out[1], b = out[2];
}

// Runs f on the image as bytes, and turns it back.
template <class F>
void as_bytes(Image& x, const F& f) {
  const bool floats = !x.bytes;
  if (floats) to_bytes(x);
  f();
  if (floats) to_floats(x);
}

}  // namespace

void adjust_brightness(Image& x, double factor) {
  check_factor("adjust_brightness", factor);
  for (float& v : x.values) v = blend(x, v, 0, factor);
}

void adjust_contrast(Image& x, double factor) {
  check_factor("adjust_contrast", factor);
  check_colors("adjust_contrast", x);
  double sum = 0;
  for (const float v : gray_of(x)) sum += static_cast<double>(v);
  const auto mean = static_cast<float>(sum / static_cast<double>(x.H * x.W));
  for (float& v : x.values) v = blend(x, v, mean, factor);
}

void adjust_saturation(Image& x, double factor) {
  check_factor("adjust_saturation", factor);
  check_colors("adjust_saturation", x);
  if (x.C == 1) return;
  const std::vector<float> gray = gray_of(x);
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] = blend(x, x.values[i], gray[i % gray.size()], factor);
}

void adjust_hue(Image& x, double factor) {
  check(factor >= -0.5 && factor <= 0.5, ErrorKind::value, "[adjust_hue] hue_factor ({}) is not in [-0.5, 0.5].", factor);
  check_colors("adjust_hue", x);
  if (x.C == 1) return;
  const bool bytes = x.bytes;
  if (bytes) to_floats(x);
  float *r = x.plane(0), *g = x.plane(1), *b = x.plane(2);
  for (std::int64_t i = 0; i < x.H * x.W; ++i) {
    Hsv c = to_hsv(r[i], g[i], b[i]);
    c.h += static_cast<float>(factor);
    c.h -= std::floor(c.h);
    to_rgb(c, r[i], g[i], b[i]);
  }
  if (bytes) to_bytes(x);
}

// Blends with the image under the kernel of ones with 5 in the middle, whose border is the image's own.
void adjust_sharpness(Image& x, double factor) {
  check_factor("adjust_sharpness", factor);
  check_colors("adjust_sharpness", x);
  if (x.H <= 2 || x.W <= 2) return;
  Image soft = x;
  for (std::int64_t c = 0; c < x.C; ++c)
    for (std::int64_t y = 1; y + 1 < x.H; ++y)
      for (std::int64_t k = 1; k + 1 < x.W; ++k) {
        float sum = 0;
        for (std::int64_t dy = -1; dy <= 1; ++dy)
          for (std::int64_t dx = -1; dx <= 1; ++dx) sum += x.plane(c)[(y + dy) * x.W + k + dx] * ((dy || dx ? 1.0f : 5.0f) / 13.0f);
        soft.plane(c)[y * x.W + k] = sum;
      }
  finish_rounded(soft);
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] = blend(x, x.values[i], soft.values[i], factor);
}

void rgb_to_grayscale(Image& x, std::int64_t channels) {
  check(channels == 1 || channels == 3, ErrorKind::value, "[rgb_to_grayscale] num_output_channels should be either 1 or 3; it is {}.", channels);
  check_colors("rgb_to_grayscale", x);
  const std::vector<float> gray = gray_of(x);
  x.C = channels;
  x.values.clear();
  for (std::int64_t c = 0; c < channels; ++c) x.values.insert(x.values.end(), gray.begin(), gray.end());
}

void invert(Image& x) {
  for (float& v : x.values) v = x.bound() - v;
}

void posterize(Image& x, int bits) {
  check(bits >= 0 && bits <= 8, ErrorKind::value, "[posterize] The number if bits should be between 0 and 8. Got {}.", bits);
  const auto levels = static_cast<float>(1 << bits), step = static_cast<float>(256 >> bits);
  for (float& v : x.values) v = x.bytes ? std::floor(v / step) * step : std::clamp(std::floor(v * levels), 0.0f, levels - 1) / levels;
}

void solarize(Image& x, double threshold) {
  check(threshold <= static_cast<double>(x.bound()), ErrorKind::value, "[solarize] Threshold should be less than bound of img; it is {}.", threshold);
  for (float& v : x.values)
    if (v >= static_cast<float>(threshold)) v = x.bound() - v;
}

void autocontrast(Image& x) {
  const std::int64_t n = x.H * x.W;
  for (std::int64_t c = 0; c < x.C; ++c) {
    float* p = x.plane(c);
    if (n == 0) continue;
    const float low = *std::min_element(p, p + n), high = *std::max_element(p, p + n);
    if (low == high) continue;
    const float scale = 1 / (high - low) * x.bound();  // as PyTorch divides a number by a tensor
    for (std::int64_t i = 0; i < n; ++i) {
      const float y = std::clamp((p[i] - low) * scale, 0.0f, x.bound());
      p[i] = x.bytes ? std::trunc(y) : y;
    }
  }
}

void equalize(Image& x) {
  as_bytes(x, [&] {
    const std::int64_t n = x.H * x.W;
    for (std::int64_t c = 0; c < x.C; ++c) {
      float* p = x.plane(c);
      std::int64_t counts[256] = {}, last = 0;
      for (std::int64_t i = 0; i < n; ++i) ++counts[static_cast<int>(p[i])];
      for (const std::int64_t k : counts) last = k ? k : last;
      const std::int64_t step = (n - last) / 255;
      if (step == 0) continue;
      float table[256];
      std::int64_t sum = 0;
      for (int v = 0; v < 256; ++v) {
        table[v] = static_cast<float>(std::min<std::int64_t>(255, v == 0 ? 0 : (sum + step / 2) / step));
        sum += counts[v];
      }
      for (std::int64_t i = 0; i < n; ++i) p[i] = table[static_cast<int>(p[i])];
    }
  });
}

void to_bytes(Image& x) {
  if (x.bytes) return;
  constexpr float kMost = 256 - 1e-3f;  // 1.0 becomes 255
  for (float& v : x.values) v = std::floor(std::clamp(v, 0.0f, 1.0f) * kMost);
  x.bytes = true;
}

void to_floats(Image& x) {
  if (!x.bytes) return;
  for (float& v : x.values) v /= 255.0f;
  x.bytes = false;
}

}  // namespace wick::transforms::functional
