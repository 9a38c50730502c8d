#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "wick/data.h"

namespace wick {
namespace {

std::shared_ptr<TensorDataset> numbered(std::int64_t n) {
  Tensor x = empty({n, 2}), y = empty(n, DType::int64);
  for (std::int64_t i = 0; i < n; ++i) {
    x.data<float>()[2 * i] = static_cast<float>(i);
    x.data<float>()[2 * i + 1] = static_cast<float>(-i);
    y.data<std::int64_t>()[i] = i % 3;
  }
  return std::make_shared<TensorDataset>(x, y);
}

std::vector<double> epoch_of(DataLoader& loader) {
  std::vector<double> out;
  for (const auto& [x, y] : loader)
    for (std::int64_t i = 0; i < x.size(0); ++i) out.push_back(x.select(0, i).select(0, 0).item());
  return out;
}

TEST_CASE("a loader gives every sample once per epoch, in the set's order unless it shuffles") {
  DataLoader plain(numbered(10), {.batch_size = 4});
  CHECK(plain.size() == 3);
  CHECK(epoch_of(plain) == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(plain.state().epoch == 1);

  DataLoader shuffled(numbered(10), {.batch_size = 4, .shuffle = true, .seed = 7});
  const auto first = epoch_of(shuffled), second = epoch_of(shuffled);
  CHECK(first != second);
  for (auto order : {first, second}) {
    std::sort(order.begin(), order.end());
    CHECK(order == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  }
  DataLoader other(numbered(10), {.batch_size = 3, .shuffle = true, .seed = 7});
  CHECK(epoch_of(other) == first);  // whatever the batch size
  DataLoader seed(numbered(10), {.batch_size = 4, .shuffle = true, .seed = 8});
  CHECK(epoch_of(seed) != first);
}

TEST_CASE("drop_last leaves the short batch out") {
  DataLoader loader(numbered(10), {.batch_size = 4, .drop_last = true});
  CHECK(loader.size() == 2);
  CHECK(epoch_of(loader).size() == 8);
  DataLoader none(numbered(3), {.batch_size = 4, .drop_last = true});
  CHECK(none.size() == 0);
  CHECK(epoch_of(none).empty());
}

TEST_CASE("a loader goes on from a state in the middle of an epoch") {
  const DataLoaderOptions options{.batch_size = 3, .shuffle = true, .seed = 5};
  DataLoader whole(numbered(11), options), resumed(numbered(11), options);
  Batch b;
  for (int i = 0; i < 5; ++i) whole.next(b);  // four batches of epoch 0, then its end
  CHECK(whole.state().epoch == 1);
  whole.next(b);
  const LoaderState state = whole.state();
  CHECK(state.position == 3);
  resumed.set_state(state);
  const auto rest = epoch_of(resumed);
  CHECK(rest.size() == 8);
  CHECK(epoch_of(whole).size() == 11);  // a loop begins a new epoch where it was not told to go on
  whole.set_state(state);
  CHECK(epoch_of(whole) == rest);
}

TEST_CASE("a loop that is left early begins a new epoch the next time") {
  DataLoader loader(numbered(10), {.batch_size = 4, .shuffle = true});
  for (const auto& batch : loader) {
    (void)batch;
    break;
  }
  CHECK(epoch_of(loader).size() == 10);
  CHECK(loader.state().epoch == 2);
}

TEST_CASE("the batch size may change in the middle of an epoch") {
  DataLoader loader(numbered(10), {.batch_size = 2});
  Batch b;
  loader.next(b);
  loader.set_batch_size(5);
  std::vector<std::int64_t> sizes;
  while (loader.next(b)) sizes.push_back(b.x.size(0));
  CHECK(sizes == std::vector<std::int64_t>{5, 3});
  CHECK_THROWS_WITH_AS(loader.set_batch_size(0), "[DataLoader] batch_size is 0; need 1 or more.", Error);
}

TEST_CASE("random_split cuts without overlap, the same for one seed") {
  const auto set = numbered(20);
  const auto parts = random_split(set, {15, 5}, 3), again = random_split(set, {15, 5}, 3);
  std::set<double> seen;
  for (const auto& part : parts) {
    DataLoader loader(part, {.batch_size = 4});
    for (const double v : epoch_of(loader)) seen.insert(v);
  }
  CHECK(seen.size() == 20);
  DataLoader a(parts[1], {.batch_size = 5}), b(again[1], {.batch_size = 5});
  CHECK(epoch_of(a) == epoch_of(b));
  CHECK_THROWS_WITH_AS(random_split(set, {15, 4}, 3), "[random_split] the lengths add up to 19; need 20, the size of the set.", Error);
}

TEST_CASE("generated sets: strokes are drawn on demand, toys at once") {
  const StrokeDataset strokes(4, 100, 30);
  const Batch b = strokes.get(std::vector<std::int64_t>{7, 0, 7});
  CHECK(b.x.shape() == Shape{3, 28, 28});
  CHECK(b.x.dtype() == DType::uint8);
  std::vector<std::uint8_t> pixels(kDigitPixels);
  std::uint8_t label = 0;
  stroke_digit({}, 4, 107, pixels.data(), &label);
  CHECK(std::equal(pixels.begin(), pixels.end(), b.x.data<std::uint8_t>()));
  CHECK(std::equal(pixels.begin(), pixels.end(), b.x.data<std::uint8_t>() + 2 * kDigitPixels));
  CHECK(b.y.data<std::int64_t>()[0] == label);
  const auto toy = toy_dataset(ToyKind::spiral, 30, 1, {.n_classes = 3});
  CHECK(toy->size() == 30);
  CHECK(toy->sample_shape() == Shape{2});
}

TEST_CASE("sets refuse what does not fit") {
  CHECK_THROWS_AS(TensorDataset(zeros({3, 2}), zeros(4)), Error);
  CHECK_THROWS_WITH_AS(numbered(3)->get(std::vector<std::int64_t>{3}), "[TensorDataset] index 3 is out of range; need 0 <= index < 3.", Error);
  CHECK_THROWS_AS(DataLoader(nullptr), Error);
  CHECK_THROWS_WITH_AS(DataLoader(numbered(3), {}, {.normalize = {{0.0f}, {0.0f}}}), "[Normalize] std is 0; need std > 0.", Error);
}

}  // namespace
}  // namespace wick
