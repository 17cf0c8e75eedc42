import type { DemoRisk } from './demo-bureau.ts';

export type GradeName = '一级' | '二级' | '三级';

/**
 * The grade by the notice (part 三·3), or null while probability or harm is unknown. Written out here and not taken
 * from the rulebook, so that the demo's tables can be held against what the program makes of the same files.
 */
export function gradeByNotice({ probability, harm }: DemoRisk): GradeName | null {
  if (probability === null || harm === null) return null;
  if (probability === '高' || harm === '严重') return '一级';
  if (probability === '较高' || harm === '较为严重') return '二级';
  return '三级';
}
