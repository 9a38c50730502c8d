// Initial values, computed weights, samplers and folds, by way of recipes.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "train/parts.h"
#include "train/small_run.h"
#include "wick/nn/init.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

std::string why_not(const char* path, const char* value) {
  try {
    Session s(Recipe::parse(kSmallRecipe).with(path, value));
  } catch (const RecipeError& e) {
    return e.what();
  }
  return "";
}

Tensor parameter(Session& s, const std::string& wanted) {
  for (const auto& [name, t] : s.task().model->named_parameters())
    if (name == wanted) return t;
  FAIL("no parameter ", wanted);
  return {};
}

TEST_CASE("recipe: initial values of the parameters named") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("init",
      R"([{"type":"orthogonal_","parameters":["5.weight"],"gain":2},{"type":"constant_","val":0.25,"parameters":["*.bias"]},{"type":"zeros_","parameters":["5.bias"]}])");
  Session s(r), plain(Recipe::parse(kSmallRecipe));
  const Tensor w = parameter(s, "5.weight").detach();
  const Tensor identity = zeros({10, 10});
  nn::init::eye_(identity);
  CHECK((w.matmul(w.t()) - 4 * identity).abs().max().item() < 1e-4);
  CHECK(parameter(s, "0.bias").min().item() == 0.25);
  CHECK(parameter(s, "1.bias").max().item() == 0.25);
  CHECK(parameter(s, "5.bias").abs().max().item() == 0);
  CHECK(bytes_of(parameter(s, "0.weight")) == bytes_of(parameter(plain, "0.weight")));  // not named: PyTorch's default
  Session again(r);
  CHECK(weights(s) == weights(again));  // of the recipe's seed
  Session all(Recipe::parse(kSmallRecipe).with("init", R"(["ones_"])"));
  for (const auto& p : all.task().model->named_parameters()) CHECK(p.second.min().item() == 1);
}

TEST_CASE("recipe: every way to fill a tensor is that of nn::init") {
  struct Way {
    const char* json;
    void (*fill)(const Tensor& t);
  };
  const Way ways[] = {
      {R"({"type":"uniform_","a":-1,"b":3})", [](const Tensor& t) { nn::init::uniform_(t, -1, 3); }},
      {R"({"type":"normal_","mean":2,"std":0.5})", [](const Tensor& t) { nn::init::normal_(t, 2, 0.5); }},
      {R"({"type":"trunc_normal_","std":3,"a":-1,"b":2})", [](const Tensor& t) { nn::init::trunc_normal_(t, 0, 3, -1, 2); }},
      {R"({"type":"constant_","val":7})", [](const Tensor& t) { nn::init::constant_(t, 7); }},
      {R"("zeros_")", [](const Tensor& t) { nn::init::zeros_(t); }},
      {R"("ones_")", [](const Tensor& t) { nn::init::ones_(t); }},
      {R"({"type":"xavier_uniform_","gain":2})", [](const Tensor& t) { nn::init::xavier_uniform_(t, 2); }},
      {R"("xavier_normal_")", [](const Tensor& t) { nn::init::xavier_normal_(t); }},
      {R"({"type":"kaiming_uniform_","a":0.2,"mode":"fan_out"})", [](const Tensor& t) { nn::init::kaiming_uniform_(t, 0.2, "fan_out"); }},
      {R"({"type":"kaiming_normal_","nonlinearity":"relu"})", [](const Tensor& t) { nn::init::kaiming_normal_(t, 0, "fan_in", "relu"); }},
      {R"("eye_")", [](const Tensor& t) { nn::init::eye_(t); }},
      {R"({"type":"orthogonal_","gain":3})", [](const Tensor& t) { nn::init::orthogonal_(t, 3); }},
      {R"({"type":"sparse_","sparsity":0.5})", [](const Tensor& t) { nn::init::sparse_(t, 0.5); }},
  };
  for (const Way& way : ways) {
    const Tensor got = rand({6, 4}), want = rand({6, 4});
    manual_seed(3);
    init_tensor(way.json, got);
    manual_seed(3);
    way.fill(want);
    CHECK_MESSAGE(bytes_of(got) == bytes_of(want), way.json);
  }
  const Tensor kernel = rand({4, 2, 3}), want = rand({4, 2, 3});
  init_tensor(R"({"type":"dirac_","groups":2})", kernel);
  nn::init::dirac_(want, 2);
  CHECK(bytes_of(kernel) == bytes_of(want));
}

TEST_CASE("recipe: initial values that make no sense are named with their path") {
  CHECK(why_not("init", R"([{"type":"zeros_","parameters":["6"]}])") ==
        "[recipe] init[0].parameters[0]: no parameter is named \"6\"; need the start of one, such as \"0.weight\", or a pattern with *.");
  CHECK(why_not("init", R"([{"type":"kaiming_normal_"}])").find("[recipe] init[0]: ") == 0);  // a bias has no fan
  CHECK(why_not("init", R"([{"type":"xavier_normal"}])").find("did you mean \"xavier_normal_\"") != std::string::npos);
  CHECK(why_not("init", R"([{"type":"sparse_","sparsity":2,"parameters":["5.weight"]}])") == "[recipe] init[0].sparsity: is 2; need a number from 0 to 1.");
}

