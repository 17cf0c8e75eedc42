/** How long a text of a rulebook may be, as the schema says. */
export const LONGEST = { title: 120, words: 2000, name: 60, code: 40 } as const;

/** What a rule's name is written in. */
export const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** What a clause's code is written in. */
export const CODE = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u;
