// A run killed anywhere and resumed from its checkpoint must end with the same bits.

#include <doctest/doctest.h>

#include "train/small_run.h"

namespace wick::test {
namespace {

Recipe recipe(const std::vector<std::pair<const char*, const char*>>& changes = {}) {
  Recipe r = Recipe::parse(kSmallRecipe);
  for (const auto& [path, value] : changes) r = r.with(path, value);
  return r;
}

// Ends in the weights, the optimizer's state, the counters and the history of all epochs.
std::vector<std::byte> run_whole(const Recipe& r) {
  Session s(r);
  s.fit();
  return checkpoint(s);
}

// Stops after n units of work, as a kill after a checkpoint would, and goes on in a new session.
std::vector<std::byte> run_killed(const Recipe& r, int n) {
  std::vector<std::byte> saved;
  {
    Session s(r);
    int done = 0;
    s.fit([&] { return ++done >= n; });
    saved = checkpoint(s);
  }
  Session disturbance(r);  // another session meanwhile draws from its own stream only
  disturbance.call("step", parse_json("{\"units\": 3}"));
  Session s(r);
  s.load(saved);
  s.predict(zeros({1, 28, 28}, DType::uint8), true);  // a look in train mode changes nothing
  s.fit();
  return checkpoint(s);
}

TEST_CASE("killed at any unit of work and resumed: bit-identical") {
  const Recipe r = recipe();
  const auto whole = run_whole(r);
  // Nine training batches and one of validation per epoch, updates after every second batch.
  for (const int n : {1, 2, 3, 5, 8, 9, 10, 11, 14, 19, 20, 25, 29, 30}) {
    CAPTURE(n);
    CHECK(run_killed(r, n) == whole);
  }
}

TEST_CASE("the same for other optimizers, schedulers and rare validation") {
  const std::vector<std::pair<const char*, const char*>> variants[] = {
      {{"optimizer", R"({"type":"SGD","lr":0.05,"momentum":0.9,"nesterov":true})"}, {"scheduler", R"({"type":"StepLR","step_size":1})"}},
      {{"optimizer", R"({"type":"AdamW","lr":0.01,"amsgrad":true})"},
       {"scheduler", R"({"type":"ReduceLROnPlateau","patience":0,"factor":0.5})"},
       {"trainer.accumulate_grad_batches", "3"}},
      {{"trainer.check_val_every_n_epoch", "2"}, {"trainer.limit_train_batches", "5"}, {"data.drop_last", "true"}},
      {{"trainer.max_steps", "7"}},
  };
  for (const auto& changes : variants) {
    const Recipe r = recipe(changes);
    const auto whole = run_whole(r);
    for (const int n : {4, 5, 6, 9, 13}) {
      CAPTURE(n);
      CAPTURE(changes[0].second);
      CHECK(run_killed(r, n) == whole);
    }
  }
}

TEST_CASE("resumed from the middle of a batch run line by line: the batch is done again") {
  const Recipe r = recipe();
  const auto whole = run_whole(r);
  for (int lines = 1; lines < 10; ++lines) {
    CAPTURE(lines);
    Session s(r);
    call(s, "step", "{\"units\": 2}");
    for (int i = 0; i < lines; ++i) call(s, "line");
    const auto saved = checkpoint(s);
    Session t(r);
    t.load(saved);
    t.fit();
    CHECK(checkpoint(t) == whole);
    s.fit();
    CHECK(checkpoint(s) == whole);
  }
}

TEST_CASE("early stopping goes on counting where it stopped, and a stopped run stays stopped") {
  const Recipe r = recipe({{"optimizer", R"({"type":"SGD","lr":0.0})"},
                           {"scheduler", "null"},
                           {"trainer.max_epochs", "20"},
                           {"trainer.callbacks", R"([{"type":"EarlyStopping","patience":2,"min_delta":10}])"}});
  Session whole(r);
  whole.fit();
  CHECK(whole.trainer().history().size() == 3);
  CHECK(run_killed(r, 15) == checkpoint(whole));
  Session again(r);
  again.load(checkpoint(whole));
  CHECK(again.trainer().finished());
}

TEST_CASE("a finished run goes on when it may train longer") {
  const auto two = run_whole(recipe({{"trainer.max_epochs", "2"}, {"trainer.accumulate_grad_batches", "1"}}));
  const Recipe three = recipe({{"trainer.accumulate_grad_batches", "1"}});
  Session s(three);
  s.load(two);
  CHECK_FALSE(s.trainer().finished());
  s.fit();
  Session whole(three);
  whole.fit();
  CHECK(weights(s) == weights(whole));
}

}  // namespace
}  // namespace wick::test
