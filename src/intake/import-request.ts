import type { ReadFile } from './read-form.ts';

/** What to import, and how. */
export interface ImportRequest {
  readonly files: readonly { readonly read: ReadFile; readonly digest: string }[];
  readonly year: number;
  /** `null`: the only bureau there is. */
  readonly bureau: string | null;
  readonly dryRun: boolean;
  /** Whether missing units and posts may be made. */
  readonly mayCreate: boolean;
}
