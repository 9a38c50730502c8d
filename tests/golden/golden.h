#pragma once
// Stored reference files: beside the sources natively, embedded in the wasm test program.

#include <cstdio>
#include <string>
#include <vector>

#include "wick/error.h"

namespace wick::test {

/// The families of stored PyTorch cases: NAME.safetensors, written by make_NAME.py.
inline constexpr const char* kCaseFiles[] = {
    "ops",
    "modules",
    "recurrent",
    "attention",
    "opinfo",
    "index",
    "shape",
    "math",
    "statistics",
    "products",
    "second_order",
    "adaptive",
    "conv",
    "pool",
    "norm",
    "resample",
    "activation",
    "losses",
};

inline std::vector<std::byte> read_golden(const std::string& name) {
  const std::string path = std::string(WICK_SOURCE_DIR "/tests/golden/") + name;
  std::FILE* f = std::fopen(path.c_str(), "rb");
  if (!f) fail(ErrorKind::io, "[golden] cannot open ", path);
  std::vector<std::byte> bytes;
  std::byte block[65536];
  for (std::size_t n; (n = std::fread(block, 1, sizeof block, f)) > 0;) bytes.insert(bytes.end(), block, block + n);
  std::fclose(f);
  return bytes;
}

}  // namespace wick::test
