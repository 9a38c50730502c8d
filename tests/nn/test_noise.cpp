// Channel dropout and the dropout of selu: which elements change, and that the statistics stay; tables that change themselves.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/nn.h"
#include "wick/ops.h"

using namespace wick;
using namespace wick::nn;

namespace {

double mean_of(const Tensor& t) { return t.mean().item(); }
double variance_of(const Tensor& t) { return t.var().item(); }

}  // namespace

TEST_CASE("noise: whole channels are dropped, and the others scaled") {
  manual_seed(11);
  const auto check_channels = [](Module& layer, const Shape& shape, int channels) {
    const std::string type = layer.type();
    CAPTURE(type);
    const Tensor y = layer(ones(shape));
    const std::vector<double> v = y.to_vector();
    const std::size_t each = v.size() / static_cast<std::size_t>(channels);
    int dropped = 0;
    for (int c = 0; c < channels; ++c) {
      const double first = v[static_cast<std::size_t>(c) * each];
      for (std::size_t i = 0; i < each; ++i) CHECK(v[static_cast<std::size_t>(c) * each + i] == first);
      if (first == 0) ++dropped;
      else CHECK(first == doctest::Approx(1 / 0.7));
    }
    CHECK(std::fabs(dropped - 0.3 * channels) < 5 * std::sqrt(0.21 * channels));
    layer.eval();
    const Tensor x = randn(shape);
    CHECK(layer(x).is_same(x));
  };
  Dropout1d one(0.3), one_unbatched(0.3);
  Dropout2d two(0.3);
  Dropout3d three(0.3), three_unbatched(0.3);
  check_channels(one, {20, 30, 3}, 600);
  check_channels(one_unbatched, {600, 3}, 600);
  check_channels(two, {20, 30, 2, 2}, 600);
  check_channels(three, {20, 30, 1, 2, 2}, 600);
  check_channels(three_unbatched, {600, 1, 2, 2}, 600);
  CHECK(error_of([] { Dropout2d(1.5); }).says("p is 1.5; need 0 <= p <= 1"));
}

TEST_CASE("noise: alpha dropout keeps mean 0 and variance 1") {
  manual_seed(12);
  const Tensor x = randn({200, 300});
  for (const double p : {0.1, 0.5}) {
    AlphaDropout elements(p);
    const Tensor y = elements(x);
    CHECK(std::fabs(mean_of(y)) < 0.03);
    CHECK(variance_of(y) == doctest::Approx(1).epsilon(0.03));
    FeatureAlphaDropout channels(p);
    const Tensor z = channels(x.reshape({200, 150, 2}));
    CHECK(std::fabs(mean_of(z)) < 0.05);
    CHECK(variance_of(z) == doctest::Approx(1).epsilon(0.05));
    // Of one channel both or none are dropped, to the value that selu saturates at, moved as the others are.
    constexpr double kAlpha = 1.7580993408473766;
    const double least = -(1 - p) * kAlpha / std::sqrt((kAlpha * kAlpha * p + 1) * (1 - p));
    const std::vector<double> v = z.to_vector();
    int dropped = 0;
    for (std::size_t i = 0; i < v.size(); i += 2) {
      CHECK((std::fabs(v[i] - least) < 1e-5) == (std::fabs(v[i + 1] - least) < 1e-5));
      dropped += std::fabs(v[i] - least) < 1e-5;
    }
    CHECK(std::fabs(dropped - p * 30000) < 5 * std::sqrt(p * (1 - p) * 30000));
  }
  CHECK(alpha_dropout(x, 1, true).abs().max().item() == 0);
}

TEST_CASE("noise: RReLU draws slopes between its bounds") {
  manual_seed(13);
  RReLU layer(0.2, 0.6);
  const Tensor y = layer(full({1000}, -1.0));
  CHECK(-y.max().item() >= 0.2);
  CHECK(-y.min().item() <= 0.6);
  CHECK(std::fabs(mean_of(y) + 0.4) < 5 * 0.4 / std::sqrt(12.0 * 1000));
  layer.eval();
  CHECK(layer(full({1}, -1.0)).item() == doctest::Approx(-0.4));
}

