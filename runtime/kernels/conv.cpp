// float32 convolution forward and input gradient: a matrix product of the packed weights with im2col vectors read
// straight from a zero-bordered copy of a band of the image (conv_plan.h).

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/conv.cpp"
#include "kernels/highway.h"
#include "kernels/band-inl.h"
#include "kernels/tile-inl.h"
#include "kernels/split.h"

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

/// Sums over K are cut in equal blocks of at most 512: the im2col vectors share most of their memory, so a block is
/// small in L1 however long it is.
constexpr std::int64_t weight_block(std::int64_t K) {
  const std::int64_t blocks = (K + 511) / 512;
  return ((K + blocks - 1) / blocks + 3) / 4 * 4;
}

constexpr std::int64_t kPairsInL1 = 96;  // pairs of vectors times channels that one call of a tile may read

/// Floats of the packed form of a row-major [M, K] matrix of weights; the last vector may reach over.
std::int64_t packed_weights_size(std::int64_t M, std::int64_t K) { return RowTiles(M).count * K * kPitch + kLanes; }

void pack_weights(const float* w, std::int64_t M, std::int64_t K, float* packed) {
  const RowTiles rows(M);
  const std::int64_t step = weight_block(K);
  for (std::int64_t k = 0; k < K; k += step)
    pack_a(w + k, K, 1, rows, 0, rows.count, std::min(step, K - k), packed + rows.count * k * kPitch);
}

HWY_INLINE void copy_row(const float* HWY_RESTRICT from, std::int64_t n, float* HWY_RESTRICT to, std::int64_t step) {
  const DF d;
  std::int64_t x = 0;
  if (step == 1)
    for (; x + kLanes <= n; x += kLanes) hn::StoreU(hn::LoadU(d, from + x), d, to + x);
  for (; x < n; ++x) to[x * step] = from[x];
}

/// One output plane (depthwise): its sums over the whole band, four vectors at a time.
HWY_NOINLINE void correlate_plane(const BandTask& task, std::int64_t K, const float* src, std::int64_t vectors, float* target) {
  const DF d;
  const auto run = [&]<int n>(std::integral_constant<int, n>, std::int64_t at) HWY_ATTR {
    VF sum[n];
    WICK_UNROLL for (int i = 0; i < n; ++i) sum[i] = hn::Zero(d);
    for (std::int64_t k = 0; k < K; ++k) {
      const VF s = hn::Set(d, task.packed[k * kPitch]);
      const float* const from = src + at + task.offset[k];
      WICK_UNROLL for (int i = 0; i < n; ++i) sum[i] = hn::MulAdd(s, hn::LoadU(d, from + i * kLanes), sum[i]);
    }
    const VF bias = hn::Set(d, task.bias ? task.bias[0] : 0.0f);
    WICK_UNROLL for (int i = 0; i < n; ++i) hn::StoreU(hn::Add(sum[i], bias), d, target + at + i * kLanes);
  };
  std::int64_t v = 0;
  for (; v + 4 <= vectors; v += 4) run(std::integral_constant<int, 4>(), v * kLanes);
  for (; v < vectors; ++v) run(std::integral_constant<int, 1>(), v * kLanes);
}

