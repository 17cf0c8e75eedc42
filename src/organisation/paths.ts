/** Addresses of the office's units and posts, as the route table writes them. */
export const organisationPaths = {
  units: '/organisation',
  unit: '/organisation/units/:id',
  addUnit: '/organisation/units/:id/units',
  addPost: '/organisation/units/:id/posts',
  closeUnit: '/organisation/units/:id/closing',
  post: '/organisation/posts/:id',
  closePost: '/organisation/posts/:id/closing',
  startHolding: '/organisation/posts/:id/holdings',
  endHolding: '/organisation/posts/:id/holdings/end',
  confirm: '/organisation/posts/:id/domains',
  waiting: '/organisation/domains',
  person: '/organisation/persons/:id',
  mergePerson: '/organisation/persons/:id/merge',
} as const;

/** An address of one unit or post. */
export function organisationPath(pattern: keyof typeof organisationPaths, id: number): string {
  return organisationPaths[pattern].replace(':id', String(id));
}

/** The page on which one person is compared with another before they are merged. */
export function mergeAddress(keptId: number, goneId: number): string {
  return `${organisationPath('mergePerson', keptId)}?with=${String(goneId)}`;
}

/** The number in an address; 0, which nothing has, where there is none. */
export function readOfficeId(written: string | undefined): number {
  return /^[1-9][0-9]{0,14}$/u.test(written ?? '') ? Number(written) : 0;
}
