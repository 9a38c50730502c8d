#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("index", [](BadCalls& out) {
  out.push_back({"embedding", {Value(full({2}, 7, DType::int64)), f32({5, 2})}, "index 7 at place 0 is out of range; need 0 <= index < 5"});
  out.push_back({"embedding", {f32({2}), f32({5, 2})}, "input is f32[2]; need i64"});
  out.push_back({"gather", {f32({2, 3}), I(0), i64({2})}, "ranks must be equal"});
  out.push_back({"gather", {f32({2, 3}), I(0), Value(full({2, 3}, -1, DType::int64))}, "index -1 at place 0 is out of range"});
  out.push_back({"scatter_add", {f32({2, 3}), I(0), i64({2, 3}), f32({1, 3})}, "src is f32[1,3] for index i64[2,3]"});
  out.push_back({"index_select", {f32({2, 3}), I(0), Value(full({1}, 2, DType::int64))}, "need 0 <= index < 2"});
  out.push_back({"index_add", {f32({2, 3}), I(0), i64({2}), f32({1, 3})}, "need [2,3]"});
  out.push_back({"one_hot", {Value(full({1}, 9, DType::int64)), I(4)}, "need 0 <= index < 4"});
});

}  // namespace
}  // namespace wick::test
