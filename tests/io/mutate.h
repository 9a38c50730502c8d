#pragma once
// Damages valid bytes in a fixed pseudo-random sequence: flips, overwrites, cuts, repeats.

#include <cstddef>
#include <cstdint>
#include <vector>

class Mutator {
 public:
  explicit Mutator(std::vector<std::byte> valid) : valid_(std::move(valid)) {}

  std::vector<std::byte> next() {
    std::vector<std::byte> b = valid_;
    for (std::uint32_t n = 1 + draw(4); n > 0 && !b.empty(); --n) {
      const std::size_t at = draw(b.size());
      switch (draw(6)) {
        case 0: b[at] ^= static_cast<std::byte>(1u << draw(8)); break;
        case 1: b[at] = static_cast<std::byte>(draw(256)); break;
        case 2: b[at] = static_cast<std::byte>("0123456789[]{}\",:-e.\n\\"[draw(22)]); break;
        case 3: b.resize(at); break;
        case 4: b.erase(b.begin() + static_cast<std::ptrdiff_t>(at)); break;
        default: b.insert(b.begin() + static_cast<std::ptrdiff_t>(at), b[draw(b.size())]); break;
      }
    }
    return b;
  }

 private:
  std::uint32_t draw(std::size_t below) {  // xorshift32: George Marsaglia 2003
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return static_cast<std::uint32_t>(state_ % below);
  }
  std::vector<std::byte> valid_;
  std::uint32_t state_ = 2463534242u;
};
