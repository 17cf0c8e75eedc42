export const UNIT_KINDS = ['region', 'bureau', 'division', 'affiliate', 'section'] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

/** A node of the one tree: region > bureau > division or affiliate > section. */
export interface OrgUnit {
  readonly id: number;
  readonly parentId: number | null;
  readonly kind: UnitKind;
  readonly name: string;
  /** Ids from the root, such as `/1/4/`. */
  readonly path: string;
}

/** What may stand under a unit; a section has nothing under it. */
export const KINDS_UNDER: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  region: ['region', 'bureau'],
  bureau: ['division', 'affiliate'],
  division: ['section'],
  affiliate: ['section'],
  section: [],
};

const AFFILIATE_ENDING = /(中心|支队|大队|总队|执法队|所|站|馆|院|校|公司|协会|学会)$/u;

/** What kind a unit under a bureau most likely is, by the ending of its name; an office can correct it. */
export function likelyUnitKind(name: string): 'division' | 'affiliate' {
  return AFFILIATE_ENDING.test(name) ? 'affiliate' : 'division';
}
