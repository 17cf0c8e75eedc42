import type { BothLanguages } from '../rulebook.ts';

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;

/** A number as people type it: full-width, with marks between thousands, with its unit. */
export function numberFrom(word: string, unit: BothLanguages | null): number | null {
  const plain = word.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  const units = unit === null ? [] : [unit.zh, unit.en].map((one) => one.normalize('NFKC').toLowerCase());
  const used = units.find((one) => one !== '' && plain.endsWith(one.replaceAll(/\s/gu, '')));
  const bare = used === undefined ? plain : plain.slice(0, plain.length - used.replaceAll(/\s/gu, '').length);
  const digits = /^\d{1,3}(?:,\d{3})+$/u.test(bare) ? bare.replaceAll(',', '') : bare;
  return NUMBER.test(digits) ? Number(digits) : null;
}