TEST_CASE("tables: rows that are too long are scaled down when they are looked up") {
  const Tensor rows = tensor<float>({3, 4, 0.3f, 0.4f, 6, 8}, {3, 2});
  Embedding table = Embedding::from_pretrained(rows, false, {.max_norm = 1.0});
  const auto version = table.weight.version();
  const Tensor y = table(tensor<std::int64_t>({0, 1, 0}));
  CHECK(y.detach().select(0, 0).to_vector()[0] == doctest::Approx(0.6));
  CHECK(y.detach().select(0, 1).to_vector()[0] == doctest::Approx(0.3));
  CHECK(rows.select(0, 0).to_vector()[1] == doctest::Approx(0.8));
  CHECK(rows.select(0, 2).to_vector()[1] == 8);
  CHECK(table.weight.version() != version);
  y.sum().backward();
  CHECK(table.weight.grad().to_vector() == std::vector<double>{2, 2, 1, 1, 0, 0});
  CHECK(!Embedding::from_pretrained(rows).weight.requires_grad());
  CHECK(EmbeddingBag::from_pretrained(rows, true, {.mode = "max"})(tensor<std::int64_t>({1, 2}, {1, 2})).to_vector() == std::vector<double>{6, 8});
  CHECK(error_of([] { Embedding::from_pretrained(zeros(3)); }).says("expected to be 2-dimensional"));
  // scale_grad_by_freq as embedding() has it, whatever the counts: each row's gradient over how often it is looked up.
  const Tensor lookups = tensor<std::int64_t>({0, 1, 1, 2, 2, 2}, {2, 3}), dy = tensor<float>({2, 5}, {2, 1});
  for (const bool mean : {false, true}) {
    Tensor table = ones({4, 1});
    table.requires_grad_();
    (embedding_bag(lookups, table, {}, {}, 2, true, mean ? "mean" : "sum") * dy).sum().backward();
    const double n = mean ? 3 : 1;
    const std::vector<double> want = {2 / n, (2 + 2) / 2.0 / n, 15 / 3.0 / n, 0};
    for (std::size_t i = 0; i < 4; ++i) CHECK(table.grad().to_vector()[i] == doctest::Approx(want[i]));
  }
  // A batch of bags has no offsets, so no last one either.
  Tensor rows4 = tensor<float>({1, 2, 3, 4}, {4, 1});
  rows4.requires_grad_();
  const Tensor bags = embedding_bag(tensor<std::int64_t>({0, 1, 2, 3, 1, 1}, {3, 2}), rows4, {}, {}, 2, false, "sum", false, {}, true);
  CHECK(bags.to_vector() == std::vector<double>{3, 7, 4});
  bags.sum().backward();
  CHECK(rows4.grad().to_vector() == std::vector<double>{1, 3, 1, 1});
  CHECK(error_of([] { EmbeddingBag(3, 2, {.mode = "min"}); }).says("mode has to be one of sum, mean or max"));
  CHECK(error_of([] { EmbeddingBag(3, 2, {.scale_grad_by_freq = true, .mode = "max"}); }).says("max mode does not support scaling"));
}

TEST_CASE("activations: layers refuse settings that do not fit") {
  CHECK(error_of([] { CELU(0); }).says("alpha cannot be 0"));
  CHECK(error_of([] { Hardtanh(1, 1); }).says("need min_val < max_val"));
  CHECK(error_of([] { Softshrink(-1); }).says("lambda must be greater or equal to 0"));
  CHECK(error_of([] { RReLU(1, 0); }).says("need lower <= upper"));
  CHECK(error_of([] { PReLU(0); }).says("need num_parameters > 0"));
  CHECK(error_of([] { Softmax2d()(zeros({2, 2})); }).says("Softmax2d requires a 3D or 4D tensor as input"));
}
