#include "kernels/elementwise.h"

#include <string>

#include "near.h"

using namespace wick::kernels;
using near::close;
using near::kInf;
using near::kNan;

namespace {

struct UnaryRow {
  const char* name;
  Unary op;
  double (*f)(double);
  double lo, hi;
  double p = 0, q = 0;
};
double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }
const UnaryRow kUnary[] = {
    {"neg", Unary::neg, [](double x) { return -x; }, -3, 3},
    {"abs", Unary::abs, [](double x) { return std::fabs(x); }, -3, 3},
    {"sign", Unary::sign, [](double x) { return double(x > 0) - double(x < 0); }, -3, 3},
    {"square", Unary::square, [](double x) { return x * x; }, -3, 3},
    {"sqrt", Unary::sqrt, [](double x) { return std::sqrt(x); }, 0, 9},
    {"rsqrt", Unary::rsqrt, [](double x) { return 1 / std::sqrt(x); }, 0.1, 9},
    {"reciprocal", Unary::reciprocal, [](double x) { return 1 / x; }, 0.1, 9},
    {"exp", Unary::exp, [](double x) { return std::exp(x); }, -30, 30},
    {"log", Unary::log, [](double x) { return std::log(x); }, 1e-3, 30},
    {"log1p", Unary::log1p, [](double x) { return std::log1p(x); }, -0.99, 9},
    {"tanh", Unary::tanh, [](double x) { return std::tanh(x); }, -6, 6},
    {"sigmoid", Unary::sigmoid, sigmoid, -20, 20},
    {"relu", Unary::relu, [](double x) { return x > 0 ? x : 0; }, -3, 3},
    {"leaky_relu", Unary::leaky_relu, [](double x) { return x > 0 ? x : 0.125 * x; }, -3, 3, 0.125},
    {"elu", Unary::elu, [](double x) { return x > 0 ? x : 1.5 * std::expm1(x); }, -9, 3, 1.5},
    {"gelu", Unary::gelu, [](double x) { return 0.5 * x * (1 + std::erf(x / std::sqrt(2.0))); }, -6, 6},
    {"gelu_tanh", Unary::gelu_tanh, [](double x) { return 0.5 * x * (1 + std::tanh(std::sqrt(2 / 3.14159265358979324) * (x + 0.044715 * x * x * x))); }, -6, 6},
    {"silu", Unary::silu, [](double x) { return x * sigmoid(x); }, -9, 9},
    {"softplus", Unary::softplus, [](double x) { return 2 * x > 20 ? x : std::log1p(std::exp(2 * x)) / 2; }, -9, 15, 2, 20},
    {"sin", Unary::sin, [](double x) { return std::sin(x); }, -9, 9},
    {"cos", Unary::cos, [](double x) { return std::cos(x); }, -9, 9},
    {"erf", Unary::erf, [](double x) { return std::erf(x); }, -4, 4},
    {"floor", Unary::floor, [](double x) { return std::floor(x); }, -9, 9},
    {"ceil", Unary::ceil, [](double x) { return std::ceil(x); }, -9, 9},
    {"round", Unary::round, [](double x) { return std::nearbyint(x); }, -9, 9},
    {"trunc", Unary::trunc, [](double x) { return std::trunc(x); }, -9, 9},
};

float one(Unary op, float x, double p = 0, double q = 0) {
  float y = 93;
  unary(op, &x, &y, 1, p, q);
  return y;
}
float one(Binary op, float a, float b, double p = 0, double q = 0) {
  float y = 93;
  binary(op, &a, 1, &b, 1, &y, 1, p, q);
  return y;
}
/// Largest error in ulp over bit patterns [from, to] in steps, both signs.
double sweep(Unary op, double (*f)(double), float from, float to, double floor_value) {
  constexpr std::uint32_t kStep = 7919;
  std::uint32_t b0, b1;
  std::memcpy(&b0, &from, 4);
  std::memcpy(&b1, &to, 4);
  std::vector<float> x;
  for (std::uint64_t b = b0; b <= b1; b += kStep) {
    const std::uint32_t bits = static_cast<std::uint32_t>(b);
    float v;
    std::memcpy(&v, &bits, 4);
    x.push_back(v);
    x.push_back(-v);
  }
  std::vector<float> y(x.size());
  unary(op, x.data(), y.data(), static_cast<std::int64_t>(x.size()), 1);  // 1: elu's alpha
  double worst = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double want = f(x[i]);
    const double u = floor_value > 0 && std::fabs(want) < floor_value ? std::fabs(y[i] - want) / (floor_value * 0x1p-24) : near::ulps(y[i], want);
    if (u > worst) worst = u;
  }
  return worst;
}

}  // namespace

