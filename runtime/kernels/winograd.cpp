// 3x3 correlations of stride 1 by Winograd's F(4x4,3x3): a tile of 4x4 outputs costs 36 products per channel pair instead
// of 144. Lavin and Gray 2015, arXiv:1509.09308. Inside, channels are last: the transforms are vectors over channels, and
// between them stand 36 matrix products, of which rows are tiles.
//
//   Y = A^T [(G w G^T) * (B^T x B)] A                 x 6x6, w 3x3, Y 4x4
//   dw = G^T [sum over tiles of (B^T x B) * (A dY A^T)] G

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/winograd.cpp"
#include "kernels/highway.h"
#include "kernels/band-inl.h"
#include "kernels/tile-inl.h"
#include "kernels/winograd.h"

#include <limits>

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

constexpr std::int64_t padded(std::int64_t n) { return (n + kLanes - 1) / kLanes * kLanes; }

// The polynomials' points are 0, ±√½, ±√2 and infinity: errors of twice the direct sum's, against ten times with the usual
// 0, ±1, ±2 (both measured with 64 channels; Alam et al. 2022, arXiv:2201.10369, choose points likewise).
constexpr float kRoot = 1.41421356f, kHalfRoot = 0.70710678f;

/// out = B^T in.
HWY_INLINE void transform_input(const VF (&in)[6], VF (&out)[6]) {
  const DF d;
  const VF root = hn::Set(d, kRoot), half_root = hn::Set(d, kHalfRoot), c = hn::Set(d, 2.5f);
  out[0] = hn::Add(in[0], hn::NegMulAdd(c, in[2], in[4]));
  const VF a = hn::NegMulAdd(hn::Set(d, 2.0f), in[2], in[4]), b = hn::NegMulAdd(root, in[1], hn::Mul(half_root, in[3]));
  out[1] = hn::Add(a, b);
  out[2] = hn::Sub(a, b);
  const VF e = hn::NegMulAdd(hn::Set(d, 0.5f), in[2], in[4]), f = hn::NegMulAdd(half_root, in[1], hn::Mul(root, in[3]));
  out[3] = hn::Add(e, f);
  out[4] = hn::Sub(e, f);
  out[5] = hn::Add(in[1], hn::NegMulAdd(c, in[3], in[5]));
}

/// out = A^T in.
HWY_INLINE void transform_output(const VF (&in)[6], VF (&out)[4]) {
  const DF d;
  const VF p = hn::Add(in[1], in[2]), q = hn::Sub(in[1], in[2]), r = hn::Add(in[3], in[4]), s = hn::Sub(in[3], in[4]);
  out[0] = hn::Add(hn::Add(in[0], p), r);
  out[1] = hn::MulAdd(hn::Set(d, kRoot), s, hn::Mul(hn::Set(d, kHalfRoot), q));
  out[2] = hn::MulAdd(hn::Set(d, 2.0f), r, hn::Mul(hn::Set(d, 0.5f), p));
  out[3] = hn::MulAdd(hn::Set(d, 2 * kRoot), s, hn::MulAdd(hn::Set(d, kHalfRoot / 2), q, in[5]));
}

/// out = G in.
HWY_INLINE void transform_weights(const VF (&in)[3], VF (&out)[6]) {
  const DF d;
  const VF third = hn::Set(d, 1.0f / 3), w = hn::Mul(third, in[2]);
  const VF p = hn::NegMulAdd(hn::Set(d, 2.0f / 3), in[0], hn::Neg(w)), q = hn::Mul(hn::Set(d, -2 * kHalfRoot / 3), in[1]);
  const VF r = hn::MulAdd(hn::Set(d, 1.0f / 6), in[0], w), s = hn::Mul(hn::Set(d, kRoot / 6), in[1]);
  out[0] = in[0];
  out[1] = hn::Add(p, q);
  out[2] = hn::Sub(p, q);
  out[3] = hn::Add(r, s);
  out[4] = hn::Sub(r, s);
  out[5] = in[2];
}

