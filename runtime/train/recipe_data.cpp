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

}  // namespace

std::span<const DataFamily* const> data_families() {
  static constexpr const DataFamily* kFamilies[] = {&kGeneratedData, &kIdxData, &kImageData, &kTableData, &kTextData};
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
  o.num_workers = static_cast<int>(std::min<std::int64_t>(data.at("num_workers").integer(), 64));
  o.prefetch_factor = static_cast<int>(std::min<std::int64_t>(data.at("prefetch_factor").integer(), 64));
  return o;
}

Transforms transforms(const Json& data, bool training, std::int64_t n_classes) {
  Transforms t;
  const Json& n = data.at("normalize");
  if (!n.is_null()) t.normalize = {floats(n.at("mean")), floats(n.at("std"))};
  const auto add = [&](const char* key, std::vector<wick::transforms::TransformPtr>& to) {
    const std::vector<Json>& list = data.at(key).items();
    for (std::size_t k = 0; k < list.size(); ++k) {
      const std::string path = str("data.{}[{}]", key, k);
      Augmentation made = augmentation(list[k], std::max<std::int64_t>(n_classes, training ? 0 : 2), path);
      if (made.image) to.push_back(std::move(made.image));
      else if (&to == &t.augment) t.batch_transform.push_back(std::move(made.batch));
      else schema::bad(list[k], path, "mixes a batch; put it under data.augment.");
    }
  };
  add("transform", t.transform);
  if (training) add("augment", t.augment);
  return t;
}

}  // namespace wick::parts
