// Schedulers and the trainer's options from a recipe.

#include "train/layers.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/callbacks.h"

namespace wick::parts {

namespace {

// Held by its base: one control block for all types.
template <class T, class... Options>
CallbackPtr callback(const Options&... options) {
  return CallbackPtr(static_cast<Callback*>(new T(options...)));
}

std::vector<std::int64_t> integers(const Json& j) {
  if (!j.is(Json::Type::array)) return {j.integer()};
  std::vector<std::int64_t> out;
  for (const Json& n : j.items()) out.push_back(n.integer());
  return out;
}

std::int64_t or_zero(const Json& j) { return j.is_null() ? 0 : j.integer(); }

// Several schedulers in one do not step on their own, so that their "interval" says nothing.
std::vector<optim::LRSchedulerPtr> schedulers(const Json& j, optim::Optimizer& o, const std::string& path) {
  std::vector<optim::LRSchedulerPtr> out;
  for (const Json& entry : j.items()) out.push_back(scheduler(entry, o, str(path, "[", out.size(), "]")));
  return out;
}

// A function for each type, so that a page loads only those it uses.
using MakeScheduler = optim::LRScheduler*(const Json& j, optim::Optimizer& o, const std::string& path);
constexpr struct {
  const char* type;
  MakeScheduler* make;
} kSchedulers[] = {
  {"StepLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::StepLR(o, j.at("step_size").integer(), j.at("gamma").number());
   }},
  {"MultiStepLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::MultiStepLR(o, integers(j.at("milestones")), j.at("gamma").number());
   }},
  {"ExponentialLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* { return new optim::ExponentialLR(o, j.at("gamma").number()); }},
  {"CosineAnnealingLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::CosineAnnealingLR(o, j.at("T_max").integer(), j.at("eta_min").number());
   }},
  {"CosineAnnealingWarmRestarts", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::CosineAnnealingWarmRestarts(o, j.at("T_0").integer(), j.at("T_mult").integer(), j.at("eta_min").number());
   }},
  {"ConstantLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::ConstantLR(o, j.at("factor").number(), j.at("total_iters").integer());
   }},
  {"LinearLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::LinearLR(o, j.at("start_factor").number(), j.at("end_factor").number(), j.at("total_iters").integer());
   }},
  {"PolynomialLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::PolynomialLR(o, j.at("total_iters").integer(), j.at("power").number());
   }},
  {"CyclicLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::CyclicLR(o, {.base_lr = j.at("base_lr").number(),
                                    .max_lr = j.at("max_lr").number(),
                                    .step_size_up = j.at("step_size_up").integer(),
                                    .step_size_down = or_zero(j.at("step_size_down")),
                                    .mode = j.at("mode").text(),
                                    .gamma = j.at("gamma").number(),
                                    .cycle_momentum = j.at("cycle_momentum").boolean(),
                                    .base_momentum = j.at("base_momentum").number(),
                                    .max_momentum = j.at("max_momentum").number()});
   }},
  {"OneCycleLR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::OneCycleLR(o, {.max_lr = j.at("max_lr").number(),
                                      .total_steps = or_zero(j.at("total_steps")),
                                      .epochs = or_zero(j.at("epochs")),
                                      .steps_per_epoch = or_zero(j.at("steps_per_epoch")),
                                      .pct_start = j.at("pct_start").number(),
                                      .anneal_strategy = j.at("anneal_strategy").text(),
                                      .cycle_momentum = j.at("cycle_momentum").boolean(),
                                      .base_momentum = j.at("base_momentum").number(),
                                      .max_momentum = j.at("max_momentum").number(),
                                      .div_factor = j.at("div_factor").number(),
                                      .final_div_factor = j.at("final_div_factor").number(),
                                      .three_phase = j.at("three_phase").boolean()});
   }},
  {"SWALR", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::SWALR(o, j.at("swa_lr").number(), j.at("anneal_epochs").integer(), j.at("anneal_strategy").text());
   }},
  {"ChainedScheduler", [](const Json& j, optim::Optimizer& o, const std::string& path) -> optim::LRScheduler* {
     return new optim::ChainedScheduler(schedulers(j.at("schedulers"), o, path + ".schedulers"));
   }},
  {"SequentialLR", [](const Json& j, optim::Optimizer& o, const std::string& path) -> optim::LRScheduler* {
     return new optim::SequentialLR(o, schedulers(j.at("schedulers"), o, path + ".schedulers"), integers(j.at("milestones")));
   }},
  {"ReduceLROnPlateau", [](const Json& j, optim::Optimizer& o, const std::string&) -> optim::LRScheduler* {
     return new optim::ReduceLROnPlateau(o, {.mode = j.at("mode").text(), .factor = j.at("factor").number(), .patience = j.at("patience").integer(),
                                             .threshold = j.at("threshold").number(), .threshold_mode = j.at("threshold_mode").text(),
                                             .cooldown = j.at("cooldown").integer(), .min_lr = j.at("min_lr").number(), .eps = j.at("eps").number()});
   }},
};

}  // namespace

