// Runs the wick command (its path in WICK) on small recipes in folders of their own.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const program = process.env.WICK ?? fileURLToPath(new URL('../../build/native/tools/wick', import.meta.url));

/** A new folder, removed when the tests of the file are done. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'wick-cli-'));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs wick to its end: {status, out, err}. */
export function wick(args, options = {}) {
  const r = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000, ...options });
  if (r.error) throw r.error;
  return { status: r.status, signal: r.signal, out: r.stdout, err: r.stderr };
}

/** Runs wick, which must succeed; returns its output. */
export function wickOk(args, options) {
  const r = wick(args, options);
  assert.equal(r.status, 0, `wick ${args.join(' ')}\n${r.out}\n${r.err}`);
  return r.out;
}

/** Runs wick, which must refuse with one line that matches; nothing may look like a crash. */
export function wickFails(args, pattern, options) {
  const r = wick(args, options);
  assert.equal(r.status, 1, `wick ${args.join(' ')}: status ${r.status}, signal ${r.signal}\n${r.out}\n${r.err}`);
  assert.match(r.err, /^wick: /);
  assert.match(r.err, pattern);
  return r.err;
}

/** Starts wick and lets signal hit it ms after `path`, if one is given, exists, if it still runs; resolves with {status, signal, out}. */
export function wickHit(args, ms, signal = 'SIGKILL', path = null) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (d) => { out += d; });
    child.stderr.on('data', (d) => { out += d; });
    let timer;
    const start = () => { timer = path && !existsSync(path) ? setTimeout(start, 20) : setTimeout(() => child.kill(signal), ms); };
    start();
    child.on('close', (status, hit) => {
      clearTimeout(timer);
      done({ status, signal: hit, out });
    });
  });
}

export const sha = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

export function writeRecipe(path, recipe) {
  writeFileSync(path, JSON.stringify(recipe));
  return path;
}

const linear = (i, o) => ({ type: 'Linear', in_features: i, out_features: o });

/** Points in the plane; everything that keeps state: batch norm, dropout, Adam, a scheduler, accumulation. */
export const spiral = (epochs, more = {}) => ({
  name: 'spiral', seed: 7,
  model: { type: 'Sequential', layers: [linear(2, 64), { type: 'BatchNorm1d', num_features: 64 }, { type: 'ReLU' }, { type: 'Dropout', p: 0.2 }, linear(64, 3)] },
  data: { type: 'toy', kind: 'spiral', classes: 3, train: 1000, val: 200, test: 200, batch_size: 32 },
  loss: { type: 'CrossEntropyLoss' },
  optimizer: { type: 'Adam', lr: 0.01 },
  scheduler: { type: 'CosineAnnealingLR', T_max: epochs, interval: 'epoch' },
  trainer: { max_epochs: epochs, accumulate_grad_batches: 3, gradient_clip_val: 1 },
  ...more,
});

/** Digits by a linear model. */
export const digits = (more = {}) => ({
  name: 'digits', seed: 1,
  model: { type: 'Sequential', layers: [{ type: 'Flatten' }, linear(784, 10)] },
  data: { type: 'strokes', train: 600, val: 100, test: 100, batch_size: 32 },
  loss: { type: 'CrossEntropyLoss' },
  optimizer: { type: 'Adam', lr: 0.01 },
  trainer: { max_epochs: 2 },
  ...more,
});

/** An IDX file of bytes. */
export function idx(shape, values) {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head[2] = 8;
  head[3] = shape.length;
  shape.forEach((n, i) => head.writeUInt32BE(n, 4 + 4 * i));
  return Buffer.concat([head, Buffer.from(values)]);
}

/** The tensors of a safetensors file as {name: {dtype, shape, bytes}}; throws when it is not whole. */
export function readSafetensors(path) {
  const file = readFileSync(path);
  const length = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.subarray(8, 8 + length).toString());
  const out = {};
  for (const [name, t] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const [from, to] = t.data_offsets;
    assert.ok(8 + length + to <= file.length, `${path} is cut off`);
    out[name] = { dtype: t.dtype, shape: t.shape, bytes: file.subarray(8 + length + from, 8 + length + to) };
  }
  return out;
}
