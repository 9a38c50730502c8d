#pragma once
// One thread pool for all kernels. Work is cut into chunks by the caller, with sizes that never depend on the number
// of threads, so results do not either.

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace wick {

int num_threads();            ///< threads a kernel may use, the calling one included; 1 in single-threaded wasm
void set_num_threads(int n);  ///< n >= 1; default: WICK_NUM_THREADS or the number of processors

namespace detail {
using ChunkFn = void (*)(void* context, std::int64_t chunk);
void run_chunks(std::int64_t n_chunks, ChunkFn fn, void* context);
}  // namespace detail

/// Calls fn(chunk) for chunk = 0 … n_chunks - 1, in any order and on any thread of the pool; returns when all are done.
/// fn must not throw. Nested calls run in the calling thread. Cut so that a chunk is worth at least some 20 µs.
template <class F>
void parallel_chunks(std::int64_t n_chunks, F&& fn) {
  using Fn = std::remove_reference_t<F>;
  if (n_chunks <= 0) return;
  if (n_chunks == 1) return fn(std::int64_t{0});
  detail::run_chunks(n_chunks, [](void* c, std::int64_t i) { (*static_cast<Fn*>(c))(i); }, const_cast<void*>(static_cast<const void*>(&fn)));
}

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
bool fine_splits();  ///< whether the calling thread has one

/// Scratch memory of the calling thread: 64-byte aligned, uninitialised, valid until the thread's next call with the
/// same slot. Grows and is kept. Slots let a kernel hold a few blocks at a time.
void* thread_scratch(int slot, std::size_t bytes);  // slot in [0, 4)

}  // namespace wick
