import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from './password.ts';

/** Argon2id (the library's own choice) with OWASP's parameters: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/**
 * Whether the password is the one of this hash. Without a hash it takes as long as with one, so that nobody
 * learns from the delay which accounts exist.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(24).toString('base64'));
  const isTried = password.length <= LONGEST_PASSWORD * 2;
  const matches = await verify(
    passwordHash ?? (await nobodysHash),
    isTried ? password.normalize('NFKC') : '',
  );
  return matches && passwordHash !== null && isTried;
}

let nobodysHash: Promise<string> | undefined;
