// Groups of parameters, frozen parameters and weights to start from, by way of recipes.

#include <doctest/doctest.h>

#include "train/small_run.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

std::string why_not(const Recipe& r) {
  try {
    Session s(r);
  } catch (const RecipeError& e) {
    return e.what();
  }
  return "";
}
std::string why_not(const char* path, const char* value) {
  try {
    return why_not(Recipe::parse(kSmallRecipe).with(path, value));
  } catch (const RecipeError& e) {
    return e.what();
  }
}

TEST_CASE("recipe: groups of parameters have options of their own") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("scheduler", R"({"type":"StepLR","step_size":1,"gamma":0.5})").with("trainer.max_epochs", "1").with("optimizer",
      R"({"type":"AdamW","lr":0.01,"weight_decay":0.1,"param_groups":[{"params":["1","*.bias"],"weight_decay":0},{"params":["5.weight"],"lr":0.001,"betas":[0.5,0.6],"amsgrad":true}]})");
  Session s(r);
  optim::Optimizer& o = *s.task().optimizer;
  REQUIRE(o.param_groups().size() == 3);
  CHECK(o.param_groups()[0].params.size() == 1);  // 0.weight
  CHECK(o.param_groups()[1].params.size() == 4);  // 1.weight, 1.bias, 0.bias, 5.bias
  CHECK(o.option("weight_decay", 0) == 0.1);
  CHECK(o.option("weight_decay", 1) == 0);
  CHECK(o.option("lr", 1) == 0.01);
  CHECK(o.option("lr", 2) == 0.001);
  CHECK(o.option("beta2", 2) == 0.6);
  CHECK(o.option("amsgrad", 2) == 1);
  call(s, "set", R"({"path":"optimizer.lr","value":0.02})");  // not of the group that has its own
  CHECK(o.option("lr", 0) == 0.02);
  CHECK(o.option("lr", 1) == 0.02);
  CHECK(o.option("lr", 2) == 0.001);
  call(s, "set", R"({"path":"optimizer.betas","value":[0.7,0.8]})");
  CHECK(o.option("beta1", 0) == 0.7);
  CHECK(o.option("beta1", 2) == 0.5);
  s.fit();
  CHECK(o.option("lr", 0) == 0.01);
  CHECK(o.option("lr", 2) == 0.0005);
  Session all_named(Recipe::parse(kSmallRecipe).with("optimizer", R"({"type":"SGD","param_groups":[{"params":["0","1"]},{"params":["5"],"lr":1}]})"));
  CHECK(all_named.task().optimizer->param_groups().size() == 2);
}

TEST_CASE("recipe: groups that make no sense are named with their path") {
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"params":["6"]}]})") ==
        "[recipe] optimizer.param_groups[0].params[0]: no parameter is named \"6\"; need the start of one, such as \"0.weight\", or a pattern with *.");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"params":["5.weigth"]}]})") ==
        "[recipe] optimizer.param_groups[0].params[0]: no parameter is named \"5.weigth\"; did you mean \"5.weight\"?");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"params":["0"]},{"params":["*.bias"]}]})") ==
        "[recipe] optimizer.param_groups[1].params: parameter \"0.bias\" is in param_groups[0] already; some parameters appear in more than one parameter group.");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"params":["0"],"eps":1}]})").find("optimizer.param_groups[0].eps: unknown key") != std::string::npos);
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"params":["0"],"lr":-1}]})") == "[recipe] optimizer.param_groups[0].lr: is -1; need a number of 0 or more.");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[{"lr":1}]})") == "[recipe] optimizer.param_groups[0].params: is missing; need a list of texts.");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":[3]})") == "[recipe] optimizer.param_groups[0]: is 3; need an object with \"params\".");
  CHECK(why_not("optimizer", R"({"type":"SGD","param_groups":{}})") == "[recipe] optimizer.param_groups: is an object; need a list of objects with \"params\".");
  CHECK(why_not("optimizer", R"("LBFGS")").find("[Trainer] accumulate_grad_batches is 2; LBFGS evaluates one batch again and again, which needs 1.") != std::string::npos);
}

