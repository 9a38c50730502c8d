// Averages of weights: torch.optim.swa_utils by hand, and the callbacks in runs that are killed and go on.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "train/small_run.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

using namespace optim;

void change(nn::Module& m, double by) {
  const NoGradGuard guard;
  for (Tensor p : m.parameters()) p.add_(ones_like(p), by);
}

TEST_CASE("AveragedModel: equal and exponential averages, PyTorch's keys") {
  nn::Sequential model(nn::Linear(2, 3), nn::BatchNorm1d(3));
  AveragedModel equal(model), ema(model, get_ema_avg_fn(0.9), true);
  const std::vector<double> start = model.parameters()[0].to_vector();
  double shift = 0, mean = 0, moving = 0;
  for (int i = 0; i < 4; ++i) {
    change(model, i + 1.0);
    shift += i + 1.0;
    mean = i == 0 ? shift : mean + (shift - mean) / (i + 1);
    moving = i == 0 ? shift : 0.9 * moving + 0.1 * shift;
    equal.update_parameters(model);
    ema.update_parameters(model);
  }
  CHECK(equal.n_averaged == 4);
  const nn::NamedTensors state = equal.state_dict();
  std::string names;
  for (const auto& [name, t] : state) names += name + " ";
  CHECK(names == "n_averaged module.0.weight module.0.bias module.1.weight module.1.bias module.1.running_mean module.1.running_var module.1.num_batches_tracked ");
  CHECK(state[0].second.item() == 4);
  for (std::size_t k = 0; k < start.size(); ++k) {
    CHECK(state[1].second.to_vector()[k] == doctest::Approx(start[k] + mean).epsilon(1e-6));
    CHECK(ema.state_dict()[1].second.to_vector()[k] == doctest::Approx(start[k] + moving).epsilon(1e-6));
  }
  // It computes with the averages and leaves the model as it is.
  model.eval();
  const Tensor x = tensor<float>({1, 2, -1, 3}, {2, 2});
  const std::vector<double> before = model(x).to_vector(), averaged = equal(x).to_vector();
  CHECK(model(x).to_vector() == before);
  equal.copy_to(model);
  CHECK(model(x).to_vector() == averaged);
  CHECK(averaged != before);
  CHECK_THROWS_AS(equal(zeros({2, 5})), Error);
  CHECK(model(x).to_vector() == averaged);

  AveragedModel again(model);
  again.load_state_dict(ema.state_dict());
  CHECK(again.n_averaged == 4);
  CHECK(again.state_dict()[3].second.to_vector() == ema.state_dict()[3].second.to_vector());
  nn::NamedTensors bad = state;
  bad[1].second = zeros(3);
  CHECK(error_of([&] { again.load_state_dict(bad); }).text ==
        "[AveragedModel.load_state_dict] the state does not fit, nothing was loaded: module.0.weight must be f32[3,2], of 8 tensors.");
  nn::Linear other(2, 2);
  CHECK(error_of([&] { again.update_parameters(other); }).text == "[AveragedModel] the model has 2 tensors; need the 7 it was made of.");
  CHECK(error_of([] { get_ema_avg_fn(1.5); }).text == "[get_ema_avg_fn] Invalid decay value 1.5; need a number from 0 to 1.");
}

TEST_CASE("AveragedModel: buffers move with use_buffers only") {
  nn::BatchNorm1d norm(1);
  AveragedModel without(norm), with(norm, get_swa_avg_fn(), true);
  for (const double mean : {1.0, 3.0}) {
    norm.running_mean.fill_(mean);
    norm.num_batches_tracked.fill_(mean);
    without.update_parameters(norm);
    with.update_parameters(norm);
  }
  CHECK(without.state_dict()[3].second.item() == 0);
  CHECK(with.state_dict()[3].second.item() == 2);
  CHECK(with.state_dict()[5].second.item() == 3);  // a count is copied
}

TEST_CASE("update_bn: statistics of one pass, momentum and mode as before") {
  const Tensor x = tensor<float>({1, 2, 3, 4, 10, 20, 30, 60}, {8, 1});
  DataLoader loader(std::make_shared<TensorDataset>(x, zeros(8, DType::int64)), {.batch_size = 4, .shuffle = false});
  nn::Sequential model{nn::BatchNorm1d(1)};
  auto& norm = static_cast<nn::BatchNorm&>(model[0]);
  norm.running_mean.fill_(99);
  model.eval();
  AveragedModel averaged(model);
  update_bn(loader, model);
  CHECK(norm.running_mean.item() == doctest::Approx((2.5 + 30) / 2));
  CHECK(norm.running_var.item() == doctest::Approx((5.0 / 3 + 1400.0 / 3) / 2));
  CHECK(norm.num_batches_tracked.item() == 2);
  CHECK(*norm.options.momentum == 0.1);
  CHECK_FALSE(model.training);
  norm.running_mean.fill_(7);
  update_bn(loader, averaged);
  CHECK(norm.running_mean.item() == 7);
  CHECK(averaged.state_dict()[3].second.item() == doctest::Approx(16.25));
}

Recipe with_callback(const char* callback, const char* more = "") {
  return Recipe::parse(kSmallRecipe).with("trainer.callbacks", str("[\"ModelCheckpoint\",", callback, more, "]")).with("trainer.max_epochs", "4");
}

