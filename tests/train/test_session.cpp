#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

#include "train/small_run.h"
#include "wick/readers.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

TEST_CASE("info says what is trained") {
  Session s(Recipe::parse(kSmallRecipe));
  const Json j = call(s, "info");
  CHECK(j.at("parameters").integer() == 4 * 9 + 4 + 8 + 6770);
  CHECK(j.at("classes").items().size() == 10);
  CHECK(j.at("input").dump() == "[1,28,28]");
  CHECK(j.at("batches").integer() == 9);
  CHECK(j.at("layers").items()[0].at("repr").text() == "Conv2d(1, 4, kernel_size=(3, 3), stride=(2, 2))");
}

TEST_CASE("steps give events up to the end") {
  Session s(Recipe::parse(kSmallRecipe));
  Json e = call(s, "step", "{\"units\": 100}");
  CHECK(e.at("event").text() == "train");
  CHECK(e.at("batch").integer() == 9);
  CHECK(e.at("samples").integer() == 70);
  CHECK(e.at("optimizer_steps").integer() == 5);  // the ninth batch ends the epoch
  CHECK(e.at("update_norm").number() > 0);
  e = call(s, "step");
  CHECK(e.at("event").text() == "epoch_end");
  CHECK(e.at("epoch").integer() == 0);
  CHECK(e.at("val_loss").number() > 0);
  CHECK(e.at("metrics").find("F1Score_macro"));
  CHECK(e.at("best").boolean());
  CHECK_FALSE(e.at("stopped").boolean());
  for (int i = 0; i < 4; ++i) e = call(s, "step", "{\"units\": 100}");
  CHECK(e.at("stopped").boolean());
  CHECK(call(s, "step").at("event").text() == "finished");
  CHECK(call(s, "history").items().size() == 3);
}

TEST_CASE("what is changed while training runs takes effect and is kept in the recipe") {
  Session s(Recipe::parse(kSmallRecipe).with("scheduler", "null"));
  const auto set = [&](const char* path, const char* value) { return s.call("set", parse_json(str("{\"path\":\"", path, "\",\"value\":", value, "}"))); };
  call(s, "step");
  set("optimizer.lr", "0.5");
  CHECK(s.trainer().lr() == 0.5);
  set("optimizer.betas", "[0.8, 0.9]");
  CHECK(s.task().optimizer->option("beta1") == 0.8);
  set("data.batch_size", "20");
  CHECK(s.trainer().n_batches() == 1 + 4);
  set("trainer.accumulate_grad_batches", "1");
  const Json r = set("model.dropout", "0.9").at("recipe");
  CHECK(r.at("model").at("layers").items()[4].at("p").number() == 0.9);
  CHECK(r.at("data").at("batch_size").integer() == 20);
  set("optimizer", R"({"type":"SGD","lr":0.2})");
  CHECK(std::string(s.task().optimizer->type()) == "SGD");
  CHECK(s.trainer().lr() == 0.2);
  CHECK(call(s, "step").at("samples").integer() == 20);
  CHECK_THROWS_WITH_AS(set("optimizer.lr", "-1"), doctest::Contains("optimizer.lr: is -1; need a number of 0 or more."), RecipeError);
  CHECK_THROWS_AS(set("optimizer.momentun", "0.5"), RecipeError);
  CHECK_THROWS_WITH_AS(set("data.batchsize", "5"), doctest::Contains("did you mean data.batch_size?"), Error);
  CHECK(s.trainer().lr() == 0.2);
}

