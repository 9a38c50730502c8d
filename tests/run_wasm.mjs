// Runs the doctest suite built as wasm: node tests/run_wasm.mjs FOLDER [doctest options]. The folder holds wick_tests.mjs.
// WICK_PROGRAM=wick_same_bits runs another program of the folder. The kernels with relaxed SIMD are installed where the engine
// has it (Node 20: node --experimental-wasm-relaxed-simd).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/run_wasm.mjs FOLDER [doctest options]; FOLDER holds wick_tests.mjs and wick_tests.wasm');
  process.exit(2);
}
const name = process.env.WICK_PROGRAM ?? 'wick_tests';
// What the generated module expects of a web page.
globalThis.self ??= globalThis;
globalThis.location ??= { href: pathToFileURL(resolve(folder)).href };
const { default: create } = await import(pathToFileURL(resolve(folder, `${name}.mjs`)).href);
let status = 0;
const module = await create({
  wasmBinary: readFileSync(resolve(folder, `${name}.wasm`)),
  print: (line) => console.log(line),
  printErr: (line) => console.error(line),
  quit: (code) => { status = code; },
});
const { memory, relaxed_module, relaxed_install, malloc, __indirect_function_table: table } = module.asm ?? {};
if (relaxed_install) {  // as web/wick/src/module.ts does
  const size = malloc(4);
  const at = relaxed_module(size);
  const bytes = new Uint8Array(memory.buffer).slice(at, at + new DataView(memory.buffer).getUint32(size, true));
  if (WebAssembly.validate(bytes)) {
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
    const names = Object.keys(instance.exports).sort(), first = table.grow(names.length);
    names.forEach((name, i) => table.set(first + i, instance.exports[name]));
    relaxed_install(first);
  }
}
status = module.callMain(process.env.WICK_PROGRAM ? options : ['--no-colors=true', ...options]) ?? status;
process.exitCode = status;
