// The register tiles of the matrix product and of the convolutions, and the packing they need. Read once per target.
//
// A tile computes up to kTileM rows by one or two vectors of C. Each element is one chain of multiply-adds over k in
// increasing order, from 0 or from what C holds, so cutting K in blocks changes nothing.

#if defined(WICK_KERNELS_TILE_INL) != defined(WICK_READING)
#ifdef WICK_KERNELS_TILE_INL
#undef WICK_KERNELS_TILE_INL
#else
#define WICK_KERNELS_TILE_INL
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "kernels/gemm.h"
#include "kernels/tile.h"
#include "kernels/tile_wasm_run.h"

#if HWY_COMPILER_CLANG
#define WICK_UNROLL _Pragma("clang loop unroll(full)")
#else
#define WICK_UNROLL _Pragma("GCC unroll 16")
#endif

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

// Rows of a tile: accumulators kTileM x 2 plus two vectors of B and a broadcast must fit the registers.
#if HWY_TARGET == HWY_AVX3
constexpr int kTileM = 14, kPitch = 16;
#elif HWY_TARGET == HWY_AVX2
constexpr int kTileM = 6, kPitch = 8;
#elif HWY_TARGET == HWY_NEON && HWY_ARCH_ARM_A64
constexpr int kTileM = 8, kPitch = 8;
#elif HWY_TARGET == HWY_WASM
constexpr int kTileM = 6, kPitch = 6;
#else
constexpr int kTileM = 4, kPitch = 4;
#endif
constexpr int kTileN = 2 * kLanes;
constexpr std::int64_t kBlockK = kLanes == 16 ? 512 : 256;  // a packed row tile of A, kBlockK x kPitch floats, stays in L1
static_assert(kTileM <= kMostRows);

#if HWY_TARGET == HWY_WASM

/// Runs the tile with m rows (1 … kTileM) and v vectors (1 or 2). Of the rows that do not exist, A is read.
template <Mode mode>
HWY_INLINE void tile(int m, int v, Tile& t) {
  t.m = m;
  if (mode == Mode::lines)
    for (int i = 0; i < m; ++i) t.row[i] = t.a + i * t.a_m;
  if (mode == Mode::rows || mode == Mode::lines)
    for (; m < kTileM; ++m) t.row[m] = t.row[0];
  run_wasm_tile(mode == Mode::lines ? Mode::rows : mode, v, t);
}

#else

/// C's part of a tile in and out of registers; the last lanes of a vector may not exist.
template <int M, int V>
HWY_INLINE void load_c(const Tile& t, VF (&acc)[M][V]) {
  const DF d;
  if constexpr (kLanes == 16) {  // AVX-512: masks are free
    WICK_UNROLL for (int v = 0; v < V; ++v) {
      const auto mask = hn::FirstN(d, static_cast<std::size_t>(t.n[v]));
      WICK_UNROLL for (int m = 0; m < M; ++m) acc[m][v] = hn::MaskedLoad(mask, d, t.c[v] + m * t.c_m);
    }
  } else if (t.n[0] == kLanes && t.n[V - 1] == kLanes) {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) acc[m][v] = hn::LoadU(d, t.c[v] + m * t.c_m);
    }
  } else {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) acc[m][v] = load_first(t.c[v] + m * t.c_m, t.n[v]);
    }
  }
}

template <int M, int V>
HWY_INLINE void store_c(const Tile& t, const VF (&acc)[M][V]) {
  const DF d;
  if constexpr (kLanes == 16) {
    WICK_UNROLL for (int v = 0; v < V; ++v) {
      const auto mask = hn::FirstN(d, static_cast<std::size_t>(t.n[v]));
      WICK_UNROLL for (int m = 0; m < M; ++m) hn::BlendedStore(acc[m][v], mask, d, t.c[v] + m * t.c_m);
    }
  } else if (t.n[0] == kLanes && t.n[V - 1] == kLanes) {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) hn::StoreU(acc[m][v], d, t.c[v] + m * t.c_m);
    }
  } else {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) store_first(acc[m][v], t.c[v] + m * t.c_m, t.n[v]);
    }
  }
}

// B is fetched from L2 this many steps ahead.
constexpr int kAhead = 8;
HWY_INLINE void prefetch(const float* p) { __builtin_prefetch(p, 0, 3); }
/// The compiler shall keep x in a register rather than derive it.
HWY_INLINE void keep(std::int64_t& x) { asm("" : "+r"(x)); }

