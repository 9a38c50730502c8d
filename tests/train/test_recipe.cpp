#include <doctest/doctest.h>

#include "train/json.h"
#include "train/session.h"
#include "wick/recipe.h"

namespace wick {
namespace {

const char* const kGood = R"({
  "name": "small", "seed": 3,
  "model": {"type": "Sequential", "layers": [
    {"type": "Linear", "in_features": 2, "out_features": 8}, "Tanh", {"type": "Linear", "in_features": 8, "out_features": 2}]},
  "data": {"type": "toy", "kind": "moons", "train": 64, "val": 32},
  "optimizer": {"type": "SGD", "lr": 0.1}
})";

// The recipe with one part replaced, checked wholly; gives the error.
RecipeError error_of(const std::string& text) {
  try {
    check_recipe(Recipe::parse(text));
  } catch (const RecipeError& e) {
    return e;
  }
  return {"", "no error", -1};
}

std::string with(const std::string& from, const std::string& to) {
  std::string text = kGood;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("a recipe is filled with PyTorch's defaults and reads back the same") {
  const Recipe r = Recipe::parse(kGood);
  CHECK(r.name() == "small");
  CHECK(r.seed() == 3);
  CHECK(r.json().at("optimizer").at("momentum").number() == 0);
  CHECK(r.json().at("loss").at("type").text() == "CrossEntropyLoss");
  CHECK(r.json().at("loss").at("ignore_index").integer() == -100);
  CHECK(r.json().at("data").at("batch_size").integer() == 64);
  CHECK(r.json().at("model").at("layers").items()[1].at("type").text() == "Tanh");
  CHECK(Recipe::parse(r.text()).text() == r.text());
  check_recipe(r);
}

TEST_CASE("every type of the table can be built from its required keys") {
  const Json schema = parse_json(recipe_schema());
  CHECK(schema.at("layer").keys().size() >= 39);
  for (const std::string& type : schema.at("loss").keys()) CHECK(std::string(make_loss(json_quote(type))->type()) == type);
  for (const std::string& type : schema.at("optimizer").keys()) {
    const Tensor p = zeros({3, 2});
    CHECK(std::string(make_optimizer(str("{\"type\":", json_quote(type), ",\"lr\":0.1}"), {p})->type()) == type);
  }
  const auto inner = [](const std::string& key) {  // a stack repeats a layer of one type
    if (key == "encoder_layer") return parse_json(R"({"type":"TransformerEncoderLayer","d_model":4,"nhead":4})");
    if (key == "decoder_layer") return parse_json(R"({"type":"TransformerDecoderLayer","d_model":4,"nhead":4})");
    return Json("ReLU");
  };
  for (const std::string& type : schema.at("layer").keys()) {
    CAPTURE(type);
    Json j = Json::object();
    j.set("type", type);
    const Json& keys = schema.at("layer").at(type);
    for (std::size_t i = 0; i < keys.keys().size(); ++i) {
      if (keys.items()[i].find("default")) continue;
      const std::string& want = keys.items()[i].at("type").text();
      j.set(keys.keys()[i], want == "entry" ? inner(keys.keys()[i]) : want == "entries" ? Json::array() : Json(keys.keys()[i] == "cutoffs" ? 2 : 4));
    }
    CHECK(std::string(make_module(j.dump())->type()) == type);
  }
}

TEST_CASE("a model may nest and share nothing with the order of its keys") {
  const nn::ModulePtr m = make_module(R"({"type":"Sequential","layers":[{"type":"Residual","activation":"relu",
    "main":{"type":"Sequential","layers":[{"type":"Conv2d","in_channels":1,"out_channels":2,"kernel_size":[3,3],"padding":1,"bias":false}]},
    "shortcut":{"type":"Conv2d","kernel_size":1,"out_channels":2,"in_channels":1}},"Flatten"]})");
  CHECK(check_model(*m, {1, 4, 4}) == Shape{2, 32});
  CHECK(m->state_dict()[0].first == "0.main.0.weight");
}

struct Case {
  const char *from, *to, *path, *message;
};

