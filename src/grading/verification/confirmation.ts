import type { Texts } from '../../language/texts.ts';
import { factTypes, unknownFacts, type FactValue, type RuleFacts } from '../../rulebooks/fact-type.ts';
import { placeOfRule, titleOfRule } from '../../rulebooks/placed-rules.ts';
import type { RuleEngine } from '../../rulebooks/rule-engine.ts';
import { RuleMemory } from '../../rulebooks/rule-memory.ts';
import { definitionIn } from '../../rulebooks/rulebook-facts.ts';
import type { BothLanguages, Grade, GradingRulebook } from '../../rulebooks/rulebook.ts';
import type { Problem } from '../../rulebooks/rulebook-finding.ts';
import { unconfirmed } from '../../rulebooks/verification/unconfirmed.ts';
import { engineRules } from '../engine-rules.ts';
import { factJudge, type FactJudge } from '../fact-judge.ts';
import type { Verdict } from '../verdict.ts';
import type { Suspicion } from './suspicion.ts';

type Of<Kind extends Suspicion['kind']> = Extract<Suspicion, { kind: Kind }>;

/** Has the rule engine judge the facts that are to prove a suspicion, and puts it into words. */
export class Confirmation {
  readonly #rulebook: GradingRulebook;
  /** Many findings are proven by the same facts, and what is left out is only one of many rules. */
  readonly #engineOf = new RuleMemory().engine;
  readonly #judge: FactJudge;
  readonly #engine: RuleEngine;

  constructor(rulebook: GradingRulebook) {
    this.#rulebook = rulebook;
    this.#judge = factJudge(rulebook, this.#engineOf);
    this.#engine = this.#engineOf(engineRules(rulebook), factTypes(rulebook));
  }

  /** @throws Error when the rule engine says otherwise: that is a bug of the search */
  async problemOf(suspicion: Suspicion): Promise<Problem> {
    switch (suspicion.kind) {
      case 'gap':
        return this.#gap(suspicion);
      case 'conflict':
        return this.#conflict(suspicion);
      case 'unreachable':
        return this.#unreachable(suspicion);
      case 'unused':
        return this.#unused(suspicion);
      case 'redundant':
        return this.#redundant(suspicion);
      case 'non-monotone':
        return this.#inversion(suspicion);
      case 'explains-nothing': {
        const words = ({ rulebooks }: Texts) => rulebooks.check['explains-nothing']();
        return { path: ['explained', suspicion.position], words };
      }
    }
  }

