import type { ReadHead } from './read-head.ts';
import type { ReadRule } from './read-rules.ts';

/** What every rulebook says of itself. */
export function headOf({ kind, name, title, description }: ReadHead): object {
  return { kind, name, title, description };
}

/** A rule without what it leads to. */
export function ruleOf({ name, title, reason, clause, when }: ReadRule): object {
  return { name, title, reason, clause, ...(when === null ? {} : { when }) };
}
