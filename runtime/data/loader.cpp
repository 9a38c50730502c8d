// DataLoader: what comes next, batches made now or ahead, and where it stands.

#include <algorithm>
#include <exception>

#include "core/background.h"
#include "wick/data.h"

namespace wick {

struct DataLoader::Made {
  LoaderState after, planned;  // where the loader stands then; where the batch after it is to begin
  bool end = false;
  std::vector<std::int64_t> indices = {};
  Batch batch = {};
  std::exception_ptr error = {};
  std::uint64_t job = 0;
};

struct DataLoader::Source {
  DatasetPtr set;
  IterableDatasetPtr samples;  // instead of set
  SamplerPtr sampler;
  BatchSamplerPtr batch_sampler;
  std::function<Batch(const std::vector<Batch>&)> collate;
  Transforms transforms;
  std::uint64_t seed = 0;

  // The order of an epoch, and where its batches end if a batch sampler says so.
  std::int64_t ordered_epoch = -1;
  std::vector<std::int64_t> order, ends;

  // Of an iterable set; only the job being done touches it.
  std::unique_ptr<IterableDataset::Stream> stream;
  LoaderState stream_at;
  bool stream_over = false;

  std::vector<std::unique_ptr<Made>> ahead;  // few, the next one first
  Background background;  // ends first: its jobs use the rest

  void order_epoch(std::int64_t epoch) {
    if (ordered_epoch == epoch) return;
    if (batch_sampler) {
      order.clear();
      ends.clear();
      for (const auto& batch : batch_sampler->batches(epoch)) {
        order.insert(order.end(), batch.begin(), batch.end());
        ends.push_back(static_cast<std::int64_t>(order.size()));
      }
    } else {
      order = sampler->order(epoch);
    }
    ordered_epoch = epoch;
  }

  // Plans the batch after `at` of a set with indices.
  void plan(Made& m, const LoaderState& at, const DataLoaderOptions& o) {
    order_epoch(at.epoch);
    const auto total = static_cast<std::int64_t>(order.size());
    std::int64_t to = std::min(total, at.position + o.batch_size);
    if (batch_sampler) {
      const auto end = std::upper_bound(ends.begin(), ends.end(), at.position);
      to = end == ends.end() ? total : *end;
    } else if (o.drop_last && to - at.position < o.batch_size) {
      to = at.position;
    }
    m.end = to == at.position;
    m.after = {at.epoch, to};
    m.indices.assign(order.begin() + at.position, order.begin() + to);
  }

  void fetch(Made& m) {
    if (m.end) return;
    if (collate) {
      std::vector<Batch> list;
      for (const std::int64_t i : m.indices) {
        const Batch one = set->get({&i, 1});
        list.push_back({one.x.select(0, 0), one.y.select(0, 0)});
      }
      m.batch = collate(list);
    } else {
      m.batch = set->get(m.indices);
    }
    transform(m, set->sample_shape());
  }

  // The next samples of a stream, which is read from its start again when it does not stand where it should.
  void read(Made& m, const LoaderState& at, const DataLoaderOptions& o) {
    if (!stream || stream_at.epoch != at.epoch || (stream_over ? stream_at.position > at.position : stream_at.position != at.position)) {
      stream = samples->iter();
      stream_at = {at.epoch, 0};
      stream_over = false;
      Batch skipped;
      while (stream_at.position < at.position && pull(skipped)) {
      }
    }
    std::vector<Batch> list;
    while (static_cast<std::int64_t>(list.size()) < o.batch_size) {
      Batch sample;
      const std::int64_t index = stream_at.position;
      if (!pull(sample)) break;
      list.push_back(sample);
      m.indices.push_back(index);
    }
    m.end = list.empty() || (o.drop_last && static_cast<std::int64_t>(list.size()) < o.batch_size);
    if (m.end) return;
    m.after.position = stream_at.position;
    const Shape shape = list[0].x.shape();
    m.batch = collate ? collate(list) : default_collate(list);
    transform(m, shape);
  }

