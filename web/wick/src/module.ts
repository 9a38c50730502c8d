// Loading the wasm module. It has two parts (web/split.mjs): wick.wasm trains and classifies; wick-more.wasm has the
// functions that seldom run. It comes when one of them is called, where a thread can wait for it: in a Worker, and in most
// pages, which must not wait for long and fetch it as soon as they are idle. Elsewhere it loads at once.
// threads.ts loads the build for several threads instead, where the page is isolated from other origins.
import { WickError } from "./error.js";

type Fn = (...args: (number | bigint)[]) => number;
export type Exports = Record<string, Fn> & { memory: WebAssembly.Memory; _initialize?: () => void; grown?: Int32Array };

/** A part of the runtime as bytes, or already compiled. */
export type Binary = BufferSource | WebAssembly.Module;

export interface InitOptions {
  /** Where wick.wasm is. Default: beside this module. */
  wasmUrl?: string | URL;
  /** Where wick-more.wasm is. Default: beside this module. */
  moreUrl?: string | URL;
  /** wick.wasm itself; it is not fetched then. */
  wasmBinary?: Binary;
  /** wick-more.wasm itself; it is not fetched then. */
  moreBinary?: Binary;
  /** Threads to compute with, this one included. Default: up to 4 in a page that is crossOriginIsolated, else 1. */
  threads?: number;
  /** Where wick-threads.wasm, wick-threads-more.wasm and wick-thread.js are. Default: beside this module. */
  threadsUrl?: string | URL;
  threadsMoreUrl?: string | URL;
  threadUrl?: string | URL;
}

// What a reactor module of Emscripten asks of its host. Nothing prints: output goes nowhere.
function host(memory: () => DataView, grown?: Int32Array): Record<string, (...args: any[]) => number> {
  return {
    clock_time_get(_clock: number, _precision: bigint, at: number) {
      memory().setBigUint64(at, BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6)), true);
      return 0;
    },
    fd_write(_fd: number, list: number, n: number, written: number) {
      let total = 0;
      for (let i = 0; i < n; i++) total += memory().getUint32(list + 8 * i + 4, true);
      memory().setInt32(written, total, true);
      return 0;
    },
    proc_exit(code: number): number {
      throw new WickError("internal", `[wick] the runtime stopped with code ${code}.`);
    },
    emscripten_notify_memory_growth: () => (grown ? Atomics.add(grown, 0, 1) : 0),
  };
}

const unsupported = (): number => 52; // ENOSYS
const cannotFetch = (url: URL, why: string) => new WickError("io", `[wick] cannot fetch ${url}: ${why}`);

