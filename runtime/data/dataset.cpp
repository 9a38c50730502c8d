// Data sets: rows of tensors, generated digits and points, parts and sums of other sets.

#include <algorithm>
#include <cstring>
#include <numeric>

#include "wick/data.h"
#include "wick/ops.h"
#include "wick/parallel.h"

namespace wick {

namespace {

void check_indices(const char* set, std::span<const std::int64_t> indices, std::int64_t n) {
  for (const std::int64_t i : indices)
    check(i >= 0 && i < n, ErrorKind::index, "[{}] index {} is out of range; need 0 <= index < {}.", set, i, n);
}

// [N, ...], indices -> [B, ...], any dtype.
Tensor take_rows(const Tensor& t, std::span<const std::int64_t> indices) {
  Shape shape = t.shape();
  shape[0] = static_cast<std::int64_t>(indices.size());
  Tensor out = empty(shape, t.dtype());
  const std::int64_t row = t.size(0) ? t.numel() / t.size(0) : 0;
  const std::size_t bytes = static_cast<std::size_t>(row) * item_size(t.dtype());
  const auto* from = static_cast<const std::byte*>(t.raw_data());
  auto* to = static_cast<std::byte*>(out.raw_data());
  for (const std::int64_t i : indices) {
    if (bytes) std::memcpy(to, from + static_cast<std::size_t>(i) * bytes, bytes);
    to += bytes;
  }
  return out;
}

}  // namespace

Tensor Dataset::targets() const {
  constexpr std::int64_t kBlock = 256;  // samples: x is read along with y
  TensorList parts;
  std::vector<std::int64_t> block;
  for (std::int64_t i = 0; i < size(); i += kBlock) {
    block.resize(static_cast<std::size_t>(std::min(kBlock, size() - i)));
    std::iota(block.begin(), block.end(), i);
    parts.push_back(get(block).y);
  }
  return parts.empty() ? zeros(0, DType::int64) : cat(parts);
}

Batch default_collate(const std::vector<Batch>& samples) {
  check(!samples.empty(), ErrorKind::value, "[default_collate] there are no samples; need at least one.");
  TensorList x, y;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto same = [&](const char* name, const Tensor& first, const Tensor& t) {
      check(first.shape() == t.shape() && first.dtype() == t.dtype(), ErrorKind::shape,
            "[default_collate] stack expects each tensor to be equal size, but {} is {} at entry 0 and {} at entry {}.", name, first, t, i);
    };
    same("x", samples[0].x, samples[i].x);
    same("y", samples[0].y, samples[i].y);
    x.push_back(samples[i].x.unsqueeze(0));
    y.push_back(samples[i].y.unsqueeze(0));
  }
  return {cat(x), cat(y)};
}

TensorDataset::TensorDataset(Tensor x_, Tensor y_) : x(x_.contiguous()), y(y_.contiguous()) {
  check(x.dim() >= 1 && y.dim() >= 1 && x.size(0) == y.size(0), ErrorKind::shape,
        "[TensorDataset] x is {}, y is {}; both need the same number of rows.", x, y);
}

Batch TensorDataset::get(std::span<const std::int64_t> indices) const {
  check_indices("TensorDataset", indices, size());
  return {take_rows(x, indices), take_rows(y, indices)};
}

Shape TensorDataset::sample_shape() const {
  Shape s = x.shape();
  s.erase(0);
  return s;
}

StrokeDataset::StrokeDataset(std::uint64_t seed, std::int64_t first, std::int64_t n, const StrokeOptions& options)
    : seed_(seed), first_(first), n_(n), options_(options) {
  check(first >= 0 && n >= 0, ErrorKind::value, "[StrokeDataset] first is {}, n is {}; need 0 or more.", first, n);
  images_ = zeros({n, kDigitSide, kDigitSide}, DType::uint8);
  labels_ = zeros(n, DType::int64);
  drawn_.assign(static_cast<std::size_t>(n), 0);
  std::uint8_t pixels[kDigitPixels];
  if (n > 0) stroke_digit(options_, seed_, first_, pixels, nullptr);  // throws for options out of range
  for (std::int64_t i = 0; i < n; ++i) labels_.data<std::int64_t>()[i] = stroke_label(seed_, first_ + i);
}

void StrokeDataset::draw(std::span<const std::int64_t> indices) const {
  const std::lock_guard hold(drawing_);
  std::vector<std::int64_t> todo;
  for (const std::int64_t i : indices) {
    char& drawn = drawn_[static_cast<std::size_t>(i)];
    if (!drawn) todo.push_back(i);
    drawn = 1;
  }
  constexpr std::int64_t kChunk = 8;  // images; some 30 µs each
  const auto n = static_cast<std::int64_t>(todo.size());
  auto* pixels = images_.data<std::uint8_t>();
  parallel_chunks((n + kChunk - 1) / kChunk, [&](std::int64_t chunk) {
    for (std::int64_t k = chunk * kChunk; k < std::min(n, (chunk + 1) * kChunk); ++k) {
      const std::int64_t i = todo[static_cast<std::size_t>(k)];
      stroke_digit(options_, seed_, first_ + i, pixels + i * kDigitPixels, nullptr);
    }
  });
}

