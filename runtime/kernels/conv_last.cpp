// Convolution of eval programs with channels last. A row of output pixels times the packed weights is a matrix product whose
// rows are pixels and whose columns are output channels:
//
//   y[p][m] = bias[m] + sum over taps (i, j) and c of x[p stride + (i, j)][c] w[i, j, c][m].
//
// The taps of one kernel row lie side by side in a zero-bordered copy of the image's rows, so a tile reads its rows of A in a
// few long runs, and nothing is gathered. Narrow images fill vectors all the same, which those along an image's row do not.
// Depthwise kernels are vectors over the channels.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/conv_last.cpp"
#include "kernels/highway.h"
#include "kernels/band-inl.h"
#include "kernels/conv_last.h"
#include "kernels/tile-inl.h"

#include <cstring>
#include <limits>

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

constexpr std::int64_t whole_vectors(std::int64_t n) { return (n + kLanes - 1) / kLanes * kLanes; }

std::int64_t last_packed_size(const Conv2d& g) {
  if (g.groups > 1) return g.KH * g.KW * whole_vectors(g.C);
  return g.KH * g.KW * g.C * ((g.O + kTileN - 1) / kTileN * kTileN);
}

/// Panel after panel of [KH, KW, C, kTileN]; depthwise [KH, KW, C].
void last_pack(const Conv2d& g, const float* w, float* packed) {
  const std::int64_t taps = g.KH * g.KW, panel = taps * g.C * kTileN;
  std::fill_n(packed, last_packed_size(g), 0.0f);
  if (g.groups > 1) {
    for (std::int64_t c = 0; c < g.C; ++c)
      for (std::int64_t t = 0; t < taps; ++t) packed[t * whole_vectors(g.C) + c] = w[c * taps + t];
    return;
  }
  for (std::int64_t m = 0; m < g.O; ++m)
    for (std::int64_t c = 0; c < g.C; ++c)
      for (std::int64_t t = 0; t < taps; ++t) packed[m / kTileN * panel + (t * g.C + c) * kTileN + m % kTileN] = w[(m * g.C + c) * taps + t];
}

constexpr std::int64_t kFewChannels = 5;  // so few are not filled up to a vector

/// What output rows [y0, y1) of an image need of it: element (row, column, c) at data[row * pitch_row + column * pixel + c].
struct Rows {
  const float* data;
  std::int64_t row, pixel;

  Rows(const LastTask& task) {
    const Conv2d& g = *task.g;
    const std::int64_t top = task.y0 * g.stride_h - g.pad_h;
    if (g.x_last && g.pad_h == 0 && g.pad_w == 0) {
      pixel = g.C, row = g.W * g.C, data = task.x + top * row;
      return;
    }
    const std::int64_t height = (task.y1 - task.y0 - 1) * g.stride_h + (g.KH - 1) * g.dil_h + 1, width = (g.OW - 1) * g.stride_w + (g.KW - 1) * g.dil_w + 1;
    const Window window{g.C, g.H, g.W, g.x_last, top, -g.pad_w, height, width};
    pixel = g.x_last || g.C < kFewChannels ? g.C : whole_vectors(g.C), row = width * pixel;
    float* const copy = float_scratch(0, height * row + 4 * kLanes);
    copy_channels_last(window, task.x, pixel, copy);
    data = copy;
  }
};

/// From [pixels][pitch] to planes of channels `plane` apart.
HWY_NOINLINE void write_planes(const float* from, std::int64_t pitch, std::int64_t pixels, std::int64_t channels, float* to, std::int64_t plane) {
  std::int64_t p = 0;
  for (; p + kLanes <= pixels; p += kLanes) pack_transposed(from + p * pitch, pitch, kLanes, channels, to + p, plane);
  for (; p < pixels; ++p)
    for (std::int64_t m = 0; m < channels; ++m) to[m * plane + p] = from[p * pitch + m];
}

