import type { Texts } from '../language/texts.ts';
import { normalisedUsername } from './username.ts';

const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
const FEWEST_DIFFERENT = 5;

export type PasswordFault = 'too-short' | 'too-long' | 'contains-username' | 'too-uniform';

/** What is wrong with a new password; empty when it may be used. Length counts for more than odd characters. */
export function passwordFaults(password: string, username: string): readonly PasswordFault[] {
  const characters = [...password.normalize('NFKC')];
  const isLong = characters.length > LONGEST_PASSWORD;
  const faults: PasswordFault[] = [];
  if (characters.length < SHORTEST_PASSWORD) faults.push('too-short');
  if (isLong) faults.push('too-long');
  if (containsName(password, username)) faults.push('contains-username');
  if (characters.length > 0 && new Set(characters).size < FEWEST_DIFFERENT) faults.push('too-uniform');
  return faults;
}

/** Every text contains an empty one: a name left out is no fault of the password. */
function containsName(password: string, username: string): boolean {
  const name = normalisedUsername(username);
  return name !== '' && normalisedUsername(password).includes(name);
}

/** What is wrong with a password, in words. */
export function passwordFaultIn(fault: PasswordFault, text: Texts): string {
  const sentences = text.access.passwordFaults;
  switch (fault) {
    case 'too-short':
      return sentences[fault](SHORTEST_PASSWORD);
    case 'too-long':
      return sentences[fault](LONGEST_PASSWORD);
    case 'contains-username':
    case 'too-uniform':
      return sentences[fault];
  }
}

/** What a new password has to be, said before anybody types one. */
export function passwordHint(text: Texts): string {
  return text.access.passwordHint(SHORTEST_PASSWORD);
}
