// What only the second part of the module reads leaves the first: constants such as error texts and the tables of ops, and the
// places of functions in the table that nothing in the first part names. The constants are zeros in the first part and data
// segments of the second, which writes them to the memory when it is loaded.
//
// A constant stays when the code of the first part names an address in it or near it, when one that stays points to it, or when
// nothing at all names it; what is one constant, the linker's map tells. Numbers that only look like addresses keep a constant,
// so a wrong guess costs bytes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const disassembled = (file, features) => execFileSync('wasm-dis', [...features, file], { maxBuffer: 1 << 30 }).toString('latin1');

/** Reads a module's bytes from `at` on. */
class Reader {
  constructor(file, at) {
    this.file = file;
    this.at = at;
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.file[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return this.file.toString('latin1', this.at - length, this.at);
  }
  /** The address or place of a segment: (i32.const n). */
  constant() {
    if (this.file[this.at++] !== 0x41) throw new Error('a segment has no constant address');
    const value = this.number();
    ++this.at; // end
    return value;
  }
}

/** The sections of a module: what they are, where their header and their content begin, and where they end. */
function* sections(file) {
  for (const bytes = new Reader(file, 8); bytes.at < file.length;) {
    const start = bytes.at, id = file[bytes.at++], size = bytes.number();
    yield { id, start, at: bytes.at, end: (bytes.at += size) };
  }
}

/** Where the bytes of a module's data segments stand in its file, and their addresses; text is its disassembly. */
function segments(file, text) {
  const out = [];
  for (const { id, at } of sections(file)) {
    if (id !== 11) continue;
    const bytes = new Reader(file, at);
    for (let n = bytes.number(); n > 0; --n) {
      const address = bytes.number() === 0 ? bytes.constant() : undefined, length = bytes.number();
      out.push({ at: bytes.at, length, address });
      bytes.at += length;
    }
  }
  // Of a shared memory, a function copies the segments at the start.
  for (const [, index, address] of text.matchAll(/memory\.init \$?(\d+)\s+\(i32\.const (\d+)\)/g)) out[index].address = Number(address);
  return out;
}

/** The constants and variables of a link: their sections' names, addresses and sizes, in order of address. */
function objects(map) {
  const out = [];
  for (const [, address, size, name] of map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) {9}\S.*:\((\.(?:rodata|data|tdata)[^)]*)\)$/gm))
    out.push({ start: parseInt(address, 16), end: parseInt(address, 16) + parseInt(size, 16), name });
  if (out.length === 0) throw new Error('the map names no data; was the module linked with --print-map?');
  return out.sort((a, b) => a.start - b.start);
}

/** Merged texts, each a constant of its own. */
function* texts({ start, end, name }, memory) {
  for (let from = Math.max(start, memory.low); from < end;) {
    const length = memory.slice(from, end).indexOf(0) + 1, to = length > 0 ? from + length : end;
    yield { start: from, end: to, name, isText: true };
    from = to;
  }
}

