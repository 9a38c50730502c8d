#ifndef __EMSCRIPTEN__

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "io/error_of.h"
#include "io/mutate.h"
#include "wick/files.h"
#include "wick/safetensors.h"

using namespace wick;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() {
    std::string name = fs::temp_directory_path() / "wick_files_XXXXXX";
    REQUIRE(mkdtemp(name.data()));
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const char* name) const { return path / name; }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
  fs::path path;
};

Bytes bytes_of(std::string_view text) {
  const auto b = std::as_bytes(std::span(text.data(), text.size()));
  return {b.begin(), b.end()};
}

Bytes pattern(std::size_t n, unsigned seed) {
  Bytes b(n);
  for (std::size_t i = 0; i < n; ++i) b[i] = static_cast<std::byte>((i * 7 + i / 251 + seed) & 255);
  return b;
}

}  // namespace

TEST_CASE("files: what is written is read") {
  const Folder dir;
  for (const std::size_t n : {0u, 1u, 4095u, 4096u, 300'000u}) {
    write_file_atomic(dir / "f", pattern(n, 1));
    CHECK(read_file(dir / "f") == pattern(n, 1));
  }
  write_file_atomic(dir / "f", std::string_view("text"));
  CHECK(read_file(dir / "f") == bytes_of("text"));
  CHECK(file_exists(dir / "f"));
  CHECK_FALSE(file_exists(dir / "g"));
  CHECK(dir.count() == 1);
}

TEST_CASE("files: errors name the path and the system's reason") {
  const Folder dir;
  const std::string absent = dir / "absent";
  Failure e = error_of([&] { read_file(absent); });
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.text == "[file] cannot open " + absent + ": No such file or directory");
  e = error_of([&] { read_file(dir.path); });
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.says("Is a directory"));
  e = error_of([&] { write_file_atomic(dir / "no/such/folder", std::string_view("x")); });
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.says("no/such/folder: No such file or directory"));
  e = error_of([&] { write_file_atomic(dir.path, std::string_view("x")); });
  CHECK(e.says("Is a directory"));
  e = error_of([&] { load_safetensors(absent); });
  CHECK(e.kind == ErrorKind::io);
  write_file_atomic(dir / "f", std::string_view("12345"));
  CHECK(read_file(dir / "f", 5).size() == 5);
  e = error_of([&] { read_file(dir / "f", 4); });
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.says("has 5 bytes or more; need at most 4"));
  e = error_of([&] { read_file("/dev/zero", 1 << 20); });
  CHECK(e.says("[file] /dev/zero has 1"));
  e = error_of([&] { load_safetensors(dir / "f"); });
  CHECK(e.kind == ErrorKind::format);
  CHECK(e.says(std::string(dir / "f") + ": file has 5 bytes"));
}

