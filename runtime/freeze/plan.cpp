#include "freeze/plan.h"

#include <algorithm>

#include "freeze/steps.h"

namespace wick::frozen {

std::int64_t place_blocks(std::vector<Block>& blocks) {
  std::vector<Block*> by_size, placed;
  for (Block& b : blocks) by_size.push_back(&b);
  std::stable_sort(by_size.begin(), by_size.end(), [](const Block* a, const Block* b) { return a->bytes > b->bytes; });
  std::int64_t total = 0;
  for (Block* b : by_size) {
    // placed is ordered by offset: the first gap that is large enough.
    std::int64_t at = 0;
    for (const Block* p : placed) {
      if (p->last < b->first || p->first > b->last) continue;
      if (at + b->bytes <= p->offset) break;
      at = std::max(at, p->offset + p->bytes);
    }
    b->offset = at;
    total = std::max(total, at + b->bytes);
    placed.insert(std::upper_bound(placed.begin(), placed.end(), b, [](const Block* x, const Block* y) { return x->offset < y->offset; }), b);
  }
  return total;
}

namespace {

std::int64_t rounded(std::int64_t bytes) { return (bytes + 63) / 64 * 64; }

/// The operands that a node's result may be written over: those of an elementwise node; the residual of a linear one.
std::vector<const View*> overwritable(const Node& node, const Recording& ops) {
  std::vector<const View*> out;
  bool dense = true;
  Program::each_operand(node, ops, [&](const View& v) {
    dense = dense && v.dense();
    out.push_back(&v);
  });
  if (node.kind == Kind::linear && out.size() == 2 && out[0]->value != out[1]->value && out[1]->dense()) out.erase(out.begin());
  else if (!dense || (node.kind != Kind::unary && node.kind != Kind::binary)) out.clear();
  return out;
}

std::string describe(const Node& node, const Recording& ops) {
  std::string out;
  const auto add = [&](int i) { out += str(out.empty() ? "" : "+", ops.ops[static_cast<std::size_t>(i)].name); };
  add(node.first);
  for (const int i : node.joined) add(i);
  if (node.kind == Kind::max_pool && node.activation >= 0) out += "+relu";
  const View& v = ops.ops[static_cast<std::size_t>(node.last)].out;
  return str(out, " ", v.dtype, v.shape);
}

}  // namespace

Plan::Plan(const Program& program, std::int64_t batch) : n(batch), ops_(program.at(batch)) {
  input = ops_.input.shape;
  output = ops_.output.shape;
  const int n_nodes = static_cast<int>(program.nodes.size());
  const auto out_view = [&](int i) -> const View& { return ops_.ops[static_cast<std::size_t>(program.nodes[static_cast<std::size_t>(i)].last)].out; };

  // When each value is read last. The result lives to the end.
  std::vector<int> last(ops_.constants.size(), -1);
  bool input_in_arena = false;  // an ordinary op wants a tensor at a fixed address
  for (int i = 0; i < n_nodes; ++i)
    Program::each_operand(program.nodes[static_cast<std::size_t>(i)], ops_, [&](const View& v) {
      last[static_cast<std::size_t>(v.value)] = i;
      input_in_arena = input_in_arena || (v.value == ops_.input.value && program.nodes[static_cast<std::size_t>(i)].kind == Kind::other);
    });

  // Blocks: one per value and one for the scratch memory of a node; an elementwise node writes over an operand it is the
  // last to read.
  std::vector<Block> blocks;
  std::vector<int> block_of(ops_.constants.size(), -1), scratch_of(static_cast<std::size_t>(n_nodes), -1);
  const auto new_block = [&](std::int64_t bytes, int from, int to) {
    blocks.push_back({rounded(std::max<std::int64_t>(bytes, 1)), from, to});
    return static_cast<int>(blocks.size()) - 1;
  };
  const auto bytes_of = [](const View& v) { return checked_mul(v.size(), static_cast<std::int64_t>(item_size(v.dtype))); };
  const auto direct = [&](const View& v) { return v.value == ops_.output.value && ops_.output.dense() && ops_.output.size() == v.size(); };
  if (input_in_arena) block_of[static_cast<std::size_t>(ops_.input.value)] = new_block(bytes_of(ops_.input), -1, last[static_cast<std::size_t>(ops_.input.value)]);
  for (int i = 0; i < n_nodes; ++i) {
    const Node& node = program.nodes[static_cast<std::size_t>(i)];
    if (const std::int64_t bytes = scratch_bytes(node, ops_)) scratch_of[static_cast<std::size_t>(i)] = new_block(bytes, i, i);
    const View& v = out_view(i);
    if (direct(v)) continue;
    const auto at = static_cast<std::size_t>(v.value);
    const int until = v.value == ops_.output.value ? n_nodes : std::max(last[at], i);
    for (const View* x : overwritable(node, ops_)) {
      const int b = block_of[static_cast<std::size_t>(x->value)];
      if (b < 0 || x->value == ops_.input.value || x->size() != v.size() || blocks[static_cast<std::size_t>(b)].last != i) continue;
      block_of[at] = b;
      blocks[static_cast<std::size_t>(b)].last = until;
      break;
    }
    if (block_of[at] < 0) block_of[at] = new_block(bytes_of(v), i, until);
  }
  arena_ = make_ref<Storage>(static_cast<std::size_t>(place_blocks(blocks)));
  bases_[kArena] = reinterpret_cast<std::uintptr_t>(arena_->data());

  const auto in_block = [&](int b) { return Place{&bases_[kArena], static_cast<std::uintptr_t>(blocks[static_cast<std::size_t>(b)].offset)}; };
  const auto place = [&](const View& v) {
    const auto at = static_cast<std::size_t>(v.value);
    Place p{&bases_[kOut], 0};
    if (ops_.constants[at]) p = {&bases_[kNone], reinterpret_cast<std::uintptr_t>(ops_.constants[at]->data())};
    else if (block_of[at] >= 0) p = in_block(block_of[at]);
    else if (v.value == ops_.input.value) p = {&bases_[kIn], 0};
    p.bytes += static_cast<std::uintptr_t>(v.offset) * item_size(v.dtype);
    return p;
  };
  const Place in{&bases_[kIn], 0}, out{&bases_[kOut], 0};
  if (input_in_arena) steps_.push_back(copy_step(ops_.input, in, place(ops_.input)));
  for (int i = 0; i < n_nodes; ++i) {
    const Node& node = program.nodes[static_cast<std::size_t>(i)];
    std::vector<Place> operands;
    Program::each_operand(node, ops_, [&](const View& v) { operands.push_back(place(v)); });
    const int s = scratch_of[static_cast<std::size_t>(i)];
    steps_.push_back(make_step(node, ops_, operands, place(out_view(i)), s < 0 ? Place() : in_block(s)));
    text.push_back(describe(node, ops_));
  }
  bool written = false;
  for (int i = 0; i < n_nodes; ++i) written = written || (direct(out_view(i)));
  if (!written) steps_.push_back(copy_step(ops_.output, place(ops_.output), out));
}

}  // namespace wick::frozen
