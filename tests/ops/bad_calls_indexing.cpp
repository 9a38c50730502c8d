#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

V places(std::vector<std::int64_t> v) { return V(tensor(v)); }
V falses(const Shape& s) { return V(zeros(s, DType::bool_)); }

const BadCallFamily kFamily("indexing", [](BadCalls& out) {
  out.push_back({"scatter", {f32({2, 3}), I(0), i64({2}), f32({2, 3})}, "ranks must be equal"});
  out.push_back({"scatter", {f32({2, 3}), I(0), i64({1, 3}), f32({1, 2})}, "no size of index may exceed src's"});
  out.push_back({"scatter", {f32({2, 3}), I(0), V(full({1, 3}, 2, DType::int64)), f32({1, 3})}, "index 2 at place 0 is out of range; need 0 <= index < 2"});
  out.push_back({"scatter", {f32({2, 3}), I(0), i64({1, 3}), f32({1, 3}), "mean"}, "reduce argument must be either add or multiply"});
  out.push_back({"scatter", {f32({2, 3}), I(0), i64({1, 3}), V(zeros({1, 3}, DType::float64))}, "dtypes must be equal"});
  out.push_back({"scatter", {f32({2, 3}), I(0), f32({1, 3}), 1.0}, "index is f32[1,3]; need i64"});
  out.push_back({"scatter_reduce", {f32({2, 3}), I(0), i64({1, 3}), f32({1, 3}), "max"}, "reduce argument must be either sum, prod, mean, amax or amin, got max"});
  out.push_back({"index_fill", {f32({2, 3}), I(0), i64({1}), f32({1})}, "only supports a 0-dimensional value tensor"});
  out.push_back({"index_fill", {f32({2, 3}), I(0), i64({1, 1}), 1.0}, "Index has to be a vector/scalar"});
  out.push_back({"index_fill", {f32({2, 3}), I(2), i64({1}), 1.0}, "dim is 2"});
  out.push_back({"index_copy", {f32({2, 3}), I(0), i64({1}), f32({2, 3})}, "source is f32[2,3]; need [1,3]"});
  out.push_back({"index_copy", {f32({2, 3}), I(0), places({-1}), f32({1, 3})}, "index -1 at place 0 is out of range"});
  out.push_back({"index", {f32({2, 3}), TensorList{zeros({1}, DType::int64), zeros({1}, DType::int64), zeros({1}, DType::int64)}}, "too many indices for tensor of dimension 2"});
  out.push_back({"index", {f32({2, 3}), TensorList{zeros({1})}}, "tensors used as indices must be long, byte or bool tensors"});
  out.push_back({"index", {f32({2, 3}), TensorList{zeros({3}, DType::bool_)}}, "the shape of the mask bool[3] at index 0 does not match the shape of the indexed tensor f32[2,3] at index 0"});
  out.push_back({"index", {f32({2, 3}), TensorList{full({1}, 2, DType::int64)}}, "index 2 is out of bounds for dimension 0 with size 2"});
  out.push_back({"index", {f32({2, 3}), TensorList{zeros({2}, DType::int64), zeros({3}, DType::int64)}}, "[2] and [3] differ"});
  out.push_back({"index", {f32({2, 3}), TensorList{}}, "no index is given"});
  out.push_back({"index_put", {f32({2, 3}), TensorList{zeros({1}, DType::int64)}, f32({2, 3})}, "shape mismatch: values f32[2,3] cannot be broadcast to the indexing result of shape [1,3]"});
  out.push_back({"index_put", {f32({2, 3}), TensorList{zeros({1}, DType::int64)}, i64({})}, "source and destination dtypes match"});
  out.push_back({"masked_fill", {f32({2, 3}), f32({2, 3}), 1.0}, "only supports boolean masks"});
  out.push_back({"masked_fill", {f32({2, 3}), falses({2, 3}), f32({3})}, "only supports a 0-dimensional value tensor"});
  out.push_back({"masked_fill", {f32({2, 3}), falses({2}), 1.0}, "differ at dimension 1"});
  out.push_back({"masked_select", {f32({2, 3}), i64({2, 3})}, "expected BoolTensor for mask"});
  out.push_back({"masked_scatter", {f32({2}), V(ones({2}, DType::bool_)), f32({1})}, "Number of elements of source < number of ones in mask"});
  out.push_back({"select_scatter", {f32({2, 3}), f32({2}), I(0), I(1)}, "expected src to have a size equal to the slice of self"});
  out.push_back({"slice_scatter", {f32({4, 3}), f32({1, 3}), I(0), I(1), I(3)}, "src is f32[1,3]; need [2,3]"});
  out.push_back({"take", {f32({2, 3}), places({6})}, "index 6 is out of bounds for dimension 0 with size 6"});
  out.push_back({"take_along_dim", {f32({2, 3}), i64({2}), I(0)}, "should have the same number of dimensions"});
  for (const char* op : {"nonzero", "nonzero_numpy", "argwhere"}) out.push_back({op, {}, "argument self is missing"});
});

}  // namespace
}  // namespace wick::test
