/** What the discipline team types to declare a number that a bureau adds. */
export const AMOUNT = {
  'title-zh': '年经办金额',
  'title-en': 'Amount handled per year',
  'source-zh': '上一年度经手支付的金额，财务核对。',
  'source-en': 'Amount paid last year, checked by finance.',
  name: '',
  of: 'risk-point',
  kind: 'number',
  worse: 'up',
  'unit-zh': '万元',
  'unit-en': 'ten thousand yuan',
  maximum: '100,000',
  options: '',
};
