// Max pooling of programs that need no gradient: 2 x 2 windows side by side, values only, with the ReLU before it, which
// may as well follow: the largest of max(0, x) is max(0, the largest x).

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/frozen_pool.cpp"
#include "kernels/foreach.h"

#include "kernels/pool.h"
#include "kernels/simd-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels {
namespace HWY_NAMESPACE {

/// One instruction, also in wasm, where max that keeps NaN is several.
HWY_INLINE V larger(V a, V b) {
#if HWY_TARGET == HWY_WASM
  return V{wasm_f32x4_pmax(a.raw, b.raw)};
#else
  return hn::Max(a, b);
#endif
}

/// The first n elements, where there are so many; the others 0.
HWY_INLINE V some(const float* p, std::int64_t n) {
  return n >= std::int64_t{kN} ? hn::LoadU(D(), p) : n > 0 ? load_part(p, static_cast<std::size_t>(n)) : hn::Zero(D());
}

void max_pool_2x2_values(const Pool2d& g, const float* x, std::int64_t planes, float* y, float least) {
  const D d;
  const V floor = hn::Set(d, least);
  const std::int64_t n = kN;
  for (std::int64_t p = 0; p < planes; ++p, x += g.H * g.W) {
    for (std::int64_t oh = 0; oh < g.OH; ++oh, y += g.OW) {
      const float *r0 = x + 2 * oh * g.W, *r1 = r0 + g.W;
      if (g.OW < n) {
        const V a = larger(some(r0, 2 * g.OW), some(r1, 2 * g.OW)), b = larger(some(r0 + n, 2 * g.OW - n), some(r1 + n, 2 * g.OW - n));
        store_part(larger(floor, larger(hn::ConcatEven(d, b, a), hn::ConcatOdd(d, b, a))), y, static_cast<std::size_t>(g.OW));
        continue;
      }
      for (std::int64_t next = 0; next < g.OW; next += n) {
        const std::int64_t o = HWY_MIN(next, g.OW - n);  // the last vector overlaps its neighbour instead of being partial
        const V a = larger(hn::LoadU(d, r0 + 2 * o), hn::LoadU(d, r1 + 2 * o));
        const V b = larger(hn::LoadU(d, r0 + 2 * o + n), hn::LoadU(d, r1 + 2 * o + n));
        hn::StoreU(larger(floor, larger(hn::ConcatEven(d, b, a), hn::ConcatOdd(d, b, a))), d, y + o);
      }
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "kernels/frozen.h"

namespace wick::kernels {

HWY_EXPORT(max_pool_2x2_values);

bool max_pool_values_fits(const Pool2d& g) {
  return g.kh == 2 && g.kw == 2 && g.stride_h == 2 && g.stride_w == 2 && g.pad_h == 0 && g.pad_w == 0 && g.dil_h == 1 && g.dil_w == 1 && 2 * g.OH <= g.H &&
         2 * g.OW <= g.W;
}

void max_pool_values(const Pool2d& g, const float* x, float* y, bool relu) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  split(g.planes, piece_of(in), [&](std::int64_t p, std::int64_t m) {
    HWY_DYNAMIC_DISPATCH(max_pool_2x2_values)(g, x + p * in, m, y + p * out, relu ? 0.0f : -__builtin_inff());
  });
}

}  // namespace wick::kernels
#endif
