#include "freeze/steps.h"

#include <cstring>

#include "kernels/conv.h"
#include "kernels/copy.h"
#include "kernels/frozen.h"
#include "kernels/gemm.h"
#include "kernels/norm.h"
#include "kernels/pool.h"
#include "kernels/reduce.h"
#include "kernels/split.h"
#include "ops/broadcast.h"
#include "wick/autograd.h"
#include "wick/registry.h"

namespace wick::frozen {

namespace {

using kernels::Unary;

template <class F>
struct StepOf final : Step {
  explicit StepOf(F fn) : f(std::move(fn)) {}
  void run() const override { f(); }
  F f;
};
template <class F>
std::unique_ptr<Step> step(F f) {
  return std::make_unique<StepOf<F>>(std::move(f));
}

std::int64_t param(const Op& o, int i) { return static_cast<std::int64_t>(o.params[static_cast<std::size_t>(i)]); }
const float* constant(const Recording& r, const View& v) {
  return v.value < 0 ? nullptr : static_cast<const float*>(r.constants[static_cast<std::size_t>(v.value)]->data()) + v.offset;
}

/// A tensor on a view's memory, which outlives it.
Tensor tensor_at(const View& v, const Place& p) {
  Tensor t = from_blob(p.as<void>(), v.shape, v.strides, v.dtype);
  t.impl()->is_number = v.is_number;
  return t;
}

/// A node's activation: in its kernel if that can, else in place after it.
struct Activation {
  int function;
  double p = 0, q = 0;
  std::int64_t n;
  kernels::Activation in_kernel = kernels::Activation::none;

