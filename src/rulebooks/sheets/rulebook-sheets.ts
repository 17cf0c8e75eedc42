import type { Rulebook } from '../rulebook.ts';
import type { BookSheet } from './sheet.ts';
import { spokenBy, Vocabulary } from './vocabulary.ts';
import { clausesSheet } from './written-clauses.ts';
import { examplesSheet } from './written-examples.ts';
import { explainedSheet } from './written-explained.ts';
import { factSheets, scaleSheets } from './written-facts.ts';
import { headSheet } from './written-head.ts';
import { readMeSheet } from './written-read-me.ts';
import { matrixSheet } from './written-matrix.ts';
import { rulesSheet } from './written-rules.ts';

/** A rulebook as sheets that people edit; `rulebookInSheets` reads the same rulebook from them. */
export function sheetsOf(rulebook: Rulebook): readonly BookSheet[] {
  const words = new Vocabulary(spokenBy(rulebook));
  const outer = [readMeSheet(words), headSheet(rulebook, words)];
  const common = [examplesSheet(rulebook, words), clausesSheet(rulebook)];
  if (rulebook.kind !== 'grading') return [...outer, rulesSheet(rulebook, words), ...common];
  const { base, facts = [] } = rulebook;
  return [
    ...outer,
    ...('cells' in base ? [matrixSheet(rulebook, base, words)] : []),
    rulesSheet(rulebook, words),
    ...common,
    explainedSheet(rulebook, words),
    ...scaleSheets(rulebook, words),
    ...factSheets(facts, words),
  ];
}
