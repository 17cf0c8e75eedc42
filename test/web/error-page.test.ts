import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
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
});
