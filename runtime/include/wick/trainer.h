#pragma once
// Trainer: Lightning's fit / validate / test / predict in steps small enough for a page.
//
//   Task task{model, criterion, optimizer};
//   Trainer({.max_epochs = 5, .accumulate_grad_batches = 4}).fit(task, train, &val);
//
// A run that is stopped anywhere and goes on from its checkpoint() gives the same bits as one never stopped.

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wick/data.h"
#include "wick/lr_scheduler.h"
#include "wick/metrics.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "wick/safetensors.h"

namespace wick {

class Trainer;
inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

struct StepOutput {
  Tensor loss;   ///< 0-dim
  Tensor preds;  ///< the model's output, a row per prediction
  Tensor targets = {};  ///< of each row of preds; undefined: the batch's y
};

/// What is trained: Lightning's LightningModule without the loop. Override the steps for anything special.
struct Task {
  nn::ModulePtr model;
  nn::LossPtr criterion;
  std::shared_ptr<optim::Optimizer> optimizer;
  std::shared_ptr<optim::LRScheduler> scheduler = {};
  bool scheduler_every_step = false;         ///< "interval": after each optimizer step instead of each epoch
  std::string scheduler_monitor = "val_loss";  ///< for ReduceLROnPlateau
  std::int64_t n_classes = 0;                ///< 0: no classes, hence no accuracy
  std::vector<std::shared_ptr<Metric>> metrics = {};  ///< of validation and test
  bool loss_is_sum = false;                  ///< the criterion adds up over samples instead of averaging

