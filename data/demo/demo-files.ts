import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { annex1Files } from './annex1-document.ts';
import { annex2Document } from './annex2-document.ts';
import { annex2Workbook } from './annex2-workbook.ts';
import type { DemoUnit } from './demo-bureau.ts';
import { demoReadme } from './demo-readme.ts';
import type { PaperFile } from './paper-file.ts';
import { plantedIn } from './planted.ts';
import { registerFiles } from './register-file.ts';

/** Writes into a folder all that is made from the content: `files/`, emptied before, `planted.json` and README.md. */
export async function writeDemo(bureau: readonly DemoUnit[], folder: string): Promise<void> {
  const files = `${folder}/files`;
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  for (const { name, bytes } of await papersOf(bureau)) writeFileSync(`${files}/${name}`, bytes);
  const planted = plantedIn(bureau);
  writeFileSync(`${folder}/planted.json`, `${JSON.stringify(planted, null, 2)}\n`);
  writeFileSync(`${folder}/README.md`, demoReadme(bureau, planted));
}

async function papersOf(bureau: readonly DemoUnit[]): Promise<readonly PaperFile[]> {
  const papers: PaperFile[] = [];
  for (const unit of bureau) papers.push(...(await papersOfUnit(unit)));
  return [...papers, ...registerFiles(bureau)];
}

async function papersOfUnit(unit: DemoUnit): Promise<readonly PaperFile[]> {
  switch (unit.paper) {
    case 'annex1':
      return annex1Files(unit);
    case 'annex2-docx':
      return [await annex2Document(unit)];
    case 'annex2-xlsx':
      return [await annex2Workbook(unit)];
  }
}
