#!/usr/bin/env node
// tools/bench/ratios.mjs RECORDS.jsonl SPEC.json [--best]: how many times as fast wick is as the best other contestant, per workload,
// runtime and number of threads; medians over rounds, or with --best of each contestant its best round. Above 1 wick is faster. With the machine's limits among the records,
// also the share of the limit: of the fastest register kernel's (natively, fused multiply-add's) rate in flops of the plain
// algorithm, of the second-level cache's rate for the parameters when that takes longer, of an addition's for W6. Winograd
// needs fewer flops than the plain algorithm, so convolutions may exceed 100 %.
import { readFileSync } from 'node:fs';

const [records, specFile] = process.argv.slice(2);
const best = process.argv.includes('--best');
const spec = JSON.parse(readFileSync(specFile, 'utf8'));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const metrics = ['step', 'latency', 'throughput', 'bandwidth', 'cold.first-result'];
const groups = new Map();  // "runtime threads workload" -> peer -> values
const limits = [];
const all = readFileSync(records, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
for (const r of all) {
  if (r.peer === 'limit') limits.push(r);
  if (r.peer === 'limit' || r.peer === 'empty page' || !metrics.includes(r.metric)) continue;
  const cold = r.metric.startsWith('cold') ? ', cold start' : '';
  const runtime = r.peer === 'ort-node' ? 'native' : r.runtime;  // a native library called from Node
  const key = JSON.stringify([runtime, r.threads, r.workload + cold, r.unit]);
  if (!groups.has(key)) groups.set(key, new Map());
  const peers = groups.get(key);
  peers.set(r.peer, [...(peers.get(r.peer) ?? []), r.value]);
}

// The best figure among the limits of a runtime whose names match; a single thread's times the threads where only that is known.
function limit(runtime, threads, pattern) {
  const found = limits.filter((r) => r.runtime === runtime && pattern.test(r.workload));
  const same = found.filter((r) => r.threads === threads);
  return same.length ? Math.max(...same.map((r) => r.value)) : threads * Math.max(...found.map((r) => r.value));
}

function share(runtime, threads, workload, value) {
  const w = spec.workloads[workload];
  if (!w) return '';
  const rate = limit(runtime, threads, runtime === 'native' ? /^peak\./ : /^(peak|kernel)\./);
  const percent = (x) => (Number.isFinite(x) && rate > 0 ? `${(100 * x).toFixed(0)} %` : '');
  if (w.kind === 'gemm') return percent(value / rate);
  if (w.kind === 'ew') return percent(value / limit(runtime, threads, /^mem\.add\.12MiB/));
  const parameters = spec.models[w.model].params.reduce((sum, p) => sum + p.shape.reduce((a, b) => a * b, 1), 0);
  const floor = Math.max(w.flops / rate, (4 * parameters) / limit(runtime, threads, /^mem\.read\.1MiB/)) / 1e6;
  return percent(floor / value);
}

const rows = [['runtime', 'threads', 'workload', 'unit', 'wick', 'best other', '', 'times as fast', limits.length ? 'of the limit' : '']];
for (const [key, peers] of [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
  const [runtime, threads, workload, unit] = JSON.parse(key);
  const lower = unit === 'ms';
  const own = peers.get('wick');
  if (!own) continue;
  const figure = (values) => (best ? (lower ? Math.min : Math.max)(...values) : median(values));
  const others = [...peers].filter(([peer]) => peer !== 'wick').map(([peer, values]) => [peer, figure(values)]);
  const wick = figure(own);
  const [name, fastest] = others.reduce((a, b) => ((lower ? b[1] < a[1] : b[1] > a[1]) ? b : a), ['', lower ? Infinity : 0]);
  rows.push([runtime, threads, workload, unit, wick, name && fastest, name, name && (lower ? fastest / wick : wick / fastest).toFixed(2), share(runtime, threads, workload, wick)].map(String));
}
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd());

const empty = all.filter((r) => r.peer === 'empty page' && r.metric === 'cold.first-result').map((r) => r.value);
if (empty.length) console.log(`\nA cold start's first result includes the browser's own: ${median(empty)} ms for an empty page.`);
