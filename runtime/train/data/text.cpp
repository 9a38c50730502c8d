// Text: windows of tokens, each with the tokens that come next.

#include <algorithm>
#include <cmath>

#include "data/data_files.h"
#include "train/data_types.h"
#include "train/schema.h"
#include "wick/vocabulary.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "text file:text tokenizer=\"char\":text(char|bpe) vocab_size=512:integer>0 vocabulary=null:text seq_len=64:integer>0 stride=null:integer>0"
        " val=0.1:number<1 test=0:number<1\n";
};

std::string read_text(const std::string& dir, const std::string& name) {
  const std::vector<std::byte> bytes = read_data_file(dir, name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The file's first part is for training, what follows for validation, the end for testing. Held-out text is cut into windows
// that do not overlap: each of its tokens counts once.
DataSets text(const DataRequest& r) {
  need_classes(r);
  const Json& j = r.j;
  const std::string &file = j.at("file").text(), all = read_text(r.dir, file);
  const double val = j.at("val").number(), test = j.at("test").number();
  check(val + test < 1, ErrorKind::recipe, "[recipe] data: val and test take all of the text; need some for training.");
  const auto cut = [&](double share) {  // not within a character
    auto at = static_cast<std::size_t>(std::floor(static_cast<double>(all.size()) * share + 0.5));
    while (at < all.size() && (all[at] & 0xC0) == 0x80) ++at;
    return at;
  };
  const std::string_view whole(all);
  const std::size_t first_val = cut(1 - val - test), first_test = cut(1 - test);
  const std::string_view parts[] = {whole.substr(0, first_val), whole.substr(first_val, first_test - first_val), whole.substr(first_test)};

  Tokenizer tokenizer = [&] {
    if (!j.at("vocabulary").is_null()) return read_vocabulary(read_text(r.dir, j.at("vocabulary").text()), j.at("vocabulary").text().c_str());
    try {
      return j.at("tokenizer").text() == "bpe" ? Tokenizer::train_bpe(parts[0], j.at("vocab_size").integer()) : Tokenizer::characters_of(whole, file.c_str());
    } catch (...) {
      schema::rethrow(j, "data");
    }
  }();
  DataSets out;
  std::vector<std::int32_t> tokens;
  std::int64_t ends[3];
  for (int k = 0; k < 3; ++k) {
    const std::vector<std::int32_t> part = tokenizer.encode(parts[k]);
    tokens.insert(tokens.end(), part.begin(), part.end());
    ends[k] = static_cast<std::int64_t>(tokens.size());
  }
  const auto shared = std::make_shared<const std::vector<std::int32_t>>(std::move(tokens));
  const std::int64_t seq_len = j.at("seq_len").integer();
  const auto part = [&](std::int64_t first, std::int64_t end, std::int64_t stride) -> DatasetPtr {
    try {
      return std::make_shared<TextDataset>(shared, first, end, seq_len, stride);
    } catch (...) {
      schema::rethrow(j, "data");
    }
  };
  out.train = part(0, ends[0], j.at("stride").is_null() ? seq_len : j.at("stride").integer());
  if (val > 0) out.val = part(ends[0], ends[1], seq_len);
  if (test > 0) out.test = part(ends[1], ends[2], seq_len);
  set_vocabulary(out, std::move(tokenizer));
  return out;
}

constexpr DataMaker kMakers[] = {{"text", text}};

}  // namespace

void set_vocabulary(DataSets& out, Tokenizer tokenizer) {
  out.n_classes = std::max<std::int64_t>(2, tokenizer.size());
  out.class_names.clear();
  for (std::int64_t i = 0; i < tokenizer.size(); ++i) out.class_names.push_back(tokenizer.shown(i));
  out.tokenizer = std::make_shared<const Tokenizer>(std::move(tokenizer));
}

constinit const DataFamily kTextData = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
