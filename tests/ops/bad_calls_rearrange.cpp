#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("rearrange", [](BadCalls& out) {
  for (const char* op : {"tril", "triu"}) out.push_back({op, {f32({3})}, "must have at least 2 dimensions"});
  out.push_back({"roll", {f32({3}), Ints{}}, "`shifts` required"});
  out.push_back({"roll", {f32({3}), Ints{1, 2}, Ints{0}}, "shifts and dimensions must align"});
  out.push_back({"flip", {f32({2, 3}), Ints{0, -2}}, "dim -2 appears multiple times in the list of dims"});
  out.push_back({"fliplr", {f32({3})}, "Input must be >= 2-d"});
  out.push_back({"flipud", {f32({})}, "Input must be >= 1-d"});
  out.push_back({"rot90", {f32({2, 3}), I(1), Ints{0}}, "expected total rotation dims == 2"});
  out.push_back({"repeat", {f32({2, 3}), Ints{2}}, "Number of dimensions of repeat dims can not be smaller"});
  out.push_back({"repeat", {f32({2, 3}), Ints{2, -1}}, "has a negative number"});
  out.push_back({"tile", {f32({2}), Ints{-1}}, "has a negative number"});
  out.push_back({"repeat_interleave", {f32({3}), i64({2}), I(0)}, "repeats must have the same size as input along dim"});
  out.push_back({"repeat_interleave", {f32({3}), I(-2)}, "repeats can not be negative"});
  out.push_back({"repeat_interleave", {f32({3}), f32({3})}, "repeats must be int"});
  out.push_back({"repeat_interleave", {f32({3}), 1.5}, "repeats must be int"});
  out.push_back({"movedim", {f32({2, 3}), Ints{0, 1}, Ints{0}}, "should contain the same number of dims"});
  out.push_back({"movedim", {f32({2, 3}), Ints{0, 0}, Ints{0, 1}}, "appears multiple times"});
  out.push_back({"swapaxes", {f32({2, 3}), I(0), I(2)}, "dim is 2"});
  out.push_back({"unfold", {f32({3}), I(0), I(4), I(1)}, "at dimension 0 is 3 but size is 4"});
  out.push_back({"unfold", {f32({3}), I(0), I(1), I(0)}, "step is 0 but must be > 0"});
  out.push_back({"broadcast_to", {f32({3}), Ints{2, 4}}, "only size 1 expands"});
  out.push_back({"expand_as", {f32({3}), f32({2, 4})}, "only size 1 expands"});
  out.push_back({"view_as", {f32({3}), f32({4})}, "is invalid for input"});
  out.push_back({"reshape_as", {f32({3}), f32({4})}, "is invalid for input"});
  out.push_back({"unflatten", {f32({2, 6}), I(1), Ints{4, -1}}, "don't multiply up to the size of dim 1 (6)"});
  for (const char* op : {"ravel", "atleast_1d", "atleast_2d", "atleast_3d"}) out.push_back({op, {}, "argument self is missing"});
  out.push_back({"chunk", {f32({4}), I(0)}, "chunk expects `chunks` to be greater than 0, got: 0"});
  out.push_back({"chunk", {f32({}), I(1)}, "at least a 1-dimensional tensor"});
  out.push_back({"unbind", {f32({})}, "need at least one dimension"});
  out.push_back({"tensor_split", {f32({4}), I(0)}, "number of sections must be larger than 0, got 0"});
  out.push_back({"tensor_split.indices", {f32({}), Ints{1}}, "expected at least a 1-dimensional tensor"});
  out.push_back({"meshgrid", {TensorList{zeros({2}), zeros({2, 2})}}, "expected scalar or 1D tensor in the tensor list but got: f32[2,2]"});
  out.push_back({"meshgrid", {TensorList{zeros({2})}, "yx"}, "indexing must be one of \"xy\" or \"ij\", but received: yx"});
  for (const char* op : {"hstack", "vstack", "dstack", "column_stack"}) out.push_back({op, {TensorList{}}, "expects a non-empty TensorList"});
  out.push_back({"hstack", {TensorList{zeros({2, 3}), zeros({3, 3})}}, "sizes must match except there"});
  out.push_back({"block_diag", {TensorList{zeros({2, 2, 2})}}, "must have 2 or fewer dimensions"});
  out.push_back({"cartesian_prod", {TensorList{zeros({2, 2})}}, "Expect a 1D vector"});
  out.push_back({"combinations", {f32({2, 2})}, "Expect a 1D vector"});
  out.push_back({"combinations", {f32({2}), I(-1)}, "Expect a non-negative number"});
});

}  // namespace
}  // namespace wick::test
