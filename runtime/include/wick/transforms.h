#pragma once
// Image transforms with the names, defaults and formulas of torchvision.transforms.v2. What is random comes from a Philox stream,
// with the same bits natively and in wasm.
//
//   PhiloxStream random(seed, index);
//   Tensor y = transforms::Compose({std::make_shared<transforms::RandomCrop>(32, 4), ...})(x, random);

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "wick/philox.h"
#include "wick/tensor.h"

namespace wick {

struct Batch;

namespace transforms {

using Range = std::pair<double, double>;

/// An image while it is worked on: planes of floats. Of bytes they are whole numbers from 0 to 255, which each step rounds or cuts as
/// torchvision does for uint8; else they are from 0 to 1.
struct Image {
  std::int64_t C = 0, H = 0, W = 0;
  bool bytes = false;
  std::vector<float> values = {};

  Image() = default;
  Image(std::int64_t C, std::int64_t H, std::int64_t W, bool bytes) : C(C), H(H), W(W), bytes(bytes), values(static_cast<std::size_t>(C * H * W)) {}
  /// u8 or f32 [C,H,W]. Throws ErrorKind::shape.
  explicit Image(const Tensor& t);
  Tensor tensor() const;
  float* plane(std::int64_t c) { return values.data() + c * H * W; }
  const float* plane(std::int64_t c) const { return values.data() + c * H * W; }
  float bound() const { return bytes ? 255.0f : 1.0f; }
};

enum class Interpolation { nearest, bilinear, bicubic };  ///< bicubic: of resizing only
enum class PaddingMode { constant, edge, reflect, symmetric };
struct Padding {
  std::int64_t left = 0, top = 0, right = 0, bottom = 0;
};

/// torchvision.transforms.functional, in place. Factors and formulas are those of its documentation.
namespace functional {
void resize(Image& x, std::int64_t height, std::int64_t width, Interpolation interpolation = Interpolation::bilinear, bool antialias = true);
void crop(Image& x, std::int64_t top, std::int64_t left, std::int64_t height, std::int64_t width);  ///< throws ErrorKind::shape outside of x
void center_crop(Image& x, std::int64_t height, std::int64_t width);  ///< a smaller image is padded with 0
void pad(Image& x, const Padding& padding, float fill = 0, PaddingMode mode = PaddingMode::constant);  ///< reflect: less than a side
void hflip(Image& x);
void vflip(Image& x);
/// degrees clockwise about the centre, then the shift in pixels.
void affine(Image& x, double degrees, double translate_x, double translate_y, double scale, double shear_x, double shear_y,
            Interpolation interpolation = Interpolation::nearest, float fill = 0);
/// counter-clockwise about center, in pixels from the top left corner (the image's if empty). expand: the result is as large as the
/// turned image; torchvision means the turn about the image's own centre then.
void rotate(Image& x, double degrees, Interpolation interpolation = Interpolation::nearest, float fill = 0, bool expand = false,
            std::optional<std::pair<double, double>> center = {});
void adjust_brightness(Image& x, double factor);
void adjust_contrast(Image& x, double factor);
void adjust_saturation(Image& x, double factor);
void adjust_hue(Image& x, double factor);  ///< [-0.5, 0.5]
void adjust_sharpness(Image& x, double factor);
void rgb_to_grayscale(Image& x, std::int64_t num_output_channels = 1);
void gaussian_blur(Image& x, std::int64_t kernel_height, std::int64_t kernel_width, double sigma);
void invert(Image& x);
void posterize(Image& x, int bits);
void solarize(Image& x, double threshold);
void autocontrast(Image& x);
void equalize(Image& x);  ///< of floats: by way of bytes
void to_bytes(Image& x);  ///< ConvertImageDtype(uint8)
void to_floats(Image& x);
}  // namespace functional

/// One step. It holds settings only, so one object serves any number of threads.
class Transform {
 public:
  virtual ~Transform() = default;
  virtual const char* type() const = 0;
  virtual void apply(Image& image, PhiloxStream& random) const = 0;
  /// Of its random numbers among those of the same seed.
  virtual std::uint64_t key() const;
  /// image u8 or f32 [C,H,W].
  Tensor operator()(const Tensor& image, PhiloxStream& random) const;
};
using TransformPtr = std::shared_ptr<const Transform>;

/// Image i of images f32 [B,C,H,W] goes through the list; step k draws from the stream (seed, epoch, indices[i], k): the same
/// whatever the batch and the number of threads. Throws ErrorKind::shape for images that come out in different sizes.
Tensor apply_all(const std::vector<TransformPtr>& list, const Tensor& images, std::span<const std::int64_t> indices, std::uint64_t seed, std::uint64_t epoch);

class Compose final : public Transform {
 public:
  explicit Compose(std::vector<TransformPtr> transforms) : transforms_(std::move(transforms)) {}
  const char* type() const override { return "Compose"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  std::vector<TransformPtr> transforms_;
};

/// A size of one number is that of the shorter side, the other one in proportion; both are smaller where the longer side would
/// exceed max_size.
class Resize final : public Transform {
 public:
  explicit Resize(const Dims& size, Interpolation interpolation = Interpolation::bilinear, bool antialias = true, std::optional<std::int64_t> max_size = {});
  const char* type() const override { return "Resize"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Dims size_;
  Interpolation interpolation_;
  bool antialias_;
  std::optional<std::int64_t> max_size_;
};

class CenterCrop final : public Transform {
 public:
  explicit CenterCrop(const Dims& size);
  const char* type() const override { return "CenterCrop"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Dims size_;
};

/// padding: none, one number, [left and right, top and bottom] or [left, top, right, bottom].
class RandomCrop final : public Transform {
 public:
  explicit RandomCrop(const Dims& size, const Dims& padding = {}, bool pad_if_needed = false, double fill = 0, PaddingMode padding_mode = PaddingMode::constant);
  const char* type() const override { return "RandomCrop"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Dims size_;
  Padding padding_;
  bool pads_, pad_if_needed_;
  double fill_;
  PaddingMode mode_;
};

class RandomResizedCrop final : public Transform {
 public:
  explicit RandomResizedCrop(const Dims& size, const Range& scale = {0.08, 1}, const Range& ratio = {3.0 / 4, 4.0 / 3},
                             Interpolation interpolation = Interpolation::bilinear, bool antialias = true);
  const char* type() const override { return "RandomResizedCrop"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Dims size_;
  Range scale_, ratio_;
  Interpolation interpolation_;
  bool antialias_;
};

struct RandomAffineOptions {
  Range degrees = {0, 0};    ///< clockwise on the screen
  Range translate = {0, 0};  ///< largest shift as a fraction of width and height, to whole pixels
  Range scale = {1, 1};
  Range shear_x = {0, 0}, shear_y = {0, 0};  ///< degrees
  Interpolation interpolation = Interpolation::bilinear;  ///< torchvision's default is nearest
  double fill = 0;
};
/// Rotates, shifts, scales and shears each image about its centre; what comes from outside is `fill`. Ranges are drawn from
/// uniformly.
class RandomAffine final : public Transform {
 public:
  explicit RandomAffine(const RandomAffineOptions& options = {});
  const char* type() const override { return "RandomAffine"; }
  std::uint64_t key() const override { return 0x414646494E45ull; }  // "AFFINE"
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  RandomAffineOptions options_;
};

/// Counter-clockwise. The image keeps its size unless it expands; see functional::rotate().
class RandomRotation final : public Transform {
 public:
  explicit RandomRotation(const Range& degrees, Interpolation interpolation = Interpolation::nearest, double fill = 0, bool expand = false,
                          std::optional<std::pair<double, double>> center = {});
  const char* type() const override { return "RandomRotation"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Range degrees_;
  Interpolation interpolation_;
  double fill_;
  bool expand_;
  std::optional<std::pair<double, double>> center_;
};

/// Brightness, contrast, saturation and hue by factors from these ranges, in a random order.
class ColorJitter final : public Transform {
 public:
  /// Numbers b stand for [max(0, 1 - b), 1 + b], hue h for [-h, h].
  explicit ColorJitter(double brightness = 0, double contrast = 0, double saturation = 0, double hue = 0);
  ColorJitter(const Range& brightness, const Range& contrast, const Range& saturation, const Range& hue);
  const char* type() const override { return "ColorJitter"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Range ranges_[4];
};

class Grayscale final : public Transform {
 public:
  explicit Grayscale(std::int64_t num_output_channels = 1);
  const char* type() const override { return "Grayscale"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  std::int64_t channels_;
};

class GaussianBlur final : public Transform {
 public:
  explicit GaussianBlur(const Dims& kernel_size, const Range& sigma = {0.1, 2.0});
  const char* type() const override { return "GaussianBlur"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  Dims kernel_;
  Range sigma_;
};

class RandomErasing final : public Transform {
 public:
  /// value: one number, or one per channel; none: normal numbers, drawn for each pixel (torchvision's "random").
  explicit RandomErasing(double p = 0.5, const Range& scale = {0.02, 0.33}, const Range& ratio = {0.3, 3.3}, std::vector<double> value = {0});
  const char* type() const override { return "RandomErasing"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  double p_;
  Range scale_, ratio_;
  std::vector<double> value_;
};

/// What is done with probability p, and otherwise not: RandomHorizontalFlip, RandomVerticalFlip, RandomGrayscale, RandomInvert,
/// RandomPosterize (amount: bits), RandomSolarize (threshold), RandomAutocontrast, RandomEqualize, RandomAdjustSharpness (factor).
class RandomApply final : public Transform {
 public:
  using Step = void (*)(Image& image, double amount);
  /// Throws ErrorKind::value for an unknown name or a p outside [0, 1].
  RandomApply(std::string_view type, double p, double amount = 0);
  const char* type() const override { return type_; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  const char* type_;
  Step step_;
  double p_, amount_;
};

/// (x - mean) / std per channel; one value stands for all of them.
class NormalizeImage final : public Transform {
 public:
  NormalizeImage(std::vector<float> mean, std::vector<float> std);
  const char* type() const override { return "Normalize"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  std::vector<float> mean_, std_;
};

/// To u8 or f32 with the values that go with it.
class ConvertImageDtype final : public Transform {
 public:
  explicit ConvertImageDtype(DType dtype);
  const char* type() const override { return "ConvertImageDtype"; }
  void apply(Image& image, PhiloxStream& random) const override;

