#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "core/number.h"
#include "core/sort.h"
#include "wick/files.h"
#include "wick/quote.h"
#include "wick/readers.h"

namespace wick {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

struct Field {
  std::string_view text;
  std::size_t line = 1, column = 1;  // counted from 1
  bool last = false;                 // of its line
};

/// Cuts the text into fields, one at a time. Lines without a character are passed over.
class Scanner {
 public:
  Scanner(std::string_view text, const char* name, const CsvOptions& options)
      : text_(text), name_(name), options_(options) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;  // byte order mark
  }

  bool next(Field& field) {
    if (column_ == 0) {
      while (at_ < text_.size() && is_line_end(text_[at_])) end_line();
      if (at_ == text_.size()) return false;
    }
    field.line = line_;
    field.column = ++column_;
    std::size_t from = at_;
    if (options_.trim) from = skip_blanks(from);
    if (from < text_.size() && text_[from] == '"') {
      at_ = from;
      field.text = quoted();
      if (options_.trim) at_ = skip_blanks(at_);
      if (at_ < text_.size() && text_[at_] != options_.delimiter && !is_line_end(text_[at_])) {
        bad("text after the closing quote: {}; need {} or the end of the line", quote(text_.substr(at_, 1)), quote({&options_.delimiter, 1}));
      }
    } else {
      field.text = plain();
    }
    field.last = at_ == text_.size() || is_line_end(text_[at_]);
    if (field.last) {
      if (at_ < text_.size()) end_line();
      column_ = 0;
    } else {
      ++at_;  // the delimiter
    }
    return true;
  }

 private:
  static bool is_line_end(char c) { return c == '\n' || c == '\r'; }
  static bool is_blank(char c) { return c == ' ' || c == '\t'; }

  std::size_t skip_blanks(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at]) && text_[at] != options_.delimiter) ++at;
    return at;
  }

  void end_line() {
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
  }

  std::string_view plain() {
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] != options_.delimiter && !is_line_end(text_[at_])) {
      if (text_[at_] == '"')
        bad("a quote inside a field that does not begin with one; quote the field and double the quote");
      if (text_[at_] == '\0') bad("a zero byte; need text");
      ++at_;
    }
    std::string_view field = text_.substr(from, at_ - from);
    if (options_.trim) {
      while (!field.empty() && is_blank(field.front())) field.remove_prefix(1);
      while (!field.empty() && is_blank(field.back())) field.remove_suffix(1);
    }
    return field;
  }

  // at_ is at the opening quote. The content is a piece of the text unless it holds doubled quotes.
  std::string_view quoted() {
    const std::size_t from = ++at_;
    const std::size_t opening_line = line_;
    bool doubled = false;
    while (true) {
      const std::size_t end = text_.find('"', at_);
      if (end == text_.npos) {
        line_ = opening_line;
        bad("the quote is never closed");
      }
      for (std::size_t i = at_; i < end; ++i) {
        if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n')) ++line_;
        if (text_[i] == '\0') bad("a zero byte; need text");
      }
      at_ = end + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      doubled = true;
      ++at_;
    }
    const std::string_view content = text_.substr(from, at_ - 1 - from);
    if (!doubled) return content;
    unquoted_.clear();
    for (std::size_t i = 0; i < content.size(); ++i) {
      unquoted_ += content[i];
      if (content[i] == '"') ++i;
    }
    return unquoted_;
  }

  template <class... Args>
  [[noreturn]] void bad(const Args&... args) const {
    fail(ErrorKind::format, "[csv] {}: line {}, field {}: ", name_, line_, column_, args...);
  }

  std::string_view text_;
  const char* name_;
  const CsvOptions& options_;
  std::size_t at_ = 0, line_ = 1, column_ = 0;
  std::string unquoted_;  // holds the last field with doubled quotes
};

bool is_missing(std::string_view text) {
  return text.empty() || text == "NA" || text == "NaN" || text == "nan" || text == "?";
}

