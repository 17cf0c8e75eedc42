import { stepOn } from '../grading/class.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { ASSESSED_FACTS, type LastSet, type Steps } from './assessment.ts';
import { barTo } from './assessment-bar.ts';
import { writtenValue } from './assessed-steps.ts';
import { QUESTIONS, type Answers } from './assessment-question.ts';
import type { AssessedPoint } from './assessment-service.ts';
import { seenField, stepField } from './typed-choice.ts';
import {
  gradePreview,
  suggestionWords,
  type GradePreview,
  type SuggestionWords,
} from './assessment-words-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { assessPath, pointPath, suggestionPath } from './paths.ts';
import { stepName } from './fact-words-page.ts';
import { elsewhereWords } from './other-scale-page.ts';
import { factTitle } from './point-grading-page.ts';
import { suggestedStep, type AssessedFact } from './suggested-step.ts';
import { type ChoiceOption, type QuestionField, questionField } from './question-field-page.ts';

export interface AssessPointPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly home: string;
  readonly measure: string | null;
  readonly barred: string | null;
  readonly faults: readonly FormFault[];
  readonly action: string;
  readonly suggestionAddress: string;
  readonly backHref: string;
  readonly questions: readonly QuestionField[];
  readonly facts: readonly FactField[];
  readonly result: GradePreview;
  readonly decided: GradeTag | null;
  readonly note: { readonly text: string; readonly fault: string | null };
}

interface FactField {
  readonly fact: AssessedFact;
  readonly name: string;
  readonly title: string;
  readonly seen: { readonly name: string; readonly value: string };
  /** Who set it to what before; `null` when nobody did. */
  readonly current: string | null;
  readonly suggestion: SuggestionWords;
  /** Chosen by the program as suggested, since nothing is set yet. */
  readonly isPreselected: boolean;
  readonly fault: string | null;
  readonly options: readonly ChoiceOption[];
}

/** What somebody typed so far, or what is on file. */
export interface AssessmentDraft {
  readonly steps: Steps;
  readonly answers: Answers;
  readonly note: string;
  /** Facts of which nothing is set and nothing was chosen: there the suggestion may be chosen beforehand. */
  readonly open: readonly AssessedFact[];
  readonly faults: readonly FormFault[];
}

/** The draft of somebody who has typed nothing yet. */
export function freshDraft({ point, rulebook, answers }: AssessedPoint): AssessmentDraft {
  const stepOf = (fact: AssessedFact): string | null => stepOn(rulebook.body.scales[fact], point.facts[fact]);
  return {
    steps: { probability: stepOf('probability'), harm: stepOf('harm') },
    answers,
    note: '',
    open: ASSESSED_FACTS.filter((fact) => point.facts[fact] === null),
    faults: [],
  };
}

/** The steps of a draft, with suggestions where nothing is set and nothing was chosen. Shown, never saved so. */
export function preselected(draft: AssessmentDraft, { rulebook }: Pick<AssessedPoint, 'rulebook'>): Steps {
  const stepOf = (fact: AssessedFact): string | null => {
    if (!draft.open.includes(fact)) return draft.steps[fact];
    return suggestedStep(fact, draft.answers, rulebook.body.scales[fact])?.step ?? null;
  };
  return { probability: stepOf('probability'), harm: stepOf('harm') };
}

/** Guided questions, the suggestion they lead to, the choice, and the grade that would follow. */
export function assessPointPage(
  assessed: AssessedPoint,
  draft: AssessmentDraft,
  verdict: Verdict,
  last: readonly LastSet[],
  text: Texts,
): AssessPointPage {
  const { point, rulebook } = assessed;
  const words = text.assessment.point;
  const bar = barTo(point);
  const home = point.postName ?? text.riskPoints.point.ownRisk;
  return {
    title:
      draft.faults.length === 0
        ? words.title(point.text)
        : `${words.faultsHeading} – ${words.title(point.text)}`,
    crumbs: [
      { text: point.unitName, href: null },
      { text: home, href: null },
      { text: words.crumbPoint, href: pointPath(point.id) },
      { text: words.crumb, href: null },
    ],
    heading: point.text,
    home: [home, ...(point.personName === null ? [] : [point.personName])].join(' · '),
    measure: point.measure,
    barred: bar === null ? null : words.barred[bar],
    faults: draft.faults,
    action: assessPath(point.id),
    suggestionAddress: suggestionPath(point.id),
    backHref: pointPath(point.id),
    questions: QUESTIONS.map((question) => questionField(question, draft, text)),
    facts: ASSESSED_FACTS.map((fact) => factField(fact, assessed, draft, last, text)),
    result: gradePreview(verdict, rulebook.body, text),
    decided: point.decidedGrade === null ? null : gradeTag(point.decidedGrade, text),
    note: { text: draft.note, fault: faultOf(draft.faults, 'note') },
  };
}

function factField(
  fact: AssessedFact,
  { point, rulebook, otherRulebooks }: AssessedPoint,
  draft: AssessmentDraft,
  last: readonly LastSet[],
  text: Texts,
): FactField {
  const { body } = rulebook;
  const name = stepField(fact, point.id);
  const known = point.facts[fact];
  const set = last.find((candidate) => candidate.fact === fact);
  const chosen = preselected(draft, { rulebook })[fact];
  const steps = body.scales[fact].steps.toReversed();
  const options = [
    ...steps.map((step) => ({ value: step.code, label: text.formats.inThisLanguage(step) })),
    { value: '', label: text.assessment.unknown },
  ];
  return {
    fact,
    name,
    title: factTitle(fact, text),
    seen: { name: seenField(fact, point.id), value: writtenValue(known) },
    current:
      elsewhereWords(fact, known, body, otherRulebooks, text) ??
      (known === null || set === undefined
        ? null
        : currentWords(stepName(fact, known.step, body, text), set, text)),
    suggestion: suggestionWords(fact, draft.answers, body, text),
    isPreselected: draft.open.includes(fact) && chosen !== null,
    fault: faultOf(draft.faults, name),
    options: options.map((option, index) => ({
      ...option,
      id: index === 0 ? name : null,
      isChosen: option.value === (chosen ?? (draft.open.includes(fact) ? null : '')),
    })),
  };
}

function currentWords(step: string, { setBy, setAt }: LastSet, text: Texts): string {
  return text.assessment.point.current(step, text.audit.actorName(setBy), text.formats.instant(setAt));
}
