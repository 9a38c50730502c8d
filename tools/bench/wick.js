// The contestant "wick" of the peers harness: the WebAssembly build through the JavaScript package, in node and in a
// page. tools/bench/compare puts it into the harness as peers/wick.js, with the package beside it in peers/wick/.
import * as wick from './wick/index.js';
import spec, { params, batch, uniform } from '../spec.js';

const { F, nn, optim, scope, keep, noGrad, tensor } = wick;

const linear = (i, o) => ({ type: 'Linear', in_features: i, out_features: o });
const conv = (i, o, k, options) => ({ type: 'Conv2d', in_channels: i, out_channels: o, kernel_size: k, ...options });
const norm = (c) => ({ type: 'BatchNorm2d', num_features: c });
const relu = { type: 'ReLU' }, pool = { type: 'MaxPool2d', kernel_size: 2 }, flatten = { type: 'Flatten' };
const sequential = (...layers) => ({ type: 'Sequential', layers });

const plain = (i, o, k, stride) => [conv(i, o, k, { stride, padding: k >> 1, bias: false }), norm(o)];
const block = (i, o, stride) => ({
  type: 'Residual', activation: 'relu', main: sequential(...plain(i, o, 3, stride), relu, ...plain(o, o, 3, 1)),
  ...(stride > 1 ? { shortcut: sequential(...plain(i, o, 1, stride)) } : {}),
});

const models = {
  W1: sequential(linear(784, 256), relu, linear(256, 128), relu, linear(128, 10)),
  W2: sequential(
    conv(1, 16, 3, { padding: 1 }), norm(16), relu, pool, conv(16, 32, 3, { padding: 1 }), norm(32), relu, pool,
    flatten, { type: 'Dropout', p: 0.25 }, linear(1568, 128), relu, linear(128, 10)),
  W3: sequential(
    ...plain(3, 16, 3, 1), relu, block(16, 16, 1), block(16, 32, 2), block(32, 64, 2),
    { type: 'AdaptiveAvgPool2d', output_size: 1 }, flatten, linear(64, 10)),
};

function transposed(data, [rows, columns]) {
  const out = new Float32Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = data[i * columns + j];
  return out;
}

// The harness's weights as [values, shape]; dense ones are [in, out] there and [out, in] here.
function weights(model) {
  return Object.entries(params(model)).map(([name, { shape, data }]) =>
    (name.endsWith('.w') && shape.length === 2 ? [name, transposed(data, shape), [shape[1], shape[0]]] : [name, data, shape]));
}

function native(model) {
  const net = new nn.NativeModule(models[model]);
  const own = net.parameters();
  noGrad(() => weights(model).forEach(([, values], i) => own[i].write(values)));
  return { parameters: own, forward: (x) => net.forward(x), train: (on) => net.train(on), dispose: () => net.dispose() };
}

// W4, out of the package's functions.
function transformer() {
  const m = spec.models.W4, p = Object.fromEntries(weights('W4').map(([name, values, shape]) => [name, nn.parameter(tensor(values, shape))]));
  const masks = new Map();
  const mask = (t) => {
    if (!masks.has(t)) masks.set(t, keep(tensor(Float32Array.from({ length: t * t }, (_, i) => (i % t > Math.floor(i / t) ? -1e9 : 0)), [t, t])));
    return masks.get(t);
  };
  const dense = (x, name) => F.linear(x, p[`${name}.w`], p[`${name}.b`]);
  const ln = (x, name) => F.layerNorm(x, [m.d], p[`${name}.gamma`], p[`${name}.beta`], m.lnEps);
  const forward = (ids) => {
    const [B, T] = ids.shape, D = m.d / m.heads;
    let h = F.embedding(ids, p.tok).add(p.pos);
    for (let i = 0; i < m.layers; i++) {
      const parts = F.permute(F.view(dense(ln(h, `l${i}.ln1`), `l${i}.qkv`), [B, T, 3, m.heads, D]), [2, 0, 3, 1, 4]);
      const [q, k, v] = [0, 1, 2].map((j) => F.select(parts, 0, j));
      const scores = F.matmul(q, F.transpose(k, -2, -1)).div(Math.sqrt(D)).add(mask(T));
      const seen = F.reshape(F.transpose(F.matmul(F.softmax(scores, -1), v), 1, 2), [B, T, m.d]);
      h = h.add(dense(seen, `l${i}.proj`));
      h = h.add(dense(F.gelu(dense(ln(h, `l${i}.ln2`), `l${i}.up`), { approximate: 'tanh' }), `l${i}.down`));
    }
    return F.view(dense(ln(h, 'lnf'), 'head'), [-1, m.vocab]);
  };
  const all = Object.values(p);
  return { parameters: all, forward, train() {}, dispose: () => [...all, ...masks.values()].forEach((t) => t.dispose()) };
}

