// Recurrent layers beyond the stored PyTorch cases: packed sequences against each sequence alone, initialisation, errors.

#include "wick/nn/recurrent.h"

#include <doctest/doctest.h>

#include <cmath>

#include "golden/cases.h"
#include "io/error_of.h"
#include "wick/autograd.h"

using namespace wick;
using namespace wick::nn;
using namespace wick::nn::utils::rnn;
using wick::test::difference;

namespace {

Generator& gen() {
  static Generator g(6);
  return g;
}
Tensor noise(const Shape& s) { return randn(s, DType::float32, &gen()); }
Tensor whole(const std::vector<std::int64_t>& v) { return tensor(v); }

// Three sequences of different lengths through the layer, packed in any order and one by one.
void check_packed(RecurrentLayer& layer, bool lstm) {
  const std::vector<std::int64_t> lengths = {2, 4, 3};
  const std::int64_t LD = static_cast<std::int64_t>(layer.weights.size()), P = layer.weights[0].weight_hh.size(1);
  const Tensor x = noise({4, 3, layer.input_size}), h_0 = noise({LD, 3, P}), c_0 = lstm ? noise({LD, 3, layer.hidden_size}) : Tensor();
  const auto r = layer.forward(pack_padded_sequence(x, whole(lengths), false, false), h_0, c_0);
  const auto [padded, back] = pad_packed_sequence(r.output);
  CHECK(difference(back, whole(lengths)) == "");
  Tensor total = padded.sum();
  for (std::int64_t b = 0; b < 3; ++b) {
    CAPTURE(b);
    const std::int64_t n = lengths[static_cast<std::size_t>(b)];
    TensorList inputs{x.select(1, b).narrow(0, 0, n), h_0.select(1, b)};
    if (lstm) inputs.push_back(c_0.select(1, b));
    const TensorList alone = layer.call(inputs);
    CHECK(difference(padded.select(1, b).narrow(0, 0, n), alone[0]) == "");
    CHECK(padded.select(1, b).narrow(0, n, 4 - n).abs().sum().item() == 0);
    CHECK(difference(r.h_n.select(1, b), alone[1]) == "");
    if (lstm) CHECK(difference(r.c_n.select(1, b), alone[2]) == "");
    total = total - alone[0].sum();
  }
  total.backward();  // both ways have the same gradient, so nothing is left
  for (const Tensor& p : layer.parameters()) CHECK(p.grad().abs().max().item() < 2e-5);
}

}  // namespace

TEST_CASE("recurrent: a packed batch equals its sequences one by one") {
  RNN rnn(3, 4);
  check_packed(rnn, false);
  LSTM lstm(3, 4, {.num_layers = 2, .bidirectional = true});
  check_packed(lstm, true);
  LSTM projected(2, 5, {.bias = false, .bidirectional = true, .proj_size = 2});
  check_packed(projected, true);
  GRU gru(3, 4, {.num_layers = 2, .bidirectional = true});
  check_packed(gru, false);
}

