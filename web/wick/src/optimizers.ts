// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { snakeKeys } from "./nn-module.js";
import { Optimizer, type Parameters } from "./optimizer.js";

export interface SGDOptions {
  /** default 0.001 */
  lr?: number;
  /** default 0 */
  momentum?: number;
  /** default 0 */
  dampening?: number;
  /** default 0 */
  weightDecay?: number;
  /** default false */
  nesterov?: boolean;
  /** default false */
  maximize?: boolean;
}
export class SGD extends Optimizer {
  constructor(parameters: Parameters<SGDOptions>, options: SGDOptions = {}) {
    super(parameters, { type: "SGD", lr: 0.001, ...snakeKeys(options) });
  }
}
export interface AdamOptions {
  /** default 0.001 */
  lr?: number;
  /** default [0.9,0.999] */
  betas?: readonly [number, number];
  /** default 1e-8 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
  /** default false */
  amsgrad?: boolean;
  /** default false */
  maximize?: boolean;
}
export class Adam extends Optimizer {
  constructor(parameters: Parameters<AdamOptions>, options: AdamOptions = {}) {
    super(parameters, { type: "Adam", lr: 0.001, ...snakeKeys(options) });
  }
}
export interface AdamWOptions {
  /** default 0.001 */
  lr?: number;
  /** default [0.9,0.999] */
  betas?: readonly [number, number];
  /** default 1e-8 */
  eps?: number;
  /** default 0.01 */
  weightDecay?: number;
  /** default false */
  amsgrad?: boolean;
  /** default false */
  maximize?: boolean;
}
export class AdamW extends Optimizer {
  constructor(parameters: Parameters<AdamWOptions>, options: AdamWOptions = {}) {
    super(parameters, { type: "AdamW", lr: 0.001, ...snakeKeys(options) });
  }
}
export interface AdamaxOptions {
  /** default 0.002 */
  lr?: number;
  /** default [0.9,0.999] */
  betas?: readonly [number, number];
  /** default 1e-8 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
  /** default false */
  maximize?: boolean;
}
export class Adamax extends Optimizer {
  constructor(parameters: Parameters<AdamaxOptions>, options: AdamaxOptions = {}) {
    super(parameters, { type: "Adamax", lr: 0.002, ...snakeKeys(options) });
  }
}
export interface NAdamOptions {
  /** default 0.002 */
  lr?: number;
  /** default [0.9,0.999] */
  betas?: readonly [number, number];
  /** default 1e-8 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
  /** default 0.004 */
  momentumDecay?: number;
}
export class NAdam extends Optimizer {
  constructor(parameters: Parameters<NAdamOptions>, options: NAdamOptions = {}) {
    super(parameters, { type: "NAdam", lr: 0.002, ...snakeKeys(options) });
  }
}
export interface RAdamOptions {
  /** default 0.001 */
  lr?: number;
  /** default [0.9,0.999] */
  betas?: readonly [number, number];
  /** default 1e-8 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
}
export class RAdam extends Optimizer {
  constructor(parameters: Parameters<RAdamOptions>, options: RAdamOptions = {}) {
    super(parameters, { type: "RAdam", lr: 0.001, ...snakeKeys(options) });
  }
}
export interface RMSpropOptions {
  /** default 0.01 */
  lr?: number;
  /** default 0.99 */
  alpha?: number;
  /** default 1e-8 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
  /** default 0 */
  momentum?: number;
  /** default false */
  centered?: boolean;
  /** default false */
  maximize?: boolean;
}
export class RMSprop extends Optimizer {
  constructor(parameters: Parameters<RMSpropOptions>, options: RMSpropOptions = {}) {
    super(parameters, { type: "RMSprop", lr: 0.01, ...snakeKeys(options) });
  }
}
export interface AdagradOptions {
  /** default 0.01 */
  lr?: number;
  /** default 0 */
  lrDecay?: number;
  /** default 0 */
  weightDecay?: number;
  /** default 0 */
  initialAccumulatorValue?: number;
  /** default 1e-10 */
  eps?: number;
  /** default false */
  maximize?: boolean;
}
export class Adagrad extends Optimizer {
  constructor(parameters: Parameters<AdagradOptions>, options: AdagradOptions = {}) {
    super(parameters, { type: "Adagrad", lr: 0.01, ...snakeKeys(options) });
  }
}
export interface AdadeltaOptions {
  /** default 1 */
  lr?: number;
  /** default 0.9 */
  rho?: number;
  /** default 0.000001 */
  eps?: number;
  /** default 0 */
  weightDecay?: number;
  /** default false */
  maximize?: boolean;
}
export class Adadelta extends Optimizer {
  constructor(parameters: Parameters<AdadeltaOptions>, options: AdadeltaOptions = {}) {
    super(parameters, { type: "Adadelta", lr: 1, ...snakeKeys(options) });
  }
}
export interface ASGDOptions {
  /** default 0.01 */
  lr?: number;
  /** default 0.0001 */
  lambd?: number;
  /** default 0.75 */
  alpha?: number;
  /** default 1000000 */
  t0?: number;
  /** default 0 */
  weightDecay?: number;
  /** default false */
  maximize?: boolean;
}
export class ASGD extends Optimizer {
  constructor(parameters: Parameters<ASGDOptions>, options: ASGDOptions = {}) {
    super(parameters, { type: "ASGD", lr: 0.01, ...snakeKeys(options) });
  }
}
export interface RpropOptions {
  /** default 0.01 */
  lr?: number;
  /** default [0.5,1.2] */
  etas?: readonly [number, number];
  /** default [0.000001,50] */
  stepSizes?: readonly [number, number];
  /** default false */
  maximize?: boolean;
}
export class Rprop extends Optimizer {
  constructor(parameters: Parameters<RpropOptions>, options: RpropOptions = {}) {
    super(parameters, { type: "Rprop", lr: 0.01, ...snakeKeys(options) });
  }
}
export interface MuonOptions {
  /** default 0.001 */
  lr?: number;
  /** default 0.1 */
  weightDecay?: number;
  /** default 0.95 */
  momentum?: number;
  /** default true */
  nesterov?: boolean;
  /** default [3.4445,-4.775,2.0315] */
  nsCoefficients?: readonly number[];
  /** default 1e-7 */
  eps?: number;
  /** default 5 */
  nsSteps?: number;
  /** default null */
  adjustLrFn?: "original" | "match_rms_adamw" | null;
}
export class Muon extends Optimizer {
  constructor(parameters: Parameters<MuonOptions>, options: MuonOptions = {}) {
    super(parameters, { type: "Muon", lr: 0.001, ...snakeKeys(options) });
  }
}
export interface LBFGSOptions {
  /** default 1 */
  lr?: number;
  /** default 20 */
  maxIter?: number;
  /** default null */
  maxEval?: number | null;
  /** default 1e-7 */
  toleranceGrad?: number;
  /** default 1e-9 */
  toleranceChange?: number;
  /** default 100 */
  historySize?: number;
  /** default null */
  lineSearchFn?: "strong_wolfe" | null;
}
export class LBFGS extends Optimizer {
  constructor(parameters: Parameters<LBFGSOptions>, options: LBFGSOptions = {}) {
    super(parameters, { type: "LBFGS", lr: 1, ...snakeKeys(options) });
  }
}
export interface LionOptions {
  /** default 0.0001 */
  lr?: number;
  /** default [0.9,0.99] */
  betas?: readonly [number, number];
  /** default 0 */
  weightDecay?: number;
  /** default false */
  maximize?: boolean;
}
export class Lion extends Optimizer {
  constructor(parameters: Parameters<LionOptions>, options: LionOptions = {}) {
    super(parameters, { type: "Lion", lr: 0.0001, ...snakeKeys(options) });
  }
}
