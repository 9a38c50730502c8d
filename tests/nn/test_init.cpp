#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "wick/nn.h"
#include "wick/nn/init.h"
#include "wick/random.h"

using namespace wick;
using namespace wick::nn;

namespace {

// Mean 0 and the given standard deviation to within 5 standard errors; all values within the bound, and near it.
void check_distribution(const Tensor& t, double std, double bound = 0) {
  const std::vector<double> v = t.to_vector();
  double sum = 0, squares = 0, largest = 0;
  for (const double x : v) {
    sum += x;
    squares += x * x;
    largest = std::max(largest, std::fabs(x));
  }
  const auto n = static_cast<double>(v.size());
  CHECK(std::fabs(sum / n) < 5 * std / std::sqrt(n));
  CHECK(std::sqrt(squares / n) == doctest::Approx(std).epsilon(5 / std::sqrt(2 * n)));
  if (bound == 0) return;
  CHECK(largest <= bound * (1 + 1e-6));
  CHECK(largest > 0.98 * bound);
}

const double kSqrt3 = std::sqrt(3.0);

}  // namespace

TEST_CASE("nn: default initialisation") {
  manual_seed(5);
  Linear linear(400, 100);
  check_distribution(linear.weight, 0.05 / kSqrt3, 0.05);
  CHECK(linear.bias.to_vector() != std::vector<double>(100, 0.0));
  for (const double b : linear.bias.to_vector()) CHECK(std::fabs(b) <= 0.05);
  Conv2d conv(32, 64, 3, {.groups = 2});
  check_distribution(conv.weight, 1.0 / 12 / kSqrt3, 1.0 / 12);  // fan_in 16 * 9
  for (const double b : conv.bias.to_vector()) CHECK(std::fabs(b) <= 1.0 / 12);
  Embedding embedding(200, 50, {.padding_idx = 3});
  check_distribution(embedding.weight, 1);
  CHECK(embedding.weight.detach().select(0, 3).to_vector() == std::vector<double>(50, 0.0));
  CHECK(embedding.weight.requires_grad());
}

TEST_CASE("nn: the same seed gives the same model") {
  manual_seed(6);
  Linear a(3, 3);
  manual_seed(6);
  Linear b(3, 3);
  CHECK(a.weight.to_vector() == b.weight.to_vector());
  CHECK(a.bias.to_vector() == b.bias.to_vector());
  CHECK(Linear(3, 3).weight.to_vector() != a.weight.to_vector());
}

TEST_CASE("nn::init") {
  manual_seed(7);
  const Tensor w = zeros({100, 50, 2, 2}).requires_grad_();  // fan_in 200, fan_out 400
  CHECK(init::fan_in_and_fan_out(w) == std::pair<std::int64_t, std::int64_t>(200, 400));
  init::kaiming_uniform_(w, 0, "fan_in", "relu");
  check_distribution(w, 0.1, 0.1 * kSqrt3);
  init::kaiming_normal_(w, 0, "fan_out");
  check_distribution(w, std::sqrt(2.0 / 400));
  init::xavier_uniform_(w, 2);
  check_distribution(w, 2 * std::sqrt(2.0 / 600), 2 * std::sqrt(6.0 / 600));
  init::xavier_normal_(w);
  check_distribution(w, std::sqrt(2.0 / 600));
  init::uniform_(w, -2, 2);
  check_distribution(w, 2 / kSqrt3, 2);
  init::normal_(w, 0, 3);
  check_distribution(w, 3);
  init::ones_(w);
  CHECK(w.detach().sum().item() == 20000);
  init::constant_(w, 0.5);
  CHECK(w.detach().sum().item() == 10000);
  init::zeros_(w);
  CHECK(w.detach().sum().item() == 0);

  CHECK(init::calculate_gain("relu") == doctest::Approx(std::sqrt(2.0)));
  CHECK(init::calculate_gain("leaky_relu", 0.2) == doctest::Approx(std::sqrt(2 / 1.04)));
  CHECK(init::calculate_gain("tanh") == doctest::Approx(5.0 / 3));
  CHECK(error_of([] { init::calculate_gain("swish"); }).says("nonlinearity is \"swish\""));
  CHECK(error_of([] { init::xavier_normal_(zeros(3)); }).text == "[init] tensor is f32[3]; fan in and fan out need at least 2 dimensions.");
  CHECK(error_of([] { init::kaiming_normal_(zeros({3, 3}), 0, "fan"); }).text == "[init] mode is \"fan\"; need fan_in or fan_out.");
}