TEST_CASE("recurrent: packing and padding undo each other") {
  const TensorList list = {noise({2, 3}), noise({5, 3}), noise({1, 3})};
  const PackedSequence p = pack_sequence(list, false);
  CHECK(difference(p.batch_sizes, whole({3, 2, 1, 1, 1})) == "");
  CHECK(difference(p.sorted_indices, whole({1, 0, 2})) == "");
  CHECK(difference(p.unsorted_indices, whole({1, 0, 2})) == "");
  const TensorList back = unpack_sequence(p);
  REQUIRE(back.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(difference(back[i], list[i]) == "");
  const auto both = pad_packed_sequence(p, true, -1, 6);
  const Tensor &padded = both.first, &lengths = both.second;
  CHECK(padded.shape() == Shape{3, 6, 3});
  CHECK(difference(lengths, whole({2, 5, 1})) == "");
  CHECK(padded.select(0, 2).narrow(0, 1, 5).max().item() == -1);
  const PackedSequence sorted = pack_sequence({list[1], list[0]});
  CHECK(!sorted.sorted_indices.defined());
  CHECK(error_of([&] { pack_sequence(list); }).says("must be sorted in decreasing order; there is 5 after 2 at place 1"));
  CHECK(error_of([&] { unpad_sequence(padded, whole({1, 2})); }).kind == ErrorKind::shape);
}

TEST_CASE("recurrent: parameters start uniform in 1 / sqrt(hidden_size)") {
  LSTM lstm(7, 16, {.num_layers = 2, .bidirectional = true});
  const auto named = lstm.named_parameters();
  REQUIRE(named.size() == 16);
  CHECK(named[0].first == "weight_ih_l0");
  CHECK(named[7].first == "bias_hh_l0_reverse");
  CHECK(named[12].first == "weight_ih_l1_reverse");
  CHECK(named[12].second.shape() == Shape{64, 32});
  for (const auto& [key, p] : named) {
    const std::string name = key;
    CAPTURE(name);
    CHECK(p.abs().max().item() <= 0.25);
    CHECK(p.abs().max().item() > 0.2);
    CHECK(std::abs(p.mean().item()) < 0.06);
  }
  GRUCell cell(3, 4, {.bias = false});
  CHECK(cell.parameters().size() == 2);
  CHECK(cell.weight_ih.abs().max().item() <= 0.5);
}

TEST_CASE("recurrent: inside Sequential a layer passes on its output") {
  Sequential model(LSTM(3, 4, {.batch_first = true}), Linear(4, 2));
  CHECK(model(noise({5, 6, 3})).shape() == Shape{5, 6, 2});
  GRU gru(3, 4);
  const Tensor x = noise({6, 5, 3});
  CHECK(difference(gru(x), gru.call({x})[0]) == "");
  CHECK(difference(gru.call({x, Tensor()})[1], gru.call({x, zeros({1, 5, 4})})[1]) == "");
}

TEST_CASE("recurrent: dropout between layers, in training only") {
  manual_seed(3);
  GRU gru(3, 4, {.num_layers = 2, .dropout = 0.5});
  const Tensor x = noise({4, 2, 3});
  CHECK(difference(gru(x), gru(x)) != "");
  CHECK(difference(gru.call({x})[1].select(0, 0), gru.call({x})[1].select(0, 0)) == "");  // the first layer's
  gru.eval();
  CHECK(difference(gru(x), gru(x)) == "");
}

TEST_CASE("recurrent: what does not fit is refused") {
  CHECK(error_of([] { LSTM(3, 4)(zeros({5, 2, 2})); }).text == "[LSTM(3, 4)] input is f32[5,2,2]; its last size must be 3 (input_size).");
  CHECK(error_of([] { GRU(3, 4, {.batch_first = true})(zeros({3})); }).text ==
        "[GRU(3, 4, batch_first=True)] input is f32[3]; expected 2 or 3 dimensions: [B,T,input_size] or [T,input_size].");
  CHECK(error_of([] { LSTM(3, 4).call({zeros({5, 2, 3}), zeros({1, 3, 4})}); }).text ==
        "[LSTM(3, 4)] h_0 is f32[1,3,4] for input f32[5,2,3]; expected hidden size [1,2,4].");
  CHECK(error_of([] { GRU(3, 4).call({zeros({5, 2, 3}), zeros({1, 2, 4}), zeros({1, 2, 4})}); }).says("3 inputs given; takes x, h at most"));
  CHECK(error_of([] { GRUCell(3, 4)(zeros({2, 4})); }).text == "[GRUCell(3, 4)] input is f32[2,4]; need [B,3] or [3] (input_size).");
  CHECK(error_of([] { RNN(3, 4, {.nonlinearity = "sin"}); }).text == "[RNN] nonlinearity is \"sin\"; need \"tanh\" or \"relu\".");
  CHECK(error_of([] { LSTM(3, 4, {.proj_size = 4}); }).says("proj_size has to be smaller than hidden_size"));
  CHECK(error_of([] { GRU(3, 4, {.dropout = 2}); }).says("dropout should be a number in range [0, 1]"));
  CHECK(error_of([] { GRU(3, 0); }).text == "[GRU] hidden_size is 0; need hidden_size > 0.");
  const Failure twice = error_of([] { GRU(2, 3)(zeros({2, 1, 2})).sum().backward({}, false, true); });
  CHECK(twice.text == "[backward] RecurrentWalkBackward0 has no gradient of its gradient; create_graph=true cannot go through it.");
}
