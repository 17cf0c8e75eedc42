import { zh } from '../../language/zh.ts';
import { textTable } from '../../platform/text-table.ts';
import { effectNotes, summaryOfEffect } from './effect-summary.ts';
import type { EffectSums } from './frozen-impact.ts';

/** What a coverage or domain rulebook would do, as the lines that the command line says. */
export function simulatedLines(sums: EffectSums): readonly string[] {
  const { sentence, tables, divisions } = summaryOfEffect(sums, Infinity, zh);
  const lines = tables.flatMap(({ heads, rows }) =>
    textTable([heads, ...rows.map(({ head, figures }) => [head, ...figures])]),
  );
  return [sentence, ...lines, ...divisions, ...effectNotes(sums, zh)];
}

/** The same as the document of `--json`: units by their names alone. */
export function simulatedDocument(sums: EffectSums): object {
  if (sums.kind === 'coverage') {
    const divisions = sums.divisions.map(({ unit, changed, before, after }) => ({
      ...{ unit, changed, before, after },
    }));
    return { ...sums, divisions };
  }
  return { ...sums, divisions: sums.divisions.map(({ unit, points, posts }) => ({ unit, points, posts })) };
}
