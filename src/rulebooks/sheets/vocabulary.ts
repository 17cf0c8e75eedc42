import type { DeclaredFact } from '../declared-fact.ts';
import { factsOf } from '../fact-catalogue.ts';
import type { FactDefinition, RulebookKind } from '../fact-definition.ts';
import type { FactConstant, GradingRulebook, Rulebook, ScaleStep } from '../rulebook.ts';
import { declaredFacts, definitionOf } from '../rulebook-facts.ts';
import { called } from './called.ts';
import { Codebook } from './codebook.ts';
import { valuesOf } from './fact-values.ts';
import { NotationFault } from './notation-fault.ts';
import { numberFrom } from './typed-number.ts';

/** Of what the words of a rulebook's cells speak. */
export interface Spoken {
  readonly kind: RulebookKind;
  readonly scales: Readonly<Record<'probability' | 'harm', readonly ScaleStep[]>> | null;
  readonly facts: readonly DeclaredFact[];
  readonly grades: GradingRulebook['grades'] | null;
}

export function spokenBy(rulebook: Rulebook): Spoken {
  const isGrading = rulebook.kind === 'grading';
  return {
    kind: rulebook.kind,
    scales: isGrading
      ? { probability: rulebook.scales.probability.steps, harm: rulebook.scales.harm.steps }
      : null,
    facts: declaredFacts(rulebook),
    grades: isGrading ? rulebook.grades : null,
  };
}

/** What facts and their values are called in the cells of one rulebook. */
export class Vocabulary {
  readonly definitions: readonly FactDefinition[];
  readonly facts: Codebook;
  readonly #byName: ReadonlyMap<string, FactDefinition>;
  readonly #values = new Map<string, Codebook>();

  constructor({ kind, scales, facts }: Spoken) {
    this.definitions = [...factsOf(kind), ...facts.map(definitionOf)];
    const byName = new Map<string, FactDefinition>();
    // The first of two of one name counts, as for the rules.
    for (const fact of this.definitions) if (!byName.has(fact.name)) byName.set(fact.name, fact);
    this.#byName = byName;
    this.facts = new Codebook([...this.#byName.values()].map(({ name, title }) => called(name, title)));
    for (const fact of this.#byName.values()) {
      const values = valuesOf(fact, scales);
      if (values !== null) this.#values.set(fact.name, values);
    }
  }

  typeOf(fact: string): FactDefinition['type'] | null {
    return this.#byName.get(fact)?.type ?? null;
  }

  /** The words of a fact that has a list of values; `null` for numbers and texts. */
  valuesOf(fact: string): Codebook | null {
    return this.#values.get(fact) ?? null;
  }

  /** How a fact's name stands in a text. */
  factToken(fact: string): string {
    const title = this.#byName.get(fact)?.title.zh ?? '';
    const isUsable = /^[^[\]［］【】"“”\s]+$/u.test(title) && this.facts.codeOf(title) === fact;
    return `[${isUsable ? title : fact}]`;
  }

  /** The fact that a word means. @throws NotationFault where it means none */
  factNamed(word: string): string {
    const fact = this.facts.codeOf(word);
    if (fact === null) throw new NotationFault({ fault: 'unknown-fact', word, allowed: this.facts.words });
    return fact;
  }

  /** A fact's value from a word. @throws NotationFault where it is none */
  valueNamed(fact: string, word: string): FactConstant {
    const type = this.typeOf(fact);
    if (type === 'text') return word;
    if (type === 'number')
      return numberFrom(word, this.#byName.get(fact)?.unit ?? null) ?? this.#not(fact, word);
    const code = this.valuesOf(fact)?.codeOf(word) ?? this.#not(fact, word);
    return type === 'boolean' ? code === 'true' : code;
  }

  /** What stands in a sentence for a fact. */
  titleOf(fact: string): string {
    return this.#byName.get(fact)?.title.zh ?? fact;
  }

  #not(fact: string, word: string): never {
    const values = this.valuesOf(fact)?.words ?? ['0', '50', '100'];
    throw new NotationFault({ fault: 'not-value', word, fact: this.titleOf(fact), allowed: values });
  }
}
