import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from './rulebook.ts';
import { parseRulebook } from './rulebook-schema.ts';

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** Reads the rulebooks that come with the program. Throws when one is not sound: the program is broken then. */
export function readShippedRulebooks(): readonly Rulebook[] {
  const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/\\]+[/\\][^/\\]+\.json$/u.test(file))
    .sort();
  return files.map((file) => {
    const parsed = parseRulebook(readFileSync(`${RULES}/${file}`, 'utf8'));
    if ('rulebook' in parsed) return parsed.rulebook;
    throw new Error(
      `rules/${file} is not sound: ${parsed.findings.map(({ message }) => message).join('; ')}`,
    );
  });
}
