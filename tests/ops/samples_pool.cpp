#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void pool_samples(Samples& out) {
  out.push_back({"max_pool2d", {D({2, 2, 4, 4}), I(2)}});
  out.push_back({"max_pool2d", {D({1, 2, 5, 6}), Ints{3, 2}, Ints{2, 1}, Ints{1, 0}}});
  out.push_back({"max_pool2d", {D({1, 1, 7, 7}), I(2), I(1), I(0), I(2)}});
  out.push_back({"max_pool2d", {D({2, 5, 5}), I(2), Ints{}, I(0), I(1), true}});
  out.push_back({"avg_pool2d", {R({2, 2, 4, 4}), I(2)}});
  out.push_back({"avg_pool2d", {R({1, 2, 5, 6}), Ints{3, 2}, Ints{2, 1}, Ints{1, 1}}});
  out.push_back({"avg_pool2d", {R({1, 2, 5, 5}), I(3), I(2), I(1), true, false}});
  out.push_back({"avg_pool2d", {R({2, 5, 5}), I(2), I(2), I(0), false, true, I(3)}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 2, 5, 7}), Ints{2, 3}}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 3, 4, 4}), I(1)}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 3, 3}), I(5)}});
}

const SampleFamily kFamily("pool", [](Samples& out) {
  pool_samples(out);
});

}  // namespace
}  // namespace wick::test
