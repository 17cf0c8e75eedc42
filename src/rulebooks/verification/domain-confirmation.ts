import type { Texts } from '../../language/texts.ts';
import { domainJudge, type DomainSuggestion } from '../domain-judge.ts';
import type { RuleFacts } from '../fact-type.ts';
import { placeOfRule, titleOfRule } from '../placed-rules.ts';
import { RuleMemory, type EngineMaker } from '../rule-memory.ts';
import type { DomainRulebook } from '../rulebook.ts';
import type { Problem } from '../rulebook-finding.ts';
import type { DomainSuspicions } from './domain-suspicions.ts';
import { unconfirmed } from './unconfirmed.ts';

/**
 * Has the rule engine judge the texts that are to prove what the search found, and puts it into words.
 * @throws Error when the rule engine says otherwise: that is a bug of the search
 */
export async function domainProblems(
  rulebook: DomainRulebook,
  { hidden, redundant }: Omit<DomainSuspicions, 'isCut'>,
): Promise<readonly Problem[]> {
  // Many findings are proven by the same texts, and what is left out is only one of many rules.
  const { engine } = new RuleMemory();
  return [
    ...(await Promise.all(hidden.map((rule) => hiddenProblem(rulebook, engine, rule)))),
    ...(await Promise.all(redundant.map((rule) => redundantProblem(rulebook, engine, rule)))),
  ];
}

async function hiddenProblem(
  rulebook: DomainRulebook,
  engineOf: EngineMaker,
  { name, hiders, facts }: DomainSuspicions['hidden'][number],
): Promise<Problem> {
  const found = { path: placeOfRule(rulebook, name), kind: 'unreachable' as const };
  const title = titleOfRule(rulebook, name);
  if (facts === null) {
    const words = ({ rulebooks }: Texts) => rulebooks.check.contradiction(title);
    return { ...found, words, rules: [name] };
  }
  const alone = { ...rulebook, rules: rulebook.rules.filter((rule) => rule.name === name) };
  const applies = (await suggestions(alone, engineOf, facts)).length > 0;
  const decides = (await suggestions(rulebook, engineOf, facts)).some(({ rule }) => rule === name);
  if (!applies || decides) throw unconfirmed(`unreachable ${name}`, facts);
  const titles = hiders.map((hider) => titleOfRule(rulebook, hider));
  const words = ({ rulebooks }: Texts) => rulebooks.check.hidden(title, titles);
  return { ...found, words, rules: [name, ...hiders], facts };
}

async function redundantProblem(
  rulebook: DomainRulebook,
  engineOf: EngineMaker,
  { rule, facts }: DomainSuspicions['redundant'][number],
): Promise<Problem> {
  const others = { ...rulebook, rules: rulebook.rules.filter(({ name }) => name !== rule) };
  const [suggested, without] = [
    await suggestions(rulebook, engineOf, facts),
    await suggestions(others, engineOf, facts),
  ];
  if (
    !suggested.some((suggestion) => suggestion.rule === rule) ||
    domainsOf(suggested) !== domainsOf(without)
  ) {
    throw unconfirmed(`redundant ${rule}`, facts);
  }
  const position = suggested.findIndex((suggestion) => suggestion.rule === rule);
  const instead = without.slice(position, position + 1).map((suggestion) => suggestion.rule);
  const titles = instead.map((name) => titleOfRule(rulebook, name));
  const words = ({ rulebooks }: Texts) => rulebooks.check.redundant(titleOfRule(rulebook, rule), titles);
  return { path: placeOfRule(rulebook, rule), kind: 'redundant', words, rules: [rule, ...instead], facts };
}

async function suggestions(
  rulebook: DomainRulebook,
  engineOf: EngineMaker,
  { text, subject }: RuleFacts,
): Promise<readonly DomainSuggestion[]> {
  return domainJudge(rulebook, engineOf).suggest(String(text), subject === 'post' ? 'post' : 'risk-point');
}

function domainsOf(suggested: readonly DomainSuggestion[]): string {
  return suggested.map(({ domain }) => domain).join(' ');
}
