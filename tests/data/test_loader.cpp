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
  CHECK_THROWS_AS(DataLoader(DatasetPtr{}), Error);
  CHECK_THROWS_WITH_AS(DataLoader(numbered(3), {}, {.normalize = {{0.0f}, {0.0f}}}), "[Normalize] std is 0; need std > 0.", Error);
}

// 0 … n-1 one by one, as x [1] and y.
struct Counting final : IterableDataset {
  explicit Counting(std::int64_t n) : n(n) {}
  struct Numbers final : Stream {
    std::int64_t at, end;
    Numbers(std::int64_t at, std::int64_t end) : at(at), end(end) {}
    bool next(Batch& sample) override {
      if (at == end) return false;
      sample = {full({1}, static_cast<double>(at)), full({}, static_cast<double>(at), DType::int64)};
      ++at;
      return true;
    }
  };
  std::unique_ptr<Stream> iter() const override { return std::make_unique<Numbers>(0, n); }
  std::int64_t n;
};

std::vector<double> labels_of(DataLoader& loader) {
  std::vector<double> out;
  for (const auto& [x, y] : loader)
    for (const double v : y.to_vector()) out.push_back(v);
  return out;
}

TEST_CASE("batches made ahead are the same, also after changes in the middle of an epoch") {
  const auto run = [](int workers) {
    DataLoader loader(numbered(23), {.batch_size = 4, .shuffle = true, .seed = 3, .num_workers = workers, .prefetch_factor = 3});
    std::vector<double> seen;
    Batch b;
    const auto take = [&](int n) {
      for (int i = 0; i < n && loader.next(b); ++i)
        for (const double v : b.x.to_vector()) seen.push_back(v);
    };
    take(3);
    const LoaderState state = loader.state();
    loader.set_batch_size(2);
    take(2);
    loader.next_epoch();
    take(100);
    loader.set_state(state);
    take(100);
    seen.push_back(static_cast<double>(loader.state().epoch));
    return seen;
  };
  const auto now = run(0);
  CHECK(run(1) == now);
  CHECK(run(2) == now);
}

TEST_CASE("an error of a set made ahead comes when its batch is due, and the loader can go on") {
  struct Broken final : Dataset {
    std::int64_t size() const override { return 6; }
    Batch get(std::span<const std::int64_t> indices) const override {
      for (const std::int64_t i : indices) check(i != 4, ErrorKind::format, "[broken] sample 4");
      const auto n = static_cast<std::int64_t>(indices.size());
      return {zeros({n, 1}), zeros(n, DType::int64)};
    }
    Shape sample_shape() const override { return {1}; }
  };
  for (const int workers : {0, 2}) {
    DataLoader loader(std::make_shared<Broken>(), {.batch_size = 2, .num_workers = workers});
    Batch b;
    CHECK(loader.next(b));
    CHECK(loader.next(b));
    CHECK_THROWS_WITH_AS(loader.next(b), "[broken] sample 4", Error);
    CHECK(loader.state().position == 4);
    loader.set_state({0, 0});
    CHECK(loader.next(b));
  }
}

TEST_CASE("a loader takes a sampler or a batch sampler") {
  const auto set = numbered(6);
  DataLoader sampled(set, {.batch_size = 2, .sampler = std::make_shared<SubsetRandomSampler>(std::vector<std::int64_t>{5, 1, 3}, 2)});
  CHECK(sampled.size() == 2);
  auto seen = epoch_of(sampled);
  std::sort(seen.begin(), seen.end());
  CHECK(seen == std::vector<double>{1, 3, 5});

  struct Uneven final : BatchSampler {
    std::vector<std::vector<std::int64_t>> batches(std::int64_t epoch) const override { return {{epoch, 5}, {2}, {1, 0, 4}}; }
  };
  DataLoader uneven(set, {.batch_sampler = std::make_shared<Uneven>()});
  CHECK(uneven.size() == 3);
  Batch b;
  uneven.next(b);
  CHECK(b.x.size(0) == 2);
  CHECK(uneven.remaining() == 2);
  const LoaderState state = uneven.state();
  uneven.next(b);
  CHECK(uneven.remaining() == 1);
  uneven.set_state(state);
  CHECK(epoch_of(uneven) == std::vector<double>{2, 1, 0, 4});
  CHECK(epoch_of(uneven) == std::vector<double>{1, 5, 2, 1, 0, 4});
}

