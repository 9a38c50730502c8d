// float32 weight gradient of the convolution, image by image: dW^T[K, O] += im2col[K, P] dY^T[P, O]. The im2col
// elements are broadcast straight from the bordered copy of the image (conv_plan.h), dY is transposed panel by panel.
// Images are cut into a fixed number of groups with sums of their own, added in order: any number of threads gives
// the same bits.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/conv_weight.cpp"
#include "kernels/highway.h"
#include "kernels/band-inl.h"
#include "kernels/tile-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

constexpr int kSumLanes = 32;  // dbias: virtual lanes, so that every target adds in the same order
constexpr int kDotLanes = 16;  // the same for dot products
constexpr int kDotTaps = kLanes / 2;  // dot products at once: eight vectors of sums

/// Columns of dW^T for M outputs.
std::int64_t padded_outputs(std::int64_t M) { return (M + kLanes - 1) / kLanes * kLanes; }
int outputs_per_panel() { return kTileN; }

/// lanes[i % 32] += x[i].
HWY_INLINE void add_lanes(const float* HWY_RESTRICT x, std::int64_t n, float* HWY_RESTRICT lanes) {
  const DF d;
  constexpr int kVectors = kSumLanes / kLanes;
  VF sum[kVectors];
  WICK_UNROLL for (int v = 0; v < kVectors; ++v) sum[v] = hn::LoadU(d, lanes + v * kLanes);
  std::int64_t i = 0;
  for (; i + kSumLanes <= n; i += kSumLanes)
    WICK_UNROLL for (int v = 0; v < kVectors; ++v) sum[v] = hn::Add(sum[v], hn::LoadU(d, x + i + v * kLanes));
  WICK_UNROLL for (int v = 0; v < kVectors; ++v) {
    const std::int64_t left = n - i - v * kLanes;
    const float* const p = x + i + v * kLanes;
    if (left > 0) sum[v] = hn::Add(sum[v], left >= kLanes ? hn::LoadU(d, p) : load_first(p, static_cast<int>(left)));
    hn::StoreU(sum[v], d, lanes + v * kLanes);
  }
}

/// sum[v] += dy * src at `taps` offsets, over the band: each tap has 16 virtual lanes, column x adding to lane x % 16.
/// dy's rows are padded with zeros to a pitch of whole vectors, multiple of 16.
template <int taps>
HWY_INLINE void dot_taps(const float* dy, std::int64_t dy_pitch, const float* src, const std::int32_t* offset,
                         std::int64_t src_pitch, std::int64_t rows, float* lanes) {
  const DF d;
  constexpr int kVectors = kDotLanes / kLanes;
  VF sum[taps][kVectors];
  const float* from[taps];
  WICK_UNROLL for (int t = 0; t < taps; ++t) {
    from[t] = src + offset[t];
    WICK_UNROLL for (int v = 0; v < kVectors; ++v) sum[t][v] = hn::LoadU(d, lanes + t * kDotLanes + v * kLanes);
  }
  for (std::int64_t y = 0; y < rows; ++y)
    for (std::int64_t x = 0; x < dy_pitch; x += kDotLanes) {
      WICK_UNROLL for (int v = 0; v < kVectors; ++v) {
        const VF g = hn::LoadU(d, dy + y * dy_pitch + x + v * kLanes);
        WICK_UNROLL for (int t = 0; t < taps; ++t)
          sum[t][v] = hn::MulAdd(g, hn::LoadU(d, from[t] + y * src_pitch + x + v * kLanes), sum[t][v]);
      }
    }
  WICK_UNROLL for (int t = 0; t < taps; ++t)
    WICK_UNROLL for (int v = 0; v < kVectors; ++v) hn::StoreU(sum[t][v], d, lanes + t * kDotLanes + v * kLanes);
}

