// einsum and tensordot. Each operand is brought to one dimension per subscript; two of them multiply as a batch of matrices:
// subscripts of both that go on are the batch, those of both that end here are summed by the product.

#include <algorithm>
#include <vector>

#include "ops/formula.h"
#include "wick/ops/products.h"

namespace wick {

namespace {

// x [batch, left, sum] and y [batch, right, sum] by lists of their dimensions -> [batch, left, right].
Tensor contract(const Tensor& x, const Tensor& y, const Dims& batch_x, const Dims& left, const Dims& sum_x, const Dims& batch_y, const Dims& right,
                const Dims& sum_y) {
  Dims order_x, order_y;
  Shape shape;
  std::int64_t B = 1, M = 1, N = 1, K = 1;
  for (std::int64_t d : batch_x) order_x.push_back(d), shape.push_back(x.size(d)), B *= x.size(d);
  for (std::int64_t d : left) order_x.push_back(d), shape.push_back(x.size(d)), M *= x.size(d);
  for (std::int64_t d : sum_x) order_x.push_back(d), K *= x.size(d);
  for (std::int64_t d : batch_y) order_y.push_back(d);
  for (std::int64_t d : right) order_y.push_back(d), shape.push_back(y.size(d)), N *= y.size(d);
  for (std::int64_t d : sum_y) order_y.push_back(d);
  const Tensor a = x.permute(order_x).reshape({B, M, K}), b = y.permute(order_y).reshape({B, N, K}).transpose(1, 2);
  return matmul(B == 1 ? a.squeeze(0) : a, B == 1 ? b.squeeze(0) : b).reshape(shape);
}

// An operand with a label for each dimension: a letter, or 'Z' + 1 + place for those of "...", counted from the last.
struct Labelled {
  Tensor t;
  std::vector<int> labels;
  int find(int label) const {
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (labels[i] == label) return static_cast<int>(i);
    return -1;
  }
};
constexpr int kDots = 1000;  // labels from here stand for dimensions of "..."

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The letters of a term with kDots where "..." stands. Spaces are skipped.
std::vector<int> parse_term(std::string_view term) {
  std::vector<int> out;
  bool dots = false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (term[i] == ' ') continue;
    if (term.substr(i, 3) == "...") {
      check(!dots, ErrorKind::value, "[einsum] \"{}\" has more than one ellipsis.", term);
      dots = true;
      out.push_back(kDots);
      i += 2;
      continue;
    }
    check(is_letter(term[i]), ErrorKind::value, "[einsum] invalid subscript \"{}\" in \"{}\"; subscripts must be in [a-zA-Z].", term.substr(i, 1), term);
    out.push_back(term[i]);
  }
  return out;
}

// The operand with one dimension per label: "..." becomes one label for each of its dimensions, repeated letters the diagonal.
Labelled label(const Tensor& t, const std::vector<int>& term) {
  Labelled out{t, {}};
  const bool dots = std::find(term.begin(), term.end(), kDots) != term.end();
  const int hidden = t.dim() - (static_cast<int>(term.size()) - dots);
  check(hidden >= 0 && (dots || hidden == 0), ErrorKind::shape, "[einsum] {} subscripts for operand {}; the number must match its dimensions.",
        term.size() - dots, t);
  for (int label : term) {
    if (label != kDots) out.labels.push_back(label);
    for (int i = hidden; label == kDots && i > 0; --i) out.labels.push_back(kDots + i - 1);
  }
  for (int i = 0; i < static_cast<int>(out.labels.size()); ++i)
    for (int k = i + 1; k < static_cast<int>(out.labels.size()); ++k) {
      const auto at = out.labels.begin();
      if (at[i] != at[k]) continue;
      check(out.t.shape()[i] == out.t.shape()[k], ErrorKind::shape, "[einsum] subscript {} is repeated for operand {} but the sizes don't match, {} != {}.",
            std::string(1, static_cast<char>(at[i])), t, out.t.shape()[k], out.t.shape()[i]);
      const int repeated = at[i];
      out.t = diagonal(out.t, 0, i, k);
      out.labels.erase(at + k);
      out.labels.erase(at + i);
      out.labels.push_back(repeated);
      i = -1;  // begin again: the labels have moved
      break;
    }
  return out;
}

// The product of two operands, without what nothing after them needs.
template <class Needed>
Labelled product(const Labelled& a, const Labelled& b, const Needed& needed) {
  Dims batch_a, batch_b, left, right, sum_a, sum_b;
  Tensor x = a.t, y = b.t;
  Labelled out;
  std::vector<int> left_labels, right_labels;
  for (int i = 0; i < x.dim(); ++i) {
    const int l = a.labels[static_cast<std::size_t>(i)], k = b.find(l);
    // A size of 1 broadcasts: it belongs to the other operand alone.
    const bool shared = k >= 0 && (x.shape()[i] == y.shape()[k]);
    if (k >= 0 && !shared)
      check(x.shape()[i] == 1 || y.shape()[k] == 1, ErrorKind::shape, "[einsum] operands do not broadcast: subscript {} has sizes {} and {}.",
            l >= kDots ? std::string("...") : std::string(1, static_cast<char>(l)), x.shape()[i], y.shape()[k]);
    if (shared && needed(l)) batch_a.push_back(i), batch_b.push_back(k), out.labels.push_back(l);
    else if (shared) sum_a.push_back(i), sum_b.push_back(k);
    else if (k >= 0 && x.shape()[i] == 1) sum_a.push_back(i);
    else left.push_back(i), left_labels.push_back(l);
  }
  for (int k = 0; k < y.dim(); ++k) {
    const int l = b.labels[static_cast<std::size_t>(k)], i = a.find(l);
    if (i >= 0 && x.shape()[i] == y.shape()[k]) continue;
    if (i >= 0 && y.shape()[k] == 1) sum_b.push_back(k);
    else right.push_back(k), right_labels.push_back(l);
  }
  out.labels.insert(out.labels.end(), left_labels.begin(), left_labels.end());
  out.labels.insert(out.labels.end(), right_labels.begin(), right_labels.end());
  out.t = contract(x, y, batch_a, left, sum_a, batch_b, right, sum_b);
  return out;
}

// Sums the dimensions that are not needed.
template <class Needed>
void drop(Labelled& a, const Needed& needed) {
  Dims gone;
  std::vector<int> left;
  for (std::size_t i = 0; i < a.labels.size(); ++i) {
    if (needed(a.labels[i])) left.push_back(a.labels[i]);
    else gone.push_back(static_cast<std::int64_t>(i));
  }
  if (!gone.empty()) a.t = sum(a.t, gone);
  a.labels = left;
}

}  // namespace

