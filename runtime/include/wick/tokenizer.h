#pragma once
// Text as numbers: one per character, or by byte-pair encoding; and windows of them as a data set.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wick/data.h"

namespace wick {

/// Turns text into tokens 0 … size() - 1 and back.
class Tokenizer {
 public:
  using Merge = std::pair<std::int32_t, std::int32_t>;

  /// A token for each character (code point) of the text, by code point: sorted(set(text)) in Python. Throws ErrorKind::format
  /// for text that is not UTF-8, with the byte where; ErrorKind::value for none.
  static Tokenizer characters_of(std::string_view text, const char* name = "text");
  /// Byte-pair encoding: the 256 bytes, then each merge of two tokens makes one more. Merges do not cross words: a word is a run
  /// of letters, of digits, of other signs or of blanks, with one space before it. The most frequent pair is merged first; of
  /// equals, that of the lower tokens. Ends early when no pair occurs twice. Throws ErrorKind::value for a size below 256.
  /// Source: Sennrich, Haddow, Birch 2016, arXiv:1508.07909.
  static Tokenizer train_bpe(std::string_view text, std::int64_t vocab_size);
  /// From what characters() or merges() gave. Throws ErrorKind::value for a character that is not one or is there twice, and for
  /// a merge of tokens that are not made before it or that is there twice.
  static Tokenizer from_characters(std::vector<std::string> characters);
  static Tokenizer from_merges(std::vector<Merge> merges);

  bool is_bpe() const { return bpe_; }
  std::int64_t size() const { return static_cast<std::int64_t>(tokens_.size()); }
  /// Throws ErrorKind::value for a character that has no token; byte-pair encoding takes any bytes.
  std::vector<std::int32_t> encode(std::string_view text) const;
  /// Throws ErrorKind::index for a token outside the vocabulary.
  std::string decode(const std::vector<std::int64_t>& tokens) const;
  /// The bytes a token stands for.
  const std::string& token(std::int64_t i) const { return tokens_[static_cast<std::size_t>(i)]; }
  const std::vector<std::string>& characters() const { return tokens_; }
  const std::vector<Merge>& merges() const { return merges_; }
  /// A token's bytes to look at: printable UTF-8, other bytes as "\xE2".
  std::string shown(std::int64_t i) const;
  friend bool operator==(const Tokenizer&, const Tokenizer&) = default;

 private:
  void encode_word(std::string_view word, std::vector<std::int32_t>& out) const;
  bool bpe_ = false;
  std::vector<std::string> tokens_;
  std::vector<Merge> merges_;
  std::vector<std::int32_t> by_place_;  // tokens by character; merges by pair
};

/// Windows of a token sequence: x = tokens [i, i + seq_len), y = the tokens one further, both i64 [seq_len], with i = first,
/// first + stride, … as long as the window and its targets end before `end`.
class TextDataset final : public Dataset {
 public:
  using Tokens = std::shared_ptr<const std::vector<std::int32_t>>;
  /// Throws ErrorKind::value when not even one window fits, or for a seq_len or stride below 1.
  TextDataset(Tokens tokens, std::int64_t first, std::int64_t end, std::int64_t seq_len, std::int64_t stride);
  std::int64_t size() const override { return (end_ - first_ - seq_len_ - 1) / stride_ + 1; }
  Batch get(std::span<const std::int64_t> indices) const override;
  Shape sample_shape() const override { return {seq_len_}; }

 private:
  Tokens tokens_;
  std::int64_t first_, end_, seq_len_, stride_;
};

}  // namespace wick
