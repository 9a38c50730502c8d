#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void product_samples(Samples& out) {
  const auto shapes = std::vector<std::pair<Shape, Shape>>{{{3, 4}, {4, 5}}, {{4}, {4}}, {{4}, {4, 3}}, {{3, 4}, {4}}, {{2, 3, 4}, {2, 4, 2}},
                                                           {{2, 3, 4}, {4, 2}}, {{2, 1, 3, 4}, {3, 4, 2}}, {{1, 4}, {4, 1}}, {{3, 1}, {1, 3}}, {{2, 0}, {0, 3}}};
  for (const auto& [a, b] : shapes) out.push_back({"matmul", {R(a), R(b)}});
  out.push_back({"linear", {R({3, 4}), R({5, 4}), R({5})}});
  out.push_back({"linear", {R({3, 4}), R({5, 4})}});
  out.push_back({"linear", {R({2, 3, 4}), R({1, 4}), R({1})}});
  out.push_back({"linear", {R({4}), R({2, 4}), R({2})}});
  out.push_back({"conv2d", {R({2, 3, 5, 5}), R({4, 3, 3, 3}), R({4})}});
  out.push_back({"conv2d", {R({1, 2, 6, 5}), R({3, 2, 3, 3}), R({3}), I(1), I(1)}});
  out.push_back({"conv2d", {R({2, 2, 7, 6}), R({2, 2, 3, 2}), kNone, Ints{2, 1}, Ints{1, 0}}});
  out.push_back({"conv2d", {R({1, 2, 8, 7}), R({2, 2, 3, 3}), R({2}), I(1), I(2), I(2)}});
  out.push_back({"conv2d", {R({2, 4, 5, 5}), R({4, 2, 3, 3}), R({4}), I(2), I(1), I(1), I(2)}});
  out.push_back({"conv2d", {R({2, 3, 5, 4}), R({6, 1, 3, 3}), R({6}), I(1), I(1), I(1), I(3)}});
  out.push_back({"conv2d", {R({2, 3, 4, 4}), R({5, 3, 1, 1}), kNone}});
  out.push_back({"conv2d", {R({2, 3, 5, 5}), R({2, 3, 1, 1}), kNone, I(2)}});
  out.push_back({"conv2d", {R({2, 5, 4}), R({3, 2, 2, 3}), R({3})}});
}

const SampleFamily kFamily("product", [](Samples& out) {
  product_samples(out);
});

}  // namespace
}  // namespace wick::test
