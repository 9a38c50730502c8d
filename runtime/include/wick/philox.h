#pragma once
// Philox4x32-10 as a pure function: 128 random bits from a key and a 128-bit counter, the same on every target.
// Source: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".

#include <array>
#include <cstdint>

namespace wick {

/// Four independent 32-bit words for (key, counter). Words follow the order of the reference implementation.
constexpr std::array<std::uint32_t, 4> philox4x32(std::uint64_t key, std::uint64_t counter_lo,
                                                  std::uint64_t counter_hi = 0) {
  std::uint32_t k0 = static_cast<std::uint32_t>(key), k1 = static_cast<std::uint32_t>(key >> 32);
  std::uint32_t c0 = static_cast<std::uint32_t>(counter_lo), c1 = static_cast<std::uint32_t>(counter_lo >> 32);
  std::uint32_t c2 = static_cast<std::uint32_t>(counter_hi), c3 = static_cast<std::uint32_t>(counter_hi >> 32);
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
    c0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
    c2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
    c1 = static_cast<std::uint32_t>(p1);
    c3 = static_cast<std::uint32_t>(p0);
    k0 += 0x9E3779B9u;  // Weyl steps of the key: golden ratio and sqrt(3) - 1
    k1 += 0xBB67AE85u;
  }
  return {c0, c1, c2, c3};
}

/// [0, 1) with 24 bits: exact in float.
constexpr float uniform01(std::uint32_t word) { return static_cast<float>(word >> 8) * (1.0f / 16777216.0f); }

/// Reads one stream word by word: block b is philox4x32(key, b, stream).
class PhiloxStream {
 public:
  constexpr PhiloxStream(std::uint64_t key, std::uint64_t stream) : key_(key), stream_(stream) {}

  constexpr std::uint32_t word() {
    if (at_ == 4) {
      block_ = philox4x32(key_, next_++, stream_);
      at_ = 0;
    }
    return block_[static_cast<std::size_t>(at_++)];
  }
  constexpr float uniform() { return uniform01(word()); }
  constexpr float uniform(float lo, float hi) { return lo + (hi - lo) * uniform(); }

 private:
  std::uint64_t key_, stream_, next_ = 0;
  std::array<std::uint32_t, 4> block_{};
  int at_ = 4;
};

}  // namespace wick
