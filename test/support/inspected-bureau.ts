import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { Services } from '../../src/services.ts';
import { aReadFile } from './read-file.ts';

/** What nobody should be able to make a page run. */
export const PAYLOAD = `"><img src=x onerror="document.title='broken into'"><script>broken()</script>`;

/** A unit whose name tries to leave the chart it is drawn in. */
export const HOSTILE_UNIT = `会展"'></script>处`;

const OFFICE = {
  unit: '办公室',
  risks: [
    {
      text: '化整为零规避公开招标。',
      probability: 'high',
      harm: 'limited',
      domains: ['procurement'],
      grade: 2,
    },
    { text: '与供应商串通，泄露标底。', probability: 'small', harm: 'serious', measure: null },
    { text: '验收走过场，以次充好。', probability: 'fairly-high', harm: 'limited', domains: ['procurement'] },
    { text: `履约付款拖延${PAYLOAD}` },
  ],
} as const;

const TRADE = {
  unit: '对外贸易处',
  name: '吴启航',
  post: '外贸扶持资金岗',
  duties: '负责外贸扶持资金政策拟订、项目申报受理和资金兑现；负责本处政府采购。',
  risks: [
    {
      text: '申报指南设置倾向性条件，为特定企业量身定做。',
      probability: 'fairly-high',
      harm: 'serious',
      domains: ['policy-funds'],
    },
    { text: '兑现时拖延刁难企业。', probability: 'small', harm: 'limited', domains: ['policy-funds'] },
  ],
} as const;

const HOSTILE = {
  unit: HOSTILE_UNIT,
  name: '钱某',
  post: '综合岗',
  duties: '负责综合协调。',
  risks: [{ text: '收受礼品礼金。', probability: 'small', harm: 'fairly-serious' }],
} as const;

const ALL_OF_ONE_KIND = {
  unit: '市场秩序处',
  name: '孙某',
  post: '行政审批岗',
  duties: '负责行政审批事项的受理和审查。',
  risks: Array.from({ length: 60 }, (_, index) => ({
    text: `第 ${index + 1} 类许可事项审查不严。`,
    probability: 'small',
    harm: 'limited',
    domains: ['approvals'] as const,
  })),
} as const;

/** Gives the bureau of the test app forms of four divisions in a year: every grade, a gap, a page and a bit of points. */
export async function inspectBureau({ imports }: Pick<Services, 'imports'>, year = 2021): Promise<void> {
  const read = aReadFile([OFFICE, TRADE, HOSTILE, ALL_OF_ONE_KIND], '自查表.docx');
  const request = {
    files: [{ read, digest: 'one' }],
    year,
    bureau: '市商务局',
    dryRun: false,
    mayCreate: true,
  };
  const { written } = await imports.import(request, COMMAND_LINE);
  if (!written) throw new Error('the forms were refused');
}
