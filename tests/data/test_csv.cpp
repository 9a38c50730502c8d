#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "io/error_of.h"
#include "io/mutate.h"
#include "wick/files.h"
#include "wick/readers.h"

using namespace wick;

namespace {

// NaN as -999, to compare.
std::vector<double> plain(std::vector<double> v) {
  for (double& x : v) {
    if (std::isnan(x)) x = -999;
  }
  return v;
}

std::string refused(std::string_view text, const CsvOptions& options = {}) {
  const Failure e = error_of([&] { read_csv(text, "f.csv", options); });
  CHECK(e.kind == ErrorKind::format);
  return e.text;
}

}  // namespace

TEST_CASE("csv: numbers, texts and missing cells") {
  const CsvTable t = read_csv("age,city,income\n31,Bonn,1e3\n?,Ulm,-2.5\n,Bonn,NA\n+7,,NaN\n");
  CHECK(t.rows == 4);
  REQUIRE(t.columns.size() == 3);
  CHECK_FALSE(t.column("age").is_text);
  CHECK(plain(t.column("age").values) == std::vector<double>{31, -999, -999, 7});
  CHECK(t.column("city").is_text);
  CHECK(t.column("city").categories == std::vector<std::string>{"Bonn", "Ulm"});
  CHECK(plain(t.column("city").values) == std::vector<double>{0, 1, 0, -999});
  CHECK(plain(t.column("income").values) == std::vector<double>{1000, -2.5, -999, -999});
  const Tensor x = t.to_tensor({"income", "age"});
  CHECK(x.dtype() == DType::float32);
  CHECK(x.shape() == Shape{4, 2});
  CHECK(plain(x.to_vector()) == std::vector<double>{1000, 31, -2.5, -999, -999, -999, -999, 7});
}

TEST_CASE("csv: categories in order of appearance or sorted") {
  const char* text = "k\nred\ngreen\nblue\ngreen\n";
  CHECK(read_csv(text).columns[0].values == std::vector<double>{0, 1, 2, 1});
  const CsvTable t = read_csv(text, "data", {.sort_categories = true});
  CHECK(t.columns[0].categories == std::vector<std::string>{"blue", "green", "red"});
  CHECK(t.columns[0].values == std::vector<double>{2, 1, 0, 1});
  CHECK(t.labels("k").dtype() == DType::int64);
  CHECK(t.labels("k").to_vector() == std::vector<double>{2, 1, 0, 1});
  const CsvTable forced = read_csv("id,x\n7,1\n8,2\n7,3\n", "data", {.text = {"id"}});
  CHECK(forced.column("id").categories == std::vector<std::string>{"7", "8"});
  CHECK(forced.labels("id").to_vector() == std::vector<double>{0, 1, 0});
  CHECK(forced.to_tensor({"x"}).to_vector() == std::vector<double>{1, 2, 3});
}

TEST_CASE("csv: quotes, line ends, blanks, byte order mark") {
  const CsvTable t =
      read_csv("\xEF\xBB\xBF\"a\",\"b \"\"c\"\"\"\r\n1,\"x,\r\ny\"\r\n\r\n 2 , \"\" \r3,\"say \"\"hi\"\"\"");
  CHECK(t.rows == 3);
  CHECK(t.columns[0].name == "a");
  CHECK(t.columns[1].name == "b \"c\"");
  CHECK(t.columns[0].values == std::vector<double>{1, 2, 3});
  CHECK(t.columns[1].categories == std::vector<std::string>{"x,\r\ny", "say \"hi\""});
  CHECK(plain(t.columns[1].values) == std::vector<double>{0, -999, 1});

  const CsvTable plain_lines = read_csv("1;2\n3;4", "data", {.delimiter = ';', .header = false});
  CHECK(plain_lines.columns[1].name == "1");
  CHECK(plain_lines.to_tensor().to_vector() == std::vector<double>{1, 2, 3, 4});
  const CsvTable tabs = read_csv("a\tb\n1\t\n", "data", {.delimiter = '\t'});
  CHECK(plain(tabs.to_tensor().to_vector()) == std::vector<double>{1, -999});
  CHECK(read_csv("k\n a\na\n", "data", {.trim = false}).columns[0].categories.size() == 2);
  CHECK(read_csv("a,b\n").rows == 0);
  CHECK(read_csv("a,b\n").to_tensor().shape() == Shape{0, 2});
}

TEST_CASE("csv: what is a number") {
  const CsvTable t = read_csv("v\n0\n-0\n.5\n5.\n1E-3\n+1e+2\ninf\n-inf\n0.1\n1e-999\n");
  REQUIRE_FALSE(t.columns[0].is_text);
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(t.columns[0].values == std::vector<double>{0, 0, 0.5, 5, 1e-3, 100, inf, -inf, 0.1, 0});
  for (const std::string text :
       {"0x10", "1,5", "1e", "--1", "+-1", "1 2", "1f", "e5", "-", ".", "1e999", "1.2.3", "one"}) {
    CAPTURE(text);
    CHECK(read_csv("v\n\"" + text + "\"\n").columns[0].is_text);
  }
}

