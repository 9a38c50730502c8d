// Metrics by way of recipes, and what each refuses.

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "train/small_run.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

Recipe of_table(const char* target, const char* loss, const char* metrics, int outputs = 1) {
  return Recipe::parse(str(R"({"model":{"type":"Linear","in_features":2,"out_features":)", outputs, R"(},"data":{"type":"csv","file":"m.csv","target":")", target,
                           R"(","features":["a","b"],"val":0.3,"batch_size":8},"loss":")", loss, R"(","optimizer":{"type":"Adam","lr":0.1},"metrics":)", metrics,
                           R"(,"trainer":{"max_epochs":30}})"));
}

std::string why_not(const Recipe& r) {
  return error_of([&] { Session s(r); }).text;
}

struct Table {
  Table() {
    std::string text = "a,b,kind,y\n";
    for (int i = 0; i < 40; ++i) text += str(i % 2, ",", i % 7, ",", i % 2 ? "cat" : "dog", ",", i % 2 * 2.5 + 0.1 * (i % 7), "\n");
    REQUIRE(wick_file_put("m.csv", text.data(), text.size()) == 0);
  }
  ~Table() { wick_file_put("m.csv", nullptr, 0); }
};

TEST_CASE("recipe metrics: all of classes, by their names") {
  const Recipe r = Recipe::parse(kSmallRecipe).with("trainer.max_epochs", "1").with("metrics", R"(["Accuracy", {"type":"Accuracy","top_k":3}, "Precision", "Recall", "Specificity",
    {"type":"FBetaScore","beta":0.5,"average":"weighted"}, "AUROC", {"type":"AveragePrecision","average":"none"}, "MatthewsCorrCoef", {"type":"CohenKappa","weights":"linear"},
    "JaccardIndex", {"type":"CalibrationError","norm":"max"}, "Perplexity"])");
  Session s(r);
  s.fit();
  std::string names;
  for (const auto& [key, value] : s.trainer().history().back().metrics) {
    const std::string name = key;
    names += name + " ";
    CAPTURE(name);
    CHECK((std::isfinite(value) || name.starts_with("AveragePrecision_none_")));
  }
  CHECK(names == "Accuracy Accuracy_top3 Precision Recall Specificity FBetaScore_beta0.5_weighted AUROC_macro AveragePrecision_none_0 AveragePrecision_none_1 "
                 "AveragePrecision_none_2 AveragePrecision_none_3 AveragePrecision_none_4 AveragePrecision_none_5 AveragePrecision_none_6 AveragePrecision_none_7 "
                 "AveragePrecision_none_8 AveragePrecision_none_9 MatthewsCorrCoef CohenKappa_linear JaccardIndex_macro CalibrationError_max Perplexity ");
  CHECK(s.trainer().history().back().find("val_Accuracy") == s.trainer().history().back().val_accuracy);
  CHECK(std::fabs(std::log(s.trainer().history().back().find("val_Perplexity")) - s.trainer().history().back().val_loss) < 1e-5);
  const EvalResult again = s.evaluate("val");
  CHECK(again.metrics.size() == 22);
  CHECK(again.metrics[6].second == s.trainer().history().back().metrics[6].second);
}

TEST_CASE("recipe metrics: binary from one logit and from two, values from a table") {
  const Table table;
  const char* binary = R"([{"type":"F1Score","task":"binary"}, {"type":"AUROC","task":"binary"}, {"type":"CalibrationError","task":"binary"}, "AUROC"])";
  for (const int outputs : {1, 2}) {
    Session s(of_table("kind", outputs == 1 ? "BCEWithLogitsLoss" : "CrossEntropyLoss", binary, outputs));
    s.fit();
    const EpochRecord& last = s.trainer().history().back();
    CHECK(last.find("val_F1Score_binary") == 1);
    CHECK(last.find("val_AUROC_binary") == 1);
    CHECK(last.find("val_AUROC_macro") == 1);
    CHECK(last.find("val_CalibrationError_binary") < 0.4);
  }
  Session values(of_table("y", "MSELoss", R"(["MeanSquaredError", {"type":"MeanSquaredError","squared":false}, "MeanAbsoluteError", "R2Score"])"));
  values.fit();
  const EpochRecord& last = values.trainer().history().back();
  CHECK(last.find("val_MeanSquaredError") == doctest::Approx(last.val_loss));
  CHECK(last.find("val_MeanSquaredError_root") == doctest::Approx(std::sqrt(last.val_loss)));
  CHECK(last.find("val_R2Score") > 0.5);
  // What a metric cannot be of.
  CHECK(why_not(of_table("y", "MSELoss", R"(["R2Score", "F1Score"])")) == "[recipe] metrics[1]: it is of classes; there are none with MSELoss.");
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"(["R2Score"])")) == "[recipe] metrics[0]: it is of values; with BCEWithLogitsLoss there are classes.");
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"([{"type":"AUROC","task":"multilabel"}])")) ==
        "[recipe] metrics[0].task: is \"multilabel\"; a sample of this data has one label.");
  CHECK(why_not(of_table("kind", "CrossEntropyLoss", R"([{"type":"AUROC","task":"binary"}])", 3)) ==
        "[recipe] metrics[0].task: is \"binary\"; the model tells 3 classes apart.");
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"(["Recall", {"type":"Recall","threshold":0.3}])")) == "[recipe] metrics[1]: is logged as Recall, as another one already is.");
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"([{"type":"AUROC","average":"micro"}])")) ==
        "[recipe] metrics[0]: [AUROC] average is \"micro\"; need \"macro\", \"weighted\" or \"none\" for multiclass.");
}

