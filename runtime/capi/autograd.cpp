// Gradients of functions, and functions with gradients of their own.

#include <mutex>
#include <set>
#include <string_view>

#include "capi/function.h"
#include "core/mode.h"
#include "wick/checkpoint.h"
#include "wick/function.h"
#include "wick/functional.h"

using namespace wick;
using namespace wick::capi;

namespace {

// Nodes know their names by address, and outlive what they were made of.
const char* lasting(const char* name) {
  static std::mutex guard;
  static std::set<std::string>* const names = new std::set<std::string>;
  const std::lock_guard lock(guard);
  return names->insert(name).first->c_str();
}

// A node whose backward() is the caller's.
class CallersNode final : public autograd::FunctionBase {
 public:
  explicit CallersNode(Function backward) : backward_(std::move(backward)) {}
  static TensorList apply(const char* name, const TensorList& inputs, const TensorList& outputs, const TensorList& saved, Function backward, int32_t flags) {
    const auto self = std::make_shared<CallersNode>(std::move(backward));
    self->n_inputs_ = static_cast<int>(inputs.size());
    CallersNode& base = *self;
    base.begin(inputs);
    self->save_for_backward(saved);
    self->set_materialize_grads(!(flags & 2));
    return connect(self, lasting(name), flags & 1, inputs, outputs);
  }
  TensorList backward(const TensorList& grad_outputs) override {
    TensorList in = grad_outputs;
    for (const Tensor& t : saved_tensors()) in.push_back(t);
    return backward_(in, n_inputs_);
  }

 private:
  Function backward_;
  int n_inputs_ = 0;
};

TensorList with(Tensor first, const TensorList& rest) {
  TensorList out = {std::move(first)};
  out.insert(out.end(), rest.begin(), rest.end());
  return out;
}

TensorList functional_by_name(std::string_view name, const Function& f, const TensorList& inputs, const TensorList& v, bool create_graph) {
  namespace fn = autograd::functional;
  const fn::Fn call = [&f](const TensorList& in) { return f.single(in); };
  if (name == "jacobian" || name == "hessian") {
    check(v.empty(), ErrorKind::value, "[{}] got {} tensors v; it takes none.", name, v.size());
    if (name == "jacobian") return fn::jacobian(call, inputs, create_graph);
    TensorList out;
    for (const TensorList& row : fn::hessian(call, inputs, create_graph)) out.insert(out.end(), row.begin(), row.end());
    return out;
  }
  if (name == "vjp") {
    check(v.size() <= 1, ErrorKind::value, "[vjp] got {} tensors v; need one like the result.", v.size());
    const auto result = fn::vjp(call, inputs, v.empty() ? Tensor() : v[0], create_graph);
    return with(result.first, result.second);
  }
  if (name == "jvp") {
    const auto result = fn::jvp(call, inputs, v, create_graph);
    return {result.first, result.second};
  }
  check(name == "vhp" || name == "hvp", ErrorKind::value, "[functional] \"{}\" is unknown; need jacobian, hessian, vjp, jvp, vhp or hvp.", name);
  const auto result = name == "vhp" ? fn::vhp(call, inputs, v, create_graph) : fn::hvp(call, inputs, v, create_graph);
  return with(result.first, result.second);
}

}  // namespace

wick_status wick_tensor_retain_grad(wick_tensor* t) {
  return guarded([&] { need("tensor_retain_grad", t).retain_grad(); });
}

wick_status wick_tensor_register_hook(wick_tensor* t, const wick_function* hook, int32_t* id) {
  return guarded([&] {
    const Function f("tensor_register_hook", hook);
    need_pointer("tensor_register_hook", "id", id);
    *id = need("tensor_register_hook", t).register_hook([f](const Tensor& g) {
      const TensorList other = f({g}, 1);
      return other.empty() ? Tensor() : other[0];
    });
  });
}

wick_status wick_tensor_remove_hook(wick_tensor* t, int32_t id) {
  return guarded([&] { need("tensor_remove_hook", t).remove_hook(id); });
}

int32_t wick_inference_enabled(void) { return grad_mode.inference ? 1 : 0; }
void wick_set_inference_enabled(int32_t on) { grad_mode.inference = on != 0; }
int32_t wick_anomaly_enabled(void) { return grad_mode.anomaly ? 1 : 0; }
void wick_set_anomaly_enabled(int32_t on) { grad_mode.anomaly = on != 0; }

wick_status wick_autograd_grad(wick_tensor* const* outputs, int32_t n_outputs, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor* const* grad_outputs,
                               int32_t retain_graph, int32_t create_graph, int32_t allow_unused, wick_tensor** grads) {
  return guarded([&] {
    const TensorList y = list_of("autograd_grad", "outputs", outputs, n_outputs), x = list_of("autograd_grad", "inputs", inputs, n_inputs);
    const TensorList dy = grad_outputs ? list_of("autograd_grad", "grad_outputs", grad_outputs, n_outputs, true) : TensorList();
    hand_out("autograd_grad", autograd::grad(y, x, dy, retain_graph != 0, create_graph != 0, allow_unused != 0), grads, n_inputs);
  });
}

wick_status wick_autograd_functional(const char* name, const wick_function* f, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor* const* v, int32_t n_v,
                                     int32_t create_graph, wick_tensor** results, int32_t n_results) {
  return guarded([&] {
    const Function call("autograd_functional", f);
    need_pointer("autograd_functional", "name", name);
    const TensorList x = list_of("autograd_functional", "inputs", inputs, n_inputs), along = list_of("autograd_functional", "v", v, n_v);
    hand_out("autograd_functional", functional_by_name(name, call, x, along, create_graph != 0), results, n_results);
  });
}

wick_status wick_autograd_function(const char* name, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor* const* outputs, int32_t n_outputs,
                                   wick_tensor* const* saved, int32_t n_saved, const wick_function* backward, int32_t flags, wick_tensor** results) {
  return guarded([&] {
    Function call("autograd_function", backward);
    need_pointer("autograd_function", "name", name);
    const TensorList x = list_of("autograd_function", "inputs", inputs, n_inputs, true), y = list_of("autograd_function", "outputs", outputs, n_outputs);
    const TensorList kept = list_of("autograd_function", "saved tensors", saved, n_saved, true);
    hand_out("autograd_function", CallersNode::apply(name, x, y, kept, std::move(call), flags), results, n_outputs);
  });
}

wick_status wick_checkpoint(const wick_function* f, wick_tensor* const* inputs, int32_t n_inputs, int32_t preserve_rng_state, wick_tensor** outputs, int32_t room,
                            int32_t* n_outputs) {
  return guarded([&] {
    const Function call("checkpoint", f);
    need_pointer("checkpoint", "n_outputs", n_outputs);
    const TensorList x = list_of("checkpoint", "inputs", inputs, n_inputs);
    const TensorList y = utils::checkpoint([call, room](const TensorList& in) { return call(in, room); }, x, {.preserve_rng_state = preserve_rng_state != 0});
    hand_out("checkpoint", y, outputs, room);
    *n_outputs = static_cast<int32_t>(y.size());
  });
}
