import { OperationalError } from '../platform/errors.ts';

/** The id in an address. @throws OperationalError `not-found` when it is none */
export function idIn(params: Readonly<Record<string, string>>): number {
  const id = readId(params['id'] ?? '');
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-version', (text) => text.ruleChanges.errors.noSuch);
}

/** A whole number that names something; `null` when the text is none. */
export function readId(text: string): number | null {
  return /^[1-9][0-9]{0,9}$/u.test(text) ? Number(text) : null;
}
