// The first 100 training steps against PyTorch's (tests/golden/make_training.py): every loss within 1e-4 relative.

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "wick/autograd.h"
#include "wick/nn.h"
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

using Net = std::unique_ptr<nn::Sequential>;

Net mlp() {
  return std::make_unique<nn::Sequential>(nn::Linear(64, 48), nn::ReLU(), nn::Linear(48, 32), nn::Tanh(), nn::Linear(32, 10));
}
Net cnn() {
  return std::make_unique<nn::Sequential>(nn::Conv2d(1, 8, 3, {.padding = 1, .bias = false}), nn::BatchNorm2d(8), nn::ReLU(), nn::MaxPool2d(2),
                                          nn::Conv2d(8, 16, 3, {.padding = 1, .bias = false}), nn::BatchNorm2d(16), nn::GELU(), nn::AvgPool2d(2), nn::Flatten(),
                                          nn::Linear(144, 32, {.bias = false}), nn::BatchNorm1d(32), nn::SiLU(), nn::Linear(32, 10));
}

void fill(nn::Sequential& net) {
  const NoGradGuard guard;
  std::uint32_t i = 0;
  for (auto& [name, module] : net.named_children()) {
    const bool norm = std::string(module->type()).find("BatchNorm") == 0;
    for (auto& [key, p] : module->named_parameters()) {
      if (!norm) {
        Tensor weight = module->named_parameters()[0].second;
        const auto fan_in = static_cast<double>(weight.numel() / weight.size(0));
        Tensor target = p;
        target.copy_(uniform(100 + i, p.shape(), static_cast<float>(1 / std::sqrt(fan_in))));
      }
      ++i;
    }
  }
}

std::unique_ptr<optim::Optimizer> make_optimizer(const std::string& name, const std::vector<Tensor>& params) {
  if (name == "sgd") return std::make_unique<optim::SGD>(params, optim::SGDOptions{.lr = 0.01});
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
    const bool conv = name.rfind("cnn", 0) == 0;
    const Net net = conv ? cnn() : mlp();
    fill(*net);
    const Shape shape = conv ? Shape{64, 1, 12, 12} : Shape{64, 64};
    TensorList xs, ys;
    for (std::uint32_t b = 0; b < 10; ++b) {
      xs.push_back(uniform(1000 + b, shape, 1));
      ys.push_back(labels(xs.back()));
    }
    const auto optimizer = make_optimizer(name.substr(4), net->parameters());
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
