#pragma once
// Which nodes of a program run together, a part of their data at a time.

#include "freeze/program.h"

namespace wick::frozen {

/// Nodes [first, last) that run as one unit. A loop takes a part of the data through all its nodes before the next part, so
/// that what lies between them stays in the cache of the thread that made it.
struct Unit {
  enum class Over {
    nothing,
    samples,   // of the batch
    rows,      // of the matrices that linear layers and their like go over
    matrices   // of a batched product, the sizes of whose dimension `from_right` they are
  };
  int first, last;
  Over over = Over::nothing;
  std::int64_t at_once = 1, times = 1;  // so many of them, so many times
  int from_right = 0;

  bool loop() const { return over != Over::nothing; }
  /// The recording of one time; `ops` is that of all.
  Recording part(const Program& program, const Recording& ops) const;
  /// Elements from one time's part of a value to the next; v is a view of all.
  std::int64_t step(const View& v) const;
};
/// Whether there are threads, and work enough to wake them.
bool worth_sharing(const Program& program, const Recording& ops);
std::vector<Unit> units_of(const Program& program, const Recording& ops, std::int64_t n);

}  // namespace wick::frozen
