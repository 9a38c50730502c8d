// The TypeScript package over the built wasm, in Node.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { F, Session, Trainer, WickError, checkRecipe, freeze, info, init, keep, loadTensors, manualSeed, metrics, nn, noGrad, opSchemas, optim, putFile, scope, tensor } from '../../web/wick/dist/index.js';
import { sizes } from '../../tools/size.mjs';

await init();
const root = new URL('../..', import.meta.url).pathname;
const live = () => info().memory.live_tensors;

const toy = {
  name: 'toy', seed: 1,
  model: { type: 'Sequential', layers: [{ type: 'Linear', in_features: 2, out_features: 16 }, { type: 'ReLU' }, { type: 'Linear', in_features: 16, out_features: 2 }] },
  data: { type: 'toy', kind: 'moons', train: 200, val: 100, batch_size: 20 },
  loss: { type: 'CrossEntropyLoss' }, optimizer: { type: 'Adam', lr: 0.02 }, trainer: { max_epochs: 3 },
};

test('the exports are the functions of wick.h', () => {
  const declared = new Set(readFileSync(join(root, 'runtime/include/wick/wick.h'), 'utf8').match(/\bwick_[a-z0-9_]+(?=\()/g));
  const exported = new Set(WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(join(root, 'web/wick/dist/wick.wasm')))).map((e) => e.name).filter((n) => n.startsWith('wick_')));
  assert.deepEqual([...exported].sort(), [...declared].sort());
});

test('freeze: modules and functions as programs', () => {
  const before = live();
  scope(() => {
    const net = new nn.Sequential(new nn.Linear(4, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Dropout(0.5), new nn.Linear(8, 3));
    const frozen = net.freeze(tensor([[1, 2, 3, 4]]));
    assert.equal(net.training, true);
    assert.deepEqual(frozen.outputShape(5), [5, 3]);
    net.eval();
    const near = (a, b) => a.forEach((v, i) => assert.ok(Math.abs(v - b[i]) < 1e-5, `${a} ${b}`));
    const x = tensor([[1, -2, 3, 4], [0, 5, -6, 7]]);
    const want = net.call(x).data();
    near(frozen.forward(x).data(), want);
    near(frozen.run(x.data(), 2), want);
    const out = new Float32Array(3);
    assert.equal(frozen.run(x.data().subarray(0, 4), 1, out), out);
    near(out, want);
    assert.throws(() => frozen.run(new Float32Array(5), 1), /input has 5 elements; need 4 for 1 samples/);
    assert.throws(() => frozen.forward(tensor([[1, 2]])), /input is f32\[1,2\]; this program needs f32\[N,4\]/);

    const f = (t) => F.softmax(F.matmul(t, x).add(1).relu(), 1);
    const program = freeze(f, tensor([[1, 2]]));
    const three = tensor([[1, 2], [3, 4], [5, -6]]);
    near(program.forward(three).data(), f(three).data());
    const fixed = freeze((t) => t.reshape([2, 3]), tensor([[1, 2, 3, 4, 5, 6]]));
    assert.deepEqual(fixed.forward(tensor([[6, 5, 4, 3, 2, 1]])).toArray(), [[6, 5, 4], [3, 2, 1]]);
    assert.throws(() => freeze(() => { throw new Error('mine'); }, x), /mine/);
    assert.throws(() => frozen.run(new Float32Array(0), 0), /batch size 0/);
    for (const p of [frozen, program, fixed]) p.dispose();
    assert.throws(() => frozen.forward(x), /disposed/);
    net.dispose();
  });
  assert.equal(live(), before);
});

test('tensors: data in and out, ops, broadcasting', () => scope(() => {
  const a = tensor([[1, 2, 3], [4, 5, 6]]), b = tensor([10, 20, 30]);
  assert.deepEqual(a.shape, [2, 3]);
  assert.deepEqual(a.add(b).toArray(), [[11, 22, 33], [14, 25, 36]]);
  assert.deepEqual(a.transpose(0, 1).toArray(), [[1, 4], [2, 5], [3, 6]]);
  assert.equal(a.sum().item(), 21);
  assert.deepEqual(a.argmax({ dim: 1 }).toArray().map(Number), [2, 2]);
  const copy = a.data();
  copy[0] = 99;
  assert.equal(a.toArray()[0][0], 1);
  assert.ok(opSchemas().length > 80);
}));

test('autograd: gradients, no_grad, names', () => scope(() => {
  const x = tensor([1, 2, 3], { requiresGrad: true });
  const y = x.mul(x).sum();
  assert.equal(y.gradFn, 'SumBackward0');
  y.backward();
  assert.deepEqual(x.grad.toArray(), [2, 4, 6]);
  x.mul(3).sum().backward();
  assert.deepEqual(x.grad.toArray(), [5, 7, 9]);
  assert.equal(noGrad(() => x.mul(2)).requiresGrad, false);
}));

test('errors carry kind and text', () => scope(() => {
  const a = tensor([[1, 2, 3]]);
  assert.throws(() => a.matmul(a), (e) => e instanceof WickError && e.kind === 'shape' && /inner sizes differ/.test(e.message));
  assert.throws(() => F.crossEntropy(a, tensor(new BigInt64Array([7n]), [1])), (e) => e.kind === 'index' && /out of bounds/.test(e.message));
  assert.equal(a.sum().item(), 6);
}));

test('the five-line loop learns, and leaves nothing behind', () => {
  const before = live();
  scope(() => {
    manualSeed(3);
    const model = new nn.Sequential(new nn.Linear(2, 16), new nn.ReLU(), new nn.Linear(16, 2));
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.05 });
    const criterion = new nn.CrossEntropyLoss();
    const x = tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), y = tensor(new BigInt64Array([0n, 1n, 1n, 0n]), [4]);
    let first, last;
    model.train();
    for (let i = 0; i < 150; i++) {
      scope(() => {
        optimizer.zeroGrad();
        const loss = criterion.forward(model.forward(x), y);
        loss.backward();
        optimizer.step();
        last = loss.item();
        first ??= last;
      });
    }
    assert.ok(last < 0.1 && first > 0.5, `loss ${first} -> ${last}`);
    optimizer.dispose();
    model.dispose();
  });
  assert.equal(live(), before);
});

