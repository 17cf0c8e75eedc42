import type { Texts } from '../../language/texts.ts';
import { KEY_DOMAINS } from '../../organisation/key-domain.ts';
import { selectControl, typedControl, type DecisionControl } from './decision-control.ts';
import { decisionName, NEW, type DecisionSubject } from './decision-fields.ts';
import { findingWord, type FindingWord } from './finding-word.ts';
import type { DraftFile } from './import-draft.ts';
import type { UnknownName } from './unknown-names.ts';
import type { DraftView } from './uploader.ts';

export interface ValuesPart {
  readonly words: readonly ValueRow[];
  readonly units: readonly ValueRow[];
  readonly unitsSub: string;
  readonly posts: readonly ValueRow[];
  /** Whether there are names that nothing on file is like and nobody decided on. */
  readonly mayCreateAll: boolean;
}

interface ValueRow {
  readonly title: string;
  readonly hint: string;
  readonly isOpen: boolean;
  readonly control: DecisionControl;
}

interface OpenWord extends FindingWord {
  readonly rows: number;
}

/** What reads as "not said yet". */
const BLANK = '—';

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

/** A name that nobody decided on and nothing on file is like. */
export function isPlainlyNew({ candidates, chosen }: UnknownName): boolean {
  return candidates.length === 0 && chosen === undefined;
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
  return {
    title,
    hint: words.rows(text.formats.count(rows)),
    isOpen: true,
    control:
      choices.length === 0
        ? typedControl(control, '', false)
        : selectControl(control, text.uploads.draft.choose, choices),
  };
}

/** The values that a field may have, as they are written into it; none where anything may stand. */
export function allowedValues(
  field: string | null,
  scales: DraftView['scales'],
  text: Texts,
): readonly (readonly [value: string, label: string])[] {
  const { leaveOpen } = text.uploads.values;
  switch (field) {
    case 'probability':
    case 'harm':
      return [
        ...scales[field].steps.map((step) => [step.code, text.formats.inThisLanguage(step)] as const),
        [BLANK, leaveOpen],
      ];
    case 'grade':
      return [
        ...(['1', '2', '3'] as const).map((grade) => [grade, text.terms.grades[grade]] as const),
        [BLANK, leaveOpen],
      ];
    case 'domains':
      return [
        ...KEY_DOMAINS.map((domain) => [domain, text.terms.keyDomains[domain]] as const),
        [BLANK, leaveOpen],
      ];
    default:
      return [];
  }
}

function nameRow(
  name: UnknownName,
  title: string,
  id: string,
  subject: DecisionSubject,
  mayCreate: boolean,
  text: Texts,
): ValueRow {
  const words = text.uploads.values;
  const chosen = name.chosen === undefined ? '' : name.chosen === null ? NEW : String(name.chosen);
  const choice = (value: string, label: string): DecisionControl['choices'][number] => ({
    value,
    label,
    isSelected: value === chosen,
  });
  const likely = name.candidates.map((known) =>
    choice(String(known.id), words.candidate(known.name, known.because)),
  );
  const others = name.others.map((known) => choice(String(known.id), known.name));
  const made = mayCreate ? [choice(NEW, words.create)] : [];
  const groups = [
    { label: words.likely, choices: likely },
    { label: words.others, choices: others },
  ];
  return {
    title,
    hint: words.forms(text.formats.count(name.forms)),
    isOpen: name.chosen === undefined,
    control: {
      ...{ id, name: decisionName(subject), label: words.meansUnit(title), value: '', isLong: false },
      choices: [choice('', text.uploads.draft.choose), ...made],
      groups: groups.filter(({ choices }) => choices.length > 0),
    },
  };
}
