import type { Texts } from '../../language/texts.ts';
import { coverageDecision, type CoverageVerdict } from '../coverage-judge.ts';
import { factTypes } from '../fact-type.ts';
import { placeOfRule, titleOfRule } from '../placed-rules.ts';
import { RuleMemory, type EngineMaker } from '../rule-memory.ts';
import { definitionIn } from '../rulebook-facts.ts';
import type { CoverageRulebook, CoverageStatus } from '../rulebook.ts';
import type { Problem } from '../rulebook-finding.ts';
import type { CoverageInversion, CoverageSuspicions } from './coverage-suspicions.ts';
import { unconfirmed } from './unconfirmed.ts';

/**
 * Has the rule engine judge the facts that are to prove what the search found, and puts it into words.
 * @throws Error when the rule engine says otherwise: that is a bug of the search
 */
export async function coverageProblems(
  rulebook: CoverageRulebook,
  { gap, hidden, redundant, inversions }: Omit<CoverageSuspicions, 'cases' | 'inversionsLeft'>,
): Promise<readonly Problem[]> {
  // Many findings are proven by the same facts, and what is left out is only one of many rules.
  const { engine } = new RuleMemory();
  return [
    ...(gap === null ? [] : [await gapProblem(rulebook, engine, gap)]),
    ...(await Promise.all(hidden.map((rule) => hiddenProblem(rulebook, engine, rule)))),
    ...(await Promise.all(redundant.map((rule) => redundantProblem(rulebook, engine, rule)))),
    ...(await Promise.all(inversions.map((inversion) => inversionProblem(rulebook, engine, inversion)))),
  ];
}

async function gapProblem(
  rulebook: CoverageRulebook,
  engineOf: EngineMaker,
  { facts, cases }: NonNullable<CoverageSuspicions['gap']>,
): Promise<Problem> {
  if ((await coverageDecision(rulebook, engineOf)(facts)) !== null) throw unconfirmed('gap', facts);
  const words = ({ rulebooks }: Texts) => rulebooks.check.gap(cases);
  return { path: ['rules'], kind: 'gap', words, facts };
}

async function hiddenProblem(
  rulebook: CoverageRulebook,
  engineOf: EngineMaker,
  { name, hiders, facts }: CoverageSuspicions['hidden'][number],
): Promise<Problem> {
  const found = { path: placeOfRule(rulebook, name), kind: 'unreachable' as const };
  const title = titleOfRule(rulebook, name);
  if (facts === null) {
    const words = ({ rulebooks }: Texts) => rulebooks.check.contradiction(title);
    return { ...found, words, rules: [name] };
  }
  const applying = await engineOf(rulebook.rules, factTypes(rulebook)).applying(facts);
  const verdict = await coverageDecision(rulebook, engineOf)(facts);
  if (!applying.includes(name) || verdict?.rule === name) throw unconfirmed(`unreachable ${name}`, facts);
  const titles = hiders.map((hider) => titleOfRule(rulebook, hider));
  const words = ({ rulebooks }: Texts) => rulebooks.check.hidden(title, titles);
  return { ...found, words, rules: [name, ...hiders], facts };
}

async function redundantProblem(
  rulebook: CoverageRulebook,
  engineOf: EngineMaker,
  { rule, facts }: CoverageSuspicions['redundant'][number],
): Promise<Problem> {
  const others = { ...rulebook, rules: rulebook.rules.filter(({ name }) => name !== rule) };
  const verdict = await coverageDecision(rulebook, engineOf)(facts);
  const without = await coverageDecision(others, engineOf)(facts);
  if (verdict?.rule !== rule || without?.status !== verdict.status) {
    throw unconfirmed(`redundant ${rule}`, facts);
  }
  const words = ({ rulebooks }: Texts) =>
    rulebooks.check.redundant(titleOfRule(rulebook, rule), [titleOfRule(rulebook, without.rule)]);
  const rules = [rule, without.rule];
  return { path: placeOfRule(rulebook, rule), kind: 'redundant', words, rules, facts };
}

async function inversionProblem(
  rulebook: CoverageRulebook,
  engineOf: EngineMaker,
  { fact, better, worse }: CoverageInversion,
): Promise<Problem> {
  const decide = coverageDecision(rulebook, engineOf);
  const [severer, milder] = [await decide(better), await decide(worse)];
  if (severer === null || milder === null || !isMilder(milder, severer)) {
    throw unconfirmed('non-monotone', worse);
  }
  const words = (texts: Texts) => {
    const title = texts.formats.inThisLanguage(definitionIn(rulebook, fact)?.title ?? { zh: fact, en: fact });
    const change = texts.rulebooks.from(title, String(better[fact]), String(worse[fact]));
    const { coverage } = texts.terms;
    return texts.rulebooks.check['non-monotone-status'](
      change,
      coverage[severer.status],
      coverage[milder.status],
    );
  };
  const rules = [...new Set([severer.rule, milder.rule])];
  return { path: [], kind: 'non-monotone', words, rules, facts: worse, against: better };
}

const MILDEST_FIRST: readonly CoverageStatus[] = ['covered', 'weak', 'gap'];

function isMilder(milder: CoverageVerdict, severer: CoverageVerdict): boolean {
  const [better, worse] = [MILDEST_FIRST.indexOf(milder.status), MILDEST_FIRST.indexOf(severer.status)];
  return better !== -1 && better < worse;
}
