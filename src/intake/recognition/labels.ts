import { formLabels, formTitles, opinionGivers } from '../../language/zh/form-labels.ts';
import { nameKey } from '../../language/normalise.ts';
import type { FormKind } from '../read-form.ts';
import { plainNumber } from './chinese-number.ts';

export type Field = keyof typeof formLabels;

/** A text that labels a field of a form. */
export interface Label {
  readonly field: Field;
  /** Lower is more particular, among labels of the same field. */
  readonly rank: number;
  /** 潜在风险2 labels the second. */
  readonly number: number | null;
}

const LONGEST_LABEL = 40;
const LONGEST_TITLE = 60;

const LABELS: ReadonlyMap<string, Label> = new Map(
  (Object.keys(formLabels) as Field[]) // The keys of a constant are its type's keys.
    .flatMap((field) =>
      formLabels[field].map((words, rank) => [words, { field, rank, number: null }] as const),
    ),
);

const TITLES = {
  annex1: endingWith(formTitles.annex1),
  annex2: endingWith(formTitles.annex2),
  register: endingWith(formTitles.register),
};

function endingWith(words: readonly string[]): RegExp {
  return new RegExp(`(?:${words.join('|')})(?:\\p{P}|\\d|岗位|个人|单位|处室|年度?|表|样表|附件.*)*$`, 'u');
}

/** The label that a text is, whatever its spacing, width, brackets and marks; `null` when it is none. */
export function labelOf(text: string): Label | null {
  if (text.length > LONGEST_LABEL || /[。；;，,！!]/u.test(text)) return null;
  const [flat, short] = spellings(text);
  return LABELS.get(flat) ?? LABELS.get(short) ?? numberedLabel(short) ?? opinionLabel(flat, text);
}

/** The kind of form whose title a text is; a continuation's title begins no form. */
export function titleOf(text: string): FormKind | null {
  const key = nameKey(text);
  if (text.length > LONGEST_TITLE || /[。；]|^注:/u.test(key) || isContinuation(text)) return null;
  const bare = key.replace(/[()《》〈〉<>"“”]/gu, '');
  if (TITLES.annex1.test(bare)) return 'annex1';
  if (TITLES.annex2.test(bare)) return 'annex2';
  return TITLES.register.test(bare) && bare.includes('风险') ? 'register' : null;
}

/** Whether a text only says that the form above goes on. */
export function isContinuation(text: string): boolean {
  return text.length <= LONGEST_TITLE && /附页|续页|续表|\(续|续\)|^续|接上|另附/u.test(nameKey(text));
}

/** Without brackets but with what they hold, and without what they hold. */
function spellings(text: string): readonly [string, string] {
  const key = nameKey(text).replace(/^(?:[*※★☆●○■□▲#]|\d{1,2}[.、]|\(\d{1,2}\))+/u, '');
  const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
  const unbracketed = key.replace(/[(【〔[].*?[)】〕\]]/gu, '').replace(/^(?:附页|续表?)|续表?$/gu, '');
  return [plain(key), plain(unbracketed)];
}

function numberedLabel(key: string): Label | null {
  const parts = /^(.*?)(\d{1,2}|[一二三四五六七八九十]{1,3})$/u.exec(key);
  const label = LABELS.get(parts?.[1] ?? '');
  if (label === undefined || !(label.field === 'risk' || label.field === 'measure')) return null;
  return { ...label, number: plainNumber(parts?.[2] ?? '') };
}

function opinionLabel(key: string, text: string): Label | null {
  // A colon ends a label; what follows it may end like another.
  if (/[：:]\s*\S/u.test(text)) return null;
  const isOpinion =
    key.endsWith('意见') ||
    (/(?:签字|签名|签章|签署|审核|审批|审签)$/u.test(key) &&
      opinionGivers.some((giver) => key.includes(giver)));
  return isOpinion ? { field: 'opinion', rank: 0, number: null } : null;
}
