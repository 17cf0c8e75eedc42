import type { Texts } from '../language/texts.ts';
import type { CoverageCell } from './coverage-cell.ts';

/** What a coverage matrix says, as the sentence above it: true of any cells. */
export function coverageFinding(cells: readonly CoverageCell[], text: Texts): string {
  const { finding } = text.coverage;
  const { count } = text.formats;
  const gaps = cells.filter(({ status }) => status === 'gap');
  if (gaps.length > 0) return gapFinding(gaps, text);
  const weak = cells.filter(({ status }) => status === 'weak').length;
  if (weak > 0) return finding.onlyWeak(count(weak));
  const isAnyCovered = cells.some(({ status }) => status === 'covered');
  return isAnyCovered ? finding.allCovered : finding.nothingExpected;
}

/** How many of these cells' units there are. */
export function unitCount(cells: readonly CoverageCell[]): number {
  return new Set(cells.map(({ unitId }) => unitId)).size;
}

function gapFinding(gaps: readonly CoverageCell[], text: Texts): string {
  const { finding } = text.coverage;
  const { keyDomains } = text.terms;
  const { count } = text.formats;
  const [first] = gaps;
  const units = unitCount(gaps);
  if (first === undefined) return finding.allCovered;
  if (gaps.length === 1) return finding.oneGap(first.unit, keyDomains[first.domain]);
  if (units === 1) return finding.gapsInOneUnit(first.unit, count(gaps.length));
  const areOfOneDomain = gaps.every(({ domain }) => domain === first.domain);
  if (areOfOneDomain) return finding.gapsInOneDomain(keyDomains[first.domain], count(units));
  return finding.someGaps(count(gaps.length), count(units));
}
