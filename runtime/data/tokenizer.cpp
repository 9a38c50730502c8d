#include "wick/tokenizer.h"

#include <algorithm>
#include <map>

#include "core/sort.h"
#include "wick/quote.h"

namespace wick {

namespace {

constexpr std::int32_t kBytes = 256;

// Length in bytes of the UTF-8 character at the start of text, by the table of RFC 3629; 0 if there is none.
std::size_t character_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return at(i) >= low && at(i) <= high; };
  const unsigned c = at(0);
  if (c < 0x80) return !text.empty();
  if (c >= 0xC2 && c <= 0xDF) return follows(1) ? 2 : 0;
  if (c >= 0xE0 && c <= 0xEF) return follows(1, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (c >= 0xF0 && c <= 0xF4) return follows(1, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

// Calls each(character) in turn.
template <class F>
void each_character(std::string_view text, const char* name, const F& each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t n = character_length(text.substr(at));
    if (n == 0) fail(ErrorKind::format, "[tokenizer] {}: byte {} is not UTF-8; need UTF-8 text, or the tokenizer \"bpe\", which takes any bytes.", name, at);
    each(text.substr(at, n));
    at += n;
  }
}

enum class Class { blank, letter, digit, sign };
Class class_of(char c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return Class::blank;
  if (c >= '0' && c <= '9') return Class::digit;
  const char low = static_cast<char>(c | 0x20);
  return (low >= 'a' && low <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? Class::letter : Class::sign;
}

// Length of the word at the start of text: a run of one class; a space that follows no other blank goes with what comes after it.
std::size_t word_length(std::string_view text) {
  std::size_t at = text[0] == ' ' && text.size() > 1 && class_of(text[1]) != Class::blank;
  const Class first = class_of(text[at]);
  while (at < text.size() && class_of(text[at]) == first) ++at;
  // Of several blanks the last one, a space, belongs to the next word.
  if (first == Class::blank && at > 1 && at < text.size() && text[at - 1] == ' ') --at;
  return at;
}

using Pair = Tokenizer::Merge;
using Word = std::vector<std::int32_t>;

// Where a pair occurs: how often over the whole text, and in which words (some may have lost it since).
struct PairUse {
  std::int64_t count = 0;
  std::vector<std::uint32_t> words;
};

// Replaces each pair in the word by `made`, from the left.
void merge_pair(Word& word, const Pair& pair, std::int32_t made) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool both = i + 1 < word.size() && word[i] == pair.first && word[i + 1] == pair.second;
    word[to++] = both ? made : word[i];
    i += both;
  }
  word.resize(to);
}

}  // namespace

Tokenizer Tokenizer::characters_of(std::string_view text, const char* name) {
  check(!text.empty(), ErrorKind::value, "[tokenizer] {} is empty; need text to take the characters from.", name);
  std::map<std::string, int, std::less<>> seen;  // bytes of UTF-8 sort as code points do
  each_character(text, name, [&](std::string_view c) {
    if (seen.find(c) == seen.end()) seen.emplace(c, 0);
  });
  std::vector<std::string> characters;
  for (const auto& entry : seen) characters.push_back(entry.first);
  return from_characters(std::move(characters));
}

Tokenizer Tokenizer::from_characters(std::vector<std::string> characters) {
  Tokenizer t;
  t.tokens_ = std::move(characters);
  const auto& names = t.tokens_;
  check(!names.empty(), ErrorKind::value, "[tokenizer] the vocabulary is empty; need at least one character.");
  for (const std::string& c : names)
    check(!c.empty() && character_length(c) == c.size(), ErrorKind::value, "[tokenizer] {} is no single character; need one for each token.", quote(c));
  const std::string* before = nullptr;
  for (const std::size_t i : sorted_indices(names.size(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; })) {
    check(!before || *before != names[i], ErrorKind::value, "[tokenizer] character {} is there twice.", quote(names[i]));
    before = &names[i];
    t.by_place_.push_back(static_cast<std::int32_t>(i));
  }
  return t;
}

