#pragma once
// Data sets, transforms and the loader, with the names of torch.utils.data and torchvision.transforms.
//
//   DataLoader loader(set, {.batch_size = 64, .shuffle = true, .seed = 1}, {.mean = {0.1307f}, .std = {0.3081f}});
//   for (auto [x, y] : loader) ...

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "wick/strokes.h"
#include "wick/tensor.h"
#include "wick/toys.h"

namespace wick {

struct Batch {
  Tensor x;  ///< [B, ...]
  Tensor y;  ///< [B] labels i64, or [B, ...] targets f32
};

/// Samples by index. Images are u8 [H,W] or [C,H,W] per sample; features are f32, tokens i64.
struct Dataset {
  virtual ~Dataset() = default;
  virtual std::int64_t size() const = 0;
  /// The samples of these indices as one batch, as stored. Throws ErrorKind::index for one outside [0, size()).
  virtual Batch get(std::span<const std::int64_t> indices) const = 0;
  /// Shape of one stored sample.
  virtual Shape sample_shape() const = 0;
};
using DatasetPtr = std::shared_ptr<const Dataset>;

/// Rows of two tensors that belong together: x [N, ...], y [N, ...].
class TensorDataset final : public Dataset {
 public:
  TensorDataset(Tensor x, Tensor y);
  std::int64_t size() const override { return x.size(0); }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override;

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

 private:
  DatasetPtr set_;
  std::vector<std::int64_t> indices_;
};

/// Cuts a set into parts of these lengths at random. Throws ErrorKind::value unless they add up to its size.
std::vector<std::shared_ptr<Subset>> random_split(const DatasetPtr& set, const std::vector<std::int64_t>& lengths, std::uint64_t seed);

namespace transforms {

/// (x - mean) / std per channel (dimension 1 of a batch); one value stands for all channels, none for no change.
struct Normalize {
  std::vector<float> mean, std;
};

/// torchvision's RandomAffine with bilinear interpolation: rotates, shifts, scales and shears each image about its centre;
/// what comes from outside is 0. Ranges are drawn from uniformly.
struct RandomAffine {
  std::pair<double, double> degrees = {0, 0};    ///< clockwise on the screen
  std::pair<double, double> translate = {0, 0};  ///< largest shift as a fraction of width and height, to whole pixels
  std::pair<double, double> scale = {1, 1};
  std::pair<double, double> shear_x = {0, 0}, shear_y = {0, 0};  ///< degrees

  /// images f32 [B,C,H,W] in place. Image i is drawn by the stream (seed, epoch, indices[i]): the same whatever the batch.
  void apply(Tensor& images, std::span<const std::int64_t> indices, std::uint64_t seed, std::uint64_t epoch) const;
};

}  // namespace transforms

/// What turns stored samples into the model's input.
struct Transforms {
  transforms::Normalize normalize = {};
  std::vector<transforms::RandomAffine> augment = {};
};

/// Stored images u8 [B,H,W] or [B,C,H,W] to f32 [B,C,H,W] in [0, 1]; other u8 and floating values to f32 as they are, other
/// integers stay. May share storage with what is stored.
Tensor to_input(const Tensor& stored, const Shape& sample_shape);
/// In place on f32 [B,C,...]. Throws ErrorKind::value when the counts of mean and std fit neither 1 nor C.
void normalize_(Tensor& x, const transforms::Normalize& normalize);

struct DataLoaderOptions {
  std::int64_t batch_size = 1;
  bool shuffle = false, drop_last = false;
  std::uint64_t seed = 0;  ///< of shuffling and augmentation
};

/// Where a loader stands; all it takes to go on exactly from there.
struct LoaderState {
  std::int64_t epoch = 0, position = 0;  ///< position: samples of this epoch already given
};

/// Batches of a set. The order of an epoch is a pure function of (seed, epoch).
class DataLoader {
 public:
  DataLoader(DatasetPtr set, const DataLoaderOptions& options = {}, Transforms transforms = {});

  std::int64_t size() const;  ///< batches in an epoch
  const Dataset& dataset() const { return *set_; }
  const DataLoaderOptions& options() const { return options_; }
  const Transforms& transforms() const { return transforms_; }
  void set_batch_size(std::int64_t n);  ///< from the next batch on

  /// Fills batch and goes on; false at the end of the epoch, after which the next call begins the next one.
  bool next(Batch& batch);
  /// Whether next() would give another batch of this epoch.
  bool has_next() const;
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
  void order_epoch();

  DatasetPtr set_;
  DataLoaderOptions options_;
  Transforms transforms_;
  LoaderState state_;
  bool resumed_ = false;
  std::int64_t ordered_epoch_ = -1;
  std::vector<std::int64_t> order_, indices_;
};

}  // namespace wick
