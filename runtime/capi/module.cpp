// Modules made from a recipe's description.

#include <string>
#include <vector>

#include "capi/function.h"
#include "wick/recipe.h"
#include "wick/safetensors.h"

using namespace wick;
using namespace wick::capi;

namespace {

nn::Module& module_of(const char* fn, wick_module* m) {
  check(m != nullptr, ErrorKind::value, "[{}] the module handle is NULL; need a module.", fn);
  return *m->module;
}

struct OwnTensor {
  std::string name;
  Tensor tensor;
  bool is_buffer;
};

// In state_dict's order, but the module's own tensors: state_dict()'s are outside the graph.
std::vector<OwnTensor> own_tensors(nn::Module& module) {
  const nn::NamedTensors parameters = module.named_parameters(), buffers = module.named_buffers();
  std::vector<OwnTensor> out;
  std::size_t p = 0, b = 0;
  for (const auto& [name, t] : module.state_dict()) {
    const bool is_buffer = b < buffers.size() && buffers[b].first == name;
    out.push_back({name, is_buffer ? buffers[b++].second : parameters.at(p++).second, is_buffer});
  }
  return out;
}

}  // namespace

wick_status wick_module_create(const char* json, wick_module** out) {
  return guarded([&] {
    need_pointer("module_create", "json", json);
    need_pointer("module_create", "out", out);
    *out = nullptr;
    *out = new wick_module{make_module(json)};
  });
}

void wick_module_free(wick_module* m) { delete m; }

wick_status wick_module_forward(wick_module* m, const wick_tensor* x, wick_tensor** out) {
  return guarded([&] {
    need_pointer("module_forward", "out", out);
    *out = nullptr;
    *out = hand_out(module_of("module_forward", m)(need("module_forward", x)));
  });
}

wick_status wick_module_call(wick_module* m, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor** outputs, int32_t max_outputs, int32_t* n_outputs) {
  return guarded([&] {
    need_pointer("module_call", "n_outputs", n_outputs);
    *n_outputs = 0;
    const TensorList out = module_of("module_call", m).call(list_of("module_call", "inputs", inputs, n_inputs, true));
    hand_out("module_call", out, outputs, max_outputs);
    *n_outputs = static_cast<int32_t>(out.size());
  });
}

void wick_module_train(wick_module* m, int32_t on) {
  if (m) m->module->train(on != 0);
}

const char* wick_module_repr(wick_module* m) {
  const char* text = "";
  guarded([&] { text = keep_text(module_of("module_repr", m).repr()); });
  return text;
}

int32_t wick_module_tensor_count(wick_module* m) {
  int32_t n = 0;
  guarded([&] { n = static_cast<int32_t>(module_of("module_tensor_count", m).state_dict().size()); });
  return n;
}

wick_status wick_module_tensor(wick_module* m, int32_t i, const char** name, int32_t* kind, wick_tensor** out) {
  return guarded([&] {
    const std::vector<OwnTensor> all = own_tensors(module_of("module_tensor", m));
    check(i >= 0 && static_cast<std::size_t>(i) < all.size(), ErrorKind::index, "[module_tensor] there is no tensor {}; the module has {}.", i, all.size());
    const OwnTensor& own = all[static_cast<std::size_t>(i)];
    if (kind) *kind = own.is_buffer;
    if (out) *out = hand_out(own.tensor);
    if (name) *name = keep_text(own.name);
  });
}

wick_status wick_module_parametrize(wick_module* m, const char* json) {
  return guarded([&] {
    need_pointer("module_parametrize", "json", json);
    parametrize(json, module_of("module_parametrize", m));
  });
}

wick_status wick_module_update_bn(wick_module* m, int32_t on) {
  return guarded([&] {
    nn::Module& module = module_of("module_update_bn", m);
    m->batch_norm_update.reset();
    if (on) m->batch_norm_update = std::make_unique<optim::BatchNormUpdate>(module);
  });
}

wick_status wick_module_save(wick_module* m, wick_tensor** bytes) {
  return guarded([&] {
    need_pointer("module_save", "bytes", bytes);
    *bytes = nullptr;
    *bytes = hand_out(file_of(module_of("module_save", m).state_dict()));
  });
}

wick_status wick_module_load(wick_module* m, const void* bytes, size_t n, int32_t strict) {
  return guarded([&] {
    nn::Module& module = module_of("module_load", m);
    check(bytes || n == 0, ErrorKind::value, "[module_load] bytes is NULL; need a pointer.");
    module.load_state_dict(parse_safetensors(std::span(static_cast<const std::byte*>(bytes), n)).tensors, strict != 0);
  });
}
