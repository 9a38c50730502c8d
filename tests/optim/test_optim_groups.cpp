// Muon, LBFGS and groups of parameters against PyTorch's stored steps (tests/golden/make_optim_groups.py).

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/lr_scheduler.h"
#include "wick/ops.h"
#include "wick/recipe.h"
#include "wick/safetensors.h"

namespace wick::test {
namespace {

using Object = nlohmann::json;

const SafetensorsFile& stored() {
  static const SafetensorsFile file = parse_safetensors(read_golden("optim_groups.safetensors"), "optim_groups.safetensors");
  return file;
}
Object cases(const char* kind) { return Object::parse(*stored().find_metadata(kind)); }

bool is_kept(int step) { return step == 1 || step == 2 || step == 10 || step == 50 || step == 100; }

double worst = 0;

void compare(const Tensor& ours, const Tensor& theirs, double tolerance) {
  const auto a = ours.detach().to_vector(), b = theirs.to_vector();
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double error = std::fabs(a[i] - b[i]) / std::fmax(std::fabs(b[i]), 1);
    worst = std::fmax(worst, error);
    REQUIRE(error < tolerance);
  }
}

optim::Options options_from(const Object& j) {
  optim::Options out;
  for (const auto& [name, v] : j.items()) {
    const std::vector<double> values = v.is_array() ? v.get<std::vector<double>>() : std::vector{v.is_boolean() ? double(v.get<bool>()) : v.get<double>()};
    for (const auto& o : optim::options_of(name, values)) out.push_back(o);
  }
  return out;
}

TEST_CASE("optimizers: Muon's 100 steps, and they go on from a saved state") {
  const Object all = cases("muon");
  worst = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string recipe = all[i].dump(), prefix = str("muon.", i, ".");
    CAPTURE(recipe);
    const Tensor w = stored().find(prefix + "start").clone().requires_grad_(), grads = stored().find(prefix + "grads"), kept = stored().find(prefix + "kept");
    auto optimizer = make_optimizer(recipe, {w});
    std::int64_t k = 0;
    for (int step = 1; step <= 100; ++step) {
      CAPTURE(step);
      w.set_grad(grads[step - 1].clone());
      optimizer->step();
      if (step == 60) {
        const optim::StateDict state = optimizer->state_dict();
        optimizer = make_optimizer(recipe, {w});
        optimizer->load_state_dict(state);
      }
      if (is_kept(step)) compare(w, kept[k++], 1e-6);
    }
  }
  MESSAGE("Muon: " << all.size() << " cases, worst difference relative to max(1, |weight|) " << worst);
}

std::unique_ptr<optim::LRScheduler> scheduler_of(const Object& j, optim::Optimizer& o) {
  if (j["scheduler"].is_null()) return nullptr;
  const std::string type = j["scheduler"];
  if (type == "StepLR") return std::make_unique<optim::StepLR>(o, j["step_size"], j["gamma"]);
  if (type == "ExponentialLR") return std::make_unique<optim::ExponentialLR>(o, j["gamma"]);
  if (type == "LinearLR") return std::make_unique<optim::LinearLR>(o, 1.0 / 3, 1.0, j["total_iters"]);
  return std::make_unique<optim::CosineAnnealingLR>(o, j["T_max"]);
}

TEST_CASE("optimizers: groups with options of their own, one added later, and a scheduler over all") {
  const Object all = cases("groups");
  worst = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Object& j = all[i];
    const std::string what = j.dump(), prefix = str("groups.", i, ".");
    CAPTURE(what);
    const Tensor start = stored().find(prefix + "start"), grads = stored().find(prefix + "grads"), kept = stored().find(prefix + "kept"), lrs = stored().find(prefix + "lrs");
    std::vector<Tensor> w;
    for (std::int64_t g = 0; g < start.size(0); ++g) w.push_back(start[g].clone().requires_grad_());
    Object entry = j["optimizer"];
    for (std::size_t g = 0; g < j["groups"].size(); ++g) {
      Object group = j["groups"][g];
      group["params"] = {std::to_string(g)};
      entry["param_groups"].push_back(group);
    }
    const auto optimizer = make_optimizer(entry.dump(), {w.begin(), w.end() - 1});
    const auto scheduler = scheduler_of(j, *optimizer);
    CHECK(optimizer->param_groups().size() == w.size() - 1);
    std::int64_t k = 0;
    const std::vector<double> wanted_lrs = lrs.to_vector();
    for (int step = 1; step <= 100; ++step) {
      CAPTURE(step);
      if (step == 41) {
        Object defaults = j["optimizer"];  // make_optimizer() gave them to its groups only
        defaults.erase("type");
        optim::ParamGroup added{{w.back()}, options_from(defaults)};
        for (const auto& o : options_from(j["added"])) added.options.push_back(o);
        optimizer->add_param_group(added);
      }
      for (std::size_t g = 0; g < w.size(); ++g) w[g].set_grad(grads[step - 1][static_cast<std::int64_t>(g)].clone());
      optimizer->step();
      if (scheduler) scheduler->step();
      for (std::size_t g = 0; g < optimizer->param_groups().size(); ++g)
        CHECK(std::fabs(optimizer->option("lr", g) - wanted_lrs[static_cast<std::size_t>(step - 1) * w.size() + g]) < 1e-9);
      if (!is_kept(step)) continue;
      TensorList now;
      for (const Tensor& t : w) now.push_back(t.detach());
      compare(stack(now), kept[k++], 1e-6);
    }
  }
  MESSAGE("groups: " << all.size() << " cases, worst difference relative to max(1, |weight|) " << worst);
}

