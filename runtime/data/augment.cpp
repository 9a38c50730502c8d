// TrivialAugmentWide, and what mixes the samples of a batch.

#include <algorithm>
#include <cmath>

#include "data/exact_math.h"
#include "data/image_ops.h"
#include "wick/data.h"
#include "wick/ops.h"

namespace wick::transforms {

namespace {

std::int64_t pick(PhiloxStream& random, std::int64_t n) {
  return static_cast<std::int64_t>((static_cast<std::uint64_t>(random.word()) * static_cast<std::uint64_t>(n)) >> 32);
}

// The strongest of each operation, in torchvision's order. Where `sign` says so half of the magnitudes are negative.
struct Operation {
  double first, last;
  bool sign;
};
constexpr Operation kOperations[] = {
    {0, 0, false},       // Identity
    {0, 0.99, true},     // ShearX
    {0, 0.99, true},     // ShearY
    {0, 32, true},       // TranslateX
    {0, 32, true},       // TranslateY
    {0, 135, true},      // Rotate
    {0, 0.99, true},     // Brightness
    {0, 0.99, true},     // Color
    {0, 0.99, true},     // Contrast
    {0, 0.99, true},     // Sharpness
    {8, 2, false},       // Posterize
    {255, 0, false},     // Solarize
    {0, 0, false},       // AutoContrast
    {0, 0, false},       // Equalize
};

}  // namespace

TrivialAugmentWide::TrivialAugmentWide(int num_magnitude_bins, Interpolation interpolation, double fill)
    : bins_(num_magnitude_bins), interpolation_(interpolation), fill_(fill) {
  check(bins_ >= 2, ErrorKind::value, "[TrivialAugmentWide] num_magnitude_bins is {}; need 2 or more.", bins_);
}

void TrivialAugmentWide::apply(Image& x, PhiloxStream& random) const {
  const auto k = static_cast<int>(pick(random, std::size(kOperations)));
  const Operation& o = kOperations[k];
  double magnitude = o.first + (o.last - o.first) * static_cast<double>(pick(random, bins_)) / (bins_ - 1);
  const bool negative = pick(random, 2) == 1;
  if (o.sign && negative) magnitude = -magnitude;
  run(x, k, magnitude);
}

void TrivialAugmentWide::run(Image& x, int operation, double magnitude) const {
  const auto fill = static_cast<float>(fill_);
  const auto half = [](std::int64_t n) { return static_cast<double>(n) / 2; };
  switch (operation) {
    case 0: return;
    case 1: return warp(x, {1, magnitude, magnitude * half(x.H), 0, 1, 0}, interpolation_, fill);  // about the top left corner
    case 2: return warp(x, {1, 0, 0, magnitude, 1, magnitude * half(x.W)}, interpolation_, fill);
    case 3: return warp(x, {1, 0, -std::trunc(magnitude), 0, 1, 0}, interpolation_, fill);
    case 4: return warp(x, {1, 0, 0, 0, 1, -std::trunc(magnitude)}, interpolation_, fill);
    case 5: return functional::rotate(x, magnitude, interpolation_, fill);
    case 6: return functional::adjust_brightness(x, 1 + magnitude);
    case 7: return functional::adjust_saturation(x, 1 + magnitude);
    case 8: return functional::adjust_contrast(x, 1 + magnitude);
    case 9: return functional::adjust_sharpness(x, 1 + magnitude);
    case 10: return functional::posterize(x, static_cast<int>(std::nearbyint(magnitude)));
    case 11: return functional::solarize(x, x.bytes ? magnitude : magnitude / 255);
    case 12: return functional::autocontrast(x);
    default: return functional::equalize(x);
  }
}

namespace {

double open_uniform(PhiloxStream& random) { return (static_cast<double>(random.word()) + 0.5) / 4294967296.0; }

// Gamma(a, 1): Marsaglia, Tsang 2000, "A simple method for generating gamma variables"; a below 1 by a power of a uniform number.
double gamma(PhiloxStream& random, double a) {
  if (a < 1) {
    const double power = exact::exp(exact::log(open_uniform(random)) / a);
    return gamma(random, a + 1) * power;
  }
  const double d = a - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = exact::normal(random), t = 1 + c * x, v = t * t * t;
    if (v > 0 && exact::log(open_uniform(random)) < 0.5 * x * x + d - d * v + d * exact::log(v)) return d * v;
  }
}

double beta(PhiloxStream& random, double alpha) {
  const double a = gamma(random, alpha), b = gamma(random, alpha);
  return a + b > 0 ? a / (a + b) : 0.5;  // both may vanish for a tiny alpha
}

void check_settings(const char* who, std::int64_t classes, double alpha) {
  check(classes >= 2, ErrorKind::value, "[{}] num_classes is {}; need 2 or more.", who, classes);
  check(alpha > 0, ErrorKind::value, "[{}] alpha is {}; need alpha > 0.", who, alpha);
}

// The batch turned by one: each sample's neighbour.
Tensor rolled(const Tensor& t) {
  const std::int64_t n = t.size(0);
  return n < 2 ? t : cat({t.narrow(0, n - 1, 1), t.narrow(0, 0, n - 1)});
}

void mix_labels(const char* who, Batch& b, std::int64_t classes, double lambda) {
  check(b.y.dim() == 1 && b.y.dtype() == DType::int64, ErrorKind::shape, "[{}] targets are {}; need labels i64 [B].", who, b.y);
  const Tensor y = one_hot(b.y, classes).to(DType::float32);
  b.y = rolled(y) * (1 - lambda) + y * lambda;
}

}  // namespace

MixUp::MixUp(std::int64_t num_classes, double alpha) : classes_(num_classes), alpha_(alpha) { check_settings("MixUp", num_classes, alpha); }
void MixUp::apply(Batch& b, PhiloxStream& random) const {
  const double lambda = beta(random, alpha_);
  b.x = rolled(b.x) * (1 - lambda) + b.x * lambda;
  mix_labels("MixUp", b, classes_, lambda);
}

CutMix::CutMix(std::int64_t num_classes, double alpha) : classes_(num_classes), alpha_(alpha) { check_settings("CutMix", num_classes, alpha); }
void CutMix::apply(Batch& b, PhiloxStream& random) const {
  check(b.x.dim() == 4, ErrorKind::shape, "[CutMix] input is {}; need images [B,C,H,W].", b.x);
  const std::int64_t H = b.x.size(2), W = b.x.size(3);
  const double lambda = beta(random, alpha_), r = 0.5 * std::sqrt(1 - lambda);
  const std::int64_t x = pick(random, W), y = pick(random, H), w = static_cast<std::int64_t>(r * static_cast<double>(W)),
                     h = static_cast<std::int64_t>(r * static_cast<double>(H));
  const std::int64_t x1 = std::max<std::int64_t>(x - w, 0), y1 = std::max<std::int64_t>(y - h, 0), x2 = std::min(x + w, W), y2 = std::min(y + h, H);
  if (x2 > x1 && y2 > y1) {
    Tensor out = b.x.clone();
    out.narrow(2, y1, y2 - y1).narrow(3, x1, x2 - x1).copy_(rolled(b.x).narrow(2, y1, y2 - y1).narrow(3, x1, x2 - x1));
    b.x = out;
  }
  mix_labels("CutMix", b, classes_, 1 - static_cast<double>((x2 - x1) * (y2 - y1)) / static_cast<double>(W * H));
}

}  // namespace wick::transforms
