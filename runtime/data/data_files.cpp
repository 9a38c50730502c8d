#include "data/data_files.h"

#include <utility>

#include "wick/error.h"
#include "wick/files.h"

namespace wick {

namespace {

using Entry = std::pair<std::string, std::vector<std::byte>>;

std::vector<Entry>& memory_files() {
  static std::vector<Entry> files;
  return files;
}

}  // namespace

void put_data_file(const std::string& name, std::vector<std::byte> bytes) {
  auto& files = memory_files();
  std::erase_if(files, [&](const Entry& f) { return f.first == name; });
  if (!bytes.empty()) files.emplace_back(name, std::move(bytes));
}

std::vector<std::byte> read_data_file(const std::string& folder, const std::string& name) {
  for (const std::string& wanted : {name, name + ".gz"})
    for (const auto& [known, bytes] : memory_files()) {
      if (known != wanted) continue;
#ifndef __EMSCRIPTEN__
      if (is_gzip(bytes)) return gunzip(bytes, kGunzipLimit, name.c_str());
#endif
      return bytes;
    }
#ifndef __EMSCRIPTEN__
  const std::string path = name.empty() || name[0] == '/' || folder.empty() ? name : folder + "/" + name;
  return read_packed_file(path);
#else
  (void)folder;
  std::string there;
  for (const auto& f : memory_files()) there += (there.empty() ? "" : ", ") + f.first;
  fail(ErrorKind::io, "[data] there is no file \"{}\"; files given so far: {}.", name, there.empty() ? "none" : there);
#endif
}

}  // namespace wick