void convolve_last(const LastTask& task) {
  set_isa_ran(kIsa);
  const Conv2d& g = *task.g;
  const Rows x(task);
  const std::int64_t pixels = (task.y1 - task.y0) * g.OW, K = g.KH * g.KW * g.C;
  const bool joined = g.dil_w == 1 && x.pixel == g.C;  // a kernel row's taps side by side
  Tile t;
  t.run = joined ? g.KW * g.C : g.C;
  t.runs = joined ? g.KH : g.KH * g.KW;
  t.b_k = kTileN;
  t.relu = task.relu;
  t.load_c = task.residual != nullptr;
  std::int32_t* const offset = static_cast<std::int32_t*>(thread_scratch(3, sizeof(std::int32_t) * static_cast<std::size_t>(t.runs)));
  for (std::int64_t i = 0; i < g.KH; ++i)
    for (std::int64_t j = 0; j < t.runs / g.KH; ++j) offset[i * (t.runs / g.KH) + j] = static_cast<std::int32_t>(i * g.dil_h * x.row + j * g.dil_w * x.pixel);
  t.offset = offset;

  float* out = task.y;
  t.c_m = g.O;
  if (!g.y_last) t.c_m = whole_vectors(g.O), out = float_scratch(1, pixels * t.c_m);
  else if (task.residual && task.residual != out) std::memcpy(out, task.residual, static_cast<std::size_t>(pixels * g.O) * sizeof(float));
  const std::int64_t step = g.stride_w * x.pixel;
  for (std::int64_t m = 0; m < g.O; m += kTileN) {
    const int vectors = g.O - m > kLanes ? 2 : 1;
    t.b[0] = task.packed + m * K;
    t.b[1] = t.b[0] + kLanes;
    t.bias_n = task.bias ? task.bias + m : nullptr;
    t.c[0] = out + m;
    for (int v = 0; v < 2; ++v) t.n[v] = static_cast<int>(std::clamp<std::int64_t>(g.O - m - v * kLanes, 0, kLanes));
#if HWY_TARGET == HWY_WASM
    // A tile's rows have pointers here, so that it goes on in the next row of pixels.
    const float* from = x.data;
    std::int64_t column = 0, row = 0;
    for (std::int64_t p = 0; p < pixels; p += kTileM, t.c[0] += kTileM * t.c_m) {
      t.c[1] = t.c[0] + kLanes;
      const int height = static_cast<int>(std::min<std::int64_t>(kTileM, pixels - p));
      for (int i = 0; i < height; ++i) {
        t.row[i] = from;
        from += step;
        if (++column == g.OW) column = 0, from = x.data + ++row * g.stride_h * x.row;
      }
      tile<Mode::rows>(height, vectors, t);
    }
#else
    const RowTiles tiles(g.OW);
    t.a_m = step;
    for (std::int64_t y = 0; y < task.y1 - task.y0; ++y) {
      t.a = x.data + y * g.stride_h * x.row;
      for (std::int64_t i = 0; i < tiles.count; i += t.repeat, t.a += t.repeat * t.row_step, t.c[0] += t.repeat * t.c_step) {
        const int height = tiles.height(i);
        t.repeat = std::max<std::int64_t>(1, (i < tiles.highest() ? tiles.highest() : tiles.count) - i);
        t.row_step = height * step;
        t.c_step = height * t.c_m;
        t.c[1] = t.c[0] + kLanes;
        tile<Mode::lines>(height, vectors, t);
      }
    }
#endif
  }
  if (!g.y_last) write_planes(out, t.c_m, pixels, g.O, task.y, g.OH * g.OW);
}

