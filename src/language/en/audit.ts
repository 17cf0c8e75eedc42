import { domains } from './domains.ts';
import { terms } from './terms.ts';

/** The trail of what happened; its action names also stand in a point's history. */
export const audit = {
  title: 'Audit trail',
  verdict: {
    whole:
      'The audit chain is whole: {entries} {entries|entry, and it checks|entries, and every one checks} out.',
    broken: 'The audit chain breaks at entry {firstBad}: entries from there on may have been tampered with.',
    empty: 'There are no audit entries yet.',
  },
  wholeNote:
    'Each entry carries the digest of the one before, so changing, deleting or inserting any entry shows.',
  brokenNote:
    'Tell the discipline team at once, stop using this system and keep the database file as it is. The command qinglian audit verify checks it again offline.',
  head: (sequence: string, hash: string) => `End of the chain: entry ${sequence}, digest ${hash}`,
  headNote: 'Keep a copy of this line elsewhere: it shows later whether entries were cut off at the end.',
  entries: 'Latest entries',
  entriesSub: (shown: string, total: string) =>
    `The latest ${shown}, newest first; the whole chain has ${total}`,
  caption: 'Latest audit entries',
  columns: {
    sequence: 'No.',
    at: 'Time',
    actor: 'By',
    action: 'Action',
    object: 'Object',
    details: 'Details',
    hash: 'Digest (first 12)',
  },
  detail: (name: string, value: string) =>
    `${DETAIL_NAMES.get(name) ?? name}: ${DETAIL_VALUES.get(value) ?? value}`,
  noDetails: '—',
  unreliable: 'Not reliable',
  /** A role and the number of the unit it is held at. */
  roleAt: (role: string, unit: string) => `${ROLES.get(role) ?? role} (${objectName('org-unit')} ${unit})`,
  yes: 'yes',
  no: 'no',
  object: (type: string, id: string) => (id === '' ? objectName(type) : `${objectName(type)} ${id}`),
  /** The program itself and whoever was not signed in have no account name. */
  actorName: (actor: string) => NOBODY.get(actor) ?? actor,
  /** What an audit action means; one that has no name yet keeps its code. */
  actionName: (action: string) => ACTIONS.get(action) ?? action,
};

const NOBODY: ReadonlyMap<string, string> = new Map([
  ['anonymous', 'Not signed in'],
  ['qinglian', 'System'],
  ['first-setup', 'First setup'],
  ['command-line', 'Command line'],
]);

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['points.exported', 'List of risk points exported'],
  ['forms.exported', 'List of forms exported'],
  ['account.created', 'Account opened'],
  ['account.edited', 'Account edited'],
  ['account.role-given', 'Role given'],
  ['account.role-taken', 'Role taken'],
  ['account.closed', 'Account closed'],
  ['account.reopened', 'Account reopened'],
  ['account.password-reset', 'Password reset'],
  ['account.signed-in', 'Signed in'],
  ['account.signed-out', 'Signed out'],
  ['account.password-changed', 'Password changed'],
  ['account.password-refused', 'Wrong password given for a change'],
  ['account.sessions-ended', 'Sessions ended'],
  ['account.sign-in-failed', 'Sign-in failed'],
  ['campaign.created', 'Campaign created'],
  ['campaign.changed', 'Campaign changed'],
  ['unit.changed', 'Unit changed'],
  ['unit.closed', 'Unit closed'],
  ['post.changed', 'Post changed'],
  ['post.closed', 'Post closed'],
  ['post.confirmed', 'Duties and domains confirmed'],
  ['holding.started', 'Holding started'],
  ['holding.ended', 'Holding ended'],
  ['person.renamed', 'name changed'],
  ['person.merged', 'people merged'],
  ['unit.reopened', 'Unit reopened'],
  ['post.reopened', 'Post reopened'],
  ['unit.created', 'Unit created'],
  ['post.created', 'Post created'],
  ['rulebook.loaded', 'Rulebook loaded'],
  ['import.uploaded', 'Files uploaded'],
  ['import.corrected', 'Upload checked and corrected'],
  ['import.file-removed', 'Uploaded file removed'],
  ['import.discarded', 'Upload given up'],
  ['import.committed', 'Files imported'],
  ['import.undone', 'Import undone'],
  ['form.filed', 'First submission'],
  ['form.replaced', 'New version submitted'],
  ['form.assessed', 'Assessment recorded'],
  ['unit.assessed', 'Assessment of a unit recorded'],
  ['point.assessed', 'Risk point assessed'],
  ['point.domains-decided', 'Key domains decided'],
  ['powers.imported', 'List of powers imported'],
  ['campaign.regraded', 'Regraded by the rulebook'],
  ['exemption.requested', 'Exemption applied for'],
  ['exemption.approved', 'Exemption approved'],
  ['exemption.refused', 'Exemption refused'],
  ['exemption.withdrawn', 'Exemption application withdrawn'],
  ['exemption.revoked', 'Exemption revoked'],
]);

const DETAIL_NAMES: ReadonlyMap<string, string> = new Map([
  ['filter', 'filter codes'],
  ['forms', 'forms'],
  ['format', 'format'],
  ['words', 'search words'],
  ['assessments', 'assessments reversed'],
  ['answers', 'answers'],
  ['decisions', 'decisions'],
  ['cases', 'cases'],
  ['created', 'new'],
  ['confidential', 'confidential'],
  ['confirmed', 'confirmed'],
  ['holdings', 'holdings ended'],
  ['position', 'place'],
  ['rejected', 'rejected'],
  ['reopened', 'taken back'],
  ['merged', 'number merged'],
  ['moved', 'holdings moved'],
  ['accounts', 'accounts'],
  ['secondment', 'secondment'],
  ['grades', 'holders see grades'],
  ['due', 'due'],
  ['decision', 'decision'],
  ['opened', 'new or changed'],
  ['closed', 'closed'],
  ['unchanged', 'unchanged'],
  ['digest', 'digest'],
  ['domain', 'key domain'],
  ['files', 'files'],
  ['harm', 'harm'],
  ['kind', 'kind'],
  ['note', 'note'],
  ['points', 'risk points'],
  ['probability', 'probability'],
  ['reason', 'reason'],
  ['regraded', 'regraded'],
  ['replaced', 'replaced'],
  ['roles', 'roles'],
  ['rulebook', 'rulebook'],
  ['sessions', 'sessions'],
  ['state', 'state'],
  ['version', 'version'],
  ['withdrawn', 'withdrawn'],
  ['year', 'year'],
]);

const DETAIL_VALUES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(terms.keyDomains),
  ...Object.entries(domains.decisions),
  ['active', 'active'],
  ['proposed', 'proposed'],
  ['wrong-password', 'wrong password'],
  ['unknown-account', 'no such account'],
  ['closed-account', 'account closed'],
  ['division', 'division'],
  ['affiliate', 'affiliate'],
  ['bureau', 'bureau'],
]);

const ROLES: ReadonlyMap<string, string> = new Map(Object.entries(terms.roles));

function objectName(type: string): string {
  return OBJECTS.get(type) ?? type;
}

const OBJECTS: ReadonlyMap<string, string> = new Map([
  ['account', 'Account'],
  ['campaign', 'Campaign'],
  ['org-unit', 'Unit'],
  ['post', 'Post'],
  ['person', 'person'],
  ['rulebook', 'Rulebook'],
  ['import-draft', 'Upload'],
  ['import-batch', 'Import'],
  ['risk-point', 'Risk point'],
  ['power-import', 'List of powers'],
  ['form', 'Self-check form'],
  ['coverage-exemption', 'Exemption'],
]);
