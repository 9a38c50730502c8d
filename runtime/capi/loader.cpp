// Samplers and loaders.

#include <algorithm>

#include "capi/data.h"
#include "train/parts.h"
#include "train/schema.h"

using namespace wick;
using namespace wick::capi;

struct wick_loader {
  DataLoader loader;
  bool resumed = false;  // set_state() came last
};

namespace {

std::uint64_t seed_of(const Json& j) { return static_cast<std::uint64_t>(j.at("seed").integer()); }

std::vector<std::int64_t> int64_list(const char* who, const char* what, const Tensor& of) {
  check(of.defined() && of.dim() == 1 && of.dtype() == DType::int64, ErrorKind::value, "[{}] {} are {}; need i64 [N].", who, what, of.defined() ? to_text(of) : "missing");
  const Tensor t = of.contiguous();
  return {t.data<std::int64_t>(), t.data<std::int64_t>() + t.numel()};
}

// An order that a function of the caller's gives.
class FunctionSampler final : public Sampler {
 public:
  FunctionSampler(std::int64_t n, Function order) : n_(n), order_(std::move(order)) {
    check(n >= 0, ErrorKind::value, "[sampler_function] size is {}; need 0 or more.", n);
  }
  std::int64_t size() const override { return n_; }
  std::vector<std::int64_t> order(std::int64_t epoch) const override {
    std::vector<std::int64_t> list = int64_list("sampler_function", "the function's indices", order_.single({number(epoch)}));
    check(static_cast<std::int64_t>(list.size()) == n_, ErrorKind::value, "[sampler_function] the function gave {} indices; need {}, the sampler's size.", list.size(), n_);
    return list;
  }

 private:
  std::int64_t n_;
  Function order_;
};

// Batches of indices likewise.
class FunctionBatches final : public BatchSampler {
 public:
  explicit FunctionBatches(Function batches) : batches_(std::move(batches)) {}
  std::vector<std::vector<std::int64_t>> batches(std::int64_t epoch) const override {
    const char* const who = "sampler_batches";
    const TensorList given = batches_({number(epoch)}, 2);
    check(given.size() == 2, ErrorKind::value, "[{}] the function gave {} tensors; need two: indices and how many of them each batch has.", who, given.size());
    const std::vector<std::int64_t> indices = int64_list(who, "the function's indices", given[0]), lengths = int64_list(who, "the batches' lengths", given[1]);
    std::vector<std::vector<std::int64_t>> out;
    auto at = indices.begin();
    for (const std::int64_t n : lengths) {
      check(n >= 1 && n <= indices.end() - at, ErrorKind::value, "[{}] batch {} has {} indices of the {} left; need 1 or more.", who, out.size(), n, indices.end() - at);
      out.emplace_back(at, at + n);
      at += n;
    }
    check(at == indices.end(), ErrorKind::value, "[{}] {} indices are in no batch; the lengths must add up to {}.", who, indices.end() - at, indices.size());
    return out;
  }

 private:
  Function batches_;
};

// Samples that a function of the caller's gives one after another.
class FunctionStream final : public IterableDataset::Stream {
 public:
  explicit FunctionStream(Function next) : next_(std::move(next)) {}
  bool next(Batch& sample) override {
    const TensorList given = next_({number(first_ ? 1 : 0)}, 2);
    first_ = false;
    if (std::none_of(given.begin(), given.end(), [](const Tensor& t) { return t.defined(); })) return false;
    sample = own_batch("loader_iterable", given);
    return true;
  }

 private:
  Function next_;
  bool first_ = true;
};
class FunctionIterable final : public IterableDataset {
 public:
  explicit FunctionIterable(Function next) : next_(std::move(next)) {}
  std::unique_ptr<Stream> iter() const override { return std::make_unique<FunctionStream>(next_); }

