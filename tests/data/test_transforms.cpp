#include <doctest/doctest.h>

#include <cmath>

#include "wick/data.h"
#include "wick/parallel.h"

namespace wick {
namespace {

// One bright pixel at (y, x) of a dark image.
Tensor dot(std::int64_t side, std::int64_t y, std::int64_t x) {
  Tensor t = zeros({1, 1, side, side});
  t.data<float>()[y * side + x] = 1;
  return t;
}

Tensor apply(const transforms::RandomAffine& t, Tensor images, std::uint64_t seed = 0, std::uint64_t epoch = 0) {
  std::vector<std::int64_t> indices;
  for (std::int64_t i = 0; i < images.size(0); ++i) indices.push_back(i);
  t.apply(images, indices, seed, epoch);
  return images;
}

float at(const Tensor& t, std::int64_t y, std::int64_t x) { return t.data<float>()[y * t.size(3) + x]; }

TEST_CASE("u8 images become f32 in [0, 1] with a channel; the rest stays") {
  const Tensor u = tensor<std::uint8_t>({0, 51, 255, 102}, {1, 2, 2});
  const Tensor x = to_input(u, {2, 2});
  CHECK(x.shape() == Shape{1, 1, 2, 2});
  CHECK(x.to_vector() == std::vector<double>{0, 51.0f / 255.0f, 1, 102.0f / 255.0f});
  CHECK(to_input(zeros({4, 3, 2, 2}, DType::uint8), {3, 2, 2}).shape() == Shape{4, 3, 2, 2});
  CHECK(to_input(zeros({4, 3}), {3}).shape() == Shape{4, 3});
  CHECK(to_input(zeros({4, 3}, DType::int64), {3}).dtype() == DType::int64);
}

TEST_CASE("Normalize takes one mean or one per channel") {
  Tensor x = tensor<float>({1, 2, 3, 4}, {1, 2, 2});
  normalize_(x, {{1.0f, 2.0f}, {1.0f, 0.5f}});
  CHECK(x.to_vector() == std::vector<double>{0, 1, 2, 4});
  normalize_(x, {{1.0f}, {2.0f}});
  CHECK(x.to_vector() == std::vector<double>{-0.5, 0, 0.5, 1.5});
  CHECK_THROWS_WITH_AS(normalize_(x, {{1, 1, 1}, {1, 1, 1}}), "[Normalize] 3 means and 3 stds for input f32[1,2,2]; need one each, or 2 each.", Error);
}

TEST_CASE("RandomAffine: no ranges, no change") {
  Tensor x = dot(5, 1, 3);
  CHECK(apply({}, x).to_vector() == x.to_vector());
}

TEST_CASE("RandomAffine: positive degrees turn clockwise on the screen") {
  const Tensor y = apply({.degrees = {90, 90}}, dot(5, 2, 4));  // right of the centre -> below it
  CHECK(at(y, 4, 2) == doctest::Approx(1).epsilon(1e-5));
  CHECK(std::fabs(at(y, 2, 4)) < 1e-5f);
}

TEST_CASE("RandomAffine: scale enlarges about the centre") {
  const Tensor y = apply({.scale = {2, 2}}, dot(9, 4, 6));  // two right of the centre -> four
  CHECK(at(y, 4, 8) == doctest::Approx(1));
}

TEST_CASE("RandomAffine: shear moves rows along x") {
  const Tensor y = apply({.shear_x = {45, 45}}, dot(9, 6, 4));  // two below the centre
  double sum = 0, centre = 0;
  for (std::int64_t x = 0; x < 9; ++x) sum += at(y, 6, x), centre += static_cast<double>(x) * at(y, 6, x);
  CHECK(sum == doctest::Approx(1).epsilon(1e-4));
  CHECK(std::fabs(centre / sum - 4) == doctest::Approx(2).epsilon(1e-4));
}

TEST_CASE("RandomAffine: translation is by whole pixels within the fraction") {
  bool moved = false;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Tensor y = apply({.translate = {0.2, 0.2}}, dot(10, 5, 5), seed);
    int ones = 0;
    for (std::int64_t r = 0; r < 10; ++r)
      for (std::int64_t c = 0; c < 10; ++c) {
        if (at(y, r, c) == 0) continue;
        CHECK(at(y, r, c) == 1);
        CHECK(std::abs(r - 5) <= 2);
        CHECK(std::abs(c - 5) <= 2);
        moved = moved || r != 5 || c != 5;
        ++ones;
      }
    CHECK(ones == 1);
  }
  CHECK(moved);
}

TEST_CASE("RandomAffine: an image's draw depends on seed, epoch and index only") {
  const transforms::RandomAffine t{.degrees = {-20, 20}, .translate = {0.1, 0.1}, .scale = {0.9, 1.1}, .shear_x = {-5, 5}};
  Tensor images = empty({40, 1, 12, 12});
  for (std::int64_t i = 0; i < images.numel(); ++i) images.data<float>()[i] = static_cast<float>(i % 17) / 17;
  const int threads = num_threads();
  const auto all = apply(t, images.clone(), 3, 1).to_vector();
  set_num_threads(3);
  CHECK(apply(t, images.clone(), 3, 1).to_vector() == all);
  set_num_threads(threads);
  Tensor one = images.narrow(0, 29, 1).clone();
  t.apply(one, std::vector<std::int64_t>{29}, 3, 1);
  const auto alone = one.to_vector();
  CHECK(std::equal(alone.begin(), alone.end(), all.begin() + 29 * 144));
  CHECK(apply(t, images.clone(), 3, 2).to_vector() != all);
  CHECK(apply(t, images.clone(), 4, 1).to_vector() != all);
}

TEST_CASE("RandomAffine refuses what it cannot do") {
  CHECK_THROWS_WITH_AS(apply({.translate = {1.5, 0}}, dot(5, 2, 2)), "[RandomAffine] translate is (1.5, 0); need fractions in [0, 1].", Error);
  CHECK_THROWS_AS(apply({.scale = {0, 1}}, dot(5, 2, 2)), Error);
  CHECK_THROWS_AS(apply({.shear_x = {0, 90}}, dot(5, 2, 2)), Error);
  Tensor flat = zeros({1, 25});
  CHECK_THROWS_AS(transforms::RandomAffine{}.apply(flat, std::vector<std::int64_t>{0}, 0, 0), Error);
}

}  // namespace
}  // namespace wick
