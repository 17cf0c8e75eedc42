/**
 * The parts of the tree somebody may see for one purpose: materialised paths of subtrees' roots.
 * A unit is reached when its path starts with one of them. Empty reaches nothing.
 */
export interface Reach {
  readonly unitPaths: readonly string[];
}

export function reaches(reach: Reach, unitPath: string): boolean {
  return reach.unitPaths.some((root) => unitPath.startsWith(root));
}

/** The whole tree: the command line's reach, which runs on the machine that holds the database. */
export const EVERYWHERE: Reach = { unitPaths: ['/'] };
