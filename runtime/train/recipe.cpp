#include "wick/recipe.h"

#include "train/parts.h"
#include "train/schema.h"
#include "wick/registry.h"

namespace wick {

namespace {

using schema::bad;
using schema::Category;

// One step of "trainer.callbacks[1].patience": a key or a place in a list.
struct PathStep {
  std::string key;
  std::int64_t index = -1;
};

std::vector<PathStep> split_path(std::string_view path) {
  std::vector<PathStep> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back({word, -1});
    word.clear();
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '.') {
      flush();
    } else if (path[i] == '[') {
      flush();
      std::int64_t n = 0;
      bool any = false;
      for (++i; i < path.size() && path[i] >= '0' && path[i] <= '9' && n < 1000000; ++i, any = true) n = n * 10 + (path[i] - '0');
      if (!any || i == path.size() || path[i] != ']') throw RecipeError(std::string(path), "is no path; need one like \"optimizer.lr\" or \"model.layers[0].p\".", -1);
      out.push_back({"", n});
    } else {
      word += path[i];
    }
  }
  flush();
  return out;
}

}  // namespace

Recipe Recipe::parse(std::string_view text) {
  const Json given = parse_json(text);
  Recipe r;
  r.json_ = std::make_shared<const Json>(schema::check_entry(given, Category::recipe, ""));
  return r;
}

Recipe Recipe::with(std::string_view path, std::string_view value) const {
  Json v;
  try {
    v = parse_json(value);
  } catch (const RecipeError&) {
    v = Json(value);
  }
  Json root = *json_;
  Json* at = &root;
  const std::vector<PathStep> steps = split_path(path);
  check(!steps.empty(), ErrorKind::value, "[recipe] the path is empty; need one like \"optimizer.lr\".");
  std::string walked;
  for (const PathStep& step : steps) {
    if (step.index >= 0) {
      if (!at->is(Json::Type::array) || static_cast<std::size_t>(step.index) >= at->items().size())
        throw RecipeError(str("{}[{}]", walked, step.index), str("there is no such entry; {} is {}.", walked, at->brief()), -1);
      at = &at->items()[static_cast<std::size_t>(step.index)];
      walked += str("[{}]", step.index);
    } else {
      walked += (walked.empty() ? "" : ".") + step.key;
      if (at->is_null()) *at = Json::object();
      if (!at->is(Json::Type::object)) throw RecipeError(walked, str("cannot be set: it is below {}.", at->brief()), -1);
      Json* next = at->find(step.key);
      at = next ? next : &at->set(step.key, Json());
    }
  }
  *at = std::move(v);
  Recipe r;
  r.json_ = std::make_shared<const Json>(schema::check_entry(root, Category::recipe, ""));
  return r;
}

std::string Recipe::name() const { return json_->at("name").text(); }
std::uint64_t Recipe::seed() const { return static_cast<std::uint64_t>(json_->at("seed").integer()); }
std::string Recipe::text() const { return json_->dump(2) + "\n"; }

nn::ModulePtr make_module(std::string_view json) {
  return parts::module(schema::check_entry(parse_json(json), Category::layer, ""), "");
}
nn::LossPtr make_loss(std::string_view json) { return parts::loss(schema::check_entry(parse_json(json), Category::loss, ""), ""); }
std::unique_ptr<optim::Optimizer> make_optimizer(std::string_view json, const std::vector<Tensor>& parameters) {
  nn::NamedTensors named;
  for (const Tensor& p : parameters) named.emplace_back(str(named.size()), p);
  return parts::optimizer(schema::check_entry(parse_json(json), Category::optimizer, ""), named, "");
}
void add_param_group(std::string_view json, optim::Optimizer& optimizer, const std::vector<Tensor>& parameters) {
  Json group = parse_json(json), entry = Json::object();
  if (group.is(Json::Type::object)) group.set_array("params").push(std::string("given"));
  entry.set("type", optimizer.type());
  entry.set_array("param_groups").push(std::move(group));
  const Json checked = schema::check_entry(entry, Category::optimizer, "");
  optimizer.add_param_group({parameters, parts::options(checked.at("param_groups").items()[0])});
}
std::unique_ptr<optim::LRScheduler> make_scheduler(std::string_view json, optim::Optimizer& optimizer) {
  return parts::scheduler(schema::check_entry(parse_json(json), Category::scheduler, ""), optimizer, "");
}
void init_tensor(std::string_view json, const Tensor& t) { parts::fill(schema::check_entry(parse_json(json), Category::init, ""), t, ""); }
void parametrize(std::string_view json, nn::Module& module) {
  parts::parametrize_one(schema::check_entry(parse_json(json), Category::parametrization, ""), module, "");
}

namespace {
// Two classes are what binary means; there is no need to say so.
parts::MetricInput metric_input(const Json& j, std::int64_t num_classes) {
  const Json* task = j.find("task");
  return {task && num_classes == 0 && task->text() == "binary" ? 2 : num_classes, false, str("num_classes ", num_classes)};
}
}  // namespace

std::unique_ptr<Metric> make_metric(std::string_view json, std::int64_t num_classes) {
  const Json j = schema::check_entry(parse_json(json), Category::metric, "");
  return parts::metric(j, metric_input(j, num_classes), "");
}
std::unique_ptr<Accumulator> make_accumulator(std::string_view json, std::int64_t num_classes) {
  const Json j = schema::check_entry(parse_json(json), Category::metric, "");
  return parts::accumulator(j, metric_input(j, num_classes), "");
}

}  // namespace wick
