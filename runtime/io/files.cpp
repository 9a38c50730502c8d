#include "wick/files.h"

#ifndef __EMSCRIPTEN__

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "wick/error.h"

namespace wick {
namespace {

[[noreturn]] void fail_errno(const char* what, const std::string& path, int error) {
  fail(ErrorKind::io, "[file] cannot {} {}: {}", what, path, std::strerror(error));
}

/// Closes on leaving the scope; on the way out of an error the result of close() no longer matters.
class File {
 public:
  File(const std::string& path, int flags) : fd_(open_retry(path.c_str(), flags)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  int fd() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  int close() { return ::close(std::exchange(fd_, -1)); }

 private:
  static int open_retry(const char* path, int flags) {
    int fd;
    do fd = ::open(path, flags | O_CLOEXEC, 0666);
    while (fd < 0 && errno == EINTR);
    return fd;
  }
  int fd_;
};

void write_all(const File& file, std::span<const std::byte> bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.fd(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_errno("write", path, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
}

// Some file systems cannot sync a folder; the rename is then as durable as they make it.
void sync_folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  const File folder(slash == path.npos ? "." : path.substr(0, slash + 1), O_RDONLY | O_DIRECTORY);
  if (folder.is_open()) ::fsync(folder.fd());
}

std::string follow_link(const std::string& path) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0 || !S_ISLNK(info.st_mode)) return path;
  char* real = ::realpath(path.c_str(), nullptr);
  if (!real) fail_errno("follow the link", path, errno);
  std::string out = real;
  std::free(real);
  return out;
}

std::string temporary_beside(const std::string& path) {
  static std::atomic<unsigned> count{0};
  return path + "." + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".tmp";
}

}  // namespace

bool file_exists(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0;
}

std::vector<std::string> list_folder(const std::string& path, bool folders) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(path.c_str()), ::closedir);
  if (!open) fail_errno("read the folder", path, errno);
  std::vector<std::string> out;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string name = entry->d_name;
    struct stat about {};
    if (name[0] == '.' || ::stat((path + "/" + name).c_str(), &about) != 0) continue;
    if (S_ISDIR(about.st_mode) == folders) out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Bytes read_file(const std::string& path, std::uint64_t limit) {
  const File file(path, O_RDONLY);
  if (!file.is_open()) fail_errno("open", path, errno);
  struct stat info;
  if (::fstat(file.fd(), &info) != 0) fail_errno("read", path, errno);
  if (S_ISDIR(info.st_mode)) fail_errno("read", path, EISDIR);
  const std::uint64_t known = S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) : 0;
  const auto too_big = [&](std::uint64_t size) {
    fail(ErrorKind::io, "[file] {} has {} bytes or more; need at most {}", path, size, limit);
  };
  if (known > limit) too_big(known);
  try {
    if (known >= Bytes().max_size()) throw std::bad_alloc();
    Bytes bytes(static_cast<std::size_t>(known) + 1);  // one more, so that the end shows without another round
    std::size_t size = 0;
    while (true) {
      const ssize_t n = ::read(file.fd(), bytes.data() + size, bytes.size() - size);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail_errno("read", path, errno);
      if (n == 0) break;
      size += static_cast<std::size_t>(n);
      if (size > limit) too_big(size);
      if (size == bytes.size()) bytes.resize(size + size / 2 + 65536);
    }
    bytes.resize(size);
    return bytes;
  } catch (const std::bad_alloc&) {
    fail(ErrorKind::memory, "[file] no memory for the {} bytes of {}", known, path);
  }
}

void write_file_atomic(const std::string& path, std::span<const std::byte> bytes) {
  const std::string target = follow_link(path);
  struct stat old;
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces && S_ISDIR(old.st_mode)) fail_errno("write", path, EISDIR);
  if (replaces && !S_ISREG(old.st_mode)) {  // renaming over /dev/stdout would replace the device
    File file(target, O_WRONLY);
    if (!file.is_open()) fail_errno("open", path, errno);
    write_all(file, bytes, path);
    if (file.close() != 0) fail_errno("write", path, errno);
    return;
  }

  const std::string temporary = temporary_beside(target);
  File file(temporary, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) fail_errno("write", path, errno);
  try {
    if (replaces && ::fchmod(file.fd(), old.st_mode & 07777) != 0) fail_errno("write", path, errno);
    write_all(file, bytes, path);
    if (::fsync(file.fd()) != 0) fail_errno("write", path, errno);
    if (file.close() != 0) fail_errno("write", path, errno);
    if (std::rename(temporary.c_str(), target.c_str()) != 0) fail_errno("replace", path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_folder_of(target);
}

Bytes read_packed_file(const std::string& path, std::uint64_t limit) {
  const std::string packed = path + ".gz";
  const std::string& from = !file_exists(path) && file_exists(packed) ? packed : path;
  Bytes bytes = read_file(from, limit);
  return is_gzip(bytes) ? gunzip(bytes, limit, from.c_str()) : bytes;
}

void write_file_atomic(const std::string& path, std::string_view text) {
  write_file_atomic(path, std::as_bytes(std::span(text.data(), text.size())));
}

}  // namespace wick

#endif