/// out = A in.
HWY_INLINE void transform_gradient(const VF (&in)[4], VF (&out)[6]) {
  const DF d;
  const VF p = hn::MulAdd(hn::Set(d, 0.5f), in[2], in[0]), q = hn::MulAdd(hn::Set(d, kHalfRoot / 2), in[3], hn::Mul(hn::Set(d, kHalfRoot), in[1]));
  const VF r = hn::MulAdd(hn::Set(d, 2.0f), in[2], in[0]), s = hn::MulAdd(hn::Set(d, 2 * kRoot), in[3], hn::Mul(hn::Set(d, kRoot), in[1]));
  out[0] = in[0];
  out[1] = hn::Add(p, q);
  out[2] = hn::Sub(p, q);
  out[3] = hn::Add(r, s);
  out[4] = hn::Sub(r, s);
  out[5] = in[3];
}

/// out = G^T in.
HWY_INLINE void transform_sum(const VF (&in)[6], VF (&out)[3]) {
  const DF d;
  const VF p = hn::Add(in[1], in[2]), q = hn::Sub(in[1], in[2]), r = hn::Add(in[3], in[4]), s = hn::Sub(in[3], in[4]);
  out[0] = hn::Add(in[0], hn::NegMulAdd(hn::Set(d, 2.0f / 3), p, hn::Mul(hn::Set(d, 1.0f / 6), r)));
  out[1] = hn::NegMulAdd(hn::Set(d, 2 * kHalfRoot / 3), q, hn::Mul(hn::Set(d, kRoot / 6), s));
  out[2] = hn::MulAdd(hn::Set(d, 1.0f / 3), hn::Sub(r, p), in[5]);
}

std::int64_t winograd_packed_size(std::int64_t M, std::int64_t C) { return 36 * ((M + kTileN - 1) / kTileN) * C * kTileN; }

/// 3x3 taps at w + m m_step + c c_step, in the order of g, to packed [36][panel][C][kTileN].
void winograd_pack(const Correlation& g, const float* w, std::int64_t m_step, std::int64_t c_step, float* packed) {
  const DF d;
  const std::int64_t panels = (g.M + kTileN - 1) / kTileN, step = panels * g.C * kTileN;
  float* const plain = float_scratch(1, 9 * g.C * kLanes);  // taps of one vector of outputs
  for (std::int64_t m = 0; m < g.M; m += kLanes) {
    if (c_step == 9)
      pack_transposed(w + m * m_step, m_step, g.M - m, g.C * 9, plain, kLanes);
    else
      for (std::int64_t c = 0; c < g.C; ++c) pack_transposed(w + m * m_step + c * c_step, m_step, g.M - m, 9, plain + 9 * c * kLanes, kLanes);
    float* const to = packed + m / kTileN * g.C * kTileN + m % kTileN;
    for (std::int64_t c = 0; c < g.C; ++c) {
      VF half[6][3];
      for (std::int64_t j = 0; j < 3; ++j) {
        VF column[3], out[6];
        WICK_UNROLL for (int i = 0; i < 3; ++i) {
          const int a = g.rows.step < 0 ? 2 - i : i, b = g.columns.step < 0 ? 2 - j : j;
          column[i] = hn::Load(d, plain + (c * 9 + a * 3 + b) * kLanes);
        }
        transform_weights(column, out);
        WICK_UNROLL for (int i = 0; i < 6; ++i) half[i][j] = out[i];
      }
      for (std::int64_t i = 0; i < 6; ++i) {
        VF out[6];
        transform_weights(half[i], out);
        WICK_UNROLL for (int j = 0; j < 6; ++j) hn::StoreU(out[j], d, to + (6 * i + j) * step + c * kTileN);
      }
    }
  }
}

/// B^T x B of one tile and vector of channels; x's pixels lie `pixel` apart, its rows `row`, the 36 results `step`.
HWY_INLINE void transform_tile(const float* x, std::int64_t pixel, std::int64_t row, float* to, std::int64_t step) {
  const DF d;
  VF half[6][6];
  WICK_UNROLL for (int i = 0; i < 6; ++i) {
    VF in[6];
    WICK_UNROLL for (int j = 0; j < 6; ++j) in[j] = hn::LoadU(d, x + i * row + j * pixel);
    transform_input(in, half[i]);
  }
  WICK_UNROLL for (int j = 0; j < 6; ++j) {
    VF in[6], out[6];
    WICK_UNROLL for (int i = 0; i < 6; ++i) in[i] = half[i][j];
    transform_input(in, out);
    WICK_UNROLL for (int i = 0; i < 6; ++i) hn::StoreU(out[i], d, to + (6 * i + j) * step);
  }
}

