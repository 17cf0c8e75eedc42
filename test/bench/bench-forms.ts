import JSZip from 'jszip';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from './random.ts';

const SAMPLE = join(import.meta.dirname, '../../data/demo/files/办公室-郑惟安-公务接待岗.docx');
const DOCUMENT = 'word/document.xml';
const UNITS = 40;
const WORK = ['接待', '采购', '审批', '资金拨付', '公文', '资产', '招聘', '检查', '信访', '合同'];

/**
 * Self-check forms as Word files, each of a person and a post of its own in one of forty units, made of the demo's
 * form; the same for the same seed. They stay in the folder for the next run.
 */
export async function benchForms(folder: string, count: number, seed: number): Promise<readonly string[]> {
  const files = Array.from({ length: count }, (_, index) => `${String(index)}.docx`);
  const home = join(folder, `forms-${String(count)}-${String(seed)}`);
  const paths = files.map((file) => join(home, file));
  if (existsSync(home)) return paths;
  const passing = `${home}.new`;
  mkdirSync(passing, { recursive: true });
  const zip = await JSZip.loadAsync(readFileSync(SAMPLE));
  const written = (await zip.file(DOCUMENT)?.async('string')) ?? '';
  const random = seededRandom(seed);
  for (const [index, file] of files.entries()) {
    const work = WORK[random.below(WORK.length)] ?? '';
    const document = written
      .replaceAll('郑惟安', `人员${String(index)}`)
      .replaceAll('公务接待岗', `${work}岗${String(index)}`)
      .replaceAll('办公室', `第${String(random.below(UNITS) + 1)}处`)
      .replaceAll('接待', `${work}${String(index)}`);
    zip.file(DOCUMENT, document);
    writeFileSync(
      join(passing, file),
      await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
    );
  }
  renameSync(passing, home);
  return paths;
}
