#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void joining_samples(Samples& out) {
  const auto one_more = [](Shape s, int d) { return s[d] += 1, s; };
  for (const auto& [s, dim] : std::vector<std::pair<Shape, std::int64_t>>{
           {{3}, 0}, {{9}, -1}, {{2, 3}, 0}, {{2, 3}, 1}, {{2, 3, 2}, -2}, {{0, 2}, 0}, {{2, 0}, 0}, {{2, 3, 2, 2}, 1}, {{1, 4}, 0}, {{2, 2, 1, 2, 2}, 2}}) {
    out.push_back({"cat", {TensorList{R(s), R(one_more(s, static_cast<int>(dim < 0 ? dim + s.rank() : dim)))}, dim}});
    out.push_back({"cat", {TensorList{R(s), R(s), R(s)}, dim}});
  }
  out.push_back({"cat", {TensorList{R({2, 3}), R({1, 3}), R({0, 3})}}});
  out.push_back({"cat", {TensorList{R({4})}}});
  out.cannot("cat", Layout::zero_dim, "joined along a dimension");
  for (const Shape& s : elementwise_shapes()) out.push_back({"stack", {TensorList{R(s), R(s)}, I(s.rank() % 2 ? 0 : -1)}});
  out.push_back({"stack", {TensorList{R({2, 3}), R({2, 3}), R({2, 3})}, I(1)}});

  for (const auto& [s, dim] : std::vector<std::pair<Shape, std::int64_t>>{
           {{5}, 0}, {{17}, -1}, {{5, 2}, 0}, {{2, 6}, 1}, {{2, 5, 2}, -2}, {{0, 4}, 1}, {{4, 0}, 0}, {{2, 3, 2, 2}, 1}, {{4, 1}, 0}, {{1, 2, 1, 3, 2}, 3}}) {
    const std::int64_t n = s[static_cast<int>(dim < 0 ? dim + s.rank() : dim)];
    out.push_back({"split", {R(s), I(2), dim}});
    out.push_back({"split", {R(s), I(3), dim}});
    out.push_back({"split.sizes", {R(s), Ints{1, n - 1}, dim}});
    out.push_back({"split.sizes", {R(s), Ints{n - 2, 0, 2}, dim}});
    out.push_back({"narrow", {R(s), dim, I(1), I(n - 1)}});
    out.push_back({"narrow", {R(s), dim, I(0), I(2)}});
    out.push_back({"select", {R(s), dim, I(0)}});
    out.push_back({"select", {R(s), dim, I(-2)}});
    out.push_back({"slice", {R(s), dim, I(0), I(n), I(2)}});
    out.push_back({"slice", {R(s), dim, I(-2), I(-1)}});
  }
  for (const char* op : {"split", "split.sizes", "narrow", "select", "slice"}) out.cannot(op, Layout::zero_dim, "cut along a dimension");
}

void form_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    out.push_back({"flatten", {R(s)}});
    out.push_back({"reshape", {R(s), Ints{numel(s)}}});
    out.push_back({"transpose", {R(s), I(0), I(-1)}});
    Ints turned, grown{2}, dims{1};
    for (int d = 0; d < s.rank(); ++d) {
      turned.push_back(s.rank() - 1 - d);
      grown.push_back(d % 2 ? -1 : s[d]);
      dims.push_back(s[d]);
    }
    out.push_back({"permute", {R(s), turned}});
    out.push_back({"expand", {R(s), grown}});
    out.push_back({"view", {R(s), dims}});  // one more dimension: a view whatever the strides
    out.push_back({"squeeze", {R(s)}});
    out.push_back({"squeeze.dim", {R(s), I(0)}});
    out.push_back({"unsqueeze", {R(s), I(-1)}});
    out.push_back({"clone", {R(s)}});
    out.push_back({"contiguous", {R(s)}});
    out.push_back({"to", {R(s), std::string("float64")}});
    Ints widths{1, 2};
    if (s.rank() > 1) widths = {1, 0, -1, 2};
    if (s.rank() > 0) out.push_back({"constant_pad_nd", {R(s), widths, s.rank() == 3 ? 0.5 : 0.0}});
  }
  out.push_back({"constant_pad_nd", {R({2, 3, 4}), Ints{1, -1, 0, 2, 1, 0}, 0.5}});
  out.cannot("constant_pad_nd", Layout::zero_dim, "widths belong to dimensions");
  out.push_back({"flatten", {R({2, 3, 2}), I(1)}});
  out.push_back({"reshape", {R({2, 6}), Ints{3, -1}}});
  out.push_back({"reshape", {R({2, 3, 2}), Ints{6, 2}}});
  out.push_back({"view", {R({2, 6}), Ints{2, -1, 2}}});
  out.push_back({"transpose", {R({2, 3, 2}), I(1), I(0)}});
  out.push_back({"permute", {R({2, 3, 2}), Ints{2, 0, 1}}});
  out.push_back({"expand", {R({2, 1}), Ints{3, 2, 4}}});
  out.push_back({"squeeze.dim", {R({1, 3, 1, 2}), I(2)}});
  out.push_back({"unsqueeze", {R({3, 2}), I(1)}});
  for (const Shape& s : {Shape{}, Shape{0}, Shape{0, 3}, Shape{1}, Shape{2}, Shape{3}, Shape{9}, Shape{17}, Shape{1, 1}, Shape{1, 4}, Shape{4, 1}, Shape{2, 2}, Shape{2, 3}, Shape{3, 2}, Shape{3, 3},
                         Shape{4, 2}, Shape{2, 5}, Shape{5, 3}, Shape{2, 9}, Shape{9, 2}})
    out.push_back({"t", {R(s)}});
  out.cannot("t", Layout::channels_last, "matrices at most");
}

const SampleFamily kFamily("shape", [](Samples& out) {
  joining_samples(out);
  form_samples(out);
});

}  // namespace
}  // namespace wick::test
