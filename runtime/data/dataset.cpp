// Data sets: rows of tensors, generated digits and points, parts of other sets.

#include <algorithm>
#include <cstring>
#include <numeric>

#include "wick/data.h"
#include "wick/parallel.h"
#include "wick/random.h"

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

Batch Subset::get(std::span<const std::int64_t> indices) const {
  check_indices("Subset", indices, size());
  std::vector<std::int64_t> mapped;
  mapped.reserve(indices.size());
  for (const std::int64_t i : indices) mapped.push_back(indices_[static_cast<std::size_t>(i)]);
  return set_->get(mapped);
}

std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const std::vector<std::int64_t>& lengths, std::uint64_t seed) {
  std::int64_t total = 0;
  for (const std::int64_t n : lengths) {
    check(n >= 0, ErrorKind::value, "[random_split] a length is {}; need 0 or more.", n);
    total = checked_add(total, n);
  }
  check(total == set->size(), ErrorKind::value, "[random_split] the lengths add up to {}; need {}, the size of the set.", total, set->size());
  Generator generator(seed ^ 0x53504C4954ull);  // a stream of its own: "SPLIT"
  const Tensor order = randperm(total, &generator);
  const auto* p = order.data<std::int64_t>();
  std::vector<std::shared_ptr<Subset>> parts;
  for (const std::int64_t n : lengths) {
    parts.push_back(std::make_shared<Subset>(set, std::vector<std::int64_t>(p, p + n)));
    p += n;
  }
  return parts;
}

}  // namespace wick
