#include "wick/memory.h"

#include <cstdlib>
#include <mutex>
#include <new>
#include <vector>

#include "wick/error.h"

namespace wick {

namespace {

// Size classes: multiples of 64 bytes up to 1 kB, then eight steps per power of two, so a block wastes at most 1/8.
std::size_t class_bytes(std::size_t bytes) {
  if (bytes <= 1024) return bytes == 0 ? 64 : (bytes + 63) / 64 * 64;
  const int shift = 63 - __builtin_clzll(bytes - 1) - 3;
  const std::size_t step = std::size_t{1} << shift;
  return (bytes + step - 1) / step * step;
}
std::size_t class_index(std::size_t bytes) {  // of a class_bytes() value
  if (bytes <= 1024) return bytes / 64 - 1;
  const int top = 63 - __builtin_clzll(bytes - 1);
  return 16 + static_cast<std::size_t>(top - 10) * 8 + (bytes - 1) / (std::size_t{1} << (top - 3)) - 8;
}

struct FreeBlock {
  FreeBlock* next;
};

#ifdef __EMSCRIPTEN__
struct Mutex {  // there is one thread; std::mutex would bring system_error and printf
  void lock() {}
  void unlock() {}
};
#else
using Mutex = std::mutex;
#endif

struct Allocator {
  Mutex mutex;
  std::vector<FreeBlock*> free_lists;
  std::vector<std::size_t> list_bytes;
  MemoryStats stats;
  std::int64_t limit = 0;

  void release_cache() {
    for (std::size_t i = 0; i < free_lists.size(); ++i) {
      while (FreeBlock* b = free_lists[i]) {
        free_lists[i] = b->next;
        stats.cached -= static_cast<std::int64_t>(list_bytes[i]);
        std::free(b);
      }
    }
  }
};

// Never destroyed: tensors in static storage may outlive it otherwise.
Allocator& allocator() {
  static Allocator* a = new Allocator;
  return *a;
}

}  // namespace

namespace detail {

void* allocate(std::size_t asked) {
  check(asked < (std::size_t{1} << (sizeof(std::size_t) * 8 - 2)), ErrorKind::memory,
        "[allocator] {} bytes asked for; that is more than this machine can address.", asked);
  const std::size_t bytes = class_bytes(asked), index = class_index(bytes);
  Allocator& a = allocator();
  const std::lock_guard lock(a.mutex);
  if (index >= a.free_lists.size()) {
    a.free_lists.resize(index + 1);
    a.list_bytes.resize(index + 1);
  }
  void* p = a.free_lists[index];
  if (p) {
    a.free_lists[index] = static_cast<FreeBlock*>(p)->next;
    a.stats.cached -= static_cast<std::int64_t>(bytes);
  } else {
    const auto over = [&] { return a.limit && a.stats.used + a.stats.cached + static_cast<std::int64_t>(bytes) > a.limit; };
    if (over()) a.release_cache();
    check(!over(), ErrorKind::memory,
          "[allocator] {} bytes asked for with {} in use; the limit is {} bytes. Use a smaller batch or model, or raise it with set_memory_limit().",
          asked, a.stats.used, a.limit);
    p = std::aligned_alloc(64, bytes);
    if (!p) {
      a.release_cache();
      p = std::aligned_alloc(64, bytes);
    }
    check(p != nullptr, ErrorKind::memory, "[allocator] the system has no {} bytes left with {} in use. Use a smaller batch or model.", asked,
          a.stats.used);
    ++a.stats.system_calls;
    a.list_bytes[index] = bytes;
  }
  a.stats.used += static_cast<std::int64_t>(bytes);
  if (a.stats.used > a.stats.peak) a.stats.peak = a.stats.used;
  return p;
}

void deallocate(void* p, std::size_t asked) noexcept {
  const std::size_t bytes = class_bytes(asked), index = class_index(bytes);
  Allocator& a = allocator();
  const std::lock_guard lock(a.mutex);
  auto* block = static_cast<FreeBlock*>(p);
  block->next = a.free_lists[index];
  a.free_lists[index] = block;
  a.stats.used -= static_cast<std::int64_t>(bytes);
  a.stats.cached += static_cast<std::int64_t>(bytes);
}

void count_tensor(int change) noexcept {
  __atomic_fetch_add(&allocator().stats.live_tensors, std::int64_t{change}, __ATOMIC_RELAXED);
}

}  // namespace detail

MemoryStats memory_stats() {
  const std::lock_guard lock(allocator().mutex);
  return allocator().stats;
}
void reset_peak_memory() {
  const std::lock_guard lock(allocator().mutex);
  allocator().stats.peak = allocator().stats.used;
}
void set_memory_limit(std::int64_t bytes) {
  const std::lock_guard lock(allocator().mutex);
  allocator().limit = bytes;
}
void empty_cache() {
  const std::lock_guard lock(allocator().mutex);
  allocator().release_cache();
}

}  // namespace wick
