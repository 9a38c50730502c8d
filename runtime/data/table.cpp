#include "wick/table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "wick/quote.h"

namespace wick {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostCategories = 1024;  // more are names or identifiers

double at(const CsvColumn& c, std::int64_t row) { return c.values[static_cast<std::size_t>(row)]; }

[[noreturn]] void missing_cell(const char* name, std::int64_t row, const std::string& column) {
  fail(ErrorKind::format, "[csv] {}: row {} has no {}; need every cell filled. Choose other features, or say how to fill it (missing).", name, row + 1, quote(column));
}

double median(std::vector<double> v) {
  std::sort(v.begin(), v.end());
  const std::size_t half = v.size() / 2;
  return v.size() % 2 ? v[half] : (v[half - 1] + v[half]) / 2;
}

double most_frequent(const std::vector<double>& v) {
  std::map<double, int> counts;
  for (const double x : v) ++counts[x];
  const auto* best = &*counts.begin();
  for (const auto& entry : counts)
    if (entry.second > best->second) best = &entry;
  return best->first;
}

double mean(const std::vector<double>& v) {
  double sum = 0;
  for (const double x : v) sum += x;
  return sum / static_cast<double>(v.size());
}

double fill_of(const CsvColumn& c, const std::vector<double>& there, const TableOptions& o) {
  switch (o.missing) {
    case Missing::error: return kNone;
    case Missing::constant: return c.is_text ? kNone : o.fill_value;
    case Missing::mode: return most_frequent(there);
    default: return c.is_text ? most_frequent(there) : o.missing == Missing::mean ? mean(there) : median(there);
  }
}

}  // namespace

TableEncoder::TableEncoder(std::vector<TableColumn> columns, bool one_hot) : columns_(std::move(columns)), one_hot_(one_hot) {
  for (const TableColumn& c : columns_) {
    check(std::isfinite(c.mean) && std::isfinite(c.std) && c.std > 0, ErrorKind::value, "[table] column {} has mean {} and std {}; need finite ones, std > 0.",
          quote(c.name), c.mean, c.std);
    check(!c.is_category || std::isnan(c.fill) || (c.fill >= 0 && c.fill < static_cast<double>(c.categories.size()) && c.fill == std::floor(c.fill)), ErrorKind::value,
          "[table] column {} is filled with category {}; need one of {}.", quote(c.name), c.fill, c.categories.size());
  }
}

TableEncoder TableEncoder::fit(const CsvTable& table, std::span<const std::int64_t> rows, const TableOptions& o, const char* name) {
  std::vector<TableColumn> out;
  for (const std::string& wanted : o.columns) {
    const CsvColumn& c = table.column(wanted);
    TableColumn& t = out.emplace_back();
    t.name = wanted;
    t.is_category = c.is_text;
    t.categories = c.categories;
    check(c.categories.size() <= kMostCategories, ErrorKind::format, "[csv] {}: column {} has {} different texts; need at most {} categories. Leave it out of the features.",
          name, quote(wanted), c.categories.size(), kMostCategories);
    std::vector<double> there;
    for (const std::int64_t row : rows) {
      if (!std::isnan(at(c, row))) there.push_back(at(c, row));
      else if (o.missing == Missing::error) missing_cell(name, row, wanted);
    }
    check(!there.empty(), ErrorKind::format, "[csv] {}: column {} has no value in the {} training rows; leave it out of the features.", name, quote(wanted), rows.size());
    t.fill = fill_of(c, there, o);
    const bool holes = std::any_of(c.values.begin(), c.values.end(), [](double v) { return std::isnan(v); });
    if (t.is_category && o.missing == Missing::constant && holes) {
      t.fill = static_cast<double>(t.categories.size());
      t.categories.emplace_back("missing");
    }
    if (t.is_category || !o.standardize) continue;
    there.resize(rows.size(), t.fill);  // filled cells count
    t.mean = mean(there);
    double squares = 0;
    for (const double x : there) squares += (x - t.mean) * (x - t.mean);
    const double std = std::sqrt(squares / static_cast<double>(there.size()));
    t.std = std > 0 ? std : 1;
  }
  return {std::move(out), o.one_hot};
}

std::int64_t TableEncoder::width() const {
  std::int64_t n = 0;
  for (const TableColumn& c : columns_) n += c.is_category && one_hot_ ? static_cast<std::int64_t>(c.categories.size()) : 1;
  return n;
}

std::vector<std::string> TableEncoder::names() const {
  std::vector<std::string> out;
  for (const TableColumn& c : columns_) {
    if (!c.is_category || !one_hot_) out.push_back(c.name);
    else
      for (const std::string& k : c.categories) out.push_back(str(c.name, "=", k));
  }
  return out;
}

Tensor TableEncoder::encode(const CsvTable& table, std::span<const std::int64_t> rows, const char* name) const {
  const std::int64_t width = this->width();
  Tensor out = zeros({static_cast<std::int64_t>(rows.size()), width});
  float* to = out.data<float>();
  for (const TableColumn& t : columns_) {
    const CsvColumn& c = table.column(t.name);
    if (c.is_text && !t.is_category) (void)table.to_tensor({t.name});  // throws with the cell that is no number
    check(c.is_text == t.is_category, ErrorKind::format, "[csv] {}: column {} holds numbers; need it read as text: it is one of categories.", name, quote(t.name));
    std::vector<double> place;  // of the table's categories
    for (const std::string& k : c.categories) {
      const auto found = std::find(t.categories.begin(), t.categories.end(), k);
      place.push_back(found == t.categories.end() ? kNone : static_cast<double>(found - t.categories.begin()));
    }
    const bool spread = t.is_category && one_hot_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      double v = at(c, rows[i]);
      const bool missing = std::isnan(v);
      if (missing) v = t.fill;
      else if (t.is_category) v = place[static_cast<std::size_t>(v)];
      if (std::isnan(v) && missing) missing_cell(name, rows[i], t.name);
      check(!std::isnan(v), ErrorKind::format, "[csv] {}: row {} has a category in {} that the model does not know; there are {}.", name, rows[i] + 1, quote(t.name),
            join(t.categories));
      float* row = to + static_cast<std::int64_t>(i) * width;
      if (spread) row[static_cast<std::int64_t>(v)] = 1;
      else *row = static_cast<float>((v - t.mean) / t.std);
    }
    to += spread ? static_cast<std::int64_t>(t.categories.size()) : 1;
  }
  return out;
}

std::vector<std::int64_t> complete_rows(const CsvTable& table, const std::vector<std::string>& columns) {
  std::vector<char> whole(table.rows, 1);
  for (const std::string& name : columns) {
    const CsvColumn& c = table.column(name);
    for (std::size_t i = 0; i < table.rows; ++i) whole[i] = static_cast<char>(whole[i] && !std::isnan(c.values[i]));
  }
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < table.rows; ++i)
    if (whole[i]) out.push_back(static_cast<std::int64_t>(i));
  return out;
}

}  // namespace wick
