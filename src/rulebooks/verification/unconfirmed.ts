import type { RuleFacts } from '../fact-type.ts';

/** What is thrown where the rule engine does not confirm what a search found. */
export function unconfirmed(what: string, facts: RuleFacts): Error {
  return new Error(`the rule engine does not confirm: ${what} at ${JSON.stringify(facts)}`);
}
