// Metrics against values made from their definitions (tests/golden/make_metrics.py).

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "golden/golden.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

using Object = nlohmann::json;

struct Case {
  const Object &data, &metric, &value;
  Tensor preds, target;
};

// Options a recipe has no use for go the C++ way.
std::unique_ptr<Metric> make(const Case& c) {
  const std::string type = c.metric["type"];
  const auto get = [&](const char* key, auto initial) { return c.metric.value(key, initial); };
  if (c.metric.contains("num_outputs")) {
    const std::int64_t n = c.metric["num_outputs"];
    if (type == "R2Score") return std::make_unique<R2Score>(n, get("adjusted", 0), get("multioutput", std::string("uniform_average")));
    if (type == "MeanSquaredError") return std::make_unique<MeanSquaredError>(get("squared", true), n);
    return std::make_unique<MeanAbsoluteError>(n);
  }
  if (type == "Perplexity") return std::make_unique<Perplexity>(c.metric.contains("ignore_index") ? std::optional<std::int64_t>(c.metric["ignore_index"]) : std::nullopt);
  const bool values = c.data["values"];
  const std::int64_t classes = values ? 0 : std::max<std::int64_t>(2, c.data["classes"]);
  const Json entry = schema::check_entry(parse_json(c.metric.dump()), schema::Category::metric, "metric");
  return parts::metric(entry, {.n_classes = classes, .logits = c.data["logits"], .loss = ""}, "metric");
}

ClassificationOptions options(const Case& c) {
  ClassificationOptions o{.task = c.metric.value("task", "multiclass"), .num_classes = c.data["classes"], .logits = c.data["logits"]};
  if (c.metric.contains("ignore_index")) o.ignore_index = c.metric["ignore_index"];
  return o;
}

// In the batches of the data; the second half by another one that is merged in.
template <class M>
void feed(M& whole, M& other, const Case& c) {
  std::int64_t start = 0;
  Object cuts = c.data["cut"];
  cuts.push_back(c.preds.size(0));
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::int64_t end = cuts[i];
    (i == 0 ? whole : other).update(c.preds.narrow(0, start, end - start), c.target.narrow(0, start, end - start));
    start = end;
  }
  whole.merge(other);
}

double worst = 0;

void compare(double got, const Object& want) {
  const double error = want.is_null() ? !std::isnan(got) : std::fabs(got - want.get<double>());
  worst = std::fmax(worst, error);
  CHECK(error <= 1e-6);
}

// As a description makes it: what the C interface and JavaScript get.
void compare_results(const Case& c) {
  const Json entry = schema::check_entry(parse_json(c.metric.dump()), schema::Category::metric, "metric");
  const auto make_one = [&] { return parts::accumulator(entry, {.n_classes = std::max<std::int64_t>(2, c.data["classes"]), .logits = c.data["logits"], .loss = ""}, "metric"); };
  const auto whole = make_one(), other = make_one();
  feed(*whole, *other, c);
  const std::vector<Tensor> results = whole->results();
  if (c.metric["type"] == "ConfusionMatrix") {
    REQUIRE(results.size() == 1);
    const std::vector<double> got = results[0].to_vector();
    REQUIRE(got.size() == c.value.size());
    for (std::size_t i = 0; i < got.size(); ++i) compare(got[i], c.value[i]);
    return;
  }
  const std::size_t n = c.value.size();
  const bool stacked = n > 1 && c.metric.contains("thresholds");
  REQUIRE(results.size() == (n == 1 || stacked ? 3 : 3 * n));
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t part = 0; part < 3; ++part) {
      const Tensor t = !stacked ? results[part * n + k] : part == 2 ? results[2] : results[part].select(0, static_cast<std::int64_t>(k));
      const std::vector<double> got = t.to_vector();
      REQUIRE(got.size() == c.value[k][part].size());
      for (std::size_t i = 0; i < got.size(); ++i) compare(got[i], c.value[k][part][i]);
    }
}

template <class C>
void compare_curves(const Case& c) {
  std::vector<double> thresholds;
  if (c.metric.contains("thresholds")) thresholds = even_thresholds(c.metric["thresholds"]);
  C whole(options(c), thresholds), other(options(c), thresholds);
  feed(whole, other, c);
  const std::vector<Curve> curves = whole.compute();
  REQUIRE(curves.size() == c.value.size());
  for (std::size_t k = 0; k < curves.size(); ++k) {
    const Tensor* parts[] = {&curves[k].x, &curves[k].y, &curves[k].thresholds};
    for (std::size_t part = 0; part < 3; ++part) {
      const std::vector<double> got = parts[part]->to_vector();
      REQUIRE(got.size() == c.value[k][part].size());
      for (std::size_t i = 0; i < got.size(); ++i) compare(got[i], c.value[k][part][i]);
    }
  }
}

void run(const Case& c) {
  const std::string type = c.metric["type"];
  if (type == "ROC" || type == "PrecisionRecallCurve" || type == "ConfusionMatrix") compare_results(c);
  if (type == "ROC") return compare_curves<ROC>(c);
  if (type == "PrecisionRecallCurve") return compare_curves<PrecisionRecallCurve>(c);
  std::vector<double> got;
  if (type == "ConfusionMatrix") {
    const std::string normalize = c.metric["normalize"];
    ConfusionMatrix whole(options(c), normalize), other(options(c), normalize);
    feed(whole, other, c);
    got = whole.compute().to_vector();
  } else {
    const auto whole = make(c), other = make(c);
    feed(*whole, *other, c);
    got = whole->values();
    CHECK(whole->names().size() == got.size());
    if (whole->average() == Average::none) CHECK(whole->compute_per_class().size() == got.size());
    else compare(whole->compute(), c.value);
    whole->reset();
    CHECK(whole->state().scores.empty());
    for (const double v : whole->state().sums) CHECK(v == 0);
  }
  const Object want = c.value.is_array() ? c.value : Object::array({c.value});
  REQUIRE(got.size() == want.size());
  for (std::size_t i = 0; i < got.size(); ++i) compare(got[i], want[i]);
}

Tensor numbers(const Object& list, const Object& shape, bool integers) {
  const Shape s{std::span<const std::int64_t>(shape.get<std::vector<std::int64_t>>())};
  return integers ? tensor(list.get<std::vector<std::int64_t>>(), s) : tensor(list.get<std::vector<float>>(), s);
}

TEST_CASE("metrics: stored cases made from the definitions") {
  const auto bytes = read_golden("metrics.json");
  const Object file = Object::parse(reinterpret_cast<const char*>(bytes.data()), reinterpret_cast<const char*>(bytes.data()) + bytes.size());
  const Object& cases = file["cases"];
  for (const Object& j : cases) {
    const std::string what = j["metric"].dump() + " of " + j["data"].get<std::string>();
    CAPTURE(what);
    const Object& data = file["data"][j["data"].get<std::string>()];
    run({data, j["metric"], j["value"], numbers(data["preds"], data["shape"], data["integer"]), numbers(data["target"], data["target_shape"], !data["values"])});
  }
  CHECK(cases.size() >= 250);
  MESSAGE("metrics: " << cases.size() << " cases, worst difference " << worst);
}

}  // namespace
}  // namespace wick::test