 private:
  bool bytes_;
};

/// One of 14 operations at one of 31 strengths. Source: Müller, Hutter 2021, arXiv:2103.10158.
class TrivialAugmentWide final : public Transform {
 public:
  explicit TrivialAugmentWide(int num_magnitude_bins = 31, Interpolation interpolation = Interpolation::nearest, double fill = 0);
  const char* type() const override { return "TrivialAugmentWide"; }
  void apply(Image& image, PhiloxStream& random) const override;
  /// Operation 0 … 13 at this strength, which is that of the table of torchvision's TrivialAugmentWide.
  void run(Image& image, int operation, double magnitude) const;

 private:
  int bins_;
  Interpolation interpolation_;
  double fill_;
};

/// A step on a whole batch. Labels i64 [B] become shares of the classes f32 [B,num_classes].
class BatchTransform {
 public:
  virtual ~BatchTransform() = default;
  virtual const char* type() const = 0;
  virtual void apply(Batch& batch, PhiloxStream& random) const = 0;
  std::uint64_t key() const;
};
using BatchTransformPtr = std::shared_ptr<const BatchTransform>;

/// Each sample with its neighbour, lambda ~ Beta(alpha, alpha). Source: Zhang et al. 2017, arXiv:1710.09412.
class MixUp final : public BatchTransform {
 public:
  explicit MixUp(std::int64_t num_classes, double alpha = 1);
  const char* type() const override { return "MixUp"; }
  void apply(Batch& batch, PhiloxStream& random) const override;

 private:
  std::int64_t classes_;
  double alpha_;
};

/// A box of each image from its neighbour. Source: Yun et al. 2019, arXiv:1905.04899.
class CutMix final : public BatchTransform {
 public:
  explicit CutMix(std::int64_t num_classes, double alpha = 1);
  const char* type() const override { return "CutMix"; }
  void apply(Batch& batch, PhiloxStream& random) const override;

 private:
  std::int64_t classes_;
  double alpha_;
};

}  // namespace transforms
}  // namespace wick
