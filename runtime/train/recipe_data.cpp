// Data sets, loaders and transforms from a recipe's "data".

#include <algorithm>
#include <cmath>
#include <numeric>

#include "data/data_files.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/quote.h"
#include "wick/random.h"
#include "wick/readers.h"

namespace wick::parts {

namespace {

std::uint64_t data_seed(const Json& data, std::uint64_t recipe_seed) {
  return data.at("seed").is_null() ? recipe_seed : static_cast<std::uint64_t>(data.at("seed").integer());
}

std::vector<float> floats(const Json& j) {
  std::vector<float> out;
  for (const Json& n : j.items()) out.push_back(static_cast<float>(n.number()));
  return out;
}

// A number r is (-r, r).
std::pair<double, double> range(const Json& j) {
  if (j.is(Json::Type::number)) return {-j.number(), j.number()};
  return {j.items()[0].number(), j.items()[1].number()};
}

DataSets strokes(const Json& j, std::uint64_t seed) {
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
    out.train = std::make_shared<StrokeDataset>(seed, 0, train, o);
  } catch (...) {
    schema::rethrow(j, "data");
  }
  if (val) out.val = std::make_shared<StrokeDataset>(seed, train, val, o);
  if (test) out.test = std::make_shared<StrokeDataset>(seed, train + val, test, o);
  out.n_classes = 10;
  return out;
}

[[gnu::noinline]] DataSets toy(const Json& j, std::uint64_t seed) {
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
    return toy_dataset(kind, n, seed * 4 + part, o);  // each part has its own seed
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

struct Labelled {
  Tensor images, labels;
};

Labelled read_labelled(const std::string& dir, const std::string& images_name, const std::string& labels_name) {
  Labelled out;
  out.images = read_idx(read_data_file(dir, images_name), images_name.c_str());
  out.labels = read_idx(read_data_file(dir, labels_name), labels_name.c_str());
  check(out.images.dim() >= 2, ErrorKind::format, "[idx] {}: it holds {}; need images [N,H,W] or features [N,F].", images_name, out.images);
  check(out.labels.dim() == 1, ErrorKind::format, "[idx] {}: it holds {}; need labels [N].", labels_name, out.labels);
  check(out.images.size(0) == out.labels.size(0), ErrorKind::format, "[idx] {} has {} images but {} {} labels; need as many.",
        images_name, out.images.size(0), labels_name, out.labels.size(0));
  check(out.images.size(0) > 0, ErrorKind::format, "[idx] {}: it holds no image; need at least one.", images_name);
  if (out.labels.is_floating_point()) return out;
  out.labels = out.labels.to(DType::int64);
  for (std::int64_t i = 0; i < out.labels.numel(); ++i)
    check(out.labels.data<std::int64_t>()[i] >= 0, ErrorKind::index, "[idx] {}: label {} at row {} is out of range; need 0 or more.",
          labels_name, out.labels.data<std::int64_t>()[i], i);
  return out;
}

// Raises n_classes to cover the labels, and says where the largest one is.
void count_classes(const Tensor& labels, const std::string& file, DataSets& out) {
  const auto* p = labels.data<std::int64_t>();
  const std::int64_t row = std::max_element(p, p + labels.numel()) - p;
  if (p[row] + 1 <= out.n_classes) return;
  out.n_classes = std::max<std::int64_t>(p[row] + 1, 2);
  out.largest_label = str("label {} at row {} of {}", p[row], row, file);
}

[[gnu::noinline]] DataSets idx(const Json& j, std::uint64_t seed, Targets targets, const std::string& dir) {
  Labelled train = read_labelled(dir, j.at("train_images").text(), j.at("train_labels").text());
  const auto as_targets = [&](Tensor& y, const std::string& name) {
    if (targets == Targets::values) y = y.to(DType::float32).reshape({-1, 1});
    else check(!y.is_floating_point(), ErrorKind::format, "[idx] {}: labels are {}; this loss needs whole numbers.", name, y.dtype());
  };
  DataSets out;
  as_targets(train.labels, j.at("train_labels").text());
  if (targets == Targets::classes) count_classes(train.labels, j.at("train_labels").text(), out);
  const auto set = std::make_shared<TensorDataset>(train.images, train.labels);
  const std::int64_t val = j.at("val").integer();
  if (val >= set->size()) schema::bad(j.at("val"), "data.val", "is {}; need less than the {} training samples.", val, set->size());
  if (val > 0) {
    const auto parts = random_split(set, {set->size() - val, val}, seed);
    out.train = parts[0];
    out.val = parts[1];
  } else {
    out.train = set;
  }
  if (j.at("test_images").is_null() || j.at("test_labels").is_null()) return out;
  Labelled test = read_labelled(dir, j.at("test_images").text(), j.at("test_labels").text());
  as_targets(test.labels, j.at("test_labels").text());
  const auto test_set = std::make_shared<TensorDataset>(test.images, test.labels);
  check(test_set->sample_shape() == set->sample_shape(), ErrorKind::format, "[idx] {} has samples of {} but {} of {}; need one size.",
        j.at("test_images").text(), test_set->sample_shape(), j.at("train_images").text(), set->sample_shape());
  if (out.n_classes) count_classes(test.labels, j.at("test_labels").text(), out);
  out.test = test_set;
  return out;
}

[[gnu::noinline]] DataSets csv(const Json& j, std::uint64_t seed, Targets targets, const std::string& dir) {
  const std::string &file = j.at("file").text(), &target = j.at("target").text();
  CsvOptions options;
  if (j.at("delimiter").text().size() != 1) schema::bad(j.at("delimiter"), "data.delimiter", "is {}; need one character.", j.at("delimiter").brief());
  options.delimiter = j.at("delimiter").text()[0];
  options.sort_categories = true;
  if (targets == Targets::classes) options.text = {target};
  const std::vector<std::byte> bytes = read_data_file(dir, file);
  const CsvTable table = read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.c_str(), options);
  DataSets out;
  Tensor y;
  const CsvColumn& column = table.column(target);
  if (targets == Targets::classes) {
    y = table.labels(target);
    out.class_names = column.categories;
    out.n_classes = std::max<std::int64_t>(2, static_cast<std::int64_t>(column.categories.size()));
  } else {
    y = table.to_tensor({target});
  }
  std::vector<std::string> features;
  if (j.at("features").is_null()) {
    for (const CsvColumn& c : table.columns)
      if (!c.is_text && c.name != target) features.push_back(c.name);
    check(!features.empty(), ErrorKind::format, "[csv] {}: no column but \"{}\" is numeric; need at least one feature.", file, target);
  } else {
    for (const Json& f : j.at("features").items()) features.push_back(f.text());
  }
  const Tensor x = table.to_tensor(features);
  const auto check_complete = [&](const Tensor& t, const std::vector<std::string>& names) {
    const std::int64_t width = t.numel() / std::max<std::int64_t>(t.size(0), 1);
    for (std::int64_t i = 0; i < t.numel(); ++i)
      check(!std::isnan(t.data<float>()[i]), ErrorKind::format, "[csv] {}: row {} has no {}; need every cell filled. Choose other features or fill it in.",
            file, i / width + 1, quote(names[static_cast<std::size_t>(i % width)]));
  };
  check_complete(x, features);
  if (targets == Targets::values) check_complete(y, {target});
  const auto set = std::make_shared<TensorDataset>(x, y);
  const auto part = [&](const char* key) { return static_cast<std::int64_t>(std::floor(j.at(key).number() * static_cast<double>(set->size()) + 0.5)); };
  const std::int64_t val = part("val"), test = part("test");
  check(val + test < set->size(), ErrorKind::recipe, "[recipe] data: val and test take all {} rows; need some for training.", set->size());
  const auto parts = random_split(set, {set->size() - val - test, val, test}, seed);
  out.train = parts[0];
  if (val) out.val = parts[1];
  if (test) out.test = parts[2];
  return out;
}

}  // namespace

