// Schemas, boxing and the list of ops.

#include "wick/registry.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "core/number.h"
#include "ops/common.h"
#include "wick/ops.h"
#include "wick/ops/math.h"
#include "wick/ops/products.h"
#include "wick/ops/statistics.h"
#include "wick/ops/create.h"
#include "wick/ops/indexing.h"
#include "wick/ops/rearrange.h"
#include "wick/ops/sampling.h"

namespace wick {

namespace {

// Argument i of an op's function, from the list bind() made.
template <class T> struct Unbox;
template <> struct Unbox<double> {
  static double get(const Value* v) { return v->number; }
};
template <> struct Unbox<std::int64_t> {
  static std::int64_t get(const Value* v) { return v->integer; }
};
template <> struct Unbox<bool> {
  static bool get(const Value* v) { return v->integer != 0; }
};
template <> struct Unbox<std::string_view> {
  static std::string_view get(const Value* v) { return v->text; }
};
template <> struct Unbox<DType> {
  static DType get(const Value* v) { return dtype_from_name(v->text); }
};
template <> struct Unbox<Tensor> {
  static const Tensor& get(const Value* v) { return v->tensor; }
};
template <> struct Unbox<TensorList> {
  static const TensorList& get(const Value* v) { return v->tensors; }
};
template <> struct Unbox<std::vector<double>> {
  static const std::vector<double>& get(const Value* v) { return v->numbers; }
};
template <> struct Unbox<std::vector<std::int64_t>> {
  static const std::vector<std::int64_t>& get(const Value* v) { return v->ints; }
};
template <> struct Unbox<Dims> {
  static Dims get(const Value* v) { return v->ints; }
};
template <class T> struct Unbox<std::optional<T>> {
  static std::optional<T> get(const Value* v) { return v->kind == Value::Kind::none ? std::optional<T>() : std::optional<T>(Unbox<T>::get(v)); }
};
template <> struct Unbox<Generator*> {  // the last one, and not in the schema
  static Generator* get(const Value*) { return nullptr; }
};

// Takes over a result made in a place of its own: a function that throws leaves nothing in the list.
void take_over(TensorList& results, void* place) {
  auto* y = static_cast<Tensor*>(place);
  results.push_back(std::move(*y));
  y->~Tensor();
}

// One per signature.
template <class R, class... Args, std::size_t... I>
void call_with(R (*fn)(Args...), const Value* args, TensorList& results, std::index_sequence<I...>) {
  if constexpr (std::is_same_v<R, Tensor>) {
    alignas(Tensor) unsigned char place[sizeof(Tensor)];
    new (place) Tensor(fn(Unbox<std::remove_cvref_t<Args>>::get(args + I)...));
    take_over(results, place);
  } else if constexpr (std::is_same_v<R, TensorList>) {
    results = fn(Unbox<std::remove_cvref_t<Args>>::get(args + I)...);
  } else {
    auto both = fn(Unbox<std::remove_cvref_t<Args>>::get(args + I)...);
    results = {both.first, both.second};
  }
}
template <class R, class... Args>
void call_any(void (*fn)(), const Value* args, TensorList& results) {
  call_with(reinterpret_cast<R (*)(Args...)>(fn), args, results, std::index_sequence_for<Args...>());
}
template <class Fn> struct Caller;
template <class R, class... Args> struct Caller<R (*)(Args...)> {
  static constexpr auto call = call_any<R, Args...>;
};

/// The overload of fn with these types.
template <class R, class... Args>
constexpr auto overload(R (*fn)(Args...)) {
  return fn;
}

// Overloaded functions and methods as plain functions.
using I = std::int64_t;
using Pair = std::pair<Tensor, Tensor>;
Tensor boxed_div(const Tensor& x, const Tensor& other, std::optional<std::string_view> mode) { return mode ? div(x, other, *mode) : div(x, other); }
Tensor boxed_norm_fro(const Tensor& x, std::string_view p, const Dims& dim, bool keepdim) {
  check(p == "fro", ErrorKind::value, "[norm] p is \"{}\"; need a number or \"fro\".", p);
  return norm(x, 2, dim, keepdim);
}
Tensor boxed_max(const Tensor& x) { return max(x); }
Tensor boxed_min(const Tensor& x) { return min(x); }
std::pair<Tensor, Tensor> boxed_max_dim(const Tensor& x, I dim, bool keepdim) { return max(x, dim, keepdim); }
std::pair<Tensor, Tensor> boxed_min_dim(const Tensor& x, I dim, bool keepdim) { return min(x, dim, keepdim); }
TensorList boxed_split(const Tensor& x, I size, I dim) { return split(x, size, dim); }
TensorList boxed_split_sizes(const Tensor& x, const std::vector<I>& sizes, I dim) { return split(x, sizes, dim); }
Tensor boxed_flatten(const Tensor& x, I start, I end) { return flatten(x, start, end); }
Tensor boxed_view(const Tensor& x, const Dims& shape) { return x.view(shape); }
Tensor boxed_reshape(const Tensor& x, const Dims& shape) { return x.reshape(shape); }
Tensor boxed_transpose(const Tensor& x, I a, I b) { return x.transpose(a, b); }
Tensor boxed_t(const Tensor& x) { return x.t(); }
Tensor boxed_permute(const Tensor& x, const Dims& dims) { return x.permute(dims); }
Tensor boxed_narrow(const Tensor& x, I dim, I start, I length) { return x.narrow(dim, start, length); }
Tensor boxed_select(const Tensor& x, I dim, I index) { return x.select(dim, index); }
Tensor boxed_slice(const Tensor& x, I dim, I start, I end, I step) { return x.slice(dim, start, end, step); }
Tensor boxed_expand(const Tensor& x, const Dims& shape) { return x.expand(shape); }
Tensor boxed_squeeze(const Tensor& x) { return x.squeeze(); }
Tensor boxed_squeeze_dim(const Tensor& x, I dim) { return x.squeeze(dim); }
Tensor boxed_unsqueeze(const Tensor& x, I dim) { return x.unsqueeze(dim); }
Tensor boxed_clone(const Tensor& x) { return x.clone(); }
Tensor boxed_contiguous(const Tensor& x) { return x.contiguous(); }
Tensor boxed_to(const Tensor& x, DType dtype) { return x.to(dtype); }
Tensor boxed_where(const Tensor& condition, const Tensor& x, const Tensor& other) { return where(condition, x, other); }
Tensor boxed_index(const Tensor& x, const TensorList& indices) { return index(x, indices); }
TensorList boxed_tensor_split(const Tensor& x, I sections, I dim) { return tensor_split(x, sections, dim); }
TensorList boxed_tensor_split_indices(const Tensor& x, const std::vector<I>& indices, I dim) { return tensor_split(x, indices, dim); }
Tensor boxed_zeros_like(const Tensor& x, std::optional<DType> dtype) { return zeros_like(x, dtype); }
Tensor boxed_ones_like(const Tensor& x, std::optional<DType> dtype) { return ones_like(x, dtype); }
Tensor boxed_empty_like(const Tensor& x, std::optional<DType> dtype) { return empty_like(x, dtype); }
// These write in place by themselves.
Tensor boxed_zero_(Tensor x) { return x.zero_(); }
Tensor boxed_fill_(Tensor x, const Tensor& value) {
  check(value.dim() == 0, ErrorKind::shape, "[fill_] only supports 0-dimension value tensor but got {}.", value);
  return x.copy_(value);
}
Tensor boxed_t_(Tensor x) { return x.t_(); }
Tensor boxed_transpose_(Tensor x, I a, I b) { return x.transpose_(a, b); }
Tensor boxed_swapaxes_(Tensor x, I a, I b) { return x.swapaxes_(a, b); }
Tensor boxed_squeeze_(Tensor x) { return x.squeeze_(); }
Tensor boxed_squeeze_dim_(Tensor x, I dim) { return x.squeeze_(dim); }
Tensor boxed_unsqueeze_(Tensor x, I dim) { return x.unsqueeze_(dim); }
Tensor boxed_copy_(Tensor x, const Tensor& src) { return x.copy_(src); }
Tensor boxed_uniform_(Tensor x, double from, double to) { return x.uniform_(from, to); }
Tensor boxed_normal_(Tensor x, double mean, double std) { return x.normal_(mean, std); }
Tensor boxed_exponential_(Tensor x, double lambd) { return x.exponential_(lambd); }
Tensor boxed_bernoulli_(Tensor x, const Tensor& p) { return x.bernoulli_(p); }
Tensor boxed_random_(Tensor x, I from, std::optional<I> to) { return x.random_(from, to); }
// Whole numbers make integers, as in PyTorch, where 5 is not 5.0.
Tensor boxed_arange(double start, double end, double step, std::optional<DType> dtype) {
  const bool whole = std::trunc(start) == start && std::trunc(end) == end && std::trunc(step) == step;
  return arange(start, end, step, dtype.value_or(whole ? DType::int64 : DType::float32));
}

// Takes the next parameter off a schema's list of them.
OpParameter next_parameter(std::string_view& list) {
  const std::size_t end = std::min(list.find(", "), list.size());
  const std::string_view item = list.substr(0, end);
  list.remove_prefix(std::min(end + 2, list.size()));
  const std::size_t space = item.find(' '), equals = std::min(item.find('='), item.size());
  return {item.substr(0, space), item.substr(space + 1, equals - space - 1), item.substr(std::min(equals + 1, item.size()))};
}

std::string_view parameter_list(const char* schema) {
  const std::string_view s = schema;
  const std::size_t open = s.find('(') + 1;
  return s.substr(open, s.find(") -> ") - open);
}

void set_default(const OpParameter& p, Value& v) {
  const std::string_view text = p.default_text;
  if (text == "None") return;
  const auto kind = [&](std::string_view type) { return p.type.substr(0, type.size()) == type; };
  if (kind("bool")) {
    v.kind = Value::Kind::boolean;
    v.integer = text == "True";
  } else if (kind("str")) {
    v.kind = Value::Kind::text;
    v.text = text.substr(1, text.size() - 2);
  } else if (text.front() == '[') {
    v.kind = Value::Kind::ints;
    if (text == "[0,1]") v.ints = {0, 1};
  } else {
    parse_double(text, v.number);
    v.kind = Value::Kind::number;  // convert() makes it an integer
  }
}

const char* kind_of(const Value& v) {
  static constexpr const char* kNames[] = {"None", "bool", "int", "float", "str", "Tensor", "int[]", "Tensor[]", "float[]"};
  return kNames[static_cast<int>(v.kind)];
}

// Turns v into the kind that a parameter's type takes; false if it cannot be one.
bool convert(std::string_view type, Value& v) {
  using enum Value::Kind;
  const bool optional = type.back() == '?';
  if (v.kind == none) return optional;
  type.remove_suffix(optional);
  // JavaScript has one kind of number: a whole one may stand for an integer.
  if (v.kind == number && type.substr(0, 3) == "int" && v.number == static_cast<double>(static_cast<std::int64_t>(v.number)))
    v = static_cast<std::int64_t>(v.number);
  if (v.kind == integer && (type == "float" || type == "Tensor")) v = static_cast<double>(v.integer);
  if (v.kind == number && type == "Tensor") v = Tensor(v.number);
  if (v.kind == integer && type == "int[]") v = std::vector<std::int64_t>{v.integer};
  if (type == "float[]") {
    if (v.kind == integer) v = static_cast<double>(v.integer);
    if (v.kind == number) v = std::vector<double>{v.number};
    if (v.kind == ints) v = std::vector<double>(v.ints.begin(), v.ints.end());
  }
  if (type == "Tensor?[]") type = "Tensor[]";
  static constexpr std::string_view kTypes[] = {"None", "bool", "int", "float", "str", "Tensor", "int[]", "Tensor[]", "float[]"};
  return type == kTypes[static_cast<int>(v.kind)];
}

// The ops whose name with _ behind it is an op too, the result written over self.
constexpr std::string_view kInPlace =
    "abs acos acosh add addbmm addcdiv addcmul addmm addmv addr alpha_dropout asin asinh atan atan2 atanh baddbmm bitwise_and bitwise_not "
    "bitwise_or bitwise_xor ceil celu clamp clamp_max clamp_min copysign cos cosh cumprod cumsum deg2rad digamma div dropout elu eq erf erfc "
    "erfinv exp exp2 expm1 floor floor_divide fmod frac ge gelu gt hardsigmoid hardswish hardtanh heaviside hypot index_add index_copy "
    "index_fill index_put le leaky_relu lerp lgamma log log10 log1p log2 logical_and logical_not logical_or logical_xor logit lt masked_fill "
    "masked_scatter mish mul nan_to_num ne neg pow rad2deg reciprocal relu relu6 remainder round rrelu rsqrt scatter scatter_add scatter_reduce "
    "selu sigmoid sign silu sin sinc sinh sqrt square sub tan tanh threshold tril triu true_divide trunc xlogy ";

// Constant data: code that made these lists would be a hundred kilobytes. A page's first part has the first of them alone, unless
// its functions name the second; it keeps what lies within 64 bytes of an address that its code names (web/cold.mjs), so each
// list ends in as many empty ones.
#define WICK_OP(schema, fn, differentiable) {schema, differentiable, false, reinterpret_cast<void (*)()>(fn), Caller<decltype(+fn)>::call},
const OpEntry kOps[] = {
#include "ops/op_list.inc"
    {}, {}, {}, {},
};
const OpEntry kMoreOps[] = {
#include "ops/op_list_more.inc"
    {}, {}, {}, {},
};
#undef WICK_OP

bool is_of(const OpEntry& op, std::string_view name) {
  return op.schema[0] == name[0] && std::strncmp(op.schema, name.data(), name.size()) == 0 && op.schema[name.size()] == '(';
}

std::vector<OpEntry> make_ops() {
  static std::string texts;  // of the in-place forms: a schema is its op's with _ behind the name
  std::vector<OpEntry> ops;
  for (const OpEntry* list : {kOps, kMoreOps})
    for (; list->schema; ++list) ops.push_back(*list);
  const std::size_t n = ops.size();
  std::vector<std::size_t> starts;
  for (std::string_view rest = kInPlace; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
    const std::string_view name = rest.substr(0, rest.find(' '));
    std::size_t i = 0;
    while (i < n && !is_of(ops[i], name)) ++i;
    check(i < n, ErrorKind::value, "[op] there is no op \"{}\" with an in-place form.", name);
    starts.push_back(texts.size());
    texts.append(name).append("_").append(ops[i].schema + name.size()).push_back('\0');
    ops.push_back(OpEntry(ops[i]));
    ops.back().in_place = true;
  }
  for (std::size_t i = 0; i < starts.size(); ++i) ops[n + i].schema = texts.data() + starts[i];
  return ops;
}

[[noreturn]] void fail_unknown(std::string_view name) {
  std::vector<std::string> names;
  for (const OpEntry& o : op_list()) names.emplace_back(o.name());
  std::string hint;
  for (const std::string& n : nearest_names(name, names)) hint += (hint.empty() ? " Did you mean " : ", ") + n;
  fail(ErrorKind::value, "[op] there is no op \"{}\".{}{}", name, hint, hint.empty() ? "" : "?");
}

}  // namespace

std::string_view OpEntry::name() const { return std::string_view(schema).substr(0, std::string_view(schema).find('(')); }

std::vector<OpParameter> OpEntry::parameters() const {
  std::vector<OpParameter> out;
  for (std::string_view list = parameter_list(schema); !list.empty();) out.push_back(next_parameter(list));
  return out;
}

std::span<const OpEntry> op_list() {
  static const std::vector<OpEntry> ops = make_ops();
  return ops;
}

const OpEntry* op_at(std::size_t i) {
  if (i < std::size(kOps) && kOps[i].schema) return &kOps[i];
  return i < op_list().size() ? &op_list()[i] : nullptr;
}

const OpEntry* find_op(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const OpEntry* op = kOps; op->schema; ++op)
    if (is_of(*op, name)) return op;
  for (const OpEntry& op : op_list())
    if (is_of(op, name)) return &op;
  return nullptr;
}