TEST_CASE("nn::init: truncated normal values") {
  manual_seed(8);
  const Tensor t = zeros({100, 200});
  init::trunc_normal_(t, 0, 1, -1, 1);
  // The variance of the normal distribution cut at one standard deviation: 1 - 2 phi(1) / (Phi(1) - Phi(-1)).
  check_distribution(t, std::sqrt(0.29112509), 1);
  init::trunc_normal_(t, 1, 2, 0, 6);
  CHECK(t.min().item() >= 0);
  CHECK(t.max().item() <= 6);
  CHECK(t.mean().item() == doctest::Approx(1.9764).epsilon(0.02));  // 1 + 2 (phi(-1/2) - phi(5/2)) / (Phi(5/2) - Phi(-1/2))
  CHECK(error_of([&] { init::trunc_normal_(t, 0, 1, 1, -1); }).says("need std >= 0 and a <= b"));
}

TEST_CASE("nn::init: matrices of a given structure") {
  manual_seed(9);
  const Tensor eye = full({2, 3}, 7.0);
  init::eye_(eye);
  CHECK(eye.to_vector() == std::vector<double>{1, 0, 0, 0, 1, 0});
  const Tensor kernel = full({4, 3, 3}, 7.0);
  init::dirac_(kernel, 2);
  for (int o = 0; o < 4; ++o)
    for (int i = 0; i < 3; ++i) CHECK(kernel[o][i].to_vector() == (o % 2 == i ? std::vector<double>{0, 1, 0} : std::vector<double>{0, 0, 0}));
  Conv2d same(2, 2, 3, {.padding = 1, .bias = false});
  init::dirac_(same.weight);
  const Tensor x = randn({1, 2, 4, 5});
  CHECK(same(x).to_vector() == x.to_vector());

  for (const Shape& s : {Shape{5, 12}, Shape{12, 5}, Shape{8, 8}, Shape{4, 3, 2, 2}, Shape{20, 2, 3}}) {
    const Tensor t = zeros(s).requires_grad_();
    init::orthogonal_(t, 2);
    const Tensor flat = t.detach().flatten(1);
    const Tensor product = s[0] <= flat.size(1) ? flat.matmul(flat.t()) : flat.t().matmul(flat);
    const std::vector<double> v = product.to_vector();
    const auto n = static_cast<std::size_t>(product.size(0));
    for (std::size_t i = 0; i < v.size(); ++i) CHECK(std::fabs(v[i] - (i % (n + 1) == 0 ? 4 : 0)) < 4e-6);
  }
  const Tensor sparse = zeros({40, 30});
  init::sparse_(sparse, 0.33, 0.5);
  double squares = 0;
  for (int c = 0; c < 30; ++c) {
    int zeros = 0;
    for (const double v : sparse.select(1, c).to_vector()) zeros += v == 0, squares += v * v;
    CHECK(zeros == 14);  // 13.2 rounded up
  }
  CHECK(std::sqrt(squares / (26 * 30)) == doctest::Approx(0.5).epsilon(0.15));

  for (const char* name : {"linear", "conv1d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid"}) CHECK(init::calculate_gain(name) == 1);
  CHECK(init::calculate_gain("selu") == 0.75);
  CHECK(error_of([] { init::calculate_gain("gelu"); }).says("Unsupported nonlinearity"));
  CHECK(error_of([] { init::eye_(zeros(3)); }).says("only tensors with 2 dimensions are supported"));
  CHECK(error_of([] { init::sparse_(zeros(3), 0.5); }).says("only tensors with 2 dimensions are supported"));
  CHECK(error_of([] { init::sparse_(zeros({3, 3}), 2); }).says("need 0 <= sparsity <= 1"));
  CHECK(error_of([] { init::dirac_(zeros({3, 3})); }).says("only tensors with 3, 4, or 5 dimensions are supported"));
  CHECK(error_of([] { init::dirac_(zeros({3, 3, 3}), 2); }).says("dim 0 must be divisible by groups"));
  CHECK(error_of([] { init::orthogonal_(zeros(3)); }).says("only tensors with 2 or more dimensions are supported"));
}
