// Texts that only the second part of the module reads, such as most error texts, move there from the first part's data: they are
// zeros in the first and a data segment of the second, which writes them to the shared memory when it is loaded.
//
// A text moves when no function of the first part names an address within it and no other data point into it. Both are read
// off the disassembled modules; a text is a run of printable characters between zeros.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

function leb(value) {
  const out = [];
  do {
    out.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return out;
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

/** The segments of a module's data section: where their bytes stand in the file, and their address where it is part of it. */
function segments(file) {
  let at = 8;
  const read = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  while (at < file.length) {
    const id = file[at++], size = read(), end = at + size;
    if (id !== 11) {
      at = end;
      continue;
    }
    const out = [];
    for (let n = read(); n > 0; --n) {
      const passive = read() === 1;
      let address;
      if (!passive) {
        if (file[at++] !== 0x41) throw new Error('a data segment has no constant address');
        address = read();
        if (file[at++] !== 0x0b) throw new Error('a data segment has no constant address');
      }
      const length = read();
      out.push({ at, length, address });
      at += length;
    }
    return out;
  }
  return [];
}

/** Moves texts from the file first to the file second; gives their bytes. */
export function moveColdStrings(first, second) {
  const file = readFileSync(first), text = execFileSync('wasm-dis', [first], { maxBuffer: 1 << 30 }).toString();
  const parts = segments(file);
  for (const [, index, address] of text.matchAll(/memory\.init \$?(\d+)\s+\(i32\.const (\d+)\)/g)) parts[index].address = Number(address);
  const named = new Set();
  for (const [, value] of text.matchAll(/(?:i32\.const |offset=)(\d+)/g)) named.add(Number(value));
  const low = Math.min(...parts.map((p) => p.address)), high = Math.max(...parts.map((p) => p.address + p.length));
  const printable = (byte) => (byte >= 32 && byte < 127) || byte === 10;

  const runs = [];
  const isText = new Uint8Array(high - low + 1);
  for (const part of parts) {
    const data = file.subarray(part.at, part.at + part.length);
    for (let i = 0; i < data.length; ++i) {
      if (!printable(data[i]) || (i > 0 && data[i - 1] !== 0)) continue;
      let end = i;
      while (end < data.length && printable(data[end])) ++end;
      if (end - i < 12 || data[end] !== 0) {
        i = end;
        continue;
      }
      runs.push({ part, start: i, end, address: part.address + i });
      isText.fill(1, part.address + i - low, part.address + end - low);
      i = end;
    }
  }
  for (const part of parts)  // pointers in data that are no text
    for (let i = (4 - (part.address & 3)) & 3; i + 4 <= part.length; i += 4) {
      if (isText[part.address + i - low]) continue;
      const value = file.readUInt32LE(part.at + i);
      if (value >= low && value < high) named.add(value);
    }
  const sorted = [...named].filter((v) => v >= low && v < high).sort((a, b) => a - b);
  const isNamed = (from, to) => {  // any address in [from, to]
    let a = 0, b = sorted.length;
    while (a < b) {
      const middle = (a + b) >> 1;
      if (sorted[middle] < from) a = middle + 1;
      else b = middle;
    }
    return a < sorted.length && sorted[a] <= to;
  };
  const cold = runs.filter((run) => !isNamed(run.address, run.address + run.end - run.start));

  const moved = [];
  for (const { part, start, end, address } of cold) {
    const bytes = [...file.subarray(part.at + start, part.at + end)];
    const last = moved.at(-1);
    if (last && address - (last.address + last.bytes.length) < 8 && file.subarray(part.at + start - (address - last.address - last.bytes.length), part.at + start).every((b) => b === 0)) {
      while (last.address + last.bytes.length < address) last.bytes.push(0);
      last.bytes.push(...bytes);
    } else {
      moved.push({ address, bytes });
    }
  }
  for (const { part, start, end } of cold) file.fill(0, part.at + start, part.at + end);
  const body = [...leb(moved.length)];
  for (const { address, bytes } of moved) {
    body.push(0, 0x41, ...signedLeb(address), 0x0b, ...leb(bytes.length));
    for (const byte of bytes) body.push(byte);
  }
  const rest = readFileSync(second);
  if (segments(rest).length > 0) throw new Error('the second part has data of its own');
  writeFileSync(first, file);
  writeFileSync(second, withSection(rest, 11, body));
  return moved.reduce((sum, m) => sum + m.bytes.length, 0);
}

/** file with one more section, before its custom ones at the end. */
function withSection(file, id, body) {
  let at = 8, place = file.length;
  while (at < file.length) {
    const start = at, kind = file[at++];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++];
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (kind === 0) place = Math.min(place, start);
    else place = file.length;
    at += size;
  }
  return Buffer.concat([file.subarray(0, place), Buffer.from([id, ...leb(body.length)]), Buffer.from(body), file.subarray(place)]);
}
