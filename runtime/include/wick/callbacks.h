#pragma once
// Lightning's callbacks.

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
