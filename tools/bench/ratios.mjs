#!/usr/bin/env node
// tools/bench/ratios.mjs RECORDS.jsonl: how many times as fast wick is as the best other contestant, per workload,
// runtime and number of threads; medians over rounds. Above 1 wick is faster.
import { readFileSync } from 'node:fs';

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const groups = new Map();  // "runtime threads workload" -> peer -> values
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const r = JSON.parse(line);
  if (!['step', 'latency', 'throughput', 'bandwidth'].includes(r.metric)) continue;
  const key = JSON.stringify([r.runtime, r.threads, r.workload, r.unit]);
  if (!groups.has(key)) groups.set(key, new Map());
  const peers = groups.get(key);
  peers.set(r.peer, [...(peers.get(r.peer) ?? []), r.value]);
}

const rows = [['runtime', 'threads', 'workload', 'unit', 'wick', 'best other', '', 'times as fast']];
for (const [key, peers] of [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
  const [runtime, threads, workload, unit] = JSON.parse(key);
  const lower = unit === 'ms';
  const own = peers.get('wick');
  const others = [...peers].filter(([peer]) => peer !== 'wick').map(([peer, values]) => [peer, median(values)]);
  if (!own || others.length === 0) continue;
  const [name, best] = others.reduce((a, b) => ((lower ? b[1] < a[1] : b[1] > a[1]) ? b : a));
  const wick = median(own);
  rows.push([runtime, threads, workload, unit, wick, best, name, (lower ? best / wick : wick / best).toFixed(2)].map(String));
}
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd());
