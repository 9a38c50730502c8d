#pragma once
// Whole files in and out. A page has no files: in wasm only is_gzip is left.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wick {

using Bytes = std::vector<std::byte>;

inline bool is_gzip(std::span<const std::byte> bytes) {
  return bytes.size() >= 2 && bytes[0] == std::byte{0x1F} && bytes[1] == std::byte{0x8B};
}

#ifndef __EMSCRIPTEN__
inline constexpr std::uint64_t kNoLimit = UINT64_MAX;

bool file_exists(const std::string& path);
/// Names in a folder, sorted, without those that begin with a dot: its folders, or its other entries. Throws ErrorKind::io.
std::vector<std::string> list_folder(const std::string& path, bool folders);

/// All bytes of a file or pipe, at most limit of them. Throws ErrorKind::io with path and the system's reason.
Bytes read_file(const std::string& path, std::uint64_t limit = kNoLimit);

/// Replaces or makes the file in one step: writes NAME.PID-N.tmp beside it, syncs, renames. When anything fails or the
/// process is killed, the previous file is still whole. A link is followed; a device or pipe is written directly.
/// Throws ErrorKind::io.
void write_file_atomic(const std::string& path, std::span<const std::byte> bytes);
void write_file_atomic(const std::string& path, std::string_view text);

inline constexpr std::uint64_t kGunzipLimit = std::uint64_t{1} << 32;  // bytes

/// Unpacks gzip, also of several members in a row.
///   limit  most bytes to unpack to: a few kB can stand for gigabytes
///   name   stands for the data in error texts
/// Throws ErrorKind::format for truncated, corrupt or too much data, ErrorKind::io when wick was built without zlib.
Bytes gunzip(std::span<const std::byte> packed, std::uint64_t limit = kGunzipLimit, const char* name = "data");
Bytes gzip(std::span<const std::byte> bytes);

/// read_file and, when the content is gzip, gunzip. When path does not exist, path + ".gz" is read.
Bytes read_packed_file(const std::string& path, std::uint64_t limit = kGunzipLimit);
#endif

}  // namespace wick
