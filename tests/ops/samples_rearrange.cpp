#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

std::int64_t last(const Shape& s) { return s.rank() - 1; }
bool has_rank(const Shape& s, int least) { return s.rank() >= least; }

void move_samples(Samples& out) {
  for (const Shape& s : {Shape{3, 4}, Shape{4, 3}, Shape{1, 5}, Shape{5, 1}, Shape{0, 3}, Shape{2, 3, 4}, Shape{2, 2, 2, 2}})
    for (const std::int64_t k : {-1, 0, 2}) {
      out.push_back({"tril", {R(s), k}});
      out.push_back({"triu", {R(s), k}});
    }
  for (const char* op : {"tril", "triu"}) out.cannot(op, Layout::zero_dim, "triangles of matrices");
  for (const Shape& s : elementwise_shapes()) {
    out.push_back({"roll", {R(s), I(2)}});
    out.push_back({"flip", {R(s), Ints{}}});
    out.push_back({"movedim", {R(s), s.rank() ? Ints{0} : Ints{}, s.rank() ? Ints{-1} : Ints{}}});
    out.push_back({"swapaxes", {R(s), I(0), I(-1)}});
    out.push_back({"ravel", {R(s)}});
    for (const char* op : {"atleast_1d", "atleast_2d", "atleast_3d"}) out.push_back({op, {R(s)}});
    if (!has_rank(s, 1)) continue;
    out.push_back({"roll", {R(s), Ints{1, -2}, Ints{0, -1}}});
    out.push_back({"flip", {R(s), Ints{last(s)}}});
    out.push_back({"flipud", {R(s)}});
    if (!has_rank(s, 2)) continue;
    out.push_back({"flip", {R(s), Ints{0, last(s)}}});
    out.push_back({"fliplr", {R(s)}});
    out.push_back({"movedim", {R(s), Ints{0, 1}, Ints{1, 0}}});
    for (const std::int64_t k : {1, 2, -1}) out.push_back({"rot90", {R(s), k}});
    out.push_back({"rot90", {R(s), I(1), Ints{-1, 0}}});
  }
  for (const Shape& s : {Shape{5, 2}, Shape{2, 5}, Shape{3, 3}, Shape{2, 7}, Shape{6, 1}, Shape{3, 2, 2}, Shape{1, 3, 3}, Shape{4, 3}}) {
    out.push_back({"fliplr", {R(s)}});
    out.push_back({"flipud", {R(s)}});
  }
  for (const char* op : {"fliplr", "flipud", "rot90"}) out.cannot(op, Layout::zero_dim, "turned along a dimension");
}

void repeat_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    Ints once(static_cast<std::size_t>(s.rank()), 1), twice = once;
    if (s.rank()) twice.back() = 2;
    twice.insert(twice.begin(), 2);
    out.push_back({"repeat", {R(s), s.rank() == 6 ? once : twice}});
    out.push_back({"repeat", {R(s), once}});
    out.push_back({"tile", {R(s), Ints{2}}});
    out.push_back({"tile", {R(s), Ints{}}});
    out.push_back({"repeat_interleave", {R(s), 2.0}});
    if (!has_rank(s, 1)) continue;
    out.push_back({"repeat_interleave", {R(s), idx({s[0]}, 3), I(0)}});
    out.push_back({"repeat_interleave", {R(s), tensor<std::int64_t>({3}), I(-1)}});
  }
  out.push_back({"repeat", {R({2, 3}), Ints{0, 2}}});
  out.push_back({"repeat", {R({2, 3}), Ints{3, 1, 2}}});
  out.push_back({"tile", {R({2, 3}), Ints{2, 1, 2}}});
}

