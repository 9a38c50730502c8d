// Runs the doctest suite built as wasm: node tests/run_wasm.mjs FOLDER [doctest options]. The folder holds wick_tests.mjs.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/run_wasm.mjs FOLDER [doctest options]; FOLDER holds wick_tests.mjs and wick_tests.wasm');
  process.exit(2);
}
// What the generated module expects of a web page.
globalThis.self ??= globalThis;
globalThis.location ??= { href: pathToFileURL(resolve(folder)).href };
const { default: create } = await import(pathToFileURL(resolve(folder, 'wick_tests.mjs')).href);
let status = 0;
const module = await create({
  wasmBinary: readFileSync(resolve(folder, 'wick_tests.wasm')),
  print: (line) => console.log(line),
  printErr: (line) => console.error(line),
  quit: (code) => { status = code; },
});
status = module.callMain(['--no-colors=true', ...options]) ?? status;
process.exitCode = status;
