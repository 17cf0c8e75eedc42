import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { ReadFile, ReadForm, Sourced } from '../../src/intake/read-form.ts';
import type { Services } from '../../src/services.ts';

/** What a test says of a self-check form; the rest is made up. */
export interface FiledPoint {
  readonly unit: string;
  readonly text: string;
}

/** Files one self-check form with one risk point per unit, by the import that everybody uses. */
export async function filePoints(
  { imports }: Pick<Services, 'imports'>,
  bureau: string,
  points: readonly FiledPoint[],
): Promise<void> {
  const read: ReadFile = { file: `${bureau}.csv`, format: 'csv', forms: points.map(formOf), findings: [] };
  const files = [{ read, digest: `digest of ${bureau}` }];
  const request = { files, year: 2021, bureau, dryRun: false, mayCreate: true };
  const { written } = await imports.import(request, COMMAND_LINE);
  if (!written) throw new Error(`the import of ${bureau} was refused`);
}

function formOf({ unit, text }: FiledPoint): ReadForm {
  const measure = sourced('严格执行财务报销“双审”制度。');
  const unknown = { probability: null, harm: null, grade: null, domains: null };
  return {
    kind: 'annex1',
    unit: sourced(unit),
    name: sourced('李四'),
    ownedByUnit: false,
    post: sourced('综合岗'),
    duties: sourced('负责政府采购和经费报销审核。'),
    filledOn: sourced('2021-04-22'),
    risks: [{ ordinal: 1, text: sourced(text), measure, ...unknown }],
    opinions: [],
  };
}

function sourced(value: string): Sourced<string> {
  return { value, raw: value, position: { line: 1, column: 1 } };
}