// ---- LBFGS.

Tensor objective(const std::string& name, const std::vector<Tensor>& p) {
  if (name == "rosenbrock") {
    const std::int64_t n = p[0].numel();
    const Tensor a = p[0].narrow(0, 0, n - 1), b = p[0].narrow(0, 1, n - 1);
    return (square(b - square(a)) * 100.0 + square(Tensor(1.0) - a)).sum();
  }
  const DType dtype = p[0].dtype();
  const Tensor x = stored().find("net.x").to(dtype), y = stored().find("net.y").to(dtype);
  return mse_loss((x.matmul(p[0].t()) + p[1]).tanh().matmul(p[2].t()), y);
}

struct Problem {
  Problem(const Object& j, std::size_t i, DType dtype) : name(j["objective"]) {
    const Tensor start = stored().find(str("lbfgs.", i, ".start")).to(dtype);
    std::vector<Shape> shapes = {Shape{6}};
    if (name == "net") shapes = {Shape{4, 2}, Shape{4}, Shape{1, 4}};
    std::int64_t at = 0;
    for (const Shape& s : shapes) {
      params.push_back(start.narrow(0, at, numel(s)).reshape(s).clone().requires_grad_());
      at += numel(s);
    }
  }
  optim::Closure closure() {
    return [this] {
      ++calls;
      for (const Tensor& p : params) p.set_grad({});
      const Tensor loss = objective(name, params);
      loss.backward();
      return loss;
    };
  }
  Tensor flat() const {
    TensorList parts;
    for (const Tensor& p : params) parts.push_back(p.detach().reshape({p.numel()}));
    return cat(parts);
  }
  std::string name;
  std::vector<Tensor> params;
  int calls = 0;
};

std::string recipe_of(const Object& j) {
  Object entry = j["options"];
  entry["type"] = "LBFGS";
  return entry.dump();
}

#ifndef WICK_NO_FLOAT64
TEST_CASE("optimizers: LBFGS follows PyTorch's iterations, and goes on from a saved state") {
  const Object all = cases("lbfgs");
  worst = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string recipe = recipe_of(all[i]);
    CAPTURE(recipe);
    Problem problem(all[i], i, DType::float64);
    const Tensor kept = stored().find(str("lbfgs.", i, ".kept"));
    const std::vector<double> losses = stored().find(str("lbfgs.", i, ".losses")).to_vector();
    auto optimizer = make_optimizer(recipe, problem.params);
    for (std::int64_t step = 0; step < 5; ++step) {
      CAPTURE(step);
      const double loss = optimizer->step(problem.closure()).item();
      CHECK(loss == doctest::Approx(losses[static_cast<std::size_t>(step)]).epsilon(1e-6));
      compare(problem.flat(), kept[step], 1e-6);
      if (step != 2) continue;
      const auto state = optimizer->state();
      optimizer = make_optimizer(recipe, problem.params);
      optimizer->load_state(state);
    }
    CHECK(problem.calls == all[i]["calls"]);
  }
  MESSAGE("LBFGS: " << all.size() << " cases, worst difference relative to max(1, |weight|) " << worst);
}
#endif

TEST_CASE("optimizers: LBFGS in float32 finds the minimum") {
  const Object all = cases("lbfgs");
  Problem valley(all[1], 1, DType::float32), net(all[5], 5, DType::float32);
  for (Problem* p : {&valley, &net}) {
    optim::LBFGS optimizer(p->params, {.line_search_fn = "strong_wolfe"});
    for (int step = 0; step < 8; ++step) optimizer.step(p->closure());
    CHECK(p->closure()().item() < (p == &net ? 1e-3 : 1e-6));
  }
}

