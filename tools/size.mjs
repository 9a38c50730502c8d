#!/usr/bin/env node
// What a visitor downloads, in bytes after gzip -9: the first part of the module with the JavaScript that a page needs to
// open a recipe, train and classify; and what comes later or with the whole package.
//
//   node tools/size.mjs          the table, from web/wick as built
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wick = fileURLToPath(new URL('../web/wick', import.meta.url));
const gzip = (bytes) => execFileSync('gzip', ['-9', '-n'], { input: bytes }).length;
const part = (name) => gzip(readFileSync(join(wick, 'dist', name)));

/** @returns {Promise<{first: number, javascript: number, training: number, threads: number, later: number, whole: number}>} bytes */
export async function sizes() {
  const { build } = createRequire(join(wick, 'package.json'))('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: 'export { init, Session, Trainer, checkRecipe, tensor, scope } from "./src/index.ts";', resolveDir: wick, loader: 'ts' },
    bundle: true, minify: true, format: 'esm', target: 'es2022', external: ['node:*', './threads.js'], write: false,
  });
  const first = part('wick.wasm');
  const javascript = gzip(outputFiles[0].contents);
  const threads = part('wick-threads.wasm') + javascript + part('threads.js') + part('wick-thread.js');
  return { first, javascript, training: first + javascript, threads, later: part('wick-more.wasm'), whole: part('index.js') };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { first, javascript, training, threads, later, whole } = await sizes();
  for (const [bytes, what] of [
    [training, 'to train and classify: the sum of'], [first, '  wick.wasm'], [javascript, '  the JavaScript for it, bundled'],
    [threads, 'instead, where a page is isolated and has several threads'],
    [later, 'wick-more.wasm, fetched when first needed'], [whole, 'the JavaScript of the whole package'],
  ]) console.log(`${String(bytes).padStart(7)}  ${what}`);
}