Tensor einsum(std::string_view equation, const TensorList& tensors) {
  check(!tensors.empty(), ErrorKind::value, "[einsum] must provide at least one operand.");
  for (const Tensor& t : tensors) check_floating("einsum", "an operand", t);
  const std::size_t arrow = equation.find("->");
  std::string_view inputs = equation.substr(0, arrow);
  std::vector<Labelled> operands;
  int most_dots = 0;
  for (bool more = true; more;) {
    const std::size_t comma = inputs.find(',');
    more = comma != std::string_view::npos;
    check(operands.size() < tensors.size(), ErrorKind::value, "[einsum] fewer operands were provided than specified in the equation \"{}\".", equation);
    operands.push_back(label(tensors[operands.size()], parse_term(inputs.substr(0, comma))));
    if (more) inputs.remove_prefix(comma + 1);
    for (int l : operands.back().labels) most_dots = std::max(most_dots, l - kDots + 1);
  }
  check(operands.size() == tensors.size(), ErrorKind::value, "[einsum] more operands were provided than specified in the equation \"{}\".", equation);

  std::vector<int> wanted;
  const auto want_dots = [&] {
    for (int i = most_dots; i > 0; --i) wanted.push_back(kDots + i - 1);
  };
  if (arrow != std::string_view::npos) {
    for (int l : parse_term(equation.substr(arrow + 2))) {
      if (l == kDots) {
        want_dots();
        continue;
      }
      check(std::find(wanted.begin(), wanted.end(), l) == wanted.end(), ErrorKind::value, "[einsum] output subscript {} appears more than once in the output.",
            std::string(1, static_cast<char>(l)));
      bool known = false;
      for (const Labelled& o : operands) known = known || o.find(l) >= 0;
      check(known, ErrorKind::value, "[einsum] output subscript {} does not appear in the equation for any input operand.", std::string(1, static_cast<char>(l)));
      wanted.push_back(l);
    }
  } else {
    want_dots();
    int count[128] = {};
    for (char c : equation) count[c & 127] += is_letter(c);
    for (int c = 'A'; c <= 'z'; ++c)
      if (count[c] == 1) wanted.push_back(c);
  }

  Labelled result = operands[0];
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const auto needed = [&](int l) {
      bool yes = std::find(wanted.begin(), wanted.end(), l) != wanted.end();
      for (std::size_t k = i + 1; k < operands.size(); ++k) yes = yes || operands[k].find(l) >= 0;
      return yes;
    };
    if (i > 0) result = product(result, operands[i], needed);
    drop(result, needed);
  }
  // In the order asked for. An ellipsis that the output leaves out was summed above.
  Dims order;
  for (int l : wanted) order.push_back(result.find(l));
  return result.t.permute(order);
}

Tensor tensordot(const Tensor& x, const Tensor& other, const Dims& dims_self, const Dims& dims_other) {
  check_floating("tensordot", "x", x);
  check_floating("tensordot", "other", other);
  check(dims_self.rank() == dims_other.rank(), ErrorKind::value, "[tensordot] both dimension lists should have same length, got {} and {}.", dims_self,
        dims_other);
  Dims sum_x, sum_y, left, right;
  for (int i = 0; i < dims_self.rank(); ++i) {
    const int a = wrap_dim("tensordot", dims_self[i], x.dim()), b = wrap_dim("tensordot", dims_other[i], other.dim());
    check(!sum_x.contains(a) && !sum_y.contains(b), ErrorKind::value, "[tensordot] a dimension appears twice in {} or {}.", dims_self, dims_other);
    check(x.shape()[a] == other.shape()[b], ErrorKind::shape, "[tensordot] contracted dimensions need to match, but x {} has size {} and other {} has size {}.",
          x, x.shape()[a], other, other.shape()[b]);
    sum_x.push_back(a);
    sum_y.push_back(b);
  }
  for (int i = 0; i < x.dim(); ++i)
    if (!sum_x.contains(i)) left.push_back(i);
  for (int i = 0; i < other.dim(); ++i)
    if (!sum_y.contains(i)) right.push_back(i);
  return contract(x, other, {}, left, sum_x, {}, right, sum_y);
}

Tensor tensordot(const Tensor& x, const Tensor& other, std::int64_t dims) {
  check_defined("tensordot", "x", x);
  check_defined("tensordot", "other", other);
  check(dims >= 0 && dims <= x.dim() && dims <= other.dim(), ErrorKind::value, "[tensordot] dims is {} for x {} and other {}; need 0 <= dims <= both ranks.", dims,
        x, other);
  Dims a, b;
  for (std::int64_t i = 0; i < dims; ++i) a.push_back(x.dim() - dims + i), b.push_back(i);
  return tensordot(x, other, a, b);
}

}  // namespace wick
