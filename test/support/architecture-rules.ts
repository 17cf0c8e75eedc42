import { importViolations } from './architecture/import-rules.ts';
import { modulesOf } from './architecture/modules.ts';
import type { ProjectFile, Violation } from './architecture/project-file.ts';
import { reachViolations } from './architecture/reach-rules.ts';
import { shapeViolations } from './architecture/shape-rules.ts';
import { templateViolations } from './architecture/template-rules.ts';
import { textViolations } from './architecture/text-rules.ts';

/**
 * Everything in which the files break the layout that architecture.md fixes. Takes whole files and touches no
 * disk, so that the same rules judge the project and the made-up sources which prove that they can fail.
 *
 * TypeScript's own parser does the reading: it takes text, where dependency-cruiser wants a tree on disk, and it
 * also sees what no import shows, such as `new Date()`.
 */
export function violations(files: readonly ProjectFile[]): readonly Violation[] {
  const modules = modulesOf(files);
  return [
    ...[...modules.values()].flatMap((module) => [
      ...importViolations(module, modules),
      ...reachViolations(module),
    ]),
    ...files.flatMap((file) => [
      ...shapeViolations(file),
      ...templateViolations(file),
      ...textViolations(file),
    ]),
  ];
}
