#include "images.h"

#define STB_IMAGE_IMPLEMENTATION
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STBI_NO_PSD
#define STBI_NO_PIC
#define STBI_NO_TGA
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <memory>

#include "wick/strokes.h"

namespace wick {

bool is_picture(std::span<const std::byte> bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<int>(bytes[i]) : -1; };
  return (at(0) == 0x89 && at(1) == 'P') || (at(0) == 0xFF && at(1) == 0xD8) || (at(0) == 'B' && at(1) == 'M') || (at(0) == 'G' && at(1) == 'I') ||
         (at(0) == 'P' && (at(1) == '5' || at(1) == '6'));
}

Tensor read_picture(std::span<const std::byte> bytes, const std::string& name) {
  int width = 0, height = 0, channels = 0;
  check(bytes.size() <= 0x7FFFFFFF, ErrorKind::format, "[picture] ", name, " has ", bytes.size(), " bytes; need less than 2 GB.");
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &width, &height, &channels, 1), stbi_image_free);
  check(pixels != nullptr, ErrorKind::format, "[picture] cannot read ", name, ": ", stbi_failure_reason() ? stbi_failure_reason() : "unknown format",
        "; need PNG, JPEG, BMP, GIF or PGM.");
  return from_memory(pixels.get(), {height, width}, DType::uint8);
}

Tensor centred_digit(const Tensor& picture) {
  const std::int64_t H = picture.size(0), W = picture.size(1);
  Tensor ink = picture.clone();
  auto* p = ink.data<std::uint8_t>();
  std::int64_t border = 0, n = 0;
  for (std::int64_t y = 0; y < H; ++y)
    for (std::int64_t x = 0; x < W; ++x)
      if (y == 0 || x == 0 || y == H - 1 || x == W - 1) border += p[y * W + x], ++n;
  const bool bright = border > 127 * n;
  int top = 0;
  for (std::int64_t i = 0; i < ink.numel(); ++i) {
    if (bright) p[i] = static_cast<std::uint8_t>(255 - p[i]);
    top = std::max<int>(top, p[i]);
  }
  const int floor = top / 4;  // paper is never quite even
  for (std::int64_t i = 0; i < ink.numel(); ++i)
    p[i] = static_cast<std::uint8_t>(p[i] <= floor ? 0 : (p[i] - floor) * 255 / std::max(1, top - floor));
  Tensor out = zeros({kDigitSide, kDigitSide}, DType::uint8);
  centre_digit(p, static_cast<int>(H), static_cast<int>(W), out.data<std::uint8_t>());
  return out;
}

}  // namespace wick