void correlate_band(const BandTask& task) {
  set_isa_ran(kIsa);
  const Correlation& g = *task.g;
  const Band& band = *task.band;
  const std::int64_t height = std::min(band.height, g.OH - task.y0), K = g.K();
  float* const src = float_scratch(0, g.C * band.channel + kBandSlack + kLanes);
  copy_band(band, g, task.src, task.y0, src);

  // Vectors go along each row; or over the whole band with the border's columns as waste. They are written straight
  // to the output if that suits it: partial vectors need masks.
  const std::int64_t per_row = (g.OW + kLanes - 1) / kLanes;
  const std::int64_t flat = ((height - 1) * band.pitch + g.OW + kLanes - 1) / kLanes;
  const bool by_rows = g.M > 1 && height * per_row * (K + 4) <= flat * (K + 8);
  const bool direct = by_rows && g.out_step == 1 && (kHasMasks || g.OW % kLanes == 0);
  const std::int64_t vectors = by_rows ? height * per_row : flat;
  const std::int64_t row_pitch = by_rows ? per_row * kLanes : band.pitch;
  float* const out = task.out + task.y0 * g.out_row;

  const RowTiles rows(g.M);
  const std::int64_t first = task.part * rows.count / task.parts, last = (task.part + 1) * rows.count / task.parts;
  Tile t;
  t.a_k = kPitch;
  std::int64_t k0 = 0;
  float* target = out;
  t.c_m = g.out_plane;
  if (!direct) {
    t.c_m = vectors * kLanes + (vectors * kLanes % 1024 == 0 ? kTileN : 0);
    target = float_scratch(1, g.M * t.c_m);
  }
  // A vector is at column x of row y (the whole band being one row if not by_rows). A call of the tile computes pairs
  // of vectors, one above the other and going down, or side by side and going right, as many as keep src in L1.
  const std::int64_t lines = by_rows ? height : 1, columns = vectors / lines;
  const std::int64_t c_row = direct ? g.out_row : row_pitch;
  const std::int64_t most = std::max<std::int64_t>(1, kPairsInL1 / g.C);
  const std::int64_t k_step = weight_block(K);
  // Row tiles are the outermost loop: few planes of the output are written at a time, and those may share cache sets.
  float* plane = nullptr;
  int rows_here = 0;
  const auto run = [&](std::int64_t y, std::int64_t x, std::int64_t y2, std::int64_t x2, int pair) HWY_ATTR {
    const std::int64_t at[2] = {x * kLanes, x2 * kLanes}, line[2] = {y, y2};
    for (int v = 0; v < 2; ++v) {
      t.b[v] = src + line[v] * band.pitch + at[v];
      t.c[v] = plane + line[v] * c_row + at[v];
      t.n[v] = direct ? static_cast<int>(std::min<std::int64_t>(kLanes, g.OW - at[v])) : kLanes;
    }
    tile<Mode::offsets>(rows_here, pair, t);
  };
  if (g.M == 1) correlate_plane(task, K, src, vectors, target);
  for (std::int64_t i = first; i < last && g.M > 1; ++i)
    for (k0 = 0; k0 < K; k0 += k_step) {
      const std::int64_t m = rows.begin(i), pairs = lines / 2;
      plane = target + m * t.c_m;
      rows_here = rows.height(i);
      t.K = std::min(k_step, K - k0);
      t.a = task.packed + (rows.count * k0 + i * t.K) * kPitch;
      t.bias_m = k0 + t.K == K && task.bias ? task.bias + m : nullptr;
      t.offset = task.offset + k0;
      t.load_c = k0 > 0;
      t.b_step = 2 * band.pitch;
      t.c_step = 2 * c_row;
      for (std::int64_t x = 0; x < columns && pairs > 0; ++x)
        for (std::int64_t y = 0; y < pairs; y += t.repeat) {
          t.repeat = std::min(most, pairs - y);
          run(2 * y, x, 2 * y + 1, x, 2);
        }
      if (lines % 2 == 0) continue;
      // The last line, or the only one: its last one or two vectors may be partial, and go alone.
      t.b_step = t.c_step = kTileN;
      for (std::int64_t x = 0; x < columns; x += 2 * t.repeat) {
        t.repeat = std::clamp<std::int64_t>((columns - 1 - x) / 2, 1, most);
        run(lines - 1, x, lines - 1, std::min(x + 1, columns - 1), x + 1 < columns ? 2 : 1);
      }
    }
  if (direct) return;
  for (std::int64_t m = rows.begin(first); m < rows.begin(last); ++m)
    for (std::int64_t y = 0; y < height; ++y)
      copy_row(target + m * t.c_m + y * row_pitch, g.OW, out + m * g.out_plane + y * g.out_row, g.out_step);
}

std::int64_t row_tiles(std::int64_t M) { return RowTiles(M).count; }

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "kernels/conv_last.h"
#include "kernels/elementwise.h"
#include "kernels/gemm.h"
#include "kernels/winograd.h"

