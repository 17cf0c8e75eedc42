import type { BothLanguages, GradeLabel, GradingRulebook, Rulebook } from '../rulebook.ts';
import type { BookReading } from './book-reading.ts';
import { rowsOfTable } from './read-table.ts';
import { HIT_POLICIES, KINDS, LEADERS, SUBJECTS } from './sheet-codes.ts';
import { bears, headingOf, itemLabel, type ItemKey } from './sheet-labels.ts';
import type { SheetPlace } from './sheet.ts';
import type { TableRow } from './table-reading.ts';

/** What sheet `head` says of any rulebook. */
export interface ReadHead {
  readonly kind: Rulebook['kind'];
  readonly name: string;
  readonly title: BothLanguages;
  readonly description: BothLanguages;
  readonly items: HeadItems;
}

/** The items of sheet `head`, one a row. `null` where not even the kind can be told. */
export function headIn(reading: BookReading): ReadHead | null {
  const items = new HeadItems(reading);
  const kind = items.kind();
  if (kind === null) return null;
  return {
    kind,
    name: items.row('name')?.text('zh', ['name']) ?? '',
    title: items.both('title', ['title']),
    description: items.both('description', ['description']),
    items,
  };
}

const ITEMS: readonly ItemKey[] = [
  ...(['kind', 'name', 'title', 'description', 'subject', 'requires', 'rows', 'columns'] as const),
  ...(['hitPolicy', 'grade1', 'grade2', 'grade3'] as const),
];

/** The rows of sheet `head` by what they are. */
export class HeadItems {
  readonly #reading: BookReading;
  readonly #rows = new Map<ItemKey, TableRow>();
  readonly #top: SheetPlace;

  constructor(reading: BookReading) {
    this.#reading = reading;
    const columns = ['item', 'zh', 'en', 'responsible'] as const;
    this.#top = { sheet: reading.sheet('head').name, row: 1, column: 1 };
    for (const row of reading.has('head') ? rowsOfTable(reading, 'head', { columns }) : []) this.#keep(row);
    reading.put([], this.#top);
  }

  has(key: ItemKey): boolean {
    return this.#rows.has(key);
  }

  /** A row that must be there. */
  row(key: ItemKey): TableRow | null {
    const row = this.#rows.get(key);
    if (row === undefined) {
      const name = headingOf(itemLabel(key)).replace('\n', ' ');
      this.#reading.refuse(null, this.#top, (problems) => problems.noItem(name));
    }
    return row ?? null;
  }

  kind(): Rulebook['kind'] | null {
    const row = this.#rows.get('kind');
    const kind = row === undefined ? null : KINDS.codeOfCell(row.cell('zh').text);
    const place = row?.cell('zh').place ?? this.#top;
    this.#reading.put(['kind'], place);
    if (kind === null) this.#reading.refuse(['kind'], place, (problems) => problems.kind());
    return kind;
  }

  both(key: ItemKey, path: readonly string[]): BothLanguages {
    return this.row(key)?.both('zh', 'en', path) ?? { zh: '', en: '' };
  }

  subject(): GradingRulebook['subject'] {
    return this.row('subject')?.code('zh', ['subject'], SUBJECTS) ?? 'risk-point';
  }

  hitPolicy(): 'first' | 'any' {
    return this.row('hitPolicy')?.code('zh', ['base', 'hitPolicy'], HIT_POLICIES) ?? 'first';
  }

  grades(): GradingRulebook['grades'] {
    const [one, two, three] = [this.#grade('1'), this.#grade('2'), this.#grade('3')];
    return { '1': one, '2': two, '3': three };
  }

  #grade(grade: '1' | '2' | '3'): GradeLabel {
    const path = ['grades', grade];
    const label = this.both(`grade${grade}`, path);
    const row = this.#rows.get(`grade${grade}`);
    if (row === undefined || row.cell('responsible').text === '') return label;
    return { ...label, responsible: row.code('responsible', [...path, 'responsible'], LEADERS) };
  }

  #keep(row: TableRow): void {
    const { text, place } = row.cell('item');
    const key = ITEMS.find((item) => bears(text, itemLabel(item)));
    if (key === undefined) {
      const known = ITEMS.map((item) => itemLabel(item).zh);
      this.#reading.notAllowed([''], place, text, known);
      return;
    }
    if (this.#rows.has(key)) {
      this.#reading.refuse(null, place, (problems) => problems.itemTwice(itemLabel(key).zh));
    }
    this.#rows.set(key, row);
  }
}
