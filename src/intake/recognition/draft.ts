import type { FormKind } from '../read-form.ts';
import type { Field } from './labels.ts';
import type { List, Statement, Title } from './piece.ts';

/** The pieces that belong to one form, or to the forms of one list. */
export interface Draft {
  readonly kind: FormKind | null;
  readonly title: Title | null;
  /** Each single-valued field as first said. */
  readonly said: ReadonlyMap<Field, Statement>;
  readonly risks: readonly Statement[];
  readonly measures: readonly Statement[];
  /** Probability, harm, grade or domains said in a form rather than in a list. */
  readonly judgements: readonly Statement[];
  readonly opinions: readonly Statement[];
  readonly lists: readonly List[];
}

export const EMPTY_DRAFT: Draft = {
  kind: null,
  title: null,
  said: new Map(),
  risks: [],
  measures: [],
  judgements: [],
  opinions: [],
  lists: [],
};

const JUDGEMENTS: ReadonlySet<Field> = new Set(['probability', 'harm', 'grade', 'domains']);

/** Whether a draft holds more than the lines above a form. */
export function hasBody({ said, risks, measures, lists }: Draft): boolean {
  return said.has('name') || said.has('duties') || risks.length + measures.length + lists.length > 0;
}

/** Whether a draft only goes on with risks or measures of the form before it (可另附纸). */
export function isContinuationOf(draft: Draft, before: Draft): boolean {
  if (draft.kind !== null || draft.said.has('name') || draft.lists.length > 0) return false;
  return (
    draft.risks.length + draft.measures.length > 0 && (before.risks.length > 0 || before.said.has('name'))
  );
}

export function withStatement(draft: Draft, statement: Statement): Draft {
  const { field } = statement;
  if (field === 'risk') return { ...draft, risks: [...draft.risks, statement] };
  if (field === 'measure') return { ...draft, measures: [...draft.measures, statement] };
  if (field === 'opinion') return { ...draft, opinions: [...draft.opinions, statement] };
  if (JUDGEMENTS.has(field)) return { ...draft, judgements: [...draft.judgements, statement] };
  const earlier = draft.said.get(field);
  if (earlier !== undefined && earlier.lines.length > 0) return draft;
  return { ...draft, said: new Map([...draft.said, [field, statement]]) };
}

/** A draft with another's risks, measures, opinions and judgements after its own. */
export function joined(draft: Draft, more: Draft): Draft {
  return {
    ...draft,
    risks: [...draft.risks, ...more.risks],
    measures: [...draft.measures, ...more.measures],
    judgements: [...draft.judgements, ...more.judgements],
    opinions: [...draft.opinions, ...more.opinions],
  };
}

/** The same draft after one of its statements went on. */
export function withReplaced(draft: Draft, old: Statement, now: Statement): Draft {
  const replace = (statements: readonly Statement[]): Statement[] =>
    statements.map((statement) => (statement === old ? now : statement));
  const said = new Map(
    [...draft.said].map(([field, statement]) => [field, statement === old ? now : statement]),
  );
  return {
    ...draft,
    said,
    risks: replace(draft.risks),
    measures: replace(draft.measures),
    opinions: replace(draft.opinions),
  };
}