template <int M, int V, Mode mode>
HWY_INLINE void tile_once(const Tile& t) {
  const DF d;
  VF acc[M][V];
  if (t.load_c) {
    load_c(t, acc);
  } else {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) acc[m][v] = hn::Zero(d);
    }
  }

  const float* HWY_RESTRICT b0 = t.b[0];
  const float* HWY_RESTRICT b1 = V == 2 && mode != Mode::offsets ? b0 + kLanes : t.b[V - 1];
  if constexpr (mode == Mode::rows) {
    const float* row[M];
    WICK_UNROLL for (int m = 0; m < M; ++m) row[m] = t.row[m];
    for (std::int64_t r = 0; r < t.runs; ++r) {
      for (std::int64_t i = r * t.run_step, end = i + t.run; i < end; ++i) {
        const VF x0 = hn::LoadU(d, b0);
        const VF x1 = V == 2 ? hn::LoadU(d, b1) : x0;
        WICK_UNROLL for (int m = 0; m < M; ++m) {
          const VF s = hn::Set(d, row[m][i]);
          acc[m][0] = hn::MulAdd(s, x0, acc[m][0]);
          if constexpr (V == 2) acc[m][1] = hn::MulAdd(s, x1, acc[m][1]);
        }
        b0 += t.b_k;
        if constexpr (V == 2) b1 += t.b_k;
      }
    }
  } else if constexpr (mode == Mode::lines) {
    // Every fifth row has a pointer, those between are reached through 1, 2, 3 and 4 times the stride: few enough registers.
    std::int64_t a_m = t.a_m, a_3m = 3 * t.a_m;
    keep(a_m), keep(a_3m);
    for (std::int64_t r = 0; r < t.runs; ++r) {
      const float* a[(M + 4) / 5];
      WICK_UNROLL for (int i = 0; i < (M + 4) / 5; ++i) a[i] = t.a + (t.offset ? t.offset[r] : 0) + 5 * i * t.a_m;
      for (std::int64_t k = 0; k < t.run; ++k) {
        const VF x0 = hn::LoadU(d, b0);
        const VF x1 = V == 2 ? hn::LoadU(d, b1) : x0;
        if constexpr (V == 2) prefetch(b0 + kAhead * t.b_k), prefetch(b1 + kAhead * t.b_k);
        WICK_UNROLL for (int m = 0; m < M; ++m) {
          const float* const row = a[m / 5];
          const VF s = hn::Set(d, m % 5 == 3 ? row[a_3m] : row[m % 5 * a_m]);
          acc[m][0] = hn::MulAdd(s, x0, acc[m][0]);
          if constexpr (V == 2) acc[m][1] = hn::MulAdd(s, x1, acc[m][1]);
        }
        WICK_UNROLL for (int i = 0; i < (M + 4) / 5; ++i) ++a[i];
        b0 += t.b_k;
        if constexpr (V == 2) b1 += t.b_k;
      }
    }
  } else {
    const float* HWY_RESTRICT a = t.a;
    for (std::int64_t k = 0; k < t.K; ++k) {
      const std::int64_t at = mode == Mode::offsets ? t.offset[k] : 0;
      const VF x0 = hn::LoadU(d, b0 + at);
      const VF x1 = V == 2 ? hn::LoadU(d, b1 + at) : x0;
      if constexpr (mode == Mode::steps && V == 2) prefetch(b0 + kAhead * t.b_k), prefetch(b1 + kAhead * t.b_k);
      WICK_UNROLL for (int m = 0; m < M; ++m) {
        const VF s = hn::Set(d, a[m]);
        acc[m][0] = hn::MulAdd(s, x0, acc[m][0]);
        if constexpr (V == 2) acc[m][1] = hn::MulAdd(s, x1, acc[m][1]);
      }
      a += t.a_k;
      if constexpr (mode == Mode::steps) {
        b0 += t.b_k;
        if constexpr (V == 2) b1 += t.b_k;
      }
    }
  }

  if (t.bias_m) {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      const VF s = hn::Set(d, t.bias_m[m]);
      WICK_UNROLL for (int v = 0; v < V; ++v) acc[m][v] = hn::Add(acc[m][v], s);
    }
  }
  if (t.bias_n) {
    WICK_UNROLL for (int v = 0; v < V; ++v) {
      const VF s = t.n[v] == kLanes ? hn::LoadU(d, t.bias_n + v * kLanes) : load_first(t.bias_n + v * kLanes, t.n[v]);
      WICK_UNROLL for (int m = 0; m < M; ++m) acc[m][v] = hn::Add(acc[m][v], s);
    }
  }
  if (t.relu) {
    WICK_UNROLL for (int m = 0; m < M; ++m) {
      WICK_UNROLL for (int v = 0; v < V; ++v) acc[m][v] = relu_of(acc[m][v]);
    }
  }
  store_c(t, acc);
}

