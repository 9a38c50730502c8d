#pragma once
// Lightning's callbacks.

#include "wick/swa_utils.h"
#include "wick/trainer.h"

namespace wick {

/// Whether value is better than best by more than min_delta; a NaN never is.
bool is_better(double value, double best, bool higher, double min_delta = 0);

struct ModelCheckpointOptions {
  std::string dirpath = "";  ///< "": nothing is written, as in the browser
  std::string monitor = "val_loss", mode = "min";
  std::int64_t save_top_k = 1;  ///< -1: all, 0: none
  bool save_last = true;
  std::int64_t every_n_train_steps = 0;  ///< also last.safetensors after so many batches; 0: at the end of epochs only
};
/// Keeps epoch=E-step=S.safetensors of the best k epochs and last.safetensors in dirpath.
class ModelCheckpoint final : public Callback {
 public:
  explicit ModelCheckpoint(const ModelCheckpointOptions& options = {});
  const char* type() const override { return "ModelCheckpoint"; }
  void on_batch_end(Trainer& t, const Event& e) override;
  void on_epoch_end(Trainer& t, const EpochRecord& r) override;
  std::string monitor() const override { return options.save_top_k == 0 ? "" : options.monitor; }
  Figures state() const override { return best_; }
  void load_state(const Figures& state) override { best_ = state; }
  std::string best_model_path() const;  ///< "" if there is none
  void save_last_now(Trainer& t) const;

  ModelCheckpointOptions options;

 private:
  std::string path(const std::string& name) const { return options.dirpath + "/" + name; }
  Figures best_;  // file name and score, best first
};

struct EarlyStoppingOptions {
  std::string monitor = "val_loss", mode = "min";
  double min_delta = 0;
  std::int64_t patience = 3;
  bool restore_best_weights = true;
};
/// Stops when the figure has not improved for `patience` validations; the best weights return at the end.
class EarlyStopping final : public Callback {
 public:
  explicit EarlyStopping(const EarlyStoppingOptions& options = {});
  const char* type() const override { return "EarlyStopping"; }
  void on_validation_end(Trainer& t, const EpochRecord& r) override;
  void on_fit_end(Trainer& t) override;
  std::string monitor() const override { return options.monitor; }
  Figures state() const override;
  void load_state(const Figures& state) override;
  nn::NamedTensors tensors() const override { return best_weights_; }
  void load_tensors(const nn::NamedTensors& tensors) override;

  EarlyStoppingOptions options;

 private:
  std::int64_t wait_ = 0, best_epoch_ = -1;
  double best_;
  nn::NamedTensors best_weights_;
};

/// Keeps (step, lr) of each batch where the lr changed.
class LearningRateMonitor final : public Callback {
 public:
  const char* type() const override { return "LearningRateMonitor"; }
  void on_batch_end(Trainer& t, const Event& e) override;
  const std::vector<std::pair<std::int64_t, double>>& values() const { return values_; }

 private:
  std::vector<std::pair<std::int64_t, double>> values_;
};

/// What callbacks with averaged weights share: the averages, kept in checkpoints.
class Averaging : public Callback {
 public:
  nn::NamedTensors tensors() const override;
  void load_tensors(const nn::NamedTensors& tensors) override;
  const optim::AveragedModel* averaged_model() const { return average_.get(); }  ///< null before training starts

 protected:
  bool make(Trainer& t, optim::AverageFunction avg_fn, bool use_buffers);  ///< whether they come from a checkpoint
  void going_on() { over_ = loaded_ = false; }
  std::unique_ptr<optim::AveragedModel> average_;
  bool over_ = false;  // the model has the averages

 private:
  nn::NamedTensors pending_;  // of a checkpoint read before there is a model
  bool loaded_ = false;       // since training last went on
};

/// Averages the weights after each update of the optimizer. Evaluation sees the averages, training does not; at the end the model
/// gets them. A checkpoint's "model.*" are the weights being trained, the averages stand at "callback.<type>.module.*".
class WeightAveraging : public Averaging {
 public:
  explicit WeightAveraging(bool use_buffers = true);
  explicit WeightAveraging(optim::AverageFunction avg_fn, bool use_buffers = true) : avg_fn_(std::move(avg_fn)), use_buffers_(use_buffers) {}
  const char* type() const override { return "WeightAveraging"; }
  /// After which step of the optimizer (from 0), or else after which epoch; the other is -1.
  virtual bool should_update(std::int64_t step, std::int64_t epoch) const;
  void on_fit_start(Trainer& t) override;
  void on_epoch_start(Trainer& t) override;
  void on_batch_end(Trainer& t, const Event& e) override;
  void on_evaluation_start(Trainer& t) override;
  void on_evaluation_end(Trainer& t) override;
  void on_epoch_end(Trainer& t, const EpochRecord& r) override;
  void on_fit_end(Trainer& t) override;
  Figures state() const override;
  void load_state(const Figures& state) override;

