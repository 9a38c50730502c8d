// Functions of the user's that the runtime calls: gradients of functions, functions with gradients, hooks, closures, averages.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { F, WickError, autograd, enableGrad, inferenceMode, info, init, isGradEnabled, manualSeed, nn, noGrad, optim, scope, tensor, utils } from '../../web/wick/dist/index.js';

await init();
const live = () => info().memory.live_tensors;
const near = (a, b, eps = 1e-5) => {
  const x = Array.from(a, Number), y = Array.from(b, Number);
  assert.equal(x.length, y.length, `${x} and ${y}`);
  x.forEach((v, i) => assert.ok(Math.abs(v - y[i]) <= eps * Math.max(1, Math.abs(y[i])), `${x} and ${y}`));
};
/** A test that must leave no tensor behind. */
const clean = (name, fn) => test(name, () => {
  const before = live();
  scope(fn);
  assert.equal(live(), before);
});
const leaf = (values) => tensor(values, { requiresGrad: true });

class Cube extends autograd.Function {
  static forward(ctx, x) {
    assert.equal(isGradEnabled(), false);
    ctx.saveForBackward(x);
    return x.mul(x).mul(x);
  }
  static backward(ctx, dy) {
    const [x] = ctx.savedTensors;
    return dy.mul(x.square()).mul(3);
  }
}

clean('autograd.grad: without touching grad, unused inputs, gradients of gradients', () => {
  const x = leaf([1, 2, 3]), z = leaf([1, 1, 1]);
  const [g] = autograd.grad(x.pow(3).sum(), x, { createGraph: true });
  near(g.data(), [3, 12, 27]);
  assert.equal(x.grad, null);
  near(autograd.grad(g.sum(), [x])[0].data(), [6, 12, 18]);
  near(autograd.grad([x.mul(2), x.mul(x)], x, { gradOutputs: [tensor([1, 0, 0]), tensor([0, 1, 1])] })[0].data(), [2, 4, 6]);
  assert.deepEqual(autograd.grad(x.sum(), [z], { allowUnused: true }), [null]);
  assert.throws(() => autograd.grad(x.sum(), [z]), (e) => e instanceof WickError && /not to have been used/.test(e.message));
  assert.throws(() => autograd.grad(x.sum(), x, { gradOutputs: [x, x] }), /1 outputs and 2 gradOutputs/);
  const y = x.mul(x).sum();
  autograd.grad(y, x);
  assert.throws(() => autograd.grad(y, x), /was freed by an earlier backward/);
});

clean('autograd.functional: jacobian, hessian, vjp, jvp, vhp, hvp', () => {
  const x = tensor([1, 2]), w = tensor([[1, 2], [3, 4], [5, 6]]);
  const J = autograd.functional.jacobian((t) => F.matmul(w, t.square()), x);
  near(J.data(), [2, 8, 6, 16, 10, 24]);
  assert.deepEqual(J.shape, [3, 2]);
  const [Jx, Jw] = autograd.functional.jacobian((a, b) => a.mul(b), [x, tensor([3, 4])]);
  near(Jx.data(), [3, 0, 0, 4]);
  near(Jw.data(), [1, 0, 0, 2]);
  const cubes = (t) => t.pow(3).sum();
  near(autograd.functional.hessian(cubes, x).data(), [6, 0, 0, 12]);
  const H = autograd.functional.hessian((a, b) => a.mul(b).sum(), [x, tensor([3, 4])]);
  near(H[0][1].data(), [1, 0, 0, 1]);
  near(H[1][1].data(), [0, 0, 0, 0]);
  const v = tensor([1, -1]);
  const [y, back] = autograd.functional.vjp((t) => t.square(), x, v);
  near(y.data(), [1, 4]);
  near(back.data(), [2, -4]);
  near(autograd.functional.jvp((t) => t.square(), x, v)[1].data(), [2, -4]);
  near(autograd.functional.vhp(cubes, x, v)[1].data(), [6, -12]);
  near(autograd.functional.hvp(cubes, [x], [v])[1][0].data(), [6, -12]);
  const again = autograd.functional.jacobian((t) => t.pow(3), leaf([2]), { createGraph: true });
  assert.equal(again.gradFn !== null, true);
  assert.throws(() => autograd.functional.hessian((t) => t.square(), x), (e) => e.kind === 'shape' && /single element/.test(e.message));
  assert.throws(() => autograd.functional.jacobian(() => { throw new RangeError('mine'); }, x), (e) => e instanceof RangeError && e.message === 'mine');
  assert.throws(() => autograd.functional.jacobian((t) => t, tensor([1], { dtype: 'int64' })), /floating/);
});

