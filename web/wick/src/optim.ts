// Optimizers and schedulers with torch.optim's names, defaults and formulas.
export { Optimizer } from "./optimizer.js";
export * from "./optimizers.js";
export * as lrScheduler from "./schedulers.js";