DataSets data_sets(const Json& data, std::uint64_t recipe_seed, Targets targets, const std::string& data_dir) {
  const std::string& type = data.at("type").text();
  const std::uint64_t seed = data_seed(data, recipe_seed);
  if (targets == Targets::values && (type == "strokes" || type == "toy"))
    schema::bad(data, "data", "gives classes; this loss needs values. Use CrossEntropyLoss, or data of type \"csv\" or \"idx\".");
  if (type == "strokes") return strokes(data, seed);
  if (type == "toy") return toy(data, seed);
  if (type == "idx") return idx(data, seed, targets, data_dir);
  return csv(data, seed, targets, data_dir);
}

DataLoaderOptions loader_options(const Json& data, std::uint64_t recipe_seed, bool training) {
  DataLoaderOptions o;
  o.batch_size = data.at("batch_size").integer();
  o.seed = data_seed(data, recipe_seed);
  if (!training) {
    o.batch_size = std::max<std::int64_t>(o.batch_size, 128);  // of evaluation: fewer, larger batches
    return o;
  }
  o.shuffle = data.at("shuffle").boolean();
  o.drop_last = data.at("drop_last").boolean();
  return o;
}

Transforms transforms(const Json& data, bool training) {
  Transforms t;
  const Json& n = data.at("normalize");
  if (!n.is_null()) t.normalize = {floats(n.at("mean")), floats(n.at("std"))};
  if (!training) return t;
  for (const Json& a : data.at("augment").items()) {
    wick::transforms::RandomAffine affine;
    affine.degrees = range(a.at("degrees"));
    affine.translate = {a.at("translate").items()[0].number(), a.at("translate").items()[1].number()};
    affine.scale = {a.at("scale").items()[0].number(), a.at("scale").items()[1].number()};
    affine.shear_x = range(a.at("shear"));
    t.augment.push_back(affine);
  }
  return t;
}

}  // namespace wick::parts
