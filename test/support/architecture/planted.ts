import type { ProjectFile, Rule } from './project-file.ts';

/** Made-up sources, and the one rule that they break; `null` when they break none. */
export interface Planted {
  readonly title: string;
  readonly breaks: Rule | null;
  readonly files: readonly ProjectFile[];
}

type Row = readonly [breaks: Rule | null, title: string, path: string, text: string];

/** What planted sources import, so that its purity can be judged. */
const FOUNDATION: readonly ProjectFile[] = [
  { path: 'src/platform/errors.ts', text: "export const code = 'invalid';" },
  { path: 'src/platform/clock.ts', text: 'export const now = () => new Date().toISOString();' },
  { path: 'src/platform/database.ts', text: "import knex from 'knex'; export const open = () => knex({});" },
  { path: 'src/platform/jobs.ts', text: "import { open } from './database.ts'; export const job = open;" },
  { path: 'src/web/page.ts', text: 'export interface Page { readonly view: string }' },
  { path: 'src/web/render.ts', text: "import type { Response } from 'express'; export type Out = Response;" },
];

export function planted(...rows: readonly Row[]): readonly Planted[] {
  return rows.map(([breaks, title, path, text]) => ({
    title,
    breaks,
    files: [{ path, text }, ...FOUNDATION],
  }));
}
