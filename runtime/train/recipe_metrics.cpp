// Metrics from a recipe.

#include "train/parts.h"
#include "train/schema.h"

namespace wick::parts {

namespace {

ClassificationOptions classification(const Json& j, const MetricInput& input) {
  ClassificationOptions o{.task = j.at("task").text(), .num_classes = input.n_classes, .logits = input.logits};
  if (const Json* average = j.find("average")) o.average = average_from_name(average->text());
  if (const Json* threshold = j.find("threshold")) o.threshold = threshold->number();
  if (const Json& index = j.at("ignore_index"); !index.is_null()) o.ignore_index = index.integer();
  return o;
}

std::vector<double> thresholds(const Json& j) {
  if (j.is_null()) return {};
  if (!j.is(Json::Type::array)) return even_thresholds(j.integer());
  std::vector<double> out;
  for (const Json& t : j.items()) out.push_back(static_cast<float>(t.number()));  // scores are f32
  return out;
}

using MakeMetric = Metric*(const Json& j, const MetricInput& input);
template <class M>
Metric* counting(const Json& j, const MetricInput& input) {
  return new M(classification(j, input), j.at("top_k").integer());
}
template <class M>
Metric* of_curve(const Json& j, const MetricInput& input) {
  return new M(classification(j, input), thresholds(j.at("thresholds")));
}
template <class M>
Metric* of_matrix(const Json& j, const MetricInput& input) {
  return new M(classification(j, input));
}

constexpr struct {
  const char* type;
  MetricOf of;
  MakeMetric* make;
} kMetrics[] = {
    {"Accuracy", MetricOf::classes, counting<Accuracy>},
    {"Precision", MetricOf::classes, counting<Precision>},
    {"Recall", MetricOf::classes, counting<Recall>},
    {"F1Score", MetricOf::classes, counting<F1Score>},
    {"Specificity", MetricOf::classes, counting<Specificity>},
    {"FBetaScore", MetricOf::classes,
     [](const Json& j, const MetricInput& input) -> Metric* { return new FBetaScore(j.at("beta").number(), classification(j, input), j.at("top_k").integer()); }},
    {"AUROC", MetricOf::classes, of_curve<AUROC>},
    {"AveragePrecision", MetricOf::classes, of_curve<AveragePrecision>},
    {"MatthewsCorrCoef", MetricOf::classes, of_matrix<MatthewsCorrCoef>},
    {"JaccardIndex", MetricOf::classes, of_matrix<JaccardIndex>},
    {"CohenKappa", MetricOf::classes, [](const Json& j, const MetricInput& input) -> Metric* { return new CohenKappa(classification(j, input), j.at("weights").text()); }},
    {"CalibrationError", MetricOf::classes,
     [](const Json& j, const MetricInput& input) -> Metric* { return new CalibrationError(classification(j, input), j.at("n_bins").integer(), j.at("norm").text()); }},
    {"Perplexity", MetricOf::classes,
     [](const Json& j, const MetricInput&) -> Metric* {
       const Json& index = j.at("ignore_index");
       return new Perplexity(index.is_null() ? std::nullopt : std::optional(index.integer()), 1);
     }},
    {"MeanSquaredError", MetricOf::values, [](const Json& j, const MetricInput&) -> Metric* { return new MeanSquaredError(j.at("squared").boolean()); }},
    {"MeanAbsoluteError", MetricOf::values, [](const Json&, const MetricInput&) -> Metric* { return new MeanAbsoluteError; }},
    {"R2Score", MetricOf::values, [](const Json& j, const MetricInput&) -> Metric* { return new R2Score(1, j.at("adjusted").integer()); }},
};

// Those whose results are tensors.
constexpr struct {
  const char* type;
  Accumulator* (*make)(const Json& j, const MetricInput& input);
  const char* instead;  // for errors: what gives a figure of it
} kTensorMetrics[] = {
    {"ROC", [](const Json& j, const MetricInput& input) -> Accumulator* { return new ROC(classification(j, input), thresholds(j.at("thresholds"))); }, "AUROC"},
    {"PrecisionRecallCurve",
     [](const Json& j, const MetricInput& input) -> Accumulator* { return new PrecisionRecallCurve(classification(j, input), thresholds(j.at("thresholds"))); },
     "AveragePrecision"},
    {"ConfusionMatrix", [](const Json& j, const MetricInput& input) -> Accumulator* { return new ConfusionMatrix(classification(j, input), j.at("normalize").text()); },
     "MatthewsCorrCoef"},
};

void need_classes(const Json& j, const MetricInput& input, std::string_view path) {
  if (input.n_classes == 0) schema::bad(j, path, "it is of classes; there are none with {}.", input.loss);
}

}  // namespace

std::unique_ptr<Accumulator> accumulator(const Json& j, const MetricInput& input, std::string_view path) {
  for (const auto& [type, make, instead] : kTensorMetrics) {
    if (j.at("type").text() != type) continue;
    need_classes(j, input, path);
    try {
      return std::unique_ptr<Accumulator>(make(j, input));
    } catch (...) {
      schema::rethrow(j, path);
    }
  }
  return metric(j, input, path);
}

std::unique_ptr<Metric> metric(const Json& j, const MetricInput& input, std::string_view path) {
  for (const auto& [type, of, make] : kMetrics) {
    if (j.at("type").text() != type) continue;
    if (of == MetricOf::classes) need_classes(j, input, path);
    if (of == MetricOf::values && input.n_classes != 0) schema::bad(j, path, "it is of values; with {} there are classes.", input.loss);
    try {
      return std::unique_ptr<Metric>(make(j, input));
    } catch (...) {
      schema::rethrow(j, path);
    }
  }
  for (const auto& t : kTensorMetrics)
    if (j.at("type").text() == t.type)
      schema::bad(j, path, "{} gives tensors, which no log of figures can hold; need a metric of figures, such as {}.", t.type, t.instead);
  schema::bad(j, path, "is a metric nobody makes.");
}

std::vector<std::shared_ptr<Metric>> metrics(const Json& list, const MetricInput& input, std::string_view path) {
  std::vector<std::shared_ptr<Metric>> out;
  for (const Json& j : list.items()) {
    const std::string at = str("{}[{}]", path, out.size());
    if (const Json* task = j.find("task")) {
      if (task->text() == "multilabel") schema::bad(*task, at + ".task", "is \"multilabel\"; a sample of this data has one label.");
      if (task->text() == "binary" && input.n_classes > 2) schema::bad(*task, at + ".task", "is \"binary\"; the model tells {} classes apart.", input.n_classes);
    }
    std::shared_ptr<Metric> made = metric(j, input, at);
    for (const auto& other : out)
      if (other->names()[0] == made->names()[0]) schema::bad(j, at, "is logged as {}, as another one already is.", made->names()[0]);
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace wick::parts
