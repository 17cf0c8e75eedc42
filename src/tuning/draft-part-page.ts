import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import type { Bench } from './bench.ts';
import type { DraftEdit } from './draft-change.ts';
import type { EditFaults } from './edit-fault.ts';

type Fields = Readonly<Record<string, string>>;

/** How a part of a draft is looked at: what the address asks for, or what was posted and refused. */
export interface PartVisit<Edit> {
  readonly mayTune: boolean;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly refused: { readonly change: Edit; readonly faults: EditFaults; readonly typed: Fields } | null;
}

/** A part of a draft that has a page of its own, with forms that each post one change. */
export interface DraftPart<Edit extends DraftEdit> {
  readonly path: string;
  readonly view: string;
  readonly addressOf: (id: number) => string;
  readonly read: (fields: Fields) => Edit | null;
  /** @throws OperationalError `not-found` where the draft has no such part */
  readonly model: (bench: Bench, visit: PartVisit<Edit>, text: Texts) => PageModel;
  /** Where the person goes on, as the end of the address, and what is said. */
  readonly saved: (change: Edit, text: Texts) => { readonly end: string; readonly notice: string };
}
