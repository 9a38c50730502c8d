#include "freeze/program.h"

#include <cmath>
#include <cstring>

#include "freeze/steps.h"
#include "wick/ops.h"
#include "wick/registry.h"

namespace wick::frozen {

namespace {

using kernels::Binary;
using kernels::Unary;

struct Form {
  const char* op;
  Kind kind;
  int function;
};
constexpr Form unary_form(const char* op, Unary u) { return {op, Kind::unary, static_cast<int>(u)}; }
constexpr Form binary_form(const char* op, Binary b) { return {op, Kind::binary, static_cast<int>(b)}; }
constexpr Form kForms[] = {
    {"linear", Kind::linear, 0}, {"conv2d", Kind::conv, 0}, {"matmul", Kind::matmul, 0},
    {"max_pool2d", Kind::max_pool, 0}, {"avg_pool2d", Kind::avg_pool, 0}, {"adaptive_avg_pool2d", Kind::adaptive_pool, 0},
    {"batch_norm", Kind::batch_norm, 0}, {"layer_norm", Kind::layer_norm, 0}, {"softmax", Kind::softmax, 0}, {"log_softmax", Kind::log_softmax, 0},
    {"index_select", Kind::rows, 0}, {"clone", Kind::copy, 0},
    unary_form("relu", Unary::relu), unary_form("gelu", Unary::gelu), unary_form("tanh", Unary::tanh), unary_form("sigmoid", Unary::sigmoid),
    unary_form("leaky_relu", Unary::leaky_relu), unary_form("elu", Unary::elu), unary_form("silu", Unary::silu), unary_form("softplus", Unary::softplus),
    unary_form("exp", Unary::exp), unary_form("log", Unary::log), unary_form("sqrt", Unary::sqrt), unary_form("rsqrt", Unary::rsqrt),
    unary_form("abs", Unary::abs), unary_form("neg", Unary::neg), unary_form("square", Unary::square), unary_form("reciprocal", Unary::reciprocal),
    unary_form("sin", Unary::sin), unary_form("cos", Unary::cos),
    binary_form("add", Binary::add), binary_form("sub", Binary::sub), binary_form("mul", Binary::mul), binary_form("div", Binary::div),
    binary_form("pow", Binary::pow), binary_form("maximum", Binary::maximum), binary_form("minimum", Binary::minimum),
};

const Form* form_of(const Op& op) {
  for (const Form& f : kForms)
    if (std::strcmp(f.op, op.name) == 0) return &f;
  return nullptr;
}

bool all_float(const Op& op) {
  bool ok = op.out.dtype == DType::float32;
  for (const View& v : op.in) ok = ok && (v.value < 0 || v.dtype == DType::float32);
  return ok;
}

class Builder {
 public:
  explicit Builder(Program& p) : p_(p), r_(p.a), joined_(r_.ops.size(), false), relu_later_(r_.ops.size(), false) {
    check(r_.output.value >= 0 && !r_.constants[at(r_.output.value)], ErrorKind::value, "[freeze] the result does not depend on the input; there is nothing to run.");
    find_live();
    for (std::size_t i = 0; i < r_.ops.size(); ++i) {
      if (!live_[i] || joined_[i]) continue;
      Node node = node_of(static_cast<int>(i));
      if (node.weight.defined()) join(node);
      p_.nodes.push_back(std::move(node));
    }
    order();
    choose_channels_last(p_);
    for (Node& node : p_.nodes)
      if (node.weight.defined()) pack_weight(node, r_);
  }

 private:
  const Op& op(int i) const { return r_.ops[at(i)]; }
  bool constant(const View& v) const { return v.value >= 0 && r_.constants[at(v.value)]; }
  /// The values of a constant, copied; undefined if absent.
  Tensor values(const View& v) const {
    if (v.value < 0) return {};
    return Tensor(make_ref<TensorImpl>(r_.constants[at(v.value)], v.shape, v.strides, v.offset, v.dtype)).clone();
  }

