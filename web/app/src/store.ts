// Autosave: the newest state of a run, in the origin-private file system or, where that is missing, in IndexedDB.
// Two slots take turns, so that a tab killed while saving keeps the save before. A third holds the run of an earlier visit.

import type { Curves } from './protocol';

export interface Save {
  run: string; // which run this is of
  sequence: number;
  name: string;
  recipe: string;
  step: number;
  epoch: number;
  accuracy: number | null;
  when: number;
  curves: Curves;
  bytes: Uint8Array;
}

const SLOTS = ['autosave-0.wick', 'autosave-1.wick'];
const EARLIER = 'earlier.wick';

interface Backend {
  read(slot: string): Promise<Uint8Array | null>;
  write(slot: string, bytes: Uint8Array): Promise<void>;
  remove(slot: string): Promise<void>;
}

async function files(): Promise<Backend> {
  const root = await navigator.storage.getDirectory();
  const open = async (slot: string, create: boolean): Promise<any> => {
    const handle: any = await root.getFileHandle(slot, { create });
    return handle.createSyncAccessHandle();
  };
  (await open('probe', true)).close(); // throws where synchronous access is missing
  return {
    async read(slot) {
      try {
        const file = await open(slot, false);
        const bytes = new Uint8Array(file.getSize());
        file.read(bytes, { at: 0 });
        file.close();
        return bytes;
      } catch {
        return null;
      }
    },
    async write(slot, bytes) {
      const file = await open(slot, true);
      try {
        file.truncate(0);
        file.write(bytes, { at: 0 });
        file.flush();
      } finally {
        file.close();
      }
    },
    remove: (slot) => root.removeEntry(slot).catch(() => undefined),
  };
}

async function database(): Promise<Backend> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wick', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('saves');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const run = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction('saves', mode);
      const request = act(transaction.objectStore('saves'));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  return {
    read: async (slot) => (await run<Uint8Array | undefined>('readonly', (s) => s.get(slot))) ?? null,
    write: (slot, bytes) => run('readwrite', (s) => s.put(bytes, slot)),
    remove: (slot) => run('readwrite', (s) => s.delete(slot)),
  };
}

// A file is: length of the head (u32), sum of all that follows (u32), head (JSON), checkpoint.
function sum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0; // Adler-32
  for (let i = 0; i < bytes.length; ) {
    const end = Math.min(i + 3800, bytes.length);
    for (; i < end; i++) b += a += bytes[i];
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function pack(save: Save): Uint8Array {
  const { bytes, ...rest } = save;
  const head = new TextEncoder().encode(JSON.stringify(rest));
  const out = new Uint8Array(8 + head.length + bytes.length);
  out.set(head, 8);
  out.set(bytes, 8 + head.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, head.length, true);
  view.setUint32(4, sum(out.subarray(8)), true);
  return out;
}

function unpack(file: Uint8Array | null): Save | null {
  if (!file || file.length < 8) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  const size = view.getUint32(0, true);
  if (size > file.length - 8 || view.getUint32(4, true) !== sum(file.subarray(8))) return null;
  try {
    return { ...JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + size))), bytes: file.slice(8 + size) };
  } catch {
    return null;
  }
}

export class Store {
  private current: (Save | null)[] = [null, null];
  private earlier: Save | null = null;
  private busy = false;

  private constructor(private backend: Backend) {}

  static async open(): Promise<Store | null> {
    for (const make of [files, database]) {
      try {
        const store = new Store(await make());
        for (const [i, slot] of SLOTS.entries()) store.current[i] = unpack(await store.backend.read(slot));
        store.earlier = unpack(await store.backend.read(EARLIER));
        return store;
      } catch {
        continue; // private windows refuse one or both
      }
    }
    return null;
  }

  newest(): Save | null {
    const [a, b] = this.current;
    if (!a || !b) return a ?? b;
    return a.sequence > b.sequence ? a : b;
  }

  /// The longest run of an earlier visit.
  offer(run: string): Save | null {
    const saves = [this.earlier, ...this.current].filter((s): s is Save => s !== null && s.run !== run);
    return saves.sort((x, y) => y.step - x.step || y.when - x.when)[0] ?? null;
  }

  /// Writes to the older slot. False when another save or another tab is at it: the caller tries again later.
  async save(save: Omit<Save, 'sequence'>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const earlier = this.offer(save.run);
      if (earlier && earlier !== this.earlier) {
        await this.backend.write(EARLIER, pack(earlier));
        this.earlier = earlier;
      }
      const [a, b] = this.current;
      const slot = !a ? 0 : !b ? 1 : a.sequence < b.sequence ? 0 : 1;
      const full = { ...save, sequence: (this.newest()?.sequence ?? 0) + 1 };
      await this.backend.write(SLOTS[slot], pack(full));
      this.current[slot] = full;
      return true;
    } catch {
      return false;
    } finally {
      this.busy = false;
    }
  }

  /// Drops what offer(run) would give.
  async forget(run: string): Promise<void> {
    this.earlier = null;
    await this.backend.remove(EARLIER);
    for (const [i, save] of this.current.entries()) {
      if (!save || save.run === run) continue;
      this.current[i] = null;
      await this.backend.remove(SLOTS[i]);
    }
  }
}