TEST_CASE("recipe metrics: those of tensors are refused; curves of other classes do not merge") {
  const Table table;
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"(["Recall", "ROC"])")) ==
        "[recipe] metrics[1]: ROC gives tensors, which no log of figures can hold; need a metric of figures, such as AUROC.");
  CHECK(why_not(of_table("kind", "BCEWithLogitsLoss", R"(["ConfusionMatrix"])")) ==
        "[recipe] metrics[0]: ConfusionMatrix gives tensors, which no log of figures can hold; need a metric of figures, such as MatthewsCorrCoef.");
  CHECK(error_of([] { make_accumulator("\"ROC\"", 0); }).text == "[recipe] it is of classes; there are none with num_classes 0.");
  CHECK(error_of([] { make_accumulator(R"({"type":"ROC","thresholds":[0.5,0.2]})", 3); }).text == "[recipe] [ROC] thresholds fall; need rising ones.");
  CHECK(error_of([] { make_accumulator(R"({"type":"ROC","thresholds":1})", 3); }).text ==
        "[recipe] thresholds: is 1; need a whole number of 2 or more, or a list of numbers from 0 to 1, or null.");
  const auto merge = [](const char* a, std::int64_t n, const char* b, std::int64_t m) {
    return error_of([&] { make_accumulator(a, n)->merge(*make_accumulator(b, m)); }).text;
  };
  CHECK(merge("\"ROC\"", 3, "\"ROC\"", 4) == "[ROC] cannot merge with a ROC of 4 sums; need one of the same classes and settings.");
  CHECK(merge("\"AUROC\"", 3, R"({"type":"AUROC","task":"multilabel"})", 3) ==
        "[AUROC] cannot merge with a AUROC_multilabel of 3 sums; need one of the same classes and settings.");
  // Two of three thresholds given as they are; torchmetrics gives sizes of 3 and, of precision and recall, one more.
  const auto curve = make_accumulator(R"({"type":"PrecisionRecallCurve","task":"binary","thresholds":[0.1,0.5,0.9]})", 0);  // binary: two classes
  curve->update(tensor<float>({0.1f, 0.5f, 0.6f, 0.95f}), tensor<std::int64_t>({0, 1, 0, 1}));
  const std::vector<Tensor> r = curve->results();
  REQUIRE(r.size() == 3);
  CHECK(r[0].to_vector() == tensor<float>({0.5f, 2.0f / 3, 1, 1}).to_vector());
  CHECK(r[1].to_vector() == std::vector<double>{1, 1, 0.5, 0});
  CHECK(r[2].to_vector() == tensor<float>({0.1f, 0.5f, 0.9f}).to_vector());
  // Figures as a tensor too.
  const auto recall = make_accumulator(R"({"type":"Recall","average":"none"})", 2);
  recall->update(tensor<std::int64_t>({0, 1, 0}), tensor<std::int64_t>({0, 1, 1}));
  CHECK(recall->results()[0].to_vector() == std::vector<double>{1, 0.5});
}