/** The numbers that the code of a module names: each may be an address or a place in the table. */
function numbers(disassembly) {
  const placing = /\(memory\.(?:init \S+|fill)\s+\(i32\.const \d+\)/g; // of segments in a shared memory; no constant is written otherwise
  const out = new Set(), text = disassembly.replace(/^ \((?:data|elem|import|export).*$/gm, '').replace(placing, '');
  const add = (word) => out.add(word >>> 0);
  for (const [, value] of text.matchAll(/(?:i32\.const |offset=)(-?\d+)/g)) add(Number(value));
  for (const [, value] of text.matchAll(/i64\.const (-?\d+)/g)) for (const shift of [0n, 32n]) add(Number((BigInt(value) >> shift) & 0xffffffffn));
  for (const [, words] of text.matchAll(/v128\.const i32x4 ((?:0x[0-9a-f]+ ?)+)/g)) for (const word of words.trim().split(' ')) add(Number(word));
  for (const value of [...out]) add(-value); // a difference of addresses
  return out;
}

/** The data of a module as the memory holds them: segments with their addresses, and the bytes from `low` to `high`. Of a
 * segment that threads copy, as the beginning of their own variables, the address is undefined. */
class Memory {
  constructor(file, text) {
    this.segments = segments(file, text);
    const placed = this.segments.filter((p) => p.address !== undefined);
    this.low = Math.min(...placed.map((p) => p.address)) & ~3;
    this.high = Math.max(...placed.map((p) => p.address + p.length));
    this.bytes = new Uint8Array(this.high + 4 - this.low);
    for (const { at, length, address } of placed) this.bytes.set(file.subarray(at, at + length), address - this.low);
    this.view = new DataView(this.bytes.buffer);
  }
  slice(start, end) {
    return this.bytes.subarray(start - this.low, end - this.low);
  }
  /** The words in a constant or variable, each of which may be an address. */
  *words({ start, end, isText, movable }) {
    if (isText) return;
    const step = movable ? 4 : 1; // a table of exceptions is not aligned
    for (let at = Math.max(this.low, movable ? (start + 3) & ~3 : start); at + 4 <= Math.min(end, this.high); at += step) yield this.view.getUint32(at - this.low, true);
  }
}

/** The cold constants as runs [start, end) of addresses, and all words that the code and data of the first part hold. */
function findCold(memory, constants, firstNumbers, secondNumbers) {
  const all = constants.flatMap((o) => (o.name === '.rodata' ? [...texts(o, memory)] : [o])).filter((o) => o.end > memory.low && o.start < memory.high);
  for (const o of all) {
    o.movable = o.name.startsWith('.rodata') && !o.name.includes('gcc_except_table');
    if (o.movable && !o.isText) while (o.end > Math.max(o.start, memory.low) && memory.slice(o.end - 1, o.end)[0] === 0) --o.end; // zeros stay
  }
  /** The constant that an address is in. */
  const holder = (address) => {
    let a = 0, b = all.length;
    while (a < b) {
      const middle = (a + b) >> 1;
      if (all[middle].end <= address) a = middle + 1;
      else b = middle;
    }
    return a < all.length && all[a].start <= address ? a : -1;
  };
  const kept = new Set(), queue = [], seen = new Set(firstNumbers);
  const keep = (i) => i >= 0 && !kept.has(i) && (kept.add(i), queue.push(i));
  const slack = 64; // an array's index may begin elsewhere than at 0
  for (const value of firstNumbers) {
    if (value < memory.low - slack || value > memory.high + slack) continue;
    const i = holder(value);
    keep(i);
    if (i < 0 || !all[i].isText) for (let near = value - slack; near <= value + slack; ++near) keep(holder(near));
  }
  const named = new Set([...firstNumbers, ...secondNumbers, ...all.flatMap((o) => [...memory.words(o)])].map(holder));
  all.forEach((o, i) => (o.movable && named.has(i)) || keep(i));
  while (queue.length > 0)
    for (const value of memory.words(all[queue.pop()])) {
      seen.add(value);
      if (value >= memory.low && value < memory.high) keep(holder(value));
    }
  const runs = [];
  all.forEach((o, i) => {
    if (kept.has(i) || o.start < memory.low || o.end > memory.high) return;  // zeros at either end
    if (runs.length > 0 && i > 0 && !kept.has(i - 1) && o.start - runs.at(-1).end <= 8) runs.at(-1).end = o.end;
    else runs.push({ start: o.start, end: o.end });
  });
  return { runs, seen };
}

/** Moves what is cold from the module `first` to `second`; both files are overwritten. `map` is the text that the linker
 * printed. Where threads share the memory, each has a table of its own and the places stay. */
export function moveCold(first, second, map, features, shared) {
  const file = readFileSync(first), text = disassembled(first, features), memory = new Memory(file, text);
  const own = memory.segments.filter((p) => p.address === undefined);
  const firstNumbers = numbers(text), more = readFileSync(second);
  for (const { at, length } of own) for (let i = 0; i + 4 <= length; ++i) firstNumbers.add(file.readUInt32LE(at + i));
  const { runs, seen } = findCold(memory, objects(map), firstNumbers, numbers(disassembled(second, features)));

  const body = [];
  let count = 0;
  for (const run of runs) {
    const bytes = [...memory.slice(run.start, run.end)];
    while (bytes.at(-1) === 0) bytes.pop();
    if (bytes.length === 0) continue;
    body.push(0, 0x41, ...signedLeb(run.start), 0x0b, ...leb(bytes.length), ...bytes);
    ++count;
    for (const { at, length, address } of memory.segments) {
      const from = Math.max(run.start, address), to = Math.min(run.end, address + length);
      if (from < to) file.fill(0, at + from - address, at + to - address);
    }
  }
  if (segments(more, '').length > 0) throw new Error('the second part has data of its own');
  writeFileSync(first, file);
  writeFileSync(second, withSection(more, 11, [...leb(count), ...body]));
  if (!shared) dropPlaces(first, seen);
}

/** Leaves places of the table empty that hold a function of the second part and are not in `used`. The imports that stood
 * there go when the module is optimized. */
function dropPlaces(first, used) {
  const file = readFileSync(first), imports = [], runs = [];
  const whole = [...sections(file)], section = (id) => whole.find((s) => s.id === id);
  const bytes = new Reader(file, section(2).at);
  for (let n = bytes.number(); n > 0; --n) {
    const from = bytes.text(), name = bytes.text();
    if (file[bytes.at++] !== 0) throw new Error(`${from}.${name} is imported and no function`);
    bytes.number(); // its type
    imports.push(from === 'more' ? Number(name) : -1);
  }
  const table = section(9);
  bytes.at = table.at;
  for (let n = bytes.number(); n > 0; --n) {
    if (bytes.number() !== 0) throw new Error('a segment of the table does not list functions');
    let place = bytes.constant();
    for (let left = bytes.number(); left > 0; --left, ++place) {
      const f = bytes.number(), last = runs.at(-1);
      if (imports[f] === place && !used.has(place)) continue;
      if (last && last.place + last.functions.length === place) last.functions.push(f);
      else runs.push({ place, functions: [f] });
    }
  }
  const body = [...leb(runs.length)];
  for (const { place, functions } of runs) body.push(0, 0x41, ...signedLeb(place), 0x0b, ...leb(functions.length), ...functions.flatMap(leb));
  writeFileSync(first, Buffer.concat([file.subarray(0, table.start), Buffer.from([9, ...leb(body.length), ...body]), file.subarray(table.end)]));
}

function leb(value) {
  const out = [];
  for (; value > 127; value >>>= 7) out.push((value & 127) | 128);
  return [...out, value];
}

function signedLeb(value) {
  const out = [];
  for (;;) {
    const low = value & 127;
    value >>= 7;
    if ((value === 0 && !(low & 64)) || (value === -1 && low & 64)) return [...out, low];
    out.push(low | 128);
  }
}

/** A module with one more section, behind its code. */
function withSection(file, id, body) {
  const place = [...sections(file)].findLast((s) => s.id !== 0).end;
  return Buffer.concat([file.subarray(0, place), Buffer.from([id, ...leb(body.length)]), Buffer.from(body), file.subarray(place)]);
}
