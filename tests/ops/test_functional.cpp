#include <doctest/doctest.h>

#include <cmath>

#include "wick/autograd.h"
#include "wick/functional.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

namespace functional = autograd::functional;

Tensor doubles(const std::vector<double>& v, const Shape& s) { return tensor(v, s); }
void check_close(const Tensor& a, const std::vector<double>& expected) {
  const auto v = a.to_vector();
  REQUIRE(v.size() == expected.size());
  for (std::size_t i = 0; i < v.size(); ++i) CHECK(v[i] == doctest::Approx(expected[i]).epsilon(1e-9));
}
template <class F>
std::string error_of(const F& fn) {
  try {
    fn();
  } catch (const Error& e) {
    return e.what();
  }
  return "(nothing thrown)";
}

// y_i = a_i sum_j b_j, and a scalar with mixed second derivatives: sum_i a_i^2 b_i.
Tensor outer(const TensorList& in) { return in[0] * in[1].sum(); }
Tensor scalar(const TensorList& in) { return (in[0] * in[0] * in[1]).sum(); }
TensorList points() { return {doubles({1, 2}, {2}), doubles({3, 5}, {2})}; }

TEST_CASE("functional: jacobian") {
  const TensorList j = functional::jacobian(outer, points());
  CHECK(j[0].shape() == Shape{2, 2});
  check_close(j[0], {8, 0, 0, 8});
  check_close(j[1], {1, 1, 2, 2});
  // Shapes of the result, then of the input; an unused input has zeros.
  const Tensor m = doubles({1, 2, 3, 4, 5, 6}, {2, 3});
  const TensorList k = functional::jacobian([](const TensorList& in) { return in[0].t(); }, {m, m});
  CHECK(k[0].shape() == Shape{3, 2, 2, 3});
  CHECK(k[0].select(0, 2).select(0, 1).select(0, 1).select(0, 2).item() == 1);
  CHECK(k[0].sum().item() == 6);
  CHECK(k[1].sum().item() == 0);
  CHECK(!m.requires_grad());
  check_close(functional::jacobian([](const TensorList&) { return ones({2}, DType::float64); }, {points()[0]})[0], {0, 0, 0, 0});
  // Differentiable again: d/dx of the diagonal 3 x^2.
  Tensor x = doubles({1, 2}, {2}).requires_grad_();
  functional::jacobian([](const TensorList& in) { return pow(in[0], 3.0); }, {x}, true)[0].sum().backward();
  check_close(x.grad(), {6, 12});
}

TEST_CASE("functional: hessian, vhp, hvp") {
  const auto h = functional::hessian(scalar, points());
  check_close(h[0][0], {6, 0, 0, 10});
  check_close(h[0][1], {2, 0, 0, 4});
  check_close(h[1][0], {2, 0, 0, 4});
  check_close(h[1][1], {0, 0, 0, 0});
  const TensorList v = {doubles({1, -1}, {2}), doubles({0.5, 2}, {2})};
  for (const auto& product : {functional::vhp(scalar, points(), v), functional::hvp(scalar, points(), v)}) {
    CHECK(product.first.item() == 23);
    check_close(product.second[0], {6 * 1 + 2 * 0.5, -10 + 4 * 2});
    check_close(product.second[1], {2, -4});
  }
  // A linear function has none.
  check_close(functional::hessian([](const TensorList& in) { return in[0].sum(); }, {points()[0]})[0][0], {0, 0, 0, 0});
  check_close(functional::hvp([](const TensorList& in) { return in[0].sum(); }, {points()[0]}, {v[0]}).second[0], {0, 0});
}

TEST_CASE("functional: vjp and jvp agree with the Jacobian") {
  const Tensor u = doubles({2, -3}, {2});
  const auto back = functional::vjp(outer, points(), u);
  check_close(back.first, {8, 16});
  check_close(back.second[0], {16, -24});
  check_close(back.second[1], {-4, -4});
  const TensorList v = {doubles({1, -1}, {2}), doubles({0.5, 2}, {2})};
  const auto forth = functional::jvp(outer, points(), v);
  check_close(forth.first, {8, 16});
  check_close(forth.second, {8 + 2.5, -8 + 5});
  check_close(functional::vjp(scalar, points()).second[1], {1, 4});
  // jvp twice: the second derivative along v.
  Tensor x = doubles({0.3, 0.7}, {2}).requires_grad_();
  const auto d = functional::jvp([](const TensorList& in) { return tanh(in[0]); }, {x}, {ones({2}, DType::float64)}, true);
  d.second.sum().backward();
  const double t = std::tanh(0.3), s = std::tanh(0.7);
  check_close(x.grad(), {-2 * t * (1 - t * t), -2 * s * (1 - s * s)});
}

TEST_CASE("functional: what is refused") {
  const TensorList in = points();
  CHECK(error_of([&] { functional::hessian(outer, in); }) == "[hessian] the function gives f64[2]; need a single element.");
  CHECK(error_of([&] { functional::vjp(outer, in); }) == "[vjp] v can only be left out if the function gives a single element; it gives f64[2].");
  CHECK(error_of([&] { functional::vjp(outer, in, ones({3})); }) == "[vjp] v is f32[3] for f64[2]; shapes must be the same.");
  CHECK(error_of([&] { functional::jvp(outer, in, {in[0]}); }) == "[jvp] v has 1 tensors for 2 inputs; need one each.");
  CHECK(error_of([&] { functional::jacobian(outer, {zeros({2}, DType::int64), in[1]}); }) == "[jacobian] input 0 is i64[2]; need floating tensors.");
}

}  // namespace
}  // namespace wick::test
