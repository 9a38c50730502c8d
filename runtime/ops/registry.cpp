// Schemas, boxing and the list of ops.

#include "wick/registry.h"

#include <algorithm>
#include <memory>

#include "core/number.h"
#include "wick/ops.h"

namespace wick {

namespace {

// Boxed value -> C++ argument. The schema's type was checked before, so a wrong alternative is a bug of the list.
template <class T> struct Unbox;
template <> struct Unbox<double> {
  static double get(const Value& v) {
    if (const auto* i = std::get_if<std::int64_t>(&v)) return static_cast<double>(*i);
    return std::get<double>(v);
  }
};
template <> struct Unbox<std::int64_t> {
  static std::int64_t get(const Value& v) { return std::get<std::int64_t>(v); }
};
template <> struct Unbox<bool> {
  static bool get(const Value& v) { return std::get<bool>(v); }
};
template <> struct Unbox<std::string_view> {
  static std::string_view get(const Value& v) { return std::get<std::string>(v); }
};
template <> struct Unbox<Tensor> {
  static Tensor get(const Value& v) {
    if (v.none()) return {};
    if (const auto* t = std::get_if<Tensor>(&v)) return *t;
    return Tensor(Unbox<double>::get(v));
  }
};
template <> struct Unbox<TensorList> {
  static const TensorList& get(const Value& v) { return std::get<TensorList>(v); }
};
template <> struct Unbox<Dims> {
  static Dims get(const Value& v) {
    if (const auto* i = std::get_if<std::int64_t>(&v)) return Dims(*i);
    return Dims(std::get<std::vector<std::int64_t>>(v));
  }
};
template <class T> struct Unbox<std::optional<T>> {
  static std::optional<T> get(const Value& v) { return v.none() ? std::optional<T>() : std::optional<T>(Unbox<T>::get(v)); }
};

std::vector<Value> box(Tensor t) { return {Value(std::move(t))}; }
std::vector<Value> box(TensorList list) { return {Value(std::move(list))}; }
std::vector<Value> box(std::pair<Tensor, Tensor> p) { return {Value(std::move(p.first)), Value(std::move(p.second))}; }

template <class R, class... Args, std::size_t... I>
std::vector<Value> call_unboxed(R (*fn)(Args...), std::span<const Value> args, std::index_sequence<I...>) {
  return box(fn(Unbox<std::remove_cvref_t<Args>>::get(args[I])...));
}
template <class R, class... Args>
std::vector<Value> unboxed(R (*fn)(Args...), std::span<const Value> args) {
  return call_unboxed(fn, args, std::index_sequence_for<Args...>());
}
template <auto Fn>
std::vector<Value> boxed(std::span<const Value> args) {
  return unboxed(Fn, args);
}

// Overloaded functions and methods as plain functions.
using I = std::int64_t;
using Text = std::string_view;
Tensor boxed_max(const Tensor& x) { return max(x); }
Tensor boxed_min(const Tensor& x) { return min(x); }
std::pair<Tensor, Tensor> boxed_max_dim(const Tensor& x, I dim, bool keepdim) { return max(x, dim, keepdim); }
std::pair<Tensor, Tensor> boxed_min_dim(const Tensor& x, I dim, bool keepdim) { return min(x, dim, keepdim); }
Tensor boxed_dropout(const Tensor& x, double p, bool training) { return dropout(x, p, training); }
TensorList boxed_split(const Tensor& x, I size, I dim) { return split(x, size, dim); }
TensorList boxed_split_sizes(const Tensor& x, const Dims& sizes, I dim) { return split(x, sizes, dim); }
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
Tensor boxed_to(const Tensor& x, Text dtype) { return x.to(dtype_from_name(dtype)); }
Tensor boxed_zeros(const Dims& size, Text dtype) { return zeros(size, dtype_from_name(dtype)); }
Tensor boxed_ones(const Dims& size, Text dtype) { return ones(size, dtype_from_name(dtype)); }
Tensor boxed_full(const Dims& size, double v, Text dtype) { return full(size, v, dtype_from_name(dtype)); }
Tensor boxed_arange(double start, double end, double step, Text dtype) { return arange(start, end, step, dtype_from_name(dtype)); }
Tensor boxed_rand(const Dims& size, Text dtype) { return rand(size, dtype_from_name(dtype)); }
Tensor boxed_randn(const Dims& size, Text dtype) { return randn(size, dtype_from_name(dtype)); }
Tensor boxed_randint(I low, I high, const Dims& size) { return randint(low, high, size); }
Tensor boxed_randperm(I n) { return randperm(n); }

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

Value parse_default(std::string_view type, std::string_view text) {
  if (text == "None") return {};
  if (type == "bool") return text == "True";
  if (type == "str") return std::string(text.substr(1, text.size() - 2));
  if (text == "[]") return std::vector<std::int64_t>();
  double v = 0;
  parse_double(text, v);
  if (type == "float" || type == "float?") return v;
  return static_cast<std::int64_t>(v);
}

OpEntry parse(const char* schema, std::vector<Value> (*call)(std::span<const Value>), bool differentiable) {
  OpEntry op{schema, call, differentiable, {}, {}, {}};
  const std::string_view s = schema;
  const std::size_t open = s.find('('), arrow = s.find(") -> ");
  op.name = s.substr(0, open);
  op.result = s.substr(arrow + 5);
  std::string_view list = s.substr(open + 1, arrow - open - 1);
  while (!list.empty()) {
    const std::size_t comma = list.find(", ");
    const std::string_view item = trimmed(list.substr(0, comma));
    list = comma == list.npos ? std::string_view() : list.substr(comma + 2);
    OpParameter p;
    const std::size_t space = item.find(' '), equals = item.find('=');
    p.type = item.substr(0, space);
    p.name = item.substr(space + 1, equals == item.npos ? item.npos : equals - space - 1);
    p.has_default = equals != item.npos;
    if (p.has_default) p.default_value = parse_default(p.type, item.substr(equals + 1));
    op.parameters.push_back(std::move(p));
  }
  return op;
}

const char* kind_of(const Value& v) {
  static constexpr const char* kNames[] = {"None", "bool", "int", "float", "str", "Tensor", "int[]", "Tensor[]"};
  return kNames[v.index()];
}

bool fits(const std::string& type, const Value& v) {
  const bool optional = type.back() == '?';
  if (v.none()) return optional;
  const std::string_view base = std::string_view(type).substr(0, type.size() - optional);
  const bool number = std::holds_alternative<double>(v) || std::holds_alternative<std::int64_t>(v);
  if (base == "Tensor") return number || std::holds_alternative<Tensor>(v);
  if (base == "float") return number;
  if (base == "int") return std::holds_alternative<std::int64_t>(v);
  if (base == "bool") return std::holds_alternative<bool>(v);
  if (base == "str") return std::holds_alternative<std::string>(v);
  if (base == "int[]") return std::holds_alternative<std::int64_t>(v) || std::holds_alternative<std::vector<std::int64_t>>(v);
  return std::holds_alternative<TensorList>(v);
}

}  // namespace

const std::vector<OpEntry>& op_list() {
  static const std::vector<OpEntry>* list = new std::vector<OpEntry>{
#define WICK_OP(schema, fn, differentiable) parse(schema, boxed<fn>, differentiable),
#include "ops/op_list.inc"
#undef WICK_OP
  };
  return *list;
}

const OpEntry* find_op(std::string_view name) {
  for (const OpEntry& op : op_list())
    if (op.name == name) return &op;
  return nullptr;
}

std::vector<Value> call_op(std::string_view name, std::span<const Value> args) {
  const OpEntry* op = find_op(name);
  if (!op) {
    std::vector<std::string> names;
    for (const OpEntry& o : op_list()) names.push_back(o.name);
    std::string hint;
    for (const std::string& n : nearest_names(name, names)) hint += (hint.empty() ? " Did you mean " : ", ") + n;
    fail(ErrorKind::value, "[op] there is no op \"", name, "\".", hint, hint.empty() ? "" : "?");
  }
  check(args.size() <= op->parameters.size(), ErrorKind::value, "[", name, "] ", args.size(), " arguments; takes at most ", op->parameters.size(), ": ", op->schema);
  std::vector<Value> full(op->parameters.size());
  for (std::size_t i = 0; i < full.size(); ++i) {
    const OpParameter& p = op->parameters[i];
    const bool given = i < args.size() && !(args[i].none() && p.has_default);
    check(given || p.has_default || p.type.back() == '?', ErrorKind::value, "[", name, "] argument ", p.name, " is missing: ", op->schema);
    full[i] = given ? args[i] : p.default_value;
    // JavaScript has one kind of number: a whole one may stand for an integer.
    if (const auto* d = std::get_if<double>(&full[i]); d && p.type.rfind("int", 0) == 0 && *d == static_cast<double>(static_cast<std::int64_t>(*d)))
      full[i] = static_cast<std::int64_t>(*d);
    check(fits(p.type, full[i]), ErrorKind::value, "[", name, "] argument ", p.name, " is ", kind_of(full[i]), "; need ", p.type, ": ", op->schema);
  }
  return op->call(full);
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
