// In the deterministic mode, 50 steps of W1 and W2 leave the same weights on every instruction set, on one thread and
// two: compares the SHA-256 of what wick_same_bits prints. WICK_BUILD is the folder with native, wasm and arm builds.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const build = process.env.WICK_BUILD ?? fileURLToPath(new URL('../../build', import.meta.url));
const program = (tree) => join(build, tree, 'tests/wick_same_bits');
const runWasm = fileURLToPath(new URL('../run_wasm.mjs', import.meta.url));

/** Resolves with {isa, sums: {W1, W2}, numbers: Map of "W1 0.weight" to bits}. */
function run(command, args, env) {
  return new Promise((done, fail) => {
    execFile(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 26 }, (error, out, err) => {
      if (error) return fail(new Error(`${command}: ${err || error}`));
      const [isa, ...lines] = out.trimEnd().split('\n');
      const sums = {};
      for (const model of ['W1', 'W2']) {
        const mine = lines.filter((line) => line.startsWith(`${model} `));
        sums[model] = { tensors: mine.length, sha256: createHash('sha256').update(mine.join('\n')).digest('hex') };
      }
      done({ isa: isa.slice(4), sums, numbers: new Map(lines.map((line) => line.split(/ (?=[0-9a-f]+$)/))) });
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
const targets = [
  ...['sse4', 'avx2', 'avx3'].map((isa) => [isa, 2, () => run(program('native'), ['2'], { WICK_ISA: isa })]),
  ['wasm', 1, () => run(process.execPath, [runWasm, join(build, 'wasm/tests')], { WICK_PROGRAM: 'wick_same_bits' })],
  ['neon', 2, () => arm],
];

test('the reference learns', { skip: !x86 }, async () => {
  const { isa, sums, numbers } = await reference;
  assert.equal(isa, 'sse4');
  assert.deepEqual([sums.W1.tensors, sums.W2.tensors], [8, 18]);
  const value = (bits) => Buffer.from(bits, 'hex').readFloatBE();
  for (const model of ['W1', 'W2']) assert.ok(value(numbers.get(`${model} loss50`)) < 0.9 * value(numbers.get(`${model} loss1`)));
});

for (const [name, threads, start] of targets) {
  test(`same weights on ${name}, ${threads} thread${threads > 1 ? 's' : ''}`, { skip: !x86 }, async (t) => {
    const found = await start();
    if (!found.isa.startsWith(name)) {
      assert.ok(name.startsWith('avx'), `${name} was asked for, ${found.isa} ran`);
      return t.skip(`this processor has no ${name}`);
    }
    const want = await reference;
    assert.deepEqual(found.sums, want.sums, difference(want, found));
    t.diagnostic(`${found.isa}: W1 ${found.sums.W1.sha256}, W2 ${found.sums.W2.sha256}`);
  });
}
