#pragma once
// One sort for every list: of indices, with the order behind a pointer, so that no list has its own copy of the algorithm.

#include <cstddef>
#include <vector>

namespace wick {

namespace detail {
using IndexLess = bool (*)(const void* less, std::size_t a, std::size_t b);
std::vector<std::size_t> sort_indices(std::size_t n, IndexLess call, const void* less);
}  // namespace detail

/// 0 … n-1 in the order of less(a, b), a strict weak one; equal ones stay in theirs.
template <class Less>
std::vector<std::size_t> sorted_indices(std::size_t n, const Less& less) {
  return detail::sort_indices(n, [](const void* f, std::size_t a, std::size_t b) { return (*static_cast<const Less*>(f))(a, b); }, &less);
}

}  // namespace wick
