#include "freeze/plan.h"

#include <algorithm>

#include "freeze/steps.h"
#include "wick/parallel.h"

namespace wick::frozen {

namespace {

constexpr std::uintptr_t kNull = 0;  // what constants are counted from


/// Where values lie: blocks of an arena, and places of values that come from elsewhere.
struct Binding {
  const Recording& ops;
  const Layout& layout;
  const std::uintptr_t* arena;
  std::vector<Place> outside;  // by value; base null: in the arena

  Place block(int b) const { return b < 0 ? Place() : Place{arena, static_cast<std::uintptr_t>(layout.blocks[at(b)].offset)}; }
  Place of(const View& v) const {
    Place p = outside[at(v.value)];
    if (ops.constants[at(v.value)]) p = {&kNull, reinterpret_cast<std::uintptr_t>(ops.constants[at(v.value)]->data())};
    else if (!p.base) p = block(layout.block_of[at(v.value)]);
    p.bytes += static_cast<std::uintptr_t>(v.offset) * item_size(v.dtype);
    return p;
  }
  std::unique_ptr<Step> step(const Node& node, int scratch) const {
    std::vector<Place> operands;
    for (const View* v : operands_of(node, ops)) operands.push_back(of(*v));
    return make_step(node, ops, operands, of(out_of(node, ops)), block(scratch));
  }
};

/// A unit that takes a few samples, rows or matrices at a time. Each thread has memory and steps of its own; which of them it gets
/// changes no result.
class Loop final : public Step {
 public:
  Loop(const Program& program, const Unit& unit, const Binding& whole)
      : times_(unit.times), ops_(unit.part(program, whole.ops)), slots_(static_cast<std::size_t>(std::min<std::int64_t>(num_threads(), times_))) {
    std::vector<Unit> nodes;
    for (int i = unit.first; i < unit.last; ++i) nodes.push_back({i, i + 1});
    const Layout layout(program, ops_, nodes);
    // What comes from outside or leaves moves on with the samples.
    std::vector<int> crossing;
    std::vector<char> made(ops_.constants.size(), false);
    const auto cross = [&](const View& v) {
      if (ops_.constants[at(v.value)] || std::find(crossing.begin(), crossing.end(), v.value) != crossing.end()) return;
      crossing.push_back(v.value);
      View start;
      start.value = v.value;
      moving_.push_back({whole.of(start), static_cast<std::uintptr_t>(unit.step(v)) * item_size(v.dtype)});
    };
    for (int i = unit.first; i < unit.last; ++i) {
      for (const View* v : operands_of(program.nodes[at(i)], whole.ops))
        if (!made[at(v->value)]) cross(*v);
      const View& v = out_of(program.nodes[at(i)], whole.ops);
      made[at(v.value)] = true;
      if (!inside(program, unit, v.value)) cross(v);
    }
    for (Slot& s : slots_) {
      s.arena = make_ref<Storage>(static_cast<std::size_t>(layout.bytes));
      s.arena_base = reinterpret_cast<std::uintptr_t>(s.arena->data());
      s.moving.resize(crossing.size());
      Binding binding{ops_, layout, &s.arena_base, std::vector<Place>(ops_.constants.size())};
      for (std::size_t k = 0; k < crossing.size(); ++k) binding.outside[at(crossing[k])] = {&s.moving[k], 0};
      for (int i = unit.first; i < unit.last; ++i) s.steps.push_back(binding.step(program.nodes[at(i)], layout.scratch_of[at(i - unit.first)]));
    }
  }
  std::size_t arena_bytes() const { return slots_.size() * slots_[0].arena->bytes(); }

  void run() const override {
    const auto count = static_cast<std::int64_t>(slots_.size());
    parallel_chunks(count, [&](std::int64_t t) {
      Slot& s = slots_[static_cast<std::size_t>(t)];
      for (std::int64_t c = t * times_ / count; c < (t + 1) * times_ / count; ++c) {
        for (std::size_t k = 0; k < moving_.size(); ++k)
          s.moving[k] = *moving_[k].start.base + moving_[k].start.bytes + static_cast<std::uintptr_t>(c) * moving_[k].step;
        for (const auto& step : s.steps) step->run();
      }
    });
  }

 private:
  struct Moving {
    Place start;
    std::uintptr_t step;
  };
  struct Slot {
    Ref<Storage> arena;
    std::uintptr_t arena_base = 0;
    std::vector<std::uintptr_t> moving;
    std::vector<std::unique_ptr<Step>> steps;
  };
  std::int64_t times_;
  Recording ops_;
  std::vector<Moving> moving_;
  mutable std::vector<Slot> slots_;
};

}  // namespace

std::string describe(const Node& node, const Recording& ops) {
  std::string out = ops.ops[at(node.first)].name;
  for (const int i : node.joined) out += str("+", ops.ops[at(i)].name);
  if (node.kind == Kind::max_pool && node.activation >= 0) out += "+relu";
  const View& v = out_of(node, ops);
  return str(out, " ", v.dtype, v.shape);
}

Plan::Plan(const Program& program, std::int64_t batch) : n_(batch), threads_(num_threads()), ops_(program.at(batch)), shared_(worth_sharing(program, ops_)) {
  input = ops_.input.shape;
  output = ops_.output.shape;
  const std::vector<Unit> units = units_of(program, ops_, batch);
  const Layout layout(program, ops_, units, shared_);

  // The input where the caller has it; but an ordinary op wants a tensor that stays where it is.
  bool copy_input = false;
  for (const Node& node : program.nodes)
    if (node.kind == Kind::other)
      for (const View* v : operands_of(node, ops_)) copy_input = copy_input || v->value == ops_.input.value;
  const std::int64_t input_bytes = copy_input ? (ops_.input.size() * static_cast<std::int64_t>(item_size(ops_.input.dtype)) + 63) / 64 * 64 : 0;
  arena_bytes = static_cast<std::size_t>(layout.bytes + input_bytes);
  arena_ = make_ref<Storage>(arena_bytes);
  arena_base_ = reinterpret_cast<std::uintptr_t>(arena_->data());

  Binding binding{ops_, layout, &arena_base_, std::vector<Place>(ops_.constants.size())};
  const Place in{&in_, 0}, out{&out_, 0};
  Place& own_input = binding.outside[at(ops_.input.value)];
  own_input = in;
  if (copy_input) {
    own_input = {&arena_base_, static_cast<std::uintptr_t>(layout.bytes)};
    steps_.push_back(copy_step(ops_.input, in, own_input));
  }
  // The result is made where the caller wants it, if it is one dense block.
  bool direct = false;
  for (const Node& node : program.nodes) {
    const View& v = out_of(node, ops_);
    direct = direct || (v.value == ops_.output.value && ops_.output.dense() && ops_.output.size() == v.size());
  }
  if (direct) binding.outside[at(ops_.output.value)] = out;

  for (const Unit& u : units) {
    if (u.loop()) {
      auto loop = std::make_unique<Loop>(program, u, binding);
      arena_bytes += loop->arena_bytes();
      steps_.push_back(std::move(loop));
    } else {
      steps_.push_back(binding.step(program.nodes[at(u.first)], layout.scratch_of[at(u.first)]));
    }
  }
  if (!direct) steps_.push_back(copy_step(ops_.output, binding.of(ops_.output), out));
}

}  // namespace wick::frozen
