// What a recipe's model says.

/// p of the first Dropout of a model, or null.
export function dropoutOf(model: any): number | null {
  if (!model || typeof model !== 'object') return null;
  if (model.type === 'Dropout') return model.p ?? 0.5;
  for (const child of Object.values(model)) {
    const found = Array.isArray(child) ? child.map(dropoutOf).find((p) => p !== null) ?? null : dropoutOf(child);
    if (found !== null) return found;
  }
  return null;
}
