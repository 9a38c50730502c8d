#pragma once
// A program laid out for one batch size: every step bound to its memory.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "freeze/program.h"

namespace wick::frozen {

struct Step {
  virtual ~Step() = default;
  virtual void run() const = 0;
};

/// Where a view starts: an address that is only known when the program runs, and a distance. A constant's base is 0.
struct Place {
  const std::uintptr_t* base = nullptr;
  std::uintptr_t bytes = 0;

  template <class T>
  T* as() const {
    return reinterpret_cast<T*>(*base + bytes);
  }
};

/// A block of the arena and the steps between which it holds something.
struct Block {
  std::int64_t bytes;
  int first, last;
  std::int64_t offset = 0;
};
/// Places blocks so that none overlaps another in use at the same time; returns the bytes needed.
/// Greedy by size: Pisarchyk, Lee 2020, arXiv:2001.03288.
std::int64_t place_blocks(std::vector<Block>& blocks);

class Plan {
 public:
  Plan(const Program& program, std::int64_t n);
  Plan(const Plan&) = delete;

  void run(const void* in, void* out) {
    bases_[kIn] = reinterpret_cast<std::uintptr_t>(in);
    bases_[kOut] = reinterpret_cast<std::uintptr_t>(out);
    for (const auto& s : steps_) s->run();
  }
  const std::int64_t n;
  Shape input, output;
  std::size_t arena_bytes() const { return arena_->bytes(); }
  std::vector<std::string> text;  // by step

 private:
  enum { kNone, kArena, kIn, kOut };
  std::uintptr_t bases_[4] = {};
  Ref<Storage> arena_;
  Recording ops_;  // holds the constants
  std::vector<std::unique_ptr<Step>> steps_;
};

}  // namespace wick::frozen