function optimizer(o, parameters) {
  if (o.kind === 'sgd') return new optim.SGD(parameters, { lr: o.lr, momentum: o.momentum });
  const options = { lr: o.lr, betas: [o.b1, o.b2], eps: o.eps };
  return o.kind === 'adam' ? new optim.Adam(parameters, options) : new optim.AdamW(parameters, { ...options, weightDecay: o.wd });
}

function inputs(model, n) {
  const { x, y, shape } = batch(model, n);
  const whole = (a) => BigInt64Array.from(a, BigInt);
  return { x: keep(tensor(model === 'W4' ? whole(x) : x, shape)), y: keep(tensor(whole(y), [y.length])) };
}

function makeProduct({ n }) {
  const x = keep(tensor(uniform(3, n * n), [n, n])), y = keep(tensor(uniform(4, n * n), [n, n]));
  return {
    step: () => scope(() => { F.matmul(x, y); }),
    out: () => scope(() => F.matmul(x, y).data()[0]),
    dispose: () => { x.dispose(); y.dispose(); },
  };
}

function makeElementwise({ op, n }) {
  const count = op === 'softmax' ? n * n : n;
  const x = keep(tensor(uniform(3, count).map((v) => 4 * v - 2), op === 'softmax' ? [n, n] : [n])), y = keep(tensor(uniform(4, count), [count]));
  const f = { add: () => F.add(x, y), mul: () => F.mul(x, y), gelu: () => F.gelu(x, { approximate: 'tanh' }), softmax: () => F.softmax(x, 1) }[op];
  return {
    step: () => scope(() => { f(); }),
    out: () => scope(() => f().data()[0]),
    dispose: () => { x.dispose(); y.dispose(); },
  };
}

export default {
  name: 'wick',
  async open({ threads }) {
    await wick.init({ threads });
    return { peer: 'wick', threads };
  },
  make(ctx, id, w) {
    if (ctx.threads > wick.info().threads) return { fails: `this build has ${wick.info().threads} thread` };
    if (w.kind === 'gemm') return makeProduct(w);
    if (w.kind === 'ew') return makeElementwise(w);
    wick.manualSeed(0);
    const net = models[w.model] ? native(w.model) : transformer();
    const { x, y } = inputs(w.model, w.batch);
    const training = w.kind === 'train';
    net.train(training);
    const freeAll = () => { net.dispose(); x.dispose(); y.dispose(); };
    let last;
    if (!training) {
      const frozen = wick.freeze(net.forward, x);
      const values = x.data();
      const plain = values instanceof Float32Array;  // tokens go in as a tensor
      const result = plain ? frozen.run(values, w.batch) : undefined;
      const step = plain ? () => { last = frozen.run(values, w.batch, result)[0]; } : () => { last = scope(() => frozen.forward(x).data()[0]); };
      return { step, out: () => last, dispose: () => { frozen.dispose(); freeAll(); } };
    }
    const opt = optimizer(spec.models[w.model].opt, net.parameters);
    const step = () => scope(() => {
      opt.zeroGrad();
      const loss = F.crossEntropy(net.forward(x), y);
      loss.backward();
      opt.step();
      last = loss.item();
    });
    return { step, loss: () => last, dispose: () => { opt.dispose(); freeAll(); } };
  },
};
