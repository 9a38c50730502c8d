#include "wick/table.h"

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "io/mutate.h"

namespace wick {
namespace {

const char* const kTable =
    "age,town,job,size\n"
    "10,A,x,1\n"
    "20,B,,2\n"
    ",A,y,3\n"
    "40,C,y,\n"
    "60,B,x,2\n";

CsvTable table(const char* text = kTable) { return read_csv(text, "t.csv", {.sort_categories = true}); }

const std::vector<std::int64_t> kAll = {0, 1, 2, 3, 4};

std::vector<double> encoded(const TableOptions& o, const std::vector<std::int64_t>& fitted = kAll) {
  const CsvTable t = table();
  return TableEncoder::fit(t, fitted, o, "t.csv").encode(t, kAll, "t.csv").to_vector();
}

TEST_CASE("missing numbers are filled with what the training rows say") {
  CHECK(encoded({.columns = {"age"}, .missing = Missing::mean}) == std::vector<double>{10, 20, 32.5, 40, 60});
  CHECK(encoded({.columns = {"age"}, .missing = Missing::median}) == std::vector<double>{10, 20, 30, 40, 60});
  CHECK(encoded({.columns = {"age"}, .missing = Missing::median}, {0, 1, 4}) == std::vector<double>{10, 20, 20, 40, 60});
  CHECK(encoded({.columns = {"size"}, .missing = Missing::mode}) == std::vector<double>{1, 2, 3, 2, 2});
  CHECK(encoded({.columns = {"size"}, .missing = Missing::mode}, {0, 2}) == std::vector<double>{1, 2, 3, 1, 2});  // a tie: the lowest
  CHECK(encoded({.columns = {"size"}, .missing = Missing::constant, .fill_value = -1}) == std::vector<double>{1, 2, 3, -1, 2});
}

TEST_CASE("categories: a column each, or their places; the most frequent one or one of its own stands for missing") {
  CHECK(encoded({.columns = {"town"}}) == std::vector<double>{1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0});
  CHECK(encoded({.columns = {"town", "size"}, .one_hot = false, .missing = Missing::mean}) == std::vector<double>{0, 1, 1, 2, 0, 3, 2, 2, 1, 2});
  CHECK(encoded({.columns = {"job"}, .one_hot = false, .missing = Missing::mode}, {1, 2, 3, 4}) == std::vector<double>{0, 1, 1, 1, 0});
  CHECK(encoded({.columns = {"job"}, .missing = Missing::constant}) == std::vector<double>{1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0});
  const CsvTable t = table();
  const TableEncoder e = TableEncoder::fit(t, kAll, {.columns = {"age", "job"}, .missing = Missing::constant});
  CHECK(e.names() == std::vector<std::string>{"age", "job=x", "job=y", "job=missing"});
  CHECK(e.width() == 4);
}

TEST_CASE("standardized numbers have mean 0 and deviation 1 over the training rows, filled cells counted") {
  const std::vector<double> v = encoded({.columns = {"age", "town"}, .one_hot = false, .missing = Missing::median, .standardize = true}, {0, 1, 2});
  // Filled with the median 15: 10, 20, 15 have mean 15 and deviation sqrt(50 / 3). Categories stay as they are.
  const double std = std::sqrt(50.0 / 3);
  const double expected[] = {-5 / std, 5 / std, 0, 25 / std, 45 / std};
  for (std::size_t i = 0; i < 5; ++i) CHECK(v[2 * i] == doctest::Approx(expected[i]).epsilon(1e-6));
  CHECK(v[7] == 2);
  CHECK(encoded({.columns = {"size"}, .missing = Missing::mode, .standardize = true}, {1, 4})[2] == 1);  // a constant column is only shifted
}

TEST_CASE("a table read later is encoded as the first one was") {
  const CsvTable t = table();
  const TableEncoder e = TableEncoder::fit(t, kAll, {.columns = {"town", "age"}, .missing = Missing::mean});
  const TableEncoder same = read_table_json(table_json(e));
  CHECK(same.columns() == e.columns());
  const CsvTable later = table("age,town\n,C\n5,A\n");
  CHECK(same.encode(later, std::vector<std::int64_t>{0, 1}).to_vector() == std::vector<double>{0, 0, 1, 32.5, 1, 0, 0, 5});
  CHECK(error_of([&] { e.encode(table("age,town\n1,D\n"), std::vector<std::int64_t>{0}, "new.csv"); })
            .says("new.csv: row 1 has a category in \"town\" that the model does not know; there are A, B, C."));
  CHECK(error_of([&] { e.encode(table("age,town\n1,2\n"), std::vector<std::int64_t>{0}); }).says("column \"town\" holds numbers"));
  CHECK(error_of([&] { e.encode(table("age,town\nx,A\n"), std::vector<std::int64_t>{0}); }).says("need numbers"));
  CHECK(error_of([&] { e.encode(table("age\n1\n"), std::vector<std::int64_t>{0}); }).says("no column \"town\""));
}

TEST_CASE("what cannot be encoded is named") {
  const CsvTable t = table();
  CHECK(error_of([&] { TableEncoder::fit(t, kAll, {.columns = {"town", "age"}}, "t.csv"); }).says("t.csv: row 3 has no \"age\"; need every cell filled"));
  CHECK(error_of([&] { TableEncoder::fit(t, std::vector<std::int64_t>{2}, {.columns = {"age"}, .missing = Missing::mean}); })
            .says("column \"age\" has no value in the 1 training rows"));
  CHECK(error_of([&] {
          const TableEncoder e = TableEncoder::fit(t, std::vector<std::int64_t>{0}, {.columns = {"age"}});
          (void)e.encode(t, kAll, "t.csv");
        }).says("row 3 has no \"age\""));
  std::string ids = "id\n";
  for (int i = 0; i < 1100; ++i) ids += str("n", i, "\n");
  CHECK(error_of([&] { TableEncoder::fit(read_csv(ids), kAll, {.columns = {"id"}}); }).says("1100 different texts; need at most 1024"));
  CHECK(complete_rows(t, {"age", "job"}) == std::vector<std::int64_t>{0, 3, 4});
}

TEST_CASE("a damaged description is refused or a working one") {
  const CsvTable t = table();
  const std::string json = table_json(TableEncoder::fit(t, kAll, {.columns = {"age", "town"}, .missing = Missing::mean, .standardize = true}));
  const auto* p = reinterpret_cast<const std::byte*>(json.data());
  Mutator mutator({p, p + json.size()});
  int read = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::vector<std::byte> bytes = mutator.next();
    const Failure f = error_of([&] {
      const TableEncoder e = read_table_json({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
      ++read;
      const Failure use = error_of([&] { (void)e.encode(t, kAll); });
      CHECK((!use.kind || use.kind == ErrorKind::format || use.kind == ErrorKind::value));
    });
    CHECK((!f.kind || f.kind == ErrorKind::format));
  }
  CHECK(read > 20);
  CHECK(error_of([] { read_table_json(R"({"one_hot":true,"columns":[{"name":"a","fill":1,"mean":0,"std":0}]})"); }).says("std 0; need finite ones, std > 0"));
  CHECK(error_of([] { read_table_json(R"({"one_hot":true,"columns":[{"name":"a","fill":2,"categories":["x"]}]})"); }).says("filled with category 2; need one of 1"));
}

}  // namespace
}  // namespace wick
