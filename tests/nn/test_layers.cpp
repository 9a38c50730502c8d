// Layers hand their settings to the ops, which have tests of their own.

#include <doctest/doctest.h>

#include "wick/nn.h"
#include "wick/random.h"

using namespace wick;
using namespace wick::nn;

namespace {
void check_same(Module& m, const Tensor& x, const Tensor& want) {
  CAPTURE(m.repr());
  const Tensor y = m(x);
  CHECK(y.shape() == want.shape());
  CHECK(y.to_vector() == want.to_vector());
}
void check_same(Module&& m, const Tensor& x, const Tensor& want) { check_same(m, x, want); }
}  // namespace

TEST_CASE("nn: layers with weights") {
  manual_seed(8);
  const Tensor x = randn({2, 4, 7, 9});
  Conv2d conv(4, 6, {3, 2}, {.stride = {2, 1}, .padding = 1, .dilation = {1, 2}, .groups = 2});
  check_same(conv, x, conv2d(x, conv.weight, conv.bias, {2, 1}, 1, {1, 2}, 2));
  Conv2d unbatched(4, 2, 1, {.bias = false});
  check_same(unbatched, x[0], conv2d(x[0], unbatched.weight));
  Linear fc(9, 3);
  check_same(fc, x, linear(x, fc.weight, fc.bias));
  LayerNorm norm({7, 9}, {.eps = 0.1});
  check_same(norm, x, layer_norm(x, {7, 9}, norm.weight, norm.bias, 0.1));
  BatchNorm2d batch(4, {.eps = 0.1, .momentum = 0.5});
  check_same(batch, x, batch_norm(x, {}, {}, batch.weight, batch.bias, true, 0.5, 0.1));
  Embedding table(5, 2, {.padding_idx = 0});
  const Tensor index = tensor(std::vector<std::int64_t>{0, 4, 2, 0}, {2, 2});
  check_same(table, index, embedding(index, table.weight));
  table(index).sum().backward();
  CHECK(table.weight.grad().to_vector() == std::vector<double>{0, 0, 0, 0, 1, 1, 0, 0, 1, 1});
}

TEST_CASE("nn: pools and layers that reshape") {
  const Tensor x = randn({2, 3, 6, 8});
  check_same(MaxPool2d(2), x, max_pool2d(x, 2));
  check_same(MaxPool2d(3, {.stride = 2, .padding = 1, .ceil_mode = true}), x, max_pool2d(x, 3, 2, 1, 1, true));
  check_same(AvgPool2d({2, 3}, {.stride = {2, 1}, .padding = {1, 0}, .count_include_pad = false}), x,
             avg_pool2d(x, {2, 3}, {2, 1}, {1, 0}, false, false));
  check_same(AdaptiveAvgPool2d(1), x, adaptive_avg_pool2d(x, 1));
  check_same(Flatten(), x, x.reshape({2, 144}));
  check_same(Flatten(2), x, x.reshape({2, 3, 48}));
  check_same(Unflatten(2, {3, -1}), x, x.reshape({2, 3, 3, 2, 8}));
  check_same(Unflatten(-1, {2, 4}), x, x.reshape({2, 3, 6, 2, 4}));
  check_same(Identity(), x, x);
  check_same(Sequential(), x, x);
}

TEST_CASE("nn: activations") {
  const Tensor x = randn({3, 5}) * 3.0;
  check_same(ReLU(), x, relu(x));
  check_same(LeakyReLU(0.2), x, leaky_relu(x, 0.2));
  check_same(ELU(0.5), x, elu(x, 0.5));
  check_same(GELU(), x, gelu(x));
  check_same(GELU("tanh"), x, gelu(x, "tanh"));
  check_same(SiLU(), x, silu(x));
  check_same(Softplus(2, 3), x, softplus(x, 2, 3));
  check_same(Tanh(), x, tanh(x));
  check_same(Sigmoid(), x, sigmoid(x));
  check_same(Softmax(1), x, softmax(x, 1));
  check_same(LogSoftmax(0), x, log_softmax(x, 0));
}
