/** What went wrong, as the runtime sorts it. */
export type ErrorKind =
  | "value" | "shape" | "dtype" | "index" | "autograd" | "memory" | "io" | "format" | "recipe" | "diverged" | "internal";

const kinds: readonly ErrorKind[] = ["value", "shape", "dtype", "index", "autograd", "memory", "io", "format", "recipe", "diverged"];

/** Every error of wick: `message` says what is wrong, what came in and what is needed. */
export class WickError extends Error {
  override readonly name = "WickError";
  constructor(readonly kind: ErrorKind, message: string) {
    super(message);
  }
}

/** The error of a status code of wick.h. @internal */
export function errorOfStatus(status: number, text: string): WickError {
  return new WickError(kinds[status - 1] ?? "internal", text);
}
