/** What is wrong, and how to put it right. */
export interface Words {
  readonly message: string;
  readonly fix: string;
}

/** What a rulebook says in both languages, such as the title of a rule. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}
