import type { Texts } from '../language/texts.ts';
import { wordsOf, type SentencePart } from '../language/sentence.ts';
import { fieldId } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { backwardsPath } from './backwards-paths.ts';
import { blocking, outdatedExamples, pointsLosingStep, type Bench, type ScalePair } from './bench.ts';
import { checkView } from './check-page.ts';
import type { CheckView } from './check-view-page.ts';
import { draftMeta } from './draft-meta-page.ts';
import type { LiveEffect } from './effect/effect-view.ts';
import { liveEffect } from './effect/live-effect-page.ts';
import { impactFinding, impactView, type ImpactView } from './live-impact-page.ts';
import { matrixView } from './matrix-page.ts';
import type { MatrixView } from './matrix-view-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import { pointForm, type BenchVisit, type PointForm } from './point-form-page.ts';
import { ruleListViews, type RuleListView } from './rule-list-page.ts';
import { factsWords, gradeLabel } from './rule-words.ts';
import { sayingIn, type Saying } from './saying.ts';
import { rulebookDifference } from './rulebook-difference.ts';

export interface DraftHead extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: readonly SentencePart[];
  readonly meta: string;
  readonly mayTune: boolean;
  readonly guard: number;
  readonly saveAddress: string;
  readonly benchHref: string;
  readonly jsonHref: string;
  readonly backwardsHref: string | null;
  /** `null` where there are no scales that could be changed. */
  readonly scalesHref: string | null;
  /** The page of what its base is, with its name; `null` where there is none. */
  readonly baseTab: { readonly href: string; readonly text: string } | null;
  /** `null` while the text is no sound rulebook. */
  readonly clausesHref: string | null;
}

export interface WorkbenchPage extends DraftHead {
  readonly faults: readonly FormFault[];
  readonly matrix: MatrixView | null;
  /** How many points would lose their value by a change of scales that has no mapping. */
  readonly lost: string | null;
  readonly lists: readonly RuleListView[];
  /** The figures of a grading draft; of another kind they are `effect`. */
  readonly impact: ImpactView | null;
  readonly effect: LiveEffect | null;
  /** Why there are no figures. */
  readonly noImpact: string;
  readonly check: CheckView;
  readonly examples: readonly ExampleView[];
  readonly fromPoint: PointForm | null;
  readonly proposeHref: string | null;
  readonly proposeNote: string;
  readonly discardAddress: string;
}

export interface ExampleView {
  readonly name: string;
  readonly facts: string;
  readonly expect: string;
  readonly passes: boolean;
}

/** The draft as its workbench shows it. Takes what cannot be saved of a posted form, to be said beside it. */
export function workbenchPage(bench: Bench, visit: BenchVisit, text: Texts): WorkbenchPage {
  const saying = sayingOf(bench, text);
  const rulebook = 'rulebook' in bench.parsed ? bench.parsed.rulebook : null;
  const grading = rulebook?.kind === 'grading' ? rulebook : null;
  const words = text.workbench;
  const blocked = blocking(bench).length;
  const outdated = outdatedExamples(bench).length;
  const isChanged = rulebook === null || rulebookDifference(bench.inForce.body, rulebook).length > 0;
  const proposes = visit.mayTune && blocked === 0 && isChanged;
  return {
    ...draftHead(bench, visit.mayTune, saying),
    faults: visit.faults,
    matrix: grading === null ? null : matrixView(grading, bench, saying),
    lost: grading === null ? null : lostWords(grading, bench, saying),
    lists: rulebook === null ? [] : ruleListViews(bench.draft.id, bench.effect?.decides ?? null, saying),
    impact: impactOf(bench, saying),
    effect: effectOf(bench, saying),
    noImpact: noImpactOf(bench, saying),
    check: checkView(bench, saying),
    examples: examplesOf(bench, saying),
    fromPoint: grading === null || bench.campaign === null ? null : pointForm(visit, saying),
    proposeHref: proposes ? `${draftPath(bench.draft.id, 'propose')}#${fieldId('propose', 'reason')}` : null,
    proposeNote:
      blocked > 0
        ? words.actions.blocked(blocked)
        : isChanged
          ? text.formats.sentences([
              ...(outdated === 0 ? [] : [words.actions.outdated(outdated)]),
              words.actions.after,
            ])
          : words.actions.unchanged,
    discardAddress: draftPath(bench.draft.id, 'discard'),
  };
}

