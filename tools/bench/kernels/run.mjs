#!/usr/bin/env node
// run.mjs [--chromium] [--plain] [--filter TEXT] [--rounds N] [--program NAME] FOLDER...: runs wick_kernel_bench, or NAME,
// built as wasm in Node or in Chromium, with relaxed SIMD where the engine has it unless --plain. One folder: prints its
// lines. Several, in turn, N rounds: the best medians side by side; a program among them is run as it is.
// tools/bench/run_kernels calls it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const option = (name, fallback) => {
  const i = args.indexOf(name);
  return i < 0 ? fallback : args.splice(i, 2)[1];
};
const flag = (name) => args.includes(name) && !!args.splice(args.indexOf(name), 1);
const inChromium = flag('--chromium'), relaxed = !flag('--plain');
const filter = option('--filter', ''), rounds = Number(option('--rounds', 1));
const NAME = option('--program', 'wick_kernel_bench');  // another one's lines are printed as they are

// Puts the relaxed-SIMD tile in place, as web/wick/src/module.ts does.
const install = (module) => {
  if (!module._relaxed_module) return;
  const of = (type) => Object.values(module.asm).find((value) => value instanceof type);  // their names are shortened
  const memory = of(WebAssembly.Memory), table = of(WebAssembly.Table), size = module._malloc(4);
  const at = module._relaxed_module(size);
  const bytes = new Uint8Array(memory.buffer.slice(at, at + new Uint32Array(memory.buffer)[size >> 2]));
  if (!WebAssembly.validate(bytes)) return;
  const tile = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports;
  const names = Object.keys(tile).sort(), first = table.grow(names.length);
  names.forEach((name, i) => table.set(first + i, tile[name]));
  module._relaxed_install(first);
};

async function inNode(folder, filter) {
  globalThis.self ??= globalThis;
  globalThis.location ??= { href: pathToFileURL(resolve(folder)).href };
  const { default: create } = await import(pathToFileURL(resolve(folder, `${NAME}.mjs`)).href);
  const lines = [];
  const module = await create({ wasmBinary: readFileSync(join(folder, `${NAME}.wasm`)), print: (line) => lines.push(line) });
  if (relaxed) install(module);
  module.callMain([filter]);
  return lines;
}

let page, browser, server;
async function openPage() {
  server = createServer((request, response) => {
    const file = decodeURIComponent(request.url.slice(1));
    // Isolated pages have the fine clock.
    const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    const known = args.some((folder) => file.startsWith(resolve(folder).slice(1)));
    if (!known || !existsSync(`/${file}`)) return response.writeHead(file ? 404 : 200, { ...headers, 'content-type': 'text/html' }).end();
    response.writeHead(200, { ...headers, 'content-type': file.endsWith('.mjs') ? 'text/javascript' : 'application/wasm' });
    response.end(readFileSync(`/${file}`));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { chromium } = createRequire(new URL('../../../web/app/package.json', import.meta.url))('playwright-core');
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
}
const inPage = (folder, filter) => page.evaluate(async ([path, filter, install, relaxed]) => {
  const { default: create } = await import(`${path}.mjs`);
  const lines = [];
  const module = await create({ wasmBinary: await (await fetch(`${path}.wasm`)).arrayBuffer(), print: (line) => lines.push(line) });
  if (relaxed) new Function(`return ${install}`)()(module);
  module.callMain([filter]);
  return lines;
}, [resolve(folder, NAME), filter, `${install}`, relaxed]);

const runOne = (what) => (!statSync(what).isDirectory() ? execFileSync(what, filter ? [`--benchmark_filter=${filter}`] : [], { encoding: 'utf8' }).split('\n')
  : (inChromium ? inPage : inNode)(what, filter));

if (inChromium) await openPage();
const single = args.length === 1 && rounds === 1;
const label = `${inChromium ? 'chromium' : 'node'}${relaxed ? '' : '-plain'}`;
const best = new Map();
for (let round = 0; round < rounds; ++round)
  for (const [i, what] of args.entries())
    for (const line of await runOne(what)) {
      if (NAME !== 'wick_kernel_bench') {
        console.log(line);
        continue;
      }
      const [, name, target, value] = /^(\S+)\s+(\S.*?)\s{2,}([\d.]+)/.exec(line) ?? [];
      if (single && name) console.log(line.replace(target.padEnd(14), label.padEnd(14)));
      if (!best.has(name)) best.set(name, []);
      best.get(name)[i] = Math.max(best.get(name)[i] ?? 0, Number(value));
    }
best.delete(undefined);
if (!single) for (const [name, values] of best) console.log(name.padEnd(34), ...values.map((v) => v.toFixed(1).padStart(7)));
await browser?.close();
server?.close();
