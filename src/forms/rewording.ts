/** Two wordings of the same thing. */
export interface Rewording {
  readonly before: string;
  readonly after: string;
}

/** A rewording with what both have at their ends set apart from what differs. */
export interface MarkedRewording {
  readonly start: string;
  readonly removed: string;
  readonly inserted: string;
  readonly end: string;
}

/** Finds the part of a text that was changed: what stands between the longest common start and end. */
export function markedRewording({ before, after }: Rewording): MarkedRewording {
  const old = [...before];
  const now = [...after];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    start: old.slice(0, start).join(''),
    removed: old.slice(start, old.length - end).join(''),
    inserted: now.slice(start, now.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  };
}