TEST_CASE("recipe: weights computed from others are trained and kept") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("parametrizations",
      R"([{"type":"weight_norm","modules":["5"]},{"type":"spectral_norm","modules":["0"],"n_power_iterations":2}])");
  Session s(r);
  const Tensor g = parameter(s, "5.weight_g").detach().clone();
  CHECK(g.shape() == Shape{10, 1});
  CHECK(parameter(s, "0.weight_orig").shape() == Shape{4, 1, 3, 3});
  s.fit();
  CHECK((parameter(s, "5.weight_g") - g).abs().max().item() > 0);
  Session again(r);
  again.load(weights(s));
  CHECK(weights(again) == weights(s));
  CHECK(why_not("parametrizations", R"([{"type":"weight_norm","modules":["features"]}])") ==
        "[recipe] parametrizations[0].modules[0]: no module is named \"features\"; need a name such as \"0\", or a pattern with *.");
  CHECK(why_not("parametrizations", R"([{"type":"weight_norm","modules":["3"]}])").find("[recipe] parametrizations[0]: ") == 0);  // Flatten has no weight
}

TEST_CASE("recipe: a weighted sampler makes rare classes as frequent as others") {
  const Recipe r = Recipe::parse(R"({"model": {"type": "Linear", "in_features": 2, "out_features": 3},
    "data": {"type": "toy", "kind": "blobs", "train": 300, "val": 30, "classes": 3, "sampler": {"type": "WeightedRandomSampler", "weights": [1, 0, 3], "num_samples": 4000}},
    "optimizer": "SGD"})");
  Session s(r);
  const Tensor labels = s.data().train->targets();
  const DataLoaderOptions o = parts::loader_options(r.json().at("data"), 0, s.data().train.get());
  REQUIRE(o.sampler);
  CHECK_FALSE(o.shuffle);
  std::map<std::int64_t, double> of_class, held;
  for (const std::int64_t i : o.sampler->order(0)) ++of_class[labels.data<std::int64_t>()[i]];
  for (std::int64_t i = 0; i < labels.numel(); ++i) ++held[labels.data<std::int64_t>()[i]];
  CHECK(o.sampler->size() == 4000);
  CHECK(of_class.count(1) == 0);
  CHECK(of_class[2] / of_class[0] == doctest::Approx(3 * held[2] / held[0]).epsilon(0.15));
  const DataLoaderOptions even = parts::loader_options(r.with("data.sampler", R"({"type":"WeightedRandomSampler","num_samples":6000})").json().at("data"), 0, s.data().train.get());
  of_class.clear();
  for (const std::int64_t i : even.sampler->order(1)) ++of_class[labels.data<std::int64_t>()[i]];
  for (const auto& c : of_class) CHECK_MESSAGE(c.second == doctest::Approx(2000).epsilon(0.1), "class ", c.first);
  CHECK(why_not("data.sampler", R"({"type":"WeightedRandomSampler","weights":[1,2]})") ==
        "[recipe] data.sampler.weights: has 2 weights; the largest label is 9, need one for each class.");
  CHECK(why_not("data.sampler", R"({"type":"WeightedRandomSampler","weights":[0,0,0,0,0,0,0,0,0,0]})").find("[recipe] data.sampler: ") == 0);
}

TEST_CASE("recipe: the folds of k-fold validation cut training and validation samples") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("data.n_splits", "4");
  std::multiset<std::vector<std::byte>> held;
  for (int fold = 0; fold < 4; ++fold) {
    Session s(r.with("data.fold", std::to_string(fold)));
    CHECK(s.data().train->size() == 75);
    CHECK(s.data().val->size() == 25);
    CHECK(s.data().test->size() == 20);
    for (std::int64_t i = 0; i < 25; ++i) held.insert(bytes_of(s.data().val->get({&i, 1}).x));
    const Tensor y = s.data().val->targets();
    std::map<std::int64_t, int> of_class;
    for (std::int64_t i = 0; i < 25; ++i) ++of_class[y.data<std::int64_t>()[i]];
    for (const auto& c : of_class) CHECK(c.second <= 4);  // 100 samples of ten classes, in proportion
  }
  CHECK(held.size() == 100);
  CHECK(std::set<std::vector<std::byte>>(held.begin(), held.end()).size() == 100);  // each once
  CHECK(why_not("data", R"({"type":"strokes","train":70,"val":30,"test":20,"n_splits":4,"fold":4})") == "[recipe] data.fold: is 4; need less than n_splits, which is 4.");
  CHECK(why_not("data", R"({"type":"strokes","train":70,"val":30,"test":20,"n_splits":1})").find("[recipe] data.n_splits: ") == 0);
}

}  // namespace
}  // namespace wick::test