template <int M, int V, Mode mode>
void run_tile(const Tile& given) {
  if (given.repeat == 1) return tile_once<M, V, mode>(given);
  Tile t = given;
  for (std::int64_t i = 0; i < given.repeat; ++i) {
    tile_once<M, V, mode>(t);
    for (int v = 0; v < V; ++v) t.b[v] += t.b_step, t.c[v] += t.c_step;
    if constexpr (mode == Mode::rows)
      for (int m = 0; m < M; ++m) t.row[m] += t.row_step;
    if constexpr (mode == Mode::lines) t.a += t.row_step;
    if (t.bias_n) t.bias_n += t.bias_step;
  }
}

using TileFn = void (*)(const Tile&);

template <Mode mode, int... m>
constexpr std::array<TileFn, 2 * sizeof...(m)> tile_table(std::integer_sequence<int, m...>) {
  return {{run_tile<m / 2 + 1, m % 2 + 1, mode>..., run_tile<m / 2 + 1 + sizeof...(m) / 2, m % 2 + 1, mode>...}};
}

/// Runs the tile with m rows (1 … kTileM) and v vectors (1 or 2).
template <Mode mode>
HWY_INLINE void tile(int m, int v, const Tile& t) {
  static constexpr auto kTable = tile_table<mode>(std::make_integer_sequence<int, kTileM>());
  kTable[static_cast<std::size_t>(2 * (m - 1) + v - 1)](t);
}

#endif

/// Rows 0 … M - 1 cut into the fewest tiles: tile i begins at begin(i). All but equal in height, except in WebAssembly, where
/// a full tile is cheapest: there the last may repeat rows of the one before if the result is not added to what is in C.
struct RowTiles {
#if HWY_TARGET == HWY_WASM
  std::int64_t M, count;
  bool again;
  explicit RowTiles(std::int64_t rows, bool may_repeat = false) : M(rows), count((rows + kTileM - 1) / kTileM), again(may_repeat && rows >= kTileM) {}
  std::int64_t begin(std::int64_t i) const { return std::min(i * kTileM, again ? M - kTileM : M); }
  int height(std::int64_t i) const { return again ? kTileM : static_cast<int>(std::min<std::int64_t>(M - i * kTileM, kTileM)); }
  std::int64_t highest() const { return M / kTileM; }
  bool whole() const { return again || M % kTileM == 0; }
#else
  std::int64_t M, count, least, more;  // the first `more` tiles have one row more than `least`
  explicit RowTiles(std::int64_t rows, bool = false) : M(rows), count((rows + kTileM - 1) / kTileM), least(count ? M / count : 0), more(M - count * least) {}
  std::int64_t begin(std::int64_t i) const { return i * least + std::min(i, more); }
  int height(std::int64_t i) const { return static_cast<int>(least + (i < more)); }
  std::int64_t highest() const { return more; }  // how many tiles are of the greater height
  bool whole() const { return true; }            // no tile reads rows of A behind the last
#endif
};

// ---- packing ----

/// One vector of the 128-bit blocks at p0, p1, p2, p3, as many as it holds.
HWY_INLINE VF load_blocks(const float* p0, [[maybe_unused]] const float* p1, [[maybe_unused]] const float* p2,
                          [[maybe_unused]] const float* p3) {
  const DF d;
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
  const hn::FixedTag<float, 4> d4;
  const hn::FixedTag<float, 8> d8;
  const auto low = hn::Combine(d8, hn::LoadU(d4, p1), hn::LoadU(d4, p0));
#if HWY_TARGET == HWY_AVX2
  return low;
#else
  return hn::Combine(d, hn::Combine(d8, hn::LoadU(d4, p3), hn::LoadU(d4, p2)), low);
#endif
#else
  return hn::LoadU(d, p0);
#endif
}

