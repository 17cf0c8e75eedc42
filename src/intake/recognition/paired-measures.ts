import type { FindingList } from './finding-list.ts';
import type { NumberedText } from './risk-lines.ts';
import type { Words } from './field-values.ts';

/**
 * Pairs the measures of annex 1 to its risks by their number. One measure without a number is meant for all risks;
 * where no number fits but there are as many measures as risks, the order pairs them.
 */
export function pairedMeasures(
  risks: readonly NumberedText[],
  measures: readonly NumberedText[],
  findings: FindingList,
): (Words | null)[] {
  const [first] = measures;
  if (risks.length > 1 && measures.length === 1 && first?.isNumbered === false) {
    findings.warning('shared-measure', {}, first.position, 'measure');
    return risks.map(() => first);
  }
  const numbered = fits(risks, measures) ? measures : measures.map(renumbered(risks));
  for (const { number, position } of numbered) {
    if (risks.some((risk) => risk.number === number)) continue;
    findings.error('measure-without-risk', { number }, position, 'measure');
  }
  return risks.map(({ number }) => joinedWords(numbered.filter((measure) => measure.number === number)));
}

function fits(risks: readonly NumberedText[], measures: readonly NumberedText[]): boolean {
  if (risks.length !== measures.length) return true;
  return measures.some(({ number }) => risks.some((risk) => risk.number === number));
}

function renumbered(risks: readonly NumberedText[]): (measure: NumberedText, index: number) => NumberedText {
  return (measure, index) => ({ ...measure, number: risks[index]?.number ?? measure.number });
}

/** Two measures of one number both prevent that risk. */
function joinedWords(measures: readonly NumberedText[]): Words | null {
  const [first] = measures;
  if (first === undefined) return null;
  return { text: measures.map(({ text }) => text).join('\n'), position: first.position };
}
