import { posix } from 'node:path';
import { placeOf } from './layout.ts';
import { lineAt, type ProjectFile, type Violation } from './project-file.ts';
import { sourceFacts } from './source-facts.ts';

const LONGEST = 200;
const SOURCE = /^(?:src|test|data|eslint|views)\/.*\.(?:ts|mjs|cjs|js|ejs|css)$|^[^/]+\.(?:mjs|ts)$/u;
/** Tables of words and of made-up people are as long as they are. */
const TABLES = /^(?:src\/language|data)\//u;
const VAGUE = /^(?:utils?|helpers?|commons?|shared|misc|controllers?|models?|interfaces?)$/u;

/** What a file breaks by its name, its place or its length. */
export function shapeViolations(file: ProjectFile): readonly Violation[] {
  if (!SOURCE.test(file.path)) return [];
  return [place(file), vagueName(file), barrel(file), length(file)].filter((found) => found !== null);
}

function place({ path }: ProjectFile): Violation | null {
  if (!path.startsWith('src/') || placeOf(path) !== null) return null;
  return { rule: 'place', path, line: 1, message: 'architecture.md has no such place in src/' };
}

function vagueName({ path }: ProjectFile): Violation | null {
  const stem = posix.basename(path).replace(/\..*$/u, '');
  const words = [...path.split('/').slice(0, -1), stem, stem.split('-').at(-1) ?? ''];
  const vague = words.find((word) => VAGUE.test(word));
  if (vague === undefined) return null;
  return { rule: 'vague name', path, line: 1, message: `${vague} says nothing: put it with what it serves` };
}

function barrel(file: ProjectFile): Violation | null {
  const isCode = /\.(?:ts|mjs)$/u.test(file.path);
  if (!isCode) return null;
  const isIndex = posix.basename(file.path).startsWith('index.');
  if (!isIndex && !sourceFacts(file).onlyReExports) return null;
  return { rule: 'barrel', path: file.path, line: 1, message: 'import a thing from the file it stands in' };
}

function length({ path, text }: ProjectFile): Violation | null {
  const lines = lineAt(text.trimEnd(), text.length);
  if (lines <= LONGEST || TABLES.test(path)) return null;
  return {
    rule: 'length',
    path,
    line: LONGEST + 1,
    message: `${lines} lines; the longest may have ${LONGEST}`,
  };
}
