import { z } from 'zod';
import { formLabels } from '../../language/zh/form-labels.ts';
import type { Field } from '../recognition/labels.ts';
import type { Correction } from './correction.ts';
import type { DraftCorrection } from './import-draft.ts';

const LONGEST_VALUE = 20_000;
const whole = z.number().int().nonnegative();
const position = z.strictObject({
  sheet: z.string().optional(),
  table: whole.optional(),
  paragraph: whole.optional(),
  line: whole.optional(),
  row: whole.optional(),
  column: whole.optional(),
});
const field = z
  .enum([
    'unit',
    'name',
    'post',
    'duties',
    'filledOn',
    'text',
    'measure',
    'probability',
    'harm',
    'grade',
    'domains',
  ])
  .nullable();

/** What the page showed as chosen; left out where it showed that nothing is. */
const was = z.string().optional();

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ file: whole, kind: z.literal('column'), at: position, was }),
  z.strictObject({ file: z.null(), kind: z.literal('word'), field, raw: z.string(), was }),
  z.strictObject({
    file: whole,
    kind: z.literal('place'),
    at: position,
    field,
    raw: z.string().nullable(),
    was,
  }),
  z.strictObject({ file: whole, kind: z.literal('leave-out'), at: position, was }),
  z.strictObject({ file: whole, kind: z.literal('accepted'), at: position, code: z.string(), was }),
  z.strictObject({ file: z.null(), kind: z.literal('unit'), written: z.string(), was }),
  z.strictObject({ file: z.null(), kind: z.literal('post'), unitId: whole, written: z.string(), was }),
  z.strictObject({ file: whole, kind: z.literal('point'), at: position, was }),
]);

/** What a control of a draft's form decides; its value is the decision. */
export type DecisionSubject = z.infer<typeof subject>;

/** A decision as a form posts it. */
export interface PostedDecision extends DraftCorrection {
  readonly subject: DecisionSubject;
}

/** The value that makes something new. */
export const NEW = 'new';
const CHECKED = '1';

/** The name of a control. It says what is decided, so that a form needs no memory on the server. */
export function decisionName(decided: DecisionSubject): string {
  return JSON.stringify(decided);
}

/** The decisions in a posted form; controls left blank decide nothing, and names of others' making mean nothing. */
export function decisionsIn(body: Readonly<Record<string, string>>): readonly PostedDecision[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (!name.startsWith('{') || value.trim() === '' || value.length > LONGEST_VALUE) return [];
    const parsed = subject.safeParse(jsonOf(name));
    const correction = parsed.success ? correctionOf(parsed.data, value.trim()) : null;
    if (!parsed.success || correction === null) return [];
    return [{ fileId: parsed.data.file, correction, subject: parsed.data }];
  });
}

/** The value that a control has when it decides this. */
export function valueOf(correction: Correction): string {
  switch (correction.kind) {
    case 'column':
      return correction.field;
    case 'word':
    case 'place':
      return correction.value;
    case 'leave-out':
    case 'accepted':
      return CHECKED;
    case 'unit':
      return choiceValue(correction.unitId);
    case 'post':
      return choiceValue(correction.postId);
    case 'point':
      return choiceValue(correction.pointId);
  }
}

/** The value of one that is on file, or of a new one. */
export function choiceValue(id: number | null): string {
  return id === null ? NEW : String(id);
}

function jsonOf(name: string): unknown {
  try {
    return JSON.parse(name);
  } catch {
    return null;
  }
}

function correctionOf({ file: _, was: __, ...decided }: DecisionSubject, value: string): Correction | null {
  switch (decided.kind) {
    case 'column':
      return isField(value) ? { kind: 'column', at: plain(decided.at), field: value } : null;
    case 'word':
      return { ...decided, value };
    case 'place':
      return value === decided.raw ? null : { ...decided, at: plain(decided.at), value };
    case 'leave-out':
      return value === CHECKED ? { kind: 'leave-out', at: plain(decided.at) } : null;
    case 'accepted':
      return value === CHECKED ? { ...decided, at: plain(decided.at) } : null;
    case 'unit':
      return withId(value, (unitId) => ({ ...decided, unitId }));
    case 'post':
      return withId(value, (postId) => ({ ...decided, postId }));
    case 'point':
      return withId(value, (pointId) => ({ kind: 'point', at: plain(decided.at), pointId }));
  }
}

function isField(value: string): value is Field {
  return Object.hasOwn(formLabels, value);
}

function withId(value: string, made: (id: number | null) => Correction): Correction | null {
  if (value === NEW) return made(null);
  return /^[1-9]\d{0,14}$/u.test(value) ? made(Number(value)) : null;
}

/** A position has no key without a value. */
function plain(at: z.infer<typeof position>): Extract<Correction, { readonly kind: 'column' }>['at'] {
  return Object.fromEntries(Object.entries(at).filter(([, value]) => value !== undefined));
}
