// Numbers as text of steady width.

const dash = '–';
const ok = (v: number | null | undefined): v is number => v !== null && v !== undefined && Number.isFinite(v);

/// 0.2173, 12.35, 1.2e+5; NaN and infinity by name.
export function fixed(v: number | null | undefined, digits = 4): string {
  if (v !== null && v !== undefined && !Number.isFinite(v)) return Number.isNaN(v) ? 'NaN' : '∞';
  if (!ok(v)) return dash;
  const a = Math.abs(v);
  if (a !== 0 && (a >= 1e5 || a < 10 ** -digits)) return v.toExponential(1);
  return v.toFixed(a >= 1000 ? 0 : a >= 100 ? Math.max(0, digits - 2) : a >= 10 ? Math.max(0, digits - 1) : digits);
}

export function percent(v: number | null | undefined, digits = 1): string {
  return ok(v) ? `${(100 * v).toFixed(digits)} %` : dash;
}

/// 3 214, with thin spaces.
export function count(v: number | null | undefined): string {
  return ok(v) ? Math.round(v).toString().replace(/\B(?=(\d{3})+$)/g, '\u202f') : dash;
}

/// A learning rate: 0.001, 3e-5.
export function rate(v: number | null | undefined): string {
  if (!ok(v)) return dash;
  return v !== 0 && v < 1e-4 ? v.toExponential(1).replace('.0e', 'e') : String(Number(v.toPrecision(2)));
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function ago(when: number): string {
  const minutes = Math.round((Date.now() - when) / 60000);
  if (minutes < 1) return 'a moment ago';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  if (minutes < 48 * 60) return `${plural(Math.round(minutes / 60), 'hour')} ago`;
  return `${plural(Math.round(minutes / 1440), 'day')} ago`;
}
