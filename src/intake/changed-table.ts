/** Tables whose rows an import makes or changes, in the order in which their rows depend on each other. */
export const CHANGED_TABLES = [
  'org_unit',
  'post',
  'person',
  'holding',
  'post_domain',
  'form',
  'form_holding',
  'form_paper',
  'risk_point_state',
  'risk_point_domain',
] as const;

export type ChangedTable = (typeof CHANGED_TABLES)[number];

/** Which columns tell a table's rows apart. */
export const ROW_KEY: Readonly<Record<ChangedTable, readonly string[]>> = {
  org_unit: ['id'],
  post: ['id'],
  person: ['id'],
  holding: ['id'],
  post_domain: ['post_id', 'domain'],
  form: ['id'],
  form_holding: ['form_id', 'holding_id'],
  form_paper: ['form_id', 'kind'],
  risk_point_state: ['risk_point_id'],
  risk_point_domain: ['risk_point_id', 'domain'],
};
