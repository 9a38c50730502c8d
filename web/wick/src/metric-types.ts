// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { CurveMetric, Metric, TensorMetric } from "./metric.js";

export interface AccuracyOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class Accuracy extends Metric {
  constructor(options: AccuracyOptions = {}) {
    super("Accuracy", options);
  }
}
export interface F1ScoreOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class F1Score extends Metric {
  constructor(options: F1ScoreOptions = {}) {
    super("F1Score", options);
  }
}
export interface PrecisionOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class Precision extends Metric {
  constructor(options: PrecisionOptions = {}) {
    super("Precision", options);
  }
}
export interface RecallOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class Recall extends Metric {
  constructor(options: RecallOptions = {}) {
    super("Recall", options);
  }
}
export interface SpecificityOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class Specificity extends Metric {
  constructor(options: SpecificityOptions = {}) {
    super("Specificity", options);
  }
}
export interface FBetaScoreOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default undefined */
  beta?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "micro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 1 */
  topK?: number;
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class FBetaScore extends Metric {
  constructor(options: FBetaScoreOptions = {}) {
    super("FBetaScore", options);
  }
}
export interface AUROCOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "macro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default null */
  thresholds?: number | readonly number[] | null;
  /** default null */
  ignoreIndex?: number | null;
}
export class AUROC extends Metric {
  constructor(options: AUROCOptions = {}) {
    super("AUROC", options);
  }
}
export interface AveragePrecisionOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "macro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default null */
  thresholds?: number | readonly number[] | null;
  /** default null */
  ignoreIndex?: number | null;
}
export class AveragePrecision extends Metric {
  constructor(options: AveragePrecisionOptions = {}) {
    super("AveragePrecision", options);
  }
}
export interface MatthewsCorrCoefOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class MatthewsCorrCoef extends Metric {
  constructor(options: MatthewsCorrCoefOptions = {}) {
    super("MatthewsCorrCoef", options);
  }
}
export interface CohenKappaOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
  /** default "none" */
  weights?: "none" | "linear" | "quadratic";
}
export class CohenKappa extends Metric {
  constructor(options: CohenKappaOptions = {}) {
    super("CohenKappa", options);
  }
}
export interface JaccardIndexOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default "macro" */
  average?: "micro" | "macro" | "weighted" | "none";
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class JaccardIndex extends Metric {
  constructor(options: JaccardIndexOptions = {}) {
    super("JaccardIndex", options);
  }
}
export interface CalibrationErrorOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default 15 */
  nBins?: number;
  /** default "l1" */
  norm?: "l1" | "l2" | "max";
  /** default null */
  ignoreIndex?: number | null;
}
export class CalibrationError extends Metric {
  constructor(options: CalibrationErrorOptions = {}) {
    super("CalibrationError", options);
  }
}
export interface ROCOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default null */
  thresholds?: number | readonly number[] | null;
  /** default null */
  ignoreIndex?: number | null;
}
export class ROC extends CurveMetric {
  constructor(options: ROCOptions = {}) {
    super("ROC", options);
  }
}
export interface PrecisionRecallCurveOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default null */
  thresholds?: number | readonly number[] | null;
  /** default null */
  ignoreIndex?: number | null;
}
export class PrecisionRecallCurve extends CurveMetric {
  constructor(options: PrecisionRecallCurveOptions = {}) {
    super("PrecisionRecallCurve", options);
  }
}
export interface ConfusionMatrixOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default "multiclass" */
  task?: "binary" | "multiclass" | "multilabel";
  /** default 0.5 */
  threshold?: number;
  /** default null */
  ignoreIndex?: number | null;
  /** default "none" */
  normalize?: "none" | "true" | "pred" | "all";
}
export class ConfusionMatrix extends TensorMetric {
  constructor(options: ConfusionMatrixOptions = {}) {
    super("ConfusionMatrix", options);
  }
}
export interface PerplexityOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default null */
  ignoreIndex?: number | null;
}
export class Perplexity extends Metric {
  constructor(options: PerplexityOptions = {}) {
    super("Perplexity", options);
  }
}
export interface MeanSquaredErrorOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default true */
  squared?: boolean;
}
export class MeanSquaredError extends Metric {
  constructor(options: MeanSquaredErrorOptions = {}) {
    super("MeanSquaredError", options);
  }
}
export interface MeanAbsoluteErrorOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
}
export class MeanAbsoluteError extends Metric {
  constructor(options: MeanAbsoluteErrorOptions = {}) {
    super("MeanAbsoluteError", options);
  }
}
export interface R2ScoreOptions {
  /** of classes or labels; 0 for values */
  numClasses?: number;
  /** default 0 */
  adjusted?: number;
}
export class R2Score extends Metric {
  constructor(options: R2ScoreOptions = {}) {
    super("R2Score", options);
  }
}
