import { nameKey, personKey } from '../../language/normalise.ts';
import type { Sourced } from '../read-form.ts';
import { namedValue, ownerValue, type Owner } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import type { ListRow } from './list-rows.ts';

/** Whose a row is. Rows of equal keys make one form. */
export interface RowOwner {
  readonly key: string;
  readonly unit: Sourced<string> | null;
  readonly owner: Owner;
  readonly post: Sourced<string> | null;
}

/** Reads whose a row is, and finds what it does not say about that. */
export function rowOwner(row: ListRow, findings: FindingList): RowOwner {
  const unit = namedValue(row.words('unit'));
  const post = namedValue(row.words('post'));
  const owner = ownerOf(row, unit?.value ?? null, findings);
  const name = owner.is === 'person' ? owner.name.value : '';
  const key = [nameKey(unit?.value ?? ''), owner.is, personKey(name), nameKey(post?.value ?? '')].join('\n');
  findGaps(row, unit === null, owner.is === 'missing', findings);
  return { key, unit, owner, post };
}

/** A list without names and posts speaks of what the unit itself answers for. */
function ownerOf(row: ListRow, unit: string | null, findings: FindingList): Owner {
  const name = row.words('name');
  if (name === null && row.words('post') === null) return { is: 'unit' };
  return ownerValue(name, unit, findings);
}

function findGaps(row: ListRow, lacksUnit: boolean, lacksName: boolean, findings: FindingList): void {
  const unit = row.hasColumn('unit') ? row.words('unit') : null;
  if (lacksUnit && unit !== null) findings.error('missing-unit', {}, unit.position, 'unit');
  if (lacksName) findings.error('missing-name', {}, (row.words('name') ?? row.risk).position, 'name');
}
