#include "wick/samplers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "io/error_of.h"

namespace wick {
namespace {

using Indices = std::vector<std::int64_t>;

Indices sorted(Indices v) {
  std::sort(v.begin(), v.end());
  return v;
}

Indices up_to(std::int64_t n) {
  Indices out;
  for (std::int64_t i = 0; i < n; ++i) out.push_back(i);
  return out;
}

TEST_CASE("samplers: every index once, another order each epoch, the same for one seed") {
  CHECK(SequentialSampler(4).order(3) == up_to(4));
  CHECK(SequentialSampler(0).order(0).empty());
  const RandomSampler random(20, {.seed = 4});
  CHECK(random.size() == 20);
  CHECK(sorted(random.order(0)) == up_to(20));
  CHECK(random.order(0) == RandomSampler(20, {.seed = 4}).order(0));
  CHECK(random.order(0) != random.order(1));
  CHECK(random.order(0) != RandomSampler(20, {.seed = 5}).order(0));
  const SubsetRandomSampler subset({7, 3, 9, 1}, 2);
  CHECK(subset.size() == 4);
  CHECK(sorted(subset.order(0)) == Indices{1, 3, 7, 9});
}

TEST_CASE("RandomSampler: num_samples, with and without replacement") {
  const RandomSampler few(10, {.num_samples = 4}), many(4, {.num_samples = 10});
  CHECK(few.order(0).size() == 4);
  const Indices order = many.order(0);
  CHECK(order.size() == 10);  // two permutations and a half
  CHECK(sorted(Indices(order.begin(), order.begin() + 4)) == up_to(4));
  CHECK(sorted(Indices(order.begin() + 4, order.begin() + 8)) == up_to(4));
  CHECK(order[8] != order[9]);
  const Indices drawn = RandomSampler(5, {.replacement = true, .num_samples = 2000}).order(1);
  std::vector<int> counts(5);
  for (const std::int64_t i : drawn) ++counts[static_cast<std::size_t>(i)];
  for (const int n : counts) CHECK(std::abs(n - 400) < 80);  // 4.5 standard deviations
}

TEST_CASE("WeightedRandomSampler draws by weight") {
  const std::vector<double> weights = {0, 1, 3, 0, 6, 0};
  const Indices drawn = WeightedRandomSampler(weights, 4000).order(2);
  std::vector<int> counts(6);
  for (const std::int64_t i : drawn) ++counts[static_cast<std::size_t>(i)];
  for (std::size_t i = 0; i < 6; ++i) CHECK(std::abs(counts[i] - 400 * static_cast<int>(weights[i])) <= (weights[i] > 0 ? 130 : 0));
  // Without replacement: each at most once, the heavy one is first in 6 of 10 epochs.
  const WeightedRandomSampler once(weights, 3, false, 5);
  int first = 0;
  for (int epoch = 0; epoch < 500; ++epoch) {
    const Indices order = once.order(epoch);
    CHECK(sorted(order) == Indices{1, 2, 4});
    first += order[0] == 4;
  }
  CHECK(std::abs(first - 300) < 50);
}

TEST_CASE("BatchSampler: the last batch is short or left out") {
  const auto order = std::make_shared<SequentialSampler>(7);
  CHECK(BatchSampler(order, 3, false).batches(0) == std::vector<Indices>{{0, 1, 2}, {3, 4, 5}, {6}});
  CHECK(BatchSampler(order, 3, true).batches(0) == std::vector<Indices>{{0, 1, 2}, {3, 4, 5}});
}

TEST_CASE("splits: sizes, no overlap, labels in proportion") {
  CHECK(lengths_of({0.5, 0.25, 0.25}, 11) == Indices{6, 3, 2});  // PyTorch: rounded down, the rest dealt out from the first on
  CHECK(lengths_of({0.3, 0.3, 0.4}, 10) == Indices{3, 3, 4});
  std::vector<std::int64_t> labels;
  for (std::int64_t i = 0; i < 90; ++i) labels.push_back(i % 9 == 0 ? 2 : i % 3 == 0 ? 1 : 0);  // 60, 20, 10
  const auto parts = split_indices(90, {63, 18, 9}, 3, tensor(labels));
  Indices all;
  for (const Indices& part : parts) {
    all.insert(all.end(), part.begin(), part.end());
    double counts[3] = {};
    for (const std::int64_t i : part) ++counts[labels[static_cast<std::size_t>(i)]];
    const auto n = static_cast<double>(part.size());
    CHECK(std::fabs(counts[0] - n * 6 / 9) <= 1);
    CHECK(std::fabs(counts[1] - n * 2 / 9) <= 1);
    CHECK(std::fabs(counts[2] - n * 1 / 9) <= 1);
    CHECK(part != sorted(part));
  }
  CHECK(sorted(all) == up_to(90));
  CHECK(parts == split_indices(90, {63, 18, 9}, 3, tensor(labels)));
  CHECK(parts != split_indices(90, {63, 18, 9}, 4, tensor(labels)));
}

TEST_CASE("folds are those of scikit-learn") {
  const auto folds = KFold({.n_splits = 3}).split(8);
  CHECK(folds[0].test == Indices{0, 1, 2});
  CHECK(folds[1].test == Indices{3, 4, 5});
  CHECK(folds[2].test == Indices{6, 7});
  CHECK(folds[2].train == Indices{0, 1, 2, 3, 4, 5});
  const auto mixed = KFold({.n_splits = 3, .shuffle = true, .seed = 1}).split(8);
  Indices all;
  for (const Fold& f : mixed) {
    CHECK(f.train.size() + f.test.size() == 8);
    all.insert(all.end(), f.test.begin(), f.test.end());
  }
  CHECK(sorted(all) == up_to(8));
  CHECK(mixed[0].test != folds[0].test);
  // StratifiedKFold(3).split(zeros(10), [1, 1, 0, 1, 0, 2, 1, 0, 2, 1]) of scikit-learn 1.2.
  const auto strata = StratifiedKFold({.n_splits = 3}).split(tensor<std::int64_t>({1, 1, 0, 1, 0, 2, 1, 0, 2, 1}));
  CHECK(strata[0].test == Indices{0, 1, 2, 5});
  CHECK(strata[1].test == Indices{3, 4, 6});
  CHECK(strata[2].test == Indices{7, 8, 9});
}

TEST_CASE("samplers and splits refuse what they cannot do") {
  CHECK(error_of([] { RandomSampler(0, {.num_samples = 2}); }).says("the set is empty"));
  CHECK(error_of([] { RandomSampler(3, {.num_samples = -1}); }).says("num_samples should be a positive integer value, but got num_samples=-1"));
  CHECK(error_of([] { WeightedRandomSampler({1, -1}, 1); }).says("weight 1 is -1"));
  CHECK(error_of([] { WeightedRandomSampler({0, 0}, 1); }).says("the weights add up to 0"));
  CHECK(error_of([] { WeightedRandomSampler({1, 0}, 2, false); }).says("cannot sample 2 without replacement; 1 have"));
  CHECK(error_of([] { WeightedRandomSampler({1, 0}, 0); }).says("num_samples should be a positive integer"));
  CHECK(error_of([] { BatchSampler(std::make_shared<SequentialSampler>(3), 0, false); }).says("batch_size should be a positive integer value"));
  CHECK(error_of([] { lengths_of({0.5, 0.4}, 10); }).says("add up to 0.9; need 1"));
  CHECK(error_of([] { lengths_of({1.5, -0.5}, 10); }).says("Fraction at index 0 is not between 0 and 1"));
  CHECK(error_of([] { split_indices(3, {1, 2}, 0, zeros(3)); }).says("labels are f32[3]"));
  CHECK(error_of([] { split_indices(3, {1, 2}, 0, zeros(2, DType::int64)); }).says("2 labels for 3 samples"));
  CHECK(error_of([] { KFold({.n_splits = 1}).split(5); }).says("n_splits=2 or more, got n_splits=1"));
  CHECK(error_of([] { KFold({.n_splits = 6}).split(5); }).says("n_splits=6 greater than the number of samples: n_samples=5"));
  CHECK(error_of([] { StratifiedKFold({.n_splits = 3}).split(tensor<std::int64_t>({0, 1, 0})); }).says("cannot be greater than the number of members in each class"));
}

}  // namespace
}  // namespace wick