TEST_CASE("unary: every size and place, float and double") {
  for (const UnaryRow& row : kUnary) {
    CAPTURE(std::string(row.name));
    for (std::int64_t n : near::sizes()) {
      CAPTURE(n);
      near::Numbers numbers(static_cast<std::uint64_t>(n));
      const auto x = numbers.list(n, row.lo, row.hi);
      near::Guarded<float> y(n);
      unary(row.op, x.data(), y.data(), n, row.p, row.q);
      near::Guarded<float> same(x);
      unary(row.op, same.data(), same.data(), n, row.p, row.q);
      const std::vector<double> xd(x.begin(), x.end());
      std::vector<double> yd(xd.size());
      unary(row.op, xd.data(), yd.data(), n, row.p, row.q);
      bool ok = y.intact() && same.intact();
      for (std::int64_t i = 0; i < n; ++i) {
        const double want = row.f(xd[static_cast<std::size_t>(i)]);
        ok = ok && close(y[i], want, 2e-6, 5e-7) && close(yd[static_cast<std::size_t>(i)], want, 1e-14, 1e-15) && same[i] == y[i];
      }
      CHECK(ok);
    }
  }
}

TEST_CASE("unary: error in ulp over all binades") {
  struct {
    const char* name;
    Unary op;
    double (*f)(double);
    float from, to;
    double bound, floor_value;
  } rows[] = {
      {"exp", Unary::exp, [](double x) { return std::exp(x); }, 0x1p-40f, 87.3365f, 1.0, 0},
      {"log", Unary::log, [](double x) { return x > 0 ? std::log(x) : std::nan(""); }, 0x1p-149f, 0x1.fp127f, 0.8, 0},
      {"log1p", Unary::log1p, [](double x) { return x < -1 ? std::nan("") : std::log1p(x); }, 0x1p-126f, 0x1.fp127f, 1.5, 0},
      {"tanh", Unary::tanh, [](double x) { return std::tanh(x); }, 0x1p-126f, 0x1.fp127f, 1.3, 0},
      {"erf", Unary::erf, [](double x) { return std::erf(x); }, 0x1p-126f, 0x1.fp127f, 1.2, 0},
      {"sin", Unary::sin, [](double x) { return std::sin(x); }, 0x1p-126f, 0x1.fp127f, 1.8, 0x1p-12},
      {"cos", Unary::cos, [](double x) { return std::cos(x); }, 0x1p-126f, 0x1.fp127f, 1.8, 0x1p-12},
      {"expm1", Unary::elu, [](double x) { return x > 0 ? x : std::expm1(x); }, 0x1p-126f, 100.0f, 0.92, 0},
  };
  for (const auto& r : rows) {
    CAPTURE(std::string(r.name));
    CHECK(sweep(r.op, r.f, r.from, r.to, r.floor_value) <= r.bound);
  }
}

TEST_CASE("unary: special values as PyTorch's") {
  CHECK(std::isnan(one(Unary::relu, kNan)));
  CHECK(one(Unary::relu, -kInf) == 0);
  CHECK(one(Unary::sign, kNan) == 0);
  CHECK(one(Unary::exp, kInf) == kInf);
  CHECK(one(Unary::exp, -kInf) == 0);
  CHECK(one(Unary::exp, 88.9f) == kInf);
  CHECK(one(Unary::exp, 88.7228f) < kInf);
  CHECK(one(Unary::exp, 0) == 1);
  CHECK(one(Unary::log, 0) == -kInf);
  CHECK(one(Unary::log, -0.0f) == -kInf);
  CHECK(one(Unary::log, 1) == 0);
  CHECK(one(Unary::log, kInf) == kInf);
  CHECK(std::isnan(one(Unary::log, -1)));
  CHECK(one(Unary::log1p, -1) == -kInf);
  CHECK(one(Unary::log1p, kInf) == kInf);
  CHECK(std::signbit(one(Unary::log1p, -0.0f)));
  CHECK(one(Unary::tanh, kInf) == 1);
  CHECK(one(Unary::tanh, -kInf) == -1);
  CHECK(one(Unary::erf, -kInf) == -1);
  CHECK(one(Unary::sigmoid, -kInf) == 0);
  CHECK(one(Unary::sigmoid, kInf) == 1);
  CHECK(one(Unary::elu, -kInf, 1) == -1);
  CHECK(one(Unary::softplus, 100, 1, 20) == 100);
  CHECK(one(Unary::round, 2.5f) == 2);
  CHECK(one(Unary::round, -3.5f) == -4);
  CHECK(std::isnan(one(Unary::sin, kInf)));
  CHECK(one(Unary::sin, 1e30f) == doctest::Approx(std::sin(static_cast<double>(1e30f))).epsilon(1e-6));
  for (const UnaryRow& row : kUnary) {
    CAPTURE(std::string(row.name));
    if (row.op != Unary::sign) CHECK(std::isnan(one(row.op, kNan, row.p, row.q)));
  }
}

