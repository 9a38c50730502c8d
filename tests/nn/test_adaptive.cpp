// The adaptive softmax: what the stored PyTorch modules do not show.

#include <doctest/doctest.h>

#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/nn/adaptive_softmax.h"
#include "wick/ops.h"
#include "wick/random.h"

using namespace wick;
using namespace wick::nn;

namespace {

TEST_CASE("AdaptiveLogSoftmaxWithLoss: log_prob is a distribution, predict its largest, forward its part") {
  manual_seed(4);
  AdaptiveLogSoftmaxWithLoss m(16, 20, {5, 12}, {.div_value = 2});
  const Tensor x = randn({7, 16}) * 3.0, all = m.log_prob(x), target = tensor<std::int64_t>({0, 4, 5, 11, 12, 19, 7});
  CHECK(all.shape() == Shape{7, 20});
  for (const double p : all.exp().sum(1).to_vector()) CHECK(p == doctest::Approx(1).epsilon(1e-5));
  const TensorList out = m.call({x, target});
  const std::vector<double> want = all.gather(1, target.unsqueeze(1)).squeeze(1).to_vector(), got = out[0].to_vector();
  for (std::size_t i = 0; i < want.size(); ++i) CHECK(got[i] == doctest::Approx(want[i]).epsilon(1e-5));
  CHECK(out[1].item() == doctest::Approx(-out[0].mean().item()));
  CHECK(m.predict(x).to_vector() == all.argmax(1).to_vector());

  // The gradient is that of the whole distribution, also for a cluster that no target is in.
  const Tensor none = tensor<std::int64_t>({0, 1, 2, 3, 4, 5, 6}), w = m.named_parameters()[0].second;
  const Tensor direct = autograd::grad({-m.log_prob(x).gather(1, none.unsqueeze(1)).mean()}, {w})[0], own = autograd::grad({m.call({x, none})[1]}, {w})[0];
  CHECK((direct - own).abs().max().item() < 1e-6);
}

TEST_CASE("AdaptiveLogSoftmaxWithLoss: what is refused") {
  CHECK(error_of([] { AdaptiveLogSoftmaxWithLoss(16, 20, {5, 5}); }).says("unique, positive integers sorted in an increasing order"));
  CHECK(error_of([] { AdaptiveLogSoftmaxWithLoss(16, 20, {20}); }).says("between 1 and n_classes - 1, which is 19"));
  CHECK(error_of([] { AdaptiveLogSoftmaxWithLoss(3, 20, {5}); }).says("cluster 0 would have no features"));
  AdaptiveLogSoftmaxWithLoss m(16, 20, {5});
  const Tensor x = zeros({2, 16});
  CHECK(error_of([&] { m.call({x, tensor<std::int64_t>({0, 20})}); }).says("target 1 is 20; target values should be in [0, 19]"));
  CHECK(error_of([&] { m.call({x, tensor<std::int64_t>({0})}); }).says("the same size in the batch dimension"));
  CHECK(error_of([&] { m.call({x, zeros({2, 1}, DType::int64)}); }).says("0D or 1D target tensor expected"));
  CHECK(error_of([&] { m.call({x[0], tensor<std::int64_t>({0, 1})}); }).says("1D target tensor expects 2D input tensors"));
  CHECK(error_of([&] { m.call({x, zeros(2)}); }).says("of integers"));
}

}  // namespace