  void find_live() {
    live_.assign(r_.ops.size(), false);
    std::vector<char> wanted(r_.constants.size(), false);
    wanted[at(r_.output.value)] = true;
    for (std::size_t i = r_.ops.size(); i-- > 0;) {
      const Op& o = r_.ops[i];
      check(std::strcmp(o.name, "cross_entropy") != 0 && std::strcmp(o.name, "nll_loss") != 0, ErrorKind::value, "[freeze] ", o.name,
            " is part of the computation; a program ends before the loss. Freeze the model alone.");
      if (!wanted[at(o.out.value)]) continue;
      check(find_op(o.name) != nullptr, ErrorKind::value, "[freeze] {} are part of the computation; a program does not have them.", o.name);
      live_[i] = true;
      for (const View& v : o.in)
        if (v.value >= 0) wanted[at(v.value)] = true;
    }
  }

  Node node_of(int i) const {
    const Op& o = op(i);
    const Form* f = form_of(o);
    Node n{f ? f->kind : Kind::other, i, i};
    if (!f) return n;
    if (relu_later_[at(i)]) n.activation = static_cast<int>(Unary::relu);
    n.function = f->kind == Kind::unary ? unary_of(o) : f->function;
    bool ok = all_float(o) || n.kind == Kind::copy;
    switch (n.kind) {
      case Kind::linear:
        ok = ok && o.in[0].strides[1] == 1 && constant(o.in[1]) && (o.in[2].value < 0 || constant(o.in[2]));
        break;
      case Kind::conv: ok = ok && constant(o.in[1]) && (o.in[2].value < 0 || constant(o.in[2])); break;
      case Kind::matmul:  // of rows with a constant matrix: a linear layer
        if (ok && o.in[0].shape.rank() == 2 && o.in[0].strides[1] == 1 && o.in[1].shape.rank() == 2 && constant(o.in[1])) n.kind = Kind::linear;
        break;
      case Kind::batch_norm:
        ok = ok && o.params[0] == 0;
        for (std::size_t k = 1; k < o.in.size(); ++k) ok = ok && (o.in[k].value < 0 || constant(o.in[k]));
        break;
      case Kind::rows: ok = o.out.dtype == DType::float32 && constant(o.in[0]) && o.params[0] == 0; break;
      default: break;
    }
    if (!ok) {
      n.kind = Kind::other;
      return n;
    }
    if (n.kind == Kind::linear || n.kind == Kind::conv) {
      const bool product = o.in.size() < 3;  // of matmul
      n.weight = product ? values(o.in[1]).t().contiguous() : values(o.in[1]);
      n.bias = product ? Tensor() : values(o.in[2]);
      if (!n.bias.defined()) n.bias = zeros({n.weight.size(0)});
    }
    return n;
  }

  /// The one op that reads a value, all of it in order; -1 if others do or the program gives it back.
  int reader(const View& out) const {
    int found = -1;
    if (r_.output.value == out.value) return -1;
    for (std::size_t i = 0; i < r_.ops.size(); ++i) {
      if (!live_[i]) continue;
      for (const View& v : r_.ops[i].in) {
        if (v.value != out.value) continue;
        if (found >= 0 || !v.dense() || v.size() != out.size()) return -1;
        found = static_cast<int>(i);
      }
    }
    return found;
  }

  void join(Node& n) {
    for (;;) {
      const int next = reader(op(n.last).out);
      if (next < 0 || joined_[at(next)]) return;
      const Op& o = op(next);
      const Form* f = form_of(o);
      const bool relu = n.activation == static_cast<int>(Unary::relu);
      if (f && f->kind == Kind::max_pool && all_float(o) && (relu || n.activation < 0) && pools_values(o)) {
        if (n.residual_op < 0 && conv_pools(n, r_)) {
          n.pool = true;
          n.last = next;
          n.joined.push_back(next);
          joined_[at(next)] = true;
        } else if (relu) {
          relu_later_[at(next)] = true;  // max(0, x) of fewer values
          n.activation = -1;
          n.joined.pop_back();
        }
        return;
      }
      if (!f || !all_float(o) || n.activation >= 0 || !(o.out.dense() && o.out.size() == op(n.last).out.size())) return;
      if (f->kind == Kind::unary) {
        n.activation = unary_of(o);
      } else if (f->kind == Kind::batch_norm && n.residual_op < 0 && o.in[0].value == op(n.last).out.value && o.in[0].shape == op(n.first).out.shape &&
                 node_of(next).kind == Kind::batch_norm) {
        fold(n, o);
      } else if (f->kind == Kind::binary && static_cast<Binary>(f->function) == Binary::add && n.residual_op < 0) {
        const int mine = o.in[0].value == op(n.last).out.value ? 0 : 1;
        const View& other = o.in[at(1 - mine)];
        if (!(other.shape == o.in[at(mine)].shape) || !(other.strides == contiguous_strides(other.shape))) return;
        n.residual_op = next;
        n.residual_in = 1 - mine;
      } else {
        return;
      }
      n.last = next;
      n.joined.push_back(next);
      joined_[at(next)] = true;
    }
  }

