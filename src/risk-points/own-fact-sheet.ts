import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { FactOwner, KnownFact } from './own-fact.ts';

/** The facts that people set of one point or one post, as they now stand. */
export interface OwnFactSheet {
  readonly owner: FactOwner;
  readonly id: number;
  /** The text of the point, or the name of the post. */
  readonly name: string;
  readonly unitName: string;
  readonly unitPath: string;
  /** The post whose facts hold for the point, too; `null` where there is none or nothing of it is set. */
  readonly postId: number | null;
  readonly declared: readonly DeclaredFact[];
  readonly known: readonly KnownFact[];
  /** Whether the facts no longer change. */
  readonly isBarred: boolean;
}

/** A text that is equal for two sheets exactly when they say the same: what somebody saw. */
export function sheetGuard({ declared, known }: Pick<OwnFactSheet, 'declared' | 'known'>): string {
  return declared.map(({ name }) => `${name}=${String(valueIn(known, name) ?? '?')}`).join(';') || '-';
}

export function valueIn(known: readonly KnownFact[], name: string): FactValue {
  return known.find(({ fact }) => fact === name)?.value ?? null;
}

/** A value as a form has it; unknown is blank. */
export function writtenFact(value: FactValue): string {
  return value === null ? '' : String(value);
}

/** What somebody typed for a fact; `undefined` where it is none of its values. */
export function typedFact(
  { type, options = [], maximum = Infinity }: DeclaredFact,
  typed: string,
): FactValue | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  switch (type) {
    case 'boolean':
      return plain === 'true' || (plain === 'false' ? false : undefined);
    case 'choice':
      return options.find(({ code }) => code === plain)?.code;
    case 'number': {
      const digits = plain.replaceAll(',', '');
      const value = /^\d{1,15}$/u.test(digits) ? Number(digits) : NaN;
      return value <= maximum ? value : undefined;
    }
  }
}
