#include "kernels/conv_plan.h"

#include <cstring>

namespace wick::kernels {

void Band::copy(const Correlation& g, const float* src, std::int64_t y0, float* dst, std::int64_t slack) const {
  const std::int64_t sh = g.rows.stride, sw = g.columns.stride;
  const std::int64_t top = y0 * sh + g.rows.lowest(), left = g.columns.lowest();
  const std::int64_t lines = plane / pitch;
  const auto zero = [](float* p, std::int64_t n) { std::memset(p, 0, static_cast<std::size_t>(n) * sizeof(float)); };
  for (std::int64_t c = 0; c < g.C; ++c, src += g.H * g.W)
    for (std::int64_t ph = 0; ph < g.rows.phases(); ++ph)
      for (std::int64_t pw = 0; pw < g.columns.phases(); ++pw) {
        // Column i of this phase is source column x0 + i sw; those in [begin, end) exist.
        const std::int64_t x0 = left + pw;
        const std::int64_t begin = std::clamp<std::int64_t>(x0 < 0 ? (-x0 + sw - 1) / sw : 0, 0, pitch);
        const std::int64_t end = std::clamp<std::int64_t>(x0 < g.W ? (g.W - 1 - x0) / sw + 1 : 0, begin, pitch);
        for (std::int64_t r = 0; r < lines; ++r, dst += pitch) {
          const std::int64_t y = top + r * sh + ph;
          if (y < 0 || y >= g.H || begin == end) {
            zero(dst, pitch);
            continue;
          }
          const float* from = src + y * g.W + x0;
          for (std::int64_t i = 0; i < begin; ++i) dst[i] = 0;
          if (sw == 1)
            std::memcpy(dst + begin, from + begin, static_cast<std::size_t>(end - begin) * sizeof(float));
          else
            for (std::int64_t i = begin; i < end; ++i) dst[i] = from[i * sw];
          for (std::int64_t i = end; i < pitch; ++i) dst[i] = 0;
        }
      }
  zero(dst, slack);
}

}  // namespace wick::kernels