TEST_CASE("binary: sizes, steps, float and double") {
  struct {
    const char* name;
    Binary op;
    double (*f)(double, double);
    double lo = -2, p = 0, q = 0;
  } rows[] = {
      {"add", Binary::add, [](double a, double b) { return a + b; }},
      {"sub", Binary::sub, [](double a, double b) { return a - b; }},
      {"mul", Binary::mul, [](double a, double b) { return a * b; }},
      {"div", Binary::div, [](double a, double b) { return a / b; }, 0.1},
      {"pow", Binary::pow, [](double a, double b) { return std::pow(a, b); }, 0.1},
      {"maximum", Binary::maximum, [](double a, double b) { return a > b ? a : b; }},
      {"minimum", Binary::minimum, [](double a, double b) { return a < b ? a : b; }},
      {"relu_grad", Binary::relu_grad, [](double a, double b) { return b > 0 ? a : 0; }},
      {"leaky_relu_grad", Binary::leaky_relu_grad, [](double a, double b) { return b > 0 ? a : 0.25 * a; }, -2, 0.25},
      {"elu_grad", Binary::elu_grad, [](double a, double b) { return b > 0 ? a : 1.5 * a * std::exp(b); }, -2, 1.5},
      {"gelu_grad", Binary::gelu_grad, [](double a, double b) { return a * (0.5 * (1 + std::erf(b / std::sqrt(2.0))) + b * std::exp(-b * b / 2) / std::sqrt(2 * 3.14159265358979324)); }},
      {"gelu_tanh_grad", Binary::gelu_tanh_grad, [](double a, double b) {
         const auto f = [](double x) { return 0.5 * x * (1 + std::tanh(std::sqrt(2 / 3.14159265358979324) * (x + 0.044715 * x * x * x))); };
         // Five points: error of order h^4.
         const double h = 1e-3;
         return a * (8 * (f(b + h) - f(b - h)) - (f(b + 2 * h) - f(b - 2 * h))) / (12 * h);
       }},
      {"silu_grad", Binary::silu_grad, [](double a, double b) { return a * sigmoid(b) * (1 + b * (1 - sigmoid(b))); }},
      {"softplus_grad", Binary::softplus_grad, [](double a, double b) { return 2 * b > 3 ? a : a * sigmoid(2 * b); }, -2, 2, 3},
      {"sigmoid_grad", Binary::sigmoid_grad, [](double a, double b) { return a * b * (1 - b); }},
      {"tanh_grad", Binary::tanh_grad, [](double a, double b) { return a * (1 - b * b); }},
      {"abs_grad", Binary::abs_grad, [](double a, double b) { return b > 0 ? a : b < 0 ? -a : 0; }},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.name));
    for (std::int64_t n : near::sizes()) {
      for (const std::int64_t step : {0, 1, 3, 10}) {
        const std::int64_t a_step = step == 10 ? 1 : step, b_step = step == 10 ? 0 : step == 0 ? 1 : step;
        CAPTURE(n);
        CAPTURE(step);
        near::Numbers numbers(static_cast<std::uint64_t>(n + 1));
        const auto a = numbers.list(n * 3 + 1, row.lo, 2), b = numbers.list(n * 3 + 1, row.lo, 2);
        const std::vector<double> ad(a.begin(), a.end()), bd(b.begin(), b.end());
        near::Guarded<float> y(n);
        near::Guarded<double> yd(n);
        binary(row.op, a.data(), a_step, b.data(), b_step, y.data(), n, row.p, row.q);
        binary(row.op, ad.data(), a_step, bd.data(), b_step, yd.data(), n, row.p, row.q);
        bool ok = y.intact() && yd.intact();
        for (std::int64_t i = 0; i < n; ++i) {
          const double want = row.f(ad[static_cast<std::size_t>(i * a_step)], bd[static_cast<std::size_t>(i * b_step)]);
          ok = ok && close(y[i], want, 2e-6, 1e-6) && close(yd[i], want, 1e-9, 1e-9);
        }
        CHECK(ok);
      }
    }
  }
}

