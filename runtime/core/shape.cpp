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

void detail::fail_size(std::int64_t a, const char* op, std::int64_t b) { fail(ErrorKind::memory, "[size] {} {} {} does not fit a 63-bit size.", a, op, b); }
void detail::fail_numel(const Shape& shape) {
  std::int64_t n = 1;
  for (const std::int64_t s : shape) {
    check(s >= 0, ErrorKind::shape, "[shape] size {} in {}; sizes must be >= 0.", s, shape);
    if (s != 0) n = checked_mul(n, s);
  }
  __builtin_unreachable();  // numel() found one of them
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
