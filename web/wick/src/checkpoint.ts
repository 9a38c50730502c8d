// torch.utils.checkpoint: a part of a model keeps its inputs only and is computed again on the way back.
import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import { checkStatus, heap, scratch, withScratch } from "./runtime.js";
import { Tensor, asList, idsIn, tensorsAt } from "./tensor.js";

export interface CheckpointOptions {
  /** default true: dropout draws the same mask again */
  preserveRngState?: boolean;
}

const room = 64;

/** fn(...inputs) without what its gradients need; backward() calls fn once more, so it must do the same again. */
export function checkpoint<R extends Tensor | Tensor[]>(fn: (...inputs: Tensor[]) => R, inputs: Tensor | readonly Tensor[], { preserveRngState = true }: CheckpointOptions = {}): R {
  const list = asList<Tensor>(inputs);
  let single = false;
  const results = withScratch((w) => {
    const f = functionIn((...given) => {
      const y = fn(...(given as Tensor[]));
      single = y instanceof Tensor;
      return y instanceof Tensor ? [y] : y;
    });
    const out = scratch(4 * room + 4), count = out + 4 * room;
    checkStatus(w["wick_checkpoint"]!(f, idsIn(list), list.length, preserveRngState ? 1 : 0, out, room, count));
    return tensorsAt(out, heap.i32(count));
  });
  return (single ? results[0] : results) as R;
}

/** Runs functions or modules one after another as so many segments, all but the last of them checkpointed. */
export function checkpointSequential(functions: readonly (((x: Tensor) => Tensor) | { forward(x: Tensor): Tensor })[], segments: number, x: Tensor,
    options: CheckpointOptions = {}): Tensor {
  const n = functions.length;
  if (!(segments >= 1 && segments <= n)) throw new WickError("value", `[checkpointSequential] ${segments} segments of ${n} functions; need 1 to ${n}.`);
  const each = Math.floor(n / segments);
  const run = (from: number, to: number) => (t: Tensor): Tensor => functions.slice(from, to).reduce((y, f) => (typeof f === "function" ? f(y) : f.forward(y)), t);
  let y = x;
  for (let s = 0; s < segments - 1; s++) y = checkpoint(run(s * each, (s + 1) * each), y, options);
  return run((segments - 1) * each, n)(y);
}
