#include "wick/samplers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/sort.h"
#include "data/exact_math.h"
#include "wick/random.h"

namespace wick {

namespace {

using Indices = std::vector<std::int64_t>;

constexpr std::uint64_t kShuffleKey = 0x53485546464C45ull;  // "SHUFFLE"
constexpr std::uint64_t kSplitKey = 0x53504C4954ull;        // "SPLIT"
constexpr std::uint64_t kFoldKey = 0x464F4C44ull;           // "FOLD"
constexpr std::uint64_t kWeightKey = 0x574549474854ull;     // "WEIGHT"

// The shuffle of an epoch starts at a counter of its own, far beyond what another epoch can use.
Generator of_epoch(std::uint64_t seed, std::int64_t epoch) {
  Generator g;
  g.set_state(seed ^ kShuffleKey, static_cast<std::uint64_t>(epoch) << 40);
  return g;
}

Indices permutation(std::int64_t n, Generator& g) {
  const Tensor t = randperm(n, &g);
  const auto* p = t.data<std::int64_t>();
  return {p, p + n};
}

Indices counted(std::int64_t n) {
  Indices out(static_cast<std::size_t>(n));
  std::iota(out.begin(), out.end(), std::int64_t{0});
  return out;
}

std::vector<std::int64_t> label_list(const char* who, const Tensor& labels) {
  check(labels.defined() && labels.dim() == 1 && is_integral(labels.dtype()), ErrorKind::value, "[{}] labels are {}; need whole numbers [N], one per sample.", who,
        labels.defined() ? to_text(labels) : "missing");
  const Tensor t = labels.to(DType::int64).contiguous();
  return {t.data<std::int64_t>(), t.data<std::int64_t>() + t.numel()};
}

}  // namespace

SequentialSampler::SequentialSampler(std::int64_t n) : n_(n) { check(n >= 0, ErrorKind::value, "[SequentialSampler] n is {}; need 0 or more.", n); }
Indices SequentialSampler::order(std::int64_t) const { return counted(n_); }

RandomSampler::RandomSampler(std::int64_t n, const RandomSamplerOptions& options) : n_(n), options_(options) {
  check(n >= 0, ErrorKind::value, "[RandomSampler] n is {}; need 0 or more.", n);
  check(options.num_samples >= 0, ErrorKind::value, "[RandomSampler] num_samples should be a positive integer value, but got num_samples={}", options.num_samples);
  check(n > 0 || options.num_samples == 0, ErrorKind::value, "[RandomSampler] the set is empty; need samples to draw {} from.", options.num_samples);
  if (options_.num_samples == 0) options_.num_samples = n;
}

Indices RandomSampler::order(std::int64_t epoch) const {
  Generator g = of_epoch(options_.seed, epoch);
  if (n_ == 0) return {};
  if (options_.replacement) {
    const Tensor t = randint(0, n_, options_.num_samples, &g);
    return {t.data<std::int64_t>(), t.data<std::int64_t>() + t.numel()};
  }
  Indices out;
  while (static_cast<std::int64_t>(out.size()) < options_.num_samples) {
    const Indices next = permutation(n_, g);
    const auto left = options_.num_samples - static_cast<std::int64_t>(out.size());
    out.insert(out.end(), next.begin(), next.begin() + std::min(left, n_));
  }
  return out;
}

SubsetRandomSampler::SubsetRandomSampler(Indices indices, std::uint64_t seed) : indices_(std::move(indices)), seed_(seed) {}

Indices SubsetRandomSampler::order(std::int64_t epoch) const {
  Generator g = of_epoch(seed_, epoch);
  Indices out = permutation(size(), g);
  for (std::int64_t& i : out) i = indices_[static_cast<std::size_t>(i)];
  return out;
}

WeightedRandomSampler::WeightedRandomSampler(std::vector<double> weights, std::int64_t num_samples, bool replacement, std::uint64_t seed)
    : weights_(std::move(weights)), num_samples_(num_samples), replacement_(replacement), seed_(seed) {
  check(num_samples > 0, ErrorKind::value, "[WeightedRandomSampler] num_samples should be a positive integer value, but got num_samples={}", num_samples);
  std::int64_t positive = 0;
  double total = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    check(weights_[i] >= 0 && std::isfinite(weights_[i]), ErrorKind::value, "[WeightedRandomSampler] weight {} is {}; need finite weights of 0 or more.", i, weights_[i]);
    positive += weights_[i] > 0;
    total += weights_[i];
  }
  check(positive > 0 && std::isfinite(total), ErrorKind::value, "[WeightedRandomSampler] the weights add up to {}; need a finite sum above 0.", total);
  check(replacement || num_samples <= positive, ErrorKind::value, "[WeightedRandomSampler] cannot sample {} without replacement; {} have a weight above 0.",
        num_samples, positive);
}

