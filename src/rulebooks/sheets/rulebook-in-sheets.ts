import type { Texts } from '../../language/texts.ts';
import { readRulebook } from '../rulebook-schema.ts';
import type { Rulebook } from '../rulebook.ts';
import { BookReading } from './book-reading.ts';
import { headIn, type ReadHead } from './read-head.ts';
import { coverageDocument } from './coverage-document.ts';
import { domainDocument } from './domain-document.ts';
import { gradingDocument } from './grading-document.ts';
import type { ReadSheet, SheetPlace } from './sheet.ts';
import type { RulebookFinding } from '../rulebook-finding.ts';

/** Where a value of a rulebook stands in its workbook, by the finding's JSON pointer. */
export type PlaceOf = (pointer: string | null) => SheetPlace | null;

export type SheetsRead =
  | { readonly rulebook: Rulebook; readonly placeOf: PlaceOf }
  | { readonly findings: readonly RulebookFinding[] };

const MOST_FINDINGS = 100;

/**
 * The rulebook that sheets say, sound in form and meaning, or everything that is wrong with them, each with its sheet,
 * row and column. Never throws, whatever stands in the cells.
 */
export function rulebookInSheets(sheets: readonly ReadSheet[], texts: Texts): SheetsRead {
  const reading = new BookReading(sheets);
  if (isTooLarge(sheets)) {
    reading.refuse(null, TOP, (problems) => problems.tooLarge(MOST_CHARACTERS / 10_000));
    return { findings: problemFindings(reading, texts) };
  }
  const head = headIn(reading);
  const placeOf: PlaceOf = (pointer) => reading.placeOf(partsOf(pointer));
  if (head === null) return { findings: problemFindings(reading, texts) };
  const read = readRulebook(documentOf(reading, head), texts);
  if ('rulebook' in read && reading.problems.length === 0) return { rulebook: read.rulebook, placeOf };
  const others = 'rulebook' in read ? [] : read.findings;
  const own = others.filter(({ path }) => !reading.isFaulty(partsOf(path)));
  const placed = own.map((finding) => ({ ...finding, position: placeOf(finding.path) ?? TOP }));
  const findings = [...problemFindings(reading, texts), ...placed];
  return { findings: findings.slice(0, MOST_FINDINGS) };
}

const TOP: SheetPlace = { sheet: '', row: 1, column: 1 };

/** A rulebook of a megabyte, with its headings and remarks. */
const MOST_CHARACTERS = 2_000_000;

function isTooLarge(sheets: readonly ReadSheet[]): boolean {
  let characters = 0;
  for (const { rows } of sheets) {
    for (const row of rows) for (const cell of row) characters += cell.length;
  }
  return characters > MOST_CHARACTERS;
}

function documentOf(reading: BookReading, head: ReadHead): unknown {
  switch (head.kind) {
    case 'grading':
      return gradingDocument(reading, head);
    case 'coverage':
      return coverageDocument(reading, head);
    case 'domain':
      return domainDocument(reading, head);
  }
}

function problemFindings({ problems }: BookReading, texts: Texts): readonly RulebookFinding[] {
  return problems.map(({ path, place, words }) => ({
    kind: 'schema',
    ...words(texts),
    path: path === null || path.includes(-1) ? null : path.map((part) => `/${part}`).join(''),
    line: null,
    position: place,
    rules: [],
    facts: {},
  }));
}

function partsOf(pointer: string | null): readonly string[] {
  const parts = pointer === null ? [] : pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
