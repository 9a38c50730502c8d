// float32 matrix product. C is cut into blocks that tasks compute on their own: a block of B is packed in panels, which stay in
// L2; row tile by row tile of A (kTileM x kBlockK, in L1) they are run through, so that C is met in order. Goto, van de Geijn
// 2008, doi:10.1145/1356052.1356053. The way of cutting does not change any result.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/gemm.cpp"
#include "kernels/highway.h"
#include "kernels/tile-inl.h"
#include "kernels/split.h"

#include <atomic>

#include "kernels/gemm.h"

#ifndef WICK_KERNELS_GEMM_ONCE
#define WICK_KERNELS_GEMM_ONCE
namespace wick::kernels {

/// The product restricted to columns [n0, n1) of C.
inline Gemm<float> columns_of(const Gemm<float>& g, std::int64_t n0, std::int64_t n1) {
  Gemm<float> part = g;
  part.N = n1 - n0;
  part.b += n0 * (g.b_packed ? g.K : g.b_n);  // packed: n0 is a multiple of the tile
  part.c += n0;
  if (g.bias_n) part.bias_n += n0;
  return part;
}

}  // namespace wick::kernels
#endif

HWY_BEFORE_NAMESPACE();
namespace wick::kernels::HWY_NAMESPACE {

// Columns of B packed at a time, of up to kBlockK floats: a megabyte in the L2 of processors with AVX-512, else half of it.
constexpr std::int64_t kBlockN = 512;
constexpr std::int64_t kShortRow = HWY_TARGET == HWY_WASM ? 64 : 768;
// A with rows along k is read in place for so few columns.
constexpr std::int64_t kInPlaceN = HWY_TARGET == HWY_WASM ? 512 : 768;
// And one with columns so, of so few and read for so few.
constexpr std::int64_t kInPlaceK = 128;
// Row tiles of A packed at a time: where its columns are contiguous, whole cache lines are read.
constexpr std::int64_t kPackTiles = HWY_TARGET == HWY_WASM ? 1 : 64 / kTileM;

constexpr bool kSideBySide = HWY_TARGET == HWY_WASM;  // whole tiles share a call, which costs as much as a dozen steps there

/// Sets the parts of the tile that concern columns [n, n + kTileN) of C; returns the number of vectors.
HWY_INLINE int set_columns(Tile& t, float* c, std::int64_t n, std::int64_t N) {
  const std::int64_t left = N - n;
  t.c[0] = c + n;
  t.c[1] = c + n + kLanes;
  t.n[0] = static_cast<int>(std::min<std::int64_t>(left, kLanes));
  t.n[1] = static_cast<int>(std::min<std::int64_t>(left - kLanes, kLanes));
  return left > kLanes ? 2 : 1;
}

/// One row of C in columns [0, done), straight from B: several chains of additions at once, since a tile of one row
/// would wait for each. Returns done, a multiple of what fits the registers.
std::int64_t gemm_row(const Gemm<float>& g) {
  const DF d;
  constexpr int kMost = kLanes == 16 ? 8 : 4;
  const bool straight = g.b_n == 1;
  if (!straight && g.b_k != 1) return 0;
  const int vectors = straight ? kMost : 2;
  std::int64_t n = 0;
  for (; n + vectors * kLanes <= g.N; n += vectors * kLanes) {
    VF acc[kMost];
    const auto finish = [&](VF v, int i) HWY_ATTR {
      if (g.bias_m) v = hn::Add(v, hn::Set(d, g.bias_m[0]));
      if (g.bias_n) v = hn::Add(v, hn::LoadU(d, g.bias_n + n + i * kLanes));
      if (g.activation == Activation::relu) v = relu_of(v);
      hn::StoreU(v, d, g.c + n + i * kLanes);
    };
    WICK_UNROLL for (int i = 0; i < kMost; ++i)
      acc[i] = g.accumulate && i < vectors ? hn::LoadU(d, g.c + n + i * kLanes) : hn::Zero(d);
    const float* a = g.a;
    if (straight) {
      const float* b = g.b + n;
      for (std::int64_t k = 0; k < g.K; ++k, a += g.a_k, b += g.b_k) {
        const VF s = hn::Set(d, *a);
        WICK_UNROLL for (int i = 0; i < kMost; ++i) acc[i] = hn::MulAdd(s, hn::LoadU(d, b + i * kLanes), acc[i]);
      }
      WICK_UNROLL for (int i = 0; i < kMost; ++i) finish(acc[i], i);
      continue;
    }
    const float *b0 = g.b + n * g.b_n, *b1 = b0 + kLanes * g.b_n;
    VF x = acc[0], y = acc[1];
    std::int64_t k = 0;
    for (; k + 4 <= g.K; k += 4, a += 4 * g.a_k) {
      const VF s0 = hn::Set(d, a[0]), s1 = hn::Set(d, a[g.a_k]), s2 = hn::Set(d, a[2 * g.a_k]), s3 = hn::Set(d, a[3 * g.a_k]);
      const Columns p = load_columns(b0 + k, g.b_n);
      x = hn::MulAdd(s3, p.k3, hn::MulAdd(s2, p.k2, hn::MulAdd(s1, p.k1, hn::MulAdd(s0, p.k0, x))));
      const Columns q = load_columns(b1 + k, g.b_n);
      y = hn::MulAdd(s3, q.k3, hn::MulAdd(s2, q.k2, hn::MulAdd(s1, q.k1, hn::MulAdd(s0, q.k0, y))));
    }
    for (; k < g.K; ++k, a += g.a_k) {
      HWY_ALIGN float column[kTileN];
      for (int i = 0; i < kTileN; ++i) column[i] = b0[k + i * g.b_n];
      x = hn::MulAdd(hn::Set(d, *a), hn::Load(d, column), x);
      y = hn::MulAdd(hn::Set(d, *a), hn::Load(d, column + kLanes), y);
    }
    finish(x, 0);
    finish(y, 1);
  }
  return n;
}

/// As gemm_row, for packed B: a few panels at once.
std::int64_t gemm_row_packed(const Gemm<float>& g) {
  const DF d;
  constexpr int kPanels = 4;
  std::int64_t n = 0;
  for (; n + kPanels * kTileN <= g.N; n += kPanels * kTileN) {
    VF acc[kPanels][2];
    const float* b[kPanels];
    WICK_UNROLL for (int p = 0; p < kPanels; ++p) {
      b[p] = g.b + (n + p * kTileN) * g.K;
      WICK_UNROLL for (int v = 0; v < 2; ++v)
        acc[p][v] = g.accumulate ? hn::LoadU(d, g.c + n + p * kTileN + v * kLanes) : hn::Zero(d);
    }
    const float* a = g.a;
    for (std::int64_t k = 0; k < g.K; ++k, a += g.a_k) {
      const VF s = hn::Set(d, *a);
      WICK_UNROLL for (int p = 0; p < kPanels; ++p) {
        WICK_UNROLL for (int v = 0; v < 2; ++v) acc[p][v] = hn::MulAdd(s, hn::LoadU(d, b[p] + v * kLanes), acc[p][v]);
        b[p] += kTileN;
      }
    }
    WICK_UNROLL for (int p = 0; p < kPanels; ++p)
      WICK_UNROLL for (int v = 0; v < 2; ++v) {
        const std::int64_t at = n + p * kTileN + v * kLanes;
        VF x = acc[p][v];
        if (g.bias_m) x = hn::Add(x, hn::Set(d, g.bias_m[0]));
        if (g.bias_n) x = hn::Add(x, hn::LoadU(d, g.bias_n + at));
        if (g.activation == Activation::relu) x = relu_of(x);
        hn::StoreU(x, d, g.c + at);
      }
  }
  return n;
}

/// Few sums, one after the other: less than what panels and tiles cost before their first.
void gemm_few(const Gemm<float>& g) {
  set_isa_ran(kIsa);
  const hn::CappedTag<float, 1> d;
  for (std::int64_t m = 0; m < g.M; ++m)
    for (std::int64_t n = 0; n < g.N; ++n) {
      float* const c = g.c + m * g.c_m + n;
      const float *a = g.a + m * g.a_m, *b = g.b + n * g.b_n;
      auto v = g.accumulate ? hn::LoadU(d, c) : hn::Zero(d);
      for (std::int64_t k = 0; k < g.K; ++k, a += g.a_k, b += g.b_k) v = hn::MulAdd(hn::LoadU(d, a), hn::LoadU(d, b), v);
      if (g.bias_m) v = hn::Add(v, hn::LoadU(d, g.bias_m + m));
      if (g.bias_n) v = hn::Add(v, hn::LoadU(d, g.bias_n + n));
      if (g.activation == Activation::relu) v = relu_of(v);
      hn::StoreU(v, d, c);
    }
}

// The job whose B is in the thread's panels, whole; 0 if none's.
thread_local std::uint64_t panels_of = 0;

/// The whole product in this thread. Tasks of the same job (not 0) have the same B, which a thread then packs once.
void gemm_one(const Gemm<float>& given, std::uint64_t job) {
  set_isa_ran(kIsa);
  Gemm<float> g = given;
  if (g.M == 1) {
    const std::int64_t done = g.b_packed ? gemm_row_packed(g) : gemm_row(g);
    if (done == g.N) return;
    g = columns_of(g, done, g.N);
  }
  const std::int64_t k_blocks = (g.K + kBlockK - 1) / kBlockK;
  const std::int64_t block_k = ((g.K + k_blocks - 1) / k_blocks + 3) / 4 * 4;
  const std::int64_t n_blocks = (g.N + kBlockN - 1) / kBlockN;
  const std::int64_t block_n = ((g.N + n_blocks - 1) / n_blocks + kTileN - 1) / kTileN * kTileN;
  const RowTiles rows(g.M, k_blocks == 1 && !g.accumulate);
  float* const panels = g.b_packed ? nullptr : static_cast<float*>(thread_scratch(1, sizeof(float) * static_cast<std::size_t>(block_k * block_n + kLanes)));
  float* const packed = static_cast<float*>(thread_scratch(0, sizeof(float) * (kPackTiles * kBlockK * kPitch + kLanes)));
  // A is packed unless it is read too few times to repay it, or is as good in place.
  enum { pack, columns, rows_of_a } const a_is = g.a_m == 1 && rows.whole() && (g.M <= kTileM || (g.K <= kInPlaceK && g.N <= kInPlaceK)) ? columns
                                                 : g.a_k == 1 && g.N <= kInPlaceN && g.a_m % (HWY_TARGET == HWY_WASM ? 512 : 1024) != 0 ? rows_of_a : pack;
  // So is B of short rows but for columns that do not fill a vector: panels are packed from column `first` on.
  const bool b_is_rows = g.b_n == 1 && (rows.count == 1 || g.b_k <= kShortRow);
  const std::int64_t first = g.b_packed || (b_is_rows && g.N % kLanes == 0) ? g.N : b_is_rows ? g.N / kTileN * kTileN : 0;
  Tile t;
  t.a_k = a_is == columns ? g.a_k : kPitch;
  t.a_m = g.a_m;
  t.c_m = g.c_m;
  t.c_step = t.bias_step = kTileN;
  for (std::int64_t k0 = 0; k0 < g.K; k0 += block_k) {
    const std::int64_t kc = std::min(block_k, g.K - k0);
    const bool last = k0 + kc == g.K;
    t.K = t.run = kc;
    t.load_c = k0 > 0 || g.accumulate;
    t.relu = last && g.activation == Activation::relu;
    for (std::int64_t n0 = 0; n0 < g.N; n0 += block_n) {
      const std::int64_t n1 = std::min(g.N, n0 + block_n), packed_from = std::max(n0, first);
      const float* const b = g.b + k0 * g.b_k;
      if (packed_from < n1 && (job == 0 || panels_of != job)) {
        if (HWY_TARGET == HWY_WASM && n1 == g.N && (n1 - packed_from) % kTileN > 0)  // as rows in pack_a: nothing denormal
          std::fill_n(panels + (n1 - packed_from) / kTileN * kTileN * kc, kc * kTileN, 0.0f);
        pack_panels(b + packed_from * g.b_n, g.b_n, g.b_k, n1 - packed_from, g.N - packed_from, kc, panels);
        panels_of = k_blocks == 1 && n_blocks == 1 ? job : 0;
      }
      for (std::int64_t i = 0; i < rows.count; ++i) {
        const std::int64_t m = rows.begin(i);
        const int height = rows.height(i);
        const float* const a = g.a + m * g.a_m + k0 * g.a_k;
        t.a = a;
        if (a_is == pack) {
          if (i % kPackTiles == 0) pack_a(g.a + k0 * g.a_k, g.a_m, g.a_k, rows, i, std::min(i + kPackTiles, rows.count), kc, packed);
          t.a = packed + i % kPackTiles * kc * kPitch;
        }
        t.bias_m = last && g.bias_m ? g.bias_m + m : nullptr;
        for (std::int64_t n = n0; n < n1; n += t.repeat * kTileN) {
          const int vectors = set_columns(t, g.c + m * g.c_m, n, g.N);
          t.b_k = kTileN;
          if (g.b_packed)
            t.b[0] = g.b + n * g.K + k0 * kTileN, t.b_step = kTileN * g.K;
          else if (n >= first)
            t.b[0] = panels + (n - packed_from) * kc, t.b_step = kTileN * kc;
          else
            t.b[0] = b + n, t.b_k = g.b_k, t.b_step = kTileN;
          t.b[1] = t.b[0] + kLanes;
          t.bias_n = last && g.bias_n ? g.bias_n + n : nullptr;
          if (kSideBySide) t.repeat = std::max<std::int64_t>(1, ((n < first && !g.b_packed ? std::min(n1, first) : n1) - n) / kTileN);
          if (kLanes == 16 && g.c_m >= 512)  // the next tile's part of C
            for (int r = 0; r < height; ++r) __builtin_prefetch(t.c[1] + r * t.c_m + kLanes, 1), __builtin_prefetch(t.c[1] + r * t.c_m + 2 * kLanes, 1);
          if (a_is == rows_of_a) tile<Mode::lines>(height, vectors, t);
          else tile<Mode::steps>(height, vectors, t);
        }
      }
    }
  }
}

int tile_n() { return kTileN; }

/// Panel after panel of [K, kTileN], the last one's missing columns zero.
void pack_all_b(const float* b, std::int64_t b_k, std::int64_t b_n, std::int64_t K, std::int64_t N, float* packed) {
  if (N % kTileN) std::fill_n(packed + N / kTileN * kTileN * K, K * kTileN, 0.0f);
  pack_panels(b, b_n, b_k, N, N, K, packed);
}

}  // namespace wick::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wick::kernels {

