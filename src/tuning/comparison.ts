import type { Campaign } from '../campaigns/campaign.ts';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import { draftCode } from './compare-paths.ts';
import type { Draft } from './draft.ts';
import type { RulebookLife } from './version.ts';

/** A rulebook's text that can be compared: a stored version or an open draft. */
export interface ComparedText {
  /** How it stands in an address. */
  readonly code: string;
  readonly kind: RulebookKind;
  /** The bureau that it is for; `null`: it came with the program. */
  readonly unitId: number | null;
  readonly isInForce: boolean;
  readonly of:
    | { readonly what: 'version'; readonly life: RulebookLife }
    | { readonly what: 'draft'; readonly draft: Draft };
}

/** All that somebody may choose from. */
export interface ComparisonChoices {
  readonly texts: readonly ComparedText[];
  /** Bureau by bureau, the latest first. */
  readonly campaigns: readonly Campaign[];
}

/** What is wrong with a choice: nothing that is there, the same twice, or rulebooks of two kinds. */
export interface ComparisonFault {
  readonly field: 'from' | 'to' | 'campaign';
  readonly fault: 'unknown' | 'same' | 'kinds';
}

export interface Comparison {
  readonly before: ComparedText | null;
  readonly after: ComparedText | null;
  readonly campaign: Campaign | null;
  readonly faults: readonly ComparisonFault[];
}

/** A version as it may be compared. */
export function versionCompared(life: RulebookLife, isInForce: boolean): ComparedText {
  const { id, kind, unit } = life;
  return { code: String(id), kind, unitId: unit?.id ?? null, isInForce, of: { what: 'version', life } };
}

/** A draft as it may be compared. */
export function draftCompared(draft: Draft): ComparedText {
  const { id, kind, unitId } = draft;
  return { code: draftCode(id), kind, unitId, isInForce: false, of: { what: 'draft', draft } };
}

/**
 * What an address asks to compare. Where it leaves a side out, the version in force stands against what is being
 * written, or against what waits.
 */
export function comparisonOf(
  { texts, campaigns }: ComparisonChoices,
  query: Readonly<Record<string, string>>,
): Comparison {
  const [from, to] = [(query['from'] ?? '').trim(), (query['to'] ?? '').trim()];
  const named = (code: string): ComparedText | null => texts.find((text) => text.code === code) ?? null;
  const [askedBefore, askedAfter] = [named(from), named(to)];
  const kind = askedBefore?.kind ?? askedAfter?.kind ?? 'grading';
  const ofKind = texts.filter((text) => text.kind === kind);
  const inForce = ofKind.find(({ isInForce, code }) => isInForce && code !== to) ?? null;
  const before = from === '' ? inForce : askedBefore;
  const after = to === '' ? usualAfter(ofKind, before) : askedAfter;
  const campaign = campaignIn(campaigns, query['campaign'] ?? '', [after, before]);
  const faults: readonly ComparisonFault[] = [
    ...(before === null && from !== '' ? [{ field: 'from', fault: 'unknown' } as const] : []),
    ...(after === null && to !== '' ? [{ field: 'to', fault: 'unknown' } as const] : []),
    ...pairFaults(before, after),
    ...(campaign === 'unknown' ? [{ field: 'campaign', fault: 'unknown' } as const] : []),
  ];
  return { before, after, campaign: campaign === 'unknown' ? null : campaign, faults };
}

function usualAfter(texts: readonly ComparedText[], before: ComparedText | null): ComparedText | null {
  const others = texts.filter(({ code }) => code !== before?.code);
  // What came with the program waits for nobody.
  const waits = ({ of, unitId }: ComparedText): boolean =>
    of.what === 'version' &&
    unitId !== null &&
    (of.life.state === 'proposed' || of.life.state === 'approved');
  return others.find(({ of }) => of.what === 'draft') ?? others.find(waits) ?? null;
}

function pairFaults(before: ComparedText | null, after: ComparedText | null): readonly ComparisonFault[] {
  if (before === null || after === null) return [];
  if (before.code === after.code) return [{ field: 'to', fault: 'same' }];
  return before.kind === after.kind ? [] : [{ field: 'to', fault: 'kinds' }];
}

function campaignIn(
  campaigns: readonly Campaign[],
  asked: string,
  sides: readonly (ComparedText | null)[],
): Campaign | 'unknown' | null {
  if (asked.trim() !== '') return campaigns.find(({ id }) => String(id) === asked.trim()) ?? 'unknown';
  const unitId = sides.find((side) => (side?.unitId ?? null) !== null)?.unitId;
  return campaigns.find(({ bureau }) => bureau.id === unitId) ?? campaigns[0] ?? null;
}