  Task(nn::ModulePtr model, nn::LossPtr criterion, std::shared_ptr<optim::Optimizer> optimizer)
      : model(std::move(model)), criterion(std::move(criterion)), optimizer(std::move(optimizer)) {}
  virtual ~Task() = default;
  virtual StepOutput training_step(const Batch& batch);
  virtual StepOutput validation_step(const Batch& batch) { return training_step(batch); }
};

/// A prediction at every position of a sequence: the model gives [N,T,C] for targets [N,T]. Each position counts as a sample of
/// its own: the criterion, the accuracy and the metrics see [N T,C] and [N T].
struct SequenceTask : Task {
  using Task::Task;
  StepOutput training_step(const Batch& batch) override;
};

using Figures = std::vector<std::pair<std::string, double>>;

struct EvalResult {
  double loss = kNoValue, accuracy = kNoValue;  ///< loss: mean per sample
  std::int64_t samples = 0;  ///< rows predicted: of sequences, positions
  Figures metrics = {};  ///< "F1Score_macro"; per class "Recall_none_3"
};

/// Figures of one finished epoch.
struct EpochRecord {
  std::int64_t epoch = 0, step = 0;  ///< step: batches trained so far
  double train_loss = kNoValue, train_accuracy = kNoValue, val_loss = kNoValue, val_accuracy = kNoValue, lr = kNoValue;
  Figures metrics = {};  ///< of validation
  bool best = false;     ///< lowest val_loss so far
  /// By the names a monitor uses: train_loss, train_accuracy, val_loss, val_accuracy, lr, val_<metric>. NaN if there is none.
  double find(std::string_view name) const;
};

struct Event {
  enum class Kind { train, validate, epoch_end, finished };
  Kind kind = Kind::train;
  std::int64_t epoch = 0, batch = 0, batches = 0;      ///< batch: done in this epoch (of validation, where kind says so)
  std::int64_t global_step = 0, optimizer_steps = 0;   ///< batches trained, updates made
  std::int64_t samples = 0;                            ///< in this batch
  double loss = kNoValue, accuracy = kNoValue, lr = kNoValue;
  double grad_norm = kNoValue, grad_norm_before = kNoValue, update_norm = kNoValue;
  int line = -1, next_line = 0;  ///< of the loop: 0 batch, 1 zero_grad, 2 loss, 3 backward, 4 step; -1: a whole unit
  bool stopped = false;          ///< training is over
  std::shared_ptr<const EpochRecord> record = {};  ///< with epoch_end
};

/// Hooks around training. state() is what a checkpoint keeps of it.
struct Callback {
  virtual ~Callback() = default;
  virtual const char* type() const = 0;
  virtual void on_fit_start(Trainer&) {}
  virtual void on_epoch_start(Trainer&) {}
  virtual void on_batch_end(Trainer&, const Event&) {}  ///< of training and of validation
  /// Around each batch of validation, and around all batches of validate(): what evaluation is to see.
  virtual void on_evaluation_start(Trainer&) {}
  virtual void on_evaluation_end(Trainer&) {}
  virtual void on_validation_end(Trainer&, const EpochRecord&) {}
  virtual void on_epoch_end(Trainer&, const EpochRecord&) {}  ///< the state is that of the next epoch's start
  virtual void on_fit_end(Trainer&) {}
  virtual std::string monitor() const { return ""; }  ///< the figure it watches
  virtual Figures state() const { return {}; }
  virtual void load_state(const Figures&) {}
  virtual nn::NamedTensors tensors() const { return {}; }
  virtual void load_tensors(const nn::NamedTensors&) {}
};
using CallbackPtr = std::shared_ptr<Callback>;

struct TrainerOptions {
  std::int64_t max_epochs = 1000, max_steps = -1;  ///< steps of the optimizer; -1: no limit
  std::int64_t accumulate_grad_batches = 1;
  double gradient_clip_val = 0;  ///< 0: off
  std::string gradient_clip_algorithm = "norm";  ///< "norm" or "value"
  double limit_train_batches = 0, limit_val_batches = 0;  ///< batches, or below 1 a share of them; 0: all
  std::int64_t check_val_every_n_epoch = 1, log_every_n_steps = 50;
  std::vector<CallbackPtr> callbacks = {};
};

/// What a visitor of the page may break on purpose.
struct Tampering {
  bool skip_zero_grad = false;
  std::string detach = "";  ///< name of a layer whose output is cut off the graph
};

class Trainer {
 public:
  explicit Trainer(TrainerOptions options = {});
  ~Trainer();
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  /// Trains to the end. A call of restore() before it resumes. Throws ErrorKind::diverged naming step and layer when the loss
  /// or a gradient is not finite; the weights are those before the update then.
  void fit(Task& task, DataLoader& train, DataLoader* val = nullptr);
  EvalResult validate(Task& task, DataLoader& loader);
  EvalResult test(Task& task, DataLoader& loader) { return validate(task, loader); }
  Tensor predict(Task& task, DataLoader& loader);  ///< the model's outputs [N, ...]

  // fit() in pieces: begin(), then step() until it gives Kind::finished. Task and loaders must outlive the trainer's use.
  void begin(Task& task, DataLoader& train, DataLoader* val = nullptr);
  Event step();  ///< one batch of training (or the rest of one begun by line()) or of validation
  Event line();  ///< one line of the loop; a whole unit where no training batch is due
  void stop() { stopped_early_ = true; }  ///< at the end of this epoch
  bool finished() const { return phase_ == Phase::finished; }
  bool validating() const { return phase_ == Phase::validate; }

  /// Everything needed to go on: weights "model.*", "optimizer.*", gradients, callbacks, counters, generator, loader. In the
  /// middle of a batch run by line(), the state before that batch. Tensors may share storage with the model.
  SafetensorsFile checkpoint() const;
  /// After begin(), or before fit(). Throws ErrorKind::format for a file that is no checkpoint, ErrorKind::value for one of
  /// another model, and changes nothing then.
  void restore(const SafetensorsFile& state);
  void resume_if_more();  ///< training that is over goes on when max_epochs or max_steps were raised since
  void clear_divergence() { diverged_.clear(); }  ///< after the weights were replaced by hand
  void set_recipe(std::string text) { recipe_ = std::move(text); }  ///< kept in checkpoints

