#include "freeze/layout.h"

#include <algorithm>

#include "freeze/steps.h"

namespace wick::frozen {

namespace {

std::int64_t bytes_of(const View& v) { return checked_mul(v.size(), static_cast<std::int64_t>(item_size(v.dtype))); }

/// The operands that a node's result may be written over: those of an elementwise node; the residual of a linear one.
std::vector<const View*> overwritable(const Node& node, const Recording& ops) {
  std::vector<const View*> out = operands_of(node, ops);
  bool dense = true;
  for (const View* v : out) dense = dense && v->dense();
  if (node.kind == Kind::linear && out.size() == 2 && out[0]->value != out[1]->value && out[1]->dense()) out.erase(out.begin());
  else if (!dense || (node.kind != Kind::unary && node.kind != Kind::binary)) out.clear();
  return out;
}

}  // namespace

std::int64_t place_blocks(std::vector<Block>& blocks, bool apart) {
  std::vector<Block*> placed;  // by offset
  std::int64_t total = 0;
  for (std::size_t round = 0; round < blocks.size(); ++round) {
    Block* b = nullptr;
    for (Block& next : blocks)
      if (next.offset < 0 && (!b || next.bytes > b->bytes)) b = &next;
    std::int64_t offset = 0;  // the first gap that is large enough
    for (const Block* p : placed) {
      if ((p->last < b->first || p->first > b->last) && (!apart || p->bytes == b->bytes)) continue;
      if (offset + b->bytes <= p->offset) break;
      offset = std::max(offset, p->offset + p->bytes);
    }
    b->offset = offset;
    total = std::max(total, offset + b->bytes);
    std::size_t behind = placed.size();
    while (behind > 0 && placed[behind - 1]->offset > offset) --behind;
    placed.insert(placed.begin() + static_cast<std::ptrdiff_t>(behind), b);
  }
  return total;
}

bool inside(const Program& p, const Unit& unit, int value) {
  bool ok = value != p.a.output.value;
  for (int i = 0; ok && i < static_cast<int>(p.nodes.size()); ++i)
    if (i < unit.first || i >= unit.last)
      for (const View* v : operands_of(p.nodes[at(i)], p.a)) ok = ok && v->value != value;
  return ok;
}

Layout::Layout(const Program& program, const Recording& ops, const std::vector<Unit>& units, bool apart) : block_of(ops.constants.size(), -1) {
  const int end = static_cast<int>(units.size()), first = units.empty() ? 0 : units[0].first;
  // When each value is read last; the program's result lives to the end.
  std::vector<int> last(ops.constants.size(), -1);
  for (int t = 0; t < end; ++t)
    for (int i = units[at(t)].first; i < units[at(t)].last; ++i)
      for (const View* v : operands_of(program.nodes[at(i)], ops)) last[at(v->value)] = t;
  if (ops.output.value >= 0) last[at(ops.output.value)] = end;

  const auto new_block = [&](std::int64_t size, int from, int to) {
    blocks.push_back({(std::max<std::int64_t>(size, 1) + 63) / 64 * 64, from, to});
    return static_cast<int>(blocks.size()) - 1;
  };
  for (int t = 0; t < end; ++t)
    for (int i = units[at(t)].first; i < units[at(t)].last; ++i) {
      const Node& node = program.nodes[at(i)];
      const View& v = out_of(node, ops);
      scratch_of.resize(at(i - first) + 1, -1);
      if (units[at(t)].loop()) {
        if (!inside(program, units[at(t)], v.value)) block_of[at(v.value)] = new_block(bytes_of(v), t, std::max(last[at(v.value)], t));
        continue;
      }
      if (const std::int64_t size = scratch_bytes(node, ops)) scratch_of[at(i - first)] = new_block(size, t, t);
      const int until = std::max(last[at(v.value)], t);
      for (const View* x : overwritable(node, ops)) {
        const int b = block_of[at(x->value)];
        if (b < 0 || x->size() != v.size() || x->dtype != v.dtype || blocks[at(b)].last != t) continue;
        block_of[at(v.value)] = b;
        blocks[at(b)].last = until;
        break;
      }
      if (block_of[at(v.value)] < 0) block_of[at(v.value)] = new_block(bytes_of(v), t, until);
    }
  bytes = place_blocks(blocks, apart);
}

}  // namespace wick::frozen
