import { Writable } from 'node:stream';
import type { Express } from 'express';
import supertest, { type Response } from 'supertest';
import { ROLES, type Role } from '../../src/access/role.ts';
import { createApp, type AppConfig } from '../../src/app.ts';
import { insertUnit } from '../../src/organisation/organisation-store.ts';
import type { Database } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { readShippedRulebooks } from '../../src/rulebooks/shipped-rulebooks-reader.ts';
import { createServices, type Services } from '../../src/services.ts';
import { UPLOAD_LIMITS } from '../../src/web/upload-limits.ts';
import { temporaryCopy } from './temporary-database.ts';
import { testClock, type TestClock } from './test-clock.ts';

export const PASSWORD = 'correct-horse-battery';

export type Agent = ReturnType<typeof supertest.agent>;

/** The real app on a real, migrated SQLite file, with one account per role. */
export interface TestApp extends Services {
  readonly app: Express;
  readonly clock: TestClock;
  /** The database as `--database` takes it. */
  readonly location: string;
  /** Everything the log was told. */
  readonly logged: () => string;
  /** What another process makes of the same database, with settings of its own if need be; ends with this one. */
  readonly beside: (config?: Partial<AppConfig>) => AnotherProcess;
  readonly end: () => Promise<void>;
}

/** A second process on the same database, whose clock shows the same time. */
export interface AnotherProcess extends Services {
  readonly app: Express;
}

export const TEST_CONFIG: AppConfig = {
  version: '0.0.0-test',
  https: false,
  trustedProxies: 0,
  sessionSecret: 'only for tests',
  demoAccounts: [],
  uploads: UPLOAD_LIMITS,
};

/** Accounts are named like their role; division head and post-holder are of the division, others of the bureau. */
export async function testApp(config: Partial<AppConfig> = {}, kind?: Database['kind']): Promise<TestApp> {
  const { database, location, openAgain, end } = await temporaryCopy('with-people', fillWithPeople, kind);
  const clock = testClock();
  const lines: string[] = [];
  const services = createServices(database, clock, createLog('info', collecting(lines)));
  await services.rulebooks.loadShipped(readShippedRulebooks());
  const processes = [services];
  const endAll = async (): Promise<void> => {
    for (const { parsing, judging } of processes) await Promise.all([parsing.close(), judging.close()]);
    await end();
  };
  const beside = (other: Partial<AppConfig> = {}): AnotherProcess => {
    const more = createServices(openAgain(), clock, services.log);
    processes.push(more);
    return { ...more, app: createApp(more, { ...TEST_CONFIG, ...config, ...other }) };
  };
  const app = createApp(services, { ...TEST_CONFIG, ...config });
  return { ...services, clock, app, location, beside, logged: () => lines.join(''), end: endAll };
}

/** Migrates a database, and gives it the bureau, a division and the accounts. */
export async function fillWithPeople(database: Database): Promise<void> {
  await migrate(database);
  const services = createServices(database, testClock(), createLog('silent'));
  await services.rulebooks.loadShipped(readShippedRulebooks());
  await makePeople(services);
  await services.parsing.close();
  await services.judging.close();
}

async function makePeople({ database, accounts }: Services): Promise<void> {
  await database.transaction(async (transaction) => {
    const bureau = await insertUnit(transaction, { parentId: null, kind: 'bureau', name: '市商务局' }, '/');
    const division = { parentId: bureau.id, kind: 'division', name: '对外贸易处' } as const;
    const { id } = await insertUnit(transaction, division, bureau.path);
    for (const role of ROLES) {
      const unitId = role === 'division-head' || role === 'post-holder' ? id : bureau.id;
      const account = {
        username: role,
        displayName: '张三',
        password: PASSWORD,
        assignments: [{ role, unitId }],
      };
      await accounts.create(account, { accountId: null, name: 'test' }, transaction);
    }
  });
}

/** A browser in which somebody of that role has signed in. */
export async function signedInAgent(app: Express, role: Role): Promise<Agent> {
  const agent = supertest.agent(app);
  const response = await signIn(agent, role);
  if (response.status !== 303) throw new Error(`${role} could not sign in: ${response.text}`);
  return agent;
}

/** Opens the sign-in page and posts its form. */
export async function signIn(
  agent: Agent,
  username: string,
  password = PASSWORD,
  next = '',
): Promise<Response> {
  const page = await agent.get('/sign-in');
  return agent
    .post('/sign-in')
    .type('form')
    .send({ _csrf: tokenIn(page), username, password, next });
}

/** The form token that a page carries. */
export function tokenIn(page: Response): string {
  const token = /name="_csrf" value="([0-9a-f]+)"/u.exec(page.text)?.[1];
  if (token === undefined) throw new Error(`no form token in: ${page.text}`);
  return token;
}

/** The session cookie that an answer sets; `null` when it sets none. */
export function cookieIn(response: Response): string | null {
  const set = response.get('Set-Cookie') ?? [];
  return set.find((cookie) => cookie.startsWith('qinglian=')) ?? null;
}

function collecting(lines: string[]): Writable {
  return new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  });
}
