#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void matrices(Samples& out) {
  struct Sizes {
    std::int64_t M, K, N;
  };
  std::vector<Sizes> sizes = {{0, 2, 3}, {2, 0, 3}, {2, 3, 0}};
  for (std::int64_t M : {1, 2, 4})
    for (std::int64_t K : {1, 3})
      for (std::int64_t N : {1, 2, 5}) sizes.push_back({M, K, N});
  for (const auto& [M, K, N] : sizes) {
    const double beta = M == 2 ? 0.5 : 1, alpha = N == 2 ? -1.5 : 1;
    out.push_back({"mm", {R({M, K}), R({K, N})}});
    out.push_back({"mv", {R({M, K + N}), R({K + N})}});
    out.push_back({"dot", {R({M * K * N}), R({M * K * N})}});
    out.push_back({"dot", {R({M + K * 10 + N}), R({M + K * 10 + N})}});
    out.push_back({"outer", {R({M * K}), R({N})}});
    out.push_back({"bmm", {R({K, M, 2}), R({K, 2, N})}});
    out.push_back({"addmm", {R({M, N}), R({M, K}), R({K, N}), beta, alpha}});
    out.push_back({"addmm", {R({}), R({M, K}), R({K, N}), beta, alpha}});
    out.push_back({"addmv", {R({M}), R({M, K + N}), R({K + N}), beta, alpha}});
    out.push_back({"addr", {R({N}), R({M + K}), R({N}), beta, alpha}});
    out.push_back({"baddbmm", {R({N}), R({K, M, 2}), R({K, 2, N}), beta, alpha}});
    out.push_back({"addbmm", {R({M, 1}), R({K, M, 2}), R({K, 2, N}), beta, alpha}});
  }
  out.push_back({"mv", {R({3, 3}), R({3})}});
  out.push_back({"addmv", {R({}), R({2, 3}), R({3})}});
  out.push_back({"addr", {R({2, 3}), R({2}), R({3})}});
  out.push_back({"addr", {R({}), R({2}), R({3})}});
  out.push_back({"baddbmm", {R({}), R({2, 2, 3}), R({2, 3, 2})}});
  out.push_back({"addbmm", {R({}), R({2, 2, 3}), R({2, 3, 2})}});
  for (const char* op : {"mm", "bmm", "mv", "dot", "outer"}) out.cannot(op, Layout::zero_dim, "its operands have dimensions");
  for (const char* op : {"mm", "mv", "addmm", "addmv", "addr", "outer", "dot", "bmm", "baddbmm", "addbmm"}) out.cannot(op, Layout::channels_last, "its operands have at most three dimensions");
  for (const char* op : {"dot", "outer"}) out.cannot(op, Layout::transposed, "its operands have one dimension");

  const std::vector<std::pair<Shape, Shape>> pairs = {{{}, {3}}, {{2}, {}}, {{}, {}}, {{3}, {3}}, {{2, 3}, {3}}, {{3}, {2, 3}}, {{2, 3}, {4, 3}}, {{2, 1}, {3, 1}}, {{2, 2, 2, 3}, {1, 3}}, {{1, 3, 2}, {2, 2}},
                                                      {{0, 2}, {2, 2}}, {{2, 0}, {3, 0}}, {{5}, {2, 5}}, {{4}, {4}}, {{1}, {1}}, {{1}, {3, 1}}, {{7}, {7}}, {{2, 3, 2}, {2}}, {{3, 2}, {1, 2}}, {{2, 4}, {2, 2, 4}}, {{1, 2, 1, 2}, {3, 2}}};
  for (const auto& [a, b] : pairs) {
    out.push_back({"inner", {R(a), R(b)}});
    if (a.rank() < 4 || b.rank() < 3) out.push_back({"kron", {R(a), R(b)}});
  }
  for (std::int64_t n : {0, 1, 2, 3, 5})
    for (const Shape& s : {Shape{2, 2}, Shape{3, 3}, Shape{2, 2, 2}, Shape{1, 2, 2, 2}, Shape{0, 2, 2}}) {
      if (n > 0) out.push_back({"matrix_power", {R(s), I(n)}});
    }
  out.cannot("matrix_power", Layout::zero_dim, "its operand is a matrix");
}