function impactOf(bench: Bench, saying: Saying): ImpactView | null {
  const impact = bench.effect?.impact ?? null;
  return impact === null ? null : impactView(impact, bench, saying);
}

function effectOf({ effect, campaign, draft, inForce }: Bench, { text }: Saying): LiveEffect | null {
  const found = effect?.effect ?? null;
  if (found === null || campaign === null) return null;
  const title = text.formats.inThisLanguage(inForce.body.title);
  const against = text.effects.against(title, text.ruleChanges.versionWord(inForce.version));
  return liveEffect(found, { ...campaign, draftId: draft.id, against }, text);
}

/** What stands above every page of a draft. */
export function draftHead(bench: Bench, mayTune: boolean, saying: Saying): DraftHead {
  const { draft, base, parsed } = bench;
  const words = saying.text.workbench;
  const finding = impactFinding(bench, saying);
  return {
    title: wordsOf(finding),
    crumbs: [
      { text: words.crumb, href: rulebookPaths.list },
      { text: words.draftOf(base.title[saying.language]), href: null },
    ],
    finding,
    meta: draftMeta(bench, saying.text),
    mayTune,
    guard: draft.guard,
    saveAddress: draftPath(draft.id, 'save'),
    benchHref: draftPath(draft.id),
    jsonHref: draftPath(draft.id, 'json'),
    backwardsHref: draft.kind === 'grading' ? backwardsPath(draft.id) : null,
    scalesHref:
      'rulebook' in parsed && parsed.rulebook.kind === 'grading' ? draftPath(draft.id, 'scales') : null,
    baseTab: baseTab(bench, saying),
    clausesHref: 'rulebook' in parsed ? draftPath(draft.id, 'clauses') : null,
  };
}

function baseTab({ draft, parsed }: Bench, { text }: Saying): DraftHead['baseTab'] {
  if (!('rulebook' in parsed) || parsed.rulebook.kind !== 'grading') return null;
  const shape = 'cells' in parsed.rulebook.base ? 'matrix' : 'table';
  return { href: draftPath(draft.id, 'base'), text: text.workbench.base.tab[shape] };
}

/** In which words a draft is spoken of: its own names of facts and grades, or those that it is based on. */
export function sayingOf({ parsed, base }: Bench, text: Texts): Saying {
  return sayingIn('rulebook' in parsed ? parsed.rulebook : base, text);
}

function lostWords(
  { scales }: GradingRulebook,
  { standing, counts }: Bench,
  { text }: Saying,
): string | null {
  if (standing === null) return null;
  const pairs = (['probability', 'harm'] as const).map((fact): ScalePair => [
    standing.inForce.scales[fact],
    scales[fact],
    fact,
  ]);
  const points = pointsLosingStep(pairs, counts);
  return points === 0 ? null : text.workbench.scales.lost(text.formats.count(points));
}

function noImpactOf({ parsed }: Bench, { text }: Saying): string {
  const words = text.workbench.impact;
  return 'rulebook' in parsed ? words.noCampaign : words.unsound;
}

function examplesOf({ parsed, check, exampleGrades }: Bench, saying: Saying): readonly ExampleView[] {
  if (!('rulebook' in parsed)) return [];
  const { text, language } = saying;
  const failing = new Set(check.findings.map(({ path }) => /^\/examples\/\d+/u.exec(path ?? '')?.[0]));
  return parsed.rulebook.examples.map((example, at) => ({
    name: example.name[language],
    facts: 'grade' in example.expect ? factsWords(example.facts, saying) : '',
    expect:
      'grade' in example.expect
        ? text.workbench.examples.expect(gradeLabel(example.expect.grade, saying))
        : '',
    passes:
      !failing.has(`/examples/${String(at)}`) &&
      (!('grade' in example.expect) || exampleGrades[at] === example.expect.grade),
  }));
}
