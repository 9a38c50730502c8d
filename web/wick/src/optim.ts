// Optimizers and schedulers with torch.optim's names, defaults and formulas.
export { Optimizer, type ParamGroup, type Parameters } from "./optimizer.js";
export * from "./optimizers.js";
export * as lrScheduler from "./lr-scheduler.js";
export * as swaUtils from "./swa-utils.js";
