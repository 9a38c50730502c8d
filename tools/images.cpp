#include "images.h"

#include <algorithm>

#include "wick/strokes.h"

namespace wick {

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
