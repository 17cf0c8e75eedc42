import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { OperationalError } from './errors.ts';

const BYTES = 32;
const OWNER_ALONE = 0o600;

/**
 * The secret in a file that only its owner reads; made where there is none, once, however many processes ask.
 * @throws {OperationalError} `invalid` when the file holds no secret of ours.
 */
export function keptSecret(filename: string): string {
  if (!existsSync(filename)) makeSecret(filename);
  chmodSync(filename, OWNER_ALONE);
  const secret = readFileSync(filename, 'utf8').trim();
  if (/^[0-9a-f]{64}$/u.test(secret)) return secret;
  throw new OperationalError('invalid', 'no-secret', (text) => text.commands.noSecret(filename));
}

/** Written aside and then linked, so that nobody reads half of it and the first one stays. */
function makeSecret(filename: string): void {
  const aside = `${filename}.${randomUUID()}`;
  writeFileSync(aside, `${randomBytes(BYTES).toString('hex')}\n`, { flag: 'wx', mode: OWNER_ALONE });
  try {
    linkSync(aside, filename);
  } catch (error) {
    if (!existsSync(filename)) throw error;
  } finally {
    rmSync(aside);
  }
}