  TrainerOptions& options() { return options_; }
  Task& task() { return *task_; }
  DataLoader& train_loader() { return *train_; }
  Tampering tampering;
  std::int64_t epoch() const { return epoch_; }
  std::int64_t global_step() const { return global_step_; }
  std::int64_t optimizer_steps() const { return optimizer_steps_; }
  std::int64_t batch() const { return batch_; }
  std::int64_t n_batches() const;      ///< of this epoch
  std::int64_t n_val_batches() const;
  int next_line() const { return next_line_; }
  double lr() const;
  const std::vector<EpochRecord>& history() const { return history_; }
  Shape sample_input() const;  ///< shape of one input of the model, without the batch
  DType input_dtype() const;
  const Batch& latest_batch() const { return current_; }
  const std::vector<std::int64_t>& latest_indices() const { return indices_; }
  const Tensor& latest_loss() const { return output_.loss; }
  double epoch_loss() const { return sums_.samples ? sums_.loss / static_cast<double>(sums_.samples) : kNoValue; }
  /// Counts of the latest (or running) validation; null without classes.
  const ConfusionMatrix* confusion() const { return confusion_ ? &*confusion_ : nullptr; }
  std::vector<std::string> monitor_names() const;
  /// Norm of all gradients, 0 without any.
  double grad_norm() const;
  /// Norm of the latest update of all parameters; NaN unless they were kept.
  double update_norm() const;
  /// Parameters before the latest update, when kept for line() or by keep_before.
  bool keep_before = false;
  const std::vector<Tensor>& parameters_before() const { return before_; }
  /// Called for every batch of validation with indices in the set, and targets and output row by row.
  std::function<void(const std::vector<std::int64_t>& indices, const Tensor& y, const Tensor& preds)> on_validation_batch;

 private:
  class Evaluating;
  enum class Phase { train, validate, finished };
  struct Sums {
    double loss = 0;
    std::int64_t samples = 0, correct = 0;
  };

  void run_line();
  void finish_batch();
  void update();
  Event validation_unit();
  void finish_epoch();
  void start_epoch();
  void finish();
  void settle();
  bool out_of_steps() const;
  bool validates() const;
  Event event(Event::Kind kind) const;
  std::vector<Tensor> parameters() const;  // over all groups
  Event epoch_end() const;
  void add(Sums& sums, const StepOutput& out, const Batch& batch) const;
  void observe(const StepOutput& out, const Batch& batch, std::optional<ConfusionMatrix>& confusion) const;
  EvalResult result(const Sums& sums) const;
  std::int64_t limited(double limit, std::int64_t n) const;
  bool last_batch() const;
  [[noreturn]] void diverged(const std::string& what);
  std::string locate_output();
  void apply(const SafetensorsFile& state);
  SafetensorsFile copy_of_state() const;

  TrainerOptions options_;
  Task* task_ = nullptr;
  DataLoader *train_ = nullptr, *val_ = nullptr;
  Phase phase_ = Phase::train;
  std::int64_t epoch_ = 0, batch_ = 0, val_batch_ = 0, global_step_ = 0, optimizer_steps_ = 0, accumulated_ = 0, epoch_batches_ = 0;
  int next_line_ = 0;
  bool stopped_early_ = false, epoch_started_ = false;
  std::string diverged_, recipe_;
  Sums sums_, val_sums_;
  std::optional<ConfusionMatrix> confusion_;
  std::vector<EpochRecord> history_;
  double best_ = std::numeric_limits<double>::infinity();
  Batch current_;
  std::vector<std::int64_t> indices_;
  StepOutput output_;
  double loss_ = kNoValue, accuracy_ = kNoValue, val_loss_ = kNoValue, val_accuracy_ = kNoValue, clip_norm_ = kNoValue;
  std::int64_t val_samples_ = 0;
  std::uint64_t rng_before_ = 0;
  std::vector<Tensor> before_;
  std::optional<SafetensorsFile> pending_, boundary_;  // to be applied by begin(); state before the batch line() is in
};

}  // namespace wick
