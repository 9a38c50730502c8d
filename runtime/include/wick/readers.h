#pragma once
// Data files: IDX (the format of MNIST) and CSV.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wick/tensor.h"

namespace wick {

// IDX: 0 0 type rank, then each size as 4 bytes, then the elements, all big endian.
// http://yann.lecun.com/exdb/mnist

/// uint8 stays, int8, int16 and int32 become int32, float32 and float64 stay.
///   name  stands for the data in error texts
/// Throws ErrorKind::format with the bytes found and needed.
Tensor read_idx(std::span<const std::byte> bytes, const char* name = "data");
/// The bytes of an IDX file. t is uint8, bool (as uint8), int32, float32 or float64, of rank 1 to 8.
/// Throws ErrorKind::dtype or shape.
std::vector<std::byte> write_idx(const Tensor& t);

// CSV: RFC 4180, with "\n", "\r\n" or "\r" at the end of a line.

struct CsvOptions {
  char delimiter = ',';
  bool header = true;                  ///< the first line holds names; else they are "0", "1", ...
  bool sort_categories = false;        ///< else in the order they appear
  bool trim = true;                    ///< blanks around a field that is not quoted are no part of it
  std::vector<std::string> text = {};  ///< columns to take as text even if every cell is a number (labels, ids)
};

/// A column is numeric when every cell that is not missing is a number; else it is text and its values are places in
/// categories. A missing cell (empty, NA, NaN, ?) is NaN in both.
struct CsvColumn {
  std::string name;
  bool is_text = false;
  std::vector<double> values;
  std::vector<std::string> categories;
  std::size_t first_text_line = 0;  ///< where the cell stands that makes the column text; 0 if it was asked for
  std::string first_text;
};

struct CsvTable {
  std::vector<CsvColumn> columns;
  std::size_t rows = 0;

  /// Throws ErrorKind::value and lists the names there are.
  const CsvColumn& column(std::string_view name) const;
  /// [rows, names.size()] of the numeric columns of these names; all columns if none is named. Missing cells are NaN.
  /// Throws ErrorKind::value with the line and text of the first cell that is no number.
  Tensor to_tensor(const std::vector<std::string>& names = {}, DType dtype = DType::float32) const;
  /// i64[rows]: the categories of a text column or the whole numbers of a numeric one. Throws for a missing cell.
  Tensor labels(std::string_view name) const;
};

/// Throws ErrorKind::format with line and field, both counted from 1.
CsvTable read_csv(std::string_view text, const char* name = "data", const CsvOptions& options = {});

/// One line of CSV, cell by cell: CsvRow row; row.add(3).add("a,b").add(0.5); out += row.take();
class CsvRow {
 public:
  CsvRow& add(std::string_view text);  ///< quoted where needed
  CsvRow& add(const char* text) { return add(std::string_view(text)); }
  CsvRow& add(const std::string& text) { return add(std::string_view(text)); }
  CsvRow& add(double v) { return add_plain(to_text(v)); }  ///< shortest text that reads back the same; NaN is "nan"
  template <class T>
    requires std::is_integral_v<T>
  CsvRow& add(T v) {
    return add_plain(to_text(v));
  }
  CsvRow& skip() { return add_plain(""); }  ///< an empty cell: missing
  std::string take();                       ///< the line with its "\n"; the row is empty again

 private:
  CsvRow& add_plain(const std::string& text);
  std::string line_;
  bool any_ = false;
};

#ifndef __EMSCRIPTEN__
// Both read plain and gzip files, and path + ".gz" when path does not exist. ErrorKind::io when there is neither.
Tensor load_idx(const std::string& path);
CsvTable load_csv(const std::string& path, const CsvOptions& options = {});
#endif

}  // namespace wick