test('a heap that grows does not break tensors made before', () => scope(() => {
  const a = tensor([1, 2, 3]);
  const big = F.zeros([5_000_000]);
  assert.equal(big.numel, 5_000_000);
  assert.deepEqual(a.mul(2).toArray(), [2, 4, 6]);
}));

test('scope keeps what it returns, and refuses async functions', () => {
  const t = scope(() => tensor([1]).add(1));
  assert.equal(t.item(), 2);
  t.dispose();
  assert.throws(() => t.item(), WickError);
  assert.throws(() => scope(async () => 1), /async/);
  const kept = scope(() => { keep(tensor([5])).dispose(); });
  assert.equal(kept, undefined);
});

test('a session trains, saves, and goes on bit-exactly', () => {
  const before = live();
  const a = new Session(toy), b = new Session(toy), c = new Session(toy);
  for (let i = 0; i < 13; i++) a.step();
  for (let i = 0; i < 7; i++) b.step();
  c.load(b.checkpoint());
  for (let i = 0; i < 6; i++) c.step();
  assert.deepEqual(c.weights(), a.weights());
  const names = scope(() => Object.keys(loadTensors(a.weights()).tensors ?? loadTensors(a.weights())));
  assert.ok(JSON.stringify(names).includes('0.weight'));
  for (const s of [a, b, c]) s.dispose();
  assert.equal(live(), before);
});

test('the trainer reaches the end and reports', async () => {
  const trainer = new Trainer({ ...toy, trainer: { max_epochs: 12 } });
  await trainer.fit();
  const { accuracy } = trainer.validate();
  assert.ok(accuracy > 0.8, `accuracy ${accuracy}`);
  trainer.dispose();
});

