import type { Grade } from '../rulebooks/rulebook.ts';

/** A grade that the demo's assessment group changes: most of them in one case, and there mostly upwards. */
export interface DemoOverride {
  readonly unit: string;
  readonly text: string;
  readonly grade: Grade;
  readonly reason: string;
}

export const DEMO_OVERRIDES: readonly DemoOverride[] = [
  {
    unit: '人事教育处',
    text: '报销培训费时多报人数、多报天数，用套出的经费支付超标准的伙食和礼品。',
    grade: 1,
    reason: '套取财政资金，数额累积可能涉嫌犯罪，同类问题上年巡察已指出。',
  },
  {
    unit: '人事教育处',
    text: '发放走访慰问金时代签代领、少发冒领，差额经费落入经办人口袋。',
    grade: 1,
    reason: '属侵吞慰问资金，后果不止于纪律处分。',
  },
  {
    unit: '外商投资处',
    text: '支付中介引荐佣金时不看项目是否落地，按意向书就签付款单，甚至与中介约定分成，侵吞招商经费。',
    grade: 1,
    reason: '单笔佣金金额大，与中介约定分成涉嫌受贿。',
  },
  {
    unit: '规划财务处',
    text: '空白财政票据领用、核销不登记，开出去的票据少入账或者迟入账，坐收坐支。',
    grade: 1,
    reason: '票据与资金由一人经手，审计已两次提出。',
  },
  {
    unit: '规划财务处',
    text: '库存现金不做日清月结，用白条抵库，挪出现金供个人周转。',
    grade: 3,
    reason: '公务卡结算后库存现金已不足千元，实际影响有限。',
  },
  {
    unit: '办公室',
    text: '密级文件传阅期间私自复印、拍照或用微信转发，敏感的经贸谈判信息流到企业手中。',
    grade: 1,
    reason: '泄露国家秘密可能触犯刑律。',
  },
  {
    unit: '办公室',
    text: '利用后台管理员权限导出企业经营数据和联系人信息，私下提供给商业机构牟利。',
    grade: 1,
    reason: '出售信息牟利可能触犯刑律。',
  },
];

/** The division whose points the demo's party group has approved. */
export const DEMO_APPROVED = { unit: '机关党委', minutes: '局党组会议纪要〔2021〕6号' };
