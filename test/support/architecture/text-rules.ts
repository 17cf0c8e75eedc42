import { matches, type ProjectFile, type Violation } from './project-file.ts';

/** Written so that these patterns do not match themselves. */
const MACHINE_PATH = /(?<=^|[\s"'`(=:,])\/(?:work|tmp|root|home|Users)\/[\w.]+/gmu;
const REGISTRY_HOST = /\bregistry\.[a-z]+[a-z.-]*\.(?:org|com|cn|net)|\bdeb\.[a-z]+\.org/gu;

/** What the plain text of a file breaks, whatever its kind. */
export function textViolations(file: ProjectFile): readonly Violation[] {
  return [...machine(file), ...lockfile(file), ...foreignHosts(file), ...oldBrowser(file)];
}

function machine(file: ProjectFile): readonly Violation[] {
  return [
    ...matches(file, MACHINE_PATH, 'machine', 'a path of one machine'),
    ...matches(file, REGISTRY_HOST, 'machine', 'each machine has its own registry'),
  ];
}

function lockfile(file: ProjectFile): readonly Violation[] {
  if (file.path !== 'package-lock.json') return [];
  return matches(file, /"resolved":\s*"[^"]*"/gu, 'lockfile', 'run npm install with .npmrc in force');
}

/** No request leaves the machine. A namespace is a name, not an address. */
const OTHER_HOST = /\bhttps?:\/\/(?!www\.w3\.org\/|localhost\b|127\.0\.0\.1\b)[^\s"'`)<]+/giu;
const SCHEMELESS_HOST = /(?:(?:src|href|action)\s*=\s*["']|url\(["']?)\/\/[^\s"')]+/giu;

function foreignHosts(file: ProjectFile): readonly Violation[] {
  if (!file.path.startsWith('views/')) return [];
  return [OTHER_HOST, SCHEMELESS_HOST].flatMap((pattern) =>
    matches(file, pattern, 'foreign host', 'no request leaves the machine'),
  );
}

/** Chromium 86 drops the whole rule that holds one of these. */
const NEWER_CSS = /color-mix\(|:has\(|:is\(|:where\(|@container\b|@layer\b|\binset\s*:|\d(?:dvh|svh|lvh)\b/gu;

function oldBrowser(file: ProjectFile): readonly Violation[] {
  if (!file.path.startsWith('views/') || !file.path.endsWith('.css')) return [];
  return matches(file, NEWER_CSS, 'old browser', 'Chromium 86 does not know it');
}