/// Pixels of one tile, [channel][row][4] in `block`, to the output, with the residual and the ReLU after it.
HWY_INLINE void write_tile(const WinogradTask& task, const float* block, std::int64_t m, std::int64_t count, std::int64_t at,
                           std::int64_t rows, std::int64_t columns) {
  const hn::FixedTag<float, 4> d;
  const Correlation& g = *task.g;
  const bool relu = task.relu;
  if (columns >= 4 && !task.residual) {
    for (std::int64_t c = 0; c < count; ++c) {
      const float* const from = block + c % 4 * kLanes + c / 4 * 4;
      float* const to = task.out + at + (m + c) * g.out_plane;
      for (std::int64_t i = 0; i < rows; ++i) hn::StoreU(hn::Load(d, from + 4 * kLanes * i), d, to + i * g.out_row);
    }
    return;
  }
  const auto least = hn::Set(d, relu ? 0.0f : -std::numeric_limits<float>::infinity());
  const auto finish = [=](const float* from, const float* residual) HWY_ATTR { return hn::Max(least, hn::Add(hn::Load(d, from), hn::LoadU(d, residual))); };
  for (std::int64_t c = 0; c < count; ++c) {
    const float* const from = block + c % 4 * kLanes + c / 4 * 4;
    const std::int64_t plane = at + (m + c) * g.out_plane;
    if (columns >= 4) {
      const float* const residual = task.residual + plane;
      float* const to = task.out + plane;
      for (std::int64_t i = 0; i < rows; ++i) hn::StoreU(finish(from + 4 * kLanes * i, residual + i * g.out_row), d, to + i * g.out_row);
      continue;
    }
    for (std::int64_t i = 0; i < rows; ++i) {
      const std::int64_t to = plane + i * g.out_row;
      float part[4], added[4] = {};
      for (std::int64_t x = 0; x < columns && task.residual; ++x) added[x] = task.residual[to + x];
      hn::StoreU(task.residual ? finish(from + 4 * kLanes * i, added) : hn::Load(d, from + 4 * kLanes * i), d, part);
      for (std::int64_t x = 0; x < columns; ++x) task.out[to + x] = part[x];
    }
  }
}

/// The same for 2 x 2 pooled pixels, [channel][4], no residual.
HWY_INLINE void write_pooled(const WinogradTask& task, const float* block, std::int64_t m, std::int64_t count, std::int64_t at,
                             std::int64_t rows, std::int64_t columns) {
  const std::int64_t row = task.g->OW / 2, plane = task.g->OH / 2 * row;
  for (std::int64_t c = 0; c < count; ++c) {
    const float* const from = block + c % 4 * kLanes + c / 4 * 4;
    float* const to = task.out + at + (m + c) * plane;
    for (std::int64_t i = 0; i < rows; ++i)
      for (std::int64_t j = 0; j < columns; ++j) to[i * row + j] = from[2 * i + j];
  }
}

/// A block of tiles between its transforms: 36 matrices [tiles, C] of inputs and [tiles, M] of products.
struct Block {
  std::int64_t down, across, tiles, C, M, v_step, m_step;
  float *v, *product;

  explicit Block(const WinogradTask& task)
      : down((task.g->OH + 3) / 4), across((task.g->OW + 3) / 4), tiles((task.end - task.begin) * across), C(padded(task.g->C)),
        M(padded(task.g->M)), v_step(tiles * C + 16), m_step(tiles * M + 16) {  // +16: multiples of 4 KB would share cache sets
    v = float_scratch(1, 36 * (v_step + m_step));
    product = v + 36 * v_step;
  }
};