 private:
  Function next_;
};

std::vector<double> weights_of(const Tensor& of) {
  check(of.dim() == 1 && of.is_floating_point(), ErrorKind::value, "[WeightedRandomSampler] weights are {}; need f32 or f64 [N], one for each sample.", of);
  const Tensor t = of.contiguous();
  std::vector<double> out(static_cast<std::size_t>(t.numel()));
  if (t.dtype() == DType::float64) std::copy_n(static_cast<const double*>(t.raw_data()), t.numel(), out.begin());
  else std::copy_n(t.data<float>(), t.numel(), out.begin());
  return out;
}

SamplerPtr sampler_of(const Json& j, std::int64_t n, const wick_tensor* of) {
  const std::string& type = j.at("type").text();
  if (type == "SequentialSampler") return std::make_shared<SequentialSampler>(n);
  if (type == "RandomSampler") {
    const Json& count = j.at("num_samples");
    return std::make_shared<RandomSampler>(n, RandomSamplerOptions{j.at("replacement").boolean(), count.is_null() ? 0 : count.integer(), seed_of(j)});
  }
  check(of != nullptr, ErrorKind::value, "[{}] its {} are NULL; need a tensor of them.", type, type == "WeightedRandomSampler" ? "weights" : "indices");
  if (type == "SubsetRandomSampler") return std::make_shared<SubsetRandomSampler>(int64_list("SubsetRandomSampler", "indices", of->t), seed_of(j));
  return std::make_shared<WeightedRandomSampler>(weights_of(of->t), j.at("num_samples").integer(), j.at("replacement").boolean(), seed_of(j));
}

// of_caller: a function of the caller's is at work, which no other thread may call.
DataLoaderOptions options_of(const Json& j, bool of_caller) {
  DataLoaderOptions o;
  o.batch_size = j.at("batch_size").integer();
  o.shuffle = j.at("shuffle").boolean();
  o.drop_last = j.at("drop_last").boolean();
  o.seed = seed_of(j);
  constexpr std::int64_t kMost = 64;
  o.num_workers = static_cast<int>(std::min(j.at("num_workers").integer(), kMost));
  o.prefetch_factor = static_cast<int>(std::min(j.at("prefetch_factor").integer(), kMost));
  if (of_caller && o.num_workers > 0)
    schema::bad(j.at("num_workers"), "num_workers", "is {}; need 0 where samples or batches are made by a function of the caller's: no other thread may call it.", o.num_workers);
  return o;
}

Transforms transforms_of(const Json& j, std::int64_t n_classes) {
  if (const Json& given = j.at("num_classes"); !given.is_null()) n_classes = given.integer();
  return parts::transforms(j, true, n_classes, "");
}

Json loader_entry(const char* json) { return schema::check_entry(json && *json ? parse_json(json) : Json::object(), schema::Category::loader, ""); }

std::function<Batch(const std::vector<Batch>&)> collate_of(const Function& function) {
  return [function](const std::vector<Batch>& samples) {
    TensorList in;
    for (const Batch& s : samples) in.push_back(s.x), in.push_back(s.y);
    return own_batch("collate", function(in, 2));
  };
}

const Sampler& need_sampler(const char* fn, const wick_sampler* s) {
  check(s != nullptr, ErrorKind::value, "[{}] the sampler is NULL; need one.", fn);
  check(s->sampler != nullptr, ErrorKind::value, "[{}] this sampler gives batches; need one that gives indices.", fn);
  return *s->sampler;
}

wick_loader& need_loader(const char* fn, wick_loader* l) {
  check(l != nullptr, ErrorKind::value, "[{}] the loader is NULL; need one.", fn);
  return *l;
}

}  // namespace

wick_status wick_sampler_create(const char* json, int64_t n, const wick_tensor* of, wick_sampler** out) {
  return guarded([&] {
    need_pointer("sampler_create", "json", json);
    need_pointer("sampler_create", "out", out);
    *out = nullptr;
    *out = new wick_sampler{sampler_of(schema::check_entry(parse_json(json), schema::Category::order, ""), n, of), {}};
  });
}

wick_status wick_sampler_function(int64_t size, const wick_function* order, wick_sampler** out) {
  return guarded([&] {
    Function function("sampler_function", order);
    need_pointer("sampler_function", "out", out);
    *out = nullptr;
    *out = new wick_sampler{std::make_shared<FunctionSampler>(size, std::move(function)), {}};
  });
}

