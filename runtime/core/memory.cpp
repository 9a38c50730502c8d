#include "wick/memory.h"

#include <cstdlib>

#include "core/small.h"
#include "wick/error.h"

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
#define WICK_THREADS 1
#include <sched.h>
#endif

namespace wick {

namespace {

// ---- blocks of tensors' elements: shared by all threads ----

// Size classes: multiples of 64 bytes up to 2 kB, then 32 steps per power of two, so a block wastes at most 1/32.
std::size_t class_bytes(std::size_t bytes) {
  if (bytes <= 2048) return bytes == 0 ? 64 : (bytes + 63) / 64 * 64;
  const int shift = 63 - __builtin_clzll(bytes - 1) - 5;
  const std::size_t step = std::size_t{1} << shift;
  return (bytes + step - 1) / step * step;
}
std::size_t class_index(std::size_t bytes) {  // of a class_bytes() value
  if (bytes <= 2048) return bytes / 64 - 1;
  const int top = 63 - __builtin_clzll(bytes - 1);
  return 32 + static_cast<std::size_t>(top - 11) * 32 + (bytes - 1) / (std::size_t{1} << (top - 5)) - 32;
}
constexpr std::size_t kClasses = 32 + (sizeof(std::size_t) * 8 - 11) * 32;

using detail::FreeBlock;

// Held for some nanoseconds, so waiting threads spin.
class Lock {
 public:
  void lock() {
    while (taken_.exchange(true, std::memory_order_acquire)) {
#ifdef WICK_THREADS
      sched_yield();
#endif
    }
  }
  void unlock() { taken_.store(false, std::memory_order_release); }

 private:
  std::atomic<bool> taken_{false};
};

struct Holding {
  explicit Holding(Lock& l) : lock(l) { lock.lock(); }
  ~Holding() { lock.unlock(); }
  Lock& lock;
};

struct Allocator {
  Lock lock;
  FreeBlock* free_lists[kClasses] = {};
  MemoryStats stats;
  std::int64_t limit = 0;

  void release_cache() {
    for (FreeBlock*& list : free_lists) {
      while (FreeBlock* b = list) {
        list = b->next;
        stats.cached -= static_cast<std::int64_t>(b->bytes);
        std::free(b);
      }
    }
  }

  // Under the lock. Gives cached blocks back first where that is needed.
  void* from_system(std::size_t bytes) {
    const auto over = [&] { return limit && stats.used + stats.cached + static_cast<std::int64_t>(bytes) > limit; };
    if (over()) release_cache();
    check(!over(), ErrorKind::memory,
          "[allocator] {} bytes asked for with {} in use; the limit is {} bytes. Use a smaller batch or model, or raise it with set_memory_limit().",
          bytes, stats.used, limit);
    void* p = std::aligned_alloc(64, bytes);
    if (!p) {
      release_cache();
      p = std::aligned_alloc(64, bytes);
    }
    check(p != nullptr, ErrorKind::memory, "[allocator] the system has no {} bytes left with {} in use. Use a smaller batch or model.", bytes, stats.used);
    ++stats.system_calls;
    return p;
  }
};
constinit Allocator allocator;  // trivially destroyed: tensors in static storage may outlive it

// ---- small blocks ----

using detail::small;
using detail::SmallBlocks;

#ifdef WICK_THREADS
SmallBlocks* threads = nullptr;  // those known, under the allocator's lock

// Made when a thread first needs it; hands its counts on and frees its blocks when the thread ends.
struct ThreadEnd {
  ThreadEnd() {
    const Holding lock(allocator.lock);
    small.next = threads;
    if (threads) threads->before = &small;
    threads = &small;
  }
  ~ThreadEnd() {
    small.release();
    small.kept = SmallBlocks::kKeepsNone;
    const Holding lock(allocator.lock);
    allocator.stats.live_tensors += small.live_tensors.get();
    allocator.stats.used += small.used.get();
    (small.before ? small.before->next : threads) = small.next;
    if (small.next) small.next->before = small.before;
  }
};
void know_thread() {
  small.known = true;
  small.kept = 0;
  thread_local ThreadEnd end;
}
#else
void know_thread() {
  small.known = true;
  small.kept = 0;
}
#endif

}  // namespace

namespace detail {

constinit thread_local SmallBlocks small;

void SmallBlocks::release() {
  for (FreeBlock*& list : free_lists) {
    while (FreeBlock* b = list) {
      list = b->next;
      std::free(b);
    }
  }
  if (known) kept = 0;
}

void* new_block(std::size_t bytes) {
  if (!small.known) know_thread();
  const Holding lock(allocator.lock);
  return allocator.from_system((bytes - 1) / SmallBlocks::kStep * SmallBlocks::kStep + SmallBlocks::kStep);
}

void delete_block(void* p, std::size_t bytes) noexcept {
  const bool first = !small.known;
  if (first) know_thread();
  if (first && bytes <= SmallBlocks::kLists * SmallBlocks::kStep) return give_small(p, bytes);
  std::free(p);
}

void* small_new(std::size_t bytes) { return take_small(bytes); }
void small_delete(void* p, std::size_t bytes) noexcept { give_small(p, bytes); }

void* allocate(std::size_t asked) {
  check(asked < (std::size_t{1} << (sizeof(std::size_t) * 8 - 2)), ErrorKind::memory,
        "[allocator] {} bytes asked for; that is more than this machine can address.", asked);
  const std::size_t bytes = class_bytes(asked), index = class_index(bytes);
  Allocator& a = allocator;
  const Holding lock(a.lock);
  void* p = a.free_lists[index];
  if (p) {
    a.free_lists[index] = a.free_lists[index]->next;
    a.stats.cached -= static_cast<std::int64_t>(bytes);
  } else {
    p = a.from_system(bytes);
  }
  a.stats.used += static_cast<std::int64_t>(bytes);
  if (a.stats.used > a.stats.peak) a.stats.peak = a.stats.used;
  return p;
}

void deallocate(void* p, std::size_t asked) noexcept {
  const std::size_t bytes = class_bytes(asked), index = class_index(bytes);
  Allocator& a = allocator;
  auto* block = static_cast<FreeBlock*>(p);
  const Holding lock(a.lock);
  block->next = a.free_lists[index];
  block->bytes = bytes;
  a.free_lists[index] = block;
  a.stats.used -= static_cast<std::int64_t>(bytes);
  a.stats.cached += static_cast<std::int64_t>(bytes);
}

}  // namespace detail

MemoryStats memory_stats() {
  const Holding lock(allocator.lock);
  MemoryStats stats = allocator.stats;
#ifdef WICK_THREADS
  for (const SmallBlocks* t = threads; t; t = t->next)
#else
  const SmallBlocks* t = &small;
#endif
  {
    stats.live_tensors += t->live_tensors.get();
    stats.used += t->used.get();
    stats.peak += t->used.get();
  }
  return stats;
}
void reset_peak_memory() {
  const Holding lock(allocator.lock);
  allocator.stats.peak = allocator.stats.used;
}
void set_memory_limit(std::int64_t bytes) {
  const Holding lock(allocator.lock);
  allocator.limit = bytes;
}
void empty_cache() {
  small.release();
  const Holding lock(allocator.lock);
  allocator.release_cache();
}

}  // namespace wick
