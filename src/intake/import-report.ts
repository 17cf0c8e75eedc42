import type { Finding, ReadFile } from './read-form.ts';

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
  readonly createdUnits: readonly string[];
  readonly createdPosts: readonly { readonly unit: string; readonly post: string }[];
}

/** Counts while an import goes through its forms. */
export class ImportTally {
  created = 0;
  unchanged = 0;
  replaced = 0;
  assessed = 0;
  readonly #findings = new Map<ReadFile, Finding[]>();

  find(file: ReadFile, finding: Finding): void {
    this.#findings.set(file, [...(this.#findings.get(file) ?? []), finding]);
  }

  get hasErrors(): boolean {
    return [...this.#findings.values()].flat().some(({ severity }) => severity === 'error');
  }

  get hasChanged(): boolean {
    return this.created + this.replaced + this.assessed > 0;
  }

  /** The file as read, with what the import found about it. */
  withFindings(file: ReadFile): ReadFile {
    return { ...file, findings: [...file.findings, ...(this.#findings.get(file) ?? [])] };
  }
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
    createdUnits: [],
    createdPosts: [],
  };
}
