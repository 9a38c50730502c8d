#pragma once
// What a checked recipe's entries make. Each takes the entry as schema::check_entry() returned it and its path, for errors
// that only the part itself can find.

#include <memory>
#include <string>
#include <vector>

#include "train/json.h"
#include "wick/data.h"
#include "wick/lr_scheduler.h"
#include "wick/metrics.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "wick/table.h"
#include "wick/tokenizer.h"
#include "wick/trainer.h"

namespace wick::parts {

nn::ModulePtr module(const Json& j, std::string_view path);
nn::LossPtr loss(const Json& j, std::string_view path);
std::unique_ptr<optim::Optimizer> optimizer(const Json& j, const nn::NamedTensors& parameters, std::string_view path);
/// The options of an optimizer's checked entry or of one of its groups.
optim::Options options(const Json& entry);
/// Gives an option the value that the changed entry j has, in all groups that have none of their own.
void set_option(optim::Optimizer& optimizer, const Json& j, const std::string& name);
/// Fills a tensor as an entry of "init" says, from default_generator().
void fill(const Json& j, const Tensor& t, std::string_view path);
/// The list "init", over the parameters that each entry names.
void initialize(const Json& list, const nn::NamedTensors& parameters, std::string_view path);
/// The list "parametrizations", or one entry of it, over the modules that each names.
void parametrize(const Json& list, nn::Module& model, std::string_view path);
void parametrize_one(const Json& j, nn::Module& model, std::string_view path);
/// Whether a name is that of a pattern, where "*" stands for any characters.
bool matches(std::string_view pattern, std::string_view name);
/// Which parameters a list of names, starts of names ("features") or patterns ("*.bias") means. Each must mean some.
std::vector<std::size_t> named_by(const Json& patterns, const nn::NamedTensors& parameters, std::string_view path);
std::unique_ptr<optim::LRScheduler> scheduler(const Json& j, optim::Optimizer& optimizer, std::string_view path);
/// What a metric is of, and what it gets to see.
enum class MetricOf { classes, values };
struct MetricInput {
  std::int64_t n_classes = 0;  // 0: values
  bool logits = true;          // predictions are logits (or logarithms of probabilities), never probabilities
  std::string loss = "";       // for errors
};
/// accumulator() makes any, metric() those of figures, which a recipe logs.
std::unique_ptr<Accumulator> accumulator(const Json& j, const MetricInput& input, std::string_view path);
std::unique_ptr<Metric> metric(const Json& j, const MetricInput& input, std::string_view path);
/// Each under a name of its own.
std::vector<std::shared_ptr<Metric>> metrics(const Json& list, const MetricInput& input, std::string_view path);
TrainerOptions trainer_options(const Json& j);
/// training: the set, else null.
DataLoaderOptions loader_options(const Json& data, std::uint64_t recipe_seed, const Dataset* training);
/// training: with augmentation; n_classes: of the model, for what mixes labels; at: before the keys in errors.
Transforms transforms(const Json& data, bool training, std::int64_t n_classes = 0, std::string_view at = "data.");

/// What the targets of a data set are.
enum class Targets { classes, values };
struct DataSets {
  DatasetPtr train, val, test;    // test and val may be null
  std::int64_t n_classes = 0;     // 0: values
  std::vector<std::string> class_names;
  std::string largest_label;      // where it stands: "label 12 at row 3 of train-labels-idx1-ubyte"
  std::shared_ptr<const Tokenizer> tokenizer;  // of text: x and y are sequences of its tokens
  std::shared_ptr<const TableEncoder> table;   // of a table: how its columns became x
};
/// data_dir: where files lie that were not put into memory; "" in the browser.
DataSets data_sets(const Json& data, std::uint64_t recipe_seed, Targets targets, const std::string& data_dir);

}  // namespace wick::parts