Tokenizer Tokenizer::from_merges(std::vector<Merge> merges) {
  Tokenizer t;
  t.bpe_ = true;
  t.merges_ = std::move(merges);
  constexpr std::size_t kLongest = 1 << 16;  // a vocabulary of a few bytes could double its tokens without end
  for (std::int32_t b = 0; b < kBytes; ++b) t.tokens_.emplace_back(1, static_cast<char>(b));
  for (const Merge& m : t.merges_) {
    const auto made = static_cast<std::int32_t>(t.tokens_.size());
    check(m.first >= 0 && m.first < made && m.second >= 0 && m.second < made, ErrorKind::value, "[tokenizer] merge {} is of tokens {} and {}; need tokens below {}.",
          made - kBytes, m.first, m.second, made);
    std::string token = t.token(m.first) + t.token(m.second);
    check(token.size() <= kLongest, ErrorKind::value, "[tokenizer] token {} has {} bytes; need at most {}.", made, token.size(), kLongest);
    t.tokens_.push_back(std::move(token));
  }
  const auto& list = t.merges_;
  const Merge* before = nullptr;
  for (const std::size_t i : sorted_indices(list.size(), [&](std::size_t a, std::size_t b) { return list[a] < list[b]; })) {
    check(!before || *before != list[i], ErrorKind::value, "[tokenizer] tokens {} and {} are merged twice.", list[i].first, list[i].second);
    before = &list[i];
    t.by_place_.push_back(static_cast<std::int32_t>(i));
  }
  return t;
}

Tokenizer Tokenizer::train_bpe(std::string_view text, std::int64_t vocab_size) {
  check(vocab_size >= kBytes && vocab_size <= 1 << 20, ErrorKind::value, "[tokenizer] vocab_size is {}; need {} to {}: a token for each byte, then the merges.",
        vocab_size, kBytes, 1 << 20);
  std::map<std::string_view, std::int64_t> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t n = word_length(text.substr(at));
    ++found[text.substr(at, n)];
    at += n;
  }
  std::vector<Word> words;
  std::vector<std::int64_t> counts;
  std::map<Pair, PairUse> pairs;
  const auto count = [&](std::uint32_t w, std::int64_t times) {
    const Word& word = words[w];
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      PairUse& use = pairs[{word[i], word[i + 1]}];
      use.count += times;
      if (times > 0 && (use.words.empty() || use.words.back() != w)) use.words.push_back(w);
    }
  };
  for (const auto& [word, n] : found) {
    words.emplace_back();
    for (const char c : word) words.back().push_back(static_cast<unsigned char>(c));
    counts.push_back(n);
    count(static_cast<std::uint32_t>(words.size() - 1), n);
  }

  std::vector<Merge> merges;
  while (kBytes + static_cast<std::int64_t>(merges.size()) < vocab_size) {
    const auto* best = pairs.empty() ? nullptr : &*pairs.begin();
    for (const auto& entry : pairs)
      if (entry.second.count > best->second.count) best = &entry;
    if (!best || best->second.count < 2) break;
    const Pair pair = best->first;
    const std::vector<std::uint32_t> where = best->second.words;
    const auto made = kBytes + static_cast<std::int32_t>(merges.size());
    std::uint32_t last = static_cast<std::uint32_t>(-1);
    for (const std::uint32_t w : where) {
      if (w == last) continue;
      last = w;
      count(w, -counts[w]);
      merge_pair(words[w], pair, made);
      count(w, counts[w]);
    }
    std::erase_if(pairs, [](const auto& entry) { return entry.second.count == 0; });
    merges.push_back(pair);
  }
  return from_merges(std::move(merges));
}

