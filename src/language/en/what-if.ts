import type { Texts } from '../texts.ts';

/** Words of what a change of rules would do. */
export const whatIf: Texts['whatIf'] = {
  command: {
    description: 'say what a rulebook would do: how many points would get another grade; changes nothing',
    rulebook: 'a rulebook’s file, or name@version of one in the database',
    total: (points: number, changed: number, seconds: number): string =>
      changed === 0
        ? `${points} risk points, no grade would change (${seconds} s).`
        : `${points} risk points, ${changed} would change grade (${seconds} s).`,
    move: (from: string, to: string, count: number): string => `${from} → ${to}: ${count}`,
    unit: 'Unit',
    moved: 'Moves',
    before: 'Grade 1 before',
    after: 'Grade 1 after',
  },
};
