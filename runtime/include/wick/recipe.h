#pragma once
// Recipes: a whole experiment as JSON. Types and keys are those of PyTorch, Lightning and torchmetrics with their defaults,
// but for data.batch_size (64) and data.shuffle (true). An entry without options may be its bare name: "ReLU".

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "wick/lr_scheduler.h"
#include "wick/metrics.h"
#include "wick/nn.h"
#include "wick/optim.h"

namespace wick {

class Json;

/// What is wrong with a recipe, and where: path "model.layers[3].kernel_size", offset in bytes or -1.
class RecipeError : public Error {
 public:
  RecipeError(const std::string& path, const std::string& message, std::int64_t offset)
      : Error(ErrorKind::recipe, str("[recipe] {}{}{}", path, path.empty() ? "" : ": ", message)), path_(path), message_(message), offset_(offset) {}
  const std::string& path() const { return path_; }
  const std::string& message() const { return message_; }
  std::int64_t offset() const { return offset_; }

 private:
  std::string path_, message_;
  std::int64_t offset_;
};

class Recipe {
 public:
  /// Checks types, keys and values, and fills in defaults. Throws RecipeError. The model is built by Session or
  /// make_module(), which check that its layers fit together.
  static Recipe parse(std::string_view text);
  /// The recipe with one value replaced: set("optimizer.lr", "0.01"); value is JSON, or text if it is no JSON.
  Recipe with(std::string_view path, std::string_view value) const;

  std::string name() const;
  std::uint64_t seed() const;
  std::string text() const;  ///< with all defaults, indented
  const Json& json() const { return *json_; }

 private:
  std::shared_ptr<const Json> json_;
};

// Parts of a recipe by themselves, from the same JSON. Throw RecipeError; paths start at the part.
nn::ModulePtr make_module(std::string_view json);
nn::LossPtr make_loss(std::string_view json);
/// In "param_groups" the parameters are named "0", "1", ...
std::unique_ptr<optim::Optimizer> make_optimizer(std::string_view json, const std::vector<Tensor>& parameters);
/// One more group: {"lr":0.01,"betas":[0.9,0.99]}; options left out take the optimizer's. Throws as Optimizer::add_param_group.
void add_param_group(std::string_view json, optim::Optimizer& optimizer, const std::vector<Tensor>& parameters);
std::unique_ptr<optim::LRScheduler> make_scheduler(std::string_view json, optim::Optimizer& optimizer);
/// Fills t in place as {"type":"xavier_uniform_","gain":2}, an entry of "init", says.
void init_tensor(std::string_view json, const Tensor& t);
/// {"type":"weight_norm","modules":["0"]}, an entry of "parametrizations", over the modules it names; without names the module itself.
void parametrize(std::string_view json, nn::Module& module);
/// Of num_classes classes or labels; 0: of values, or of a binary task.
std::unique_ptr<Metric> make_metric(std::string_view json, std::int64_t num_classes);
/// Any metric, also ROC, PrecisionRecallCurve and ConfusionMatrix, whose results are tensors.
std::unique_ptr<Accumulator> make_accumulator(std::string_view json, std::int64_t num_classes);

/// Runs zeros [2, ...input] (eval mode, no gradient) through the model and returns the result's shape. Throws RecipeError
/// naming the layer, what came in and what it needs. model_json: where the paths come from, or null.
Shape check_model(nn::Module& model, const Shape& input, const Json* model_json = nullptr, DType dtype = DType::float32);

/// All types of a category ("layer", "loss", "optimizer", "scheduler", "metric", "data", "augmentation", "callback", "sampler", "init", "parametrization") with
/// keys and defaults, as JSON: {"layer": {"Linear": {"in_features": {"type": "integer"}, ...}}};
/// "loss_ops" names the op of each loss.
std::string recipe_schema();

}  // namespace wick