TEST_CASE("binary: NaN, pow's special cases, integers") {
  CHECK(std::isnan(one(Binary::maximum, kNan, 1)));
  CHECK(std::isnan(one(Binary::maximum, 1, kNan)));
  CHECK(std::isnan(one(Binary::minimum, kNan, 1)));
  CHECK(std::isnan(one(Binary::minimum, 1, kNan)));
  CHECK(one(Binary::relu_grad, 3, kNan) == 3);
  CHECK(one(Binary::abs_grad, 3, kNan) == 0);
  const float list[] = {0, -0.0f, 0.5f, -0.5f, 1, -1, 2, -2, 3, -3, 1e30f, -1e30f, 1e-30f, kInf, -kInf, kNan, 0.3333f, 127, 2.5f};
  for (float a : list) {
    for (float b : list) {
      CAPTURE(a);
      CAPTURE(b);
      const float want = static_cast<float>(std::pow(static_cast<double>(a), static_cast<double>(b)));
      const float got = one(Binary::pow, a, b);
      CHECK((std::isnan(want) ? std::isnan(got) : near::ulps(got, want) <= 1));
      if (want == 0) CHECK(std::signbit(got) == std::signbit(want));
    }
  }
  std::vector<std::int64_t> a = {3, -5, std::int64_t{1} << 62, 7}, b = {4, 2, 4, -7}, y(4);
  binary(Binary::add, a.data(), 1, b.data(), 1, y.data(), 4);
  CHECK(y == std::vector<std::int64_t>{7, -3, (std::int64_t{1} << 62) + 4, 0});
  binary(Binary::sub, a.data(), 1, b.data(), 0, y.data(), 4);
  CHECK(y[1] == -9);
  binary(Binary::mul, a.data(), 1, b.data(), 1, y.data(), 4);
  CHECK(y == std::vector<std::int64_t>{12, -10, 0, -49});
  binary(Binary::maximum, a.data(), 1, b.data(), 1, y.data(), 4);
  CHECK(y[0] == 4);
  binary(Binary::minimum, a.data(), 1, b.data(), 1, y.data(), 4);
  CHECK(y[3] == -7);
}

TEST_CASE("compare, where, clamp, axpby") {
  for (std::int64_t n : near::sizes()) {
    CAPTURE(n);
    near::Numbers numbers(static_cast<std::uint64_t>(n + 5));
    auto a = numbers.list(n + 1, -2, 2), b = numbers.list(n + 1, -2, 2);
    for (std::int64_t i = 0; i < n; i += 3) b[static_cast<std::size_t>(i)] = a[static_cast<std::size_t>(i)];
    if (n > 4) a[4] = kNan;
    const Compare ops[] = {Compare::eq, Compare::ne, Compare::lt, Compare::le, Compare::gt, Compare::ge};
    for (Compare op : ops) {
      near::Guarded<std::uint8_t> y(n);
      compare(op, a.data(), 1, b.data(), n % 2, y.data(), n);
      bool ok = y.intact();
      for (std::int64_t i = 0; i < n; ++i) {
        const float p = a[static_cast<std::size_t>(i)], q = b[static_cast<std::size_t>(i * (n % 2))];
        const bool want[] = {p == q, p != q, p < q, p <= q, p > q, p >= q};
        ok = ok && y[i] == want[static_cast<int>(op)];
      }
      CHECK(ok);
    }
    std::vector<std::uint8_t> c(static_cast<std::size_t>(n + 1));
    for (auto& v : c) v = static_cast<std::uint8_t>(numbers.next() & 1);
    near::Guarded<float> y(n), k(n);
    where(c.data(), 1, a.data(), 1, b.data(), 0, y.data(), n);
    clamp(a.data(), k.data(), n, -0.5, 1);
    near::Guarded<float> z(b);
    axpby(0.5, a.data(), 2, z.data(), n);
    bool ok = y.intact() && k.intact() && z.intact();
    for (std::int64_t i = 0; i < n; ++i) {
      const float p = a[static_cast<std::size_t>(i)], q = b[static_cast<std::size_t>(i)];
      ok = ok && close(y[i], c[static_cast<std::size_t>(i)] ? p : b[0], 0, 0);
      ok = ok && close(k[i], p != p ? p : p < -0.5f ? -0.5f : p > 1 ? 1 : p, 0, 0);
      ok = ok && close(z[i], 0.5 * p + 2.0 * q, 1e-6, 1e-6);
    }
    CHECK(ok);
  }
  // Longer than one chunk, so that threads share it.
  const std::int64_t n = 200001;
  near::Numbers numbers(9);
  const auto a = numbers.list(n), b = numbers.list(n);
  std::vector<float> y(static_cast<std::size_t>(n)), z(y);
  binary(Binary::add, a.data(), 1, b.data(), 1, y.data(), n);
  unary(Unary::exp, a.data(), z.data(), n);
  bool ok = true;
  for (std::size_t i = 0; i < y.size(); ++i) ok = ok && y[i] == a[i] + b[i] && close(z[i], std::exp(static_cast<double>(a[i])), 1e-6, 0);
  CHECK(ok);
}
