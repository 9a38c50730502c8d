// What the op table cannot see: brackets, and views that stay views.

#include "wick/ops/indexing.h"

#include <doctest/doctest.h>

#include "wick/ops.h"
#include "wick/ops/rearrange.h"

namespace wick::test {
namespace {

using Numbers = std::vector<double>;
using indexing::Ellipsis;
using indexing::None;
using indexing::Slice;

bool shares(const Tensor& a, const Tensor& b) { return a.impl()->storage == b.impl()->storage; }

TEST_CASE("indexing: brackets as in Python") {
  const Tensor x = arange(0, 24).view({2, 3, 4});
  CHECK(x.index({1, 2, 3}).item() == 23);
  CHECK(x.index({-1, Slice(), 0}).to_vector() == Numbers{12, 16, 20});
  CHECK(x.index({Ellipsis, 1}).to_vector() == Numbers{1, 5, 9, 13, 17, 21});
  CHECK(x.index({0, Slice(1, {}), Slice({}, {}, 3)}).to_vector() == Numbers{4, 7, 8, 11});
  CHECK(x.index({None, 0, None, Ellipsis, None}).shape() == Shape{1, 1, 3, 4, 1});
  CHECK(shares(x.index({0, Slice(1, 2)}), x));
  // Index tensors: beside each other they stay, apart they come first.
  const Tensor i = tensor(std::vector<int>{1, 0}), j = tensor(std::vector<int>{3, 2});
  CHECK(x.index({Slice(), i, j}).to_vector() == Numbers{7, 2, 19, 14});
  CHECK(x.index({i, Slice(), j}).to_vector() == Numbers{15, 19, 23, 2, 6, 10});
  CHECK(x.index({i, None, Slice(0, 2), 0}).shape() == Shape{2, 1, 2});
  CHECK(x.index({Ellipsis, i}).shape() == Shape{2, 3, 2});
  const Tensor mask = tensor(std::vector<bool>{true, false, true, false, true, true}, {2, 3});
  CHECK(x.index({mask, 0}).to_vector() == Numbers{0, 8, 16, 20});
  CHECK(x.index({mask, Slice(1, 2)}).shape() == Shape{4, 1});
  CHECK(x.index({0, mask[0], Slice(2, 3)}).to_vector() == Numbers{2, 10});
  const TensorList places = where(mask);
  CHECK(places.size() == 2);
  CHECK(places[1].to_vector() == Numbers{0, 2, 1, 2});
  CHECK_THROWS_WITH_AS(x.index({0, 0, 0, 0}), "[index] too many indices for tensor of dimension 3 (got 4).", Error);
  CHECK_THROWS_WITH_AS(x.index({Ellipsis, Ellipsis}), "[index] an index can only have a single ellipsis ('...').", Error);
}

TEST_CASE("indexing: writing through brackets") {
  Tensor x = zeros({2, 3});
  x.index_put_({0, Slice(1, 3)}, tensor<float>({1, 2}));
  x.index_put_({1}, 5.0);
  CHECK(x.to_vector() == Numbers{0, 1, 2, 5, 5, 5});
  x.index_put_({Slice(), tensor(std::vector<int>{2, 0})}, tensor<float>({7, 8}));
  CHECK(x.to_vector() == Numbers{8, 1, 7, 8, 5, 7});
  x.index_put_({gt(x, 6.0)}, -1.0);
  CHECK(x.to_vector() == Numbers{-1, 1, -1, -1, 5, -1});
  x.index_put_(TensorList{tensor(std::vector<int>{1, 1})}, ones({3}), true);
  CHECK(x.to_vector() == Numbers{-1, 1, -1, 1, 7, 1});
}

TEST_CASE("indexing: views stay views") {
  const Tensor x = arange(0, 12).view({3, 4});
  for (const Tensor& v : {movedim(x, 0, 1), swapaxes(x, 0, 1), x.unfold(1, 2, 2), broadcast_to(x, {2, 3, 4}), x.expand_as(zeros({2, 3, 4})), x.view_as(zeros({12})), ravel(x),
                          x.unflatten(1, {2, 2}), atleast_3d(x), x.chunk(2)[1], x.unbind(1)[2], tensor_split(x, 3)[2], meshgrid({x[0], x[1]})[0]})
    CHECK(shares(v, x));
  for (const Tensor& c : {x.flip(0), x.roll(1), x.repeat({1, 1}), x.tril(), rot90(x, 0), x.index({tensor(std::vector<int>{0})})}) CHECK(!shares(c, x));
  CHECK(x.unfold(1, 2, 2).to_vector() == Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
}

}  // namespace
}  // namespace wick::test
