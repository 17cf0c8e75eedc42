/** Somebody who holds posts, or held them, as the office keeps them. */
export interface OfficePerson {
  readonly id: number;
  readonly name: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly holdings: readonly PersonHolding[];
}

export interface PersonHolding {
  readonly id: number;
  readonly postId: number;
  readonly postName: string;
  readonly unitName: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What others keep of a person: filed forms by holding, and the account by which they sign in. */
export interface PersonTraces {
  readonly forms: readonly { readonly holdingId: number; readonly year: number }[];
  readonly hasAccount: boolean;
}

/** Why two spellings cannot be made one person yet. */
export type MergeClash =
  | { readonly kind: 'same-post'; readonly post: string }
  | { readonly kind: 'same-form'; readonly post: string; readonly year: number }
  | { readonly kind: 'two-accounts' };

/** A person's version: what somebody saw of them before they changed it. */
export function personVersion({ id, name, holdings }: OfficePerson): string {
  const held = holdings.map((holding) => `${String(holding.id)}/${holding.to ?? ''}`);
  return [String(id), name, ...held].join(' ');
}

/** What both hold and one person cannot: the same post now, two forms of a year for one post, two accounts. */
export function mergeClashes(
  kept: { readonly person: OfficePerson; readonly traces: PersonTraces },
  gone: { readonly person: OfficePerson; readonly traces: PersonTraces },
): readonly MergeClash[] {
  const pairs = gone.person.holdings.flatMap((holding) =>
    kept.person.holdings
      .filter((other) => other.postId === holding.postId)
      .map((other) => ({ other, holding })),
  );
  const posts = pairs
    .filter(({ other, holding }) => other.to === null && holding.to === null)
    .map(({ holding }) => ({ kind: 'same-post', post: holding.postName }) as const);
  const forms = pairs.flatMap(({ other, holding }) => {
    const years = yearsOf(kept.traces, other.id);
    return yearsOf(gone.traces, holding.id)
      .filter((year) => years.includes(year))
      .map((year) => ({ kind: 'same-form', post: holding.postName, year }) as const);
  });
  const accounts = kept.traces.hasAccount && gone.traces.hasAccount;
  return [...posts, ...forms, ...(accounts ? [{ kind: 'two-accounts' } as const] : [])];
}

function yearsOf({ forms }: PersonTraces, holdingId: number): readonly number[] {
  return forms.filter((form) => form.holdingId === holdingId).map(({ year }) => year);
}
