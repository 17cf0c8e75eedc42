import type { MatrixBase } from '../../src/rulebooks/grading-base.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CoverageRulebook,
  DomainRulebook,
  GradingRulebook,
  Rulebook,
} from '../../src/rulebooks/rulebook.ts';
import { parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';

const RULES = join(import.meta.dirname, '..', '..', 'rules');

/** Paths of all rulebooks that ship, such as `grading/notice-2021.json`. */
export function shippedPaths(): readonly string[] {
  const kinds = readdirSync(RULES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return kinds.flatMap(({ name }) => readdirSync(join(RULES, name)).map((file) => `${name}/${file}`)).sort();
}

export function shippedText(path: string): string {
  return readFileSync(join(RULES, path), 'utf8');
}

export function soundRulebook(text: string): Rulebook {
  const parsed = parseRulebook(text);
  if ('rulebook' in parsed) return parsed.rulebook;
  throw new Error(parsed.findings.map(({ path, message }) => `${path ?? ''} ${message}`).join('\n'));
}

export function noticeRulebook(): GradingRulebook {
  return shippedGrading('grading/notice-2021.json');
}

export function fiveByFiveRulebook(): GradingRulebook {
  return shippedGrading('grading/five-by-five.json');
}

export function keyDomainsRulebook(): CoverageRulebook {
  const rulebook = soundRulebook(shippedText('coverage/key-domains.json'));
  if (rulebook.kind !== 'coverage') throw new Error('not a coverage rulebook');
  return rulebook;
}

export function keywordsRulebook(): DomainRulebook {
  const rulebook = soundRulebook(shippedText('domain/keywords.json'));
  if (rulebook.kind !== 'domain') throw new Error('not a domain rulebook');
  return rulebook;
}

/** The matrix of a rulebook that has one. */
export function matrixOf({ base }: GradingRulebook): MatrixBase {
  if ('cells' in base) return base;
  throw new Error('the base of this rulebook is a decision table');
}

/** A grading rulebook that ships, by its path. */
export function shippedGrading(path: string): GradingRulebook {
  const rulebook = soundRulebook(shippedText(path));
  if (rulebook.kind !== 'grading') throw new Error('not a grading rulebook');
  return rulebook;
}
