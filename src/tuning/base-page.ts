import type { Texts } from '../language/texts.ts';
import { OperationalError } from '../platform/errors.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { cardFields, fieldId, type FormField } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { BaseEdit } from './base-edit.ts';
import { reasonGrid, type ReasonGrid } from './base-reasons-page.ts';
import type { Bench } from './bench.ts';
import { editFaultWords } from './edit-fault-page.ts';
import type { PartVisit } from './draft-part-page.ts';
import { otherwiseFields } from './otherwise-fields-page.ts';
import { draftPath, rulePath } from './paths.ts';
import type { Saying } from './saying.ts';
import { draftHead, sayingOf, type DraftHead } from './workbench-page.ts';

export interface BasePage extends DraftHead {
  readonly faults: readonly FormFault[];
  readonly address: string;
  /** How the base is laid out or read: one choice, and the change that it posts. */
  readonly setting: {
    readonly edit: BaseEdit['kind'];
    readonly heading: string;
    readonly sub: string;
    readonly field: FormField;
  };
  /** Of a matrix: which rules its cells rest on, and where another such rule is written. */
  readonly reasons: { readonly addHref: string; readonly grid: ReasonGrid } | null;
  /** Of a decision table: what holds where no rule applies. */
  readonly otherwise: readonly FormField[] | null;
}

/**
 * The base of a grading draft in forms.
 * @throws OperationalError `conflict` while the text is no sound rulebook; `not-found` for another kind
 */
export function basePage(bench: Bench, visit: PartVisit<BaseEdit>, text: Texts): BasePage {
  const rulebook = gradingIn(bench);
  const saying = sayingOf(bench, text);
  const { base: words, faultsHeading } = text.workbench;
  const isMatrix = 'cells' in rulebook.base;
  const grid = 'cells' in rulebook.base ? reasonGrid(rulebook, rulebook.base, visit, saying) : null;
  const faults = faultsOf(visit, grid, text);
  const head = draftHead(bench, visit.mayTune, saying);
  return {
    ...head,
    title: `${faults.length === 0 ? '' : `${faultsHeading} – `}${words.title[isMatrix ? 'matrix' : 'table']} – ${head.title}`,
    faults,
    address: draftPath(bench.draft.id, 'base'),
    setting: settingOf(rulebook, saying),
    reasons: grid === null ? null : { addHref: rulePath(bench.draft.id, 'reasons', null), grid },
    otherwise:
      'cells' in rulebook.base
        ? null
        : otherwiseFields(rulebook.base.otherwise ?? null, visit, faults, saying),
  };
}

function gradingIn({ parsed }: Bench): GradingRulebook {
  if (!('rulebook' in parsed))
    throw new OperationalError('conflict', 'draft-unsound', (said) => said.workbench.unsound);
  if (parsed.rulebook.kind === 'grading') return parsed.rulebook;
  throw new OperationalError('not-found', 'no-base', (said) => said.workbench.base.none);
}

function faultsOf(
  { refused }: PartVisit<BaseEdit>,
  grid: ReasonGrid | null,
  text: Texts,
): readonly FormFault[] {
  if (refused === null) return [];
  const { faults, change } = refused;
  return faults.map((fault) => {
    const at = fault.at ?? 'heading';
    const field = change.kind === 'set-otherwise' ? fieldId('otherwise', at) : at;
    const cell = grid?.cells.find(({ id }) => id === at)?.label ?? null;
    return { field, message: editFaultWords(fault, text, cell) };
  });
}

function settingOf(rulebook: GradingRulebook, { text, language }: Saying): BasePage['setting'] {
  const { base } = rulebook;
  const { rows, hitPolicy } = text.workbench.base;
  if (!('cells' in base)) {
    const options = (['first', 'any'] as const).map((one) => [one, hitPolicy.choices[one]] as const);
    const field = { kind: 'select', label: hitPolicy.label, value: base.hitPolicy, options } as const;
    return settingWith('set-hit-policy', hitPolicy, 'hit-policy', field);
  }
  const options = (['probability', 'harm'] as const).map((fact) => {
    return [fact, definitionIn(rulebook, fact)?.title[language] ?? fact] as const;
  });
  const field = { kind: 'select', label: rows.label, value: base.rows, options } as const;
  return settingWith('set-rows', rows, 'rows', field);
}

function settingWith(
  edit: BaseEdit['kind'],
  { heading, sub }: { readonly heading: string; readonly sub: string },
  name: string,
  field: Parameters<typeof cardFields>[1][string],
): BasePage['setting'] {
  const [made] = cardFields('base', { [name]: field }, null);
  if (made === undefined) throw new Error('a card has the fields that it was asked for');
  return { edit, heading, sub, field: made };
}
