import type { DeclaredFact, DeclaredOption } from '../rulebooks/declared-fact.ts';
import type { BothLanguages } from '../rulebooks/rulebook.ts';

/** What a form of a fact asks for; a count is a number that nobody types. */
export const FACT_KINDS = ['number', 'boolean', 'choice', 'scale', 'count-true', 'count-points'] as const;

export type FactKind = (typeof FACT_KINDS)[number];

export type DeclarationField =
  'kind' | 'of' | 'worse' | 'name' | 'title' | 'source' | 'unit' | 'maximum' | 'options' | 'parts';

export interface DeclarationFault {
  readonly field: DeclarationField;
  readonly fault: 'missing' | 'unfit' | 'taken';
}

type Typed = Readonly<Record<string, string>>;

/** A fact as somebody declared it by hand, or what is wrong with the form. A part that is not asked for is not read. */
export function declaredBy(
  typed: Typed,
  known: readonly DeclaredFact[],
  taken: readonly string[],
): { readonly fact: DeclaredFact } | { readonly faults: readonly DeclarationFault[] } {
  const kind = FACT_KINDS.find((one) => one === typed['kind']);
  const of = (['risk-point', 'post'] as const).find((one) => one === typed['of']);
  const worse = (['up', 'down', 'none'] as const).find((one) => one === typed['worse']);
  const [title, source] = [bothIn(typed, 'title'), bothIn(typed, 'source')];
  const name = (typed['name'] ?? '').trim() || nameFrom(title?.en ?? '');
  const faults: DeclarationFault[] = [];
  if (title === null) faults.push({ field: 'title', fault: 'missing' });
  if (source === null) faults.push({ field: 'source', fault: 'missing' });
  // Without an English name there is nothing to make a code of, and that is said already.
  const isAsked = name !== '' || title !== null;
  if (isAsked && !/^[a-z][A-Za-z0-9]{0,39}$/u.test(name)) faults.push({ field: 'name', fault: 'unfit' });
  else if (taken.includes(name)) faults.push({ field: 'name', fault: 'taken' });
  if (of === undefined || (kind === 'count-points' && of !== 'post'))
    faults.push({ field: 'of', fault: 'unfit' });
  if (worse === undefined) faults.push({ field: 'worse', fault: 'unfit' });
  if (kind === undefined) return { faults: [{ field: 'kind', fault: 'missing' }, ...faults] };
  const shape = shapeIn(
    typed,
    kind,
    known.filter((fact) => fact.type === 'boolean' && fact.of === of),
  );
  if ('field' in shape) return { faults: [...faults, shape] };
  if (title === null || source === null || of === undefined || worse === undefined || faults.length > 0)
    return { faults };
  return { fact: { name, title, ...shape, worse: kind === 'choice' ? 'none' : worse, source, of } };
}

type Shape = Pick<DeclaredFact, 'type' | 'options' | 'ordered' | 'unit' | 'maximum' | 'derived'>;

function shapeIn(typed: Typed, kind: FactKind, countable: readonly DeclaredFact[]): Shape | DeclarationFault {
  switch (kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return numberIn(typed);
    case 'choice':
    case 'scale': {
      const options = optionsIn(typed['options'] ?? '');
      if (options === null) return { field: 'options', fault: 'unfit' };
      return { type: 'choice', options, ...(kind === 'scale' ? { ordered: true } : {}) };
    }
    case 'count-points':
      return { type: 'number', derived: { countPoints: 'of-post' } };
    case 'count-true': {
      const parts = countable.map(({ name }) => name).filter((name) => typed[partField(name)] === 'yes');
      if (parts.length === 0) return { field: 'parts', fault: 'missing' };
      return { type: 'number', derived: { countTrue: parts } };
    }
  }
}

/** The name of the box that has a truth counted. */
export function partField(fact: string): string {
  return `part-${fact}`;
}

function numberIn(typed: Typed): Shape | DeclarationFault {
  const unit = bothIn(typed, 'unit');
  const said = (typed['unit-zh'] ?? '') + (typed['unit-en'] ?? '');
  if (unit === null && said.trim() !== '') return { field: 'unit', fault: 'unfit' };
  const written = (typed['maximum'] ?? '').normalize('NFKC').replaceAll(',', '').trim();
  const maximum = /^\d{1,15}$/u.test(written) ? Number(written) : 0;
  if (written !== '' && maximum < 1) return { field: 'maximum', fault: 'unfit' };
  return {
    type: 'number',
    ...(unit === null ? {} : { unit }),
    ...(written === '' ? {} : { maximum }),
  };
}

/** One option a line: its Chinese and English name, and where it has one already its code, with bars between them. */
function optionsIn(text: string): readonly DeclaredOption[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const options = lines.map((line): DeclaredOption => {
    const [zh = '', en = '', said = '', ...more] = line.split(/[|｜]/u).map((part) => part.trim());
    const code = more.length > 0 || said !== codeFrom(said) ? '' : said === '' ? codeFrom(en) : said;
    return { code, zh, en };
  });
  const codes = new Set(options.map(({ code }) => code));
  const isFit = options.every(({ code, zh, en }) => code !== '' && zh !== '' && en !== '');
  return isFit && options.length >= 2 && codes.size === options.length ? options : null;
}

/** A fact as the form that declared it would hold it; `declaredBy` makes the same fact of it again. */
export function typedOf(fact: DeclaredFact): Typed {
  const { title, source, unit, maximum, options = [], derived, worse, of, name } = fact;
  const parts = derived !== undefined && 'countTrue' in derived ? derived.countTrue : [];
  return {
    ...{ name, of, worse, kind: kindOf(fact) },
    ...{ 'title-zh': title.zh, 'title-en': title.en, 'source-zh': source.zh, 'source-en': source.en },
    ...{ 'unit-zh': unit?.zh ?? '', 'unit-en': unit?.en ?? '' },
    maximum: maximum === undefined ? '' : String(maximum),
    options: options.map(({ zh, en, code }) => `${zh} | ${en} | ${code}`).join('\n'),
    ...Object.fromEntries(parts.map((part) => [partField(part), 'yes'])),
  };
}

function kindOf({ type, ordered, derived }: DeclaredFact): FactKind {
  if (derived !== undefined) return 'countTrue' in derived ? 'count-true' : 'count-points';
  return ordered === true ? 'scale' : type;
}

function bothIn(typed: Typed, field: string): BothLanguages | null {
  const [zh, en] = [(typed[`${field}-zh`] ?? '').trim(), (typed[`${field}-en`] ?? '').trim()];
  return zh === '' || en === '' ? null : { zh, en };
}

function codeFrom(words: string): string {
  return (words.toLowerCase().match(/[a-z0-9]+/gu) ?? []).join('-').slice(0, 40);
}

function nameFrom(words: string): string {
  const [first = '', ...others] = words.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  const name = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return name.slice(0, 40);
}