TEST_CASE("what is wrong is named with its path and the nearest valid names") {
  const Case cases[] = {
      {"\"lr\": 0.1", "\"lrr\": 0.1", "optimizer.lrr", "unknown key; did you mean \"lr\"?"},
      {"\"SGD\"", "\"SDG\"", "optimizer.type", "unknown optimizer \"SDG\"; did you mean \"SGD\"?"},
      {"\"optimizer\"", "\"optimiser\"", "optimiser", "unknown key; did you mean \"optimizer\"?"},
      {"\"Tanh\"", "\"Tanhh\"", "model.layers[1]", "unknown layer \"Tanhh\"; did you mean \"Tanh\"?"},
      {"\"in_features\": 2", "\"in_features\": \"2\"", "model.layers[0].in_features", "is \"2\"; need a whole number above 0."},
      {"\"in_features\": 2", "\"in_features\": 0", "model.layers[0].in_features", "is 0; need a whole number above 0."},
      {"\"in_features\": 2", "\"in_features\": 2.5", "model.layers[0].in_features", "is 2.5; need a whole number above 0."},
      {"\"in_features\": 2, ", "", "model.layers[0].in_features", "is missing; need a whole number above 0."},
      {"\"moons\"", "\"moon\"", "data.kind", "is \"moon\"; need \"spiral\", \"moons\", \"circles\", \"xor\" or \"blobs\"."},
      {"\"train\": 64", "\"train\": -1", "data.train", "is -1; need a whole number above 0."},
      {"\"lr\": 0.1", "\"lr\": true", "optimizer.lr", "is true; need a number of 0 or more."},
      {"\"lr\": 0.1", "\"lr\": 0.1, \"nesterov\": true", "optimizer", "[SGD] nesterov needs a momentum above 0 and a dampening of 0."},
      {"\"seed\": 3", "\"seed\": 3, \"trainer\": []", "trainer", "is []; need an object."},
      {"\"seed\": 3", "\"seed\": 3, \"metrics\": [\"F1\"]", "metrics[0]", "unknown metric \"F1\"; need one of \"Accuracy\", \"F1Score\", \"Precision\", \"Recall\", \"Specificity\", \"FBetaScore\", \"AUROC\", \"AveragePrecision\", \"MatthewsCorrCoef\", \"CohenKappa\", \"JaccardIndex\", \"CalibrationError\", \"ROC\", \"PrecisionRecallCurve\", \"ConfusionMatrix\", \"Perplexity\", \"MeanSquaredError\", \"MeanAbsoluteError\" or \"R2Score\"."},
      {"\"seed\": 3", "\"seed\": 3, \"scheduler\": {\"type\": \"StepLR\"}", "scheduler.step_size", "is missing; need a whole number above 0."},
      {"\"seed\": 3", "\"seed\": 3, \"trainer\": {\"callbacks\": [{\"type\": \"EarlyStopping\", \"mode\": \"up\"}]}", "trainer.callbacks[0].mode",
       "is \"up\"; need \"min\" or \"max\"."},
      {"\"seed\": 3", "\"seed\": -3", "seed", "is -3; need a whole number of 0 or more."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.to);
    const std::string text = with(c.from, c.to);
    const RecipeError e = error_of(text);
    CHECK(e.path() == c.path);
    if (std::string(c.path) != "optimizer") CHECK(e.message() == c.message);
    CHECK(e.kind() == ErrorKind::recipe);
    CHECK(e.offset() >= 0);
    CHECK(e.offset() < static_cast<std::int64_t>(text.size()));
  }
}

TEST_CASE("an error points at the value in the text") {
  const std::string text = with("\"lr\": 0.1", "\"lr\" : -0.5");
  const RecipeError e = error_of(text);
  CHECK(text.substr(static_cast<std::size_t>(e.offset()), 4) == "-0.5");
  const std::string nested = with("\"out_features\": 2}", "\"out_features\": [2]}");
  CHECK(nested.substr(static_cast<std::size_t>(error_of(nested).offset()), 3) == "[2]");
}

TEST_CASE("layers that do not fit say which, what came in and what is needed") {
  const RecipeError e = error_of(with("\"in_features\": 8", "\"in_features\": 9"));
  CHECK(e.path() == "model.layers[2]");
  CHECK(e.message().find("f32[2,8]") != std::string::npos);
  CHECK(e.message().find("9") != std::string::npos);
  const RecipeError outputs = error_of(with("\"out_features\": 2}", "\"out_features\": 1}"));
  CHECK(outputs.message() == "it has 1 outputs but the data has 2 classes; need labels below 1, or 2 outputs.");
  const RecipeError groups = error_of(with("\"Tanh\"", R"({"type":"Conv2d","in_channels":3,"out_channels":4,"kernel_size":1,"groups":2})"));
  CHECK(groups.path() == "model.layers[1]");
}

TEST_CASE("broken JSON is reported with line, column and byte") {
  const RecipeError e = error_of("{\n  \"name\": \"x\",\n  \"seed\" 3\n}");
  CHECK(e.message().find("line 3, column 10 (byte 26)") != std::string::npos);
  CHECK(error_of("").offset() == 0);
  CHECK(error_of("{\"a\": 1} x").offset() >= 0);
  CHECK(error_of("{\"name\": \"a\", \"name\": \"b\"}").message().find("key \"name\" is there twice") != std::string::npos);
  CHECK(error_of(std::string(100, '[')).message().find("nested more than 64 deep") != std::string::npos);
  CHECK(error_of("{\"seed\": 1e999}").message() != "no error");
  CHECK(error_of("{\"name\": \"\xff\"}").message() != "no error");
  CHECK(error_of("[]").message() == "is []; need a recipe: an object.");
}

TEST_CASE("one value is replaced by its path") {
  const Recipe r = Recipe::parse(kGood);
  CHECK(r.with("optimizer.lr", "0.25").json().at("optimizer").at("lr").number() == 0.25);
  CHECK(r.with("data.kind", "xor").json().at("data").at("kind").text() == "xor");
  CHECK(r.with("model.layers[2].bias", "false").json().at("model").at("layers").items()[2].at("bias").boolean() == false);
  CHECK(r.with("scheduler", R"({"type":"StepLR","step_size":3})").json().at("scheduler").at("gamma").number() == 0.1);
  CHECK_THROWS_AS(r.with("optimizer.lrr", "1"), RecipeError);
  CHECK_THROWS_AS(r.with("model.layers[7].bias", "false"), RecipeError);
  CHECK_THROWS_AS(r.with("model.layers[x]", "1"), RecipeError);
  CHECK_THROWS_AS(r.with("name.x", "1"), RecipeError);
}

TEST_CASE("numbers and text survive writing and reading") {
  const Json j = parse_json(R"({"a":[1,-2.5,1e-7,null,true],"b":"q\"\\\n\u00e9","c":{}})");
  CHECK(parse_json(j.dump()).dump() == j.dump());
  CHECK(parse_json(j.dump(2)).dump() == j.dump());
  CHECK(Json(kNoValue).dump() == "null");
}

}  // namespace
}  // namespace wick
