import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { factName } from './fact-words-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import type { OtherVersion, OtherVersions, VersionStanding } from './other-version.ts';
import type { PointDetail } from './point-detail.ts';
import { becauseOf } from './point-row-page.ts';

/** What a point would be under each other version of the rules (在其他版本下). */
export interface OtherVersionsSection {
  readonly rows: readonly OtherVersionRow[];
  /** Where there are earlier versions than those shown. */
  readonly more: { readonly text: string; readonly href: string } | null;
}

interface OtherVersionRow {
  readonly name: string;
  readonly href: string;
  readonly standing: string;
  readonly grade: GradeTag;
  /** Said where the version grades posts. */
  readonly ofPost: string | null;
  /** The rules that decide, or what a grade lacks. */
  readonly because: readonly string[];
  /** To the search for the change of a draft that would give the point another grade. */
  readonly searches: readonly { readonly grade: string; readonly href: string; readonly label: string }[];
}

/** `null` where there is no other version, or none that the viewer may see. */
export function otherVersionsSection(
  point: Pick<PointDetail, 'facts'>,
  others: OtherVersions | null,
  text: Texts,
): OtherVersionsSection | null {
  if (others === null || others.versions.length === 0) return null;
  const { versions, more, compareHref } = others;
  return {
    rows: versions.map((version) => rowOf(version, point, text)),
    more: more === 0 ? null : { text: text.otherVersions.more(text.formats.count(more)), href: compareHref },
  };
}

/** How a version stands, in words. */
export function standingWord(standing: VersionStanding, { ruleChanges }: Texts): string {
  if (standing === 'shipped' || standing === 'returned') return ruleChanges[standing];
  return ruleChanges.states[standing];
}

function rowOf(
  { rulebook, version, standing, href, verdict, searches }: OtherVersion,
  point: Pick<PointDetail, 'facts'>,
  text: Texts,
): OtherVersionRow {
  const title = text.formats.inThisLanguage(rulebook.title);
  const { versionTitle, versionWord } = text.ruleChanges;
  const called = callGrades(text, rulebook.grades);
  return {
    name: version === null ? title : versionTitle(title, versionWord(version)),
    href,
    standing: standingWord(standing, text),
    grade: gradeTag(verdict.grade, called),
    ofPost: rulebook.subject === 'post' ? text.otherVersions.ofPost : null,
    because:
      verdict.grade === null
        ? missingWords(verdict.missing, rulebook, point, text)
        : [
            becauseOf(
              verdict.because.map(({ rule }) => rule),
              rulebook,
              text,
            ),
          ],
    searches: searches.map(({ grade, href: search }) => ({
      grade: called.terms.grades[grade],
      href: search,
      label: text.otherVersions.backwardsTo(title, called.terms.grades[grade]),
    })),
  };
}

/** What nobody has set yet, and what was set on a scale that this version does not map to its own. */
function missingWords(
  missing: readonly string[],
  rulebook: GradingRulebook,
  { facts }: Pick<PointDetail, 'facts'>,
  text: Texts,
): readonly string[] {
  const isSet = (name: string): boolean => facts.some(({ fact, value }) => fact === name && value !== null);
  const named = (names: readonly string[]): string =>
    text.formats.list(names.map((fact) => factName(fact, rulebook, text)));
  const rescaled = missing.filter((fact) => (fact === 'probability' || fact === 'harm') && isSet(fact));
  const unknown = missing.filter((fact) => !rescaled.includes(fact));
  return [
    ...(unknown.length === 0 ? [] : [text.riskPoints.point.grading.missing(named(unknown))]),
    ...(rescaled.length === 0 ? [] : [text.otherVersions.rescale(named(rescaled))]),
  ];
}
