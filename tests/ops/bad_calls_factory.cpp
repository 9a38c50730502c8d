#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("factory", [](BadCalls& out) {
  for (const char* op : {"zeros", "ones", "rand", "randn"}) out.push_back({op, {Ints{2, -3}}, "sizes must be >= 0"});
  out.push_back({"zeros", {Ints{std::int64_t{1} << 40, std::int64_t{1} << 40}}, "does not fit a 63-bit size"});
  out.push_back({"full", {Ints{1, 1, 1, 1, 1, 1, 1, 1, 1}, 1.0}, "at most 8"});
  out.push_back({"arange", {0.0, 5.0, -1.0}, "need a nonzero step towards end"});
  out.push_back({"randint", {I(3), I(3), Ints{2}}, "need low < high"});
  out.push_back({"randperm", {I(-1)}, "need n >= 0"});
});

}  // namespace
}  // namespace wick::test
