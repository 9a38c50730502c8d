// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { snakeKeys } from "./nn-module.js";
import { Optimizer } from "./optimizer.js";
import type { Tensor } from "./tensor.js";

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
  constructor(parameters: readonly Tensor[], options: SGDOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: AdamOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: AdamWOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: AdamaxOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: NAdamOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: RAdamOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: RMSpropOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: AdagradOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: AdadeltaOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: ASGDOptions = {}) {
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
  constructor(parameters: readonly Tensor[], options: RpropOptions = {}) {
    super(parameters, { type: "Rprop", lr: 0.01, ...snakeKeys(options) });
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
  constructor(parameters: readonly Tensor[], options: LionOptions = {}) {
    super(parameters, { type: "Lion", lr: 0.0001, ...snakeKeys(options) });
  }
}
