// Modules from a recipe's "model".

#include <tuple>

#include "core/number.h"
#include "nn/module_error.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/autograd.h"
#include "wick/nn.h"

namespace wick::parts {

namespace {

Dims dims(const Json& j) {
  if (j.is_null()) return {};
  if (j.is(Json::Type::number)) return j.integer();
  Dims out;
  for (const Json& v : j.items()) out.push_back(v.integer());
  return out;
}
std::optional<std::int64_t> maybe_integer(const Json& j) { return j.is_null() ? std::nullopt : std::optional(j.integer()); }
std::optional<double> maybe_number(const Json& j) { return j.is_null() ? std::nullopt : std::optional(j.number()); }

nn::BatchNormOptions batch_norm(const Json& j) {
  return {j.at("eps").number(), maybe_number(j.at("momentum")), j.at("affine").boolean(), j.at("track_running_stats").boolean()};
}

template <class M, class... Args>
nn::ModulePtr make(Args&&... args) {
  return nn::ModulePtr(static_cast<nn::Module*>(new M(std::forward<Args>(args)...)));  // one control block for all types
}

struct Maker {
  const char* type;
  nn::ModulePtr (*make)(const Json& j, std::string_view path);
};

nn::ModulePtr make_sequential(const Json& j, std::string_view path) {
  auto* out = new nn::Sequential;
  nn::ModulePtr owner(static_cast<nn::Module*>(out));
  const std::vector<Json>& layers = j.at("layers").items();
  for (std::size_t i = 0; i < layers.size(); ++i) out->append(module(layers[i], str("{}{}layers[{}]", path, path.empty() ? "" : ".", i)));
  return owner;
}

nn::ModulePtr make_residual(const Json& j, std::string_view path) {
  const std::string prefix = path.empty() ? "" : str("{}.", path);
  nn::Layer shortcut;
  if (!j.at("shortcut").is_null()) shortcut = module(j.at("shortcut"), prefix + "shortcut");
  return make<nn::Residual>(module(j.at("main"), prefix + "main"), shortcut, nn::ResidualOptions{j.at("activation").text()});
}

constexpr Maker kMakers[] = {
    {"Sequential", make_sequential},
    {"Residual", make_residual},
    {"Identity", [](const Json&, std::string_view) { return make<nn::Identity>(); }},
    {"Linear", [](const Json& j, std::string_view) { return make<nn::Linear>(j.at("in_features").integer(), j.at("out_features").integer(), nn::LinearOptions{j.at("bias").boolean()}); }},
    {"Conv2d",
     [](const Json& j, std::string_view) {
       return make<nn::Conv2d>(j.at("in_channels").integer(), j.at("out_channels").integer(), dims(j.at("kernel_size")),
                               nn::Conv2dOptions{dims(j.at("stride")), dims(j.at("padding")), dims(j.at("dilation")), j.at("groups").integer(), j.at("bias").boolean()});
     }},
    {"BatchNorm1d", [](const Json& j, std::string_view) { return make<nn::BatchNorm1d>(j.at("num_features").integer(), batch_norm(j)); }},
    {"BatchNorm2d", [](const Json& j, std::string_view) { return make<nn::BatchNorm2d>(j.at("num_features").integer(), batch_norm(j)); }},
    {"LayerNorm",
     [](const Json& j, std::string_view) {
       return make<nn::LayerNorm>(dims(j.at("normalized_shape")), nn::LayerNormOptions{j.at("eps").number(), j.at("elementwise_affine").boolean()});
     }},
    {"Dropout", [](const Json& j, std::string_view) { return make<nn::Dropout>(j.at("p").number()); }},
    {"Embedding",
     [](const Json& j, std::string_view) {
       return make<nn::Embedding>(j.at("num_embeddings").integer(), j.at("embedding_dim").integer(), nn::EmbeddingOptions{maybe_integer(j.at("padding_idx"))});
     }},
    {"Flatten", [](const Json& j, std::string_view) { return make<nn::Flatten>(j.at("start_dim").integer(), j.at("end_dim").integer()); }},
    {"Unflatten", [](const Json& j, std::string_view) { return make<nn::Unflatten>(j.at("dim").integer(), dims(j.at("unflattened_size"))); }},
    {"MaxPool2d",
     [](const Json& j, std::string_view) {
       return make<nn::MaxPool2d>(dims(j.at("kernel_size")), nn::MaxPool2dOptions{dims(j.at("stride")), dims(j.at("padding")), dims(j.at("dilation")), j.at("ceil_mode").boolean()});
     }},
    {"AvgPool2d",
     [](const Json& j, std::string_view) {
       return make<nn::AvgPool2d>(dims(j.at("kernel_size")), nn::AvgPool2dOptions{dims(j.at("stride")), dims(j.at("padding")), j.at("ceil_mode").boolean(),
                                                                                  j.at("count_include_pad").boolean(), maybe_integer(j.at("divisor_override"))});
     }},
    {"AdaptiveAvgPool2d", [](const Json& j, std::string_view) { return make<nn::AdaptiveAvgPool2d>(dims(j.at("output_size"))); }},
    {"ReLU", [](const Json&, std::string_view) { return make<nn::ReLU>(); }},
    {"LeakyReLU", [](const Json& j, std::string_view) { return make<nn::LeakyReLU>(j.at("negative_slope").number()); }},
    {"ELU", [](const Json& j, std::string_view) { return make<nn::ELU>(j.at("alpha").number()); }},
    {"GELU", [](const Json& j, std::string_view) { return make<nn::GELU>(j.at("approximate").text()); }},
    {"SiLU", [](const Json&, std::string_view) { return make<nn::SiLU>(); }},
    {"Softplus", [](const Json& j, std::string_view) { return make<nn::Softplus>(j.at("beta").number(), j.at("threshold").number()); }},
    {"Tanh", [](const Json&, std::string_view) { return make<nn::Tanh>(); }},
    {"Sigmoid", [](const Json&, std::string_view) { return make<nn::Sigmoid>(); }},
    {"Softmax", [](const Json& j, std::string_view) { return make<nn::Softmax>(j.at("dim").integer()); }},
    {"LogSoftmax", [](const Json& j, std::string_view) { return make<nn::LogSoftmax>(j.at("dim").integer()); }},
};

// "2.main.0" of a model's module -> "model.layers[2].main.layers[0]", and the entry there.
std::pair<std::string, const Json*> recipe_path(const Json& model, std::string_view module_path) {
  std::string path = "model";
  const Json* at = &model;
  while (!module_path.empty() && at) {
    const std::size_t dot = module_path.find('.');
    const std::string name(module_path.substr(0, dot));
    module_path = dot == module_path.npos ? std::string_view() : module_path.substr(dot + 1);
    if (at->at("type").text() == "Sequential") {
      std::uint64_t index = 0;
      (void)parse_uint(name, index);
      path += str(".layers[{}]", index);
      const std::vector<Json>& layers = at->at("layers").items();
      at = index < layers.size() ? &layers[static_cast<std::size_t>(index)] : nullptr;
    } else {
      path += "." + name;
      at = at->find(name);
    }
  }
  return {path, at};
}

}  // namespace

nn::ModulePtr module(const Json& j, std::string_view path) {
  const std::string& type = j.at("type").text();
  for (const Maker& m : kMakers) {
    if (type != m.type) continue;
    try {
      return m.make(j, path);
    } catch (...) {  // what only the layer can tell, such as in_channels not divisible by groups
      schema::rethrow(j, path);
    }
  }
  schema::bad(j, path, "there is no maker for layer \"{}\".", type);
}

}  // namespace wick::parts

