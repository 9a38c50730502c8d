#pragma once
// Small blocks: bodies, nodes and the elements of tiny tensors come and go with every op, so freed ones stay with their thread.
// The usual way is inline here for those who take and give with every op; the rest is in memory.cpp.

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "wick/error.h"
#include "wick/ref.h"

namespace wick::detail {

struct FreeBlock {
  FreeBlock* next;
  std::size_t bytes;
};

// Only its thread writes it.
struct Count {
  std::atomic<std::int64_t> n{0};
  void add(std::int64_t change) { n.store(get() + change, std::memory_order_relaxed); }
  std::int64_t get() const { return n.load(std::memory_order_relaxed); }
};

struct SmallBlocks {
  static constexpr std::size_t kStep = 64, kLists = 16, kMostKept = 1 << 20, kKeepsNone = ~std::size_t{0};
  FreeBlock* free_lists[kLists] = {};
  std::size_t kept = kKeepsNone;  // bytes in them; before the thread is known and after its end it keeps none
  Count live_tensors, used;       // made less freed by this thread
  SmallBlocks *before = nullptr, *next = nullptr;
  bool known = false;

  void release();
};
extern constinit thread_local SmallBlocks small;

void* new_block(std::size_t bytes);                     // where none is kept
void delete_block(void* p, std::size_t bytes) noexcept;  // where none may be kept

WICK_INLINE void* take_small(std::size_t bytes) {
  const std::size_t list = (bytes - 1) / SmallBlocks::kStep;
  if (list >= SmallBlocks::kLists) [[unlikely]] return new_block(bytes);
  FreeBlock* b = small.free_lists[list];
  if (!b) [[unlikely]] return new_block(bytes);
  small.free_lists[list] = b->next;
  small.kept -= (list + 1) * SmallBlocks::kStep;
  return b;
}
WICK_INLINE void give_small(void* p, std::size_t bytes) noexcept {
  const std::size_t list = (bytes - 1) / SmallBlocks::kStep;
  if (list >= SmallBlocks::kLists || small.kept > SmallBlocks::kMostKept) [[unlikely]] return delete_block(p, bytes);
  auto* block = static_cast<FreeBlock*>(p);
  block->next = small.free_lists[list];
  small.free_lists[list] = block;
  small.kept += (list + 1) * SmallBlocks::kStep;
}

}  // namespace wick::detail
