import { randomInt } from 'node:crypto';
import { passwordFaults } from './password.ts';

/** Letters and digits that nobody mixes up on a slip of paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 4;
const GROUP = 4;

/** A secret that nobody chose, easy to read out: four groups of four, about 79 bits. */
export function readableSecret(): string {
  const group = (): string =>
    Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** A first password for that account, which nobody chose and the rules for passwords take. */
export function firstPassword(username: string): string {
  for (;;) {
    const password = readableSecret();
    if (passwordFaults(password, username).length === 0) return password;
  }
}
