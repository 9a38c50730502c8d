#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "data/exact_math.h"
#include "wick/error.h"
#include "wick/toys.h"

using namespace wick;

namespace {

struct Points {
  std::vector<float> xy;
  std::vector<std::int64_t> label;
};

Points make(ToyKind kind, const ToyOptions& options, std::uint64_t seed, std::int64_t n) {
  Points p{std::vector<float>(static_cast<std::size_t>(2 * n)), std::vector<std::int64_t>(static_cast<std::size_t>(n))};
  toy_points(kind, options, seed, n, p.xy.data(), p.label.data());
  return p;
}

constexpr ToyKind kKinds[] = {ToyKind::spiral, ToyKind::moons, ToyKind::circles, ToyKind::xor_, ToyKind::blobs};

}  // namespace

TEST_CASE("exact sin, cos and log agree with the C library") {
  for (int i = -4000; i <= 4000; ++i) {
    const double t = i / 1000.0;
    const exact::SinCos at = exact::sin_cos_turns(t);
    CHECK(std::abs(at.sin - std::sin(2 * std::numbers::pi * t)) < 1e-9);
    CHECK(std::abs(at.cos - std::cos(2 * std::numbers::pi * t)) < 1e-9);
  }
  for (double x : {1e-300, 5.9604644775390625e-8, 0.3, 0.70710678, 1.0, 1.41421356, 1.5, 2.0, 1e10}) {
    CAPTURE(x);
    CHECK(std::abs(exact::log(x) - std::log(x)) < 1e-9);
  }
}

TEST_CASE("exact normal has mean 0 and deviation 1") {
  PhiloxStream random(11, 0);
  double sum = 0, squares = 0;
  constexpr int n = 20000;
  for (int i = 0; i < n; ++i) {
    const double z = exact::normal(random);
    sum += z;
    squares += z * z;
  }
  CHECK(std::abs(sum / n) < 0.03);
  CHECK(std::abs(squares / n - 1) < 0.04);
}

TEST_CASE("toy points have the same bits on every target") {
  std::uint64_t h = 0xCBF29CE484222325ull;
  for (ToyKind kind : kKinds) {
    ToyOptions options;
    options.n_classes = 3;
    for (float v : make(kind, options, 1, 300).xy) {
      std::uint32_t bits;
      std::memcpy(&bits, &v, sizeof v);
      h = (h ^ bits) * 0x100000001B3ull;
    }
  }
  CHECK(h == 0xC1F3B1504F84250ull);
}

TEST_CASE("toy points are balanced, in range, and extend by more points") {
  for (ToyKind kind : kKinds) {
    for (int n_classes : {2, 3, 5}) {
      CAPTURE(static_cast<int>(kind));
      CAPTURE(n_classes);
      ToyOptions options;
      options.n_classes = n_classes;
      const int k = toy_classes(kind, options);
      const Points p = make(kind, options, 5, 60 * k);
      std::vector<int> count(static_cast<std::size_t>(k));
      for (std::int64_t label : p.label) ++count.at(static_cast<std::size_t>(label));
      for (int c : count) CHECK(c == 60);
      for (float v : p.xy) {
        CHECK(std::isfinite(v));
        CHECK(std::abs(v) < 1.3f);
      }
      const Points fewer = make(kind, options, 5, 7);
      CHECK(std::equal(fewer.xy.begin(), fewer.xy.end(), p.xy.begin()));
      CHECK(make(kind, options, 6, 7).xy != fewer.xy);
    }
  }
}

TEST_CASE("toy classes lie where their kind says") {
  ToyOptions options;
  options.noise = 0;
  const Points quadrants = make(ToyKind::xor_, options, 1, 200);
  options.n_classes = 4;
  const Points rings = make(ToyKind::circles, options, 1, 200);
  const Points arms = make(ToyKind::spiral, options, 1, 200);
  const Points moons = make(ToyKind::moons, options, 1, 200);
  for (std::size_t i = 0; i < 200; ++i) {
    CHECK((quadrants.xy[2 * i] * quadrants.xy[2 * i + 1] < 0) == (quadrants.label[i] == 1));
    CHECK(std::abs(quadrants.xy[2 * i]) >= options.margin);
    CHECK(std::hypot(rings.xy[2 * i], rings.xy[2 * i + 1]) ==
          doctest::Approx(0.225 * (static_cast<double>(rings.label[i]) + 1)));
    // Along an arm the angle is the class's share of a turn plus radius / 0.95 * turns.
    const double x = arms.xy[2 * i], y = arms.xy[2 * i + 1], radius = std::hypot(x, y);
    const double turns = static_cast<double>(arms.label[i]) / 4 + radius / 0.95 * options.turns;
    const double angle = 2 * std::numbers::pi * turns;
    CHECK(radius * std::cos(angle) == doctest::Approx(x).epsilon(1e-4));
    CHECK(radius * std::sin(angle) == doctest::Approx(y).epsilon(1e-4));
    const double side = moons.label[i] == 0 ? 1 : -1;
    CHECK(std::hypot(moons.xy[2 * i] + 0.3 * side, moons.xy[2 * i + 1] + 0.15 * side) == doctest::Approx(0.6));
  }
}

TEST_CASE("toy points refuse impossible options") {
  float xy[2];
  const auto refuses = [&](ToyKind kind, const ToyOptions& options) {
    CHECK_THROWS_AS(toy_points(kind, options, 0, 1, xy, nullptr), Error);
  };
  ToyOptions options;
  options.n_classes = 1;
  refuses(ToyKind::spiral, options);
  CHECK_THROWS_WITH(toy_points(ToyKind::blobs, options, 0, 1, xy, nullptr),
                    "[toy_points] n_classes is 1; need 2 or more.");
  toy_points(ToyKind::moons, options, 0, 1, xy, nullptr);  // always two classes
  options = {};
  options.noise = std::numeric_limits<float>::quiet_NaN();
  refuses(ToyKind::moons, options);
  options = {};
  options.noise = -1;
  refuses(ToyKind::moons, options);
  options = {};
  options.margin = 0.95f;
  refuses(ToyKind::xor_, options);
  options = {};
  options.turns = -1;
  refuses(ToyKind::spiral, options);
  refuses(static_cast<ToyKind>(9), {});
}
