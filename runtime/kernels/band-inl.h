// Zero-bordered copies of a band of an image: as conv_plan.h says, or with channels last. Read once per target.

#if defined(WICK_KERNELS_BAND_INL) != defined(WICK_READING)
#ifdef WICK_KERNELS_BAND_INL
#undef WICK_KERNELS_BAND_INL
#else
#define WICK_KERNELS_BAND_INL
#endif

#include "kernels/conv_plan.h"
#include "kernels/tile-inl.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

constexpr std::int64_t kBandSlack = 2 * kLanes;  // floats after the end of a band that may be read, zeroed

/// Writes n zeros and up to kLanes - 1 more.
HWY_INLINE void zero_beyond(float* p, std::int64_t n) {
  const DF d;
  if (n > 0) hn::StoreU(hn::Zero(d), d, p);  // mostly enough; GCC makes the loop a call of memset
  for (std::int64_t i = kLanes; i < n; i += kLanes) hn::StoreU(hn::Zero(d), d, p + i);
}

/// Copies n floats; may write up to kLanes - 1 more, never reads more.
HWY_INLINE void copy_beyond(const float* HWY_RESTRICT from, std::int64_t n, float* HWY_RESTRICT to) {
  const DF d;
  std::int64_t i = 0;
  for (; i + kLanes <= n; i += kLanes) hn::StoreU(hn::LoadU(d, from + i), d, to + i);
  if (i == n) return;
  if constexpr (kHasMasks)
    hn::StoreU(load_first(from + i, static_cast<int>(n - i)), d, to + i);
  else if (n >= kLanes)
    hn::StoreU(hn::LoadU(d, from + n - kLanes), d, to + n - kLanes);
  else
    for (; i < n; ++i) to[i] = from[i];
}

/// to[i] = from[2 i] for i < n; as copy_beyond.
HWY_INLINE void copy_every_second(const float* HWY_RESTRICT from, std::int64_t n, float* HWY_RESTRICT to) {
  const DF d;
  std::int64_t i = 0;
  for (; i + kLanes < n; i += kLanes)
    hn::StoreU(hn::ConcatEven(d, hn::LoadU(d, from + 2 * i + kLanes), hn::LoadU(d, from + 2 * i)), d, to + i);
  if constexpr (kHasMasks) {
    const auto part = [&](std::int64_t at) HWY_ATTR {
      return load_first(from + at, static_cast<int>(std::clamp<std::int64_t>(2 * n - 1 - at, 0, kLanes)));
    };
    if (i < n) hn::StoreU(hn::ConcatEven(d, part(2 * i + kLanes), part(2 * i)), d, to + i);
  } else {
    for (; i < n; ++i) to[i] = from[2 * i];
  }
}

/// Copies what output rows y0 … y0 + height - 1 need of src. Writes ascend, so each may spill over what follows;
/// kBandSlack floats after the end are zeroed.
inline void copy_band(const Band& band, const Correlation& g, const float* src, std::int64_t y0, float* dst) {
  const std::int64_t sh = g.rows.stride, sw = g.columns.stride, pitch = band.pitch;
  const std::int64_t top = y0 * sh + g.rows.lowest(), left = g.columns.lowest();
  const std::int64_t lines = band.plane / pitch;
  for (std::int64_t c = 0; c < g.C; ++c, src += g.H * g.W)
    for (std::int64_t ph = 0; ph < g.rows.phases(); ++ph)
      for (std::int64_t pw = 0; pw < g.columns.phases(); ++pw) {
        // Column i of this phase is source column x0 + i sw; those in [begin, end) exist.
        const std::int64_t x0 = left + pw;
        const std::int64_t begin = std::clamp<std::int64_t>(x0 < 0 ? (-x0 + sw - 1) / sw : 0, 0, pitch);
        const std::int64_t end = std::clamp<std::int64_t>(x0 < g.W ? (g.W - 1 - x0) / sw + 1 : 0, begin, pitch);
        // Lines [first, last) exist.
        const std::int64_t y = top + ph;
        const std::int64_t first = begin == end ? lines : std::clamp<std::int64_t>(y < 0 ? (-y + sh - 1) / sh : 0, 0, lines);
        const std::int64_t last = std::clamp<std::int64_t>(y < g.H ? (g.H - 1 - y) / sh + 1 : 0, first, lines);
        zero_beyond(dst, first * pitch);
        dst += first * pitch;
        std::int64_t r = first;
        if constexpr (kHasMasks) {
          if (sw == 1 && pitch <= kLanes) {  // a line is one vector
            const DF d;
            const auto inside =
                hn::AndNot(hn::FirstN(d, static_cast<std::size_t>(begin)), hn::FirstN(d, static_cast<std::size_t>(end)));
            for (; r < last; ++r, dst += pitch) hn::StoreU(hn::MaskedLoad(inside, d, src + (y + r * sh) * g.W + x0), d, dst);
          }
        }
        for (; r < last; ++r, dst += pitch) {
          const float* from = src + (y + r * sh) * g.W + x0 + begin * sw;
          zero_beyond(dst, begin);
          if (sw == 1)
            copy_beyond(from, end - begin, dst + begin);
          else if (sw == 2)
            copy_every_second(from, end - begin, dst + begin);
          else
            for (std::int64_t i = begin; i < end; ++i, from += sw) dst[i] = *from;
          zero_beyond(dst + end, pitch - end);
        }
        zero_beyond(dst, (lines - last) * pitch);
        dst += (lines - last) * pitch;
      }
  zero_beyond(dst, kBandSlack);
}

/// A part of an image of C channels, [C,H,W] or, if `last`, [H,W,C]: rows from `top` and columns from `left`, zero outside.
struct Window {
  std::int64_t C, H, W;
  bool last;
  std::int64_t top, left, height, width;
};

/// Copies it to [height][width][pitch]; pitch is whole vectors, or C. May write a vector beyond the end.
HWY_NOINLINE inline void copy_channels_last(const Window& w, const float* src, std::int64_t pitch, float* dst) {
  const std::int64_t begin = std::clamp<std::int64_t>(-w.left, 0, w.width), end = std::clamp<std::int64_t>(w.W - w.left, begin, w.width);
  for (std::int64_t y = w.top; y < w.top + w.height; ++y, dst += w.width * pitch) {
    if (y < 0 || y >= w.H) {
      zero_beyond(dst, w.width * pitch);
      continue;
    }
    zero_beyond(dst, begin * pitch);
    float* const to = dst + begin * pitch;
    const std::int64_t first = y * w.W + w.left + begin, count = end - begin;
    if (!w.last && pitch % kLanes != 0)
      for (std::int64_t c = 0; c < w.C; ++c)
        for (std::int64_t x = 0; x < count; ++x) to[x * pitch + c] = src[c * w.H * w.W + first + x];
    else if (!w.last)
      for (std::int64_t c = 0; c < w.C; c += kLanes) pack_transposed(src + c * w.H * w.W + first, w.H * w.W, w.C - c, count, to + c, pitch);
    else if (pitch == w.C)
      copy_beyond(src + first * w.C, count * w.C, to);
    else
      for (std::int64_t x = 0; x < count; ++x) {
        zero_beyond(to + x * pitch, pitch);
        copy_beyond(src + (first + x) * w.C, w.C, to + x * pitch);
      }
    zero_beyond(dst + end * pitch, (w.width - end) * pitch);
  }
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
