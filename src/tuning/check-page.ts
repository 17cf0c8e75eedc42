import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import { ALL_TEXTS } from '../language/languages.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { openFindings, type Bench } from './bench.ts';
import type { CheckView, ExampleOffer, FindingView } from './check-view-page.ts';
import { clauseChoices, gradeChoices } from './choice-page.ts';
import { findingPlaces } from './finding-place-page.ts';
import { factsWords, gradeLabel } from './rule-words.ts';
import { exampleAt } from './outdated-example.ts';
import type { Saying } from './saying.ts';

const SHOWN = 12;

/** What verification says, in words, with what can be done about each finding. */
export function checkView(
  bench: Pick<Bench, 'check' | 'parsed' | 'exampleGrades'>,
  saying: Saying,
): CheckView {
  const words = saying.text.workbench.check;
  const { check, parsed } = bench;
  const open = openFindings(bench);
  const has = (kind: string): boolean => open.some((finding) => finding.kind === kind);
  const rulebook = 'rulebook' in parsed ? parsed.rulebook : null;
  const grading = rulebook?.kind === 'grading' ? rulebook : null;
  // Samples in which nothing was found prove nothing, and words have no cases that could be without a result.
  const isProof = rulebook !== null && rulebook.kind !== 'domain' && !check.sampled;
  const explained = grading?.explained?.length ?? 0;
  const examples = saying.text.formats.count(rulebook?.examples.length ?? 0);
  return {
    sub: howFar(check, saying),
    fine: [
      ...(isProof && !has('gap') ? [words.fine.gap] : []),
      ...(isProof && !has('conflict') ? [words.fine.conflict] : []),
      ...(isProof && grading !== null && !has('non-monotone') ? [words.fine['non-monotone']] : []),
      ...(rulebook === null || has('example') ? [] : [words.fine.example(examples)]),
    ],
    findings: open.slice(0, SHOWN).map((finding) => ({
      ...findingView(finding, grading, bench.exampleGrades, saying),
      places: findingPlaces(finding, rulebook, saying),
    })),
    more: open.length > SHOWN ? words.more(open.length - SHOWN) : null,
    explained: explained === 0 ? null : words.explained(explained),
    warnings: check.warnings.map(({ message, fix }) => saying.text.formats.sentences([message, fix])),
  };
}

function howFar({ cases, sampled }: Bench['check'], { text }: Saying): string {
  const words = text.workbench.check;
  if (cases === 0) return sampled ? words.subUncompared : words.subNone;
  return (sampled ? words.subSampled : words.sub)(text.formats.count(cases));
}

function findingView(
  finding: RulebookFinding,
  rulebook: GradingRulebook | null,
  grades: readonly (Grade | null)[],
  saying: Saying,
): Omit<FindingView, 'places'> {
  const words = saying.text.workbench.check;
  const { kind, message, fix, line, facts, against } = finding;
  const hasFacts = Object.values(facts).some((value) => value !== null);
  const isShown = rulebook !== null && hasFacts;
  return {
    kind: words.kinds[kind],
    message,
    fix,
    line: line === null || rulebook !== null ? null : words.line(line),
    facts: isShown ? factsWords(facts, saying) : null,
    example: isShown && kind !== 'example' ? exampleOffer(facts, rulebook, saying) : null,
    explain:
      rulebook !== null && kind === 'non-monotone' && against !== undefined
        ? {
            better: JSON.stringify(known(against)),
            worse: JSON.stringify(known(facts)),
            clauses: clauseChoices(rulebook, saying.language),
          }
        : null,
    accept: acceptOf(finding, grades, saying),
  };
}

function acceptOf(
  finding: RulebookFinding,
  grades: readonly (Grade | null)[],
  saying: Saying,
): FindingView['accept'] {
  const at = exampleAt(finding);
  const grade = at === null ? undefined : grades[at];
  if (at === null || grade === undefined) return null;
  return {
    at,
    grade: String(grade ?? ''),
    text: saying.text.workbench.check.accept(gradeLabel(grade, saying)),
  };
}

function exampleOffer(
  facts: RulebookFinding['facts'],
  rulebook: GradingRulebook,
  saying: Saying,
): ExampleOffer {
  const names = new Map(
    ALL_TEXTS.map(([language, text]) => [
      language,
      text.workbench.check.exampleName(factsWords(facts, { rulebook, language, text })).slice(0, 120),
    ]),
  );
  return {
    facts: JSON.stringify(known(facts)),
    nameZh: names.get('zh') ?? '',
    nameEn: names.get('en') ?? '',
    grades: gradeChoices(saying),
  };
}

function known(facts: RulebookFinding['facts']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
