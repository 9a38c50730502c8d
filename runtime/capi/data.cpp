// Data sets and how they are split.

#include "capi/data.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "train/parts.h"
#include "train/schema.h"

using namespace wick;
using namespace wick::capi;

namespace wick::capi {

const wick_dataset& need(const char* fn, const wick_dataset* set) {
  check(set != nullptr, ErrorKind::value, "[{}] the data set is NULL; need one.", fn);
  return *set;
}

Tensor index_tensor(std::span<const std::int64_t> list) {
  return from_memory(list.data(), Shape{static_cast<std::int64_t>(list.size())}, DType::int64);
}

Batch own_batch(const char* who, const TensorList& given) {
  check(given.size() == 2 && given[0].defined() && given[1].defined(), ErrorKind::value, "[{}] the function gave {} tensors; need two: x and y.", who,
        std::count_if(given.begin(), given.end(), [](const Tensor& t) { return t.defined(); }));
  return {given[0].detach().clone().contiguous(), given[1].detach().clone().contiguous()};
}

}  // namespace wick::capi

namespace {

std::vector<std::int64_t> list_of(const char* fn, const int64_t* indices, int64_t n) {
  check(n >= 0 && (indices || n == 0), ErrorKind::value, "[{}] {} indices given; need a count and an address.", fn, n);
  return {indices, indices + n};
}

// Samples that a function of the caller's gives, a batch at a time.
class FunctionDataset final : public Dataset {
 public:
  FunctionDataset(std::int64_t n, Function get) : n_(n), get_(std::move(get)) {
    check(n >= 0, ErrorKind::value, "[dataset_function] size is {}; need 0 or more.", n);
  }
  std::int64_t size() const override { return n_; }

  Batch get(std::span<const std::int64_t> indices) const override {
    for (const std::int64_t i : indices)
      check(i >= 0 && i < n_, ErrorKind::index, "[dataset_function] index {} is out of range; need 0 <= index < {}.", i, n_);
    Batch b = own_batch("dataset_function", get_({index_tensor(indices)}, 2));
    const auto rows = static_cast<std::int64_t>(indices.size());
    const auto fits = [&](const Tensor& t) { return t.dim() >= 1 && t.size(0) == rows; };
    check(fits(b.x) && fits(b.y), ErrorKind::shape, "[dataset_function] x is {}, y is {} for {} indices; both need {} rows, one for each index.", b.x, b.y, rows, rows);
    shape_ = b.x.shape();
    shape_.erase(0);
    known_ = true;
    return b;
  }

  Shape sample_shape() const override {
    constexpr std::int64_t kFirst[] = {0};
    if (!known_ && n_ > 0) (void)get(kFirst);
    return shape_;
  }

 private:
  std::int64_t n_;
  Function get_;
  mutable Shape shape_;  // of the latest samples; the caller's thread alone comes here
  mutable bool known_ = false;
};

// A handle on a part of a set, which has its classes.
wick_dataset* part_of(const wick_dataset& whole, DatasetPtr part) {
  auto* out = new wick_dataset(whole);
  out->set = std::move(part);
  return out;
}

bool add_up_to_one(const std::vector<double>& shares) {
  double sum = 0;
  for (const double s : shares) sum += s;
  return std::fabs(sum - 1) <= 1e-9;
}

std::vector<std::int64_t> whole_lengths(const std::vector<double>& lengths) {
  std::vector<std::int64_t> out;
  for (const double l : lengths) {
    check(l == std::floor(l) && std::fabs(l) < 9e15, ErrorKind::value,
          "[random_split] a length is {}; need whole numbers that add up to the size of the set, or fractions that add up to 1.", l);
    out.push_back(static_cast<std::int64_t>(l));
  }
  return out;
}

}  // namespace

wick_status wick_dataset_tensors(const wick_tensor* x, const wick_tensor* y, wick_dataset** out) {
  return guarded([&] {
    need_pointer("dataset_tensors", "out", out);
    *out = nullptr;
    *out = new wick_dataset{std::make_shared<TensorDataset>(need("dataset_tensors", x).detach(), need("dataset_tensors", y).detach())};
  });
}

wick_status wick_dataset_function(int64_t size, const wick_function* get, wick_dataset** out) {
  return guarded([&] {
    Function function("dataset_function", get);  // first of all: it frees the caller's state whatever happens
    need_pointer("dataset_function", "out", out);
    *out = nullptr;
    *out = new wick_dataset{std::make_shared<FunctionDataset>(size, std::move(function)), true};
  });
}

wick_status wick_dataset_create(const char* json, uint64_t seed, int32_t values, wick_dataset** out) {
  return guarded([&] {
    need_pointer("dataset_create", "json", json);
    need_pointer("dataset_create", "out", out);
    std::fill_n(out, 3, nullptr);
    const Json j = schema::check_entry(parse_json(json), schema::Category::data, "");
    const parts::DataSets sets = parts::data_sets(j, seed, values ? parts::Targets::values : parts::Targets::classes, "");
    const DatasetPtr* const splits[] = {&sets.train, &sets.val, &sets.test};
    for (int k = 0; k < 3; ++k)
      if (*splits[k]) out[k] = new wick_dataset{*splits[k], false, sets.n_classes, sets.class_names};
  });
}