/// As weight_gradient, for one output (depthwise): products along the rows instead of along the outputs.
/// sum is [K, padded_outputs(1)], of which the first column is used.
void weight_gradient_single(const WeightTask& task) {
  set_isa_ran(kIsa);
  const Correlation& g = *task.g;
  const Band& band = *task.band;
  const std::int64_t K = g.K(), plane = g.OH * g.OW;
  const std::int64_t pitch = (g.OW + kDotLanes - 1) / kDotLanes * kDotLanes;
  float* const src = float_scratch(0, g.C * band.channel + kDotLanes + kBandSlack + kLanes);
  float* const dy = float_scratch(1, band.height * pitch + K * kDotLanes + kLanes);
  float* const lanes = dy + band.height * pitch + kLanes;
  std::fill_n(lanes, K * kDotLanes, 0.0f);
  if (task.lanes) std::fill_n(task.lanes, kSumLanes, 0.0f);
  for (std::int64_t n = 0; n < task.images; ++n) {
    const float* const from = task.dy + n * task.dy_image;
    if (task.lanes) add_lanes(from, plane, task.lanes);
    for (std::int64_t y0 = 0; y0 < g.OH; y0 += band.height) {
      const std::int64_t rows = std::min(band.height, g.OH - y0);
      copy_band(band, g, task.x + n * task.x_image, y0, src);
      std::fill_n(src + g.C * band.channel, kDotLanes + kBandSlack, 0.0f);
      for (std::int64_t y = 0; y < rows; ++y) {
        copy_beyond(from + (y0 + y) * g.OW, g.OW, dy + y * pitch);
        zero_beyond(dy + y * pitch + g.OW, pitch - g.OW);
      }
      std::int64_t k = 0;
      for (; k + kDotTaps <= K; k += kDotTaps)
        dot_taps<kDotTaps>(dy, pitch, src, task.offset + k, band.pitch, rows, lanes + k * kDotLanes);
      for (; k < K; ++k) dot_taps<1>(dy, pitch, src, task.offset + k, band.pitch, rows, lanes + k * kDotLanes);
    }
  }
  for (std::int64_t k = 0; k < K; ++k) {
    float* const lane = lanes + k * kDotLanes;
    for (int half = kDotLanes / 2; half > 0; half /= 2)
      for (int i = 0; i < half; ++i) lane[i] += lane[i + half];
    task.sum[k * padded_outputs(1)] = lane[0];
  }
}

void weight_gradient(const WeightTask& task) {
  const Correlation& g = *task.g;
  if (g.M == 1) return weight_gradient_single(task);
  set_isa_ran(kIsa);
  const Band& band = *task.band;
  const std::int64_t K = g.K(), plane = g.OH * g.OW, width = padded_outputs(g.M);
  float* const src = float_scratch(0, g.C * band.channel + kBandSlack + kLanes);
  float* const panel = float_scratch(1, band.height * g.OW * kTileN);
  const RowTiles rows(K);
  if (task.lanes) std::fill(task.lanes + task.o0 * kSumLanes, task.lanes + task.o1 * kSumLanes, 0.0f);
  Tile t;
  t.c_m = width;
  t.run = g.OW;
  t.run_step = band.pitch;
  t.b[0] = panel;
  t.b[1] = panel + kLanes;
  t.n[0] = t.n[1] = kLanes;
  for (std::int64_t n = 0; n < task.images; ++n) {
    const float* const dy = task.dy + n * task.dy_image;
    if (task.lanes)
      for (std::int64_t o = task.o0; o < task.o1; ++o) add_lanes(dy + o * plane, plane, task.lanes + o * kSumLanes);
    for (std::int64_t y0 = 0; y0 < g.OH; y0 += band.height) {
      copy_band(band, g, task.x + n * task.x_image, y0, src);
      t.runs = std::min(band.height, g.OH - y0);
      t.load_c = n > 0 || y0 > 0;
      for (std::int64_t o = task.o0; o < task.o1; o += kTileN) {
        const std::int64_t count = std::min<std::int64_t>(task.o1 - o, kTileN);
        const int vectors = count > kLanes ? 2 : 1;
        pack_panel(dy + o * plane + y0 * g.OW, plane, 1, count, count, t.runs * g.OW, panel, t.b_k = vectors * kLanes);
        for (std::int64_t i = 0; i < rows.count; ++i) {
          const std::int64_t k = rows.begin(i);
          for (int m = 0; m < rows.height(i); ++m) t.row[m] = src + task.offset[k + m];
          t.c[0] = task.sum + k * width + o;
          t.c[1] = t.c[0] + kLanes;
          tile<Mode::rows>(rows.height(i), vectors, t);
        }
      }
    }
  }
}

