import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import type { AdjustmentEffect, Grade, GradingRulebook } from '../rulebook.ts';
import { called } from './called.ts';
import { Codebook } from './codebook.ts';

const CHINESE = zh.ruleSheets.codes;
const ENGLISH = en.ruleSheets.codes;

type GradeCode = '1' | '2' | '3';
const GRADE_CODES = ['1', '2', '3'] as const;

/** The grades by what the rulebook calls them. */
export function gradesOf(labels: GradingRulebook['grades'] | null): Codebook<GradeCode> {
  return new Codebook(
    GRADE_CODES.map((code) => ({ code, names: labels === null ? [] : [labels[code].zh, labels[code].en] })),
  );
}

/** The grades, and that there is none yet. */
export function expectedGradesOf(labels: GradingRulebook['grades'] | null): Codebook<GradeCode | 'none'> {
  const none = called('none' as const, { zh: zh.terms.unassessed, en: en.terms.unassessed });
  const grades = GRADE_CODES.map((code) => ({
    code,
    names: labels === null ? [] : [labels[code].zh, labels[code].en],
  }));
  return new Codebook<GradeCode | 'none'>([...grades, none]);
}

type EffectCode = `lower-${'1' | '2'}` | `limit-${GradeCode}`;

/** What adjustments can do, by the rulebook's names of the grades. */
export function effectsOf(labels: GradingRulebook['grades'] | null): Codebook<EffectCode> {
  const lowering = (['1', '2'] as const).map((by) =>
    called(`lower-${by}` as const, { zh: CHINESE.lowerBy[by], en: ENGLISH.lowerBy[by] }),
  );
  const limits = GRADE_CODES.map((grade) =>
    called(`limit-${grade}` as const, {
      zh: CHINESE.noMilder(labels?.[grade].zh ?? grade),
      en: ENGLISH.noMilder(labels?.[grade].en ?? grade),
    }),
  );
  return new Codebook<EffectCode>([...lowering, ...limits]);
}

export function effectCode(effect: AdjustmentEffect): EffectCode {
  return 'lowerBy' in effect ? `lower-${effect.lowerBy}` : `limit-${effect.noMilderThan}`;
}

export function effectOf(code: EffectCode): AdjustmentEffect {
  switch (code) {
    case 'lower-1':
      return { lowerBy: 1 };
    case 'lower-2':
      return { lowerBy: 2 };
    case 'limit-1':
      return { noMilderThan: 1 };
    case 'limit-2':
      return { noMilderThan: 2 };
    case 'limit-3':
      return { noMilderThan: 3 };
  }
}

/** A grade from its code. */
export function gradeOf(code: GradeCode): Grade {
  return code === '1' ? 1 : code === '2' ? 2 : 3;
}