// A number beyond double's range is none, infinity written out is one.
bool parse_number(std::string_view text, double& v) {
  if (parse_double(text, v)) return std::isfinite(v);
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  if (text != "inf" && text != "Infinity") return false;
  v = negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  return true;
}

struct Categories {
  std::map<std::string, std::size_t, std::less<>> place;
  double of(std::string_view text) {
    auto found = place.find(text);
    if (found == place.end()) found = place.emplace(text, place.size()).first;
    return static_cast<double>(found->second);
  }
};

// Gives the columns their categories; sorted, they get new places.
void finish_text_column(CsvColumn& column, const Categories& categories, bool sorted) {
  column.categories.resize(categories.place.size());
  std::vector<double> moved(categories.place.size());
  std::size_t next = 0;
  for (const auto& entry : categories.place) {  // a map: in the order of the text
    const std::size_t to = sorted ? next++ : entry.second;
    column.categories[to] = entry.first;
    moved[entry.second] = static_cast<double>(to);
  }
  for (double& v : column.values) {
    if (!std::isnan(v)) v = moved[static_cast<std::size_t>(v)];
  }
}

class Reader {
 public:
  Reader(std::string_view text, const char* name, const CsvOptions& options)
      : text_(text), name_(name), options_(options) {}

  CsvTable read() {
    read_header();
    read_numbers();
    read_texts();
    return std::move(table_);
  }

 private:
  template <class... Args>
  [[noreturn]] void bad(const Args&... args) const {
    fail(ErrorKind::format, "[csv] {}: ", name_, args...);
  }

  void read_header() {
    Scanner scanner(text_, name_, options_);
    Field field;
    while (scanner.next(field)) {
      CsvColumn& column = table_.columns.emplace_back();
      column.name = options_.header ? std::string(field.text) : to_text(field.column - 1);
      if (field.last) break;
    }
    if (table_.columns.empty())
      bad("no line with a field in it; need ", options_.header ? "a header" : "at least one row");
    const std::string* before = nullptr;
    for (const std::size_t i : sorted_indices(table_.columns.size(), [&](std::size_t x, std::size_t y) { return table_.columns[x].name < table_.columns[y].name; })) {
      const std::string& name = table_.columns[i].name;
      if (before && *before == name) bad("line 1: column {} is there twice; names must be unique", quote(name));
      before = &name;
    }
    for (const std::string& name : options_.text) {
      const auto same = [&](const CsvColumn& c) { return c.name == name; };
      const auto found = std::find_if(table_.columns.begin(), table_.columns.end(), same);
      if (found == table_.columns.end())
        fail(ErrorKind::value, "[csv] {}: no column {} to take as text", name_, quote(name));
      found->is_text = true;
    }
  }

  // Calls each(column, field) for every field below the header.
  template <class F>
  void scan(F each) {
    Scanner scanner(text_, name_, options_);
    Field field;
    if (options_.header) {
      do scanner.next(field);
      while (!field.last);
    }
    table_.rows = 0;
    while (scanner.next(field)) {
      if (field.last ? field.column != table_.columns.size() : field.column > table_.columns.size())
        wrong_count(scanner, field);
      each(table_.columns[field.column - 1], field);
      table_.rows += field.last;
    }
  }

  [[noreturn]] void wrong_count(Scanner& scanner, Field field) {
    const std::size_t line = field.line;
    while (!field.last) scanner.next(field);
    bad("line {} has {} fields; need {}, as the first line has", line, field.column, table_.columns.size());
  }

  // First pass: numbers. Most files end here; cells are not kept as text, which would take several times the memory.
  void read_numbers() {
    scan([](CsvColumn& column, const Field& field) {
      if (column.is_text) return;
      double v = kMissing;
      if (!is_missing(field.text) && !parse_number(field.text, v)) {
        column.is_text = true;
        column.first_text = field.text;
        column.first_text_line = field.line;
        return;
      }
      column.values.push_back(v);
    });
  }