void view_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    Shape more = s;
    more.insert(0, 2);
    out.push_back({"broadcast_to", {R(s), Ints(more.begin(), more.end())}});
    out.push_back({"expand_as", {R(s), constant(R(more))}});
    more[0] = 1;
    out.push_back({"view_as", {R(s), constant(R(more))}});
    out.push_back({"reshape_as", {R(s), constant(R({numel(s)}))}});
    if (!has_rank(s, 1)) {
      out.push_back({"unfold", {R(s), I(0), I(1), I(1)}});
      continue;
    }
    out.push_back({"unfold", {R(s), I(-1), std::min<std::int64_t>(2, s.back()), I(1)}});
    out.push_back({"unfold", {R(s), I(0), I(s[0] ? 1 : 0), I(2)}});
    out.push_back({"unflatten", {R(s), I(0), Ints{1, s[0]}}});
    out.push_back({"unflatten", {R(s), I(-1), Ints{s.back(), 1, 1}}});
    for (const std::int64_t dim : {std::int64_t{0}, last(s)}) {
      out.push_back({"chunk", {R(s), I(2), dim}});
      out.push_back({"tensor_split", {R(s), I(3), dim}});
      out.push_back({"tensor_split.indices", {R(s), Ints{1, 2}, dim}});
      if (s[static_cast<int>(dim)]) out.push_back({"unbind", {R(s), dim}});
    }
  }
  out.push_back({"unflatten", {R({2, 6}), I(1), Ints{3, -1}}});
  for (const char* op : {"unflatten", "chunk", "tensor_split", "tensor_split.indices", "unbind"}) out.cannot(op, Layout::zero_dim, "cut along a dimension");
}

void join_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    for (const char* op : {"hstack", "vstack"}) out.push_back({op, {TensorList{R(s), R(s)}}});
    if (s.rank() < 6) out.push_back({"dstack", {TensorList{R(s), R(s), R(s)}}});
    out.push_back({"column_stack", {TensorList{R(s), R(s)}}});
    if (s.rank() <= 2) out.push_back({"block_diag", {TensorList{R(s), R({2, 2})}}});
  }
  for (const std::int64_t n : {1, 2, 3, 4}) {
    for (const char* op : {"hstack", "dstack", "column_stack"}) out.push_back({op, {TensorList{R({2, 3}), R({2, op[0] == 'd' ? 3 : n}), R({2, 3})}}});
    out.push_back({"vstack", {TensorList{R({n, 3}), R({3}), R({1, 3})}}});
    for (const std::int64_t m : {1, 2, 5}) {
      out.push_back({"block_diag", {TensorList{R({n, m}), R({m}), R({m, n})}}});
      for (const char* indexing : {"ij", "xy"}) out.push_back({"meshgrid", {TensorList{R({n}), R({m})}, indexing}});
      out.push_back({"meshgrid", {TensorList{R({n}), R({}), R({m})}}});
      out.push_back({"cartesian_prod", {TensorList{R({n}), R({m})}}});
      out.push_back({"cartesian_prod", {TensorList{R({m}), R({n}), R({2})}}});
    }
    for (const std::int64_t r : {1, 2, 3})
      for (const bool again : {false, true}) out.push_back({"combinations", {R({n}), r, again}});
  }
  out.push_back({"dstack", {TensorList{R({3}), R({1, 3}), R({1, 3, 2})}}});
  out.push_back({"dstack", {TensorList{R({}), R({1})}}});
  out.push_back({"cartesian_prod", {TensorList{R({0}), R({2})}}});
  out.push_back({"combinations", {R({0})}});
  out.push_back({"meshgrid", {TensorList{R({0}), R({2})}}});
  for (const char* op : {"meshgrid", "cartesian_prod", "combinations"})
    for (const Layout layout : {Layout::transposed, Layout::channels_last}) out.cannot(op, layout, "takes one dimension");
  for (const char* op : {"cartesian_prod", "combinations"}) out.cannot(op, Layout::zero_dim, "takes one dimension");
  out.cannot("block_diag", Layout::channels_last, "takes matrices");
}

const SampleFamily kFamily("rearrange", [](Samples& out) {
  move_samples(out);
  repeat_samples(out);
  view_samples(out);
  join_samples(out);
});

}  // namespace
}  // namespace wick::test
