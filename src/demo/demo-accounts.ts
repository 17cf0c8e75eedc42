import type { Role } from '../access/role.ts';

/** The demo's accounts. Everything in the demo is made up, so its passwords may stand in the open. */
export interface DemoAccountPlan {
  readonly username: string;
  readonly password: string;
  readonly who: { readonly zh: string; readonly en: string };
  readonly role: Role;
  /** Name of the unit the role is held at; `null` is the bureau. */
  readonly unit: string | null;
}

const PASSWORD = 'qinglian-demo-2021';

export const DEMO_ACCOUNTS: readonly DemoAccountPlan[] = [
  {
    username: 'dangzu',
    password: PASSWORD,
    who: { zh: '局党组', en: 'Party group' },
    role: 'party-group',
    unit: null,
  },
  {
    username: 'jijian',
    password: PASSWORD,
    who: { zh: '派驻纪检组', en: 'Discipline team' },
    role: 'discipline-team',
    unit: null,
  },
  {
    username: 'bangongshi',
    password: PASSWORD,
    who: { zh: '局办公室', en: 'Office' },
    role: 'office',
    unit: null,
  },
  {
    username: 'bgs-fuzeren',
    password: PASSWORD,
    who: { zh: '办公室负责人', en: 'Division head (general office)' },
    role: 'division-head',
    unit: '办公室',
  },
  {
    username: 'wmc-fuzeren',
    password: PASSWORD,
    who: { zh: '对外贸易处负责人', en: 'Division head (foreign trade)' },
    role: 'division-head',
    unit: '对外贸易处',
  },
  {
    username: 'shenji',
    password: PASSWORD,
    who: { zh: '审计员', en: 'Auditor' },
    role: 'auditor',
    unit: null,
  },
];
