import type { Texts } from '../language/texts.ts';
import { factTypes, unknownFacts } from '../rulebooks/fact-type.ts';
import { titleOfRule } from '../rulebooks/placed-rules.ts';
import { ruleEngine } from '../rulebooks/rule-engine.ts';
import type { BothLanguages, GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import type { Problem } from '../rulebooks/rulebook-finding.ts';

/**
 * Cells of a matrix that rest on a base rule which does not apply in them. A base rule speaks of rows and columns
 * alone, so what holds in a cell holds for all of its cases.
 */
export async function cellProblems(rulebook: GradingRulebook): Promise<readonly Problem[]> {
  const { base } = rulebook;
  if (!('cells' in base)) return [];
  const { rows, columns, rules, cells } = base;
  const engine = ruleEngine(rules, factTypes(rulebook));
  const problems: Problem[] = [];
  for (const [index, cell] of cells.entries()) {
    const facts = { [rows]: cell.row, [columns]: cell.column };
    const applying = await engine.applying({ ...unknownFacts(rulebook), ...facts });
    for (const rule of cell.rules.filter((name) => !applying.includes(name))) {
      const words = ({ rulebooks, formats: { inThisLanguage } }: Texts) =>
        rulebooks.check['base-rule-does-not-apply'](
          inThisLanguage(titleOfRule(rulebook, rule)),
          inThisLanguage(stepOf(rulebook.scales[rows], cell.row)),
          inThisLanguage(stepOf(rulebook.scales[columns], cell.column)),
        );
      problems.push({ path: ['base', 'cells', index], kind: 'conflict', words, rules: [rule], facts });
    }
  }
  return problems;
}

function stepOf({ steps }: Scale, code: string): BothLanguages {
  return steps.find((step) => step.code === code) ?? { zh: code, en: code };
}