clean('autograd.Function: gradients of its own, differentiable again', () => {
  const x = leaf([0.5, -2, 3]), y = Cube.apply(x);
  assert.equal(y.gradFn, 'CubeBackward');
  y.sum().backward();
  near(x.grad.data(), [0.75, 12, 27]);
  near(autograd.functional.hessian((t) => Cube.apply(t).sum(), tensor([1, 2])).data(), [6, 0, 0, 12]);
  noGrad(() => assert.equal(Cube.apply(x).requiresGrad, false));
  x.grad = null;
});

clean('autograd.Function: several results, lists, saved results, needsInputGrad', () => {
  let needs;
  class Both extends autograd.Function {
    static forward(ctx, [a, b], factor) {
      needs = ctx.needsInputGrad;
      const product = a.mul(b).mul(factor);
      ctx.factor = factor;
      ctx.saveForBackward(a, b, product);
      const count = tensor([a.numel], { dtype: 'int64' }), constant = a.mul(0);
      ctx.markNonDifferentiable(constant);
      return [a.add(b), product, count, constant];
    }
    static backward(ctx, sum, product) {
      const [a, b, p] = ctx.savedTensors;
      return [[sum.add(product.mul(p).div(a)), sum.add(product.mul(p).div(b))], null];
    }
  }
  const a = leaf([1, 2]), b = leaf([3, 5]);
  const [sum, product, count, constant] = Both.apply([a, b], 2);
  assert.deepEqual(needs, [true, true, false]);
  assert.deepEqual([count.requiresGrad, constant.requiresGrad, product.requiresGrad], [false, false, true]);
  product.sum().backward();
  near(a.grad.data(), [6, 10]);
  near(b.grad.data(), [2, 4]);
  near(sum.data(), [4, 7]);

  class Raw extends autograd.Function {
    static forward(ctx, t) {
      ctx.setMaterializeGrads(false);
      return [t.mul(2), t.mul(3)];
    }
    static backward(_ctx, p, q) {
      assert.equal(q, null);
      return p.mul(2);
    }
  }
  const c = leaf([1]);
  Raw.apply(c)[0].backward();
  near(c.grad.data(), [2]);
});

clean('autograd.Function: what goes wrong', () => {
  class Wrong extends autograd.Function {
    static forward(ctx, x) { return x.mul(2); }
    static backward(ctx, dy) { return [dy, dy]; }
  }
  class Throws extends Wrong {
    static backward() { throw new TypeError('in backward'); }
  }
  class Once extends autograd.Function {
    static onceDifferentiable = true;
    static forward(ctx, x) { ctx.saveForBackward(x); return x.square(); }
    static backward(ctx, dy) { return dy.mul(ctx.savedTensors[0]).mul(2); }
  }
  const x = leaf([1, 2]);
  assert.throws(() => Wrong.apply(x).sum().backward(), /there is room for 1|at most 1|incorrect number of gradients/);
  assert.throws(() => Throws.apply(x).sum().backward(), (e) => e instanceof TypeError && e.message === 'in backward');
  assert.throws(() => x.matmul(tensor([1, 2, 3])), (e) => e instanceof WickError);  // not the one before
  const [g] = autograd.grad(Once.apply(x).square().sum(), x, { createGraph: true });
  assert.throws(() => g.sum().backward(), /once_differentiable/);
  const z = x.mul(1), y = Cube.apply(z);
  noGrad(() => z.add_(1));
  assert.throws(() => y.sum().backward(), /\[CubeBackward\].*modified by an in-place operation/);
});

