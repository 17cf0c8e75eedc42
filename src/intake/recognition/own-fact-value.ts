import { nameKey } from '../../language/normalise.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import type { ReadFactValue, Sourced } from '../read-form.ts';
import type { Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import { isStillOpen } from './value-words.ts';
import { isBlank, tidy } from './wording.ts';

const TRUE: ReadonlySet<string> = new Set([
  '是',
  '有',
  '对',
  '√',
  '✓',
  '✔',
  '☑',
  '符合',
  '存在',
  '真',
  'yes',
  'y',
  'true',
  '1',
]);
const FALSE: ReadonlySet<string> = new Set([
  '否',
  '无',
  '没有',
  '不是',
  '×',
  '✗',
  '✘',
  '☐',
  '□',
  'x',
  '不符合',
  '不存在',
  '假',
  'no',
  'n',
  'false',
  '0',
]);

/** Reads a fact that the bureau declared; `null` when blank or still open. An unknown word is a finding. */
export function ownFactValue(
  words: Words | null,
  fact: DeclaredFact,
  findings: FindingList,
): Sourced<ReadFactValue> | null {
  if (words === null || isBlank(words.text) || isStillOpen(words.text)) return null;
  const value = readValue(nameKey(words.text), fact);
  if (value !== null) return { value, raw: words.text.trim(), position: words.position };
  const { title, type, unit = null, maximum = null, options = [] } = fact;
  const raw = tidy(words.text);
  findings.error(
    'unknown-fact-value',
    { title, raw, expected: { type, unit, maximum, options } },
    words.position,
  );
  return null;
}

function readValue(key: string, { type, options = [], unit, maximum }: DeclaredFact): ReadFactValue | null {
  switch (type) {
    case 'boolean':
      if (TRUE.has(key)) return true;
      return FALSE.has(key) ? false : null;
    case 'choice':
      return (
        options.find(({ code, zh, en }) => [code, zh, en].some((word) => nameKey(word) === key))?.code ?? null
      );
    case 'number':
      return readNumber(key, unit === undefined ? [] : [unit.zh, unit.en].map(nameKey), maximum ?? Infinity);
  }
}

// Own facts are whole numbers of their unit.
function readNumber(key: string, units: readonly string[], maximum: number): number | null {
  const unit = units.find((word) => key.endsWith(word));
  const digits = (unit === undefined ? key : key.slice(0, -unit.length))
    .replaceAll(',', '')
    .replace(/\.0+$/u, '');
  const value = /^\d{1,15}$/u.test(digits) ? Number(digits) : null;
  return value === null || value > maximum ? null : value;
}