/// dbias[o] = sum of dy [N, O, plane].
void bias_gradient(const float* dy, std::int64_t N, std::int64_t O, std::int64_t plane, float* dbias) {
  for (std::int64_t o = 0; o < O; ++o) {
    float lanes[kSumLanes] = {};
    for (std::int64_t n = 0; n < N; ++n) add_lanes(dy + (n * O + o) * plane, plane, lanes);
    for (int half = kSumLanes / 2; half > 0; half /= 2)
      for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
    dbias[o] = lanes[0];
  }
}

/// dw[o][k] = sum[k][o].
void transpose_sum(const float* sum, std::int64_t K, std::int64_t M, float* dw) {
  const std::int64_t width = padded_outputs(M), whole = K / kLanes * kLanes;
  for (std::int64_t k = 0; k < whole; k += kLanes) pack_transposed(sum + k * width, width, kLanes, M, dw + k, K);
  for (std::int64_t o = 0; o < M; ++o)
    for (std::int64_t k = whole; k < K; ++k) dw[o * K + k] = sum[k * width + o];
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "kernels/winograd.h"

namespace wick::kernels {

HWY_EXPORT(padded_outputs);
HWY_EXPORT(outputs_per_panel);
HWY_EXPORT(weight_gradient);
HWY_EXPORT(transpose_sum);
HWY_EXPORT(bias_gradient);

namespace {

constexpr int kLanesOfSum = 32;
constexpr std::int64_t kImageGroups = 8;
constexpr std::int64_t kSumFloats = 2 * 1024 * 1024;  // at most 8 MB for the sums of all groups
constexpr std::int64_t kBandFloats = 64 * 1024;       // 256 KB: the copied band stays in L2
constexpr std::int64_t kBandOutputs = 512;            // 64 KB of dY per panel

/// Both operands of a band near the core.
Band choose_band(const Correlation& g) {
  const Band band = Band::within(g, kBandFloats);
  const std::int64_t rows = std::clamp<std::int64_t>(kBandOutputs / g.OW, 1, band.height);
  const std::int64_t bands = (g.OH + rows - 1) / rows;
  return Band(g, (g.OH + bands - 1) / bands);
}

}  // namespace

void conv2d_backward_weight(const Conv2d& g, const float* x, const float* dy, float* dw, float* dbias) {
  if (g.O <= 0) return;
  const Correlation plan = forward_correlation(g);
  const std::int64_t K = plan.K(), matrix = plan.M * K;
  if (g.N <= 0 || g.OH <= 0 || g.OW <= 0 || K <= 0) {
    std::fill_n(dw, g.groups * matrix, 0.0f);
    if (dbias) std::fill_n(dbias, g.O, 0.0f);
    if (g.N <= 0 || g.OH <= 0 || g.OW <= 0) return;
  }
  if (g.groups == 1 && winograd_weight_fits(plan, g.N)) {
    float* const sum = float_scratch(3, K * HWY_DYNAMIC_DISPATCH(padded_outputs)(plan.M));
    winograd_weight(plan, g.N, x, g.C * g.H * g.W, dy, g.O * g.OH * g.OW, sum);
    HWY_DYNAMIC_DISPATCH(transpose_sum)(sum, K, plan.M, dw);
    if (dbias) HWY_DYNAMIC_DISPATCH(bias_gradient)(dy, g.N, g.O, g.OH * g.OW, dbias);
    return;
  }
  const Band band = choose_band(plan);
  const std::int64_t sum_size = K * HWY_DYNAMIC_DISPATCH(padded_outputs)(plan.M);
  // One layout for every target and thread count: the groups of images depend on the shape alone.
  const std::int64_t affordable = std::max<std::int64_t>(1, kSumFloats / std::max<std::int64_t>(1, g.groups * matrix));
  const std::int64_t images = std::min({affordable, g.N, kImageGroups});
  const std::int64_t panel = HWY_DYNAMIC_DISPATCH(outputs_per_panel)(), panels = (plan.M + panel - 1) / panel;
  const std::int64_t splits = std::min(panels, (kImageGroups + images * g.groups - 1) / (images * g.groups));

  float* const sums = float_scratch(2, images * g.groups * sum_size);
  const std::int64_t lanes_size = g.O * kLanesOfSum;
  float* const lanes = float_scratch(3, K + images * lanes_size);
  std::int32_t* const offset = reinterpret_cast<std::int32_t*>(lanes + images * lanes_size);
  band.fill_offsets(plan, offset);

  const std::int64_t tasks = images * g.groups * splits;
  const double work = 2.0 * static_cast<double>(g.N * g.groups * matrix) * static_cast<double>(g.OH * g.OW) / task_flops();
  const std::int64_t chunks = std::clamp<std::int64_t>(static_cast<std::int64_t>(work), 1, tasks);
  parallel_chunks(chunks, [&](std::int64_t chunk) {
    for (std::int64_t i = chunk * tasks / chunks; i < (chunk + 1) * tasks / chunks; ++i) {
      const std::int64_t split = i % splits, group = i / splits % g.groups, part = i / (splits * g.groups);
      const std::int64_t n0 = part * g.N / images, n1 = (part + 1) * g.N / images;
      const std::int64_t x_image = g.C * g.H * g.W, dy_image = g.O * g.OH * g.OW;
      const float* const x0 = x + n0 * x_image + group * plan.C * g.H * g.W;
      const float* const dy0 = dy + n0 * dy_image + group * plan.M * g.OH * g.OW;
      const std::int64_t o0 = split * panels / splits * panel, o1 = std::min(plan.M, (split + 1) * panels / splits * panel);
      float* const sum = sums + (part * g.groups + group) * sum_size;
      float* const bias_lanes = dbias ? lanes + part * lanes_size + group * plan.M * kLanesOfSum : nullptr;
      HWY_DYNAMIC_DISPATCH(weight_gradient)
      ({&plan, &band, offset, x0, dy0, x_image, dy_image, n1 - n0, o0, o1, sum, bias_lanes});
    }
  });

  for (std::int64_t part = 1; part < images; ++part) {
    const float* from = sums + part * g.groups * sum_size;
    for (std::int64_t i = 0; i < g.groups * sum_size; ++i) sums[i] += from[i];
  }
  for (std::int64_t group = 0; group < g.groups; ++group)
    HWY_DYNAMIC_DISPATCH(transpose_sum)(sums + group * sum_size, K, plan.M, dw + group * matrix);
  if (!dbias) return;
  for (std::int64_t o = 0; o < g.O; ++o) {
    float* sum = lanes + o * kLanesOfSum;
    for (std::int64_t part = 1; part < images; ++part)
      for (int i = 0; i < kLanesOfSum; ++i) sum[i] += sum[part * lanes_size + i];
    for (int half = kLanesOfSum / 2; half > 0; half /= 2)
      for (int i = 0; i < half; ++i) sum[i] += sum[i + half];
    dbias[o] = sum[0];
  }
}

}  // namespace wick::kernels
#endif
