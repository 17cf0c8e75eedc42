import type { Database } from '../platform/database.ts';
import { markDue, type SearchSubject } from './search-learning-store.ts';

const SUBJECTS: readonly SearchSubject[] = ['point', 'form'];

/** Lets the search learn everything anew, where its index was not brought along with the texts. */
export class SearchLearningService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Learns all points and forms, a few thousand in a transaction. May be cut off and called again. */
  async learnAll(): Promise<void> {
    for (const subject of SUBJECTS) {
      let after: number | null = 0;
      while (after !== null) {
        const last: number = after;
        after = await this.#database.transaction((transaction) => markDue(transaction, subject, last));
      }
    }
  }
}