namespace wick::kernels {

HWY_EXPORT(packed_weights_size);
HWY_EXPORT(pack_weights);
HWY_EXPORT(correlate_band);
HWY_EXPORT(row_tiles);

namespace {

constexpr std::int64_t kBandFloats = 64 * 1024;  // 256 KB: a band stays in L2

/// Runs g for all images and groups with packed weights; image and group steps in floats.
void correlate_packed(const Correlation& g, std::int64_t images, std::int64_t groups, const float* src, std::int64_t src_image,
                      float* out, std::int64_t out_image, std::int64_t out_group, const float* bias, const float* packed) {
  const std::int64_t K = g.K(), matrix = g.M * K;
  const std::int64_t packed_size = HWY_DYNAMIC_DISPATCH(packed_weights_size)(g.M, K);

  // Tasks are bands, cut smaller when the images alone do not feed all threads. The cut changes no result.
  const double work = 2.0 * static_cast<double>(images * groups * matrix) * static_cast<double>(g.OH * g.OW) / task_flops();
  const int threads = num_threads();
  const std::int64_t wanted = threads == 1 ? 1 : std::clamp<std::int64_t>(static_cast<std::int64_t>(work), 1, tasks_per_thread() * threads);
  Band band = Band::within(g, kBandFloats);
  std::int64_t bands = (g.OH + band.height - 1) / band.height, parts = 1;
  if (images * groups * bands < wanted)
    parts = std::min(HWY_DYNAMIC_DISPATCH(row_tiles)(g.M), wanted / (images * groups * bands));
  while (images * groups * bands * parts < wanted && band.height > 3) {
    band = Band(g, (band.height + 1) / 2);
    bands = (g.OH + band.height - 1) / band.height;
  }
  std::int32_t* const offset = static_cast<std::int32_t*>(thread_scratch(3, sizeof(std::int32_t) * static_cast<std::size_t>(K)));
  band.fill_offsets(g, offset);

  const std::int64_t tasks = images * groups * bands * parts;
  const std::int64_t chunks = std::min(tasks, std::max<std::int64_t>(1, 4 * wanted));
  run_tasks(work, chunks, [&](std::int64_t chunk) {
    for (std::int64_t i = chunk * tasks / chunks; i < (chunk + 1) * tasks / chunks; ++i) {
      const std::int64_t part = i % parts, y = i / parts % bands;
      const std::int64_t group = i / (parts * bands) % groups, n = i / (parts * bands * groups);
      HWY_DYNAMIC_DISPATCH(correlate_band)
      ({&g, &band, offset, packed + group * packed_size, src + n * src_image + group * g.C * g.H * g.W,
        bias ? bias + group * g.M : nullptr, out + n * out_image + group * out_group, y * band.height, part, parts});
    }
  });
}

/// As above, by Winograd; see winograd_pack_weights.
void correlate_winograd(const Correlation& g, std::int64_t images, std::int64_t groups, const float* src, std::int64_t src_image, float* out,
                        std::int64_t out_image, std::int64_t out_group, const float* bias, const float* w, std::int64_t m_step, std::int64_t c_step) {
  float* const packed = float_scratch(2, winograd_size(g));
  for (std::int64_t i = 0; i < groups; ++i) {
    winograd_pack_weights(g, w + i * 9 * g.M * g.C, m_step, c_step, packed);
    winograd({&g, src + i * g.C * g.H * g.W, src_image, packed, bias ? bias + i * g.M : nullptr, nullptr, false, out + i * out_group, out_image}, images);
  }
}

/// As above; weights(group, dst) writes its [M, K] matrix.
template <class Weights>
void correlate(const Correlation& g, std::int64_t images, std::int64_t groups, const float* src, std::int64_t src_image,
               float* out, std::int64_t out_image, std::int64_t out_group, const float* bias, Weights weights) {
  const std::int64_t matrix = g.M * g.K(), packed_size = HWY_DYNAMIC_DISPATCH(packed_weights_size)(g.M, g.K());
  float* const packed = float_scratch(2, groups * packed_size + matrix);
  float* const plain = packed + groups * packed_size;
  for (std::int64_t i = 0; i < groups; ++i)
    HWY_DYNAMIC_DISPATCH(pack_weights)(weights(i, plain), g.M, g.K(), packed + i * packed_size);
  correlate_packed(g, images, groups, src, src_image, out, out_image, out_group, bias, packed);
}

bool is_pointwise(const Conv2d& g) {
  return g.KH == 1 && g.KW == 1 && g.stride_h == 1 && g.stride_w == 1 && g.pad_h == 0 && g.pad_w == 0;
}

bool is_empty(const Conv2d& g) { return g.N <= 0 || g.O <= 0 || g.OH <= 0 || g.OW <= 0; }

/// The taps of one axis that reach inputs position, position + stride, …: input = position + stride p meets output
/// p + first + i step through kernel index k0 + i dk.
struct PhaseTaps {
  Taps taps;
  std::int64_t k0, dk;