wick_status wick_sampler_batches(const wick_function* batches, wick_sampler** out) {
  return guarded([&] {
    Function function("sampler_batches", batches);
    need_pointer("sampler_batches", "out", out);
    *out = nullptr;
    *out = new wick_sampler{nullptr, std::make_shared<FunctionBatches>(std::move(function))};
  });
}

void wick_sampler_free(wick_sampler* s) { delete s; }

wick_status wick_sampler_size(const wick_sampler* s, int64_t* size) {
  return guarded([&] {
    need_pointer("sampler_size", "size", size);
    *size = need_sampler("sampler_size", s).size();
  });
}

wick_status wick_sampler_order(const wick_sampler* s, int64_t epoch, wick_tensor** out) {
  return guarded([&] {
    need_pointer("sampler_order", "out", out);
    *out = nullptr;
    check(epoch >= 0, ErrorKind::value, "[sampler_order] epoch is {}; need 0 or more.", epoch);
    *out = hand_out(index_tensor(need_sampler("sampler_order", s).order(epoch)));
  });
}

wick_status wick_loader_create(const wick_dataset* set, const char* json, const wick_sampler* sampler, const wick_function* collate, wick_loader** out) {
  return guarded([&] {
    const auto own = collate ? std::make_shared<Function>("loader_create", collate) : nullptr;
    need_pointer("loader_create", "out", out);
    *out = nullptr;
    const wick_dataset& of = need("loader_create", set);
    const Json j = loader_entry(json);
    DataLoaderOptions options = options_of(j, of.of_caller || own);
    if (sampler) options.sampler = sampler->sampler, options.batch_sampler = sampler->batches;
    if (own) options.collate_fn = collate_of(*own);
    *out = new wick_loader{DataLoader(of.set, options, transforms_of(j, of.n_classes))};
  });
}

wick_status wick_loader_iterable(const wick_function* next, const char* json, const wick_function* collate, wick_loader** out) {
  return guarded([&] {
    const auto own = collate ? std::make_shared<Function>("loader_iterable", collate) : nullptr;
    Function function("loader_iterable", next);
    need_pointer("loader_iterable", "out", out);
    *out = nullptr;
    const Json j = loader_entry(json);
    DataLoaderOptions options = options_of(j, true);
    if (own) options.collate_fn = collate_of(*own);
    *out = new wick_loader{DataLoader(std::make_shared<FunctionIterable>(std::move(function)), options, transforms_of(j, 0))};
  });
}

void wick_loader_free(wick_loader* l) { delete l; }

wick_status wick_loader_size(wick_loader* l, int64_t* size) {
  return guarded([&] {
    need_pointer("loader_size", "size", size);
    *size = need_loader("loader_size", l).loader.size();
  });
}

wick_status wick_loader_begin(wick_loader* l) {
  return guarded([&] {
    auto& [loader, resumed] = need_loader("loader_begin", l);
    if (loader.state().position > 0 && !resumed) loader.next_epoch();
  });
}

wick_status wick_loader_next(wick_loader* l, wick_tensor** x, wick_tensor** y) {
  return guarded([&] {
    need_pointer("loader_next", "x", x);
    need_pointer("loader_next", "y", y);
    *x = *y = nullptr;
    wick_loader& self = need_loader("loader_next", l);
    Batch b;
    self.resumed = false;
    if (!self.loader.next(b)) return;
    *x = hand_out(b.x);
    *y = hand_out(b.y);
  });
}

wick_status wick_loader_state(wick_loader* l, int64_t* epoch, int64_t* position) {
  return guarded([&] {
    need_pointer("loader_state", "epoch", epoch);
    need_pointer("loader_state", "position", position);
    const LoaderState& state = need_loader("loader_state", l).loader.state();
    *epoch = state.epoch;
    *position = state.position;
  });
}

wick_status wick_loader_set_state(wick_loader* l, int64_t epoch, int64_t position) {
  return guarded([&] {
    wick_loader& self = need_loader("loader_set_state", l);
    self.loader.set_state({epoch, position});
    self.resumed = true;
  });
}
