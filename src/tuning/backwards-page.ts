import { sentence, wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointPath } from '../risk-points/paths.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import { ignoredCondition } from '../web/query-fields.ts';
import type { SelectOption } from '../web/select-field.ts';
import { backwardsPath } from './backwards-paths.ts';
import type { BackwardsAnswer, CheckedWay, SearchedCampaign } from './backwards-service.ts';
import type { Bench } from './bench.ts';
import { gradeChoices } from './choice-page.ts';
import { comparedWords } from './compared-words-page.ts';
import { differenceRow, type DifferenceRow } from './difference-row-page.ts';
import { moveLines, type MoveLine } from './move-lines-page.ts';
import { gradeLabel } from './rule-words.ts';
import { rulebookDifference } from './rulebook-difference.ts';
import { sayingIn } from './saying.ts';
import { changeCode } from './single-change.ts';
import { draftHead, sayingOf, type DraftHead } from './workbench-page.ts';

export interface BackwardsPage extends DraftHead {
  readonly faults: readonly FormFault[];
  readonly action: string;
  readonly typed: string;
  readonly whyPoints: string | null;
  readonly grades: readonly SelectOption[];
  /** Empty where there is nothing to choose. */
  readonly years: readonly SelectOption[];
  readonly points: readonly BackwardsPoint[];
  readonly notes: readonly string[];
  readonly ways: readonly BackwardsWay[];
}

export interface BackwardsPoint {
  readonly text: string;
  readonly href: string;
  readonly unit: string;
  readonly grade: GradeTag;
  /** Why no rule moves it. */
  readonly fixed: string | null;
}

export interface BackwardsWay {
  readonly change: DifferenceRow;
  readonly wanted: string;
  readonly others: string;
  readonly moves: readonly MoveLine[];
  readonly raised: string;
  readonly code: string;
  readonly label: string;
}

/** What was asked, as it was typed. */
export interface BackwardsAsked {
  readonly typed: string;
  readonly grade: 1 | 2 | 3;
  readonly faults: readonly FormFault[];
  /** Among which campaigns one may choose. */
  readonly campaigns: readonly SearchedCampaign[];
  /** The year in the address that has no campaign; `null` where it has one, or none is named. */
  readonly ignoredYear: string | null;
}

/** Which change of the draft would give points a grade; `answer` is `null` while nothing is asked. */
export function backwardsPage(
  bench: Bench,
  mayTune: boolean,
  asked: BackwardsAsked,
  answer: BackwardsAnswer | null,
  spoken: Texts,
): BackwardsPage {
  const saying = sayingOf(bench, spoken);
  const text = comparedWords(saying.rulebook, saying.rulebook, spoken);
  const words = text.backwards;
  const label = gradeLabel(asked.grade, saying);
  const finding = answer === null ? sentence(words.title, {}) : findingOf(answer, label, text);
  const rulebook = saying.rulebook.kind === 'grading' ? saying.rulebook : null;
  return {
    ...draftHead(bench, mayTune, saying),
    title: wordsOf(finding),
    finding,
    faults: asked.faults,
    action: backwardsPath(bench.draft.id),
    typed: asked.typed,
    whyPoints: faultOf(asked.faults, 'points'),
    grades: gradeChoices(saying).map(({ value, text: name }) => ({
      value,
      label: name,
      isSelected: value === String(asked.grade),
    })),
    years: yearsOf(asked.campaigns, bench.campaign),
    points: answer === null ? [] : pointsOf(answer, text),
    notes: [...yearNote(asked.ignoredYear, text), ...(answer === null ? [] : notesOf(answer, text))],
    ways:
      answer === null || rulebook === null
        ? []
        : answer.ways.map((way) => wayOf(way, answer, rulebook, label, text)),
  };
}

function yearsOf(
  campaigns: readonly SearchedCampaign[],
  chosen: SearchedCampaign | null,
): readonly SelectOption[] {
  if (campaigns.length < 2) return [];
  return campaigns.map(({ id, year }) => {
    return { value: String(year), label: String(year), isSelected: id === chosen?.id };
  });
}

function yearNote(year: string | null, text: Texts): readonly string[] {
  if (year === null) return [];
  return [text.lists.ignored(text.backwards.year, ignoredCondition('year', year).value)];
}

function findingOf({ free, ways }: BackwardsAnswer, label: string, text: Texts) {
  const { all, some, none, nothing } = text.backwards.finding;
  const { count } = text.formats;
  const full = ways.filter(({ wanted }) => wanted === free.length);
  const template = free.length === 0 ? nothing : full.length > 0 ? all : ways.length > 0 ? some : none;
  return sentence(template, {
    points: { text: count(free.length) },
    grade: { text: label },
    ways: { text: count(full.length), isStrong: true },
    others: { text: count(full[0]?.others ?? 0), isStrong: true },
    most: { text: count(ways[0]?.wanted ?? 0), isStrong: true },
  });
}

function pointsOf({ free, fixed }: BackwardsAnswer, text: Texts): readonly BackwardsPoint[] {
  const { fixedBy } = text.backwards;
  const line = (point: (typeof fixed)[number]) => ({
    text: point.text,
    href: pointPath(point.id),
    unit: point.unitName,
  });
  return [
    ...free.map((point) => ({ ...line(point), grade: gradeTag(point.grade, text), fixed: null })),
    ...fixed.map((point) => ({
      ...line(point),
      grade: gradeTag(point.decided?.grade ?? null, text),
      fixed: fixedBy[point.decided?.by ?? 'approval'],
    })),
  ];
}

function notesOf({ missing, isCut, more, ways }: BackwardsAnswer, text: Texts): readonly string[] {
  const { notes } = text.backwards;
  const { count, list } = text.formats;
  return [
    ...(missing.length === 0 ? [] : [notes.missing(list(missing.map(String)))]),
    ...(more === 0 ? [] : [notes.more(count(ways.length), count(more))]),
    ...(isCut ? [notes.cut] : []),
  ];
}

function wayOf(
  way: CheckedWay,
  { free }: BackwardsAnswer,
  rulebook: GradingRulebook,
  label: string,
  text: Texts,
): BackwardsWay {
  const words = text.backwards.way;
  const { count, list } = text.formats;
  const [before, after] = [sayingIn(rulebook, text), sayingIn(way.rulebook, text)];
  const [difference] = rulebookDifference(rulebook, way.rulebook);
  const change =
    difference === undefined ? { what: '', sides: null } : differenceRow(difference, before, after);
  const kinds = way.raised.map((raised) =>
    words.raisedKind(text.workbench.check.kinds[raised.kind], count(raised.count)),
  );
  return {
    change,
    wanted: words.wanted(count(way.wanted), count(free.length), label),
    others: way.others === 0 ? words.noOthers : words.others(count(way.others)),
    moves: moveLines(way.weight.moves, text),
    raised: kinds.length === 0 ? words.raisesNothing : words.raises(list(kinds)),
    code: changeCode(way.change),
    label: words.apply,
  };
}
