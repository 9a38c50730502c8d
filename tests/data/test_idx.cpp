#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "io/mutate.h"
#include "wick/files.h"
#include "wick/readers.h"

using namespace wick;

namespace {

Bytes raw(std::initializer_list<int> values) {
  Bytes b;
  for (const int v : values) b.push_back(static_cast<std::byte>(v));
  return b;
}

std::string refused(const Bytes& bytes) {
  const Failure e = error_of([&] { read_idx(bytes, "f.idx"); });
  CHECK(e.kind == ErrorKind::format);
  return e.text;
}

}  // namespace

TEST_CASE("idx: every element type") {
  const Tensor u8 = read_idx(raw({0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 2, 127, 128, 255}));
  CHECK(u8.dtype() == DType::uint8);
  CHECK(u8.shape() == Shape{2, 3});
  CHECK(u8.to_vector() == std::vector<double>{0, 1, 2, 127, 128, 255});
  const Tensor i8 = read_idx(raw({0, 0, 9, 1, 0, 0, 0, 3, 0, 127, 255}));
  CHECK(i8.dtype() == DType::int32);
  CHECK(i8.to_vector() == std::vector<double>{0, 127, -1});
  const Tensor i16 = read_idx(raw({0, 0, 11, 1, 0, 0, 0, 2, 1, 2, 255, 254}));
  CHECK(i16.dtype() == DType::int32);
  CHECK(i16.to_vector() == std::vector<double>{258, -2});
  const Tensor i32 = read_idx(raw({0, 0, 12, 1, 0, 0, 0, 1, 0x80, 0, 0, 1}));
  CHECK(i32.dtype() == DType::int32);
  CHECK(i32.to_vector() == std::vector<double>{-2147483647});
  const Tensor f32 = read_idx(raw({0, 0, 13, 1, 0, 0, 0, 1, 0xC0, 0x20, 0, 0}));
  CHECK(f32.dtype() == DType::float32);
  CHECK(f32.to_vector() == std::vector<double>{-2.5});
  const Tensor f64 = read_idx(raw({0, 0, 14, 1, 0, 0, 0, 1, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0}));
  CHECK(f64.dtype() == DType::float64);
  CHECK(f64.to_vector() == std::vector<double>{1.5});
  CHECK(read_idx(raw({0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 3})).shape() == Shape{0, 3});
}

TEST_CASE("idx: what is written is read") {
  const std::int32_t ints[] = {-1, 1 << 30};
  for (const Tensor& t : {tensor<std::uint8_t>({1, 2, 3, 4, 5, 255}, {3, 2}), from_memory(ints, {2}, DType::int32),
                          tensor<float>({0.1f, -1e30f}, {1, 2, 1}), tensor<double>({0.1, 1e300}), zeros({2, 0})}) {
    const Tensor u = read_idx(write_idx(t));
    CHECK(u.dtype() == t.dtype());
    CHECK(u.shape() == t.shape());
    CHECK(u.to_vector() == t.to_vector());
  }
  CHECK(write_idx(tensor<std::uint8_t>({7})) == raw({0, 0, 8, 1, 0, 0, 0, 1, 7}));
  const Failure e = error_of([] { write_idx(tensor<std::int64_t>({1})); });
  CHECK(e.kind == ErrorKind::dtype);
  CHECK(e.text == "[idx] tensor is i64; need u8, bool, i32, f32 or f64. Convert with to().");
  CHECK(error_of([] { write_idx(full({}, 1)); }).kind == ErrorKind::shape);
}

TEST_CASE("idx: damaged headers") {
  CHECK(refused({}) == "[idx] f.idx: 0 bytes; need at least 4 for the magic number");
  CHECK(refused(raw({0, 0, 7, 1, 0, 0, 0, 0})) ==
        "[idx] f.idx: magic number is 00000701; need 0000, a type of 08 09 0b 0c 0d 0e, and the rank");
  CHECK(refused(raw({1, 0, 8, 1, 0, 0, 0, 0})).find("magic number is 01000801") != std::string::npos);
  CHECK(refused(raw({0x1F, 0x8B, 8, 0})).find("packed with gzip; unpack it first") != std::string::npos);
  CHECK(refused(raw({0, 0, 8, 0})).find("rank is 0; need 1 to 8") != std::string::npos);
  CHECK(refused(raw({0, 0, 8, 9})).find("rank is 9; need 1 to 8") != std::string::npos);
  CHECK(refused(raw({0, 0, 8, 3, 0, 0, 0})) == "[idx] f.idx: 7 bytes; need 16 for the 3 sizes alone");
  CHECK(refused(raw({0, 0, 8, 1, 0, 0, 0, 3, 1, 2})) ==
        "[idx] f.idx: 10 bytes; sizes [3] of 1 bytes each need 11: the data is truncated");
  CHECK(refused(raw({0, 0, 8, 1, 0, 0, 0, 1, 1, 2})) ==
        "[idx] f.idx: 10 bytes; sizes [1] of 1 bytes each need 9: bytes follow the data");
  Bytes huge = raw({0, 0, 14, 8});
  huge.resize(36, std::byte{255});
  CHECK(refused(huge).find("are more than any file; 36 bytes are there") != std::string::npos);
  for (std::size_t i = 4; i < 8; ++i) huge[i] = std::byte{0};  // no elements, but the strides would overflow
  CHECK(refused(huge).find("are more than any file") != std::string::npos);
}

TEST_CASE("idx: damaged files are refused or read, nothing else") {
  const Bytes valid = write_idx(tensor<float>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, {2, 3, 2}));
  for (std::size_t n = 0; n < valid.size(); ++n)
    refused(Bytes(valid.begin(), valid.begin() + static_cast<std::ptrdiff_t>(n)));
  Mutator mutate(valid);
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    const Bytes bytes = mutate.next();
    const Failure e = error_of([&] { read_idx(bytes).to_vector(); });
    if (e.kind) CHECK(e.kind == ErrorKind::format);
    read += !e.kind;
  }
  CHECK(read > 100);
}

#ifndef __EMSCRIPTEN__
#include <filesystem>

TEST_CASE("idx: plain and packed files") {
  const std::string path = std::filesystem::temp_directory_path() / "wick_test_idx_ubyte";
  const Tensor t = tensor<std::uint8_t>({1, 2, 3});
  std::filesystem::remove(path);
  write_file_atomic(path + ".gz", gzip(write_idx(t)));
  CHECK(load_idx(path).to_vector() == t.to_vector());
  CHECK(load_idx(path + ".gz").to_vector() == t.to_vector());
  write_file_atomic(path, write_idx(t));
  CHECK(load_idx(path).to_vector() == t.to_vector());
  write_file_atomic(path, std::string_view("rubbish"));
  CHECK(error_of([&] { load_idx(path); }).says("[idx] " + path + ": magic number is"));
  std::filesystem::remove(path);
  std::filesystem::remove(path + ".gz");
  const Failure e = error_of([&] { load_idx(path); });
  CHECK(e.kind == ErrorKind::io);
  CHECK(e.says("No such file"));
}
#endif
