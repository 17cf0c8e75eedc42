import { expect } from 'chai';
import { hashPassword, isPassword } from '../../src/access/password-hash.ts';
import { passwordFaults, type PasswordFault } from '../../src/access/password.ts';

const CASES: readonly (readonly [string, string, readonly PasswordFault[]])[] = [
  ['ten different characters', 'abcdefghij', []],
  ['a sentence', '清廉机关建设从我做起不走过场', []],
  ['nine characters', 'abcdefghi', ['too-short']],
  ['nothing', '', ['too-short']],
  ['128 characters', 'abcdefgh'.repeat(16), []],
  ['129 characters', `${'abcdefgh'.repeat(16)}i`, ['too-long']],
  ['the username', 'my-office-2021', ['contains-username']],
  ['the username in capitals', 'MY-OFFICE-2021', ['contains-username']],
  ['the username in full width', 'my-ｏｆｆｉｃｅ-2021', ['contains-username']],
  ['four different characters', '1212343412', ['too-uniform']],
  ['characters outside the basic plane, counted as one each', '𠮷𠮾𡈽𡌛𡑮𡢽𠮟', ['too-short']],
];

describe('a new password', () => {
  for (const [what, password, faults] of CASES) {
    it(`of ${what} ${faults.length === 0 ? 'may be used' : `is ${faults.join(', ')}`}`, () => {
      expect(passwordFaults(password, 'office')).to.deep.equal(faults);
    });
  }
});

describe('a new password beside an empty username', () => {
  it('is not said to contain it', () => {
    expect(passwordFaults('abcdefghij', ' ')).to.deep.equal([]);
  });
});

describe('a kept password', () => {
  it("is an Argon2id hash with OWASP's parameters", async () => {
    expect(await hashPassword('abcdefghij')).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  });

  it('has another salt each time', async () => {
    expect(await hashPassword('abcdefghij')).not.to.equal(await hashPassword('abcdefghij'));
  });

  it('is known again, typed in half width or full width', async () => {
    const kept = await hashPassword('Abcdefghij1');
    expect(await isPassword('Abcdefghij1', kept)).to.equal(true);
    expect(await isPassword('Ａｂｃｄｅｆｇｈｉｊ１', kept)).to.equal(true);
  });

  for (const wrong of ['', 'abcdefghij1', 'Abcdefghij1 ', 'x'.repeat(100_000)]) {
    it(`is not ${wrong.slice(0, 20)} (${wrong.length} characters)`, async () => {
      expect(await isPassword(wrong, await hashPassword('Abcdefghij1'))).to.equal(false);
    });
  }

  it('is never right for an account that does not exist', async () => {
    expect(await isPassword('', null)).to.equal(false);
  });
});
