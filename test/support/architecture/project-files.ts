import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ProjectFile } from './project-file.ts';

const NOT_OURS = ['node_modules', '.git', 'data/local'];

/** Every text file of the project below `root`, as it lies on disk. */
export function projectFiles(root: string): readonly ProjectFile[] {
  return filesBelow(root, root);
}

function filesBelow(root: string, folder: string): readonly ProjectFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const absolute = join(folder, entry.name);
    const path = relative(root, absolute).split(sep).join('/');
    if (NOT_OURS.includes(path)) return [];
    if (entry.isDirectory()) return filesBelow(root, absolute);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(absolute);
    return bytes.includes(0) ? [] : [{ path, text: bytes.toString('utf8') }];
  });
}
