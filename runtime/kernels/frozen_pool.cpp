// Pooling of programs that need no gradient, values only: the maxima of 2 x 2 windows side by side, and any windows with
// channels last. The ReLU before a maximum may as well follow: the largest of max(0, x) is max(0, the largest x).

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/frozen_pool.cpp"
#include "kernels/foreach.h"

#include "kernels/frozen.h"
#include "kernels/pool_window.h"
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

/// The reduction of rows.count x columns.count taps of `image`, pixels of C channels, to the pixel y.
template <class Start, class Take, class Finish>
HWY_INLINE void pool_pixel(const PoolRow& p, PoolTaps columns, float* y, const Start& start, const Take& take, const Finish& finish) {
  const std::int64_t n = kN, row_step = p.rows.step * p.W * p.C, column_step = columns.step * p.C;
  const float* const x = p.image + (p.rows.first * p.W + columns.first) * p.C;
  for (std::int64_t c = 0; c < p.C; c += n) {
    const bool whole = c + n <= p.C;
    V v = start();
    for (std::int64_t i = 0; i < p.rows.count; ++i)
      for (std::int64_t j = 0; j < columns.count; ++j) {
        const float* const from = x + i * row_step + j * column_step + c;
        v = take(v, whole ? hn::LoadU(D(), from) : load_part(from, static_cast<std::size_t>(p.C - c)));
      }
    if (whole) hn::StoreU(finish(v), D(), y + c);
    else store_part(finish(v), y + c, static_cast<std::size_t>(p.C - c));
  }
}

/// The largest, and NaN if there is one: `larger` keeps its second argument's, in wasm its first.
void max_row(const PoolRow& p, float least) {
  const V lowest = hn::Set(D(), -__builtin_inff()), floor = hn::Set(D(), least);
  const auto larger_or_nan = [](V most, V v) HWY_ATTR { return hn::IfThenElse(hn::Ne(most, most), most, HWY_TARGET == HWY_WASM ? larger(v, most) : larger(most, v)); };
  for (std::int64_t ow = 0; ow < p.count; ++ow)
    pool_pixel(p, p.columns[ow], p.y + ow * p.C, [=]() HWY_ATTR { return lowest; }, larger_or_nan, [&](V most) HWY_ATTR { return larger_or_nan(most, floor); });
}

void mean_row(const PoolRow& p, const float* counts) {
  for (std::int64_t ow = 0; ow < p.count; ++ow) {
    const V divisor = hn::Set(D(), counts[ow]);
    pool_pixel(p, p.columns[ow], p.y + ow * p.C, []() HWY_ATTR { return hn::Zero(D()); }, [](V sum, V v) HWY_ATTR { return hn::Add(sum, v); },
               [=](V sum) HWY_ATTR { return hn::Div(sum, divisor); });
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wick::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace wick::kernels {

HWY_EXPORT(max_pool_2x2_values);
HWY_EXPORT(max_row);
HWY_EXPORT(mean_row);

namespace {

/// Taps of an axis of `size` that lie inside.
PoolTaps taps(std::int64_t out, std::int64_t stride, std::int64_t pad, std::int64_t dilation, std::int64_t kernel, std::int64_t size) {
  const std::int64_t from = out * stride - pad, skipped = from < 0 ? (-from + dilation - 1) / dilation : 0;
  const std::int64_t first = from + skipped * dilation;
  return {first, std::clamp<std::int64_t>((size - first + dilation - 1) / dilation, 0, kernel - skipped), dilation};
}
PoolTaps taps(Range r) { return {r.begin, r.end - r.begin, 1}; }

/// run(row, oh) for every row of outputs; columns(ow) are the same in all.
template <class Columns, class Rows, class Run>
void each_row(const Pool2d& g, std::int64_t C, const float* x, float* y, const Columns& columns, const Rows& rows, const Run& run) {
  auto* const across = static_cast<PoolTaps*>(thread_scratch(0, static_cast<std::size_t>(g.OW) * sizeof(PoolTaps)));
  for (std::int64_t ow = 0; ow < g.OW; ++ow) across[ow] = columns(ow);
  split(g.planes * g.OH, piece_of(g.W * C * std::max<std::int64_t>(1, g.H / g.OH)), [&](std::int64_t first, std::int64_t count) {
    for (std::int64_t i = first; i < first + count; ++i)
      run(PoolRow{x + i / g.OH * g.H * g.W * C, y + i * g.OW * C, g.W, C, rows(i % g.OH), across, g.OW}, i % g.OH);
  });
}

/// The row's means over count(ow) elements each.
template <class Count>
void mean(const PoolRow& row, const Count& count) {
  auto* const counts = static_cast<float*>(thread_scratch(1, static_cast<std::size_t>(row.count) * sizeof(float)));
  for (std::int64_t ow = 0; ow < row.count; ++ow) counts[ow] = static_cast<float>(count(ow));
  HWY_DYNAMIC_DISPATCH(mean_row)(row, counts);
}

}  // namespace

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

void max_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y, bool relu) {
  each_row(
      g, C, x, y, [&](std::int64_t ow) { return taps(ow, g.stride_w, g.pad_w, g.dil_w, g.kw, g.W); },
      [&](std::int64_t oh) { return taps(oh, g.stride_h, g.pad_h, g.dil_h, g.kh, g.H); },
      [&](const PoolRow& row, std::int64_t) { HWY_DYNAMIC_DISPATCH(max_row)(row, relu ? 0.0f : -__builtin_inff()); });
}

void avg_pool_last(const Pool2d& g, std::int64_t C, bool count_include_pad, std::int64_t divisor, const float* x, float* y) {
  const auto across = [&](std::int64_t ow, std::int64_t* padded) { return window(ow, g.stride_w, g.pad_w, g.kw, g.W, padded); };
  const auto down = [&](std::int64_t oh, std::int64_t* padded) { return window(oh, g.stride_h, g.pad_h, g.kh, g.H, padded); };
  const auto inside = [](const auto& axis) {
    return [&axis](std::int64_t o) {
      std::int64_t padded;
      return taps(axis(o, &padded));
    };
  };
  each_row(g, C, x, y, inside(across), inside(down), [&](const PoolRow& row, std::int64_t oh) {
    std::int64_t high, wide;
    down(oh, &high);
    mean(row, [&](std::int64_t ow) {
      across(ow, &wide);
      return divisor ? divisor : count_include_pad ? high * wide : row.rows.count * row.columns[ow].count;
    });
  });
}

void adaptive_avg_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y) {
  each_row(
      g, C, x, y, [&](std::int64_t ow) { return taps(adaptive(ow, g.W, g.OW)); }, [&](std::int64_t oh) { return taps(adaptive(oh, g.H, g.OH)); },
      [&](const PoolRow& row, std::int64_t) { mean(row, [&](std::int64_t ow) { return row.rows.count * row.columns[ow].count; }); });
}

}  // namespace wick::kernels
#endif
