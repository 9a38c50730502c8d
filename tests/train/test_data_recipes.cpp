// Data of the file types through recipes: tables, CIFAR-10, transforms.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "train/parts.h"
#include "train/small_run.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

struct MemoryFile {
  MemoryFile(const char* name, const void* bytes, std::size_t n) : name(name) { REQUIRE(wick_file_put(name, bytes, n) == 0); }
  MemoryFile(const char* name, const std::string& text) : MemoryFile(name, text.data(), text.size()) {}
  ~MemoryFile() { wick_file_put(name, nullptr, 0); }
  const char* name;
};

// Two kinds told apart by a place and a size; every seventh size and every ninth place is missing.
std::string shop_table() {
  std::string text = "place,size,code,kind,price\n";
  for (int i = 0; i < 120; ++i) {
    const int k = i % 3 == 0;
    text += str(i % 9 == 4 ? "" : k ? "north" : i % 2 ? "south" : "west", ",", i % 7 == 3 ? std::string() : to_text(1000 + 100 * k + i % 5), ",", i % 4, ",", k ? "A" : "B", ",",
                k ? 5 : 2, "\n");
  }
  return text;
}

Recipe shop(int inputs, const std::string& data) {
  return Recipe::parse(str(R"({"model":{"type":"Linear","in_features":)", inputs, R"(,"out_features":2},"data":{"type":"csv","file":"shop.csv","target":"kind","batch_size":16,)", data,
                           R"(},"optimizer":{"type":"Adam","lr":0.1},"trainer":{"max_epochs":20}})"));
}

TEST_CASE("a table with categories and missing cells trains from a recipe") {
  const MemoryFile file("shop.csv", shop_table());
  Session s(shop(9, R"("features":["place","size","code"],"categorical":["code"],"missing":"constant","standardize":true,"stratify":true,"test":0.1)"));
  CHECK(s.data().train->size() == 84);
  s.fit();
  CHECK(s.trainer().history().back().val_accuracy >= 0.95);
  const Json columns = call(s, "info").at("table").at("columns");
  CHECK(columns.items()[0].at("categories").dump() == R"(["north","south","west","missing"])");
  CHECK(columns.items()[1].at("mean").number() > 500);  // filled with 0 before it was standardized
  CHECK(columns.items()[2].at("categories").items().size() == 4);
  for (const char* split : {"train", "val", "test"}) {  // a third of each part is of kind A
    const Tensor y = s.tensor("targets", parse_json(str("{\"split\":\"", split, "\"}")));
    CHECK(std::fabs(y.to(DType::float32).mean().item() - 2.0 / 3) < 0.05);
  }
  // The weights bring the columns with them.
  const SafetensorsFile stored = parse_safetensors(weights(s), "weights");
  SessionOptions o;
  o.input = s.input();
  o.n_classes = 2;
  o.table = *stored.find_metadata("table");
  Session later(s.recipe(), o);
  CHECK(table_json(*later.data().table) == table_json(*s.data().table));
}

TEST_CASE("the other ways to encode and to fill, and what they refuse") {
  const MemoryFile file("shop.csv", shop_table());
  CHECK(Session(shop(2, R"("features":["place","size"],"encoding":"index","missing":"median")")).input() == Shape{2});
  CHECK(Session(shop(4, R"("features":["place","size"],"missing":"mode")")).input() == Shape{4});
  CHECK(Session(shop(3, R"("missing":"mean","features":["size","code","price"])")).input() == Shape{3});
  CHECK(Session(shop(3, R"("missing":"mean")")).input() == Shape{3});  // no list: the numeric columns
  CHECK(Session(shop(6, R"("missing":"mean","categorical":["code"])")).input() == Shape{6});
  Session dropped(shop(4, R"("features":["place","size"],"missing":"drop","val":0)"));
  CHECK(dropped.data().train->size() == 120 - 17 - 13 + 2);  // rows without a size, without a place, without both
  const auto refused = [](const Recipe& r) { return error_of([&] { Session s(r); }); };
  CHECK(refused(shop(2, R"("features":["size"])")).says("has no \"size\"; need every cell filled"));
  CHECK(refused(shop(2, R"("features":["sise"])")).says("no column \"sise\""));
  CHECK(refused(shop(2, R"("categorical":["town"])")).says("no column \"town\""));
  CHECK(refused(shop(3, R"("missing":"mean","stratify":true)").with("loss", "MSELoss").with("data.target", "price")).says("this loss has no classes to keep in proportion"));
  const MemoryFile hole("shop.csv", "a,kind\n1,A\n2,\n3,B\n");
  CHECK(refused(shop(1, R"("val":0)")).says("row 2 has no \"kind\""));
  CHECK(Session(shop(1, R"("val":0,"missing":"drop")")).data().train->size() == 2);
}

std::vector<std::byte> cifar(int n, int shift) {
  std::vector<std::byte> out;
  for (int i = 0; i < n; ++i) {
    const int label = (i + shift) % 10;
    out.push_back(static_cast<std::byte>(label));
    for (int k = 0; k < 3072; ++k) out.push_back(static_cast<std::byte>((k / 307 == label) * 200 + (i * 31 + k * 7) % 50));
  }
  return out;
}

