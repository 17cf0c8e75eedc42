interface Ordered {
  readonly payload: unknown;
}

/** All changes of rules wait in one line: each begins from the rules that the one before left in force. */
export const LANE = 'rulebooks';

export const ACTIVATION = 'rulebook-activation';

/** Cuts and judges some of the cases of an activation, beside others who do the rest. */
export const ACTIVATION_PART = 'rulebook-activation-part';

/** Puts points back into cases that are no finer than the rules in force need. */
export const TIDYING = 'case-tidying';

/** The version that an activation job brings into force. */
export function versionIdIn({ payload }: Ordered): number {
  const id = fieldOf(payload, 'versionId');
  if (typeof id !== 'number') throw new Error('the job names no version');
  return id;
}

/** Parts of a job stand in no line: each has a lane of its own. */
export function laneOfPart(jobId: number, part: number): string {
  return `${LANE} ${String(jobId)} ${String(part)}`;
}

/** The cases that a part of an activation is about. */
export function caseIdsIn({ payload }: Ordered): readonly number[] {
  const ids = fieldOf(payload, 'caseIds');
  if (!Array.isArray(ids)) throw new Error('the job names no cases');
  return ids.map(Number);
}

export function unitPathIn({ payload }: Ordered): string {
  const path = fieldOf(payload, 'unitPath');
  if (typeof path !== 'string') throw new Error('the job names no unit');
  return path;
}

function fieldOf(payload: unknown, name: string): unknown {
  if (typeof payload !== 'object' || payload === null) return undefined;
  return Object.entries(payload).find(([field]) => field === name)?.[1] as unknown;
}
