/** Who did something: an account, or the command line. */
export interface Actor {
  readonly accountId: number | null;
  readonly name: string;
}

/** Who acts without an account: nobody's account may bear such a name, or the trail would lie. */
export const NAMES_WITHOUT_ACCOUNT = ['anonymous', 'qinglian', 'first-setup', 'command-line'] as const;

/** One entry of the hash chain: who changed what, when. Holds codes and numbers, never a form's text. */
export interface AuditEntry {
  readonly sequence: number;
  /** UTC instant. */
  readonly at: string;
  /** The account that acted; `null` for the command line. */
  readonly actorAccountId: number | null;
  readonly actor: string;
  /** Such as `form.imported`, `account.signed-in`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Path of the org unit concerned, `/` when none. */
  readonly unitPath: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditVerification {
  readonly entries: number;
  readonly ok: boolean;
  /** Sequence of the first entry that does not fit the chain. */
  readonly firstBad: number | null;
  /** Where the chain ends: kept outside, it shows later that nothing was cut off. `null` when empty. */
  readonly head: AuditCheckpoint | null;
}

export interface AuditCheckpoint {
  readonly sequence: number;
  readonly hash: string;
}

/** What a change says of itself; the trail adds who, when and its place in the chain. */
export type AuditRecord = Pick<AuditEntry, 'action' | 'objectType' | 'objectId' | 'unitPath' | 'details'>;
