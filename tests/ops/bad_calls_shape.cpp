#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("shape", [](BadCalls& out) {
  out.push_back({"cat", {TensorList{}}, "the list of tensors is empty"});
  out.push_back({"cat", {TensorList{zeros({2, 3}), zeros({2, 4})}}, "sizes must match except there"});
  out.push_back({"stack", {TensorList{zeros({2}), zeros({3})}}, "stack expects each tensor to be equal size"});
  out.push_back({"split", {f32({4}), I(0)}, "need split_size > 0"});
  out.push_back({"split.sizes", {f32({4}), Ints{1, 2}}, "sum to 3; need 4"});
  out.push_back({"pad", {f32({2}), Ints{1, 2, 3}}, "need an even number of widths"});
  out.push_back({"pad", {f32({2}), Ints{-2, -1}}, "negative or impossible size"});
  out.push_back({"flatten", {f32({2, 3}), I(1), I(0)}, "comes after end_dim"});
  out.push_back({"view", {f32({2, 3}), Ints{4, 2}}, "is invalid for input"});
  out.push_back({"view", {Value(zeros({2, 3}).t()), Ints{6}}, "use reshape()"});
  out.push_back({"reshape", {f32({2, 3}), Ints{-1, -1}}, "more than one -1"});
  out.push_back({"reshape", {f32({2, 3}), Ints{-1, 4}}, "is invalid for input"});
  out.push_back({"transpose", {f32({2, 3}), I(0), I(2)}, "dim is 2"});
  out.push_back({"t_", {f32({2, 3, 4})}, "need at most two dimensions"});
  out.push_back({"transpose_", {f32({2, 3}), I(0), I(2)}, "dim is 2"});
  out.push_back({"swapaxes_", {f32({2, 3}), I(-3), I(0)}, "dim is -3"});
  out.push_back({"squeeze_", {Value(Tensor())}, "undefined"});
  out.push_back({"squeeze_.dim", {f32({2, 3}), I(2)}, "dim is 2"});
  out.push_back({"unsqueeze_", {f32({2, 3}), I(4)}, "dim is 4"});
  out.push_back({"t", {f32({2, 3, 4})}, "need at most two dimensions"});
  out.push_back({"permute", {f32({2, 3}), Ints{0, 0}}, "names dimension 0 twice"});
  out.push_back({"narrow", {f32({2, 3}), I(0), I(1), I(2)}, "start + length <= size"});
  out.push_back({"select", {f32({2, 3}), I(0), I(2)}, "index 2 is out of range"});
  out.push_back({"slice", {f32({2, 3}), I(0), I(0), I(2), I(0)}, "need step >= 1"});
  out.push_back({"expand", {f32({2, 3}), Ints{2, 4}}, "only size 1 expands"});
  out.push_back({"squeeze", {I(3), I(1)}, "takes at most 1"});
  out.push_back({"squeeze.dim", {f32({2}), I(1)}, "dim is 1"});
  out.push_back({"unsqueeze", {f32({2}), I(3)}, "dim is 3"});
  out.push_back({"clone", {std::string("x")}, "argument self is str; need Tensor"});
  out.push_back({"contiguous", {kNone}, "argument self is None; need Tensor"});
  out.push_back({"to", {f32({2}), std::string("float31")}, "unknown dtype \"float31\""});
});

}  // namespace
}  // namespace wick::test
