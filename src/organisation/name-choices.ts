import { nameKey } from '../language/normalise.ts';

/** What a person said that unknown names mean: one on file, or `null` for a new one. */
export interface NameChoices {
  readonly units: ReadonlyMap<string, number | null>;
  /** By `postKey`. */
  readonly posts: ReadonlyMap<string, number | null>;
}

/** The key of a post's name within its unit. */
export function postKey(unitId: number, name: string): string {
  return `${String(unitId)} ${nameKey(name)}`;
}
