const LONGEST = 500;
const ANY_HOST = 'http://this.invalid';

/**
 * The path and query of an address inside this program, as a browser will read it. `null` for everything that
 * could lead elsewhere: other hosts, other schemes, `//host` and what browsers read as that.
 */
export function localPath(candidate: string | undefined): string | null {
  if (candidate === undefined || candidate.length > LONGEST || !/^\/[\x21-\x7e]*$/u.test(candidate))
    return null;
  if (candidate.includes('\\') || !URL.canParse(candidate, ANY_HOST)) return null;
  const url = new URL(candidate, ANY_HOST);
  const path = `${url.pathname}${url.search}`;
  return url.origin === ANY_HOST && !path.startsWith('//') ? path : null;
}
