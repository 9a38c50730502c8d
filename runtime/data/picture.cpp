// Pictures by stb, natively; a page has the browser's own decoder.

#include "wick/images.h"

#if !defined(__EMSCRIPTEN__)

#if __has_include(<stb/stb_image.h>)
#define WICK_WITH_STB
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC  // a program with its own copy can be linked with this one
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STBI_NO_PSD
#define STBI_NO_PIC
#define STBI_NO_TGA
#include <stb/stb_image.h>
#endif

#include <memory>

namespace wick {

bool is_picture(std::span<const std::byte> bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<int>(bytes[i]) : -1; };
  return (at(0) == 0x89 && at(1) == 'P') || (at(0) == 0xFF && at(1) == 0xD8) || (at(0) == 'B' && at(1) == 'M') || (at(0) == 'G' && at(1) == 'I') ||
         (at(0) == 'P' && (at(1) == '5' || at(1) == '6'));
}

Tensor read_picture(std::span<const std::byte> bytes, const std::string& name, int channels) {
  check(channels == 1 || channels == 3, ErrorKind::value, "[picture] channels is {}; need 1 or 3.", channels);
#ifdef WICK_WITH_STB
  check(bytes.size() <= 0x7FFFFFFF, ErrorKind::format, "[picture] {} has {} bytes; need less than 2 GB.", name, bytes.size());
  const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
  const int n = static_cast<int>(bytes.size());
  int width = 0, height = 0, stored = 0;
  const auto need = [&](bool ok) {
    check(ok, ErrorKind::format, "[picture] cannot read {}: {}; need PNG, JPEG, BMP, GIF, PGM or PPM.", name, stbi_failure_reason() ? stbi_failure_reason() : "unknown format");
  };
  need(stbi_info_from_memory(data, n, &width, &height, &stored));
  constexpr std::int64_t kMost = std::int64_t{1} << 26;  // pixels: a small file can claim any size
  check(std::int64_t{width} * height <= kMost, ErrorKind::format, "[picture] {} is {}x{}; need at most {} pixels.", name, width, height, kMost);
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(stbi_load_from_memory(data, n, &width, &height, &stored, channels), stbi_image_free);
  need(pixels != nullptr);
  const Tensor rows = from_memory(pixels.get(), {height, width, channels}, DType::uint8);
  return rows.permute({2, 0, 1}).contiguous();
#else
  (void)bytes;
  fail(ErrorKind::io, "[picture] cannot read {}: wick was built without stb (libstb-dev).", name);
#endif
}

}  // namespace wick

#endif