namespace wick {

namespace {
// Throws what layer `source` of the model (null if unknown) said of an example, at its place in the recipe.
[[noreturn]] void bad_layer(nn::Module& model, const nn::Module* source, const Shape& shape, const Json* model_json, const char* what) {
  std::string path = "model";
  const Json* at = model_json;
  if (source && model_json)
    for (const auto& [name, m] : model.named_modules())
      if (m == source) std::tie(path, at) = parts::recipe_path(*model_json, name);
  static const Json kNowhere;
  schema::bad(at ? *at : kNowhere, path, "{} The model's input is {}.", what, shape);
}
}  // namespace

Shape check_model(nn::Module& model, const Shape& input, const Json* model_json) {
  Shape shape = input;
  shape.insert(0, 2);
  const bool training = model.training;
  model.eval();
  struct Restore {
    nn::Module& m;
    bool on;
    ~Restore() { m.train(on); }
  } const restore{model, training};
  const NoGradGuard guard;
  try {
    return model(zeros(shape)).shape();
  } catch (const nn::ModuleError& e) {
    if (e.kind() == ErrorKind::memory) throw;
    bad_layer(model, e.source(), shape, model_json, e.what());
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::memory) throw;
    bad_layer(model, nullptr, shape, model_json, e.what());
  }
}

}  // namespace wick