HWY_EXPORT(gemm_few);
HWY_EXPORT(gemm_one);
HWY_EXPORT(tile_n);
HWY_EXPORT(pack_all_b);

namespace {

/// No sum to compute: C is left, or zeroed, plus the biases.
void gemm_empty(const Gemm<float>& g) {
  for (std::int64_t m = 0; m < g.M; ++m)
    for (std::int64_t n = 0; n < g.N; ++n) {
      float v = g.accumulate ? g.c[m * g.c_m + n] : 0.0f;
      if (g.bias_m) v += g.bias_m[m];
      if (g.bias_n) v += g.bias_n[n];
      g.c[m * g.c_m + n] = g.activation == Activation::relu && v < 0 ? 0.0f : v;
    }
}

Gemm<float> rows_of(const Gemm<float>& g, std::int64_t m0, std::int64_t m1) {
  Gemm<float> part = g;
  part.M = m1 - m0;
  part.a += m0 * g.a_m;
  part.c += m0 * g.c_m;
  if (g.bias_m) part.bias_m += m0;
  return part;
}

/// Whether all sums together have at most 64 products.
bool is_few(const Gemm<float>& g) {
  constexpr std::int64_t kFew = 64;
  return g.M <= kFew && g.N <= kFew && g.K <= kFew && g.M * g.N * g.K <= kFew && !g.b_packed;
}

/// (A B)^T = B^T A^T, for a C of one column.
Gemm<float> transposed(const Gemm<float>& g) {
  return {g.N, g.M, g.K, g.b, g.b_n, g.b_k, g.a, g.a_k, g.a_m, g.c, g.M, g.accumulate, g.bias_n, g.bias_m, g.activation};
}

}  // namespace

