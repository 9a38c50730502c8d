#pragma once
// The JSON header of a safetensors file, read event by event: a document tree would keep the last of duplicate keys and
// turn 2^64 into a float, and nothing in a header may nest deeper than root > tensor > list.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/dtype.h"
#include "wick/shape.h"

namespace wick::detail {

/// One tensor as the header states it; numbers as read, shape and dtype of a kind we have, not yet checked further.
struct SafetensorsEntry {
  std::string name;
  DType dtype = DType::float32;
  Shape shape;
  std::uint64_t begin = 0, end = 0;  // bytes, from the end of the header
  bool has_dtype = false, has_shape = false, has_offsets = false;
};

struct SafetensorsHeader {
  std::vector<SafetensorsEntry> entries;
  std::vector<std::pair<std::string, std::string>> metadata;
};

/// Throws ErrorKind::format, file named in the text, for anything but a well-formed header without duplicate names.
SafetensorsHeader read_safetensors_header(std::string_view json, const char* file);

using Names = std::vector<const std::string*>;
/// A name that is there twice, or null.
const std::string* twice(const Names& names);

/// "F32" and so on.
const char* safetensors_dtype(DType dtype);

}  // namespace wick::detail
