/** A username as it is kept and looked up: people type full-width letters, capitals and stray spaces. */
export function normalisedUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Letters and digits of any script, dot, hyphen, underscore; takes a normalised name. */
export function isUsername(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u.test(name);
}
