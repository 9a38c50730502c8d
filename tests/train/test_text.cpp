// Models of text through recipes, sessions and the C functions.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "io/mutate.h"
#include "train/small_run.h"
#include "wick/vocabulary.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

const char* const kTextRecipe = R"({
  "name": "text", "seed": 2,
  "model": {"type": "Sequential", "layers": [
    {"type": "Embedding", "num_embeddings": 8, "embedding_dim": 12}, {"type": "Linear", "in_features": 12, "out_features": 8}]},
  "data": {"type": "text", "file": "abc.txt", "seq_len": 10, "val": 0.2, "test": 0.1, "batch_size": 6},
  "optimizer": {"type": "Adam", "lr": 0.1},
  "metrics": [{"type": "F1Score", "average": "macro"}],
  "trainer": {"max_epochs": 8}
})";

// "abcdefgh" over and over: the next character follows from this one.
struct AbcFile {
  AbcFile() {
    for (int i = 0; i < 100; ++i) text += "abcdefgh";
    REQUIRE(wick_file_put("abc.txt", text.data(), text.size()) == 0);
  }
  ~AbcFile() { wick_file_put("abc.txt", nullptr, 0); }
  std::string text;
};

TEST_CASE("a recipe trains a model of characters; every position counts") {
  const AbcFile file;
  Session s(Recipe::parse(kTextRecipe));
  CHECK(s.data().train->size() == 55);  // 560 characters: the last window's target is character 560 at most
  CHECK(s.data().val->size() == 15);
  CHECK(s.data().test->size() == 7);
  const Json info = call(s, "info");
  CHECK(info.at("input").dump() == "[10]");
  CHECK(info.at("classes").items().size() == 8);
  CHECK(info.at("vocabulary").at("type").text() == "char");
  CHECK(info.at("vocabulary").at("tokens").items()[2].text() == "c");
  const Json before = call(s, "validate");
  CHECK(before.at("loss").number() == doctest::Approx(std::log(8)).epsilon(0.4));
  s.fit();
  const EpochRecord& last = s.trainer().history().back();
  CHECK(last.val_accuracy == 1);
  CHECK(last.val_loss < 0.05);
  CHECK(last.train_loss < 0.2);
  CHECK(last.metrics[0].second == 1);
  const EvalResult test = s.evaluate("test");
  CHECK(test.samples == 70);
  CHECK(test.accuracy == 1);
  const Json confusion = call(s, "confusion");
  CHECK(confusion.at("matrix").items()[0].items()[1].number() + confusion.at("matrix").items()[0].items()[0].number() >= 8);
  CHECK(confusion.at("wrong").items().empty());

  const Tensor p = s.predict(tensor<std::int64_t>({0, 3, 7}, {1, 3}));
  CHECK(p.shape() == Shape{1, 3, 8});
  CHECK(p.argmax(2).to_vector() == std::vector<double>{1, 4, 0});
  CHECK(p.sum().item() == doctest::Approx(3));
  CHECK(s.predict(tensor<std::int64_t>({0, 3, 7}, {1, 3})).to_vector() == p.to_vector());  // as a program, from now on
  CHECK(s.predict(tensor<std::int64_t>({0, 3}, {1, 2})).shape() == Shape{1, 2, 8});
  CHECK(s.tensor("encode", parse_json(R"({"text":"bad"})")).to_vector() == std::vector<double>{1, 0, 3});
  CHECK(call(s, "decode", R"({"tokens":[1,0,3]})").at("text").text() == "bad");
  CHECK(call(s, "generate", R"({"prompt":"cde","tokens":9,"temperature":0})").at("text").text() == "cdefghabcdef");
  CHECK(call(s, "generate", R"({"tokens":4,"temperature":0})").at("text").text() == "bcde");
}

TEST_CASE("text made at a temperature is the seed's; top_k cuts off what is unlikely") {
  const AbcFile file;
  Session s(Recipe::parse(kTextRecipe));
  const auto made = [&](const char* args) { return call(s, "generate", args).at("text").text(); };
  CHECK(made(R"({"prompt":"a","tokens":60,"seed":3})") == made(R"({"prompt":"a","tokens":60,"seed":3})"));
  CHECK(made(R"({"prompt":"a","tokens":60,"seed":3})") != made(R"({"prompt":"a","tokens":60,"seed":4})"));
  CHECK(made(R"({"prompt":"a","tokens":60,"top_k":1})") == made(R"({"prompt":"a","tokens":60,"temperature":0})"));
  CHECK(error_of([&] { made(R"({"prompt":"az"})"); }).says("character \"z\" is not in the vocabulary"));
  CHECK(error_of([&] { made(R"({"temperature":-1})"); }).says("temperature is -1; need a number from 0"));
  CHECK(error_of([&] { made(R"({"tokens":0})"); }).says("tokens is 0"));
  CHECK(error_of([&] { call(s, "decode", R"({"tokens":[8]})"); }).says("token 8 is out of range"));
  CHECK(error_of([&] { call(s, "decode", R"({"tokens":3})"); }).says("need a list"));
  CHECK(error_of([&] { s.predict(zeros({2})); }).says("the model needs tokens [N,T]"));
  Session digits(Recipe::parse(kSmallRecipe));
  CHECK(error_of([&] { call(digits, "generate"); }).says("the recipe's data is no text"));
}