const char* const kCifar = R"({
  "model": {"type": "Sequential", "layers": [{"type":"AvgPool2d","kernel_size":4},"Flatten",{"type":"Linear","in_features":48,"out_features":10}]},
  "data": {"type":"cifar10","train":["a.bin","b.bin"],"test":"t.bin","val":20,"batch_size":20,
    "transform":[{"type":"Resize","size":16}],
    "augment":[{"type":"RandomCrop","size":16,"padding":2},"RandomHorizontalFlip","TrivialAugmentWide",{"type":"ColorJitter","brightness":0.1,"hue":[-0.05,0.1]}],
    "normalize":{"mean":[0.5,0.5,0.5],"std":[0.25,0.25,0.25]}},
  "optimizer": {"type":"Adam","lr":0.05}, "trainer": {"max_epochs":1}})";

TEST_CASE("CIFAR-10 and its transforms from a recipe") {
  const std::vector<std::byte> a = cifar(60, 0), b = cifar(40, 3), t = cifar(10, 5);
  const MemoryFile files[] = {{"a.bin", a.data(), a.size()}, {"b.bin", b.data(), b.size()}, {"t.bin", t.data(), t.size()}};
  const Recipe recipe = Recipe::parse(kCifar);
  Session s(recipe);
  CHECK(s.data().train->size() == 80);
  CHECK(s.input() == Shape{3, 16, 16});
  CHECK(s.class_name(3) == "cat");
  CHECK(call(s, "info").at("sample").dump() == "[3,32,32]");
  call(s, "step", "{\"units\":2}");
  CHECK(s.tensor("batch", Json::object()).shape() == Shape{20, 3, 16, 16});
  s.fit();
  CHECK(s.evaluate("test").samples == 10);
  // Stored images are resized on the way, those of the model's size are taken as they are.
  const Tensor stored = s.tensor("sample", parse_json(R"({"split":"test","index":0})")).unsqueeze(0);
  CHECK(s.predict(stored).shape() == Shape{1, 10});
  CHECK(s.predict(zeros({2, 3, 16, 16})).shape() == Shape{2, 10});
  // Batches made ahead: the same weights.
  Session ahead(recipe.with("data.num_workers", "2"));
  ahead.fit();
  const auto tensors_of = [](Session& from) { return from.task().model->state_dict()[0].second.to_vector(); };
  CHECK(tensors_of(ahead) == tensors_of(s));
  const auto refused = [](const Recipe& r) { return error_of([&] { Session session(r); }); };
  CHECK(refused(recipe.with("data.augment[0].size", "20")).says("data.augment: gives inputs of [3,20,20]; data.transform gives [3,16,16]"));
  CHECK(refused(recipe.with("data.augment[0].padding", "[1,2,3]")).says("data.augment[0]: [RandomCrop] Padding must be"));
  CHECK(refused(recipe.with("data.transform[0]", "MixUp")).says("data.transform[0]: mixes a batch"));
  CHECK(refused(recipe.with("data.val", "100")).says("data.val: is 100; need less than the 100 training samples"));
  CHECK(refused(recipe.with("data.test", "gone.bin")).says("gone.bin"));
}

