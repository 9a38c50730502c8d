#!/usr/bin/env node
// Parts the page's module in two: what opening the page, training and classifying run, and the rest, which the loader
// (web/wick/src/runtime.ts) fetches when one of its functions is first called. Which function belongs where is found by
// running such a session with binaryen's wasm-split; a wrong guess costs a fetch, never a result. Constants follow (cold.mjs). At
// the end the session is run again on the first part alone and must give what the whole module gave.
//
//   node web/split.mjs PATH/NAME.wasm FOLDER          writes FOLDER/NAME.wasm and FOLDER/NAME-more.wasm
//
// The module is linked with the names of its functions, and the linker's map is in PATH/NAME.map.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { moveCold } from './cold.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [whole, folder] = process.argv.slice(2), name = basename(whole, '.wasm');
const features = ['--enable-simd', '--enable-exception-handling', '--enable-mutable-globals', '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-threads'];
const temporary = mkdtempSync(join(dirname(folder), '.split-'));
const at = (name) => join(temporary, name);

/** The exports of a module made for a host without files or a console, where every look at the clock finds it a millisecond on.
 * Of a module in two parts, the second never comes. */
function instance(file) {
  const module = new WebAssembly.Module(readFileSync(file));
  let time = 0n;
  const absent = (place) => () => {
    throw new Error(`the first part calls function ${place} of the second`);
  };
  const imports = {}, memory = new WebAssembly.Memory({ initial: 256, maximum: 32768, shared: true });
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = kind === 'memory' ? memory : name === 'clock_time_get'
      ? (_clock, _precision, to) => (new DataView(exports.memory.buffer).setBigUint64(to, time += 1000000n, true), 0)
      : from === 'more' ? absent(name) : () => 0;
  }
  const exports = { memory, ...new WebAssembly.Instance(module, imports).exports };
  exports.__wasm_init_tls?.(exports.pool_locals());
  exports._initialize?.();
  return exports;
}

/** What a visitor does on either tab, in small, through the C interface; gives all that was read, as one text. */
function visit(wick, recipe, shape) {
  const seen = [];
  const bytes = (array) => {
    const to = wick.wick_alloc(array.length);
    new Uint8Array(wick.memory.buffer).set(array, to);
    return to;
  };
  const text = (value) => bytes(Buffer.from(`${typeof value === 'string' ? value : JSON.stringify(value)}\0`));
  const out = wick.wick_alloc(8);
  const result = () => new DataView(wick.memory.buffer).getUint32(out, true);
  const read = (from) => {
    const memory = Buffer.from(wick.memory.buffer);
    seen.push(memory.toString('utf8', from, memory.indexOf(0, from)));
    return seen.at(-1);
  };
  const readTensor = (t, to, n) => {
    wick.wick_tensor_read(t, to, n);
    seen.push(createHash('sha256').update(new Uint8Array(wick.memory.buffer, to, n)).digest('hex'));
  };
  const done = (status) => {
    if (status !== 0) throw new Error(read(wick.wick_last_error()));
    return result();
  };
  const call = (method, args = {}) => JSON.parse(read(done(wick.wick_session_call(session, text(method), text(args), out))));
  const tensor = (method, args = {}) => {
    const t = done(wick.wick_session_tensor(session, text(method), text(args), out));
    wick.wick_tensor_dtype(t);
    wick.wick_tensor_rank(t);
    wick.wick_tensor_shape(t, wick.wick_alloc(64));
    const n = 65536 << 4;
    wick.wick_tensor_read(t, wick.wick_alloc(n), n); // a wrong size is refused: an error is part of every visit
    read(wick.wick_last_error());
    wick.wick_tensor_free(t);
  };

  wick.relaxed_module(out); // as the loader does
  wick.relaxed_install(0);
  wick.pool_start?.(2, 1);
  read(wick.wick_version());
  read(wick.wick_info());
  read(done(wick.wick_recipe_check(text(recipe), out)));
  const session = done(wick.wick_session_create(text(recipe), out));
  call('info');
  tensor('checkpoint');
  const predict = (rows, train) => {
    const elements = rows * shape.slice(1).reduce((a, b) => a * b);
    const dims = bytes(new Uint8Array(BigInt64Array.from([rows, ...shape.slice(1)], BigInt).buffer));
    const [dtype, data] = shape.length === 3 ? [4, new Uint8Array(elements).fill(9)] : [0, new Uint8Array(4 * elements)];
    const x = done(wick.wick_tensor_create(dtype, shape.length, dims, bytes(data), out));
    const y = done(wick.wick_session_predict(session, x, train, out));
    const values = wick.wick_alloc(4096);
    readTensor(y, values, 4 * rows * shape[0]);
    for (const layer of call('trace', { train })) tensor('activation', { layer: layer.name });
    wick.wick_tensor_free(x);
    wick.wick_tensor_free(y);
  };
  for (let event = '', steps = 0; event !== 'finished'; ++steps) {
    ({ event } = call('step', { units: 1 }));
    if (steps === 3) {
      call('layers');
      tensor('batch');
      tensor('labels');
      predict(1, 0);
      predict(5, 1);
      tensor('checkpoint');
    }
  }
  call('history');
  if (shape.length === 3) {
    const ink = new Uint8Array(60 * 60);
    for (let y = 10; y < 50; ++y) ink.fill(255, 60 * y + 28, 60 * y + 33);
    wick.wick_centre_digit(bytes(ink), 60, 60, wick.wick_alloc(784));
  } else {
    tensor('inputs', { split: 'val' });
    tensor('targets', { split: 'val' });
  }
  wick.wick_session_free(session);
  wick.pool_stop?.();
  wick.pool_serve?.(1);
  return seen.join('\n');
}

function visits(wick) {
  return [
    visit(wick, recipe('strokes-cnn', { train: 328, val: 40, test: 8 }, 4), [10, 28, 28]),
    visit(wick, recipe('spiral-mlp', {}, 2), [3, 2]),
  ];
}

function recipe(model, data, epochs) {
  const whole = JSON.parse(readFileSync(join(root, 'models', model, 'recipe.json'), 'utf8'));
  whole.data = { ...whole.data, ...data };
  whole.trainer = { ...whole.trainer, max_epochs: epochs };
  return whole;
}

try {
  execFileSync('wasm-split', [...features, '--instrument', whole, '-o', at('watched.wasm')]);
  const wick = instance(at('watched.wasm'));
  const seen = visits(wick);
  const size = wick.__write_profile(0, 0);
  const from = wick.wick_alloc(size);
  wick.__write_profile(from, size);
  writeFileSync(at('profile'), new Uint8Array(wick.memory.buffer).slice(from, from + size));

  execFileSync('wasm-split', [...features, '--split', whole, `--profile=${at('profile')}`, '--export-prefix=%', '--placeholder-namespace=more',
    '-o1', at('first'), '-o2', at('second')]);
  const small = (part) => execFileSync('wasm-opt', [...features, '-Oz', '--strip-debug', at(part), '-o', at(part)]);
  small('first');
  small('second');
  moveCold(at('first'), at('second'), readFileSync(whole.replace(/\.wasm$/, '.map'), 'latin1'), features, 'pool_start' in wick);
  small('first');
  if (visits(instance(at('first'))).some((text, i) => text !== seen[i])) throw new Error('the first part alone gives other results than the whole module');
  mkdirSync(folder, { recursive: true });
  copyFileSync(at('first'), join(folder, `${name}.wasm`));
  copyFileSync(at('second'), join(folder, `${name}-more.wasm`));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