Indices WeightedRandomSampler::order(std::int64_t epoch) const {
  PhiloxStream random(seed_ ^ kWeightKey, static_cast<std::uint64_t>(epoch));
  const auto draw = [&] {  // (0, 1) with 52 bits
    const std::uint64_t high = random.word() >> 6, low = random.word() >> 6;
    return (static_cast<double>(high << 26 | low) + 0.5) / 4503599627370496.0;
  };
  Indices out;
  if (replacement_) {
    std::vector<double> sums(weights_.size());
    std::partial_sum(weights_.begin(), weights_.end(), sums.begin());
    for (std::int64_t k = 0; k < num_samples_; ++k) {
      auto at = static_cast<std::size_t>(std::upper_bound(sums.begin(), sums.end(), draw() * sums.back()) - sums.begin());
      at = std::min(at, weights_.size() - 1);
      while (weights_[at] == 0) --at;  // only where the product was rounded up to the sum
      out.push_back(static_cast<std::int64_t>(at));
    }
    return out;
  }
  // The num_samples smallest of -log(u) / weight: Efraimidis and Spirakis 2006, "Weighted random sampling with a reservoir".
  std::vector<double> keys;
  for (const double w : weights_) {
    const double e = -exact::log(draw());
    keys.push_back(w > 0 ? e / w : HUGE_VAL);
  }
  const std::vector<std::size_t> by_key = sorted_indices(keys.size(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  for (std::int64_t k = 0; k < num_samples_; ++k) out.push_back(static_cast<std::int64_t>(by_key[static_cast<std::size_t>(k)]));
  return out;
}

BatchSampler::BatchSampler(SamplerPtr sampler, std::int64_t batch_size, bool drop_last) : sampler_(std::move(sampler)), batch_size_(batch_size), drop_last_(drop_last) {
  check(sampler_ != nullptr, ErrorKind::value, "[BatchSampler] the sampler is null; need one.");
  check(batch_size >= 1, ErrorKind::value, "[BatchSampler] batch_size should be a positive integer value, but got batch_size={}", batch_size);
}

std::vector<Indices> BatchSampler::batches(std::int64_t epoch) const {
  const Indices all = sampler_->order(epoch);
  const auto b = static_cast<std::size_t>(batch_size_);
  std::vector<Indices> out;
  for (std::size_t i = 0; i < all.size(); i += b) {
    const std::size_t n = std::min(b, all.size() - i);
    if (n == b || !drop_last_) out.emplace_back(all.data() + i, all.data() + i + n);
  }
  return out;
}

std::vector<Indices> split_indices(std::int64_t n, const std::vector<std::int64_t>& lengths, std::uint64_t seed, const Tensor& labels) {
  std::int64_t total = 0;
  for (const std::int64_t length : lengths) {
    check(length >= 0, ErrorKind::value, "[random_split] a length is {}; need 0 or more.", length);
    total = checked_add(total, length);
  }
  check(total == n, ErrorKind::value, "[random_split] the lengths add up to {}; need {}, the size of the set.", total, n);
  Generator generator(seed ^ kSplitKey);
  const Indices order = permutation(n, generator);
  std::vector<Indices> parts(lengths.size());
  if (!labels.defined()) {
    auto at = order.begin();
    for (std::size_t k = 0; k < lengths.size(); ++k) {
      parts[k].assign(at, at + lengths[k]);
      at += lengths[k];
    }
    return parts;
  }
  const Indices label = label_list("random_split", labels);
  check(static_cast<std::int64_t>(label.size()) == n, ErrorKind::value, "[random_split] {} labels for {} samples; need as many.", label.size(), n);
  // Dealt out label by label, each sample to the part that is furthest behind its share so far.
  const std::vector<std::size_t> by_label = sorted_indices(order.size(), [&](std::size_t a, std::size_t b) {
    return label[static_cast<std::size_t>(order[a])] < label[static_cast<std::size_t>(order[b])];
  });
  std::vector<std::size_t> part_of(order.size());
  Indices given(lengths.size());
  for (std::size_t k = 0; k < by_label.size(); ++k) {
    std::size_t best = 0;
    double most = -HUGE_VAL;
    for (std::size_t p = 0; p < lengths.size(); ++p) {
      const double behind = static_cast<double>(lengths[p]) * static_cast<double>(k + 1) / static_cast<double>(n) - static_cast<double>(given[p]);
      if (given[p] < lengths[p] && behind > most) most = behind, best = p;
    }
    ++given[best];
    part_of[by_label[k]] = best;
  }
  for (std::size_t k = 0; k < order.size(); ++k) parts[part_of[k]].push_back(order[k]);
  return parts;
}

std::vector<std::int64_t> lengths_of(const std::vector<double>& fractions, std::int64_t n) {
  double sum = 0;
  for (std::size_t k = 0; k < fractions.size(); ++k) {
    check(fractions[k] >= 0 && fractions[k] <= 1, ErrorKind::value, "[random_split] Fraction at index {} is not between 0 and 1: {}.", k, fractions[k]);
    sum += fractions[k];
  }
  check(std::fabs(sum - 1) <= 1e-9, ErrorKind::value, "[random_split] the fractions add up to {}; need 1.", sum);
  std::vector<std::int64_t> out;
  std::int64_t left = n;
  for (const double f : fractions) {
    out.push_back(static_cast<std::int64_t>(std::floor(static_cast<double>(n) * f)));
    left -= out.back();
  }
  for (std::size_t k = 0; left > 0; --left, ++k) ++out[k % out.size()];
  return out;
}

namespace {

// Folds from the fold each sample is tested in.
std::vector<Fold> folds_of(const std::vector<std::int64_t>& fold, std::int64_t n_splits) {
  std::vector<Fold> out(static_cast<std::size_t>(n_splits));
  for (std::size_t i = 0; i < fold.size(); ++i)
    for (std::int64_t k = 0; k < n_splits; ++k) {
      Fold& f = out[static_cast<std::size_t>(k)];
      (fold[i] == k ? f.test : f.train).push_back(static_cast<std::int64_t>(i));
    }
  return out;
}

}  // namespace

std::vector<Fold> KFold::split(std::int64_t n) const {
  const std::int64_t k = options_.n_splits;
  check(k >= 2, ErrorKind::value, "[KFold] k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got n_splits={}.", k);
  check(k <= n, ErrorKind::value, "[KFold] Cannot have number of splits n_splits={} greater than the number of samples: n_samples={}.", k, n);
  Generator g(options_.seed ^ kFoldKey);
  const Indices order = options_.shuffle ? permutation(n, g) : counted(n);
  Indices fold(order.size());
  std::size_t at = 0;
  for (std::int64_t f = 0; f < k; ++f)
    for (std::int64_t i = 0; i < n / k + (f < n % k); ++i) fold[static_cast<std::size_t>(order[at++])] = f;
  return folds_of(fold, k);
}

std::vector<Fold> StratifiedKFold::split(const Tensor& labels) const {
  const std::int64_t k = options_.n_splits;
  const Indices label = label_list("StratifiedKFold", labels);
  check(k >= 2, ErrorKind::value, "[StratifiedKFold] k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got n_splits={}.", k);
  // Labels in the order they first appear, with their samples.
  std::map<std::int64_t, std::size_t> place;
  std::vector<Indices> members;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const auto [found, fresh] = place.emplace(label[i], members.size());
    if (fresh) members.emplace_back();
    members[found->second].push_back(static_cast<std::int64_t>(i));
  }
  std::size_t most = 0;
  for (const Indices& m : members) most = std::max(most, m.size());
  check(k <= static_cast<std::int64_t>(most), ErrorKind::value, "[StratifiedKFold] n_splits={} cannot be greater than the number of members in each class, at most {}.", k, most);
  // Of the labels in that order, every k-th goes to the same fold: so many samples of each label a fold gets.
  Generator g(options_.seed ^ kFoldKey);
  Indices fold(label.size());
  std::int64_t first = 0;  // place of the label's first sample in the sorted list
  for (const Indices& m : members) {
    const auto n = static_cast<std::int64_t>(m.size());
    Indices folds;
    for (std::int64_t f = 0; f < k; ++f)
      for (std::int64_t i = first; i < first + n; ++i)
        if (i % k == f) folds.push_back(f);
    const Indices order = options_.shuffle ? permutation(n, g) : counted(n);
    for (std::size_t i = 0; i < m.size(); ++i) fold[static_cast<std::size_t>(m[i])] = folds[static_cast<std::size_t>(order[i])];
    first += n;
  }
  return folds_of(fold, k);
}

}  // namespace wick
