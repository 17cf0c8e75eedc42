import type { Comparison, Condition, RuleWords } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import type { Codebook } from './codebook.ts';
import { comparisonsInCell } from './comparison-notation.ts';
import { conditionsIn } from './condition-notation.ts';
import { joinedCondition } from './placed-condition.ts';
import { factColumnsOf, rowsOfTable } from './read-table.ts';
import type { ListKey } from './sheet-codes.ts';
import type { TableRow } from './table-reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A rule of sheet `rules` and the row that says more of it. */
export interface ReadRule extends RuleWords {
  readonly list: ListKey;
  /** Its place in the rulebook. */
  readonly path: Path;
  readonly when: Condition | null;
  readonly row: TableRow;
}

const PATHS: Readonly<Record<ListKey, Path>> = {
  base: ['base', 'rules'],
  decisions: ['base', 'decisions'],
  otherwise: ['base', 'otherwise'],
  adjustments: ['adjustments'],
  rules: ['rules'],
};

/** The rules of every list, in the order of their rows. */
export function rulesIn(
  reading: BookReading,
  lists: Codebook<ListKey>,
  words: Vocabulary,
): readonly ReadRule[] {
  const columns = [
    ...(['list', 'code', 'titleZh', 'titleEn', 'other', 'result', 'clause', 'reasonZh', 'reasonEn'] as const),
  ];
  const factOf = (heading: string): string | null => words.facts.codeOf(heading);
  const rows = rowsOfTable(reading, 'rules', { columns, repeated: ['other'], factOf });
  const facts = factColumnsOf(rows, words.facts.codes);
  const counts = new Map<ListKey, number>();
  const top = { sheet: reading.sheet('rules').name, row: 1, column: 1 };
  for (const key of lists.codes) reading.put(PATHS[key], top);
  return rows.map((row) => {
    const list = row.code('list', ['rules', -1], lists);
    const index = counts.get(list) ?? 0;
    counts.set(list, index + 1);
    if (list === 'otherwise' && index > 0) {
      reading.refuse(null, row.place, (problems) => problems.otherwiseTwice());
    }
    const path = list === 'otherwise' ? PATHS[list] : [...PATHS[list], index];
    return ruleIn(reading, { row, list, path }, facts, words);
  });
}

function ruleIn(
  reading: BookReading,
  { row, list, path }: Pick<ReadRule, 'row' | 'list' | 'path'>,
  facts: readonly string[],
  words: Vocabulary,
): ReadRule {
  reading.put(path, row.place);
  const when = conditionIn(reading, row, [...path, 'when'], facts, words);
  if (list === 'otherwise' && when !== null) {
    reading.refuse([...path, 'when'], row.place, (problems) => problems.conditionUnwanted());
  }
  if (list !== 'otherwise' && when === null && !reading.isFaulty([...path, 'when'])) {
    reading.refuse([...path, 'when'], row.place, (problems) => problems.noCondition());
  }
  const result = row.cell('result');
  if (list === 'base' && result.text !== '') {
    reading.refuse(null, result.place, (problems) => problems.resultUnwanted());
  }
  return {
    ...{ list, path, row, when },
    name: row.text('code', [...path, 'name']),
    title: row.both('titleZh', 'titleEn', [...path, 'title']),
    reason: row.both('reasonZh', 'reasonEn', [...path, 'reason']),
    clause: row.text('clause', [...path, 'clause']),
  };
}

/** What a cell without a condition may say instead of nothing. */
const DASHES = ['-', '—', '–', '－'];

function conditionIn(
  reading: BookReading,
  row: TableRow,
  path: Path,
  facts: readonly string[],
  words: Vocabulary,
): Condition | null {
  const cells = facts.flatMap((fact) => row.cells(`fact ${fact}`).map((cell) => ({ fact, ...cell })));
  const spoken = cells.filter(({ text }) => text !== '' && !DASHES.includes(text));
  const found = spoken.flatMap(({ fact, text, place }) =>
    reading
      .attempt<readonly Comparison[]>(path, { text, place }, () => comparisonsInCell(fact, text, words), [])
      .map((comparison) => ({ comparison, place })),
  );
  const pieces = row.cells('other').filter(({ text }) => text !== '');
  const [first] = pieces;
  const text = pieces.map((piece) => piece.text).join(' ');
  const others =
    first === undefined
      ? []
      : reading.attempt<readonly Condition[]>(
          path,
          { text, place: first.place },
          () => conditionsIn(text, words),
          [],
        );
  const comparisons = found.map(({ comparison }) => comparison);
  const places = [...found.map(({ place }) => place), ...others.map(() => first?.place ?? row.place)];
  places.forEach((place, index) => reading.put(places.length === 1 ? path : [...path, 'all', index], place));
  if (others.length > 1 && found.length === 0) reading.put(path, first?.place ?? row.place);
  return joinedCondition(comparisons, others);
}
