#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

V bools(const Shape& s) { return V(mask(s)); }
Tensor leaf(const Tensor& t) {
  Tensor y = t.clone();
  return y.requires_grad_(), y;
}
/// n different places below `of`, the last ones first.
Tensor places(std::int64_t n, std::int64_t of) { return arange(static_cast<double>(of - 1), static_cast<double>(of - 1 - n), -1); }

struct Pick {
  Shape x;
  std::int64_t dim;
  Shape index;
};
const std::vector<Pick>& picks() {
  static const std::vector<Pick> all = {
      {{3, 4}, 1, {3, 2}},       {{3, 4}, 0, {2, 4}},       {{2, 3, 4}, 1, {2, 2, 3}}, {{5}, 0, {4}},       {{5}, -1, {2}},          {{}, 0, {}},        {{3, 4}, 1, {2, 4}},
      {{5, 2}, 0, {3, 2}},       {{2, 2, 2}, -1, {2, 1, 2}}, {{2, 2, 2}, 0, {1, 2, 2}}, {{0, 3}, 1, {0, 2}}, {{3, 4}, 0, {0, 4}},     {{2, 3, 2, 2}, 1, {2, 2, 2, 2}},
      {{2, 3, 2, 2}, 3, {1, 3, 2, 1}}, {{2, 1}, 0, {1, 1}},  {{17}, 0, {9}},            {{2, 1, 3}, 2, {2, 1, 1}}, {{4, 4}, -2, {2, 4}}, {{1, 5}, 1, {1, 5}}, {{3, 2}, 1, {1, 2}}};
  return all;
}
// Indices that name no place twice, so that writing has one order.
Tensor distinct(const Pick& p) {
  const int d = static_cast<int>(p.dim < 0 ? p.dim + p.x.rank() : p.dim);
  if (p.x.rank() == 0) return zeros({}, DType::int64);
  const Tensor t = empty(p.index, DType::int64);
  std::int64_t inner = 1;
  for (int i = d + 1; i < p.index.rank(); ++i) inner *= p.index[i];
  for (std::int64_t i = 0; i < t.numel(); ++i) t.data<std::int64_t>()[i] = (i / inner % p.index[d] + 1) % p.x[d];
  return t;
}

void scatter_samples(Samples& out) {
  for (const Pick& p : picks()) {
    out.push_back({"scatter", {R(p.x), p.dim, distinct(p), R(p.index)}});
    out.push_back({"scatter", {R(p.x), p.dim, distinct(p), 1.5}});
    const std::int64_t n = p.x.rank() ? p.x[static_cast<int>(p.dim < 0 ? p.dim + p.x.rank() : p.dim)] : 1;
    const V any = idx(p.index, n);
    for (const char* reduce : {"sum", "mean", "prod"}) out.push_back({"scatter_reduce", {R(p.x), p.dim, any, R(p.index), reduce}});
    for (const char* reduce : {"mean", "prod"}) out.push_back({"scatter_reduce", {R(p.x), p.dim, any, R(p.index), reduce, false}});
    // Two ladders half a step apart have no tie.
    const Tensor own = D(p.x), others = constant(D(p.index) + 0.06);
    out.push_back({"scatter_reduce", {own, p.dim, any, leaf(others), "amax"}});
    out.push_back({"scatter_reduce", {own, p.dim, any, others, "amin", false}});
  }
  out.push_back({"scatter", {R({3, 4}), I(1), idx({3, 5}, 4), R({3, 6}), "add"}});
  out.push_back({"scatter", {P({3, 4}), I(1), idx({3, 5}, 4), P({3, 5}), "multiply"}});
  out.push_back({"scatter", {R({3, 4}), I(0), distinct({{3, 4}, 0, {2, 3}}), R({3, 4})}});
}

void row_samples(Samples& out) {
  for (const auto& [s, dim] : std::vector<std::pair<Shape, std::int64_t>>{
           {{3, 4}, 0}, {{3, 4}, 1}, {{2, 3, 4}, -1}, {{2, 3, 2}, 1}, {{5}, 0}, {{2, 3, 2, 2}, 1}, {{1, 4}, 0}, {{0, 3}, 1}, {{2, 1, 2, 1, 2}, 4}, {{9}, -1}}) {
    const int d = static_cast<int>(dim < 0 ? dim + s.rank() : dim);
    for (const std::int64_t n : {std::int64_t{1}, std::min<std::int64_t>(2, s[d])}) {
      Shape picked = s;
      picked[d] = n;
      const Tensor at = places(n, s[d]);
      out.push_back({"index_copy", {R(s), dim, at, R(picked)}});
      out.push_back({"index_fill", {R(s), dim, at, 0.75}});
      out.push_back({"index_fill", {R(s), dim, at, R({})}});
      picked.erase(d);
      out.push_back({"select_scatter", {R(s), R(picked), dim, n - 1}});
      out.push_back({"select_scatter", {R(s), R(picked), dim, -n}});
      picked.insert(d, n);
      out.push_back({"slice_scatter", {R(s), R(picked), dim, kNone, n}});
      out.push_back({"slice_scatter", {R(s), R(picked), dim, s[d] - n, s[d]}});
    }
  }
  out.push_back({"slice_scatter", {R({7, 2}), R({3, 2}), I(0), I(1), I(7), I(2)}});
  out.push_back({"index_fill", {R({}), I(0), i64({1}), 2.0}});
  out.push_back({"index_copy", {R({3, 4}), I(0), places(3, 3), R({3, 4})}});
  out.push_back({"index_copy", {R({17}), I(0), places(9, 17), R({9})}});
  for (const char* op : {"index_copy", "select_scatter", "slice_scatter"}) out.cannot(op, Layout::zero_dim, "rows lie along a dimension");
}