  async #gap({ facts, cases }: Of<'gap'>): Promise<Problem> {
    const verdict = await this.#verdictOf(facts);
    this.#assert(verdict.grade === null && verdict.missing.length === 0, 'gap', facts);
    const words = ({ rulebooks }: Texts) => rulebooks.check.gap(cases);
    return { path: ['base', 'decisions'], kind: 'gap', words, facts };
  }

  async #conflict({ rules, facts }: Of<'conflict'>): Promise<Problem> {
    const applying = await this.#engine.applying(this.#complete(facts));
    this.#assert(
      rules.every((rule) => applying.includes(rule)),
      'conflict',
      facts,
    );
    const [one, other] = rules;
    const words = (texts: Texts) =>
      texts.rulebooks.check['rules-disagree'](
        ...[this.#titleOf(one), this.#gradeOfRule(one, texts)],
        ...[this.#titleOf(other), this.#gradeOfRule(other, texts)],
      );
    return { ...this.#at(other), kind: 'conflict', words, rules, facts };
  }

  async #unreachable({ rule, hiders, facts }: Of<'unreachable'>): Promise<Problem> {
    const found = { ...this.#at(rule), kind: 'unreachable' as const };
    if (facts === null) {
      const words = ({ rulebooks }: Texts) => rulebooks.check.contradiction(this.#titleOf(rule));
      return { ...found, words, rules: [rule] };
    }
    const applying = [...(await this.#engine.applying(this.#complete(facts))), ...this.#fallbacks()];
    const deciding = becauseOf(await this.#verdictOf(facts));
    this.#assert(applying.includes(rule) && !deciding.includes(rule), `unreachable ${rule}`, facts);
    const titles = hiders.map((name) => this.#titleOf(name));
    const words = ({ rulebooks }: Texts) => rulebooks.check.hidden(this.#titleOf(rule), titles);
    return { ...found, words, rules: [rule, ...hiders], facts };
  }

  async #unused({ rule, facts }: Of<'unused'>): Promise<Problem> {
    if (facts === null) return this.#unreachable({ kind: 'unreachable', rule, hiders: [], facts });
    const applying = await this.#engine.applying(this.#complete(facts));
    const deciding = becauseOf(await this.#verdictOf(facts));
    this.#assert(applying.includes(rule) && !deciding.includes(rule), `unused ${rule}`, facts);
    const words = ({ rulebooks }: Texts) => rulebooks.check['base-rule-unused'](this.#titleOf(rule));
    return { ...this.#at(rule), kind: 'unreachable', words, rules: [rule], facts };
  }

  async #redundant({ rule, facts }: Of<'redundant'>): Promise<Problem> {
    const verdict = await this.#verdictOf(facts);
    const without = await factJudge(withoutRule(this.#rulebook, rule), this.#engineOf).judge(
      this.#complete(facts),
    );
    const isSame = verdict.grade !== null && verdict.grade === without.grade;
    this.#assert(isSame, `redundant ${rule}`, facts);
    const others = becauseOf(without);
    const titles = others.map((name) => this.#titleOf(name));
    const words = ({ rulebooks }: Texts) => rulebooks.check.redundant(this.#titleOf(rule), titles);
    return { ...this.#at(rule), kind: 'redundant', words, rules: [rule, ...others], facts };
  }

  async #inversion({ fact, better, worse }: Of<'non-monotone'>): Promise<Problem> {
    const [severer, milder] = [await this.#verdictOf(better), await this.#verdictOf(worse)];
    if (severer.grade === null || milder.grade === null || milder.grade <= severer.grade) {
      throw unconfirmed('non-monotone', worse);
    }
    const [grade, milderGrade] = [severer.grade, milder.grade];
    const words = (texts: Texts) => {
      const title = texts.formats.inThisLanguage(definitionIn(this.#rulebook, fact)?.title ?? bare(fact));
      const change = texts.rulebooks.from(
        title,
        this.#valueText(texts, fact, better[fact] ?? null),
        this.#valueText(texts, fact, worse[fact] ?? null),
      );
      const [from, to] = [this.#gradeText(grade, texts), this.#gradeText(milderGrade, texts)];
      return texts.rulebooks.check['non-monotone'](change, from, to);
    };
    const rules = [...new Set([...becauseOf(severer), ...becauseOf(milder)])];
    return { path: [], kind: 'non-monotone', words, rules, facts: worse, against: better };
  }

  async #verdictOf(facts: RuleFacts): Promise<Verdict> {
    return this.#judge.judge(this.#complete(facts));
  }

  #complete(facts: RuleFacts): RuleFacts {
    return { ...unknownFacts(this.#rulebook), ...facts };
  }

  #at(rule: string): { readonly path: Problem['path'] } {
    return { path: placeOfRule(this.#rulebook, rule) };
  }

  #titleOf(rule: string): BothLanguages {
    return titleOfRule(this.#rulebook, rule);
  }

  #gradeText(grade: Grade, texts: Texts): string {
    return texts.formats.inThisLanguage(this.#rulebook.grades[grade]);
  }

  // The rule that holds where no other does applies everywhere.
  #fallbacks(): readonly string[] {
    const { base } = this.#rulebook;
    return 'decisions' in base && base.otherwise !== undefined ? [base.otherwise.name] : [];
  }

  #gradeOfRule(name: string, texts: Texts): string {
    const { base } = this.#rulebook;
    const rule = 'decisions' in base ? base.decisions.find((decision) => decision.name === name) : undefined;
    return rule === undefined ? '' : this.#gradeText(rule.grade, texts);
  }

  #valueText(texts: Texts, fact: string, value: FactValue): string {
    if (typeof value === 'boolean') return texts.rulebooks.check.truth[value ? 'true' : 'false'];
    const { scales } = this.#rulebook;
    const steps = fact === 'probability' || fact === 'harm' ? scales[fact].steps : [];
    const words = steps.find(({ code }) => code === value);
    return words === undefined ? String(value) : texts.formats.inThisLanguage(words);
  }

  #assert(isConfirmed: boolean, what: string, facts: RuleFacts): void {
    if (!isConfirmed) throw unconfirmed(what, facts);
  }
}

function withoutRule(rulebook: GradingRulebook, name: string): GradingRulebook {
  const { base, adjustments } = rulebook;
  const isOther = (rule: { readonly name: string }) => rule.name !== name;
  if ('cells' in base) return { ...rulebook, adjustments: adjustments.filter(isOther) };
  const { otherwise, ...table } = base;
  return {
    ...rulebook,
    adjustments: adjustments.filter(isOther),
    base: {
      ...table,
      decisions: base.decisions.filter(isOther),
      ...(otherwise !== undefined && isOther(otherwise) ? { otherwise } : {}),
    },
  };
}

function becauseOf(verdict: Verdict): readonly string[] {
  return verdict.grade === null ? [] : verdict.because.map(({ rule }) => rule);
}

function bare(name: string): BothLanguages {
  return { zh: name, en: name };
}
