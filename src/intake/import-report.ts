import type { RiskMatch } from '../forms/filing-result.ts';
import type { Finding, Position, ReadFile } from './read-form.ts';

/** What an import did, or would do. */
export interface ImportResult {
  readonly files: readonly ReadFile[];
  /** Whether it went into the database: the whole of it, or with `false` nothing. */
  readonly written: boolean;
  /** Numbers of forms. */
  readonly created: number;
  readonly unchanged: number;
  readonly replaced: number;
  /** Points whose assessment, domains or declared grade came with these files. */
  readonly assessed: number;
  /** Points of replaced forms that the new ones no longer name. */
  readonly withdrawn: number;
  readonly createdUnits: readonly string[];
  readonly createdPosts: readonly { readonly unit: string; readonly post: string }[];
  /** `null` when nothing was written. */
  readonly batchId: number | null;
  readonly outcomes: readonly RiskOutcome[];
}

/** What a risk of a file is to the points on file. */
export interface RiskOutcome {
  /** The file's number in the request, from 0. */
  readonly file: number;
  readonly at: Position;
  readonly ordinal: number;
  readonly kind: RiskMatch['kind'];
  readonly known: RiskMatch['known'];
}

/** Counts while an import goes through its forms. */
export class ImportTally {
  created = 0;
  unchanged = 0;
  replaced = 0;
  assessed = 0;
  withdrawn = 0;
  readonly outcomes: RiskOutcome[] = [];
  readonly #findings = new Map<ReadFile, Finding[]>();

  find(file: ReadFile, finding: Finding): void {
    this.#findings.set(file, [...(this.#findings.get(file) ?? []), finding]);
  }

  get hasErrors(): boolean {
    return [...this.#findings.values()].flat().some(({ severity }) => severity === 'error');
  }

  get hasChanged(): boolean {
    return bringsNews(this);
  }

  /** The file as read, with what the import found about it. */
  withFindings(file: ReadFile): ReadFile {
    return { ...file, findings: [...file.findings, ...(this.#findings.get(file) ?? [])] };
  }
}

/** Whether files change anything: what does not is not kept as an import. */
export function bringsNews({
  created,
  replaced,
  assessed,
}: Pick<ImportResult, 'created' | 'replaced' | 'assessed'>): boolean {
  return created + replaced + assessed > 0;
}

export function hasReadErrors(files: readonly ReadFile[]): boolean {
  return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
}

/** The result of an import that was refused before it touched the database. */
export function refused(files: readonly ReadFile[]): ImportResult {
  return {
    files,
    written: false,
    created: 0,
    unchanged: 0,
    replaced: 0,
    assessed: 0,
    withdrawn: 0,
    createdUnits: [],
    createdPosts: [],
    batchId: null,
    outcomes: [],
  };
}
