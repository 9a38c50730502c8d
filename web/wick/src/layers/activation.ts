// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

export interface LeakyReLUOptions {
  /** default 0.01 */
  negativeSlope?: number;
}
export class LeakyReLU extends Layer {
  constructor(negativeSlope?: number | LeakyReLUOptions) {
    super("LeakyReLU", 0, "negative_slope", [negativeSlope]);
  }
}
export interface ELUOptions {
  /** default 1 */
  alpha?: number;
}
export class ELU extends Layer {
  constructor(alpha?: number | ELUOptions) {
    super("ELU", 0, "alpha", [alpha]);
  }
}
export interface GELUOptions {
  /** default "none" */
  approximate?: "none" | "tanh";
}
export class GELU extends Layer {
  constructor(approximate?: "none" | "tanh" | GELUOptions) {
    super("GELU", 0, "approximate", [approximate]);
  }
}
export class SiLU extends Layer {
  constructor() {
    super("SiLU", 0, "", []);
  }
}
export interface SoftplusOptions {
  /** default 1 */
  beta?: number;
  /** default 20 */
  threshold?: number;
}
export class Softplus extends Layer {
  constructor(beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions) {
    super("Softplus", 0, "beta threshold", [beta, threshold]);
  }
}
export class Sigmoid extends Layer {
  constructor() {
    super("Sigmoid", 0, "", []);
  }
}
export class Softmax extends Layer {
  constructor(dim: number) {
    super("Softmax", 1, "dim", [dim]);
  }
}
export class LogSoftmax extends Layer {
  constructor(dim: number) {
    super("LogSoftmax", 1, "dim", [dim]);
  }
}
export interface CELUOptions {
  /** default 1 */
  alpha?: number;
}
export class CELU extends Layer {
  constructor(alpha?: number | CELUOptions) {
    super("CELU", 0, "alpha", [alpha]);
  }
}
export interface GLUOptions {
  /** default -1 */
  dim?: number;
}
export class GLU extends Layer {
  constructor(dim?: number | GLUOptions) {
    super("GLU", 0, "dim", [dim]);
  }
}
export interface HardshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export class Hardshrink extends Layer {
  constructor(lambd?: number | HardshrinkOptions) {
    super("Hardshrink", 0, "lambd", [lambd]);
  }
}
export class Hardsigmoid extends Layer {
  constructor() {
    super("Hardsigmoid", 0, "", []);
  }
}
export class Hardswish extends Layer {
  constructor() {
    super("Hardswish", 0, "", []);
  }
}
export interface HardtanhOptions {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
export class Hardtanh extends Layer {
  constructor(minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions) {
    super("Hardtanh", 0, "min_val max_val", [minVal, maxVal]);
  }
}
export class LogSigmoid extends Layer {
  constructor() {
    super("LogSigmoid", 0, "", []);
  }
}
export class Mish extends Layer {
  constructor() {
    super("Mish", 0, "", []);
  }
}
export interface PReLUOptions {
  /** default 1 */
  numParameters?: number;
  /** default 0.25 */
  init?: number;
}
export class PReLU extends Layer {
  constructor(numParameters?: number | PReLUOptions, init?: number | PReLUOptions) {
    super("PReLU", 0, "num_parameters init", [numParameters, init]);
  }
}
export class ReLU6 extends Layer {
  constructor() {
    super("ReLU6", 0, "", []);
  }
}
export interface RReLUOptions {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
}
export class RReLU extends Layer {
  constructor(lower?: number | RReLUOptions, upper?: number | RReLUOptions) {
    super("RReLU", 0, "lower upper", [lower, upper]);
  }
}
export class SELU extends Layer {
  constructor() {
    super("SELU", 0, "", []);
  }
}
export class Softmax2d extends Layer {
  constructor() {
    super("Softmax2d", 0, "", []);
  }
}
export class Softmin extends Layer {
  constructor(dim: number) {
    super("Softmin", 1, "dim", [dim]);
  }
}
export interface SoftshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
export class Softshrink extends Layer {
  constructor(lambd?: number | SoftshrinkOptions) {
    super("Softshrink", 0, "lambd", [lambd]);
  }
}
export class Softsign extends Layer {
  constructor() {
    super("Softsign", 0, "", []);
  }
}
export class Tanhshrink extends Layer {
  constructor() {
    super("Tanhshrink", 0, "", []);
  }
}
export class Threshold extends Layer {
  constructor(threshold: number, value: number) {
    super("Threshold", 2, "threshold value", [threshold, value]);
  }
}
export interface AdaptiveLogSoftmaxWithLossOptions {
  /** default 4 */
  divValue?: number;
  /** default false */
  headBias?: boolean;
}
export class AdaptiveLogSoftmaxWithLoss extends Layer {
  constructor(inFeatures: number, nClasses: number, cutoffs: Ints, divValue?: number | AdaptiveLogSoftmaxWithLossOptions, headBias?: boolean | AdaptiveLogSoftmaxWithLossOptions) {
    super("AdaptiveLogSoftmaxWithLoss", 3, "in_features n_classes cutoffs div_value head_bias", [inFeatures, nClasses, cutoffs, divValue, headBias]);
  }
}
