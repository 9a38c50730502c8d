// Generated data: strokes and toys.

#include "train/data_types.h"
#include "train/schema.h"

namespace wick::parts {

namespace {

std::string_view text() {
  return "strokes train=12000:integer>0 val=2000:integer>=0 test=2000:integer>=0 shape=1:number>=0 slant=1:number>=0 rotation=1:number>=0 aspect=1:number>=0"
         " thickness=[1.2,4.8]:pair>0 position=1:number>=0\n"
         "toy kind:text(spiral|moons|circles|xor|blobs) train=1000:integer>0 val=500:integer>=0 test=0:integer>=0 noise=0.05:number>=0 classes=2:integer>0"
         " turns=1.25:number>=0 margin=0.05:number<=1\n";
}

DataSets strokes(const DataRequest& r) {
  need_classes(r);
  const Json& j = r.j;
  StrokeOptions o;
  const auto number = [&](const char* key) { return static_cast<float>(j.at(key).number()); };
  o.shape = number("shape");
  o.slant = number("slant");
  o.rotation = number("rotation");
  o.aspect = number("aspect");
  o.position = number("position");
  o.thickness_min = static_cast<float>(j.at("thickness").items()[0].number());
  o.thickness_max = static_cast<float>(j.at("thickness").items()[1].number());
  const std::int64_t train = j.at("train").integer(), val = j.at("val").integer(), test = j.at("test").integer();
  DataSets out;
  try {
    out.train = std::make_shared<StrokeDataset>(r.seed, 0, train, o);
  } catch (...) {
    schema::rethrow(j, "data");
  }
  if (val) out.val = std::make_shared<StrokeDataset>(r.seed, train, val, o);
  if (test) out.test = std::make_shared<StrokeDataset>(r.seed, train + val, test, o);
  out.n_classes = 10;
  return out;
}

DataSets toy(const DataRequest& r) {
  need_classes(r);
  const Json& j = r.j;
  constexpr const char* kKinds[] = {"spiral", "moons", "circles", "xor", "blobs"};
  ToyKind kind{};
  for (int k = 0; k < 5; ++k)
    if (j.at("kind").text() == kKinds[k]) kind = static_cast<ToyKind>(k);
  ToyOptions o;
  o.n_classes = static_cast<int>(j.at("classes").integer());
  o.noise = static_cast<float>(j.at("noise").number());
  o.turns = static_cast<float>(j.at("turns").number());
  o.margin = static_cast<float>(j.at("margin").number());
  DataSets out;
  const auto make = [&](const char* key, std::uint64_t part) -> DatasetPtr {
    const std::int64_t n = j.at(key).integer();
    if (n == 0) return nullptr;
    return toy_dataset(kind, n, r.seed * 4 + part, o);  // each part has its own seed
  };
  try {
    out.train = make("train", 0);
    out.val = make("val", 1);
    out.test = make("test", 2);
    out.n_classes = toy_classes(kind, o);
  } catch (...) {
    schema::rethrow(j, "data");
  }
  return out;
}

constexpr DataMaker kMakers[] = {{"strokes", strokes}, {"toy", toy}};

}  // namespace

constinit const DataFamily kGeneratedData = {text, kMakers};

}  // namespace wick::parts