TEST_CASE("optimizers: what LBFGS and Muon refuse") {
  const Tensor v = zeros(3).requires_grad_(), w = zeros({2, 3}).requires_grad_();
  CHECK(error_of([&] { optim::Muon({v}); }).text == "[Muon] Muon only supports 2D parameters whereas we found a parameter with size: parameter 0 is f32[3].");
  CHECK(error_of([&] { optim::Muon({w}, {.ns_steps = 100}); }).text == "[Muon] Number of steps must be less than 100 for computational efficiency: ns_steps is 100.");
  CHECK(error_of([&] { optim::Muon({w}, {.adjust_lr_fn = "rms"}); }).text ==
        "[Muon] Adjust learning rate function rms is not supported; need \"original\" or \"match_rms_adamw\".");
  CHECK(error_of([&] { optim::LBFGS({v}, {.line_search_fn = "armijo"}); }).text == "[LBFGS] only 'strong_wolfe' is supported: line_search_fn is \"armijo\".");
  CHECK(error_of([&] { optim::LBFGS(std::vector<optim::ParamGroup>{{{v}, {}}, {{w}, {}}}); }).text ==
        "[LBFGS] LBFGS doesn't support per-parameter options (parameter groups): got 2 groups; need one.");
  CHECK(error_of([&] { optim::LBFGS({v}, {.max_iter = 0}); }).text == "[LBFGS] max_iter is 0; need 1 or more.");
  optim::LBFGS lbfgs({v, w});
  CHECK(error_of([&] { lbfgs.step(); }).says("[LBFGS] step() got no closure; need step(closure)"));
  CHECK(error_of([&] { lbfgs.load_state({{"0.func_evals", 3.0}}); }).says("nothing was loaded: 0.n_iter is undefined; need 1 numbers."));
  CHECK(error_of([&] { lbfgs.load_state({{"0.func_evals", 3.0}, {"0.n_iter", 0.0}, {"0.exp_avg", zeros(3)}}); }).says("1 keys are not of LBFGS."));
}

// ---- PyTorch's structure of the state.

TEST_CASE("optimizers: state_dict has PyTorch's structure") {
  const Tensor a = zeros(2).requires_grad_(), b = zeros(3).requires_grad_(), c = zeros(1).requires_grad_();
  const auto adam = [&] { return make_optimizer(R"({"type":"Adam","param_groups":[{"params":["1"],"lr":0.5,"betas":[0.8,0.9]}]})", {a, b, c}); };
  const auto optimizer = adam();
  const optim::ExponentialLR scheduler(*optimizer, 0.9);
  for (const Tensor& t : {a, b}) t.set_grad(ones_like(t));
  optimizer->step();
  const optim::StateDict dict = optimizer->state_dict();
  REQUIRE(dict.param_groups.size() == 2);
  CHECK(dict.param_groups[0].params == std::vector<std::int64_t>{0, 1});
  CHECK(dict.param_groups[1].params == std::vector<std::int64_t>{2});
  const auto& options = dict.param_groups[1].options;
  CHECK(options[0] == std::pair<std::string, std::vector<double>>{"lr", {0.5}});
  CHECK(options[1] == std::pair<std::string, std::vector<double>>{"betas", {0.8, 0.9}});
  CHECK(options.back() == std::pair<std::string, std::vector<double>>{"initial_lr", {0.5}});
  REQUIRE(dict.state.size() == 2);
  CHECK(dict.state[0].first == 0);
  CHECK(dict.state[1].first == 2);  // c, which is the second of the first group, has no gradient
  CHECK(dict.state[1].second[0].first == "step");
  CHECK(dict.state[1].second[2].first == "exp_avg_sq");

  // As PyTorch writes it: other numbers, options of its own.
  optim::StateDict other = dict;
  other.param_groups[0].params = {7, 8};
  other.state[0].first = 7;
  other.param_groups[0].options.emplace_back("foreach", std::vector{0.0});
  other.param_groups[0].options[0].second = {0.25};
  const auto second = adam();
  second->load_state_dict(other);
  CHECK(second->option("lr", 0) == 0.25);
  CHECK(second->option("lr", 1) == 0.5);
  CHECK(second->initial_lrs() == std::vector<double>{1e-3, 0.5});
  CHECK(second->state().size() == optimizer->state().size());

  other.state[0].first = 9;
  CHECK(error_of([&] { second->load_state_dict(other); }).text == "[Adam.load_state_dict] state of parameter 9, which is in no group.");
  other.param_groups[0].params = {7};
  CHECK(error_of([&] { second->load_state_dict(other); }).says("loaded state dict contains a parameter group that doesn't match the size of optimizer's group 0: 1 parameters; need 2."));
  other.param_groups.pop_back();
  CHECK(error_of([&] { second->load_state_dict(other); }).says("loaded state dict has a different number of parameter groups: 1; need 2."));
  CHECK(error_of([] { optim::options_of("betas", std::vector{0.9}); }).text == "[optimizer] option \"betas\" has 1 values; need 2.");
}

TEST_CASE("optimizers: step(closure) of any optimizer calls it once, with gradients on") {
  const Tensor w = ones(2).requires_grad_();
  optim::SGD sgd({w}, {.lr = 0.1});
  const NoGradGuard guard;
  int calls = 0;
  const Tensor loss = sgd.step([&] {
    ++calls;
    const Tensor l = (w * w).sum();
    l.backward();
    return l;
  });
  CHECK(calls == 1);
  CHECK(loss.item() == 2);
  CHECK(w.to_vector()[0] == doctest::Approx(0.8));
}

}  // namespace
}  // namespace wick::test