  bool pull(Batch& sample) {
    if (!stream_over && !stream->next(sample)) stream_over = true;
    stream_at.position += !stream_over;
    return !stream_over;
  }

  void transform(Made& m, const Shape& sample_shape) {
    Tensor& x = m.batch.x;
    x = to_input(x, sample_shape);
    const auto epoch = static_cast<std::uint64_t>(m.after.epoch);
    x = apply_all(transforms.transform, x, m.indices, seed, epoch);
    x = apply_all(transforms.augment, x, m.indices, seed, epoch);
    normalize_(x, transforms.normalize);
    for (const auto& t : transforms.batch_transform) {
      PhiloxStream random(seed ^ t->key(), (epoch << 40) ^ static_cast<std::uint64_t>(m.after.position));
      t->apply(m.batch, random);
    }
  }
};

DataLoader::DataLoader(DatasetPtr set, const DataLoaderOptions& options, Transforms transforms) : source_(std::make_unique<Source>()) {
  check(set != nullptr, ErrorKind::value, "[DataLoader] the data set is null; need one.");
  const std::int64_t n = set->size();
  source_->set = std::move(set);
  const DataLoaderOptions& o = options;
  check(!o.sampler || !o.shuffle, ErrorKind::value, "[DataLoader] sampler option is mutually exclusive with shuffle.");
  check(!o.batch_sampler || (o.batch_size == 1 && !o.shuffle && !o.sampler && !o.drop_last), ErrorKind::value,
        "[DataLoader] batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last.");
  source_->batch_sampler = o.batch_sampler;
  source_->sampler = o.sampler;
  if (!o.sampler && o.shuffle) source_->sampler = std::make_shared<RandomSampler>(n, RandomSamplerOptions{.seed = o.seed});
  if (!o.sampler && !o.shuffle) source_->sampler = std::make_shared<SequentialSampler>(n);
  start(options, std::move(transforms));
}

DataLoader::DataLoader(IterableDatasetPtr set, const DataLoaderOptions& options, Transforms transforms) : source_(std::make_unique<Source>()) {
  check(set != nullptr, ErrorKind::value, "[DataLoader] the data set is null; need one.");
  check(!options.shuffle && !options.sampler && !options.batch_sampler, ErrorKind::value,
        "[DataLoader] an iterable set gives its own order; expected unspecified shuffle, sampler and batch_sampler options.");
  source_->samples = std::move(set);
  start(options, std::move(transforms));
}

DataLoader::DataLoader(DataLoader&&) noexcept = default;
DataLoader::~DataLoader() = default;

void DataLoader::start(const DataLoaderOptions& options, Transforms transforms) {
  options_ = options;
  check(options.batch_size >= 1, ErrorKind::value, "[DataLoader] batch_size is {}; need 1 or more.", options.batch_size);
  check(options.num_workers >= 0, ErrorKind::value, "[DataLoader] num_workers option should be non-negative; it is {}.", options.num_workers);
  check(options.prefetch_factor >= 1, ErrorKind::value, "[DataLoader] prefetch_factor is {}; need 1 or more.", options.prefetch_factor);
  for (const float s : transforms.normalize.std)
    check(s > 0, ErrorKind::value, "[Normalize] std is {}; need std > 0.", s);
  source_->collate = options.collate_fn;
  source_->transforms = std::move(transforms);
  source_->seed = options.seed;
}

const Dataset& DataLoader::dataset() const {
  check(source_->set != nullptr, ErrorKind::value, "[DataLoader] object of type 'IterableDataset' has no len() and no indices; need a Dataset for this.");
  return *source_->set;
}
const Transforms& DataLoader::transforms() const { return source_->transforms; }
Tensor DataLoader::first_input() const {
  constexpr std::int64_t kFirst[] = {0};
  return apply_all(transforms().transform, to_input(dataset().get(kFirst).x, dataset().sample_shape()), kFirst, options_.seed, 0);
}

void DataLoader::set_batch_size(std::int64_t n) {
  check(n >= 1, ErrorKind::value, "[DataLoader] batch_size is {}; need 1 or more.", n);
  check(!source_->batch_sampler, ErrorKind::value, "[DataLoader] batch_size cannot be {}: a batch sampler makes the batches.", n);
  options_.batch_size = n;
  forget();
}

std::int64_t DataLoader::size() const {
  (void)dataset();
  if (source_->batch_sampler) {
    source_->order_epoch(state_.epoch);
    return static_cast<std::int64_t>(source_->ends.size());
  }
  const std::int64_t n = source_->sampler->size(), b = options_.batch_size;
  return options_.drop_last ? n / b : n / b + (n % b != 0);
}

std::int64_t DataLoader::remaining() const {
  (void)dataset();
  if (source_->batch_sampler) {
    const std::int64_t all = size();
    const std::vector<std::int64_t>& ends = source_->ends;
    return all - (std::upper_bound(ends.begin(), ends.end(), state_.position) - ends.begin());
  }
  const std::int64_t left = source_->sampler->size() - state_.position, b = options_.batch_size;
  return left / b + (left % b != 0 && !options_.drop_last);
}

// What was made ahead no longer comes next.
void DataLoader::forget() {
  source_->background.cancel();
  source_->ahead.clear();
}

void DataLoader::next_epoch() {
  ++state_.epoch;
  state_.position = 0;
  resumed_ = false;
  forget();
}

void DataLoader::set_state(const LoaderState& state) {
  const std::int64_t most = source_->samples || source_->batch_sampler ? INT64_MAX : source_->sampler->size();
  check(state.epoch >= 0 && state.position >= 0 && state.position <= most, ErrorKind::value,
        "[DataLoader] state is epoch {}, position {}; need 0 or more, and at most {} samples.", state.epoch, state.position, most);
  state_ = state;
  resumed_ = true;
  forget();
}

DataLoader::Iterator DataLoader::begin() {
  if (state_.position > 0 && !resumed_) next_epoch();
  return Iterator(this);
}

// Asks for batches up to `depth`. Where they come with indices, the end of the epoch is known before.
void DataLoader::fill(std::size_t depth) {
  Source* s = source_.get();
  while (s->ahead.size() < depth && (s->ahead.empty() || !s->ahead.back()->end)) {
    const LoaderState at = s->ahead.empty() ? state_ : s->ahead.back()->planned;
    s->ahead.push_back(std::make_unique<Made>());
    Made* m = s->ahead.back().get();
    m->after = at;
    m->planned = {at.epoch, at.position + options_.batch_size};
    if (s->set) {
      s->plan(*m, at, options_);
      m->planned = m->after;
    }
    const auto job = [s, m, at, options = options_] {
      try {
        if (s->set) s->fetch(*m);
        else s->read(*m, at, options);
      } catch (...) {
        m->error = std::current_exception();
      }
    };
    if (options_.num_workers == 0) job();
    else m->job = s->background.add(job);
  }
}

bool DataLoader::next(Batch& batch) {
  resumed_ = false;
  const auto depth = static_cast<std::size_t>(options_.num_workers) * static_cast<std::size_t>(options_.prefetch_factor);
  fill(std::max<std::size_t>(1, depth));
  Source& s = *source_;
  if (options_.num_workers > 0) s.background.wait(s.ahead.front()->job);
  const std::unique_ptr<Made> made = std::move(s.ahead.front());
  s.ahead.erase(s.ahead.begin());
  if (made->error) {
    forget();
    std::rethrow_exception(made->error);
  }
  if (made->end) {
    next_epoch();
    return false;
  }
  state_ = made->after;
  indices_ = std::move(made->indices);
  batch = std::move(made->batch);
  if (depth > 0) fill(depth);
  return true;
}

}  // namespace wick
