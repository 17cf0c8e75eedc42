import { isNumberClass, type CaseFacts, type OwnClass } from '../grading/case.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { factName, factValue } from '../risk-points/fact-words-page.ts';
import { gradeName, gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointPath } from '../risk-points/paths.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PageModel } from '../web/page.ts';
import { calibrationPaths } from './calibration-paths.ts';
import { draftPath } from './paths.ts';
import type { CalibratedCase, Calibration } from './calibration-service.ts';

export interface CalibrationPage extends PageModel {
  readonly sub: string;
  readonly action: string;
  readonly cases: readonly CaseCard[];
}

interface CaseCard {
  readonly id: string;
  readonly heading: string;
  readonly number: string;
  readonly facts: readonly string[];
  readonly proposed: GradeTag;
  readonly given: readonly { readonly tag: GradeTag; readonly count: string }[];
  readonly rows: readonly {
    readonly href: string;
    readonly text: string;
    readonly unit: string;
    readonly grade: GradeTag;
    readonly reason: string;
  }[];
  /** What the button that prepares a draft says; `null` where there is none. */
  readonly prepare: string | null;
  /** What has to be put right in that draft; `null` where it passes its check. */
  readonly prepareNote: string | null;
  readonly draftHref: string | null;
  readonly note: string | null;
}

/** The overrides by case; takes whether the viewer may prepare drafts. */
export function calibrationPage(calibration: Calibration, mayTune: boolean, asked: Texts): CalibrationPage {
  const { campaign, cases, version } = calibration;
  const text = callGrades(asked, version.body.grades);
  return {
    title: text.calibration.title,
    sub: text.calibration.sub(campaign.bureau.name, String(campaign.year)),
    action: calibrationPaths.calibration,
    cases: cases.map((one) => caseCard(one, calibration, mayTune, text)),
  };
}

function caseCard(
  one: CalibratedCase,
  { version, openDraftId }: Calibration,
  mayTune: boolean,
  text: Texts,
): CaseCard {
  const words = text.calibration;
  const { count } = text.formats;
  const isUp = one.severer >= one.milder;
  const heading = (isUp ? words.severer : words.milder)(
    count(one.points.length),
    count(isUp ? one.severer : one.milder),
  );
  const isOffered = mayTune && one.draft !== null && one.majority !== null;
  const note = one.majority === null ? words.noMajority : one.draft === null ? words.notByRule : null;
  return {
    id: String(one.caseId),
    heading,
    number: words.case(String(one.caseId).padStart(4, '0')),
    facts: caseWords(one.facts, version.body, text),
    proposed: gradeTag(one.proposed, text),
    given: one.given.map((each) => ({
      tag: gradeTag(each.grade, text),
      count: words.count(count(each.count)),
    })),
    rows: one.points.map((point) => ({
      href: pointPath(point.pointId),
      text: point.text,
      unit: point.unit,
      grade: gradeTag(point.grade, text),
      reason: point.reason,
    })),
    prepare: isOffered && openDraftId === null ? words.prepare(gradeName(one.majority, text)) : null,
    prepareNote: isOffered && one.findings > 0 ? words.findings(count(one.findings)) : null,
    draftHref: isOffered && openDraftId !== null ? draftPath(openDraftId) : null,
    note,
  };
}

/** What makes a case, in words; a number that no rulebook cuts says nothing. */
function caseWords(facts: CaseFacts, rulebook: GradingRulebook, text: Texts): readonly string[] {
  const { fact: said, unknown } = text.calibration;
  const steps = (['probability', 'harm'] as const).map((fact): readonly [string, OwnClass] => [
    fact,
    facts[fact]?.step ?? null,
  ]);
  const all: readonly (readonly [string, OwnClass])[] = [
    ...steps,
    ['domain', facts.domain],
    ['measureCount', facts.measureCount],
    ...Object.entries(facts.own),
  ];
  return all.flatMap(([fact, value]) => {
    const name = factName(fact, rulebook, text);
    if (value === null) return [said(name, unknown)];
    if (!isNumberClass(value)) return [said(name, factValue(fact, value, rulebook, text))];
    const range = rangeWords(value, text);
    return range === null ? [] : [said(name, range)];
  });
}

function rangeWords({ from, below }: Extract<OwnClass, object>, text: Texts): string | null {
  const { between, atLeast, lessThan } = text.calibration;
  const { count } = text.formats;
  if (from !== null && below !== null) return between(count(from), count(below));
  if (from !== null) return atLeast(count(from));
  return below === null ? null : lessThan(count(below));
}
