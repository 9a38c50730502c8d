// In the deterministic mode, 50 steps of W1 and W2 leave the same weights on every instruction set, on one thread and
// two, and a recipe the same checkpoint: compares the SHA-256 of what wick_same_bits prints. WICK_BUILD is the folder with
// native, wasm and arm builds.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const build = process.env.WICK_BUILD ?? fileURLToPath(new URL('../../build', import.meta.url));
const program = (tree) => join(build, tree, 'tests/wick_same_bits');
const runWasm = fileURLToPath(new URL('../run_wasm.mjs', import.meta.url));

/** Resolves with {normal, unfused, sums: {W1, W2, W3, W4, recipe}, numbers: Map of "W1 0.weight" to bits}; the first two name targets. */
function run(command, args, env) {
  return new Promise((done, fail) => {
    execFile(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 26 }, (error, out, err) => {
      if (error) return fail(new Error(`${command}: ${err || error}`));
      const [isa, ...lines] = out.trimEnd().split('\n');
      const sums = {};
      for (const model of ['W1', 'W2', 'W3', 'W4', 'recipe']) {
        const mine = lines.filter((line) => line.startsWith(`${model} `));
        sums[model] = { tensors: mine.length, sha256: createHash('sha256').update(mine.join('\n')).digest('hex') };
      }
      const [, normal, unfused] = isa.match(/^isa (.*); deterministic: (.*)$/);
      done({ normal, unfused, sums, numbers: new Map(lines.map((line) => line.split(/ (?=[0-9a-f]+$)/))) });
    });
  });
}

/** Which tensors differ, and in how many numbers. */
function difference(a, b) {
  const out = [];
  for (const [name, bits] of a.numbers) {
    const other = b.numbers.get(name) ?? '';
    let n = 0;
    for (let i = 0; i < bits.length; i += 8) n += bits.slice(i, i + 8) !== other.slice(i, i + 8);
    if (n) out.push(`${name}: ${n} of ${bits.length / 8}`);
  }
  return out.join('\n');
}

const reference = run(program('native'), ['1'], { WICK_ISA: 'sse4' });
// The emulated run takes by far the longest: it goes on beside the others.
const arm = run('qemu-aarch64', [program('arm'), '2'], { WICK_ISA: 'neon' });
arm.catch(() => {});

const x86 = process.arch === 'x64';
const wasm = () => run(process.execPath, ['--experimental-wasm-relaxed-simd', runWasm, join(build, 'wasm/tests')], { WICK_PROGRAM: 'wick_same_bits' });
const native = (isa) => () => run(program('native'), ['2'], { WICK_ISA: isa });
const targets = [  // what runs otherwise, what is to run, on how many threads
  ['sse4', 'sse4', 2, native('sse4')],
  ['avx2', 'avx2, unfused', 2, native('avx2')],
  ['avx3', 'avx3, unfused', 2, native('avx3')],
  ['wasm, relaxed', 'wasm', 1, wasm],
  ['neon', 'neon, unfused', 2, () => arm],
];

test('the reference learns', { skip: !x86 }, async () => {
  const { unfused, sums, numbers } = await reference;
  assert.equal(unfused, 'sse4');
  assert.deepEqual([sums.W1.tensors, sums.W2.tensors, sums.recipe.tensors], [8, 18, 1]);
  const value = (bits) => Buffer.from(bits, 'hex').readFloatBE();
  for (const model of ['W1', 'W2']) assert.ok(value(numbers.get(`${model} loss50`)) < 0.9 * value(numbers.get(`${model} loss1`)));
});

for (const [normal, unfused, threads, start] of targets) {
  test(`same weights on ${unfused}`, { skip: !x86 }, async (t) => {
    const found = await start();
    if (found.normal !== normal && normal.startsWith('avx')) return t.skip(`this processor has no ${normal}`);
    assert.deepEqual([found.normal, found.unfused], [normal, unfused]);
    const want = await reference;
    assert.deepEqual(found.sums, want.sums, difference(want, found));
    t.diagnostic(`${threads} threads: W1 ${found.sums.W1.sha256}, W2 ${found.sums.W2.sha256}`);
  });
}
