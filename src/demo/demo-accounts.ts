import type { Role } from '../access/role.ts';

/** The demo's accounts. Everything in the demo is made up, so its passwords may stand in the open. */
export interface DemoAccountPlan {
  readonly username: string;
  readonly password: string;
  readonly who: { readonly zh: string; readonly en: string };
  readonly role: Role;
  /** Where the role is held: `region`, `bureau`, or a division's name. */
  readonly at: readonly string[];
  /** Name of the person of the first unit whose account it is; `null` where it is nobody's own. */
  readonly person: string | null;
}

const PASSWORD = 'qinglian-demo-2021';

export const DEMO_ACCOUNTS: readonly DemoAccountPlan[] = [
  {
    username: 'dangzu',
    password: PASSWORD,
    who: { zh: '局党组', en: 'Party group' },
    role: 'party-group',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'juzhang',
    password: PASSWORD,
    who: { zh: '局主要领导', en: 'Principal leader' },
    role: 'principal-leader',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'fenguan',
    password: PASSWORD,
    who: { zh: '分管外贸、外资的局领导', en: 'Leader in charge (trade, investment)' },
    role: 'leader-in-charge',
    at: ['对外贸易处', '外商投资处'],
    person: null,
  },
  {
    username: 'jijian',
    password: PASSWORD,
    who: { zh: '派驻纪检组', en: 'Discipline team' },
    role: 'discipline-team',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'pinggu',
    password: PASSWORD,
    who: { zh: '质量评估组', en: 'Assessment group' },
    role: 'assessment-group',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'bangongshi',
    password: PASSWORD,
    who: { zh: '局办公室', en: 'Office' },
    role: 'office',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'bgs-fuzeren',
    password: PASSWORD,
    who: { zh: '办公室负责人', en: 'Division head (general office)' },
    role: 'division-head',
    at: ['办公室'],
    person: null,
  },
  {
    username: 'wmc-fuzeren',
    password: PASSWORD,
    who: { zh: '对外贸易处负责人', en: 'Division head (foreign trade)' },
    role: 'division-head',
    at: ['对外贸易处'],
    person: null,
  },
  {
    username: 'gangwei',
    password: PASSWORD,
    who: { zh: '岗位人员（对外贸易处）', en: 'Post-holder (foreign trade)' },
    role: 'post-holder',
    at: ['对外贸易处'],
    person: '柏青峦',
  },
  {
    username: 'shenji',
    password: PASSWORD,
    who: { zh: '审计员', en: 'Auditor' },
    role: 'auditor',
    at: ['bureau'],
    person: null,
  },
  {
    username: 'shiji',
    password: PASSWORD,
    who: { zh: '市级主管部门', en: 'Regional office' },
    role: 'regional',
    at: ['region'],
    person: null,
  },
];
