#pragma once
// Data sets, transforms and the loader, with the names of torch.utils.data and torchvision.transforms.
//
//   DataLoader loader(set, {.batch_size = 64, .shuffle = true, .seed = 1}, {.mean = {0.1307f}, .std = {0.3081f}});
//   for (auto [x, y] : loader) ...

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "wick/samplers.h"
#include "wick/strokes.h"
#include "wick/tensor.h"
#include "wick/toys.h"
#include "wick/transforms.h"

namespace wick {

struct Batch {
  Tensor x;  ///< [B, ...]
  Tensor y;  ///< [B] labels i64, or [B, ...] targets f32
};

/// Samples by index. Images are u8 [H,W] or [C,H,W] per sample; features are f32, tokens i64. A prefetching loader calls get()
/// from a thread of its own.
struct Dataset {
  virtual ~Dataset() = default;
  virtual std::int64_t size() const = 0;
  /// The samples of these indices as one batch, as stored. Throws ErrorKind::index for one outside [0, size()).
  virtual Batch get(std::span<const std::int64_t> indices) const = 0;
  /// Shape of one stored sample.
  virtual Shape sample_shape() const = 0;
  /// y of all samples.
  virtual Tensor targets() const;
};
using DatasetPtr = std::shared_ptr<const Dataset>;

/// Samples one after another, where there is no index: a file being read, a generator that goes on.
struct IterableDataset {
  struct Stream {
    virtual ~Stream() = default;
    /// Fills x and y of the next sample, without a batch dimension; false at the end.
    virtual bool next(Batch& sample) = 0;
  };
  virtual ~IterableDataset() = default;
  virtual std::unique_ptr<Stream> iter() const = 0;
};
using IterableDatasetPtr = std::shared_ptr<const IterableDataset>;

/// torch.utils.data.default_collate: stacks samples along a new first dimension. Throws ErrorKind::shape for samples of different
/// shapes, ErrorKind::value for none.
Batch default_collate(const std::vector<Batch>& samples);

/// Rows of two tensors that belong together: x [N, ...], y [N, ...].
class TensorDataset final : public Dataset {
 public:
  TensorDataset(Tensor x, Tensor y);
  std::int64_t size() const override { return x.size(0); }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override;
  Tensor targets() const override { return y; }

  const Tensor x, y;
};

/// Images `first` … `first + n - 1` of the stroke digits of `seed`, u8 [28,28] with labels i64; each is drawn when it is
/// first asked for and kept.
class StrokeDataset final : public Dataset {
 public:
  StrokeDataset(std::uint64_t seed, std::int64_t first, std::int64_t n, const StrokeOptions& options = {});
  std::int64_t size() const override { return n_; }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override { return {kDigitSide, kDigitSide}; }

 private:
  void draw(std::span<const std::int64_t> indices) const;

  std::uint64_t seed_;
  std::int64_t first_, n_;
  StrokeOptions options_;
  Tensor images_, labels_;
  mutable std::mutex drawing_;
  mutable std::vector<char> drawn_;
};

/// n points in the plane: x f32 [n,2], y i64 [n].
std::shared_ptr<TensorDataset> toy_dataset(ToyKind kind, std::int64_t n, std::uint64_t seed, const ToyOptions& options = {});

/// Some samples of a set.
class Subset final : public Dataset {
 public:
  Subset(DatasetPtr set, std::vector<std::int64_t> indices);
  std::int64_t size() const override { return static_cast<std::int64_t>(indices_.size()); }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override { return set_->sample_shape(); }
  Tensor targets() const override;

 private:
  DatasetPtr set_;
  std::vector<std::int64_t> indices_;
};

/// Sets one after another. Throws ErrorKind::shape for sets of different samples, ErrorKind::value for none.
class ConcatDataset final : public Dataset {
 public:
  explicit ConcatDataset(std::vector<DatasetPtr> sets);
  std::int64_t size() const override { return ends_.back(); }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override { return sets_.front()->sample_shape(); }
  Tensor targets() const override;

 private:
  std::vector<DatasetPtr> sets_;
  std::vector<std::int64_t> ends_;
};

/// Iterable sets one after another.
class ChainDataset final : public IterableDataset {
 public:
  explicit ChainDataset(std::vector<IterableDatasetPtr> sets) : sets_(std::move(sets)) {}
  std::unique_ptr<Stream> iter() const override;

 private:
  std::vector<IterableDatasetPtr> sets_;
};

/// Shares of a set: Fractions{{0.8, 0.2}}.
struct Fractions {
  std::vector<double> of;
};
/// Cuts a set into parts of these lengths at random; stratify: each with the labels of the whole in proportion. Throws
/// ErrorKind::value unless the lengths add up to the size of the set.
std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const std::vector<std::int64_t>& lengths, std::uint64_t seed, bool stratify = false);
std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const Fractions& fractions, std::uint64_t seed, bool stratify = false);