TEST_CASE("recipe: frozen parameters stay, running statistics do not") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("freeze", R"(["0","1.weight"])").with("trainer.max_epochs", "1");
  Session s(r);
  const auto before = parse_safetensors(weights(s));
  s.fit();
  const auto after = parse_safetensors(weights(s));
  for (const char* name : {"0.weight", "0.bias", "1.weight"}) CHECK(after.find(name).to_vector() == before.find(name).to_vector());
  for (const char* name : {"1.bias", "1.running_mean", "5.weight"}) CHECK(after.find(name).to_vector() != before.find(name).to_vector());
  CHECK(why_not("freeze", R"(["features"])") == "[recipe] freeze[0]: no parameter is named \"features\"; need the start of one, such as \"0.weight\", or a pattern with *.");
  CHECK(why_not("freeze", R"(["*"])") == "[recipe] freeze: it leaves nothing to learn; need at least one parameter that is not frozen.");
  // Killed and resumed, with groups and LBFGS.
  for (const char* optimizer : {R"({"type":"SGD","lr":0.05,"momentum":0.9,"param_groups":[{"params":["5"],"lr":0.1}]})", R"({"type":"LBFGS","lr":0.1,"max_iter":3,"history_size":4})"}) {
    const Recipe run = r.with("optimizer", optimizer).with("trainer.accumulate_grad_batches", "1").with("trainer.max_epochs", "2");
    Session whole(run);
    whole.fit();
    for (const int n : {2, 9, 13}) {
      CAPTURE(n);
      Session killed(run);
      int done = 0;
      killed.fit([&] { return ++done >= n; });
      Session resumed(run);
      resumed.load(checkpoint(killed));
      resumed.fit();
      CHECK(checkpoint(resumed) == checkpoint(whole));
    }
  }
}

TEST_CASE("recipe: weights to start from, all or some, of weights or a checkpoint") {
  Session source(Recipe::parse(kSmallRecipe).with("seed", "9"));
  call(source, "step", "{\"units\": 4}");
  const auto put = [](const char* name, const std::vector<std::byte>& bytes) { REQUIRE(wick_file_put(name, bytes.data(), bytes.size()) == 0); };
  put("w.safetensors", weights(source));
  put("c.safetensors", checkpoint(source));
  const auto wanted = parse_safetensors(weights(source));
  for (const char* value : {R"("w.safetensors")", R"({"file":"c.safetensors"})"}) {
    Session s(Recipe::parse(kSmallRecipe).with("weights", value));
    for (const auto& [name, t] : parse_safetensors(weights(s)).tensors) CHECK(t.to_vector() == wanted.find(name).to_vector());
  }
  const Recipe other_head = Recipe::parse(kSmallRecipe).with("model.layers[5].out_features", "12");
  Session s(other_head.with("weights", R"({"file":"w.safetensors","only":["0","1"]})"));
  const auto got = parse_safetensors(weights(s));
  CHECK(got.find("0.weight").to_vector() == wanted.find("0.weight").to_vector());
  CHECK(got.find("1.running_mean").to_vector() == wanted.find("1.running_mean").to_vector());
  CHECK(got.find("5.weight").shape() == Shape{12, 676});
  CHECK(why_not(other_head.with("weights", R"("w.safetensors")")).find("[recipe] weights: [load_state_dict] the state does not fit Sequential") == 0);
  CHECK(why_not("weights", R"("none.safetensors")").find("[recipe] weights: ") == 0);
  CHECK(why_not("weights", R"({"file":"w.safetensors","only":["7"]})").find("[recipe] weights.only[0]: no parameter is named \"7\"") == 0);
  CHECK(why_not("weights", "3") == "[recipe] weights: is 3; need a file's name, or an object with \"file\", or null.");
  for (const char* name : {"w.safetensors", "c.safetensors"}) wick_file_put(name, nullptr, 0);
}

}  // namespace
}  // namespace wick::test
