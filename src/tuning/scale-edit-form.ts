import type { Grade } from '../rulebooks/rulebook.ts';
import { SCALE_FACTS, type ScaleEdit, type ScaleFact } from './scale-change.ts';

type Fields = Readonly<Record<string, string>>;

const READERS: Readonly<Record<string, (fields: Fields, fact: ScaleFact) => ScaleEdit | null>> = {
  'name-steps': (fields, fact) => {
    const zh = changedWords(fields, `zh/${fact}/`);
    const en = changedWords(fields, `en/${fact}/`);
    if (zh === null || en === null) return null;
    const codes = new Set([...zh.keys(), ...en.keys()]);
    const names = [...codes].map((code) => ({
      code,
      ...(zh.has(code) ? { zh: zh.get(code) ?? '' } : {}),
      ...(en.has(code) ? { en: en.get(code) ?? '' } : {}),
    }));
    return { kind: 'name-steps', fact, names };
  },
  'add-step': (fields, fact) => {
    const at = /^\d$/u.test(fields['at'] ?? '') ? Number(fields['at']) : -1;
    const grades = valuesUnder(fields, 'grade/').flatMap(([step, value]): [string, Grade][] => {
      const grade = ([1, 2, 3] as const).find((one) => String(one) === value);
      return grade === undefined ? [] : [[step, grade]];
    });
    const [zh, en] = [fields['zh']?.trim() ?? '', fields['en']?.trim() ?? ''];
    return { kind: 'add-step', fact, at, zh, en, grades: Object.fromEntries(grades) };
  },
  'move-step': (fields, fact) => ({
    kind: 'move-step',
    fact,
    step: fields['step'] ?? '',
    by: fields['by'] === '-1' ? -1 : 1,
  }),
  'remove-step': (fields, fact) => {
    const instead = fields['instead'] ?? '';
    const step = fields['step'] ?? '';
    return { kind: 'remove-step', fact, step, instead: instead === '' ? null : instead };
  },
  'map-scale': (fields, fact) => ({
    kind: 'map-scale',
    fact,
    mapping: Object.fromEntries(valuesUnder(fields, `map/${fact}/`)),
  }),
  'unmap-scale': (_fields, fact) => ({ kind: 'map-scale', fact, mapping: null }),
};

/** The change of a scale that a posted form asks for; `null` where it is none of ours. Whether it fits is the reducer's. */
export function readScaleEdit(fields: Fields): ScaleEdit | null {
  const fact = SCALE_FACTS.find((one) => one === fields['fact']);
  const read = Object.entries(READERS).find(([kind]) => kind === fields['edit'])?.[1];
  return fact === undefined || read === undefined ? null : read(fields, fact);
}

// A form posts every word of a scale: one that is as `seen/zh/harm/serious` says it was shown is nobody's change, or it
// would take back what somebody else called the step meanwhile. `null` where none was posted.
function changedWords(fields: Fields, prefix: string): ReadonlyMap<string, string> | null {
  const posted = valuesUnder(fields, prefix);
  if (posted.length === 0) return null;
  return new Map(posted.filter(([code, word]) => fields[`seen/${prefix}${code}`] !== word));
}

function valuesUnder(fields: Fields, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(prefix) ? [[field.slice(prefix.length), value.trim()] as const] : [],
  );
}
