import type { SentencePart } from '../../language/sentence.ts';
import type { NumberLink } from '../../web/number-link.ts';
import type { EffectConditions } from './effect-filter.ts';

/** A table of what a draft would change: a line for each state, division or domain. */
export interface EffectTable {
  readonly id: string;
  readonly heading: string;
  readonly sub: string | null;
  readonly caption: string;
  /** The first column's is that of the lines. */
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly head: string;
    readonly href: string | null;
    readonly cells: readonly EffectCell[];
  }[];
  /** Whether it is one of moves, with what stays on its diagonal. */
  readonly isMoves: boolean;
}

export interface EffectCell extends NumberLink {
  readonly stays: boolean;
}

/** A piece of a line of the list: a link, a tag, or words. */
export interface EffectPiece {
  readonly text: string;
  readonly href: string | null;
  /** The class of the style sheet; `null` where it is no tag. */
  readonly tone: string | null;
}

/** A line of the list; its pieces stand under the columns. */
export interface EffectRow {
  readonly cells: readonly (readonly EffectPiece[])[];
}

/** Where the lines are listed that meet some conditions. */
export type EffectHref = (conditions: EffectConditions) => string;

/** Of which campaign an effect is shown, and where its lines are listed. */
export interface EffectPlace {
  readonly hrefOf: EffectHref;
  readonly year: number;
  readonly bureauId: number;
}

/** What stands beside the rules while a draft is written. */
export interface LiveEffect {
  readonly sub: string;
  readonly changes: readonly SentencePart[];
  readonly notes: readonly string[];
  readonly tables: readonly EffectTable[];
  readonly listHref: string;
}

/** Whether a table says anything: one of changes has no lines where nothing changes. */
export function hasRows({ rows }: EffectTable): boolean {
  return rows.length > 0;
}

/** A number of a table that leads to its list, or what stays. */
export function effectCell(text: string, href: string | null, label: string, stays = false): EffectCell {
  return { text, href: text === '0' || stays ? null : href, label, stays };
}

/** Words under a column. */
export function piece(text: string, href: string | null = null, tone: string | null = null): EffectPiece {
  return { text, href, tone };
}
