#pragma once
// Fills from Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). Element i takes word
// i mod 4 of the block at counter + i / 4, so a fill is the same on every target and for any thread count.

#include <cstdint>

namespace wick::kernels {

struct PhiloxState {
  std::uint64_t key;      // the seed
  std::uint64_t counter;  // block index; a fill of n elements uses (n + 3) / 4 blocks
};

/// The four words of block s.counter: the 128-bit counter is (low, high word of s.counter, 0, 0), the key (low, high).
void philox_block(PhiloxState s, std::uint32_t out[4]);
/// Ten rounds on any 128-bit counter, in place.
void philox_rounds(std::uint32_t counter[4], std::uint32_t key0, std::uint32_t key1);

/// u = (word >> 8) * 2^-24, in [0, 1); y = lo + (hi - lo) u.
void uniform(PhiloxState s, float* y, std::int64_t n, double lo, double hi);
void uniform(PhiloxState s, double* y, std::int64_t n, double lo, double hi);
/// Box–Muller on word pairs (0,1) and (2,3): r = sqrt(-2 log(1 - u0)), y = mean + std r cos / sin(2 pi u1).
void normal(PhiloxState s, float* y, std::int64_t n, double mean, double std);
void normal(PhiloxState s, double* y, std::int64_t n, double mean, double std);
/// y = x / (1 - p) where the element's u >= p, else 0. The backward is the same call on dy. p in [0, 1]; p = 1 gives zeros.
void dropout(PhiloxState s, const float* x, float* y, std::int64_t n, double p);
void dropout(PhiloxState s, const double* x, double* y, std::int64_t n, double p);

}  // namespace wick::kernels
