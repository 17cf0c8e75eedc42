import { expect } from 'chai';
import { noticeScales } from '../../src/intake/notice-scales-service.ts';
import { labelledParts } from '../../src/intake/recognition/labels-in-text.ts';
import { labelOf, titleOf } from '../../src/intake/recognition/labels.ts';
import { readDomains, readGrade, readStep } from '../../src/intake/recognition/value-words.ts';

const GRADES: readonly (readonly [string, 1 | 2 | 3 | null | 'unknown'])[] = [
  ...(
    [
      '一级',
      '1级',
      'Ⅰ级',
      'I级',
      '1',
      '１',
      '一',
      'Ⅰ',
      '一级风险',
      '高',
      '高风险',
      '■ 一级',
      '拟一级',
      '一级（拟）',
    ] as const
  ).map((word) => [word, 1] as const),
  ...(
    ['二级', '2', 'Ⅱ级', 'ⅱ', 'II', '二', '2.0', '中', '较高', '二 级', '二级廉政风险点', '第二级'] as const
  ).map((word) => [word, 2] as const),
  ...(['三级', '3级', 'Ⅲ', 'iii级', '低', '较低', '低风险', '风险等级：三级'] as const).map(
    (word) => [word, 3] as const,
  ),
  ...(['', '—', '/', '待定', '待评定', '（待定）'] as const).map((word) => [word, null] as const),
  ...(['四级', 'A', '特级', '一二级', '0', '优'] as const).map((word) => [word, 'unknown'] as const),
];

const LABELS: readonly (readonly [string, string | null])[] = [
  ...(['姓 名', '姓　　名', '姓\n名', '姓名：', '＊姓名', '姓名（签字）'] as const).map(
    (word) => [word, 'name'] as const,
  ),
  ...(
    [
      '单位(处室)名称:',
      '单位（处室）名称',
      '处室名称',
      '科 室',
      '部门',
      '单 位',
      '所在处室',
      '填报单位（盖章）',
    ] as const
  ).map((word) => [word, 'unit'] as const),
  ...(['岗 位 名 称', '岗位', '职务', '岗位/职务', '岗位（职务）'] as const).map(
    (word) => [word, 'post'] as const,
  ),
  ...(['岗 位\n职 责', '职责', '主要职责', '岗位职责（简述）'] as const).map(
    (word) => [word, 'duties'] as const,
  ),
  ...(
    [
      '潜在风险',
      '廉政风险点',
      '风 险 点',
      '存在的廉政风险点',
      '2.潜在风险',
      '潜在风险（续）',
      '续：潜在风险',
      '潜在风险3',
    ] as const
  ).map((word) => [word, 'risk'] as const),
  ...(['防控措施', '防范措施', '措施', '拟采取的防控措施', '防 控 措 施：', '防控措施一'] as const).map(
    (word) => [word, 'measure'] as const,
  ),
  ...(['发生机率', '发生概率', '概率', '发生几率（高/较高/较小）', '可能性'] as const).map(
    (word) => [word, 'probability'] as const,
  ),
  ...(['危害程度', '危害', '可能造成的危害程度'] as const).map((word) => [word, 'harm'] as const),
  ...(['风险等级', '等级', '风险等级（一、二、三级）', '填报等级'] as const).map(
    (word) => [word, 'grade'] as const,
  ),
  ...(['重点领域', '所属领域'] as const).map((word) => [word, 'domains'] as const),
  ...(['填表日期', '填报时间', '日　期：'] as const).map((word) => [word, 'filledOn'] as const),
  ...(
    ['单 位 （ 处 室 ） 负 责 人 意 见', '局分管领导意见', '派驻纪检组意见：', '处室负责人签字'] as const
  ).map((word) => [word, 'opinion'] as const),
  ...(
    ['办公室', '陈某', '财务管理岗', '负责职责范围内的工作。', '措施得力，成效明显', '', '签字'] as const
  ).map((word) => [word, null] as const),
];

const TITLES: readonly (readonly [string, string | null])[] = [
  ['廉政风险自查表（岗位）', 'annex1'],
  ['附件1：廉 政 风 险 自 查 表', 'annex1'],
  ['单位（处室）廉政风险点及防控措施汇总表', 'annex2'],
  ['2021年度廉政风险点登记表', 'register'],
  ['廉政风险自查表（续表）', null],
  ['一、填写《廉政风险自查表（岗位）》，由处室负责人审核。', null],
  ['固定资产登记表', null],
];

describe('words of forms', () => {
  for (const [word, grade] of GRADES) {
    it(`“${word}” as a grade is ${String(grade)}`, () => {
      expect(readGrade(word)).to.equal(grade);
    });
  }

  for (const [text, field] of LABELS) {
    it(`“${text.replace('\n', '⏎')}” labels ${field ?? 'nothing'}`, () => {
      expect(labelOf(text)?.field ?? null).to.equal(field);
    });
  }

  for (const [text, kind] of TITLES) {
    it(`“${text}” is the title of ${kind ?? 'no form'}`, () => {
      expect(titleOf(text)).to.equal(kind);
    });
  }

  it('may have several labels and values in one line', () => {
    const line = '单位（处室）名称：__办公室__　　填表人：王某　填表日期：2021年4月22日';
    expect(labelledParts(line).map(({ field, value }) => [field, value])).to.deep.equal([
      ['unit', '办公室'],
      ['other', '王某'],
      ['filledOn', '2021年4月22日'],
    ]);
  });

  it('may part label and value by space alone', () => {
    expect(labelledParts('填表日期  2021年4月22日').map(({ value }) => value)).to.deep.equal([
      '2021年4月22日',
    ]);
    expect(labelledParts('单位名称 办公室').map(({ value }) => value)).to.deep.equal(['办公室']);
    expect(labelledParts('单位要加强管理')).to.deep.equal([]);
  });

  it('name key domains by the notice’s names, codes and short names', () => {
    expect(readDomains('采购工作、财务；行政审批领域\npersonnel')).to.deep.equal({
      domains: ['procurement', 'finance', 'approvals', 'personnel'],
      unknown: [],
    });
    expect(readDomains('后勤，采购').unknown).to.deep.equal(['后勤']);
  });

  it('name a scale’s steps only as the scale does', () => {
    const { probability } = noticeScales();
    const read = ['较  高', 'fairly-high', 'Fairly High', '比较高', '高（大概率）', '很高', '', '—'].map(
      (word) => readStep(word, probability),
    );
    const steps = read.map((step) => (step === null || step === 'unknown' ? step : step.step));
    expect(steps).to.deep.equal([
      'fairly-high',
      'fairly-high',
      'fairly-high',
      'fairly-high',
      'high',
      'unknown',
      null,
      null,
    ]);
  });
});