namespace transforms {

/// (x - mean) / std per channel (dimension 1 of a batch); one value stands for all channels, none for no change.
struct Normalize {
  std::vector<float> mean, std;
};

}  // namespace transforms

/// What turns stored samples into the model's input.
struct Transforms {
  transforms::Normalize normalize = {};                       ///< after the lists
  std::vector<transforms::TransformPtr> augment = {};         ///< at random, for training
  std::vector<transforms::TransformPtr> transform = {};       ///< before augment: what every image goes through, such as Resize
  std::vector<transforms::BatchTransformPtr> batch_transform = {};  ///< at last: MixUp, CutMix
};

/// Stored images u8 [B,H,W] or [B,C,H,W] to f32 [B,C,H,W] in [0, 1]; other u8 and floating values to f32 as they are, other
/// integers stay. May share storage with what is stored.
Tensor to_input(const Tensor& stored, const Shape& sample_shape);
/// In place on f32 [B,C,...]. Throws ErrorKind::value when the counts of mean and std fit neither 1 nor C.
void normalize_(Tensor& x, const transforms::Normalize& normalize);

struct DataLoaderOptions {
  std::int64_t batch_size = 1;
  bool shuffle = false, drop_last = false;
  std::uint64_t seed = 0;              ///< of shuffling and augmentation
  SamplerPtr sampler = {};             ///< instead of shuffle
  BatchSamplerPtr batch_sampler = {};  ///< instead of batch_size, shuffle, sampler and drop_last
  std::function<Batch(const std::vector<Batch>&)> collate_fn = {};  ///< makes a batch of samples; default_collate where empty
  /// Above 0: num_workers * prefetch_factor batches are made ahead by a thread in the background. In wasm each is made when
  /// it is asked for. The batches are the same either way.
  int num_workers = 0, prefetch_factor = 2;
};

/// Where a loader stands; all it takes to go on exactly from there.
struct LoaderState {
  std::int64_t epoch = 0, position = 0;  ///< position: samples of this epoch already given
};

/// Batches of a set. The order of an epoch is a pure function of (seed, epoch).
class DataLoader {
 public:
  /// Throws ErrorKind::value for options that exclude each other or are out of range.
  DataLoader(DatasetPtr set, const DataLoaderOptions& options = {}, Transforms transforms = {});
  /// Of samples in the order they come. There is no size(), and to go on from a state means to read up to it again.
  DataLoader(IterableDatasetPtr set, const DataLoaderOptions& options = {}, Transforms transforms = {});
  DataLoader(DataLoader&&) noexcept;
  ~DataLoader();

  std::int64_t size() const;  ///< batches in an epoch; throws ErrorKind::value for an iterable set
  const Dataset& dataset() const;  ///< throws ErrorKind::value for an iterable set
  const DataLoaderOptions& options() const { return options_; }
  const Transforms& transforms() const;
  /// The first sample as [1, ...] before augmentation and normalization. Throws as dataset(), or ErrorKind::index for an empty set.
  Tensor first_input() const;
  void set_batch_size(std::int64_t n);  ///< from the next batch on

  /// Fills batch and goes on; false at the end of the epoch, after which the next call begins the next one.
  bool next(Batch& batch);
  /// Batches of this epoch still to come, at the present batch size.
  std::int64_t remaining() const;
  /// Indices in the set of the latest batch.
  const std::vector<std::int64_t>& indices() const { return indices_; }
  /// Batches of this epoch given so far, at the present batch size.
  std::int64_t position() const { return (state_.position + options_.batch_size - 1) / options_.batch_size; }
  void next_epoch();  ///< leaves the rest of this epoch out
  const LoaderState& state() const { return state_; }
  void set_state(const LoaderState& state);

  /// One pass for a range-for loop. A loop left early begins a new epoch the next time, unless set_state() was called.
  class Iterator {
   public:
    explicit Iterator(DataLoader* loader) : loader_(loader) { ++*this; }
    Iterator() = default;
    const Batch& operator*() const { return batch_; }
    Iterator& operator++() {
      if (loader_ && !loader_->next(batch_)) loader_ = nullptr;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return loader_ != other.loader_; }

   private:
    DataLoader* loader_ = nullptr;
    Batch batch_;
  };
  Iterator begin();
  Iterator end() { return {}; }

 private:
  struct Source;  // where samples come from and what becomes of them
  struct Made;    // a batch, or the end of the epoch

  void start(const DataLoaderOptions& options, Transforms transforms);
  void fill(std::size_t depth);
  void forget();

  DataLoaderOptions options_;
  LoaderState state_;
  bool resumed_ = false;
  std::vector<std::int64_t> indices_;
  std::unique_ptr<Source> source_;
};

}  // namespace wick
