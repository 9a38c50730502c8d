// Stored samples to the model's input: u8 to [0, 1], lists of transforms, normalization; the transforms of one kind each.

#include "wick/transforms.h"

#include <algorithm>
#include <cmath>
#include <exception>

#include "data/exact_math.h"
#include "data/image_ops.h"
#include "wick/data.h"
#include "wick/parallel.h"

namespace wick {

namespace transforms {

namespace {

// FNV-1a, of a transform's name.
std::uint64_t name_key(std::string_view name) {
  std::uint64_t h = 0xCBF29CE484222325ull;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return h;
}

double draw(PhiloxStream& random, const Range& range) {
  const double u = random.uniform();  // drawn also for an empty range: the stream does not depend on the settings
  return range.first + (range.second - range.first) * u;
}

// Of 0 … n-1, by multiply-shift.
std::int64_t pick(PhiloxStream& random, std::int64_t n) {
  return static_cast<std::int64_t>((static_cast<std::uint64_t>(random.word()) * static_cast<std::uint64_t>(n)) >> 32);
}

void check_probability(const char* who, double p) { check(p >= 0 && p <= 1, ErrorKind::value, "[{}] p is {}; need a probability from 0 to 1.", who, p); }

// One number or two -> [height, width].
Dims two(const char* who, const Dims& size) {
  check(size.rank() == 1 || size.rank() == 2, ErrorKind::value, "[{}] size is {}; need one number or [height,width].", who, size);
  for (const std::int64_t n : size) check(n >= 1, ErrorKind::value, "[{}] size is {}; need 1 or more.", who, size);
  return {size[0], size.back()};
}

void check_ranges(const char* who, const Range& scale, const Range& ratio) {
  for (const Range& r : {scale, ratio})
    check(r.first > 0 && r.first <= r.second, ErrorKind::value, "[{}] scale is ({}, {}), ratio ({}, {}); need 0 < min <= max.", who, scale.first, scale.second, ratio.first,
          ratio.second);
}

// Python's round().
std::int64_t nearest(double v) { return static_cast<std::int64_t>(std::nearbyint(v)); }

// A box of a share of the area and an aspect ratio, both drawn.
struct Box {
  std::int64_t height, width;
};
Box draw_box(PhiloxStream& random, const Image& x, const Range& scale, const Range& ratio, bool wide) {
  const double area = static_cast<double>(x.H * x.W) * draw(random, scale);
  const double aspect = exact::exp(draw(random, {exact::log(ratio.first), exact::log(ratio.second)}));
  const std::int64_t a = nearest(std::sqrt(area * aspect)), b = nearest(std::sqrt(area / aspect));
  return wide ? Box{b, a} : Box{a, b};
}

}  // namespace

Image::Image(const Tensor& t) {
  check(t.defined() && t.dim() == 3 && (t.dtype() == DType::uint8 || t.dtype() == DType::float32), ErrorKind::shape, "[transforms] image is {}; need u8 or f32 [C,H,W].",
        t.defined() ? to_text(t) : "missing");
  const Tensor c = t.detach().contiguous();
  *this = Image(t.size(0), t.size(1), t.size(2), t.dtype() == DType::uint8);
  for (std::int64_t i = 0; i < c.numel(); ++i)
    values[static_cast<std::size_t>(i)] = bytes ? static_cast<float>(c.data<std::uint8_t>()[i]) : c.data<float>()[i];
}

Tensor Image::tensor() const {
  Tensor t = empty({C, H, W}, bytes ? DType::uint8 : DType::float32);
  for (std::int64_t i = 0; i < t.numel(); ++i) {
    const float v = values[static_cast<std::size_t>(i)];
    if (bytes) t.data<std::uint8_t>()[i] = static_cast<std::uint8_t>(v);
    else t.data<float>()[i] = v;
  }
  return t;
}

std::uint64_t Transform::key() const { return name_key(type()); }
std::uint64_t BatchTransform::key() const { return name_key(type()); }

Tensor Transform::operator()(const Tensor& image, PhiloxStream& random) const {
  Image x(image);
  apply(x, random);
  return x.tensor();
}

Tensor apply_all(const std::vector<TransformPtr>& list, const Tensor& images, std::span<const std::int64_t> indices, std::uint64_t seed, std::uint64_t epoch) {
  if (list.empty()) return images;
  check(images.dim() == 4 && images.dtype() == DType::float32 && images.size(0) == static_cast<std::int64_t>(indices.size()), ErrorKind::shape,
        "[{}] input is {}; need images f32[{},C,H,W].", list[0]->type(), images, indices.size());
  const std::int64_t B = images.size(0);
  const Tensor before = images.contiguous();
  const float* from = before.data<float>();
  const auto run = [&](std::int64_t i) {
    Image x(before.size(1), before.size(2), before.size(3), false);
    std::copy_n(from + i * static_cast<std::int64_t>(x.values.size()), x.values.size(), x.values.begin());
    const std::uint64_t stream = (epoch << 40) ^ static_cast<std::uint64_t>(indices[static_cast<std::size_t>(i)]);
    for (std::size_t k = 0; k < list.size(); ++k) {
      PhiloxStream random(seed ^ list[k]->key() ^ (static_cast<std::uint64_t>(k) << 56), stream);
      list[k]->apply(x, random);
    }
    functional::to_floats(x);
    return x;
  };
  if (B == 0) return images;
  const Image first = run(0);
  Tensor after = empty({B, first.C, first.H, first.W});
  const std::int64_t each = after.numel() / B;
  float* const to = after.data<float>();
  std::copy(first.values.begin(), first.values.end(), to);
  constexpr std::int64_t kChunk = 4;  // images; 784 pixels take some 8 µs
  std::vector<std::exception_ptr> errors(static_cast<std::size_t>(B));
  parallel_chunks((B + kChunk - 1) / kChunk, [&](std::int64_t chunk) {
    for (std::int64_t i = std::max<std::int64_t>(1, chunk * kChunk); i < std::min(B, (chunk + 1) * kChunk); ++i) {
      try {
        const Image x = run(i);
        check(x.C == first.C && x.H == first.H && x.W == first.W, ErrorKind::shape, "[transforms] images come out as [{},{},{}] and [{},{},{}]; need one size.", first.C,
              first.H, first.W, x.C, x.H, x.W);
        std::copy(x.values.begin(), x.values.end(), to + i * each);
      } catch (...) {
        errors[static_cast<std::size_t>(i)] = std::current_exception();
      }
    }
  });
  for (const std::exception_ptr& e : errors)
    if (e) std::rethrow_exception(e);
  return after;
}

void Compose::apply(Image& image, PhiloxStream& random) const {
  for (const TransformPtr& t : transforms_) t->apply(image, random);
}

Resize::Resize(const Dims& size, Interpolation interpolation, bool antialias, std::optional<std::int64_t> max_size)
    : size_(size), interpolation_(interpolation), antialias_(antialias), max_size_(max_size) {
  (void)two("Resize", size);
  check(!max_size || size.rank() == 1, ErrorKind::value, "[Resize] max_size is {} with size {}; max_size should only be passed if size is one number.", *max_size, size);
  check(!max_size || *max_size > size[0], ErrorKind::value, "[Resize] max_size = {} must be strictly greater than the requested size for the smaller edge size = {}.",
        *max_size, size[0]);
}
void Resize::apply(Image& x, PhiloxStream&) const {
  std::int64_t h = size_[0], w = size_.back();
  if (size_.rank() == 1) {
    const std::int64_t shorter = std::min(x.H, x.W);
    check(shorter >= 1, ErrorKind::shape, "[Resize] the image is [{},{},{}]; need at least one pixel.", x.C, x.H, x.W);
    h = checked_mul(h, x.H) / shorter;
    w = checked_mul(w, x.W) / shorter;
    if (const std::int64_t longer = std::max(h, w); max_size_ && longer > *max_size_) {
      const std::int64_t other = *max_size_ * size_[0] / longer;
      h = x.H < x.W ? other : *max_size_;
      w = x.H < x.W ? *max_size_ : other;
    }
  }
  functional::resize(x, h, w, interpolation_, antialias_);
}

CenterCrop::CenterCrop(const Dims& size) : size_(two("CenterCrop", size)) {}
void CenterCrop::apply(Image& x, PhiloxStream&) const { functional::center_crop(x, size_[0], size_[1]); }

RandomCrop::RandomCrop(const Dims& size, const Dims& padding, bool pad_if_needed, double fill, PaddingMode padding_mode)
    : size_(two("RandomCrop", size)), pads_(!padding.empty()), pad_if_needed_(pad_if_needed), fill_(fill), mode_(padding_mode) {
  const int n = padding.rank();
  check(n == 0 || n == 1 || n == 2 || n == 4, ErrorKind::value, "[RandomCrop] Padding must be an int or a 1, 2, or 4 element tuple, not a {} element tuple", n);
  if (pads_) padding_ = {padding[0], padding[n > 1], padding[n == 4 ? 2 : 0], padding[n == 4 ? 3 : n > 1]};
  check(padding_.left >= 0 && padding_.top >= 0 && padding_.right >= 0 && padding_.bottom >= 0, ErrorKind::value, "[RandomCrop] padding is {}; need 0 or more.", padding);
}
void RandomCrop::apply(Image& x, PhiloxStream& random) const {
  const auto fill = static_cast<float>(fill_);
  if (pads_) functional::pad(x, padding_, fill, mode_);
  const std::int64_t h = size_[0], w = size_[1];
  if (pad_if_needed_ && x.W < w) functional::pad(x, {w - x.W, 0, w - x.W, 0}, fill, mode_);
  if (pad_if_needed_ && x.H < h) functional::pad(x, {0, h - x.H, 0, h - x.H}, fill, mode_);
  check(h <= x.H && w <= x.W, ErrorKind::shape, "[RandomCrop] Required crop size ({}, {}) is larger than input image size ({}, {})", h, w, x.H, x.W);
  const std::int64_t top = pick(random, x.H - h + 1), left = pick(random, x.W - w + 1);
  functional::crop(x, top, left, h, w);
}

RandomResizedCrop::RandomResizedCrop(const Dims& size, const Range& scale, const Range& ratio, Interpolation interpolation, bool antialias)
    : size_(two("RandomResizedCrop", size)), scale_(scale), ratio_(ratio), interpolation_(interpolation), antialias_(antialias) {
  check_ranges("RandomResizedCrop", scale, ratio);
}
void RandomResizedCrop::apply(Image& x, PhiloxStream& random) const {
  std::int64_t top = -1, left = 0, h = x.H, w = x.W;
  for (int tries = 0; tries < 10 && top < 0; ++tries) {
    const Box box = draw_box(random, x, scale_, ratio_, true);
    if (box.width <= 0 || box.width > x.W || box.height <= 0 || box.height > x.H) continue;
    h = box.height, w = box.width;
    top = pick(random, x.H - h + 1);
    left = pick(random, x.W - w + 1);
  }
  if (top < 0) {  // the largest one within the ratios, from the middle
    const double ratio = static_cast<double>(x.W) / static_cast<double>(x.H);
    if (ratio < ratio_.first) h = nearest(static_cast<double>(w) / ratio_.first);
    else if (ratio > ratio_.second) w = nearest(static_cast<double>(h) * ratio_.second);
    top = (x.H - h) / 2;
    left = (x.W - w) / 2;
  }
  functional::crop(x, top, left, h, w);
  functional::resize(x, size_[0], size_[1], interpolation_, antialias_);
}

RandomAffine::RandomAffine(const RandomAffineOptions& o) : options_(o) {
  const auto in_unit = [](double v) { return v >= 0 && v <= 1; };
  check(in_unit(o.translate.first) && in_unit(o.translate.second), ErrorKind::value, "[RandomAffine] translate is ({}, {}); need fractions in [0, 1].",
        o.translate.first, o.translate.second);
  check(o.scale.first > 0 && o.scale.second >= o.scale.first, ErrorKind::value, "[RandomAffine] scale is ({}, {}); need 0 < min <= max.", o.scale.first, o.scale.second);
  for (const Range& s : {o.shear_x, o.shear_y})
    check(std::fabs(s.first) < 90 && std::fabs(s.second) < 90, ErrorKind::value, "[RandomAffine] shear is ({}, {}); need less than 90 degrees.", s.first, s.second);
}
void RandomAffine::apply(Image& x, PhiloxStream& random) const {
  const RandomAffineOptions& o = options_;
  const double angle = draw(random, o.degrees);
  const double max_x = o.translate.first * static_cast<double>(x.W), max_y = o.translate.second * static_cast<double>(x.H);
  const double tx = std::floor(draw(random, {-max_x, max_x}) + 0.5), ty = std::floor(draw(random, {-max_y, max_y}) + 0.5);
  const double s = draw(random, o.scale), kx = draw(random, o.shear_x), ky = draw(random, o.shear_y);
  warp(x, inverse_map(angle, tx, ty, s, kx, ky), o.interpolation, static_cast<float>(o.fill));
}

RandomRotation::RandomRotation(const Range& degrees, Interpolation interpolation, double fill, bool expand, std::optional<std::pair<double, double>> center)
    : degrees_(degrees), interpolation_(interpolation), fill_(fill), expand_(expand), center_(center) {
  check(degrees.first <= degrees.second, ErrorKind::value, "[RandomRotation] degrees is ({}, {}); need min <= max.", degrees.first, degrees.second);
}
void RandomRotation::apply(Image& x, PhiloxStream& random) const {
  functional::rotate(x, draw(random, degrees_), interpolation_, static_cast<float>(fill_), expand_, center_);
}

namespace {
void check_single(double v) { check(v >= 0, ErrorKind::value, "[ColorJitter] If a single number, each value must be non negative; one is {}.", v); }
Range around_one(double b) {
  check_single(b);
  return {std::max(0.0, 1 - b), 1 + b};
}
}  // namespace

ColorJitter::ColorJitter(double brightness, double contrast, double saturation, double hue)
    : ColorJitter(around_one(brightness), around_one(contrast), around_one(saturation), Range(-hue, hue)) {
  check_single(hue);
}
ColorJitter::ColorJitter(const Range& brightness, const Range& contrast, const Range& saturation, const Range& hue) : ranges_{brightness, contrast, saturation, hue} {
  for (int k = 0; k < 4; ++k) {
    const Range& r = ranges_[k];
    check(r.first <= r.second && (k == 3 ? r.first >= -0.5 && r.second <= 0.5 : r.first >= 0), ErrorKind::value,
          "[ColorJitter] a range is ({}, {}); need factors of 0 or more with min <= max, hue within [-0.5, 0.5].", r.first, r.second);
  }
}
void ColorJitter::apply(Image& x, PhiloxStream& random) const {
  double factors[4];
  int order[] = {0, 1, 2, 3};
  for (int k = 0; k < 4; ++k) factors[k] = draw(random, ranges_[k]);
  for (int k = 3; k > 0; --k) std::swap(order[k], order[pick(random, k + 1)]);
  constexpr void (*kSteps[])(Image&, double) = {functional::adjust_brightness, functional::adjust_contrast, functional::adjust_saturation, functional::adjust_hue};
  for (const int k : order) {
    const double none = k == 3 ? 0 : 1;
    if (ranges_[k].first != none || ranges_[k].second != none) kSteps[k](x, factors[k]);
  }
}

Grayscale::Grayscale(std::int64_t channels) : channels_(channels) {
  check(channels == 1 || channels == 3, ErrorKind::value, "[Grayscale] num_output_channels should be either 1 or 3; it is {}.", channels);
}
void Grayscale::apply(Image& x, PhiloxStream&) const { functional::rgb_to_grayscale(x, channels_); }

GaussianBlur::GaussianBlur(const Dims& kernel_size, const Range& sigma) : kernel_(two("GaussianBlur", kernel_size)), sigma_(sigma) {
  for (const std::int64_t k : kernel_) check(k % 2 == 1, ErrorKind::value, "[GaussianBlur] Kernel size value should be an odd and positive number; it is {}.", k);
  check(sigma.first > 0 && sigma.first <= sigma.second, ErrorKind::value, "[GaussianBlur] sigma values should be positive and of the form (min, max); they are ({}, {}).",
        sigma.first, sigma.second);
}
void GaussianBlur::apply(Image& x, PhiloxStream& random) const { functional::gaussian_blur(x, kernel_[0], kernel_[1], draw(random, sigma_)); }

RandomErasing::RandomErasing(double p, const Range& scale, const Range& ratio, std::vector<double> value)
    : p_(p), scale_(scale), ratio_(ratio), value_(std::move(value)) {
  check_probability("RandomErasing", p);
  check_ranges("RandomErasing", scale, ratio);
  check(scale.second <= 1, ErrorKind::value, "[RandomErasing] Scale should be between 0 and 1; it is ({}, {}).", scale.first, scale.second);
}
void RandomErasing::apply(Image& x, PhiloxStream& random) const {
  check(value_.size() <= 1 || value_.size() == static_cast<std::size_t>(x.C), ErrorKind::value,
        "[RandomErasing] value has {} numbers for {} channels; If value is a sequence, it should have either a single value or {}.", value_.size(), x.C, x.C);
  if (static_cast<double>(random.uniform()) >= p_) return;
  for (int tries = 0; tries < 10; ++tries) {
    const Box box = draw_box(random, x, scale_, ratio_, false);
    if (box.height >= x.H || box.width >= x.W) continue;
    const std::int64_t top = pick(random, x.H - box.height + 1), left = pick(random, x.W - box.width + 1);
    for (std::int64_t c = 0; c < x.C; ++c)
      for (std::int64_t y = top; y < top + box.height; ++y) {
        float* const row = x.plane(c) + y * x.W + left;
        if (!value_.empty()) std::fill_n(row, box.width, static_cast<float>(value_[value_.size() > 1 ? static_cast<std::size_t>(c) : 0]));
        else
          for (std::int64_t k = 0; k < box.width; ++k) row[k] = static_cast<float>(exact::normal(random));
      }
    if (value_.empty()) finish_rounded(x);
    return;
  }
}

namespace {
constexpr struct {
  const char* type;
  RandomApply::Step step;
} kSteps[] = {
    {"RandomHorizontalFlip", [](Image& x, double) { functional::hflip(x); }},
    {"RandomVerticalFlip", [](Image& x, double) { functional::vflip(x); }},
    {"RandomGrayscale", [](Image& x, double) { functional::rgb_to_grayscale(x, x.C); }},
    {"RandomInvert", [](Image& x, double) { functional::invert(x); }},
    {"RandomPosterize", [](Image& x, double bits) { functional::posterize(x, static_cast<int>(bits)); }},
    {"RandomSolarize", [](Image& x, double threshold) { functional::solarize(x, threshold); }},
    {"RandomAutocontrast", [](Image& x, double) { functional::autocontrast(x); }},
    {"RandomEqualize", [](Image& x, double) { functional::equalize(x); }},
    {"RandomAdjustSharpness", [](Image& x, double factor) { functional::adjust_sharpness(x, factor); }},
};
}  // namespace

RandomApply::RandomApply(std::string_view type, double p, double amount) : type_(nullptr), step_(nullptr), p_(p), amount_(amount) {
  for (const auto& entry : kSteps)
    if (type == entry.type) type_ = entry.type, step_ = entry.step;
  check(type_ != nullptr, ErrorKind::value, "[RandomApply] there is no transform \"{}\".", type);
  check_probability(type_, p);
}
void RandomApply::apply(Image& x, PhiloxStream& random) const {
  if (static_cast<double>(random.uniform()) < p_) step_(x, amount_);
}

NormalizeImage::NormalizeImage(std::vector<float> mean, std::vector<float> std) : mean_(std::move(mean)), std_(std::move(std)) {
  check(!mean_.empty() && !std_.empty(), ErrorKind::value, "[Normalize] there is no mean or std; need one, or one per channel.");
  for (const float s : std_) check(s > 0, ErrorKind::value, "[Normalize] std is {}; need std > 0.", s);
}
void NormalizeImage::apply(Image& x, PhiloxStream&) const {
  functional::to_floats(x);
  const auto fits = [&](std::size_t n) { return n == 1 || static_cast<std::int64_t>(n) == x.C; };
  check(fits(mean_.size()) && fits(std_.size()), ErrorKind::value, "[Normalize] {} means and {} stds for {} channels; need one each, or {} each.", mean_.size(),
        std_.size(), x.C, x.C);
  for (std::int64_t c = 0; c < x.C; ++c) {
    const auto at = [&](const std::vector<float>& v) { return v[v.size() == 1 ? 0 : static_cast<std::size_t>(c)]; };
    for (std::int64_t i = 0; i < x.H * x.W; ++i) x.plane(c)[i] = (x.plane(c)[i] - at(mean_)) / at(std_);
  }
}

ConvertImageDtype::ConvertImageDtype(DType dtype) : bytes_(dtype == DType::uint8) {
  check(bytes_ || dtype == DType::float32, ErrorKind::dtype, "[ConvertImageDtype] dtype is {}; need u8 or f32.", dtype);
}
void ConvertImageDtype::apply(Image& x, PhiloxStream&) const { bytes_ ? functional::to_bytes(x) : functional::to_floats(x); }

}  // namespace transforms

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
