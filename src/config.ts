import { fileURLToPath } from 'node:url';
import program from '../package.json' with { type: 'json' };

/** All settings that come from outside, read once. */
export interface Config {
  /** SQLite file of a real installation, or the address of a PostgreSQL. */
  readonly database: string;
  /** The same of the demo, which never is where a real installation is. */
  readonly demoDatabase: string;
  readonly host: string;
  readonly port: number;
  /** Where measurements are asked for; nowhere while no port is given. */
  readonly metricsHost: string;
  readonly metricsPort: number | null;
  /** Set where a proxy in front speaks HTTPS: cookies then refuse to travel without it. */
  readonly https: boolean;
  /** How many proxies of ours stand before the program. */
  readonly trustedProxies: number;
  /** Signs session cookies; when not given, one that is kept beside the file, or in the PostgreSQL. */
  readonly sessionSecret: string | null;
  /** How long a request, with all its files, may take to arrive. */
  readonly requestSeconds: number;
  /** How long requests under way may take to end once the program is asked to stop. */
  readonly stopSeconds: number;
  readonly timeZone: string;
  readonly logLevel: string;
  /** The program's own version. */
  readonly version: string;
}

const LOCAL = fileURLToPath(new URL('../data/local', import.meta.url));

const HIGHEST_PORT = 65_535;

/** Reads the settings from an environment. Throws on a number that is none. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  return {
    database: environment['DATABASE_URL'] ?? environment['QINGLIAN_DATABASE'] ?? `${LOCAL}/qinglian.sqlite`,
    demoDatabase: environment['QINGLIAN_DEMO_DATABASE'] ?? `${LOCAL}/demo.sqlite`,
    host: environment['QINGLIAN_HOST'] ?? '127.0.0.1',
    port: portOf(environment['QINGLIAN_PORT'] ?? '8080'),
    metricsHost: environment['QINGLIAN_METRICS_HOST'] ?? '127.0.0.1',
    metricsPort: givenPort(environment['QINGLIAN_METRICS_PORT']),
    https: environment['QINGLIAN_HTTPS'] === '1',
    trustedProxies: wholeNumber(environment['QINGLIAN_TRUSTED_PROXIES'] ?? '0'),
    sessionSecret: environment['QINGLIAN_SESSION_SECRET'] ?? null,
    requestSeconds: wholeNumber(environment['QINGLIAN_REQUEST_SECONDS'] ?? '120'),
    stopSeconds: wholeNumber(environment['QINGLIAN_STOP_SECONDS'] ?? '25'),
    timeZone: environment['QINGLIAN_TIME_ZONE'] ?? 'Asia/Shanghai',
    logLevel: environment['QINGLIAN_LOG_LEVEL'] ?? 'info',
    version: program.version,
  };
}

function givenPort(written: string | undefined): number | null {
  return written === undefined || written === '' ? null : portOf(written);
}

function portOf(written: string): number {
  const port = wholeNumber(written);
  if (port > HIGHEST_PORT) throw new Error(`${written} is not a port`);
  return port;
}

function wholeNumber(written: string): number {
  if (!/^\d+$/u.test(written)) throw new Error(`${written} is not a whole number`);
  return Number(written);
}
