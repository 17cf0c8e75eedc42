import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import type { PointForm } from './risk-point.ts';

/** A form by its id, with who filled it in; `null` when there is none or it is out of reach. */
export async function formInReach(from: Queryable, id: number, reach: Reach): Promise<PointForm | null> {
  const row = (await from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .leftJoin('form_holding', 'form_holding.form_id', 'form.id')
    .leftJoin('holding', 'holding.id', 'form_holding.holding_id')
    .leftJoin('person', 'person.id', 'holding.person_id')
    .where('form.id', id)
    // Without a current version the form's import was undone.
    .where('form.current_version', '>', 0)
    .first({ unitName: 'org_unit.name', unitPath: 'org_unit.path', personName: 'person.name' })) as
    { unitName: string; unitPath: string; personName: string | null } | undefined;
  if (row === undefined || !reaches(reach, row.unitPath)) return null;
  return { id, unitName: row.unitName, personName: row.personName };
}