clean('hooks, retainGrad, modes, anomalies', () => {
  const x = leaf([1, 2]), y = x.mul(3), seen = [];
  y.retainGrad();
  const hook = x.registerHook((g) => { seen.push(...g.data()); });
  x.registerHook((g) => g.mul(10));
  y.sum().backward();
  near(seen, [3, 3]);
  near(x.grad.data(), [30, 30]);
  near(y.grad.data(), [1, 1]);
  hook.remove();
  x.mul(1).sum().backward();
  assert.equal(seen.length, 2);
  x.registerHook(() => { throw new Error('from a hook'); });
  assert.throws(() => x.sum().backward(), /^Error: from a hook$/);
  noGrad(() => enableGrad(() => assert.equal(x.mul(2).requiresGrad, true)));
  const made = inferenceMode(() => x.mul(2));
  assert.equal(made.requiresGrad, false);
  made.requiresGrad = true;
  assert.throws(() => made.mul(2), /InferenceMode/);
  const zero = leaf([0]);
  assert.throws(() => autograd.detectAnomaly(() => zero.mul(0).div(zero).sum().backward()), /DivBackward0.*nan|nan.*DivBackward0/i);
});

clean('checkpoint: the same gradients, dropout draws the same again', () => {
  manualSeed(5);
  const net = [new nn.Linear(3, 8), new nn.Dropout(0.5), new nn.Linear(8, 2)], x = leaf([[1, 2, 3]]);
  const run = (t) => net.reduce((h, m) => m.forward(h), t), parameters = net.flatMap((m) => m.parameters());
  const gradients = (forward) => {
    manualSeed(7);
    for (const p of [x, ...parameters]) p.grad = null;
    forward(x).square().sum().backward();
    return [x, ...parameters].flatMap((p) => Array.from(p.grad.data()));
  };
  const plain = gradients(run);
  let calls = 0;
  near(gradients((t) => utils.checkpoint((h) => (calls++, run(h)), t)), plain, 1e-6);
  assert.equal(calls, 2);
  near(gradients((t) => utils.checkpointSequential(net, 2, t)), plain, 1e-6);
  assert.deepEqual(utils.checkpoint((a, b) => [a.add(b), a.mul(b)], [x, x.mul(2)]).map((t) => t.shape), [[1, 3], [1, 3]]);
  assert.throws(() => utils.checkpointSequential(net, 4, x), /need 1 to 3/);
  for (const m of net) m.dispose();
});