void take_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    const std::int64_t n = numel(s);
    out.push_back({"take", {R(s), n ? idx({3, 2}, n) : zeros({0}, DType::int64)}});
    out.push_back({"take", {R(s), n ? idx({4}, n) - n : zeros({2, 0}, DType::int64)}});
    out.push_back({"take_along_dim", {R(s), n ? idx({5}, n) : zeros({0}, DType::int64)}});
    if (s.rank() == 0 || n == 0) continue;
    const auto along = static_cast<std::int64_t>(s.rank() - 1);
    Shape at = Dims::filled(s.rank(), 1);
    at[s.rank() - 1] = 2;
    out.push_back({"take_along_dim", {R(s), idx(at, s.back()), along}});
  }
}

void advanced_samples(Samples& out) {
  const Tensor none;
  for (const bool accumulate : {false, true}) {
    const auto call = [&](const Shape& s, TensorList indices, const Shape& values) {
      // Without accumulate no place may be named twice; the lists below see to that.
      if (accumulate) out.push_back({"index", {R(s), indices}});
      out.push_back({"index_put", {R(s), indices, R(values), accumulate}});
    };
    call({3, 4}, {tensor<std::int64_t>({2, 0})}, {2, 4});
    call({3, 4}, {none, tensor<std::int64_t>({3, -3, 0})}, {3, 3});
    call({3, 4}, {tensor<std::int64_t>({2, 0}), tensor<std::int64_t>({1, 1})}, {2});
    call({3, 4}, {tensor<std::int64_t>({2, 0}, {2, 1}), tensor<std::int64_t>({1, 3})}, {2, 2});
    call({2, 3, 4}, {tensor<std::int64_t>({1, 0}), none, tensor<std::int64_t>({2, 2})}, {2, 3});
    call({2, 3, 4}, {none, tensor<std::int64_t>({1, 2}), tensor<std::int64_t>({0, 3})}, {2, 1});
    call({2, 3, 4}, {none, none, tensor<std::int64_t>({1, 2, 0}, {3, 1})}, {});
    call({2, 3, 2, 2}, {none, tensor<std::int64_t>({2, 0}), none, tensor<std::int64_t>({1})}, {2, 2, 2});
    call({5}, {tensor<std::int64_t>({4, 1, 2})}, {3});
    call({5}, {tensor<std::int64_t>({-1}).reshape({})}, {});
    call({9}, {tensor<std::int64_t>({8, 0, 3, 4}, {2, 2})}, {2, 1});
    call({0, 3}, {none, tensor<std::int64_t>({1, 0})}, {0, 2});
    call({3, 2}, {zeros({0}, DType::int64)}, {0, 2});
    call({3, 2}, {mask({3})}, {2});
    call({3, 2}, {mask({3, 2})}, {1});
    call({2, 3, 2}, {none, mask({3, 2})}, {2, 1});
    call({2, 3, 2}, {mask({2, 3}), tensor<std::int64_t>({1})}, {1});
    call({2, 3, 2}, {tensor<std::int64_t>({1}), none, mask({2})}, {3});
    call({1, 4}, {tensor<std::int64_t>({0})}, {1, 4});
    call({2, 1, 2, 1, 2}, {none, none, tensor<std::int64_t>({1, 0})}, {2});
  }
  for (const char* op : {"index", "index_put"}) out.cannot(op, Layout::zero_dim, "places lie along a dimension");
}

void mask_samples(Samples& out) {
  for (const auto& [a, b] : broadcast_pairs()) {
    out.push_back({"masked_fill", {R(a), bools(b), 0.5}});
    out.push_back({"masked_fill", {R(a), bools(b), R({})}});
    out.push_back({"masked_select", {R(a), bools(b)}});
    const Shape s = broadcast_shapes("test", a, b);
    out.push_back({"masked_scatter", {R(a), bools(b), R({numel(s) + 1})}});
  }
  for (const Shape& s : {Shape{2, 3}, Shape{5}, Shape{}, Shape{0, 2}, Shape{2, 1, 3}}) {
    for (const char* op : {"nonzero", "nonzero_numpy", "argwhere"}) {
      out.push_back({op, {mask(s)}});
      out.push_back({op, {constant(R(s)) * mask(s).to(DType::float64)}});
    }
  }
}

const SampleFamily kFamily("indexing", [](Samples& out) {
  scatter_samples(out);
  row_samples(out);
  take_samples(out);
  advanced_samples(out);
  mask_samples(out);
});

}  // namespace
}  // namespace wick::test