/// Four rows of blocks to four columns: out[k] lane 4 b + r = v_r lane 4 b + k.
struct Columns {
  VF k0, k1, k2, k3;
};
HWY_INLINE Columns transpose_blocks(VF v0, VF v1, VF v2, VF v3) {
  const DF d;
  const hn::RepartitionToWide<DF> d2;
  const auto t0 = hn::BitCast(d2, hn::InterleaveLower(d, v0, v1)), t1 = hn::BitCast(d2, hn::InterleaveUpper(d, v0, v1));
  const auto t2 = hn::BitCast(d2, hn::InterleaveLower(d, v2, v3)), t3 = hn::BitCast(d2, hn::InterleaveUpper(d, v2, v3));
  return {hn::BitCast(d, hn::InterleaveLower(d2, t0, t2)), hn::BitCast(d, hn::InterleaveUpper(d2, t0, t2)),
          hn::BitCast(d, hn::InterleaveLower(d2, t1, t3)), hn::BitCast(d, hn::InterleaveUpper(d2, t1, t3))};
}

/// Columns k … k + 3 of kLanes rows that lie `stride` apart.
HWY_INLINE Columns load_columns(const float* p, std::int64_t stride) {
  const float *p1 = p + 4 * stride, *p2 = p1 + 4 * stride, *p3 = p2 + 4 * stride;
  const std::int64_t s2 = 2 * stride, s3 = 3 * stride;
  return transpose_blocks(load_blocks(p, p1, p2, p3), load_blocks(p + stride, p1 + stride, p2 + stride, p3 + stride),
                          load_blocks(p + s2, p1 + s2, p2 + s2, p3 + s2), load_blocks(p + s3, p1 + s3, p2 + s3, p3 + s3));
}

/// dst[k * pitch + r] = src[r * stride + k] for r < kLanes (rows from `rows` on repeat the last one) and k < K.
HWY_NOINLINE inline void pack_transposed(const float* src, std::int64_t stride, std::int64_t rows, std::int64_t K, float* dst,
                                std::int64_t pitch) {
  const DF d;
  const auto store = [=](const Columns& v, float* to) HWY_ATTR {
    hn::StoreU(v.k0, d, to);
    hn::StoreU(v.k1, d, to + pitch);
    hn::StoreU(v.k2, d, to + 2 * pitch);
    hn::StoreU(v.k3, d, to + 3 * pitch);
  };
  std::int64_t k = 0;
  if (rows >= kLanes) {
    for (; k + 4 <= K; k += 4, dst += 4 * pitch) store(load_columns(src + k, stride), dst);
  } else {
    const float* p[16];
    for (int r = 0; r < 16; ++r) p[r] = src + std::min<std::int64_t>(r, rows - 1) * stride;
    for (; k + 4 <= K; k += 4, dst += 4 * pitch)
      store(transpose_blocks(load_blocks(p[0] + k, p[4] + k, p[8] + k, p[12] + k), load_blocks(p[1] + k, p[5] + k, p[9] + k, p[13] + k),
                             load_blocks(p[2] + k, p[6] + k, p[10] + k, p[14] + k), load_blocks(p[3] + k, p[7] + k, p[11] + k, p[15] + k)),
            dst);
  }
  for (; k < K; ++k, dst += pitch)
    for (std::int64_t r = 0; r < kLanes; ++r) dst[r] = src[std::min(r, rows - 1) * stride + k];
}

/// dst[k * pitch + i] = src[k * stride + i] for i < n and k < K; the rest of the last vector is what follows, or zero. The
/// first `exist` elements of a row of src may be read.
HWY_INLINE void pack_straight(const float* src, std::int64_t stride, std::int64_t n, std::int64_t exist, std::int64_t K,
                              float* dst, std::int64_t pitch) {
  const DF d;
  std::int64_t whole = n / kLanes * kLanes;
  if (whole < n && whole + kLanes <= exist) whole += kLanes;
  const int rest = static_cast<int>(n - whole);
#if HWY_TARGET != HWY_WASM
  if (rest <= 0 && whole <= 2 * kLanes) {  // a panel or a row tile
    const std::int64_t second = whole - kLanes;
    for (std::int64_t k = 0; k < K; ++k, src += stride, dst += pitch) {
      const VF x0 = hn::LoadU(d, src), x1 = hn::LoadU(d, src + second);
      hn::StoreU(x0, d, dst);
      hn::StoreU(x1, d, dst + second);
    }
    return;
  }
#endif
  for (std::int64_t k = 0; k < K; ++k, src += stride, dst += pitch) {
    for (std::int64_t i = 0; i < whole; i += kLanes) hn::StoreU(hn::LoadU(d, src + i), d, dst + i);
    if (rest > 0) hn::StoreU(load_first(src + whole, rest), d, dst + whole);
  }
}

