import { nameKey } from '../../language/normalise.ts';
import { withStatement, type Draft } from './draft.ts';

const AROUND = /^(?:附件|附表)\d*:?|^\d{4}年?度?|^关于/u;
const TITLE =
  /^(.{1,16}?(?:处|室|科|股|中心|站|队|所|委|院|部|会|公司|大队|支队))(?:\d{4}年度?)?(?:岗位|个人)?(?:廉政|廉洁)?风险/u;
const NO_UNIT = /^(?:各?处室|单位|各?科室|单位处室|处室单位|机关各?处室|直属单位)$/u;

/** A title such as 市场秩序处廉政风险自查表 names the unit where no line does. */
export function withTitleUnit(draft: Draft): Draft {
  const isSaid =
    (draft.said.get('unit')?.lines.length ?? 0) > 0 || draft.lists.some(({ columns }) => columns.has('unit'));
  const title = nameKey(draft.title?.text ?? '')
    .replace(/[()]/gu, '')
    .replace(AROUND, '')
    .replace(AROUND, '');
  const unit = TITLE.exec(title)?.[1];
  if (draft.title === null || isSaid || unit === undefined || NO_UNIT.test(unit)) return draft;
  const line = { number: null, text: unit, position: draft.title.position };
  const statement = {
    kind: 'statement',
    field: 'unit',
    label: '',
    lines: [line],
    position: line.position,
    goesOn: false,
  } as const;
  return withStatement(draft, statement);
}
