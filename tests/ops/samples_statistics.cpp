#include "ops/op_table.h"
#include "wick/ops.h"
#include "wick/ops/math.h"

namespace wick::test {
namespace {

struct Along {
  Shape shape;
  std::int64_t dim;
  bool keep;
};
// 22 calls of an op that works along one dimension: every layout.
const std::vector<Along>& along() {
  static const std::vector<Along> calls = {{{}, 0, false},        {{}, -1, true},        {{0, 3}, 1, false},       {{2, 0, 2}, 2, true},     {{3}, 0, false},
                                           {{5}, -1, true},       {{9}, 0, false},       {{2, 3}, 0, false},       {{2, 3}, 1, false},       {{3, 2}, -1, true},
                                           {{3, 2}, -2, true},    {{4, 1}, 0, false},    {{1, 4}, 0, true},        {{2, 3, 2}, 0, false},    {{2, 3, 2}, 1, false},
                                           {{2, 3, 2}, 2, true},  {{2, 2, 2, 2}, 1, false}, {{1, 3, 2, 2}, 3, false}, {{2, 3, 1, 2}, 1, true},  {{1, 2, 1, 3, 2}, 1, false},
                                           {{1, 2, 1, 3, 2}, -2, true}, {{17}, 0, true}};
  return calls;
}

Tensor with_zeros(Tensor t, std::int64_t every) {
  for (std::int64_t i = 0; i < t.numel(); i += every) t.data<double>()[i] = 0;
  return t;
}

void reductions(Samples& out) {
  const double inf = __builtin_inf();
  for (const auto& [shape, dim, keep] : along()) {
    out.push_back({"prod", {R(shape)}});
    out.push_back({"prod.dim", {R(shape), dim, keep}});
    for (const char* op : {"all.dim", "any.dim"}) out.push_back({op, {mask(shape), dim, keep}});
    for (const char* op : {"all", "any", "count_nonzero"}) out.push_back({op, {constant(R(shape))}});
    out.push_back({"count_nonzero", {mask(shape), Ints{dim}}});
    out.push_back({"nansum", {R(shape), Ints{dim}, keep}});
    out.push_back({"aminmax", {D(shape), dim, keep}});
    const std::int64_t n = shape.rank() ? shape[static_cast<int>(dim < 0 ? dim + shape.rank() : dim)] : 1;
    out.push_back({"nanmean", {R(shape), Ints{dim}, keep}});
    for (const char* op : {"std", "var_mean", "std_mean"}) out.push_back({op, {D(shape), Ints{dim}, n > 1 ? 1.0 : -1.0, keep}});
    for (const double p : {2.0, 1.0, 3.0, 1.5, inf}) out.push_back({"norm", {D(shape), p, Ints{dim}, keep}});
    out.push_back({"norm.fro", {R(shape), "fro", Ints{dim}, keep}});
    out.push_back({"linalg_vector_norm", {R(shape), 2.5, Ints{dim}, keep}});
  }
  for (const Shape& s : {Shape{6}, Shape{7}, Shape{2, 5}, Shape{3, 3}}) out.push_back({"prod", {R(s)}});
  out.push_back({"aminmax", {D({3, 2})}});
  out.push_back({"prod", {with_zeros(R({5}), 7)}});
  out.push_back({"prod.dim", {with_zeros(R({3, 4}), 5), I(1)}});
  out.push_back({"norm", {P({3, 4}), 0.0, Ints{0}}});
  out.push_back({"norm", {D({3, 4}), -inf}});
  out.push_back({"norm", {P({3, 4}), 0.5, Ints{0, 1}}});
  out.push_back({"norm", {P({3, 4}), -1.5, Ints{1}}});
  for (const auto& [a, b] : broadcast_pairs()) out.push_back({"dist", {R(a), add(constant(R(b)), 9.0).requires_grad_(), a.rank() == 2 ? 3.0 : 2.0}});
  for (const double p : {1.0, 2.0, 2.5, inf, 0.0})
    for (const auto& [a, b] : std::vector<std::pair<Shape, Shape>>{{{3, 2}, {2, 2}}, {{2, 3, 2}, {2, 1, 2}}, {{2, 2, 3, 2}, {1, 2, 2, 2}}, {{1, 4}, {3, 4}}, {{0, 2}, {3, 2}}})
      out.push_back({"cdist", {D(a), add(constant(R(b)), 20.0).requires_grad_(), p}});
  out.cannot("cdist", Layout::zero_dim, "its operands are rows");
  for (const char* op : {"std", "std_mean"}) out.cannot(op, Layout::broadcast, "the deviation of equal elements is 0 and has a kink there");
}

void totals(Samples& out) {
  for (const auto& [shape, dim, keep] : along()) {
    out.push_back({"cumsum", {R(shape), dim}});
    out.push_back({"cumprod", {R(shape), dim}});
    out.push_back({"logcumsumexp", {R(shape), dim}});
    for (const char* op : {"cummax", "cummin"}) out.push_back({op, {D(shape), dim}});
    if (shape.rank()) out.push_back({"diff", {R(shape), I(keep ? 2 : 1), dim}});
  }
  out.push_back({"cumprod", {with_zeros(R({3, 4}), 5), I(1)}});
  out.push_back({"diff", {R({3, 4}), I(1), I(0), R({2, 4}), R({1, 4})}});
  out.push_back({"diff", {R({3, 4}), I(0)}});
  out.cannot("diff", Layout::zero_dim, "it needs one dimension");
}

void orders(Samples& out) {
  for (const auto& [shape, dim, keep] : along()) {
    const bool empty_line = shape.rank() && shape[static_cast<int>(dim < 0 ? dim + shape.rank() : dim)] == 0;
    out.push_back({"sort", {D(shape), dim, keep}});
    out.push_back({"argsort", {constant(D(shape)), dim, keep}});
    out.push_back({"topk", {D(shape), I(1), dim, keep}});
    out.push_back({"msort", {D(shape)}});
    if (empty_line) continue;
    for (const char* op : {"median.dim", "nanmedian.dim", "mode"}) out.push_back({op, {D(shape), dim, keep}});
    out.push_back({"kthvalue", {D(shape), I(1), dim, keep}});
    if (numel(shape)) {
      for (const char* op : {"median", "nanmedian"}) out.push_back({op, {D(shape)}});
      out.push_back({"quantile", {D(shape), 0.37, dim, keep}});
      out.push_back({"quantile", {D(shape), U({2}, 0.3, 0.36), dim, keep}});
    }
  }
  for (const Shape& s : {Shape{6}, Shape{7}, Shape{8}, Shape{2, 5}, Shape{5, 2}, Shape{3, 3}, Shape{11}})
    for (const char* op : {"msort", "median", "nanmedian"}) out.push_back({op, {D(s)}});
  out.push_back({"topk", {D({3, 5}), I(3)}});
  out.push_back({"kthvalue", {D({3, 5}), I(4)}});
  for (const char* way : {"lower", "higher", "midpoint", "nearest"}) out.push_back({"quantile", {D({3, 5}), 0.3, I(1), false, way}});
  out.push_back({"quantile", {D({3, 5}), 0.5}});
  out.push_back({"quantile", {D({3, 5}), 0.25, kNone, true}});
  for (const char* op : {"median", "nanmedian", "quantile"}) out.cannot(op, Layout::empty, "nothing has no middle");
  out.push_back({"unique", {idx({3, 4}, 5), true, true, true}});
  out.push_back({"unique", {constant(D({4}))}});
  out.push_back({"unique_consecutive", {idx({9}, 2), true, true}});
  out.push_back({"unique", {idx({4, 3, 2}, 2), true, true, true, I(1)}});
  out.push_back({"unique_consecutive", {idx({6, 2}, 2), true, true, I(0)}});
  out.push_back({"bincount", {idx({9}, 4)}});
  out.push_back({"bincount", {idx({9}, 4), constant(R({9})), I(6)}});
  out.push_back({"histc", {constant(D({12})), I(5), -1.13, 1.17}});
  out.push_back({"histc", {constant(D({3, 4})), I(3)}});
  const Tensor rising = arange(0, 6, 1, DType::float64);
  out.push_back({"searchsorted", {rising, constant(R({2, 3}))}});
  out.push_back({"searchsorted", {rising.reshape({2, 3}), constant(R({2, 4})), true, false, "right"}});
  out.push_back({"searchsorted", {rising, 3.0, false, true}});
  out.push_back({"bucketize", {constant(R({2, 3})), rising}});
  out.push_back({"bucketize", {rising, rising, false, true}});
}

const SampleFamily kFamily("statistics", [](Samples& out) {
  reductions(out);
  totals(out);
  orders(out);
});

}  // namespace
}  // namespace wick::test
