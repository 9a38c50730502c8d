// Ops by name: JavaScript values to wick_value and handles back to Tensors.
import { WickError } from "./error.js";
import { overloads } from "./op-overloads.js";
import { checkStatus, float64In, heap, int64In, pointersIn, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { Tensor } from "./tensor.js";

/** What an op takes. A number stands for an integer, a real, a list of one, or a tensor of one value. */
export type Argument = Tensor | number | boolean | string | readonly number[] | readonly (Tensor | null)[] | null | undefined;

enum Type { none, bool, int, float, string, tensor, ints, tensors, floats }
const valueBytes = 16;
const maxResults = 64;
// Names of ops as C strings that stay.
const names = new Map<string, number>();

function nameIn(name: string): number {
  let at = names.get(name);
  if (at === undefined) {
    const utf8 = new TextEncoder().encode(`${name}\0`);
    at = wasm()["wick_alloc"]!(utf8.length) >>> 0;
    heap.copyIn(at, utf8);
    names.set(name, at);
  }
  return at;
}

function put(at: number, op: string, v: Argument): void {
  const set = (type: Type, count = 0): void => {
    heap.setI32(at, type);
    heap.setI32(at + 4, count);
  };
  if (v === undefined || v === null) {
    set(Type.none);
  } else if (typeof v === "number") {
    set(Type.float);
    heap.setF64(at + 8, v);
  } else if (typeof v === "boolean") {
    set(Type.bool);
    heap.setI32(at + 8, v ? 1 : 0);
  } else if (typeof v === "string") {
    set(Type.string);
    heap.setI32(at + 8, textIn(v));
  } else if (v instanceof Tensor) {
    set(Type.tensor);
    heap.setI32(at + 8, v.id);
  } else if (Array.isArray(v)) {
    const ofTensors = v.some((t) => t === null || t instanceof Tensor), whole = !ofTensors && v.every(Number.isSafeInteger);
    set(ofTensors ? Type.tensors : whole ? Type.ints : Type.floats, v.length);
    heap.setI32(at + 8, ofTensors ? pointersIn(v.map((t: Tensor | null) => t?.id ?? 0)) : whole ? int64In(v as number[]) : float64In(v as number[]));
  } else {
    throw new WickError("value", `[${op}] an argument is ${String(v)}; need a tensor, number, boolean, string or array of them.`);
  }
}

/** Calls an op of the registry by its PyTorch name with arguments in schema order. */
export function callOp(name: string, args: readonly Argument[]): Tensor[] {
  return withScratch((w) => {
    const values = scratch(valueBytes * args.length);
    args.forEach((v, i) => put(values + valueBytes * i, name, v));
    const results = scratch(4 * maxResults + 4);
    const count = results + 4 * maxResults;
    checkStatus(w["wick_op_call"]!(nameIn(name), values, args.length, results, maxResults, count));
    return Array.from({ length: heap.i32(count) }, (_, i) => new Tensor(heap.u32(results + 4 * i)));
  });
}

/** An object of named arguments, as the last argument. */
const isOptions = (v: unknown): v is Record<string, Argument> =>
  typeof v === "object" && v !== null && !Array.isArray(v) && !(v instanceof Tensor);

/** snake_case as JavaScript writes it. */
function camel(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}

const schemas = new Map<string, string>(); // of the ops from the first on, as far as they have been asked for
const parameters = new Map<string, readonly string[]>();
/** The names of an op's parameters, from its schema "sum(Tensor self, int[] dim=[]) -> Tensor". */
function parametersOf(name: string): readonly string[] {
  let names = parameters.get(name);
  if (!names) {
    for (let schema; !schemas.has(name) && (schema = schemaAt(schemas.size)); ) schemas.set(schema.slice(0, schema.indexOf("(")), schema);
    const schema = schemas.get(name)!, list = schema.slice(schema.indexOf("(") + 1, schema.indexOf(") -> "));
    parameters.set(name, (names = list.split(", ").map((item) => camel(/^\S+ (\w+)/.exec(item)?.[1] ?? ""))));
  }
  return names;
}

/** Calls an op with arguments in order, the last of which may be an object of names. */
function callNamed(name: string, args: readonly unknown[]): Tensor[] {
  const at = args.findIndex(isOptions);
  if (at < 0) return callOp(name, args as Argument[]);
  const all = args.slice(0, at) as Argument[];
  for (const [key, value] of Object.entries(args[at] as Record<string, Argument>)) {
    const names = parametersOf(name), i = names.indexOf(key);
    if (i < 0) throw new WickError("value", `[${name}] there is no option "${key}"; it takes ${names.join(", ")}.`);
    if (i < at) throw new WickError("value", `[${name}] "${key}" is given twice.`);
    all[i] = value;
  }
  return callOp(name, Array.from(all));
}

/** An op's second overload, starred as in caller(); what an argument is in a call of it; and which arguments, by name and place. @internal */
export type Overload = readonly [name: string, is: (v: unknown) => boolean, ...where: (readonly [string, number])[]];
/** @internal */
export const isTensor = (v: unknown): v is Tensor => v instanceof Tensor;
/** @internal */
export const isArray = Array.isArray;
/** @internal */
export const isString = (v: unknown): boolean => typeof v === "string";
/** @internal */
export const isGiven = (v: unknown): boolean => v !== undefined;

/** Whether a call is one of the overload. */
function isOverload([, is, ...where]: Overload, args: readonly unknown[]): boolean {
  const at = args.findIndex(isOptions);
  return where.some(([key, i]) => is(at < 0 || i < at ? args[i] : (args[at] as Record<string, unknown>)[key]));
}

/** A function that calls an op by its name, which has a star behind it when the op gives a list. */
function caller(starred: string): (args: readonly unknown[]) => Tensor | Tensor[] {
  const name = starred.replace("*", "");
  return name === starred ? (args) => callNamed(name, args)[0]! : (args) => callNamed(name, args);
}

/** The same, with the op's second overload. */
function overloaded(starred: string): (args: readonly unknown[]) => Tensor | Tensor[] {
  const call = caller(starred), second = overloads()[starred.replace("*", "")];
  if (!second) return call;
  const callSecond = caller(second[0]);
  return (args) => (isOverload(second, args) ? callSecond : call)(args);
}

/** An op of the registry as a function; its name as caller() takes it. There are hundreds: what one needs is made when it is
 * first called. @internal */
export function op<F>(starred: string): F {
  let call: ReturnType<typeof caller> | undefined;
  return ((...args: unknown[]) => (call ??= overloaded(starred))(args)) as F;
}

/** Makes ops methods of a prototype. @internal */
export function methods(prototype: object, names: string): void {
  for (const name of names.trim().split(/\s+/)) {
    const run = op<(...args: unknown[]) => unknown>(name);
    Object.defineProperty(prototype, camel(name.replace("*", "")), {
      value(this: Tensor, ...args: unknown[]) {
        return run(this, ...args);
      },
    });
  }
}

/** The schema of an op, the common ones first; "" behind the last. */
const schemaAt = (i: number): string => heap.text(wasm()["wick_op_schema"]!(i) >>> 0);

/** The schemas of all ops. */
export function opSchemas(): string[] {
  return Array.from({ length: wasm()["wick_op_count"]!() }, (_, i) => schemaAt(i));
}