// The same batch by hand: what MixUp and CutMix make of the batch without them, and one step of SGD on it.
TEST_CASE("MixUp and CutMix in a recipe: loss and step are those of the mixed images and class probabilities") {
  const std::vector<std::byte> bytes = cifar(60, 0);
  const MemoryFile file("a.bin", bytes.data(), bytes.size());
  for (const char* type : {"MixUp", "CutMix"}) {
    CAPTURE(type);
    const Recipe plain = Recipe::parse(kCifar).with("data.train", "[\"a.bin\"]").with("data.test", "null").with("data.augment", "[]").with("data.normalize", "null")
                             .with("optimizer", R"({"type":"SGD","lr":0.5})");
    const Recipe recipe = plain.with("data.augment", str("[\"", type, "\"]"));
    Session s(recipe);
    const auto batch_of = [&](const Recipe& r) {
      const Json& data = r.json().at("data");
      DataLoader loader(s.data().train, parts::loader_options(data, r.seed(), s.data().train.get()), parts::transforms(data, true, 10));
      Batch b;
      REQUIRE(loader.next(b));
      return b;
    };
    const Batch before = batch_of(plain), mixed = batch_of(recipe);
    const std::int64_t N = 20, C = 10, P = 3 * 16 * 16;
    REQUIRE(before.x.shape() == Shape{N, 3, 16, 16});
    REQUIRE(mixed.y.shape() == Shape{N, C});
    // One share for the whole batch, told by a sample whose neighbour is of another class.
    const auto label = [&](std::int64_t i) { return static_cast<std::int64_t>(before.y.select(0, (i + N) % N).item()); };
    double own = -1;
    for (std::int64_t i = 0; i < N && own < 0; ++i)
      if (label(i) != label(i - 1)) own = mixed.y.select(0, i).select(0, label(i)).item();
    REQUIRE((own > 0 && own < 1));
    const std::vector<double> was = before.x.to_vector(), is = mixed.x.to_vector(), shares = mixed.y.to_vector();
    std::int64_t taken = 0;
    for (std::int64_t i = 0; i < N; ++i) {
      for (std::int64_t c = 0; c < C; ++c) {
        const double want = own * (c == label(i)) + (1 - own) * (c == label(i - 1));
        CHECK(shares[static_cast<std::size_t>(i * C + c)] == doctest::Approx(want).epsilon(1e-6));
      }
      bool fits = true;
      for (std::int64_t k = 0; k < P; ++k) {
        const double mine = was[static_cast<std::size_t>(i * P + k)], other = was[static_cast<std::size_t>((i + N - 1) % N * P + k)], got = is[static_cast<std::size_t>(i * P + k)];
        if (std::string_view(type) == "MixUp") fits = fits && std::fabs(got - (own * mine + (1 - own) * other)) < 1e-6;
        else fits = fits && (got == mine || got == other);
        taken += got != mine;
      }
      CHECK(fits);
    }
    // CutMix: the share is that of the box; where both images agree a pixel may be either's.
    if (std::string_view(type) == "CutMix") CHECK(static_cast<double>(taken) <= (1 - own) * static_cast<double>(N * P) + 0.5);
    if (std::string_view(type) == "CutMix") CHECK(static_cast<double>(taken) > 0.8 * (1 - own) * static_cast<double>(N * P));

    // Means of 4 x 4 pixels, a linear layer, cross entropy with the shares.
    const Tensor weight = s.task().model->state_dict()[0].second, bias = s.task().model->state_dict()[1].second;
    const std::vector<double> w = weight.to_vector(), b = bias.to_vector();
    std::vector<double> features(static_cast<std::size_t>(N * 48)), slope(w.size());
    for (std::int64_t i = 0; i < N * P; ++i) {
      const std::int64_t plane = i / 256, y = i % 256 / 16, x = i % 16;
      features[static_cast<std::size_t>(plane * 16 + y / 4 * 4 + x / 4)] += is[static_cast<std::size_t>(i)] / 16;
    }
    double loss = 0;
    for (std::int64_t i = 0; i < N; ++i) {
      const double* f = &features[static_cast<std::size_t>(i * 48)];
      std::vector<double> logits(b);
      double total = 0;
      for (std::int64_t c = 0; c < C; ++c) {
        for (std::int64_t k = 0; k < 48; ++k) logits[static_cast<std::size_t>(c)] += w[static_cast<std::size_t>(c * 48 + k)] * f[k];
        total += std::exp(logits[static_cast<std::size_t>(c)]);
      }
      for (std::int64_t c = 0; c < C; ++c) {
        const double share = shares[static_cast<std::size_t>(i * C + c)], p = std::exp(logits[static_cast<std::size_t>(c)]) / total;
        loss -= share * std::log(p) / static_cast<double>(N);
        for (std::int64_t k = 0; k < 48; ++k) slope[static_cast<std::size_t>(c * 48 + k)] += (p - share) * f[k] / static_cast<double>(N);
      }
    }
    const Json step = call(s, "step");
    CHECK(step.at("loss").number() == doctest::Approx(loss).epsilon(1e-5));
    const std::vector<double> after = weight.to_vector();
    for (std::size_t k = 0; k < w.size(); ++k) CHECK(after[k] == doctest::Approx(w[k] - 0.5 * slope[k]).epsilon(1e-4));
    s.fit();  // and goes on to the end, where validation has plain labels
    CHECK(std::isfinite(s.trainer().history().back().val_loss));
  }
}

TEST_CASE("every transform of the table can be made") {
  const Json schema = parse_json(recipe_schema());
  const std::vector<std::byte> a = cifar(30, 0);
  const MemoryFile file("a.bin", a.data(), a.size());
  const Json& types = schema.at("augmentation");
  CHECK(types.keys().size() == 22);
  for (std::size_t i = 0; i < types.keys().size(); ++i) {
    const std::string& type = types.keys()[i];
    CAPTURE(type);
    Json j = Json::object();
    j.set("type", type);
    const Json& keys = types.items()[i];
    for (std::size_t k = 0; k < keys.keys().size(); ++k)
      if (!keys.items()[k].find("default")) j.set(keys.keys()[k], keys.keys()[k] == "size" ? Json(16) : keys.keys()[k] == "threshold" ? Json(0.5) : Json(3));
    if (type == "Grayscale") j.set("num_output_channels", 3);
    if (type == "RandomResizedCrop") j.set("ratio", parse_json("[1,1]"));
    const Recipe recipe = Recipe::parse(kCifar).with("data.train", "[\"a.bin\"]").with("data.test", "null").with("data.augment", "[" + j.dump() + "]");
    Session s(recipe);
    Batch b;
    DataLoader loader(s.data().train, {.batch_size = 4}, parts::transforms(recipe.json().at("data"), true, 10));
    CHECK(loader.next(b));
    CHECK(b.x.shape() == Shape{4, 3, 16, 16});
    CHECK(b.y.dim() == (type == "MixUp" || type == "CutMix" ? 2 : 1));
  }
}

}  // namespace
}  // namespace wick::test
