import { stepOn } from '../grading/class.ts';
import type { Texts } from '../language/texts.ts';
import type { ScaleStep } from '../rulebooks/rulebook.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { Bench } from './bench.ts';
import { editFaultWords } from './edit-fault-page.ts';
import { draftPath } from './paths.ts';
import type { Saying } from './saying.ts';
import { addCard, type AddCard } from './scale-addition-page.ts';
import { SCALE_FACTS, STEPS, type ScaleFact } from './scale-change.ts';
import { LONGEST_STEP } from './scale-words.ts';
import { factTitleIn, type ScaleSheet, type ScaleVisit, type NamedWord } from './scale-sheet-page.ts';
import { mappingCard, type MappingCard } from './scale-mapping-page.ts';
import { removeCard, type RemoveCard } from './scale-removal-page.ts';
import { draftHead, sayingOf, type DraftHead } from './workbench-page.ts';

export interface ScalesPage extends DraftHead {
  readonly faults: readonly FormFault[];
  readonly address: string;
  readonly cards: readonly ScaleCard[];
  readonly add: AddCard | null;
  readonly remove: RemoveCard | null;
}

interface ScaleCard {
  readonly fact: ScaleFact;
  readonly heading: string;
  readonly limit: string;
  /** The worst first, as in the matrix. */
  readonly steps: readonly StepRow[];
  readonly lowestHref: string | null;
  readonly mapping: MappingCard | null;
}

interface StepRow {
  readonly code: string;
  readonly words: readonly NamedWord[];
  readonly points: string;
  readonly moves: readonly { readonly by: string; readonly act: string; readonly label: string }[];
  readonly add: { readonly href: string; readonly label: string } | null;
  readonly remove: { readonly href: string; readonly label: string } | null;
}

/** The scales of a draft to change; `null` where it has none that could be shown. */
export function scalesPage(
  bench: Bench,
  mayTune: boolean,
  visit: ScaleVisit,
  text: Texts,
): ScalesPage | null {
  const rulebook = 'rulebook' in bench.parsed ? bench.parsed.rulebook : null;
  if (rulebook?.kind !== 'grading') return null;
  const saying = sayingOf(bench, text);
  const { asked } = visit;
  const { scales } = text.workbench;
  const faults = visit.faults.map((fault) => ({
    field: fault.at ?? 'scales',
    message: editFaultWords(fault, text, mappedStep(bench, fault.at, saying)),
  }));
  const sheet = { rulebook, bench, saying, visit, faults };
  const head = draftHead(bench, mayTune, saying);
  return {
    ...head,
    title: `${faults.length === 0 ? '' : `${text.workbench.faultsHeading} – `}${scales.title} – ${head.title}`,
    faults,
    address: draftPath(bench.draft.id, 'scales'),
    cards: SCALE_FACTS.map((fact) => scaleCard(sheet, fact, mayTune)),
    add: asked?.kind === 'add' && mayTune ? addCard(sheet, asked) : null,
    remove: asked?.kind === 'remove' && mayTune ? removeCard(sheet, asked) : null,
  };
}

/** The step in force that a field of a mapping is of; `null` for any other field. */
function mappedStep({ standing }: Bench, at: string | undefined, { language }: Saying): string | null {
  const fact = SCALE_FACTS.find((one) => at?.startsWith(`map/${one}/`) === true);
  if (fact === undefined || standing === null) return null;
  return (
    standing.inForce.scales[fact].steps.find(({ code }) => at === `map/${fact}/${code}`)?.[language] ?? null
  );
}

function scaleCard(sheet: ScaleSheet, fact: ScaleFact, mayTune: boolean): ScaleCard {
  const { rulebook, bench, saying } = sheet;
  const words = saying.text.workbench.scales;
  const { steps } = rulebook.scales[fact];
  const isOpen = mayTune && steps.length < STEPS.most;
  return {
    fact,
    heading: factTitleIn(sheet, fact),
    limit: words.limit(steps.length, STEPS.least, STEPS.most),
    steps: steps.map((step, at) => stepRow(sheet, fact, { step, at, isOpen })).toReversed(),
    lowestHref: isOpen ? `${draftPath(bench.draft.id, 'scales')}?add=${fact}&at=0#add` : null,
    mapping: mappingCard(sheet, fact),
  };
}

function stepRow(
  sheet: ScaleSheet,
  fact: ScaleFact,
  place: { readonly step: ScaleStep; readonly at: number; readonly isOpen: boolean },
): StepRow {
  const { rulebook, bench, saying } = sheet;
  const words = saying.text.workbench.scales;
  const scale = rulebook.scales[fact];
  const { step, at, isOpen } = place;
  const name = step[saying.language];
  const points = bench.counts
    .filter((count) => stepOn(scale, count[fact]) === step.code)
    .reduce((sum, one) => sum + one.points, 0);
  const address = draftPath(bench.draft.id, 'scales');
  const move = (by: string, act: string) => ({ by, act, label: words.ofStep(act, name) });
  return {
    code: step.code,
    words: (['zh', 'en'] as const).map((language) => typedName(sheet, fact, step, language)),
    points: words.points(saying.text.formats.count(points)),
    moves: [
      ...(at === scale.steps.length - 1 ? [] : [move('1', words.worse)]),
      ...(at === 0 ? [] : [move('-1', words.milder)]),
    ],
    add: isOpen
      ? { href: `${address}?add=${fact}&at=${String(at + 1)}#add`, label: words.ofStep(words.addAbove, name) }
      : null,
    remove:
      scale.steps.length > STEPS.least
        ? {
            href: `${address}?remove=${fact}&step=${step.code}#remove`,
            label: words.ofStep(words.remove, name),
          }
        : null,
  };
}

function typedName(
  { saying, visit, faults }: ScaleSheet,
  fact: ScaleFact,
  step: ScaleStep,
  language: 'zh' | 'en',
): StepRow['words'][number] {
  const words = saying.text.workbench.scales;
  const id = `${language}/${fact}/${step.code}`;
  return {
    id,
    label: words.nameOf[language](step[saying.language]),
    value: visit.typed[id] ?? step[language],
    seen: visit.typed[`seen/${id}`] ?? step[language],
    fault: faultOf(faults, id),
    lang: language,
    longest: LONGEST_STEP[language],
  };
}
