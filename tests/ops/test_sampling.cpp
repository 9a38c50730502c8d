// Random numbers: seeds give the same numbers, and their statistics are those of the distribution. Each bound is five standard
// deviations of the statistic, so that a wrong distribution fails and the fixed seed always passes.

#include "wick/ops/sampling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "wick/ops.h"
#include "wick/registry.h"

namespace wick::test {
namespace {

struct Moments {
  double mean = 0, var = 0;
};
Moments moments(const Tensor& t) {
  const auto v = t.to_vector();
  Moments m;
  for (double x : v) m.mean += x / static_cast<double>(v.size());
  for (double x : v) m.var += (x - m.mean) * (x - m.mean) / static_cast<double>(v.size());
  return m;
}

/// Sum over classes of (count - expected)^2 / expected.
double chi_square(const std::vector<double>& draws, const std::vector<double>& p) {
  std::vector<double> count(p.size());
  for (double d : draws) ++count[static_cast<std::size_t>(d)];
  double sum = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double expected = p[i] * static_cast<double>(draws.size());
    if (expected == 0) CHECK(count[i] == 0);
    else sum += (count[i] - expected) * (count[i] - expected) / expected;
  }
  return sum;
}
/// Five standard deviations above the mean of a chi-square with that many degrees of freedom.
double chi_bound(double freedom) { return freedom + 5 * std::sqrt(2 * freedom); }

constexpr std::int64_t kDraws = 40000;
void check_moments(const Tensor& t, double mean, double var, double fourth) {  // fourth: E (x - mean)^4
  const Moments m = moments(t);
  const auto n = static_cast<double>(t.numel());
  CHECK(std::abs(m.mean - mean) < 5 * std::sqrt(var / n));
  CHECK(std::abs(m.var - var) < 5 * std::sqrt((fourth - var * var) / n));
}

TEST_CASE("sampling: the moments are those of the distribution") {
  manual_seed(11);
  for (const DType dtype : {DType::float32, DType::float64}) {
    Tensor t = zeros({kDraws}, dtype);
    t.uniform_(-1, 3);
    check_moments(t, 1, 16.0 / 12, 256.0 / 80);
    t.normal_(2, 3);
    check_moments(t, 2, 9, 3 * 81);
    t.exponential_(0.5);
    check_moments(t, 2, 4, 9 * 16);
    const auto times = t.to_vector();
    CHECK(*std::min_element(times.begin(), times.end()) >= 0);
    t.bernoulli_(0.3);
    check_moments(t, 0.3, 0.21, 0.21 * (0.027 + 0.343));
    t.random_(-2, 8);
    check_moments(t, 2.5, 8.25, 120.8625);
  }
  check_moments(bernoulli(full({kDraws}, 0.8)), 0.8, 0.16, 0.16 * (0.008 + 0.512));
  check_moments(normal(full({kDraws}, 1.0), 2.0), 1, 4, 48);
  check_moments(randint_like(zeros({kDraws}), 4), 1.5, 1.25, 2.5625);
}

TEST_CASE("sampling: normal takes means and deviations one by one") {
  manual_seed(12);
  const Tensor mean = tensor<double>({-5, 0, 5}), std = tensor<double>({0, 1, 2}, {3, 1});
  const Tensor t = normal(mean, std, {4000, 3, 3});
  CHECK(t.dtype() == DType::float64);
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) {
      const Moments m = moments(t.select(1, i).select(1, j));
      CHECK(std::abs(m.mean - (j - 1) * 5) <= 5 * i / std::sqrt(4000.0) + 1e-9);
      CHECK(std::abs(m.var - i * i) <= 5 * i * i * std::sqrt(2 / 4000.0) + 1e-9);
    }
  CHECK(normal(0.0, 1.0, {2, 3}).shape() == Shape{2, 3});
  CHECK(normal(zeros({3}), 1.0).dtype() == DType::float32);
}