std::unique_ptr<optim::LRScheduler> scheduler(const Json& j, optim::Optimizer& o, std::string_view path) {
  if (j.at("type").text() == "ReduceLROnPlateau" && j.at("interval").text() == "step")
    schema::bad(j.at("interval"), str("{}.interval", path), "is \"step\"; ReduceLROnPlateau needs \"epoch\": what it watches is known once per epoch.");
  try {
    for (const auto& [type, make] : kSchedulers)
      if (j.at("type").text() == type) return std::unique_ptr<optim::LRScheduler>(make(j, o, std::string(path)));
    schema::bad(j, path, "is a scheduler nobody makes.");
  } catch (...) {
    schema::rethrow(j, path);
  }
}

// Callbacks that need a place to write to (ModelSummary, ProgressBar, CSVLogger) are added by whoever has one.
TrainerOptions trainer_options(const Json& j) {
  const auto limit = [&](const char* key) { return j.at(key).is_null() ? 0 : j.at(key).number(); };
  TrainerOptions o;
  o.max_epochs = j.at("max_epochs").integer();
  o.max_steps = j.at("max_steps").integer();
  o.accumulate_grad_batches = j.at("accumulate_grad_batches").integer();
  o.gradient_clip_val = limit("gradient_clip_val");
  o.gradient_clip_algorithm = j.at("gradient_clip_algorithm").text();
  o.limit_train_batches = limit("limit_train_batches");
  o.limit_val_batches = limit("limit_val_batches");
  o.check_val_every_n_epoch = j.at("check_val_every_n_epoch").integer();
  o.log_every_n_steps = j.at("log_every_n_steps").integer();
  const std::vector<Json>& callbacks = j.at("callbacks").items();
  for (std::size_t i = 0; i < callbacks.size(); ++i) {
    const Json& c = callbacks[i];
    const std::string& type = c.at("type").text();
    try {
      if (type == "ModelCheckpoint")
        o.callbacks.push_back(callback<ModelCheckpoint>(
            ModelCheckpointOptions{"", c.at("monitor").text(), c.at("mode").text(), c.at("save_top_k").integer(), c.at("save_last").boolean(),
                                   c.at("every_n_train_steps").integer()}));
      if (type == "EarlyStopping")
        o.callbacks.push_back(callback<EarlyStopping>(EarlyStoppingOptions{c.at("monitor").text(), c.at("mode").text(), c.at("min_delta").number(),
                                                                                   c.at("patience").integer(), c.at("restore_best_weights").boolean()}));
      if (type == "WeightAveraging") o.callbacks.push_back(callback<WeightAveraging>(c.at("use_buffers").boolean()));
      if (type == "EMAWeightAveraging")
        o.callbacks.push_back(callback<EMAWeightAveraging>(EMAWeightAveragingOptions{c.at("use_buffers").boolean(), c.at("decay").number(),
                                                                                     c.at("update_every_n_steps").integer(), maybe_integer(c.at("update_starting_at_step")),
                                                                                     maybe_integer(c.at("update_starting_at_epoch"))}));
      if (type == "StochasticWeightAveraging") {
        const double start = c.at("swa_epoch_start").number();  // JSON does not tell 1.0 from 1: from 1 on it is an epoch
        o.callbacks.push_back(callback<StochasticWeightAveraging>(StochasticWeightAveragingOptions{
            c.at("swa_lrs").number(), start, start >= 1, c.at("annealing_epochs").integer(), c.at("annealing_strategy").text()}));
      }
      if (type == "LearningRateMonitor") o.callbacks.push_back(callback<LearningRateMonitor>());
    } catch (...) {
      schema::rethrow(c, str("trainer.callbacks[{}]", i));
    }
  }
  return o;
}

}  // namespace wick::parts