TEST_CASE("tampering: gradients pile up without zero_grad, a detached layer cuts them off") {
  Session s(Recipe::parse(kSmallRecipe).with("trainer.accumulate_grad_batches", "1").with("trainer.gradient_clip_val", "0"));
  call(s, "step");
  s.call("set", parse_json(R"({"path":"tamper.skip_zero_grad","value":true})"));
  call(s, "line");
  const Json zero = call(s, "line");
  CHECK(zero.at("line").integer() == 1);
  CHECK(zero.at("grad_norm").number() == zero.at("grad_norm_before").number());
  CHECK(zero.at("grad_norm").number() > 0);
  call(s, "step");
  s.call("set", parse_json(R"({"path":"tamper.skip_zero_grad","value":false})"));
  s.call("set", parse_json(R"({"path":"tamper.detach","value":"2"})"));
  call(s, "step");
  const Json layers = call(s, "layers");
  CHECK(layers.items()[0].at("grad_norm").is_null());
  CHECK(layers.items()[4].at("grad_norm").number() > 0);
  CHECK_THROWS_AS(s.call("set", parse_json(R"({"path":"tamper.detach","value":"5"})")), Error);
  s.call("set", parse_json(R"({"path":"tamper.detach","value":null})"));
  call(s, "step");
  CHECK(call(s, "layers").items()[0].at("grad_norm").number() > 0);
}

TEST_CASE("confusion, cells and samples belong together") {
  Session s(Recipe::parse(kSmallRecipe));
  const Json v = call(s, "validate");
  const Json c = call(s, "confusion");
  double total = 0, right = 0;
  for (std::size_t a = 0; a < 10; ++a)
    for (std::size_t b = 0; b < 10; ++b) {
      const double n = c.at("matrix").items()[a].items()[b].number();
      total += n;
      if (a == b) right += n;
      CHECK(s.call("cell", parse_json(str("{\"label\":", a, ",\"predicted\":", b, "}"))).at("indices").items().size() == static_cast<std::size_t>(n));
    }
  CHECK(total == 30);
  CHECK(right / total == doctest::Approx(v.at("accuracy").number()));
  CHECK(c.at("wrong").items().size() == static_cast<std::size_t>(total - right));
  const Tensor sample = s.tensor("sample", parse_json(str("{\"split\":\"val\",\"index\":", c.at("wrong").items()[0].at("index").dump(), "}")));
  CHECK(sample.shape() == Shape{28, 28});
  const Tensor p = s.predict(sample.unsqueeze(0));
  CHECK(p.argmax().item() == c.at("wrong").items()[0].at("predicted").number());
}

TEST_CASE("the latest batch is shown as the loader drew it") {
  Session s(Recipe::parse(kSmallRecipe).with("data.augment", "[]").with("data.shuffle", "false"));
  CHECK_THROWS_AS(s.tensor("batch", Json::object()), Error);
  call(s, "step");
  const Tensor batch = s.tensor("batch", Json::object());
  const Tensor all = s.tensor("inputs", parse_json("{\"split\":\"train\"}"));
  CHECK(batch.shape() == Shape{8, 28, 28});
  CHECK(std::memcmp(batch.raw_data(), all.raw_data(), 8 * 784) == 0);
  CHECK(s.tensor("labels", Json::object()).shape() == Shape{8});
}

TEST_CASE("predict takes u8 and f32 images, in both modes, and traces every layer") {
  Session s(Recipe::parse(kSmallRecipe));
  const Tensor u = s.tensor("inputs", parse_json("{\"split\":\"test\"}"));
  const Tensor f = to_input(u, {28, 28});
  CHECK(s.predict(u).to_vector() == s.predict(f).to_vector());
  double sum = 0;
  for (const double v : s.predict(u, true).to_vector()) sum += v;
  CHECK(sum == doctest::Approx(20));
  CHECK(s.predict(u).to_vector() != s.predict(u, true).to_vector());
  const Json t = call(s, "trace", "{\"train\":1}");
  CHECK(t.items().size() == 6);
  CHECK(t.items()[0].at("shape").dump() == "[20,4,13,13]");
  CHECK(s.tensor("activation", parse_json("{\"layer\":\"5\"}")).shape() == Shape{20, 10});
  CHECK_THROWS_WITH_AS(s.predict(zeros({1, 27, 28}, DType::uint8)),
                       "[predict] input is u8[1,27,28]; the model needs images [1,28,28], u8 or f32 from 0 to 1.", Error);
}

