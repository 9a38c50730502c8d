// Strided copies. Dimensions that lie in one line are merged first; a transpose goes tile by tile.

#include "kernels/copy.h"

#include <cstring>

#include "kernels/split.h"

namespace wick::kernels {

namespace {

struct Axis {
  std::int64_t size, src, dst;
};
struct Plan {
  Axis axis[kMaxRank];
  int rank = 0;
};

/// Drops axes of size 1, sorts by destination stride (largest first), merges neighbours that continue one another.
Plan make_plan(const Dims& src, const Dims& dst, const Shape& shape) {
  Plan p;
  for (int i = 0; i < shape.rank(); ++i) {
    if (shape[i] == 1) continue;
    const Axis a{shape[i], src[i], dst[i]};
    int at = p.rank++;
    for (; at > 0 && p.axis[at - 1].dst < a.dst; --at) p.axis[at] = p.axis[at - 1];
    p.axis[at] = a;
  }
  int kept = 0;
  for (int i = 1; i < p.rank; ++i) {
    Axis& outer = p.axis[kept];
    const Axis& inner = p.axis[i];
    if (outer.src == inner.src * inner.size && outer.dst == inner.dst * inner.size) {
      outer = {outer.size * inner.size, inner.src, inner.dst};
    } else {
      p.axis[++kept] = inner;
    }
  }
  p.rank = p.rank == 0 ? 0 : kept + 1;
  return p;
}

template <class T>
void copy_line(const T* src, std::int64_t s, T* dst, std::int64_t d, std::int64_t n) {
  if (d == 1 && s == 1) {
    std::memcpy(dst, src, static_cast<std::size_t>(n) * sizeof(T));
  } else if (d == 1 && s == 0) {
    std::fill(dst, dst + n, *src);
  } else {
    for (std::int64_t i = 0; i < n; ++i) dst[i * d] = src[i * s];
  }
}

/// The two innermost axes. When the source runs along `a` rather than `b`, in tiles that keep both sides in cache.
template <class T>
void copy_plane(const Axis& a, const Axis& b, const T* src, T* dst) {
  constexpr std::int64_t kTile = 16;
  if (b.dst != 1 || a.src != 1) {
    for (std::int64_t i = 0; i < a.size; ++i) copy_line(src + i * a.src, b.src, dst + i * a.dst, b.dst, b.size);
    return;
  }
  for (std::int64_t i0 = 0; i0 < a.size; i0 += kTile) {
    const std::int64_t i1 = std::min(a.size, i0 + kTile);
    for (std::int64_t j0 = 0; j0 < b.size; j0 += kTile) {
      const std::int64_t j1 = std::min(b.size, j0 + kTile);
      for (std::int64_t i = i0; i < i1; ++i) {
        for (std::int64_t j = j0; j < j1; ++j) dst[i * a.dst + j] = src[i + j * b.src];
      }
    }
  }
}

template <class T>
void copy_any(Plan p, const T* src, T* dst) {
  if (p.rank == 0) {
    *dst = *src;
    return;
  }
  if (p.rank == 1) {
    const Axis& a = p.axis[0];
    return split(a.size, kGrain, [&](std::int64_t i, std::int64_t n) { copy_line(src + i * a.src, a.src, dst + i * a.dst, a.dst, n); });
  }
  // Among the outer axes, one along which the source is contiguous goes second to last: the tiles' other side.
  for (int i = 0; i + 2 < p.rank; ++i) {
    if (p.axis[i].src == 1 && p.axis[p.rank - 1].src != 1) {
      const Axis a = p.axis[i];
      for (int k = i; k + 2 < p.rank; ++k) p.axis[k] = p.axis[k + 1];
      p.axis[p.rank - 2] = a;
      break;
    }
  }
  Axis& outer = p.axis[p.rank - 2];
  const Axis inner = p.axis[p.rank - 1];
  // A single large plane is cut along its outer axis.
  std::int64_t planes = 1;
  for (int i = 0; i + 2 < p.rank; ++i) planes *= p.axis[i].size;
  const std::int64_t rows = std::min(outer.size, (piece_of(inner.size) + 15) & ~std::int64_t{15}), cuts = (outer.size + rows - 1) / rows;
  split(planes * cuts, piece_of(rows * inner.size), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t t = first; t < first + count; ++t) {
      std::int64_t rest = t / cuts, s = 0, d = 0;
      for (int i = p.rank - 3; i >= 0; --i) {
        const std::int64_t at = rest % p.axis[i].size;
        rest /= p.axis[i].size;
        s += at * p.axis[i].src;
        d += at * p.axis[i].dst;
      }
      const std::int64_t row = t % cuts * rows;
      const Axis part{std::min(rows, outer.size - row), outer.src, outer.dst};
      copy_plane(part, inner, src + s + row * outer.src, dst + d + row * outer.dst);
    }
  });
}

}  // namespace

void copy_strided(int bytes, const void* src, const Dims& src_strides, void* dst, const Dims& dst_strides, const Shape& shape) {
  for (std::int64_t size : shape) {
    if (size == 0) return;
  }
  const Plan p = make_plan(src_strides, dst_strides, shape);
  const auto run = [&](auto zero) {
    using T = decltype(zero);
    copy_any(p, static_cast<const T*>(src), static_cast<T*>(dst));
  };
  switch (bytes) {
    case 1: return run(std::uint8_t{0});
    case 2: return run(std::uint16_t{0});
    case 4: return run(std::uint32_t{0});
    case 8: return run(std::uint64_t{0});
  }
}

}  // namespace wick::kernels