/// One channel per group: four pixels of a row at a time, vectors over their channels.
void depthwise_last(const LastTask& task) {
  set_isa_ran(kIsa);
  const DF d;
  const Conv2d& g = *task.g;
  const Rows x(task);
  const std::int64_t taps = whole_vectors(g.C);
  const VF least = hn::Set(d, task.relu ? 0.0f : -std::numeric_limits<float>::infinity());
  const auto run = [&]<int n>(std::integral_constant<int, n>, std::int64_t y, std::int64_t at, std::int64_t c) HWY_ATTR {
    const int count = static_cast<int>(std::min<std::int64_t>(kLanes, g.C - c));
    VF sum[n];
    WICK_UNROLL for (int i = 0; i < n; ++i) sum[i] = hn::Zero(d);
    for (std::int64_t i = 0; i < g.KH; ++i)
      for (std::int64_t j = 0; j < g.KW; ++j) {
        const VF w = hn::LoadU(d, task.packed + (i * g.KW + j) * taps + c);
        const float* const from = x.data + (y * g.stride_h + i * g.dil_h) * x.row + (at * g.stride_w + j * g.dil_w) * x.pixel + c;
        WICK_UNROLL for (int k = 0; k < n; ++k) {
          const float* const p = from + k * g.stride_w * x.pixel;
          sum[k] = hn::MulAdd(w, count == kLanes ? hn::LoadU(d, p) : load_first(p, count), sum[k]);
        }
      }
    WICK_UNROLL for (int k = 0; k < n; ++k) {
      const std::int64_t to = (y * g.OW + at + k) * g.C + c;
      if (task.bias) sum[k] = hn::Add(sum[k], count == kLanes ? hn::LoadU(d, task.bias + c) : load_first(task.bias + c, count));
      if (task.residual) sum[k] = hn::Add(sum[k], count == kLanes ? hn::LoadU(d, task.residual + to) : load_first(task.residual + to, count));
      sum[k] = hn::Max(least, sum[k]);
      if (count == kLanes) hn::StoreU(sum[k], d, task.y + to);
      else store_first(sum[k], task.y + to, count);
    }
  };
  for (std::int64_t y = 0; y < task.y1 - task.y0; ++y)
    for (std::int64_t c = 0; c < g.C; c += kLanes) {
      std::int64_t at = 0;
      for (; at + 4 <= g.OW; at += 4) run(std::integral_constant<int, 4>(), y, at, c);
      for (; at < g.OW; ++at) run(std::integral_constant<int, 1>(), y, at, c);
    }
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wick::kernels {

HWY_EXPORT(last_packed_size);
HWY_EXPORT(last_pack);
HWY_EXPORT(convolve_last);
HWY_EXPORT(depthwise_last);

namespace {

constexpr std::int64_t kRowsFloats = 64 * 1024;  // 256 KB of the image at a time, in L2

}  // namespace

std::int64_t conv_last_packed_size(const Conv2d& g) { return HWY_DYNAMIC_DISPATCH(last_packed_size)(g); }
void conv_last_pack(const Conv2d& g, const float* w, float* packed) { HWY_DYNAMIC_DISPATCH(last_pack)(g, w, packed); }

void conv_last(const Conv2d& g, const float* x, const float* packed, const ConvEpilogue& epilogue, float* y) {
  const std::int64_t rows_in_cache = std::max<std::int64_t>(1, kRowsFloats / (g.stride_h * (g.W + 2 * g.pad_w) * g.C));
  const double work = 2.0 * static_cast<double>(g.N * g.O * g.OH * g.OW) * static_cast<double>(g.KH * g.KW * (g.C / g.groups)) / task_flops();
  const std::int64_t wanted = num_threads() == 1 ? 1 : std::clamp<std::int64_t>(static_cast<std::int64_t>(work), 1, tasks_per_thread() * num_threads());
  const std::int64_t bands = std::clamp<std::int64_t>((wanted + g.N - 1) / g.N, (g.OH + rows_in_cache - 1) / rows_in_cache, g.OH);
  run_tasks(work, g.N * bands, [&](std::int64_t i) {
    const std::int64_t n = i / bands, y0 = i % bands * g.OH / bands, y1 = (i % bands + 1) * g.OH / bands;
    const std::int64_t image = g.O * g.OH * g.OW, at = n * image + y0 * g.OW * (g.y_last ? g.O : 1);
    const LastTask task{&g, x + n * g.C * g.H * g.W, packed, epilogue.bias, g.y_last && epilogue.residual ? epilogue.residual + at : nullptr,
                        g.y_last && epilogue.activation == Activation::relu, y + at, y0, y1};
    if (g.groups > 1) HWY_DYNAMIC_DISPATCH(depthwise_last)(task);
    else HWY_DYNAMIC_DISPATCH(convolve_last)(task);
  });
}

}  // namespace wick::kernels
#endif
