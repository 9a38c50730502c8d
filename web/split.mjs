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

/** Values into the module's memory and out of it; `seen` collects what was read. */
function access(wick) {
  const seen = [], out = wick.wick_alloc(8);
  const bytes = (array) => {
    const to = wick.wick_alloc(array.length);
    new Uint8Array(wick.memory.buffer).set(array, to);
    return to;
  };
  const read = (from) => {
    const memory = Buffer.from(wick.memory.buffer);
    seen.push(memory.toString('utf8', from, memory.indexOf(0, from)));
    return seen.at(-1);
  };
  return {
    seen, out, bytes, read,
    text: (value) => bytes(Buffer.from(`${typeof value === 'string' ? value : JSON.stringify(value)}\0`)),
    numbers: (Type, values) => bytes(new Uint8Array(Type.from(values, Type === BigInt64Array ? BigInt : Number).buffer)),
    readTensor(t, to, n) {
      wick.wick_tensor_read(t, to, n);
      seen.push(createHash('sha256').update(new Uint8Array(wick.memory.buffer, to, n)).digest('hex'));
    },
    done(status) {
      if (status !== 0) throw new Error(read(wick.wick_last_error()));
      return new DataView(wick.memory.buffer).getUint32(out, true);
    },
  };
}

/** What a visitor does on either tab, in small, through the C interface; gives all that was read, as one text. */
function visit(wick, recipe, shape) {
  const { seen, out, bytes, text, numbers, read, readTensor, done } = access(wick);
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
    const dims = numbers(BigInt64Array, [rows, ...shape.slice(1)]);
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

/** A training loop in a program's own code, as the package's classes call it. */
function loop(wick) {
  const { seen, out, text, numbers, read, readTensor, done } = access(wick);
  const tensor = (shape, dtype, data) => done(wick.wick_tensor_create(dtype, shape.length, numbers(BigInt64Array, shape), data, out));
  wick.wick_manual_seed(1n);
  const x = tensor([4, 1, 28, 28], 0, numbers(Float32Array, Array.from({ length: 4 * 784 }, (_, i) => Math.sin(i))));
  const y = tensor([4], 2, numbers(BigInt64Array, [0, 1, 2, 3]));
  const model = done(wick.wick_module_create(text(JSON.parse(readFileSync(join(root, 'models/strokes-cnn/recipe.json'), 'utf8')).model), out));
  const parameters = [], found = wick.wick_alloc(12);
  for (let i = 0; i < wick.wick_module_tensor_count(model); ++i) {
    const [name, kind, handle] = [0, 4, 8].map((at) => found + at);
    done(wick.wick_module_tensor(model, i, name, kind, handle));
    const words = new DataView(wick.memory.buffer);
    if (words.getInt32(kind, true) === 0) parameters.push(words.getUint32(handle, true));
  }
  const bias = parameters.at(-1), values = wick.wick_alloc(40);
  readTensor(bias, values, 40);
  wick.wick_set_grad_enabled(1 - wick.wick_grad_enabled());
  done(wick.wick_tensor_write(bias, values, 40));
  wick.wick_set_grad_enabled(1);
  const optimizer = done(wick.wick_optimizer_create(text({ type: 'Adam', lr: 0.001 }), numbers(Int32Array, parameters), parameters.length, out));
  const scalar = numbers(Int32Array, [0]), given = numbers(Int32Array, [5, 0, 0, 0, 5, 0, y, 0]), count = wick.wick_alloc(4); // two tensors
  wick.wick_module_train(model, 1);
  read(wick.wick_op_schema(0));
  for (let step = 0; step < 3; ++step) {
    done(wick.wick_optimizer_zero_grad(optimizer, 1));
    const output = done(wick.wick_module_forward(model, x, out));
    new DataView(wick.memory.buffer).setInt32(given + 8, output, true);
    done(wick.wick_op_call(text('cross_entropy'), given, 2, out, 1, count));
    const loss = new DataView(wick.memory.buffer).getUint32(out, true);
    done(wick.wick_tensor_backward(loss, 0, 0, 0));
    done(wick.wick_optimizer_step(optimizer));
    for (const of of ['dtype', 'rank', 'requires_grad', 'grad_fn']) wick[`wick_tensor_${of}`](loss);
    wick.wick_tensor_shape(loss, 0);
    readTensor(loss, scalar, 4);
    wick.wick_tensor_free(output);
    wick.wick_tensor_free(loss);
  }
  wick.wick_module_train(model, 0);
  wick.wick_optimizer_free(optimizer);
  wick.wick_module_free(model);
  return seen.join('\n');
}

function visits(wick) {
  return [
    ...('pool_start' in wick ? [] : [loop(wick)]), // the module for threads is larger, and its first part shall not be
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
