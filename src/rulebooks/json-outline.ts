/** What is wrong with a JSON text before anybody looks at what it says. */
export interface JsonFault {
  readonly fault: 'syntax' | 'too-deep' | 'duplicate-key';
  /** JSON pointer of the value that the fault is in. */
  readonly path: string;
  readonly line: number;
}

export interface JsonOutline {
  /** The line of each value, by JSON pointer; lines count from 1. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly JsonFault[];
}

/**
 * Where in a JSON text each value stands. Finds what `JSON.parse` does not say or lets pass: the line of a syntax
 * error, nesting without end, a key given twice (of which it would silently take the last).
 */
export function outlineOf(text: string): JsonOutline {
  const reader = new OutlineReader();
  let line = 1;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    line += text.slice(end, index).split('\n').length - 1;
    end = index + token.length;
    reader.read(token, line);
    if (reader.isStuck) return reader;
  }
  reader.finish(line);
  return reader;
}

/** One part of a JSON pointer, escaped as RFC 6901 says. */
export function pointerPart(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

// White space is what JSON takes for it: a full-width or no-break space, or a second byte-order mark, is a fault.
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^ \t\r\n{}[\],:"]+|"/gu;

const PUNCTUATION = '{}[],:';

/** Deeper than any rulebook, and shallow enough for every later step's stack. */
const DEEPEST = 40;

interface Container {
  readonly opening: '{' | '[' | '';
  readonly path: string;
  readonly keys: Set<string>;
  expects: 'key' | 'key or end' | 'colon' | 'value' | 'value or end' | 'comma or end';
  key: string | number;
}

class OutlineReader implements JsonOutline {
  readonly lines = new Map<string, number>();
  readonly faults: JsonFault[] = [];
  isStuck = false;
  readonly #open: Container[] = [];
  #inside: Container = { opening: '', path: '', keys: new Set(), expects: 'value', key: '' };

  read(token: string, line: number): void {
    const inside = this.#inside;
    const isUnderstood = inside.expects.startsWith('key')
      ? this.#readKey(token, line)
      : this.#readPunctuation(token) || (inside.expects.startsWith('value') && this.#readValue(token, line));
    if (!isUnderstood && !this.#close(token)) this.#stop('syntax', line);
  }

  finish(line: number): void {
    if (this.#open.length > 0 || this.#inside.expects !== 'comma or end') this.#stop('syntax', line);
  }

  #readKey(token: string, line: number): boolean {
    const key = scalarOf(token);
    if (typeof key !== 'string') return false;
    const inside = this.#inside;
    if (inside.keys.has(key)) this.faults.push({ fault: 'duplicate-key', path: this.#pathOf(key), line });
    inside.keys.add(key);
    inside.key = key;
    inside.expects = 'colon';
    return true;
  }

  #readPunctuation(token: string): boolean {
    const inside = this.#inside;
    if (token === ':' && inside.expects === 'colon') {
      inside.expects = 'value';
      return true;
    }
    if (token !== ',' || inside.expects !== 'comma or end' || inside.opening === '') return false;
    inside.expects = inside.opening === '{' ? 'key' : 'value';
    if (typeof inside.key === 'number') inside.key += 1;
    return true;
  }

  #readValue(token: string, line: number): boolean {
    const path = this.#inside.opening === '' ? '' : this.#pathOf(this.#inside.key);
    if (token !== '{' && token !== '[') {
      if (scalarOf(token) === undefined) return false;
      this.#inside.expects = 'comma or end';
      this.lines.set(path, line);
      return true;
    }
    this.lines.set(path, line);
    this.#inside.expects = 'comma or end';
    this.#open.push(this.#inside);
    this.#inside =
      token === '{'
        ? { opening: token, path, keys: new Set(), expects: 'key or end', key: '' }
        : { opening: token, path, keys: new Set(), expects: 'value or end', key: 0 };
    if (this.#open.length > DEEPEST) this.#stop('too-deep', line);
    return true;
  }

  #close(token: string): boolean {
    const { opening, expects } = this.#inside;
    const outer = this.#open.at(-1);
    const fits = (token === '}' && opening === '{') || (token === ']' && opening === '[');
    if (!fits || !expects.endsWith('end') || outer === undefined) return false;
    this.#open.pop();
    this.#inside = outer;
    return true;
  }

  #pathOf(key: string | number): string {
    return `${this.#inside.path}/${pointerPart(key)}`;
  }

  #stop(fault: JsonFault['fault'], line: number): void {
    this.faults.push({ fault, path: this.#inside.path, line });
    this.isStuck = true;
  }
}

/** A string, number, `true`, `false` or `null`; `undefined` where the token is none. */
function scalarOf(token: string): unknown {
  // Half a megabyte of `{}` would throw for every bracket.
  if (PUNCTUATION.includes(token)) return undefined;
  try {
    return JSON.parse(token) as unknown;
  } catch {
    return undefined;
  }
}
