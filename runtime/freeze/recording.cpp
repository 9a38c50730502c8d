#include "freeze/recording.h"

#include <cstring>

namespace wick::frozen {

Recorder::Recorder(const Tensor& x) : before_(tracer) {
  r_.input = view(x, true);
  tracer = this;
}
Recorder::~Recorder() { tracer = before_; }

Recording Recorder::take(const Tensor& y) {
  r_.output = view(y);
  return std::move(r_);
}

void Recorder::op(const char* name, const Tensor& y, std::span<const Tensor* const> in, std::span<const double> params) {
  bool live = false;
  for (const Tensor* t : in) live = live || (t->defined() && is_live(*t));
  if (!live) return;  // what depends on constants alone is a constant
  Op op{name, {}, {params.begin(), params.end()}, {}};
  for (const Tensor* t : in) op.in.push_back(t->defined() ? view(*t) : View());
  op.out = view(y, true);
  r_.ops.push_back(std::move(op));
}

void Recorder::write(const Tensor& t, const Tensor& value) {
  check(!is_live(t) && !is_live(value), ErrorKind::value, "[freeze] ", t, " is written in place; a program needs new results: write y = x + 1 instead of x.add_(1).");
}

void Recorder::read(const char* op, const Tensor& t) {
  check(!is_live(t), ErrorKind::value, "[freeze] the values of ", t, " decide the size of what ", op, "() makes; a program needs sizes that do not depend on values.");
}

View Recorder::view(const Tensor& t, bool live) {
  const TensorImpl& i = *t.impl();
  int value = find(t);
  if (value < 0) {
    value = static_cast<int>(storages_.size());
    storages_.push_back(i.storage);
    r_.constants.push_back(live ? Ref<Storage>() : i.storage);
  }
  // The stride of a size of 1 means nothing; give it the one that a dense tensor has.
  Dims strides = i.strides;
  std::int64_t below = 1;
  for (int d = strides.rank() - 1; d >= 0; --d) {
    if (i.shape[d] == 1) strides[d] = below;
    below = strides[d] * i.shape[d];
  }
  return {value, t.dtype(), i.is_number, i.shape, strides, i.offset};
}

int Recorder::find(const Tensor& t) const {
  for (std::size_t i = storages_.size(); i-- > 0;)
    if (storages_[i] == t.impl()->storage) return static_cast<int>(i);
  return -1;
}

bool Recorder::is_live(const Tensor& t) const {
  const int value = find(t);
  return value >= 0 && !r_.constants[static_cast<std::size_t>(value)];
}

namespace {

std::int64_t line(std::int64_t at_2, std::int64_t at_3, std::int64_t n) { return at_2 + (at_3 - at_2) * (n - 2); }
Dims line(const Dims& at_2, const Dims& at_3, std::int64_t n) {
  Dims out = at_2;
  for (int i = 0; i < out.rank(); ++i) out[i] = line(at_2[i], at_3[i], n);
  return out;
}
void line(View& v, const View& at_3, std::int64_t n) {
  v.shape = line(v.shape, at_3.shape, n);
  v.strides = line(v.strides, at_3.strides, n);
  v.offset = line(v.offset, at_3.offset, n);
}

bool same(double a, double b) { return a == b || (a != a && b != b); }
bool same_kind(const View& a, const View& b) { return a.value == b.value && a.dtype == b.dtype && a.shape.rank() == b.shape.rank(); }
bool same(const View& a, const View& b) { return same_kind(a, b) && a.shape == b.shape && a.strides == b.strides && a.offset == b.offset; }

bool alike(const Recording& a, const Recording& b, bool (*same_view)(const View&, const View&)) {
  bool ok = a.ops.size() == b.ops.size() && a.constants.size() == b.constants.size() && same_view(a.output, b.output);
  for (std::size_t i = 0; ok && i < a.ops.size(); ++i) {
    const Op &x = a.ops[i], &y = b.ops[i];
    ok = std::strcmp(x.name, y.name) == 0 && x.in.size() == y.in.size() && x.params.size() == y.params.size() && same_view(x.out, y.out);
    for (std::size_t k = 0; ok && k < x.in.size(); ++k) ok = same_view(x.in[k], y.in[k]);
  }
  return ok;
}

}  // namespace

Recording Recording::at(std::int64_t n, const Recording& at_3) const {
  Recording out = *this;
  line(out.input, at_3.input, n);
  line(out.output, at_3.output, n);
  for (std::size_t i = 0; i < ops.size(); ++i) {
    Op& op = out.ops[i];
    const Op& other = at_3.ops[i];
    line(op.out, other.out, n);
    for (std::size_t k = 0; k < op.in.size(); ++k) line(op.in[k], other.in[k], n);
    for (std::size_t k = 0; k < op.params.size(); ++k)
      if (!same(op.params[k], other.params[k])) op.params[k] += (other.params[k] - op.params[k]) * static_cast<double>(n - 2);
  }
  return out;
}

bool Recording::parallel(const Recording& other) const { return alike(*this, other, same_kind); }

bool Recording::same_as(const Recording& other) const {
  if (!alike(*this, other, same)) return false;
  for (std::size_t i = 0; i < ops.size(); ++i)
    for (std::size_t k = 0; k < ops[i].params.size(); ++k)
      if (!same(ops[i].params[k], other.ops[i].params[k])) return false;
  for (std::size_t i = 0; i < constants.size(); ++i) {
    const Ref<Storage>&a = constants[i], &b = other.constants[i];
    if (a == b) continue;
    if (!a || !b || a->bytes() != b->bytes() || std::memcmp(a->data(), b->data(), a->bytes()) != 0) return false;
  }
  return true;
}

}  // namespace wick::frozen
