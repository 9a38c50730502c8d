#pragma once
// A recipe being run: data, model and trainer together. The CLI and the C functions both drive this. Each session has its
// own random stream, so that several in one process do not disturb each other.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "train/json.h"
#include "train/parts.h"
#include "wick/callbacks.h"
#include "wick/freeze.h"
#include "wick/random.h"
#include "wick/recipe.h"

namespace wick {

struct SessionOptions {
  std::string data_dir = "";
  std::vector<CallbackPtr> callbacks = {};  ///< besides the recipe's
  std::string checkpoint_dir = "";          ///< for the recipe's ModelCheckpoint
  std::shared_ptr<const SafetensorsFile> checkpoint = {};  ///< to go on from
  /// To predict where the training data is not at hand: the model's input as info gives it, and its classes. Empty: data is read.
  Shape input = {};
  std::int64_t n_classes = 0;
  std::vector<std::string> class_names = {};
  std::string vocabulary = "";  ///< of a text model, as wick/vocabulary.h has it
  std::string table = "";       ///< of a model of a table, as wick/table.h has it
};

class Session {
  /// default_generator() is the session's own for the time of a call.
  class OwnStreamGuard {
   public:
    explicit OwnStreamGuard(Session& s) : s_(s) { std::swap(default_generator(), s_.stream_); }
    ~OwnStreamGuard() { std::swap(default_generator(), s_.stream_); }
    OwnStreamGuard(const OwnStreamGuard&) = delete;
    OwnStreamGuard& operator=(const OwnStreamGuard&) = delete;

   private:
    Session& s_;
  };

 public:
  /// Throws RecipeError where the recipe, its model or its data do not fit together, ErrorKind::io and format for data files.
  explicit Session(const Recipe& recipe, const SessionOptions& options = {});
  ~Session();

  /// The methods of capi/README.md. Throws ErrorKind::value for an unknown one.
  Json call(std::string_view method, const Json& args);
  Tensor tensor(std::string_view method, const Json& args);
  /// Probabilities [N,C] (or values) of raw inputs as the data set has them. train: Dropout draws and BatchNorm uses this batch,
  /// with no effect on training.
  Tensor predict(const Tensor& x, bool train = false);
  /// A checkpoint to go on from, or weights alone.
  void load(std::span<const std::byte> bytes, const char* name = "data");
  SafetensorsFile checkpoint();
  /// The rest of the training, or until should_stop() says so after a batch. Returns whether it is over.
  bool fit(const std::function<bool()>& should_stop = {});
  EvalResult evaluate(const std::string& split);

  /// To look at: what it draws at random outside fit() and call() does not come from the session's stream.
  Trainer& trainer() { return *trainer_; }
  Task& task() { return *task_; }
  const Recipe& recipe() const { return recipe_; }
  const parts::DataSets& data() const { return data_; }
  const Shape& input() const { return input_; }
  DType input_dtype() const { return dtype_; }
  std::int64_t n_classes() const { return task_->n_classes; }
  std::string class_name(std::int64_t k) const;
  /// What goes with the weights: recipe, input, classes.
  std::vector<std::pair<std::string, std::string>> weights_metadata() const;
  /// CSV: id, label, one column of probability per class.
  std::string submission_header() const;
  std::string submission_rows(const std::vector<std::string>& ids, const Tensor& probabilities) const;

 private:
  struct Predictions {  // of one split, by index
    std::string split;
    std::vector<std::int64_t> label, predicted;
    std::vector<float> p;
    void clear();
  };

  void build_model();
  void load_weights(const Json& j, const std::string& data_dir);
  void build_training(const SessionOptions& options);
  DatasetPtr split(const std::string& name) const;
  DataLoader loader(const std::string& split) const;
  Tensor prepare(const Tensor& x) const;
  Tensor to_probabilities(const Tensor& out) const;
  Tensor forward(const Tensor& input, bool train);
  Tensor forward_frozen(const Tensor& input);
  EvalResult validate_split(const std::string& name);
  void keep_running(const std::string& split);
  void record(Predictions& to, const std::vector<std::int64_t>& indices, const Tensor& y, const Tensor& preds) const;

  Json event_json(const Event& e);
  Json info(const Json& args);
  Json step(const Json& args);
  Json line(const Json& args);
  Json set(const Json& args);
  Json layers(const Json& args);
  Json validate(const Json& args);
  Json confusion(const Json& args);
  Json cell(const Json& args);
  Json trace(const Json& args);
  Json history(const Json& args);
  Json decode(const Json& args);
  Json generate(const Json& args);
  Tensor encode(const Json& args);
  Tensor batch(const Json& args);
  Tensor labels(const Json& args);
  Tensor sample(const Json& args);
  Tensor inputs(const Json& args);
  Tensor targets(const Json& args);
  Tensor activation(const Json& args);
  Tensor weight(const Json& args);
  Tensor gradient(const Json& args);
  Tensor weights(const Json& args);
  Tensor checkpoint(const Json& args);
  Tensor submission(const Json& args);
  Batch whole(const char* method, const Json& args);
  Tensor parameter(const char* method, const std::string& name);
  void set_optimizer();
  void detach_layer(const std::string& name);
  const Tokenizer& tokenizer(const char* method) const;
  Json vocabulary_info() const;
  void check_vocabulary(const SafetensorsFile& file, const char* name) const;

  Recipe recipe_;
  parts::DataSets data_;
  Shape sample_, input_;  // one stored sample, one input of the model
  DType dtype_ = DType::float32;  // of the input
  bool sequences_ = false;        // targets have a position for each of the model's outputs
  nn::ModulePtr model_;
  std::unique_ptr<Task> task_;
  std::unique_ptr<DataLoader> train_, val_;
  std::unique_ptr<Trainer> trainer_;
  Generator stream_;
  Predictions running_, latest_;
  Tensor predict_input_;
  std::uint64_t n_predictions_ = 0;
  std::optional<FrozenModel> frozen_;   // of the weights at frozen_version_
  std::uint64_t frozen_version_ = ~std::uint64_t{0};
  std::vector<std::pair<std::string, Tensor>> activations_;
  std::pair<nn::Module*, int> detached_ = {nullptr, 0};
};

/// Builds everything of a recipe but its data, whose shape is known for generated sets: what Recipe::parse() cannot tell.
/// Throws RecipeError.
void check_recipe(const Recipe& recipe);

}  // namespace wick
