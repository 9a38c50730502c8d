// The table itself. PyTorch 1.13, Lightning 1.8 and torchmetrics 1.0 give names and defaults.

#include "train/schema.h"

namespace wick::schema {

namespace {

using enum Want;
using enum Limit;
constexpr const char* kRequired = nullptr;

// ---- Layers.
constexpr Key kSequential[] = {{"layers", entries, kRequired, none, nullptr, Category::layer}};
constexpr Key kResidual[] = {{"main", entry, kRequired, none, nullptr, Category::layer},
                             {"shortcut", entry, "null", none, nullptr, Category::layer},
                             {"activation", text, "\"none\"", none, "relu|none"}};
constexpr Key kLinear[] = {{"in_features", integer, kRequired, positive}, {"out_features", integer, kRequired, positive}, {"bias", boolean, "true"}};
constexpr Key kConv2d[] = {{"in_channels", integer, kRequired, positive},
                           {"out_channels", integer, kRequired, positive},
                           {"kernel_size", sizes, kRequired, positive},
                           {"stride", sizes, "1", positive},
                           {"padding", sizes, "0", not_negative},
                           {"dilation", sizes, "1", positive},
                           {"groups", integer, "1", positive},
                           {"bias", boolean, "true"}};
constexpr Key kBatchNorm[] = {{"num_features", integer, kRequired, positive},
                              {"eps", number, "1e-5", positive},
                              {"momentum", number, "0.1", unit, nullptr, Category::layer, true},
                              {"affine", boolean, "true"},
                              {"track_running_stats", boolean, "true"}};
constexpr Key kLayerNorm[] = {{"normalized_shape", integers, kRequired, positive}, {"eps", number, "1e-5", positive}, {"elementwise_affine", boolean, "true"}};
constexpr Key kDropout[] = {{"p", number, "0.5", unit}};
constexpr Key kEmbedding[] = {{"num_embeddings", integer, kRequired, positive}, {"embedding_dim", integer, kRequired, positive}, {"padding_idx", integer, "null"}};
constexpr Key kFlatten[] = {{"start_dim", integer, "1"}, {"end_dim", integer, "-1"}};
constexpr Key kUnflatten[] = {{"dim", integer, kRequired}, {"unflattened_size", integers, kRequired}};
constexpr Key kMaxPool2d[] = {{"kernel_size", sizes, kRequired, positive},
                              {"stride", sizes, "null", positive},
                              {"padding", sizes, "0", not_negative},
                              {"dilation", sizes, "1", positive},
                              {"ceil_mode", boolean, "false"}};
constexpr Key kAvgPool2d[] = {{"kernel_size", sizes, kRequired, positive}, {"stride", sizes, "null", positive},
                              {"padding", sizes, "0", not_negative},       {"ceil_mode", boolean, "false"},
                              {"count_include_pad", boolean, "true"},      {"divisor_override", integer, "null", positive}};
constexpr Key kAdaptiveAvgPool2d[] = {{"output_size", sizes, kRequired, positive}};
constexpr Key kLeakyReLU[] = {{"negative_slope", number, "0.01"}};
constexpr Key kELU[] = {{"alpha", number, "1.0"}};
constexpr Key kGELU[] = {{"approximate", text, "\"none\"", none, "none|tanh"}};
constexpr Key kSoftplus[] = {{"beta", number, "1", positive}, {"threshold", number, "20"}};
constexpr Key kSoftmax[] = {{"dim", integer, kRequired}};
constexpr TypeRule kLayers[] = {
    {"Sequential", kSequential}, {"Residual", kResidual},   {"Identity", {}},       {"Linear", kLinear},       {"Conv2d", kConv2d},
    {"BatchNorm1d", kBatchNorm}, {"BatchNorm2d", kBatchNorm}, {"LayerNorm", kLayerNorm}, {"Dropout", kDropout},   {"Embedding", kEmbedding},
    {"Flatten", kFlatten},       {"Unflatten", kUnflatten}, {"MaxPool2d", kMaxPool2d}, {"AvgPool2d", kAvgPool2d}, {"AdaptiveAvgPool2d", kAdaptiveAvgPool2d},
    {"ReLU", {}},                {"LeakyReLU", kLeakyReLU}, {"ELU", kELU},          {"GELU", kGELU},           {"SiLU", {}},
    {"Softplus", kSoftplus},     {"Tanh", {}},              {"Sigmoid", {}},        {"Softmax", kSoftmax},     {"LogSoftmax", kSoftmax}};

// ---- Losses.
constexpr Key kReduction = {"reduction", text, "\"mean\"", none, "mean|sum"};
constexpr Key kCrossEntropy[] = {{"weight", numbers, "null", not_negative}, {"ignore_index", integer, "-100"}, kReduction, {"label_smoothing", number, "0", unit}};
constexpr Key kNLL[] = {{"weight", numbers, "null", not_negative}, {"ignore_index", integer, "-100"}, kReduction};
constexpr Key kBCE[] = {kReduction, {"pos_weight", numbers, "null", not_negative}};
constexpr Key kOnlyReduction[] = {kReduction};
constexpr Key kSmoothL1[] = {kReduction, {"beta", number, "1.0", not_negative}};
constexpr TypeRule kLosses[] = {{"CrossEntropyLoss", kCrossEntropy}, {"NLLLoss", kNLL},        {"BCEWithLogitsLoss", kBCE},
                                {"MSELoss", kOnlyReduction},         {"L1Loss", kOnlyReduction}, {"SmoothL1Loss", kSmoothL1}};

// ---- Optimizers. SGD of PyTorch 1.13 has no default lr; 0.001 is that of 2.1.
constexpr Key kSGD[] = {{"lr", number, "0.001", not_negative},      {"momentum", number, "0", not_negative}, {"dampening", number, "0"},
                        {"weight_decay", number, "0", not_negative}, {"nesterov", boolean, "false"},          {"maximize", boolean, "false"}};
constexpr Key kAdam[] = {{"lr", number, "0.001", not_negative},      {"betas", pair, "[0.9, 0.999]", below_one}, {"eps", number, "1e-8", not_negative},
                         {"weight_decay", number, "0", not_negative}, {"amsgrad", boolean, "false"},              {"maximize", boolean, "false"}};
constexpr Key kAdamW[] = {{"lr", number, "0.001", not_negative},         {"betas", pair, "[0.9, 0.999]", below_one}, {"eps", number, "1e-8", not_negative},
                          {"weight_decay", number, "0.01", not_negative}, {"amsgrad", boolean, "false"},              {"maximize", boolean, "false"}};
constexpr Key kAdamax[] = {{"lr", number, "0.002", not_negative},      {"betas", pair, "[0.9, 0.999]", below_one}, {"eps", number, "1e-8", not_negative},
                           {"weight_decay", number, "0", not_negative}, {"maximize", boolean, "false"}};
constexpr Key kNAdam[] = {{"lr", number, "0.002", not_negative}, {"betas", pair, "[0.9, 0.999]", below_one}, {"eps", number, "1e-8", not_negative},
                          {"weight_decay", number, "0", not_negative}, {"momentum_decay", number, "0.004", not_negative}};
constexpr Key kRAdam[] = {{"lr", number, "0.001", not_negative}, {"betas", pair, "[0.9, 0.999]", below_one}, {"eps", number, "1e-8", not_negative},
                          {"weight_decay", number, "0", not_negative}};
constexpr Key kRMSprop[] = {{"lr", number, "0.01", not_negative},      {"alpha", number, "0.99", not_negative}, {"eps", number, "1e-8", not_negative},
                            {"weight_decay", number, "0", not_negative}, {"momentum", number, "0", not_negative}, {"centered", boolean, "false"},
                            {"maximize", boolean, "false"}};
constexpr Key kAdagrad[] = {{"lr", number, "0.01", not_negative},      {"lr_decay", number, "0", not_negative},
                            {"weight_decay", number, "0", not_negative}, {"initial_accumulator_value", number, "0", not_negative},
                            {"eps", number, "1e-10", not_negative},      {"maximize", boolean, "false"}};
constexpr Key kAdadelta[] = {{"lr", number, "1.0", not_negative}, {"rho", number, "0.9", unit}, {"eps", number, "1e-6", not_negative},
                             {"weight_decay", number, "0", not_negative}, {"maximize", boolean, "false"}};
constexpr Key kASGD[] = {{"lr", number, "0.01", not_negative}, {"lambd", number, "1e-4", not_negative}, {"alpha", number, "0.75"}, {"t0", number, "1e6"},
                         {"weight_decay", number, "0", not_negative}, {"maximize", boolean, "false"}};
constexpr Key kRprop[] = {{"lr", number, "0.01", not_negative}, {"etas", pair, "[0.5, 1.2]", positive}, {"step_sizes", pair, "[1e-6, 50]", not_negative},
                          {"maximize", boolean, "false"}};
constexpr Key kLion[] = {{"lr", number, "1e-4", not_negative}, {"betas", pair, "[0.9, 0.99]", below_one}, {"weight_decay", number, "0", not_negative},
                         {"maximize", boolean, "false"}};
constexpr TypeRule kOptimizers[] = {{"SGD", kSGD},         {"Adam", kAdam},       {"AdamW", kAdamW},       {"Adamax", kAdamax}, {"NAdam", kNAdam}, {"RAdam", kRAdam},
                                    {"RMSprop", kRMSprop}, {"Adagrad", kAdagrad}, {"Adadelta", kAdadelta}, {"ASGD", kASGD},     {"Rprop", kRprop}, {"Lion", kLion}};

// ---- Schedulers.
constexpr Key kInterval[] = {{"interval", text, "\"epoch\"", none, "epoch|step"}};
constexpr Key kStepLR[] = {{"step_size", integer, kRequired, positive}, {"gamma", number, "0.1", not_negative}};
constexpr Key kExponentialLR[] = {{"gamma", number, kRequired, not_negative}};
constexpr Key kCosine[] = {{"T_max", integer, kRequired, positive}, {"eta_min", number, "0", not_negative}};
constexpr Key kConstantLR[] = {{"factor", number, "0.3333333333333333", unit}, {"total_iters", integer, "5", not_negative}};
constexpr Key kLinearLR[] = {{"start_factor", number, "0.3333333333333333", unit}, {"end_factor", number, "1.0", unit}, {"total_iters", integer, "5", positive}};
constexpr Key kMultiStepLR[] = {{"milestones", integers, kRequired, positive}, {"gamma", number, "0.1", not_negative}};
constexpr Key kPolynomialLR[] = {{"total_iters", integer, "5", positive}, {"power", number, "1.0", not_negative}};
constexpr Key kWarmRestarts[] = {{"T_0", integer, kRequired, positive}, {"T_mult", integer, "1", positive}, {"eta_min", number, "0", not_negative}};
constexpr Key kCyclicLR[] = {{"base_lr", number, kRequired, not_negative},      {"max_lr", number, kRequired, not_negative},
                             {"step_size_up", integer, "2000", positive},       {"step_size_down", integer, "null", positive},
                             {"mode", text, "\"triangular\"", none, "triangular|triangular2|exp_range"},
                             {"gamma", number, "1.0", not_negative},            {"cycle_momentum", boolean, "true"},
                             {"base_momentum", number, "0.8", below_one},       {"max_momentum", number, "0.9", below_one}};
constexpr Key kOneCycleLR[] = {{"max_lr", number, kRequired, not_negative},       {"total_steps", integer, "null", positive},
                               {"epochs", integer, "null", positive},             {"steps_per_epoch", integer, "null", positive},
                               {"pct_start", number, "0.3", unit},                {"anneal_strategy", text, "\"cos\"", none, "cos|linear"},
                               {"cycle_momentum", boolean, "true"},               {"base_momentum", number, "0.85", below_one},
                               {"max_momentum", number, "0.95", below_one},       {"div_factor", number, "25", positive},
                               {"final_div_factor", number, "10000", positive},   {"three_phase", boolean, "false"}};
constexpr Key kSWALR[] = {{"swa_lr", number, kRequired, not_negative}, {"anneal_epochs", integer, "10", not_negative},
                          {"anneal_strategy", text, "\"cos\"", none, "cos|linear"}};
constexpr Key kChained[] = {{"schedulers", entries, kRequired, none, nullptr, Category::scheduler}};
constexpr Key kSequentialLR[] = {{"schedulers", entries, kRequired, none, nullptr, Category::scheduler}, {"milestones", integers, kRequired, positive}};
constexpr Key kPlateau[] = {{"monitor", text, "\"val_loss\""},   {"mode", text, "\"min\"", none, "min|max"},
                            {"factor", number, "0.1", below_one}, {"patience", integer, "10", not_negative},
                            {"threshold", number, "1e-4", not_negative}, {"threshold_mode", text, "\"rel\"", none, "rel|abs"},
                            {"cooldown", integer, "0", not_negative}, {"min_lr", number, "0", not_negative},
                            {"eps", number, "1e-8", not_negative}};
constexpr TypeRule kSchedulers[] = {{"StepLR", kStepLR},         {"ExponentialLR", kExponentialLR}, {"CosineAnnealingLR", kCosine},
                                    {"ConstantLR", kConstantLR}, {"LinearLR", kLinearLR},           {"MultiStepLR", kMultiStepLR},
                                    {"PolynomialLR", kPolynomialLR}, {"CosineAnnealingWarmRestarts", kWarmRestarts},
                                    {"CyclicLR", kCyclicLR},     {"OneCycleLR", kOneCycleLR},       {"SWALR", kSWALR},
                                    {"ChainedScheduler", kChained}, {"SequentialLR", kSequentialLR}, {"ReduceLROnPlateau", kPlateau}};

// ---- Metrics.
constexpr Key kAverage[] = {{"average", text, "\"micro\"", none, "micro|macro|weighted|none"}};
constexpr TypeRule kMetrics[] = {{"Accuracy", kAverage}, {"Precision", kAverage}, {"Recall", kAverage}, {"F1Score", kAverage}};

// ---- Data.
constexpr Key kDataCommon[] = {{"batch_size", integer, "64", positive},
                               {"shuffle", boolean, "true"},
                               {"drop_last", boolean, "false"},
                               {"seed", integer, "null", not_negative},
                               {"normalize", object, "null", none, nullptr, Category::normalize},
                               {"augment", entries, "[]", none, nullptr, Category::augmentation}};
constexpr Key kStrokes[] = {{"train", integer, "12000", positive},     {"val", integer, "2000", not_negative},
                            {"test", integer, "2000", not_negative},   {"shape", number, "1", not_negative},
                            {"slant", number, "1", not_negative},      {"rotation", number, "1", not_negative},
                            {"aspect", number, "1", not_negative},     {"thickness", pair, "[1.2, 4.8]", positive},
                            {"position", number, "1", not_negative}};
constexpr Key kIdx[] = {{"train_images", text, "\"train-images-idx3-ubyte\""},
                        {"train_labels", text, "\"train-labels-idx1-ubyte\""},
                        {"test_images", text, "\"t10k-images-idx3-ubyte\"", none, nullptr, Category::layer, true},
                        {"test_labels", text, "\"t10k-labels-idx1-ubyte\"", none, nullptr, Category::layer, true},
                        {"val", integer, "5000", not_negative}};
constexpr Key kToy[] = {{"kind", text, kRequired, none, "spiral|moons|circles|xor|blobs"},
                        {"train", integer, "1000", positive},
                        {"val", integer, "500", not_negative},
                        {"test", integer, "0", not_negative},
                        {"noise", number, "0.05", not_negative},
                        {"classes", integer, "2", positive},
                        {"turns", number, "1.25", not_negative},
                        {"margin", number, "0.05", unit}};
constexpr Key kCsv[] = {{"file", text, kRequired},
                        {"target", text, kRequired},
                        {"features", texts, "null"},
                        {"val", number, "0.2", below_one},
                        {"test", number, "0", below_one},
                        {"delimiter", text, "\",\""}};
constexpr TypeRule kData[] = {{"strokes", kStrokes}, {"idx", kIdx}, {"toy", kToy}, {"csv", kCsv}};
constexpr Key kNormalize[] = {{"mean", numbers, kRequired}, {"std", numbers, kRequired, positive}};
constexpr Key kAffine[] = {{"degrees", range, "0"}, {"translate", pair, "[0, 0]", unit}, {"scale", pair, "[1, 1]", positive}, {"shear", range, "0"}};
constexpr TypeRule kAugmentations[] = {{"RandomAffine", kAffine}};

// ---- Trainer.
constexpr Key kCheckpoint[] = {{"monitor", text, "\"val_loss\""},
                               {"mode", text, "\"min\"", none, "min|max"},
                               {"save_top_k", integer, "1"},
                               {"save_last", boolean, "true"},
                               {"every_n_train_steps", integer, "0", not_negative}};
constexpr Key kEarlyStopping[] = {{"monitor", text, "\"val_loss\""},
                                  {"min_delta", number, "0", not_negative},
                                  {"patience", integer, "3", not_negative},
                                  {"mode", text, "\"min\"", none, "min|max"},
                                  {"restore_best_weights", boolean, "true"}};
constexpr TypeRule kCallbacks[] = {{"ModelCheckpoint", kCheckpoint}, {"EarlyStopping", kEarlyStopping}, {"LearningRateMonitor", {}},
                                   {"ModelSummary", {}},             {"ProgressBar", {}},               {"CSVLogger", {}}};
constexpr Key kTrainer[] = {{"max_epochs", integer, "1000", positive},
                            {"max_steps", integer, "-1"},
                            {"accumulate_grad_batches", integer, "1", positive},
                            {"gradient_clip_val", number, "0", not_negative, nullptr, Category::layer, true},
                            {"gradient_clip_algorithm", text, "\"norm\"", none, "norm|value"},
                            {"limit_train_batches", number, "null", positive},
                            {"limit_val_batches", number, "null", positive},
                            {"check_val_every_n_epoch", integer, "1", positive},
                            {"log_every_n_steps", integer, "50", positive},
                            {"callbacks", entries, "[]", none, nullptr, Category::callback}};
constexpr Key kRecipe[] = {{"name", text, "\"recipe\""},
                           {"seed", integer, "0", not_negative},
                           {"model", entry, kRequired, none, nullptr, Category::layer},
                           {"data", entry, kRequired, none, nullptr, Category::data},
                           {"loss", entry, "{\"type\":\"CrossEntropyLoss\"}", none, nullptr, Category::loss},
                           {"optimizer", entry, kRequired, none, nullptr, Category::optimizer},
                           {"scheduler", entry, "null", none, nullptr, Category::scheduler},
                           {"metrics", entries, "[]", none, nullptr, Category::metric},
                           {"trainer", object, "{}", none, nullptr, Category::trainer}};
constexpr TypeRule kRecipeType[] = {{"recipe", kRecipe}}, kTrainerType[] = {{"trainer", kTrainer}}, kNormalizeType[] = {{"normalize", kNormalize}};

}  // namespace

std::span<const TypeRule> types(Category category) {
  switch (category) {
    case Category::layer: return kLayers;
    case Category::loss: return kLosses;
    case Category::optimizer: return kOptimizers;
    case Category::scheduler: return kSchedulers;
    case Category::metric: return kMetrics;
    case Category::data: return kData;
    case Category::augmentation: return kAugmentations;
    case Category::callback: return kCallbacks;
    case Category::recipe: return kRecipeType;
    case Category::trainer: return kTrainerType;
    default: return kNormalizeType;
  }
}

std::span<const Key> common_keys(Category category) {
  if (category == Category::data) return kDataCommon;
  if (category == Category::scheduler) return kInterval;
  return {};
}

const char* category_name(Category category) {
  constexpr const char* kNames[] = {"layer", "loss", "optimizer", "scheduler", "metric", "data set", "augmentation", "callback", "recipe", "trainer", "normalize"};
  return kNames[static_cast<int>(category)];
}

}  // namespace wick::schema
