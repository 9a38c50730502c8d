#include "ops/op_table.h"

#include <algorithm>

#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::test {

namespace {

template <class Fill>
struct Family {
  std::string name;
  Fill fill;
};
// In the order of their names, whatever the order of linking.
template <class Fill>
void insert(std::vector<Family<Fill>>& families, const char* name, Fill fill) {
  const auto at = std::find_if(families.begin(), families.end(), [&](const auto& f) { return f.name > name; });
  families.insert(at, {name, fill});
}
auto& sample_families() {
  static std::vector<Family<void (*)(Samples&)>> list;
  return list;
}
auto& bad_call_families() {
  static std::vector<Family<void (*)(BadCalls&)>> list;
  return list;
}

Generator& gen() {
  static Generator g(20);
  return g;
}
Tensor leaf(Tensor t) { return t.requires_grad_(), t; }

}  // namespace

SampleFamily::SampleFamily(const char* name, void (*fill)(Samples&)) { insert(sample_families(), name, fill); }
BadCallFamily::BadCallFamily(const char* name, void (*fill)(BadCalls&)) { insert(bad_call_families(), name, fill); }

const Samples& op_samples() {
  static const Samples all = [] {
    Samples out;
    for (const auto& family : sample_families()) {
      std::uint64_t seed = 20;
      for (char c : family.name) seed = seed * 31 + static_cast<unsigned char>(c);
      gen() = Generator(seed);
      family.fill(out);
    }
    return out;
  }();
  return all;
}

BadCalls bad_calls() {
  BadCalls out;
  for (const auto& family : bad_call_families()) family.fill(out);
  return out;
}

bool Samples::has(const std::string& op, Layout layout) const {
  return std::none_of(exceptions.begin(), exceptions.end(), [&](const Exception& e) { return e.op == op && e.layout == layout; });
}

const V kNone{};

Tensor R(const Shape& s) {
  Tensor t = randn(s, DType::float64, &gen());
  for (std::int64_t i = 0; i < t.numel(); ++i) {
    double& v = t.data<double>()[i];
    if (v < 0.05 && v > -0.05) v = v < 0 ? v - 0.1 : v + 0.1;
  }
  return leaf(t);
}
Tensor P(const Shape& s) { return U(s, 0.5, 2); }
Tensor U(const Shape& s, double low, double high) {
  Tensor t = empty(s, DType::float64);
  uniform_(t, low, high, &gen());
  return leaf(t);
}
Tensor D(const Shape& s) {
  Tensor t = empty(s, DType::float64);
  const Tensor order = randperm(t.numel(), &gen());
  for (std::int64_t i = 0; i < t.numel(); ++i)
    t.data<double>()[i] = 0.25 * static_cast<double>(order.data<std::int64_t>()[i]) - 0.125 * static_cast<double>(t.numel()) + 0.05;
  return leaf(t);
}
Tensor constant(const Tensor& t) { return t.detach().clone(); }
Tensor idx(const Shape& s, std::int64_t n) { return randint(0, n, s, &gen()); }
Tensor mask(const Shape& s) { return gt(randn(s, DType::float64, &gen()), 0.0); }

const std::vector<Shape>& elementwise_shapes() {
  static const std::vector<Shape> shapes = {{},        {0},       {2, 0, 3}, {1},          {3},          {5},          {9},          {17},            {2, 3},             {3, 2},
                                            {1, 4},    {4, 1},    {2, 3, 2}, {1, 2, 3},    {3, 1, 2},    {2, 2, 2, 2}, {1, 3, 2, 2}, {1, 2, 1, 3, 2}, {2, 1, 1, 2, 1, 2}, {4, 4}};
  return shapes;
}

const std::vector<std::pair<Shape, Shape>>& broadcast_pairs() {
  static const std::vector<std::pair<Shape, Shape>> pairs = {
      {{3, 4}, {3, 4}}, {{3, 4}, {4}}, {{4}, {3, 4}}, {{3, 1, 4}, {2, 1}}, {{}, {2, 3}}, {{2, 3}, {}}, {{}, {}}, {{2, 1, 2, 1, 3}, {1, 3, 1, 2, 1}},
      {{0, 3}, {1, 3}}, {{2, 0}, {2, 0}}, {{1}, {5}}, {{9}, {9}}, {{2, 1}, {1, 3}}, {{1, 4}, {3, 1}}, {{2, 3, 2}, {3, 1}},
      {{2, 2, 2, 2}, {2, 2, 2, 2}}, {{1, 3, 2, 2}, {3, 1, 1}}, {{2, 1, 2}, {2, 2, 1}}, {{7}, {1}}, {{2, 2}, {1, 1, 1}}};
  return pairs;
}

const char* name_of(Layout layout) {
  static constexpr const char* kNames[kLayouts] = {"contiguous", "transposed", "stepped", "offset", "broadcast", "channels_last", "empty", "zero_dim"};
  return kNames[static_cast<int>(layout)];
}

