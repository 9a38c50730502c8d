#include "wick/tokenizer.h"

#include <doctest/doctest.h>

#include "io/error_of.h"
#include "io/mutate.h"

namespace wick {
namespace {

std::vector<std::int64_t> wide(const std::vector<std::int32_t>& v) { return {v.begin(), v.end()}; }
std::string back(const Tokenizer& t, std::string_view text) { return t.decode(wide(t.encode(text))); }

const std::string kText = "the cat sat on the mat. the hat on the cat!\n\n12 cats, 123 hats; caf\xC3\xA9 \xE2\x82\xAC 5\n";

TEST_CASE("characters: a token for each, by code point") {
  const Tokenizer t = Tokenizer::characters_of("hello \xC3\xA9\xF0\x9F\x99\x82");
  CHECK(t.characters() == std::vector<std::string>{" ", "e", "h", "l", "o", "\xC3\xA9", "\xF0\x9F\x99\x82"});
  CHECK(t.encode("hole\xC3\xA9") == std::vector<std::int32_t>{2, 4, 3, 1, 5});
  CHECK(back(Tokenizer::characters_of(kText), kText) == kText);
  CHECK(t.encode("").empty());
  CHECK(t == Tokenizer::from_characters(t.characters()));
  CHECK(error_of([&] { t.encode("help"); }).says("character \"p\" is not in the vocabulary of 7 characters"));
  CHECK(error_of([&] { t.decode({3, 7}); }).says("token 7 is out of range; need 0 <= token < 7"));
  CHECK(error_of([] { Tokenizer::characters_of(""); }).says("text is empty"));
  CHECK(error_of([] { Tokenizer::from_characters({"a", "b", "a"}); }).says("character \"a\" is there twice"));
  CHECK(error_of([] { Tokenizer::from_characters({"ab"}); }).says("\"ab\" is no single character"));
  CHECK(error_of([] { Tokenizer::from_characters({}); }).says("empty"));
}

TEST_CASE("text that is not UTF-8 is refused with the byte, by the table of RFC 3629") {
  for (const char* bad : {"\x80", "ab\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xC3"}) {
    CAPTURE(bad);
    const Failure f = error_of([&] { Tokenizer::characters_of(bad, "file.txt"); });
    CHECK(f.kind == ErrorKind::format);
    CHECK(f.says(bad[0] == 'a' ? "file.txt: byte 2 is not UTF-8" : "file.txt: byte 0 is not UTF-8"));
  }
}

TEST_CASE("byte-pair encoding merges the most frequent pair first") {
  // Words "aab" five times and "ab" twice: (a,b) occurs 7 times, then (a,ab) 5 times, then nothing twice.
  const Tokenizer t = Tokenizer::train_bpe("aab\naab\naab\naab\naab\nab\nab", 300);
  CHECK(t.merges() == std::vector<Tokenizer::Merge>{{'a', 'b'}, {'a', 256}});
  CHECK(t.size() == 258);
  CHECK(t.token(257) == "aab");
  CHECK(t.encode("aab\nb") == std::vector<std::int32_t>{257, '\n', 'b'});
  // Equal counts: the lower tokens first. A pair of a pair is counted again after each merge.
  CHECK(Tokenizer::train_bpe("ba\nba\nxyxyxyxy", 257).merges()[0] == Tokenizer::Merge{'x', 'y'});
  CHECK(Tokenizer::train_bpe("cd\ncd\nab\nab", 257).merges()[0] == Tokenizer::Merge{'a', 'b'});
  CHECK(Tokenizer::train_bpe("xyxyxyxy", 300).merges() == std::vector<Tokenizer::Merge>{{'x', 'y'}, {256, 256}});
}

TEST_CASE("byte-pair encoding keeps words apart and takes any bytes") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += kText;
  const Tokenizer t = Tokenizer::train_bpe(text, 320);
  CHECK(t == Tokenizer::train_bpe(text, 320));
  CHECK(t == Tokenizer::from_merges(t.merges()));
  for (std::int64_t i = 256; i < t.size(); ++i) {
    CAPTURE(t.shown(i));
    const std::string& token = t.token(i);
    CHECK(token.find(' ', 1) == std::string::npos);
    CHECK(token.find_first_of("0123456789") == (token.find_first_not_of(" 0123456789") == std::string::npos ? token.find_first_not_of(' ') : std::string::npos));
  }
  CHECK(back(t, text) == text);
  CHECK(t.encode(text).size() < text.size() / 2);
  std::string any;
  for (int i = 0; i < 256; ++i) any += static_cast<char>(i);
  for (const std::string& odd : {any, std::string("\xFF\xFE the \0 cat", 12), std::string("   \n  two  spaces   "), std::string(" ")}) CHECK(back(t, odd) == odd);
  CHECK(error_of([] { Tokenizer::train_bpe("abc", 255); }).says("vocab_size is 255; need 256"));
  CHECK(error_of([] { Tokenizer::from_merges({{1, 2}, {257, 3}}); }).says("merge 1 is of tokens 257 and 3; need tokens below 257"));
  CHECK(error_of([] { Tokenizer::from_merges({{1, 2}, {1, 2}}); }).says("tokens 1 and 2 are merged twice"));
  std::vector<Tokenizer::Merge> doubling = {{'a', 'a'}};
  for (std::int32_t k = 256; k < 300; ++k) doubling.push_back({k, k});
  CHECK(error_of([&] { Tokenizer::from_merges(doubling); }).says("need at most 65536"));
}

TEST_CASE("a token is shown with what cannot be printed as numbers") {
  const Tokenizer t = Tokenizer::from_merges({{0xC3, 0xA9}, {'\n', 0xE2}});
  CHECK(t.shown(256) == "\xC3\xA9");
  CHECK(t.shown(257) == "\\n\\xE2");
  CHECK(t.shown(0x7F) == "\\x7F");
  CHECK(t.shown('a') == "a");
}

TEST_CASE("damaged text is read or refused, and reads back the same") {
  const auto* p = reinterpret_cast<const std::byte*>(kText.data());
  Mutator mutator({p, p + kText.size()});
  int read = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::vector<std::byte> bytes = mutator.next();
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::string again = text;
    const Failure f = error_of([&] { again = back(Tokenizer::characters_of(text), text); });
    CHECK(again == text);
    CHECK((!f.kind || f.kind == ErrorKind::format || f.kind == ErrorKind::value));
    read += !f.kind;
    if (i % 20 == 0) CHECK(back(Tokenizer::train_bpe(text, 280), text) == text);
  }
  CHECK(read > 200);
}

