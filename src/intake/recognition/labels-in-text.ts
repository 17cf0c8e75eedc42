import { labelOf, type Field, type Label } from './labels.ts';
import { withoutRules } from './wording.ts';

/** A label and its value that stand in one line, such as 单位名称：办公室. */
export interface LabelledPart {
  readonly field: Field;
  readonly label: string;
  readonly number: number | null;
  readonly value: string;
}

interface Mark {
  readonly start: number;
  readonly valueStart: number;
  /** `null`: words before a colon that label something we do not read. */
  readonly label: Label | null;
}

const LONGEST_LABEL = 30;
/** Fields whose value may hold any colon of its own. */
const LONG_FIELDS: ReadonlySet<Field> = new Set(['risk', 'measure', 'duties', 'opinion']);

/** The labelled values of a text that begins with a label; empty when it does not begin with one. */
export function labelledParts(text: string): LabelledPart[] {
  const marks = marksIn(text);
  const [first] = marks;
  if (first === undefined || first.label === null || text.slice(0, first.start).trim() !== '')
    return spacedPart(text);
  const known = marks.filter((mark, index) => !isInsideValue(mark, marks.slice(0, index)));
  return known.flatMap((mark, index) => {
    if (mark.label === null) return [];
    const end = known[index + 1]?.start ?? text.length;
    const value = withoutRules(text.slice(mark.valueStart, end));
    const { field, number } = mark.label;
    return [{ field, number, label: text.slice(mark.start, mark.valueStart - 1).trim(), value }];
  });
}

/**
 * The field that a text labels, with or without its value; `null` for a value. 风险1： before a text only numbers it,
 * where a label stands before the cell.
 */
export function fieldBegunBy(text: string): Field | null {
  const label = labelOf(text);
  if (label !== null) return label.field;
  const [first] = labelledParts(text);
  return first?.number === null ? first.field : null;
}

/** After an opinion or a list of risks begins, only a label of another such part ends it. */
function isInsideValue(mark: Mark, before: readonly Mark[]): boolean {
  const open = before.findLast(({ label }) => label !== null && LONG_FIELDS.has(label.field));
  if (open === undefined) return false;
  return mark.label === null || !LONG_FIELDS.has(mark.label.field);
}

function marksIn(text: string): Mark[] {
  return [...text.matchAll(/[：:]/gu)].flatMap(({ index }): Mark[] => {
    const known = knownLabelBefore(text, index);
    if (known !== null) return [{ ...known, valueStart: index + 1 }];
    const unknown = /\s([\p{L}（）()]{2,12})$/u.exec(text.slice(Math.max(0, index - LONGEST_LABEL), index));
    if (unknown === null) return [];
    return [{ start: index - (unknown[1]?.length ?? 0), label: null, valueStart: index + 1 }];
  });
}

/** The longest text before a colon that is a label and begins where a word can begin. */
function knownLabelBefore(text: string, colon: number): { start: number; label: Label } | null {
  for (let start = Math.max(0, colon - LONGEST_LABEL); start < colon; start += 1) {
    const begins = start === 0 || /[\s\p{P}]/u.test(text.charAt(start - 1));
    const label = begins && /\S/u.test(text.charAt(start)) ? labelOf(text.slice(start, colon)) : null;
    if (label !== null) return { start, label };
  }
  return null;
}

/** A label and value parted by space alone, such as 填表日期 2021年4月22日: only where nothing else reads so. */
function spacedPart(text: string): LabelledPart[] {
  const words = text.trim().split(/[\s_＿]+/u);
  for (let count = words.length - 1; count >= 1; count -= 1) {
    const label = labelOf(words.slice(0, count).join(''));
    if (label?.field === 'unit' || label?.field === 'filledOn') {
      return [{ ...label, label: words.slice(0, count).join(''), value: words.slice(count).join(' ') }];
    }
  }
  return [];
}
