/** Addresses of a version's way into force, as the route table writes them. */
export const versionPaths = {
  rulebooks: '/rulebooks',
  version: '/rulebooks/versions/:id',
  versionJson: '/rulebooks/versions/:id/rulebook.json',
  versionTable: '/rulebooks/versions/:id/rulebook.xlsx',
  propose: '/rulebooks/drafts/:id/propose',
  proposal: '/rulebooks/proposals/:id',
  approve: '/rulebooks/proposals/:id/approve',
  giveBack: '/rulebooks/proposals/:id/return',
  start: '/rulebooks/versions/:id/activate',
  reinstate: '/rulebooks/versions/:id/reinstate',
  activation: '/rulebooks/activations/:id',
  progress: '/rulebooks/activations/:id/progress',
} as const;

/** One of these addresses with its id in it. */
export function versionPath(path: keyof typeof versionPaths, id: number): string {
  return versionPaths[path].replace(':id', String(id));
}
