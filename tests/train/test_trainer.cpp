#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "wick/autograd.h"
#include "wick/callbacks.h"
#include "wick/nn/layers.h"
#include "wick/trainer.h"

namespace wick {
namespace {

struct Run {
  std::shared_ptr<nn::Sequential> model;
  std::shared_ptr<optim::Optimizer> optimizer;
  std::unique_ptr<Task> task;
  std::unique_ptr<DataLoader> train, val;
};

Run make_run(double lr = 0.1, std::int64_t batch_size = 16) {
  manual_seed(1);
  Run r;
  r.model = std::make_shared<nn::Sequential>(nn::Linear(2, 16), nn::Tanh(), nn::Linear(16, 2));
  r.optimizer = std::make_shared<optim::SGD>(r.model->parameters(), optim::SGDOptions{.lr = lr, .momentum = 0.9});
  r.task = std::make_unique<Task>(r.model, std::make_shared<nn::CrossEntropyLoss>(), r.optimizer);
  r.task->n_classes = 2;
  r.train = std::make_unique<DataLoader>(toy_dataset(ToyKind::moons, 128, 1), DataLoaderOptions{.batch_size = batch_size, .shuffle = true, .seed = 2});
  r.val = std::make_unique<DataLoader>(toy_dataset(ToyKind::moons, 64, 2), DataLoaderOptions{.batch_size = 32});
  return r;
}

std::vector<double> values(nn::Module& m) {
  std::vector<double> out;
  for (const Tensor& p : m.parameters())
    for (const double v : p.to_vector()) out.push_back(v);
  return out;
}

TEST_CASE("fit gives the numbers of the loop written out") {
  Run a = make_run(), b = make_run();
  a.model->train();
  for (int epoch = 0; epoch < 2; ++epoch)
    for (const auto& [x, y] : *a.train) {
      a.optimizer->zero_grad();
      const Tensor loss = (*a.task->criterion)((*a.model)(x), y);
      loss.backward();
      a.optimizer->step();
    }
  Trainer trainer({.max_epochs = 2});
  trainer.fit(*b.task, *b.train, b.val.get());
  CHECK(values(*a.model) == values(*b.model));
  CHECK(trainer.history().size() == 2);
  CHECK(trainer.global_step() == 16);
  CHECK(trainer.history()[1].val_loss < trainer.history()[0].val_loss);
}

TEST_CASE("line by line is the same as batch by batch") {
  Run a = make_run(), b = make_run();
  Trainer whole({.max_epochs = 1}), lines({.max_epochs = 1});
  whole.fit(*a.task, *a.train);
  lines.begin(*b.task, *b.train);
  std::vector<int> seen;
  while (!lines.finished()) {
    const Event e = lines.line();
    if (seen.size() < 6) seen.push_back(e.line);
    if (e.line == 3) CHECK(e.grad_norm > 0);
    if (e.line == 1) CHECK(e.grad_norm == 0);
    if (e.line == 4) CHECK(e.update_norm > 0);
  }
  CHECK(seen == std::vector<int>{0, 1, 2, 3, 4, 0});
  CHECK(values(*a.model) == values(*b.model));
}

TEST_CASE("accumulating k batches is one batch k times as large") {
  Run small = make_run(0.1, 8), large = make_run(0.1, 32);
  Trainer accumulating({.max_epochs = 2, .accumulate_grad_batches = 4}), plain({.max_epochs = 2});
  accumulating.fit(*small.task, *small.train);
  plain.fit(*large.task, *large.train);
  CHECK(accumulating.optimizer_steps() == plain.optimizer_steps());
  CHECK(accumulating.global_step() == 4 * plain.global_step());
  const auto a = values(*small.model), b = values(*large.model);
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i] == doctest::Approx(b[i]).epsilon(1e-3));
}

TEST_CASE("limits of epochs, steps and batches") {
  Run r = make_run();
  Trainer steps({.max_epochs = 10, .max_steps = 11});
  steps.fit(*r.task, *r.train, r.val.get());
  CHECK(steps.optimizer_steps() == 11);
  CHECK(steps.history().size() == 2);
  Trainer batches({.max_epochs = 2, .limit_train_batches = 3, .limit_val_batches = 1});
  batches.fit(*r.task, *r.train, r.val.get());
  CHECK(batches.global_step() == 6);
  Trainer share({.max_epochs = 1, .limit_train_batches = 0.5});
  share.fit(*r.task, *r.train);
  CHECK(share.global_step() == 4);
  Trainer rarely({.max_epochs = 3, .check_val_every_n_epoch = 2});
  rarely.fit(*r.task, *r.train, r.val.get());
  CHECK(std::isnan(rarely.history()[0].val_loss));
  CHECK_FALSE(std::isnan(rarely.history()[1].val_loss));
  Trainer none({.max_epochs = 0});
  none.fit(*r.task, *r.train);
  CHECK(none.history().empty());
}