  // Second pass, over the columns that turned out to be text.
  void read_texts() {
    bool any = false;
    for (CsvColumn& column : table_.columns) {
      if (!column.is_text) continue;
      column.values.clear();
      any = true;
    }
    if (!any) return;
    std::vector<Categories> categories(table_.columns.size());
    scan([&](CsvColumn& column, const Field& field) {
      if (!column.is_text) return;
      column.values.push_back(is_missing(field.text) ? kMissing : categories[field.column - 1].of(field.text));
    });
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (table_.columns[i].is_text) finish_text_column(table_.columns[i], categories[i], options_.sort_categories);
    }
  }

  std::string_view text_;
  const char* name_;
  const CsvOptions& options_;
  CsvTable table_;
};

}  // namespace

CsvTable read_csv(std::string_view text, const char* name, const CsvOptions& options) {
  return Reader(text, name, options).read();
}

const CsvColumn& CsvTable::column(std::string_view name) const {
  std::string names;
  for (const CsvColumn& c : columns) {
    if (c.name == name) return c;
    if (names.size() < 300) names += (names.empty() ? "" : ", ") + c.name;
  }
  fail(ErrorKind::value, "[csv] no column {}; there are: {}", quote(name), names);
}

Tensor CsvTable::to_tensor(const std::vector<std::string>& names, DType dtype) const {
  std::vector<const CsvColumn*> chosen;
  for (const std::string& name : names) chosen.push_back(&column(name));
  if (names.empty()) {
    for (const CsvColumn& c : columns) chosen.push_back(&c);
  }
  for (const CsvColumn* c : chosen) {
    if (!c->is_text) continue;
    if (c->first_text_line == 0)
      fail(ErrorKind::value, "[csv] column {} was read as text; need numbers", quote(c->name));
    fail(ErrorKind::value, "[csv] column {} has {} at line {}; need numbers", quote(c->name), quote(c->first_text), c->first_text_line);
  }
  const auto n = static_cast<std::int64_t>(rows), m = static_cast<std::int64_t>(chosen.size());
  Tensor out = empty({n, m}, dtype);
  dispatch_floating("csv", dtype, [&]<class T>() {
    T* to = out.data<T>();
    for (std::int64_t i = 0; i < n; ++i) {
      for (const CsvColumn* c : chosen) *to++ = static_cast<T>(c->values[static_cast<std::size_t>(i)]);
    }
  });
  return out;
}

Tensor CsvTable::labels(std::string_view name) const {
  const CsvColumn& c = column(name);
  Tensor out = empty({static_cast<std::int64_t>(rows)}, DType::int64);
  auto* to = out.data<std::int64_t>();
  constexpr double kExact = 9007199254740992.0;  // 2^53: whole numbers up to here are exact in double
  for (std::size_t i = 0; i < rows; ++i) {
    const double v = c.values[i];
    if (std::isnan(v))
      fail(ErrorKind::value, "[csv] column {} has no value in row {}; a label is needed", quote(name), i + 1);
    if (v != std::floor(v) || std::fabs(v) > kExact) {
      fail(ErrorKind::value, "[csv] column {} has {} in row {}; a label must be a whole number or text", quote(name), v, i + 1);
    }
    to[i] = static_cast<std::int64_t>(v);
  }
  return out;
}

CsvRow& CsvRow::add_plain(const std::string& text) {
  if (any_) line_ += ',';
  any_ = true;
  line_ += text;
  return *this;
}

CsvRow& CsvRow::add(std::string_view text) {
  const bool blank_edge =
      !text.empty() && (text.front() == ' ' || text.front() == '\t' || text.back() == ' ' || text.back() == '\t');
  if (!blank_edge && text.find_first_of(",\"\r\n") == text.npos) return add_plain(std::string(text));
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return add_plain(quoted + '"');
}

std::string CsvRow::take() {
  std::string out = std::move(line_);
  if (out.empty() && any_) out = "\"\"";  // one empty cell is not an empty line
  out += '\n';
  line_.clear();
  any_ = false;
  return out;
}

#ifndef __EMSCRIPTEN__
CsvTable load_csv(const std::string& path, const CsvOptions& options) {
  const Bytes bytes = read_packed_file(path);
  return read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path.c_str(), options);
}
#endif

}  // namespace wick
