// Max pooling. A vector holds neighbouring outputs of a row: with stride 1 or 2 their window elements are loaded side by
// side. Outputs whose windows reach into the padding on the left or right, and other strides, are plain loops.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/pool.cpp"
#include "kernels/foreach.h"

#include "kernels/pool.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

using DI = hn::RebindToSigned<D>;
using VI = hn::Vec<DI>;
using Index = std::int64_t;

HWY_INLINE V some(const float* p, Index n) { return n >= Index{kN} ? hn::LoadU(D(), p) : n > 0 ? load_part(p, n) : hn::Zero(D()); }
HWY_INLINE VI int_set(Index v) { return hn::Set(DI(), static_cast<std::int32_t>(v)); }
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
HWY_INLINE VI load_places(const std::int32_t* p, Index n) { return hn::MaskedLoad(hn::FirstN(DI(), n), DI(), p); }
HWY_INLINE void store_places(VI v, std::int32_t* p, Index n) { hn::BlendedStore(v, hn::FirstN(DI(), n), DI(), p); }
#else
HWY_NOINLINE inline VI load_places(const std::int32_t* p, Index n) {
  if (n >= Index{kN}) return hn::LoadU(DI(), p);
  HWY_ALIGN std::int32_t b[kN] = {};
  for (Index i = 0; i < n; ++i) b[i] = p[i];
  return hn::Load(DI(), b);
}
HWY_NOINLINE inline void store_places(VI v, std::int32_t* p, Index n) {
  if (n >= Index{kN}) return hn::StoreU(v, DI(), p);
  HWY_ALIGN std::int32_t b[kN];
  hn::Store(v, DI(), b);
  for (Index i = 0; i < n; ++i) p[i] = b[i];
}
#endif
HWY_INLINE void keep_larger(V v, VI at, V* best, VI* place) {
  const M take = hn::Or(hn::Gt(v, *best), hn::IsNaN(v));
  *best = hn::IfThenElse(take, v, *best);
  *place = hn::IfThenElse(hn::RebindMask(DI(), take), at, *place);
}
/// Where the next vector of a row starts: the last one overlaps its neighbour instead of being partial, if it can.
HWY_INLINE Index vector_start(Index o, Index begin, Index end) { return HWY_MAX(begin, HWY_MIN(o, end - Index{kN})); }

/// Windows of 2 x 2 with stride 2, no padding: each row pair is read once. kWhole: rows have a vector's outputs at least.
template <bool kWhole>
HWY_INLINE void max_pool_2x2_planes(const Pool2d& g, const float* x, Index planes, float* y, std::int32_t* index) {
  const D d;
  const VI steps = hn::Mul(hn::Iota(DI(), 0), int_set(2)), one = int_set(1), down = int_set(g.W), both = int_set(g.W + 1);
  const std::size_t H = static_cast<std::size_t>(g.H), W = static_cast<std::size_t>(g.W), OH = static_cast<std::size_t>(g.OH), OW = static_cast<std::size_t>(g.OW);
  for (Index p = 0; p < planes; ++p, x += H * W) {
    for (std::size_t oh = 0; oh < OH; ++oh, y += OW, index += OW) {
      for (std::size_t next = 0; next < OW; next += kN) {
        const std::size_t o = kWhole ? HWY_MIN(next, OW - kN) : 0, at = 2 * oh * W + 2 * o;
        const Index m = static_cast<Index>(kWhole ? kN : OW);
        const float* r0 = x + at;
        const float* r1 = r0 + W;
        const auto load = [&](const float* q, Index n) HWY_ATTR { return kWhole ? hn::LoadU(d, q) : some(q, n); };
        const V a = load(r0, 2 * m), b = load(r0 + kN, 2 * m - Index{kN});
        const V e = load(r1, 2 * m), f = load(r1 + kN, 2 * m - Index{kN});
        VI place = hn::Add(int_set(static_cast<Index>(at)), steps);
        const VI first = place;
        V best = hn::ConcatEven(d, b, a);
        keep_larger(hn::ConcatOdd(d, b, a), hn::Add(first, one), &best, &place);
        keep_larger(hn::ConcatEven(d, f, e), hn::Add(first, down), &best, &place);
        keep_larger(hn::ConcatOdd(d, f, e), hn::Add(first, both), &best, &place);
        if (kWhole) {
          hn::StoreU(best, d, y + o);
          hn::StoreU(place, DI(), index + o);
        } else {
          store_part(best, y, OW);
          store_places(place, index, m);
        }
      }
    }
  }
}
void max_pool_2x2(const Pool2d& g, const float* x, Index planes, float* y, std::int32_t* index) {
  if (g.OW >= Index{kN}) return max_pool_2x2_planes<true>(g, x, planes, y, index);
  max_pool_2x2_planes<false>(g, x, planes, y, index);
}

