#pragma once

namespace wick {

/// Loops that follow each other closely, as those of a frozen program: while one lives, the calling thread's loops are cut
/// finer, for the other threads are awake. Only worth it where all the loops together take more than waking a thread does,
/// some 50 µs.
class FineSplits {
 public:
  explicit FineSplits(bool worth_it);
  ~FineSplits();
  FineSplits(const FineSplits&) = delete;

 private:
  bool before_;
};

/// Whether the calling thread has one.
bool fine_splits();

}  // namespace wick
