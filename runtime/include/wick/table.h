#pragma once
// Columns of a table as a model's input: categories as numbers, missing cells filled, numbers standardized. What is learned
// of the data (means, medians, deviations) is learned of the training rows alone.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wick/readers.h"

namespace wick {

enum class Missing {
  error,     // a missing cell is an error
  mean,      // of the column; of a column of categories: the most frequent one
  median,    // as mean
  mode,      // the most frequent value, of equally frequent ones the lowest
  constant,  // fill_value; of a column of categories: a category of its own, "missing"
};

struct TableOptions {
  std::vector<std::string> columns = {};
  bool one_hot = true;  ///< a column per category, 1 in its own; else one column of the category's place
  Missing missing = Missing::error;
  double fill_value = 0;
  bool standardize = false;  ///< numbers to mean 0 and standard deviation 1 (divided by N, as scikit-learn's StandardScaler)
};

/// One column as it is encoded. Of a category: fill is its place.
struct TableColumn {
  std::string name;
  bool is_category = false;
  std::vector<std::string> categories = {};
  double fill = 0;               ///< instead of a missing cell; NaN: it is an error
  double mean = 0, std = 1;      ///< taken off and divided by, filled cells too
  friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

class TableEncoder {
 public:
  /// Columns of text become categories, in the table's order, numeric ones stay numbers.
  ///   name  stands for the table in error texts
  /// Throws ErrorKind::format for a cell missing under Missing::error, a column without a value in these rows, or a text column
  /// of more than 1024 categories.
  static TableEncoder fit(const CsvTable& table, std::span<const std::int64_t> rows, const TableOptions& options, const char* name = "data");
  TableEncoder(std::vector<TableColumn> columns, bool one_hot);

  /// f32 [rows, width()]. Throws ErrorKind::format for a category the encoder does not know, or a missing cell it cannot fill.
  Tensor encode(const CsvTable& table, std::span<const std::int64_t> rows, const char* name = "data") const;
  std::int64_t width() const;
  const std::vector<TableColumn>& columns() const { return columns_; }
  bool one_hot() const { return one_hot_; }
  /// Of each number that encode() gives: "age", "island=Dream".
  std::vector<std::string> names() const;

 private:
  std::vector<TableColumn> columns_;
  bool one_hot_;
};

/// Rows whose cells in these columns are all there.
std::vector<std::int64_t> complete_rows(const CsvTable& table, const std::vector<std::string>& columns);

/// As JSON: {"one_hot": true, "columns": [{"name": "age", "fill": 30, "mean": 29.7, "std": 14.5}, {"name": "sex", "fill": 1,
/// "categories": ["female", "male"]}]}. Reading throws ErrorKind::format.
std::string table_json(const TableEncoder& encoder);
TableEncoder read_table_json(std::string_view json, const char* name = "features");

}  // namespace wick
