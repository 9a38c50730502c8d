// 500 steps of every scheduler a recipe can name, against PyTorch's stored ones (tests/golden/make_schedulers.py).

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/safetensors.h"

namespace wick::test {
namespace {

struct Run {
  Tensor a = zeros(1).requires_grad_(), b = zeros(1).requires_grad_();
  std::unique_ptr<optim::Optimizer> optimizer;
  std::unique_ptr<optim::LRScheduler> scheduler;

  Run(const std::string& kind, const std::string& recipe) {
    const std::vector<optim::ParamGroup> groups{{{a}, {}}, {{b}, {{"lr", 0.4}}}};
    if (kind == "SGD") optimizer = std::make_unique<optim::SGD>(groups, optim::SGDOptions{.lr = 0.1, .momentum = 0.9});
    else optimizer = std::make_unique<optim::Adam>(groups, optim::AdamOptions{.lr = 0.1});
    scheduler = parts::scheduler(schema::check_entry(parse_json(recipe), schema::Category::scheduler, "scheduler"), *optimizer, "scheduler");
  }
  double momentum() const { return optimizer->option(optimizer->has_option("beta1") ? "beta1" : "momentum"); }
};

double error(double ours, double theirs) { return std::fabs(ours - theirs) / std::fmax(std::fabs(theirs), 1e-12); }

TEST_CASE("schedulers: 500 steps are PyTorch's, and go on from a saved state") {
  const SafetensorsFile file = parse_safetensors(read_golden("schedulers.safetensors"), "schedulers.safetensors");
  const auto cases = nlohmann::json::parse(*file.find_metadata("cases"));
  const auto metrics = file.find("metrics").to_vector();
  double worst = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string kind = cases[i]["optimizer"], recipe = cases[i]["scheduler"].dump(), name = std::to_string(i);
    CAPTURE(recipe);
    Run run(kind, recipe);
    const auto first = file.find(name).to_vector(), second = file.find(name + ".second").to_vector();
    const auto momentum = cases[i]["scheduler"]["type"] == "CyclicLR" || cases[i]["scheduler"]["type"] == "OneCycleLR" ? file.find(name + ".momentum").to_vector() : std::vector<double>();
    for (std::size_t step = 0; step <= 500; ++step) {
      CAPTURE(step);
      if (step > 0) run.scheduler->step(metrics[step - 1]);
      const std::vector<double> lr = run.scheduler->get_last_lr();
      worst = std::fmax(worst, error(lr[0], first[step]));
      REQUIRE(error(lr[0], first[step]) < 1e-7);
      if (step % 25) continue;
      REQUIRE(error(lr[1], second[step / 25]) < 1e-7);
      if (!momentum.empty()) REQUIRE(error(run.momentum(), momentum[step / 25]) < 1e-7);
      if (step != 250) continue;
      // The second half again, from what a checkpoint keeps.
      Run resumed(kind, recipe);
      resumed.scheduler->load_state(run.scheduler->state());
      resumed.optimizer->load_state(run.optimizer->state());
      CHECK(resumed.scheduler->state() == run.scheduler->state());
      run = std::move(resumed);
    }
  }
  MESSAGE("schedulers: " << cases.size() << " cases, worst relative difference " << worst);
}

TEST_CASE("schedulers: functions of the epoch") {
  Run run("SGD", R"({"type": "ConstantLR", "factor": 1.0})");
  optim::LambdaLR lambda(*run.optimizer, [](std::int64_t epoch) { return 1.0 / static_cast<double>(epoch + 1); });
  for (int epoch = 0; epoch < 5; ++epoch, lambda.step()) {
    CHECK(lambda.get_last_lr()[0] == 0.1 * (1.0 / (epoch + 1)));
    CHECK(lambda.get_last_lr()[1] == 0.4 * (1.0 / (epoch + 1)));
  }
  lambda.restart();
  optim::MultiplicativeLR product(*run.optimizer, {[](std::int64_t) { return 0.5; }, [](std::int64_t epoch) { return epoch == 2 ? 0.25 : 1.0; }});
  product.step();
  CHECK(product.get_last_lr() == std::vector<double>{0.05, 0.4});
  product.step();
  CHECK(product.get_last_lr() == std::vector<double>{0.025, 0.1});
}

std::string error_of(const std::string& recipe) {
  try {
    Run run("SGD", recipe);
    run.scheduler->step();
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST_CASE("schedulers: what is refused, and why") {
  const auto says = [](const std::string& recipe, const std::string& text) {
    CAPTURE(recipe);
    CHECK(error_of(recipe).find(text) != std::string::npos);
  };
  says(R"({"type": "OneCycleLR", "max_lr": 0.1})", "you must define either total_steps or (epochs and steps_per_epoch)");
  says(R"({"type": "OneCycleLR", "max_lr": 0.1, "epochs": 2})", "need a positive number of steps");
  says(R"({"type": "CyclicLR", "base_lr": 0.1, "max_lr": 0.2, "mode": "square"})", "square");
  says(R"({"type": "SequentialLR", "schedulers": ["ConstantLR", "LinearLR"], "milestones": [1, 2]})", "got 2 schedulers and 2 milestones");
  says(R"({"type": "SequentialLR", "schedulers": ["ConstantLR", "LinearLR", "LinearLR"], "milestones": [2, 1]})", "milestones fall");
  says(R"({"type": "ChainedScheduler", "schedulers": []})", "got no schedulers");
  says(R"({"type": "ChainedScheduler", "schedulers": ["ConstantLR", "ReduceLROnPlateau"]})", "schedulers[1] is ReduceLROnPlateau, which needs a metric");
  Run one("SGD", R"({"type": "OneCycleLR", "max_lr": 0.1, "total_steps": 2})");
  one.scheduler->step();
  one.scheduler->step();
  CHECK_THROWS_WITH_AS(one.scheduler->step(), "[OneCycleLR] tried to step 4 times. The specified number of total steps is 2.", Error);
  Run other("SGD", R"({"type": "ConstantLR", "factor": 1.0})");
  const auto foreign = std::make_shared<optim::StepLR>(*other.optimizer, 1);
  CHECK_THROWS_AS(optim::SequentialLR(*one.optimizer, {foreign}, {}), Error);
  CHECK_THROWS_AS(optim::LambdaLR(*one.optimizer, {nullptr, nullptr, nullptr}), Error);
}

}  // namespace
}  // namespace wick::test
