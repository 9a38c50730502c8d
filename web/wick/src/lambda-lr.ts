// The schedulers whose rule is a function.
import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import type { Optimizer } from "./optimizer.js";
import { callOut, textIn, withScratch } from "./runtime.js";
import { LRScheduler } from "./scheduler.js";
import { tensor, type Tensor } from "./tensor.js";

/** A factor by epoch. One for all parameter groups, or one for each. */
export type LrLambda = (epoch: number) => number;

function lambdaOf(type: string, optimizer: Optimizer, lambdas: LrLambda | readonly LrLambda[]): number {
  const count = optimizer.groupCount, all = typeof lambdas === "function" ? Array.from({ length: count }, () => lambdas) : lambdas;
  if (all.length !== count) throw new WickError("value", `[${type}] Expected ${count} lr_lambdas, but got ${all.length}; need one for each group.`);
  const factor = (epoch: Tensor | null, group: Tensor | null): Tensor[] => [tensor([all[group!.item()]!(epoch!.item())], [], { dtype: "float64" })];
  return withScratch(() => callOut("wick_scheduler_create_lambda", textIn(type), functionIn(factor), optimizer.id));
}

/** lr = base lr times lrLambda(epoch). */
export class LambdaLR extends LRScheduler {
  constructor(optimizer: Optimizer, lrLambda: LrLambda | readonly LrLambda[]) {
    super(lambdaOf("LambdaLR", optimizer, lrLambda));
  }
}
/** lr *= lrLambda(epoch). */
export class MultiplicativeLR extends LRScheduler {
  constructor(optimizer: Optimizer, lrLambda: LrLambda | readonly LrLambda[]) {
    super(lambdaOf("MultiplicativeLR", optimizer, lrLambda));
  }
}
