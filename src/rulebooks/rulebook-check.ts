import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';
import { coverageCheck } from './coverage-check.ts';
import type { DeclaredFact } from './declared-fact.ts';
import { domainCheck } from './domain-check.ts';
import { clashProblems } from './fact-clash.ts';
import type { GradingCheck, JudgedCheck } from './judged-check.ts';
import { knownScaleProblems, type KnownScales } from './known-scale-problem.ts';
import type { RuleFacts } from './fact-type.ts';
import { definitionsFor } from './rulebook-facts.ts';
import type { Rulebook } from './rulebook.ts';
import { located, type FindingWords, type Problem, type RulebookFinding } from './rulebook-finding.ts';
import { parseRulebook } from './rulebook-schema.ts';

/** What a bureau has values of, so that a rulebook must not give them another meaning. */
export interface OnFile {
  readonly scales: KnownScales;
  readonly facts: readonly DeclaredFact[];
}

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
 * @param onFile the scales and facts of which values are on file, where somebody knows them
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function checkRulebook(
  text: string,
  checkGrading: GradingCheck,
  texts: Texts = zh,
  onFile: OnFile = { scales: new Map(), facts: [] },
): Promise<RulebookCheck> {
  const parsed = parseRulebook(text, texts);
  if ('findings' in parsed) {
    return { ok: false, cases: 0, findings: parsed.findings, sampled: false, warnings: [] };
  }
  const { cases, problems, sampled, warnings } = await judgedCheck(parsed.rulebook, checkGrading);
  const findings = [...onFileProblems(parsed.rulebook, onFile), ...problems].map((problem) =>
    located(withFactsInOrder(problem, parsed.rulebook), parsed.lines, texts),
  );
  const ok = findings.length === 0;
  return { ok, cases, findings, sampled, warnings: warnings.map((words) => words(texts)) };
}

// People read facts in the order of the catalogue, whatever order the search had them in.
function withFactsInOrder(problem: Problem, rulebook: Rulebook): Problem {
  const names = definitionsFor(rulebook).map(({ name }) => name);
  const ordered = (facts: RuleFacts): RuleFacts => ({
    ...Object.fromEntries(
      names.flatMap((name) => (Object.hasOwn(facts, name) ? [[name, facts[name] ?? null]] : [])),
    ),
    ...facts,
  });
  const { facts, against } = problem;
  return {
    ...problem,
    ...(facts === undefined ? {} : { facts: ordered(facts) }),
    ...(against === undefined ? {} : { against: ordered(against) }),
  };
}

function onFileProblems(rulebook: Rulebook, { scales, facts }: OnFile): readonly Problem[] {
  if (rulebook.kind !== 'grading') return [];
  return [...knownScaleProblems(rulebook, scales), ...clashProblems(rulebook.facts ?? [], facts)];
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