wick_status wick_dataset_subset(const wick_dataset* set, const int64_t* indices, int64_t n, wick_dataset** out) {
  return guarded([&] {
    need_pointer("dataset_subset", "out", out);
    *out = nullptr;
    const wick_dataset& whole = need("dataset_subset", set);
    *out = part_of(whole, std::make_shared<Subset>(whole.set, list_of("dataset_subset", indices, n)));
  });
}

wick_status wick_dataset_concat(const wick_dataset* const* sets, int32_t n, wick_dataset** out) {
  return guarded([&] {
    need_pointer("dataset_concat", "out", out);
    *out = nullptr;
    check(n >= 0 && (sets || n == 0), ErrorKind::value, "[dataset_concat] {} sets given; need a count and an address.", n);
    std::vector<DatasetPtr> list;
    wick_dataset whole;
    for (int32_t i = 0; i < n; ++i) {
      const wick_dataset& one = need("dataset_concat", sets[i]);
      list.push_back(one.set);
      whole.of_caller |= one.of_caller;
      if (one.n_classes > whole.n_classes) whole.n_classes = one.n_classes, whole.class_names = one.class_names;
    }
    *out = part_of(whole, std::make_shared<ConcatDataset>(std::move(list)));
  });
}

void wick_dataset_free(wick_dataset* set) { delete set; }

wick_status wick_dataset_size(const wick_dataset* set, int64_t* size) {
  return guarded([&] {
    need_pointer("dataset_size", "size", size);
    *size = need("dataset_size", set).set->size();
  });
}

wick_status wick_dataset_info(const wick_dataset* set, const char** json) {
  return guarded([&] {
    need_pointer("dataset_info", "json", json);
    const wick_dataset& d = need("dataset_info", set);
    Json out = Json::object();
    out.set("size", d.set->size());
    Json& shape = out.set_array("sample_shape");
    for (const std::int64_t n : d.set->sample_shape()) shape.push(n);
    out.set("classes", d.n_classes);
    Json& names = out.set_array("class_names");
    for (const std::string& name : d.class_names) names.push(name);
    *json = keep_text(out.dump());
  });
}

wick_status wick_dataset_get(const wick_dataset* set, const int64_t* indices, int64_t n, wick_tensor** x, wick_tensor** y) {
  return guarded([&] {
    need_pointer("dataset_get", "x", x);
    need_pointer("dataset_get", "y", y);
    *x = *y = nullptr;
    const Batch b = need("dataset_get", set).set->get(list_of("dataset_get", indices, n));
    *x = hand_out(b.x);
    *y = hand_out(b.y);
  });
}

wick_status wick_dataset_targets(const wick_dataset* set, wick_tensor** out) {
  return guarded([&] {
    need_pointer("dataset_targets", "out", out);
    *out = nullptr;
    *out = hand_out(need("dataset_targets", set).set->targets());
  });
}

wick_status wick_random_split(const wick_dataset* set, const double* lengths, int32_t n, uint64_t seed, int32_t stratify, wick_dataset** out) {
  return guarded([&] {
    check(n >= 1 && lengths && out, ErrorKind::value, "[random_split] {} lengths given; need one or more, and room for as many sets.", n);
    std::fill_n(out, n, nullptr);
    const wick_dataset& whole = need("random_split", set);
    const std::vector<double> given(lengths, lengths + n);
    const std::vector<std::int64_t> sizes = add_up_to_one(given) ? lengths_of(given, whole.set->size()) : whole_lengths(given);
    const auto parts = random_split(whole.set, sizes, seed, stratify != 0);
    for (int32_t k = 0; k < n; ++k) out[k] = part_of(whole, parts[static_cast<std::size_t>(k)]);
  });
}

wick_status wick_kfold(const char* json, const wick_dataset* set, wick_dataset** train, wick_dataset** test, int32_t room, int32_t* n) {
  return guarded([&] {
    need_pointer("kfold", "json", json);
    need_pointer("kfold", "n", n);
    check(room == 0 || (room > 0 && train && test), ErrorKind::value, "[kfold] room is {}; need 0, or room for as many sets at train and at test.", room);
    const wick_dataset& whole = need("kfold", set);
    const Json j = schema::check_entry(parse_json(json), schema::Category::folds, "");
    const KFoldOptions options{j.at("n_splits").integer(), j.at("shuffle").boolean(), static_cast<std::uint64_t>(j.at("seed").integer())};
    std::vector<Fold> folds = j.at("type").text() == "KFold" ? KFold(options).split(whole.set->size()) : StratifiedKFold(options).split(whole.set->targets());
    *n = static_cast<int32_t>(folds.size());
    for (int32_t k = 0; k < std::min(room, *n); ++k) {
      Fold& fold = folds[static_cast<std::size_t>(k)];
      train[k] = part_of(whole, std::make_shared<Subset>(whole.set, std::move(fold.train)));
      test[k] = part_of(whole, std::make_shared<Subset>(whole.set, std::move(fold.test)));
    }
  });
}
