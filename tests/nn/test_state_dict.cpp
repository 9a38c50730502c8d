#include <doctest/doctest.h>

#include "io/error_of.h"
#include "wick/nn.h"
#include "wick/random.h"

using namespace wick;
using namespace wick::nn;

namespace {
Sequential make_model() { return Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(8, 2)); }
}  // namespace

TEST_CASE("nn: a state_dict makes another model give the same results") {
  manual_seed(4);
  Sequential a = make_model(), b = make_model();
  const Tensor x = randn({3, 1, 4, 4});
  a(x);  // moves the running statistics
  b.load_state_dict(a.state_dict());
  a.eval();
  b.eval();
  CHECK(a(x).to_vector() == b(x).to_vector());
  CHECK(dynamic_cast<BatchNorm2d&>(b[1]).num_batches_tracked.item() == 1);
  for (const Tensor& p : b.parameters()) CHECK(p.requires_grad());
}

TEST_CASE("nn: state_dict shares storage with the model, load_state_dict copies") {
  Linear a(2, 1), b(2, 1);
  const NamedTensors state = a.state_dict();
  b.load_state_dict(state);
  Tensor(state[0].second).fill_(7);
  CHECK(a.weight.to_vector() == std::vector<double>{7, 7});
  CHECK(b.weight.to_vector() != a.weight.to_vector());
}

TEST_CASE("nn: one error lists every key that does not fit, and nothing is loaded") {
  Sequential model = make_model();
  const auto before = model.state_dict()[0].second.to_vector();
  NamedTensors state = make_model().state_dict();
  CHECK(state[3].first == "1.bias");
  state.erase(state.begin() + 3, state.begin() + 5);
  state.emplace_back("3.scale", zeros(2));
  state.emplace_back("0.bias", zeros(2));
  for (auto& [name, t] : state)
    if (name == "3.weight") t = zeros({2, 9});
  CHECK(error_of([&] { model.load_state_dict(state); }).text ==
        "[load_state_dict] the state does not fit Sequential, nothing was loaded. Missing key(s): 1.bias, 1.running_mean. Unexpected "
        "key(s): 3.scale, 0.bias (a second time). Size mismatch: 3.weight is f32[2,9] but the model's is f32[2,8].");
  CHECK(model.state_dict()[0].second.to_vector() == before);
  CHECK(error_of([&] { model.load_state_dict(state, false); }).text ==
        "[load_state_dict] the state does not fit Sequential, nothing was loaded. Size mismatch: 3.weight is f32[2,9] but the model's is "
        "f32[2,8].");
}

TEST_CASE("nn: not strict loads what is there") {
  Sequential model = make_model();
  model.load_state_dict({{"3.bias", tensor(std::vector<double>{1, 2})}, {"other", zeros(1)}}, false);
  CHECK(dynamic_cast<Linear&>(model[3]).bias.to_vector() == std::vector<double>{1, 2});
}
