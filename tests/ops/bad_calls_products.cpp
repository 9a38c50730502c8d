#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("products", [](BadCalls& out) {
  out.push_back({"mm", {f32({2, 3}), f32({4, 2})}, "cannot be multiplied: inner sizes 3 and 4 differ"});
  out.push_back({"mm", {f32({2, 3}), f32({3})}, "mat2 is f32[3]; expected 2 dimensions"});
  out.push_back({"bmm", {f32({2, 2, 3}), f32({1, 3, 2})}, "batch sizes must be equal"});
  out.push_back({"mv", {f32({2, 3}), f32({2})}, "cannot be multiplied"});
  out.push_back({"dot", {f32({2}), f32({3})}, "cannot be multiplied"});
  out.push_back({"dot", {f32({2}), V(zeros({2}, DType::float64))}, "dtypes must be equal"});
  out.push_back({"inner", {f32({2, 3}), f32({2, 2})}, "the last sizes must be equal"});
  out.push_back({"outer", {f32({2, 3}), f32({2})}, "expected 1-D tensors"});
  out.push_back({"kron", {f32({1, 1, 1, 1, 1}), f32({2})}, "need at most 4 dimensions"});
  out.push_back({"addmm", {f32({3, 3}), f32({2, 3}), f32({3, 2})}, "differ"});
  out.push_back({"addmm", {f32({4, 2, 2}), f32({2, 3}), f32({3, 2})}, "it must expand to the product's shape [2,2]"});
  out.push_back({"addmv", {f32({1}), f32({2, 3}), f32({2})}, "cannot be multiplied"});
  out.push_back({"addr", {f32({1}), f32({2, 3}), f32({2})}, "expected 1-D tensors"});
  for (const char* op : {"baddbmm", "addbmm"}) out.push_back({op, {f32({1}), f32({2, 2, 3}), f32({2, 2, 3})}, "cannot be multiplied"});
  out.push_back({"matrix_power", {f32({2, 3}), I(2)}, "need square matrices"});
  out.push_back({"matrix_power", {f32({2, 2}), I(-1)}, "need n >= 0"});
  const auto sum = [&](const char* equation, const TensorList& operands, const char* text) { out.push_back({"einsum", {equation, operands}, text}); };
  sum("ij->i", {}, "must provide at least one operand");
  sum("i", {zeros({2}, DType::int64)}, "need f32 or f64");
  sum("ij,jk", {zeros({2, 2})}, "fewer operands were provided");
  sum("ij", {zeros({2, 2}), zeros({2})}, "more operands were provided");
  sum("i1", {zeros({2, 2})}, "invalid subscript");
  sum("i->k", {zeros({2})}, "does not appear in the equation");
  sum("i->ii", {zeros({2})}, "appears more than once");
  sum("ijk", {zeros({2, 2})}, "must match its dimensions");
  sum("......i", {zeros({2, 2})}, "more than one ellipsis");
  sum("ii", {zeros({2, 3})}, "repeated for operand f32[2,3] but the sizes don't match");
  sum("i,i", {zeros({2}), zeros({3})}, "do not broadcast: subscript i has sizes 2 and 3");
  out.push_back({"tensordot", {f32({2, 3}), f32({2, 3}), Ints{1}, Ints{0}}, "contracted dimensions need to match"});
  out.push_back({"tensordot", {f32({2, 3}), f32({2, 3}), Ints{0, 1}, Ints{0}}, "should have same length"});
  out.push_back({"cross", {f32({2, 2}), f32({2, 2})}, "no dimension of size 3 in input"});
  out.push_back({"linalg_cross", {f32({3, 2}), f32({3, 2})}, "dimension 1 must have size 3"});
  out.push_back({"diagonal", {f32({3})}, "need at least two dimensions"});
  out.push_back({"diagonal", {f32({3, 3}), I(0), I(1), I(-1)}, "diagonal dimensions cannot be identical"});
  out.push_back({"diag_embed", {f32({3}), I(0), I(0), I(0)}, "diagonal dimensions cannot be identical"});
  out.push_back({"diag", {f32({3, 2, 2})}, "need a vector or a matrix"});
  out.push_back({"trace", {f32({3})}, "expected a matrix"});
});

}  // namespace
}  // namespace wick::test
