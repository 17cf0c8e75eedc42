import type { Texts } from '../../language/texts.ts';
import type { Words } from '../../language/words.ts';
import type { Position } from '../read-form.ts';

/** What a list of powers (权责清单) may say of one power. */
export type PowerField = 'number' | 'name' | 'kind' | 'unit' | 'post' | 'basis' | 'domain';

export interface PowerValue {
  readonly text: string;
  readonly position: Position;
}

/** One row of the list, as it is written; an empty cell is not there. */
export interface PowerRow {
  readonly position: Position;
  readonly values: Readonly<Partial<Record<PowerField, PowerValue>>>;
}

/** What is wrong with a list: where, what stands there, and in words what it is and how to put it right. */
export interface PowerFinding {
  readonly code: string;
  readonly position: Position;
  readonly value: string | null;
  readonly say: (text: Texts) => Words;
}

export interface ReadPowerList {
  readonly rows: readonly PowerRow[];
  readonly findings: readonly PowerFinding[];
}
