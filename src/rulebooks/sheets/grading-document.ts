import type { ExampleFacts, GradingRulebook } from '../rulebook.ts';
import type { BookReading } from './book-reading.ts';
import { clausesIn } from './read-clauses.ts';
import { examplesIn } from './read-examples.ts';
import { explainedIn } from './read-explained.ts';
import { declaredFactsIn } from './read-facts.ts';
import type { ReadHead } from './read-head.ts';
import { matrixCellsIn } from './read-matrix.ts';
import { headOf, ruleOf } from './read-parts.ts';
import { rulesIn, type ReadRule } from './read-rules.ts';
import { scalesIn } from './read-mappings.ts';
import { AXES, stepsIn } from './read-scales.ts';
import { effectOf, effectsOf, expectedGradesOf, gradeOf, gradesOf } from './grade-codes.ts';
import { listsFor, NONE, type ListKey } from './sheet-codes.ts';
import { Vocabulary } from './vocabulary.ts';

/** What the sheets of a grading rulebook say. */
export function gradingDocument(reading: BookReading, head: ReadHead): unknown {
  const { items } = head;
  const [steps, declared, grades] = [stepsIn(reading), declaredFactsIn(reading), items.grades()];
  const scales = { probability: steps.probability.steps, harm: steps.harm.steps };
  const words = new Vocabulary({ kind: 'grading', scales, facts: declared, grades });
  const isMatrix = !items.has('hitPolicy');
  const rules = rulesIn(reading, listsFor(isMatrix, 'grading'), words);
  const explained = explainedIn(reading, words);
  return {
    ...headOf(head),
    clauses: clausesIn(reading),
    subject: items.subject(),
    grades,
    scales: scalesIn(reading, steps, words),
    requires: requiredIn(reading, head, words),
    ...(declared.length === 0 ? {} : { facts: declared }),
    base: isMatrix ? matrixOf(reading, head, rules, { grades, words }) : tableOf(head, rules, grades),
    adjustments: ofList(rules, 'adjustments').map((rule) => ({
      ...ruleOf(rule),
      effect: effectOf(rule.row.code('result', [...rule.path, 'effect'], effectsOf(grades))),
    })),
    ...(explained.length === 0 ? {} : { explained }),
    examples: gradingExamples(reading, grades, words),
  };
}

function requiredIn(reading: BookReading, { items }: ReadHead, words: Vocabulary): readonly string[] {
  const row = items.row('requires');
  if (row === null || NONE.codeOfCell(row.cell('zh').text) !== null) return [];
  const path = ['requires'];
  if (row.cell('zh').text === '') reading.refuse(path, row.cell('zh').place, (problems) => problems.blank());
  return row.codes('zh', path, words.facts);
}

function matrixOf(
  reading: BookReading,
  { items }: ReadHead,
  rules: readonly ReadRule[],
  { grades, words }: { readonly grades: GradingRulebook['grades']; readonly words: Vocabulary },
): unknown {
  const rows = items.row('rows')?.code('zh', ['base', 'rows'], AXES) ?? 'probability';
  const columns = items.row('columns')?.code('zh', ['base', 'columns'], AXES) ?? 'harm';
  return {
    ...{ rows, columns },
    rules: ofList(rules, 'base').map(ruleOf),
    cells: matrixCellsIn(reading, { rows, columns }, grades, words),
  };
}

function tableOf(
  { items }: ReadHead,
  rules: readonly ReadRule[],
  labels: GradingRulebook['grades'],
): unknown {
  const grades = gradesOf(labels);
  const graded = (rule: ReadRule): object => ({
    ...ruleOf(rule),
    grade: gradeOf(rule.row.code('result', [...rule.path, 'grade'], grades)),
  });
  const [otherwise] = ofList(rules, 'otherwise');
  return {
    hitPolicy: items.hitPolicy(),
    decisions: ofList(rules, 'decisions').map(graded),
    ...(otherwise === undefined ? {} : { otherwise: graded({ ...otherwise, when: null }) }),
  };
}

function gradingExamples(
  reading: BookReading,
  labels: GradingRulebook['grades'],
  words: Vocabulary,
): readonly { readonly facts: ExampleFacts }[] {
  const grades = expectedGradesOf(labels);
  return examplesIn(reading, ['result', 'byRules'], words).map(({ row, path, name, facts }) => {
    const code = row.code('result', [...path, 'expect', 'grade'], grades);
    const rules = row.list('byRules', [...path, 'expect', 'rules']);
    const grade = code === 'none' ? null : gradeOf(code);
    return { name, facts, expect: { grade, ...(rules.length === 0 ? {} : { rules }) } };
  });
}

function ofList(rules: readonly ReadRule[], list: ListKey): readonly ReadRule[] {
  return rules.filter((rule) => rule.list === list);
}