  PhaseTaps(std::int64_t position, std::int64_t kernel, std::int64_t stride, std::int64_t pad, std::int64_t dilation)
      : taps{0, 0, 0, 1}, k0(0), dk(1) {
    while (k0 < kernel && (position + pad - k0 * dilation) % stride != 0) ++k0;
    if (k0 >= kernel) return;
    while (dk * dilation % stride != 0) ++dk;
    taps = {(kernel - 1 - k0) / dk + 1, (position + pad - k0 * dilation) / stride, -dk * dilation / stride, 1};
  }
};

}  // namespace

void conv2d_forward(const Conv2d& g, const float* x, const float* w, const float* bias, float* y) {
  if (is_empty(g)) return;
  const Correlation plan = forward_correlation(g);
  const std::int64_t plane = g.OH * g.OW;
  if (g.C <= 0) {
    for (std::int64_t i = 0; i < g.N * g.O; ++i) std::fill_n(y + i * plane, plane, bias ? bias[i % g.O] : 0.0f);
    return;
  }
  if (is_pointwise(g)) {
    for (std::int64_t i = 0; i < g.groups; ++i) {
      Gemm<float> product{plan.M, plane, plan.C, w + i * plan.M * plan.C, plan.C, 1, x + i * plan.C * plane, plane, 1,
                          y + i * plan.M * plane, plane};
      product.bias_m = bias ? bias + i * plan.M : nullptr;
      gemm_batched(product, g.N, 0, g.C * plane, g.O * plane);
    }
    return;
  }
  if (winograd_fits(plan))
    return correlate_winograd(plan, g.N, g.groups, x, g.C * g.H * g.W, y, g.O * plane, plan.M * plane, bias, w, 9 * plan.C, 9);
  correlate(plan, g.N, g.groups, x, g.C * g.H * g.W, y, g.O * plane, plan.M * plane, bias,
            [&](std::int64_t group, float*) { return w + group * plan.M * plan.K(); });
}

namespace {

/// How conv2d_packed() goes about it.
enum class Path { winograd, last, pointwise, planar };

bool is_depthwise(const Conv2d& g) { return g.groups > 1 && g.groups == g.C && g.O == g.C; }

constexpr std::int64_t kLastChannels = 8;  // fewer leave vectors empty
constexpr std::int64_t kLastSum = 16;      // products of a sum: with fewer, beginning and ending one costs more than vectors along a row

Path path_of(const Conv2d& g) {
  if (winograd_fits(forward_correlation(g))) return Path::winograd;
  if (g.x_last || g.y_last) return Path::last;
  return is_pointwise(g) ? Path::pointwise : Path::planar;
}

}  // namespace

Last conv2d_last(const Conv2d& g) {
  if (is_depthwise(g)) return Last::both;
  if (g.groups > 1 || g.O < kLastChannels || g.KH * g.KW * g.C < kLastSum) return Last::none;
  return g.C >= kLastChannels ? Last::any : Last::y;
}

std::int64_t conv2d_packed_size(const Conv2d& g) {
  const Correlation plan = forward_correlation(g);
  switch (path_of(g)) {
    case Path::winograd: return g.groups * winograd_size(plan);
    case Path::last: return conv_last_packed_size(g);
    case Path::pointwise: return g.O * plan.K();
    case Path::planar: break;
  }
  return g.groups * HWY_DYNAMIC_DISPATCH(packed_weights_size)(plan.M, plan.K());
}

void conv2d_pack(const Conv2d& g, const float* w, float* packed) {
  const Correlation plan = forward_correlation(g);
  const std::int64_t matrix = plan.M * plan.K(), size = conv2d_packed_size(g) / g.groups;
  const Path path = path_of(g);
  if (path == Path::last) return conv_last_pack(g, w, packed);
  if (path == Path::pointwise) return void(std::copy_n(w, g.groups * matrix, packed));
  for (std::int64_t i = 0; i < g.groups; ++i)
    if (path == Path::winograd)
      winograd_pack_weights(plan, w + i * matrix, 9 * plan.C, 9, packed + i * size);
    else
      HWY_DYNAMIC_DISPATCH(pack_weights)(w + i * matrix, plan.M, plan.K(), packed + i * size);
}

bool conv2d_pools(const Conv2d& g) { return winograd_fits(forward_correlation(g)); }

void conv2d_packed(const Conv2d& g, const float* x, const float* packed, const ConvEpilogue& epilogue, float* y) {
  if (is_empty(g)) return;
  const Correlation plan = forward_correlation(g);
  const std::int64_t plane = epilogue.pool ? g.OH / 2 * (g.OW / 2) : g.OH * g.OW;
  const Path path = path_of(g);
  if (path == Path::winograd) {
    for (std::int64_t i = 0; i < g.groups; ++i) {
      const std::int64_t from = i * plan.M;
      winograd({&plan, x + i * plan.C * g.H * g.W, g.C * g.H * g.W, packed + i * winograd_size(plan), epilogue.bias ? epilogue.bias + from : nullptr,
                epilogue.residual ? epilogue.residual + from * plane : nullptr, epilogue.activation == Activation::relu, y + from * plane, g.O * plane, 0, 0, epilogue.pool,
                g.x_last, g.y_last},
               g.N);
    }
    return;
  }
  if (path == Path::last) {
    conv_last(g, x, packed, epilogue, y);
    if (g.y_last) return;
  } else if (path == Path::pointwise || g.C <= 0) {
    conv2d_forward(g, x, packed, epilogue.bias, y);
  } else {
    correlate_packed(plan, g.N, g.groups, x, g.C * g.H * g.W, y, g.O * plane, plan.M * plane, epilogue.bias, packed);
  }
  const std::int64_t n = g.N * g.O * g.OH * g.OW;
  if (epilogue.residual) binary(Binary::add, y, 1, epilogue.residual, 1, y, n);
  if (epilogue.activation == Activation::relu) unary(Unary::relu, y, y, n);
}

void conv2d_backward_input(const Conv2d& g, const float* dy, const float* w, float* dx) {
  const std::int64_t plane = g.H * g.W, cg = g.C / g.groups, og = g.O / g.groups;
  if (g.N <= 0 || g.C <= 0 || plane <= 0) return;
  if (is_empty(g)) {
    std::fill_n(dx, g.N * g.C * plane, 0.0f);
    return;
  }
  if (is_pointwise(g)) {
    for (std::int64_t i = 0; i < g.groups; ++i)
      gemm_batched(Gemm<float>{cg, plane, og, w + i * og * cg, 1, cg, dy + i * og * plane, plane, 1,
                               dx + i * cg * plane, plane},
                   g.N, 0, g.O * plane, g.C * plane);
    return;
  }
  // Inputs of equal remainder modulo the stride meet the same taps: each such phase is a correlation of stride 1 of
  // dy with those taps, and no product with an inserted zero is computed.
  for (std::int64_t py = 0; py < std::min(g.stride_h, g.H); ++py)
    for (std::int64_t px = 0; px < std::min(g.stride_w, g.W); ++px) {
      const PhaseTaps rows(py, g.KH, g.stride_h, g.pad_h, g.dil_h), columns(px, g.KW, g.stride_w, g.pad_w, g.dil_w);
      const Correlation plan{og, g.OH, g.OW, cg, (g.H - py + g.stride_h - 1) / g.stride_h,
                             (g.W - px + g.stride_w - 1) / g.stride_w, rows.taps, columns.taps, plane,
                             g.W * g.stride_h, g.stride_w};
      float* const out = dx + py * g.W + px;
      if (rows.taps.count == 0 || columns.taps.count == 0) {
        for (std::int64_t i = 0; i < g.N * g.C; ++i)
          for (std::int64_t y = 0; y < plan.OH; ++y)
            for (std::int64_t x = 0; x < plan.OW; ++x) out[i * plane + y * plan.out_row + x * plan.out_step] = 0;
        continue;
      }
      if (winograd_fits(plan)) {
        correlate_winograd(plan, g.N, g.groups, dy, g.O * g.OH * g.OW, out, g.C * plane, cg * plane, nullptr, w, 9, 9 * cg);
        continue;
      }
      const auto weights = [&](std::int64_t group, float* plain) {
        float* p = plain;  // [C, O, taps]
        for (std::int64_t c = 0; c < cg; ++c)
          for (std::int64_t o = 0; o < og; ++o) {
            const float* from = w + ((group * og + o) * cg + c) * g.KH * g.KW;
            for (std::int64_t i = 0; i < rows.taps.count; ++i)
              for (std::int64_t j = 0; j < columns.taps.count; ++j)
                *p++ = from[(rows.k0 + i * rows.dk) * g.KW + columns.k0 + j * columns.dk];
          }
        return static_cast<const float*>(plain);
      };
      correlate(plan, g.N, g.groups, dy, g.O * g.OH * g.OW, out, g.C * plane, cg * plane, nullptr, weights);
    }
}

}  // namespace wick::kernels
#endif
