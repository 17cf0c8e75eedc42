import { Store, type SessionData } from 'express-session';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { sessionKey } from './session-key.ts';
import { idleEnd, isRenewalDue } from './session-life.ts';

interface SessionRow {
  readonly sid: string;
  readonly sess: string;
  readonly expired: string;
  readonly account_id: number | null;
  readonly signed_in_at: string | null;
  readonly used_at: string;
}

type Done = (error?: unknown) => void;

/**
 * Keeps sessions in the database, so that any app process serves any session and a restart ends none.
 * Only a digest of the session's id is kept: a copy of the database opens no session.
 */
export class SessionStore extends Store {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #onFailedRenewal: (error: unknown) => void;

  constructor(database: Database, clock: Clock, onFailedRenewal: (error: unknown) => void) {
    super();
    this.#database = database;
    this.#clock = clock;
    this.#onFailedRenewal = onFailedRenewal;
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.#read(sid).then((session) => {
      callback(null, session);
    }, callback);
  }

  override set(sid: string, session: SessionData, callback?: Done): void {
    settle(this.#write(sid, session), callback);
  }

  override destroy(sid: string, callback?: Done): void {
    const work = this.#database.transaction((transaction) =>
      transaction<SessionRow>('session')
        .where({ sid: sessionKey(sid) })
        .delete(),
    );
    settle(work, callback);
  }

  /** Answers at once and writes afterwards: a page does not wait for somebody's long import. */
  override touch(sid: string, session: SessionData, callback?: () => void): void {
    callback?.();
    const now = this.#clock.now();
    if (session.idleEnd === undefined || !isRenewalDue(session.idleEnd, now)) return;
    this.#database
      .transaction((transaction) =>
        transaction<SessionRow>('session')
          .where({ sid: sessionKey(sid) })
          .update({ expired: idleEnd(now), used_at: now }),
      )
      .catch(this.#onFailedRenewal);
  }

  async #read(sid: string): Promise<SessionData | null> {
    const row = await this.#database
      .read<SessionRow>('session')
      .where({ sid: sessionKey(sid) })
      .where('expired', '>', this.#clock.now())
      .first();
    if (row === undefined) return null;
    // Only `#write` fills this column.
    const session = JSON.parse(row.sess) as SessionData;
    return { ...session, idleEnd: row.expired };
  }

  /** A session read from the database is only changed there, so that one ended meanwhile stays ended. */
  async #write(sid: string, session: SessionData): Promise<void> {
    const now = this.#clock.now();
    const row = {
      sess: stored(session),
      expired: idleEnd(now),
      account_id: session.accountId ?? null,
      signed_in_at: session.signedInAt ?? null,
      used_at: now,
    };
    await this.#database.transaction(async (transaction) => {
      const sessions = transaction<SessionRow>('session');
      if (session.idleEnd !== undefined) {
        const before = await sessions
          .clone()
          .where({ sid: sessionKey(sid) })
          .first();
        if (before !== undefined) {
          const sess = stored({ ...session, ...heldAfter(session, before) });
          await sessions.where({ sid: sessionKey(sid) }).update({ ...row, sess });
        }
        return;
      }
      await sessions
        .insert({ sid: sessionKey(sid), ...row })
        .onConflict('sid')
        .merge();
      await transaction<SessionRow>('session').where('expired', '<=', now).delete();
    });
  }
}

/** Two requests of one session may overlap: the later write must not bring a form back that the other has sent. */
function heldAfter(session: SessionData, { sess }: SessionRow): { readonly held: SessionData['held'] } {
  // Only `#write` fills this column.
  const { held } = session.heldChange === undefined ? (JSON.parse(sess) as SessionData) : session;
  return { held };
}

function stored(
  session: Omit<SessionData, 'held'> & { readonly held?: SessionData['held'] | undefined },
): string {
  return JSON.stringify({ ...session, idleEnd: undefined, heldChange: undefined });
}

function settle(work: Promise<unknown>, callback: Done = () => undefined): void {
  work.then(() => {
    callback();
  }, callback);
}
