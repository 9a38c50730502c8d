#include "wick/images.h"

#include <algorithm>
#include <cstring>

#include "wick/files.h"
#include "wick/transforms.h"

namespace wick {

namespace {
constexpr std::size_t kSide = 32, kPixels = 3 * kSide * kSide, kRecord = 1 + kPixels;
constexpr const char* kNames[] = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};
}  // namespace

Batch read_cifar10(std::span<const std::byte> bytes, const char* name) {
  check(!bytes.empty() && bytes.size() % kRecord == 0, ErrorKind::format, "[cifar10] {}: {} bytes; need records of {} bytes: a label and 3 x 32 x 32 pixels.", name,
        bytes.size(), kRecord);
  const std::size_t n = bytes.size() / kRecord;
  for (std::size_t i = 0; i < n; ++i)
    check(bytes[i * kRecord] < std::byte{10}, ErrorKind::format, "[cifar10] {}: record {} has label {}; need 0 to 9.", name, i, static_cast<int>(bytes[i * kRecord]));
  Batch out{empty({static_cast<std::int64_t>(n), 3, kSide, kSide}, DType::uint8), empty(static_cast<std::int64_t>(n), DType::int64)};
  for (std::size_t i = 0; i < n; ++i) {
    out.y.data<std::int64_t>()[i] = static_cast<std::int64_t>(bytes[i * kRecord]);
    std::memcpy(out.x.data<std::uint8_t>() + i * kPixels, bytes.data() + i * kRecord + 1, kPixels);
  }
  return out;
}

std::vector<std::string> cifar10_classes() { return {std::begin(kNames), std::end(kNames)}; }

#ifndef __EMSCRIPTEN__

namespace {

bool has_picture_name(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  if (dot == file.npos) return false;
  std::string end = file.substr(dot);
  for (char& c : end) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const char* known : {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".pgm", ".ppm"})
    if (end == known) return true;
  return false;
}

}  // namespace

Tensor fit_picture(const Tensor& picture, const Dims& size) {
  PhiloxStream none(0, 0);
  const Tensor scaled = transforms::Resize(size)(picture, none);
  return size.rank() == 1 ? transforms::CenterCrop(size)(scaled, none) : scaled;
}

ImageFolder::ImageFolder(const std::string& root, const ImageFolderOptions& o) : size_(o.size), channels_(o.channels) {
  check(size_.rank() == 1 || size_.rank() == 2, ErrorKind::value, "[ImageFolder] size is {}; need one number or [height,width].", size_);
  for (const std::int64_t n : size_) check(n >= 1 && n <= 1 << 14, ErrorKind::value, "[ImageFolder] size is {}; need 1 to {}.", size_, 1 << 14);
  check(channels_ == 1 || channels_ == 3, ErrorKind::value, "[ImageFolder] channels is {}; need 1 or 3.", channels_);
  height_ = size_[0];
  width_ = size_.back();
  for (const std::string& name : list_folder(root, true)) {
    std::size_t n = 0;
    for (const std::string& file : list_folder(root + "/" + name, false)) {
      if (!has_picture_name(file)) continue;
      files_.push_back(root + "/" + name + "/" + file);
      labels_.push_back(static_cast<std::int64_t>(classes_.size()));
      ++n;
    }
    check(n > 0, ErrorKind::io, "[ImageFolder] Found no valid file for the class {} in {}; need .png, .jpg, .jpeg, .bmp, .gif, .pgm or .ppm.", name, root);
    classes_.push_back(name);
  }
  check(!classes_.empty(), ErrorKind::io, "[ImageFolder] Couldn't find any class folder in {}.", root);
  pictures_.resize(files_.size());
}

Batch ImageFolder::get(std::span<const std::int64_t> indices) const {
  const auto n = static_cast<std::int64_t>(indices.size());
  Batch out{empty({n, channels_, height_, width_}, DType::uint8), empty(n, DType::int64)};
  const std::int64_t each = channels_ * height_ * width_;
  const std::lock_guard hold(decoding_);
  for (std::int64_t k = 0; k < n; ++k) {
    const std::int64_t i = indices[static_cast<std::size_t>(k)];
    check(i >= 0 && i < size(), ErrorKind::index, "[ImageFolder] index {} is out of range; need 0 <= index < {}.", i, size());
    Tensor& picture = pictures_[static_cast<std::size_t>(i)];
    if (!picture.defined()) picture = fit_picture(read_picture(read_file(file(i)), file(i), static_cast<int>(channels_)), size_);
    std::memcpy(out.x.data<std::uint8_t>() + k * each, picture.raw_data(), static_cast<std::size_t>(each));
    out.y.data<std::int64_t>()[k] = labels_[static_cast<std::size_t>(i)];
  }
  return out;
}

Tensor ImageFolder::targets() const { return wick::tensor(labels_); }

#endif

}  // namespace wick
