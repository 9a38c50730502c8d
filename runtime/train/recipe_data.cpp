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

// One label per sample.
Tensor labels_of(const Json& j, std::string_view path, const Dataset& set) {
  Tensor labels = set.targets();
  if (labels.dim() != 1 || labels.is_floating_point()) schema::bad(j, path, "needs one class per sample; the targets are {}.", labels);
  return labels;
}

WICK_NOINLINE SamplerPtr sampler(const Json& j, const Dataset& set, std::uint64_t seed) {
  const std::int64_t n = set.size();
  const std::int64_t count = j.at("num_samples").is_null() ? n : j.at("num_samples").integer();
  try {
    if (j.at("type").text() == "RandomSampler") return std::make_shared<RandomSampler>(n, RandomSamplerOptions{j.at("replacement").boolean(), count, seed});
    const Tensor labels = labels_of(j, "data.sampler", set);
    const auto* const p = labels.data<std::int64_t>();
    const std::size_t classes = static_cast<std::size_t>(n > 0 ? *std::max_element(p, p + n) + 1 : 0);
    std::vector<double> of_class(classes), of_sample;
    if (const Json& given = j.at("weights"); given.is_null()) {  // each class as often as any other
      for (std::int64_t i = 0; i < n; ++i) ++of_class[static_cast<std::size_t>(p[i])];
      for (double& w : of_class) w = w > 0 ? 1 / w : 0;
    } else {
      if (given.items().size() < classes)
        schema::bad(given, "data.sampler.weights", "has {} weights; the largest label is {}, need one for each class.", given.items().size(), classes - 1);
      for (std::size_t c = 0; c < classes; ++c) of_class[c] = given.items()[c].number();
    }
    for (std::int64_t i = 0; i < n; ++i) of_sample.push_back(of_class[static_cast<std::size_t>(p[i])]);
    return std::make_shared<WeightedRandomSampler>(std::move(of_sample), count, j.at("replacement").boolean(), seed);
  } catch (...) {
    schema::rethrow(j, "data.sampler");
  }
}

// Training and validation samples together, cut anew: fold number `fold` is for validation.
WICK_NOINLINE void choose_fold(const DataRequest& request, DataSets& out) {
  const Json& data = request.j;
  const std::int64_t fold = data.at("fold").integer();
  const KFoldOptions options{data.at("n_splits").integer(), true, request.seed};
  if (fold >= options.n_splits) schema::bad(data.at("fold"), "data.fold", "is {}; need less than n_splits, which is {}.", fold, options.n_splits);
  const DatasetPtr all = out.val ? std::make_shared<ConcatDataset>(std::vector<DatasetPtr>{out.train, out.val}) : out.train;
  try {
    const Tensor labels = request.targets == Targets::classes ? all->targets() : Tensor();
    Fold chosen = (labels.defined() && labels.dim() == 1 ? StratifiedKFold(options).split(labels) : KFold(options).split(all->size()))[static_cast<std::size_t>(fold)];
    out.train = std::make_shared<Subset>(all, std::move(chosen.train));
    out.val = std::make_shared<Subset>(all, std::move(chosen.test));
  } catch (...) {
    schema::rethrow(data, "data.n_splits");
  }
}

DataSets made_by_type(const DataRequest& request) {
  for (const DataFamily* family : data_families())
    for (const DataMaker& maker : family->makers)
      if (request.j.at("type").text() == maker.type) return maker.make(request);
  schema::bad(request.j, "data", "is data nobody makes.");
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
  const DataRequest request{data, data_seed(data, recipe_seed), targets, data_dir};
  DataSets out = made_by_type(request);
  if (!data.at("n_splits").is_null()) choose_fold(request, out);
  return out;
}

DataLoaderOptions loader_options(const Json& data, std::uint64_t recipe_seed, const Dataset* training) {
  DataLoaderOptions o;
  o.batch_size = data.at("batch_size").integer();
  o.seed = data_seed(data, recipe_seed);
  if (!training) {
    o.batch_size = std::max<std::int64_t>(o.batch_size, 128);  // of evaluation: fewer, larger batches
    return o;
  }
  o.shuffle = data.at("shuffle").boolean();
  o.drop_last = data.at("drop_last").boolean();
  if (const Json& j = data.at("sampler"); !j.is_null()) o.sampler = sampler(j, *training, o.seed), o.shuffle = false;
  o.num_workers = static_cast<int>(std::min<std::int64_t>(data.at("num_workers").integer(), 64));
  o.prefetch_factor = static_cast<int>(std::min<std::int64_t>(data.at("prefetch_factor").integer(), 64));
  return o;
}

Transforms transforms(const Json& data, bool training, std::int64_t n_classes, std::string_view at) {
  Transforms t;
  const Json& n = data.at("normalize");
  if (!n.is_null()) t.normalize = {floats(n.at("mean")), floats(n.at("std"))};
  const auto add = [&](const char* key, std::vector<wick::transforms::TransformPtr>& to) {
    const std::vector<Json>& list = data.at(key).items();
    for (std::size_t k = 0; k < list.size(); ++k) {
      const std::string path = str("{}{}[{}]", at, key, k);
      Augmentation made = augmentation(list[k], std::max<std::int64_t>(n_classes, training ? 0 : 2), path);
      if (made.image) to.push_back(std::move(made.image));
      else if (&to == &t.augment) t.batch_transform.push_back(std::move(made.batch));
      else schema::bad(list[k], path, "mixes a batch; put it under {}augment.", at);
    }
  };
  add("transform", t.transform);
  if (training) add("augment", t.augment);
  return t;
}

}  // namespace wick::parts
