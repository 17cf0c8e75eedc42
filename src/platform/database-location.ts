import { OperationalError } from './errors.ts';

/** Whether a location names a PostgreSQL, not a file. */
export function isPostgresUrl(location: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(location);
}

/**
 * Where a database is, as people may read it: without user and password.
 * @throws OperationalError `invalid` when an address is none.
 */
export function placeOf(location: string): string {
  if (!isPostgresUrl(location)) return location;
  try {
    const { host, pathname } = new URL(location);
    return `${host}${pathname}`;
  } catch {
    throw notAnAddress();
  }
}

/** @throws OperationalError `invalid` when a location is neither a file nor the address of a PostgreSQL. */
export function checkLocation(location: string): void {
  if (isPostgresUrl(location)) placeOf(location);
  else if (/^[a-z][a-z\d+.-]+:\/\//iu.test(location)) throw notAnAddress();
}

function notAnAddress(): OperationalError {
  return new OperationalError('invalid', 'not-an-address', (text) => text.commands.notAnAddress);
}