HWY_NOINLINE void transform_inputs(const WinogradTask& task, const Block& block) {
  const Correlation& g = *task.g;
  const std::int64_t C = block.C, width = 4 * block.across + 2;
  float* v = block.v;
  for (std::int64_t unit = task.begin; unit < task.end;) {
    const std::int64_t n = unit / block.down, r = unit % block.down, rows = std::min(task.end - unit, block.down - r);
    float* const band = float_scratch(0, (4 * rows + 2) * width * C + kLanes);
    copy_channels_last({g.C, g.H, g.W, task.src_last, 4 * r + g.rows.lowest(), g.columns.lowest(), 4 * rows + 2, width}, task.src + n * task.src_image, C, band);
    for (std::int64_t y = 0; y < rows; ++y)
      for (std::int64_t x = 0; x < block.across; ++x)
        for (std::int64_t c = 0; c < C; c += kLanes, v += kLanes)
          transform_tile(band + (4 * y * width + 4 * x) * C + c, C, width * C, v, block.v_step);
    unit += rows;
  }
}

HWY_NOINLINE void multiply(const WinogradTask& task, const Block& block) {
  const Correlation& g = *task.g;
  const RowTiles heights(block.tiles);
  const std::int64_t panels = (g.M + kTileN - 1) / kTileN, all_panels = (task.outputs + kTileN - 1) / kTileN;
  Tile t;
  t.K = t.run = g.C;
  t.a_m = block.C;
  t.b_k = kTileN;
  t.c_m = block.M;
  t.n[0] = t.n[1] = kLanes;
  for (std::int64_t e = 0; e < 36; ++e)
    for (std::int64_t p = 0; p < panels; ++p) {
      t.b[0] = task.packed + (e * all_panels + p) * g.C * kTileN;
      t.b[1] = t.b[0] + kLanes;
      for (std::int64_t i = 0; i < heights.count; i += t.repeat) {
        const std::int64_t row = heights.begin(i);
        const int height = heights.height(i);
        t.repeat = std::max<std::int64_t>(1, (i < heights.highest() ? heights.highest() : heights.count) - i);
        t.row_step = height * block.C;
        t.c_step = height * block.M;
        t.a = block.v + e * block.v_step + row * block.C;
        t.c[0] = block.product + e * block.m_step + row * block.M + p * kTileN;
        t.c[1] = t.c[0] + kLanes;
        tile<Mode::lines>(height, block.M - p * kTileN > kLanes ? 2 : 1, t);
      }
    }
}

