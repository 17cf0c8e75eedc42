import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';

export const ASSETS = '/assets';

/** Style sheets, scripts and pictures, all from this machine. */
export interface Assets {
  /** Address of a file by its name, such as `theme.css` or `vendor/chart.js`. */
  address(name: string): string;
  readonly serve: RequestHandler;
}

/** Files of packages that pages load, by the name under which they are served. */
const VENDORED: Readonly<Record<string, string>> = {
  'vendor/chart.js': fileURLToPath(new URL('chart.umd.min.js', import.meta.resolve('chart.js'))),
};

const YEAR = 365 * 24 * 60 * 60;

/**
 * Reads every asset once to know its hash. An address with the right hash may be kept for a year, since other
 * content would have another address. `address` throws for a file that does not exist.
 */
export function loadAssets(folder: string): Assets {
  const files = new Map([...ownFiles(folder), ...Object.entries(VENDORED)]);
  const hashes = new Map([...files].map(([name, file]) => [name, hashOf(file)]));
  const router = express.Router();
  for (const [name, file] of files) {
    router.get(`/${name}`, (request, response) => {
      const isNamedByContent = request.query['v'] === hashes.get(name);
      response.set('Cache-Control', isNamedByContent ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      response.sendFile(file, { cacheControl: false });
    });
  }
  return {
    serve: router,
    address: (name) => {
      const hash = hashes.get(name);
      if (hash === undefined) throw new Error(`There is no asset ${name}`);
      return `${ASSETS}/${name}?v=${hash}`;
    },
  };
}

function ownFiles(folder: string): readonly (readonly [string, string])[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map(({ name }) => [name, join(folder, name)]);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
