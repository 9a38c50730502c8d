#pragma once
// Where in an arena each value of some nodes lies, by when it is alive.

#include "freeze/units.h"

namespace wick::frozen {

/// A block of the arena and the times between which it holds something.
struct Block {
  std::int64_t bytes;
  int first, last;
  std::int64_t offset = -1;
};
/// Places blocks so that none overlaps another in use at the same time; returns the bytes needed.
/// Greedy by size: Pisarchyk, Lee 2020, arXiv:2001.03288.
/// apart: nor one of another size, so that threads that share the work on each block meet their own parts again.
std::int64_t place_blocks(std::vector<Block>& blocks, bool apart = false);

struct Layout {
  std::vector<int> block_of;    // by value; -1: not here
  std::vector<int> scratch_of;  // by node, counted from the first
  std::vector<Block> blocks;
  std::int64_t bytes = 0;

  /// Of units at a batch size: the values of their nodes but those that only live inside a loop.
  Layout(const Program& program, const Recording& ops, const std::vector<Unit>& units, bool apart = false);
};

/// Whether only nodes of the unit read a value.
bool inside(const Program& program, const Unit& unit, int value);

}  // namespace wick::frozen
