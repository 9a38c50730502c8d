// Normalization within a sample. eps is not small, for a broadcast layout has lines without variance.

#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("sample_norm", [](Samples& out) {
  for (int i = 0; i < 26; ++i) {
    const std::int64_t groups = 1 + i % 3, C = groups * (1 + i / 3 % 2);
    Shape shape{i == 6 ? 0 : 2 + i % 2, C};
    for (int d = 0; d < i % 4; ++d) shape.push_back(2 + (i + d) % 2);
    if (shape.rank() == 2 && C == groups) shape.push_back(3);
    const V weight = i % 5 ? V(R({C})) : kNone, bias = i % 5 && i % 3 ? V(R({C})) : kNone;
    const double eps = 0.1 + 0.01 * i;
    out.push_back({"group_norm", {R(shape), groups, weight, bias, eps}});
    Shape image = shape;
    if (image.rank() == 2) image.push_back(3);
    const bool running = i % 4 == 1, by_input = i % 8 != 5;
    const V mean = running ? V(constant(R({C}))) : kNone, var = running ? V(constant(P({C}))) : kNone;
    if (image[0]) out.push_back({"instance_norm", {R(image), mean, var, weight, bias, by_input, 0.0, eps}});
    Ints last;
    for (int d = image.rank() - 1 - i % 2; d < image.rank(); ++d) last.push_back(image[d]);
    out.push_back({"rms_norm", {R(image), last, i % 3 ? V(R(last)) : kNone, i % 4 ? V(eps) : kNone}});
    out.push_back({"local_response_norm", {R(image), I(1 + i % 4), 0.5 + 0.02 * i, i % 2 ? 0.75 : 0.5, 1.0}});
  }
  out.push_back({"instance_norm", {R({0, 2, 3})}});
  for (const char* op : {"group_norm", "instance_norm", "rms_norm", "local_response_norm"}) out.cannot(op, Layout::zero_dim, "the input has a dimension to normalize over");
});

}  // namespace
}  // namespace wick::test