TEST_CASE("files: a full disk keeps the previous file") {
  const Folder dir;
  write_file_atomic(dir / "f", pattern(1000, 1));
  // A limit on the size of files fails a write as a full disk does, part of the way through.
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  rlimit low = old;
  low.rlim_cur = 64 * 1024;
  setrlimit(RLIMIT_FSIZE, &low);
  const Failure e = error_of([&] { write_file_atomic(dir / "f", pattern(1'000'000, 2)); });
  const Failure s = error_of([&] { save_safetensors(dir / "f", {{"a", zeros({100'000})}}); });
  setrlimit(RLIMIT_FSIZE, &old);
  signal(SIGXFSZ, handler);
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.text == "[file] cannot write " + (dir / "f") + ": File too large");
  CHECK(s.text == e.text);
  CHECK(read_file(dir / "f") == pattern(1000, 1));
  CHECK(dir.count() == 1);

  const Failure full = error_of([] { write_file_atomic("/dev/full", std::string_view("x")); });
  CHECK(full.text == "[file] cannot write /dev/full: No space left on device");
  CHECK(file_exists("/dev/full"));
}

TEST_CASE("files: a kill while writing leaves the previous or the new file") {
  const Folder dir;
  write_file_atomic(dir / "f", pattern(2'000'000, 0));
  for (int round = 0; round < 12; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      for (unsigned seed = 1;; seed = seed % 200 + 1) {
        const Bytes b = pattern(2'000'000, seed);
        write_file_atomic(dir / "f", b);
      }
    }
    usleep(static_cast<useconds_t>(3000 + 1700 * round));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const Bytes b = read_file(dir / "f");
    CHECK(b.size() == 2'000'000);
    CHECK(b == pattern(2'000'000, static_cast<unsigned>(b[0])));
  }
}

TEST_CASE("files: mode and links stay") {
  const Folder dir;
  write_file_atomic(dir / "f", std::string_view("1"));
  chmod((dir / "f").c_str(), 0640);
  fs::create_symlink("f", dir / "link");
  write_file_atomic(dir / "link", std::string_view("2"));
  CHECK(fs::is_symlink(dir / "link"));
  CHECK(read_file(dir / "f") == bytes_of("2"));
  struct stat info;
  REQUIRE(stat((dir / "f").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0640);
}

TEST_CASE("files: safetensors through a file") {
  const Folder dir;
  const Tensor t = tensor<float>({1, 2, 3, 4}, {2, 2});
  save_safetensors(dir / "w.safetensors", {{"t", t}}, {{"k", "v"}});
  const auto f = load_safetensors(dir / "w.safetensors");
  CHECK(f.find("t").to_vector() == t.to_vector());
  CHECK(*f.find_metadata("k") == "v");
}

TEST_CASE("gzip: what is packed is unpacked") {
  for (const std::size_t n : {0u, 1u, 65535u, 65536u, 65537u, 1'000'000u}) {
    const Bytes b = pattern(n, 3);
    const Bytes z = gzip(b);
    CHECK(is_gzip(z));
    CHECK(gunzip(z) == b);
    CHECK(gunzip(z, n) == b);  // exactly the limit
  }
  Bytes two = gzip(bytes_of("ab"));
  const Bytes second = gzip(bytes_of("cd"));
  two.insert(two.end(), second.begin(), second.end());
  CHECK(gunzip(two) == bytes_of("abcd"));
  two.resize(two.size() + 100);  // tapes pad with zeros
  CHECK(gunzip(two) == bytes_of("abcd"));
}

TEST_CASE("gzip: bombs, cuts and damage") {
  const Bytes zeros(20'000'000);
  const Bytes bomb = gzip(zeros);
  CHECK(bomb.size() < 30'000);
  Failure e = error_of([&] { gunzip(bomb, 1'000'000, "x.gz"); });
  CHECK(e.kind == ErrorKind::format);
  CHECK(e.text == "[gzip] x.gz: unpacks to more than 1000000 bytes, the limit");
  e = error_of([&] { gunzip(bytes_of("plain text"), 100, "x.gz"); });
  CHECK(e.text == "[gzip] x.gz: no gzip data; need the first bytes 1f 8b");
  CHECK(error_of([&] { gunzip({}); }).kind == ErrorKind::format);

  const Bytes content = pattern(5000, 9);
  const Bytes valid = gzip(content);
  for (std::size_t n = 2; n < valid.size(); ++n) {
    e = error_of([&] { gunzip(std::span(valid).first(n)); });
    CHECK(e.kind == ErrorKind::format);
    CHECK(e.says("truncated after"));
  }
  Bytes longer = valid;
  longer.push_back(std::byte{7});
  CHECK(error_of([&] { gunzip(longer); }).says("1 bytes follow the packed data"));
  Bytes wrong = valid;
  wrong[wrong.size() - 6] ^= std::byte{1};  // of the checksum
  CHECK(error_of([&] { gunzip(wrong); }).says("corrupt near byte"));
  Mutator mutate(valid);
  for (int i = 0; i < 3000; ++i) {
    const Bytes b = mutate.next();
    Bytes unpacked = content;
    e = error_of([&] { unpacked = gunzip(b, 100'000); });
    CHECK(unpacked == content);  // only damage in bits of the header that carry nothing can pass
    if (e.kind) CHECK(e.kind == ErrorKind::format);
  }
}

TEST_CASE("files: packed files are unpacked, and found by their plain name") {
  const Folder dir;
  write_file_atomic(dir / "a.gz", gzip(bytes_of("hello")));
  CHECK(read_packed_file(dir / "a.gz") == bytes_of("hello"));
  CHECK(read_packed_file(dir / "a") == bytes_of("hello"));
  write_file_atomic(dir / "a", std::string_view("plain"));
  CHECK(read_packed_file(dir / "a") == bytes_of("plain"));
  const Failure e = error_of([&] { read_packed_file(dir / "b"); });
  CHECK(e.text == "[file] cannot open " + (dir / "b") + ": No such file or directory");
}

#endif
