import type { DeclaredFact, DeclaredOption, Derivation } from '../declared-fact.ts';
import type { BothLanguages } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import { textOfCell } from './cell-text.ts';
import { Codebook } from './codebook.ts';
import { rowsOfTable } from './read-table.ts';
import { DIRECTIONS, FACT_TYPES, POINTS, SUBJECTS } from './sheet-codes.ts';
import type { TableRow } from './table-reading.ts';
import { called } from './called.ts';
import { numberFrom } from './typed-number.ts';

/** The facts that the bureau adds; none makes no list. */
export function declaredFactsIn(reading: BookReading): readonly DeclaredFact[] {
  const columns = [
    ...(['code', 'titleZh', 'titleEn', 'type', 'unitZh', 'unitEn', 'maximum', 'worse', 'of'] as const),
    ...(['derived', 'sourceZh', 'sourceEn'] as const),
  ];
  const rows = rowsOfTable(reading, 'facts', { columns });
  const named = new Codebook(
    rows.map((row) => {
      const [code, zh, en] = (['code', 'titleZh', 'titleEn'] as const).map((key) =>
        textOfCell(row.cell(key).text),
      );
      return called(code ?? '', { zh: zh ?? '', en: en ?? '' });
    }),
  );
  const options = optionsIn(reading, named);
  return rows.map((row, index) => factIn(reading, row, ['facts', index], { named, options }));
}

interface Around {
  readonly named: Codebook;
  readonly options: ReadonlyMap<string, readonly DeclaredOption[]>;
}

function factIn(reading: BookReading, row: TableRow, path: Path, { named, options }: Around): DeclaredFact {
  reading.put(path, row.place);
  const name = row.text('code', [...path, 'name']);
  const [unit, maximum] = [unitIn(row, [...path, 'unit']), maximumIn(reading, row, [...path, 'maximum'])];
  const derived = derivedIn(reading, row, [...path, 'derived'], named);
  const chosen = options.get(name);
  const type = row.code('type', [...path, 'type'], FACT_TYPES);
  return {
    name,
    title: row.both('titleZh', 'titleEn', [...path, 'title']),
    type: type === 'scale' ? 'choice' : type,
    ...(chosen === undefined ? {} : { options: chosen }),
    ...(type === 'scale' ? { ordered: true } : {}),
    ...(unit === null ? {} : { unit }),
    ...(maximum === null ? {} : { maximum }),
    worse: row.code('worse', [...path, 'worse'], DIRECTIONS),
    source: row.both('sourceZh', 'sourceEn', [...path, 'source']),
    of: row.code('of', [...path, 'of'], SUBJECTS),
    ...(derived === null ? {} : { derived }),
  };
}

function unitIn(row: TableRow, path: Path): BothLanguages | null {
  const isBlank = row.cell('unitZh').text === '' && row.cell('unitEn').text === '';
  return isBlank ? null : row.both('unitZh', 'unitEn', path);
}

function maximumIn(reading: BookReading, row: TableRow, path: Path): number | null {
  const { text, place } = row.cell('maximum');
  reading.put(path, place);
  if (text === '') return null;
  const maximum = numberFrom(text, null);
  if (maximum === null) reading.refuse(path, place, (problems) => problems.notWhole(text));
  return maximum;
}

function derivedIn(reading: BookReading, row: TableRow, path: Path, named: Codebook): Derivation | null {
  const { text } = row.cell('derived');
  if (text === '') return null;
  if (POINTS.codeOfCell(text) !== null) {
    reading.put(path, row.cell('derived').place);
    return { countPoints: 'of-post' };
  }
  return { countTrue: row.codes('derived', path, named) };
}

function optionsIn(reading: BookReading, facts: Codebook): ReadonlyMap<string, readonly DeclaredOption[]> {
  const found = new Map<string, DeclaredOption[]>();
  for (const row of rowsOfTable(reading, 'options', { columns: ['fact', 'code', 'titleZh', 'titleEn'] })) {
    const { text, place } = row.cell('fact');
    const name = facts.codeOfCell(text);
    if (name === null) reading.notAllowed(['facts', -1], place, text, facts.words);
    const fact = facts.codes.indexOf(name ?? '');
    const options = found.get(name ?? '') ?? [];
    const path = ['facts', fact, 'options', options.length];
    if (options.length === 0) reading.put(['facts', fact, 'options'], place);
    reading.put(path, row.place);
    const words = row.both('titleZh', 'titleEn', path);
    found.set(name ?? '', [...options, { code: row.text('code', [...path, 'code']), ...words }]);
  }
  return found;
}
