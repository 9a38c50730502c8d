#pragma once
// safetensors: named tensors and text metadata in one file. https://huggingface.co/docs/safetensors
//   8 bytes   header length N, little endian
//   N bytes   JSON: {"__metadata__": {"key": "text"}, "name": {"dtype": "F32", "shape": [2,3], "data_offsets": [0,24]}}
//   the rest  the tensors' bytes, little endian, row-major, without a gap

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/tensor.h"

namespace wick {

struct SafetensorsFile {
  std::vector<std::pair<std::string, Tensor>> tensors;        ///< in the order of their bytes
  std::vector<std::pair<std::string, std::string>> metadata;  ///< in the order of the header
  /// The tensor of that name, or an undefined one.
  Tensor find(std::string_view name) const;
  /// The metadata text of that key, or nullptr.
  const std::string* find_metadata(std::string_view key) const;
};

/// Reads a file that is already in memory; nothing is allocated for tensors until the whole header is proved sound.
///   name  stands for the file in error texts
/// F16 and BF16 load as such (convert with Tensor::to).
/// Throws ErrorKind::format with what was found and what is needed.
SafetensorsFile parse_safetensors(std::span<const std::byte> bytes, const char* name = "data");

/// The bytes of a file, laid out as the reference implementation does (wider dtypes first, then by name), so that equal
/// content gives equal bytes. Throws ErrorKind::value for a name that is reserved, twice there, or not UTF-8.
std::vector<std::byte> write_safetensors(const std::vector<std::pair<std::string, Tensor>>& tensors,
                                         const std::vector<std::pair<std::string, std::string>>& metadata = {});

#ifndef __EMSCRIPTEN__
/// Throws ErrorKind::io when the file cannot be read, ErrorKind::format as parse_safetensors.
SafetensorsFile load_safetensors(const std::string& path);
/// Replaces the file in one step: after a full disk or a kill the previous one is still there. Throws ErrorKind::io.
void save_safetensors(const std::string& path, const std::vector<std::pair<std::string, Tensor>>& tensors,
                      const std::vector<std::pair<std::string, std::string>>& metadata = {});
#endif

}  // namespace wick
