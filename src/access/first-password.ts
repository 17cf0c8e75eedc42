import { randomInt } from 'node:crypto';
import { passwordFaults } from './password.ts';

/** Letters and digits that nobody mixes up on a slip of paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 4;
const GROUP = 4;

/** A secret that nobody chose, easy to read out: four groups of four, about 79 bits. */
function readableSecret(): string {
  const group = (): string =>
    Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** A secret as easy to read out, which whoever has the seed of at least 32 bytes makes again. */
export function readableSecretFrom(seed: Buffer): string {
  let rest = BigInt(`0x${seed.toString('hex')}`);
  const letters = Array.from({ length: GROUPS * GROUP }, () => {
    const letter = ALPHABET.charAt(Number(rest % BigInt(ALPHABET.length)));
    rest /= BigInt(ALPHABET.length);
    return letter;
  });
  return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join(
    '-',
  );
}

/** A first password for that account, which nobody chose and the rules for passwords take. */
export function firstPassword(username: string): string {
  for (;;) {
    const password = readableSecret();
    if (passwordFaults(password, username).length === 0) return password;
  }
}
