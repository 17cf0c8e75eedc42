import type { CaseFacts } from '../grading/case.ts';

/** So many workers find something to do, and the last one is not waited for long. */
const MOST_PARTS = 16;

interface CaseToShare {
  readonly id: number;
  readonly facts: CaseFacts;
  /** What it costs, in any measure. */
  readonly work: number;
}

/**
 * Shares cases out into parts of about as much work each, such that no two parts ever touch the same case: a cut
 * changes numbers and own facts alone, so that cases which differ in nothing else stay together, with all that they are
 * cut into.
 * @param enough so much work is worth a part of its own
 * @returns the ids of the cases of each part; none of them is empty
 */
export function sharedOut(cases: readonly CaseToShare[], enough: number): readonly (readonly number[])[] {
  const families = new Map<string, CaseToShare[]>();
  for (const one of cases) {
    const family = familyOf(one.facts);
    families.set(family, [...(families.get(family) ?? []), one]);
  }
  const sized = [...families.values()].map((family) => ({ family, work: workIn(family) }));
  const parts = Math.min(MOST_PARTS, families.size, Math.ceil(workIn(cases) / enough));
  const shares = Array.from({ length: parts }, () => ({ ids: [] as number[], work: 0 }));
  // The largest first, each to whoever has least.
  for (const { family, work } of sized.sort((one, other) => other.work - one.work)) {
    const [least] = shares.toSorted((one, other) => one.work - other.work);
    if (least === undefined) continue;
    least.ids.push(...family.map(({ id }) => id));
    least.work += work;
  }
  return shares.map(({ ids }) => ids).filter((ids) => ids.length > 0);
}

function familyOf({ subject, probability, harm, domain }: CaseFacts): string {
  return JSON.stringify([subject, scaleOf(probability), scaleOf(harm), domain]);
}

function scaleOf(value: CaseFacts['probability']): readonly string[] {
  return value === null ? [] : [value.scale, value.step];
}

function workIn(cases: readonly CaseToShare[]): number {
  return cases.reduce((sum, { work }) => sum + work, 0);
}