TEST_CASE("an iterable set is read in its order, and a state in the middle is found again") {
  const auto set = std::make_shared<ChainDataset>(std::vector<IterableDatasetPtr>{std::make_shared<Counting>(3), std::make_shared<Counting>(0), std::make_shared<Counting>(4)});
  for (const int workers : {0, 1}) {
    DataLoader loader(set, {.batch_size = 2, .num_workers = workers});
    CHECK(labels_of(loader) == std::vector<double>{0, 1, 2, 0, 1, 2, 3});
    CHECK(labels_of(loader).size() == 7);
    CHECK(loader.state().epoch == 2);
    loader.set_state({2, 4});
    CHECK(labels_of(loader) == std::vector<double>{1, 2, 3});
    Batch b;
    loader.next(b);
    loader.set_batch_size(3);
    loader.next(b);
    CHECK(b.y.to_vector() == std::vector<double>{2, 0, 1});
    CHECK(loader.indices() == std::vector<std::int64_t>{2, 3, 4});
    DataLoader dropping(set, {.batch_size = 2, .drop_last = true, .num_workers = workers});
    CHECK(labels_of(dropping).size() == 6);
    CHECK_THROWS_WITH_AS(loader.size(), doctest::Contains("has no len()"), Error);
  }
}

TEST_CASE("collate stacks samples, or does what it is told") {
  const Batch b = default_collate({{full({2}, 1), full({}, 3, DType::int64)}, {full({2}, 2), full({}, 4, DType::int64)}});
  CHECK(b.x.shape() == Shape{2, 2});
  CHECK(b.y.to_vector() == std::vector<double>{3, 4});
  CHECK_THROWS_WITH_AS(default_collate({{zeros(3), zeros(1)}, {zeros(4), zeros(1)}}),
                       "[default_collate] stack expects each tensor to be equal size, but x is f32[3] at entry 0 and f32[4] at entry 1.", Error);
  CHECK_THROWS_AS(default_collate({}), Error);
  const auto backwards = [](const std::vector<Batch>& samples) { return default_collate({samples.rbegin(), samples.rend()}); };
  DataLoader loader(numbered(5), {.batch_size = 3, .collate_fn = backwards});
  CHECK(epoch_of(loader) == std::vector<double>{2, 1, 0, 4, 3});
}

TEST_CASE("sets in a row, parts by share, and the targets of all samples") {
  const ConcatDataset both({numbered(3), numbered(0), numbered(4)});
  CHECK(both.size() == 7);
  CHECK(both.get(std::vector<std::int64_t>{6, 0, 3, 2, 6}).x.select(1, 0).to_vector() == std::vector<double>{3, 0, 0, 2, 3});
  CHECK(both.get(std::vector<std::int64_t>{}).x.shape() == Shape{0, 2});
  CHECK(both.targets().to_vector() == std::vector<double>{0, 1, 2, 0, 1, 2, 0});
  CHECK_THROWS_WITH_AS(both.get(std::vector<std::int64_t>{7}), "[ConcatDataset] index 7 is out of range; need 0 <= index < 7.", Error);
  CHECK_THROWS_AS(ConcatDataset({}), Error);
  CHECK_THROWS_WITH_AS(ConcatDataset({numbered(3), toy_dataset(ToyKind::moons, 3, 0), std::make_shared<TensorDataset>(zeros({2, 3}), zeros(2))}),
                       "[ConcatDataset] samples of [2] and of [3]; need one shape.", Error);
  const auto parts = random_split(numbered(30), Fractions{{0.8, 0.2}}, 1, true);
  CHECK(parts[0]->size() == 24);
  for (const auto& part : parts) {
    const std::vector<double> y = part->targets().to_vector();
    for (int k = 0; k < 3; ++k) CHECK(std::count(y.begin(), y.end(), k) == part->size() / 3);
  }
  const StrokeDataset strokes(1, 10, 300);
  const std::vector<double> labels = strokes.targets().to_vector();
  CHECK(labels.size() == 300);
  CHECK(labels[299] == strokes.get(std::vector<std::int64_t>{299}).y.item());
}

TEST_CASE("loaders refuse options that exclude each other") {
  const auto set = numbered(4);
  const auto sampler = std::make_shared<SequentialSampler>(4);
  CHECK_THROWS_WITH_AS(DataLoader(set, {.shuffle = true, .sampler = sampler}), "[DataLoader] sampler option is mutually exclusive with shuffle.", Error);
  CHECK_THROWS_WITH_AS(DataLoader(set, {.batch_size = 2, .batch_sampler = std::make_shared<BatchSampler>(sampler, 2, false)}),
                       doctest::Contains("batch_sampler option is mutually exclusive with batch_size"), Error);
  CHECK_THROWS_WITH_AS(DataLoader(set, {.num_workers = -1}), doctest::Contains("num_workers option should be non-negative"), Error);
  CHECK_THROWS_AS(DataLoader(set, {.num_workers = 1, .prefetch_factor = 0}), Error);
  CHECK_THROWS_WITH_AS(DataLoader(std::make_shared<Counting>(3), {.shuffle = true}), doctest::Contains("expected unspecified shuffle"), Error);
}

}  // namespace
}  // namespace wick