 private:
  void update(Trainer& t, std::int64_t& latest, std::int64_t now, bool wanted);
  optim::AverageFunction avg_fn_;
  bool use_buffers_, swapped_ = false;
  std::int64_t latest_step_ = 0, latest_epoch_ = -1;
};

struct EMAWeightAveragingOptions {
  bool use_buffers = true;
  double decay = 0.999;
  std::int64_t update_every_n_steps = 1;
  std::optional<std::int64_t> update_starting_at_step = {}, update_starting_at_epoch = {};  ///< epoch: also at the end of epochs
};
/// The exponential moving average.
class EMAWeightAveraging final : public WeightAveraging {
 public:
  explicit EMAWeightAveraging(const EMAWeightAveragingOptions& options = {});
  const char* type() const override { return "EMAWeightAveraging"; }
  bool should_update(std::int64_t step, std::int64_t epoch) const override;

  EMAWeightAveragingOptions options;
};

struct StochasticWeightAveragingOptions {
  double swa_lrs = 0;             ///< required: the lr of all groups while averaging
  double swa_epoch_start = 0.8;   ///< a share of max_epochs, or the number of an epoch from 1
  bool epoch_start_is_number = false;  ///< swa_epoch_start 1 is the first epoch, not all of them
  std::int64_t annealing_epochs = 10;
  std::string annealing_strategy = "cos";  ///< or "linear"
};
/// From swa_epoch_start on averages the weights at the start of each epoch and takes the lr to swa_lrs; at the end the model gets
/// the average and BatchNorm's statistics of one more pass over the training set.
class StochasticWeightAveraging final : public Averaging {
 public:
  explicit StochasticWeightAveraging(const StochasticWeightAveragingOptions& options);
  const char* type() const override { return "StochasticWeightAveraging"; }
  void on_fit_start(Trainer& t) override;
  void on_epoch_start(Trainer& t) override;
  void on_batch_end(Trainer& t, const Event& e) override;
  void on_epoch_end(Trainer& t, const EpochRecord& r) override;
  void on_fit_end(Trainer& t) override;
  Figures state() const override;
  void load_state(const Figures& state) override;

  StochasticWeightAveragingOptions options;

 private:
  std::int64_t first_epoch(Trainer& t) const;
  void set_lrs(Trainer& t);
  std::int64_t first_epoch_ = 0, latest_epoch_ = -1;
  std::vector<double> start_lrs_;  // of each group
};

/// Text goes here: a terminal, a log, a page.
using TextSink = std::function<void(std::string_view)>;

/// The table of layers, types, parameters and output shapes that Lightning prints before training.
std::string model_summary(nn::Module& model, const Shape& sample_input, DType dtype = DType::float32);
class ModelSummary final : public Callback {
 public:
  explicit ModelSummary(TextSink sink) : sink_(std::move(sink)) {}
  const char* type() const override { return "ModelSummary"; }
  void on_fit_start(Trainer& t) override;

 private:
  TextSink sink_;
};

/// "Epoch 3:  45%|████▌     | 84/188 [00:03<00:04, 25.1it/s, loss=0.123, val_loss=0.11, val_accuracy=0.97]", redrawn in place;
/// each epoch leaves its last line.
class ProgressBar final : public Callback {
 public:
  struct Options {
    TextSink sink;
    std::function<double()> clock;    ///< seconds
    bool redraw = true;               ///< false: one line per epoch, for logs
    int width = 0;                    ///< of the terminal; 0: do not cut
    double refresh = 0.1;             ///< seconds between redraws
  };
  explicit ProgressBar(Options options) : options_(std::move(options)) {}
  const char* type() const override { return "ProgressBar"; }
  void on_epoch_start(Trainer& t) override;
  void on_batch_end(Trainer& t, const Event& e) override;
  void on_epoch_end(Trainer& t, const EpochRecord& r) override;
  void on_fit_end(Trainer& t) override;

 private:
  void draw(bool last);

  Options options_;
  double start_ = 0, drawn_ = -1, loss_ = kNoValue;
  std::int64_t epoch_ = 0, done_ = 0, first_ = 0, total_ = 0;
  bool open_ = false;    // a line stands there without its end
  std::string figures_;  // of the latest validation
};

#ifndef __EMSCRIPTEN__
/// metrics.csv: epoch, step, train_loss_step, train_loss, train_accuracy, val_loss, val_accuracy, lr and val_<metric>; a row every
/// log_every_n_steps and one per epoch. On resume, rows after the checkpoint's step are dropped.
class CSVLogger final : public Callback {
 public:
  explicit CSVLogger(std::string path) : path_(std::move(path)) {}
  const char* type() const override { return "CSVLogger"; }
  void on_fit_start(Trainer& t) override;
  void on_batch_end(Trainer& t, const Event& e) override;
  void on_epoch_end(Trainer& t, const EpochRecord& r) override;

 private:
  void append(const std::string& row);
  static bool is_epoch_row(const std::string& line);
  std::string path_;
  std::vector<std::string> metrics_;
};
#endif

}  // namespace wick
