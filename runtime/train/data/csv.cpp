// Tables in CSV files.

#include <algorithm>
#include <cmath>

#include "data/data_files.h"
#include "train/data_types.h"
#include "train/schema.h"
#include "wick/quote.h"
#include "wick/table.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "csv file:text target:text features=null:texts categorical=null:texts encoding=\"one_hot\":text(one_hot|index)"
        " missing=\"error\":text(error|drop|mean|median|mode|constant) fill_value=0:number standardize=false:boolean stratify=false:boolean"
        " val=0.2:number<1 test=0:number<1 delimiter=\",\":text\n";
};

std::vector<std::string> texts(const Json& j) {
  std::vector<std::string> out;
  for (const Json& t : j.items()) out.push_back(t.text());
  return out;
}

// Without a list: the numeric columns and those declared to be categories. A column of text in the list is one of categories.
std::vector<std::string> feature_names(const Json& j, const CsvTable& table) {
  const std::vector<std::string> declared = texts(j.at("categorical"));
  std::vector<std::string> out = texts(j.at("features"));
  for (const std::string& name : declared) (void)table.column(name);
  if (!out.empty()) return out;
  const std::string& target = j.at("target").text();
  for (const CsvColumn& c : table.columns)
    if (c.name != target && (!c.is_text || std::find(declared.begin(), declared.end(), c.name) != declared.end())) out.push_back(c.name);
  check(!out.empty(), ErrorKind::format, "[csv] {}: no column but \"{}\" is numeric; need at least one feature. Name columns of text as features.", j.at("file").text(), target);
  return out;
}

TableOptions table_options(const Json& j, std::vector<std::string> features) {
  TableOptions o;
  o.columns = std::move(features);
  o.one_hot = j.at("encoding").text() == "one_hot";
  o.fill_value = j.at("fill_value").number();
  o.standardize = j.at("standardize").boolean();
  constexpr const char* kNames[] = {"error", "mean", "median", "mode", "constant"};
  for (int k = 0; k < 5; ++k)
    if (j.at("missing").text() == kNames[k]) o.missing = static_cast<Missing>(k);
  return o;
}

DataSets csv(const DataRequest& r) {
  const Json& j = r.j;
  const std::string &file = j.at("file").text(), &target = j.at("target").text();
  CsvOptions options;
  if (j.at("delimiter").text().size() != 1) schema::bad(j.at("delimiter"), "data.delimiter", "is {}; need one character.", j.at("delimiter").brief());
  options.delimiter = j.at("delimiter").text()[0];
  options.sort_categories = true;
  options.text = texts(j.at("categorical"));
  if (r.targets == Targets::classes) options.text.push_back(target);
  const std::vector<std::byte> bytes = read_data_file(r.dir, file);
  const CsvTable table = read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.c_str(), options);
  const std::vector<std::string> features = feature_names(j, table);

  std::vector<std::string> needed = {target};
  if (j.at("missing").text() == "drop") needed.insert(needed.end(), features.begin(), features.end());
  std::vector<std::int64_t> rows = complete_rows(table, needed);
  if (j.at("missing").text() != "drop") {
    const CsvColumn& column = table.column(target);
    for (std::size_t i = 0; i < table.rows; ++i)
      check(!std::isnan(column.values[i]), ErrorKind::format, "[csv] {}: row {} has no {}; need every cell filled. \"missing\": \"drop\" leaves such rows out.", file,
            i + 1, quote(target));
  }
  const auto n = static_cast<std::int64_t>(rows.size());
  check(n > 0, ErrorKind::format, "[csv] {}: no row is complete; need at least one.", file);

  DataSets out;
  const CsvColumn& column = table.column(target);
  if (column.is_text && r.targets == Targets::values) (void)table.to_tensor({target});  // throws with the cell that is no number
  Tensor y = r.targets == Targets::classes ? empty(n, DType::int64) : empty({n, 1});
  for (std::int64_t i = 0; i < n; ++i) {
    const double v = column.values[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])];
    if (r.targets == Targets::classes) y.data<std::int64_t>()[i] = static_cast<std::int64_t>(v);
    else y.data<float>()[i] = static_cast<float>(v);
  }
  if (r.targets == Targets::classes) {
    out.class_names = column.categories;
    out.n_classes = std::max<std::int64_t>(2, static_cast<std::int64_t>(column.categories.size()));
  }

  const auto part = [&](const char* key) { return static_cast<std::int64_t>(std::floor(j.at(key).number() * static_cast<double>(n) + 0.5)); };
  const std::int64_t val = part("val"), test = part("test");
  check(val + test < n, ErrorKind::recipe, "[recipe] data: val and test take all {} rows; need some for training.", n);
  const bool stratify = j.at("stratify").boolean();
  if (stratify && r.targets == Targets::values) schema::bad(j.at("stratify"), "data.stratify", "is true; this loss has no classes to keep in proportion.");
  const auto parts = split_indices(n, {n - val - test, val, test}, r.seed, stratify ? y : Tensor());
  std::vector<std::int64_t> training;
  for (const std::int64_t i : parts[0]) training.push_back(rows[static_cast<std::size_t>(i)]);
  const TableEncoder encoder = TableEncoder::fit(table, training, table_options(j, features), file.c_str());
  const auto set = std::make_shared<TensorDataset>(encoder.encode(table, rows, file.c_str()), y);
  out.train = std::make_shared<Subset>(set, parts[0]);
  if (val) out.val = std::make_shared<Subset>(set, parts[1]);
  if (test) out.test = std::make_shared<Subset>(set, parts[2]);
  out.table = std::make_shared<const TableEncoder>(encoder);
  return out;
}

constexpr DataMaker kMakers[] = {{"csv", csv}};

}  // namespace

constinit const DataFamily kTableData = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
