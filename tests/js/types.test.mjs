// The package's declarations as a TypeScript program sees them: complete by themselves, and refusing what is wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const wick = new URL('../../web/wick', import.meta.url).pathname;

test('declarations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wick-types-'));
  try {
    writeFileSync(join(folder, 'use.ts'), `
import { F, Tensor, autograd, data, init, nn, optim, tensor, utils } from ${JSON.stringify(join(wick, 'dist/index.js'))};
await init();
class Cube extends autograd.Function {
  static forward(ctx: autograd.Context, x: Tensor): Tensor { ctx.saveForBackward(x); return x.pow(3); }
  static backward(ctx: autograd.Context, dy: Tensor): Tensor { return dy.mul(ctx.savedTensors[0]!.square()).mul(3); }
}
const y: Tensor = Cube.apply(tensor([1, 2]));
const J: Tensor = autograd.functional.jacobian((x) => F.relu(x), y);
const H: Tensor[][] = autograd.functional.hessian((a, b) => a.mul(b).sum(), [y, J]);
const model = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
const sgd = new optim.SGD([{ params: model.parameters(), lr: 1, weightDecay: 0.1 }], { lr: 0.1 });
const loss: Tensor = sgd.step(() => model.forward(y));
new optim.lrScheduler.LambdaLR(sgd, (epoch) => 0.9 ** epoch).step();
class Squares extends data.Dataset {
  get length(): number { return 10; }
  getItem(i: number): data.Sample { return [tensor([i]), tensor([i * i])]; }
}
for (const [x, target] of new data.DataLoader(new Squares(), { batchSize: 4, shuffle: true })) utils.checkpoint((t) => t.mul(target), x);
// @ts-expect-error an option that is not there
new optim.SGD(model.parameters(), { lrr: 1 });
// @ts-expect-error not a tensor
Cube.apply("text");
export { H, loss };
`);
    const { status, stdout } = spawnSync(join(wick, 'node_modules/.bin/tsc'),
      ['--noEmit', '--strict', '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--lib', 'es2022,esnext.disposable,dom', join(folder, 'use.ts')],
      { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
