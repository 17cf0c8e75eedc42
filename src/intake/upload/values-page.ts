import type { Texts } from '../../language/texts.ts';
import { allowedValues } from './allowed-values.ts';
import { selectControl, typedControl } from './decision-control.ts';
import { decisionName } from './decision-fields.ts';
import { findingWord, type FindingWord } from './finding-word.ts';
import type { DraftFile } from './import-draft.ts';
import { isPlainlyNew } from './new-names.ts';
import { nameRow, type ValueRow } from './name-question-page.ts';
import type { DraftView } from './uploader.ts';

export interface ValuesPart {
  readonly words: readonly ValueRow[];
  readonly units: readonly ValueRow[];
  readonly unitsSub: string;
  readonly posts: readonly ValueRow[];
  /** Whether there are names that nothing on file is like and nobody decided on. */
  readonly mayCreateAll: boolean;
}

interface OpenWord extends FindingWord {
  readonly rows: number;
}

/** The words and names that a person must explain. */
export function valuesPart(view: DraftView, text: Texts): ValuesPart {
  const words = text.uploads.values;
  const { units, posts } = view.names;
  return {
    words: openWords(view.files).map((word, index) => wordRow(word, index, view, text)),
    units: units.map((unit, index) => {
      const subject = { file: null, kind: 'unit', written: unit.written } as const;
      return nameRow(unit, unit.written, `unit-${String(index)}`, subject, view.mayCreateUnits, text);
    }),
    unitsSub: view.mayCreateUnits ? words.unitsSub : words.ownUnitsSub,
    posts: posts.map((post, index) => {
      const { unitId, unitName, written } = post;
      const subject = { file: null, kind: 'post', unitId, written } as const;
      const title = words.inUnit(unitName, written);
      return nameRow(post, title, `post-${String(index)}`, subject, true, text);
    }),
    mayCreateAll: [...(view.mayCreateUnits ? units : []), ...posts].some(isPlainlyNew),
  };
}

/** How many words and names wait for a person. */
export function openValues({ files, names }: DraftView): number {
  const undecided = [...names.units, ...names.posts].filter(({ chosen }) => chosen === undefined);
  return openWords(files).length + undecided.length;
}

function openWords(files: readonly DraftFile[]): readonly OpenWord[] {
  const words = new Map<string, OpenWord>();
  for (const found of files.flatMap(({ reading }) => reading.read.findings)) {
    const word = findingWord(found);
    if (word === null) continue;
    const key = `${String(word.field)} ${word.raw}`;
    words.set(key, { ...word, rows: (words.get(key)?.rows ?? 0) + 1 });
  }
  return [...words.values()];
}

function wordRow({ field, raw, rows }: OpenWord, index: number, view: DraftView, text: Texts): ValueRow {
  const words = text.uploads.values;
  const fields: Readonly<Record<string, string>> = words.fields;
  const title = words.word(raw, fields[field ?? ''] ?? '');
  const name = decisionName({ file: null, kind: 'word', field, raw });
  const control = { id: `word-${String(index)}`, name, label: `${title} ${words.means}` };
  const choices = allowedValues(field, view.scales, text);
  const inRows = words.rows(text.formats.count(rows));
  return {
    title,
    hint: choices.length === 0 ? text.formats.clauses([inRows, words.dateHint]) : inRows,
    isOpen: true,
    control:
      choices.length === 0
        ? typedControl(control, '', false)
        : selectControl(control, text.uploads.draft.choose, choices),
  };
}
