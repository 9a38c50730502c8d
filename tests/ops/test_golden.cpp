// Every stored PyTorch call of an op (tests/golden/cases.py): results and gradients.

#include <doctest/doctest.h>

#include <set>

#include "golden/cases.h"

namespace wick::test {
namespace {

TEST_CASE("golden: results and gradients of stored PyTorch calls") {
  std::set<std::string> ops;
  int n = 0;
  for (const char* family : kCaseFiles) {
    CaseFile file(family);
    for (const nlohmann::json& c : file.list("cases")) {
      const std::string op = c["op"];
      CAPTURE(family);
      CAPTURE(c.dump());
      file.leaves.clear();
      std::string found;
      try {
        std::vector<Value> args;
        for (const nlohmann::json& a : c["args"]) args.push_back(file.argument(a));
        found = file.compare(c, call_op(op, args));
      } catch (const Error& e) {
        found = e.what();
      }
      CHECK(found == "");
      ops.insert(op);
      ++n;
    }
  }
  CHECK(n >= 300);
  MESSAGE(n, " cases of ", ops.size(), " ops agree with PyTorch");
}

}  // namespace
}  // namespace wick::test
