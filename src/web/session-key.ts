import { createHash } from 'node:crypto';

/** What a session is kept under: a digest, so that a copy of the database opens no session. */
export function sessionKey(sid: string): string {
  return createHash('sha256').update(sid).digest('hex');
}
