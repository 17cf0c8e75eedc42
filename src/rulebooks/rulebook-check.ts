import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';
import { coverageCheck } from './coverage-check.ts';
import { domainCheck } from './domain-check.ts';
import type { GradingCheck, JudgedCheck } from './judged-check.ts';
import { knownScaleProblems, type KnownScales } from './known-scale-problem.ts';
import type { Rulebook } from './rulebook.ts';
import { located, type FindingWords, type RulebookFinding } from './rulebook-finding.ts';
import { parseRulebook } from './rulebook-schema.ts';

/** What `rules check` says of a rulebook. */
export interface RulebookCheck {
  readonly ok: boolean;
  /** How many combinations of facts can occur and were looked at; words have no finite number and count none. */
  readonly cases: number;
  readonly findings: readonly RulebookFinding[];
  /** Whether the fact space was too large to look at as a whole, so that silence proves nothing. */
  readonly sampled: boolean;
  /** What whoever reads this should know, such as that it was only sampled. */
  readonly warnings: readonly FindingWords[];
}

/**
 * Checks a rulebook's text: form and meaning first; of a sound one its examples, and its whole fact space for gaps,
 * conflicts, rules that decide nothing, and inversions. A matrix without one of its cells is a gap that is found
 * before anything is judged, since such a rulebook is never loaded.
 * @param texts the language of the findings
 * @param known the scales on which values are on file, where somebody knows them
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function checkRulebook(
  text: string,
  checkGrading: GradingCheck,
  texts: Texts = zh,
  known: KnownScales = new Map(),
): Promise<RulebookCheck> {
  const parsed = parseRulebook(text, texts);
  if ('findings' in parsed) {
    return { ok: false, cases: 0, findings: parsed.findings, sampled: false, warnings: [] };
  }
  const { cases, problems, sampled, warnings } = await judgedCheck(parsed.rulebook, checkGrading);
  const onFile = parsed.rulebook.kind === 'grading' ? knownScaleProblems(parsed.rulebook, known) : [];
  const findings = [...onFile, ...problems].map((problem) => located(problem, parsed.lines, texts));
  const ok = findings.length === 0;
  return { ok, cases, findings, sampled, warnings: warnings.map((words) => words(texts)) };
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
