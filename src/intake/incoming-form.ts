import type { IncomingForm, IncomingRisk, OwnFactSaid } from '../forms/form-content.ts';
import type { Paper, ValuePlace } from '../forms/paper.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { ReadForm, ReadRisk, Sourced } from './read-form.ts';

/** What a person said that a risk is among the points on file. */
export type KnownAs = (risk: ReadRisk) => Pick<IncomingRisk, 'knownAs'>;

/** What a read form says, without where it stood. */
function incomingForm(form: ReadForm, declared: readonly DeclaredFact[], knownAs: KnownAs): IncomingForm {
  return {
    kind: form.kind,
    duties: form.duties?.value ?? null,
    filledOn: form.filledOn?.value ?? null,
    risks: form.risks.map((risk) => ({
      ...knownAs(risk),
      ordinal: risk.ordinal,
      text: risk.text.value,
      measure: risk.measure?.value ?? null,
      probability: risk.probability?.value ?? null,
      harm: risk.harm?.value ?? null,
      declaredGrade: risk.grade?.value ?? null,
      domains: risk.domains?.value ?? null,
      own: ownFactsOf(risk, declared),
    })),
  };
}

/** Facts that nobody declares any more are left out. */
function ownFactsOf({ facts = {} }: ReadRisk, declared: readonly DeclaredFact[]): readonly OwnFactSaid[] {
  return declared.flatMap(({ name, of }) => {
    const said = facts[name];
    return said === undefined ? [] : [{ fact: name, of, value: said.value }];
  });
}

/** A read form as a paper to put on file, every value with its place. */
export function paperOf(
  form: ReadForm,
  fileId: number,
  declared: readonly DeclaredFact[],
  knownAs: KnownAs,
): Paper {
  const incoming = incomingForm(form, declared, knownAs);
  const readOf = (risk: IncomingRisk): ReadRisk | undefined => form.risks[incoming.risks.indexOf(risk)];
  return {
    form: incoming,
    fileId,
    opinions: form.opinions.map(({ label, text }) => ({ label, text: text.value })),
    places: placesOf({
      unit: form.unit,
      name: form.name,
      post: form.post,
      duties: form.duties,
      'filled-on': form.filledOn,
    }),
    placesOf: (risk, of) => {
      const read = readOf(risk);
      if (read === undefined) return [];
      return of === 'content'
        ? placesOf({ text: read.text, measure: read.measure })
        : placesOf({
            probability: read.probability,
            harm: read.harm,
            'declared-grade': read.grade,
            domains: read.domains,
            ...read.facts,
          });
    },
  };
}

function placesOf(values: Readonly<Record<string, Sourced<unknown> | null>>): readonly ValuePlace[] {
  return Object.entries(values).flatMap(([field, value]): readonly ValuePlace[] => {
    if (value === null) return [];
    const { sheet, table, line, row, column } = value.position;
    return [
      {
        field,
        raw: value.raw,
        sheet: sheet ?? null,
        table: table ?? null,
        line: line ?? null,
        row: row ?? null,
        column: column ?? null,
      },
    ];
  });
}
