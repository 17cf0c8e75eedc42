import { insertExemption } from '../../src/coverage/exemption-store.ts';
import { ofRulebook } from './rulebook-sample.ts';
import { insertDraft } from '../../src/intake/upload/import-draft-store.ts';
import type { Role } from '../../src/access/role.ts';
import type { Database } from '../../src/platform/database.ts';
import { TUNING_SAMPLES } from './tuning-samples.ts';

/** Whose object an address names, seen by somebody of 对外贸易处 or of its bureau 市商务局. */
export const UNITS = [
  { whose: 'the own division', bureau: '市商务局', unit: '对外贸易处', text: '第一句只属于对外贸易处。' },
  { whose: 'another division', bureau: '市商务局', unit: '办公室', text: '第二句只属于办公室。' },
  { whose: 'another bureau', bureau: '市经信局', unit: '企业服务处', text: '第三句只属于另一个局。' },
] as const;

export type SampleUnit = (typeof UNITS)[number];

/** How the policy's tests find an object for a route that names one. */
export interface RouteSample {
  /** The id of that unit's object. */
  idOf(database: Database, unit: SampleUnit): Promise<number | string>;
  /** Whether a role that may open the route reaches that unit's object; the usual reach when left out. */
  readonly isReached?: (role: Role, unit: SampleUnit) => boolean;
}

const division: RouteSample = {
  idOf: async ({ read }, { unit }) => idIn(await read('org_unit').where({ name: unit }).first('id')),
};

const point: RouteSample = {
  idOf: async ({ read }, { text }) =>
    idIn(await read('risk_point_revision').where({ text }).first('risk_point_id as id')),
};

/** An application of that unit; made where there is none yet. */
const exemption: RouteSample = {
  idOf: async (database, unit) => {
    const unitId = await division.idOf(database, unit);
    if (unitId === 'none') return unitId;
    const known = idIn(await database.read('coverage_exemption').where({ unit_id: unitId }).first('id'));
    if (known !== 'none') return known;
    const campaign = idIn(
      await database
        .read('campaign')
        .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
        .where('org_unit.name', unit.bureau)
        .first('campaign.id'),
    );
    const key = { campaignId: Number(campaign), unitId: Number(unitId), domain: 'assets' } as const;
    const step = { accountId: null, actor: '某人', at: '2021-04-22T01:00:00.000Z' };
    return database.transaction((transaction) =>
      insertExemption(transaction, key, { ...step, reason: '本处室职责与资产管理无关。' }),
    );
  },
};

const MADE_AT = '2021-04-22T01:00:00.000Z';

/** An account without a role that the office of that unit keeps, made where there is none. */
const account: RouteSample = {
  idOf: async (database, { unit }) => {
    const { read } = database;
    const { id: unitId } = await read('org_unit').where({ name: unit }).first<{ id: number }>('id');
    const made = {
      username: `of-${unitId}`,
      display_name: '某人',
      password_hash: 'none',
      created_at: MADE_AT,
    };
    await database.transaction((work) =>
      work('account')
        .insert({ ...made, unit_id: unitId })
        .onConflict('username')
        .ignore(),
    );
    return idIn(await read('account').where({ username: made.username }).first('id'));
  },
};

/** The campaign of that unit's bureau: only who holds a role at that bureau reaches it. */
const campaign: RouteSample = {
  idOf: async ({ read }, { bureau }) => {
    const known = read('org_unit').where({ name: bureau }).select('id');
    return idIn(await read('campaign').whereIn('bureau_id', known).first('id'));
  },
};

/** The first post or person of that unit. */
const ofUnit = (table: 'post' | 'person'): RouteSample => ({
  idOf: async ({ read }, { unit }) => {
    const known = read('org_unit').where({ name: unit }).select('id');
    return idIn(await read(table).whereIn('unit_id', known).first('id'));
  },
});
const officePost = ofUnit('post');
const person = ofUnit('person');

/** The import that brought that unit's form. */
const batch: RouteSample = {
  idOf: async ({ read }, { text }) =>
    idIn(
      await read('risk_point_revision')
        .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
        .join('import_file', 'import_file.id', 'form_version.import_file_id')
        .where('risk_point_revision.text', text)
        .first('import_file.batch_id as id'),
    ),
};

