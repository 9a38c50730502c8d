#pragma once
// The caching allocator: blocks return to size classes, so a steady training step asks the system for nothing.

#include <cstddef>
#include <cstdint>

#include "wick/ref.h"

namespace wick {

struct MemoryStats {
  std::int64_t used = 0;        ///< bytes in blocks handed out
  std::int64_t cached = 0;      ///< bytes in free blocks kept for reuse, tiny ones apart
  std::int64_t peak = 0;        ///< highest `used` since start or reset_peak_memory(); tensors under 1 kB count as they are now
  std::int64_t system_calls = 0;  ///< how often the system was asked for memory
  std::int64_t live_tensors = 0;  ///< tensor handles' bodies alive
};
MemoryStats memory_stats();
void reset_peak_memory();
/// Upper bound of used + cached bytes; 0 = none. Over it, allocation throws ErrorKind::memory and everything stays usable.
void set_memory_limit(std::int64_t bytes);
/// Gives the cached blocks back to the system.
void empty_cache();

namespace detail {
void* allocate(std::size_t bytes);  // 64-byte aligned; throws ErrorKind::memory
void deallocate(void* p, std::size_t bytes) noexcept;
/// For containers of the standard library: small blocks as of bodies and nodes (ref.h).
template <class T>
struct SmallAllocator {
  using value_type = T;
  SmallAllocator() = default;
  template <class U>
  SmallAllocator(const SmallAllocator<U>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(small_new(n * sizeof(T))); }
  void deallocate(T* p, std::size_t n) { small_delete(p, n * sizeof(T)); }
  friend bool operator==(const SmallAllocator&, const SmallAllocator&) { return true; }
};
}  // namespace detail

}  // namespace wick