TEST_CASE("the loss of a sequence is that of its positions, laid out by hand") {
  const AbcFile file;
  Session s(Recipe::parse(kTextRecipe).with("data.shuffle", "false"));
  const nn::ModulePtr model = make_module(Recipe::parse(kTextRecipe).json().at("model").dump());
  model->load_state_dict(s.task().model->state_dict());
  const Batch b = s.data().train->get(std::vector<std::int64_t>{0, 1, 2, 3, 4, 5});
  const Tensor by_hand = nn::CrossEntropyLoss()((*model)(b.x).reshape({60, 8}), b.y.reshape({60}));
  CHECK(call(s, "step").at("loss").number() == doctest::Approx(by_hand.item()).epsilon(1e-6));
  Session sums(Recipe::parse(kTextRecipe).with("data.shuffle", "false").with("loss", R"({"type":"CrossEntropyLoss","reduction":"sum"})"));
  CHECK(call(sums, "step").at("loss").number() == doctest::Approx(by_hand.item()).epsilon(1e-5));
}

TEST_CASE("a text run stopped in the middle goes on with the same bits") {
  const AbcFile file;
  const Recipe recipe = Recipe::parse(kTextRecipe).with("trainer.max_epochs", "2");
  Session whole(recipe), first(recipe), second(recipe);
  whole.fit();
  call(first, "step", "{\"units\":4}");
  second.load(checkpoint(first));
  second.fit();
  CHECK(weights(second) == weights(whole));
}

TEST_CASE("weights bring their vocabulary, and another one is refused") {
  const AbcFile file;
  Session s(Recipe::parse(kTextRecipe));
  const std::vector<std::byte> bytes = weights(s);
  const SafetensorsFile stored = parse_safetensors(bytes, "weights");
  SessionOptions o;
  o.input = {10};
  o.vocabulary = *stored.find_metadata("vocabulary");
  wick_file_put("abc.txt", nullptr, 0);
  Session without(Recipe::parse(kTextRecipe), o);
  without.load(bytes);
  CHECK(call(without, "generate", R"({"prompt":"ab","tokens":20,"seed":1})").dump() == call(s, "generate", R"({"prompt":"ab","tokens":20,"seed":1})").dump());
  std::string other = "abcdefgx";
  for (int i = 0; i < 6; ++i) other += other;
  REQUIRE(wick_file_put("abc.txt", other.data(), other.size()) == 0);
  Session renamed(Recipe::parse(kTextRecipe));
  CHECK(error_of([&] { renamed.load(bytes); }).says("was trained with a vocabulary of 8 tokens that is not this data's"));
  // The stored vocabulary, named in the recipe, is used instead of the data's own.
  REQUIRE(wick_file_put("vocabulary.json", o.vocabulary.data(), o.vocabulary.size()) == 0);
  CHECK(error_of([&] { Session(Recipe::parse(kTextRecipe).with("data.vocabulary", "vocabulary.json")); }).says("character \"x\" is not in the vocabulary"));
  wick_file_put("vocabulary.json", nullptr, 0);
}

TEST_CASE("byte-pair encoding by recipe, and what does not fit") {
  const AbcFile file;
  const Recipe recipe = Recipe::parse(kTextRecipe);
  const Recipe bpe = recipe.with("data.tokenizer", "bpe").with("data.vocab_size", "260").with("data.seq_len", "5").with("model", R"({"type":"Sequential","layers":[
    {"type":"Embedding","num_embeddings":260,"embedding_dim":4},{"type":"Linear","in_features":4,"out_features":260}]})");
  Session s(bpe);
  CHECK(s.n_classes() == 260);
  call(s, "step", "{\"units\":3}");
  const Json info = call(s, "info");
  CHECK(info.at("vocabulary").at("type").text() == "bpe");
  CHECK(info.at("vocabulary").at("tokens").items()[256].text() == "ab");
  const auto refused = [&](const Recipe& r) { return error_of([&] { Session session(r); }); };
  CHECK(refused(bpe.with("data.vocab_size", "100")).says("vocab_size is 100; need 256"));
  CHECK(refused(recipe.with("data.seq_len", "600")).says("give no window of seq_len 600"));
  CHECK(refused(recipe.with("data.test", "0.9")).says("val and test take all of the text"));
  CHECK(refused(recipe.with("loss", "MSELoss").with("metrics", "[]")).says("gives classes; this loss needs values"));
  CHECK(refused(recipe.with("model.layers[1].out_features", "7")).says("it has 7 outputs but the data has 8 classes"));
  CHECK(refused(recipe.with("model.layers[0].num_embeddings", "7")).kind.has_value());
  CHECK(refused(recipe.with("model.layers[1]", "Flatten")).says("need"));
  CHECK(refused(recipe.with("data.file", "gone.txt")).says("gone.txt"));
}

TEST_CASE("a vocabulary goes through JSON; damaged, it is refused or another one") {
  const Tokenizer chars = Tokenizer::characters_of("a\"\\\n\xC3\xA9\x01"), bpe = Tokenizer::train_bpe("low lower lowest low lower", 262);
  int read = 0;
  for (const Tokenizer& t : {chars, bpe}) {
    const std::string json = vocabulary_json(t);
    CHECK(read_vocabulary(json) == t);
    const auto* p = reinterpret_cast<const std::byte*>(json.data());
    Mutator mutator({p, p + json.size()});
    for (int i = 0; i < 1500; ++i) {
      const std::vector<std::byte> bytes = mutator.next();
      const Failure f = error_of([&] { read_vocabulary({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); });
      CHECK((!f.kind || f.kind == ErrorKind::format));
      read += !f.kind;
    }
  }
  CHECK(read > 50);
  CHECK(error_of([] { read_vocabulary("[1]", "v.json"); }).says("[vocabulary] v.json: need an object with \"type\""));
  CHECK(error_of([] { read_vocabulary(R"({"type":"bpe","merges":[[1]]})"); }).says("need pairs of tokens"));
  CHECK(error_of([] { read_vocabulary(R"({"type":"bpe","merges":[[1,300]]})"); }).says("need tokens below 256"));
}

}  // namespace
}  // namespace wick::test
