// Where in a JSON text a path such as model.layers[3].kernel_size lies.

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/// Offset of the key of the path, or of the nearest part of it that is there; -1 for none.
export function pathOffset(text: string, path: string): number {
  const want = path.match(/[^.[\]]+/g) ?? [];
  if (want.length === 0) return -1;
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)];
  let best = -1;
  let at = 0;

  // Walks one value; depth is how much of the path leads here, or -1 off the path.
  function value(depth: number): void {
    const open = tokens[at++]?.[0];
    if (open === '{') object(depth);
    else if (open === '[') array(depth);
  }
  function found(token: RegExpMatchArray, depth: number): void {
    best = token.index ?? best;
    if (depth + 1 === want.length) at = Infinity;
  }
  function object(depth: number): void {
    while (at < tokens.length && tokens[at][0] !== '}') {
      const key = tokens[at++];
      if (key[0] === ',') continue;
      const on = depth >= 0 && key[0] === JSON.stringify(want[depth]);
      if (on) found(key, depth);
      if (at >= tokens.length) return;
      if (tokens[at][0] === ':') at++;
      value(on ? depth + 1 : -1);
    }
    at++;
  }
  function array(depth: number): void {
    for (let i = 0; at < tokens.length && tokens[at][0] !== ']'; ) {
      if (tokens[at][0] === ',') {
        at++;
        i++;
        continue;
      }
      const on = depth >= 0 && want[depth] === String(i);
      if (on) found(tokens[at], depth);
      if (at >= tokens.length) return;
      value(on ? depth + 1 : -1);
    }
    at++;
  }
  value(0);
  return best;
}
