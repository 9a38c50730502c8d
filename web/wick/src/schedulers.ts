// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import type { ModuleConfig } from "./nn-module.js";
import type { Ints } from "./op-options.js";
import type { Optimizer } from "./optimizer.js";
import { LRScheduler, schedulerOf } from "./scheduler.js";

export interface CosineAnnealingLROptions {
  /** default 0 */
  etaMin?: number;
}
export class CosineAnnealingLR extends LRScheduler {
  constructor(optimizer: Optimizer, TMax: number, etaMin?: number | CosineAnnealingLROptions) {
    super(schedulerOf(optimizer, "CosineAnnealingLR", 1, "T_max eta_min", [TMax, etaMin]));
  }
}
export interface StepLROptions {
  /** default 0.1 */
  gamma?: number;
}
export class StepLR extends LRScheduler {
  constructor(optimizer: Optimizer, stepSize: number, gamma?: number | StepLROptions) {
    super(schedulerOf(optimizer, "StepLR", 1, "step_size gamma", [stepSize, gamma]));
  }
}
export class ExponentialLR extends LRScheduler {
  constructor(optimizer: Optimizer, gamma: number) {
    super(schedulerOf(optimizer, "ExponentialLR", 1, "gamma", [gamma]));
  }
}
export interface ConstantLROptions {
  /** default 0.3333333333333333 */
  factor?: number;
  /** default 5 */
  totalIters?: number;
}
export class ConstantLR extends LRScheduler {
  constructor(optimizer: Optimizer, factor?: number | ConstantLROptions, totalIters?: number | ConstantLROptions) {
    super(schedulerOf(optimizer, "ConstantLR", 0, "factor total_iters", [factor, totalIters]));
  }
}
export interface LinearLROptions {
  /** default 0.3333333333333333 */
  startFactor?: number;
  /** default 1 */
  endFactor?: number;
  /** default 5 */
  totalIters?: number;
}
export class LinearLR extends LRScheduler {
  constructor(optimizer: Optimizer, startFactor?: number | LinearLROptions, endFactor?: number | LinearLROptions, totalIters?: number | LinearLROptions) {
    super(schedulerOf(optimizer, "LinearLR", 0, "start_factor end_factor total_iters", [startFactor, endFactor, totalIters]));
  }
}
export interface MultiStepLROptions {
  /** default 0.1 */
  gamma?: number;
}
export class MultiStepLR extends LRScheduler {
  constructor(optimizer: Optimizer, milestones: Ints, gamma?: number | MultiStepLROptions) {
    super(schedulerOf(optimizer, "MultiStepLR", 1, "milestones gamma", [milestones, gamma]));
  }
}
export interface PolynomialLROptions {
  /** default 5 */
  totalIters?: number;
  /** default 1 */
  power?: number;
}
export class PolynomialLR extends LRScheduler {
  constructor(optimizer: Optimizer, totalIters?: number | PolynomialLROptions, power?: number | PolynomialLROptions) {
    super(schedulerOf(optimizer, "PolynomialLR", 0, "total_iters power", [totalIters, power]));
  }
}
export interface CosineAnnealingWarmRestartsOptions {
  /** default 1 */
  TMult?: number;
  /** default 0 */
  etaMin?: number;
}
export class CosineAnnealingWarmRestarts extends LRScheduler {
  constructor(optimizer: Optimizer, T0: number, TMult?: number | CosineAnnealingWarmRestartsOptions, etaMin?: number | CosineAnnealingWarmRestartsOptions) {
    super(schedulerOf(optimizer, "CosineAnnealingWarmRestarts", 1, "T_0 T_mult eta_min", [T0, TMult, etaMin]));
  }
}
export interface CyclicLROptions {
  /** default 2000 */
  stepSizeUp?: number;
  /** default null */
  stepSizeDown?: number | null;
  /** default "triangular" */
  mode?: "triangular" | "triangular2" | "exp_range";
  /** default 1 */
  gamma?: number;
  /** default true */
  cycleMomentum?: boolean;
  /** default 0.8 */
  baseMomentum?: number;
  /** default 0.9 */
  maxMomentum?: number;
}
export class CyclicLR extends LRScheduler {
  constructor(optimizer: Optimizer, baseLr: number, maxLr: number, stepSizeUp?: number | CyclicLROptions, stepSizeDown?: number | null | CyclicLROptions, mode?: "triangular" | "triangular2" | "exp_range" | CyclicLROptions, gamma?: number | CyclicLROptions, cycleMomentum?: boolean | CyclicLROptions, baseMomentum?: number | CyclicLROptions, maxMomentum?: number | CyclicLROptions) {
    super(schedulerOf(optimizer, "CyclicLR", 2, "base_lr max_lr step_size_up step_size_down mode gamma cycle_momentum base_momentum max_momentum", [baseLr, maxLr, stepSizeUp, stepSizeDown, mode, gamma, cycleMomentum, baseMomentum, maxMomentum]));
  }
}
export interface OneCycleLROptions {
  /** default null */
  totalSteps?: number | null;
  /** default null */
  epochs?: number | null;
  /** default null */
  stepsPerEpoch?: number | null;
  /** default 0.3 */
  pctStart?: number;
  /** default "cos" */
  annealStrategy?: "cos" | "linear";
  /** default true */
  cycleMomentum?: boolean;
  /** default 0.85 */
  baseMomentum?: number;
  /** default 0.95 */
  maxMomentum?: number;
  /** default 25 */
  divFactor?: number;
  /** default 10000 */
  finalDivFactor?: number;
  /** default false */
  threePhase?: boolean;
}
export class OneCycleLR extends LRScheduler {
  constructor(optimizer: Optimizer, maxLr: number, totalSteps?: number | null | OneCycleLROptions, epochs?: number | null | OneCycleLROptions, stepsPerEpoch?: number | null | OneCycleLROptions, pctStart?: number | OneCycleLROptions, annealStrategy?: "cos" | "linear" | OneCycleLROptions, cycleMomentum?: boolean | OneCycleLROptions, baseMomentum?: number | OneCycleLROptions, maxMomentum?: number | OneCycleLROptions, divFactor?: number | OneCycleLROptions, finalDivFactor?: number | OneCycleLROptions, threePhase?: boolean | OneCycleLROptions) {
    super(schedulerOf(optimizer, "OneCycleLR", 1, "max_lr total_steps epochs steps_per_epoch pct_start anneal_strategy cycle_momentum base_momentum max_momentum div_factor final_div_factor three_phase", [maxLr, totalSteps, epochs, stepsPerEpoch, pctStart, annealStrategy, cycleMomentum, baseMomentum, maxMomentum, divFactor, finalDivFactor, threePhase]));
  }
}
export interface SWALROptions {
  /** default 10 */
  annealEpochs?: number;
  /** default "cos" */
  annealStrategy?: "cos" | "linear";
}
export class SWALR extends LRScheduler {
  constructor(optimizer: Optimizer, swaLr: number, annealEpochs?: number | SWALROptions, annealStrategy?: "cos" | "linear" | SWALROptions) {
    super(schedulerOf(optimizer, "SWALR", 1, "swa_lr anneal_epochs anneal_strategy", [swaLr, annealEpochs, annealStrategy]));
  }
}
export class ChainedScheduler extends LRScheduler {
  constructor(optimizer: Optimizer, schedulers: readonly (ModuleConfig | string)[]) {
    super(schedulerOf(optimizer, "ChainedScheduler", 1, "schedulers", [schedulers]));
  }
}
export class SequentialLR extends LRScheduler {
  constructor(optimizer: Optimizer, schedulers: readonly (ModuleConfig | string)[], milestones: Ints) {
    super(schedulerOf(optimizer, "SequentialLR", 2, "schedulers milestones", [schedulers, milestones]));
  }
}
export interface ReduceLROnPlateauOptions {
  /** default "val_loss" */
  monitor?: string;
  /** default "min" */
  mode?: "min" | "max";
  /** default 0.1 */
  factor?: number;
  /** default 10 */
  patience?: number;
  /** default 0.0001 */
  threshold?: number;
  /** default "rel" */
  thresholdMode?: "rel" | "abs";
  /** default 0 */
  cooldown?: number;
  /** default 0 */
  minLr?: number;
  /** default 1e-8 */
  eps?: number;
}
export class ReduceLROnPlateau extends LRScheduler {
  constructor(optimizer: Optimizer, monitor?: string | ReduceLROnPlateauOptions, mode?: "min" | "max" | ReduceLROnPlateauOptions, factor?: number | ReduceLROnPlateauOptions, patience?: number | ReduceLROnPlateauOptions, threshold?: number | ReduceLROnPlateauOptions, thresholdMode?: "rel" | "abs" | ReduceLROnPlateauOptions, cooldown?: number | ReduceLROnPlateauOptions, minLr?: number | ReduceLROnPlateauOptions, eps?: number | ReduceLROnPlateauOptions) {
    super(schedulerOf(optimizer, "ReduceLROnPlateau", 0, "monitor mode factor patience threshold threshold_mode cooldown min_lr eps", [monitor, mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps]));
  }
}
