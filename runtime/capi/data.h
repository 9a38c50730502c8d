#pragma once
// Handles of data sets and samplers, and the caller's functions as parts of them. Private to capi/.

#include <string>
#include <vector>

#include "capi/function.h"
#include "wick/data.h"

struct wick_dataset {
  wick::DatasetPtr set;
  bool of_caller = false;  // samples come from a function of the caller's, which belongs to the caller's thread
  std::int64_t n_classes = 0;  // 0: values, or not known
  std::vector<std::string> class_names = {};
};
struct wick_sampler {
  wick::SamplerPtr sampler;  // or
  wick::BatchSamplerPtr batches;
};

namespace wick::capi {

/// The data set of an argument that must be there. Throws ErrorKind::value naming fn.
const wick_dataset& need(const char* fn, const wick_dataset* set);
/// i64 [n], a copy of the list.
Tensor index_tensor(std::span<const std::int64_t> list);
/// x and y as the caller's function gave them, in memory of their own: a loader works in place. Throws ErrorKind::value for
/// anything but two tensors.
Batch own_batch(const char* who, const TensorList& given);

}  // namespace wick::capi