std::vector<Value> bind_args(const OpEntry& op, std::vector<Value> args) {
  const std::vector<OpParameter> parameters = op.parameters();
  const std::size_t given = args.size(), n = parameters.size();
  check(given <= n, ErrorKind::value, "[{}] {} arguments; takes at most {}: {}", op.name(), given, n, op.schema);
  args.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const OpParameter& p = parameters[i];
    Value& v = args[i];
    check(i < given || !p.default_text.empty() || p.type.back() == '?', ErrorKind::value, "[{}] argument {} is missing: {}", op.name(), p.name, op.schema);
    if (v.kind == Value::Kind::none && !p.default_text.empty()) set_default(p, v);
    const char* kind = kind_of(v);
    check(convert(p.type, v), ErrorKind::value, "[{}] argument {} is {}; need {}: {}", op.name(), p.name, kind, p.type, op.schema);
  }
  return args;
}

TensorList call_op(std::string_view name, std::vector<Value> args) {
  const OpEntry* op = find_op(name);
  if (!op) fail_unknown(name);
  TensorList results;
  std::vector<Value> bound = bind_args(*op, std::move(args));
  if (!op->in_place) {
    op->call(op->function, bound.data(), results);
    return results;
  }
  const std::string text(name);
  const Tensor self = bound[0].tensor;
  bool recorded = false;
  for (const Value& v : bound) recorded = recorded || needs_grad(v.tensor) || needs_grad(v.tensors);
  bound[0].tensor = in_place_operand(text.c_str(), self, recorded);
  op->call(op->function, bound.data(), results);
  write_in_place(text.c_str(), self, results[0]);
  return {self};
}

std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& candidates) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const std::size_t most = std::max<std::size_t>(2, word.size() / 3);
  std::vector<std::size_t> distances;
  for (const std::string& c : candidates) {
    // Levenshtein distance, upper and lower case alike.
    std::vector<std::size_t> row(c.size() + 1);
    for (std::size_t j = 0; j <= c.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= c.size(); ++j) {
        const std::size_t substituted = diagonal + (lower(word[i - 1]) != lower(c[j - 1]));
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
      }
    }
    distances.push_back(row[c.size()]);
  }
  std::vector<std::string> out;
  for (std::size_t d = 0; d <= most; ++d)
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (distances[i] == d && out.size() < 3) out.push_back(candidates[i]);
  return out;
}

}  // namespace wick