TEST_CASE("a submission has an id, a label and a probability per class") {
  Session s(Recipe::parse(kSmallRecipe));
  const auto bytes = bytes_of(s.tensor("submission", parse_json("{\"split\":\"test\"}")));
  const CsvTable t = read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  CHECK(t.rows == 20);
  CHECK(t.columns.size() == 12);
  CHECK(t.columns[0].name == "id");
  CHECK(t.columns[11].name == "9");
}

// ---- Data from files given through the C functions.

void put(const char* name, const Tensor& t) {
  const auto bytes = write_idx(t);
  REQUIRE(wick_file_put(name, bytes.data(), bytes.size()) == 0);
}

Recipe idx_recipe(const char* images = "img", const char* labels = "lab") {
  return Recipe::parse(str(R"({"model":{"type":"Sequential","layers":["Flatten",{"type":"Linear","in_features":16,"out_features":3}]},
    "data":{"type":"idx","train_images":")", images, R"(","train_labels":")", labels, R"(","test_images":null,"test_labels":null,"val":4,"batch_size":4},
    "optimizer":{"type":"SGD","lr":0.1},"trainer":{"max_epochs":1}})"));
}

std::string error_of(const Recipe& r) {
  try {
    Session s(r);
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST_CASE("IDX files: trained on, and refused with the reason") {
  put("img", zeros({12, 4, 4}, DType::uint8));
  put("lab", tensor<std::uint8_t>({0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2}));
  Session s(idx_recipe());
  s.fit();
  CHECK(call(s, "info").at("n_train").integer() == 8);
  put("lab12", tensor<std::uint8_t>({0, 1, 2, 0, 12, 2, 0, 1, 2, 0, 1, 2}));
  CHECK(error_of(idx_recipe("img", "lab12")).find("label 12 at row 4 of lab12; need labels below 3") != std::string::npos);
  put("short", tensor<std::uint8_t>({0, 1}));
  CHECK(error_of(idx_recipe("img", "short")).find("img has 12 images but short 2 labels") != std::string::npos);
  put("wide", zeros({12, 5, 4}, DType::uint8));
  CHECK(error_of(idx_recipe("wide")).find("model.layers[1]: ") != std::string::npos);
  CHECK(error_of(idx_recipe("absent")).find("absent") != std::string::npos);
  const std::byte broken[9] = {{}, {}, std::byte{8}, std::byte{1}, {}, {}, {}, std::byte{12}, {}};
  REQUIRE(wick_file_put("cut", broken, sizeof broken) == 0);
  CHECK(error_of(idx_recipe("img", "cut")).find("truncated") != std::string::npos);
  CHECK(error_of(idx_recipe().with("data.val", "12")).find("data.val: is 12; need less than the 12 training samples") != std::string::npos);
  for (const char* name : {"img", "lab", "lab12", "short", "wide", "cut"}) CHECK(wick_file_put(name, nullptr, 0) == 0);
  CHECK(error_of(idx_recipe()).find("img") != std::string::npos);
}

TEST_CASE("CSV: classes by name, values, and cells that are missing") {
  std::string text = "a,b,kind,y\n";
  for (int i = 0; i < 30; ++i) text += str(i % 2, ",", i % 7, ",", i % 2 ? "cat" : "dog", ",", i % 2 * 2.5, "\n");
  REQUIRE(wick_file_put("t.csv", text.data(), text.size()) == 0);
  const auto recipe = [](const char* target, const char* loss, int outputs, const char* file = "t.csv") {
    return Recipe::parse(str(R"({"model":{"type":"Linear","in_features":2,"out_features":)", outputs, R"(},"data":{"type":"csv","file":")", file, R"(","target":")", target,
                             R"(","features":["a","b"],"val":0.2,"batch_size":8},"loss":")", loss, R"(","optimizer":{"type":"Adam","lr":0.1},"trainer":{"max_epochs":40}})"));
  };
  Session classes(recipe("kind", "CrossEntropyLoss", 2));
  classes.fit();
  CHECK(classes.class_name(0) == "cat");
  CHECK(classes.trainer().history().back().val_accuracy == 1);
  Session binary(recipe("kind", "BCEWithLogitsLoss", 1));
  binary.fit();
  CHECK(binary.trainer().history().back().val_accuracy == 1);
  CHECK(binary.predict(tensor<float>({1, 3, 0, 3}, {2, 2})).shape() == Shape{2, 2});
  Session focal(recipe("kind", "FocalLoss", 2));
  focal.fit();
  CHECK(focal.trainer().history().back().val_accuracy == 1);
  Session focal_logit(recipe("kind", "SigmoidFocalLoss", 1));
  focal_logit.fit();
  CHECK(focal_logit.trainer().history().back().val_accuracy == 1);
  CHECK(error_of(recipe("kind", "TripletMarginLoss", 2)).find("is TripletMarginLoss: it takes more than an output and a label or a number") != std::string::npos);
  Session values(recipe("y", "MSELoss", 1));
  values.fit();
  CHECK(values.trainer().history().back().val_loss < 0.5);
  CHECK(std::isnan(values.trainer().history().back().val_accuracy));
  CHECK(error_of(recipe("y", "MSELoss", 2)).find("needs [2,1]") != std::string::npos);
  CHECK(error_of(recipe("kinds", "CrossEntropyLoss", 2)).find("kinds") != std::string::npos);
  const std::string hole = "a,b,kind,y\n1,2,cat,1\n1,,dog,2\n";
  REQUIRE(wick_file_put("hole.csv", hole.data(), hole.size()) == 0);
  CHECK(error_of(recipe("kind", "CrossEntropyLoss", 2, "hole.csv")).find("row 2 has no \"b\"") != std::string::npos);
  for (const char* name : {"t.csv", "hole.csv"}) wick_file_put(name, nullptr, 0);
}

