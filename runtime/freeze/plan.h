#pragma once
// A program laid out for one batch size: every step bound to its memory.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "freeze/layout.h"
#include "wick/parallel.h"

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

/// "conv2d+batch_norm+relu f32[1,16,28,28]": what a node does.
std::string describe(const Node& node, const Recording& ops);

class Plan {
 public:
  Plan(const Program& program, std::int64_t n);
  Plan(const Plan&) = delete;

  void run(const void* in, void* out) {
    in_ = reinterpret_cast<std::uintptr_t>(in);
    out_ = reinterpret_cast<std::uintptr_t>(out);
    const FineSplits fine(shared_);
    for (const auto& s : steps_) s->run();
  }
  /// Whether it is for n samples and for the threads there are now.
  bool fits(std::int64_t n) const { return n_ == n && threads_ == num_threads(); }
  Shape input, output;
  std::size_t arena_bytes = 0;

 private:
  std::int64_t n_;
  int threads_;
  std::uintptr_t in_ = 0, out_ = 0;
  Recording ops_;  // holds the constants
  bool shared_;    // by threads
  Ref<Storage> arena_;
  std::uintptr_t arena_base_ = 0;
  std::vector<std::unique_ptr<Step>> steps_;
};

}  // namespace wick::frozen
