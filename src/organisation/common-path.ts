/** The deepest unit path that all of these lie under; `/` when they have none in common. */
export function commonPath(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const shared = differs === -1 ? first : first.slice(0, differs);
  return shared.length === 0 ? '/' : `/${shared.join('/')}/`;
}
