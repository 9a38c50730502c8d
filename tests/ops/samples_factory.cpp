#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void factory_samples(Samples& out) {
  for (const char* op : {"zeros", "ones", "rand", "randn"}) out.push_back({op, {Ints{2, 3}}});
  out.push_back({"full", {Ints{2, 3}, 1.5}});
  out.push_back({"arange", {0.0, 5.0}});
  out.push_back({"randint", {I(0), I(5), Ints{4}}});
  out.push_back({"randperm", {I(6)}});
}

const SampleFamily kFamily("factory", [](Samples& out) {
  factory_samples(out);
});

}  // namespace
}  // namespace wick::test
