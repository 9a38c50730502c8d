#pragma once
// Sets of images: CIFAR-10's binary files, and folders of pictures.

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "wick/data.h"

namespace wick {

/// The records of data_batch_*.bin or test_batch.bin: a label and 32 x 32 pixels, red, green, blue plane. u8 [N,3,32,32], i64 [N].
///   name  stands for the data in error texts
/// Throws ErrorKind::format for a size that is no whole number of records or none, and for a label above 9.
/// Source: https://www.cs.toronto.edu/~kriz/cifar.html
Batch read_cifar10(std::span<const std::byte> bytes, const char* name = "data");
/// "airplane" … "truck".
std::vector<std::string> cifar10_classes();

#ifndef __EMSCRIPTEN__
/// Whether bytes look like a picture (PNG, JPEG, BMP, GIF, PGM, PPM).
bool is_picture(std::span<const std::byte> bytes);
/// u8 [channels,H,W] of a picture; channels 1 (grey levels) or 3. Throws ErrorKind::format naming the file, for one of more than
/// 2^26 pixels too.
Tensor read_picture(std::span<const std::byte> bytes, const std::string& name, int channels);
/// Scales a picture u8 [C,H,W] to the size: one number: the shorter side, then the middle square; [height,width]: each side.
Tensor fit_picture(const Tensor& picture, const Dims& size);

struct ImageFolderOptions {
  Dims size = {};    ///< as fit_picture(); needed
  int channels = 3;  ///< 1 or 3
};
/// torchvision's ImageFolder: root/CLASS/NAME.png (.jpg, .jpeg, .bmp, .gif, .pgm, .ppm). Classes and names are sorted. A picture is
/// decoded when it is first asked for and kept.
class ImageFolder final : public Dataset {
 public:
  /// Throws ErrorKind::io when there is no folder with a class, or a class without a picture.
  ImageFolder(const std::string& root, const ImageFolderOptions& options);
  std::int64_t size() const override { return static_cast<std::int64_t>(files_.size()); }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override { return {channels_, height_, width_}; }
  Tensor targets() const override;
  const std::vector<std::string>& classes() const { return classes_; }
  const std::string& file(std::int64_t i) const { return files_[static_cast<std::size_t>(i)]; }

 private:
  std::vector<std::string> classes_, files_;
  std::vector<std::int64_t> labels_;
  Dims size_;
  std::int64_t channels_, height_, width_;
  mutable std::mutex decoding_;
  mutable std::vector<Tensor> pictures_;
};
#endif

}  // namespace wick