std::int64_t packed_b_size(std::int64_t K, std::int64_t N) {
  const std::int64_t width = HWY_DYNAMIC_DISPATCH(tile_n)();
  return (N + width - 1) / width * width * K;
}

void pack_b(const float* b, std::int64_t b_k, std::int64_t b_n, std::int64_t K, std::int64_t N, float* packed) {
  if (N == 1 && b_k != 1) b_n = 1;
  if (K == 1 && b_n != 1) b_k = 1;
  HWY_DYNAMIC_DISPATCH(pack_all_b)(b, b_k, b_n, K, N, packed);
}

void gemm(const Gemm<float>& given) {
  if (given.M <= 0 || given.N <= 0) return;
  if (given.K <= 0) return gemm_empty(given);
  if (is_few(given)) return HWY_DYNAMIC_DISPATCH(gemm_few)(given);
  Gemm<float> g = given;  // a stride over a size of 1 says nothing: choose the convenient one
  if (g.M == 1) g.a_m = g.a_k == 1 ? g.K : 1;
  if (g.N == 1 && g.b_k != 1) g.b_n = 1;
  if (g.N == 1 && g.c_m == 1 && !g.b_packed) g = transposed(g);
  const double work = flops(g) / task_flops();
  const int threads = num_threads();
  if (threads == 1 || work < 2) return HWY_DYNAMIC_DISPATCH(gemm_one)(g, 0);

  // Several tasks per thread, as many for each. They pack A for themselves, so cut where the other operand is small: columns
  // in whole panels, rows in tens, so many that packing reads most of each cache line. Of rows alone all tasks share B.
  std::int64_t tasks = std::min<std::int64_t>(static_cast<std::int64_t>(work), kTasksPerThread * threads);
  if (tasks > threads) tasks -= tasks % threads;
  const std::int64_t width = HWY_DYNAMIC_DISPATCH(tile_n)();
  const std::int64_t panels = (g.N + width - 1) / width;
  const std::int64_t most_across = std::max<std::int64_t>(1, panels / 2), most_down = std::max<std::int64_t>(1, g.M / (g.a_m == 1 ? 32 : 24));
  std::int64_t across = 1, down = 1;
  if (g.M <= g.N)
    across = std::min(tasks, most_across), down = std::min(tasks / across, most_down);
  else
    down = std::min(tasks, most_down), across = std::min(tasks / down, most_across);
  static std::atomic<std::uint64_t> jobs{0};
  const std::uint64_t job = across == 1 ? 1 + jobs.fetch_add(1, std::memory_order_relaxed) : 0;
  parallel_chunks(across * down, [&](std::int64_t i) {
    const std::int64_t x = i / down, y = i % down;
    const std::int64_t n0 = x * panels / across * width, n1 = std::min(g.N, (x + 1) * panels / across * width);
    HWY_DYNAMIC_DISPATCH(gemm_one)(rows_of(columns_of(g, n0, n1), y * g.M / down, (y + 1) * g.M / down), job);
  });
}

void gemm_batched(const Gemm<float>& g, std::int64_t n, std::int64_t a_step, std::int64_t b_step, std::int64_t c_step) {
  if (n <= 0 || g.M <= 0 || g.N <= 0) return;
  const bool rows_follow = b_step == 0 && a_step == g.M * g.a_m && c_step == g.M * g.c_m && !g.bias_m;
  if (n == 1 || (rows_follow && g.a_k == 1)) {
    Gemm<float> all = g;
    all.M = n * g.M;
    return gemm(all);
  }
  gemm_each(g, n, [&](std::int64_t i) {
    Gemm<float> one = g;
    one.a += i * a_step;
    one.b += i * b_step;
    one.c += i * c_step;
    gemm(one);  // inside a task in the calling thread
  });
}

std::int64_t products_per_task(double flops, std::int64_t n) {
  const double tasks = flops / task_flops();
  if (tasks >= 4 && n < 4 * num_threads()) return n;
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(1 / std::max(tasks, 1e-9)), 1, n);
}

}  // namespace wick::kernels
#endif
