#pragma once
// A tokenizer's vocabulary as JSON: {"type": "char", "characters": ["\n", " ", ...]} or
// {"type": "bpe", "merges": [[116, 104], ...]}.

#include <string>
#include <string_view>

#include "wick/tokenizer.h"

namespace wick {

std::string vocabulary_json(const Tokenizer& t);
/// Throws ErrorKind::format for what is no such JSON or no vocabulary.
///   name  stands for the text in error texts
Tokenizer read_vocabulary(std::string_view json, const char* name = "vocabulary");

}  // namespace wick
