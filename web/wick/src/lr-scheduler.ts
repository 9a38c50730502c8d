// torch.optim.lr_scheduler.
export * from "./lambda-lr.js";
export * from "./schedulers.js";
export { LRScheduler } from "./scheduler.js";