clean('optimizers: groups, closures, state', () => {
  const a = nn.parameter(tensor([1, 2])), b = nn.parameter(tensor([3])), c = nn.parameter(tensor([4])), d = nn.parameter(tensor([5]));
  const sgd = new optim.SGD([{ params: [a] }, { params: [b], lr: 1, weightDecay: 0.5 }], { lr: 0.1, momentum: 0.9 });
  assert.equal(sgd.groupCount, 2);
  assert.deepEqual([sgd.lr, sgd.get('lr', 1), sgd.get('weight_decay', 1), sgd.get('momentum', 1)], [0.1, 1, 0.5, 0.9]);
  sgd.addParamGroup({ params: [c], lr: 0.01 });
  sgd.set('lr', 0.02, 2);
  assert.deepEqual([0, 1, 2].map((g) => sgd.get('lr', g)), [0.1, 1, 0.02]);
  const loss = () => a.sum().add(b.sum()).add(c.sum());
  loss().backward();
  sgd.step();
  near([...a.data(), ...b.data(), ...c.data()], [0.9, 1.9, 3 - 1 - 1.5, 3.98]);
  sgd.zeroGrad(false);
  near(a.grad.data(), [0, 0]);
  sgd.zeroGrad();
  assert.equal(a.grad, null);
  assert.throws(() => sgd.addParamGroup({ params: [a] }), /more than one parameter group/);
  assert.throws(() => sgd.addParamGroup({ params: [d], lrr: 1 }), /lrr/);
  assert.throws(() => sgd.get('lr', 3), /group 3 is out of range; the optimizer has 3/);

  const bytes = sgd.save(), state = sgd.stateDict();
  near(state['0.momentum_buffer'].data(), [1, 1]);
  near(state['param_groups.2.lr'].data(), [0.02]);
  const other = new optim.SGD([{ params: [a] }, { params: [b] }, { params: [c] }], { lr: 5, momentum: 0.9 });
  other.load(bytes);
  assert.deepEqual([other.get('lr', 1), other.get('weight_decay', 1)], [1, 0.5]);
  other.lr = 7;
  other.loadStateDict(state);
  assert.equal(other.lr, 0.1);
  assert.throws(() => other.load(new Uint8Array(3)), WickError);

  // Rosenbrock's valley, which LBFGS walks to its end.
  const p = nn.parameter(tensor([-1, 1.5])), lbfgs = new optim.LBFGS([p], { lr: 1, maxIter: 100, lineSearchFn: 'strong_wolfe' });
  const valley = () => {
    const x = p.select(0, 0), y = p.select(0, 1);
    return y.sub(x.square()).square().mul(100).add(x.mul(-1).add(1).square());
  };
  const first = lbfgs.step(() => {
    lbfgs.zeroGrad();
    const l = valley();
    l.backward();
    return l;
  });
  near(first.data(), [29]);
  near(p.data(), [1, 1], 1e-2);
  assert.throws(() => lbfgs.step(), /closure/);
  assert.throws(() => lbfgs.step(() => { throw new Error('no loss'); }), /^Error: no loss$/);

  a.grad = tensor([5, -7]);
  nn.clipGradValue([a], 2);
  near(a.grad.data(), [2, -2]);
  for (const o of [sgd, other, lbfgs]) o.dispose();
  for (const t of [a, b, c, d, p]) t.dispose();
});

clean('LambdaLR, MultiplicativeLR', () => {
  const a = nn.parameter(tensor([1])), b = nn.parameter(tensor([1])), { LambdaLR, MultiplicativeLR } = optim.lrScheduler;
  const o = new optim.SGD([{ params: [a] }, { params: [b], lr: 1 }], { lr: 0.1 });
  const s = new LambdaLR(o, [(epoch) => 0.5 ** epoch, (epoch) => 1 / (1 + epoch)]);
  const seen = [s.getLastLr()];
  for (let i = 0; i < 3; i++) {
    s.step();
    seen.push(s.getLastLr());
  }
  near(seen.flat(), [0.1, 1, 0.05, 0.5, 0.025, 1 / 3, 0.0125, 0.25], 1e-12);
  s.dispose();
  const m = new MultiplicativeLR(o, () => 0.5);
  m.step();
  near(m.getLastLr(), [0.00625, 0.125], 1e-12);
  m.dispose();
  assert.throws(() => new LambdaLR(o, [() => 1]), /Expected 2 lr_lambdas, but got 1/);
  assert.throws(() => new LambdaLR(o, () => { throw new Error('rate'); }), /^Error: rate$/);
  o.dispose();
  for (const t of [a, b]) t.dispose();
});

