// The table itself. PyTorch 1.13, Lightning 1.8 and torchmetrics 1.0 give names and defaults.
//
// A line per type: its name, then its keys, each name[=default]:kind[limit][(choices, or the category of entries)][?]. A key
// without a default is required; the default is JSON without spaces; ? allows null. Limits: >0, >=0, <=1 (from 0 to 1), <1
// (from 0 to below 1).

#include <algorithm>

#include "core/cold_text.h"
#include "train/data_types.h"
#include "train/layers.h"
#include "train/losses.h"
#include "train/schema.h"

namespace wick::schema {

namespace {

// What the page's own recipes do not use is cold: it is no part of the page's first download.

struct MoreOptimizers {
  static constexpr char text[] =
      "Adamax lr=0.002:number>=0 betas=[0.9,0.999]:pair<1 eps=1e-8:number>=0 weight_decay=0:number>=0 maximize=false:boolean\n"
      "NAdam lr=0.002:number>=0 betas=[0.9,0.999]:pair<1 eps=1e-8:number>=0 weight_decay=0:number>=0 momentum_decay=0.004:number>=0\n"
      "RAdam lr=0.001:number>=0 betas=[0.9,0.999]:pair<1 eps=1e-8:number>=0 weight_decay=0:number>=0\n"
      "RMSprop lr=0.01:number>=0 alpha=0.99:number>=0 eps=1e-8:number>=0 weight_decay=0:number>=0 momentum=0:number>=0 centered=false:boolean"
        " maximize=false:boolean\n"
      "Adagrad lr=0.01:number>=0 lr_decay=0:number>=0 weight_decay=0:number>=0 initial_accumulator_value=0:number>=0 eps=1e-10:number>=0"
        " maximize=false:boolean\n"
      "Adadelta lr=1.0:number>=0 rho=0.9:number<=1 eps=1e-6:number>=0 weight_decay=0:number>=0 maximize=false:boolean\n"
      "ASGD lr=0.01:number>=0 lambd=1e-4:number>=0 alpha=0.75:number t0=1e6:number weight_decay=0:number>=0 maximize=false:boolean\n"
      "Rprop lr=0.01:number>=0 etas=[0.5,1.2]:pair>0 step_sizes=[1e-6,50]:pair>=0 maximize=false:boolean\n"
      "Muon lr=0.001:number>=0 weight_decay=0.1:number>=0 momentum=0.95:number>=0 nesterov=true:boolean ns_coefficients=[3.4445,-4.775,2.0315]:numbers"
        " eps=1e-7:number>=0 ns_steps=5:integer>=0 adjust_lr_fn=null:text(original|match_rms_adamw)\n"
      "LBFGS lr=1:number>=0 max_iter=20:integer>0 max_eval=null:integer>0 tolerance_grad=1e-7:number>=0 tolerance_change=1e-9:number>=0"
        " history_size=100:integer>0 line_search_fn=null:text(strong_wolfe)\n"
      "Lion lr=1e-4:number>=0 betas=[0.9,0.99]:pair<1 weight_decay=0:number>=0 maximize=false:boolean\n";
};
struct MoreSchedulers {
  static constexpr char text[] =
      "StepLR step_size:integer>0 gamma=0.1:number>=0\n"
      "ExponentialLR gamma:number>=0\n"
      "ConstantLR factor=0.3333333333333333:number<=1 total_iters=5:integer>=0\n"
      "LinearLR start_factor=0.3333333333333333:number<=1 end_factor=1.0:number<=1 total_iters=5:integer>0\n"
      "MultiStepLR milestones:integers>0 gamma=0.1:number>=0\n"
      "PolynomialLR total_iters=5:integer>0 power=1.0:number>=0\n"
      "CosineAnnealingWarmRestarts T_0:integer>0 T_mult=1:integer>0 eta_min=0:number>=0\n"
      "CyclicLR base_lr:number>=0 max_lr:number>=0 step_size_up=2000:integer>0 step_size_down=null:integer>0"
        " mode=\"triangular\":text(triangular|triangular2|exp_range) gamma=1.0:number>=0 cycle_momentum=true:boolean base_momentum=0.8:number<1"
        " max_momentum=0.9:number<1\n"
      "OneCycleLR max_lr:number>=0 total_steps=null:integer>0 epochs=null:integer>0 steps_per_epoch=null:integer>0 pct_start=0.3:number<=1"
        " anneal_strategy=\"cos\":text(cos|linear) cycle_momentum=true:boolean base_momentum=0.85:number<1 max_momentum=0.95:number<1 div_factor=25:number>0"
        " final_div_factor=10000:number>0 three_phase=false:boolean\n"
      "SWALR swa_lr:number>=0 anneal_epochs=10:integer>=0 anneal_strategy=\"cos\":text(cos|linear)\n"
      "ChainedScheduler schedulers:entries(scheduler)\n"
      "SequentialLR schedulers:entries(scheduler) milestones:integers>0\n"
      "ReduceLROnPlateau monitor=\"val_loss\":text mode=\"min\":text(min|max) factor=0.1:number<1 patience=10:integer>=0 threshold=1e-4:number>=0"
        " threshold_mode=\"rel\":text(rel|abs) cooldown=0:integer>=0 min_lr=0:number>=0 eps=1e-8:number>=0\n";
};
struct MoreMetrics {
  static constexpr char text[] =
      "Precision task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none) top_k=1:integer>0"
        " threshold=0.5:number<=1 ignore_index=null:integer\n"
      "Recall task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none) top_k=1:integer>0"
        " threshold=0.5:number<=1 ignore_index=null:integer\n"
      "Specificity task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none) top_k=1:integer>0"
        " threshold=0.5:number<=1 ignore_index=null:integer\n"
      "FBetaScore beta:number>0 task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none)"
        " top_k=1:integer>0 threshold=0.5:number<=1 ignore_index=null:integer\n"
      "AUROC task=\"multiclass\":text(binary|multiclass|multilabel) average=\"macro\":text(micro|macro|weighted|none) thresholds=null:levels<=1"
        " ignore_index=null:integer\n"
      "AveragePrecision task=\"multiclass\":text(binary|multiclass|multilabel) average=\"macro\":text(micro|macro|weighted|none)"
        " thresholds=null:levels<=1 ignore_index=null:integer\n"
      "MatthewsCorrCoef task=\"multiclass\":text(binary|multiclass|multilabel) threshold=0.5:number<=1 ignore_index=null:integer\n"
      "CohenKappa task=\"multiclass\":text(binary|multiclass|multilabel) threshold=0.5:number<=1 ignore_index=null:integer"
        " weights=\"none\":text(none|linear|quadratic)\n"
      "JaccardIndex task=\"multiclass\":text(binary|multiclass|multilabel) average=\"macro\":text(micro|macro|weighted|none) threshold=0.5:number<=1"
        " ignore_index=null:integer\n"
      "CalibrationError task=\"multiclass\":text(binary|multiclass|multilabel) n_bins=15:integer>0 norm=\"l1\":text(l1|l2|max)"
        " ignore_index=null:integer\n"
      "ROC task=\"multiclass\":text(binary|multiclass|multilabel) thresholds=null:levels<=1 ignore_index=null:integer\n"
      "PrecisionRecallCurve task=\"multiclass\":text(binary|multiclass|multilabel) thresholds=null:levels<=1 ignore_index=null:integer\n"
      "ConfusionMatrix task=\"multiclass\":text(binary|multiclass|multilabel) threshold=0.5:number<=1 ignore_index=null:integer"
        " normalize=\"none\":text(none|true|pred|all)\n"
      "Perplexity ignore_index=null:integer\n"
      "MeanSquaredError squared=true:boolean\n"
      "MeanAbsoluteError\n"
      "R2Score adjusted=0:integer>=0\n";
};
struct MoreCallbacks {
  static constexpr char text[] =
      "EarlyStopping monitor=\"val_loss\":text min_delta=0:number>=0 patience=3:integer>=0 mode=\"min\":text(min|max) restore_best_weights=true:boolean\n"
      "WeightAveraging use_buffers=true:boolean\n"
      "EMAWeightAveraging use_buffers=true:boolean decay=0.999:number<=1 update_every_n_steps=1:integer>=0 update_starting_at_step=null:integer>=0"
        " update_starting_at_epoch=null:integer>=0\n"
      "StochasticWeightAveraging swa_lrs:number>0 swa_epoch_start=0.8:number>=0 annealing_epochs=10:integer>=0 annealing_strategy=\"cos\":text(cos|linear)\n"
      "ModelSummary\n"
      "ProgressBar\n"
      "CSVLogger\n";
};

struct Samplers {
  static constexpr char text[] =
      "RandomSampler replacement=false:boolean num_samples=null:integer>0\n"
      "WeightedRandomSampler weights=null:numbers>=0 num_samples=null:integer>0 replacement=true:boolean\n";
};
// As torch.utils.data has them; what is of every sample comes beside the entry.
struct Orders {
  static constexpr char text[] =
      "SequentialSampler\n"
      "RandomSampler replacement=false:boolean num_samples=null:integer>0 seed=0:integer>=0\n"
      "SubsetRandomSampler seed=0:integer>=0\n"
      "WeightedRandomSampler num_samples:integer>0 replacement=true:boolean seed=0:integer>=0\n";
};
struct Folds {
  static constexpr char text[] =
      "KFold n_splits=5:integer>0 shuffle=false:boolean seed=0:integer>=0\n"
      "StratifiedKFold n_splits=5:integer>0 shuffle=false:boolean seed=0:integer>=0\n";
};
struct Loader {
  static constexpr char text[] =
      "loader batch_size=1:integer>0 shuffle=false:boolean drop_last=false:boolean seed=0:integer>=0 num_workers=0:integer>=0 prefetch_factor=2:integer>0"
        " num_classes=null:integer>0 normalize=null:object(normalize) transform=[]:entries(augmentation) augment=[]:entries(augmentation)\n";
};
struct Inits {
  static constexpr char text[] =
      "uniform_ a=0:number b=1:number\n"
      "normal_ mean=0:number std=1:number>=0\n"
      "trunc_normal_ mean=0:number std=1:number>=0 a=-2:number b=2:number\n"
      "constant_ val:number\n"
      "zeros_\n"
      "ones_\n"
      "xavier_uniform_ gain=1:number\n"
      "xavier_normal_ gain=1:number\n"
      "kaiming_uniform_ a=0:number mode=\"fan_in\":text(fan_in|fan_out) nonlinearity=\"leaky_relu\":text\n"
      "kaiming_normal_ a=0:number mode=\"fan_in\":text(fan_in|fan_out) nonlinearity=\"leaky_relu\":text\n"
      "eye_\n"
      "dirac_ groups=1:integer>0\n"
      "orthogonal_ gain=1:number\n"
      "sparse_ sparsity:number<=1 std=0.01:number>=0\n";
};
struct Parametrizations {
  static constexpr char text[] =
      "weight_norm name=\"weight\":text dim=0:integer?\n"
      "spectral_norm name=\"weight\":text n_power_iterations=1:integer>0 eps=1e-12:number>0 dim=null:integer\n";
};

using Texts = std::vector<std::string_view>;
// Called through the table only: what is called in one place is inlined there, cold or not.
Texts nothing() { return {}; }
template <class More>
Texts cold() {
  return {detail::cold_text<More>()};
}
// Of families the first is at hand, the others are not.
template <class Families>
Texts after_first(const Families& families) {
  Texts out;
  for (const auto* family : families.subspan(1)) out.push_back(family->text());
  return out;
}
std::string_view first_layers() { return parts::layer_families()[0]->text(); }
Texts more_layers() { return after_first(parts::layer_families()); }
std::string_view first_data_sets() { return parts::data_families()[0]->text(); }
Texts more_data_sets() { return after_first(parts::data_families()); }
std::string_view first_losses() { return parts::first_losses(); }
Texts more_losses() { return {parts::more_losses()}; }

std::string_view loader() { return detail::cold_text<Loader>(); }

Texts more_augmentations() { return {parts::more_augmentation_text()}; }

struct Table {
  const char* name;    // in error texts
  const char* key;     // in recipe_schema()
  const char* common;  // keys that all types have
  const char* types;   // those at hand, also from first()
  Texts (*rest)();     // more of them
  std::string_view (*first)() = nullptr;
};

constexpr Table kTables[] = {
  // Layers..
  {"layer", "layer",
    "",
    "",
    more_layers, first_layers},
  // Losses..
  {"loss", "loss",
    "",
    "",
    more_losses, first_losses},
  // Optimizers. SGD of PyTorch 1.13 has no default lr; 0.001 is that of 2.1..
  {"optimizer", "optimizer",
    "param_groups=[]:groups",
    "SGD lr=0.001:number>=0 momentum=0:number>=0 dampening=0:number weight_decay=0:number>=0 nesterov=false:boolean maximize=false:boolean\n"
    "Adam lr=0.001:number>=0 betas=[0.9,0.999]:pair<1 eps=1e-8:number>=0 weight_decay=0:number>=0 amsgrad=false:boolean maximize=false:boolean\n"
    "AdamW lr=0.001:number>=0 betas=[0.9,0.999]:pair<1 eps=1e-8:number>=0 weight_decay=0.01:number>=0 amsgrad=false:boolean maximize=false:boolean\n",
    cold<MoreOptimizers>},
  // Schedulers..
  {"scheduler", "scheduler",
    "interval=\"epoch\":text(epoch|step)",
    "CosineAnnealingLR T_max:integer>0 eta_min=0:number>=0\n",
    cold<MoreSchedulers>},
  // Metrics..
  {"metric", "metric",
    "",
    "Accuracy task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none) top_k=1:integer>0"
      " threshold=0.5:number<=1 ignore_index=null:integer\n"
    "F1Score task=\"multiclass\":text(binary|multiclass|multilabel) average=\"micro\":text(micro|macro|weighted|none) top_k=1:integer>0"
      " threshold=0.5:number<=1 ignore_index=null:integer\n",
    cold<MoreMetrics>},
  // Data..
  {"data set", "data",
    "batch_size=64:integer>0 shuffle=true:boolean drop_last=false:boolean seed=null:integer>=0 normalize=null:object(normalize) transform=[]:entries(augmentation)"
    " augment=[]:entries(augmentation) num_workers=0:integer>=0 prefetch_factor=2:integer>0 sampler=null:entry(sampler)"
    " n_splits=null:integer>0 fold=0:integer>=0",
    "",
    more_data_sets, first_data_sets},
  // Augmentations..
  {"augmentation", "augmentation",
    "",
    "RandomAffine degrees=0:range translate=[0,0]:pair<=1 scale=[1,1]:pair>0 shear=0:range interpolation=\"bilinear\":text(nearest|bilinear) fill=0:number\n",
    more_augmentations},
  // Callbacks..
  {"callback", "callback",
    "",
    "ModelCheckpoint monitor=\"val_loss\":text mode=\"min\":text(min|max) save_top_k=1:integer save_last=true:boolean every_n_train_steps=0:integer>=0\n"
    "LearningRateMonitor\n",
    cold<MoreCallbacks>},
  // Samplers..
  {"sampler", "sampler",
    "",
    "",
    cold<Samplers>},
  // Initial values..
  {"init", "init",
    "parameters=[\"*\"]:texts",
    "",
    cold<Inits>},
  // Weights computed from others..
  {"parametrization", "parametrization",
    "modules=[\"\"]:texts",
    "",
    cold<Parametrizations>},
  // The recipe..
  {"recipe", "recipe",
    "",
    "recipe name=\"recipe\":text seed=0:integer>=0 model:entry(layer) data:entry(data) loss={\"type\":\"CrossEntropyLoss\"}:entry(loss)"
      " optimizer:entry(optimizer) scheduler=null:entry(scheduler) metrics=[]:entries(metric) trainer={}:object(trainer) weights=null:object(weights)"
      " freeze=null:texts init=[]:entries(init) parametrizations=[]:entries(parametrization)\n",
    nothing},
  // The trainer..
  {"trainer", "trainer",
    "",
    "trainer max_epochs=1000:integer>0 max_steps=-1:integer accumulate_grad_batches=1:integer>0 gradient_clip_val=0:number>=0?"
      " gradient_clip_algorithm=\"norm\":text(norm|value) limit_train_batches=null:number>0 limit_val_batches=null:number>0"
      " check_val_every_n_epoch=1:integer>0 log_every_n_steps=50:integer>0 callbacks=[]:entries(callback)\n",
    nothing},
  // Normalization..
  {"normalize", "normalize",
    "",
    "normalize mean:numbers std:numbers>0\n",
    nothing},
  // Weights to start from..
  {"weights", "weights",
    "",
    "weights file:text only=null:texts\n",
    nothing},
  // Samplers by themselves..
  {"sampler", "order",
    "",
    "",
    cold<Orders>},
  // Splits into folds..
  {"split", "folds",
    "",
    "",
    cold<Folds>},
  // A loader's options..
  {"loader", "loader",
    "",
    "",
    nothing, loader},
};

constexpr const char* kWants[] = {"boolean", "integer", "number", "text", "sizes", "integers", "numbers", "factors", "extents", "levels", "range", "pair", "texts", "groups", "entry", "entries", "object"};

const Table& table(Category category) { return kTables[static_cast<int>(category)]; }

constexpr const char* kLimits[] = {"", ">0", ">=0", "<=1", "<1"};

// Which of the names it is. A test reads the whole table, so that a misspelt one is found there.
template <class E, std::size_t n>
E find(std::string_view name, const char* const (&names)[n]) {
  std::size_t i = 0;
  while (i < n && name != names[i]) ++i;
  check(i < n, ErrorKind::value, "[schema] \"{}\" is no kind or limit.", name);
  return static_cast<E>(i);
}

// The next word of text, up to a space or the end of the line.
std::string_view take(std::string_view& text) {
  const std::size_t n = std::min(text.find_first_of(" \n"), text.size());
  const std::string_view word = text.substr(0, n);
  text.remove_prefix(std::min(n + 1, text.size()));
  return word;
}

Key parse_key(std::string_view word) {
  Key key;
  const std::size_t colon = word.rfind(':'), equals = word.find('=');
  key.name = word.substr(0, std::min(colon, equals));
  if (equals < colon) key.initial = word.substr(equals + 1, colon - equals - 1);
  std::string_view rest = word.substr(colon + 1);
  if (rest.ends_with('?')) {
    key.nullable = true;
    rest.remove_suffix(1);
  }
  key.nullable = key.nullable || key.initial == "null";
  std::string_view choices;
  if (const std::size_t at = rest.find('('); at != rest.npos) {
    choices = rest.substr(at + 1, rest.size() - at - 2);
    rest = rest.substr(0, at);
  }
  const std::size_t letters = std::min(rest.find_first_of("<>"), rest.size());
  key.want = find<Want>(rest.substr(0, letters), kWants);
  key.limit = find<Limit>(rest.substr(letters), kLimits);
  if (key.want != Want::entry && key.want != Want::entries && key.want != Want::object) key.choices = choices;
  else
    for (std::size_t c = 0; c < std::size(kTables); ++c)
      if (choices == kTables[c].key) key.category = static_cast<Category>(c);
  return key;
}

void add_keys(std::vector<Key>& out, std::string_view text) {
  while (!text.empty()) out.push_back(parse_key(take(text)));
}

}  // namespace

std::vector<TypeRule> types(Category category, bool all) {
  std::vector<TypeRule> out;
  Texts texts = all ? table(category).rest() : Texts();
  texts.insert(texts.begin(), table(category).first ? table(category).first() : table(category).types);
  for (std::string_view text : texts)
    while (!text.empty()) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(line.size() + 1);
      TypeRule& rule = out.emplace_back();
      rule.type = take(line);
      rule.keys = line;
    }
  return out;
}

std::vector<Key> keys_of(Category category, const TypeRule& rule) {
  std::vector<Key> out;
  add_keys(out, rule.keys);
  add_keys(out, table(category).common);
  return out;
}

const char* category_name(Category category) { return table(category).name; }
const char* category_key(Category category) { return table(category).key; }
const char* want_name(Want want) { return kWants[static_cast<int>(want)]; }

}  // namespace wick::schema
