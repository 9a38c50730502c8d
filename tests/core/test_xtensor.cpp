// The xtensor adapters, and xtensor as an oracle that shares no code with the kernels.

#include <doctest/doctest.h>

#include <functional>
#include <xtensor/xmath.hpp>
#include <xtensor/xsort.hpp>
#include <xtensor/xview.hpp>

#include "wick/ops.h"
#include "wick/xtensor.hpp"

namespace wick::test {
namespace {

TEST_CASE("xtensor: arrays go in and out without a copy") {
  xt::xarray<float> a = {{1, 2, 3}, {4, 5, 6}};
  const float* memory = a.data();
  Tensor t = from_xtensor(std::move(a));
  CHECK(t.data<float>() == memory);
  CHECK(t.shape() == Shape{2, 3});
  CHECK((t * 2.0).sum().item() == 42);
  auto view = as_xtensor<float>(t);
  view(1, 2) = 60;
  CHECK(t.to_vector()[5] == 60);
  const Tensor turned = t.t();
  auto turned_view = as_xtensor<float>(turned);
  CHECK(turned_view(2, 1) == 60);
  CHECK(turned_view(0, 1) == 4);
  Tensor kept;
  {
    Tensor inner = from_xtensor(xt::xarray<float>(xt::ones<float>({4})));
    kept = inner.view({2, 2});
  }
  CHECK(kept.sum().item() == 4);
  CHECK_THROWS_AS(as_xtensor<double>(t), Error);
}

TEST_CASE("xtensor: expressions agree with the ops") {
  manual_seed(11);
  const Tensor x = randn({5, 7, 3}), y = rand({7, 1}) + 0.5;
  const auto a = as_xtensor<float>(x);
  const auto b = as_xtensor<float>(y);
  using Array = xt::xarray<float>;
  const auto same = [](const Tensor& ours, const Array& theirs) {
    REQUIRE(static_cast<std::size_t>(ours.numel()) == theirs.size());
    const auto v = ours.to_vector();
    for (std::size_t i = 0; i < v.size(); ++i) CHECK(v[i] == doctest::Approx(theirs.flat(i)).epsilon(2e-5));
  };
  same(x + y, Array(a + b));
  same(x - y, Array(a - b));
  same(x * y, Array(a * b));
  same(x / y, Array(a / b));
  same(pow(y, 1.5), Array(xt::pow(b, 1.5f)));
  same(maximum(x, y), Array(xt::maximum(a, b)));
  same(minimum(x, y), Array(xt::minimum(a, b)));
  same(exp(x), Array(xt::exp(a)));
  same(log(y), Array(xt::log(b)));
  same(sqrt(y), Array(xt::sqrt(b)));
  same(rsqrt(y), Array(1.0f / xt::sqrt(b)));
  same(abs(x), Array(xt::abs(a)));
  same(sin(x), Array(xt::sin(a)));
  same(cos(x), Array(xt::cos(a)));
  same(tanh(x), Array(xt::tanh(a)));
  same(sigmoid(x), Array(1.0f / (1.0f + xt::exp(-a))));
  same(relu(x), Array(xt::maximum(a, 0.0f)));
  same(gelu(x), Array(0.5f * a * (1.0f + xt::erf(a * 0.70710678f))));
  same(silu(x), Array(a / (1.0f + xt::exp(-a))));
  same(softplus(x), Array(xt::log1p(xt::exp(a))));
  same(clamp(x, -0.5, 0.5), Array(xt::clip(a, -0.5f, 0.5f)));
  same(sum(x, 1), Array(xt::sum(a, {1})));
  same(mean(x, {0, 2}), Array(xt::mean(a, {0, 2})));
  const Array centred = a - Array(xt::mean(a, {0}));
  same(var(x, 0, 0), Array(xt::mean(Array(centred * centred), {0})));
  same(amax(x, 2), Array(xt::amax(a, {2})));
  same(amin(x, 1), Array(xt::amin(a, {1})));
  const Array dense_a = a;
  same(argmax(x, 1), Array(xt::argmax(dense_a, 1)));
  const Array shifted = a - xt::view(Array(xt::amax(a, {2})), xt::all(), xt::all(), xt::newaxis());
  const Array powers = xt::exp(shifted);
  const Array total = xt::sum(powers, {2});
  same(softmax(x, 2), Array(powers / xt::view(total, xt::all(), xt::all(), xt::newaxis())));
  same(log_softmax(x, 2), Array(shifted - xt::log(xt::view(total, xt::all(), xt::all(), xt::newaxis()))));
  same(x.permute({2, 0, 1}).contiguous(), Array(xt::transpose(a, {2, 0, 1})));
  same(where(gt(x, 0.0), x, 0.0 - x), Array(xt::where(a > 0.0f, a, -a)));
}

}  // namespace
}  // namespace wick::test
