#pragma once
// Samplers and splits, with the names of torch.utils.data and sklearn.model_selection. The order of an epoch is a pure
// function of the sampler's settings and the epoch, the same bits natively and in wasm.

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "wick/tensor.h"

namespace wick {

/// In which order a loader takes the samples of a set.
struct Sampler {
  virtual ~Sampler() = default;
  virtual std::int64_t size() const = 0;  ///< indices in an epoch
  virtual std::vector<std::int64_t> order(std::int64_t epoch) const = 0;
};
using SamplerPtr = std::shared_ptr<const Sampler>;

/// 0 … n-1.
class SequentialSampler final : public Sampler {
 public:
  explicit SequentialSampler(std::int64_t n);
  std::int64_t size() const override { return n_; }
  std::vector<std::int64_t> order(std::int64_t epoch) const override;

 private:
  std::int64_t n_;
};

struct RandomSamplerOptions {
  bool replacement = false;
  std::int64_t num_samples = 0;  ///< 0: n. Without replacement more than n are taken from one permutation after another
  std::uint64_t seed = 0;
};
/// 0 … n-1 in a random order, or num_samples of them. Throws ErrorKind::value for an n or num_samples below 0, or samples out
/// of an empty set.
class RandomSampler final : public Sampler {
 public:
  explicit RandomSampler(std::int64_t n, const RandomSamplerOptions& options = {});
  std::int64_t size() const override { return options_.num_samples; }
  std::vector<std::int64_t> order(std::int64_t epoch) const override;

 private:
  std::int64_t n_;
  RandomSamplerOptions options_;
};

/// These indices in a random order.
class SubsetRandomSampler final : public Sampler {
 public:
  explicit SubsetRandomSampler(std::vector<std::int64_t> indices, std::uint64_t seed = 0);
  std::int64_t size() const override { return static_cast<std::int64_t>(indices_.size()); }
  std::vector<std::int64_t> order(std::int64_t epoch) const override;

 private:
  std::vector<std::int64_t> indices_;
  std::uint64_t seed_;
};

/// num_samples indices, index i with a probability proportional to weights[i]. Throws ErrorKind::value unless the weights are
/// finite, 0 or more and not all 0, or when more are asked for without replacement than have a weight.
class WeightedRandomSampler final : public Sampler {
 public:
  WeightedRandomSampler(std::vector<double> weights, std::int64_t num_samples, bool replacement = true, std::uint64_t seed = 0);
  std::int64_t size() const override { return num_samples_; }
  std::vector<std::int64_t> order(std::int64_t epoch) const override;

 private:
  std::vector<double> weights_;
  std::int64_t num_samples_;
  bool replacement_;
  std::uint64_t seed_;
};

/// A sampler's indices in batches. Derive from it for batches made otherwise.
class BatchSampler {
 public:
  BatchSampler(SamplerPtr sampler, std::int64_t batch_size, bool drop_last);
  virtual ~BatchSampler() = default;
  virtual std::vector<std::vector<std::int64_t>> batches(std::int64_t epoch) const;

 protected:
  BatchSampler() = default;

 private:
  SamplerPtr sampler_;
  std::int64_t batch_size_ = 1;
  bool drop_last_ = false;
};
using BatchSamplerPtr = std::shared_ptr<const BatchSampler>;

/// Which part each of n samples belongs to, at random. lengths add up to n. With labels i64 [n], each part has every label in
/// the proportion of the whole, to the nearest sample. In each part the order is random.
std::vector<std::vector<std::int64_t>> split_indices(std::int64_t n, const std::vector<std::int64_t>& lengths, std::uint64_t seed, const Tensor& labels = {});

/// Shares of n that add up to 1 as lengths, by PyTorch's rule: rounded down, what is left to the first ones. Throws
/// ErrorKind::value for a share outside [0, 1] or another sum.
std::vector<std::int64_t> lengths_of(const std::vector<double>& fractions, std::int64_t n);

struct Fold {
  std::vector<std::int64_t> train, test;  ///< ascending
};

struct KFoldOptions {
  std::int64_t n_splits = 5;
  bool shuffle = false;
  std::uint64_t seed = 0;
};

/// scikit-learn's KFold: consecutive folds, the first n % n_splits one longer. Throws ErrorKind::value unless 2 <= n_splits <= n.
class KFold {
 public:
  explicit KFold(const KFoldOptions& options = {}) : options_(options) {}
  std::vector<Fold> split(std::int64_t n) const;

 private:
  KFoldOptions options_;
};

/// scikit-learn's StratifiedKFold: each fold has the labels of the whole in proportion. labels i64 [n]. Throws ErrorKind::value
/// when n_splits is below 2 or more than the most frequent label has samples.
class StratifiedKFold {
 public:
  explicit StratifiedKFold(const KFoldOptions& options = {}) : options_(options) {}
  std::vector<Fold> split(const Tensor& labels) const;

 private:
  KFoldOptions options_;
};

}  // namespace wick
