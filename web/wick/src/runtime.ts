// Calling the wasm module: text and bytes in and out. A view of its memory is made anew for every use, because memory
// growth detaches the old one.
import { WickError, errorOfStatus } from "./error.js";
import { instantiate, type Exports, type InitOptions } from "./module.js";

export type { Exports, InitOptions };

let loaded: Exports | undefined;
let pending: Promise<void> | undefined;
let memory: WebAssembly.Memory;
let bytes = new Uint8Array(0);
let growths = 0; // of a shared memory, when the view was made
let words = new DataView(bytes.buffer);

// Small arguments of one call lie in this block of wasm memory; it is used from its start again by the next call.
const arenaBytes = 65536;
let arena = 0;
let arenaUsed = 0;
const borrowed: number[] = [];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The exported functions. Throws before init() has finished. @internal */
export function wasm(): Exports {
  if (!loaded) throw new WickError("value", "[wick] not initialised; await init() first.");
  return loaded;
}

function view(): Uint8Array {
  const grown = loaded?.grown?.[0] ?? 0;
  if (bytes.length === 0 || grown !== growths) {  // new, or detached by growth
    growths = grown;
    bytes = new Uint8Array(memory.buffer);
    words = new DataView(memory.buffer);
  }
  return bytes;
}

function data(): DataView {
  view();
  return words;
}

/** @internal */
export const heap = {
  i32: (at: number) => data().getInt32(at, true),
  u32: (at: number) => data().getUint32(at, true),
  i64: (at: number) => Number(data().getBigInt64(at, true)),
  f64: (at: number) => data().getFloat64(at, true),
  setI32: (at: number, v: number) => data().setInt32(at, v, true),
  setI64: (at: number, v: number) => data().setBigInt64(at, BigInt(v), true),
  setF64: (at: number, v: number) => data().setFloat64(at, v, true),
  /** A copy of n bytes. */
  copyOut: (at: number, n: number) => view().slice(at, at + n),
  /** The bytes from at on into to. */
  copyTo: (at: number, to: Uint8Array) => to.set(view().subarray(at, at + to.length)),
  copyIn: (at: number, from: Uint8Array) => view().set(from, at),
  text(at: number): string {
    const v = view();
    return at === 0 ? "" : decoder.decode(v.slice(at, v.indexOf(0, at)));
  },
};

/** Memory for the arguments of one call, 16-byte aligned; valid until the enclosing withScratch() ends. @internal */
export function scratch(n: number): number {
  const size = (n + 15) & ~15;
  if (n < arenaBytes && arenaUsed + size <= arenaBytes) {
    arenaUsed += size;
    return arena + arenaUsed - size;
  }
  const at = wasm()["wick_alloc"]!(n) >>> 0;
  if (at === 0) throw new WickError("memory", `[wick] the system has no ${n} bytes left.`);
  borrowed.push(at);
  return at;
}

/** text as a C string in scratch memory. @internal */
export function textIn(text: string): number {
  const utf8 = encoder.encode(text);
  const at = scratch(utf8.length + 1);
  heap.copyIn(at, utf8);
  view()[at + utf8.length] = 0;
  return at;
}

/** Bytes in scratch memory. @internal */
export function bytesIn(from: Uint8Array): number {
  const at = scratch(from.length);
  heap.copyIn(at, from);
  return at;
}

/** An array of pointers or handles in scratch memory. @internal */
export function pointersIn(list: readonly number[]): number {
  const at = scratch(4 * list.length);
  list.forEach((p, i) => heap.setI32(at + 4 * i, p));
  return at;
}

/** An array of int64 in scratch memory. @internal */
export function int64In(list: readonly number[]): number {
  const at = scratch(8 * list.length);
  list.forEach((v, i) => {
    if (!Number.isSafeInteger(v)) throw new WickError("value", `[wick] ${v} is not an integer; need an integer.`);
    heap.setI64(at + 8 * i, v);
  });
  return at;
}

/** An array of float64 in scratch memory. @internal */
export function float64In(list: readonly number[]): number {
  const at = scratch(8 * list.length);
  list.forEach((v, i) => heap.setF64(at + 8 * i, v));
  return at;
}

// What a JavaScript function threw that the runtime had called.
let thrown: { error: unknown; text: string } | undefined;

/** An exception must not pass through the runtime: keeps it until the runtime has come back, and gives the status of it. @internal */
export function failWith(error: unknown): number {
  const text = String(error);
  thrown = { error, text };
  return withScratch((w) => w["wick_fail"]!(99, textIn(text)));
}

/** Throws the WickError of a status other than 0, or what a JavaScript function threw on the way. @internal */
export function checkStatus(status: number): void {
  if (status === 0) return;
  const text = heap.text(wasm()["wick_last_error"]!() >>> 0), mine = thrown;
  thrown = undefined;
  throw mine && text.includes(mine.text) ? mine.error : errorOfStatus(status, text);
}

/** Calls fn; the scratch memory it takes ends with it. @internal */
export function withScratch<T>(fn: (w: Exports) => T): T {
  const w = wasm();
  const used = arenaUsed;
  const kept = borrowed.length;
  try {
    return fn(w);
  } finally {
    arenaUsed = used;
    while (borrowed.length > kept) w["wick_free"]!(borrowed.pop()!);
  }
}

/** A function of wick.h whose last argument is a pointer to one handle or pointer. @internal */
export function callOut(name: string, ...args: (number | bigint)[]): number {
  const out = scratch(4);
  heap.setI32(out, 0);
  checkStatus(wasm()[name]!(...args, out));
  return heap.u32(out);
}

async function start(options: InitOptions): Promise<void> {
  const exports = await instantiate(options);
  memory = exports.memory;
  loaded = exports;
  arena = exports["wick_alloc"]!(arenaBytes) >>> 0;
}

/** Loads the runtime, once per page or worker; a second call waits for the first. After a failure it may be tried again. */
export function init(options: InitOptions = {}): Promise<void> {
  pending ??= start(options).catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

export interface Info {
  isa: string;
  threads: number;
  float64: boolean;
  /** bytes, and the number of tensors alive */
  memory: { used: number; cached: number; peak: number; live_tensors: number };
}

/** Where the runtime runs and how much memory it holds. */
export function info(): Info {
  return JSON.parse(heap.text(wasm()["wick_info"]!() >>> 0)) as Info;
}

/** The version of the runtime. */
export function version(): string {
  return heap.text(wasm()["wick_version"]!() >>> 0);
}

/** Seeds the generator that layers, Dropout and rand() draw from. */
export function manualSeed(seed: number | bigint): void {
  wasm()["wick_manual_seed"]!(BigInt.asUintN(64, BigInt(seed)));
}