test('a wrong recipe is refused with path and nearest name', () => {
  const wrong = structuredClone(toy);
  wrong.optimizer = { type: 'Adma', lr: 0.1 };
  const result = checkRecipe(JSON.stringify(wrong));
  assert.equal(result.ok, false);
  assert.match(result.path, /optimizer/);
  assert.match(result.message, /Adam/);
  assert.throws(() => new Session(wrong), (e) => e.kind === 'recipe');
  assert.equal(checkRecipe(JSON.stringify(toy)).ok, true);
});

const wick = process.env.WICK ?? join(root, 'build/native/tools/wick');
test('100 training steps: wasm and native losses agree within 1e-4', { skip: existsSync(wick) ? false : 'the native wick command is not built' }, () => {
  const recipe = JSON.parse(readFileSync(join(root, 'models/strokes-cnn/recipe.json'), 'utf8'));
  recipe.data.train = 1280;
  recipe.data.val = 64;
  recipe.data.batch_size = 32;
  // Smooth layers: at the kink of a ReLU or a tie of a max-pool one rounding more or less changes the gradient by a jump.
  const smooth = { ReLU: { type: 'GELU' }, MaxPool2d: { type: 'AvgPool2d', kernel_size: 2 } };
  recipe.model.layers = recipe.model.layers.map((l) => smooth[l.type] ?? l);
  recipe.optimizer = { type: 'SGD', lr: 0.02, momentum: 0.9 };
  recipe.trainer = { max_epochs: 5, max_steps: 100, log_every_n_steps: 1 };
  delete recipe.scheduler;
  const folder = mkdtempSync(join(tmpdir(), 'wick-'));
  try {
    writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
    execFileSync(wick, ['train', join(folder, 'recipe.json'), '--out', join(folder, 'run')], { stdio: 'ignore' });
    const [head, ...rows] = readFileSync(join(folder, 'run/metrics.csv'), 'utf8').trim().split('\n').map((l) => l.split(','));
    const at = head.indexOf('train_loss_step') >= 0 ? head.indexOf('train_loss_step') : head.indexOf('train_loss');
    const steps = head.indexOf('step');
    const native = new Map(rows.filter((r) => r[at] !== '' && (head.indexOf('val_loss') < 0 || r[head.indexOf('val_loss')] === '')).map((r) => [Number(r[steps]), Number(r[at])]));
    const session = new Session(recipe);
    let compared = 0, worst = 0;
    for (let done = 0; done < 100;) {
      const s = session.step();
      if (s.event !== 'train' && s.loss == null) continue;
      if (s.event === 'finished') break;
      if (s.event === 'validate') continue;
      done = s.global_step;
      const theirs = native.get(s.global_step);
      if (theirs === undefined) continue;
      worst = Math.max(worst, Math.abs(s.loss - theirs) / theirs);
      compared++;
    }
    session.dispose();
    assert.ok(compared >= 95, `compared ${compared} steps: ${head} | ${rows[0]}`);
    assert.ok(worst < 1e-4, `worst relative difference ${worst}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the README's recipe is sound", () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8').match(/```json\n([\s\S]*?)```/)[1];
  const result = checkRecipe(text);
  assert.ok(result.ok, JSON.stringify(result));
});

test('relaxed SIMD: installed where the engine has it, and right', () => {
  // A process of its own: this one's engine may lack it, or need the flag.
  const script = `
    import { F, info, init, tensor } from ${JSON.stringify(new URL('../../web/wick/dist/index.js', import.meta.url).href)};
    await init();
    const numbers = (n, seed) => Float32Array.from({ length: n }, (_, i) => ((i * 37 + seed) % 101) / 50 - 1);
    const worst = (got, want) => got.reduce((w, v, i) => Math.max(w, Math.abs(v - want(i))), 0);
    const [M, N, K] = [23, 21, 70], a = numbers(M * K, 1), b = numbers(K * N, 5);
    const dot = (i) => { let s = 0; for (let k = 0; k < K; ++k) s += a[Math.floor(i / N) * K + k] * b[k * N + i % N]; return s; };
    const across = (x, rows, columns) => x.map((_, i) => x[i % rows * columns + Math.floor(i / rows)]);  // [columns, rows]
    const A = tensor(a, [M, K]), B = tensor(b, [K, N]), At = tensor(across(a, M, K), [K, M]), Bt = tensor(across(b, K, N), [N, K]);
    const errors = [A.matmul(B), At.t().matmul(B), A.matmul(Bt.t()), At.t().matmul(Bt.t())].map((c) => worst([...c.data()], dot));
    const [C, O, S, Q] = [3, 7, 9, 5], x = numbers(C * S * S, 2), w = numbers(O * C * Q * Q, 3);
    const sum = (i) => {
      let s = 0;
      const o = Math.floor(i / S / S), y = Math.floor(i / S) % S - 2, z = i % S - 2;
      for (let c = 0; c < C; ++c) for (let r = 0; r < Q; ++r) for (let q = 0; q < Q; ++q)
        if (y + r >= 0 && y + r < S && z + q >= 0 && z + q < S) s += x[(c * S + y + r) * S + z + q] * w[((o * C + c) * Q + r) * Q + q];
      return s;
    };
    errors.push(worst([...F.conv2d(tensor(x, [1, C, S, S]), tensor(w, [O, C, Q, Q]), undefined, { padding: 2 }).data()], sum));
    console.log(JSON.stringify({ errors, isa: info().isa }));`;
  for (const flags of [[], ['--experimental-wasm-relaxed-simd']]) {
    const { errors, isa } = JSON.parse(execFileSync(process.execPath, [...flags, '--input-type=module', '-e', script], { encoding: 'utf8' }));
    if (flags.length && parseInt(process.versions.node, 10) >= 20) assert.equal(isa, 'wasm, relaxed');  // Node 18 knows a draft only
    for (const error of errors) assert.ok(error < 1e-5, `${isa}: ${errors}`);
  }
});

test('the typed ops are those of the registry', () => {
  execFileSync(process.execPath, [join(root, 'tools/gen_ops.mjs'), join(root, 'web/wick/dist'), '--check']);
});

test('sequences, schedulers and metrics', () => {
  const before = live();
  scope(() => {
    manualSeed(1);
    const lstm = new nn.LSTM(3, 4, { numLayers: 2, batchFirst: true });
    const [output, h, c] = lstm.forwardAll(tensor(new Float32Array(30), [2, 5, 3]));
    assert.deepEqual([output.shape, h.shape, c.shape], [[2, 5, 4], [2, 2, 4], [2, 2, 4]]);
    assert.deepEqual(lstm.forwardAll(tensor(new Float32Array(30), [2, 5, 3]), h, c)[0].shape, [2, 5, 4]);
    assert.deepEqual(lstm.tensor('weight_hh_l1').shape, [16, 4]);
    const encoder = new nn.TransformerEncoder({ type: 'TransformerEncoderLayer', d_model: 8, nhead: 2, dim_feedforward: 16, batch_first: true }, 2, { isCausal: true });
    assert.deepEqual(encoder.forward(tensor(new Float32Array(48), [2, 3, 8])).shape, [2, 3, 8]);
    assert.throws(() => lstm.forward(tensor([[1, 2]])), /LSTM/);

    const optimizer = new optim.SGD(lstm.parameters(), { lr: 1 });
    const scheduler = new optim.lrScheduler.StepLR(optimizer, 2, { gamma: 0.1 });
    const rates = [0, 1, 2, 3].map(() => {
      scheduler.step();
      return scheduler.getLastLr()[0];
    });
    [1, 0.1, 0.1, 0.01].forEach((lr, i) => assert.ok(Math.abs(rates[i] - lr) < 1e-12, String(rates)));
    const plateau = new optim.lrScheduler.ReduceLROnPlateau(optimizer, { patience: 0 });
    assert.throws(() => plateau.step(), /needs the monitored figure/);
    plateau.step(1);
    assert.throws(() => new optim.lrScheduler.StepLR(optimizer, 0), /step_size/);

    const preds = tensor([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.3, 0.7]]), target = tensor(new BigInt64Array([0n, 1n, 1n, 1n]), [4]);
    const f1 = new metrics.F1Score({ numClasses: 2, average: 'macro' }), half = new metrics.F1Score({ numClasses: 2, average: 'macro' });
    f1.update(preds.narrow(0, 0, 2), target.narrow(0, 0, 2));
    half.update(preds.narrow(0, 2, 2), target.narrow(0, 2, 2));
    f1.merge(half);
    assert.ok(Math.abs(f1.compute() - (2 / 3 + 0.8) / 2) < 1e-12);
    const recall = new metrics.Recall({ numClasses: 2, average: 'none' });
    recall.update(preds, target);
    assert.deepEqual(recall.values().map((v) => v.toFixed(4)), ['1.0000', '0.6667']);
    assert.throws(() => recall.compute(), /2 figures/);
    assert.throws(() => recall.update(preds, tensor(new BigInt64Array([7n]), [1])), WickError);
    assert.ok(Math.abs(new nn.KLDivLoss({ reduction: 'batchmean' }).forward(tensor([[-1, -1]]), tensor([[0.5, 0.5]])).item() - 0.3068528) < 1e-5);
    for (const part of [lstm, encoder, optimizer, scheduler, plateau, f1, half, recall]) part.dispose();
  });
  assert.equal(live(), before);
});

test('ModuleList and ModuleDict: modules by number and by name', () => {
  const before = live(), all = [];
  const made = (type, ...args) => all[all.push(new nn[type](...args)) - 1];
  scope(() => {
    class Net extends nn.Module {
      layers = new nn.ModuleList([made('Linear', 2, 3), made('ReLU')]);
      heads = new nn.ModuleDict({ a: made('Linear', 3, 1), b: made('Linear', 3, 2) });
      forward(x, head = 'a') {
        for (const layer of this.layers) x = layer.forward(x);
        return this.heads.get(head).forward(x);
      }
    }
    const net = new Net(), x = tensor([[1, 2]]);
    assert.deepEqual(Object.keys(net.stateDict()), ['layers.0.weight', 'layers.0.bias', 'heads.a.weight', 'heads.a.bias', 'heads.b.weight', 'heads.b.bias']);
    assert.deepEqual([net.forward(x).shape, net.forward(x, 'b').shape], [[1, 1], [1, 2]]);
    net.forward(x, 'b').sum().backward();
    assert.ok(net.heads.get('b').weight.grad && !net.heads.get('a').weight.grad);
    assert.equal(String(net.layers), 'ModuleList(\n  (0): Linear(in_features=2, out_features=3, bias=True)\n  (1): ReLU()\n)');
    assert.equal(String(new nn.Sequential(net.layers.at(1))), 'Sequential(\n  (0): ReLU()\n)');
    assert.match(String(net), /^Net\(/);
    net.eval();
    assert.ok(!net.layers.at(-1).training);
    const { layers, heads } = net;
    layers.append(made('Tanh')).insert(1, made('Dropout', 0.5)).extend([made('Sigmoid')]);
    assert.deepEqual([...layers].map((m) => String(m).split('(')[0]), ['Linear', 'Dropout', 'ReLU', 'Tanh', 'Sigmoid']);
    assert.match(String(layers.pop(1)), /^Dropout/);
    layers.set(-1, made('ReLU'));
    assert.equal(layers.slice(1).length, 3);
    assert.throws(() => layers.at(4), /index 4 is out of range; it has 4 modules/);
    assert.throws(() => layers.insert(5, layers.at(0)), /out of range/);
    assert.throws(() => layers.forward(x), /has no forward/);
    heads.update([['c', made('ReLU')], ['a', heads.get('b')]]).set('d', made('Tanh'));
    assert.deepEqual([heads.keys(), heads.length, heads.has('c'), heads.get('a') === heads.get('b')], [['a', 'b', 'c', 'd'], 4, true, true]);
    assert.match(String(heads.pop('d')), /^Tanh/);
    assert.deepEqual(heads.values().length, heads.items().length);
    assert.throws(() => heads.get('x'), /no module "x"; need one of "a", "b", "c"/);
    assert.throws(() => heads.set('a.b', heads.get('a')), /has no dot/);
    heads.clear();
    assert.equal(heads.length, 0);
  });
  for (const module of all) module.dispose();
  assert.equal(live(), before);
});

test('curves and matrices of stored cases', () => {
  const { data, cases } = JSON.parse(readFileSync(join(root, 'tests/golden/metrics.json'), 'utf8'));
  const before = live();
  let n = 0;
  for (const { data: name, metric: { type, num_classes, ...options }, value } of cases) {
    if (!['ROC', 'PrecisionRecallCurve', 'ConfusionMatrix'].includes(type)) continue;
    scope(() => {
      const d = data[name], { task, normalize, thresholds } = options, made = () => new metrics[type]({ numClasses: task === 'binary' ? 0 : d.classes, ...JSON.parse(JSON.stringify({ task, normalize, thresholds, ignoreIndex: options.ignore_index, threshold: options.threshold })) });
      const metric = made(), preds = tensor(d.preds, { dtype: d.integer ? 'int64' : 'float32' }).reshape(d.shape);
      const target = tensor(new BigInt64Array(d.target.map(BigInt)), d.target_shape);
      const cuts = [0, ...d.cut, d.shape[0]];
      for (let i = 1; i < cuts.length; ++i) metric.update(preds.narrow(0, cuts[i - 1], cuts[i] - cuts[i - 1]), target.narrow(0, cuts[i - 1], cuts[i] - cuts[i - 1]));
      const flat = (t) => [...t.data()].map(Number), result = metric.compute();
      // Per class [x, y, thresholds], as it is stored.
      const got = type === 'ConfusionMatrix' ? [[flat(result)]] : value.map((_, k) => result.map((part, i) => flat(Array.isArray(part) ? part[k] : value.length > 1 && i < 2 ? part.select(0, k) : part)));
      const want = type === 'ConfusionMatrix' ? [[value]] : value;
      want.forEach((parts, k) => parts.forEach((list, i) => {
        assert.equal(got[k][i].length, list.length, `${type} of ${name}`);
        list.forEach((v, j) => assert.ok(v === null ? Number.isNaN(got[k][i][j]) : Math.abs(got[k][i][j] - v) <= 1e-6, `${type} of ${name}: ${got[k][i][j]}, ${v}`));
      }));
      metric.dispose();
    });
    n++;
  }
  assert.ok(n >= 26, `${n} cases`);
  assert.equal(live(), before);
  const roc = new metrics.ROC({ task: 'binary' });
  assert.throws(() => roc.merge(new metrics.ROC({ numClasses: 3 })), /cannot merge/);
  assert.throws(() => new metrics.ROC({ numClasses: 3, thresholds: 1 }), /thresholds.*a whole number of 2 or more, or a list/);
  roc.dispose();
});

test('ops: overloads, absent tensors, lists of numbers, in place', () => scope(() => {
  const x = tensor([[1, -2, 3], [4, 5, -6]]);
  assert.deepEqual(x.clamp(-1, 2).toArray(), [[1, -1, 2], [2, 2, -1]]);
  assert.deepEqual(x.clamp(tensor([0, 0, 0])).toArray(), [[1, 0, 3], [4, 5, 0]]);
  assert.deepEqual(x.clamp({ max: 0 }).toArray(), [[0, -2, 0], [0, 0, -6]]);
  assert.deepEqual(F.index(x, [null, tensor(new BigInt64Array([2n, 0n]), [2])]).toArray(), [[3, 1], [-6, 4]]);
  assert.deepEqual(F.einsum('ij->ji', [x]).toArray(), [[1, 4], [-2, 5], [3, -6]]);
  assert.equal(x.norm({ p: 1 }).item(), 21);
  assert.deepEqual(x.max({ dim: 1 }).map((t) => t.toArray().map(Number)), [[3, 5], [2, 1]]);
  x.relu_();
  assert.deepEqual(x.toArray(), [[1, 0, 3], [4, 5, 0]]);
  assert.deepEqual(F.interpolate(tensor([[[1, 2]]]), { scaleFactor: [2] }).toArray(), [[[1, 1, 2, 2]]]);
}));

test('initial values and computed weights', () => {
  scope(() => {
    const t = nn.init.orthogonal_(F.zeros([3, 3]), { gain: 2 });
    assert.ok(t.matmul(t.t()).sub(F.eye(3).mul(4)).abs().max().item() < 1e-5);
    assert.equal(nn.init.constant_(F.zeros([2]), 0.5).sum().item(), 1);
    assert.throws(() => nn.init.xavierNormal_(F.zeros([4])), /at least 2 dimensions/);
    const layer = nn.utils.weightNorm(new nn.Linear(3, 2), { dim: null });
    assert.deepEqual(layer.ownTensors().map(([name]) => name), ['bias', 'weight_g', 'weight_v']);
    const x = tensor([[1, 2, 3]]), loss = () => layer.forward(x).square().sum();
    const optimizer = new optim.SGD(layer.parameters(), { lr: 0.01 }), before = loss().item();
    loss().backward();
    optimizer.step();
    assert.ok(loss().item() < before);
    assert.throws(() => nn.utils.spectralNorm(new nn.ReLU()), /weight/);
  });
});

test('a model of text writes on', () => {
  putFile('rhyme.txt', new TextEncoder().encode('twinkle twinkle little star '.repeat(40)));
  const session = new Session({
    name: 'text', seed: 1,
    model: { type: 'Sequential', layers: [{ type: 'Embedding', num_embeddings: 11, embedding_dim: 8 }, { type: 'GRU', input_size: 8, hidden_size: 32, batch_first: true }, { type: 'Linear', in_features: 32, out_features: 11 }] },
    data: { type: 'text', file: 'rhyme.txt', seq_len: 28, val: 0.1, batch_size: 4 },
    loss: { type: 'CrossEntropyLoss' }, optimizer: { type: 'Adam', lr: 0.02 }, trainer: { max_epochs: 20 },
  });
  while (session.step(50).event !== 'finished');
  assert.equal(session.generate({ prompt: 'twinkle ', tokens: 20, temperature: 0 }), 'twinkle twinkle little star ');
  scope(() => assert.equal(session.decode([...session.encode('star').data()].map(Number)), 'star'));
  session.dispose();
});

test('layers, losses and optimizers are those of the recipe table', () => {
  execFileSync(process.execPath, [join(root, 'tools/gen_types.mjs'), join(root, 'web/wick/dist'), '--check']);
  execFileSync(process.execPath, [join(root, 'tools/gen_support.mjs'), join(root, 'web/wick/dist'), '--check']);
  scope(() => {
    assert.equal(String(new nn.Conv2d(1, 4, 3, { padding: 1, bias: false })), 'Conv2d(1, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)');
    assert.equal(String(new nn.Conv2d(1, 4, [3, 1], 2, 1)), 'Conv2d(1, 4, kernel_size=(3, 1), stride=(2, 2), padding=(1, 1))');
    assert.throws(() => new nn.Conv2d(1, 4, 3, 2, { stride: 1 }), /"stride" is given twice/);
    assert.throws(() => new nn.Linear(4, 2, { bais: true }), /unknown key; did you mean "bias"/);
    const [y, ...rest] = new nn.Linear(2, 3).forwardAll(tensor([[1, 2]]));
    assert.deepEqual([y.shape, rest], [[1, 3], []]);
    assert.throws(() => new nn.Linear(2, 3).forwardAll(tensor([[1, 2]]), null), /2 inputs given; takes 1/);
  });
});

test('training and classifying costs at most 200 kB of download', async () => {
  const { training, threads } = await sizes();
  assert.ok(training <= 200_000, `${training} bytes gzip; need at most 200000`);
  assert.ok(threads <= 200_000, `${threads} bytes gzip with threads; need at most 200000`);
});

// What it was held to with a hundred ops; expected to fail with nearly four hundred.
test('training and classifying costs at most 150 kB of download', { todo: 'about 180 kB; most of it is code that a session runs' }, async () => {
  const { training } = await sizes();
  assert.ok(training <= 150_000, `${training} bytes gzip; need at most 150000`);
});