const form: RouteSample = {
  idOf: async ({ read }, { text }) =>
    idIn(
      await read('risk_point_revision')
        .join('risk_point', 'risk_point.id', 'risk_point_revision.risk_point_id')
        .where({ text })
        .first('risk_point.form_id as id'),
    ),
};

/** An upload, which only who made it may see: the division head's for the own division, the office's for another. */
const draft: RouteSample = {
  idOf: async (database, unit) => {
    const username = DRAFT_OWNERS[unit.whose];
    const account = await database.read('account').where({ username }).first<{ id: number }>('id');
    const known = await database
      .read('import_draft')
      .where({ account_id: account.id })
      .first<{ id: number } | undefined>('id');
    if (known !== undefined) return known.id;
    const bureau = await database.read('org_unit').where({ name: '市商务局' }).first<{ id: number }>('id');
    const made = { accountId: account.id, bureauId: bureau.id, year: 2021 };
    return database.transaction((transaction) => insertDraft(transaction, made, '2021-04-22T01:00:00.000Z'));
  },
  isReached: (role, { whose }) => DRAFT_OWNERS[whose] === role,
};

const DRAFT_OWNERS: Readonly<Record<SampleUnit['whose'], Role>> = {
  'the own division': 'division-head',
  'another division': 'office',
  'another bureau': 'auditor',
};

/** Every route with a part in its path stands here, or the tests of the policy fail. */
const SAMPLES: Readonly<Record<string, RouteSample>> = {
  ...beneath('/accounts/:id', '/roles /roles/taken /closed /reopened /password /sessions', account),
  '/board/divisions/:id': division,
  '/points/:id': point,
  '/forms/:id': form,
  '/points/:id/domains': point,
  ...beneath('/points/:id', '/override /override/withdraw /approve /reopen', point),
  '/coverage/divisions/:id': division,
  '/coverage/divisions/:id/exemption': division,
  '/coverage/exemptions/:id': exemption,
  '/coverage/exemptions/:id/decision': exemption,
  '/coverage/exemptions/:id/withdrawal': exemption,
  ...beneath('/organisation/units/:id', '/units /posts /closing', division),
  ...beneath('/organisation/posts/:id', '/closing /holdings /holdings/end /domains', officePost),
  ...beneath('/organisation/persons/:id', '/merge', person),
  '/campaigns/:id': campaign,
  ...beneath('/rulebooks/versions/:id', '/activate /reinstate', ofRulebook('version')),
  ...beneath('/rulebooks/proposals/:id', '/approve /return', ofRulebook('version')),
  '/rulebooks/drafts/:id/propose': ofRulebook('draft'),
  ...beneath('/rulebooks/activations/:id', '/progress', ofRulebook('job')),
  '/imports/batches/:id': batch,
  '/imports/batches/:id/undo': batch,
  '/points/:id/assess': point,
  '/points/:id/facts': point,
  '/organisation/posts/:id/facts': officePost,
  '/points/:id/assess/suggestion': point,
  ...TUNING_SAMPLES,
  ...beneath('/imports/:id', '/decisions /files /files/remove /commit /discard /problems.xlsx', draft),
};

function beneath(path: string, ends: string, sample: RouteSample): Record<string, RouteSample> {
  return Object.fromEntries(['', ...ends.split(' ')].map((end) => [path + end, sample]));
}

/** The sample of a route; `null` when its address names no object. */
export function sampleOf(path: string): RouteSample | null {
  if (!path.includes(':')) return null;
  const sample = SAMPLES[path];
  if (sample === undefined) throw new Error(`test/support/route-samples.ts has no sample for ${path}`);
  return sample;
}

/** Its own division for all, other divisions of the bureau for those who hold their role at the bureau. */
export function isReached(path: string, role: Role, unit: SampleUnit): boolean {
  const usual = unit === UNITS[0] || (unit === UNITS[1] && role !== 'division-head');
  return sampleOf(path)?.isReached?.(role, unit) ?? usual;
}

/** The route's address for that unit's object. */
export async function addressOf(database: Database, path: string, unit: SampleUnit): Promise<string> {
  const id = await sampleOf(path)?.idOf(database, unit);
  return id === undefined ? path : path.replace(/:\w+/u, String(id));
}

function idIn(row: unknown): number | 'none' {
  const found = row as { readonly id: number } | undefined;
  return found?.id ?? 'none';
}