HWY_NOINLINE void transform_outputs(const WinogradTask& task, const Block& block) {
  const DF d;
  const Correlation& g = *task.g;
  HWY_ALIGN float pixels[16 * kLanes];
  for (std::int64_t i = 0; i < block.tiles; ++i) {
    const std::int64_t unit = task.begin + i / block.across, n = unit / block.down;
    const std::int64_t y = 4 * (unit % block.down), x = 4 * (i % block.across);
    for (std::int64_t m = 0; m < g.M; m += kLanes) {
      const float* const from = block.product + i * block.M + m;
      VF half[4][6];
      for (std::int64_t j = 0; j < 6; ++j) {
        VF in[6], out[4];
        WICK_UNROLL for (int k = 0; k < 6; ++k) in[k] = hn::LoadU(d, from + (6 * k + j) * block.m_step);
        transform_output(in, out);
        WICK_UNROLL for (int k = 0; k < 4; ++k) half[k][j] = out[k];
      }
      const std::int64_t count = std::min<std::int64_t>(kLanes, g.M - m);
      const VF bias = !task.bias ? hn::Zero(d) : count == kLanes ? hn::LoadU(d, task.bias + m) : load_first(task.bias + m, static_cast<int>(count));
      const bool relu = task.relu && !task.residual;
      const auto finish = [&](VF v) HWY_ATTR { return relu ? relu_of(hn::Add(v, bias)) : hn::Add(v, bias); };
      if (task.pool) {
        VF most[4];
        for (int k = 0; k < 2; ++k) {
          VF up[4], low[4];
          transform_output(half[2 * k], up);
          transform_output(half[2 * k + 1], low);
          most[2 * k] = hn::Max(hn::Max(up[0], up[1]), hn::Max(low[0], low[1]));
          most[2 * k + 1] = hn::Max(hn::Max(up[2], up[3]), hn::Max(low[2], low[3]));
        }
        const std::int64_t pooled_rows = std::min<std::int64_t>(2, (g.OH - y) / 2), pooled_columns = std::min<std::int64_t>(2, (g.OW - x) / 2);
        if (task.out_last) {
          float* const to = task.out + n * task.out_image + (y / 2 * (g.OW / 2) + x / 2) * task.outputs + m;
          for (std::int64_t k = 0; k < pooled_rows; ++k)
            for (std::int64_t j = 0; j < pooled_columns; ++j) store_first(finish(most[2 * k + j]), to + (k * (g.OW / 2) + j) * task.outputs, static_cast<int>(count));
          continue;
        }
        const Columns rows = transpose_blocks(finish(most[0]), finish(most[1]), finish(most[2]), finish(most[3]));
        hn::Store(rows.k0, d, pixels);
        hn::Store(rows.k1, d, pixels + kLanes);
        hn::Store(rows.k2, d, pixels + 2 * kLanes);
        hn::Store(rows.k3, d, pixels + 3 * kLanes);
        write_pooled(task, pixels, m, count, n * task.out_image + y / 2 * (g.OW / 2) + x / 2, pooled_rows, pooled_columns);
        continue;
      }
      if (task.out_last) {
        const std::int64_t at = n * task.out_image + (y * g.OW + x) * task.outputs + m, columns = std::min<std::int64_t>(4, g.OW - x);
        const VF least = hn::Set(d, task.relu ? 0.0f : -std::numeric_limits<float>::infinity());
        for (std::int64_t k = 0; k < std::min<std::int64_t>(4, g.OH - y); ++k) {
          VF out[4];
          transform_output(half[k], out);
          for (std::int64_t j = 0; j < columns; ++j) {
            const std::int64_t to = at + (k * g.OW + j) * task.outputs;
            VF v = finish(out[j]);
            if (task.residual) v = hn::Max(least, hn::Add(v, count == kLanes ? hn::LoadU(d, task.residual + to) : load_first(task.residual + to, static_cast<int>(count))));
            if (count == kLanes) hn::StoreU(v, d, task.out + to);
            else store_first(v, task.out + to, static_cast<int>(count));
          }
        }
        continue;
      }
      for (std::int64_t k = 0; k < 4; ++k) {
        VF out[4];
        transform_output(half[k], out);
        const Columns rows = transpose_blocks(finish(out[0]), finish(out[1]), finish(out[2]), finish(out[3]));
        float* const to = pixels + 4 * kLanes * k;
        hn::Store(rows.k0, d, to);
        hn::Store(rows.k1, d, to + kLanes);
        hn::Store(rows.k2, d, to + 2 * kLanes);
        hn::Store(rows.k3, d, to + 3 * kLanes);
      }
      write_tile(task, pixels, m, count, n * task.out_image + y * g.out_row + x,
                 std::min<std::int64_t>(4, g.OH - y), g.OW - x);
    }
  }
}

/// Rows of tiles [task.begin, task.end) of all images.
void winograd_block(const WinogradTask& task) {
  set_isa_ran(kIsa);
  const Block block(task);
  transform_inputs(task, block);
  multiply(task, block);
  transform_outputs(task, block);
}

std::int64_t winograd_padded(std::int64_t n) { return padded(n); }
std::int64_t winograd_panel() { return kTileN; }

/// As transform_inputs, A dY A^T of the outputs' gradients (task.out) to block.product.
HWY_NOINLINE void transform_gradients(const WinogradTask& task, const Block& block) {
  const DF d;
  const Correlation& g = *task.g;
  const std::int64_t M = block.M, width = 4 * block.across;
  float* z = block.product;
  for (std::int64_t unit = task.begin; unit < task.end; ++unit) {
    const std::int64_t n = unit / block.down, r = unit % block.down;
    float* const band = float_scratch(0, 4 * width * M + kLanes);
    copy_channels_last({g.M, g.OH, g.OW, false, 4 * r, 0, 4, width}, task.out + n * task.out_image, M, band);
    for (std::int64_t x = 0; x < block.across; ++x)
      for (std::int64_t m = 0; m < M; m += kLanes, z += kLanes) {
        const float* const from = band + 4 * x * M + m;
        VF half[4][6];
        for (std::int64_t i = 0; i < 4; ++i) {
          VF in[4];
          WICK_UNROLL for (int j = 0; j < 4; ++j) in[j] = hn::LoadU(d, from + (i * width + j) * M);
          transform_gradient(in, half[i]);
        }
        for (std::int64_t j = 0; j < 6; ++j) {
          VF in[4], out[6];
          WICK_UNROLL for (int i = 0; i < 4; ++i) in[i] = half[i][j];
          transform_gradient(in, out);
          WICK_UNROLL for (int i = 0; i < 6; ++i) hn::StoreU(out[i], d, z + (6 * i + j) * block.m_step);
        }
      }
  }
}

