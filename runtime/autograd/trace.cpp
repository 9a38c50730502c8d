#include "autograd/trace.h"

namespace wick {

constinit thread_local Tracer* tracer = nullptr;

void append_list(std::vector<double>& params, const Dims& list) {
  params.push_back(list.rank());
  for (const std::int64_t v : list) params.push_back(static_cast<double>(v));
}

}  // namespace wick
