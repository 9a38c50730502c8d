// scalar_math.h against the C library's double functions: the errors it states.

#include "ops/scalar_math.h"

#include <doctest/doctest.h>

#include <cmath>

#include "wick/philox.h"

namespace wick::test {
namespace {

constexpr double kInf = __builtin_inf();

using Function = double (*)(double);
struct Row {
  const char* name;
  Function fn, reference;
  double low, high, bound;  // of the relative error
};

// Numbers in [low, high]: evenly, and by magnitude where the range has 0 inside.
template <class F>
void sweep(double low, double high, const F& fn) {
  PhiloxStream random({7, 0});
  for (int i = 0; i < 4000; ++i) {
    fn(low + (high - low) * random.uniform());
    const double small = std::ldexp(random.uniform(), -static_cast<int>(random.uniform() * 60));
    if (low < 0) fn(small * low);
    if (low <= 0) fn(small * high);
  }
}

TEST_CASE("scalar math: relative errors as stated") {
  const Row rows[] = {
      {"exp", scalar::exp, std::exp, -700, 700, 1e-15},         {"expm1", scalar::expm1, std::expm1, -40, 40, 1e-15},
      {"log", scalar::log, std::log, 0, 1e6, 1e-15},            {"log1p", scalar::log1p, std::log1p, -0.999, 1e6, 1e-15},
      {"atan", scalar::atan, std::atan, -50, 50, 1e-15},        {"asin", scalar::asin, std::asin, -1, 1, 1.5e-15},
      {"acos", scalar::acos, std::acos, -1, 1, 1.5e-15},        {"sinh", scalar::sinh, std::sinh, -80, 80, 2e-15},
      {"cosh", scalar::cosh, std::cosh, -80, 80, 2e-15},        {"asinh", scalar::asinh, std::asinh, -1e6, 1e6, 1.5e-15},
      {"acosh", scalar::acosh, std::acosh, 1, 1e6, 2e-15},      {"atanh", scalar::atanh, std::atanh, -0.9999, 0.9999, 1.5e-15},
      {"erf", scalar::erf, std::erf, -6, 6, 1.5e-15},           {"erfc", scalar::erfc, std::erfc, -6, 25, 1.3e-13},
      {"lgamma", scalar::lgamma, std::lgamma, 3, 300, 4e-15},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    double worst = 0, at = 0;
    sweep(row.low, row.high, [&](double x) {
      const double want = row.reference(x), error = std::fabs(row.fn(x) - want) / std::fabs(want);
      if (want != 0 && error > worst) worst = error, at = x;
    });
    CAPTURE(at);
    CHECK(worst <= row.bound);
  }
}

TEST_CASE("scalar math: functions without a reference in C") {
  sweep(-0.99999, 0.99999, [](double y) { CHECK(std::fabs(std::erf(scalar::erfinv(y)) - y) <= 3e-16 + 1e-15 * std::fabs(y)); });
  CHECK(scalar::erfinv(1) == kInf);
  // gamma(x + 1) = x gamma(x), and what follows for the derivatives.
  sweep(0.1, 40, [](double x) {
    CAPTURE(x);
    CHECK(scalar::lgamma(x + 1) - scalar::lgamma(x) == doctest::Approx(std::log(x)).epsilon(1e-11));
    CHECK(scalar::digamma(x + 1) - scalar::digamma(x) == doctest::Approx(1 / x).epsilon(1e-12));
    double factor = 1;
    for (int n = 1; n <= 4; ++n) {
      factor *= -n;
      const double step = factor / std::pow(x, n + 1), before = scalar::polygamma(n, x);
      CHECK(std::fabs(scalar::polygamma(n, x + 1) - before - step) <= 1e-13 * std::fabs(before));
    }
  });
  CHECK(scalar::digamma(1) == doctest::Approx(-0.57721566490153286).epsilon(1e-15));
  CHECK(scalar::polygamma(1, 1) == doctest::Approx(1.6449340668482264).epsilon(1e-15));
  CHECK(scalar::polygamma(1, -0.5) == doctest::Approx(8.9348022005446793).epsilon(1e-14));
  CHECK(scalar::digamma(-0.5) == doctest::Approx(0.03648997397857652).epsilon(1e-13));
  CHECK(scalar::lgamma(-0.5) == doctest::Approx(1.2655121234846454).epsilon(1e-14));
  sweep(-3, 3, [](double x) {
    CHECK(scalar::sin_pi(x) == doctest::Approx(std::sin(3.14159265358979323846 * x)).epsilon(4e-15));
    CHECK(std::fabs(scalar::cos_pi(x) - std::cos(3.14159265358979323846 * x)) <= 4e-15);
  });
  CHECK(scalar::sin_pi(1e300) == 0);
  sweep(0.01, 20, [](double x) {
    for (const double y : {0.5, -2.5, 7.0, 30.0}) CHECK(std::fabs(scalar::pow(x, y) / std::pow(x, y) - 1) <= 4e-16 * (4 + std::fabs(y * std::log(x))));
  });
}

TEST_CASE("scalar math: special values are the C library's") {
  const double values[] = {0.0, -0.0, 1, -1, 2, -2, 0.5, -3, kInf, -kInf, __builtin_nan("")};
  const auto same = [](double a, double b) { return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b); };
  const auto near = [](double a, double b) { return std::fabs(a - b) <= 1e-14 * std::fabs(b); };
  const Row rows[] = {{"exp", scalar::exp, std::exp, 0, 0, 0},       {"expm1", scalar::expm1, std::expm1, 0, 0, 0}, {"log", scalar::log, std::log, 0, 0, 0},
                      {"log1p", scalar::log1p, std::log1p, 0, 0, 0}, {"atan", scalar::atan, std::atan, 0, 0, 0},    {"asin", scalar::asin, std::asin, 0, 0, 0},
                      {"acos", scalar::acos, std::acos, 0, 0, 0},    {"sinh", scalar::sinh, std::sinh, 0, 0, 0},    {"cosh", scalar::cosh, std::cosh, 0, 0, 0},
                      {"asinh", scalar::asinh, std::asinh, 0, 0, 0}, {"acosh", scalar::acosh, std::acosh, 0, 0, 0}, {"atanh", scalar::atanh, std::atanh, 0, 0, 0},
                      {"erf", scalar::erf, std::erf, 0, 0, 0},       {"erfc", scalar::erfc, std::erfc, 0, 0, 0}};
  for (const Row& row : rows)
    for (const double x : values) {
      CAPTURE(row.name);
      CAPTURE(x);
      const double have = row.fn(x), want = row.reference(x);
      CHECK((same(have, want) || near(have, want)));
    }
  for (const double x : values)
    for (const double y : values) {
      CAPTURE(x);
      CAPTURE(y);
      CHECK((same(scalar::atan2(x, y), std::atan2(x, y)) || near(scalar::atan2(x, y), std::atan2(x, y))));
      CHECK((same(scalar::pow(x, y), std::pow(x, y)) || near(scalar::pow(x, y), std::pow(x, y)) || std::isnan(std::pow(x, y))));
    }
}

}  // namespace
}  // namespace wick::test
