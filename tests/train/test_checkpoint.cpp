#include <doctest/doctest.h>

#include "train/small_run.h"
#ifndef __EMSCRIPTEN__
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "wick/files.h"
#endif

namespace wick::test {
namespace {

SafetensorsFile parsed(Session& s) { return parse_safetensors(checkpoint(s)); }

TEST_CASE("a checkpoint is one safetensors file with weights, optimizer, counters and the recipe") {
  Session s(Recipe::parse(kSmallRecipe));
  call(s, "step", "{\"units\": 3}");
  const SafetensorsFile f = parsed(s);
  CHECK(f.find("model.0.weight").shape() == Shape{4, 1, 3, 3});
  CHECK(f.find("model.1.running_var").defined());
  CHECK(f.find("optimizer.0.exp_avg").defined());
  CHECK(f.find("grad.5.weight").defined());  // the third batch of an accumulation of two
  REQUIRE(f.find_metadata("recipe"));
  CHECK(Recipe::parse(*f.find_metadata("recipe")).name() == "small");
  call(s, "step");
  CHECK_FALSE(parsed(s).find("grad.5.weight").defined());
}

TEST_CASE("weights alone load too, and nothing changes when they do not fit") {
  Session a(Recipe::parse(kSmallRecipe)), b(Recipe::parse(kSmallRecipe).with("seed", "6"));
  call(a, "step", "{\"units\": 4}");
  const auto w = weights(a);
  b.load(w);
  CHECK(parse_safetensors(weights(b)).find("5.weight").to_vector() == parse_safetensors(w).find("5.weight").to_vector());
  Session other(Recipe::parse(kSmallRecipe).with("model.layers[0].out_channels", "4").with("model.layers[5].bias", "false"));
  const auto before = weights(other);
  CHECK_THROWS_WITH_AS(other.load(w), doctest::Contains("Unexpected key(s): 5.bias"), Error);
  CHECK(weights(other) == before);
}

TEST_CASE("a checkpoint of something else is refused and nothing changes") {
  Session s(Recipe::parse(kSmallRecipe));
  call(s, "step", "{\"units\": 4}");
  const auto saved = checkpoint(s);
  Session sgd(Recipe::parse(kSmallRecipe).with("optimizer", R"({"type":"SGD","lr":0.1})"));
  const auto before = checkpoint(sgd);
  CHECK_THROWS_WITH_AS(sgd.load(saved), doctest::Contains("trained with Adam but the optimizer is SGD"), Error);
  CHECK(checkpoint(sgd) == before);
  Session small(Recipe::parse(kSmallRecipe).with("data.train", "10"));
  CHECK_THROWS_WITH_AS(small.load(saved), doctest::Contains("stands at sample 32"), Error);

  SafetensorsFile f = parse_safetensors(saved);
  for (auto& [key, text] : f.metadata)
    if (key == "wick_checkpoint") text = "{\"version\":1}";
  CHECK_THROWS_WITH_AS(s.load(write_safetensors(f.tensors, f.metadata)), doctest::Contains("is missing; the file is damaged"), Error);
  for (auto& [key, text] : f.metadata)
    if (key == "wick_checkpoint") text = "{";
  CHECK_THROWS_AS(s.load(write_safetensors(f.tensors, f.metadata)), Error);
  for (const std::size_t n : {std::size_t{0}, std::size_t{7}, saved.size() / 2, saved.size() - 1})
    CHECK_THROWS_AS(s.load(std::span(saved).first(n)), Error);
  CHECK(checkpoint(s) == saved);
}

#ifndef __EMSCRIPTEN__

struct Folder {
  std::filesystem::path path;
  Folder() {
    char name[] = "/tmp/wick-test-XXXXXX";
    path = mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::vector<std::string> files() const {
    std::vector<std::string> out;
    for (const auto& e : std::filesystem::directory_iterator(path)) out.push_back(e.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }
};

TEST_CASE("ModelCheckpoint keeps the best k and the last") {
  const Folder folder;
  ModelCheckpointOptions o{.dirpath = folder.path.string(), .save_top_k = 2};
  const auto keeper = std::make_shared<ModelCheckpoint>(o);
  SessionOptions options;
  options.callbacks = {keeper};
  Session s(Recipe::parse(kSmallRecipe).with("trainer.max_epochs", "5"), options);
  s.fit();
  CHECK(folder.files().size() == 3);
  CHECK(std::filesystem::exists(keeper->best_model_path()));
  Session best(Recipe::parse(kSmallRecipe).with("trainer.max_epochs", "5"));
  best.load(read_file(keeper->best_model_path()));
  double lowest = 1e9;
  for (const EpochRecord& r : s.trainer().history()) lowest = std::min(lowest, r.val_loss);
  CHECK(best.trainer().history().back().val_loss == lowest);
}

TEST_CASE("metrics.csv of a resumed run is that of one never stopped") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("trainer.log_every_n_steps", "2");
  const auto text = [](const std::filesystem::path& p) {
    const Bytes b = read_file(p.string());
    return std::string(reinterpret_cast<const char*>(b.data()), b.size());
  };
  const Folder folder;
  const auto options = [&](const char* name) {
    SessionOptions o;
    o.callbacks = {std::make_shared<CSVLogger>((folder.path / name).string())};
    return o;
  };
  Session whole(r, options("whole.csv"));
  whole.fit();
  for (const int kill : {3, 9, 10, 14, 25}) {
    CAPTURE(kill);
    std::shared_ptr<const SafetensorsFile> saved;
    {
      Session s(r, options("killed.csv"));
      int n = 0;
      s.fit([&] { return ++n >= kill; });
      saved = std::make_shared<SafetensorsFile>(parse_safetensors(checkpoint(s)));
      s.fit([&] { return ++n >= kill + 6; });  // rows after the checkpoint, then the kill
    }
    SessionOptions o = options("killed.csv");
    o.checkpoint = saved;
    Session s(r, o);
    s.fit();
    CHECK(text(folder.path / "killed.csv") == text(folder.path / "whole.csv"));
  }
  CHECK(text(folder.path / "whole.csv").find("epoch,step,train_loss_step,train_loss,train_accuracy,val_loss,val_accuracy,lr,val_F1Score_macro\n0,2,") == 0);
}

#endif

}  // namespace
}  // namespace wick::test
