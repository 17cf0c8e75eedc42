import { coverageCheck } from './coverage-check.ts';
import { domainCheck } from './domain-check.ts';
import type { GradingCheck, JudgedCheck } from './judged-check.ts';
import type { Rulebook } from './rulebook.ts';
import { located, type RulebookFinding } from './rulebook-finding.ts';
import { parseRulebook } from './rulebook-schema.ts';

/** What `rules check` says of a rulebook. */
export interface RulebookCheck {
  readonly ok: boolean;
  /** How many combinations of facts were judged; words have no finite number and count none. */
  readonly cases: number;
  readonly findings: readonly RulebookFinding[];
}

/**
 * Checks a rulebook's text: form and meaning first; of a sound one its examples, and gap and inversion over its
 * whole fact space. A matrix without one of its cells is a gap that is found before anything is judged, since such a
 * rulebook is never loaded.
 */
export async function checkRulebook(text: string, checkGrading: GradingCheck): Promise<RulebookCheck> {
  const parsed = parseRulebook(text);
  if ('findings' in parsed) return { ok: false, cases: 0, findings: parsed.findings };
  const { cases, problems } = await judgedCheck(parsed.rulebook, checkGrading);
  const findings = problems.map((problem) => located(problem, parsed.lines));
  return { ok: findings.length === 0, cases, findings };
}

async function judgedCheck(rulebook: Rulebook, checkGrading: GradingCheck): Promise<JudgedCheck> {
  switch (rulebook.kind) {
    case 'grading':
      return checkGrading(rulebook);
    case 'coverage':
      return coverageCheck(rulebook);
    case 'domain':
      return domainCheck(rulebook);
  }
}
