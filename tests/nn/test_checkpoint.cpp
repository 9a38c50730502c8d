#include <doctest/doctest.h>

#include <tuple>

#include "wick/autograd.h"
#include "wick/checkpoint.h"
#include "wick/memory.h"
#include "wick/nn.h"
#include "wick/random.h"

namespace wick::test {
namespace {

using utils::checkpoint;
using utils::checkpoint_sequential;

std::vector<double> gradients(nn::Module& m) {
  std::vector<double> out;
  for (const Tensor& p : m.parameters()) {
    if (!p.grad().defined()) continue;
    const auto v = p.grad().to_vector();
    out.insert(out.end(), v.begin(), v.end());
  }
  return out;
}

TEST_CASE("checkpoint: gradients of inputs and parameters, the same dropout masks, the generator left as it was") {
  manual_seed(4);
  nn::Sequential net(nn::Linear(6, 12), nn::Tanh(), nn::Dropout(0.4), nn::Linear(12, 12), nn::GELU(), nn::Dropout(0.3), nn::Linear(12, 2));
  const Tensor data = randn({5, 6});
  const auto run = [&](int segments, bool input_wants) {
    net.zero_grad();
    Tensor x = data.detach();
    x.requires_grad_(input_wants);
    manual_seed(9);
    const Tensor y = segments ? checkpoint_sequential(net, segments, x) : net(x);
    const auto offset = default_generator().offset();
    y.sum().backward();
    CHECK(default_generator().offset() == offset);
    auto out = gradients(net);
    const auto dx = input_wants ? x.grad().to_vector() : std::vector<double>();
    out.insert(out.end(), dx.begin(), dx.end());
    x.requires_grad_(false);
    x.set_grad({});
    return out;
  };
  for (const bool input_wants : {true, false}) {
    const auto plain = run(0, input_wants);
    CHECK(plain.size() == 6 * 12 + 12 + 12 * 12 + 12 + 24 + 2 + (input_wants ? 30 : 0));
    for (const int segments : {1, 2, 3, 7}) {
      CAPTURE(segments);
      CHECK(run(segments, input_wants) == plain);
    }
  }
  // Without the generator's state the masks differ.
  manual_seed(9);
  Tensor x = data.detach().clone().requires_grad_();
  const Tensor y = checkpoint([&](const Tensor& in) { return dropout(in, 0.5); }, x, {.preserve_rng_state = false});
  y.sum().backward();
  CHECK((x.grad() * data - y).abs().max().item() > 0.1);
  manual_seed(9);
  x.set_grad({});
  const Tensor z = checkpoint([&](const Tensor& in) { return dropout(in, 0.5); }, x);
  z.sum().backward();
  CHECK((x.grad() * data - z).abs().max().item() < 1e-6);
}

TEST_CASE("checkpoint: several inputs and results, nested, and through autograd::grad") {
  Tensor a = Tensor(tensor<double>({1, 2}, {2})).requires_grad_(), b = Tensor(tensor<double>({3, -1}, {2})).requires_grad_();
  Tensor w = Tensor(tensor<double>({0.5, 2}, {2})).requires_grad_();
  const auto part = [&w](const TensorList& in) { return TensorList{in[0] * in[1] * w, exp(in[0]), in[1]}; };
  const auto nested = [&](const TensorList& in) { return checkpoint(part, in); };
  for (const bool twice : {false, true}) {
    const auto fn = [&](const TensorList& in) {
      const TensorList out = twice ? checkpoint(nested, {in[0], in[1]}) : checkpoint(part, {in[0], in[1]});
      return out[0] * 2.0 + out[1];
    };
    CHECK(autograd::gradcheck(fn, {a, b, w}) == "");
    const Tensor y = fn({a, b}).sum();
    const TensorList g = autograd::grad({y}, {w}, {}, true);
    CHECK(g[0].to_vector() == std::vector<double>{6, -4});
    CHECK(!w.grad().defined());
    y.backward();
    CHECK(w.grad().to_vector() == std::vector<double>{6, -4});
    CHECK(b.grad().to_vector() == std::vector<double>{1, 8});
    for (Tensor* t : {&a, &b, &w}) t->set_grad({});
  }
  std::string text;
  try {
    autograd::grad({checkpoint(part, {a, b})[0].sum()}, {a}, {}, false, true);
  } catch (const Error& e) {
    text = e.what();
  }
  CHECK(text == "[backward] CheckpointFunctionBackward has no gradient of its gradient; create_graph=true cannot go through it.");
  CHECK_THROWS_WITH_AS(checkpoint_sequential({[](const Tensor& x) { return x; }}, 2, a),
                       "[checkpoint_sequential] segments is 2 for 1 functions; need 1 <= segments <= 1.", Error);
  const NoGradGuard guard;
  CHECK(!checkpoint(part, {a, b})[0].requires_grad());
}

TEST_CASE("checkpoint: peak memory of a deep chain") {
  constexpr int kLayers = 64;
  constexpr std::int64_t kElements = 4096, kBytes = kElements * 4;
  std::vector<std::function<Tensor(const Tensor&)>> layers;
  for (int i = 0; i < kLayers; ++i) layers.push_back([](const Tensor& x) { return sin(x); });
  Tensor x = randn({kElements}).requires_grad_();
  // In tensors of the chain's size, over what is in use before: what stays after the forward, and the peak of it all.
  const auto measure = [&](int segments) {
    const auto before = memory_stats().used;
    reset_peak_memory();
    const Tensor y = segments ? checkpoint_sequential(layers, segments, x) : checkpoint_sequential(layers, 1, x);
    const auto kept = memory_stats().used - before;
    y.sum().backward();
    const auto peak = memory_stats().peak - before;
    const auto grad = x.grad().clone();
    x.set_grad({});
    return std::make_tuple(static_cast<double>(kept) / kBytes, static_cast<double>(peak) / kBytes, grad);
  };
  measure(0);
  const auto [kept_plain, peak_plain, grad_plain] = measure(0);
  const auto [kept, peak, grad] = measure(8);
  MESSAGE("64 layers: ", kept_plain, " tensors kept, peak ", peak_plain, "; in 8 segments ", kept, ", peak ", peak);
  CHECK(kept_plain >= 63);
  CHECK(kept < 8 + 8 + 1);  // inputs of seven segments, the last one whole
  CHECK(peak < 8 + 8 + 8);
  CHECK(grad.to_vector() == grad_plain.to_vector());
}

}  // namespace
}  // namespace wick::test
