#include "train/losses.h"

#include "core/cold_text.h"
#include "train/parts.h"
#include "train/schema.h"
#include "wick/registry.h"

namespace wick::parts {

namespace {

constexpr std::string_view kText =
    "CrossEntropyLoss weight=null:numbers>=0 ignore_index=-100:integer reduction=\"mean\":text(mean|sum) label_smoothing=0:number<=1\n";
struct Text {
  static constexpr char text[] =
      "NLLLoss weight=null:numbers>=0 ignore_index=-100:integer reduction=\"mean\":text(mean|sum)\n"
      "FocalLoss weight=null:numbers>=0 gamma=2:number>=0 ignore_index=-100:integer reduction=\"mean\":text(mean|sum)\n"
      "DiceLoss smooth=1:number>=0 reduction=\"mean\":text(mean|sum)\n"
      "SoftF1Loss eps=1e-7:number>=0 reduction=\"mean\":text(mean|sum)\n"
      "MultiMarginLoss p=1:integer>0 margin=1:number weight=null:numbers>=0 reduction=\"mean\":text(mean|sum)\n"
      "BCELoss weight=null:numbers>=0 reduction=\"mean\":text(mean|sum)\n"
      "BCEWithLogitsLoss weight=null:numbers>=0 pos_weight=null:numbers>=0 reduction=\"mean\":text(mean|sum)\n"
      "SigmoidFocalLoss alpha=0.25:number gamma=2:number>=0 reduction=\"mean\":text(mean|sum)\n"
      "MSELoss reduction=\"mean\":text(mean|sum)\n"
      "L1Loss reduction=\"mean\":text(mean|sum)\n"
      "SmoothL1Loss reduction=\"mean\":text(mean|sum) beta=1.0:number>=0\n"
      "HuberLoss reduction=\"mean\":text(mean|sum) delta=1.0:number>0\n"
      "PoissonNLLLoss log_input=true:boolean full=false:boolean eps=1e-8:number>=0 reduction=\"mean\":text(mean|sum)\n"
      "HingeEmbeddingLoss margin=1:number reduction=\"mean\":text(mean|sum)\n"
      "SoftMarginLoss reduction=\"mean\":text(mean|sum)\n"
      "KLDivLoss reduction=\"mean\":text(mean|sum|batchmean) log_target=false:boolean\n"
      "GaussianNLLLoss full=false:boolean eps=1e-6:number>0 reduction=\"mean\":text(mean|sum)\n"
      "MarginRankingLoss margin=0:number reduction=\"mean\":text(mean|sum)\n"
      "CosineEmbeddingLoss margin=0:number reduction=\"mean\":text(mean|sum)\n"
      "TripletMarginLoss margin=1:number p=2:number>0 eps=1e-6:number swap=false:boolean reduction=\"mean\":text(mean|sum)\n"
      "MultiLabelMarginLoss reduction=\"mean\":text(mean|sum)\n"
      "MultiLabelSoftMarginLoss weight=null:numbers>=0 reduction=\"mean\":text(mean|sum)\n"
      "CTCLoss blank=0:integer>=0 reduction=\"mean\":text(mean|sum) zero_infinity=false:boolean\n";
};

Tensor numbers(const Json& j) {
  if (j.is_null()) return {};
  std::vector<float> v;
  for (const Json& n : j.items()) v.push_back(static_cast<float>(n.number()));
  return tensor(v);
}

nn::LossPtr cross_entropy_loss(const Json& j) {
  const nn::CrossEntropyLossOptions options{numbers(j.at("weight")), j.at("ignore_index").integer(), j.at("reduction").text(), j.at("label_smoothing").number()};
  return nn::LossPtr(static_cast<nn::Loss*>(new nn::CrossEntropyLoss(options)));
}

using enum LossTargets;
constexpr LossRule kRules[] = {
    {"CrossEntropyLoss", "cross_entropy", classes, cross_entropy_loss},
    {"NLLLoss", "nll_loss", classes},
    {"FocalLoss", "focal_loss", classes},
    {"DiceLoss", "dice_loss", classes},
    {"SoftF1Loss", "soft_f1_loss", classes},
    {"MultiMarginLoss", "multi_margin_loss", classes},
    {"BCELoss", "binary_cross_entropy", likely},
    {"BCEWithLogitsLoss", "binary_cross_entropy_with_logits", binary},
    {"SigmoidFocalLoss", "sigmoid_focal_loss", binary},
    {"MSELoss", "mse_loss", values},
    {"L1Loss", "l1_loss", values},
    {"SmoothL1Loss", "smooth_l1_loss", values},
    {"HuberLoss", "huber_loss", values},
    {"PoissonNLLLoss", "poisson_nll_loss", values},
    {"HingeEmbeddingLoss", "hinge_embedding_loss", values},
    {"SoftMarginLoss", "soft_margin_loss", values},
    {"KLDivLoss", "kl_div", other},
    {"GaussianNLLLoss", "gaussian_nll_loss", other},
    {"MarginRankingLoss", "margin_ranking_loss", other},
    {"CosineEmbeddingLoss", "cosine_embedding_loss", other},
    {"TripletMarginLoss", "triplet_margin_loss", other},
    {"MultiLabelMarginLoss", "multilabel_margin_loss", other},
    {"MultiLabelSoftMarginLoss", "multilabel_soft_margin_loss", other},
    {"CTCLoss", "ctc_loss", other},
};

// A loss that is its op and the arguments after the tensors.
class OpLoss final : public nn::Loss {
 public:
  OpLoss(const LossRule& rule, const Json& j) : rule_(rule), op_(*find_op(rule.op)) {
    std::vector<Value> args;
    for (const OpParameter& p : op_.parameters()) {
      if (p.type == "Tensor") {
        args.emplace_back(Tensor(0.0));  // in its place until forward_all()
        ++n_inputs_;
        continue;
      }
      const Json& v = j.at(p.name);
      if (p.type == "Tensor?") args.push_back(v.is_null() ? Value() : Value(numbers(v)));
      else if (p.type == "str") args.emplace_back(v.text());
      else if (p.type == "bool") args.emplace_back(v.boolean());
      else if (p.type == "int") args.emplace_back(v.integer());
      else args.emplace_back(v.number());
    }
    args_ = bind_args(op_, args);
  }
  int n_inputs() const override { return n_inputs_; }
  const char* type() const override { return rule_.type; }
  Tensor forward_all(const TensorList& inputs) override {
    std::vector<Value> args = args_;
    for (std::size_t i = 0; i < inputs.size(); ++i) args[i].tensor = inputs[i];
    TensorList out;
    op_.call(op_.function, args.data(), out);
    return out[0];
  }

 private:
  const LossRule& rule_;
  const OpEntry& op_;
  std::vector<Value> args_;
  int n_inputs_ = 0;
};

nn::LossPtr other_loss(const LossRule& rule, const Json& j) { return nn::LossPtr(static_cast<nn::Loss*>(new OpLoss(rule, j))); }

}  // namespace

std::span<const LossRule> loss_rules() { return kRules; }

const LossRule& loss_rule(std::string_view type) {
  for (const LossRule& rule : kRules)
    if (rule.type == type) return rule;
  fail(ErrorKind::value, "[recipe] \"{}\" is a loss that nobody makes.", type);
}

std::string_view first_losses() { return kText; }
std::string_view more_losses() { return detail::cold_text<Text>(); }

nn::LossPtr loss(const Json& j, std::string_view path) {
  try {
    const LossRule& rule = loss_rule(j.at("type").text());
    return rule.make ? rule.make(j) : other_loss(rule, j);
  } catch (...) {
    schema::rethrow(j, path);
  }
}

}  // namespace wick::parts
