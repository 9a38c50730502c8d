#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

struct Reduction {
  Shape shape;
  Ints dim;
  bool keepdim;
};
// None reduces over nothing, so that all ops take all of them.
const std::vector<Reduction>& reductions() {
  static const std::vector<Reduction> rows = {
      {{3, 4}, {}, false},       {{3, 4}, {}, true},           {{3, 4}, {0}, false},          {{3, 4}, {-1}, true},         {{4}, {0}, false},
      {{9}, {0}, true},          {{17}, {}, false},            {{2, 3, 4}, {1}, false},       {{2, 3, 4}, {0, 2}, false},   {{2, 3, 4}, {0, 2}, true},
      {{2, 3, 4}, {2, 1}, false}, {{2, 3, 2, 2}, {1, 2}, false}, {{2, 3, 2, 2}, {1}, true},     {{2, 3, 2, 2}, {2, 3}, false}, {{2, 2, 2, 3}, {}, false},
      {{0, 3}, {1}, false},      {{3, 0, 2}, {0, 2}, true},    {{2, 1, 3}, {0}, false},       {{1, 4}, {-1}, false},        {{2, 2, 1, 3, 2}, {1, -1}, false}};
  return rows;
}

const SampleFamily kFamily("reduce", [](Samples& out) {
  for (const auto& [shape, dim, keepdim] : reductions()) {
    out.push_back({"sum", {R(shape), dim, keepdim}});
    out.push_back({"mean", {R(shape), dim, keepdim}});
    out.push_back({"var", {R(shape), dim, 1.0, keepdim}});
    out.push_back({"amax", {D(shape), dim, keepdim}});
    out.push_back({"amin", {D(shape), dim, keepdim}});
    if (!dim.empty()) out.push_back({"logsumexp", {R(shape), dim, keepdim}});
  }
  for (const char* op : {"sum", "mean"}) {
    out.push_back({op, {R({})}});
    out.push_back({op, {R({}), Ints{0}}});
    out.push_back({op, {R({0, 3})}});
    out.push_back({op, {R({0, 3}), Ints{0}}});
  }
  for (const char* op : {"amax", "amin"}) out.push_back({op, {D({})}});
  out.push_back({"var", {R({3, 5}), Ints{1}, 0.0}});
  out.push_back({"var", {R({2, 3}), Ints{}, 0.5}});
  out.push_back({"var", {R({}), Ints{}, 0.0}});
  for (const Shape& s : {Shape{}, Shape{3}, Shape{1, 5}, Shape{2, 1, 3}, Shape{2, 2, 2, 2}}) {
    out.push_back({"logsumexp", {R(s), Ints{-1}}});
    out.push_back({"logsumexp", {R(s), Ints{0}, true}});
  }

  for (const char* op : {"max", "min"}) {
    for (const Shape& s : elementwise_shapes())
      if (numel(s) > 0) out.push_back({op, {D(s)}});
    for (const Shape& s : {Shape{3, 3}, Shape{6, 2}}) out.push_back({op, {D(s)}});
    out.cannot(op, Layout::empty, "the extremum of nothing is an error");
  }
  for (const char* op : {"max.dim", "min.dim", "softmax", "log_softmax"}) {
    const bool softmax = std::string(op).back() == 'x';
    for (const auto& [shape, dim] : std::vector<std::pair<Shape, std::int64_t>>{
             {{}, 0}, {{}, -1}, {{3}, 0}, {{9}, -1}, {{3, 4}, 0}, {{3, 4}, 1}, {{3, 4}, -2}, {{2, 3, 2}, 0}, {{2, 3, 2}, 1}, {{2, 3, 2}, 2}, {{2, 3, 2, 2}, 0}, {{2, 3, 2, 2}, 1},
             {{2, 3, 2, 2}, -1}, {{0, 3}, 1}, {{3, 0, 2}, 0}, {{1, 4}, 0}, {{1, 4}, 1}, {{4, 1}, -1}, {{2, 1, 3, 2, 2}, 3}, {{17}, 0}})
      out.push_back({op, {softmax ? R(shape) : D(shape), dim}});
    if (softmax) continue;
    out.push_back({op, {D({3, 4}), I(-1), true}});
    out.push_back({op, {D({2, 3, 2}), I(1), true}});
  }
  for (const char* op : {"argmax", "argmin"}) {
    out.push_back({op, {constant(D({3, 4}))}});
    out.push_back({op, {constant(D({3, 4})), I(1)}});
    out.push_back({op, {constant(D({2, 3, 4})), I(1), true}});
  }
});

}  // namespace
}  // namespace wick::test
