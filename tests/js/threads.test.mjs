// The build for several threads, in Node.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = new URL('../..', import.meta.url).pathname;

// Trains a small CNN, freezes it, and makes its memory grow; prints what came out.
const script = (options) => `
  import { F, freeze, info, init, manualSeed, nn, optim, scope, tensor } from '${root}web/wick/dist/index.js';
  import { createHash } from 'node:crypto';
  await init(${options});
  manualSeed(3);
  const layers = [
    { type: 'Conv2d', in_channels: 3, out_channels: 16, kernel_size: 3, padding: 1 }, { type: 'BatchNorm2d', num_features: 16 }, { type: 'ReLU' },
    { type: 'MaxPool2d', kernel_size: 2 }, { type: 'Conv2d', in_channels: 16, out_channels: 32, kernel_size: 3, padding: 1 }, { type: 'ReLU' },
    { type: 'Flatten' }, { type: 'Dropout', p: 0.25 }, { type: 'Linear', in_features: 2048, out_features: 64 }, { type: 'GELU' },
    { type: 'Linear', in_features: 64, out_features: 10 }];
  const net = new nn.NativeModule({ type: 'Sequential', layers });
  const n = 32, values = Float32Array.from({ length: n * 3 * 256 }, (_, i) => Math.sin(i * i));
  const x = tensor(values, [n, 3, 16, 16]), y = tensor(BigInt64Array.from({ length: n }, (_, i) => BigInt(i % 10)), [n]);
  const adam = new optim.Adam(net.parameters(), { lr: 0.01 });
  const hash = createHash('sha256');
  for (let step = 0; step < 4; step++) scope(() => {
    adam.zeroGrad();
    const loss = F.crossEntropy(net.forward(x), y);
    loss.backward();
    adam.step();
    hash.update(String(loss.item()));
  });
  for (const p of net.parameters()) hash.update(p.data());
  net.eval();
  const frozen = freeze((input) => net.forward(input), x);
  hash.update(frozen.run(values, n));
  scope(() => {  // far beyond the first 16 MB
    const wide = tensor(new Float32Array(4 << 20).fill(0.5));
    const data = F.gelu(wide).data();
    if (!data.every((v) => v === data[0])) throw new Error('wrong numbers after the memory grew');
    hash.update(String(data[0]));
  });
  console.log(JSON.stringify({ threads: info().threads, sha256: hash.digest('hex') }));`;

async function run(options) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-wasm-relaxed-simd', '--input-type=module', '-e', script(options)]);
  return JSON.parse(stdout);
}

test('the same bits on one, two and three threads', async () => {
  const one = await run('{}');
  assert.equal(one.threads, 1);
  for (const threads of [2, 3]) assert.deepEqual(await run(`{ threads: ${threads} }`), { threads, sha256: one.sha256 });
});

test('one thread when the others or their module cannot be had', async () => {
  const one = await run('{ threads: 1 }');
  assert.deepEqual(await run("{ threads: 2, threadUrl: 'file:///nowhere/thread.js' }"), one);
  assert.deepEqual(await run("{ threads: 2, threadsUrl: 'file:///nowhere/wick-threads.wasm' }"), one);
});
