import fc from 'fast-check';
import type { PointFacts } from '../../src/grading/case.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type {
  AdjustmentRule,
  BaseRule,
  Comparison,
  Condition,
  GradingRulebook,
  MatrixCell,
  Scale,
} from '../../src/rulebooks/rulebook.ts';

const WORDS = { zh: '说明', en: 'words' };
const CLAUSE = { code: '1', reference: WORDS, text: WORDS };
const OTHER_SCALE = 'other-scale';

/** Grading rulebooks that `parseRulebook` takes: any scales, any matrix, any adjustments, inversions included. */
export const arbitraryRulebook: fc.Arbitrary<GradingRulebook> = fc
  .tuple(arbitraryScale('probability'), arbitraryScale('harm'), fc.boolean(), fc.boolean())
  .chain(([probability, harm, isTurned, requiresDomain]) => {
    const scales = { probability, harm };
    const [rows, columns] = isTurned
      ? (['harm', 'probability'] as const)
      : (['probability', 'harm'] as const);
    return fc
      .record({
        rules: arbitraryBaseRules(scales),
        grades: fc.array(fc.constantFrom<1 | 2 | 3>(1, 2, 3), { minLength: 16, maxLength: 16 }),
        adjustments: arbitraryAdjustments(scales),
      })
      .map(({ rules, grades, adjustments }) => ({
        kind: 'grading' as const,
        name: 'arbitrary',
        title: WORDS,
        description: WORDS,
        clauses: [CLAUSE],
        subject: 'risk-point' as const,
        grades: { '1': WORDS, '2': WORDS, '3': WORDS },
        scales,
        requires: ['harm', 'probability', ...(requiresDomain ? ['domain'] : [])],
        base: { rows, columns, rules, cells: cellsOf(scales[rows], scales[columns], rules, grades) },
        adjustments,
        examples: [{ name: WORDS, facts: {}, expect: { grade: null } }],
      }));
  });

/** Points as a rulebook may meet them: unknown facts, values on its own, a mapped and an unmapped scale. */
export function arbitraryPoint({ scales }: GradingRulebook): fc.Arbitrary<PointFacts> {
  const value = ({ code, steps }: Scale): fc.Arbitrary<PointFacts['probability']> =>
    fc.oneof(
      fc.constant(null),
      fc.constantFrom(...steps).map((step) => ({ scale: code, step: step.code })),
      fc.constantFrom('one', 'two', 'nowhere').map((step) => ({ scale: OTHER_SCALE, step })),
      fc.constant({ scale: 'scale-without-mapping', step: 'one' }),
      fc.constant({ scale: 'constructor', step: 'name' }),
      fc.constant({ scale: code, step: 'step-that-is-gone' }),
    );
  return fc.record({
    probability: value(scales.probability),
    harm: value(scales.harm),
    domain: fc.option(fc.constantFrom(...KEY_DOMAINS)),
    measureCount: fc.nat({ max: 8 }),
    own: fc.constant({}),
  });
}

function arbitraryScale(fact: 'probability' | 'harm'): fc.Arbitrary<Scale> {
  return fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.nat({ max: 1 }), fc.nat({ max: 1 }), fc.boolean())
    .map(([length, one, two, isMapped]) => {
      const codes = Array.from({ length }, (_, index) => `${fact}-${index}`);
      return {
        code: `scale-of-${fact}`,
        steps: codes.map((code) => ({ code, zh: code, en: code, aliases: [] })),
        mappings: isMapped ? { [OTHER_SCALE]: { one: codes[one] ?? '', two: codes[two] ?? '' } } : {},
      };
    });
}

function arbitraryBaseRules(scales: GradingRulebook['scales']): fc.Arbitrary<readonly BaseRule[]> {
  const condition = arbitraryCondition(fc.oneof(...axisComparisons(scales)));
  return fc
    .array(condition, { minLength: 1, maxLength: 4 })
    .map((conditions) => conditions.map((when, index) => ({ ...ruleWords(`base-${index}`), when })));
}

function arbitraryAdjustments(scales: GradingRulebook['scales']): fc.Arbitrary<readonly AdjustmentRule[]> {
  const comparison = fc.oneof(...axisComparisons(scales), domainComparison(), measureComparison());
  const effect = fc.oneof(
    fc.constantFrom({ lowerBy: 1 as const }, { lowerBy: 2 as const }),
    fc.constantFrom<1 | 2 | 3>(1, 2, 3).map((grade) => ({ noMilderThan: grade })),
  );
  return fc
    .array(fc.tuple(arbitraryCondition(comparison), effect), { maxLength: 5 })
    .map((pairs) =>
      pairs.map(([when, decided], index) => ({ ...ruleWords(`adjust-${index}`), when, effect: decided })),
    );
}

export function arbitraryCondition(comparison: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => {
    const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        comparison,
        parts.map((all) => ({ all })),
        parts.map((any) => ({ any })),
        tie('condition').map((not) => ({ not })),
      ),
    };
  }).condition;
}

function axisComparisons(scales: GradingRulebook['scales']): fc.Arbitrary<Comparison>[] {
  return (['probability', 'harm'] as const).flatMap((fact) => {
    const codes = scales[fact].steps.map(({ code }) => code);
    return [orderedComparison(fact, fc.constantFrom(...codes)), memberComparison(fact, codes), knowing(fact)];
  });
}

function domainComparison(): fc.Arbitrary<Comparison> {
  const equality = fc.record({
    fact: fc.constant('domain'),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom(...KEY_DOMAINS),
  });
  return fc.oneof(equality, memberComparison('domain', KEY_DOMAINS), knowing('domain'));
}

function measureComparison(): fc.Arbitrary<Comparison> {
  return fc.oneof(orderedComparison('measureCount', fc.nat({ max: 6 })), knowing('measureCount'));
}

export function orderedComparison(
  fact: string,
  value: fc.Arbitrary<string | number>,
): fc.Arbitrary<Comparison> {
  const operators = ['equal', 'notEqual', 'lessThan', 'atMost', 'greaterThan', 'atLeast'] as const;
  return fc.record({ fact: fc.constant(fact), operator: fc.constantFrom(...operators), value });
}

function memberComparison(fact: string, values: readonly string[]): fc.Arbitrary<Comparison> {
  return fc.record({
    fact: fc.constant(fact),
    operator: fc.constantFrom('in' as const, 'notIn' as const),
    value: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
  });
}

function knowing(fact: string): fc.Arbitrary<Comparison> {
  return fc.record({
    fact: fc.constant(fact),
    operator: fc.constantFrom('isKnown' as const, 'isUnknown' as const),
  });
}

export function ruleWords(name: string): {
  name: string;
  title: typeof WORDS;
  reason: typeof WORDS;
  clause: string;
} {
  return { name, title: WORDS, reason: WORDS, clause: CLAUSE.code };
}

function cellsOf(
  rows: Scale,
  columns: Scale,
  rules: readonly BaseRule[],
  grades: readonly (1 | 2 | 3)[],
): readonly MatrixCell[] {
  return rows.steps.flatMap((row, rowIndex) =>
    columns.steps.map((column, columnIndex) => {
      const index = rowIndex * columns.steps.length + columnIndex;
      const rule = rules[index % rules.length]?.name ?? '';
      return { row: row.code, column: column.code, grade: grades[index] ?? 3, rules: [rule] };
    }),
  );
}
