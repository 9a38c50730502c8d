#include "core/sort.h"

namespace wick::detail {

// Merge sort from runs of one upwards.
std::vector<std::size_t> sort_indices(std::size_t n, IndexLess call, const void* less) {
  std::vector<std::size_t> from(n), to(n);
  for (std::size_t i = 0; i < n; ++i) from[i] = i;
  for (std::size_t width = 1; width < n; width *= 2) {
    std::size_t a = 0, end_a = 0, b = 0, end_b = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (a == end_a && b == end_b) {  // the next two runs
        a = i;
        end_a = b = n - i < width ? n : i + width;
        end_b = n - b < width ? n : b + width;
      }
      const bool second = a == end_a || (b != end_b && call(less, from[b], from[a]));
      to[i] = from[second ? b++ : a++];
    }
    from.swap(to);
  }
  return from;
}

}  // namespace wick::detail
