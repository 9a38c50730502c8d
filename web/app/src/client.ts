// The page's end of the worker: questions with answers, events, and noticing when the worker is gone.

import type { Api, Event, Failure, FromWorker, Method } from './protocol';

const PING_MS = 3000;
const LOST_MS = 45000; // one step of a large model on a slow machine may take long, not this long

export class AskError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

export class Client {
  private worker: Worker | null = null;
  private waiting = new Map<number, { resolve: (v: any) => void; reject: (e: Error) => void }>();
  private id = 0;
  private heard = 0;
  private timer = 0;

  constructor(private onEvent: (event: Event) => void, private onLost: (why: string) => void) {}

  /// Starts a new worker; what the old one was asked fails.
  start(): void {
    this.stop('The worker was replaced.');
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'wick' });
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.heard = performance.now();
      if (data.type === 'reply' || data.type === 'failed') this.settle(data);
      else this.onEvent(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.lose(event.message || 'it could not be started');
    };
    this.heard = performance.now();
    this.timer = window.setInterval(() => this.listen(), PING_MS);
  }

  stop(why: string): void {
    window.clearInterval(this.timer);
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new AskError({ kind: 'internal', message: why }));
    this.waiting.clear();
  }

  get alive(): boolean {
    return this.worker !== null;
  }

  ask<M extends Method>(method: M, args: Api[M]['args'], transfer: Transferable[] = []): Promise<Api[M]['result']> {
    if (!this.worker) return Promise.reject(new AskError({ kind: 'internal', message: 'The worker is not running.' }));
    const id = ++this.id;
    this.worker.postMessage({ id, method, args }, transfer);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private settle(reply: Extract<FromWorker, { id: number }>): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.type === 'reply') waiting?.resolve(reply.result);
    else waiting?.reject(new AskError(reply.failure));
  }

  private listen(): void {
    const silent = performance.now() - this.heard;
    if (silent > LOST_MS) this.lose('it no longer answers');
    else if (silent > PING_MS) this.ask('ping', {}).catch(() => undefined);
  }

  private lose(why: string): void {
    if (!this.worker) return;
    this.stop(why);
    this.onLost(why);
  }
}

/// What went wrong, for people.
export function failureOf(error: unknown): Failure {
  return error instanceof AskError ? error.failure : { kind: 'internal', message: String((error as Error)?.message ?? error) };
}