/// Outputs [begin, end) of every row, whose windows lie between the left and right edges; stride_w is 1 or 2.
void max_pool_interior(const Pool2d& g, Index begin, Index end, const float* x, Index planes, float* y, std::int32_t* index) {
  const D d;
  const VI steps = hn::Mul(hn::Iota(DI(), 0), int_set(g.stride_w));
  const float* x_end = x + planes * g.H * g.W;
  for (Index p = 0; p < planes; ++p, x += g.H * g.W) {
    for (Index oh = 0; oh < g.OH; ++oh, y += g.OW, index += g.OW) {
      const Index top = oh * g.stride_h - g.pad_h;
      Index i0 = 0, i1 = g.kh;
      while (i0 < i1 && top + i0 * g.dil_h < 0) ++i0;
      while (i1 > i0 && top + (i1 - 1) * g.dil_h >= g.H) --i1;
      for (Index next = begin; next < end; next += kN) {
        const Index o = vector_start(next, begin, end), m = HWY_MIN(Index{kN}, end - o);
        V best = hn::Set(d, -__builtin_inff());
        VI place = hn::Zero(DI());
        bool first = true;
        for (Index i = i0; i < i1; ++i) {
          for (Index j = 0; j < g.kw; ++j) {
            const Index at = (top + i * g.dil_h) * g.W + o * g.stride_w - g.pad_w + j * g.dil_w;
            const float* q = x + at;
            V v;
            if (g.stride_w == 1) {
              v = some(q, m);
            } else if (m == Index{kN} && q + 2 * kN <= x_end) {
              v = hn::ConcatEven(d, hn::LoadU(d, q + kN), hn::LoadU(d, q));
            } else {
              v = hn::ConcatEven(d, some(q + kN, 2 * m - 1 - Index{kN}), some(q, 2 * m - 1));
            }
            const VI places = hn::Add(int_set(at), steps);
            if (first) {
              best = v;
              place = places;
              first = false;
            } else {
              keep_larger(v, places, &best, &place);
            }
          }
        }
        store(Part{static_cast<std::size_t>(m)}, best, y + o);
        store_places(place, index + o, m);
      }
    }
  }
}

