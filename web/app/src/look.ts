// One drawing through the network, in eval and in train mode, and where along the layers the two part.

import type { Engine, EngineSession } from './engine';
import type { Prediction, TraceLayer } from './protocol';

const COMPANY = 63; // images of the latest batch that go along in train mode

function trace(session: EngineSession, n: number): TraceLayer[] {
  const first = (x: { data: any }): Float32Array => x.data.slice(0, x.data.length / n);
  const run = (train: 0 | 1): { layers: any[]; values: Float32Array[] } => {
    const layers = session.call('trace', { train });
    const list: any[] = Array.isArray(layers) ? layers : layers.layers;
    return { layers: list, values: list.map((l) => first(session.tensor('activation', { layer: l.name }))) };
  };
  const calm = run(0);
  const busy = run(1);
  return calm.layers.map((layer, i) => {
    const a = calm.values[i];
    const b = busy.values[i];
    let d = 0;
    let s = 0;
    for (let j = 0; j < a.length; j++) {
      d += (a[j] - b[j]) ** 2;
      s += a[j] ** 2;
    }
    const mask = layer.type === 'Dropout' ? maskOf(busy.values[i - 1], b) : null;
    return {
      name: layer.name, type: layer.type, shape: layer.shape, difference: Math.sqrt(d / Math.max(s, 1e-12)),
      off: mask ? mask.reduce((n, m) => n + (m === 0 ? 1 : 0), 0) : null, mask,
    };
  });
}

/// 1 kept, 0 dropped, 2 was zero before.
function maskOf(before: Float32Array | undefined, after: Float32Array): Uint8Array {
  return Uint8Array.from(after, (v, i) => (v !== 0 ? 1 : before && before[i] === 0 ? 2 : 0));
}

export function look(
  engine: Engine, session: EngineSession, ink: Uint8Array, width: number, height: number, company: boolean,
): Prediction {
  const image = engine.centreDigit(ink, height, width);
  const empty = !image.some((v) => v > 0);
  if (empty) return { image, empty, eval: [], train: [], trace: [], micros: 0 };

  const batch = company ? others(session) : null;
  const n = 1 + (batch?.length ?? 0) / image.length;
  const all = new Uint8Array(n * image.length);
  all.set(image);
  if (batch) all.set(batch, image.length);

  const began = performance.now();
  const calm = session.predict(image, [1, 28, 28], false);
  const micros = 1000 * (performance.now() - began);
  const busy = session.predict(all, [n, 28, 28], true);
  return {
    image, empty, eval: Array.from(calm), train: Array.from(busy.subarray(0, calm.length)), trace: trace(session, n), micros,
  };
}

function others(session: EngineSession): Uint8Array | null {
  const batch = session.tensor('batch');
  if (batch.shape.at(-1) !== 28) return null;
  const pixels = Math.min(COMPANY, batch.shape[0]) * 784;
  const scale = batch.data instanceof Uint8Array ? 1 : 255;
  return Uint8Array.from({ length: pixels }, (_, i) => Math.max(0, Math.min(255, Math.round(Number(batch.data[i]) * scale))));
}