TEST_CASE("windows of a text and their targets, one further") {
  std::vector<std::int32_t> list;
  for (std::int32_t i = 0; i < 20; ++i) list.push_back(i);
  const auto tokens = std::make_shared<const std::vector<std::int32_t>>(list);
  const TextDataset set(tokens, 2, 13, 4, 3);  // windows at 2, 5, 8: the last target is token 12
  CHECK(set.size() == 3);
  CHECK(set.sample_shape() == Shape{4});
  const Batch b = set.get(std::vector<std::int64_t>{2, 0});
  CHECK(b.x.dtype() == DType::int64);
  CHECK(b.x.to_vector() == std::vector<double>{8, 9, 10, 11, 2, 3, 4, 5});
  CHECK(b.y.to_vector() == std::vector<double>{9, 10, 11, 12, 3, 4, 5, 6});
  CHECK(TextDataset(tokens, 0, 5, 4, 1).size() == 1);
  CHECK(error_of([&] { TextDataset(tokens, 0, 4, 4, 1); }).says("4 tokens give no window of seq_len 4"));
  CHECK(error_of([&] { TextDataset(tokens, 0, 21, 4, 1); }).says("[0, 21) of 20 tokens"));
  CHECK(error_of([&] { TextDataset(tokens, 0, 20, 0, 1); }).says("seq_len is 0"));
  CHECK(error_of([&] { set.get(std::vector<std::int64_t>{3}); }).says("index 3 is out of range; need 0 <= index < 3"));
}

}  // namespace
}  // namespace wick