// The earliest merge first, as in training.
void Tokenizer::encode_word(std::string_view text, std::vector<std::int32_t>& out) const {
  Word word;
  for (const char c : text) word.push_back(static_cast<unsigned char>(c));
  while (word.size() > 1) {
    auto earliest = static_cast<std::int32_t>(merges_.size());
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      const Pair pair{word[i], word[i + 1]};
      const auto at = std::lower_bound(by_place_.begin(), by_place_.end(), pair, [&](std::int32_t k, const Pair& p) { return merges_[static_cast<std::size_t>(k)] < p; });
      if (at != by_place_.end() && merges_[static_cast<std::size_t>(*at)] == pair) earliest = std::min(earliest, *at);
    }
    if (earliest == static_cast<std::int32_t>(merges_.size())) break;
    merge_pair(word, merges_[static_cast<std::size_t>(earliest)], kBytes + earliest);
  }
  out.insert(out.end(), word.begin(), word.end());
}

std::vector<std::int32_t> Tokenizer::encode(std::string_view text) const {
  std::vector<std::int32_t> out;
  if (bpe_) {
    std::map<std::string_view, std::vector<std::int32_t>> known;  // text repeats its words
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view word = text.substr(at, word_length(text.substr(at)));
      std::vector<std::int32_t>& tokens = known[word];
      if (tokens.empty()) encode_word(word, tokens);
      out.insert(out.end(), tokens.begin(), tokens.end());
      at += word.size();
    }
    return out;
  }
  each_character(text, "text", [&](std::string_view c) {
    const auto at = std::lower_bound(by_place_.begin(), by_place_.end(), c, [&](std::int32_t k, std::string_view v) { return token(k) < v; });
    if (at == by_place_.end() || token(*at) != c)
      fail(ErrorKind::value, "[tokenizer] character {} is not in the vocabulary of {} characters.", quote(c), size());
    out.push_back(*at);
  });
  return out;
}

std::string Tokenizer::decode(const std::vector<std::int64_t>& tokens) const {
  std::string out;
  for (const std::int64_t t : tokens) {
    check(t >= 0 && t < size(), ErrorKind::index, "[tokenizer] token {} is out of range; need 0 <= token < {}.", t, size());
    out += token(t);
  }
  return out;
}

std::string Tokenizer::shown(std::int64_t i) const {
  const std::string_view bytes = token(i);
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t n = character_length(bytes.substr(at));
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (n > 1 || (n == 1 && c >= ' ' && c != 0x7F)) {
      out += bytes.substr(at, n);
      at += n;
      continue;
    }
    if (c == '\n') out += "\\n";
    else (out += "\\x") += {"0123456789ABCDEF"[c >> 4], "0123456789ABCDEF"[c & 15]};
    ++at;
  }
  return out;
}

TextDataset::TextDataset(Tokens tokens, std::int64_t first, std::int64_t end, std::int64_t seq_len, std::int64_t stride)
    : tokens_(std::move(tokens)), first_(first), end_(end), seq_len_(seq_len), stride_(stride) {
  check(tokens_ && first >= 0 && first <= end && end <= static_cast<std::int64_t>(tokens_->size()), ErrorKind::value,
        "[TextDataset] the part is [{}, {}) of {} tokens; need one within.", first, end, tokens_ ? tokens_->size() : 0);
  check(seq_len >= 1 && stride >= 1, ErrorKind::value, "[TextDataset] seq_len is {}, stride is {}; need 1 or more.", seq_len, stride);
  check(end - first > seq_len, ErrorKind::value, "[TextDataset] {} tokens give no window of seq_len {}; need more than seq_len.", end - first, seq_len);
}

Batch TextDataset::get(std::span<const std::int64_t> indices) const {
  const auto n = static_cast<std::int64_t>(indices.size());
  Batch out{empty({n, seq_len_}, DType::int64), empty({n, seq_len_}, DType::int64)};
  auto *x = out.x.data<std::int64_t>(), *y = out.y.data<std::int64_t>();
  for (const std::int64_t i : indices) {
    check(i >= 0 && i < size(), ErrorKind::index, "[TextDataset] index {} is out of range; need 0 <= index < {}.", i, size());
    const std::int32_t* from = tokens_->data() + first_ + i * stride_;
    x = std::copy(from, from + seq_len_, x);
    y = std::copy(from + 1, from + 1 + seq_len_, y);
  }
  return out;
}

}  // namespace wick
