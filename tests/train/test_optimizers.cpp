// 100 steps of every optimizer a recipe can name, against PyTorch's stored ones (tests/golden/make_optimizers.py).

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "wick/recipe.h"
#include "wick/safetensors.h"

namespace wick::test {
namespace {

std::unique_ptr<optim::Optimizer> make(const std::string& recipe, const std::vector<Tensor>& params) {
  return make_optimizer(recipe, params);
}

TEST_CASE("optimizers: 100 steps are PyTorch's, and go on from a saved state") {
  const SafetensorsFile file = parse_safetensors(read_golden("optimizers.safetensors"), "optimizers.safetensors");
  const auto cases = nlohmann::json::parse(*file.find_metadata("cases"));
  const Tensor grads = file.find("grads");
  double worst = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string recipe = cases[i].dump();
    CAPTURE(recipe);
    Tensor w = file.find("start").clone().requires_grad_();
    auto optimizer = make(recipe, {w});
    const Tensor wanted = file.find(std::to_string(i));
    std::int64_t kept = 0;
    for (int step = 1; step <= 100; ++step) {
      CAPTURE(step);
      w.set_grad(grads[step - 1].clone());
      optimizer->step();
      if (step == 60) {  // the rest by another optimizer, from what a checkpoint keeps
        const auto state = optimizer->state();
        optimizer = make(recipe, {w});
        optimizer->load_state(state);
      }
      if (step != 1 && step != 2 && step != 10 && step != 50 && step != 100) continue;
      const auto ours = w.detach().to_vector(), theirs = wanted[kept++].to_vector();
      for (std::size_t k = 0; k < ours.size(); ++k) {
        const double error = std::fabs(ours[k] - theirs[k]) / std::fmax(std::fabs(theirs[k]), 1);
        worst = std::fmax(worst, error);
        REQUIRE(error < 1e-6);
      }
    }
  }
  MESSAGE("optimizers: " << cases.size() << " cases, worst difference relative to max(1, |weight|) " << worst);
}

TEST_CASE("optimizers: float64 takes the same rules") {
  const SafetensorsFile file = parse_safetensors(read_golden("optimizers.safetensors"), "optimizers.safetensors");
  const auto cases = nlohmann::json::parse(*file.find_metadata("cases"));
  const Tensor grads = file.find("grads").to(DType::float64);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string recipe = cases[i].dump();
    CAPTURE(recipe);
    Tensor w = file.find("start").to(DType::float64).clone().requires_grad_();
    const auto optimizer = make(recipe, {w});
    for (int step = 0; step < 10; ++step) {
      w.set_grad(grads[step].clone());
      optimizer->step();
    }
    const auto ours = w.detach().to_vector(), theirs = file.find(std::to_string(i))[2].to_vector();
    for (std::size_t k = 0; k < ours.size(); ++k) CHECK(std::fabs(ours[k] - theirs[k]) < 2e-6 * std::fmax(std::fabs(theirs[k]), 1));
  }
}

TEST_CASE("optimizers: what is refused, and why") {
  const Tensor w = zeros(3).requires_grad_();
  CHECK_THROWS_WITH_AS(optim::Rprop({w}, {.etas = {1.5, 1.2}}), "[Rprop] Invalid eta values: 1.5, 1.2; need 0 < eta_minus < 1 < eta_plus.", Error);
  CHECK_THROWS_WITH_AS(optim::Adamax({w}, {.betas = {0.9, 1.0}}), "[Adamax] Invalid beta parameter at index 1: 1; need 0 <= beta < 1.", Error);
  CHECK_THROWS_WITH_AS(optim::Adadelta({w}, {.rho = 1.5}), "[Adadelta] Invalid rho value: 1.5; need 0 <= rho <= 1.", Error);
  CHECK_THROWS_WITH_AS(optim::RMSprop({w}, {.alpha = -1}), "[RMSprop] Invalid alpha value: -1; need a number >= 0.", Error);
  CHECK_THROWS_WITH_AS(optim::NAdam({w}, {.momentum_decay = -1}), "[NAdam] Invalid momentum_decay value: -1; need a number >= 0.", Error);
  CHECK_THROWS_AS(optim::RAdam({w}, {.lr = -1}), Error);
  CHECK_THROWS_AS(optim::Adagrad({w}, {.lr_decay = -1}), Error);
  CHECK_THROWS_AS(optim::ASGD({w}, {.weight_decay = -1}), Error);
  CHECK_THROWS_AS(optim::Lion({w}, {.weight_decay = -1}), Error);
  optim::NAdam nadam({w}, {});
  Tensor p = w;
  p.set_grad(ones(3));
  nadam.step();
  auto state = nadam.state();
  std::erase_if(state, [](const auto& entry) { return entry.first == "0.mu_product"; });
  CHECK_THROWS_WITH_AS(nadam.load_state(state), doctest::Contains("missing 0.mu_product"), Error);
}

}  // namespace
}  // namespace wick::test
