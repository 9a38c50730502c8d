// The first 100 training steps against PyTorch's (tests/golden/make_training.py): every loss within 1e-4 relative.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "nn/visitors.h"
#include "wick/autograd.h"
#include "wick/nn.h"
#include "wick/nn/recurrent.h"
#include "wick/nn/transformer.h"
#include "wick/optim.h"

namespace wick::test {
namespace {

float hashed(std::uint32_t seed, std::uint32_t i) {
  std::uint32_t x = i + seed * 0x9e3779b9u;
  x = (x ^ (x >> 16)) * 0x85ebca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2ae35u;
  x = x ^ (x >> 16);
  return static_cast<float>(x >> 8) / 16777216.0f;
}

Tensor uniform(std::uint32_t seed, const Shape& shape, float scale) {
  Tensor t = empty(shape);
  for (std::int64_t i = 0; i < t.numel(); ++i) t.data<float>()[i] = (2 * hashed(seed, static_cast<std::uint32_t>(i)) - 1) * scale;
  return t;
}

// Which of ten runs of six inputs has the largest sum.
Tensor labels(const Tensor& x) {
  return x.reshape({64, -1}).narrow(1, 0, 60).reshape({64, 10, 6}).to(DType::float64).sum(2).argmax(1);
}

using nn::Sequential;
using Net = std::unique_ptr<Sequential>;

Net mlp() {
  return std::make_unique<Sequential>(nn::Linear(64, 48), nn::ReLU(), nn::Linear(48, 32), nn::Tanh(), nn::Linear(32, 10));
}
Net cnn() {
  return std::make_unique<Sequential>(nn::Conv2d(1, 8, 3, {.padding = 1, .bias = false}), nn::BatchNorm2d(8), nn::ReLU(), nn::MaxPool2d(2),
                                      nn::Conv2d(8, 16, 3, {.padding = 1, .bias = false}), nn::BatchNorm2d(16), nn::GELU(), nn::AvgPool2d(2), nn::Flatten(),
                                      nn::Linear(144, 32, {.bias = false}), nn::BatchNorm1d(32), nn::SiLU(), nn::Linear(32, 10));
}
Net lstm() { return std::make_unique<Sequential>(nn::LSTM(6, 12, {.batch_first = true}), nn::Flatten(), nn::Linear(120, 10)); }
Net gru() {
  return std::make_unique<Sequential>(nn::GRU(6, 8, {.num_layers = 2, .batch_first = true, .bidirectional = true}), nn::Flatten(), nn::Linear(160, 10));
}
Net transformer() {
  nn::TransformerEncoderLayer layer(16, 2, {.dim_feedforward = 32, .dropout = 0, .activation = "gelu", .batch_first = true, .norm_first = true});
  return std::make_unique<Sequential>(nn::Linear(6, 16), nn::TransformerEncoder(layer, 2, nn::LayerNorm(16), true), nn::Flatten(), nn::Linear(160, 10));
}

void add_conv_bn(Sequential& net, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1, std::int64_t groups = 1) {
  net.append(nn::Conv2d(in, out, kernel, {.stride = stride, .padding = kernel / 2, .groups = groups, .bias = false})).append(nn::BatchNorm2d(out));
}
Net resnet8() {
  auto net = std::make_unique<Sequential>();
  add_conv_bn(*net, 1, 4, 3);
  net->append(nn::ReLU());
  for (const auto& [in, out, stride] : {std::tuple(4, 4, 1), std::tuple(4, 8, 2), std::tuple(8, 16, 2)}) {
    auto main = std::make_shared<Sequential>(), shortcut = std::make_shared<Sequential>();
    add_conv_bn(*main, in, out, 3, stride);
    main->append(nn::ReLU());
    add_conv_bn(*main, out, out, 3);
    if (stride > 1) add_conv_bn(*shortcut, in, out, 1, stride);
    net->append(nn::Residual(main, stride > 1 ? nn::Layer(shortcut) : nn::Layer(), {.activation = "relu"}));
  }
  net->append(nn::AdaptiveAvgPool2d(1)).append(nn::Flatten()).append(nn::Linear(16, 10));
  return net;
}
Net depthwise() {
  auto net = std::make_unique<Sequential>();
  add_conv_bn(*net, 1, 6, 3);
  net->append(nn::ReLU());
  for (const auto& [in, out, stride] : {std::tuple(6, 12, 2), std::tuple(12, 16, 1)}) {
    add_conv_bn(*net, in, in, 3, stride, in);
    net->append(nn::ReLU());
    add_conv_bn(*net, in, out, 1);
    net->append(nn::ReLU());
  }
  net->append(nn::AdaptiveAvgPool2d(2)).append(nn::Flatten()).append(nn::Linear(64, 10));
  return net;
}

struct Model {
  const char* name;
  Net (*make)();
  Shape batch;
};
const Model kModels[] = {{"mlp", mlp, {64, 64}},         {"cnn", cnn, {64, 1, 12, 12}},
                         {"lstm", lstm, {64, 10, 6}},    {"gru", gru, {64, 10, 6}},
                         {"transformer", transformer, {64, 10, 6}}, {"resnet8", resnet8, {64, 1, 12, 12}},
                         {"depthwise", depthwise, {64, 1, 12, 12}}};

void fill(Sequential& net) {
  const NoGradGuard guard;
  std::uint32_t i = 100;
  for (const auto& [name, module] : net.named_modules()) {
    const nn::Contents own(*module);
    for (const auto& [key, p] : own.parameters) {
      if (std::string(module->type()).find("Norm") == std::string::npos) {
        const Tensor& weight = *own.parameters[0].second;
        p->copy_(uniform(i, p->shape(), static_cast<float>(1 / std::sqrt(static_cast<double>(weight.numel() / weight.size(0))))));
      }
      ++i;
    }
  }
}

std::unique_ptr<optim::Optimizer> make_optimizer(const std::string& name, const std::vector<Tensor>& params) {
  if (name == "sgd") return std::make_unique<optim::SGD>(params, optim::SGDOptions{.lr = 0.01});
  if (name == "sgd_slow") return std::make_unique<optim::SGD>(params, optim::SGDOptions{.lr = 0.002});
  if (name == "sgd_momentum") return std::make_unique<optim::SGD>(params, optim::SGDOptions{.lr = 0.001, .momentum = 0.9, .weight_decay = 1e-3});
  if (name == "sgd_nesterov") return std::make_unique<optim::SGD>(params, optim::SGDOptions{.lr = 0.001, .momentum = 0.9, .nesterov = true});
  if (name == "adam") return std::make_unique<optim::Adam>(params, optim::AdamOptions{.lr = 5e-4});
  return std::make_unique<optim::AdamW>(params, optim::AdamWOptions{.lr = 5e-4, .weight_decay = 0.05});
}

TEST_CASE("parity: losses of 100 training steps equal PyTorch's") {
  const auto bytes = read_golden("training.json");
  const auto golden = nlohmann::json::parse(reinterpret_cast<const char*>(bytes.data()), reinterpret_cast<const char*>(bytes.data()) + bytes.size());
  double worst = 0;
  for (const auto& row : golden.items()) {
    const std::string name = row.key();
    const nlohmann::json& expected = row.value();
    CAPTURE(name);
    const std::size_t slash = name.find('/');
    const auto model = std::find_if(std::begin(kModels), std::end(kModels), [&](const Model& m) { return m.name == name.substr(0, slash); });
    REQUIRE(model != std::end(kModels));
    const Net net = model->make();
    fill(*net);
    TensorList xs, ys;
    for (std::uint32_t b = 0; b < 10; ++b) {
      xs.push_back(uniform(1000 + b, model->batch, 1));
      ys.push_back(labels(xs.back()));
    }
    const auto optimizer = make_optimizer(name.substr(slash + 1), net->parameters());
    nn::CrossEntropyLoss criterion;
    net->train();
    for (std::size_t step = 0; step < 100; ++step) {
      CAPTURE(step);
      optimizer->zero_grad();
      const Tensor loss = criterion((*net)(xs[step % 10]), ys[step % 10]);
      loss.backward();
      optimizer->step();
      const double theirs = expected["losses"][step];
      const double error = std::abs(loss.item() - theirs) / theirs;
      CHECK(error < 1e-4);
      worst = std::max(worst, error);
    }
    net->eval();
    const NoGradGuard guard;
    const double held_out = criterion((*net)(xs[0]), ys[0]).item(), theirs = expected["eval"];
    CHECK(std::abs(held_out - theirs) / theirs < 1e-4);
  }
  MESSAGE("worst relative difference of a loss: ", worst);
}

}  // namespace
}  // namespace wick::test