void sums(Samples& out) {
  const std::vector<std::pair<const char*, std::vector<Shape>>> equations = {
      {"ij,jk->ik", {{2, 3}, {3, 4}}}, {"ij,jk", {{2, 3}, {3, 4}}}, {"bij,bjk->bik", {{2, 2, 3}, {2, 3, 2}}}, {"i,j->ij", {{2}, {3}}}, {"i,i", {{4}, {4}}}, {"ij->ji", {{2, 3}}},
      {"ij->", {{2, 3}}}, {"ij->j", {{2, 3}}}, {"ii->i", {{3, 3}}}, {"ii", {{3, 3}}}, {"iij->j", {{2, 2, 3}}}, {"...ij,...jk->...ik", {{2, 2, 2, 3}, {2, 3, 2}}},
      {"...i->...", {{2, 1, 3}}}, {"i...->...", {{3, 2}}}, {"bn,anm,bm->ba", {{2, 3}, {4, 3, 2}, {2, 2}}}, {"ij,ij->ij", {{2, 3}, {2, 3}}}, {"ij,kl->ijkl", {{2, 3}, {1, 2}}},
      {"bhqd,bhkd->bhqk", {{1, 2, 3, 2}, {1, 2, 2, 2}}}, {" i j , j -> i ", {{2, 3}, {3}}}, {"aBc,Bc->aB", {{2, 3, 2}, {3, 2}}}, {",i->i", {{}, {3}}}, {"ij,jk->ik", {{0, 3}, {3, 2}}},
      {"ij,j->i", {{3, 1}, {4}}}, {"...,...", {{2, 3}, {3}}}, {"ijkj->ik", {{2, 3, 2, 3}}}};
  for (const auto& [equation, shapes] : equations) {
    TensorList operands;
    for (const Shape& s : shapes) operands.push_back(R(s));
    out.push_back({"einsum", {equation, operands}});
  }
  const std::vector<std::tuple<Shape, Shape, Ints, Ints>> dots = {
      {{2, 3}, {3, 4}, {1}, {0}}, {{2, 3}, {4, 3}, {-1}, {-1}}, {{2, 3, 2}, {3, 2, 2}, {1, 2}, {0, 1}}, {{2, 3, 2}, {2, 3}, {0, 1}, {0, 1}}, {{2}, {3}, {}, {}}, {{}, {3}, {}, {}},
      {{2, 3}, {2, 3}, {0, 1}, {0, 1}}, {{2, 2, 2, 2}, {2, 2}, {1, 3}, {1, 0}}, {{1, 3, 2, 2}, {2}, {2}, {0}}, {{0, 2}, {2, 3}, {1}, {0}}, {{2, 0}, {0, 3}, {1}, {0}}, {{5}, {5}, {0}, {0}},
      {{4, 1}, {1, 4}, {1}, {0}}, {{2, 3, 4}, {4}, {2}, {0}}, {{3}, {2, 3, 2}, {0}, {1}}, {{2, 2}, {2, 2}, {0}, {0}}, {{2, 2}, {2, 2}, {0, 1}, {1, 0}}, {{1, 2, 1}, {2, 1}, {1}, {0}}, {{7}, {7, 2}, {0}, {0}},
      {{3, 2}, {3}, {0}, {0}}, {{2, 3}, {3, 4}, {-1}, {-2}}};
  for (const auto& [a, b, da, db] : dots) out.push_back({"tensordot", {R(a), R(b), da, db}});

  const std::vector<std::tuple<Shape, Shape, std::int64_t>> crossed = {
      {{3}, {3}, 0}, {{3}, {3}, -1}, {{2, 3}, {2, 3}, 1}, {{2, 3}, {2, 3}, -1}, {{3, 2}, {3, 2}, 0}, {{3, 2}, {3, 1}, 0}, {{1, 3}, {4, 3}, 1}, {{3, 3}, {3, 3}, 0}, {{3, 3}, {3, 3}, 1}, {{2, 3, 2}, {2, 3, 2}, 1},
      {{2, 2, 3}, {1, 2, 3}, 2}, {{3, 1, 2}, {3, 2, 1}, 0}, {{2, 3, 2, 2}, {2, 3, 2, 2}, 1}, {{1, 2, 2, 3}, {1, 2, 2, 3}, 3}, {{0, 3}, {0, 3}, 1}, {{3, 0}, {3, 0}, 0}, {{1, 3, 1}, {1, 3, 1}, 1}, {{5, 3}, {5, 3}, 1},
      {{3, 4}, {3, 4}, 0}, {{1, 3}, {1, 3}, -1}, {{4, 3}, {1, 3}, -1}};
  for (const auto& [a, b, dim] : crossed) {
    out.push_back({"cross", {R(a), R(b), dim}});
    out.push_back({"linalg_cross", {R(a), R(b), dim}});
  }
  out.push_back({"cross", {R({2, 3, 3}), R({2, 3, 3})}});
  for (const char* op : {"cross", "linalg_cross"}) out.cannot(op, Layout::zero_dim, "its operands have a dimension of 3");
}

void diagonals(Samples& out) {
  for (const Shape& s : {Shape{3, 3}, Shape{2, 4}, Shape{4, 1}, Shape{0, 2}, Shape{2, 3, 2}, Shape{2, 3, 2, 2}})
    for (std::int64_t offset : {0, 1, -1, 5}) {
      out.push_back({"diagonal", {R(s), I(offset), I(0), I(-1)}});
      if (s.rank() == 2) out.push_back({"diag", {R(s), I(offset)}});
    }
  out.push_back({"diagonal", {R({2, 3, 2}), I(0), I(2), I(1)}});
  for (const Shape& s : {Shape{3}, Shape{1}, Shape{0}, Shape{2, 3}, Shape{2, 3, 2, 2}})
    for (std::int64_t offset : {0, 2, -1, 1}) {
      out.push_back({"diag_embed", {R(s), I(offset)}});
      if (s.rank() == 1) out.push_back({"diag", {R(s), I(offset)}});
    }
  out.push_back({"diag_embed", {R({2, 3}), I(1), I(2), I(0)}});
  for (std::int64_t n : {0, 1, 2, 3, 4})
    for (std::int64_t m : {1, 2, 3, 5}) out.push_back({"trace", {R({n, m})}});
  for (const char* op : {"diagonal", "diag", "diag_embed", "trace"}) out.cannot(op, Layout::zero_dim, "it needs a dimension");
  for (const char* op : {"diag", "trace"}) out.cannot(op, Layout::channels_last, "its operand is a matrix");
}

const SampleFamily kFamily("products", [](Samples& out) {
  matrices(out);
  sums(out);
  diagonals(out);
});

}  // namespace
}  // namespace wick::test
