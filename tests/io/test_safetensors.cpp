#include <doctest/doctest.h>

#include <cstring>

#include "io/error_of.h"
#include "io/mutate.h"
#include "wick/safetensors.h"

using namespace wick;

namespace {

std::vector<std::byte> file_of(const std::string& header, std::size_t data_bytes, std::uint64_t stated) {
  std::vector<std::byte> out(8 + header.size() + data_bytes);
  std::memcpy(out.data(), &stated, 8);
  std::memcpy(out.data() + 8, header.data(), header.size());
  return out;
}

Failure refused(const std::string& header, std::size_t data_bytes = 0) {
  const auto bytes = file_of(header, data_bytes, header.size());
  return error_of([&] { parse_safetensors(bytes, "f.safetensors"); });
}

std::string entry(const std::string& shape, const std::string& offsets, const std::string& dtype = "F32") {
  return R"({"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

SafetensorsFile sample() {
  SafetensorsFile f;
  const std::int32_t i32 = -5;
  f.tensors = {{"b.weight", tensor<float>({1, 2, 3, 4, 5, 6}, {2, 3})},
               {"a.bias", tensor<float>({-1, 0.5})},
               {"steps", tensor<std::int64_t>({INT64_MAX, -7})},
               {"mask", tensor<bool>({true, false, true})},
               {"u8", tensor<std::uint8_t>({0, 255})},
               {"i32", from_memory(&i32, {1}, DType::int32)},
               {"f64", tensor<double>({0.1})},
               {"none", zeros({0, 4})},
               {"scalar", full({}, 2.5)}};
  f.metadata = {{"recipe", "{\"lr\": 0.1}\n\t\x01 \\ \xC3\xA9"}, {"epoch", "3"}};
  return f;
}

}  // namespace

TEST_CASE("safetensors: what is written is read") {
  const SafetensorsFile f = sample();
  const auto bytes = write_safetensors(f.tensors, f.metadata);
  const SafetensorsFile g = parse_safetensors(bytes);
  CHECK(g.metadata == f.metadata);
  REQUIRE(g.tensors.size() == f.tensors.size());
  for (const auto& item : f.tensors) {
    CAPTURE(item.first);
    const Tensor t = g.find(item.first);
    REQUIRE(t.defined());
    CHECK(t.dtype() == item.second.dtype());
    CHECK(t.shape() == item.second.shape());
    CHECK(t.to_vector() == item.second.to_vector());
  }
  CHECK(g.find("steps").data<std::int64_t>()[0] == INT64_MAX);
  CHECK_FALSE(g.find("absent").defined());
  REQUIRE(g.find_metadata("epoch"));
  CHECK(*g.find_metadata("epoch") == "3");
  CHECK(g.find_metadata("absent") == nullptr);
  CHECK(write_safetensors(g.tensors, g.metadata) == bytes);
}

TEST_CASE("safetensors: layout is the reference implementation's") {
  const auto bytes = write_safetensors(sample().tensors);
  std::uint64_t header = 0;
  std::memcpy(&header, bytes.data(), 8);
  CHECK(header % 8 == 0);
  std::string order;
  for (const auto& item : parse_safetensors(bytes).tensors) order += item.first + " ";
  CHECK(order == "steps f64 a.bias b.weight none scalar i32 u8 mask ");

  const auto none = write_safetensors({});
  CHECK(std::string(reinterpret_cast<const char*>(none.data()) + 8, none.size() - 8) == "{}      ");
  CHECK(parse_safetensors(none).tensors.empty());
}

TEST_CASE("safetensors: a view is written as its elements") {
  const Tensor m = tensor<float>({1, 2, 3, 4, 5, 6}, {2, 3});
  const auto f = parse_safetensors(write_safetensors({{"t", m.t()}, {"row", m[1]}}));
  CHECK(f.find("t").shape() == Shape{3, 2});
  CHECK(f.find("t").to_vector() == std::vector<double>{1, 4, 2, 5, 3, 6});
  CHECK(f.find("row").to_vector() == std::vector<double>{4, 5, 6});
}

TEST_CASE("safetensors: what cannot be written is refused") {
  const Tensor t = zeros({1});
  const auto refuse = [](const std::vector<std::pair<std::string, Tensor>>& tensors,
                         const std::vector<std::pair<std::string, std::string>>& metadata = {}) {
    const Failure e = error_of([&] { write_safetensors(tensors, metadata); });
    CHECK(e.kind == ErrorKind::value);
    return e.text;
  };
  CHECK(refuse({{"a", t}, {"b", t}, {"a", t}}) == "[safetensors] tensor \"a\" is given twice; names must be unique");
  CHECK(refuse({{"__metadata__", t}}) == "[safetensors] a tensor is named __metadata__; that name is reserved");
  CHECK(refuse({{"a", Tensor()}}) == "[safetensors] tensor \"a\" is undefined; need a tensor");
  CHECK(refuse({}, {{"k", "1"}, {"k", "2"}}) == "[safetensors] metadata \"k\" is given twice; names must be unique");
  for (const char* text : {"\xFF", "ab\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80"}) {
    CHECK(refuse({{text, t}}).find("not UTF-8") != std::string::npos);
  }
  CHECK_FALSE(error_of([&] { write_safetensors({{"\xF0\x9F\x95\xAF \xE2\x82\xAC", t}}); }).kind);
}

TEST_CASE("safetensors: hostile length of the header") {
  const auto refuse = [](const std::vector<std::byte>& bytes) {
    const Failure e = error_of([&] { parse_safetensors(bytes, "f.safetensors"); });
    CHECK(e.kind == ErrorKind::format);
    return e.text;
  };
  CHECK(refuse({}) == "[safetensors] f.safetensors: file has 0 bytes; need at least 8 for the header's length");
  CHECK(refuse(std::vector<std::byte>(7)).find("file has 7 bytes") != std::string::npos);
  CHECK(refuse(file_of("{}", 0, 0)).find("begins with byte 0; need '{'") != std::string::npos);
  CHECK(refuse(file_of("{}", 0, 3)) ==
        "[safetensors] f.safetensors: header is 3 bytes but the file has 10; the file is truncated or no safetensors");
  CHECK(refuse(file_of("{}", 0, 100'000'001)).find("header is 100000001 bytes; need at most 100000000") !=
        std::string::npos);
  CHECK(refuse(file_of("{}", 0, UINT64_MAX)).find("header is 18446744073709551615 bytes") != std::string::npos);
  CHECK(refuse(file_of("{}", 0, UINT64_MAX - 7)).find("need at most") != std::string::npos);
}

TEST_CASE("safetensors: hostile headers") {
  const std::string ok = entry("[2]", "[0,8]");
  const struct {
    const char* name;
    std::string header;
    std::size_t data;
    const char* says;
  } rows[] = {
      {"not an object", "[1]", 0, "begins with byte 91; need '{'"},
      {"blank before", " {}", 0, "begins with byte 32"},
      {"no JSON", "{\"a\":", 0, "header is not JSON at byte"},
      {"rubbish after", "{} x", 0, "header is not JSON at byte"},
      {"zero byte", std::string("{}\0 {", 5), 0, "header has a zero byte at 2"},
      {"comment", "{/**/}", 0, "header is not JSON"},
      {"not UTF-8", "{\"a\xFF\":" + ok + "}", 8, "header is not JSON"},
      {"lone surrogate", "{\"\\ud800\":" + ok + "}", 8, "header is not JSON"},
      {"duplicate", "{\"a\":" + ok + ",\"a\":" + entry("[2]", "[8,16]") + "}", 16, "tensor \"a\" is there twice"},
      {"duplicate, escaped", "{\"a\":" + ok + ",\"\\u0061\":" + entry("[2]", "[8,16]") + "}", 16,
       "tensor \"a\" is there twice"},
      {"metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0, "__metadata__ is there twice"},
      {"metadata key twice", R"({"__metadata__":{"k":"1","k":"2"}})", 0, "__metadata__ \"k\" is there twice"},
      {"metadata is a list", R"({"__metadata__":[]})", 0, "__metadata__ is a list; need an object of texts"},
      {"metadata number", R"({"__metadata__":{"k":1}})", 0, "__metadata__ \"k\" is 1; need a text"},
      {"metadata nested", R"({"__metadata__":{"k":{}}})", 0, "__metadata__ \"k\" is an object; need a text"},
      {"tensor is null", R"({"a":null})", 0, "tensor \"a\" is null; need an object"},
      {"tensor is a list", R"({"a":[]})", 0, "tensor \"a\" is a list; need an object"},
      {"no key", R"({"a":{}})", 0, "tensor \"a\" has no dtype"},
      {"no shape", R"({"a":{"dtype":"F32","data_offsets":[0,0]}})", 0, "tensor \"a\" has no shape"},
      {"no offsets", R"({"a":{"dtype":"F32","shape":[0]}})", 0, "tensor \"a\" has no data_offsets"},
      {"unknown key", R"({"a":{"dtype":"F32","shape":[0],"x":1}})", 0, "tensor \"a\" has key \"x\""},
      {"shape twice", R"({"a":{"dtype":"F32","shape":[0],"shape":[2]}})", 0, "tensor \"a\" has shape twice"},
      {"unknown dtype", "{\"a\":" + entry("[0]", "[0,0]", "I16") + "}", 0,
       "tensor \"a\" has dtype \"I16\"; need BOOL, U8"},
      {"dtype number", R"({"a":{"dtype":1}})", 0, "tensor \"a\" has 1 as dtype; need a text"},
      {"dtype list", R"({"a":{"dtype":[]}})", 0, "tensor \"a\" has a list as dtype"},
      {"shape text", "{\"a\":" + entry("\"2\"", "[0,8]") + "}", 8, "tensor \"a\" has text \"2\" as shape"},
      {"negative size", "{\"a\":" + entry("[-2]", "[0,8]") + "}", 8, "has the negative number -2 in its shape"},
      {"minus zero", "{\"a\":" + entry("[-0]", "[0,0]") + "}", 0, "has the negative number 0 in its shape"},
      {"float size", "{\"a\":" + entry("[2.0]", "[0,8]") + "}", 8, "has the number 2.0 in its shape"},
      {"exponent", "{\"a\":" + entry("[2e0]", "[0,8]") + "}", 8, "has the number 2e0 in its shape"},
      {"2^63", "{\"a\":" + entry("[9223372036854775808]", "[0,8]") + "}", 8,
       "has size 9223372036854775808 in its shape"},
      {"2^64", "{\"a\":" + entry("[18446744073709551616]", "[0,8]") + "}", 8, "has the number 18446744073709551616"},
      {"2^64+2 offsets", "{\"a\":" + entry("[2]", "[0,18446744073709551624]") + "}", 8, "in its data_offsets"},
      {"beyond double", "{\"a\":" + entry("[1e999]", "[0,8]") + "}", 8, "header is not JSON"},
      {"nested list", "{\"a\":" + entry("[[2]]", "[0,8]") + "}", 8, "has a list in its shape"},
      {"bool size", "{\"a\":" + entry("[true]", "[0,4]") + "}", 4, "has true in its shape"},
      {"null size", "{\"a\":" + entry("[null]", "[0,4]") + "}", 4, "has null in its shape"},
      {"rank 9", "{\"a\":" + entry("[1,1,1,1,1,1,1,1,1]", "[0,4]") + "}", 4, "more than 8 dimensions"},
      {"product overflows", "{\"a\":" + entry("[4294967296,4294967296]", "[0,0]") + "}", 0, "too many elements"},
      {"product wraps to 2", "{\"a\":" + entry("[9223372036854775807,2]", "[0,8]") + "}", 8, "too many elements"},
      {"bytes overflow", "{\"a\":" + entry("[4611686018427387904]", "[0,0]") + "}", 0, "too many elements"},
      {"empty but huge", "{\"a\":" + entry("[0,4294967296,4294967296]", "[0,0]") + "}", 0, "too many elements"},
      {"one offset", "{\"a\":" + entry("[2]", "[0]") + "}", 8, "has 1 data_offsets"},
      {"three offsets", "{\"a\":" + entry("[2]", "[0,8,8]") + "}", 8, "more than 2 data_offsets"},
      {"no offset", "{\"a\":" + entry("[0]", "[]") + "}", 0, "has 0 data_offsets"},
      {"end outside", "{\"a\":" + entry("[2]", "[0,8]") + "}", 7, "[0,8]; need begin <= end <= 7"},
      {"far outside", "{\"a\":" + entry("[2]", "[18446744073709551600,18446744073709551608]") + "}", 8,
       "need begin <= end"},
      {"reversed", "{\"a\":" + entry("[2]", "[8,0]") + "}", 8, "[8,0]; need begin <= end"},
      {"too short", "{\"a\":" + entry("[2]", "[0,4]") + "}", 4, "has 4 bytes (data_offsets [0,4]); f32[2] needs 8"},
      {"too long", "{\"a\":" + entry("[1]", "[0,8]") + "}", 8, "has 8 bytes (data_offsets [0,8]); f32[1] needs 4"},
      {"overlap", "{\"a\":" + ok + ",\"b\":" + entry("[2]", "[4,12]") + "}", 12,
       "\"b\" begins at byte 4, inside the one"},
      {"same bytes", "{\"a\":" + ok + ",\"b\":" + ok + "}", 8, "begins at byte 0, inside the one before it; need 8"},
      {"hole", "{\"a\":" + ok + ",\"b\":" + entry("[2]", "[12,20]") + "}", 20, "begins at byte 12, leaving a hole"},
      {"hole at the start", "{\"a\":" + entry("[2]", "[4,12]") + "}", 12, "begins at byte 4, leaving a hole"},
      {"bytes at the end", "{\"a\":" + ok + "}", 9, "9 bytes follow the header; its tensors need 8"},
      {"bytes without tensors", "{}", 1, "1 bytes follow the header; its tensors need 0"},
      {"deep lists", "{\"a\":" + std::string(1'000'000, '['), 0, "tensor \"a\" is a list"},
      {"deep objects",
       [] {
         std::string s;
         for (int i = 0; i < 200'000; ++i) s += "{\"a\":";
         return s;
       }(),
       0, "tensor \"a\" has key \"a\""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Failure e = refused(row.header, row.data);
    CHECK(e.kind == ErrorKind::format);
    CAPTURE(e.text);
    CHECK(e.says(row.says));
    CHECK(e.says("[safetensors] f.safetensors: "));
    CHECK(e.text.size() < 400);
  }
}

TEST_CASE("safetensors: what the format allows is read") {
  const auto read = [](const std::string& header, std::size_t data) {
    return parse_safetensors(file_of(header, data, header.size()));
  };
  CHECK(read("{}", 0).tensors.empty());
  CHECK(read("{\"\":" + entry("[]", "[0,4]") + "}\n  ", 4).find("").shape() == Shape{});
  // Any order in the header, also without alignment: the order of the bytes counts.
  const auto f = read("{\"b\":" + entry("[1]", "[1,5]") + ",\"a\":" + entry("[1]", "[0,1]", "U8") +
                          ",\"z\":" + entry("[3,0]", "[5,5]", "BF16") + "}",
                      5);
  CHECK(f.tensors[0].first == "a");
  CHECK(f.tensors[1].first == "b");
  CHECK(f.find("z").dtype() == DType::bfloat16);
  CHECK(f.find("z").shape() == Shape{3, 0});
}

TEST_CASE("safetensors: a bool is 0 or 1") {
  auto bytes = write_safetensors({{"m", tensor<bool>({true, false})}});
  bytes.back() = std::byte{2};
  const Failure e = error_of([&] { parse_safetensors(bytes); });
  CHECK(e.kind == ErrorKind::format);
  CHECK(e.says("tensor \"m\" is bool and has byte 2 at 1; need 0 or 1"));
}

TEST_CASE("safetensors: damaged files are refused or read, nothing else") {
  const SafetensorsFile f = sample();
  const auto valid = write_safetensors(f.tensors, f.metadata);
  Mutator mutate(valid);
  int refused = 0, read = 0;
  for (int i = 0; i < 6000; ++i) {
    const auto bytes = mutate.next();
    const Failure e = error_of([&] {
      for (const auto& item : parse_safetensors(bytes).tensors) item.second.to_vector();
    });
    if (e.kind) {
      CHECK(e.kind == ErrorKind::format);
      ++refused;
    } else {
      ++read;
    }
  }
  CHECK(refused > 3000);
  CHECK(read > 100);  // flips in the data
  for (std::size_t n = 0; n < valid.size(); ++n) {
    const Failure e = error_of([&] { parse_safetensors(std::span(valid).first(n)); });
    CHECK(e.kind == ErrorKind::format);
  }
}