/// The gradient of max_pool_2x2: every input is written once.
template <bool kWhole>
HWY_INLINE void max_pool_2x2_backward_planes(const Pool2d& g, const float* dy, const std::int32_t* index, Index planes, float* dx) {
  const D d;
  const DI di;
  const VI steps = hn::Mul(hn::Iota(di, 0), int_set(2)), one = int_set(1), down = int_set(g.W), both = int_set(g.W + 1);
  const std::size_t H = static_cast<std::size_t>(g.H), W = static_cast<std::size_t>(g.W), OH = static_cast<std::size_t>(g.OH), OW = static_cast<std::size_t>(g.OW);
  HWY_ALIGN float b[2 * kN];
  const auto put = [&](V even, V odd, float* p) HWY_ATTR {
    if (kWhole) return hn::StoreInterleaved2(even, odd, d, p);
    hn::StoreInterleaved2(even, odd, d, b);
    store_part(hn::Load(d, b), p, HWY_MIN(kN, 2 * OW));
    if (2 * OW > kN) store_part(hn::Load(d, b + kN), p + kN, 2 * OW - kN);
  };
  for (Index p = 0; p < planes; ++p, dx += H * W) {
    for (std::size_t oh = 0; oh < OH; ++oh, dy += OW, index += OW) {
      float* r0 = dx + 2 * oh * W;
      float* r1 = r0 + W;
      for (std::size_t next = 0; next < OW; next += kN) {
        const std::size_t o = kWhole ? HWY_MIN(next, OW - kN) : 0;
        const V v = kWhole ? hn::LoadU(d, dy + o) : load_part(dy, OW);
        const VI at = kWhole ? hn::LoadU(di, index + o) : load_places(index, static_cast<Index>(OW));
        const VI first = hn::Add(int_set(static_cast<Index>(2 * oh * W + 2 * o)), steps);
        const auto part = [&](VI where) HWY_ATTR { return hn::IfThenElseZero(hn::RebindMask(d, hn::Eq(at, where)), v); };
        put(part(first), part(hn::Add(first, one)), r0 + 2 * o);
        put(part(hn::Add(first, down)), part(hn::Add(first, both)), r1 + 2 * o);
      }
      for (std::size_t w = 2 * OW; w < W; ++w) r0[w] = r1[w] = 0;
    }
    for (std::size_t i = 2 * OH * W; i < H * W; ++i) dx[i] = 0;
  }
}
void max_pool_2x2_backward(const Pool2d& g, const float* dy, const std::int32_t* index, Index planes, float* dx) {
  if (g.OW >= Index{kN}) return max_pool_2x2_backward_planes<true>(g, dy, index, planes, dx);
  max_pool_2x2_backward_planes<false>(g, dy, index, planes, dx);
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <limits>

namespace wick::kernels {

HWY_EXPORT(max_pool_2x2);
HWY_EXPORT(max_pool_interior);
HWY_EXPORT(max_pool_2x2_backward);

namespace {

bool is_2x2(const Pool2d& g) {
  return g.kh == 2 && g.kw == 2 && g.stride_h == 2 && g.stride_w == 2 && g.pad_h == 0 && g.pad_w == 0 && g.dil_h == 1 && g.dil_w == 1 &&
         2 * g.OH <= g.H && 2 * g.OW <= g.W && g.OW > 0;
}

/// Outputs [begin, end) of every row of one plane.
template <class T>
void max_pool_plain(const Pool2d& g, std::int64_t begin, std::int64_t end, const T* x, T* y, std::int32_t* index) {
  for (std::int64_t oh = 0; oh < g.OH; ++oh) {
    for (std::int64_t ow = begin; ow < end; ++ow) {
      T best = -std::numeric_limits<T>::infinity();
      std::int64_t place = -1;
      for (std::int64_t i = 0; i < g.kh; ++i) {
        const std::int64_t h = oh * g.stride_h - g.pad_h + i * g.dil_h;
        if (h < 0 || h >= g.H) continue;
        for (std::int64_t j = 0; j < g.kw; ++j) {
          const std::int64_t w = ow * g.stride_w - g.pad_w + j * g.dil_w;
          if (w < 0 || w >= g.W) continue;
          const T v = x[h * g.W + w];
          if (place < 0 || v > best || v != v) {
            best = v;
            place = h * g.W + w;
          }
        }
      }
      y[oh * g.OW + ow] = best;
      index[oh * g.OW + ow] = static_cast<std::int32_t>(place < 0 ? 0 : place);
    }
  }
}

template <class T>
void max_backward_plain(const Pool2d& g, const T* dy, const std::int32_t* index, T* dx) {
  std::fill(dx, dx + g.H * g.W, T(0));
  for (std::int64_t i = 0; i < g.OH * g.OW; ++i) dx[index[i]] += dy[i];
}

}  // namespace

void max_pool2d(const Pool2d& g, const float* x, float* y, std::int32_t* index) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  // Outputs whose windows lie between the left and right edges.
  const std::int64_t begin = std::min(g.OW, (g.pad_w + g.stride_w - 1) / g.stride_w);
  const std::int64_t room = g.W - 1 - (g.kw - 1) * g.dil_w + g.pad_w;
  const std::int64_t end = std::max(begin, room < 0 ? 0 : std::min(g.OW, room / g.stride_w + 1));
  split(g.planes, piece_of(std::max(in, out * g.kh * g.kw)), [&](std::int64_t p, std::int64_t m) {
    const float* xp = x + p * in;
    float* yp = y + p * out;
    std::int32_t* ip = index + p * out;
    if (is_2x2(g)) return HWY_DYNAMIC_DISPATCH(max_pool_2x2)(g, xp, m, yp, ip);
    const bool vectors = g.stride_w <= 2 && end > begin;
    if (vectors) HWY_DYNAMIC_DISPATCH(max_pool_interior)(g, begin, end, xp, m, yp, ip);
    for (std::int64_t k = 0; k < m; ++k, xp += in, yp += out, ip += out) {
      max_pool_plain(g, 0, vectors ? begin : g.OW, xp, yp, ip);
      if (vectors) max_pool_plain(g, end, g.OW, xp, yp, ip);
    }
  });
}
void max_pool2d(const Pool2d& g, const double* x, double* y, std::int32_t* index) {
  for (std::int64_t p = 0; p < g.planes; ++p) {
    max_pool_plain(g, 0, g.OW, x + p * g.H * g.W, y + p * g.OH * g.OW, index + p * g.OH * g.OW);
  }
}

void max_pool2d_backward(const Pool2d& g, const float* dy, const std::int32_t* index, float* dx) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  split(g.planes, piece_of(in), [&](std::int64_t p, std::int64_t m) {
    if (is_2x2(g)) return HWY_DYNAMIC_DISPATCH(max_pool_2x2_backward)(g, dy + p * out, index + p * out, m, dx + p * in);
    for (std::int64_t k = p; k < p + m; ++k) max_backward_plain(g, dy + k * out, index + k * out, dx + k * in);
  });
}
void max_pool2d_backward(const Pool2d& g, const double* dy, const std::int32_t* index, double* dx) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  for (std::int64_t p = 0; p < g.planes; ++p) max_backward_plain(g, dy + p * out, index + p * out, dx + p * in);
}

}  // namespace wick::kernels
#endif