  /// y = (w x + b - mean) s + beta with s = gamma / sqrt(var + eps) is again a product: (s w) x + ((b - mean) s + beta).
  void fold(Node& n, const Op& o) {
    const Tensor mean = values(o.in[1]), var = values(o.in[2]), gamma = values(o.in[3]), beta = values(o.in[4]);
    const std::int64_t outputs = n.bias.numel(), row = n.weight.numel() / outputs;
    float *w = n.weight.data<float>(), *b = n.bias.data<float>();
    for (std::int64_t i = 0; i < outputs; ++i, w += row) {
      const double s = (gamma.defined() ? gamma.data<float>()[i] : 1.0) / std::sqrt(static_cast<double>(var.data<float>()[i]) + o.params[2]);
      b[i] = static_cast<float>((static_cast<double>(b[i]) - mean.data<float>()[i]) * s + (beta.defined() ? beta.data<float>()[i] : 0.0));
      for (std::int64_t k = 0; k < row; ++k) w[k] = static_cast<float>(w[k] * s);
    }
  }

  // A node runs where its last op was; one that reads it may have been met earlier.
  void order() {
    std::vector<Node> sorted;
    for (std::size_t i = 0; i < r_.ops.size(); ++i)
      for (Node& n : p_.nodes)
        if (n.last == static_cast<int>(i)) sorted.push_back(std::move(n));
    p_.nodes = std::move(sorted);
  }

  Program& p_;
  const Recording& r_;
  std::vector<char> live_, joined_, relu_later_;  // by op
};

/// Constants that nodes still read are copied, the others let go.
void own_constants(Program& p) {
  std::vector<Ref<Storage>> own(p.a.constants.size());
  for (const Node& n : p.nodes)
    for (const View* v : operands_of(n, p.a)) {
      const auto i = static_cast<std::size_t>(v->value);
      if (own[i] || !p.a.constants[i]) continue;
      own[i] = make_ref<Storage>(p.a.constants[i]->bytes());
      std::memcpy(own[i]->data(), p.a.constants[i]->data(), own[i]->bytes());
    }
  p.a.constants = std::move(own);
  p.b.constants.clear();
}

}  // namespace

std::vector<const View*> operands_of(const Node& node, const Recording& r) {
  const Op& op = r.ops[static_cast<std::size_t>(node.first)];
  std::vector<const View*> out;
  for (const View& v : op.in) {
    if (v.value >= 0) out.push_back(&v);
    if (node.weight.defined()) break;
  }
  if (node.residual_op >= 0) out.push_back(&r.ops[static_cast<std::size_t>(node.residual_op)].in[static_cast<std::size_t>(node.residual_in)]);
  return out;
}

int unary_of(const Op& op) {
  const Form* f = form_of(op);
  if (!f || f->kind != Kind::unary) return -1;
  const bool tanh_gelu = f->function == static_cast<int>(Unary::gelu) && op.params[0] != 0;
  return tanh_gelu ? static_cast<int>(Unary::gelu_tanh) : f->function;
}

Program::Program(Recording first, Recording second, bool is_fixed) : a(std::move(first)), b(std::move(second)), fixed(is_fixed) {
  Builder(*this);
  own_constants(*this);
}

}  // namespace wick::frozen
