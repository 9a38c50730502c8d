// Data sets, loaders and transforms from a recipe's "data".

#include <algorithm>

#include "train/data_types.h"
#include "train/schema.h"

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

}  // namespace

std::span<const DataFamily* const> data_families() {
  static constexpr const DataFamily* kFamilies[] = {&kGeneratedData, &kIdxData, &kTableData, &kTextData};
  return kFamilies;
}

void need_classes(const DataRequest& r) {
  if (r.targets == Targets::values)
    schema::bad(r.j, "data", "gives classes; this loss needs values. Use CrossEntropyLoss, or data of type \"csv\" or \"idx\".");
}

// Raises n_classes to cover the labels, and says where the largest one is.
void count_classes(const Tensor& labels, const std::string& file, DataSets& out) {
  const auto* p = labels.data<std::int64_t>();
  const std::int64_t row = std::max_element(p, p + labels.numel()) - p;
  if (p[row] + 1 <= out.n_classes) return;
  out.n_classes = std::max<std::int64_t>(p[row] + 1, 2);
  out.largest_label = str("label {} at row {} of {}", p[row], row, file);
}

DataSets data_sets(const Json& data, std::uint64_t recipe_seed, Targets targets, const std::string& data_dir) {
  const std::string& type = data.at("type").text();
  for (const DataFamily* family : data_families())
    for (const DataMaker& maker : family->makers)
      if (type == maker.type) return maker.make({data, data_seed(data, recipe_seed), targets, data_dir});
  schema::bad(data, "data", "is data nobody makes.");
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
