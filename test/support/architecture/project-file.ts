/** A file of the project; the path counts from the project's root, with `/`. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** What architecture.md asks for, by the names that a report shows. */
export const RULES = [
  'place',
  'slice order',
  'role',
  'wiring',
  'purity',
  'express',
  'knex',
  'rule engine',
  'environment',
  'clock',
  'row reach',
  'computed import',
  'vague name',
  'barrel',
  'length',
  'raw output',
  'inline code',
  'template logic',
  'foreign host',
  'old browser',
  'machine',
  'lockfile',
] as const;

export type Rule = (typeof RULES)[number];

export interface Violation {
  readonly rule: Rule;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** One violation for each place where the pattern, which must be global, matches. */
export function matches(
  file: ProjectFile,
  pattern: RegExp,
  rule: Rule,
  message: string,
): readonly Violation[] {
  return [...file.text.matchAll(pattern)].map((match) => ({
    rule,
    path: file.path,
    line: lineAt(file.text, match.index),
    message: `${message}: ${match[0].trim()}`,
  }));
}