clean('AveragedModel, updateBn', () => {
  manualSeed(3);
  const { AveragedModel, updateBn } = optim.swaUtils;
  const model = new nn.Sequential(new nn.Linear(2, 3), new nn.BatchNorm1d(3));
  const equal = new AveragedModel(model), ema = new AveragedModel(model, { emaDecay: 0.9 });
  const own = new AveragedModel(model, { avgFn: (average, value, n) => average.mul(n).add(value).div(n + 1) });
  const w = model.parameters()[0], start = Array.from(w.data());
  let shift = 0, mean = 0, moving = 0;
  for (let i = 0; i < 4; i++) {
    noGrad(() => w.add_(i + 1));
    shift += i + 1;
    mean += (shift - mean) / (i + 1);
    moving = i === 0 ? shift : 0.9 * moving + 0.1 * shift;
    for (const a of [equal, ema, own]) a.updateParameters();
  }
  assert.equal(equal.nAveraged, 4);
  assert.deepEqual(Object.keys(equal.stateDict()).slice(0, 3), ['n_averaged', 'module.0.weight', 'module.0.bias']);
  near(equal.stateDict()['module.0.weight'].data(), start.map((v) => v + mean));
  near(ema.stateDict()['module.0.weight'].data(), start.map((v) => v + moving));
  near(own.stateDict()['module.0.weight'].data(), start.map((v) => v + mean));

  // The statistics become those of one pass, of the averaged weights; the model's own stay.
  const batches = [tensor([[1, 2], [3, 4]]), tensor([[5, 6], [7, -8]])], x = tensor([[1, -1]]);
  const before = model.eval().forward(x).data(), running = Array.from(model.namedBuffers()[0][1].data());
  updateBn(batches, equal);
  assert.equal(model.training, false);
  near(model.forward(x).data(), before);
  near(model.namedBuffers()[0][1].data(), running);
  const bias = model.parameters()[1].data(), weight = equal.stateDict()['module.0.weight'].data();
  const inputs = [[1, 2], [3, 4], [5, 6], [7, -8]];
  near(equal.stateDict()['module.1.running_mean'].data(), [0, 1, 2].map((k) => inputs.reduce((s, [p, q]) => s + weight[2 * k] * p + weight[2 * k + 1] * q + bias[k], 0) / 4), 1e-4);
  const averaged = equal.forward(x).data();
  equal.copyTo();
  near(model.forward(x).data(), averaged);
  model.train();
  updateBn(batches.map((t) => [t, null]), model);
  assert.equal(model.training, true);
  assert.throws(() => updateBn([tensor([[1, 2, 3]])], equal), WickError);
  for (const a of [equal, ema, own]) a.dispose();
  model.dispose();
});

clean('TripletMarginWithDistanceLoss', () => {
  const [a, p, n] = [[[1, 2], [0, 1]], [[1, 2.5], [1, 1]], [[0, 2], [0, 3]]].map((t) => tensor(t));
  near(new nn.TripletMarginWithDistanceLoss({ swap: true }).forward(a, p, n).data(), new nn.TripletMarginLoss({ swap: true }).forward(a, p, n).data());
  const l1 = new nn.TripletMarginWithDistanceLoss({ distanceFunction: (u, v) => u.sub(v).abs().sum(1), margin: 2, reduction: 'none' });
  near(l1.forward(a, p, n).data(), [1.5, 1]);
  assert.throws(() => new nn.TripletMarginWithDistanceLoss({ reduction: 'max' }).forward(a, p, n), /reduction is "max"/);
});

clean('AdaptiveLogSoftmaxWithLoss: a layer of two inputs and two results', () => {
  manualSeed(2);
  const layer = new nn.AdaptiveLogSoftmaxWithLoss(16, 20, [5, 12], { divValue: 2 });
  const [logP, loss] = layer.forwardAll(F.randn([3, 16]), tensor([0, 7, 19], { dtype: 'int64' }));
  near(loss.data(), logP.mean().neg().data());
  loss.backward();
  assert.equal(layer.parameters().every((p) => p.grad !== null), true);
  assert.deepEqual(Object.keys(layer.stateDict()), ['head.weight', 'tail.0.0.weight', 'tail.0.1.weight', 'tail.1.0.weight', 'tail.1.1.weight']);
  assert.throws(() => layer.forwardAll(F.randn([1, 16]), tensor([20], { dtype: 'int64' })), /target values should be in \[0, 19\]/);
  layer.dispose();
});