/// sum [36, C, padded M] = or += the products of inputs and gradients over the tiles of the task.
void winograd_weight_block(const WinogradTask& task, float* sum, bool add) {
  set_isa_ran(kIsa);
  const Block block(task);
  transform_inputs(task, block);
  transform_gradients(task, block);
  const std::int64_t C = task.g->C, M = block.M;
  const RowTiles heights(C);
  Tile t;
  t.K = block.tiles;
  t.a_k = block.C;
  t.b_k = t.c_m = M;
  t.n[0] = t.n[1] = kLanes;
  t.load_c = add;
  for (std::int64_t e = 0; e < 36; ++e)
    for (std::int64_t m = 0; m < M; m += kTileN)
      for (std::int64_t i = 0; i < heights.count; ++i) {
        const std::int64_t c = heights.begin(i);
        t.a = block.v + e * block.v_step + c;
        t.b[0] = block.product + e * block.m_step + m;
        t.b[1] = t.b[0] + kLanes;
        t.c[0] = sum + (e * C + c) * M + m;
        t.c[1] = t.c[0] + kLanes;
        tile<Mode::steps>(heights.height(i), M - m > kLanes ? 2 : 1, t);
      }
}

/// dw^T [C, 3, 3, padded M] from a few such sums, added in order.
void winograd_weight_finish(const float* sums, std::int64_t count, std::int64_t C, std::int64_t M, float* dw) {
  const DF d;
  M = padded(M);
  for (std::int64_t c = 0; c < C; ++c)
    for (std::int64_t m = 0; m < M; m += kLanes) {
      VF half[3][6];
      for (std::int64_t j = 0; j < 6; ++j) {
        VF in[6], out[3];
        WICK_UNROLL for (int i = 0; i < 6; ++i) {
          const float* sum = sums + ((6 * i + j) * C + c) * M + m;
          in[i] = hn::LoadU(d, sum);
          for (std::int64_t k = 1; k < count; ++k) in[i] = hn::Add(in[i], hn::LoadU(d, sum += 36 * C * M));
        }
        transform_sum(in, out);
        WICK_UNROLL for (int i = 0; i < 3; ++i) half[i][j] = out[i];
      }
      for (std::int64_t i = 0; i < 3; ++i) {
        VF out[3];
        transform_sum(half[i], out);
        WICK_UNROLL for (int j = 0; j < 3; ++j) hn::StoreU(out[j], d, dw + (9 * c + 3 * i + j) * M + m);
      }
    }
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wick::kernels {

HWY_EXPORT(winograd_packed_size);
HWY_EXPORT(winograd_pack);
HWY_EXPORT(winograd_block);
HWY_EXPORT(winograd_weight_block);
HWY_EXPORT(winograd_padded);
HWY_EXPORT(winograd_panel);
HWY_EXPORT(winograd_weight_finish);

// Some 400 KB of transformed tiles at a time, in L2. The cut changes no result.
constexpr std::int64_t kBlockFloats = 96 * 1024;
constexpr std::int64_t kFewTiles = 4;

bool winograd_fits(const Correlation& g) {
  const auto three = [](const Taps& t) { return t.count == 3 && t.stride == 1 && (t.step == 1 || t.step == -1); };
  return three(g.rows) && three(g.columns) && g.out_step == 1 && g.C >= kWinogradChannels && g.M >= kWinogradChannels;
}

std::int64_t winograd_size(const Correlation& g) { return HWY_DYNAMIC_DISPATCH(winograd_packed_size)(g.M, g.C); }

void winograd_pack_weights(const Correlation& g, const float* w, std::int64_t m_step, std::int64_t c_step, float* packed) {
  HWY_DYNAMIC_DISPATCH(winograd_pack)(g, w, m_step, c_step, packed);
}

void winograd(const WinogradTask& whole, std::int64_t images) {
  const Correlation& g = *whole.g;
  const std::int64_t down = (g.OH + 3) / 4, across = (g.OW + 3) / 4, units = images * down, out_plane = whole.pool ? g.OH / 2 * (g.OW / 2) : g.out_plane;
  const double work = 72.0 * static_cast<double>(units * across) * static_cast<double>(g.C * g.M) / task_flops();
  const std::int64_t tasks = num_threads() == 1 ? 1 : std::clamp<std::int64_t>(static_cast<std::int64_t>(work), 1, tasks_per_thread() * num_threads());
  std::int64_t per_block = std::clamp<std::int64_t>(kBlockFloats / (36 * (g.C + g.M) * across), 1, units);
  // Tasks of a few tiles would all read all the weights: better they share those, and transform the inputs each for itself.
  const std::int64_t panel = HWY_DYNAMIC_DISPATCH(winograd_panel)(), panels = (g.M + panel - 1) / panel;
  const std::int64_t parts = units * across < kFewTiles * tasks ? std::min(tasks, panels) : 1;
  if (tasks > parts) per_block = std::clamp<std::int64_t>((units + tasks - 1) / tasks, 1, per_block);
  const std::int64_t blocks = (units + per_block - 1) / per_block;
  run_tasks(work, blocks * parts, [&](std::int64_t i) {
    const std::int64_t m0 = i % parts * panels / parts * panel, m1 = std::min(g.M, (i % parts + 1) * panels / parts * panel);
    Correlation some = g;
    some.M = m1 - m0;
    WinogradTask task = whole;
    task.g = &some;
    task.outputs = g.M;
    task.packed += m0 * g.C;
    task.out += m0 * (task.out_last ? 1 : out_plane);
    if (task.residual) task.residual += m0 * (task.out_last ? 1 : out_plane);
    if (task.bias) task.bias += m0;
    task.begin = i / parts * per_block;
    task.end = std::min(units, task.begin + per_block);
    HWY_DYNAMIC_DISPATCH(winograd_block)(task);
  });
}

bool winograd_weight_fits(const Correlation& g, std::int64_t images) {
  return winograd_fits(g) && images * ((g.OH + 3) / 4) * ((g.OW + 3) / 4) >= 32;  // else the transforms of the sums cost too much
}

void winograd_weight(const Correlation& g, std::int64_t images, const float* x, std::int64_t x_image, const float* dy, std::int64_t dy_image, float* dw) {
  // Images in up to four groups, whatever the number of threads, with sums of their own.
  const std::int64_t groups = std::min<std::int64_t>(4, images), down = (g.OH + 3) / 4, across = (g.OW + 3) / 4;
  const std::int64_t width = HWY_DYNAMIC_DISPATCH(winograd_padded)(g.M), size = 36 * g.C * width;
  float* const sums = float_scratch(2, groups * size);
  parallel_chunks(groups, [&](std::int64_t i) {
    WinogradTask task{&g, x, x_image, nullptr, nullptr, nullptr, false, const_cast<float*>(dy), dy_image};
    const std::int64_t begin = i * images / groups * down, end = (i + 1) * images / groups * down;
    const std::int64_t per_block = std::clamp<std::int64_t>(kBlockFloats / (36 * (g.C + g.M) * across), 1, end - begin);
    for (task.begin = begin; task.begin < end; task.begin = task.end) {
      task.end = std::min(end, task.begin + per_block);
      HWY_DYNAMIC_DISPATCH(winograd_weight_block)(task, sums + i * size, task.begin > begin);
    }
  });
  HWY_DYNAMIC_DISPATCH(winograd_weight_finish)(sums, groups, g.C, g.M, dw);
}

}  // namespace wick::kernels
#endif
