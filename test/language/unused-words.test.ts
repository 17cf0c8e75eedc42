import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFiles } from '../support/architecture/project-files.ts';
import { textTables } from '../support/language/text-tables.ts';
import { usedInSources, usedInTemplate } from '../support/language/used-texts.ts';

/** The entries that neither the sources nor the templates of a project use. */
function unusedIn(root: string): readonly string[] {
  const tables = textTables(root);
  const views = projectFiles(root).filter(({ path }) => path.endsWith('.ejs'));
  const used = new Set([
    ...usedInSources(tables),
    ...views.flatMap(({ text }) => [...usedInTemplate(text, tables.entries)]),
  ]);
  return [...tables.entries].filter((entry) => !used.has(entry)).sort();
}

const PLANTED = {
  'src/language/zh.ts': `export const zh = {
    list: { title: 'a', none: 'b', unused: 'c' },
    states: { draft: 'd', filed: 'e' },
    fault: { what: 'f', fix: 'g', more: 'h' },
    sum: (count: number) => String(count),
    view: { shown: 'i', hidden: 'j' },
  };`,
  'src/page.ts': `import { zh } from './language/zh.ts';
    interface Words { readonly what: string; readonly fix: string }
    const say = (words: Words): string => words.what + words.fix;
    const { list, sum: total } = zh;
    export const titleOf = (state: 'draft' | 'filed'): string =>
      list.title + zh.states[state] + say(zh.fault) + total(1);
    export function none({ none }: typeof zh.list): string { return none; }`,
  'views/page.ejs': '<h1><%= text.view.shown %></h1>',
};

describe('words that nobody reads', function () {
  this.timeout(120_000);

  it('stand in no table', () => {
    expect(unusedIn(join(import.meta.dirname, '../..'))).to.deep.equal([]);
  });

  it('are found where something else in their table is read', () => {
    const root = mkdtempSync(join(tmpdir(), 'qinglian-words-'));
    try {
      for (const [path, text] of Object.entries(PLANTED)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      expect(unusedIn(root)).to.deep.equal(['fault.more', 'list.unused', 'view.hidden']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
