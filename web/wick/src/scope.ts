// Who frees a tensor: the innermost scope() it was made in, dispose(), or at last the garbage collector.
import { WickError } from "./error.js";
import type { Tensor } from "./tensor.js";

let current: Set<Tensor> | undefined;

/** Takes t out of every scope: it lives until dispose(). Returns t. */
export function keep<T extends Tensor>(t: T): T {
  t.owner?.delete(t);
  t.owner = undefined;
  return t;
}

/** @internal */
export const currentScope = (): Set<Tensor> | undefined => current;

function isTensor(x: unknown): x is Tensor {
  return typeof x === "object" && x !== null && "handle" in x && "owner" in x;
}

// Tensors in a result: itself, or in arrays, maps and plain objects.
function hand(result: unknown, outer: Set<Tensor> | undefined, mine: Set<Tensor>): void {
  if (isTensor(result)) {
    if (!mine.delete(result)) return;
    result.owner = outer;
    outer?.add(result);
  } else if (Array.isArray(result)) {
    for (const item of result) hand(item, outer, mine);
  } else if (result instanceof Map) {
    for (const item of result.values()) hand(item, outer, mine);
  } else if (typeof result === "object" && result !== null && Object.getPrototypeOf(result) === Object.prototype) {
    for (const item of Object.values(result)) hand(item, outer, mine);
  }
}

/** Calls fn and frees every tensor made inside, except those it returns (also in arrays, maps and plain objects) and those
 * given to keep(), parameter() or buffer(). Scopes nest. fn must not be async: its tensors would be freed while it waits. */
export function scope<T>(fn: () => T): T {
  const outer = current;
  const mine = new Set<Tensor>();
  current = mine;
  try {
    const result = fn();
    if (result instanceof Promise) throw new WickError("value", "[scope] the function is async; need one that returns its result at once.");
    hand(result, outer, mine);
    return result;
  } finally {
    current = outer;
    for (const t of mine) {
      t.owner = undefined;
      t.dispose();
    }
  }
}
