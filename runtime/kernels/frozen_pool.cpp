// Pooling of programs that need no gradient, values only: the maxima of 2 x 2 windows side by side, and any windows with
// channels last. The ReLU before a maximum may as well follow: the largest of max(0, x) is max(0, the largest x).

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/frozen_pool.cpp"
#include "kernels/foreach.h"

#include "kernels/frozen.h"
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

template <class Start, class Take, class Finish>
HWY_INLINE void pool_pixel(const PoolPixel& p, const float* x, float* y, const Start& start, const Take& take, const Finish& finish) {
  const std::int64_t n = kN;
  for (std::int64_t c = 0; c < p.C; c += n) {
    const bool whole = c + n <= p.C;
    V v = start();
    for (std::int64_t i = 0; i < p.rows; ++i)
      for (std::int64_t j = 0; j < p.columns; ++j) {
        const float* const from = x + i * p.row_step + j * p.column_step + c;
        v = take(v, whole ? hn::LoadU(D(), from) : load_part(from, static_cast<std::size_t>(p.C - c)));
      }
    if (whole) hn::StoreU(finish(v), D(), y + c);
    else store_part(finish(v), y + c, static_cast<std::size_t>(p.C - c));
  }
}

/// The largest, and NaN if there is one: `larger` keeps its second argument's.
void max_pixel(const PoolPixel& p, const float* x, float* y, float least) {
  const V lowest = hn::Set(D(), -__builtin_inff()), floor = hn::Set(D(), least);
#if HWY_TARGET == HWY_WASM
  const auto next = [](V most, V v) HWY_ATTR { return larger(v, most); };
#else
  const auto next = [](V most, V v) HWY_ATTR { return larger(most, v); };
#endif
  pool_pixel(p, x, y, [=]() HWY_ATTR { return lowest; }, [&](V most, V v) HWY_ATTR { return hn::IfThenElse(hn::Ne(most, most), most, next(most, v)); },
             [&](V most) HWY_ATTR { return hn::IfThenElse(hn::Ne(most, most), most, larger(floor, most)); });
}

void mean_pixel(const PoolPixel& p, const float* x, float* y, float count) {
  const V divisor = hn::Set(D(), count);
  pool_pixel(p, x, y, []() HWY_ATTR { return hn::Zero(D()); }, [](V sum, V v) HWY_ATTR { return hn::Add(sum, v); }, [=](V sum) HWY_ATTR { return hn::Div(sum, divisor); });
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace wick::kernels {

HWY_EXPORT(max_pool_2x2_values);
HWY_EXPORT(max_pixel);
HWY_EXPORT(mean_pixel);

namespace {

/// Taps of one axis that lie inside: `count` of them from `first`.
struct Taps {
  std::int64_t first, count;
};
Taps taps(std::int64_t out, std::int64_t stride, std::int64_t pad, std::int64_t dilation, std::int64_t kernel, std::int64_t size) {
  const std::int64_t from = out * stride - pad, skipped = from < 0 ? (-from + dilation - 1) / dilation : 0;
  const std::int64_t first = from + skipped * dilation;
  return {first, std::clamp<std::int64_t>((size - first + dilation - 1) / dilation, 0, kernel - skipped)};
}

/// fn(oh, ow, input, output) for every output pixel.
template <class Fn>
void each_pixel(const Pool2d& g, std::int64_t C, const float* x, float* y, const Fn& fn) {
  split(g.planes * g.OH, piece_of(g.W * C * std::max<std::int64_t>(1, g.H / g.OH)), [&](std::int64_t first, std::int64_t rows) {
    for (std::int64_t i = first; i < first + rows; ++i)
      for (std::int64_t ow = 0; ow < g.OW; ++ow) fn(i % g.OH, ow, x + i / g.OH * g.H * g.W * C, y + (i * g.OW + ow) * C);
  });
}

}  // namespace

void max_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y, bool relu) {
  each_pixel(g, C, x, y, [&](std::int64_t oh, std::int64_t ow, const float* from, float* to) {
    const Taps rows = taps(oh, g.stride_h, g.pad_h, g.dil_h, g.kh, g.H), columns = taps(ow, g.stride_w, g.pad_w, g.dil_w, g.kw, g.W);
    const PoolPixel p{rows.count, g.dil_h * g.W * C, columns.count, g.dil_w * C, C};
    HWY_DYNAMIC_DISPATCH(max_pixel)(p, from + (rows.first * g.W + columns.first) * C, to, relu ? 0.0f : -__builtin_inff());
  });
}

void avg_pool_last(const Pool2d& g, std::int64_t C, bool count_include_pad, std::int64_t divisor, const float* x, float* y) {
  each_pixel(g, C, x, y, [&](std::int64_t oh, std::int64_t ow, const float* from, float* to) {
    const Taps rows = taps(oh, g.stride_h, g.pad_h, 1, g.kh, g.H), columns = taps(ow, g.stride_w, g.pad_w, 1, g.kw, g.W);
    // A window may reach beyond the padding where the output's size was rounded up.
    const auto padded = [](std::int64_t out, std::int64_t stride, std::int64_t pad, std::int64_t kernel, std::int64_t size) {
      return std::min(out * stride - pad + kernel, size + pad) - (out * stride - pad);
    };
    const std::int64_t count = divisor             ? divisor
                               : count_include_pad ? padded(oh, g.stride_h, g.pad_h, g.kh, g.H) * padded(ow, g.stride_w, g.pad_w, g.kw, g.W)
                                                   : rows.count * columns.count;
    HWY_DYNAMIC_DISPATCH(mean_pixel)({rows.count, g.W * C, columns.count, C, C}, from + (rows.first * g.W + columns.first) * C, to, static_cast<float>(count));
  });
}

void adaptive_avg_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y) {
  each_pixel(g, C, x, y, [&](std::int64_t oh, std::int64_t ow, const float* from, float* to) {
    const auto range = [](std::int64_t out, std::int64_t outs, std::int64_t size) {
      const std::int64_t first = out * size / outs;
      return Taps{first, ((out + 1) * size + outs - 1) / outs - first};
    };
    const Taps rows = range(oh, g.OH, g.H), columns = range(ow, g.OW, g.W);
    HWY_DYNAMIC_DISPATCH(mean_pixel)({rows.count, g.W * C, columns.count, C, C}, from + (rows.first * g.W + columns.first) * C, to, static_cast<float>(rows.count * columns.count));
  });
}

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
