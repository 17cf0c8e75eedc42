import { readShippedRulebooks } from '../rulebooks/shipped-rulebooks-reader.ts';
import type { ReadScales } from './read-form.ts';

const NOTICE = 'notice-2021';

/** The notice's own scales, by which `read` understands probability and harm. */
export function noticeScales(): ReadScales {
  for (const rulebook of readShippedRulebooks()) {
    if (rulebook.kind === 'grading' && rulebook.name === NOTICE) return rulebook.scales;
  }
  throw new Error(`rules/grading has no ${NOTICE}`);
}
