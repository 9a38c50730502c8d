// Tensors, their gradients and the graph behind them.

#include <cstring>
#include <map>
#include <vector>

#include "autograd/graph.h"
#include "autograd/leaf.h"
#include "core/mode.h"
#include "capi/handles.h"
#include "wick/autograd.h"
#include "wick/recipe.h"

using namespace wick;
using namespace wick::capi;

namespace {

constexpr DType kDTypes[] = {DType::float32, DType::float64, DType::int64, DType::int32, DType::uint8, DType::bool_};
constexpr int kNDTypes = 6;

std::size_t bytes_of(const Tensor& t) { return static_cast<std::size_t>(t.numel()) * item_size(t.dtype()); }

// Row-major memory to a contiguous tensor. Any byte but 0 is true: a bool must not hold another.
void fill(const Tensor& t, const void* from) {
  if (t.numel() == 0) return;
  if (t.dtype() == DType::bool_) {
    const auto* in = static_cast<const unsigned char*>(from);
    auto* out = static_cast<unsigned char*>(t.raw_data());
    for (std::int64_t i = 0; i < t.numel(); ++i) out[i] = in[i] != 0;
  } else {
    std::memcpy(t.raw_data(), from, bytes_of(t));
  }
}

std::string shape_json(const Shape& shape) { return to_text(shape); }  // "[2,3]" is JSON

// The nodes behind t, breadth first, as JSON.
std::string graph_json(const Tensor& t, std::size_t max_nodes) {
  std::vector<const Node*> nodes;
  std::map<const Node*, std::size_t> number;
  const auto visit = [&](const Node* n) {
    if (n && nodes.size() < max_nodes && number.emplace(n, nodes.size()).second) nodes.push_back(n);
  };
  visit(t.grad_fn().get());
  std::string out = "{\"nodes\":[";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node* n = nodes[i];
    std::string next, shapes;
    for (const Node::Input& input : n->next_functions()) {
      visit(input.node.get());
      const auto at = number.find(input.node.get());
      next += (next.empty() ? "" : ",") + (at == number.end() ? std::string("null") : str(at->second));
      shapes += (shapes.empty() ? "" : ",") + shape_json(input.shape);
    }
    out += str("{}{\"name\":\"{}\",\"next\":[{}],\"shapes\":[{}]", i ? "," : "", n->name(), next, shapes);
    if (const LeafMeta* leaf = Graph::leaf_of(n); leaf && leaf->tensor) out += ",\"leaf\":" + shape_json(leaf->tensor->shape);
    out += "}";
  }
  return out + "]}";
}

}  // namespace

wick_status wick_tensor_create(int32_t dtype, int32_t rank, const int64_t* shape, const void* data, wick_tensor** out) {
  return guarded([&] {
    need_pointer("tensor_create", "out", out);
    *out = nullptr;
    check(dtype >= 0 && dtype < kNDTypes, ErrorKind::dtype, "[tensor_create] dtype is {}; need 0 to 5.", dtype);
    check(rank >= 0 && rank <= kMaxRank, ErrorKind::shape, "[tensor_create] rank is {}; need 0 to {}.", rank, kMaxRank);
    if (rank > 0) need_pointer("tensor_create", "shape", shape);
    const Shape dims(std::span<const std::int64_t>(shape, static_cast<std::size_t>(rank)));
    const DType type = kDTypes[dtype];
    if (!data) {
      *out = hand_out(zeros(dims, type));
      return;
    }
    Tensor t = empty(dims, type);
    fill(t, data);
    *out = hand_out(std::move(t));
  });
}

void wick_tensor_free(wick_tensor* t) { delete t; }

wick_status wick_tensor_clone_handle(const wick_tensor* t, wick_tensor** out) {
  return guarded([&] {
    need_pointer("tensor_clone_handle", "out", out);
    *out = hand_out(need("tensor_clone_handle", t));
  });
}