TEST_CASE("runs with averages, killed anywhere and resumed: bit-identical") {
  for (const char* callback : {R"("WeightAveraging")", R"({"type":"EMAWeightAveraging","decay":0.8,"update_every_n_steps":2,"update_starting_at_step":3,"update_starting_at_epoch":1})",
                               R"({"type":"StochasticWeightAveraging","swa_lrs":0.02,"swa_epoch_start":0.5,"annealing_epochs":2})"}) {
    CAPTURE(callback);
    const Recipe r = with_callback(callback);
    Session whole(r);
    whole.fit();
    const auto end = checkpoint(whole);
    for (const int n : {3, 9, 10, 14, 20, 25, 29, 35}) {
      CAPTURE(n);
      Session killed(r);
      int done = 0;
      killed.fit([&] { return ++done >= n; });
      const auto saved = checkpoint(killed);
      Session resumed(r);
      resumed.load(saved);
      CHECK(checkpoint(resumed) == saved);
      resumed.fit();
      CHECK(checkpoint(resumed) == end);
      killed.fit();
      CHECK(checkpoint(killed) == end);
    }
    Session finished(r);
    finished.load(end);
    CHECK(finished.trainer().finished());
    CHECK(weights(finished) == weights(whole));
  }
}

TEST_CASE("a second fit of the same trainer averages anew") {
  Session s(with_callback(R"({"type":"EMAWeightAveraging","decay":0.9})"));
  s.fit();
  const auto ema = std::static_pointer_cast<EMAWeightAveraging>(s.trainer().options().callbacks[1]);
  CHECK(ema->averaged_model()->n_averaged == 20);  // five updates an epoch
  DataLoader loader(s.data().train, {.batch_size = 35});
  s.trainer().options().max_epochs = 1;
  s.trainer().options().accumulate_grad_batches = 1;
  DataLoader val(s.data().val, {.batch_size = 30});
  s.trainer().fit(s.task(), loader, &val);
  CHECK(ema->averaged_model()->n_averaged == 2);
}

TEST_CASE("evaluation sees the moving average, training does not") {
  const Recipe plain = with_callback("\"LearningRateMonitor\""), ema = with_callback(R"({"type":"EMAWeightAveraging","decay":0.9})");
  Session a(plain), b(ema);
  a.fit();
  b.fit();
  for (std::size_t e = 0; e < 4; ++e) {
    CHECK(a.trainer().history()[e].train_loss == b.trainer().history()[e].train_loss);
    CHECK(a.trainer().history()[e].val_loss != b.trainer().history()[e].val_loss);
  }
  // What the last validation saw is what the model is at the end.
  CHECK(b.evaluate("val").loss == b.trainer().history().back().val_loss);
}

TEST_CASE("StochasticWeightAveraging: its learning rates, and the mean of weights at the start of epochs") {
  Session s(with_callback(R"({"type":"StochasticWeightAveraging","swa_lrs":0.1,"swa_epoch_start":2,"annealing_epochs":2,"annealing_strategy":"linear"})")
                .with("scheduler", "null").with("trainer.max_epochs", "5"));
  std::vector<double> rates;
  std::vector<std::vector<double>> starts;
  while (!s.trainer().finished()) {
    if (s.trainer().batch() == 0 && !s.trainer().validating()) starts.push_back(s.task().model->parameters()[0].to_vector());
    const Event e = s.trainer().step();
    if (e.kind == Event::Kind::train && e.batch == 1) rates.push_back(e.lr);
  }
  REQUIRE(rates.size() == 5);
  const double wanted[] = {0.01, 0.01, 0.055, 0.1, 0.1};  // averaging from the second epoch on, two to anneal
  for (std::size_t e = 0; e < 5; ++e) CHECK(rates[e] == doctest::Approx(wanted[e]));
  const std::vector<double> end = s.task().model->parameters()[0].to_vector();
  for (std::size_t k = 0; k < end.size(); ++k) CHECK(end[k] == doctest::Approx((starts[1][k] + starts[2][k] + starts[3][k] + starts[4][k]) / 4).epsilon(1e-4));
  CHECK(error_of([] { StochasticWeightAveraging({.swa_lrs = 0.1, .swa_epoch_start = 1.5}); }).text ==
        "[StochasticWeightAveraging] swa_epoch_start should be a >0 integer or a float between 0 and 1; it is 1.5.");
  CHECK(error_of([] { StochasticWeightAveraging(StochasticWeightAveragingOptions{}); }).text == "[StochasticWeightAveraging] The `swa_lrs` should a positive float: it is 0.");
  CHECK(error_of([] { StochasticWeightAveraging({.swa_lrs = 0.1, .annealing_strategy = "exp"}); }).text ==
        "[StochasticWeightAveraging] annealing_strategy is \"exp\"; need \"cos\" or \"linear\".");
  CHECK(error_of([] { StochasticWeightAveraging({.swa_lrs = 0.1, .annealing_epochs = -1}); }).text ==
        "[StochasticWeightAveraging] annealing_epochs is -1; need 0 or more.");
  CHECK(error_of([] { EMAWeightAveraging({.update_every_n_steps = -1}); }).text == "[EMAWeightAveraging] update_every_n_steps is -1; need 0 or more.");
}

}  // namespace
}  // namespace wick::test
