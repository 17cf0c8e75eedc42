import { stepOn } from '../grading/class.ts';
import { faultOf } from '../web/form-fault.ts';
import { pointsLosingStep } from './bench.ts';
import type { ScaleFact } from './scale-change.ts';
import { suggestedMapping } from './scale-mapping.ts';
import type { ScaleSheet, ShownOption } from './scale-sheet-page.ts';

/** How the values of the scale in force count on the draft's. */
export interface MappingCard {
  readonly heading: string;
  readonly state: string;
  readonly isSaved: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly points: string;
    readonly note: string | null;
    readonly fault: string | null;
    readonly options: readonly ShownOption[];
  }[];
}

/** The mapping that a changed scale asks for; `null` while it is the scale in force. */
export function mappingCard(sheet: ScaleSheet, fact: ScaleFact): MappingCard | null {
  const { rulebook, bench, saying, visit, faults } = sheet;
  const scale = rulebook.scales[fact];
  const old = bench.standing?.inForce.scales[fact];
  if (old === undefined || old.code === scale.code) return null;
  const words = saying.text.workbench.scales.mapping;
  const { count } = saying.text.formats;
  const saved = new Map(Object.entries(scale.mappings)).get(old.code) ?? null;
  const suggested = suggestedMapping(old, scale);
  const isSaved = saved !== null;
  const lost = pointsLosingStep([[old, scale, fact]], bench.counts);
  const valued = bench.counts.filter((one) => one[fact]?.scale === old.code);
  const rows = old.steps.map((step) => {
    const id = `map/${fact}/${step.code}`;
    const typed = visit.typed[id];
    const before = saved?.[step.code] ?? suggested.get(step.code) ?? '';
    const chosen = typed ?? before;
    const points = valued.filter((one) => stepOn(old, one[fact]) === step.code);
    return {
      id,
      label: words.row(step[saying.language]),
      points: words.points(count(points.reduce((sum, one) => sum + one.points, 0))),
      note: !isSaved && typed === undefined && chosen !== '' ? words.suggested : null,
      fault: faultOf(faults, id),
      options: [
        { value: '', label: words.choose, isSelected: chosen === '' },
        ...scale.steps.toReversed().map((to) => ({
          value: to.code,
          label: to[saying.language],
          isSelected: chosen === to.code,
        })),
      ],
    };
  });
  const state = isSaved ? words.saved : words.unsaved(count(lost));
  return { heading: words.heading, state, isSaved, rows: rows.toReversed() };
}
