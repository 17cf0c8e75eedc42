import type { DeclaredFact, Derivation } from '../declared-fact.ts';
import type { GradingRulebook } from '../rulebook.ts';
import { cellOfText, quoted } from './cell-text.ts';
import { isPlainWord, LIST_MARK } from './notation-words.ts';
import { DIRECTIONS, FACT_TYPES, POINTS, SUBJECTS } from './sheet-codes.ts';
import type { BookSheet } from './sheet.ts';
import { closed, column, tableSheet } from './table-sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

const AXES = ['probability', 'harm'] as const;

/** Texts that stand together in one cell. */
function listCell(texts: readonly string[]): string {
  return texts.map((text) => (isPlainWord(text) ? text : quoted(text))).join(LIST_MARK);
}

/** The scales, mildest step first, and how values of other scales are understood on them. */
export function scaleSheets({ scales }: GradingRulebook, words: Vocabulary): readonly BookSheet[] {
  const facts = closed(AXES.map((fact) => words.facts.wordFor(fact)));
  const steps = AXES.flatMap((fact) =>
    scales[fact].steps.map(({ code, zh, en, aliases }) => [
      ...[words.facts.wordFor(fact), scales[fact].code, code],
      ...[cellOfText(zh), cellOfText(en), listCell(aliases)],
    ]),
  );
  const mappings = AXES.flatMap((fact) =>
    Object.entries(scales[fact].mappings).flatMap(([from, mapping]) =>
      Object.entries(mapping).map(([step, to]) => [
        ...[words.facts.wordFor(fact), from, step],
        words.valuesOf(fact)?.wordFor(to) ?? to,
      ]),
    ),
  );
  const named = (['scale', 'code', 'titleZh', 'titleEn', 'aliases'] as const).map((key) => column(key));
  return [
    tableSheet('scales', [column('fact', facts), ...named], steps),
    tableSheet(
      'mappings',
      [column('fact', facts), column('fromScale'), column('fromStep'), column('toStep')],
      mappings,
    ),
  ];
}

/** The facts that a bureau adds, and the options of those that are chosen. */
export function factSheets(facts: readonly DeclaredFact[], words: Vocabulary): readonly BookSheet[] {
  const columns = [
    ...[column('code'), column('titleZh'), column('titleEn'), column('type', closed(FACT_TYPES.words))],
    ...[column('unitZh'), column('unitEn'), column('maximum'), column('worse', closed(DIRECTIONS.words))],
    ...[column('of', closed(SUBJECTS.words)), column('derived'), column('sourceZh'), column('sourceEn')],
  ];
  const options = facts.flatMap(({ name, options: chosen = [] }) =>
    chosen.map(({ code, zh, en }) => [name, code, cellOfText(zh), cellOfText(en)]),
  );
  return [
    tableSheet(
      'facts',
      columns,
      facts.map((fact) => factRow(fact, words)),
    ),
    tableSheet('options', [column('fact'), column('code'), column('titleZh'), column('titleEn')], options),
  ];
}

function factRow(fact: DeclaredFact, words: Vocabulary): readonly string[] {
  const { name, title, type, ordered, unit, maximum, worse, of, derived, source } = fact;
  return [
    ...[
      name,
      cellOfText(title.zh),
      cellOfText(title.en),
      FACT_TYPES.wordFor(ordered === true ? 'scale' : type),
    ],
    ...[unit?.zh, unit?.en].map((text) => (text === undefined ? '' : cellOfText(text))),
    ...[maximum === undefined ? '' : String(maximum), DIRECTIONS.wordFor(worse), SUBJECTS.wordFor(of)],
    ...[derivationCell(derived, words), cellOfText(source.zh), cellOfText(source.en)],
  ];
}

function derivationCell(derived: Derivation | undefined, words: Vocabulary): string {
  if (derived === undefined) return '';
  if ('countPoints' in derived) return POINTS.wordFor('of-post');
  return derived.countTrue.map((fact) => words.facts.tokenFor(fact)).join(LIST_MARK);
}