// ---- The C functions themselves.

TEST_CASE("the C functions turn errors into statuses and texts") {
  const char* json = nullptr;
  REQUIRE(wick_recipe_check(kSmallRecipe, &json) == 0);
  CHECK(parse_json(json).at("ok").boolean());
  REQUIRE(wick_recipe_check("{\"model\": 3}", &json) == 0);
  const Json wrong = parse_json(json);
  CHECK_FALSE(wrong.at("ok").boolean());
  CHECK(wrong.at("path").text() == "model");
  CHECK(wrong.at("offset").integer() == 10);
  wick_session* s = nullptr;
  CHECK(wick_session_create("{", &s) == 9);
  REQUIRE(wick_session_create(kSmallRecipe, &s) == 0);
  REQUIRE(wick_session_call(s, "step", "{\"units\":2}", &json) == 0);
  REQUIRE(wick_session_call(s, "graph", "{\"max_nodes\":3}", &json) == 0);
  CHECK(parse_json(json).at("nodes").items().size() == 3);
  CHECK(wick_session_call(s, "stepp", "{}", &json) == 1);
  CHECK(std::string(wick_last_error()).find("unknown method \"stepp\"") != std::string::npos);
  CHECK(wick_session_call(s, "step", "[1]", &json) == 1);
  CHECK(wick_session_call(s, "step", "{\"units\":0}", &json) == 1);
  CHECK(wick_session_call(nullptr, "step", "{}", &json) == 1);
  wick_tensor* t = nullptr;
  CHECK(wick_session_tensor(s, "weight", "{\"name\":\"5.wieght\"}", &t) == 1);
  CHECK(std::string(wick_last_error()).find("did you mean 5.weight?") != std::string::npos);
  CHECK(wick_session_load(s, "abc", 3) == 8);
  wick_session_free(s);
  wick_session_free(nullptr);
}

}  // namespace
}  // namespace wick::test
