import type { Transaction } from './database.ts';
import { idsToGive } from './dialect.ts';
import { insertList, type ListedValue } from './json-dialect.ts';
import { plannedAsIfLarge } from './planned-as-if-large.ts';

/** A row by its columns. All rows of a table name the same columns. */
export type PendingRow = Readonly<Record<string, ListedValue>>;

/**
 * Rows of one transaction that wait to be written together: a few statements for thousands of rows instead of one for
 * each. A row's id is known before it is written, so that waiting rows may refer to each other. While this is in use,
 * nothing else may insert rows into its tables; whoever reads them, or writes what refers to them, calls `write`
 * first.
 */
export class PendingRows {
  readonly #transaction: Transaction;
  readonly #waiting: ReadonlyMap<string, PendingRow[]>;
  readonly #ids = new Map<string, AsyncGenerator<number, never>>();
  #size = 0;

  /** @param tables in an order in which no row refers to one of a later table */
  constructor(transaction: Transaction, tables: readonly string[]) {
    this.#transaction = transaction;
    this.#waiting = new Map(tables.map((table) => [table, []]));
  }

  /** How many rows wait. */
  get size(): number {
    return this.#size;
  }

  /** Lets a row wait that has no id, or whose id nobody asks for. */
  add(table: string, row: PendingRow): void {
    const rows = this.#waiting.get(table);
    if (rows === undefined) throw new Error(`no rows of ${table} are expected`);
    rows.push(row);
    this.#size += 1;
  }

  /** Lets a row wait and returns the id that it will have. */
  async addWithId(table: string, row: PendingRow): Promise<number> {
    const ids = this.#ids.get(table) ?? idsToGive(this.#transaction, table);
    this.#ids.set(table, ids);
    const { value: id } = await ids.next();
    this.add(table, { id, ...row });
    return id;
  }

  /** Writes what waits. */
  async write(): Promise<void> {
    if (this.#size === 0) return;
    await plannedAsIfLarge(this.#transaction, () => this.#insert());
    this.#size = 0;
  }

  async #insert(): Promise<void> {
    for (const [table, rows] of this.#waiting) {
      const [first] = rows;
      if (first === undefined) continue;
      const columns = Object.keys(first);
      await insertList(
        this.#transaction,
        table,
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      );
      rows.length = 0;
    }
  }
}
