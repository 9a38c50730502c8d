#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void shape_samples(Samples& out) {
  out.push_back({"cat", {TensorList{R({2, 3}), R({1, 3}), R({0, 3})}}});
  out.push_back({"cat", {TensorList{R({2, 3, 2}), R({2, 1, 2})}, I(-2)}});
  out.push_back({"stack", {TensorList{R({2, 3}), R({2, 3})}}});
  out.push_back({"stack", {TensorList{R({2, 3}), R({2, 3}), R({2, 3})}, I(-1)}});
  out.push_back({"split", {R({5, 2}), I(2)}});
  out.push_back({"split", {R({2, 6}), I(3), I(1)}});
  out.push_back({"split.sizes", {R({2, 6}), Ints{1, 3, 2}, I(-1)}});
  out.push_back({"pad", {R({2, 3}), Ints{1, 2}}});
  out.push_back({"pad", {R({2, 3, 4}), Ints{1, -1, 0, 2}, 0.5}});
  out.push_back({"flatten", {R({2, 3, 4})}});
  out.push_back({"flatten", {R({2, 3, 4}), I(1)}});
  out.push_back({"flatten", {R({})}});
  out.push_back({"reshape", {R({2, 6}), Ints{3, -1}}});
  out.push_back({"reshape", {R({2, 3, 4}), Ints{6, 4}}});
  out.push_back({"view", {R({2, 6}), Ints{2, 6, 1}}});
  out.push_back({"transpose", {R({2, 3, 4}), I(0), I(-1)}});
  out.push_back({"t", {R({2, 3})}});
  out.push_back({"permute", {R({2, 3, 4}), Ints{2, 0, 1}}});
  out.push_back({"narrow", {R({5, 2}), I(0), I(1), I(3)}});
  out.push_back({"select", {R({5, 2}), I(0), I(-2)}});
  out.push_back({"select", {R({2, 3, 4}), I(1), I(2)}});
  out.push_back({"slice", {R({7, 2}), I(0), I(1), I(6), I(2)}});
  out.push_back({"slice", {R({2, 5}), I(1), I(-4), I(-1)}});
  out.push_back({"expand", {R({2, 1}), Ints{3, 2, 4}}});
  out.push_back({"expand", {R({3}), Ints{2, -1}}});
  out.push_back({"squeeze", {R({1, 3, 1, 2})}});
  out.push_back({"squeeze.dim", {R({1, 3, 1, 2}), I(2)}});
  out.push_back({"unsqueeze", {R({3, 2}), I(1)}});
  out.push_back({"clone", {R({3, 2})}});
  out.push_back({"contiguous", {R({3, 2})}});
  out.push_back({"to", {R({3, 2}), std::string("float64")}});
}

const SampleFamily kFamily("shape", [](Samples& out) {
  shape_samples(out);
});

}  // namespace
}  // namespace wick::test