/// Packs n (at most pitch) of the `exist` rows of an operand, element (i, k) at src[i * src_i + k * src_k] with one stride 1,
/// to dst[k * pitch + i]. Padding is unspecified but harmless.
HWY_NOINLINE inline void pack_panel(const float* src, std::int64_t src_i, std::int64_t src_k, std::int64_t n, std::int64_t exist,
                                    std::int64_t K, float* dst, std::int64_t pitch) {
  if (src_i == 1 || n == 1) return pack_straight(src, src_k, n, src_i == 1 ? exist : 1, K, dst, pitch);
  // From the last vector on: it may reach over into the next step's row.
  for (std::int64_t i = (n - 1) / kLanes * kLanes; i >= 0; i -= kLanes) pack_transposed(src + i * src_i, src_i, exist - i, K, dst + i, pitch);
}

/// Packs n of the `exist` columns of B in panels of kTileN; as pack_panel.
HWY_NOINLINE inline void pack_panels(const float* b, std::int64_t b_n, std::int64_t b_k, std::int64_t n, std::int64_t exist,
                                     std::int64_t K, float* dst) {
  std::int64_t i = 0;
#if HWY_TARGET != HWY_WASM
  if (b_n == 1 && n >= kTileN) {  // row by row, as B lies in memory
    const DF d;
    i = n / kTileN * kTileN;
    for (std::int64_t k = 0; k < K; ++k)
      for (std::int64_t j = 0; j < i; j += kTileN) {
        const VF x0 = hn::LoadU(d, b + k * b_k + j), x1 = hn::LoadU(d, b + k * b_k + j + kLanes);
        hn::StoreU(x0, d, dst + j * K + k * kTileN);
        hn::StoreU(x1, d, dst + j * K + k * kTileN + kLanes);
      }
  }
#endif
  for (; i < n; i += kTileN) pack_panel(b + i * b_n, b_n, b_k, std::min<std::int64_t>(n - i, kTileN), exist - i, K, dst + i * K, kTileN);
}

constexpr std::int64_t kColumnsAhead = 16;

/// Packs row tiles [i0, i1) of A for k in [0, K): the first begins at dst, the others K * kPitch apart.
HWY_NOINLINE inline void pack_a(const float* a, std::int64_t a_m, std::int64_t a_k, const RowTiles& rows, std::int64_t i0,
                                std::int64_t i1, std::int64_t K, float* dst) {
  // A tile in wasm multiplies all its rows; what lies in missing ones must not be denormal, which is slow.
  if (HWY_TARGET == HWY_WASM && i1 == rows.count && rows.M % kTileM) std::fill_n(dst + (i1 - 1 - i0) * K * kPitch, K * kPitch, 0.0f);
#if HWY_TARGET != HWY_WASM
  if (a_m == 1 && kPitch <= kLanes) {  // column by column, as A lies in memory
    const DF d;
    std::int64_t whole = i0;
    while (whole < i1 && rows.begin(whole) + kLanes <= rows.M) ++whole;
    for (std::int64_t k = 0; k < K; ++k) {
      // Columns lie on other pages, where the processor does not look ahead.
      for (std::int64_t m = rows.begin(i0); m < rows.begin(whole); m += 16) __builtin_prefetch(a + (k + kColumnsAhead) * a_k + m);
      for (std::int64_t i = i0; i < whole; ++i) hn::StoreU(hn::LoadU(d, a + k * a_k + rows.begin(i)), d, dst + ((i - i0) * K + k) * kPitch);
    }
    dst += (whole - i0) * K * kPitch;
    i0 = whole;
  }
#endif
  for (std::int64_t i = i0; i < i1; ++i, dst += K * kPitch)
    pack_panel(a + rows.begin(i) * a_m, a_m, a_k, rows.height(i), rows.M - rows.begin(i), K, dst, kPitch);
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