TEST_CASE("csv: errors say where") {
  CHECK(refused("") == "[csv] f.csv: no line with a field in it; need a header");
  CHECK(refused("\n\n", {.header = false}) == "[csv] f.csv: no line with a field in it; need at least one row");
  CHECK(refused("a,b,a\n") == "[csv] f.csv: line 1: column \"a\" is there twice; names must be unique");
  CHECK(refused("a,b\n1,2\n\n3\n") == "[csv] f.csv: line 4 has 1 fields; need 2, as the first line has");
  CHECK(refused("a,b\n1,2,3,4\n") == "[csv] f.csv: line 2 has 4 fields; need 2, as the first line has");
  CHECK(refused("a,b\n1,\"x\n\n") == "[csv] f.csv: line 2, field 2: the quote is never closed");
  CHECK(refused("a,b\n\"1\"2,3\n") ==
        "[csv] f.csv: line 2, field 1: text after the closing quote: \"2\"; need \",\" or the end of the line");
  CHECK(refused("a,b\n\"x\ny\",\"z\"!\n").find("line 3, field 2: text after") != std::string::npos);
  CHECK(refused("a\n5\"\n").find("line 2, field 1: a quote inside a field") != std::string::npos);
  CHECK(refused(std::string_view("a\n5\0\n", 5)).find("line 2, field 1: a zero byte") != std::string::npos);

  const CsvTable t = read_csv("age,city\n31,Bonn\n3x,Ulm\n,\n");
  Failure e = error_of([&] { t.to_tensor({"age"}); });
  CHECK(e.kind == ErrorKind::value);
  CHECK(e.text == "[csv] column \"age\" has \"3x\" at line 3; need numbers");
  e = error_of([&] { t.column("aeg"); });
  CHECK(e.text == "[csv] no column \"aeg\"; there are: age, city");
  e = error_of([&] { t.labels("city"); });
  CHECK(e.text == "[csv] column \"city\" has no value in row 3; a label is needed");
  e = error_of([&] { read_csv("y\n0.5\n").labels("y"); });
  CHECK(e.text == "[csv] column \"y\" has 0.5 in row 1; a label must be a whole number or text");
  e = error_of([&] { read_csv("y\n1\n", "f.csv", {.text = {"z"}}); });
  CHECK(e.text == "[csv] f.csv: no column \"z\" to take as text");
}

TEST_CASE("csv: rows written are read again") {
  CsvRow row;
  CHECK(row.add("id").add("note").add("p").take() == "id,note,p\n");
  CHECK(row.add(3).add("a,\"b\"\nc").add(0.1).take() == "3,\"a,\"\"b\"\"\nc\",0.1\n");
  CHECK(row.add(std::string(" x")).skip().add(std::numeric_limits<double>::quiet_NaN()).take() == "\" x\",,nan\n");
  CHECK(row.skip().take() == "\"\"\n");
  CHECK(row.take() == "\n");

  const std::vector<double> values = {0.1, 1.0 / 3, -2.5e-308, 1.7976931348623157e308, 123456789, 5e-324, -0.0, 1e21};
  std::string text = "v,w\n";
  for (const double v : values) text += row.add(v).add("a \"b\", c").take();
  const CsvTable t = read_csv(text);
  CHECK(t.columns[0].values == values);
  CHECK(t.columns[1].categories == std::vector<std::string>{"a \"b\", c"});
}

TEST_CASE("csv: damaged text is refused or read, nothing else") {
  const std::string text = "a,\"b \"\"x\"\"\",c\r\n1,\"two\",3\n4.5e3,\"x,\ny\",NA\n-1,z,?\n";
  const auto b = std::as_bytes(std::span(text.data(), text.size()));
  Mutator mutate({b.begin(), b.end()});
  int read = 0;
  for (int i = 0; i < 4000; ++i) {
    const Bytes bytes = mutate.next();
    const Failure e = error_of([&] { read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); });
    if (e.kind) CHECK(e.kind == ErrorKind::format);
    read += !e.kind;
  }
  CHECK(read > 500);
  for (std::size_t n = 0; n <= text.size(); ++n) {
    const Failure e = error_of([&] { read_csv(std::string_view(text).substr(0, n)); });
    if (e.kind) CHECK(e.kind == ErrorKind::format);
  }
}

#ifndef __EMSCRIPTEN__
#include <filesystem>

TEST_CASE("csv: plain and packed files") {
  const std::string path = std::filesystem::temp_directory_path() / "wick_test.csv";
  write_file_atomic(path, std::string_view("a\n1\n"));
  CHECK(load_csv(path).rows == 1);
  std::filesystem::remove(path);
  const std::string_view text = "a\n1\n2\n";
  write_file_atomic(path + ".gz", gzip(std::as_bytes(std::span(text.data(), text.size()))));
  CHECK(load_csv(path).rows == 2);
  std::filesystem::remove(path + ".gz");
  CHECK(error_of([&] { load_csv(path); }).kind == ErrorKind::io);
}
#endif