TEST_CASE("metrics: settings and inputs that make no sense") {
  const ClassificationOptions three{.num_classes = 3}, binary{.task = "binary"}, labels{.task = "multilabel", .num_classes = 2};
  const Tensor y = tensor<std::int64_t>({0, 1});
  CHECK(error_of([] { Recall({.task = "multi"}); }).text == "[Recall] task is \"multi\"; need \"binary\", \"multiclass\" or \"multilabel\".");
  CHECK(error_of([] { Recall(ClassificationOptions{}); }).text == "[Recall] num_classes is 0; need 2 or more.");
  CHECK(error_of([] { AUROC({.num_classes = -2}); }).text == "[AUROC] num_classes is -2; need 2 or more.");
  CHECK(error_of([] { Recall({.task = "binary", .threshold = 2}); }).text == "[Recall] threshold is 2; need a number from 0 to 1.");
  CHECK(error_of([&] { Accuracy(three, 4); }).text == "[Accuracy] top_k is 4; need 1, or for multiclass up to num_classes (3).");
  CHECK(error_of([&] { Accuracy(binary, 2); }).text == "[Accuracy] top_k is 2; need 1, or for multiclass up to num_classes (0).");
  CHECK(error_of([&] { Accuracy(three, 2).update(y, y); }).text == "[Accuracy] top_k is 2 but predictions are classes; need scores [N,C].");
  CHECK(error_of([&] { FBetaScore(0, three); }).text == "[FBetaScore] beta is 0; need beta > 0.");
  CHECK(error_of([&] { CohenKappa{labels}; }).text == "[CohenKappa] task is \"multilabel\"; need \"binary\" or \"multiclass\".");
  CHECK(error_of([&] { CohenKappa(three, "cubic"); }).text == "[CohenKappa] weights is \"cubic\"; need \"none\", \"linear\" or \"quadratic\".");
  CHECK(error_of([&] { ConfusionMatrix(three, "rows"); }).text == "[ConfusionMatrix] normalize is \"rows\"; need \"none\", \"true\", \"pred\" or \"all\".");
  CHECK(error_of([&] { CalibrationError{labels}; }).text == "[CalibrationError] task is \"multilabel\"; need \"binary\" or \"multiclass\".");
  CHECK(error_of([&] { CalibrationError(three, 0); }).text == "[CalibrationError] n_bins is 0; need 1 or more.");
  CHECK(error_of([&] { CalibrationError(three, 5, "l3"); }).text == "[CalibrationError] norm is \"l3\"; need \"l1\", \"l2\" or \"max\".");
  CHECK(error_of([&] { CalibrationError(three).update(y, y); }).text == "[CalibrationError] predictions are i64[2]; need scores, not classes.");
  CHECK(error_of([&] { ROC(three).update(y, y); }).text == "[ROC] predictions are i64[2]; need scores, not classes.");
  CHECK(error_of([&] { PrecisionRecallCurve(three, {0.5, 0.2}); }).text == "[PrecisionRecallCurve] thresholds fall; need rising ones.");
  CHECK(error_of([] { even_thresholds(1); }).text == "[metrics] 1 thresholds; need 2 or more.");
  CHECK(error_of([&] { Recall(three).update(zeros({2, 4}), y); }).text ==
        "[Recall] predictions are f32[2,4], targets i64[2]; need scores [N,3,...] for targets [N,...], or classes of the targets' shape.");
  CHECK(error_of([&] { MatthewsCorrCoef(binary).update(zeros(3), y); }).text == "[MatthewsCorrCoef] predictions are f32[3], targets i64[2]; need one score per target.");
  CHECK(error_of([&] { JaccardIndex(labels).update(zeros({1, 3}), tensor<std::int64_t>({0, 1, 0}, {1, 3})); }).text ==
        "[JaccardIndex] predictions are f32[1,3], targets i64[1,3]; need both of one shape [N,2,...].");
  CHECK(error_of([&] { AveragePrecision(binary).update(zeros(2), tensor<std::int64_t>({0, 3})); }).text ==
        "[AveragePrecision] label 3 at row 1 is out of range; need 0 <= label < 2.");
  CHECK(error_of([&] { Specificity(three).merge(Recall(three)); }).text ==
        "[Specificity] cannot merge with a Recall of 10 sums; need one of the same classes and settings.");
  CHECK(error_of([&] { Recall({.num_classes = 3, .average = Average::none}).compute(); }).text ==
        "[Recall] average is none: there is no single figure; use compute_per_class().");
  MeanSquaredError of_two(true, 2);
  CHECK(error_of([&] { of_two.update(zeros(4), zeros(4)); }).text == "[MeanSquaredError] predictions are f32[4]; need [N,2].");
  CHECK(error_of([] { MeanAbsoluteError(0); }).text == "[MeanAbsoluteError] num_outputs is 0; need 1 or more.");
  CHECK(error_of([] { MeanAbsoluteError().update(zeros(4), zeros(3)); }).text == "[MeanAbsoluteError] predictions are f32[4], targets f32[3]; both need the same shape.");
  CHECK(error_of([] { R2Score().compute(); }).text == "[R2Score] it saw 0 samples; need at least two.");
  CHECK(error_of([] { R2Score(1, -1); }).text == "[R2Score] adjusted is -1; need 0 or more.");
  CHECK(error_of([] { R2Score(1, 0, "mean"); }).text == "[R2Score] multioutput is \"mean\"; need \"raw_values\", \"uniform_average\" or \"variance_weighted\".");
  Perplexity p;
  CHECK(error_of([&] { p.update(zeros({2, 3}), tensor<std::int64_t>({0, 5})); }).text == "[Perplexity] label 5 at row 1 is out of range; need 0 <= label < 3.");
  CHECK(p.state().sums == std::vector<double>{0, 0});
  CHECK(error_of([&] { p.update(zeros({2, 3}), zeros({2, 3}, DType::int64)); }).text ==
        "[Perplexity] predictions are f32[2,3], targets i64[2,3]; need logits with one dimension more, for the classes.");
}

TEST_CASE("metrics without samples give 0 or NaN, and empty batches change nothing") {
  const ClassificationOptions three{.num_classes = 3};
  CHECK(Precision(three).compute() == 0);
  CHECK(std::isnan(AveragePrecision(three).compute()));
  CHECK(AUROC(three).compute() == 0);
  CHECK(std::isnan(MeanSquaredError().compute()));
  Accuracy a(three);
  a.update(zeros({0, 3}), zeros(0, DType::int64));
  a.update(tensor<float>({1, 0, 0}, {1, 3}), tensor<std::int64_t>({0}));
  CHECK(a.compute() == 1);
}

}  // namespace
}  // namespace wick::test
