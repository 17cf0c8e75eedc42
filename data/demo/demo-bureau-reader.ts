import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoUnit, type DemoUnit } from './demo-bureau.ts';

const CONTENT = fileURLToPath(new URL('bureau', import.meta.url));

/** Reads the demo bureau's content, in the bureau's order of units. Throws when a file is not in the shape of one. */
export function readDemoBureau(folder = CONTENT): readonly DemoUnit[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const parsed = demoUnit.safeParse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
      if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`);
      return { ...parsed.data, number: Number.parseInt(file, 10) };
    });
}