Batch StrokeDataset::get(std::span<const std::int64_t> indices) const {
  check_indices("StrokeDataset", indices, n_);
  draw(indices);
  return {take_rows(images_, indices), take_rows(labels_, indices)};
}

std::shared_ptr<TensorDataset> toy_dataset(ToyKind kind, std::int64_t n, std::uint64_t seed, const ToyOptions& options) {
  check(n >= 0, ErrorKind::value, "[toy_dataset] n is {}; need 0 or more.", n);
  Tensor x = empty({n, 2}), y = empty(n, DType::int64);
  toy_points(kind, options, seed, n, x.data<float>(), y.data<std::int64_t>());
  return std::make_shared<TensorDataset>(x, y);
}

Subset::Subset(DatasetPtr set, std::vector<std::int64_t> indices) : set_(std::move(set)), indices_(std::move(indices)) {
  check_indices("Subset", indices_, set_->size());
}

Tensor Subset::targets() const { return take_rows(set_->targets().contiguous(), indices_); }

Batch Subset::get(std::span<const std::int64_t> indices) const {
  check_indices("Subset", indices, size());
  std::vector<std::int64_t> mapped;
  mapped.reserve(indices.size());
  for (const std::int64_t i : indices) mapped.push_back(indices_[static_cast<std::size_t>(i)]);
  return set_->get(mapped);
}

ConcatDataset::ConcatDataset(std::vector<DatasetPtr> sets) : sets_(std::move(sets)) {
  check(!sets_.empty(), ErrorKind::value, "[ConcatDataset] datasets should not be an empty iterable.");
  std::int64_t n = 0;
  for (const DatasetPtr& set : sets_) {
    check(set->sample_shape() == sets_[0]->sample_shape(), ErrorKind::shape, "[ConcatDataset] samples of {} and of {}; need one shape.", sets_[0]->sample_shape(),
          set->sample_shape());
    ends_.push_back(n += set->size());
  }
}

// Each set gives its rows at once; then they are put in the order asked for.
Batch ConcatDataset::get(std::span<const std::int64_t> indices) const {
  check_indices("ConcatDataset", indices, size());
  TensorList x, y;
  std::vector<std::int64_t> row(indices.size()), mine;
  std::int64_t at = 0, first = 0;
  for (std::size_t k = 0; k < sets_.size(); first = ends_[k++]) {
    mine.clear();
    for (std::size_t i = 0; i < indices.size(); ++i) {
      if (indices[i] < first || indices[i] >= ends_[k]) continue;
      mine.push_back(indices[i] - first);
      row[i] = at++;
    }
    if (mine.empty()) continue;
    const Batch part = sets_[k]->get(mine);
    x.push_back(part.x);
    y.push_back(part.y);
  }
  if (x.empty()) return sets_[0]->get(indices);
  return {take_rows(cat(x), row), take_rows(cat(y), row)};
}

Tensor ConcatDataset::targets() const {
  TensorList parts;
  for (const DatasetPtr& set : sets_) parts.push_back(set->targets());
  return cat(parts);
}

namespace {

struct ChainStream final : IterableDataset::Stream {
  explicit ChainStream(const std::vector<IterableDatasetPtr>& sets) : sets_(sets) {}
  bool next(Batch& sample) override {
    for (;;) {
      if (now_ && now_->next(sample)) return true;
      if (at_ == sets_.size()) return false;
      now_ = sets_[at_++]->iter();
    }
  }

 private:
  std::vector<IterableDatasetPtr> sets_;
  std::size_t at_ = 0;
  std::unique_ptr<Stream> now_;
};

}  // namespace

std::unique_ptr<IterableDataset::Stream> ChainDataset::iter() const { return std::make_unique<ChainStream>(sets_); }

std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const std::vector<std::int64_t>& lengths, std::uint64_t seed, bool stratify) {
  std::vector<std::shared_ptr<Subset>> parts;
  for (std::vector<std::int64_t>& part : split_indices(set->size(), lengths, seed, stratify ? set->targets() : Tensor()))
    parts.push_back(std::make_shared<Subset>(set, std::move(part)));
  return parts;
}

std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const Fractions& fractions, std::uint64_t seed, bool stratify) {
  return random_split(set, lengths_of(fractions.of, set->size()), seed, stratify);
}

}  // namespace wick