TEST_CASE("sampling: integers fall evenly, over the whole range of a dtype") {
  manual_seed(13);
  const std::vector<double> even(10, 0.1);
  Tensor t = zeros({kDraws}, DType::int64);
  t.random_(0, 10);
  CHECK(chi_square(t.to_vector(), even) < chi_bound(9));
  CHECK(chi_square(randint(0, 10, {kDraws}).to_vector(), even) < chi_bound(9));
  const std::pair<DType, double> all[] = {{DType::uint8, 255}, {DType::bool_, 1}, {DType::int32, 2147483647.0}, {DType::float32, 16777216.0}, {DType::int64, 9.2e18}};
  for (const auto& [dtype, most] : all) {
    Tensor r = zeros({2000}, dtype);
    r.random_();
    const auto v = r.to_vector();
    CHECK(*std::min_element(v.begin(), v.end()) >= 0);
    CHECK(*std::min_element(v.begin(), v.end()) <= most / 50);
    CHECK(*std::max_element(v.begin(), v.end()) >= most * 0.98);
    CHECK(*std::max_element(v.begin(), v.end()) <= most * 1.01);
  }
  // A range that 32 bits do not hold.
  Tensor wide = zeros({2000}, DType::int64);
  wide.random_(-(std::int64_t{1} << 40), std::int64_t{1} << 40);
  CHECK(std::abs(moments(wide).mean) < 5 * std::pow(2, 41) / std::sqrt(12 * 2000.0));
}

TEST_CASE("sampling: multinomial draws by weight") {
  manual_seed(14);
  const Tensor weights = tensor<float>({1, 0, 2, 5, 2}), rows = stack({weights, tensor<float>({0, 3, 1, 0, 0})});
  const std::vector<double> p = {0.1, 0, 0.2, 0.5, 0.2};
  CHECK(chi_square(multinomial(weights, kDraws, true).to_vector(), p) < chi_bound(3));
  const Tensor both = multinomial(rows, kDraws, true);
  CHECK(both.shape() == Shape{2, kDraws});
  CHECK(chi_square(both[0].to_vector(), p) < chi_bound(3));
  CHECK(chi_square(both[1].to_vector(), {0, 0.75, 0.25, 0, 0}) < chi_bound(1));
  // Without replacement: each pair once, the first by weight, the second by what is left.
  std::vector<double> first, pairs;
  std::vector<double> p_pair(25);
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 5; ++j)
      if (i != j) p_pair[static_cast<std::size_t>(5 * i + j)] = p[static_cast<std::size_t>(i)] * p[static_cast<std::size_t>(j)] / (1 - p[static_cast<std::size_t>(i)]);
  const auto drawn = multinomial(weights.expand({8000, 5}), 2).to_vector();
  for (std::size_t k = 0; k < drawn.size(); k += 2) {
    first.push_back(drawn[k]);
    pairs.push_back(5 * drawn[k] + drawn[k + 1]);
  }
  CHECK(chi_square(first, p) < chi_bound(3));
  CHECK(chi_square(pairs, p_pair) < chi_bound(11));
  auto all = multinomial(tensor<float>({3, 1, 2}), 3).to_vector();
  std::sort(all.begin(), all.end());
  CHECK(all == std::vector<double>{0, 1, 2});
  CHECK_THROWS_AS(multinomial(weights, 5), Error);  // one of them cannot be drawn
}

TEST_CASE("sampling: a seed gives the same numbers again, here and everywhere") {
  const auto all = [](Generator* g) {
    Tensor e = zeros({3}), b = zeros({8}), r = zeros({3}, DType::int64);
    exponential_(e, 1, g);
    bernoulli_(b, 0.5, g);
    random_(r, 0, 1000, g);
    return cat({e, b, r.to(DType::float32), multinomial(ones({6}), 4, false, g).to(DType::float32), multinomial(ones({6}), 4, true, g).to(DType::float32),
                normal(zeros({2}), 1.0, {}, g), rand_like(zeros({2}), {}, g), randn_like(zeros({2}), {}, g), randint_like(zeros({2}), 9, {}, g)})
        .to_vector();
  };
  Generator a(3), b(3), c(4);
  const auto first = all(&a);
  CHECK(all(&b) == first);
  CHECK(all(&c) != first);
  CHECK(all(&a) != first);  // it goes on from where it was
  CHECK(a.offset() == 2 * b.offset());
  manual_seed(3);
  CHECK(all(nullptr) == first);
  // Stored: the same natively, in WebAssembly and on ARM.
  const std::vector<double> stored = {1.69638562, 0.124232501, 1.06726027, 1, 0, 1, 0, 0, 0, 0, 1, 321, 953, 301, 5, 2, 1, 4, 5, 2, 2, 3,
                                      0.169072464, 2.27189064, 0.049861908, 0.0196107626, -0.344356924, 1.05250549, 5, 5};
  REQUIRE(first.size() == stored.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i] == doctest::Approx(stored[i]).epsilon(1e-6));
}

}  // namespace
}  // namespace wick::test
