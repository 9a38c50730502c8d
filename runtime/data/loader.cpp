// DataLoader: the order of each epoch, batches, and where it stands.

#include <numeric>

#include "wick/data.h"
#include "wick/random.h"

namespace wick {

namespace {
constexpr std::uint64_t kShuffleKey = 0x53485546464C45ull;  // "SHUFFLE"
}

DataLoader::DataLoader(DatasetPtr set, const DataLoaderOptions& options, Transforms transforms)
    : set_(std::move(set)), options_(options), transforms_(std::move(transforms)) {
  check(set_ != nullptr, ErrorKind::value, "[DataLoader] the data set is null; need one.");
  set_batch_size(options.batch_size);
  for (const float s : transforms_.normalize.std)
    check(s > 0, ErrorKind::value, "[Normalize] std is {}; need std > 0.", s);
}

void DataLoader::set_batch_size(std::int64_t n) {
  check(n >= 1, ErrorKind::value, "[DataLoader] batch_size is {}; need 1 or more.", n);
  options_.batch_size = n;
}

std::int64_t DataLoader::size() const {
  const std::int64_t n = set_->size(), b = options_.batch_size;
  return options_.drop_last ? n / b : n / b + (n % b != 0);
}

bool DataLoader::has_next() const {
  const std::int64_t left = set_->size() - state_.position;
  return left > 0 && (!options_.drop_last || left >= options_.batch_size);
}

// The shuffle of an epoch starts at a counter of its own, far beyond what another epoch can use.
void DataLoader::order_epoch() {
  if (ordered_epoch_ == state_.epoch) return;
  const std::int64_t n = set_->size();
  if (options_.shuffle) {
    Generator generator;
    generator.set_state(options_.seed ^ kShuffleKey, static_cast<std::uint64_t>(state_.epoch) << 40);
    const Tensor order = randperm(n, &generator);
    order_.assign(order.data<std::int64_t>(), order.data<std::int64_t>() + n);
  } else if (order_.empty()) {
    order_.resize(static_cast<std::size_t>(n));
    std::iota(order_.begin(), order_.end(), std::int64_t{0});
  }
  ordered_epoch_ = state_.epoch;
}

void DataLoader::next_epoch() {
  ++state_.epoch;
  state_.position = 0;
  resumed_ = false;
}

void DataLoader::set_state(const LoaderState& state) {
  check(state.epoch >= 0 && state.position >= 0 && state.position <= set_->size(), ErrorKind::value,
        "[DataLoader] state is epoch {}, position {}; need 0 or more, and at most {} samples.", state.epoch, state.position, set_->size());
  state_ = state;
  resumed_ = true;
}

DataLoader::Iterator DataLoader::begin() {
  if (state_.position > 0 && !resumed_) next_epoch();
  return Iterator(this);
}

bool DataLoader::next(Batch& batch) {
  resumed_ = false;
  if (!has_next()) {
    next_epoch();
    return false;
  }
  order_epoch();
  const std::int64_t n = std::min(options_.batch_size, set_->size() - state_.position);
  const auto first = order_.begin() + state_.position;
  indices_.assign(first, first + n);
  Batch out = set_->get(indices_);
  out.x = to_input(out.x, set_->sample_shape());
  for (const auto& t : transforms_.augment) t.apply(out.x, indices_, options_.seed, static_cast<std::uint64_t>(state_.epoch));
  normalize_(out.x, transforms_.normalize);
  state_.position += n;
  batch = std::move(out);
  return true;
}

}  // namespace wick