int32_t wick_tensor_dtype(const wick_tensor* t) { return t ? static_cast<int32_t>(t->t.dtype()) : -1; }
int32_t wick_tensor_rank(const wick_tensor* t) { return t ? t->t.dim() : -1; }
void wick_tensor_shape(const wick_tensor* t, int64_t* shape) {
  if (!t || !shape) return;
  for (const std::int64_t n : t->t.shape()) *shape++ = n;
}

wick_status wick_tensor_read(const wick_tensor* t, void* to, size_t bytes) {
  return guarded([&] {
    const Tensor& x = need("tensor_read", t);
    check(bytes == bytes_of(x), ErrorKind::value, "[tensor_read] room for {} bytes; {} has {}.", bytes, x, bytes_of(x));
    if (bytes == 0) return;
    need_pointer("tensor_read", "to", to);
    const NoGradGuard no_grad;
    std::memcpy(to, x.contiguous().raw_data(), bytes);
  });
}

wick_status wick_tensor_write(wick_tensor* t, const void* from, size_t bytes) {
  return guarded([&] {
    Tensor x = need("tensor_write", t);
    check(bytes == bytes_of(x), ErrorKind::value, "[tensor_write] {} bytes given; {} has {}.", bytes, x, bytes_of(x));
    if (bytes == 0) return;
    need_pointer("tensor_write", "from", from);
    if (x.is_contiguous()) {
      check_in_place("tensor_write", x);
      fill(x, from);
      bump_version(x);
    } else {
      Tensor values = empty(x.shape(), x.dtype());
      fill(values, from);
      x.copy_(values);
    }
  });
}

wick_status wick_tensor_init(wick_tensor* t, const char* json) {
  return guarded([&] {
    need_pointer("tensor_init", "json", json);
    init_tensor(json, need("tensor_init", t));
  });
}

wick_status wick_tensor_set_requires_grad(wick_tensor* t, int32_t on) {
  return guarded([&] {
    Tensor x = need("tensor_set_requires_grad", t);
    x.requires_grad_(on != 0);
  });
}
int32_t wick_tensor_requires_grad(const wick_tensor* t) { return t && t->t.requires_grad(); }

wick_status wick_tensor_grad(const wick_tensor* t, wick_tensor** out) {
  return guarded([&] {
    need_pointer("tensor_grad", "out", out);
    *out = nullptr;
    Tensor grad = need("tensor_grad", t).grad();
    if (grad.defined()) *out = hand_out(std::move(grad));
  });
}

wick_status wick_tensor_set_grad(wick_tensor* t, const wick_tensor* grad) {
  return guarded([&] { need("tensor_set_grad", t).set_grad(grad ? grad->t : Tensor()); });
}

wick_status wick_tensor_detach(const wick_tensor* t, wick_tensor** out) {
  return guarded([&] {
    need_pointer("tensor_detach", "out", out);
    *out = hand_out(need("tensor_detach", t).detach());
  });
}

const char* wick_tensor_grad_fn(const wick_tensor* t) { return t && t->t.grad_fn() ? t->t.grad_fn()->name() : nullptr; }

wick_status wick_tensor_backward(const wick_tensor* t, const wick_tensor* gradient, int32_t retain_graph, int32_t create_graph) {
  return guarded([&] { need("backward", t).backward(gradient ? gradient->t : Tensor(), retain_graph != 0, create_graph != 0); });
}

wick_status wick_tensor_graph(const wick_tensor* t, int32_t max_nodes, const char** json) {
  return guarded([&] {
    need_pointer("tensor_graph", "json", json);
    *json = nullptr;
    check(max_nodes >= 0, ErrorKind::value, "[tensor_graph] max_nodes is {}; need 0 or more.", max_nodes);
    *json = keep_text(graph_json(need("tensor_graph", t), static_cast<std::size_t>(max_nodes)));
  });
}

int32_t wick_grad_enabled(void) { return grad_enabled(); }
void wick_set_grad_enabled(int32_t on) { grad_mode.enabled = on != 0 && !grad_mode.inference; }
