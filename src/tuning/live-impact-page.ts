import { sentence, type SentencePart } from '../language/sentence.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { Bench } from './bench.ts';
import type { Counts, GradeOrNone, Impact, Move } from './impact.ts';
import { effectFinding } from './effect/live-effect-page.ts';
import { liveFinding } from './live-title.ts';
import { directionOf } from './move-direction.ts';
import { draftPath } from './paths.ts';
import { gradeLabel } from './rule-words.ts';
import type { Saying } from './saying.ts';

export interface ImpactView {
  readonly sub: string;
  readonly changes: readonly SentencePart[];
  readonly cutAnew: string | null;
  readonly grades: readonly string[];
  readonly rows: readonly {
    readonly head: string;
    readonly cells: readonly { readonly text: string; readonly tone: string }[];
  }[];
  readonly share: string;
  readonly shareName: string;
  readonly divisionsName: string;
  readonly gradeOne: string;
  readonly divisions: readonly {
    readonly unit: string;
    readonly href: string | null;
    readonly counts: string;
    readonly change: string;
  }[];
  readonly listHref: string;
}

const GRADES: readonly GradeOrNone[] = [1, 2, 3, null];
const SHOWN_DIVISIONS = 6;

/** The page's title: what would happen, as a sentence. */
export function impactFinding(bench: Bench, saying: Saying): readonly SentencePart[] {
  const words = saying.text.workbench.finding;
  const { parsed, effect } = bench;
  if (!('rulebook' in parsed)) return sentence(words.unsound, {});
  if (effect === null) return sentence(words.noCampaign, {});
  const { impact } = effect;
  if (impact === null) return effect.effect === null ? [] : effectFinding(effect.effect, saying.text);
  const { largest, others, where } = liveFinding(impact);
  if (largest === null) return sentence(words.none, {});
  const { count } = saying.text.formats;
  const strong = (figure: number) => ({ text: count(figure), isStrong: true });
  const template = [
    words.largest,
    where === null ? '' : words.where,
    others === 0 ? '' : words.others,
    words.end,
  ];
  return sentence(template.join(''), {
    count: strong(largest.count),
    from: { text: gradeLabel(largest.from, sayingBefore(bench, saying)) },
    verb: { text: words.verbs[directionOf(largest.from, largest.to)] },
    to: { text: gradeLabel(largest.to, saying) },
    part: strong(where?.count ?? 0),
    divisions: strong(where?.divisions ?? 0),
    others: strong(others),
  });
}

/** Grades as they are now are called as the version in force calls them. */
function sayingBefore({ standing, base }: Bench, saying: Saying): Saying {
  return { ...saying, rulebook: standing?.inForce ?? base };
}

/** The figures beside the rules. */
export function impactView(impact: Impact, bench: Bench, saying: Saying): ImpactView {
  const { text } = saying;
  const words = text.workbench.impact;
  const { count } = text.formats;
  const topGrade = text.formats.grade(gradeLabel(1, saying));
  return {
    sub: words.sub(bench.campaign?.year ?? 0, count(impact.points), count(Math.round(impact.seconds * 1000))),
    changes: changesOf(impact, saying),
    cutAnew: impact.isCutAnew ? words.cutAnew : null,
    grades: GRADES.map((grade) => gradeLabel(grade, saying)),
    rows: GRADES.map((from) => ({
      head: gradeLabel(from, sayingBefore(bench, saying)),
      cells: GRADES.map((to) => movedCell(impact, from, to, count)),
    })),
    share: words.shareFrom(shareOf(impact.before, saying), shareOf(impact.after, saying)),
    shareName: words.share(topGrade),
    divisionsName: words.divisions(topGrade),
    gradeOne: gradeLabel(1, saying),
    divisions: divisionsOf(impact, saying),
    listHref: draftPath(bench.draft.id, 'impact'),
  };
}

function changesOf({ moves, changed }: Impact, { text }: Saying): readonly SentencePart[] {
  const words = text.workbench.impact;
  const { count } = text.formats;
  const of = (wanted: 'up' | 'down' | 'other'): number => total(moves, wanted);
  return sentence(words.changes, {
    changed: { text: count(changed), isStrong: true },
    up: { text: count(of('up')) },
    down: { text: count(of('down')) },
    other: { text: of('other') === 0 ? '' : words.other(count(of('other'))) },
  });
}

function total(moves: readonly Move[], wanted: 'up' | 'down' | 'other'): number {
  return moves
    .filter(({ from, to }) => directionOf(from, to) === wanted)
    .reduce((sum, { count }) => sum + count, 0);
}

function movedCell(
  { moves, before }: Impact,
  from: GradeOrNone,
  to: GradeOrNone,
  count: (figure: number) => string,
): ImpactView['rows'][number]['cells'][number] {
  const leaving = moves.filter((move) => move.from === from).reduce((sum, move) => sum + move.count, 0);
  const figure =
    from === to
      ? before[from ?? 'unassessed'] - leaving
      : (moves.find((move) => move.from === from && move.to === to)?.count ?? 0);
  return figure === 0 ? { text: '–', tone: '' } : { text: count(figure), tone: directionOf(from, to) };
}

function shareOf(counts: Counts, { text }: Saying): string {
  const all = counts[1] + counts[2] + counts[3] + counts.unassessed;
  return text.formats.percent(counts[1], all) || '0%';
}

/** Divisions whose grade 1 changes most; the rest added up. */
function divisionsOf({ divisions }: Impact, { text }: Saying): ImpactView['divisions'] {
  const change = ({ before, after }: { readonly before: Counts; readonly after: Counts }): number =>
    after[1] - before[1];
  const moved = divisions.filter(({ moves }) => moves.length > 0);
  const sorted = [...moved].sort((left, right) => Math.abs(change(right)) - Math.abs(change(left)));
  const { count } = text.formats;
  const row = (unit: string, href: string | null, before: number, after: number) => ({
    unit,
    href,
    counts: text.workbench.impact.shareFrom(count(before), count(after)),
    change:
      after === before ? '0' : after > before ? `+${count(after - before)}` : `−${count(before - after)}`,
  });
  const rest = sorted.slice(SHOWN_DIVISIONS);
  const sum = (side: 'before' | 'after'): number => rest.reduce((added, one) => added + one[side][1], 0);
  return [
    ...sorted
      .slice(0, SHOWN_DIVISIONS)
      .map(({ unit, unitId, before, after }) => row(unit, pointsPath({ unitId }), before[1], after[1])),
    ...(rest.length === 0
      ? []
      : [row(text.workbench.impact.rest(rest.length), null, sum('before'), sum('after'))]),
  ];
}
