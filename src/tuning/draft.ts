import type { RulebookKind } from '../rulebooks/fact-definition.ts';

/** A bureau's change of a rulebook while it is written (草稿). */
export interface Draft {
  readonly id: number;
  readonly kind: RulebookKind;
  /** The rulebook's name, which a draft never changes. */
  readonly name: string;
  /** The bureau for which it would come into force. */
  readonly unitId: number;
  readonly unitPath: string;
  readonly basedOn: { readonly versionId: number; readonly name: string; readonly version: string };
  /** JSON of one object, which may be no sound rulebook for a while. */
  readonly text: string;
  /** Counts the saves: a save names the one that it goes on from. */
  readonly guard: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly createdByAccountId: number;
}
