// Loading the module for several threads: Workers (thread.ts) instantiate it on the same memory, each with a stack and
// thread-local variables of its own, and wait in it for work.
import { compile, installRelaxed, link, waits, type Exports, type InitOptions } from "./module.js";

/** What a Worker is told. @internal */
export interface Start {
  module: WebAssembly.Module;
  more: WebAssembly.Module | undefined;
  moreUrl: string;
  memory: WebAssembly.Memory;
  grown: Int32Array;
  index: number;
  local: number; // where its variables begin and its stack ends
}

const stackBytes = 1 << 18;
const patience = 5000; // milliseconds

interface Thread {
  ready: Promise<unknown>;
  terminate(): void;
}

/** A Worker, ready when it waits for work. */
async function start(url: URL, message: Start): Promise<Thread> {
  const inPage = typeof Worker === "function";
  const worker = inPage ? new Worker(url, { type: "module", name: "wick-thread" })
    : new (await import(/* @vite-ignore */ /* webpackIgnore: true */ ["node:worker", "threads"].join("_"))).Worker(url, { execArgv: [] });
  const ready = new Promise((done, fail) => {
    const timer = setTimeout(fail, patience);
    const ends = (settle: (value: unknown) => void) => (value: unknown) => (clearTimeout(timer), settle(value));
    if (inPage) {
      worker.onmessage = ends(done);
      worker.onerror = ends(fail);
    } else {
      worker.on("message", ends(done)).on("error", ends(fail)).unref();
    }
  });
  worker.postMessage(message);
  return { ready, terminate: () => void worker.terminate() };
}

/** The runtime's exports, ready for use, with threads waiting for work; one thread if they do not start. @internal */
export async function instantiateShared(options: InitOptions, threads: number): Promise<Exports> {
  const url = new URL(options.threadsUrl ?? new URL("./wick-threads.wasm", import.meta.url), import.meta.url);
  const moreUrl = new URL(options.threadsMoreUrl ?? new URL("./wick-threads-more.wasm", import.meta.url), import.meta.url);
  const threadUrl = new URL(options.threadUrl ?? new URL("./wick-thread.js", import.meta.url), import.meta.url);
  // As wick-threads.wasm is linked: 16 MB to 2 GB.
  const memory = new WebAssembly.Memory({ initial: 256, maximum: 32768, shared: true });
  const grown = new Int32Array(new SharedArrayBuffer(4));
  const [module, more] = await Promise.all([compile(undefined, url), waits() ? undefined : compile(undefined, moreUrl)]);
  const exports = await link(module, { module: more, url: moreUrl }, memory, grown);
  exports["__wasm_init_tls"]!(exports["pool_locals"]!());
  exports._initialize?.();
  await installRelaxed(exports);

  const localBytes = Number((exports["__tls_size"] as unknown as WebAssembly.Global).value);
  const started: Promise<Thread>[] = [];
  for (let index = 1; index < Math.min(threads, 16); index++) {
    const local = ((exports["wick_alloc"]!(stackBytes + localBytes + 128) >>> 0) + stackBytes + 63) & ~63; // above the stack
    started.push(start(threadUrl, { module, more, moreUrl: String(moreUrl), memory, grown, index, local }));
  }
  try {
    await Promise.all(started.map(async (thread) => (await thread).ready));
    exports["pool_start"]!(started.length + 1, "document" in globalThis ? 0 : 1); // a page's own thread may not wait
  } catch {
    exports["pool_stop"]!();
    for (const thread of started) thread.then(({ terminate }) => terminate(), () => {});
  }
  return exports;
}
