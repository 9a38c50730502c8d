#include "freeze/units.h"

#include <algorithm>

#include "freeze/layout.h"
#include "freeze/steps.h"
#include "wick/parallel.h"

namespace wick::frozen {

namespace {

using Over = Unit::Over;

constexpr std::int64_t kInCache = 256 << 10;  // bytes of intermediates a loop works on: they stay in L2
constexpr std::int64_t kFewRows = 16;         // with fewer at once, a product reads its weights too often
// Flops: a thread that is awake takes over 5 µs of work with AVX-512, 20 µs in WebAssembly; it is woken for ten times as much.
constexpr double kWorthSharing = 8e5, kWorthWaking = 8e6;

bool constant(const View& v, const Recording& r) { return r.constants[at(v.value)] != nullptr; }
bool elementwise(const Node& node) { return node.kind == Kind::unary || node.kind == Kind::binary; }

/// Multiplications and additions of a product; 0 for other nodes.
double flops_of(const Node& node, const Recording& ops) {
  const Op& o = first_op(node, ops);
  const auto outputs = static_cast<double>(o.out.size());
  switch (node.kind) {
    case Kind::linear:
    case Kind::matmul: return 2 * outputs * static_cast<double>(o.in[0].shape.back());
    case Kind::conv: return 2 * outputs * static_cast<double>(node.weight.numel() / node.bias.numel());
    default: return 0;
  }
}

/// The largest divisor of n that is at most `most`.
std::int64_t divisor(std::int64_t n, std::int64_t most) {
  while (n % most != 0) --most;
  return most;
}

/// Bytes that lie between the nodes of a unit when they run one by one.
std::int64_t bytes_between(const Program& program, const Unit& unit, const Recording& ops) {
  std::vector<Unit> each;
  for (int i = unit.first; i < unit.last; ++i) each.push_back({i, i + 1});
  return std::max<std::int64_t>(1, Layout(program, ops, each).bytes);
}

// ---- samples ----

/// Whether each sample of the result comes from the same sample of what it reads.
bool by_sample(const Program& p, const Node& node) {
  switch (node.kind) {
    case Kind::conv: case Kind::max_pool: case Kind::avg_pool: case Kind::adaptive_pool: case Kind::batch_norm: case Kind::unary: case Kind::binary: break;
    default: return false;
  }
  bool ok = true;
  const auto check_view = [&](const View& v, const View& at_3) { ok = ok && v.dense() && v.size() / 2 * 3 == at_3.size() && v.size() % 2 == 0; };
  const std::vector<const View*> now = operands_of(node, p.a), then = operands_of(node, p.b);
  for (std::size_t i = 0; i < now.size(); ++i)
    if (!constant(*now[i], p.a)) check_view(*now[i], *then[i]);
  check_view(out_of(node, p.a), out_of(node, p.b));
  if (node.kind == Kind::binary)
    for (const View* v : now) ok = ok && (constant(*v, p.a) || v->size() == out_of(node, p.a).size());
  return ok;
}

Unit samples_from(const Program& program, int i, std::int64_t n) {
  const int end = static_cast<int>(program.nodes.size());
  Unit u{i, i, Over::samples};
  while (!program.fixed && u.last < end && by_sample(program, program.nodes[at(u.last)])) ++u.last;
  if (u.last - i < 2) return {i, i};
  u.at_once = divisor(n, std::clamp<std::int64_t>(kInCache / bytes_between(program, u, program.at(1)), 1, n));
  u.times = n / u.at_once;
  return u;
}

// ---- rows ----

/// The first dimension whose size is not 1; -1 if there is none.
int leading(const Shape& shape) {
  for (int d = 0; d < shape.rank(); ++d)
    if (shape[d] != 1) return d;
  return -1;
}

/// Rows of which each makes one row of the result; 0 if the node does not tell.
std::int64_t rows_of(const Node& node, const Recording& ops) {
  const Op& o = first_op(node, ops);
  switch (node.kind) {
    case Kind::linear: return o.in[0].shape[0];
    case Kind::layer_norm: return o.out.size() / std::max<std::int64_t>(1, normalized(o));
    case Kind::softmax: case Kind::log_softmax: return o.out.shape.rank() && o.out.shape.back() ? o.out.size() / o.out.shape.back() : 0;
    case Kind::copy: return leading(o.in[0].shape) < 0 ? 0 : o.in[0].shape[leading(o.in[0].shape)];
    default: return 0;
  }
}

/// Whether each of so many rows of the result comes from the same row of what the node reads.
bool by_row(const Node& node, const Recording& ops, std::int64_t rows) {
  const View& out = out_of(node, ops);
  if (elementwise(node) ? out.size() % rows != 0 : rows_of(node, ops) != rows) return false;
  for (const View* v : operands_of(node, ops)) {
    if (constant(*v, ops) ? elementwise(node) : !v->dense() && node.kind != Kind::copy) return false;
    if (elementwise(node) && v->size() != out.size()) return false;
  }
  return true;
}

Unit rows_from(const Program& program, const Recording& ops, int i) {
  const int end = static_cast<int>(program.nodes.size());
  const std::int64_t rows = rows_of(program.nodes[at(i)], ops), threads = num_threads();
  if (rows < threads * kFewRows) return {i, i};
  Unit u{i, i, Over::rows, 1, rows};
  double work = 0;
  for (; u.last < end && by_row(program.nodes[at(u.last)], ops, rows); ++u.last) work += flops_of(program.nodes[at(u.last)], ops);
  if (work < kWorthSharing) return {i, i};
  u.at_once = divisor(rows, std::clamp<std::int64_t>(kInCache / bytes_between(program, u, u.part(program, ops)), kFewRows, rows / threads));
  if (u.at_once < kFewRows) return {i, i};
  u.times = rows / u.at_once;
  return u;
}

// ---- matrices ----

/// Elements from one of `count` matrices of v to the next, 0 where v is the same for all; -1 if v is neither.
std::int64_t matrix_step(const View& v, int from_right, std::int64_t count) {
  const int d = v.shape.rank() - from_right;
  for (int i = 0; i < d; ++i)
    if (v.shape[i] != 1) return -1;
  if (d < 0 || v.shape[d] == 1) return 0;
  return v.shape[d] == count ? v.strides[d] : -1;
}

/// Whether the node does the same with each of `count` matrices. A value's views must move on alike: step_of, by value.
bool by_matrix(const Node& node, const Recording& ops, int from_right, std::int64_t count, std::vector<std::int64_t>& step_of) {
  if (node.kind != Kind::matmul && node.kind != Kind::softmax && !elementwise(node)) return false;
  for (const View* v : operands_of(node, ops)) {
    const std::int64_t step = matrix_step(*v, from_right, count);
    if (step < 0 || (step > 0 && constant(*v, ops))) return false;
    std::int64_t& known = step_of[at(v->value)];
    if (known >= 0 && known != step) return false;
    known = step;
  }
  const View& out = out_of(node, ops);
  return (step_of[at(out.value)] = matrix_step(out, from_right, count)) > 0;
}

Unit matrices_from(const Program& program, const Recording& ops, int i) {
  const int end = static_cast<int>(program.nodes.size());
  const Shape& product = first_op(program.nodes[at(i)], ops).out.shape;
  int batch = 0;
  while (batch + 2 < product.rank() && product[batch] == 1) ++batch;
  if (program.nodes[at(i)].kind != Kind::matmul || batch + 2 >= product.rank()) return {i, i};
  const std::int64_t count = product[batch];
  Unit u{i, i, Over::matrices, 1, count, product.rank() - batch};
  std::vector<std::int64_t> step_of(ops.constants.size(), -1);
  double work = 0;
  for (; u.last < end && by_matrix(program.nodes[at(u.last)], ops, u.from_right, count, step_of); ++u.last) work += flops_of(program.nodes[at(u.last)], ops);
  if (u.last == i || work < kWorthSharing) return {i, i};
  u.at_once = divisor(count, std::clamp<std::int64_t>(kInCache / bytes_between(program, u, u.part(program, ops)), 1, std::max<std::int64_t>(1, count / num_threads())));
  u.times = count / u.at_once;
  return u;
}

}  // namespace

Recording Unit::part(const Program& program, const Recording& ops) const {
  if (over == Over::samples) return program.at(at_once);
  Recording r = ops;
  const auto cut = [&](View& v) {
    if (v.value < 0 || constant(v, r)) return;
    const bool dense = v.dense();
    if (over == Over::rows && dense) v.shape = {at_once, v.size() / (at_once * times)};
    else if (over == Over::rows) v.shape[leading(v.shape)] = at_once;
    else if (matrix_step(v, from_right, at_once * times) > 0) v.shape[v.shape.rank() - from_right] = at_once;
    if (dense) v.strides = contiguous_strides(v.shape);
  };
  for (int i = first; i < last; ++i) {
    const Node& node = program.nodes[at(i)];
    const auto cut_op = [&](int op) {
      for (View& v : r.ops[at(op)].in) cut(v);
      cut(r.ops[at(op)].out);
    };
    cut_op(node.first);
    for (const int op : node.joined) cut_op(op);
  }
  return r;
}

std::int64_t Unit::step(const View& v) const {
  if (over == Over::matrices) return matrix_step(v, from_right, at_once * times) * at_once;
  return v.dense() ? v.size() / times : v.strides[leading(v.shape)] * at_once;
}

bool worth_sharing(const Program& program, const Recording& ops) {
  double work = 0;
  for (const Node& node : program.nodes) work += flops_of(node, ops);
  return num_threads() > 1 && work >= kWorthWaking;
}

std::vector<Unit> units_of(const Program& program, const Recording& ops, std::int64_t n) {
  const bool share = worth_sharing(program, ops);
  std::vector<Unit> units;
  for (int i = 0; i < static_cast<int>(program.nodes.size()); i = units.back().last) {
    Unit u = samples_from(program, i, n);
    if (u.times == 1 && share) u = rows_from(program, ops, i);
    if (u.times == 1 && share) u = matrices_from(program, ops, i);
    units.push_back(u.times == 1 ? Unit{i, i + 1} : u);
  }
  return units;
}

}  // namespace wick::frozen
