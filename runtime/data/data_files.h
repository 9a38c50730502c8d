#pragma once
// Data files by name: those put into memory (a page has no others), then those of a folder.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wick {

/// Keeps bytes under a name for this process; an empty vector forgets it.
void put_data_file(const std::string& name, std::vector<std::byte> bytes);

/// A file's content, unpacked if it is gzip (natively). Throws ErrorKind::io naming the file, where it was looked for, and
/// what is there instead.
std::vector<std::byte> read_data_file(const std::string& folder, const std::string& name);

}  // namespace wick
