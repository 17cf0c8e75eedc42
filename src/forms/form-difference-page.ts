import type { Texts } from '../language/texts.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import type { FormDetail, FormVersion } from './form-detail.ts';
import { formDifference, type RiskChange } from './form-difference.ts';
import { formPath, type VersionQuery } from './paths.ts';
import { markedRewording, type MarkedRewording, type Rewording } from './rewording.ts';

/** What changed between two versions, in plain words. */
export interface DifferenceCard {
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly SelectField[];
  readonly duties: MarkedRewording | null;
  readonly risks: readonly ChangeLine[];
  readonly isEmpty: boolean;
}

export interface ChangeLine {
  readonly what: string;
  /** The whole text of what came or went; `null` where a rewording says it. */
  readonly text: string | null;
  readonly measures: string | null;
  readonly wordings: readonly { readonly name: string; readonly words: MarkedRewording }[];
}

/** The difference that the address asks for, or that of the latest two versions; `null` while there is one alone. */
export function differenceCard(
  { id, versions }: Pick<FormDetail, 'id' | 'versions'>,
  query: VersionQuery,
  text: Texts,
): DifferenceCard | null {
  const [current, previous] = versions;
  if (previous === undefined) return null;
  const numbered = (version: number | undefined): FormVersion | undefined =>
    versions.find((one) => one.version === version);
  const [before, after] = [numbered(query.before) ?? previous, numbered(query.after) ?? current];
  const difference = formDifference(before, after);
  const { form } = text.forms;
  const { count } = text.formats;
  return {
    heading: form.changes(count(before.version), count(after.version)),
    action: formPath(id),
    fields: [
      versionField('before', form.before, versions, before.version, text),
      versionField('after', form.after, versions, after.version, text),
    ],
    duties: difference.duties === null ? null : markedRewording(difference.duties),
    risks: difference.risks.map((change) => changeLine(change, text)),
    isEmpty: difference.duties === null && difference.risks.length === 0,
  };
}

function versionField(
  name: string,
  label: string,
  versions: FormDetail['versions'],
  chosen: number,
  text: Texts,
): SelectField {
  const choices = versions.map(({ version }): readonly [string, string] => [
    String(version),
    text.forms.list.version(text.formats.count(version)),
  ]);
  const field = selectField(name, { label, any: '' }, choices, String(chosen));
  return { ...field, options: field.options.slice(1) };
}

function changeLine(change: RiskChange, text: Texts): ChangeLine {
  const { riskChanges, measures } = text.forms.form;
  const ordinal = text.formats.count(change.risk.ordinal);
  const nothing = { text: null, measures: null, wordings: [] };
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const { text: said, measures: taken } = change.risk;
      const kept = taken.length === 0 ? null : text.formats.clauses(taken);
      return { ...nothing, what: riskChanges[change.kind](ordinal), text: said, measures: kept };
    }
    case 'moved': {
      const what = riskChanges.moved(text.formats.count(change.from), ordinal);
      return { ...nothing, what, text: change.risk.text };
    }
    case 'edited': {
      const wordings = [wording(riskChanges.text, change.text), wording(measures, change.measures)].flat();
      const what = riskChanges.edited(ordinal);
      return { ...nothing, what, text: change.text === null ? change.risk.text : null, wordings };
    }
  }
}

function wording(name: string, changed: Rewording | null): ChangeLine['wordings'] {
  return changed === null ? [] : [{ name, words: markedRewording(changed) }];
}
