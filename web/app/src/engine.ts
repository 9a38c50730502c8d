// The runtime as the worker sees it: plain arrays in and out, no tensor outlives a call.

import { centreDigit, checkRecipe, info, init, putFile, scope, Session, tensor, version, type TypedArray } from 'wick';
import threadUrl from 'wick/wick-thread.js?worker&url';
import moreUrl from 'wick/wick-more.wasm?url';
import threadsMoreUrl from 'wick/wick-threads-more.wasm?url';
import threadsUrl from 'wick/wick-threads.wasm?url';
import wasmUrl from 'wick/wick.wasm?url';

import type { Check, Machine } from './protocol';

export interface Values {
  shape: number[];
  data: TypedArray;
}

export interface EngineSession {
  call(method: string, args?: object): any;
  tensor(method: string, args?: object): Values;
  /// Probabilities [n, classes].
  predict(x: Float32Array | Uint8Array, shape: number[], train: boolean): Float32Array;
  load(bytes: Uint8Array): void;
  close(): void;
}

export interface Engine {
  machine(): Machine;
  check(recipe: string): Check;
  putFile(name: string, bytes: Uint8Array): void;
  centreDigit(ink: Uint8Array, height: number, width: number): Uint8Array;
  open(recipe: string): EngineSession;
}

function open(recipe: string): EngineSession {
  const session = new Session(recipe);
  return {
    call: (method, args = {}) => session.call(method, args),
    tensor: (method, args = {}) =>
      scope(() => {
        const t = session.tensor(method, args);
        return { shape: [...t.shape], data: t.data() };
      }),
    predict: (x, shape, train) => scope(() => session.predict(tensor(x, shape), { train }).data() as Float32Array),
    load: (bytes) => session.load(bytes),
    close: () => session.dispose(),
  };
}

export async function start(): Promise<Engine> {
  const at = (url: string) => new URL(url, import.meta.url);
  await init({
    wasmUrl: at(wasmUrl), moreUrl: at(moreUrl),
    threadsUrl: at(threadsUrl), threadsMoreUrl: at(threadsMoreUrl), threadUrl: at(threadUrl),
  });
  return {
    machine: () => ({ isa: info().isa, threads: info().threads, version: version() }),
    check: (recipe) => checkRecipe(recipe),
    putFile: (name, bytes) => putFile(name, bytes),
    centreDigit: (ink, height, width) => centreDigit(ink, height, width),
    open,
  };
}