TEST_CASE("gradients are clipped by norm or by value") {
  for (const char* how : {"norm", "value"}) {
    Run r = make_run(1.0);
    Trainer t({.max_epochs = 1, .gradient_clip_val = 0.01, .gradient_clip_algorithm = how});
    t.begin(*r.task, *r.train);
    const Event e = t.step();
    if (std::string(how) == "norm") {
      CHECK(e.grad_norm > 0.01);
      CHECK(t.grad_norm() == doctest::Approx(0.01).epsilon(1e-3));
    } else {
      for (const Tensor& p : r.model->parameters())
        for (const double g : p.grad().to_vector()) CHECK(std::fabs(g) <= 0.0101);
    }
  }
}

TEST_CASE("validate and predict agree with the model") {
  Run r = make_run();
  r.task->metrics.push_back(std::make_shared<Recall>(ClassificationOptions{.num_classes = 2, .average = Average::none}));
  Trainer t({.max_epochs = 3});
  t.fit(*r.task, *r.train, r.val.get());
  const EvalResult v = t.validate(*r.task, *r.val);
  CHECK(v.samples == 64);
  CHECK(v.loss == t.history().back().val_loss);
  CHECK(v.accuracy == t.history().back().val_accuracy);
  CHECK(t.history().back().find("val_Recall_none_1") == v.metrics[1].second);
  const Tensor out = t.predict(*r.task, *r.val);
  CHECK(out.shape() == Shape{64, 2});
  CHECK_FALSE(out.requires_grad());
}

TEST_CASE("a loss that is not finite stops training with step and layer, before the weights are touched") {
  Run r = make_run(1e38);
  Trainer t({.max_epochs = 5});
  std::string text;
  try {
    t.fit(*r.task, *r.train);
  } catch (const Error& e) {
    CHECK(e.kind() == ErrorKind::diverged);
    text = e.what();
  }
  CHECK(text.find("at step ") != std::string::npos);
  CHECK((text.find("layer \"") != std::string::npos || text.find("gradient of ") != std::string::npos || text.find("weight ") != std::string::npos));
  CHECK_THROWS_AS(t.step(), Error);  // and stays so

  Run bad = make_run();
  bad.model->append(std::make_shared<nn::Softplus>());
  const NoGradGuard guard;
  bad.model->parameters()[2].mul_(Tensor(1e30));
  bad.model->parameters()[2].mul_(Tensor(1e30));
  EnableGradGuard on;
  Trainer u({.max_epochs = 1});
  CHECK_THROWS_WITH_AS(u.fit(*bad.task, *bad.train), doctest::Contains("weight 2.weight already is not finite at step 0 (epoch 0, batch 0)"), Error);
}

TEST_CASE("EarlyStopping stops after patience and brings the best weights back") {
  Run r = make_run();
  struct Spoil final : Callback {
    const char* type() const override { return "Spoil"; }
    std::vector<double> first;
    void on_epoch_end(Trainer& t, const EpochRecord& e) override {  // after the first epoch the model only gets worse
      if (e.epoch == 0) first = values(*t.task().model);
      t.task().optimizer->set_option("maximize", 1);
    }
  };
  const auto spoil = std::make_shared<Spoil>();
  Trainer t({.max_epochs = 50, .callbacks = {std::make_shared<EarlyStopping>(EarlyStoppingOptions{.patience = 2}), spoil}});
  t.fit(*r.task, *r.train, r.val.get());
  CHECK(t.history().size() == 3);
  CHECK(values(*r.model) == spoil->first);
}

TEST_CASE("a monitor that is not logged is refused with the nearest names") {
  Run r = make_run();
  Trainer t({.max_epochs = 1, .callbacks = {std::make_shared<EarlyStopping>(EarlyStoppingOptions{.monitor = "val_los"})}});
  CHECK_THROWS_WITH_AS(t.fit(*r.task, *r.train, r.val.get()), doctest::Contains("monitor is \"val_los\", which is not logged; did you mean one of val_loss"), Error);
  CHECK_THROWS_AS(Trainer({.accumulate_grad_batches = 0}), Error);
  CHECK_THROWS_AS(Trainer({.gradient_clip_algorithm = "l2"}), Error);
}

TEST_CASE("the progress bar reads as Lightning's and the summary lists layers") {
  Run r = make_run();
  std::string text;
  double now = 0;
  ProgressBar::Options o;
  o.sink = [&](std::string_view s) { text += s; };
  o.clock = [&] { return now += 0.25; };
  Trainer t({.max_epochs = 1, .callbacks = {std::make_shared<ProgressBar>(o), std::make_shared<ModelSummary>(o.sink)}});
  t.fit(*r.task, *r.train, r.val.get());
  CHECK(text.find("| Name | Type   | Params | In sizes | Out sizes") != std::string::npos);
  CHECK(text.find("0 | 0    | Linear | 48     | [1, 2]   | [1, 16]") != std::string::npos);
  CHECK(text.find("82        Trainable params") != std::string::npos);
  CHECK(text.find("Epoch 0:  40%|████      | 4/10 [00:") != std::string::npos);
  CHECK(text.find("Epoch 0: 100%|██████████| 10/10 [00:") != std::string::npos);
  CHECK(text.find(", val_loss=0.") != std::string::npos);
  CHECK(text.back() == '\n');
}

}  // namespace
}  // namespace wick