  Activation(const Node& node, const Recording& r) : function(node.activation), n(last_op(node, r).out.size()) {
    const std::vector<double>& params = last_op(node, r).params;
    if (function == static_cast<int>(Unary::relu)) in_kernel = kernels::Activation::relu, function = -1;
    if (function >= 0 && !params.empty()) p = params[0], q = params.back();
  }
  void operator()(float* y) const {
    if (function >= 0) kernels::unary(static_cast<Unary>(function), y, y, n, p, q);
  }
};

std::unique_ptr<Step> linear_step(const Node& node, const Recording& r, const std::vector<Place>& operands, Place out) {
  const View& x = first_op(node, r).in[0];
  const std::int64_t M = x.shape[0], K = x.shape[1], N = node.bias.numel();
  const Activation activation(node, r);
  kernels::Gemm<float> g{M, N, K, nullptr, M == 1 ? K : x.strides[0], 1, node.packed.data<float>(), N, 1, nullptr, N};
  g.b_packed = true;
  g.bias_n = node.bias.data<float>();
  g.activation = activation.in_kernel;
  g.accumulate = node.residual_op >= 0;  // onto the residual, which may lie where the result goes
  return step([g, activation, in = operands[0], residual = g.accumulate ? operands[1] : out, out] {
    kernels::Gemm<float> now = g;
    now.a = in.as<const float>();
    now.c = out.as<float>();
    const float* const onto = residual.as<const float>();
    if (onto != now.c) std::memcpy(now.c, onto, static_cast<std::size_t>(g.M * g.N) * sizeof(float));
    kernels::gemm(now);
    activation(now.c);
  });
}

kernels::Conv2d geometry(const Node& node, const Recording& r) {
  const Op& o = first_op(node, r);
  const Shape &x = o.in[0].shape, &y = o.out.shape, &w = node.weight.shape();
  return {x[0], x[1], x[2], x[3], w[0], w[2], w[3], y[2], y[3], param(o, 1), param(o, 2), param(o, 4), param(o, 5), param(o, 7), param(o, 8), param(o, 9), node.x_last, node.y_last};
}

std::unique_ptr<Step> conv_step(const Node& node, const Recording& r, const std::vector<Place>& operands, Place out) {
  const Activation activation(node, r);
  kernels::ConvEpilogue epilogue{node.bias.data<float>(), nullptr, activation.in_kernel, node.pool};
  return step([g = geometry(node, r), w = node.packed.data<float>(), epilogue, activation, in = operands[0],
               residual = node.residual_op >= 0 ? operands[1] : Place(), out] {
    kernels::ConvEpilogue now = epilogue;
    if (residual.base) now.residual = residual.as<const float>();
    kernels::conv2d_packed(g, in.as<const float>(), w, now, out.as<float>());
    activation(out.as<float>());
  });
}

/// Products of all matrices of a batch, whose places are listed once.
std::unique_ptr<Step> matmul_step(const Op& o, const std::vector<Place>& operands, Place out) {
  const View &a = o.in[0], &b = o.in[1];
  const int ra = a.shape.rank(), rb = b.shape.rank(), rc = o.out.shape.rank();
  const std::int64_t M = a.shape[ra - 2], K = a.shape[ra - 1], N = b.shape[rb - 1];
  const auto unit = [](const View& v, int d) {  // one stride must be 1; a size of 1 lends its own
    const std::int64_t other = v.strides[d == v.shape.rank() - 1 ? d - 1 : d + 1];
    return v.shape[d] == 1 && other != 1 ? std::int64_t{1} : v.strides[d];
  };
  const kernels::Gemm<float> g{M, N, K, nullptr, unit(a, ra - 2), unit(a, ra - 1), nullptr, unit(b, rb - 2), unit(b, rb - 1), nullptr, N};
  std::vector<std::pair<std::int64_t, std::int64_t>> offsets;
  Shape batch;
  for (int d = 0; d < rc - 2; ++d) batch.push_back(o.out.shape[d]);
  for (std::int64_t i = 0, count = numel(batch); i < count; ++i) {
    std::int64_t rest = i, at[2] = {0, 0};
    for (int d = batch.rank() - 1; d >= 0; --d) {
      int k = 0;
      for (const View* v : {&a, &b}) {
        const int own = d - (batch.rank() - (v->shape.rank() - 2));
        if (own >= 0 && v->shape[own] != 1) at[k] += rest % batch[d] * v->strides[own];
        ++k;
      }
      rest /= batch[d];
    }
    offsets.emplace_back(at[0], at[1]);
  }
  return step([g, offsets = std::move(offsets), x = operands[0], y = operands[1], out] {
    kernels::Gemm<float> now = g;
    now.c = out.as<float>();
    for (const auto& [at_a, at_b] : offsets) {
      now.a = x.as<const float>() + at_a;
      now.b = y.as<const float>() + at_b;
      kernels::gemm(now);
      now.c += g.M * g.N;
    }
  });
}

/// An operand of an elementwise op as [N,H,W,C], like its result; those that are computed, and no broadcast, lie so.
View with_channels_last(const View& v, bool constant, const View& out) {
  View r = v;
  r.shape = {1, 1, 1, 1};
  r.strides = {0, 0, 0, 0};
  constexpr int kPlace[] = {0, 3, 1, 2};
  for (int d = 0, skip = 4 - v.shape.rank(); d < v.shape.rank(); ++d) {
    r.shape[kPlace[d + skip]] = v.shape[d];
    r.strides[kPlace[d + skip]] = v.strides[d];
  }
  if (!constant && v.size() == out.size()) r.strides = contiguous_strides(r.shape);
  return r;
}

kernels::Pool2d pool_geometry(const Op& o, bool adaptive = false) {
  const Shape &x = o.in[0].shape, &y = o.out.shape;
  kernels::Pool2d g{x[0] * x[1], x[2], x[3], y[2], y[3], 0, 0, 0, 0, 0, 0};
  if (!adaptive) g.kh = param(o, 1), g.kw = param(o, 2), g.stride_h = param(o, 4), g.stride_w = param(o, 5), g.pad_h = param(o, 7), g.pad_w = param(o, 8);
  return g;
}
kernels::Pool2d max_pool_geometry(const Op& o) {
  kernels::Pool2d g = pool_geometry(o);
  g.dil_h = param(o, 10), g.dil_w = param(o, 11);
  return g;
}

std::unique_ptr<Step> pool_step(const Node& node, const Op& o, const std::vector<Place>& operands, Place out, Place scratch) {
  const Place in = operands[0];
  const std::int64_t C = o.in[0].shape[1];
  const auto by_image = [&](kernels::Pool2d g) {
    g.planes /= C;
    return g;
  };
  if (node.kind == Kind::max_pool) {
    const kernels::Pool2d g = max_pool_geometry(o);
    if (node.x_last) return step([g = by_image(g), C, relu = node.activation >= 0, in, out] { kernels::max_pool_last(g, C, in.as<const float>(), out.as<float>(), relu); });
    if (pools_values(o)) return step([g, relu = node.activation >= 0, in, out] { kernels::max_pool_values(g, in.as<const float>(), out.as<float>(), relu); });
    return step([g, in, out, scratch] { kernels::max_pool2d(g, in.as<const float>(), out.as<float>(), scratch.as<std::int32_t>()); });
  }
  const kernels::Pool2d g = pool_geometry(o, node.kind == Kind::adaptive_pool);
  if (node.kind == Kind::adaptive_pool && node.x_last)
    return step([g = by_image(g), C, in, out] { kernels::adaptive_avg_pool_last(g, C, in.as<const float>(), out.as<float>()); });
  if (node.kind == Kind::adaptive_pool) return step([g, in, out] { kernels::adaptive_avg_pool2d(g, in.as<const float>(), out.as<float>()); });
  const bool padding = o.params[10] != 0;
  const std::int64_t divisor = o.params[11] == o.params[11] ? static_cast<std::int64_t>(o.params[11]) : 0;
  if (node.x_last)
    return step([g = by_image(g), C, padding, divisor, in, out] { kernels::avg_pool_last(g, C, padding, divisor, in.as<const float>(), out.as<float>()); });
  return step([g, in, out, padding, divisor] {
    kernels::avg_pool2d(g, padding, divisor, in.as<const float>(), out.as<float>());
  });
}

std::unique_ptr<Step> norm_step(const Node& node, const Op& o, const Recording& r, const std::vector<Place>& operands, Place out, Place scratch) {
  const Shape& x = o.in[0].shape;
  const Place in = operands[0];
  const double eps = o.params.back();
  if (node.kind == Kind::batch_norm) {
    const float *mean = constant(r, o.in[1]), *var = constant(r, o.in[2]), *w = constant(r, o.in[3]), *b = constant(r, o.in[4]);
    const std::int64_t C = x[1], pixels = C && x[0] ? o.out.size() / (x[0] * C) : 0;
    const std::int64_t N = node.x_last ? x[0] * pixels : x[0], S = node.x_last ? 1 : pixels;
    return step([=] { kernels::batch_norm_apply(in.as<const float>(), N, C, S, mean, var, eps, w, b, out.as<float>()); });
  }
  const std::int64_t n = normalized(o), rows = n ? o.out.size() / n : 0;
  const Place w = o.in[1].value < 0 ? Place() : operands[1], b = o.in[2].value < 0 ? Place() : operands.back();
  return step([=] {
    float* const mean = scratch.as<float>();
    kernels::layer_norm(in.as<const float>(), rows, n, w.base ? w.as<const float>() : nullptr, b.base ? b.as<const float>() : nullptr, eps, out.as<float>(), mean,
                        mean + rows);
  });
}

/// Rows of a constant table by index.
std::unique_ptr<Step> rows_step(const Op& o, const std::vector<Place>& operands, Place out) {
  const std::int64_t n = o.in[0].shape[0], width = n ? o.in[0].size() / n : 0, count = o.in[1].size();
  return step([n, width, count, table = operands[0], ids = operands[1], out] {
    const auto* id = ids.as<const std::int64_t>();
    for (std::int64_t i = 0; i < count; ++i) {
      check(id[i] >= 0 && id[i] < n, ErrorKind::index, "[index_select] index ", id[i], " at place ", i, " is out of range; need 0 <= index < ", n, ".");
      std::memcpy(out.as<float>() + i * width, table.as<const float>() + id[i] * width, static_cast<std::size_t>(width) * sizeof(float));
    }
  });
}

/// A text argument, which a recording holds as a number.
const char* text_argument(const char* op, double v) {
  if (std::strcmp(op, "to") == 0) return dtype_name(static_cast<DType>(v));
  if (std::strcmp(op, "scatter_reduce") == 0) return v == 0 ? "prod" : v > 0 ? "amax" : "amin";
  return v != 0 ? "tanh" : "none";
}

/// The op itself, on tensors that lie in the arena; its result is copied there.
std::unique_ptr<Step> ordinary_step(const Op& o, const std::vector<Place>& operands, Place out) {
  const OpEntry* entry = find_op(o.name);
  std::vector<Value> args;
  std::size_t next = 0, number = 0, place = 0;
  const auto next_tensor = [&] {
    const View& v = o.in[next++];
    return v.value < 0 ? Tensor() : tensor_at(v, operands[place++]);
  };
  for (const OpParameter& p : entry->parameters()) {
    const auto is = [&](const char* type) { return p.type == type; };
    if (is("Tensor[]")) {
      TensorList list;
      while (next < o.in.size()) list.push_back(next_tensor());
      args.emplace_back(std::move(list));
    } else if (p.type.substr(0, 6) == "Tensor") {
      args.emplace_back();
      if (next < o.in.size() && o.in[next].value >= 0) args.back() = Value(next_tensor());
      else ++next;
    } else if (number >= o.params.size()) {
      args.emplace_back();  // its default
    } else if (is("int[]")) {
      std::vector<std::int64_t> list(static_cast<std::size_t>(o.params[number++]));
      for (std::int64_t& v : list) v = static_cast<std::int64_t>(o.params[number++]);
      args.emplace_back(std::move(list));
    } else {
      const double v = o.params[number++];
      if (v != v) args.emplace_back();
      else if (is("bool")) args.emplace_back(v != 0);
      else if (is("int") || is("int?")) args.emplace_back(static_cast<std::int64_t>(v));
      else if (is("str")) args.emplace_back(std::string(text_argument(o.name, v)));
      else args.emplace_back(v);
    }
  }
  return step([entry, args = bind_args(*entry, args), out] {
    const NoGradGuard guard;
    TensorList results;
    entry->call(entry->function, args.data(), results);
    const Tensor y = results[0].contiguous();
    std::memcpy(out.as<void>(), y.raw_data(), static_cast<std::size_t>(y.numel()) * item_size(y.dtype()));
  });
}

}  // namespace

std::int64_t normalized(const Op& o) {
  std::int64_t n = 1;
  for (int i = 1; i <= param(o, 0); ++i) n *= param(o, i);
  return n;
}

bool pools_values(const Op& o) { return kernels::max_pool_values_fits(max_pool_geometry(o)); }

kernels::Last conv_last(const Node& node, const Recording& r) { return kernels::conv2d_last(geometry(node, r)); }

bool conv_pools(const Node& node, const Recording& r) {
  return node.kind == Kind::conv && kernels::conv2d_pools(geometry(node, r));
}

void pack_weight(Node& node, const Recording& r) {
  const float* w = node.weight.data<float>();
  const Shape shape = node.weight.shape();
  if (node.kind == Kind::linear) {
    node.packed = empty(kernels::packed_b_size(shape[1], shape[0]));
    kernels::pack_b(w, 1, shape[1], shape[1], shape[0], node.packed.data<float>());
  } else {
    const kernels::Conv2d g = geometry(node, r);
    node.packed = empty(kernels::conv2d_packed_size(g));
    kernels::conv2d_pack(g, w, node.packed.data<float>());
  }
  node.weight = empty(1).expand(shape);
}

std::int64_t scratch_bytes(const Node& node, const Recording& r) {
  const Op& o = first_op(node, r);
  if (node.kind == Kind::max_pool) return pools_values(o) ? 0 : o.out.size() * 4;  // places
  return node.kind == Kind::layer_norm ? o.out.size() / std::max<std::int64_t>(1, normalized(o)) * 8 : 0;  // means and 1 / deviations
}

std::unique_ptr<Step> copy_step(const View& v, Place from, Place to) {
  return step([from, to, bytes = static_cast<int>(item_size(v.dtype)), shape = v.shape, strides = v.strides] {
    kernels::copy_strided(bytes, from.as<const void>(), strides, to.as<void>(), contiguous_strides(shape), shape);
  });
}

std::unique_ptr<Step> make_step(const Node& node, const Recording& r, const std::vector<Place>& operands, Place out, Place scratch) {
  const Op& o = first_op(node, r);
  const std::int64_t size = o.out.size();
  switch (node.kind) {
    case Kind::linear: return linear_step(node, r, operands, out);
    case Kind::conv: return conv_step(node, r, operands, out);
    case Kind::matmul: return matmul_step(o, operands, out);
    case Kind::unary: {
      const double p = o.params.empty() ? 0 : o.params[0], q = o.params.empty() ? 0 : o.params.back();
      return step([=, u = static_cast<Unary>(node.function), in = operands[0]] { kernels::unary(u, in.as<const float>(), out.as<float>(), size, p, q); });
    }
    case Kind::binary: {
      const auto ordered = [&](const View& v) { return node.y_last ? with_channels_last(v, r.constants[static_cast<std::size_t>(v.value)] != nullptr, o.out) : v; };
      const Tensor x = tensor_at(ordered(o.in[0]), operands[0]), other = tensor_at(ordered(o.in[1]), operands[1]);
      const Runs runs(o.name, {&x, &other});
      return step([runs, op = static_cast<kernels::Binary>(node.function), a = operands[0], b = operands[1], out] {
        Runs r = runs;
        while (r.next()) kernels::binary(op, a.as<const float>() + r.at[0], r.step[0], b.as<const float>() + r.at[1], r.step[1], out.as<float>() + r.out, r.n);
      });
    }
    case Kind::max_pool:
    case Kind::avg_pool:
    case Kind::adaptive_pool: return pool_step(node, o, operands, out, scratch);
    case Kind::batch_norm:
    case Kind::layer_norm: return norm_step(node, o, r, operands, out, scratch);
    case Kind::softmax:
    case Kind::log_softmax: {
      const std::int64_t n = o.out.shape.rank() ? o.out.shape.back() : 1, rows = n ? size / n : 0;
      using Kernel = void (*)(const float*, std::int64_t, std::int64_t, float*);
      const Kernel kernel = node.kind == Kind::softmax ? static_cast<Kernel>(kernels::softmax) : static_cast<Kernel>(kernels::log_softmax);
      return step([=, in = operands[0]] { kernel(in.as<const float>(), rows, n, out.as<float>()); });
    }
    case Kind::rows: return rows_step(o, operands, out);
    case Kind::copy: return copy_step(o.in[0], operands[0], out);
    case Kind::other: break;
  }
  return ordinary_step(o, operands, out);
}

}  // namespace wick::frozen