namespace {

bool changes(Layout layout, const Tensor& t) {
  const int rank = t.dim();
  const auto size = [&](int d) { return t.shape()[d]; };
  switch (layout) {
    case Layout::contiguous: return rank > 0;
    case Layout::transposed: return rank >= 2 && size(0) > 1 && size(rank - 1) > 1;
    case Layout::stepped: return rank >= 1 && size(rank - 1) > 1;
    case Layout::offset: return true;
    case Layout::broadcast: return t.numel() > 1;
    case Layout::channels_last: return (rank == 4 || rank == 5) && size(1) > 1 && t.numel() > size(0) * size(1);
    case Layout::empty: return t.numel() == 0;
    case Layout::zero_dim: return rank == 0;
  }
  return false;
}

// The places of dimensions with dim as the last of them.
Dims with_last(int rank, int dim) {
  Dims order;
  for (int d = 0; d < rank; ++d)
    if (d != dim) order.push_back(d);
  order.push_back(dim);
  return order;
}

}  // namespace

bool applies(Layout layout, const Sample& s) {
  bool any_leaf = false, floating = false, empty_tensor = false, changed_leaf = false, changed = false;
  map_tensors(s.args, [&](const Tensor& t) {
    if (!t.is_floating_point()) return t;
    const bool hit = changes(layout, t);
    any_leaf |= t.requires_grad();
    floating = true;
    empty_tensor |= t.numel() == 0;
    changed |= hit;
    changed_leaf |= hit && t.requires_grad();
    return t;
  });
  if (!floating) return layout == Layout::contiguous;
  if (empty_tensor && layout != Layout::empty) return false;
  return any_leaf ? changed_leaf : changed;
}

Tensor lay_out(Layout layout, const Tensor& t) {
  const NoGradGuard guard;
  const int rank = t.dim();
  const auto filled = [&](Tensor y) {
    y = y.detach();
    y.copy_(t);
    return y.requires_grad_(t.requires_grad()), y;
  };
  if (layout == Layout::transposed && rank < 2) layout = Layout::stepped;
  if (layout == Layout::stepped && rank >= 1) {
    Shape wide = t.shape();
    wide[rank - 1] = 2 * wide.back() + 1;
    return filled(full(wide, -7.0, t.dtype()).slice(-1, 1, wide.back(), 2));
  }
  if (layout == Layout::transposed) {
    Shape turned = t.shape();
    std::swap(turned[0], turned[rank - 1]);
    return filled(empty(turned, t.dtype()).transpose(0, -1));
  }
  if (layout == Layout::offset) return filled(full({t.numel() + 3}, -7.0, t.dtype()).narrow(0, 3, t.numel()).view(t.shape()));
  if (layout == Layout::channels_last && (rank == 4 || rank == 5)) {
    const Dims order = with_last(rank, 1);
    Shape moved;
    Dims back = Dims::filled(rank, 0);
    for (int i = 0; i < rank; ++i) {
      moved.push_back(t.shape()[static_cast<int>(order[i])]);
      back[static_cast<int>(order[i])] = i;
    }
    return filled(empty(moved, t.dtype()).permute(back));
  }
  if (layout == Layout::broadcast && t.is_floating_point()) {
    for (int d = 0; d < rank; ++d) {
      if (t.shape()[d] < 2) continue;
      Tensor y = t.detach().narrow(d, 0, 1).clone();
      return y.requires_grad_(t.requires_grad()), y;
    }
  }
  return t;
}

std::vector<Value> expanded(const std::vector<Value>& leaves, const std::vector<Value>& args) {
  std::vector<Value> out = leaves;
  const auto fit = [](Tensor& t, const Tensor& like) {
    if (t.defined() && !(t.shape() == like.shape())) t = t.expand(like.shape());
  };
  for (std::size_t i = 0; i < out.size(); ++i) {
    fit(out[i].tensor, args[i].tensor);
    for (std::size_t k = 0; k < out[i].tensors.size(); ++k) fit(out[i].tensors[k], args[i].tensors[k]);
  }
  return out;
}

std::string describe(const Sample& s) {
  std::string out = s.op + "(";
  for (const Value& v : s.args) {
    using enum Value::Kind;
    if (&v != &s.args.front()) out += ", ";
    if (v.kind == none) out += "None";
    else if (v.kind == boolean) out += v.integer ? "True" : "False";
    else if (v.kind == integer) out += std::to_string(v.integer);
    else if (v.kind == number) out += to_text(v.number);
    else if (v.kind == text) out += "'" + v.text + "'";
    else if (v.kind == ints) out += to_text(Dims(v.ints));
    else if (v.kind == tensor) out += to_text(v.tensor);
    for (const Tensor& t : v.tensors) out += (&t == &v.tensors.front() ? "[" : " ") + (t.defined() ? to_text(t) : "None") + (&t == &v.tensors.back() ? "]" : "");
  }
  return out + ")";
}

}  // namespace wick::test
