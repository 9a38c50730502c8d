#include "wick/shape.h"

namespace wick {

Dims::Dims(std::span<const std::int64_t> list) {
  check(list.size() <= kMaxRank, ErrorKind::shape, "[shape] {} dimensions; at most {} are supported.", list.size(), kMaxRank);
  for (std::int64_t v : list) v_[n_++] = v;
}

Dims Dims::filled(int n, std::int64_t v) {
  Dims d;
  for (int i = 0; i < n; ++i) d.push_back(v);
  return d;
}

void Dims::push_back(std::int64_t v) {
  check(n_ < kMaxRank, ErrorKind::shape, "[shape] more than {} dimensions; at most {} are supported.", kMaxRank, kMaxRank);
  v_[n_++] = v;
}

void Dims::insert(int at, std::int64_t v) {
  push_back(0);
  for (int i = n_ - 1; i > at; --i) v_[i] = v_[i - 1];
  v_[at] = v;
}

void Dims::erase(int at) {
  for (int i = at; i + 1 < n_; ++i) v_[i] = v_[i + 1];
  --n_;
}

bool Dims::contains(std::int64_t v) const {
  for (std::int64_t x : *this)
    if (x == v) return true;
  return false;
}

std::string to_text(const Dims& dims) {
  std::string s = "[";
  for (int i = 0; i < dims.rank(); ++i) s += (i ? "," : "") + to_text(dims[i]);
  return s + "]";
}

std::int64_t checked_mul(std::int64_t a, std::int64_t b) {
  std::int64_t r;
  if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &r)) fail(ErrorKind::memory, "[size] {} x {} does not fit a 63-bit size.", a, b);
  return r;
}

std::int64_t checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t r;
  if (a < 0 || b < 0 || __builtin_add_overflow(a, b, &r)) fail(ErrorKind::memory, "[size] {} + {} does not fit a 63-bit size.", a, b);
  return r;
}

std::int64_t numel(const Shape& shape) {
  // All sizes are checked even when one of them is 0: a hostile shape must not hide behind an empty tensor.
  std::int64_t n = 1;
  bool is_empty = false;
  for (std::int64_t s : shape) {
    if (s == 1) continue;
    check(s >= 0, ErrorKind::shape, "[shape] size {} in {}; sizes must be >= 0.", s, shape);
    if (s == 0) is_empty = true;
    else n = checked_mul(n, s);
  }
  return is_empty ? 0 : n;
}

Dims contiguous_strides(const Shape& shape) {
  Dims strides = shape;
  std::int64_t step = 1;
  for (int i = shape.rank() - 1; i >= 0; --i) {
    strides[i] = step;
    if (shape[i] > 1) step *= shape[i];
  }
  return strides;
}

Shape broadcast_shapes(const char* op, const Shape& a, const Shape& b) {
  const int rank = a.rank() > b.rank() ? a.rank() : b.rank();
  Shape out = Shape::filled(rank, 1);
  for (int i = 1; i <= rank; ++i) {
    const std::int64_t sa = i <= a.rank() ? a[a.rank() - i] : 1, sb = i <= b.rank() ? b[b.rank() - i] : 1;
    check(sa == sb || sa == 1 || sb == 1, ErrorKind::shape,
          "[{}] shapes do not broadcast: {} and {} differ at dimension {} ({} and {}); sizes must be equal or 1, counted from the last.", op, a, b,
          rank - i, sa, sb);
    out[rank - i] = sa == 1 ? sb : sa;
  }
  return out;
}

int wrap_dim(const char* op, std::int64_t dim, int rank) {
  const int n = rank ? rank : 1;
  check(dim >= -n && dim < n, ErrorKind::index, "[{}] dim is {}; need {} <= dim < {} for a tensor of rank {}.", op, dim, -n, n, rank);
  return static_cast<int>(dim < 0 ? dim + n : dim);
}

}  // namespace wick
