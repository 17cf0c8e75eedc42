import type { Texts } from '../language/texts.ts';
import type { GradingRulebook, Scale } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** The steps of scales on which values are on file, mildest first, by the scale's code. */
export type KnownScales = ReadonlyMap<string, readonly string[]>;

/**
 * What is wrong with a rulebook's scales as soon as one knows which values are on file: a scale that changed under its
 * old name, and a mapping that leaves out a step of the other scale, names one that it lacks, or turns its order round.
 * A mapping that is not there at all is no fault: those points are unassessed, and the what-if counts them
 * (architecture: 'Meaning, fixed once').
 */
export function knownScaleProblems(
  { scales }: Pick<GradingRulebook, 'scales'>,
  known: KnownScales,
): readonly Problem[] {
  return Object.entries(scales).flatMap(([fact, scale]) => [
    ...nameProblems(fact, scale, known),
    ...Object.entries(scale.mappings).flatMap(([from, mapping]) =>
      mappingProblems(['scales', fact, 'mappings', from], { from, mapping, old: known.get(from) }, scale),
    ),
  ]);
}

/** Whether two lists name the same steps, in whatever order. */
export function isSameSteps(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step) => other.includes(step));
}

/**
 * Whether a mapping keeps two old steps in their order, the milder one first. Two steps that keep their names stand
 * in the new scale's order, whatever the old one said.
 */
export function keepsOrder(
  [milder, worse]: readonly [string, string],
  mapping: Readonly<Record<string, string>>,
  steps: readonly string[],
): boolean {
  const [low, high] = [mapping[milder], mapping[worse]];
  if (low === undefined || high === undefined || (low === milder && high === worse)) return true;
  return steps.indexOf(low) <= steps.indexOf(high);
}

function nameProblems(fact: string, { code, steps }: Scale, known: KnownScales): readonly Problem[] {
  const old = known.get(code);
  const codes = steps.map((step) => step.code);
  if (old === undefined || isSameSteps(old, codes)) return [];
  return [
    {
      path: ['scales', fact, 'code'],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['scale-changed'](code, old),
    },
  ];
}

function mappingProblems(
  path: Problem['path'],
  {
    from,
    mapping,
    old,
  }: {
    readonly from: string;
    readonly mapping: Readonly<Record<string, string>>;
    readonly old: readonly string[] | undefined;
  },
  { steps }: Scale,
): readonly Problem[] {
  if (old === undefined) return [];
  const codes = steps.map(({ code }) => code);
  const missing = old.filter((step) => !Object.hasOwn(mapping, step));
  const foreign = Object.keys(mapping).filter((step) => !old.includes(step));
  return [
    ...(missing.length === 0
      ? []
      : [{ path, words: ({ rulebooks }: Texts) => rulebooks.meaning['mapping-incomplete'](from, missing) }]),
    ...foreign.map((step) => ({
      path: [...path, step],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-step'](step, old),
    })),
    ...turnedRound(old, mapping, codes).map(([milder, worse]) => ({
      path: [...path, worse],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['mapping-turned'](milder, worse),
    })),
  ];
}

/** Neighbours, mildest first, of which the mapping makes the worse one the milder. */
function turnedRound(
  old: readonly string[],
  mapping: Readonly<Record<string, string>>,
  steps: readonly string[],
): readonly (readonly [string, string])[] {
  return old.flatMap((worse, at): readonly (readonly [string, string])[] => {
    const milder = old.slice(0, at).find((step) => !keepsOrder([step, worse], mapping, steps));
    return milder === undefined ? [] : [[milder, worse]];
  });
}
