import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { KnownFact } from './own-fact.ts';
import type { Assessment } from './point-detail-store.ts';
import type { DomainSetBy, PointFact, ValueSource } from './point-detail.ts';
import type { StoredFacts } from './point-store.ts';

/** A point's facts, each with who set it when and where it was read. */
export function pointFacts(
  known: StoredFacts,
  domains: readonly DomainSetBy[],
  sources: readonly ValueSource[],
  assessments: readonly Assessment[],
  own: { readonly declared: readonly DeclaredFact[]; readonly known: readonly KnownFact[] },
): readonly PointFact[] {
  const sourceOf = (field: string): ValueSource | null =>
    sources.find((source) => source.field === field) ?? null;
  const assessed = (['probability', 'harm'] as const).map((fact) => {
    const latest = assessments.find((assessment) => assessment.fact === fact);
    const value = known[fact];
    return {
      fact,
      value: value?.step ?? null,
      ...(value === null ? {} : { scale: value.scale }),
      setBy: latest?.setBy ?? null,
      setAt: latest?.setAt ?? null,
      source: (latest?.file ?? null) === null ? null : sourceOf(fact),
    };
  });
  return [
    ...assessed,
    mainDomain(known, domains, sourceOf('domains')),
    {
      fact: 'measureCount',
      value: known.measureCount,
      setBy: null,
      setAt: null,
      source: sourceOf('measure'),
    },
    ...own.declared.map(({ name }) => ownFact(name, own.known)),
  ];
}

function mainDomain(
  known: StoredFacts,
  domains: readonly DomainSetBy[],
  source: ValueSource | null,
): PointFact {
  const main = domains.find(({ domain }) => domain === known.domain);
  const { setBy = null, setAt = null } = main ?? {};
  return { fact: 'domain', value: known.domain, setBy, setAt, source: main === undefined ? null : source };
}

function ownFact(name: string, known: readonly KnownFact[]): PointFact {
  const found = known.find(({ fact }) => fact === name);
  const { value = null, setBy = null, setAt = null } = found ?? {};
  return { fact: name, value, setBy, setAt, source: null };
}
