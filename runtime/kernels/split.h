#pragma once
// Cutting loops into chunks of a fixed size, so that the cut never depends on the number of threads.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "wick/parallel.h"

namespace wick::kernels {

/// Elements of a simple loop worth one chunk: at least some 20 µs of work, some hundred kB of memory.
inline constexpr std::int64_t kGrain = 65536;

/// Flops worth a task of their own: some 15 µs with AVX-512, 40 µs in WebAssembly, a fraction of that while a FineSplits
/// keeps the other threads awake. A thread that waits takes one over in less than 1 µs.
inline double task_flops() { return fine_splits() ? 1e5 : 2e6; }

/// Into how many tasks for each thread work is cut: several, for threads that are late or on a processor of a lower clock; but
/// where loops follow each other closely one, so that a thread finds what it made itself in the next loop.
inline constexpr std::int64_t kTasksPerThread = 8;
inline std::int64_t tasks_per_thread() { return fine_splits() ? 1 : kTasksPerThread; }

/// parallel_chunks() for work counted in tasks; too little stays in the calling thread.
template <class F>
void run_tasks(double tasks, std::int64_t n_chunks, const F& fn) {
  if (tasks >= 2) return parallel_chunks(n_chunks, fn);
  for (std::int64_t i = 0; i < n_chunks; ++i) fn(i);
}

/// Calls fn(begin, count) for pieces of [0, n) of at most `piece` items.
template <class F>
void split(std::int64_t n, std::int64_t piece, const F& fn) {
  if (n <= 0) return;
  // Out of line, so that the one-chunk and the many-chunk path share one copy of fn.
  const auto run = [&](std::int64_t chunk) __attribute__((noinline)) { fn(chunk * piece, std::min(piece, n - chunk * piece)); };
  parallel_chunks((n + piece - 1) / piece, run);
}

/// Items per chunk when one item costs `cost` elements of a simple loop.
inline std::int64_t piece_of(std::int64_t cost, std::int64_t grain = kGrain) {
  return std::max<std::int64_t>(1, grain / std::max<std::int64_t>(1, cost));
}

}  // namespace wick::kernels
