// One of the Workers that compute with the page's thread; see threads.ts.
import { installRelaxed, link, type Exports } from "./module.js";
import type { Start } from "./threads.js";

async function serve({ module, more, moreUrl, memory, grown, index, local }: Start, ready: () => void): Promise<void> {
  const exports: Exports = await link(module, { module: more, url: new URL(moreUrl) }, memory, grown);
  (exports["__stack_pointer"] as unknown as WebAssembly.Global).value = local;
  exports["__wasm_init_tls"]!(local);
  await installRelaxed(exports);
  ready();
  exports["pool_serve"]!(index); // does not return
}

const fail = (error: unknown): void => void setTimeout(() => { throw error; });
if ("WorkerGlobalScope" in globalThis) {
  onmessage = ({ data }: MessageEvent<Start>) => void serve(data, () => postMessage(0)).catch(fail);
} else {
  const { parentPort } = await import(["node:worker", "threads"].join("_"));
  parentPort.once("message", (data: Start) => void serve(data, () => parentPort.postMessage(0)).catch(fail));
}
