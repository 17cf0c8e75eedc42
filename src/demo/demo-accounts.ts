import type { Role } from '../access/role.ts';

/** The demo's accounts. Everything in the demo is made up, so its passwords may stand in the open. */
export interface DemoAccountPlan {
  readonly username: string;
  readonly password: string;
  readonly who: string;
  readonly role: Role;
  /** Name of the unit the role is held at; `null` is the bureau. */
  readonly unit: string | null;
}

const PASSWORD = 'qinglian-demo-2021';

export const DEMO_ACCOUNTS: readonly DemoAccountPlan[] = [
  { username: 'dangzu', password: PASSWORD, who: '局党组', role: 'party-group', unit: null },
  { username: 'jijian', password: PASSWORD, who: '派驻纪检组', role: 'discipline-team', unit: null },
  { username: 'bangongshi', password: PASSWORD, who: '局办公室', role: 'office', unit: null },
  { username: 'bgs-fuzeren', password: PASSWORD, who: '办公室负责人', role: 'division-head', unit: '办公室' },
  {
    username: 'wmc-fuzeren',
    password: PASSWORD,
    who: '对外贸易处负责人',
    role: 'division-head',
    unit: '对外贸易处',
  },
  { username: 'shenji', password: PASSWORD, who: '审计员', role: 'auditor', unit: null },
];