/** @internal */
export async function compile(binary: Binary | undefined, url: URL): Promise<WebAssembly.Module> {
  if (binary instanceof WebAssembly.Module) return binary;
  if (binary) return WebAssembly.compile(binary);
  if (url.protocol === "file:") {
    const fs = await import(/* @vite-ignore */ /* webpackIgnore: true */ ["node:fs", "promises"].join("/"));
    return WebAssembly.compile(await fs.readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw cannotFetch(url, `${response.status} ${response.statusText}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The same at once. */
function compileNow(binary: Binary | undefined, url: URL): WebAssembly.Module {
  if (binary instanceof WebAssembly.Module) return binary;
  if (binary) return new WebAssembly.Module(binary);
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain; charset=x-user-defined"); // a page gets text only: a byte a character
  try {
    request.send();
  } catch (error) {
    throw cannotFetch(url, String(error));
  }
  if (request.status !== 200) throw cannotFetch(url, `${request.status} ${request.statusText}`);
  const text = request.responseText, bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return new WebAssembly.Module(bytes);
}

/** Whether this thread can fetch and compile at once: some browsers compile no more than 4 kB outside of a Worker. @internal */
export function waits(): boolean {
  if (!("XMLHttpRequest" in globalThis)) return false;
  try {
    new WebAssembly.Module(largeModule());
    return true;
  } catch {
    return false;
  }
}

/** A module of 5 kB with nothing but a section of no meaning in it. */
function largeModule(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(5000);
  bytes.set([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, /* section 0 of 4989 bytes */ 0, 0xfd, 0x26]);
  return bytes;
}

/** The second part: compiled, or where to get it when it is needed. @internal */
export interface Rest {
  module: WebAssembly.Module | undefined;
  binary?: Binary | undefined;
  url: URL;
}

/** The exports of an instance, complete: of the second part, what is not there yet comes when called, in a page also when
 * there is nothing else to do. A shared memory counts in `grown` how often it grew. @internal */
export async function link(module: WebAssembly.Module, rest: Rest, memory?: WebAssembly.Memory, grown?: Int32Array): Promise<Exports> {
  let complete = false;
  const finish = (more: WebAssembly.Module): void => {
    if (!complete) new WebAssembly.Instance(more, { primary: own }); // puts its functions into the table
    complete = true;
  };
  const functions = host(() => new DataView(exports.memory.buffer), grown);
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const later = (...args: unknown[]): unknown => {
      if (!complete) finish(compileNow(rest.binary, rest.url));
      const table = exports["__indirect_function_table"] as unknown as WebAssembly.Table;
      return table.get(Number(name))(...args);
    };
    (imports[from] ??= {})[name] = kind === "memory" ? memory! : from === "more" ? later : functions[name] ?? unsupported;
  }
  const own = (await WebAssembly.instantiate(module, imports)).exports;
  const exports = (memory ? { ...own, memory, grown } : own) as unknown as Exports;
  if (rest.module) finish(rest.module);
  else if ("document" in globalThis) whenIdle(() => void compile(rest.binary, rest.url).then(finish, () => {})); // what fails is tried again when needed
  return exports;
}

const whenIdle = (fn: () => void): unknown => (globalThis.requestIdleCallback ?? setTimeout)(fn);

/** The runtime's exports, ready for use. @internal */
export async function instantiate(options: InitOptions): Promise<Exports> {
  const threads = options.threads ?? (globalThis.crossOriginIsolated && !options.wasmBinary && !options.wasmUrl === !options.threadsUrl
    ? Math.min(4, navigator.hardwareConcurrency) : 1);
  if (threads > 1) {
    try {
      return await (await import("./threads.js")).instantiateShared(options, threads);
    } catch { /* one thread, then */ }
  }
  const url = new URL(options.wasmUrl ?? new URL("./wick.wasm", import.meta.url), import.meta.url);
  const moreUrl = new URL(options.moreUrl ?? new URL("./wick-more.wasm", import.meta.url), import.meta.url);
  const [module, more] = await Promise.all([compile(options.wasmBinary, url), waits() ? undefined : compile(options.moreBinary, moreUrl)]);
  const exports = await link(module, { module: more, binary: options.moreBinary, url: moreUrl });
  exports._initialize?.();
  await installRelaxed(exports);
  return exports;
}

/** Puts the kernels with a fused multiply-add in place, where the engine has relaxed SIMD: a module in the module, which
 * works on its memory and is called through its table. @internal */
export async function installRelaxed(exports: Exports): Promise<void> {
  const size = exports["wick_alloc"]!(4) >>> 0;
  const at = exports["relaxed_module"]!(size) >>> 0;
  const bytes = new Uint8Array(exports.memory.buffer).slice(at, at + new DataView(exports.memory.buffer).getUint32(size, true));
  exports["wick_free"]!(size);
  if (!WebAssembly.validate(bytes)) return;
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory: exports.memory } });
  const table = exports["__indirect_function_table"] as unknown as WebAssembly.Table;
  const names = Object.keys(instance.exports).sort(), first = table.grow(names.length);
  names.forEach((name, i) => table.set(first + i, instance.exports[name]));
  exports["relaxed_install"]!(first);
}
