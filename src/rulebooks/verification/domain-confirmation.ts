import type { Texts } from '../../language/texts.ts';
import { domainJudge, type DomainSuggestion } from '../domain-judge.ts';
import type { RuleFacts } from '../fact-type.ts';
import { placeOfRule, titleOfRule } from '../placed-rules.ts';
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
  { hidden, redundant }: DomainSuspicions,
): Promise<readonly Problem[]> {
  return [
    ...(await Promise.all(hidden.map((rule) => hiddenProblem(rulebook, rule)))),
    ...(await Promise.all(redundant.map((rule) => redundantProblem(rulebook, rule)))),
  ];
}

async function hiddenProblem(
  rulebook: DomainRulebook,
  { name, hiders, facts }: DomainSuspicions['hidden'][number],
): Promise<Problem> {
  const found = { path: placeOfRule(rulebook, name), kind: 'unreachable' as const };
  const title = titleOfRule(rulebook, name);
  if (facts === null) {
    const words = ({ rulebooks }: Texts) => rulebooks.check.contradiction(title);
    return { ...found, words, rules: [name] };
  }
  const alone = { ...rulebook, rules: rulebook.rules.filter((rule) => rule.name === name) };
  const applies = (await suggestions(alone, facts)).length > 0;
  const decides = (await suggestions(rulebook, facts)).some(({ rule }) => rule === name);
  if (!applies || decides) throw unconfirmed(`unreachable ${name}`, facts);
  const titles = hiders.map((hider) => titleOfRule(rulebook, hider));
  const words = ({ rulebooks }: Texts) => rulebooks.check.hidden(title, titles);
  return { ...found, words, rules: [name, ...hiders], facts };
}

async function redundantProblem(
  rulebook: DomainRulebook,
  { rule, facts }: DomainSuspicions['redundant'][number],
): Promise<Problem> {
  const others = { ...rulebook, rules: rulebook.rules.filter(({ name }) => name !== rule) };
  const [suggested, without] = [await suggestions(rulebook, facts), await suggestions(others, facts)];
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
  { text, subject }: RuleFacts,
): Promise<readonly DomainSuggestion[]> {
  return domainJudge(rulebook).suggest(String(text), subject === 'post' ? 'post' : 'risk-point');
}

function domainsOf(suggested: readonly DomainSuggestion[]): string {
  return suggested.map(({ domain }) => domain).join(' ');
}
