#include <doctest/doctest.h>

#include <cmath>
#include <memory>

#include "io/error_of.h"
#include "optim/golden_optim.h"
#include "wick/lr_scheduler.h"

using namespace wick;
using namespace wick::optim;

namespace {

struct Bench {
  Tensor w = zeros(1).requires_grad_();
  SGD optimizer{{w}, {.lr = 0.5}};
};

template <class Make>
void check_rates(const char* name, const std::vector<double>& want, Make make) {
  CAPTURE(name);
  Bench bench;
  auto scheduler = make(bench.optimizer);
  // The same scheduler again, rebuilt from saved state at every epoch.
  Bench second;
  CHECK(scheduler->get_last_lr()[0] == doctest::Approx(want[0]).epsilon(1e-12));
  Options saved = scheduler->state();
  for (std::size_t epoch = 0; epoch + 1 < want.size(); ++epoch) {
    CAPTURE(epoch);
    const double lr_before = bench.optimizer.option("lr");
    scheduler->step(golden::kMetrics[epoch]);
    CHECK(scheduler->get_last_lr()[0] == doctest::Approx(want[epoch + 1]).epsilon(1e-12));
    auto resumed = make(second.optimizer);
    resumed->load_state(saved);
    second.optimizer.set_option("lr", lr_before);
    resumed->step(golden::kMetrics[epoch]);
    CHECK(second.optimizer.option("lr") == bench.optimizer.option("lr"));
    saved = scheduler->state();
    CHECK(resumed->state() == saved);
  }
}

template <class S, class... Args>
auto maker(Args... args) {
  return [args...](Optimizer& o) { return std::make_unique<S>(o, args...); };
}

}  // namespace

TEST_CASE("lr_scheduler: rates are PyTorch's, and survive saving") {
  check_rates("StepLR", golden::kStepLR, maker<StepLR>(3, 0.5));
  check_rates("ExponentialLR", golden::kExponentialLR, maker<ExponentialLR>(0.9));
  check_rates("CosineAnnealingLR", golden::kCosineAnnealingLR, maker<CosineAnnealingLR>(5, 0.01));
  check_rates("ConstantLR", golden::kConstantLR, maker<ConstantLR>());
  check_rates("LinearLR", golden::kLinearLR, maker<LinearLR>(0.25, 0.75, 4));
  const auto plateau = [](ReduceLROnPlateauOptions o) { return maker<ReduceLROnPlateau>(o); };
  check_rates("PlateauMin", golden::kPlateauMin, plateau({.factor = 0.5, .patience = 1}));
  check_rates("PlateauCooldown", golden::kPlateauCooldown, plateau({.factor = 0.5, .patience = 0, .cooldown = 2, .min_lr = 0.1}));
  check_rates("PlateauMaxAbs", golden::kPlateauMaxAbs,
              plateau({.mode = "max", .factor = 0.1, .patience = 2, .threshold = 0.05, .threshold_mode = "abs"}));
}

TEST_CASE("lr_scheduler: CosineAnnealingLR for T_max 1 to 60 follows the closed form") {
  for (int t_max = 1; t_max <= 60; ++t_max) {
    Bench bench;
    CosineAnnealingLR scheduler(bench.optimizer, t_max);
    for (int epoch = 1; epoch <= t_max; ++epoch) {
      scheduler.step();
      const double want = 0.25 * (1 + std::cos(epoch * 3.14159265358979323846 / t_max));
      CAPTURE(t_max);
      CAPTURE(epoch);
      CHECK(std::fabs(bench.optimizer.option("lr") - want) < 1e-13);
    }
  }
}

TEST_CASE("lr_scheduler: several groups, each from its own lr") {
  const Tensor a = zeros(1).requires_grad_(), b = zeros(1).requires_grad_();
  std::vector<ParamGroup> groups{{{a}, {}}, {{b}, {{"lr", 0.25}}}};
  SGD optimizer(groups, {.lr = 1});
  StepLR scheduler(optimizer, 1, 0.5);
  scheduler.step();
  CHECK(scheduler.get_last_lr() == std::vector<double>{0.5, 0.125});
  CHECK(scheduler.state() == Options{{"last_epoch", 1}, {"base_lrs.0", 1}, {"base_lrs.1", 0.25}});
}

TEST_CASE("lr_scheduler: settings out of range") {
  Bench bench;
  Optimizer& o = bench.optimizer;
  CHECK(error_of([&] { StepLR(o, 0); }).text == "[StepLR] step_size is 0; need step_size > 0.");
  CHECK(error_of([&] { StepLR(o, 1, -1); }).text == "[StepLR] gamma is -1; need gamma >= 0.");
  CHECK(error_of([&] { CosineAnnealingLR(o, 0); }).text == "[CosineAnnealingLR] T_max is 0; need T_max > 0.");
  CHECK(error_of([&] { ConstantLR(o, 1.5); }).text == "[ConstantLR] factor is 1.5; need 0 < factor <= 1.");
  CHECK(error_of([&] { LinearLR(o, 0); }).text == "[LinearLR] start_factor is 0; need 0 < start_factor <= 1.");
  CHECK(error_of([&] { ReduceLROnPlateau(o, {.mode = "up"}); }).text == "[ReduceLROnPlateau] mode is \"up\"; need \"min\" or \"max\".");
  CHECK(error_of([&] { ReduceLROnPlateau(o, {.factor = 1}); }).text == "[ReduceLROnPlateau] factor is 1; need 0 <= factor < 1.");
  CHECK(o.option("lr") == 0.5);
  ReduceLROnPlateau plateau(o);
  CHECK(error_of([&] { plateau.step(); }).text == "[ReduceLROnPlateau] step() got no metric; need step(metric).");
  CHECK(error_of([&] { plateau.load_state({{"gamma", 1}}); }).text ==
        "[ReduceLROnPlateau.load_state] unexpected \"gamma\"; need what state() of a ReduceLROnPlateau for as many parameter groups gave.");
}
