import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { OperationalError, type ErrorKind } from '../../src/platform/errors.ts';
import { failureOf } from '../../src/web/error-page.ts';

const KINDS: readonly (readonly [ErrorKind, number, string])[] = [
  ['invalid', 422, '提交的内容有误'],
  ['forbidden', 403, '您没有权限'],
  ['not-found', 404, '没有找到'],
  ['conflict', 409, '内容已被他人修改'],
  ['unavailable', 503, '暂时不能办理'],
];

describe('the error page', () => {
  for (const [kind, status, title] of KINDS) {
    it(`says ${title} with status ${status} for ${kind}`, () => {
      const thrown = new OperationalError(kind, 'some-code', () => ({
        what: '发生了某事。',
        fix: '请这样做。',
      }));
      expect(failureOf(thrown, zh, 'REF23456')).to.deep.equal({
        status,
        code: 'some-code',
        page: { title, what: '发生了某事。', fix: '请这样做。', reference: 'REF23456' },
      });
    });
  }

  const BUGS: readonly unknown[] = [
    new Error("insert into person values ('张三') - SQLITE_CONSTRAINT"),
    Object.assign(new Error('secret'), { status: 502 }),
    'a thrown string',
    null,
    undefined,
  ];
  for (const thrown of BUGS) {
    it(`tells nothing of ${String(thrown)}`, () => {
      const { status, page } = failureOf(thrown, zh, 'REF23456');
      expect({ status, page }).to.deep.equal({
        status: 500,
        page: { title: '系统出错了', ...zh.web.errors.unexpected, reference: 'REF23456' },
      });
    });
  }

  for (const [status, answered, words] of [
    [400, 400, 'badRequest'],
    [413, 413, 'tooLarge'],
    [415, 400, 'badRequest'],
  ] as const) {
    it(`says what to do about a request that Express refuses with ${status}`, () => {
      const failure = failureOf(Object.assign(new Error('entity.x'), { status }), zh, 'REF23456');
      expect([failure.status, failure.page.what]).to.deep.equal([answered, zh.web.errors[words].what]);
    });
  }

  for (const [named, words, fail] of [
    ['a PostgreSQL that nobody answers for', 'databaseAway', askedOfNobody],
    ['a PostgreSQL that is shut down meanwhile', 'databaseAway', () => Promise.resolve(coded('57P01'))],
    [
      'a connection that is lost',
      'databaseAway',
      () => Promise.resolve(new Error('Connection terminated unexpectedly')),
    ],
    ['a full disk under SQLite', 'databaseFull', writtenToTheFull],
    ['a full disk under PostgreSQL', 'databaseFull', () => Promise.resolve(coded('53100'))],
  ] as const) {
    it(`says that it is not the reader's mistake, and what to do, with ${named}`, async () => {
      const failure = failureOf(await fail(), zh, 'REF23456');
      expect(failure).to.deep.equal({
        status: 503,
        code: words,
        page: { title: '暂时不能办理', ...zh.web.errors[words], reference: 'REF23456' },
      });
    });
  }
});

function coded(code: string): Error {
  return Object.assign(new Error('on purpose'), { code });
}

async function failureOn(location: string, ...statements: readonly string[]): Promise<unknown> {
  const database = openDatabase(location);
  try {
    for (const statement of statements) await database.schema.raw(statement);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await database.close();
  }
}

function askedOfNobody(): Promise<unknown> {
  return failureOn('postgres://somebody@127.0.0.1:9/nothing', 'select 1');
}

async function writtenToTheFull(): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'qinglian-full-'));
  const file = join(folder, 'full.sqlite');
  const filled =
    'with recursive n(i) as (select 1 union all select i + 1 from n where i < 999) select hex(randomblob(500)) from n';
  const failure = await failureOn(file, 'pragma max_page_count = 20', `create table filled as ${filled}`);
  await rm(folder, { recursive: true });
  return failure;
}
