import type { Reach } from '../organisation/reach.ts';
import type { NameChoices } from '../organisation/name-choices.ts';
import type { ReadFile } from './read-form.ts';

/** What to import, and how. */
export interface ImportRequest {
  readonly files: readonly { readonly read: ReadFile; readonly digest: string }[];
  readonly year: number;
  /** `null`: the only bureau there is. */
  readonly bureau: string | number | null;
  readonly dryRun: boolean;
  /** Whether missing units and posts may be made. */
  readonly mayCreate: boolean;
  /** Told which form is being filed, from 1, of how many. */
  readonly onFiling?: (form: number, of: number) => void;
  /** What the sender may reach and has decided; left out, as on the command line, everything goes. */
  readonly decisions?: ImportDecisions;
}

/** What a person who uploads may do, and what they decided. */
export interface ImportDecisions {
  readonly reach: Reach;
  /** Whether the year's campaign may be opened by this import. */
  readonly mayOpenCampaign: boolean;
  readonly names: NameChoices;
  /** By the number of the file and the place of a risk: the point that is meant, `null` for a new one. */
  readonly points: ReadonlyMap<string, number | null>;
}
